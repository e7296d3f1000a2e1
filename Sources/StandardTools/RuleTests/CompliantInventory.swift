import Audit
package import Diagnostics
import Inventory
package import Standard
import YAMLTree

/// The compliant inventory of a standard: the one that its head declares, else one that is made from its examples.
package enum CompliantInventory {
  /// A compliant inventory, and where it comes from.
  package struct Found: Sendable {
    package var draft: Draft
    package var origin: RuleTestReport.Compliant
  }

  /// Why there is none.
  package struct Failure: Error {
    package var diagnostics: [Diagnostic]
    /// Whether there is one that can be read and has findings.
    package var isFound = false
  }

  /// Finds it. A declared one must be readable and break and leave open nothing.
  ///
  /// - Parameter directory: what stands before paths in diagnostics.
  package static func find(_ standard: Standard, directory: String) throws(Failure) -> Found {
    if let source = standard.proofs.compliant { return try declared(source, standard, directory) }
    return try CompliantSearch.run(standard, directory: directory)
  }

  // MARK: Declared

  private static func declared(
    _ source: StandardSource, _ standard: Standard, _ directory: String
  ) throws(Failure) -> Found {
    let file = "\(directory)/\(source.path)"
    var problems = Problems(file: file)
    guard
      let text = SourceText.decode(
        source.bytes, file: file, limits: .standard, diagnostics: &problems.diagnostics)
    else { throw Failure(diagnostics: problems.diagnostics) }
    var reader = YAMLDocumentReader(text, policy: .plain, limits: .standard)
    var inventory = Inventory()
    _ = reader.next(into: &inventory.tree, diagnostics: &problems.diagnostics)
    if inventory.tree.isEmpty, !problems.hasErrors {
      problems.diagnostics.append(
        Diagnostic(
          .error, BilingualText(zh: "文件是空的", en: "the file is empty"),
          at: SourceLocation(file: file, range: SourceRange(at: .start))))
    }
    if problems.hasErrors { throw Failure(diagnostics: problems.diagnostics) }
    inventory.read(root: inventory.tree.root, words: standard.vocabulary.words, &problems)
    if problems.hasErrors { throw Failure(diagnostics: problems.diagnostics) }
    let draft = Draft(inventory.tree, inventory.tree.root)
    let report = Auditor(
      AuditSettings(
        standard: standard, waivers: WaiverBook([], asOf: Trial.anyDay, standard: standard), language: .zh)
    ).audit(inventory, file: file, diagnostics: []).report
    let english = Auditor(
      AuditSettings(
        standard: standard, waivers: WaiverBook([], asOf: Trial.anyDay, standard: standard), language: .en)
    ).audit(inventory, file: file, diagnostics: []).report
    if !report.findings.isEmpty {
      throw Failure(
        diagnostics: zip(report.findings, english.findings).map { finding, english in
          let id = standard.rules[finding.rule].id
          return Diagnostic(
            .error,
            BilingualText(
              zh: "合规样板不合规：\(id)：\(finding.message)",
              en: "the compliant inventory is not compliant: \(id): \(english.message)"),
            help: BilingualText(
              zh: "改合规样板；样板没错的，改规则 \(id)", en: "correct the compliant inventory, or the rule \(id) if that is wrong"),
            at: finding.location)
        }, isFound: true)
    }
    return Found(draft: draft, origin: .declared(file))
  }
}

package import Audit
package import Diagnostics
package import Inventory
package import Standard
import YAMLTree

/// Audits texts as if they were files, without files.
package enum Trials {
  /// The embedded standard; a broken one stops every test that needs it.
  package static let standard: Standard = {
    guard let standard = EmbeddedStandard.load().standard else { fatalError("the embedded standard has errors") }
    return standard
  }()

  /// The day on which the samples are judged.
  package static let day = CalendarDate("2026-05-20".utf8)!

  /// The result of every document of a text.
  package static func audit(
    _ text: String, standard: Standard = standard, roster: Roster? = nil, waivers: [Waiver] = [],
    language: Language = .zh
  ) -> [InventoryResult] {
    audit(Array(text.utf8), standard: standard, roster: roster, waivers: waivers, language: language)
  }

  /// The result of every document of some bytes.
  package static func audit(
    _ bytes: [UInt8], standard: Standard = standard, roster: Roster? = nil, waivers: [Waiver] = [],
    language: Language = .zh
  ) -> [InventoryResult] {
    let settings = AuditSettings(
      standard: standard, roster: roster, waivers: WaiverBook(waivers, asOf: day, standard: standard),
      language: language)
    let auditor = Auditor(settings)
    var problems = Problems(file: "t.yaml")
    guard
      let source = SourceText.decode(
        bytes, file: "t.yaml", limits: .standard, diagnostics: &problems.diagnostics)
    else { return [auditor.unreadable(Inventory(), file: "t.yaml", diagnostics: problems.diagnostics)] }
    var reader = YAMLDocumentReader(source, policy: .plain, limits: .standard)
    var inventory = Inventory()
    var results: [InventoryResult] = []
    while true {
      let outcome = reader.next(into: &inventory.tree, diagnostics: &problems.diagnostics)
      if outcome == .end { break }
      if !inventory.tree.isEmpty {
        inventory.read(root: inventory.tree.root, words: standard.vocabulary.words, &problems)
      }
      results.append(
        problems.hasErrors
          ? auditor.unreadable(inventory, file: "t.yaml", diagnostics: problems.diagnostics)
          : auditor.audit(inventory, file: "t.yaml", diagnostics: problems.diagnostics))
      problems.diagnostics = []
      if outcome == .broken { break }
    }
    return results
  }

  /// The report of several files, in this order, with a roster and waivers as texts.
  package static func report(
    _ files: [String], roster: String? = nil, waivers: String? = nil
  ) throws -> AuditReport {
    var list: Roster?
    if let roster {
      var read = Roster()
      try documents(roster) { read.read($0, words: standard.vocabulary.words, &$1) }
      list = read
    }
    var excused: [Waiver] = []
    if let waivers { try documents(waivers) { excused += Waiver.read($0, &$1) } }
    let settings = AuditSettings(
      standard: standard, roster: list, waivers: WaiverBook(excused, asOf: day, standard: standard), language: .zh)
    var batch = Batch(settings, streets: [])
    var communities = files.flatMap { audit($0, roster: list, waivers: excused) }.compactMap { batch.add($0) }
    communities += batch.missing()
    return batch.report(communities, diagnostics: batch.waiverDiagnostics(), asOf: day)
  }

  /// A roster or waivers file with errors.
  package struct BadFile: Error {
    package var diagnostics: [Diagnostic]
  }

  private static func documents(_ text: String, _ body: (YAMLTree, inout Problems) -> Void) throws {
    var problems = Problems(file: "list.yaml")
    guard
      let source = SourceText.decode(
        Array(text.utf8), file: "list.yaml", limits: .roster, diagnostics: &problems.diagnostics)
    else { throw BadFile(diagnostics: problems.diagnostics) }
    var reader = YAMLDocumentReader(source, policy: .plain, limits: .roster)
    var tree = YAMLTree()
    while reader.next(into: &tree, diagnostics: &problems.diagnostics) == .document { body(tree, &problems) }
    if problems.hasErrors { throw BadFile(diagnostics: problems.diagnostics) }
  }

  /// The findings of a text's inventories as `rule outcome sign subject`. What is null at the end is left out; a sign
  /// that is null before a subject is `–`. Of an inventory that cannot be read, what is wrong with it.
  package static func findings(_ text: String, standard: Standard = standard) -> [String] {
    audit(text, standard: standard).map(\.report).flatMap { report in
      report.findings.map { line($0, standard: standard) }
        + report.diagnostics.filter { $0.severity == .error }.map(\.message.en)
    }
  }

  /// A finding as `rule outcome sign subject`.
  package static func line(_ finding: Finding, standard: Standard = standard) -> String {
    var parts = [standard.rules[finding.rule].id, finding.outcome.rawValue]
    if finding.sign != nil || finding.subject != nil { parts.append(finding.sign ?? "–") }
    if let subject = finding.subject { parts.append(subject) }
    return parts.joined(separator: " ")
  }
}

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
    _ text: String, roster: Roster? = nil, waivers: [Waiver] = [], language: Language = .zh
  ) -> [InventoryResult] {
    audit(Array(text.utf8), roster: roster, waivers: waivers, language: language)
  }

  /// The result of every document of some bytes.
  package static func audit(
    _ bytes: [UInt8], roster: Roster? = nil, waivers: [Waiver] = [], language: Language = .zh
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

  /// The findings of one inventory as `rule outcome sign subject`, with `–` for what is null.
  package static func findings(_ text: String) -> [String] {
    audit(text).flatMap(\.report.findings).map { finding in
      let rule = standard.rules[finding.rule].id
      return "\(rule) \(finding.outcome.rawValue) \(finding.sign ?? "–") \(finding.subject ?? "–")"
    }
  }
}

package import Audit
package import Diagnostics
import Inventory
package import Rectification
package import Standard
import YAMLTree

/// Draws inventories that are given as texts.
package enum Walls {
  /// The report of the first document of a text, with what it records.
  package static func report(
    _ text: String, _ standard: Standard = Trials.standard, language: Language = .zh
  ) -> CommunityReport {
    var settings = AuditSettings(
      standard: standard, waivers: WaiverBook([], asOf: Trials.day, standard: standard), language: language)
    settings.keepsRecords = true
    let auditor = Auditor(settings)
    var problems = Problems(file: "t.yaml")
    guard
      let source = SourceText.decode(
        Array(text.utf8), file: "t.yaml", limits: .standard, diagnostics: &problems.diagnostics)
    else { return auditor.unreadable(Inventory(), file: "t.yaml", diagnostics: problems.diagnostics).report }
    var reader = YAMLDocumentReader(source, policy: .plain, limits: .standard)
    var inventory = Inventory()
    _ = reader.next(into: &inventory.tree, diagnostics: &problems.diagnostics)
    inventory.read(root: inventory.tree.root, words: standard.vocabulary.words, &problems)
    return problems.hasErrors
      ? auditor.unreadable(inventory, file: "t.yaml", diagnostics: problems.diagnostics).report
      : auditor.audit(inventory, file: "t.yaml", diagnostics: []).report
  }

  /// The elevation of the first document of a text; nil where there is none.
  package static func elevation(_ text: String, _ standard: Standard = Trials.standard) -> Elevation? {
    ElevationPlanner(standard)?.elevation(of: report(text, standard))
  }
}

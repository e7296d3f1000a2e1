package import Audit
package import Diagnostics
package import Inventory
package import Rectification
package import Standard
import YAMLTree

/// Plans the work that inventories given as texts ask for.
package enum Plans {
  /// The report of every document of a text, with what it records.
  package static func report(
    _ text: String, _ standard: Standard = Trials.standard, language: Language = .zh
  ) -> AuditReport {
    var settings = AuditSettings(
      standard: standard, waivers: WaiverBook([], asOf: Trials.day, standard: standard), language: language)
    settings.keepsRecords = true
    let auditor = Auditor(settings)
    var batch = Batch(settings, streets: [])
    var problems = Problems(file: "t.yaml")
    var communities: [CommunityReport] = []
    if let source = SourceText.decode(
      Array(text.utf8), file: "t.yaml", limits: .standard, diagnostics: &problems.diagnostics)
    {
      var reader = YAMLDocumentReader(source, policy: .plain, limits: .standard)
      var inventory = Inventory()
      while reader.next(into: &inventory.tree, diagnostics: &problems.diagnostics) == .document {
        inventory.read(root: inventory.tree.root, words: standard.vocabulary.words, &problems)
        let result =
          problems.hasErrors
          ? auditor.unreadable(inventory, file: "t.yaml", diagnostics: problems.diagnostics)
          : auditor.audit(inventory, file: "t.yaml", diagnostics: [])
        if let report = batch.add(result) { communities.append(report) }
      }
    }
    return batch.report(communities, diagnostics: [], asOf: Trials.day)
  }

  /// The plan of every document of a text.
  package static func plan(
    _ text: String, _ standard: Standard = Trials.standard, due: CalendarDate? = nil, language: Language = .zh
  ) -> Plan {
    PlanMaker(standard, due: due, language: language).plan(report(text, standard, language: language))
  }
}

import Audit
import Diagnostics
import Inventory
import SpotCheck
import Standard
import TestSupport
import YAMLTree

/// Inventories that are given as texts.
enum Given {
  /// The head of an inventory of a made-up community.
  static func head(_ name: String = "柳荫社区") -> String {
    "community: {district: 临江区, street: 江畔街道, name: \(name)}\nsurvey: {date: 2026-05-01, viewpoint: facing-entrance}\n"
  }

  /// The inventory of a text, with the audit of it.
  static func read(
    _ text: String, file: String = "t.yaml"
  ) -> (inventory: DeclaredInventory, verdicts: CommunityReport, errors: [String]) {
    var problems = Problems(file: file)
    var inventory = Inventory()
    if let source = SourceText.decode(
      Array(text.utf8), file: file, limits: .standard, diagnostics: &problems.diagnostics)
    {
      var reader = YAMLDocumentReader(source, policy: .plain, limits: .standard)
      _ = reader.next(into: &inventory.tree, diagnostics: &problems.diagnostics)
      inventory.read(root: inventory.tree.root, words: Trials.standard.vocabulary.words, &problems)
    }
    let declared = DeclaredInventory(inventory, source: file, Trials.standard)
    let settings = AuditSettings(
      standard: Trials.standard, waivers: WaiverBook([], asOf: Trials.day, standard: Trials.standard), language: .zh)
    let report = Auditor(settings).audit(inventory, file: file, diagnostics: []).report
    return (declared, report, problems.diagnostics.map(\.message.en))
  }

  /// What comparing two walls shows.
  static func compare(_ declared: String, _ observed: String) -> ReconciledCommunity? {
    let seen = read(observed, file: "seen.yaml")
    return Reconciler(Trials.standard).reconcile(
      [read(declared, file: "said.yaml").inventory], [(seen.inventory, seen.verdicts)]
    ).communities.first
  }
}

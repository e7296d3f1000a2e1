package import Audit
import Diagnostics
import Inventory
package import Standard
import YAMLTree

/// How a rule came out for a whole inventory, from least to most.
package enum RuleState: Int, Sendable, Hashable, Comparable {
  case notApplicable, pass, undetermined, fail

  package static func < (left: RuleState, right: RuleState) -> Bool { left.rawValue < right.rawValue }
}

/// Audits made-up inventories by every rule of a standard, as if they were files beside a roster.
package struct Trial: Sendable {
  /// The standard.
  package let standard: Standard
  private let auditor: Auditor

  /// What came of it.
  package struct Result: Sendable {
    /// By rule.
    package var states: [RuleState]
    /// Failures and undetermined findings.
    package var findings: [Finding]

    /// How many rules are broken or open, and how many are kept: what a compliant inventory has none and many of.
    var openCount: Int { states.count { $0 > .pass } }
    var passCount: Int { states.count { $0 == .pass } }
  }

  /// Prepares trials with a roster that lists the community of a draft.
  package init(_ standard: Standard, community: DraftFields) {
    self.standard = standard
    auditor = Self.auditor(standard, Self.roster([community], standard))
  }

  /// The day on which waivers are judged. There are none, so any day will do.
  static let anyDay: CalendarDate = {
    guard let day = CalendarDate(year: 2026, month: 1, day: 1) else { preconditionFailure("New Year's Day exists") }
    return day
  }()

  private static func auditor(_ standard: Standard, _ roster: Roster?) -> Auditor {
    Auditor(
      AuditSettings(
        standard: standard, roster: roster, waivers: WaiverBook([], asOf: anyDay, standard: standard), language: .zh,
        showsPasses: true))
  }

  /// Audits inventories in turn; nil where one of them cannot be read.
  ///
  /// - Parameter listed: the communities of the roster; nil: the one that the trials were prepared with.
  package func run(_ drafts: [Draft], listed: [DraftFields]? = nil) -> Result? {
    let auditor = listed.map { Self.auditor(standard, Self.roster($0, standard)) } ?? auditor
    var inventories: [Inventory] = []
    for draft in drafts {
      guard let inventory = Self.read(draft.yaml, standard) else { return nil }
      inventories.append(inventory)
    }
    return run(inventories, auditor)
  }

  private func run(_ inventories: [Inventory], _ auditor: Auditor) -> Result {
    var batch = Batch(auditor.settings, streets: [])
    var result = Result(states: standard.rules.map { _ in .notApplicable }, findings: [])
    func take(_ findings: [Finding]) {
      for finding in findings {
        let state: RuleState =
          switch finding.outcome {
          case .pass, .waived: .pass
          case .undetermined: .undetermined
          case .fail: .fail
          }
        result.states[finding.rule] = max(result.states[finding.rule], state)
        if state > .pass { result.findings.append(finding) }
      }
    }
    for inventory in inventories {
      if let report = batch.add(auditor.audit(inventory, file: "", diagnostics: [])) { take(report.findings) }
    }
    for report in batch.missing() { take(report.findings) }
    return result
  }

  /// Reads an inventory; nil where it has errors.
  static func read(_ bytes: [UInt8], _ standard: Standard) -> Inventory? {
    guard let tree = tree(bytes) else { return nil }
    var inventory = Inventory()
    inventory.tree = tree
    var problems = Problems(file: "")
    inventory.read(root: tree.root, words: standard.vocabulary.words, &problems)
    return problems.hasErrors ? nil : inventory
  }

  private static func tree(_ bytes: [UInt8]) -> YAMLTree? {
    var diagnostics: [Diagnostic] = []
    guard let source = SourceText.decode(bytes, file: "", limits: .standard, diagnostics: &diagnostics) else {
      return nil
    }
    var reader = YAMLDocumentReader(source, policy: .plain, limits: .standard)
    var tree = YAMLTree()
    let outcome = reader.next(into: &tree, diagnostics: &diagnostics)
    guard outcome == .document, !reader.hasErrors, !tree.isEmpty else { return nil }
    return tree
  }

  /// A roster that lists communities as their inventories name them; nil where that is no roster.
  private static func roster(_ communities: [DraftFields], _ standard: Standard) -> Roster? {
    guard let district = communities.first?.text(.district) else { return nil }
    var streets: [DraftFields] = []
    for community in communities {
      var listed = DraftFields()
      for key in [InventoryKey.name, .code, .type, .partyOrganization] { listed[key] = community[key] }
      let name = community.text(.street) ?? ""
      let index = streets.firstIndex { $0.text(.name) == name }
      let others = index.map { streets[$0][.communities]?.items ?? [] } ?? []
      let street = DraftFields([(.name, .text(name)), (.communities, .list(others + [.fields(listed)]))])
      if let index { streets[index] = street } else { streets.append(street) }
    }
    let draft = Draft(
      DraftFields([
        (.roster, .text("1")), (.district, .text(district)), (.streets, .list(streets.map { .fields($0) })),
      ]))
    guard let tree = tree(draft.yaml) else { return nil }
    var roster = Roster()
    var problems = Problems(file: "")
    roster.read(tree, words: standard.vocabulary.words, &problems)
    return problems.hasErrors ? nil : roster
  }
}

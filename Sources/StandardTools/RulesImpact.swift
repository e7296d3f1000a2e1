package import Audit
package import Diagnostics
package import Standard

/// What would change if the same inventories were audited by another standard: the boundary type between comparing two
/// audits and showing the result.
package struct RulesImpact: Sendable {
  /// The standard in force and the one that is looked at.
  package var current: StandardSummary
  package var proposed: StandardSummary
  /// The streets, in the order of the present audit, with those communities in which something changes.
  package var streets: [Street]
  /// The rules by which findings appear or disappear, in the proposed standard's order, removed rules behind.
  package var rules: [RuleImpact]

  /// One street.
  package struct Street: Sendable {
    /// The district and the street, short forms.
    package var district: String
    package var street: String
    /// How many communities it has, and how many stand in each state before and after.
    package var communities: Int
    package var before: Summary
    package var after: Summary
    /// The communities in which something changes, in the order of the present audit.
    package var changed: [Community]
  }

  /// One community in which something changes.
  package struct Community: Sendable {
    /// Its name; its file's, where the name cannot be read.
    package var name: String
    /// Its file; nil for one without an inventory.
    package var source: String?
    /// Its state by each standard; nil where one of them does not report it.
    package var before: CommunityStatus?
    package var after: CommunityStatus?
    /// Why its inventory cannot be read by the proposed standard; empty where it can, and where it cannot be read by the
    /// present one either.
    package var problems: [Diagnostic]
    /// Findings that the proposed standard alone has, those that the present one alone has, and those whose severity
    /// changes.
    package var appearing: [Item]
    package var disappearing: [Item]
    package var regraded: [Item]
  }

  /// One finding.
  package struct Item: Sendable, Hashable {
    /// The rule's id in the standard that has the finding.
    package var rule: String
    package var outcome: Outcome
    package var severity: Severity
    /// The severity that it had, where that changes.
    package var formerSeverity: Severity?
    package var sign: String?
    package var subject: String?
    package var message: String
  }

  /// What becomes of one rule's findings.
  package struct RuleImpact: Sendable, Hashable {
    package var id: String
    package var title: BilingualText
    package var appearing: Int
    package var disappearing: Int
    package var regraded: Int
  }

  /// Whether nothing changes.
  package var isEmpty: Bool { streets.allSatisfy(\.changed.isEmpty) }

  /// The number of failures that appear at or above a severity, and of undetermined findings if these count.
  package func appearing(atLeast severity: Severity, countingUndetermined: Bool) -> Int {
    streets.flatMap(\.changed).flatMap { $0.appearing + $0.regraded }.count { item in
      guard item.outcome == .fail || countingUndetermined && item.outcome == .undetermined else { return false }
      if let former = item.formerSeverity, former <= severity { return false }
      return item.severity <= severity
    }
  }
}

extension RulesImpact {
  /// Compares two audits of the same inventories.
  ///
  /// - Parameters:
  ///   - before: the audit by the standard in force, with its report.
  ///   - after: the audit by the other one.
  package init(before: (Standard, AuditReport), after: (Standard, AuditReport)) {
    let names = Names(before.0, after.0)
    current = before.1.standard
    proposed = after.1.standard
    let new = Self.communities(after.1)
    var unmatched = Dictionary(new.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var order: [PlaceName] = []
    var streets: [PlaceName: Street] = [:]
    var totals: [String: RuleImpact] = [:]
    func add(_ old: Located?, _ new: Located?) {
      guard let place = (old ?? new)?.place else { return }
      if streets[place] == nil {
        order.append(place)
        streets[place] = Street(
          district: place.district, street: place.street, communities: 0, before: Summary(), after: Summary(),
          changed: [])
      }
      streets[place]?.communities += 1
      if let old { streets[place]?.before.add(old.report) }
      if let new { streets[place]?.after.add(new.report) }
      let change = Self.change(old?.report, new?.report, names)
      for item in change.appearing { totals[item.rule, default: names.impact(item.rule)].appearing += 1 }
      for item in change.disappearing {
        let id = names.newID[item.rule] ?? item.rule
        totals[id, default: names.impact(id)].disappearing += 1
      }
      for item in change.regraded { totals[item.rule, default: names.impact(item.rule)].regraded += 1 }
      let isSame =
        change.before == change.after && change.appearing.isEmpty && change.disappearing.isEmpty
        && change.regraded.isEmpty
      if !isSame { streets[place]?.changed.append(change) }
    }
    for old in Self.communities(before.1) { add(old, unmatched.removeValue(forKey: old.key)) }
    for item in new where unmatched[item.key] != nil { add(nil, item) }
    self.streets = order.compactMap { streets[$0] }
    rules = (after.0.rules.map(\.id) + before.0.rules.map { names.newID[$0.id] ?? $0.id }).uniqued()
      .compactMap { totals[$0] }
  }

  private struct PlaceName: Hashable {
    var district: String
    var street: String
  }

  /// A community's report with what it is found by in the other audit.
  private struct Located {
    var key: String
    var place: PlaceName
    var report: CommunityReport
  }

  /// Every community of a report. One that has a file is found by the file and its place among the file's documents,
  /// one that has none by its names.
  private static func communities(_ report: AuditReport) -> [Located] {
    var seen: [String: Int] = [:]
    let grouped = report.streets.flatMap { street in
      street.communities.map { (PlaceName(district: street.district, street: street.street), $0) }
    }
    let others = report.unreadable.map { (PlaceName(district: "", street: ""), $0) }
    // Within a file documents keep their order, whatever street they are in.
    return (grouped + others).map { place, community in
      let name = [community.district, community.street, community.name].compactMap(\.self).joined(separator: "/")
      guard let source = community.source else { return Located(key: "- \(name)", place: place, report: community) }
      let own = "\(source) \(community.name ?? "")\(community.facility ?? "")"
      seen[own, default: 0] += 1
      return Located(key: "\(own) \(seen[own, default: 0])", place: place, report: community)
    }
  }

  /// The ids of rules in both standards.
  private struct Names {
    var old: [String]
    var new: [String]
    /// The new id of a rule that was renamed.
    var newID: [String: String] = [:]
    private var titles: [String: BilingualText] = [:]

    init(_ before: Standard, _ after: Standard) {
      old = before.rules.map(\.id)
      new = after.rules.map(\.id)
      for rule in before.rules { titles[rule.id] = rule.title }
      for rule in after.rules {
        titles[rule.id] = rule.title
        for alias in rule.aliases where !new.contains(alias) { newID[alias] = rule.id }
      }
    }

    func impact(_ id: String) -> RuleImpact {
      RuleImpact(
        id: id, title: titles[id] ?? BilingualText(zh: id, en: id), appearing: 0, disappearing: 0, regraded: 0)
    }
  }

  private static func change(_ old: CommunityReport?, _ new: CommunityReport?, _ names: Names) -> Community {
    struct Key: Hashable {
      var rule: String
      var outcome: Outcome
      var sign: String?
      var subject: String?
    }
    func items(_ report: CommunityReport?, _ ids: [String]) -> [(key: Key, item: Item)] {
      (report?.findings ?? []).filter { $0.outcome != .pass }.map { finding in
        let id = ids[finding.rule]
        return (
          Key(rule: names.newID[id] ?? id, outcome: finding.outcome, sign: finding.sign, subject: finding.subject),
          Item(
            rule: id, outcome: finding.outcome, severity: finding.severity, sign: finding.sign,
            subject: finding.subject, message: finding.message)
        )
      }
    }
    let before = items(old, names.old)
    let after = items(new, names.new)
    let known = Dictionary(before.map { ($0.key, $0.item) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(after.map(\.key))
    var regraded: [Item] = []
    for (key, item) in after {
      guard let former = known[key], former.severity != item.severity else { continue }
      var item = item
      item.formerSeverity = former.severity
      regraded.append(item)
    }
    let community = new ?? old
    return Community(
      name: community?.name ?? community?.source ?? "", source: community?.source, before: old?.status,
      after: new?.status,
      problems: new?.status == .unreadable && old?.status != .unreadable
        ? new?.diagnostics.filter { $0.severity == .error } ?? [] : [],
      appearing: after.filter { known[$0.key] == nil }.map(\.item),
      disappearing: before.filter { !kept.contains($0.key) }.map(\.item), regraded: regraded)
  }
}

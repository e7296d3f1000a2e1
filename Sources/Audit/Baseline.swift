package import Diagnostics
package import Inventory
package import Standard

/// The findings that were known when a gate was set up, and the one function that decides whether a finding is one of
/// them.
///
/// A known finding is reported as before and changes no community's state; only the exit code leaves it out. What counts
/// is the fingerprint: rule, community, facility, sign and subject, never a line or a wording.
package struct Baseline: Sendable {
  /// The entries, in the order of the file.
  package let entries: [BaselineEntry]
  private let byFingerprint: [String: [Int]]

  /// What became of an entry.
  package enum State: Sendable, Hashable {
    /// The finding is still there; an undetermined one also where it was a failure.
    case known
    /// It is a failure now and was undetermined: that is a new finding.
    case worse
    /// A waiver excuses it: the baseline need not name it any more.
    case waived
  }

  /// An entry that a finding met.
  package struct Meeting: Sendable, Hashable {
    /// The index of the entry.
    package var entry: Int
    /// What became of it.
    package var state: State
  }

  /// Makes a baseline of entries that `problems` finds nothing wrong with. A rule's former id counts as its present one.
  package init(_ entries: [BaselineEntry], _ standard: Standard) {
    self.entries = entries
    var byFingerprint: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      let rule = standard.ruleIndex(entry.rule).map { standard.rules[$0].id } ?? entry.rule
      let fingerprint =
        rule == entry.rule ? entry.fingerprint : Self.fingerprint(entry, rule: rule, standard)
      byFingerprint[fingerprint, default: []].append(index)
    }
    self.byFingerprint = byFingerprint
  }

  /// The entry that names a finding, if one does, and what that makes of it.
  ///
  /// - Parameter isTaken: whether an entry was met already. Several findings share a fingerprint where a community has
  ///   a third inventory and a fourth; each needs an entry of its own.
  func match(_ finding: Finding, isTaken: (Int) -> Bool = { _ in false }) -> Meeting? {
    guard finding.outcome != .pass, let indexes = byFingerprint[finding.fingerprint],
      let index = indexes.first(where: { !isTaken($0) })
    else { return nil }
    switch finding.outcome {
    case .waived: return Meeting(entry: index, state: .waived)
    case .fail: return Meeting(entry: index, state: entries[index].isUndetermined ? .worse : .known)
    case .undetermined, .pass: return Meeting(entry: index, state: .known)
    }
  }

  /// Entries whose fingerprint is not that of what they say: a line that a reviewer reads must excuse what it names.
  package static func problems(_ entries: [BaselineEntry], _ standard: Standard) -> [Diagnostic] {
    entries.compactMap { entry in
      guard fingerprint(entry, rule: entry.rule, standard) != entry.fingerprint else { return nil }
      return Diagnostic(
        .error,
        BilingualText(
          zh: "基线条目的指纹与所写的规则、社区、标识牌对不上",
          en: "the fingerprint of this entry is not that of the rule, community and sign it names"),
        help: BilingualText(
          zh: "不要手工改写条目；用 signaudit baseline write 重新生成",
          en: "do not edit entries; write them with `signaudit baseline write`"),
        at: entry.location)
    }
  }

  /// The entries that stand for a community's findings: its failures and what is undetermined.
  package static func entries(of community: CommunityReport, rules: [RuleSummary]) -> [BaselineEntry] {
    guard let district = community.district, let street = community.street, let name = community.name else { return [] }
    return community.findings.compactMap { finding in
      guard finding.outcome == .fail || finding.outcome == .undetermined else { return nil }
      return BaselineEntry(
        rule: rules[finding.rule].id, district: district, street: street, community: name,
        facility: community.facility, sign: finding.sign, subject: finding.subject,
        isUndetermined: finding.outcome == .undetermined, fingerprint: finding.fingerprint,
        text: DisplayWidth.truncate(VisibleText(finding.message).text, to: 80), location: finding.location)
    }
  }

  private static func fingerprint(_ entry: BaselineEntry, rule: String, _ standard: Standard) -> String {
    Fingerprint.of(
      rule: rule, PlaceKey(entry, standard.vocabulary.words.shortNames),
      facility: entry.facility.map { ComparedText.of($0) } ?? "",
      sign: entry.sign.map { ComparedText.of($0) }, subject: entry.subject)
  }
}

extension PlaceKey {
  /// The community of an entry.
  init(_ entry: BaselineEntry, _ shortNames: ShortNames) {
    self.init(district: entry.district, street: entry.street, community: entry.community, shortNames)
  }
}

package import Audit
package import Diagnostics
package import Standard

/// Whether two rules have to do with each other, so that one may notice what is made to break the other.
///
/// Of all changes that break a rule the one is taken that the fewest other rules notice; what is noticed all the same
/// cannot be had without. It is right where the two rules are related: one yields to the other, both speak of the same
/// sign or room, or their conditions share a kind of sign or a part of the facility.
package struct RuleRelation: Sendable {
  private let profiles: [Profile]
  private let yields: [Set<Int>]
  private let words: Vocabulary

  private struct Profile: Sendable {
    /// Kinds of signs, and groups of them, that the rule names.
    var kinds: Set<String> = []
    /// Parts of an inventory besides the fields of signs: rooms, entries, the batch.
    var parts: Set<String> = []
    /// Whether it counts signs without naming a kind.
    var countsAny = false
  }

  /// Why two rules are related.
  package enum Reason: Sendable, Hashable {
    /// One yields to the other.
    case yields
    /// Both findings are about this sign or room.
    case element(String)
    /// Both speak of these kinds of signs or parts of an inventory.
    case words([BilingualText])
  }

  /// Looks at the rules of a standard.
  package init(_ standard: Standard) {
    let partWords: [String: String] = [
      "functions": "rooms", "rooms": "rooms", "floors_with": "rooms", "room": "rooms", "map_matches": "rooms",
      "door_numbers": "rooms", "entries_cover": "entries", "entries": "entries", "function": "entries",
      "in_facility": "rooms", "listed_in_roster": "batch", "inventory_submitted": "batch", "inventory_unique": "batch",
    ]
    profiles = standard.rules.map { rule in
      var profile = Profile()
      for key in ["check", "when"] {
        guard let value = standard.written(rule, key) else { continue }
        for leaf in value.leaves {
          if ["kind", "kind_group", "declared", "recognised"].contains(leaf.key) { profile.kinds.insert(leaf.text) }
          if leaf.key == "of", let part = partWords[leaf.text] { profile.parts.insert(part) }
        }
        for key in value.keys { if let part = partWords[key] { profile.parts.insert(part) } }
        if value.keys.contains("count"), profile.kinds.isEmpty,
          value.leaves.contains(where: { $0.key == "of" && $0.text == "signs" })
        {
          profile.countsAny = true
        }
      }
      return profile
    }
    words = standard.vocabulary
    yields = standard.rules.map { Set($0.yieldsTo) }
  }

  /// Why a rule may notice a change that was made to break another; nil: it may not.
  ///
  /// - Parameters:
  ///   - other: the rule that notices.
  ///   - findings: what it reports.
  ///   - rule: the rule that was to be broken.
  ///   - broken: what that one reports.
  package func reason(
    _ other: Int, _ findings: [Finding], _ rule: Int, _ broken: [Finding], _ mutant: Mutant
  ) -> Reason? {
    if yields[other].contains(rule) || yields[rule].contains(other) { return .yields }
    let signs = mutant.signs.union(broken.compactMap(\.sign))
    let subjects = Set(mutant.rooms.map { "room:\($0)" }).union(broken.compactMap(\.subject))
    for finding in findings {
      if let sign = finding.sign, signs.contains(sign) { return .element(sign) }
      if let subject = finding.subject, subjects.contains(subject) { return .element(subject) }
    }
    let (one, two) = (profiles[other], profiles[rule])
    let shared = one.kinds.intersection(two.kinds).union(one.parts.intersection(two.parts))
    if !shared.isEmpty { return .words(shared.sorted().map { RuleWords.label($0, under: "kind", words) }) }
    if one.countsAny && !two.kinds.isEmpty || two.countsAny && !one.kinds.isEmpty || one.countsAny && two.countsAny {
      return .words([RuleWords.label("signs", under: "of", words)])
    }
    return nil
  }
}

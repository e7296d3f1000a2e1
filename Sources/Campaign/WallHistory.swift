internal import Audit
internal import Inventory

/// What hung in each community at each round, and what came down and went up between two rounds.
package struct WallHistory: Sendable {
  /// How a sign left the wall.
  package enum Departure: String, Sendable, Hashable {
    /// The inventory keeps it as taken down.
    case removed
    /// The inventory does not list it any more, and does not say that it was taken down.
    case unlisted
  }

  /// What changed on a wall between two rounds.
  package struct Change: Sendable, Hashable {
    /// The signs that are still there, as they are now.
    package var kept: [RoundSign] = []
    /// The signs that are not there any more, as they were.
    package var down: [(sign: RoundSign, departure: Departure)] {
      zip(downSigns, departures).map { ($0, $1) }
    }
    /// The signs that were not there before.
    package var up: [RoundSign] = []

    fileprivate(set) var downSigns: [RoundSign] = []
    fileprivate(set) var departures: [Departure] = []
  }

  /// A sign that came down and went up again, under another wording or at another place (边减边增、明减暗增).
  package struct Comeback: Sendable, Hashable {
    /// The community as it is in the round in which the sign went up.
    package var community: RoundCommunity
    /// Its key.
    package var key: CommunityKey
    /// The sign as it was, and the round in which it was not there any more.
    package var old: RoundSign
    package var downIn: Int
    /// How it left the wall.
    package var departure: Departure
    /// The sign as it is, and the round in which it was there.
    package var new: RoundSign
    package var upIn: Int
    /// How like they are, and why.
    package var likeness: Likeness
    /// The rules that the new sign fails or leaves open in that round; none: it was replaced by one that conforms.
    package var rules: [String]
  }

  /// The communities in each round of which the wall is known, by the index of the round.
  private let views: [[CommunityKey: View]]
  /// What came back, in order of rounds, then of communities.
  package let comebacks: [Comeback]

  private struct View: Sendable {
    var community: RoundCommunity
    var signs: [RoundSign]

    /// The ids of the signs that its inventory keeps as taken down.
    var removed: [String] { community.signs.filter(\.isRemoved).map(\.comparedId) }
  }

  /// Follows the walls through the rounds.
  init(_ rounds: [Round]) {
    let comparer = WordingComparer(rounds.flatMap(\.communities).flatMap(\.signs).compactMap(\.text))
    var current: [CommunityKey: View] = [:]
    var taken: [CommunityKey: [TakenDown]] = [:]
    var views: [[CommunityKey: View]] = []
    var comebacks: [Comeback] = []
    for round in rounds {
      var here: [CommunityKey: View] = [:]
      for community in round.communities where community.isAudited {
        guard let key = community.key, here[key] == nil else { continue }
        let view = Self.view(of: community, after: current[key])
        if let before = current[key] {
          let change = Self.change(before.signs, view, removed: Set(view.removed), comparer)
          var pool = taken[key] ?? []
          pool += change.down.map { TakenDown(sign: $0.sign, round: round.number, departure: $0.departure) }
          comebacks += Self.comebacks(of: change.up, &pool, community, key, round.number, comparer)
          taken[key] = pool
        }
        current[key] = view
        here[key] = view
      }
      views.append(here)
    }
    self.views = views
    self.comebacks = comebacks
    self.comparer = comparer
  }

  private let comparer: WordingComparer

  private struct TakenDown {
    var sign: RoundSign
    var round: Int
    var departure: Departure
  }

  /// What changed in a community between two rounds; nil unless both audited it.
  package func change(_ key: CommunityKey, from first: Int, to second: Int) -> Change? {
    guard views.indices.contains(first - 1), views.indices.contains(second - 1),
      let before = views[first - 1][key], let after = views[second - 1][key]
    else { return nil }
    // What was kept as taken down in a round between need not be kept for ever.
    let removed = views[first..<max(first, second)].compactMap { $0[key] }.flatMap(\.removed)
    return Self.change(before.signs, after, removed: Set(removed), comparer)
  }

  /// The communities that a round audited.
  package func audited(in round: Int) -> Set<CommunityKey> {
    views.indices.contains(round - 1) ? Set(views[round - 1].keys) : []
  }

  /// The number of signs in place in a community at a round; nil where it was not audited.
  package func count(_ key: CommunityKey, in round: Int) -> Int? {
    views.indices.contains(round - 1) ? views[round - 1][key]?.signs.count : nil
  }

  /// What hangs: the signs in place, and in a zone that was not surveyed what hung there before.
  private static func view(of community: RoundCommunity, after before: View?) -> View {
    let listed = Set(community.signs.map(\.comparedId))
    let unseen = (before?.signs ?? []).filter { !community.covers($0.zone) && !listed.contains($0.comparedId) }
    return View(community: community, signs: community.signs.filter { !$0.isRemoved } + unseen)
  }

  /// Tells which sign is which. An id is the same sign as long as kind or words are much the same; other ids are the
  /// same sign where words and place are, as when an inventory is numbered anew.
  ///
  /// - Parameter removed: the ids of signs that inventories kept as taken down since.
  private static func change(
    _ before: [RoundSign], _ after: View, removed: Set<String>, _ comparer: WordingComparer
  ) -> Change {
    let names = after.community.names
    var change = Change()
    var open = after.signs
    var left: [RoundSign] = []
    for old in before {
      let same = open.firstIndex { new in
        guard new.comparedId == old.comparedId else { return false }
        return new.comparedText == old.comparedText || comparer.likeness(old, new, without: names).isNotable
          || (old.text == nil && new.kind == old.kind) || (new.text == nil && new.kind == old.kind)
      }
      if let same { change.kept.append(open.remove(at: same)) } else { left.append(old) }
    }
    for old in left {
      let isRemoved = removed.contains(old.comparedId)
      let same =
        isRemoved
        ? nil
        : open.firstIndex {
          $0.comparedText == old.comparedText && $0.place == old.place && $0.room == old.room && $0.kind == old.kind
        }
      if let same {
        change.kept.append(open.remove(at: same))
      } else {
        change.downSigns.append(old)
        change.departures.append(isRemoved ? .removed : .unlisted)
      }
    }
    change.up = open
    return change
  }

  /// Pairs what went up with what came down, the most alike first; what was paired leaves the pool.
  private static func comebacks(
    of up: [RoundSign], _ pool: inout [TakenDown], _ community: RoundCommunity, _ key: CommunityKey, _ round: Int,
    _ comparer: WordingComparer
  ) -> [Comeback] {
    var pairs: [(up: Int, down: Int, likeness: Likeness)] = []
    for (upIndex, new) in up.enumerated() {
      for (downIndex, down) in pool.enumerated() {
        let likeness = comparer.likeness(down.sign, new, without: community.names)
        if likeness.isNotable { pairs.append((upIndex, downIndex, likeness)) }
      }
    }
    pairs.sort { ($1.likeness.score, $0.up, $0.down) < ($0.likeness.score, $1.up, $1.down) }
    var usedUp: Set<Int> = []
    var usedDown: Set<Int> = []
    var found: [(up: Int, comeback: Comeback)] = []
    for pair in pairs where !usedUp.contains(pair.up) && !usedDown.contains(pair.down) {
      usedUp.insert(pair.up)
      usedDown.insert(pair.down)
      let (new, down) = (up[pair.up], pool[pair.down])
      let rules = community.findings.filter {
        $0.sign == new.id && ($0.outcome == .fail || $0.outcome == .undetermined)
      }
      .map(\.rule)
      found.append(
        (
          pair.up,
          Comeback(
            community: community, key: key, old: down.sign, downIn: down.round, departure: down.departure, new: new,
            upIn: round, likeness: pair.likeness, rules: rules)
        ))
    }
    pool = pool.indices.filter { !usedDown.contains($0) }.map { pool[$0] }
    return found.sorted { $0.up < $1.up }.map(\.comeback)
  }
}

extension RoundSign {
  /// Its id and its words in compared form.
  var comparedId: String { ComparedText.of(id) }
  var comparedText: String? { text.map(ComparedText.of) }
}

extension RoundCommunity {
  /// The names that its signs bear, the longest way of writing each first.
  var names: [String] { [name, street, district].compactMap(\.self) }
}

extension WallHistory.Comeback {
  /// What was done to the sign.
  package enum Manner: Sendable, Hashable {
    /// Outside before, inside now (明减暗增).
    case movedInside
    /// The same words at another place (移位).
    case moved
    /// Other words at the same place (换名).
    case renamed
    /// Other words at another place (换名移位).
    case renamedAndMoved
    /// The same words at the same place (恢复原样).
    case putBack
  }

  /// What was done to the sign.
  package var manner: Manner {
    if old.zone == .exterior, new.zone == .interior { return .movedInside }
    let isMoved = old.place != new.place || (old.room != nil && new.room != nil && old.room != new.room)
    switch (old.comparedText == new.comparedText, isMoved) {
    case (true, true): return .moved
    case (true, false): return .putBack
    case (false, true): return .renamedAndMoved
    case (false, false): return .renamed
    }
  }

  /// Whether the new sign keeps all rules: it was replaced, not smuggled in.
  package var conforms: Bool { rules.isEmpty }
}

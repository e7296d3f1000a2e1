internal import Audit

/// Two rounds side by side, with the counts that every campaign reports: before, taken down, kept.
package struct Comparison: Sendable, Hashable {
  /// What is counted.
  package struct Counts: Sendable, Hashable {
    /// The communities that both rounds audited: only they are counted.
    package var communities = 0
    /// The signs in place in the first round: those taken down and those kept.
    package var before = 0
    /// The signs of the first round that are not there any more.
    package var down = 0
    /// Those of them that the inventory does not keep as taken down: to be verified.
    package var unlisted = 0
    /// The signs that are still there.
    package var kept = 0
    /// The signs that were not there before.
    package var up = 0
    /// The failures in the first round, those of them that are not found any more, and those that are.
    package var failures = 0
    package var settled = 0
    package var remaining = 0
    /// The failures that the first round did not find.
    package var appeared = 0

    /// The signs in place in the second round.
    package var after: Int { kept + up }

    mutating func add(_ other: Counts) {
      communities += other.communities
      before += other.before
      down += other.down
      unlisted += other.unlisted
      kept += other.kept
      up += other.up
      failures += other.failures
      settled += other.settled
      remaining += other.remaining
      appeared += other.appeared
    }
  }

  /// A sign that came down or went up.
  package struct Move: Sendable, Hashable {
    /// Its community.
    package var community: RoundCommunity
    /// The sign: as it was, where it came down.
    package var sign: RoundSign
    /// How it left the wall; nil for one that went up.
    package var departure: WallHistory.Departure?
  }

  /// The counts of each street, in the order of the campaign.
  package var streets: [(street: CampaignHistory.Street, counts: Counts)] {
    zip(streetList, countList).map { ($0, $1) }
  }
  /// The sum over all streets.
  package var total: Counts
  /// The signs that came down, then those that went up; community by community.
  package var moves: [Move]
  /// What came back in the second round or between the two.
  package var comebacks: [WallHistory.Comeback]
  /// The communities that only one of the two rounds audited.
  package var uncompared: [RoundCommunity]

  fileprivate var streetList: [CampaignHistory.Street]
  fileprivate var countList: [Counts]
}

extension CampaignHistory {
  /// A round by its number.
  package func round(_ number: Int) throws(CampaignError) -> Round {
    guard rounds.indices.contains(number - 1) else { throw .noRound(number, last: rounds.count) }
    return rounds[number - 1]
  }

  /// Compares two rounds.
  package func comparison(from first: Int, to second: Int) throws(CampaignError) -> Comparison {
    let (old, new) = (try round(first), try round(second))
    let (oldFailures, newFailures) = (failures(old), failures(new))
    var counts: [StreetKey: Comparison.Counts] = [:]
    var moves: [Comparison.Move] = []
    var compared: Set<CommunityKey> = []
    for community in new.communities where community.isAudited {
      guard let key = community.key, !compared.contains(key), let change = walls.change(key, from: first, to: second)
      else { continue }
      compared.insert(key)
      let (before, after) = (oldFailures[key] ?? [], newFailures[key] ?? [])
      counts[key.street, default: Comparison.Counts()].add(
        Comparison.Counts(
          communities: 1, before: change.down.count + change.kept.count, down: change.down.count,
          unlisted: change.down.count { $0.departure == .unlisted }, kept: change.kept.count, up: change.up.count,
          failures: before.count, settled: before.subtracting(after).count,
          remaining: before.intersection(after).count, appeared: after.subtracting(before).count))
      moves += change.down.map { Comparison.Move(community: community, sign: $0.sign, departure: $0.departure) }
      moves += change.up.map { Comparison.Move(community: community, sign: $0, departure: nil) }
    }
    var total = Comparison.Counts()
    for value in counts.values { total.add(value) }
    let listed = streets.filter { counts[$0.key] != nil }
    var seen: Set<CommunityKey> = []
    let uncompared = (new.communities + old.communities).filter { community in
      guard community.isAudited, let key = community.key, !compared.contains(key) else { return false }
      return seen.insert(key).inserted
    }
    return Comparison(
      total: total, moves: moves,
      comebacks: walls.comebacks.filter { $0.upIn > min(first, second) && $0.upIn <= max(first, second) },
      uncompared: uncompared, streetList: listed, countList: listed.map { counts[$0.key] ?? Comparison.Counts() })
  }

  /// The fingerprints that fail in a round, by community.
  private func failures(_ round: Round) -> [CommunityKey: Set<String>] {
    var failures: [CommunityKey: Set<String>] = [:]
    for community in round.communities {
      guard let key = community.key else { continue }
      failures[key, default: []].formUnion(community.findings.filter { $0.outcome == .fail }.map(\.fingerprint))
    }
    return failures
  }
}

internal import Audit
internal import Diagnostics
internal import Inventory

/// A whole campaign: its rounds, what was said between them, and what follows from both. A value without a database:
/// the same rounds and actions give the same courses.
package struct CampaignHistory: Sendable {
  /// A street as the last round that knows it names it.
  package struct Street: Sendable, Hashable {
    /// Its key.
    package var key: StreetKey
    /// Its district and its name, as they are shown.
    package var district: String
    package var name: String
  }

  /// The rounds, oldest first; their numbers are 1, 2, ….
  package let rounds: [Round]
  /// What was said, in order.
  package let actions: [ReviewAction]
  /// The streets, in the order of the newest round, then of older ones.
  package let streets: [Street]
  /// The findings: street by street, community by community, in the order of the rules.
  package let courses: [FindingCourse]
  /// The signs on the walls at each round.
  package let walls: WallHistory

  /// Works out what follows from rounds and actions.
  package init(rounds: [Round], actions: [ReviewAction]) {
    self.rounds = rounds
    self.actions = actions
    var streets: [Street] = []
    var known: Set<StreetKey> = []
    for community in rounds.reversed().flatMap(\.communities) {
      guard let key = community.key, let district = community.district, let name = community.street else { continue }
      if known.insert(key.street).inserted { streets.append(Street(key: key.street, district: district, name: name)) }
    }
    self.streets = streets
    walls = WallHistory(rounds)
    var replay = CourseReplay()
    var next = actions[...]
    for round in rounds {
      replay.take(round)
      while let action = next.first, action.afterRound <= round.number {
        replay.take(action)
        next.removeFirst()
      }
    }
    courses = Self.sorted(replay.courses, rounds, streets.map(\.key))
  }

  /// The street of a name, in any form; nil where there is none, or one in each of several districts.
  package func street(named name: String) -> Street? {
    let wanted = ComparedText.of(name)
    let found = streets.filter { $0.key.street == wanted || $0.key.district + $0.key.street == wanted }
    return found.count == 1 ? found[0] : nil
  }

  /// The courses of a street.
  package func courses(of street: StreetKey) -> [FindingCourse] { courses.filter { $0.key.street == street } }

  /// Why something cannot have been said on a day; nil where it can: not before anybody had found it, not after today, and
  /// no review before what it reviews. What is stored already is taken as it is.
  func refusal(
    of kind: ReviewAction.Kind, on day: CalendarDate, today: CalendarDate, for course: FindingCourse
  ) -> BilingualText? {
    if day > today {
      return BilingualText(zh: "日期 \(day) 晚于今天（\(today)），请核对 --on", en: "\(day) is after today (\(today)): check --on")
    }
    if let first = rounds.first(where: { $0.number == course.firstSeen }), day < first.asOf {
      return BilingualText(
        zh: "日期 \(day) 早于第 \(first.number) 轮首次发现这一问题的日期（\(first.asOf)），请核对 --on",
        en: "\(day) is before round \(first.number) found it for the first time (\(first.asOf)): check --on")
    }
    guard kind == .close || kind == .return, let claim = course.claim, day < claim.on else { return nil }
    return BilingualText(
      zh: "日期 \(day) 早于街道申报整改完成的日期（\(claim.on)），请核对 --on",
      en: "\(day) is before the street said that it is done (\(claim.on)): check --on")
  }

  private static func sorted(
    _ courses: [FindingCourse], _ rounds: [Round], _ streets: [StreetKey]
  ) -> [FindingCourse] {
    let streetRanks = Dictionary(uniqueKeysWithValues: zip(streets, streets.indices))
    var communityRanks: [CommunityKey: Int] = [:]
    var ruleRanks: [String: Int] = [:]
    for round in rounds.reversed() {
      for key in round.communities.compactMap(\.key) where communityRanks[key] == nil {
        communityRanks[key] = communityRanks.count
      }
      for rule in round.standard.rules where ruleRanks[rule.id] == nil { ruleRanks[rule.id] = ruleRanks.count }
    }
    func ranks(_ course: FindingCourse) -> [Int] {
      [
        streetRanks[course.key.street] ?? .max, communityRanks[course.key] ?? .max, ruleRanks[course.rule.id] ?? .max,
        course.place,
      ]
    }
    return courses.map { (ranks($0), $0) }.sorted { left, right in
      left.0 == right.0
        ? left.1.fingerprint.utf8.lexicographicallyPrecedes(right.1.fingerprint.utf8)
        : left.0.lexicographicallyPrecedes(right.0)
    }.map(\.1)
  }
}

extension FindingCourse {
  /// Its place among the findings of its community.
  fileprivate var place: Int { community.findings.firstIndex { $0.fingerprint == fingerprint } ?? .max }
}

/// Takes rounds and actions one after another.
private struct CourseReplay {
  private(set) var courses: [FindingCourse] = []
  private var places: [String: Int] = [:]
  /// What the inventory of a community said in the last round that audited it.
  private var digests: [CommunityKey: String] = [:]
  /// What it said when something was last said of a finding.
  private var digestsAtAction: [String: String] = [:]

  /// Takes a round.
  mutating func take(_ round: Round) {
    let rules = Dictionary(round.standard.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let audited = Dictionary(
      round.communities.filter(\.isAudited).compactMap { community in community.key.map { ($0, community) } },
      uniquingKeysWith: { first, _ in first })
    // Whoever has handed in an inventory of any site, readable or not.
    let submitted = Set(round.communities.filter { $0.source != nil }.compactMap { $0.key?.withoutFacility })
    var seen: Set<String> = []
    for community in round.communities {
      guard let key = community.key else { continue }
      for finding in community.findings {
        guard let rule = rules[finding.rule], seen.insert(finding.fingerprint).inserted else { continue }
        guard let place = places[finding.fingerprint] else {
          start(finding, rule, community, key, round)
          continue
        }
        let isFresh = isFresh(place, community)
        courses[place].finding = finding
        courses[place].rule = rule
        courses[place].community = community
        courses[place].lastSeen = round.number
        courses[place].take(finding.outcome, of: round, isFresh: isFresh)
      }
    }
    for place in courses.indices where !seen.contains(courses[place].fingerprint) {
      let course = courses[place]
      guard rules[course.rule.id] != nil else { continue }
      if course.community.source == nil {
        guard submitted.contains(course.key.withoutFacility) else { continue }
        courses[place].take(nil, of: round, isFresh: true)
      } else if let community = audited[course.key], community.covers(course.rule.zone) {
        courses[place].take(nil, of: round, isFresh: isFresh(place, community))
      }
    }
    for (key, community) in audited { digests[key] = community.digest }
  }

  /// Takes an action. One that cannot be said was refused before it was stored.
  mutating func take(_ action: ReviewAction) {
    guard let place = places[action.fingerprint], courses[place].take(action), action.kind != .extend else { return }
    digestsAtAction[action.fingerprint] = digests[courses[place].key]
  }

  private mutating func start(
    _ finding: RoundFinding, _ rule: RoundRule, _ community: RoundCommunity, _ key: CommunityKey, _ round: Round
  ) {
    let state: FindingState = finding.outcome == .waived ? .waived : .open
    places[finding.fingerprint] = courses.count
    courses.append(
      FindingCourse(
        fingerprint: finding.fingerprint, finding: finding, rule: rule, community: community, key: key,
        steps: [FindingCourse.Step(round: round.number, cause: .round(finding.outcome), state: state)], state: state,
        due: state == .open && rule.severity < .advice ? round.due : nil, isLagging: false, lastSeen: round.number))
  }

  /// Whether a look at a community is later than what was last said of a finding.
  private func isFresh(_ place: Int, _ community: RoundCommunity) -> Bool {
    let course = courses[place]
    guard let action = course.lastWord, !course.rule.isAboutRecords else { return true }
    if let day = community.surveyedOn { return day >= action.on }
    return community.digest != digestsAtAction[course.fingerprint]
  }
}

extension CommunityKey {
  /// The community, whatever its facility.
  fileprivate var withoutFacility: CommunityKey {
    var key = self
    key.facility = ""
    return key
  }
}

extension RoundCommunity {
  /// Whether a zone was surveyed; both where it is nil.
  func covers(_ zone: Zone?) -> Bool {
    switch zone {
    case .exterior: coversExterior
    case .interior: coversInterior
    case nil: coversExterior && coversInterior
    }
  }
}

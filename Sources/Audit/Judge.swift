import Diagnostics
import Inventory
import Standard

/// Judges one inventory by every rule of a standard: facts → drafts. Pure.
///
/// The functions of the checks are in `Judge+….swift`. Rules that others yield to come first; the drafts are sorted
/// into the standard's order in the end.
struct Judge {
  let facts: Facts
  /// The inventory that is judged, out of `facts`: what lies here is looked at without copying it.
  let inventory: Inventory
  let language: Language
  /// Whether passes are reported too.
  let showsPasses: Bool
  /// What was found.
  var drafts: [Draft] = []
  /// The rules that wait for what is missing of a sign, by the sign's index in `Facts.signs`.
  var waiting: [[Int]]
  /// The signs that each rule fails, where another rule yields to it.
  private var failed: Set<Failure> = []
  /// What is missing to know whether the rule that is judged is applicable at all; nil where that is known. Its
  /// failures become undetermined, or are left out where another rule reports what is missing.
  private var doubt: (missing: [InventoryKey], isDeferred: Bool)?

  init(_ facts: Facts, language: Language, showsPasses: Bool) {
    self.facts = facts
    inventory = facts.inventory
    self.language = language
    self.showsPasses = showsPasses
    waiting = []
  }

  /// The standard that is judged by.
  var standard: Standard {
    _read { yield facts.rulebook.standard }
  }

  /// Judges, and answers with the drafts in the standard's rule order, then sign order, then subject order.
  mutating func run(only rules: Set<Int>? = nil) -> [Draft] {
    if facts.signs.contains(where: { $0.deferral != .none }) {
      waiting = Array(repeating: [], count: facts.signs.count)
    }
    for rule in facts.rulebook.order {
      if let rules, !rules.contains(rule) { continue }
      if let kinds = facts.rulebook.neededKinds[rule], kinds.bits & facts.possibleKinds.bits == 0 { continue }
      if let zone = standard.rules[rule].zone, !inventory.survey.covers(zone) { continue }
      judge(rule)
    }
    if showsPasses { addPasses(rules) }
    drafts.sort { left, right in
      let leftKey = (left.rule, left.sign ?? -1, left.order)
      let rightKey = (right.rule, right.sign ?? -1, right.order)
      return leftKey == rightKey ? (left.subject ?? "") < (right.subject ?? "") : leftKey < rightKey
    }
    mergeSubjects()
    return drafts
  }

  /// Keeps one draft for each rule, sign and subject: two entries of a board may be of one function. What fails
  /// outranks what is open; else the first stays.
  private mutating func mergeSubjects() {
    guard drafts.contains(where: { $0.subject != nil }) else { return }
    struct Key: Hashable {
      var rule: Int
      var sign: Int?
      var subject: String
    }
    var first: [Key: Int] = [:]
    var kept: [Draft] = []
    kept.reserveCapacity(drafts.count)
    for draft in drafts {
      if let subject = draft.subject {
        let key = Key(rule: draft.rule, sign: draft.sign, subject: ComparedText.of(subject))
        if let index = first[key] {
          if kept[index].outcome == .undetermined, draft.outcome == .fail { kept[index] = draft }
          continue
        }
        first[key] = kept.count
      }
      kept.append(draft)
    }
    drafts = kept
  }

  private mutating func judge(_ index: Int) {
    doubt = nil
    if let condition = standard.rules[index].condition {
      let given = evaluate(condition, index)
      if given.verdict == .fails { return }
      if given.verdict == .unknown { doubt = (given.missing.uniqued(), given.isDeferred) }
    }
    defer { doubt = nil }
    switch standard.rules[index].check {
    case .formula(let formula): judge(formula, index)
    case .each(let each): judge(each, index)
    case .wording(let wording): judge(wording, index)
    case .sides(let left, let right): judge(left: left, right: right, index)
    case .order(let order): judge(order, index)
    case .noneSinceRemoval(let new, let removed): judge(new: new, removed: removed, index)
    case .perFloor(let signs, let rooms, let least): judge(signs, floorsWith: rooms, atLeast: least, index)
    case .entriesCover(let boards): judge(boards: boards, index)
    case .mapMatches(let maps): judge(maps: maps, index)
    case .doorNumbers(let plates, let rooms): judge(plates: plates, rooms, index)
    case .recognisedKind(let declared, let recognised): judge(declared: declared, recognised: recognised, index)
    case .recorded(let key, let signs): judge(recorded: key, signs, index)
    case .inFacility: judgeReferences(index)
    case .listedInRoster, .inventorySubmitted, .inventoryUnique: break  // of the batch
    }
  }

  /// Adds a draft. A failure about a sign that a rule yields to is not reported again.
  mutating func add(_ given: Draft) {
    var draft = given
    if let doubt {
      if draft.outcome == .fail {
        if doubt.isDeferred { return }
        draft.outcome = .undetermined
        draft.reason = ""
        draft.missing = []
      }
      draft.missing = (draft.missing + doubt.missing).uniqued()
    }
    if draft.outcome == .fail, let sign = draft.sign {
      let yieldsTo = standard.rules[draft.rule].yieldsTo
      if yieldsTo.contains(where: { failed.contains(Failure(rule: $0, sign: sign)) }) { return }
      failed.insert(Failure(rule: draft.rule, sign: sign))
    }
    drafts.append(draft)
  }

  /// A rule that a sign fails.
  private struct Failure: Hashable {
    var rule: Int
    var sign: Int
  }

  /// How a selection came out for a sign.
  enum Choice {
    /// The sign is not selected.
    case no
    /// The sign is selected, or may be.
    case yes(Verdict)
    /// What is missing of the sign is reported by another rule.
    case deferred
  }

  /// Whether a rule sees and selects a sign.
  mutating func choose(_ position: Int, _ selection: Predicate, _ rule: Int, counting: Bool = false) -> Choice {
    let sign = facts.signs[position]
    guard sign.mayBe(selection.kinds) else { return .no }
    if sign.deferral == .wordless, !counting { return .no }
    var seen = Verdict.holds
    if let zone = standard.rules[rule].zone {
      if let place = sign.zone {
        guard place == zone else { return .no }
      } else if sign.kind >= 0 {
        let kind = standard.vocabulary.kinds[Int(sign.kind)]
        if let home = kind.home {
          guard home == zone else { return .no }
          seen = counting ? .unknown : .holds
        } else {
          guard kind.inScope else { return .no }
          seen = .unknown
        }
      } else {
        seen = .unknown
      }
    }
    let verdict = facts.evaluate(selection, sign)
    if verdict == .fails || verdict == .notApplicable { return .no }
    switch sign.deferral {
    case .kind, .place:
      if sign.deferral == .place, seen == .holds { break }
      if !waiting[position].contains(rule) { waiting[position].append(rule) }
      return .deferred
    default: break
    }
    return .yes(seen.and(verdict))
  }

  /// Whether a rule sees and selects a sign that was taken down.
  func choose(removed sign: SignFacts, _ selection: Predicate, _ rule: Int) -> Verdict {
    var seen = Verdict.holds
    if let zone = standard.rules[rule].zone {
      if let place = sign.zone {
        guard place == zone else { return .fails }
      } else {
        seen = sign.kind >= 0 && standard.vocabulary.kinds[Int(sign.kind)].home == zone ? .holds : .unknown
      }
    }
    let verdict = seen.and(facts.evaluate(selection, sign))
    return verdict == .notApplicable ? .fails : verdict
  }

  /// The titles of the rules that wait for a sign.
  func waitingTitles(_ position: Int) -> String {
    let titles = waiting[position].sorted().map { standard.rules[$0].title[language] }
    if titles.isEmpty { return language == .zh ? "无" : "none" }
    guard language == .zh else { return titles.joined(separator: "; ") }
    // Within quotation marks a title's own are single.
    return titles.map { "“\($0.replacing("“", with: "‘").replacing("”", with: "’"))”" }.joined(separator: "、")
  }

  /// Adds a pass for each rule that was applicable and found nothing. Not for rules of the batch.
  private mutating func addPasses(_ rules: Set<Int>?) {
    let found = Set(drafts.map(\.rule))
    for (index, rule) in standard.rules.enumerated() where !found.contains(index) && rules?.contains(index) != false {
      switch rule.check {
      case .listedInRoster, .inventorySubmitted, .inventoryUnique: continue
      default: break
      }
      if let zone = rule.zone, !inventory.survey.covers(zone) { continue }
      guard isApplicable(index) else { continue }
      drafts.append(Draft(rule: index, outcome: .pass, reason: "", node: inventory.signsNode))
    }
  }

  /// Whether a rule has something to judge in this inventory.
  func isApplicable(_ index: Int) -> Bool {
    let rule = standard.rules[index]
    if let condition = rule.condition {
      var copy = self
      if copy.evaluate(condition, index).verdict == .fails { return false }
    }
    func selected(_ selection: Predicate) -> [Int] {
      var copy = self
      if copy.waiting.isEmpty { copy.waiting = Array(repeating: [], count: facts.signs.count) }
      return facts.signs.indices.filter {
        if case .no = copy.choose($0, selection, index) { false } else { true }
      }.map { facts.signs[$0].index }
    }
    func any(_ selection: Predicate) -> Bool { !selected(selection).isEmpty }
    switch rule.check {
    case .formula(let formula):
      var copy = self
      return copy.evaluate(formula, index).verdict != .notApplicable
    case .each(let each):
      switch each.collection {
      case .signs: return each.requirement == nil || any(each.signs)
      case .rooms: return !inventory.rooms.isEmpty
      case .entries:
        return selected(each.signs).contains { sign in
          inventory.entries[inventory.signs[sign].entries.range].contains {
            facts.evaluate(each.selection, $0) != .fails
          }
        }
      }
    case .wording(let wording):
      return selected(wording.signs).contains { sign in
        let text = inventory.signs[sign].text
        return !text.isRecorded || text.compared.count > 0
      }
    case .sides(let left, let right): return any(left) || any(right)
    case .order(let order): return order.steps.filter(any).count > 1
    case .noneSinceRemoval(let new, let removed):
      return any(new) && facts.removedSigns.contains { choose(removed: $0, removed, index) != .fails }
    case .perFloor(_, let rooms, _), .doorNumbers(_, let rooms):
      return inventory.rooms.contains { facts.evaluate(rooms, $0) != .fails }
    case .entriesCover(let boards): return any(boards)
    case .mapMatches(let maps): return any(maps)
    case .recognisedKind(let declared, let recognised):
      return facts.signs.contains { sign in
        let kind = inventory.signs[sign.index].kind
        guard sign.recognised >= 0 else { return false }
        return !kind.isRecorded || (declared.contains(kind.word) && recognised.contains(sign.recognised))
      }
    case .recorded(let key, let signs):
      if key != .place { return any(signs) }
      return facts.signs.contains { sign in
        sign.kind >= 0 && standard.vocabulary.kinds[Int(sign.kind)].home == nil
          && facts.evaluate(signs, sign) != .fails
      }
    case .inFacility:
      return facts.signs.contains {
        inventory.signs[$0.index].room.isRecorded || inventory.signs[$0.index].floor.isRecorded
      }
    case .listedInRoster, .inventorySubmitted, .inventoryUnique: return false
    }
  }
}

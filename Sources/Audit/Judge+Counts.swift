import Diagnostics
import Inventory
import Standard

/// Counts and formulas.
extension Judge {
  /// How a formula came out.
  struct FormulaResult {
    var verdict: Verdict
    /// Where it is unknown: whether every unknown in it is reported by another rule.
    var isDeferred = false
    /// The signs that were counted, by their index in `Inventory.signs`.
    var signs: [Int] = []
    /// The interval of the count, where it is one.
    var interval: ClosedRange<Int> = 0...0
    /// The bounds that it was held against: several where it is not known which count.
    var bounds: [ClosedRange<Int>] = []
    /// The facts that are not recorded.
    var missing: [InventoryKey] = []
    /// The signs and rooms that do not record them.
    var holders: [Draft.Holder] = []
  }

  mutating func judge(_ formula: Formula, _ index: Int) {
    // Most counts hold, and what was counted is wanted of the others only.
    if case .count(let count) = formula {
      let verdict = evaluate(count, index, isListing: false).verdict
      guard verdict == .fails || verdict == .unknown else { return }
    }
    let result = evaluate(formula, index)
    guard result.verdict == .fails || (result.verdict == .unknown && !result.isDeferred) else { return }
    var draft = Draft(
      rule: index, outcome: result.verdict == .fails ? .fail : .undetermined, reason: "", node: inventory.signsNode)
    draft.related = result.signs
    draft.missing = result.missing.uniqued()
    // Of facts about the community no sign and no room is to blame.
    if !draft.missing.contains(where: { [.type, .partyOrganization, .rooms].contains($0) }) {
      draft.holders = result.holders.uniqued()
    }
    if draft.missing == [.rooms] {
      draft.node = inventory.facilityNode == noNodeIndex ? inventory.root : inventory.facilityNode
    }
    draft.slots = [("signs", list(of: result.signs))]
    if case .count = formula, let bounds = result.bounds.first {
      draft.expected = result.bounds.map(Count.text).uniqued().joined(separator: "|")
      // Messages say “不超过{expected}块”: there the bound alone.
      let isTooFew = result.interval.upperBound < bounds.lowerBound
      let labels = result.bounds.map { isTooFew || $0.upperBound == .max ? $0.lowerBound : $0.upperBound }.uniqued()
      let or = language == .zh ? "或" : " or "
      draft.expectedLabel = labels.map(String.init).joined(separator: or)
      draft.expectedAlone = result.bounds.map { Count.label($0)[language] }.uniqued().joined(separator: or)
      draft.actualLabel = Count.label(result.interval)[language]
      draft.actual =
        result.interval.lowerBound == result.interval.upperBound
        ? String(result.interval.lowerBound)
        : result.interval.upperBound == .max
          ? ">=\(result.interval.lowerBound)" : "\(result.interval.lowerBound)..\(result.interval.upperBound)"
      if draft.outcome == .fail {
        draft.reason = isTooFew ? "too_few" : "too_many"
        // The first sign that is one too many shows it best.
        if draft.reason == "too_many", let most = result.bounds.map(\.upperBound).max(), result.signs.count > most {
          draft.node = inventory.signs[result.signs[most]].node
        }
      }
    } else if draft.outcome == .fail {
      draft.reason = "fail"
      if let last = result.signs.last { draft.node = inventory.signs[last].node }
    }
    add(draft)
  }

  /// The verdict of a formula.
  mutating func evaluate(_ formula: Formula, _ index: Int) -> FormulaResult {
    switch formula {
    case .count(let count): return evaluate(count, index)
    case .community(let condition):
      let (verdict, missing) = facts.evaluate(condition)
      return FormulaResult(verdict: verdict, missing: missing)
    case .not(let part):
      var result = evaluate(part, index)
      result.verdict = result.verdict.negated
      return result
    case .all(let parts): return combine(parts, index, Verdict.and, decided: .fails)
    case .any(let parts): return combine(parts, index, Verdict.or, decided: .holds)
    }
  }

  private mutating func combine(
    _ parts: [Formula], _ index: Int, _ join: (Verdict) -> (Verdict) -> Verdict, decided: Verdict
  ) -> FormulaResult {
    var whole = FormulaResult(verdict: .notApplicable, isDeferred: true)
    for part in parts {
      let result = evaluate(part, index)
      whole.verdict = join(whole.verdict)(result.verdict)
      whole.signs += result.signs.filter { !whole.signs.contains($0) }
      if result.verdict == .unknown {
        whole.isDeferred = whole.isDeferred && result.isDeferred
        whole.missing += result.missing
        whole.holders += result.holders
      }
    }
    whole.signs.sort()
    return whole
  }

  /// - Parameter isListing: whether the signs, the bounds and what is missing are wanted besides the verdict.
  private mutating func evaluate(_ count: Count, _ index: Int, isListing: Bool = true) -> FormulaResult {
    var low = 0
    var open = 0
    var deferred = 0
    var result = FormulaResult(verdict: .holds)
    switch count.collection {
    case .signs:
      for position in facts.signs.indices where facts.signs[position].mayBe(count.selection.kinds) {
        switch choose(position, count.selection, index, counting: true) {
        case .no: continue
        case .yes(.holds): low += 1
        case .yes:
          open += 1
          let sign = facts.signs[position]
          if isListing {
            result.missing.append(sign.zone == nil ? .place : sign.kind < 0 ? .kind : .place)
            result.holders.append(.sign(sign.index))
          }
        case .deferred:
          deferred += 1
          continue
        }
        if isListing { result.signs.append(facts.signs[position].index) }
      }
    case .removedSigns:
      for sign in facts.removedSigns {
        switch choose(removed: sign, count.selection, index) {
        case .holds: low += 1
        case .unknown:
          open += 1
          result.missing.append(sign.zone == nil ? .place : .kind)
          result.holders.append(.sign(sign.index))
        default: continue
        }
        result.signs.append(sign.index)
      }
    case .rooms:
      if !inventory.hasRooms { return unknownRooms(count) }
      for (position, room) in inventory.rooms.enumerated() {
        switch facts.evaluate(count.selection, room) {
        case .holds: low += 1
        case .unknown:
          open += 1
          if isListing { result.holders.append(.room(position)) }
        default: break
        }
      }
      if open > 0 { result.missing.append(.functions) }
    case .functions:
      if !inventory.hasRooms { return unknownRooms(count) }
      (low, open) = countFunctions(count.selection)
      if open > 0 {
        result.missing.append(.functions)
        if isListing { result.holders += roomsWithoutFunctions { _ in true } }
      }
    }
    let high = low + open + deferred
    result.interval = low...high
    if !isListing, count.cases.isEmpty {
      result.verdict = Self.verdict(low...high, count.bounds)
      return result
    }
    let (candidates, isFree, missing) = bounds(of: count)
    result.bounds = candidates
    let first = candidates.first.map { Self.verdict(low...high, $0) } ?? .notApplicable
    if candidates.allSatisfy({ Self.verdict(low...high, $0) == first }),
      !isFree || first == .holds || first == .notApplicable
    {
      result.verdict = first
      result.isDeferred = first == .unknown && open == 0 && deferred > 0
    } else {
      result.verdict = .unknown
      result.missing += missing
    }
    return result
  }

  /// Whether a count that lies in an interval keeps bounds.
  private static func verdict(_ interval: ClosedRange<Int>, _ bounds: ClosedRange<Int>) -> Verdict {
    if bounds.contains(interval.lowerBound), bounds.contains(interval.upperBound) { return .holds }
    return interval.overlaps(bounds) ? .unknown : .fails
  }

  /// The bounds that may count for this community; whether it may be bound by none; and which facts would decide.
  private func bounds(of count: Count) -> (candidates: [ClosedRange<Int>], isFree: Bool, missing: [InventoryKey]) {
    var candidates: [ClosedRange<Int>] = []
    var missing: [InventoryKey] = []
    for one in count.cases {
      let given = facts.evaluate(one.community)
      if given.verdict == .fails { continue }
      candidates.append(one.bounds)
      if given.verdict == .holds { return (candidates, false, missing) }
      missing += given.missing
    }
    if !count.cases.isEmpty, !leavesSome(count.cases) { return (candidates, false, missing) }
    if count.hasBounds || count.cases.isEmpty { candidates.append(count.bounds) }
    return (candidates, !count.hasBounds && !count.cases.isEmpty, missing)
  }

  /// Whether the community may be one that no case is for: what is not recorded may be any word of the vocabulary.
  private func leavesSome(_ cases: [Count.Case]) -> Bool {
    let words = standard.vocabulary.words
    func possible(_ field: WordField, _ table: WordTable) -> [WordIndex] {
      field.isRecorded ? [field.word] : table.words.indices.map { WordIndex($0) }
    }
    let parties = possible(inventory.community.partyOrganization, words.partyOrganizations)
    return possible(inventory.community.type, words.communityTypes).contains { type in
      parties.contains { party in
        !cases.contains { one in
          one.community.types?.contains(type) ?? true && one.community.partyOrganizations?.contains(party) ?? true
        }
      }
    }
  }

  private func unknownRooms(_ count: Count) -> FormulaResult {
    var result = FormulaResult(verdict: .unknown, missing: [.rooms])
    result.interval = 0...Int.max
    result.bounds = bounds(of: count).candidates
    return result
  }

  /// The rooms, among some of them, whose functions are not recorded.
  func roomsWithoutFunctions(_ isMeant: (Room) -> Bool) -> [Draft.Holder] {
    inventory.rooms.indices.filter { !inventory.rooms[$0].functions.isRecorded && isMeant(inventory.rooms[$0]) }
      .map { .room($0) }
  }

  /// How many functions satisfy a condition, and how many more may.
  private func countFunctions(_ condition: Predicate) -> (low: Int, open: Int) {
    // How many rooms serve each function, and the last room that did, by the function's symbol.
    var known = [(rooms: Int, last: Int)](repeating: (0, -1), count: inventory.symbols.count + 1)
    var openRooms = 0
    for index in inventory.rooms.indices {
      let functions = inventory.rooms[index].functions
      guard functions.isRecorded else {
        openRooms += 1
        continue
      }
      for name in functions.range {
        let symbol = Int(inventory.names[name].symbol)
        if known[symbol].last != index { known[symbol] = (known[symbol].rooms + 1, index) }
      }
    }
    var low = 0
    var open = 0
    for (number, _) in known where number > 0 {
      switch facts.evaluate(condition, known: number, open: openRooms) {
      case .holds: low += 1
      case .unknown: open += 1
      default: break
      }
    }
    // Rooms of unrecorded functions may serve one that is not known at all.
    if openRooms > 0, facts.evaluate(condition, known: 0, open: openRooms) != .fails { open += 1 }
    return (low, open)
  }

  /// Signs as a text: `W1“…”、W6`.
  func list(of signs: [Int]) -> String {
    signs.map { index in
      let sign = inventory.signs[index]
      let id = inventory.string(sign.id)
      guard sign.text.isRecorded, sign.text.raw.count > 0 else { return id }
      return language == .zh ? "\(id)“\(inventory.string(sign.text))”" : "\(id) (\(inventory.string(sign.text)))"
    }.joined(separator: language == .zh ? "、" : ", ")
  }
}

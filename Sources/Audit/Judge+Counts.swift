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
    /// The facts that are not recorded.
    var missing: [InventoryKey] = []
  }

  mutating func judge(_ formula: Formula, _ index: Int) {
    var result = evaluate(formula, index)
    if let condition = standard.rules[index].condition, result.verdict != .holds {
      let given = evaluate(condition, index)
      if given.verdict == .fails { return }
      if given.verdict == .unknown {
        result.missing += given.missing
        result.isDeferred = result.verdict == .unknown ? result.isDeferred && given.isDeferred : given.isDeferred
        result.verdict = .unknown
      }
    }
    guard result.verdict == .fails || (result.verdict == .unknown && !result.isDeferred) else { return }
    var draft = Draft(
      rule: index, outcome: result.verdict == .fails ? .fail : .undetermined, reason: "", node: inventory.signsNode)
    draft.related = result.signs
    draft.missing = result.missing.uniqued()
    if draft.missing == [.rooms] {
      draft.node = inventory.facilityNode == noNodeIndex ? inventory.root : inventory.facilityNode
    }
    draft.slots = [("signs", list(of: result.signs))]
    if case .count(let count) = formula {
      draft.expected = count.boundsText
      // Messages say “不超过{expected}块”: there the bound alone.
      if result.interval.upperBound < count.bounds.lowerBound {
        draft.expectedLabel = String(count.bounds.lowerBound)
      } else if count.bounds.upperBound < .max {
        draft.expectedLabel = String(count.bounds.upperBound)
      }
      draft.actual =
        result.interval.lowerBound == result.interval.upperBound
        ? String(result.interval.lowerBound)
        : result.interval.upperBound == .max
          ? ">=\(result.interval.lowerBound)" : "\(result.interval.lowerBound)..\(result.interval.upperBound)"
      if draft.outcome == .fail {
        draft.reason = result.interval.upperBound < count.bounds.lowerBound ? "too_few" : "too_many"
        // The first sign that is one too many shows it best.
        if draft.reason == "too_many", result.signs.count > count.bounds.upperBound {
          draft.node = inventory.signs[result.signs[count.bounds.upperBound]].node
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
      }
    }
    whole.signs.sort()
    return whole
  }

  private mutating func evaluate(_ count: Count, _ index: Int) -> FormulaResult {
    var low = 0
    var open = 0
    var deferred = 0
    var result = FormulaResult(verdict: .holds)
    switch count.collection {
    case .signs:
      let selection = Check.Selection(count.selection, kinds: count.kinds)
      for position in facts.signs.indices where facts.signs[position].mayBe(count.kinds) {
        switch choose(position, selection, index, counting: true) {
        case .no: continue
        case .yes(.holds): low += 1
        case .yes:
          open += 1
          let sign = facts.signs[position]
          result.missing += sign.zone == nil ? [.place] : sign.kind < 0 ? [.kind] : [.place]
        case .deferred:
          deferred += 1
          continue
        }
        result.signs.append(facts.signs[position].index)
      }
    case .rooms:
      if !inventory.hasRooms { return unknownRooms(count) }
      for room in inventory.rooms {
        switch facts.evaluate(count.selection, room) {
        case .holds: low += 1
        case .unknown: open += 1
        default: break
        }
      }
      if open > 0 { result.missing.append(.functions) }
    case .functions:
      if !inventory.hasRooms { return unknownRooms(count) }
      (low, open) = countFunctions(count.selection)
      if open > 0 { result.missing.append(.functions) }
    }
    let high = low + open + deferred
    result.interval = low...high
    if low >= count.bounds.lowerBound, high <= count.bounds.upperBound {
      result.verdict = .holds
    } else if high < count.bounds.lowerBound || low > count.bounds.upperBound {
      result.verdict = .fails
    } else {
      result.verdict = .unknown
      result.isDeferred = open == 0 && deferred > 0
    }
    return result
  }

  private func unknownRooms(_ count: Count) -> FormulaResult {
    var result = FormulaResult(verdict: .unknown, missing: [.rooms])
    result.interval = 0...Int.max
    return result
  }

  /// How many functions satisfy a condition, and how many more may.
  private func countFunctions(_ condition: Condition) -> (low: Int, open: Int) {
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

extension Array where Element: Hashable {
  /// The elements, each once, in order of appearance.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

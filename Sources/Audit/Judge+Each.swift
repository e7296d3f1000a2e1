import Diagnostics
import Inventory
import Standard

/// Conditions on each sign, room or entry.
extension Judge {
  mutating func judge(_ each: Check.Each, _ index: Int) {
    switch each.collection {
    case .signs: judgeSigns(each, index)
    case .rooms: judgeRooms(each, index)
    case .entries: judgeEntries(each, index)
    }
  }

  /// The verdict on an element that is selected, or may be: "if selected, then required".
  private func implication(_ selected: Verdict, _ required: Verdict) -> Verdict {
    required == .notApplicable ? .notApplicable : selected.negated.or(required)
  }

  private mutating func judgeSigns(_ each: Check.Each, _ index: Int) {
    let kinds = each.signs.kinds
    for position in facts.signs.indices where facts.signs[position].mayBe(kinds) {
      guard case .yes(let selected) = choose(position, each.signs, index) else { continue }
      let sign = facts.signs[position]
      let required = each.requirement.map { facts.evaluate($0, sign) } ?? .fails
      let verdict = implication(selected, required)
      guard verdict == .fails || verdict == .unknown else { continue }
      let isSelected = selected == .holds
      let conditions = [each.signs.condition] + (each.requirement.map { [$0.condition] } ?? [])
      let evidence = Evidence(
        isSelected ? each.requirement : Predicate(.all(conditions)), sign, facts, language)
      var draft = Draft(
        rule: index, outcome: verdict == .fails ? .fail : .undetermined, reason: verdict == .fails ? "fail" : "",
        sign: sign.index, node: inventory.signs[sign.index].node)
      draft.expected = evidence.expected
      draft.actual = evidence.actual
      draft.expectedLabel = evidence.expectedLabel
      draft.actualLabel = evidence.actualLabel
      if verdict == .fails {
        draft.node = evidence.failingNode ?? failingNode(each, inventory.signs[sign.index])
      } else {
        draft.missing = evidence.missing
      }
      add(draft)
    }
  }

  /// Where a sign that must not be there shows best: at its place.
  private func failingNode(_ each: Check.Each, _ sign: Sign) -> UInt32 {
    if each.requirement == nil, sign.place.isRecorded { return sign.place.node }
    return sign.node
  }

  private mutating func judgeRooms(_ each: Check.Each, _ index: Int) {
    guard inventory.hasRooms else {
      addUnknownRooms(index)
      return
    }
    for (position, room) in inventory.rooms.enumerated() {
      let selected = facts.evaluate(each.selection, room)
      guard selected != .fails, selected != .notApplicable else { continue }
      let required = each.requirement.map { facts.evaluate($0, room) } ?? .fails
      let verdict = implication(selected, required)
      guard verdict == .fails || verdict == .unknown else { continue }
      var draft = Draft(
        rule: index, outcome: verdict == .fails ? .fail : .undetermined, reason: verdict == .fails ? "fail" : "",
        room: position, subject: subject(room), order: position, node: room.node)
      draft.slots = [("room", inventory.string(room.number))]
      if verdict == .unknown { draft.missing = [.functions] }
      if verdict == .fails, room.demandedBy.isRecorded { draft.node = room.demandedBy.node }
      add(draft)
    }
  }

  /// A rule that needs rooms, where none are recorded: undetermined once for the community.
  mutating func addUnknownRooms(_ index: Int) {
    var draft = Draft(
      rule: index, outcome: .undetermined, reason: "",
      node: inventory.facilityNode == noNodeIndex ? inventory.root : inventory.facilityNode)
    draft.missing = [.rooms]
    add(draft)
  }

  /// The same for a rule that judges signs: undetermined for one sign.
  mutating func addUnknownRooms(_ index: Int, sign: Int) {
    var draft = Draft(
      rule: index, outcome: .undetermined, reason: "", sign: sign, node: inventory.signs[sign].node)
    draft.missing = [.rooms]
    draft.holders = [.inventory]
    add(draft)
  }

  private mutating func judgeEntries(_ each: Check.Each, _ index: Int) {
    let kinds = each.signs.kinds
    for position in facts.signs.indices where facts.signs[position].mayBe(kinds) {
      guard case .yes(let chosen) = choose(position, each.signs, index) else { continue }
      let signIndex = facts.signs[position].index
      let sign = inventory.signs[signIndex]
      var needsRooms = false
      for (order, entryIndex) in sign.entries.range.enumerated() {
        let entry = inventory.entries[entryIndex]
        let selected = facts.evaluate(each.selection, entry)
        guard selected != .fails, selected != .notApplicable else { continue }
        let required = each.requirement.map { facts.evaluate($0, entry) } ?? .fails
        let verdict = implication(chosen.and(selected), required)
        guard verdict == .fails || verdict == .unknown else { continue }
        if verdict == .unknown, !inventory.hasRooms, (each.requirement.map { Self.needsRooms($0.condition) }) == true {
          needsRooms = true
          continue
        }
        var draft = Draft(
          rule: index, outcome: verdict == .fails ? .fail : .undetermined, reason: verdict == .fails ? "fail" : "",
          sign: signIndex, subject: subject(entry, order), order: order, node: entry.node)
        draft.slots = slots(entry, order)
        if case .roomServesFunction = each.requirement?.condition, entry.room.isRecorded {
          draft.node = entry.room.node
          draft.missing = [.functions]
          draft.holders = facts.room(entry.room).map { [.room($0)] } ?? []
        } else {
          if entry.function.isRecorded { draft.node = entry.function.node }
          draft.missing =
            entry.approval.node == noNodeIndex
            ? [.approval]
            : (entry.approval.document.isRecorded ? [] : [.document])
              + (entry.approval.date.value == nil ? [.date] : [])
        }
        add(draft)
      }
      if needsRooms { addUnknownRooms(index, sign: signIndex) }
    }
  }

  private static func needsRooms(_ condition: Condition) -> Bool {
    switch condition {
    case .roomServesFunction: true
    case .all(let parts), .any(let parts): parts.contains(where: needsRooms)
    case .not(let part), .elseUnknown(let part), .assuming(let part, _): needsRooms(part)
    default: false
    }
  }

  /// `room:101`.
  func subject(_ room: Room) -> String { "room:\(inventory.string(room.number))" }

  /// `entry:` and the entry's function, else its room, else its place in the list, from 1.
  func subject(_ entry: Entry, _ order: Int) -> String { "entry:\(name(of: entry, order))" }

  /// The slots of an entry.
  func slots(_ entry: Entry, _ order: Int) -> [(name: String, value: String)] {
    [
      ("entry", name(of: entry, order)), ("function", inventory.string(entry.function)),
      ("room", inventory.string(entry.room)),
    ]
  }

  private func name(of entry: Entry, _ order: Int) -> String {
    if entry.function.isRecorded { return inventory.string(entry.function) }
    return entry.room.isRecorded ? inventory.string(entry.room) : String(order + 1)
  }
}

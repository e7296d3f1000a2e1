import Diagnostics
import Inventory
import Standard

/// Boards, maps and door numbers: signs against the rooms of the facility.
extension Judge {
  // MARK: Floors

  mutating func judge(_ maps: Predicate, floorsWith rooms: Predicate, atLeast least: Int, _ index: Int) {
    guard inventory.hasRooms else { return addUnknownRooms(index) }
    // The signs that may be maps of any floor, and what is not recorded of them.
    var open: [(sign: Int, missing: InventoryKey)] = []
    var deferred = 0
    // The signs that are surely maps, and their floors.
    var known: [(floor: Symbol, sign: Int)] = []
    for position in facts.signs.indices where facts.signs[position].mayBe(maps.kinds) {
      switch choose(position, maps, index, counting: true) {
      case .no: continue
      case .deferred: deferred += 1
      case .yes(let selected):
        let signIndex = facts.signs[position].index
        let floor = facts.floor(of: inventory.signs[signIndex])
        if selected == .holds, floor != 0 {
          known.append((floor, signIndex))
        } else {
          open.append((signIndex, missing(facts.signs[position], selected, else: .floor)))
        }
      }
    }
    func count(_ floor: Symbol) -> Int { known.reduce(0) { $1.floor == floor ? $0 + 1 : $0 } }
    var order = 0
    for floor in floorsOfRooms() {
      var needs = Verdict.fails
      for room in inventory.rooms.indices where inventory.rooms[room].floor.symbol == floor.symbol && needs != .holds {
        needs = needs.or(facts.evaluate(rooms, inventory.rooms[room]))
      }
      order += 1
      let found = count(floor.symbol)
      guard needs != .fails, found < least else { continue }
      let isOpen = found + open.count >= least
      if !isOpen, found + open.count + deferred >= least { continue }
      let fails = needs == .holds && !isOpen
      var draft = Draft(
        rule: index, outcome: fails ? .fail : .undetermined, reason: fails ? "fail" : "",
        subject: "floor:\(inventory.string(floor))", order: order,
        node: floor.node == noNodeIndex ? inventory.signsNode : floor.node)
      draft.expected = ">=\(least)"
      draft.actual = String(found)
      draft.expectedAlone = Count.label(least...Int.max)[language]
      draft.actualAlone = draft.actual
      draft.slots = [("floor", inventory.string(floor))]
      draft.related = known.filter { $0.floor == floor.symbol }.map(\.sign)
      if needs == .unknown {
        draft.missing = [.functions]
        draft.holders = roomsWithoutFunctions { $0.floor.symbol == floor.symbol }
      } else {
        draft.missing = open.map(\.missing).uniqued()
        draft.holders = open.map { .sign($0.sign) }
      }
      add(draft)
    }
    // A room of no recorded floor may be on one without a map.
    let allHaveMaps = inventory.floors?.allSatisfy { count($0.symbol) >= least } ?? false
    for (position, room) in inventory.rooms.enumerated() where !room.floor.isRecorded && !allHaveMaps {
      guard facts.evaluate(rooms, room) != .fails else { continue }
      var draft = Draft(
        rule: index, outcome: .undetermined, reason: "", subject: subject(room), order: 1000 + position,
        node: room.node)
      draft.missing = [.floor]
      add(draft)
    }
  }

  /// What is not recorded of a sign, so that it may or may not be one of those that are looked for.
  private func missing(_ sign: SignFacts, _ selected: Verdict, else key: InventoryKey) -> InventoryKey {
    selected == .holds ? key : sign.kind < 0 ? .kind : .place
  }

  /// The floors that have rooms: in declared order, then in order of appearance.
  private func floorsOfRooms() -> [TextField] {
    // There is a handful of floors, and looking through them is quicker than a set.
    var floors: [TextField] = []
    for floor in inventory.floors ?? []
    where inventory.rooms.contains(where: { $0.floor.symbol == floor.symbol })
      && !floors.contains(where: { $0.symbol == floor.symbol })
    {
      floors.append(floor)
    }
    for room in inventory.rooms.indices {
      let floor = inventory.rooms[room].floor
      if floor.isRecorded, !floors.contains(where: { $0.symbol == floor.symbol }) { floors.append(floor) }
    }
    return floors
  }

  // MARK: Index boards

  mutating func judge(boards: Predicate, _ index: Int) {
    var chosen: [Int] = []
    for position in facts.signs.indices where facts.signs[position].mayBe(boards.kinds) {
      if case .yes = choose(position, boards, index) { chosen.append(facts.signs[position].index) }
    }
    guard let first = chosen.first else { return }
    guard inventory.hasRooms else {
      for sign in chosen { addUnknownRooms(index, sign: sign) }
      return
    }
    var isOpen = false
    for sign in chosen where !inventory.signs[sign].entries.isRecorded {
      isOpen = true
      var draft = Draft(
        rule: index, outcome: .undetermined, reason: "", sign: sign, node: inventory.signs[sign].node)
      draft.missing = [.entries]
      add(draft)
    }
    if isOpen { return }  // what a board without entries shows is open for every function
    func isShown(_ function: Symbol) -> Bool {
      chosen.contains { sign in
        inventory.signs[sign].entries.range.contains { inventory.entries[$0].function.symbol == function }
      }
    }
    let node = inventory.signs[first].entries.node
    var uncovered = 0
    for (order, function) in standard.vocabulary.listedFunctions.enumerated() {
      let symbol = inventory.symbols.find(facts.rulebook.listedFunctions[order], in: inventory.arena)
      if symbol != 0, isShown(symbol) { continue }
      let rooms = symbol == 0 ? [] : inventory.rooms.filter { facts.room($0, serves: symbol) == .holds }
      if rooms.isEmpty {
        uncovered += 1
        continue
      }
      var draft = Draft(
        rule: index, outcome: .fail, reason: "fail", sign: first, subject: "entry:\(function)", order: order,
        node: node)
      draft.expected = function
      draft.slots = [
        ("function", function),
        ("rooms", rooms.map { inventory.string($0.number) }.joined(separator: language == .zh ? "、" : ", ")),
      ]
      add(draft)
    }
    guard uncovered > 0 else { return }
    for (position, room) in inventory.rooms.enumerated() where !room.functions.isRecorded {
      var draft = Draft(
        rule: index, outcome: .undetermined, reason: "", sign: first, subject: subject(room), order: 1000 + position,
        node: room.node)
      draft.missing = [.functions]
      add(draft)
    }
  }

  // MARK: Floor maps

  mutating func judge(maps: Predicate, _ index: Int) {
    for position in facts.signs.indices where facts.signs[position].mayBe(maps.kinds) {
      guard case .yes = choose(position, maps, index) else { continue }
      let signIndex = facts.signs[position].index
      let sign = inventory.signs[signIndex]
      guard inventory.hasRooms else {
        addUnknownRooms(index, sign: signIndex)
        continue
      }
      let floor = facts.floor(of: sign)
      guard sign.entries.isRecorded, floor != 0 else {
        var draft = Draft(rule: index, outcome: .undetermined, reason: "", sign: signIndex, node: sign.node)
        draft.missing = sign.entries.isRecorded ? [.floor] : [.entries]
        add(draft)
        continue
      }
      judge(map: signIndex, floor, index)
    }
  }

  private mutating func judge(map signIndex: Int, _ floor: Symbol, _ index: Int) {
    let sign = inventory.signs[signIndex]
    let entries = inventory.entries[sign.entries.range]
    let floorName = ArenaText.string(inventory.arena, inventory.symbols[floor])
    func draft(_ outcome: Outcome, _ reason: String, _ subject: String, _ order: Int, _ node: UInt32) -> Draft {
      var draft = Draft(
        rule: index, outcome: outcome, reason: reason, sign: signIndex, subject: subject, order: order, node: node)
      draft.slots = [("floor", floorName)]
      return draft
    }
    for (position, room) in inventory.rooms.enumerated() {
      if room.functions.isRecorded, room.functions.range.isEmpty { continue }
      if room.floor.isRecorded, room.floor.symbol != floor { continue }
      let isShown = entries.contains { entry in
        entry.room.isRecorded
          ? entry.room.symbol == room.number.symbol
          : entry.function.isRecorded && facts.room(room, serves: entry.function.symbol) == .holds
      }
      if isShown { continue }
      let isSure = room.floor.isRecorded && room.functions.isRecorded
      var missing = draft(
        isSure ? .fail : .undetermined, isSure ? "missing_room" : "", subject(room), position, sign.entries.node)
      missing.slots.append(("room", inventory.string(room.number)))
      missing.missing = room.floor.isRecorded ? [.functions] : [.floor]
      add(missing)
    }
    for (order, entry) in entries.enumerated() {
      let verdict = shows(entry, floor)
      guard verdict == .fails || verdict == .unknown else { continue }
      let field = entry.room.isRecorded ? entry.room : entry.function
      var extra = draft(
        verdict == .fails ? .fail : .undetermined, verdict == .fails ? "extra_entry" : "", subject(entry, order),
        2000 + order, field.isRecorded ? field.node : entry.node)
      extra.slots += slots(entry, order)
      extra.missing = [entry.room.isRecorded ? .floor : .functions]
      add(extra)
    }
  }

  /// Whether what an entry shows is on the floor.
  private func shows(_ entry: Entry, _ floor: Symbol) -> Verdict {
    func isHere(_ room: Room) -> Verdict {
      room.floor.isRecorded ? Verdict(room.floor.symbol == floor) : .unknown
    }
    if entry.room.isRecorded {
      return facts.room(entry.room).map { isHere(inventory.rooms[$0]) } ?? .fails
    }
    if entry.area.isRecorded || !entry.function.isRecorded { return .notApplicable }
    return inventory.rooms.reduce(Verdict.fails) {
      $0.or(isHere($1).and(facts.room($1, serves: entry.function.symbol)))
    }
  }

  // MARK: Numbers at doors

  mutating func judge(plates: Predicate, _ rooms: Predicate, _ index: Int) {
    guard inventory.hasRooms else { return addUnknownRooms(index) }
    var placed: [(room: Int, sign: Int)] = []
    // The signs that may be the plate of any room, and what is not recorded of them.
    var stray: [(sign: Int, missing: InventoryKey)] = []
    var deferred = false
    for position in facts.signs.indices where facts.signs[position].mayBe(plates.kinds) {
      switch choose(position, plates, index, counting: true) {
      case .no: continue
      case .deferred: deferred = true
      case .yes(let selected):
        let signIndex = facts.signs[position].index
        let text = inventory.signs[signIndex].text
        if selected != .holds {
          stray.append((signIndex, missing(facts.signs[position], selected, else: .room)))
        } else if inventory.signs[signIndex].room.isRecorded {
          if let room = facts.room(inventory.signs[signIndex].room) { placed.append((room, signIndex)) }
        } else if text.isRecorded, text.compared.count > 0, let room = facts.roomShown(by: text.compared) {
          placed.append((room, signIndex))
        } else {
          stray.append((signIndex, .room))
        }
      }
    }
    for (position, room) in inventory.rooms.enumerated() {
      let needs = facts.evaluate(rooms, room)
      guard needs == .holds || needs == .unknown else { continue }
      let isRight = placed.contains { plate in
        let text = inventory.signs[plate.sign].text
        return plate.room == position && text.isRecorded && facts.shows(text.compared, room.number)
      }
      if isRight { continue }
      let plates = placed.filter { $0.room == position }.map(\.sign)
      judge(room: position, plates, needs, stray: stray, deferred: deferred, index)
    }
  }

  /// Judges a room that none of its plates names rightly.
  private mutating func judge(
    room position: Int, _ plates: [Int], _ needs: Verdict, stray: [(sign: Int, missing: InventoryKey)], deferred: Bool,
    _ index: Int
  ) {
    let room = inventory.rooms[position]
    var draft = Draft(
      rule: index, outcome: .fail, reason: "no_plate", subject: subject(room), order: position, node: room.node)
    draft.slots = [("room", inventory.string(room.number))]
    draft.expected = inventory.string(room.number)
    if let open = plates.first(where: { !inventory.signs[$0].text.isRecorded }) {
      draft.outcome = .undetermined
      draft.reason = ""
      draft.sign = open
      draft.node = inventory.signs[open].node
      draft.missing = [.text]
    } else if let wrong = plates.first {
      draft.reason = "wrong_number"
      draft.sign = wrong
      draft.node = inventory.signs[wrong].text.node
      draft.actual = inventory.string(inventory.signs[wrong].text)
      if needs == .unknown {
        draft.outcome = .undetermined
        draft.reason = ""
        draft.missing = [.functions]
      }
    } else if !stray.isEmpty || needs == .unknown {
      draft.outcome = .undetermined
      draft.reason = ""
      if needs == .unknown {
        draft.missing = [.functions]
      } else {
        draft.missing = stray.map(\.missing).uniqued()
        draft.holders = stray.map { .sign($0.sign) }
        draft.related = stray.map(\.sign)
      }
    } else if deferred {
      return
    }
    add(draft)
  }
}

import Diagnostics
import Inventory
import Standard

/// The inventory against itself.
extension Judge {
  mutating func judge(declared: WordSet, recognised: WordSet, _ index: Int) {
    for position in facts.signs.indices {
      let sign = facts.signs[position]
      switch sign.deferral {
      case .kind, .wordless:
        let text = inventory.signs[sign.index].text
        // Outside what was surveyed nothing waits for it.
        if let zone = sign.zone, !inventory.survey.covers(zone) { continue }
        let reason = sign.deferral == .kind ? "unrecognised" : "no_words"
        if sign.deferral == .wordless { noteWaiting(position, index) }
        var draft = Draft(
          rule: index, outcome: .undetermined, reason: reason, sign: sign.index,
          node: text.isRecorded ? text.node : inventory.signs[sign.index].node)
        draft.missing = [.kind]
        draft.slots = [("rules", waitingTitles(position))]
        add(draft)
      case .none, .place:
        let words = sign.recognised
        let kind = inventory.signs[sign.index].kind
        guard words >= 0, kind.isRecorded, words != kind.word, declared.contains(kind.word), recognised.contains(words)
        else { continue }
        let kinds = standard.vocabulary.words.kinds
        var draft = Draft(
          rule: index, outcome: .fail, reason: "fail", sign: sign.index, node: kind.node)
        draft.expected = kinds[words].canonical
        draft.actual = kinds[kind.word].canonical
        draft.expectedLabel = kinds[words].label[language]
        draft.actualLabel = kinds[kind.word].label[language]
        draft.slots = [("recognised", kinds[words].label[language])]
        add(draft)
      }
    }
  }

  /// The rules that would judge a sign without kind and words, if its kind were known.
  private mutating func noteWaiting(_ position: Int, _ index: Int) {
    for (other, rule) in standard.rules.enumerated() where other != index {
      if let zone = rule.zone {
        guard inventory.survey.covers(zone), facts.signs[position].zone.map({ $0 == zone }) ?? true else { continue }
      }
      let selections: [Predicate] =
        switch rule.check {
        case .each(let each) where each.collection != .rooms: [each.signs]
        case .wording(let wording): [wording.signs]
        case .sides(let left, let right): [left, right]
        case .mapMatches(let maps): [maps]
        case .entriesCover(let boards): [boards]
        default: []
        }
      let waits = selections.contains { facts.evaluate($0, facts.signs[position]) == .unknown }
      if waits, !waiting[position].contains(other) { waiting[position].append(other) }
    }
  }

  mutating func judge(recorded key: InventoryKey, _ selection: Predicate, _ index: Int) {
    guard key == .place else { return judge(field: key, selection, index) }
    for position in facts.signs.indices where facts.signs[position].deferral == .place {
      // Where no rule waits for the place, nothing is left open without it.
      guard !waiting[position].isEmpty, case .yes = choose(position, selection, index) else { continue }
      let sign = facts.signs[position].index
      var draft = Draft(
        rule: index, outcome: .undetermined, reason: "unrecorded", sign: sign, node: inventory.signs[sign].node)
      draft.missing = [key]
      draft.slots = [("rules", waitingTitles(position))]
      add(draft)
    }
  }

  /// A field other than the place: each selected sign without it is undetermined.
  private mutating func judge(field key: InventoryKey, _ selection: Predicate, _ index: Int) {
    for position in facts.signs.indices where facts.signs[position].mayBe(selection.kinds) {
      let sign = facts.signs[position].index
      guard case .yes = choose(position, selection, index), !facts.isRecorded(key, inventory.signs[sign]) else {
        continue
      }
      var draft = Draft(
        rule: index, outcome: .undetermined, reason: "unrecorded", sign: sign, node: inventory.signs[sign].node)
      draft.missing = [key]
      draft.slots = [("rules", "")]
      add(draft)
    }
  }

  mutating func judgeReferences(_ index: Int) {
    for sign in facts.signs {
      guard inventory.signs[sign.index].room.isRecorded || inventory.signs[sign.index].floor.isRecorded else {
        continue
      }
      let number = inventory.signs[sign.index].room
      let room: Verdict =
        !number.isRecorded ? .notApplicable : inventory.hasRooms ? Verdict(facts.room(number) != nil) : .unknown
      let floor = verdict(onFloor: inventory.signs[sign.index].floor)
      let verdict = room.and(floor)
      guard verdict == .fails || verdict == .unknown else { continue }
      let record = inventory.signs[sign.index]
      var draft = Draft(rule: index, outcome: .undetermined, reason: "", sign: sign.index, node: record.node)
      draft.slots = [("room", inventory.string(record.room)), ("floor", inventory.string(record.floor))]
      switch verdict {
      case .fails:
        draft.outcome = .fail
        draft.reason = room == .fails ? "room" : "floor"
        draft.node = room == .fails ? record.room.node : record.floor.node
        draft.actual = inventory.string(room == .fails ? record.room : record.floor)
      default:
        draft.missing = room == .unknown ? [.rooms] : [.floors]
        draft.holders = [.inventory]
        draft.node = room == .unknown ? record.room.node : record.floor.node
      }
      add(draft)
    }
  }

  private func verdict(onFloor floor: TextField) -> Verdict {
    guard floor.isRecorded else { return .notApplicable }
    if let declared = inventory.floors {
      return Verdict(declared.contains { $0.symbol == floor.symbol })
    }
    if inventory.rooms.contains(where: { $0.floor.symbol == floor.symbol }) { return .holds }
    return .unknown
  }
}

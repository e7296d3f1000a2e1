import Inventory
import Standard

/// Evaluating conditions.
///
/// A condition is a list of nodes, and a node is a number: 0, the root, where none is given.
extension Facts {
  /// The verdict of a combination, whose parts are evaluated by `leaf`; a leaf is passed on to it.
  @inline(__always)
  private func combined(_ node: Predicate.Node, _ leaf: (Int) -> Verdict) -> Verdict {
    switch node {
    case .all(let parts):
      var verdict = Verdict.notApplicable
      for part in parts {
        verdict = verdict.and(leaf(part))
        if verdict == .fails { return .fails }
      }
      return parts.isEmpty ? .holds : verdict
    case .any(let parts):
      var verdict = Verdict.notApplicable
      for part in parts {
        verdict = verdict.or(leaf(part))
        if verdict == .holds { return .holds }
      }
      return parts.isEmpty ? .fails : verdict
    case .not(let part): return leaf(part).negated
    case .elseUnknown(let part):
      let verdict = leaf(part)
      return verdict == .fails ? .unknown : verdict
    case .assuming(let part, let holds):
      let verdict = leaf(part)
      return verdict == .unknown ? Verdict(holds) : verdict
    default: return .notApplicable
    }
  }

  /// A condition on a sign.
  func evaluate(_ condition: Predicate, _ facts: SignFacts, node: Int = 0) -> Verdict {
    // A sign is large: it is looked at where it lies, never copied.
    let node = condition.nodes[node]
    switch node {
    case .kind(let kinds):
      if facts.kind >= 0 { return Verdict(kinds.contains(facts.kind)) }
      if facts.possibleKinds.bits & kinds.bits == 0 { return .fails }
      return facts.possibleKinds.bits & ~kinds.bits == 0 ? .holds : .unknown
    case .word(let field, let words):
      let word = inventory.signs[facts.index][field]
      return word.isRecorded ? Verdict(words.contains(word.word)) : .unknown
    case .placeGroup(let group):
      guard let place = place(inventory.signs[facts.index]) else { return .unknown }
      return Verdict(place.groups & group != 0)
    case .zone(let zone):
      guard let place = place(inventory.signs[facts.index]) else { return .unknown }
      return Verdict(place.zone == zone)
    case .onWall(let wanted):
      let verdict = isOnWall(inventory.signs[facts.index])
      return wanted ? verdict : verdict.negated
    case .prominent(let wanted):
      guard let value = inventory.signs[facts.index].prominent.value else { return .unknown }
      return Verdict(value == wanted)
    case .inScope(let wanted):
      guard facts.kind >= 0 else { return .unknown }
      return Verdict(standard.vocabulary.kinds[Int(facts.kind)].inScope == wanted)
    case .onEntranceFloor: return isOnEntranceFloor(inventory.signs[facts.index])
    case .demanded(let wanted):
      guard inventory.signs[facts.index].demandedBy.isRecorded else { return .unknown }
      return Verdict(!inventory.signs[facts.index].demandedBy.range.isEmpty == wanted)
    case .text(let text):
      guard inventory.signs[facts.index].text.isRecorded else { return .unknown }
      return inventory.signs[facts.index].text.compared.count == 0
        ? .notApplicable : evaluate(text, condition.patterns, inventory.signs[facts.index].text.compared)
    case .recorded(let key, let wanted): return Verdict(isRecorded(key, inventory.signs[facts.index]) == wanted)
    case .approvalDocumented: return documented(inventory.signs[facts.index].approval)
    case .approvalText(let field, let text):
      return evaluate(text, condition.patterns, field, inventory.signs[facts.index].approval)
    case .field(let field, let text):
      let value = inventory.signs[facts.index][field]
      return value.isRecorded ? evaluate(text, condition.patterns, value.compared) : .unknown
    case .number(let field, let range):
      guard let value = inventory.signs[facts.index][field].value else { return .unknown }
      return Verdict(range.contains(value))
    case .since(let days):
      guard let value = inventory.signs[facts.index].since.value else { return .unknown }
      return Verdict(days.contains(value))
    default: return combined(node) { evaluate(condition, facts, node: $0) }
    }
  }

  /// A condition on a room.
  func evaluate(_ condition: Predicate, _ room: Room, node: Int = 0) -> Verdict {
    let node = condition.nodes[node]
    switch node {
    case .functionCount(let least):
      return room.functions.isRecorded ? Verdict(room.functions.range.count >= least) : .unknown
    case .demanded(let wanted): return Verdict(!room.demandedBy.range.isEmpty == wanted)
    case .recorded(let key, let wanted):
      let isRecorded =
        switch key {
        case .floor: room.floor.isRecorded
        case .functions: room.functions.isRecorded
        default: room.number.isRecorded
        }
      return Verdict(isRecorded == wanted)
    default: return combined(node) { evaluate(condition, room, node: $0) }
    }
  }

  /// A condition on an entry.
  func evaluate(_ condition: Predicate, _ entry: Entry, node: Int = 0) -> Verdict {
    let node = condition.nodes[node]
    switch node {
    case .function(let text):
      return entry.function.isRecorded ? evaluate(text, condition.patterns, entry.function.compared) : .unknown
    case .special(let wanted): return Verdict((entry.special.value ?? false) == wanted)
    case .roomServesFunction:
      guard inventory.hasRooms else { return .unknown }
      guard let index = room(entry.room) else { return .fails }
      return entry.function.isRecorded ? room(inventory.rooms[index], serves: entry.function.symbol) : .holds
    case .approvalDocumented: return documented(entry.approval)
    case .approvalText(let field, let text): return evaluate(text, condition.patterns, field, entry.approval)
    case .recorded(let key, let wanted):
      let isRecorded =
        switch key {
        case .function: entry.function.isRecorded
        case .room: entry.room.isRecorded
        case .area: entry.area.isRecorded
        case .special: entry.special.value != nil
        default: entry.approval.node != noNodeIndex
        }
      return Verdict(isRecorded == wanted)
    default: return combined(node) { evaluate(condition, entry, node: $0) }
    }
  }

  /// A condition on a function that `known` rooms serve, and that `open` rooms of unrecorded functions may serve.
  func evaluate(_ condition: Predicate, known: Int, open: Int, node: Int = 0) -> Verdict {
    let node = condition.nodes[node]
    switch node {
    case .roomCount(let least):
      return known >= least ? .holds : known + open >= least ? .unknown : .fails
    default: return combined(node) { evaluate(condition, known: known, open: open, node: $0) }
    }
  }

  /// A condition on a wording that is not empty.
  private func evaluate(_ test: Predicate.TextTest, _ patterns: TextPatterns, _ text: TextSlice) -> Verdict {
    let arena = inventory.arena
    switch test {
    case .equals(let range): return Verdict(patterns.equal(range, arena, text))
    case .starts(let range): return Verdict(patterns.start(range, arena, text))
    case .ends(let range): return Verdict(patterns.end(range, arena, text))
    case .contains(let range): return Verdict(patterns.stand(range, arena, in: text))
    case .isRoomNumber: return inventory.hasRooms ? Verdict(roomShown(by: text) != nil) : .unknown
    case .isListedFunction: return Verdict(isListed(text))
    }
  }

  /// An approval: none fails, one without document or date is unknown.
  private func documented(_ approval: Approval) -> Verdict {
    guard approval.node != noNodeIndex else { return .fails }
    return approval.document.isRecorded && approval.date.value != nil ? .holds : .unknown
  }

  /// A text of an approval: without an approval it fails, where the text is not recorded it is unknown.
  private func evaluate(
    _ text: Predicate.TextTest, _ patterns: TextPatterns, _ field: Condition.ApprovalText, _ approval: Approval
  ) -> Verdict {
    guard approval.node != noNodeIndex else { return .fails }
    let value = approval[field]
    return value.isRecorded ? evaluate(text, patterns, value.compared) : .unknown
  }

  /// A condition on the community, and the facts about it that are not recorded.
  func evaluate(_ condition: CommunityCondition) -> (verdict: Verdict, missing: [InventoryKey]) {
    var verdict = Verdict.holds
    var missing: [InventoryKey] = []
    func take(_ field: WordField, _ words: WordSet?, _ key: InventoryKey) {
      guard let words else { return }
      if !field.isRecorded { missing.append(key) }
      verdict = verdict.and(field.isRecorded ? Verdict(words.contains(field.word)) : .unknown)
    }
    take(inventory.community.type, condition.types, .type)
    take(inventory.community.partyOrganization, condition.partyOrganizations, .partyOrganization)
    return (verdict, verdict == .unknown ? missing : [])
  }

  private func place(_ sign: Sign) -> Vocabulary.Place? {
    sign.place.isRecorded ? standard.vocabulary.places[Int(sign.place.word)] : nil
  }

  private func isOnWall(_ sign: Sign) -> Verdict {
    switch place(sign)?.wall {
    case nil: return .unknown
    case .yes: return .holds
    case .no: return .fails
    case .byMounting:
      if standard.vocabulary.wallMountings.contains(sign.mounting.word) { return .holds }
      return standard.vocabulary.offWallMountings.contains(sign.mounting.word) ? .fails : .unknown
    }
  }

  private func isOnEntranceFloor(_ sign: Sign) -> Verdict {
    let floor = floor(of: sign)
    guard floor != 0, let floors, let first = floors.first else { return .unknown }
    // Without declared floors the first room's floor is the entrance floor, if it is recorded.
    if inventory.floors == nil, inventory.rooms.first?.floor.isRecorded != true { return .unknown }
    return Verdict(floor == first)
  }

  func isRecorded(_ key: InventoryKey, _ sign: Sign) -> Bool {
    switch key {
    case .kind: sign.kind.isRecorded
    case .text: sign.text.isRecorded
    case .place: sign.place.isRecorded
    case .orientation: sign.orientation.isRecorded
    case .mounting: sign.mounting.isRecorded
    case .background: sign.background.isRecorded
    case .lettering: sign.lettering.isRecorded
    case .prominent: sign.prominent.value != nil
    case .floor: sign.floor.isRecorded
    case .room: sign.room.isRecorded
    case .entries: sign.entries.isRecorded
    case .demandedBy: sign.demandedBy.isRecorded
    case .approval: sign.approval.node != noNodeIndex
    case .order: sign.order.value != nil
    case .material: sign.material.isRecorded
    case .since: sign.since.value != nil
    default: sign.basis.isRecorded
    }
  }
}

/// The index that stands for "not recorded" in every field.
let noNodeIndex = UInt32.max

extension Sign {
  /// A text field that is no vocabulary word.
  subscript(field: Condition.SignText) -> TextField {
    switch field {
    case .material: material
    case .basis: basis
    }
  }

  /// A number.
  subscript(field: Condition.SignNumber) -> NumberField {
    switch field {
    case .order: order
    case .width: width
    case .height: height
    }
  }

  /// A field that holds a word.
  subscript(field: Condition.SignWord) -> WordField {
    switch field {
    case .place: place
    case .orientation: orientation
    case .mounting: mounting
    case .background: background
    case .lettering: lettering
    }
  }
}

extension Approval {
  /// A text field.
  subscript(field: Condition.ApprovalText) -> TextField {
    switch field {
    case .level: level
    case .authority: authority
    }
  }
}

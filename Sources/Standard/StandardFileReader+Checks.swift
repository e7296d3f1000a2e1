import Diagnostics
import Inventory
import YAMLTree

/// Reading what a rule checks.
extension StandardFileReader {
  /// The check of a rule: a mapping with one key, the check kind. Nil, and reported, if it is none.
  mutating func check(_ node: NodeIndex, _ words: Vocabulary) -> Check? {
    guard let fields = fields(node, .check) else { return nil }
    guard tree.nodes[Int(node)].count == 2, let pair = tree.pairs(of: node).first(where: { _ in true }) else {
      let kinds = fields.values.keys.sorted()
      error(
        node, zh: "“check”要写且只写一种检查", en: "`check` takes exactly one check kind",
        help: kinds.count < 2
          ? list(Construct.check.names)
          : BilingualText(
            zh: "这里写了 \(kinds.joined(separator: "、"))：只留一种，其余的各写一条规则",
            en: "\(kinds.joined(separator: ", ")) are written: keep one, and write a rule for each of the others"))
      return nil
    }
    let kind = tree.string(pair.key)
    guard Construct.check.names.contains(kind) else { return nil }
    let value = fields[kind] ?? pair.value
    switch kind {
    case "count", "all", "any", "not": return formula(kind, value, words).map { .formula($0) }
    case "each", "none": return each(kind, value, words).map { .each($0) }
    case "wording": return wording(value, words).map { .wording($0) }
    case "sides": return sides(value, words)
    case "order": return order(value, words)
    case "none_since_removal":
      guard let fields = self.fields(value, .checkSinceRemoval) else { return nil }
      return .noneSinceRemoval(new: selection(fields["new"], words), removed: selection(fields["removed"], words))
    case "per_floor": return perFloor(value, words)
    case "entries_cover":
      guard let fields = self.fields(value, .checkEntriesCover), let boards = fields["on"],
        let functions = fields["functions"], choice(functions, "functions", of: .checkEntriesCover) != nil
      else { return nil }
      return .entriesCover(boards: .init(condition(boards, .sign, words)))
    case "map_matches":
      return self.fields(value, .checkMapMatches)?["on"].map { .mapMatches(.init(condition($0, .sign, words))) }
    case "door_numbers":
      guard let fields = self.fields(value, .checkDoorNumbers), let plates = fields["plates"],
        let rooms = fields["rooms"]
      else { return nil }
      return .doorNumbers(
        plates: .init(condition(plates, .sign, words)), rooms: Predicate(condition(rooms, .room, words)))
    case "recognised_kind":
      guard let fields = self.fields(value, .checkRecognisedKind), let declared = fields["declared"],
        let recognised = fields["recognised"]
      else { return nil }
      return .recognisedKind(
        declared: wordSet(declared, "declared", words.words.kinds),
        recognised: wordSet(recognised, "recognised", words.words.kinds))
    case "recorded":
      guard let fields = self.fields(value, .checkRecorded), let field = fields["field"],
        let name = choice(field, "field", of: .checkRecorded),
        let key = ConditionSubject.sign.fields.first(where: { $0.word.canonical == name })
      else { return nil }
      return .recorded(key, selection(fields["where"], words))
    case "in_facility":
      guard let fields = self.fields(value, .checkInFacility), let list = fields["fields"] else { return nil }
      _ = items(list, "fields").compactMap { choice($0, "fields", of: .checkInFacility) }
      return .inFacility
    case "listed_in_roster": return nothing(kind, value) ? .listedInRoster : nil
    case "inventory_submitted": return nothing(kind, value) ? .inventorySubmitted : nil
    default: return nothing(kind, value) ? .inventoryUnique : nil
    }
  }

  /// Whether a check without parameters is written `{}`; reports what else it is.
  private mutating func nothing(_ kind: String, _ node: NodeIndex) -> Bool {
    fields(node, .nothing, as: BilingualText(zh: "检查“\(kind)”", en: "the check `\(kind)`")) != nil
  }

  private mutating func selection(_ node: NodeIndex?, _ words: Vocabulary) -> Predicate {
    Predicate(node.map { condition($0, .sign, words) } ?? .all([]))
  }

  private mutating func each(_ kind: String, _ node: NodeIndex, _ words: Vocabulary) -> Check.Each? {
    guard let fields = fields(node, kind == "each" ? .checkEach : .checkNone), let of = fields["of"],
      let name = choice(of, "of", of: .checkEach),
      let collection = Check.Each.Collection(rawValue: name)
    else { return nil }
    let subject = collection.subject
    let selection = Predicate(fields["where"].map { condition($0, subject, words) } ?? .all([]))
    if let on = fields["on"], collection != .entries {
      error(on, zh: "只有对条目（entries）的检查才写“on”", en: "`on` belongs to checks of entries only")
    }
    let signs: Predicate =
      collection == .signs ? selection : self.selection(fields["on"], words)
    return Check.Each(
      collection: collection, signs: signs, selection: selection,
      requirement: fields["require"].map { Predicate(condition($0, subject, words)) })
  }

  private mutating func wording(_ node: NodeIndex, _ words: Vocabulary) -> Check.Wording? {
    let names = Check.Wording.Comparison.allCases.map(\.rawValue)
    guard let fields = fields(node, .checkWording) else { return nil }
    let given = names.filter { fields[$0] != nil }
    guard given.count == 1, let comparison = Check.Wording.Comparison(rawValue: given[0]), let value = fields[given[0]]
    else {
      if fields.leavesOutKeys, given.isEmpty { return nil }
      error(node, zh: "wording 要写 equals 或 contains 之一", en: "wording takes one of equals, contains")
      return nil
    }
    let known = Construct.placeholders.names
    var templates: [[TextTemplate.Segment]] = []
    for (text, node) in placedTexts(value, given[0]) {
      let segments = TextTemplate.cut(text)
      for case .slot(let name) in segments where !known.contains(name) {
        error(
          node, zh: "文字模板没有“{\(name)}”这个占位", en: "wordings have no placeholder `{\(name)}`",
          help: suggestion(name, known))
      }
      templates.append(segments)
    }
    return Check.Wording(signs: selection(fields["where"], words), comparison: comparison, templates: templates)
  }

  private mutating func sides(_ node: NodeIndex, _ words: Vocabulary) -> Check? {
    guard let fields = fields(node, .checkSides), let left = fields["left"], let right = fields["right"]
    else { return nil }
    return .sides(
      left: .init(condition(left, .sign, words)), right: .init(condition(right, .sign, words)))
  }

  private mutating func order(_ node: NodeIndex, _ words: Vocabulary) -> Check? {
    guard let fields = fields(node, .checkOrder), let list = fields["from_door"] else {
      return nil
    }
    let steps = items(list, "from_door").map { Predicate(condition($0, .sign, words)) }
    if steps.count < 2 {
      error(
        list, zh: "次序至少要有两步", en: "an order has at least two steps",
        help: BilingualText(zh: "接着写排在后面的牌，如 {kind: …}", en: "go on with the signs that come next, as in {kind: …}"))
      return nil
    }
    return .order(
      Check.Order(steps: steps, withinPlace: fields["within_place"].flatMap { flag($0, "within_place") } ?? false))
  }

  private mutating func perFloor(_ node: NodeIndex, _ words: Vocabulary) -> Check? {
    guard let fields = fields(node, .checkPerFloor),
      let of = fields["of"], choice(of, "of", of: .checkPerFloor) != nil, let rooms = fields["floors_with"],
      let least = fields["at_least"], let number = number(least, "at_least")
    else { return nil }
    return .perFloor(
      selection(fields["where"], words), floorsWith: Predicate(condition(rooms, .room, words)), atLeast: number)
  }
}

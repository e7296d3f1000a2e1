import Diagnostics
import Inventory
import YAMLTree

/// What a condition is about: which of its keys may stand there.
enum ConditionSubject: String {
  case sign, room, entry, function

  /// The fields that `recorded` and `unrecorded` may name.
  var fields: [InventoryKey] {
    switch self {
    case .sign:
      [
        .kind, .text, .place, .orientation, .mounting, .background, .lettering, .prominent, .floor, .room, .entries,
        .demandedBy, .approval, .order, .material, .basis, .since,
      ]
    case .room: [.number, .floor, .functions]
    case .entry: [.function, .room, .area, .approval, .special]
    case .function: []
    }
  }
}

/// Reading conditions and formulas.
extension StandardFileReader {
  /// A condition: a mapping all of whose keys must hold. A wrong part is reported and left out.
  mutating func condition(_ node: NodeIndex, _ subject: ConditionSubject, _ words: Vocabulary) -> Condition {
    let example =
      switch subject {
      case .sign: "{kind: …}"
      case .room: "{functions: {at_least: 1}}"
      case .entry: "{function: {equals: …}}"
      case .function: "{rooms: {at_least: 1}}"
      }
    let construct = Construct.named(subject.construct)
    guard let fields = fields(node, construct, example: example) else {
      return .all([])
    }
    var parts: [Condition] = []
    var assumption: Bool?
    for (key, value) in tree.pairs(of: node) where fields[tree.string(key)] == value {
      let name = tree.string(key)
      if name == "if_unrecorded" {
        assumption = choice(value, name, of: construct).map { $0 == "holds" }
      } else if let part = part(name, value, subject, words) {
        parts.append(part)
      }
    }
    if fields.values.isEmpty, !fields.leavesOutKeys {
      error(
        node, zh: "条件是空的", en: "the condition is empty",
        help: BilingualText(
          zh: "写上条件，如 \(example)；不加条件的，删去这一项",
          en: "write one, as in \(example), or leave the key out to select everything"))
    }
    let whole = parts.count == 1 ? parts[0] : .all(parts)
    return assumption.map { .assuming(whole, holds: $0) } ?? whole
  }

  private mutating func part(
    _ name: String, _ value: NodeIndex, _ subject: ConditionSubject, _ words: Vocabulary
  ) -> Condition? {
    let construct = Construct.named(subject.construct)
    switch name {
    case "all": return .all(items(value, name).map { condition($0, subject, words) })
    case "any": return .any(items(value, name).map { condition($0, subject, words) })
    case "not": return .not(condition(value, subject, words))
    case "else_unknown": return .elseUnknown(condition(value, subject, words))
    case "recorded", "unrecorded":
      guard let field = choice(value, name, of: construct),
        let key = subject.fields.first(where: { $0.word.canonical == field })
      else { return nil }
      return .recorded(key, name == "recorded")
    case "demanded_by":
      return choice(value, name, of: construct).map { .demanded($0 == "a-department") }
    default: break
    }
    switch subject {
    case .sign: return signPart(name, value, words)
    case .room, .function:
      guard let fields = fields(value, .atLeast, as: BilingualText(zh: "“\(name)”", en: "`\(name)`")),
        let least = fields["at_least"].flatMap({ number($0, "at_least") })
      else { return nil }
      return subject == .room ? .functionCount(least) : .roomCount(least)
    case .entry:
      switch name {
      case "function": return textCondition(value, name, .functionText).map { .function($0) }
      case "special": return flag(value, name).map { .special($0) }
      case "room": return choice(value, name, of: construct).map { _ in .roomServesFunction }
      default: return approval(value)
      }
    }
  }

  private mutating func signPart(_ name: String, _ value: NodeIndex, _ words: Vocabulary) -> Condition? {
    switch name {
    case "kind": return .kind(wordSet(value, name, words.words.kinds))
    case "place": return .word(.place, wordSet(value, name, words.words.places))
    case "orientation": return .word(.orientation, wordSet(value, name, FixedWords.orientation))
    case "mounting": return .word(.mounting, wordSet(value, name, FixedWords.mounting))
    case "background": return .word(.background, wordSet(value, name, words.words.colours))
    case "lettering": return .word(.lettering, wordSet(value, name, words.words.colours))
    case "place_group":
      if words.placeGroups.isEmpty, !knowsWords { return nil }
      guard let group = choice(value, name, words.placeGroups), let bit = words.placeGroups.firstIndex(of: group) else {
        return nil
      }
      return .placeGroup(1 << UInt64(bit))
    case "zone": return zone(value).map { .zone($0) }
    case "kind_group": return kindGroup(value, words).map { .kind($0) }
    case "size": return size(value)
    case "order": return range(value, name, unit: nil).map { .number(.order, $0) }
    case "since": return since(value)
    case "material": return openText(value, name).map { .field(.material, $0) }
    case "basis": return openText(value, name).map { .field(.basis, $0) }
    case "approval": return approval(value)
    case "prominent": return flag(value, name).map { .prominent($0) }
    case "on_wall": return flag(value, name).map { .onWall($0) }
    case "in_scope": return flag(value, name).map { .inScope($0) }
    case "on_entrance_floor":
      return flag(value, name).map { $0 ? .onEntranceFloor : .not(.onEntranceFloor) }
    default: return textCondition(value, name, .signText).map { .text($0) }
    }
  }

  /// A zone.
  mutating func zone(_ node: NodeIndex, _ what: String = "zone") -> Zone? {
    choice(node, what, Construct.place.choices("zone")).flatMap { FixedWords.zone.find($0) }
      .flatMap { Zone(rawValue: $0) }
  }

  mutating func textCondition(
    _ node: NodeIndex, _ what: String, _ construct: Construct, help: BilingualText? = nil
  ) -> TextCondition? {
    let keys = construct.names
    guard
      let fields = fields(node, construct, as: BilingualText(zh: "“\(what)”", en: "`\(what)`"), example: "{equals: …}")
    else { return nil }
    guard fields.values.count == 1, let (key, value) = fields.values.first else {
      if fields.leavesOutKeys, fields.values.isEmpty { return nil }
      error(
        node, zh: "“\(what)”要写且只写 \(keys.joined(separator: "、")) 之一",
        en: "`\(what)` takes exactly one of \(keys.joined(separator: ", "))", help: help)
      return nil
    }
    switch key {
    case "equals": return .equals(compared(value, key))
    case "starts": return .starts(compared(value, key))
    case "ends": return .ends(compared(value, key))
    case "contains": return .contains(compared(value, key))
    default: return choice(value, "is", of: construct).map { $0 == "room-number" ? .isRoomNumber : .isListedFunction }
    }
  }

  /// A formula: one count, or formulas combined.
  mutating func formula(_ node: NodeIndex, _ words: Vocabulary) -> Formula? {
    guard let fields = fields(node, .formula) else { return nil }
    guard fields.values.count == 1, let (key, value) = fields.values.first else {
      if fields.leavesOutKeys, fields.values.isEmpty { return nil }
      let keys = Construct.formula.names
      error(
        node, zh: "公式要写且只写 \(keys.joined(separator: "、")) 之一",
        en: "a formula is exactly one of \(keys.joined(separator: ", "))")
      return nil
    }
    return formula(key, value, words)
  }

  /// A formula whose key has been read.
  mutating func formula(_ key: String, _ value: NodeIndex, _ words: Vocabulary) -> Formula? {
    switch key {
    case "count": return count(value, words).map { .count($0) }
    case "community": return community(value, words).map { .community($0) }
    case "all": return .all(items(value, key).compactMap { formula($0, words) })
    case "any": return .any(items(value, key).compactMap { formula($0, words) })
    default: return formula(value, words).map { .not($0) }
    }
  }

  private mutating func count(_ node: NodeIndex, _ words: Vocabulary) -> Count? {
    guard let fields = fields(node, .count),
      let of = fields["of"], let name = choice(of, "of", of: .count),
      let collection = Count.Collection(rawValue: name)
    else { return nil }
    let subject = collection.subject
    let selection = fields["where"].map { condition($0, subject, words) } ?? .all([])
    var cases: [Count.Case] = []
    let example = "{community: {type: …}, at_most: 5}"
    for item in fields["cases"].map({ items($0, "cases", example: example) }) ?? [] {
      guard let given = self.fields(item, .countCase),
        let condition = given["community"].flatMap({ community($0, words) }), let bounds = bounds(given)
      else { continue }
      cases.append(Count.Case(community: condition, bounds: bounds))
    }
    let hasBounds = Construct.bounds.names.contains { fields[$0] != nil }
    var bounds: ClosedRange<Int>? = 0...Int.max
    if hasBounds || fields["cases"] == nil { bounds = self.bounds(fields) }
    guard let bounds else { return nil }
    return Count(
      collection: collection, selection: Predicate(selection), bounds: bounds, cases: cases,
      hasBounds: hasBounds)
  }

  mutating func bounds(_ fields: Fields) -> ClosedRange<Int>? {
    let before = problems.diagnostics.count
    let exactly = fields["exactly"].flatMap { number($0, "exactly") }
    let least = fields["at_least"].flatMap { number($0, "at_least") }
    let most = fields["at_most"].flatMap { number($0, "at_most") }
    guard problems.diagnostics.count == before else { return nil }
    switch (exactly, least, most) {
    case (let number?, nil, nil): return number...number
    case (nil, 0, nil):
      error(
        fields["at_least"] ?? fields.node, zh: "at_least: 0 没有限制什么，数目是多少都符合",
        en: "at_least: 0 asks for nothing: every number keeps it",
        help: BilingualText(
          zh: "写要求的最少数目，从 1 起；要设上限的写 at_most", en: "write the least number, from 1; or at_most for a limit"))
      return nil
    case (nil, let least, let most) where least != nil || most != nil:
      let (low, high) = (least ?? 0, most ?? .max)
      if low <= high { return low...high }
      error(
        fields.node, zh: "at_least（\(low)）大于 at_most（\(high)）", en: "at_least (\(low)) is above at_most (\(high))",
        help: BilingualText(zh: "at_least 写最少，at_most 写最多", en: "at_least is the least number, at_most the greatest"))
      return nil
    case (nil, nil, nil) where fields.leavesOutKeys: return nil  // reported, and likely what was meant
    default:
      error(
        fields.node, zh: "计数要写 exactly，或 at_least、at_most", en: "a count takes exactly, or at_least and at_most",
        help: exactly == nil
          ? BilingualText(zh: "写上数目，如 exactly: 1", en: "write a number, as in exactly: 1")
          : BilingualText(
            zh: "正好几块的只写 exactly；一个范围的只写 at_least、at_most", en: "keep exactly alone, or at_least and at_most"))
      return nil
    }
  }
}

import Inventory
import Standard

/// A condition as the list of what must hold at once, for comparing conditions with each other.
struct Conjunction: Sendable, Hashable {
  /// Keys and values; a key may occur more than once.
  var parts: [RuleValue.Field] = []
  /// What an unknown counts as, where it is written.
  var assumption: RuleValue?

  /// The parts of a condition, those within `all` included; nothing for no condition, which holds for everything.
  init(_ condition: RuleValue?) {
    guard case .fields(let fields)? = condition else { return }
    for field in fields {
      switch field.key {
      case "all": for part in field.value.items { parts += Conjunction(part).nested }
      case "if_unrecorded": assumption = field.value
      default: parts.append(field)
      }
    }
  }

  /// The parts as part of another conjunction: one with an assumption of its own stays whole.
  private var nested: [RuleValue.Field] {
    guard let assumption else { return parts }
    return [
      RuleValue.Field(
        key: "all", value: .fields(parts + [RuleValue.Field(key: "if_unrecorded", value: assumption)]))
    ]
  }

  /// Whether this one holding means that the other holds, as far as the words show it.
  func implies(_ other: Conjunction) -> Bool {
    if other.parts.isEmpty { return true }
    guard assumption == other.assumption else { return false }
    return other.parts.allSatisfy { wanted in
      parts.contains { part in
        part.key == wanted.key
          && (part.value == wanted.value
            || Self.wordKeys.contains(part.key) && Set(part.value.texts).isSubset(of: wanted.value.texts))
      }
    }
  }

  /// The key whose values exclude each other, if there is one: nothing can satisfy both.
  var contradiction: String? {
    // What a community is stands one level down.
    let parts = parts.flatMap { part in
      if part.key == "community", case .fields(let fields) = part.value { fields } else { [part] }
    }
    let keys = Self.wordKeys.union(["type", "party_organization"])
    for (index, part) in parts.enumerated() where keys.contains(part.key) {
      for other in parts[(index + 1)...] where other.key == part.key {
        if Set(part.value.texts).isDisjoint(with: other.value.texts) { return part.key }
      }
    }
    return nil
  }

  /// The values of keys that both have and that exclude each other.
  func conflict(with other: Conjunction) -> String? {
    for part in parts where Self.wordKeys.contains(part.key) {
      for second in other.parts where second.key == part.key {
        if Set(part.value.texts).isDisjoint(with: second.value.texts) { return part.key }
      }
    }
    return nil
  }

  /// Keys of a sign whose value is one word out of those that are listed.
  static let wordKeys: Set<String> = [
    "kind", "place", "orientation", "mounting", "background", "lettering", "zone", "prominent", "on_wall", "in_scope",
    "demanded_by", "special", "on_entrance_floor",
  ]

  /// The kinds of signs that it selects, where it speaks of kinds and zone alone; nil where it asks for more.
  func kinds(_ vocabulary: Vocabulary) -> (kinds: Set<String>, zone: String?)? {
    let table = vocabulary.words.kinds
    var kinds = Set(table.words.map(\.canonical))
    var zone: String?
    guard assumption == nil else { return nil }
    for part in parts {
      switch part.key {
      case "kind": kinds.formIntersection(part.value.texts)
      case "kind_group":
        let groups = Set(part.value.texts)
        kinds = kinds.filter { word in
          table.find(word).map { !groups.isDisjoint(with: vocabulary.kinds[Int($0)].groups) } ?? false
        }
      case "in_scope":
        let wanted = part.value.text == "yes"
        kinds = kinds.filter { word in table.find(word).map { vocabulary.kinds[Int($0)].inScope == wanted } ?? false }
      case "not":
        let inner = Conjunction(part.value)
        guard inner.assumption == nil, inner.parts.count == 1, inner.parts[0].key == "kind" else { return nil }
        kinds.subtract(inner.parts[0].value.texts)
      case "zone": zone = part.value.text
      default: return nil
      }
    }
    return (kinds, zone)
  }
}

import Diagnostics
import Inventory
package import Standard

/// The JSON Schemas of inventories, rosters and waivers, derived from the one table of keys and from a standard's
/// vocabulary: both spellings of everything, titles in Chinese.
///
/// A schema refuses nothing that the reader accepts; what it refuses the reader refuses too. The reader sees more: that
/// ids are unique, that dates exist.
package struct InventorySchema {
  private let standard: Standard
  private let draft: SchemaDraft

  /// Prepares schemas for a standard.
  package init(_ standard: Standard, draft: SchemaDraft) {
    self.standard = standard
    self.draft = draft
  }

  /// The schema of one inventory document.
  package var inventory: JSONValue {
    document(title: BilingualText(zh: "社区标识牌台账", en: "inventory of a community's signs")) { $0.inventory }
  }

  /// The schema of a roster.
  package var roster: JSONValue {
    document(title: BilingualText(zh: "社区名册", en: "roster of communities")) { $0.roster }
  }

  /// The schema of the waivers.
  package var waivers: JSONValue {
    document(title: BilingualText(zh: "豁免清单", en: "waivers")) { $0.waivers }
  }

  private func document(title: BilingualText, _ root: (inout InventoryShapes) -> JSONValue) -> JSONValue {
    var shapes = InventoryShapes(standard, draft: draft)
    let root = root(&shapes)
    return JSONValue.of(
      ("$schema", .string(draft.uri)), ("title", .string("\(title.zh) · \(title.en)")),
      (
        "description",
        .string(
          "依据 \(standard.title.zh)（\(standard.id)）生成，中英文键名和词语均可使用；\(SchemaText.advice.zh)。 · "
            + "Made from the standard \(standard.id); keys and words in either language; \(SchemaText.advice.en).")
      )
    ).adding(unpacked: root).adding((draft.definitions, .object(shapes.definitions)))
  }
}

/// The shapes of what stands in inventories, rosters and waivers. Those that are used more than once are made when they
/// are first needed, and stand in `definitions`.
struct InventoryShapes {
  private let standard: Standard
  private let draft: SchemaDraft
  private let prefix: String
  private var parts: [String: JSONValue] = [:]

  /// Prepares shapes; `prefix` stands before the names of shared ones.
  init(_ standard: Standard, draft: SchemaDraft, prefix: String = "") {
    self.standard = standard
    self.draft = draft
    self.prefix = prefix
  }

  private var words: InventoryWords { standard.vocabulary.words }

  /// The shared shapes, by the bytes of their names.
  var definitions: [JSONValue.Pair] {
    parts.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
      .map { JSONValue.Pair(key: $0.key, value: $0.value) }
  }

  // MARK: Documents

  /// An inventory.
  var inventory: JSONValue {
    mutating get { object(.inventory, required: [.community, .signs]) }
  }

  /// An inventory of an example, which may leave its community to the standard.
  var exampleInventory: JSONValue {
    mutating get { object(.inventory, required: [.signs]) }
  }

  /// A roster.
  var roster: JSONValue {
    mutating get { object(.roster, required: [.district, .streets]) }
  }

  /// The waivers.
  var waivers: JSONValue {
    mutating get { object(.waivers, required: [.entries]) }
  }

  // MARK: Mappings

  /// A mapping with these keys, each in any of its spellings but not in two; `required` in one of them.
  private mutating func object(_ keys: KeySet, required: [InventoryKey] = []) -> JSONValue {
    var properties: [(String, JSONValue)] = []
    var rules: [JSONValue] = []
    for key in keys.keys {
      let shape = shape(key, of: keys, isRequired: required.contains(key))
      let spellings = key.word.spellings
      for spelling in spellings {
        properties.append((spelling, shape.described(title: key.label.zh, key.explanation)))
      }
      if required.contains(key) {
        rules.append(.of(("anyOf", .array(spellings.map { .of(("required", .strings([$0]))) }))))
      }
      for (index, one) in spellings.enumerated() {
        for other in spellings[..<index] {
          rules.append(.of(("not", .of(("required", .strings([other, one]))))))
        }
      }
    }
    return .object(properties, rules: rules)
  }

  /// A shared shape.
  private mutating func shared(_ name: String, _ make: (inout InventoryShapes) -> JSONValue) -> JSONValue {
    let name = prefix + name
    if parts[name] == nil {
      parts[name] = .null  // stands for itself while it is made
      parts[name] = make(&self)
    }
    return draft.reference(name)
  }

  private mutating func shape(_ key: InventoryKey, of keys: KeySet, isRequired: Bool) -> JSONValue {
    switch key {
    case .inventory where keys.keys.contains(.signs), .roster, .waivers:
      return .of(("enum", .array([.integer(1), .string("1"), .string(""), .null])))
    case .community where keys.keys.contains(.signs):
      return object(.community, required: [.district, .street, .name])
    case .survey: return .either(object(.survey), .absence)
    case .facility where keys.keys.contains(.signs): return .either(object(.facility), .absence)
    case .signs: return .list(of: shared("sign") { $0.object(.sign, required: [.id]) })
    case .rooms: return optionalList(shared("room") { $0.object(.room, required: [.number]) })
    case .entries where keys.keys.contains(.waivers):
      return optionalList(
        shared("waiver") {
          $0.object(
            .waiver, required: [.rule, .street, .community, .reason, .approvedBy, .document, .expires])
        })
    case .entries: return optionalList(.either(shared("entry") { $0.object(.entry) }, .absence))
    case .streets: return optionalList(shared("street") { $0.object(.rosterStreet, required: [.name]) })
    case .communities: return optionalList(shared("community") { $0.object(.rosterCommunity, required: [.name]) })
    case .approval: return .either(shared("approval") { $0.object(.approval) }, .absence)
    case .sizeMillimetres: return .either(object(.size), .absence)
    case .kind: return word("kind", words.kinds)
    case .place: return word("place", words.places)
    case .background, .lettering: return word("colour", words.colours)
    case .type: return word("communityType", words.communityTypes)
    case .partyOrganization: return word("partyOrganization", words.partyOrganizations)
    case .orientation: return word("orientation", FixedWords.orientation)
    case .mounting: return word("mounting", FixedWords.mounting)
    case .state: return word("state", FixedWords.state)
    case .viewpoint: return word("viewpoint", FixedWords.viewpoint)
    case .covers:
      let zones = JSONValue.list(of: word("zone", FixedWords.zone)).adding(("minItems", .integer(1)))
      return .either(zones, .absence)
    case .prominent, .special: return word("truth", FixedWords.truth)
    case .date, .since: return date(isRequired: false)
    case .expires: return date(isRequired: isRequired)
    case .order: return number(isWhole: true)
    case .width, .height: return number(isWhole: false)
    case .floors, .functions: return optionalList(text)
    case .demandedBy, .photo:
      let text = text
      return .either(text, .list(of: text))
    case .rule: return rule
    default: return isRequired ? requiredText : text
    }
  }

  // MARK: Values

  private func optionalList(_ items: JSONValue) -> JSONValue { .either(.list(of: items), .absence) }

  /// A text as it is written: what YAML takes for a number or a truth value is that text all the same.
  private var text: JSONValue {
    mutating get {
      shared("text") { _ in
        JSONValue.of(("type", .strings(SchemaText.types + ["null"]))).described(SchemaText.advice)
      }
    }
  }

  /// The same, where it must not be empty.
  private var requiredText: JSONValue {
    mutating get {
      shared("requiredText") { _ in
        JSONValue.of(("type", .strings(SchemaText.types)), ("minLength", .integer(1))).described(SchemaText.advice)
      }
    }
  }

  /// The id of a rule, or a former id.
  private var rule: JSONValue {
    mutating get {
      let ids = standard.rules.flatMap { [$0.id] + $0.aliases }
      return shared("rule") { _ in .spellings(ids) }
    }
  }

  /// A word of a table in any spelling, or nothing.
  private mutating func word(_ name: String, _ table: WordTable) -> JSONValue {
    shared(name) { _ in
      let list = table.words.map { ([$0.canonical] + $0.chinese).joined(separator: " ") }.joined(separator: "；")
      return JSONValue.of(("description", .string(list))).adding(
        unpacked: .either(.spellings(table.words.flatMap { $0.chinese + [$0.canonical] }), .blank))
    }
  }

  private func date(isRequired: Bool) -> JSONValue {
    isRequired
      ? .of(("type", .string("string")), ("pattern", .string("^\(SchemaText.date)$")))
      : .of(("type", .strings(["string", "null"])), ("pattern", .string("^(\(SchemaText.date))?$")))
  }

  /// A number above zero.
  private func number(isWhole: Bool) -> JSONValue {
    .either(
      .of(
        ("type", .string(isWhole ? "integer" : "number")), ("exclusiveMinimum", .integer(0)),
        ("exclusiveMaximum", .integer(1_000_000_000))),
      .of(
        ("type", .strings(["string", "null"])),
        ("pattern", .string(isWhole ? "^$|^(?=.*[1-9])[0-9]{1,9}$" : "^$|^(?=.*[1-9])[0-9]{1,9}(\\.[0-9]{1,8})?$"))))
  }
}

import Diagnostics
import Inventory
package import Standard

/// The JSON Schemas of inventories, rosters and waivers, derived from the one table of keys and from a standard's
/// vocabulary: both spellings of everything, titles in Chinese.
///
/// A schema refuses nothing that the reader accepts; what it refuses the reader refuses too. The reader sees more: that
/// ids are unique, that dates exist, that no key stands there in two spellings.
package struct InventorySchema {
  private let standard: Standard
  private let draft: SchemaDraft

  /// Prepares schemas for a standard.
  package init(_ standard: Standard, draft: SchemaDraft) {
    self.standard = standard
    self.draft = draft
  }

  private var words: InventoryWords { standard.vocabulary.words }

  /// The schema of one inventory document.
  package var inventory: JSONValue {
    document(
      .inventory, title: BilingualText(zh: "社区标识牌台账", en: "inventory of a community's signs"),
      required: [.community, .signs])
  }

  /// The schema of a roster.
  package var roster: JSONValue {
    document(.roster, title: BilingualText(zh: "社区名册", en: "roster of communities"), required: [.district, .streets])
  }

  /// The schema of the waivers.
  package var waivers: JSONValue {
    document(.waivers, title: BilingualText(zh: "豁免清单", en: "waivers"), required: [.entries])
  }

  private func document(_ keys: KeySet, title: BilingualText, required: [InventoryKey]) -> JSONValue {
    var definitions = Definitions()
    let root = object(keys, required: required, in: &definitions)
    let all = definitions.parts.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
    return JSONValue.of(
      ("$schema", .string(draft.uri)), ("title", .string("\(title.zh) · \(title.en)")),
      (
        "description",
        .string(
          "依据 \(standard.title.zh)（\(standard.id)）生成，中英文键名和词语均可使用。"
            + "Made from the standard \(standard.id); keys and words in either language.")
      )
    ).adding(unpacked: root).adding(
      (draft.definitions, .object(all.map { JSONValue.Pair(key: $0.key, value: $0.value) })))
  }

  /// The shared parts, by name.
  private struct Definitions {
    var parts: [String: JSONValue] = [:]
  }

  /// A mapping with these keys, each in any of its spellings; `required` in one of them.
  private func object(
    _ keys: KeySet, required: [InventoryKey] = [], in definitions: inout Definitions
  ) -> JSONValue {
    var properties: [JSONValue.Pair] = []
    for key in keys.keys {
      let shape = shape(key, of: keys, in: &definitions)
      for spelling in key.word.spellings {
        let described = JSONValue.of(
          ("title", .string(key.label.zh)), ("description", .string("\(key.explanation.zh) · \(key.explanation.en)")))
        properties.append(JSONValue.Pair(key: spelling, value: described.adding(unpacked: shape)))
      }
    }
    let needs = required.map { key in
      JSONValue.of(("anyOf", .array(key.word.spellings.map { .of(("required", .strings([$0]))) })))
    }
    return .of(
      ("type", .string("object")), ("additionalProperties", .bool(false)), ("properties", .object(properties)),
      ("allOf", needs.isEmpty ? nil : .array(needs)))
  }

  /// A shared part, made when it is first needed.
  private func shared(
    _ name: String, in definitions: inout Definitions, _ make: (inout Definitions) -> JSONValue
  ) -> JSONValue {
    if definitions.parts[name] == nil {
      definitions.parts[name] = .null  // stands for itself while it is made
      definitions.parts[name] = make(&definitions)
    }
    return draft.reference(name)
  }

  private func shape(_ key: InventoryKey, of keys: KeySet, in definitions: inout Definitions) -> JSONValue {
    switch key {
    case .inventory where keys.keys.contains(.signs), .roster, .waivers:
      return .of(("enum", .array([.integer(1), .string("1"), .null])))
    case .community where keys.keys.contains(.signs):
      return object(.community, required: [.district, .street, .name], in: &definitions)
    case .survey: return absent(or: object(.survey, in: &definitions))
    case .facility: return absent(or: object(.facility, in: &definitions))
    case .signs:
      return list(shared("sign", in: &definitions) { object(.sign, required: [.id], in: &$0) })
    case .rooms:
      return absent(or: list(shared("room", in: &definitions) { object(.room, required: [.number], in: &$0) }))
    case .entries where keys.keys.contains(.waivers):
      return list(
        shared("waiver", in: &definitions) {
          object(
            .waiver, required: [.rule, .street, .community, .reason, .approvedBy, .document, .expires], in: &$0)
        })
    case .entries: return absent(or: list(shared("entry", in: &definitions) { object(.entry, in: &$0) }))
    case .streets:
      return list(shared("street", in: &definitions) { object(.rosterStreet, required: [.name], in: &$0) })
    case .communities:
      return absent(
        or: list(shared("community", in: &definitions) { object(.rosterCommunity, required: [.name], in: &$0) }))
    case .approval: return absent(or: shared("approval", in: &definitions) { object(.approval, in: &$0) })
    case .sizeMillimetres: return absent(or: object(.size, in: &definitions))
    case .kind: return word("kind", words.kinds, in: &definitions)
    case .place: return word("place", words.places, in: &definitions)
    case .background, .lettering: return word("colour", words.colours, in: &definitions)
    case .type: return word("communityType", words.communityTypes, in: &definitions)
    case .partyOrganization: return word("partyOrganization", words.partyOrganizations, in: &definitions)
    case .orientation: return word("orientation", FixedWords.orientation, in: &definitions)
    case .mounting: return word("mounting", FixedWords.mounting, in: &definitions)
    case .state: return word("state", FixedWords.state, in: &definitions)
    case .viewpoint: return word("viewpoint", FixedWords.viewpoint, in: &definitions)
    case .covers:
      return absent(or: list(word("zone", FixedWords.zone, in: &definitions)).adding(("minItems", .integer(1))))
    case .prominent, .special: return truth
    case .date, .since, .expires: return date
    case .order: return number(isWhole: true)
    case .width, .height: return number(isWhole: false)
    case .floors, .functions: return absent(or: list(text(in: &definitions)))
    case .demandedBy, .photo:
      let text = text(in: &definitions)
      return .of(("anyOf", .array([text, list(text)])))
    default: return text(in: &definitions)
    }
  }

  // MARK: Shapes of values

  /// A text as it is written: what YAML takes for a number or a truth value is that text all the same.
  private func text(in definitions: inout Definitions) -> JSONValue {
    shared("text", in: &definitions) { _ in .of(("type", .strings(["string", "number", "boolean", "null"]))) }
  }

  /// A word of a table in any spelling, or nothing.
  private func word(_ name: String, _ table: WordTable, in definitions: inout Definitions) -> JSONValue {
    shared(name, in: &definitions) { _ in
      let spellings = table.words.flatMap { word in word.chinese + [word.canonical] }
      return .of(("enum", .array(spellings.map { .string($0) } + [.null])))
    }
  }

  private var truth: JSONValue {
    let spellings = FixedWords.truth.words.flatMap { $0.chinese + [$0.canonical] }
    return .of(("enum", .array(spellings.map { .string($0) } + [.bool(true), .bool(false), .null])))
  }

  private var date: JSONValue {
    .of(("type", .strings(["string", "null"])), ("pattern", .string("^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")))
  }

  private func number(isWhole: Bool) -> JSONValue {
    .of(
      (
        "anyOf",
        .array([
          .of(("type", .string(isWhole ? "integer" : "number")), ("exclusiveMinimum", .integer(0))),
          .of(("type", .string("string")), ("pattern", .string(isWhole ? "^[0-9]*$" : "^([0-9]+(\\.[0-9]+)?)?$"))),
          .of(("type", .string("null"))),
        ])
      ))
  }

  private func list(_ items: JSONValue) -> JSONValue { .of(("type", .string("array")), ("items", items)) }

  private func absent(or shape: JSONValue) -> JSONValue {
    .of(("anyOf", .array([shape, .of(("type", .string("null")))])))
  }
}

extension JSONValue {
  /// The object with the keys of another one behind its own. In draft 7 nothing stands beside a reference, so that one
  /// is wrapped.
  func adding(unpacked other: JSONValue) -> JSONValue {
    guard case .object(let own) = self, case .object(let more) = other else { return self }
    if more.count == 1, more[0].key == "$ref" { return .object(own + [Pair(key: "allOf", value: .array([other]))]) }
    return .object(own + more)
  }
}

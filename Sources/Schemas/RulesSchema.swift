import Diagnostics
import Inventory
package import Standard

/// The JSON Schema of a standard's files: the rule language with the words of a standard.
///
/// It is made from the constructs that the reader of standards itself goes by, so it knows what the reader knows. Words of
/// kinds, places and so on are those of the vocabulary; in the files of a standard that is still being written they grow
/// with it, so the schema is printed again when words are added.
package struct RulesSchema {
  private let standard: Standard
  private let draft: SchemaDraft

  /// Prepares the schema by a standard.
  package init(_ standard: Standard, draft: SchemaDraft) {
    self.standard = standard
    self.draft = draft
  }

  /// The schema: of the head where there is a `standard`, else of a file with clauses, vocabulary, changes, rules or an
  /// elevation.
  package var schema: JSONValue {
    var shapes = InventoryShapes(standard, draft: draft, prefix: "inventory-")
    var definitions = Construct.Name.allCases.map { name in
      JSONValue.Pair(key: name.rawValue, value: shape(of: .named(name)))
    }
    let types = JSONValue.strings(SchemaText.types)
    let text = JSONValue.of(("type", types), ("minLength", .integer(1)))
    definitions += [
      .init(key: "text", value: text.described(SchemaText.advice)),
      // Which marks stand in an id the reader knows; what every validator can say is that no white space does.
      .init(key: "identifier", value: text.adding(("pattern", .string("^\\S+$"))).described(SchemaText.advice)),
    ]
    for table in Construct.Words.allCases {
      definitions.append(.init(key: table.rawValue, value: .spellings(words(table).spellings)))
    }
    definitions.append(.init(key: "inventory", value: shapes.exampleInventory))
    definitions.append(.init(key: "roster", value: shapes.roster))
    definitions += shapes.definitions
    return .of(
      ("$schema", .string(draft.uri)),
      ("title", .string("挂牌标准的文件 · files of a signage standard")),
      (
        "description",
        .string("依据 \(standard.id) 的词汇表生成；规则语言见 Rules/README.md。 · Made from the vocabulary of \(standard.id).")
      ),
      ("type", .string("object")), ("if", .of(("required", .strings(["standard"])))),
      ("then", reference(.head)), ("else", reference(.part)), (draft.definitions, .object(definitions)))
  }

  /// The shape of a construct.
  private func shape(of construct: Construct) -> JSONValue {
    var rules: [JSONValue] = []
    let properties = construct.keys.map { key -> (String, JSONValue) in
      if case .byCollection(let conditions) = key.value {
        rules += conditions.map { collection, condition in
          .of(
            (
              "if",
              .of(
                ("required", .strings(["of"])),
                ("properties", .of(("of", .of(("const", .string(collection)))))))
            ),
            ("then", .of(("properties", .of((key.name, reference(condition)))))))
        }
      }
      return (key.name, value(key.value).described(key.note))
    }
    switch construct.quantity {
    case .any, .some, .one: break
    case .someOf(let keys): rules.append(.of(("anyOf", written(keys))))
    case .oneOf(let keys): rules.append(.of(("oneOf", written(keys))))
    }
    return JSONValue.object(properties, required: construct.required, rules: rules).adding(
      ("minProperties", [.some, .one].contains(construct.quantity) ? .integer(1) : nil),
      ("maxProperties", construct.quantity == .one ? .integer(1) : nil))
  }

  /// For each key, that it is written.
  private func written(_ keys: [String]) -> JSONValue { .array(keys.map { .of(("required", .strings([$0]))) }) }

  /// The shape of what stands under a key.
  private func value(_ value: Construct.Value) -> JSONValue {
    switch value {
    case .text: return draft.reference("text")
    case .identifier: return draft.reference("identifier")
    case .texts: return oneOrMany(draft.reference("text"))
    case .date: return .of(("type", .string("string")), ("pattern", .string("^\(SchemaText.date)$")))
    case .flag: return .spellings(Construct.flagWords)
    case .whole:
      return .of(
        ("type", .strings(["integer", "string"])), ("minimum", .integer(0)), ("maximum", .integer(9999)),
        ("pattern", .string("^[0-9]{1,4}$")))
    case .decimal:
      return .of(
        ("type", .strings(["number", "string"])), ("minimum", .integer(0)), ("exclusiveMaximum", .integer(1_000_000)),
        ("pattern", .string("^[0-9]{1,6}(\\.[0-9]{1,3})?$")))
    case .paint: return .of(("type", .string("string")), ("pattern", .string("^#[0-9a-f]{6}$")))
    case .choice(let words): return .spellings(words)
    case .word(let table): return draft.reference(table.rawValue)
    case .words(let table): return oneOrMany(draft.reference(table.rawValue))
    case .placeGroup: return .spellings(standard.vocabulary.placeGroups)
    case .kindGroups: return oneOrMany(.spellings(standard.vocabulary.kindGroups))
    case .clauseIDs: return oneOrMany(.spellings(standard.clauses.map(\.id)))
    case .of(let name): return reference(name)
    case .list(let item): return .list(of: self.value(item))
    case .byCollection: return .of(("type", .string("object")))
    case .either(let values): return .of(("anyOf", .array(values.map(self.value))))
    case .byReason(let item):
      return .of(
        ("type", .string("object")), ("propertyNames", .spellings(Check.Reason.allCases.map(\.rawValue))),
        ("additionalProperties", self.value(item)))
    case .inventory: return draft.reference("inventory")
    case .roster: return draft.reference("roster")
    }
  }

  private func words(_ table: Construct.Words) -> WordTable {
    let words = standard.vocabulary.words
    return switch table {
    case .kinds: words.kinds
    case .places: words.places
    case .colours: words.colours
    case .communityTypes: words.communityTypes
    case .partyOrganizations: words.partyOrganizations
    case .orientations: FixedWords.orientation
    case .mountings: FixedWords.mounting
    }
  }

  private func reference(_ name: Construct.Name) -> JSONValue { draft.reference(name.rawValue) }

  private func oneOrMany(_ shape: JSONValue) -> JSONValue { .either(shape, .list(of: shape)) }
}

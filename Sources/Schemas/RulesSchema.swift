import Inventory
package import Standard

/// The JSON Schema of a standard's files: the rule language with the words of the loaded standard.
///
/// Check kinds, keys of conditions, steps and units come from the tables that the reader itself goes by. Words of kinds,
/// places and so on are those of the vocabulary; in the files of a standard that is still being written they grow with
/// it, so the schema is printed again when words are added.
package struct RulesSchema {
  private let standard: Standard
  private let draft: SchemaDraft

  /// Prepares the schema by a standard.
  package init(_ standard: Standard, draft: SchemaDraft) {
    self.standard = standard
    self.draft = draft
  }

  /// The schema: a head, or a file with clauses, vocabulary, changes, rules or an elevation.
  package var schema: JSONValue {
    .of(
      ("$schema", .string(draft.uri)),
      ("title", .string("挂牌标准的文件 · files of a signage standard")),
      ("description", .string("规则语言见 Rules/README.md。The rule language is explained in Rules/README.md.")),
      ("type", .string("object")), ("anyOf", .array([draft.reference("head"), draft.reference("part")])),
      (draft.definitions, .object(definitions)))
  }

  private var definitions: [JSONValue.Pair] {
    let words = standard.vocabulary.words
    var pairs: [(String, JSONValue)] = [
      ("head", head), ("part", part), ("text", .of(("type", .strings(["string", "number", "boolean"])))),
      ("bilingual", object(required: [("zh", ref("text")), ("en", ref("text"))])),
      ("texts", oneOrMany(ref("text"))), ("flag", flag),
      ("whole", .of(("type", .strings(["integer", "string"])), ("minimum", .integer(0)), ("maximum", .integer(9999)))),
      ("decimal", .of(("type", .strings(["number", "string"])), ("minimum", .integer(0)))),
      ("zone", choice(FixedWords.zone.words.map(\.canonical))),
      ("side", choice(["left", "right"])),
      ("kinds", oneOrMany(ref("kindWord"))), ("kindWord", choice(words.kinds.spellings)),
      ("places", oneOrMany(ref("placeWord"))), ("placeWord", choice(words.places.spellings)),
      ("colours", oneOrMany(choice(words.colours.spellings))),
      ("orientations", oneOrMany(choice(FixedWords.orientation.spellings))),
      ("mountings", oneOrMany(choice(FixedWords.mounting.spellings))),
      ("clause", clause), ("vocabulary", vocabulary), ("rule", rule), ("change", change), ("check", check),
      ("example", example), ("elevation", elevation), ("formula", formula), ("count", count),
      ("bounds", object(optional: bounds)), ("community", community), ("range", range(hasTolerance: true)),
      ("position", range(hasTolerance: false)), ("openText", openText), ("approval", approval),
      ("ruleTexts", ruleTexts), ("action", action),
    ]
    for subject in RuleLanguage.subjects { pairs.append(("condition-\(subject)", condition(subject))) }
    return pairs.map { JSONValue.Pair(key: $0.0, value: $0.1) }
  }

  // MARK: Files

  private var head: JSONValue {
    object(
      required: [
        ("standard", ref("text")), ("title", ref("bilingual")), ("issuer", ref("bilingual")),
        ("source", ref("bilingual")), ("files", ref("texts")),
      ],
      optional: [
        ("extends", ref("text")), ("compliant", ref("text")),
        ("left_means", choice(FixedWords.viewpoint.words.map(\.canonical))),
        ("sides", object(required: [("left", ref("bilingual")), ("right", ref("bilingual"))])),
        (
          "example_community",
          object(
            required: [("district", ref("text")), ("street", ref("text")), ("name", ref("text"))],
            optional: [("party_organization", ref("text"))])
        ),
      ])
  }

  private var part: JSONValue {
    object(optional: [
      ("clauses", list(ref("clause"))), ("vocabulary", ref("vocabulary")), ("changes", list(ref("change"))),
      ("rules", list(ref("rule"))), ("elevation", ref("elevation")),
    ])
  }

  private var clause: JSONValue {
    object(
      required: [("id", ref("text")), ("title", ref("bilingual")), ("text", ref("text"))],
      optional: [
        ("not_checkable", list(object(required: [("words", ref("text")), ("note", ref("bilingual"))])))
      ])
  }

  private var vocabulary: JSONValue {
    func table(_ required: [(String, JSONValue)] = [], _ optional: [(String, JSONValue)] = []) -> JSONValue {
      list(
        object(
          required: [("word", ref("text")), ("zh", ref("text")), ("en", ref("text"))] + required,
          optional: [("also", ref("texts"))] + optional))
    }
    let recognition = object(optional: [
      ("equals", ref("texts")), ("starts", ref("texts")), ("ends", ref("texts")), ("contains", ref("texts")),
      ("place", ref("texts")), ("not_place", ref("texts")), ("reads_as", choice(["room-number"])),
    ])
    let endings = list(object(required: [("drop", ref("text"))], optional: [("add", ref("text"))]))
    return object(optional: [
      (
        "kinds",
        table(
          [],
          [("home", ref("zone")), ("in_scope", ref("flag")), ("groups", ref("texts")), ("recognised_by", recognition)])
      ),
      (
        "places",
        table(
          [("zone", ref("zone"))],
          [
            ("side", ref("side")), ("wall", choice(["yes", "no", "by-mounting"], withBooleans: true)),
            ("groups", ref("texts")), ("spot", choice(Vocabulary.Spot.allCases.map(\.rawValue))),
          ])
      ),
      ("colours", table([], [("paint", .of(("type", .string("string")), ("pattern", .string("^#[0-9a-f]{6}$"))))])),
      ("community_types", table()), ("party_organizations", table([("wording", ref("text"))])),
      ("functions", object(optional: [("listed", ref("texts")), ("further", ref("texts"))])),
      ("wall_mountings", object(required: [("on_wall", ref("mountings")), ("off_wall", ref("mountings"))])),
      ("room_number_forms", object(optional: [("before", ref("texts")), ("after", ref("texts"))])),
      ("short_names", object(optional: [("district", endings), ("street", endings), ("community", endings)])),
      (
        "near_misses",
        list(object(required: [("written", ref("text")), ("meant", ref("text")), ("note", ref("bilingual"))]))
      ),
    ])
  }

  private var elevation: JSONValue {
    object(
      required: [
        (
          "signs",
          list(
            object(
              required: [("kind", ref("kindWord")), ("place", ref("placeWord"))],
              optional: [
                ("orientation", ref("text")), ("background", ref("text")), ("lettering", ref("text")),
                ("wording", ref("text")), ("shape", choice(ElevationNorm.Shape.allCases.map(\.rawValue))),
              ]))
        )
      ],
      optional: [("placeholders", object(optional: RuleLanguage.wordingSlots.map { ($0, ref("text")) }))])
  }

  // MARK: Rules

  private var rule: JSONValue {
    object(
      required: [
        ("id", ref("text")), ("clauses", ref("texts")), ("modality", choice(Modality.allCases.map(\.rawValue))),
        ("title", ref("bilingual")), ("check", ref("check")), ("message", ref("ruleTexts")),
        ("remedy", ref("ruleTexts")), ("rationale", ref("bilingual")), ("examples", list(ref("example"))),
      ],
      optional: [
        ("aliases", ref("texts")), ("zone", ref("zone")), ("when", ref("formula")), ("yields_to", ref("texts")),
        ("locked", ref("flag")), ("action", ref("action")),
      ])
  }

  private var change: JSONValue {
    object(
      required: [("rule", ref("text")), ("reason", ref("bilingual"))],
      optional: [
        ("off", ref("flag")), ("modality", choice(Modality.allCases.map(\.rawValue))), ("set", ref("bounds")),
        ("title", ref("bilingual")), ("message", ref("ruleTexts")), ("remedy", ref("ruleTexts")),
        ("examples", list(ref("example"))), ("locked", ref("flag")),
      ])
  }

  /// A text in both languages, or one for each reason.
  private var ruleTexts: JSONValue {
    .of(
      (
        "anyOf",
        .array([
          ref("bilingual"), .of(("type", .string("object")), ("additionalProperties", ref("bilingual"))),
        ])
      ))
  }

  private var action: JSONValue {
    let words = choice(Action.allCases.map(\.rawValue))
    return .of(("anyOf", .array([words, .of(("type", .string("object")), ("additionalProperties", words))])))
  }

  private var example: JSONValue {
    let finding = object(
      required: [("outcome", choice(["fail", "undetermined"]))],
      optional: [("sign", ref("text")), ("subject", ref("text"))])
    let inventory = JSONValue.of(("type", .string("object")))
    return object(
      required: [
        ("name", ref("text")),
        (
          "expect",
          .of(("anyOf", .array([choice(["pass", "fail", "undetermined", "not-applicable"]), list(finding)])))
        ),
      ],
      optional: [("inventory", inventory), ("inventories", list(inventory)), ("roster", inventory)])
  }

  private var check: JSONValue {
    object(optional: RuleLanguage.checkKinds.map { ($0, checkValue($0)) }).adding(
      ("minProperties", .integer(1)), ("maxProperties", .integer(1)))
  }

  private func checkValue(_ kind: String) -> JSONValue {
    let sign = ref("condition-sign")
    let room = ref("condition-room")
    let collections = choice(Check.Each.Collection.allCases.map(\.rawValue))
    let any = JSONValue.of(("type", .string("object")))
    switch kind {
    case "count": return ref("count")
    case "all", "any": return list(ref("formula"))
    case "not": return ref("formula")
    case "each":
      return object(required: [("of", collections), ("require", any)], optional: [("where", any), ("on", sign)])
    case "none":
      return object(required: [("of", collections)], optional: [("require", any), ("where", any), ("on", sign)])
    case "wording":
      return object(optional: [("where", sign), ("equals", ref("texts")), ("contains", ref("texts"))])
    case "sides": return object(required: [("left", sign), ("right", sign)])
    case "order": return object(required: [("from_door", list(sign))], optional: [("within_place", ref("flag"))])
    case "none_since_removal": return object(optional: [("new", sign), ("removed", sign)])
    case "per_floor":
      return object(
        required: [("of", choice(["signs"])), ("floors_with", room), ("at_least", ref("whole"))],
        optional: [("where", sign)])
    case "entries_cover": return object(required: [("on", sign), ("functions", choice(["listed"]))])
    case "map_matches": return object(required: [("on", sign)])
    case "door_numbers": return object(required: [("plates", sign), ("rooms", room)])
    case "recognised_kind": return object(required: [("declared", ref("kinds")), ("recognised", ref("kinds"))])
    case "recorded":
      return object(required: [("field", choice(RuleLanguage.recordable("sign")))], optional: [("where", sign)])
    case "in_facility": return object(required: [("fields", list(choice(["room", "floor"])))])
    default: return .of(("type", .strings(["object", "null"])), ("maxProperties", .integer(0)))
    }
  }

  // MARK: Conditions and formulas

  private func condition(_ subject: String) -> JSONValue {
    let own = ref("condition-\(subject)")
    let combining: [(String, JSONValue)] = RuleLanguage.combiners.map { key in
      switch key {
      case "all", "any": (key, list(own))
      case "if_unrecorded": (key, choice(["holds", "fails"]))
      default: (key, own)
      }
    }
    return object(optional: RuleLanguage.conditionKeys(subject).map { ($0, part($0, of: subject)) } + combining)
      .adding(("minProperties", .integer(1)))
  }

  private func part(_ key: String, of subject: String) -> JSONValue {
    switch key {
    case "kind": return ref("kinds")
    case "place": return ref("places")
    case "orientation": return ref("orientations")
    case "mounting": return ref("mountings")
    case "background", "lettering": return ref("colours")
    case "place_group": return choice(standard.vocabulary.placeGroups)
    case "kind_group": return ref("texts")
    case "zone": return ref("zone")
    case "prominent", "on_wall", "in_scope", "on_entrance_floor", "special": return ref("flag")
    case "demanded_by": return choice(["nobody", "a-department"])
    case "text": return textCondition(is: ["room-number", "listed-function"])
    case "function": return textCondition(is: ["listed"])
    case "recorded", "unrecorded": return choice(RuleLanguage.recordable(subject))
    case "size":
      return object(
        required: [("unit", choice(RuleLanguage.units))], optional: [("width", ref("range")), ("height", ref("range"))])
    case "order": return ref("position")
    case "since": return object(optional: [("from", ref("text")), ("until", ref("text"))])
    case "material", "basis": return ref("openText")
    case "approval": return ref("approval")
    case "room": return choice(["serves-function"])
    default: return object(required: [("at_least", ref("whole"))])
    }
  }

  private func textCondition(is words: [String]) -> JSONValue {
    object(
      optional: ["equals", "starts", "ends", "contains"].map { ($0, ref("texts")) }
        + (words.isEmpty ? [] : [("is", choice(words))])
    ).adding(("minProperties", .integer(1)), ("maxProperties", .integer(1)))
  }

  private var openText: JSONValue { .of(("anyOf", .array([ref("texts"), textCondition(is: [])]))) }

  private var approval: JSONValue {
    .of(
      (
        "anyOf",
        .array([
          choice(["documented"]),
          object(optional: [
            ("documented", ref("flag")), ("level", ref("openText")), ("authority", ref("openText")),
          ]).adding(("minProperties", .integer(1))),
        ])
      ))
  }

  private var bounds: [(String, JSONValue)] {
    ["exactly", "at_least", "at_most"].map { ($0, ref("whole")) }
  }

  private func range(hasTolerance: Bool) -> JSONValue {
    object(
      optional: (["exactly", "at_least", "at_most"] + (hasTolerance ? ["tolerance"] : [])).map { ($0, ref("decimal")) }
    ).adding(("minProperties", .integer(1)))
  }

  private var community: JSONValue {
    let words = standard.vocabulary.words
    return object(optional: [
      ("type", oneOrMany(choice(words.communityTypes.spellings))),
      ("party_organization", oneOrMany(choice(words.partyOrganizations.spellings))),
    ]).adding(("minProperties", .integer(1)))
  }

  private var count: JSONValue {
    let item = object(required: [("community", ref("community"))], optional: bounds)
    return object(
      required: [("of", choice(Count.Collection.allCases.map(\.rawValue)))],
      optional: [("where", .of(("type", .string("object")))), ("cases", list(item))] + bounds)
  }

  private var formula: JSONValue {
    object(optional: [
      ("count", ref("count")), ("community", ref("community")), ("all", list(ref("formula"))),
      ("any", list(ref("formula"))), ("not", ref("formula")),
    ]).adding(("minProperties", .integer(1)), ("maxProperties", .integer(1)))
  }

  // MARK: Shapes

  private func ref(_ name: String) -> JSONValue { draft.reference(name) }

  private func object(required: [(String, JSONValue)] = [], optional: [(String, JSONValue)] = []) -> JSONValue {
    .of(
      ("type", .string("object")), ("additionalProperties", .bool(false)),
      ("required", required.isEmpty ? nil : .strings(required.map(\.0))),
      ("properties", .object((required + optional).map { JSONValue.Pair(key: $0.0, value: $0.1) })))
  }

  private func list(_ items: JSONValue) -> JSONValue { .of(("type", .string("array")), ("items", items)) }

  private func oneOrMany(_ shape: JSONValue) -> JSONValue { .of(("anyOf", .array([shape, list(shape)]))) }

  private func choice(_ words: [String], withBooleans: Bool = false) -> JSONValue {
    .of(("enum", .array(words.map { .string($0) } + (withBooleans ? [.bool(true), .bool(false)] : []))))
  }

  /// `yes` and `no`, which YAML 1.1 takes for truth values.
  private var flag: JSONValue { choice(["yes", "no", "true", "false"], withBooleans: true) }
}

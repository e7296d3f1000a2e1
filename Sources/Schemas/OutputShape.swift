/// The shape of a value in a JSON output: what its schema is written from. A key of an object is always there, unless it
/// is written with `?` behind it; more keys may be added to a format, so that a schema allows them.
indirect enum OutputShape: Sendable {
  /// A text that is always there.
  case text
  /// A text, or null.
  case optionalText
  /// A whole number from `least` on.
  case number(least: Int)
  /// A whole number, or null.
  case optionalNumber
  /// true or false.
  case flag
  /// This word and no other.
  case constant(String)
  /// One of these words.
  case word([String])
  /// One of these words, or null.
  case optionalWord([String])
  /// A date, `YYYY-MM-DD`.
  case date
  /// A date, or null.
  case optionalDate
  /// A list of texts.
  case texts
  /// A list of texts, or null.
  case optionalTexts
  /// A list of values of one shape.
  case list(OutputShape)
  /// An object with these keys, in the order in which they are written.
  case object(String, [(String, OutputShape)])
  /// An object, or null.
  case optional(OutputShape)

  /// A count.
  static let count = OutputShape.number(least: 0)

  private static let day = ("pattern", JSONValue.string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))

  /// The schema of the value.
  var schema: JSONValue {
    func type(_ names: String...) -> (String, JSONValue) {
      ("type", names.count == 1 ? .string(names[0]) : .strings(names))
    }
    switch self {
    case .text: return .of(type("string"))
    case .optionalText: return .of(type("string", "null"))
    case .number(let least): return .of(type("integer"), ("minimum", .integer(least)))
    case .optionalNumber: return .of(type("integer", "null"))
    case .flag: return .of(type("boolean"))
    case .constant(let word): return .of(("const", .string(word)))
    case .word(let words): return .of(("enum", .strings(words)))
    case .optionalWord(let words): return .of(("enum", .array(words.map(JSONValue.string) + [.null])))
    case .date: return .of(type("string"), Self.day)
    case .optionalDate: return .of(type("string", "null"), Self.day)
    case .texts: return .of(type("array"), ("items", .of(type("string"))))
    case .optionalTexts: return .of(type("array", "null"), ("items", .of(type("string"))))
    case .list(let items): return .of(type("array"), ("items", items.schema))
    case .optional(let shape): return .of(("anyOf", .array([.of(type("null")), shape.schema])))
    case .object(let description, let pairs):
      return .of(
        ("description", .string(description)), type("object"),
        ("required", .strings(pairs.map(\.0).filter { !$0.hasSuffix("?") })),
        (
          "properties",
          .object(pairs.map { JSONValue.Pair(key: Self.name($0.0), value: $0.1.schema) })
        ))
    }
  }

  private static func name(_ key: String) -> String { key.hasSuffix("?") ? String(key.dropLast()) : key }
}

/// The JSON outputs besides the report that have a schema, by the name that `signaudit schema output` takes.
package enum OutputSchema: String, Sendable, CaseIterable {
  case campaignStatus = "campaign-status"
  case campaignDue = "campaign-due"
  case campaignComparison = "campaign-comparison"
  case campaignRebounds = "campaign-rebounds"
  case campaignLedger = "campaign-ledger"
  case campaignHistory = "campaign-history"
  case sample
  case reconciliation
  case plan
  case rulesCheck = "rules-check"
  case rulesDiff = "rules-diff"
  case rulesImpact = "rules-impact"

  /// The name and version that the output itself carries.
  package var identifier: String { "signaudit.\(rawValue)/1" }

  /// The command that writes it.
  package var command: String {
    switch self {
    case .campaignStatus: "campaign status --format json"
    case .campaignDue: "campaign due --format json"
    case .campaignComparison: "campaign compare --format json"
    case .campaignRebounds: "campaign rebounds --format json"
    case .campaignLedger: "campaign ledger --format json"
    case .campaignHistory: "campaign history --format json"
    case .sample: "spot-check sample --format json"
    case .reconciliation: "spot-check reconcile --format json"
    case .plan: "plan --format json"
    case .rulesCheck: "rules check --format json"
    case .rulesDiff: "rules diff --format json"
    case .rulesImpact: "audit --compare-rules --format json"
    }
  }

  private var pairs: [(String, OutputShape)] {
    switch self {
    case .campaignStatus: CampaignOutputs.status
    case .campaignDue: CampaignOutputs.due
    case .campaignComparison: CampaignOutputs.comparison
    case .campaignRebounds: CampaignOutputs.rebounds
    case .campaignLedger: CampaignOutputs.ledger
    case .campaignHistory: CampaignOutputs.history
    case .sample: VisitOutputs.sample
    case .reconciliation: VisitOutputs.reconciliation
    case .plan: PlanOutputs.plan
    case .rulesCheck: RulesOutputs.check
    case .rulesDiff: RulesOutputs.difference
    case .rulesImpact: RulesOutputs.impact
    }
  }

  /// The schema, draft 2020-12.
  package var document: JSONValue {
    let shape = OutputShape.object(
      "The output of signaudit \(command). Keys are stable; new ones may be added.",
      [("schema", .constant(identifier))] + pairs)
    return .of(("$schema", .string(SchemaDraft.current.uri)), ("title", .string(identifier)))
      .adding(unpacked: shape.schema)
  }
}

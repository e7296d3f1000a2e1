import Audit
import Diagnostics

/// Samples, and comparisons of walls with inventories.
enum VisitOutputs {
  static let sample: [(String, OutputShape)] = [
    ("seed", .text), ("as_of", .date), ("per_street", .number(least: 1)),
    (
      "streets",
      .list(
        .object(
          "A street with the communities that were drawn.",
          [
            ("district", .text), ("street", .text), ("total", .count),
            (
              "communities",
              .list(
                .object(
                  "A community, why it weighs more than others, and how much of the street's weight it has.",
                  [
                    ("name", .text), ("facility", .optionalText), ("code", .optionalText), ("source", .optionalText),
                    ("weight", .number(least: 1)), ("weight_of_street", .number(least: 1)), ("reasons", .texts),
                  ]))
            ),
          ]))
    ),
  ]

  private static let sign = OutputShape.object(
    "A sign; its kind and place as canonical words.",
    [
      ("id", .text), ("kind", .optionalText), ("text", .optionalText), ("place", .optionalText),
      ("floor", .optionalText),
      ("room", .optionalText), ("file", .text),
      ("line", .number(least: 1)),
    ])

  private static let room = OutputShape.object(
    "A room.",
    [
      ("number", .text), ("floor", .optionalText), ("functions", .optionalTexts), ("demanded_by", .optionalTexts),
      ("file", .text), ("line", .number(least: 1)),
    ])

  private static func fields(_ description: String) -> OutputShape {
    .list(.object(description, [("field", .text), ("declared", .optionalText), ("observed", .optionalText)]))
  }

  private static func matches(_ thing: OutputShape, least: Int, _ more: [(String, OutputShape)]) -> OutputShape {
    .list(
      .object(
        "What was found again, and why it is taken for the same.",
        [("declared", thing), ("observed", thing), ("likeness", .number(least: least)), ("reason", .text)] + more + [
          ("differences", fields("A field that differs.")), ("additions", fields("A field that the visit adds.")),
        ]))
  }

  static let reconciliation: [(String, OutputShape)] = [
    (
      "communities",
      .list(
        .object(
          "A community's wall against its inventory.",
          [
            ("district", .text), ("street", .text), ("name", .text), ("facility", .optionalText),
            ("declared", .optionalText), ("observed", .optionalText),
            ("visited", .object("The visit.", [("date", .optionalDate), ("by", .optionalText)])),
            ("turned", .flag), ("matches", matches(sign, least: 450, [("was_removed", .flag)])),
            ("undeclared", .list(sign)),
            ("absent", .list(sign)), ("not_looked_at", .list(sign)),
            (
              "taken_down",
              .list(
                .object(
                  "A sign that is declared as taken down and does not hang there.",
                  [("declared", sign), ("observed", .optional(sign))]))
            ),
            (
              "rooms",
              .object(
                "The floors and rooms.",
                [
                  ("differences", fields("What differs of the facility.")),
                  ("additions", fields("What the visit adds to the facility.")),
                  ("matches", matches(room, least: 340, [])), ("undeclared", .list(room)), ("absent", .list(room)),
                  ("added", .list(room)), ("not_looked_at", .list(room)),
                ])
            ), ("verdicts", .optional(AuditOutputs.community)),
          ]))
    ), ("diagnostics", .list(AuditOutputs.diagnostic)),
  ]
}

/// Parts of the report that other outputs have too; `ReportSchema` is the report's own.
enum AuditOutputs {
  static let severities = [Severity.error, .warning, .advice].map(\.rawValue)
  static let outcomes = Outcome.allCases.map(\.rawValue)
  static let statuses = CommunityStatus.allCases.map(\.rawValue)

  static let location = OutputShape.object(
    "A place in a file; line and column count from 1, columns in code points.",
    [("file", .text), ("line", .number(least: 1)), ("column", .number(least: 1))])

  static let diagnostic = OutputShape.object(
    "What the tool itself says.",
    [
      ("severity", .word(Severity.allCases.map(\.rawValue))), ("message", .text), ("location", .optional(location)),
      ("help", .optionalText),
    ])

  static let related = OutputShape.list(
    .object("A further place.", [("message", .text), ("location", location)]))

  private static let finding = OutputShape.object(
    "What a rule says.",
    [
      ("rule", .text), ("outcome", .word(outcomes)), ("severity", .word(severities)), ("clauses", .texts),
      ("sign", .optionalText), ("subject", .optionalText), ("message", .text), ("remedy", .text),
      ("expected", .optionalText), ("actual", .optionalText), ("demanded_by", .texts), ("location", location),
      ("related", related),
      (
        "waiver",
        .optional(
          .object(
            "Why a failure is excused.",
            [
              ("reason", .text), ("approved_by", .text), ("document", .text), ("expires", .date),
              ("location", location),
            ]))
      ), ("fingerprint", .text), ("baselined", .flag),
    ])

  static let community = OutputShape.object(
    "What the standard says of what was observed.",
    [
      ("name", .optionalText), ("code", .optionalText), ("source", .optionalText), ("status", .word(statuses)),
      ("findings", .list(finding)), ("diagnostics", .list(diagnostic)), ("facility", .optionalText),
      (
        "survey",
        .optional(.object("When and by whom it was surveyed.", [("date", .optionalDate), ("by", .optionalText)]))
      ), ("signs", .object("Signs in place and taken down.", [("in_place", .count), ("removed", .count)])),
    ])
}

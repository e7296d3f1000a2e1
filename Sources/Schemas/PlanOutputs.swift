import Audit
import Standard

/// Plans.
enum PlanOutputs {
  private static let sign = OutputShape.optional(
    .object(
      "A sign, in words for people.",
      [("id", .text), ("text", .optionalText), ("kind", .optionalText), ("place", .optionalText)]))

  private static let specification = OutputShape.object(
    "What is to be made.",
    [
      ("kind", .text), ("wordings", .texts), ("is_part", .flag), ("place", .optionalText),
      ("orientation", .optionalText), ("background", .optionalText), ("lettering", .optionalText),
      ("width", .optionalText), ("height", .optionalText),
    ])

  private static let item = OutputShape.object(
    "One piece of work.",
    [
      ("id", .text), ("actions", .list(.word(Action.allCases.map(\.rawValue)))), ("opinion", .text), ("sign", sign),
      ("subject", .optionalText), ("problems", .texts), ("measures", .texts),
      ("specification", .optional(specification)), ("rules", .texts), ("clauses", .texts),
      ("severity", .word(AuditOutputs.severities)), ("demanded_by", .texts), ("responsible", .text),
      ("due", .optionalDate), ("locations", .list(AuditOutputs.location)), ("fingerprints", .texts),
    ])

  static let plan: [(String, OutputShape)] = [
    ("standard", .object("The standard.", [("id", .text), ("title", .text), ("digest", .text)])), ("as_of", .date),
    ("due", .optionalDate), ("audited", .count),
    (
      "unreadable",
      .list(
        .object(
          "An inventory that could not be read and has no place in the plan.",
          [
            ("district", .optionalText), ("street", .optionalText), ("name", .optionalText), ("source", .optionalText),
          ]))
    ),
    (
      "streets",
      .list(
        .object(
          "A street that has something to do.",
          [
            ("district", .text), ("street", .text),
            (
              "communities",
              .list(
                .object(
                  "A community.",
                  [
                    ("name", .text), ("facility", .optionalText), ("code", .optionalText), ("items", .list(item)),
                    (
                      "checks",
                      .list(
                        .object(
                          "What is to be looked at on site first.",
                          [
                            ("rule", .text), ("sign", sign), ("subject", .optionalText), ("question", .text),
                            ("measure", .text),
                          ]))
                    ),
                  ]))
            ),
            (
              "materials",
              .list(
                .object(
                  "What the sign maker makes.",
                  [
                    ("item", .text), ("community", .text), ("replaces", .flag), ("specification", specification),
                  ]))
            ),
          ]))
    ),
  ]
}

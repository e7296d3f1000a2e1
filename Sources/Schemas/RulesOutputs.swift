import Audit
import Diagnostics
import StandardTools

/// What is said of standards.
enum RulesOutputs {
  private static let standard = OutputShape.object(
    "A standard.", [("id", .text), ("title", .text), ("digest", .text)])

  static let check: [(String, OutputShape)] = [
    ("standard", .text),
    ("summary", .object("Problems by severity.", [("errors", .count), ("warnings", .count), ("notes", .count)])),
    (
      "problems",
      .list(
        .object(
          "A problem.",
          [
            ("check", .word(LintCheck.allCases.map(\.rawValue))),
            ("severity", .word(Severity.allCases.map(\.rawValue))), ("message", .text), ("help", .optionalText),
            ("location", .optional(AuditOutputs.location)), ("related", AuditOutputs.related),
          ]))
    ),
  ]

  private static let fields = OutputShape.list(
    .object("A value that changed.", [("field", .text), ("removed", .texts), ("added", .texts)]))

  private static let items = OutputShape.list(
    .object(
      "What was added, removed or changed.",
      [
        ("change", .word(StandardDifference.Kind.allCases.map(\.rawValue))), ("id", .text),
        ("former_id", .optionalText), ("title", .text), ("fields", fields),
      ]))

  static let difference: [(String, OutputShape)] = [
    ("before", standard), ("after", standard), ("head", fields), ("clauses", items), ("vocabulary", items),
    ("rules", items),
  ]

  private static let states = OutputShape.object(
    "Communities by state.", AuditOutputs.statuses.map { ($0, .count) })

  private static let findings = OutputShape.list(
    .object(
      "A finding.",
      [
        ("rule", .text), ("outcome", .word(AuditOutputs.outcomes)), ("severity", .word(AuditOutputs.severities)),
        ("former_severity", .optionalWord(AuditOutputs.severities)), ("sign", .optionalText),
        ("subject", .optionalText), ("message", .text),
      ]))

  private static let problems = OutputShape.list(
    .object(
      "Why the inventory cannot be read by the proposed standard.",
      [("message", .text), ("location", .optional(AuditOutputs.location))]))

  static let impact: [(String, OutputShape)] = [
    ("current", standard), ("proposed", standard),
    (
      "streets",
      .list(
        .object(
          "A street.",
          [
            ("district", .text), ("street", .text), ("communities", .count), ("before", states), ("after", states),
            (
              "changed",
              .list(
                .object(
                  "A community for which something changes.",
                  [
                    ("name", .optionalText), ("source", .optionalText),
                    ("before", .optionalWord(AuditOutputs.statuses)),
                    ("after", .optionalWord(AuditOutputs.statuses)), ("problems", problems),
                    ("appearing", findings), ("disappearing", findings), ("regraded", findings),
                  ]))
            ),
          ]))
    ),
    (
      "rules",
      .list(
        .object(
          "How many findings of a rule appear, disappear or weigh differently.",
          [("rule", .text), ("appearing", .count), ("disappearing", .count), ("regraded", .count)]))
    ),
  ]
}

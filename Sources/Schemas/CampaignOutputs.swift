import Audit
import Campaign

/// The pages of a campaign.
enum CampaignOutputs {
  private static let states = FindingState.allCases.map(\.rawValue)
  private static let outcomes = Outcome.allCases.map(\.rawValue)

  /// What every page begins with.
  private static let basis: [(String, OutputShape)] = [
    ("standard", .text), ("rounds", .number(least: 1)), ("as_of", .date),
  ]

  private static let finding: [(String, OutputShape)] = [
    ("fingerprint", .text), ("district", .optionalText), ("street", .optionalText), ("community", .text),
    ("object", .text), ("sign", .optionalText), ("subject", .optionalText), ("rule", .text), ("rule_title", .text),
    ("message", .text),
  ]

  private static let state: [(String, OutputShape)] = [
    ("state", .word(states)), ("outcome", .word(outcomes)), ("due", .optionalDate),
  ]

  private static let counts: [(String, OutputShape)] = [
    "open", "returned", "rebound", "unverified", "advice", "claimed", "gone", "waived", "closed",
  ].map { ($0, .count) }

  static let status: [(String, OutputShape)] = [
    basis[0], basis[2],
    (
      "rounds",
      .list(
        .object(
          "A round.",
          [
            ("number", .number(least: 1)), ("name", .optionalText), ("as_of", .date), ("due", .optionalDate),
            ("communities", .count), ("signs", .count), ("failures", .count), ("tool", .text), ("standard", .text),
            ("input", .text), ("roster", .optionalText), ("waivers", .optionalText),
          ]))
    ),
    (
      "streets",
      .list(.object("Where the findings of a street stand.", [("district", .text), ("street", .text)] + counts))
    ),
    (
      "streets_total?",
      .object("All streets, where there are several.", [("district", .optionalText), ("street", .text)] + counts)
    ),
    ("findings", .list(.object("A finding.", finding + state + [("remark", .optionalText)]))),
    (
      "unreadable",
      .list(
        .object(
          "A community that the last round could not audit: its inventory could not be read.",
          [("district", .optionalText), ("street", .optionalText), ("community", .text), ("source", .optionalText)]))
    ),
  ]

  private static func deadlines(_ description: String) -> OutputShape {
    .list(.object(description, finding + state + [("days", .optionalNumber), ("remark", .optionalText)]))
  }

  static let due: [(String, OutputShape)] =
    basis + [
      ("on", .date), ("in_review", .count), ("overdue", deadlines("A finding that is late, by so many days.")),
      ("coming", deadlines("A finding that is to be put right within so many days.")),
      ("undated", deadlines("A finding without a deadline.")),
    ]

  private static let comparedCounts: [(String, OutputShape)] = [
    "communities", "before", "taken_down", "unlisted", "kept", "put_up", "now", "failures_before", "settled",
    "remaining", "appeared",
  ].map { ($0, .count) }

  private static let comebacks = OutputShape.list(
    .object(
      "A sign that came down and went up again in a like form.",
      [
        ("district", .optionalText), ("street", .optionalText), ("community", .text), ("old_sign", .text),
        ("old_text", .text), ("old_place", .text), ("down_in", .number(least: 1)),
        ("departure", .word(["removed", "unlisted"])), ("new_sign", .text), ("new_text", .text), ("new_place", .text),
        ("up_in", .number(least: 1)),
        ("manner", .word(["moved-inside", "moved", "renamed", "renamed-and-moved", "put-back"])), ("likeness", .count),
        ("conforms", .flag), ("rules", .texts), ("reasons", .texts),
      ]))

  static let comparison: [(String, OutputShape)] =
    basis + [
      ("from", .number(least: 1)), ("to", .number(least: 1)), ("caution?", .text),
      ("streets", .list(.object("A street.", [("district", .text), ("street", .text)] + comparedCounts))),
      ("streets_total", .object("All streets.", [("district", .optionalText), ("street", .text)] + comparedCounts)),
      (
        "signs",
        .list(
          .object(
            "A sign that was taken down or put up.",
            [
              ("district", .optionalText), ("street", .optionalText), ("community", .text), ("sign", .text),
              ("text", .text), ("kind", .optionalText), ("place", .text),
              ("change", .word(["removed", "unlisted", "put-up"])),
            ]))
      ),
      ("comebacks", comebacks),
      (
        "not_compared",
        .list(
          .object(
            "A community that one of the rounds audited.",
            [("district", .optionalText), ("street", .optionalText), ("community", .text)]))
      ),
    ]

  static let rebounds: [(String, OutputShape)] =
    basis + [
      (
        "rebounds",
        .list(
          .object(
            "A finding that came back after closing.",
            finding + state + [("rounds", .texts), ("closed_by", .optionalText), ("closed_on", .optionalDate)]))
      ),
      (
        "reappearances",
        .list(.object("A finding that came back without having been closed.", finding + state + [("rounds", .texts)]))
      ),
      ("comebacks", comebacks),
    ]

  static let ledger: [(String, OutputShape)] =
    basis + [
      (
        "ledger",
        .list(
          .object(
            "A row of the ledger.",
            [
              ("number", .number(least: 1)), ("street", .optionalText), ("community", .text), ("sign_text", .text),
              ("kind", .optionalText), ("place", .optionalText), ("demanded_by", .texts), ("problem", .text),
              ("clauses", .texts), ("opinion", .optionalText), ("measure", .text), ("due", .optionalDate),
              ("responsible_unit", .optionalText), ("responsible_person", .optionalText),
              ("completed_on", .optionalDate), ("reviewer", .optionalText), ("reviewed_on", .optionalDate),
              ("settlement", .text), ("remark", .texts), ("claim_note", .optionalText), ("fingerprint", .text),
              ("state", .word(states)),
            ]))
      )
    ]

  static let history: [(String, OutputShape)] =
    basis + [
      (
        "streets",
        .list(
          .object(
            "A street at the end of a round.",
            [
              ("district", .text), ("street", .text), ("round", .number(least: 1)), ("as_of", .date),
              ("audited", .count), ("not_audited", .count), ("signs", .count), ("failures", .count),
              ("rebounds", .count),
            ] + counts))
      ),
      (
        "extensions",
        .list(
          .object(
            "A deadline that was moved.",
            [
              ("fingerprint", .text), ("street", .optionalText), ("community", .text), ("object", .text),
              ("message", .text), ("after_round", .number(least: 1)), ("before", .optionalDate), ("due", .optionalDate),
              ("by", .text), ("on", .date), ("reason", .optionalText),
            ]))
      ),
    ]
}

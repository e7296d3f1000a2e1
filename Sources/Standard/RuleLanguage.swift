import Inventory

/// The names of the rule language, from the tables that the reader of standards goes by: for schemas and documentation.
package enum RuleLanguage {
  /// What a condition can be about.
  package static var subjects: [String] { ["sign", "room", "entry", "function"] }

  /// The names of all check kinds.
  package static var checkKinds: [String] { StandardFileReader.checkKinds }

  /// The keys by which conditions are combined, for every subject.
  package static var combiners: [String] { StandardFileReader.combiners }

  /// The units of sizes.
  package static var units: [String] { StandardFileReader.units.map(\.name) }

  /// The placeholders of wordings.
  package static var wordingSlots: [String] { StandardFileReader.wordingSlots }

  /// The keys of conditions about a subject, besides those that combine.
  package static func conditionKeys(_ subject: String) -> [String] { ConditionSubject(rawValue: subject)?.keys ?? [] }

  /// The fields of a subject that `recorded` and `unrecorded` may name.
  package static func recordable(_ subject: String) -> [String] {
    ConditionSubject(rawValue: subject)?.fields.map(\.word.canonical) ?? []
  }
}

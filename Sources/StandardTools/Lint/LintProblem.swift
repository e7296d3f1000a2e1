package import Diagnostics

/// What `rules check` finds, beyond what the loader refuses.
package struct LintProblem: Sendable, Hashable {
  /// Which check found it.
  package var check: LintCheck
  /// What is wrong, and where.
  package var diagnostic: Diagnostic
}

/// The checks of the lint. The raw values are stable: machine output carries them.
package enum LintCheck: String, Sendable, Hashable, CaseIterable {
  /// Words of the vocabulary that nothing speaks of.
  case unusedWord = "unused-word"
  /// A kind whose wording another kind always takes first.
  case unrecognisableKind = "unrecognisable-kind"
  /// A rule that another one implies.
  case shadowedRule = "shadowed-rule"
  /// An example that cannot be read or does not hold, or one that is missing: the standard is refused for it.
  case failingExample = "failing-example"
  /// What is wrong with the elevation, for which a standard is refused.
  case elevation
  /// What the reader accepts and warns of.
  case readerWarning = "reader-warning"
  /// Rules that no inventory can keep together.
  case contradiction = "contradiction"
  /// A condition that nothing can satisfy.
  case emptySelection = "empty-selection"
  /// A text whose Chinese or English is no translation.
  case missingTranslation = "missing-translation"
  /// Words under `not_checkable` that the clause does not have.
  case foreignWords = "foreign-words"
  /// A rule without a clause.
  case missingClause = "missing-clause"
  /// A clause that no rule covers and that is not marked as not checkable.
  case uncoveredClause = "uncovered-clause"
  /// A placeholder that no community can fill.
  case unfillablePlaceholder = "unfillable-placeholder"
  /// A text for a reason that never occurs.
  case unusedText = "unused-text"
  /// Slots that stand in one language only.
  case unequalSlots = "unequal-slots"
  /// Rules that yield to each other.
  case yieldCycle = "yield-cycle"
  /// Signs that wait for a rule which the standard does not have.
  case unreportedSigns = "unreported-signs"

  /// How grave it is: errors make the standard wrong, warnings probably, notes not at all.
  package var severity: Severity {
    switch self {
    case .failingExample, .elevation, .contradiction, .emptySelection, .unfillablePlaceholder, .yieldCycle: .error
    case .unusedWord: .note
    default: .warning
    }
  }
}

package import Inventory

/// What somebody did about a finding between two rounds. Actions are only added, never changed: what was wrong is put
/// right by the next one.
package struct ReviewAction: Sendable, Hashable {
  /// What was done.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The street says that it is put right (申报整改完成).
    case claim
    /// A reviewer found that it is (复核通过，销号).
    case close
    /// A reviewer found that it is not (复核未通过，退回).
    case `return`
    /// The deadline was moved (延期).
    case extend
  }

  /// Its number in the campaign, from 1; 0 before it is stored.
  package var number: Int
  /// What was done.
  package var kind: Kind
  /// The finding.
  package var fingerprint: String
  /// Who says so.
  package var by: String
  /// The day.
  package var on: CalendarDate
  /// What was done about it, what the reviewer saw or why the deadline was moved; nil where nothing was noted.
  package var note: String?
  /// The new deadline; nil but for `extend`.
  package var due: CalendarDate?
  /// The round after which it was said.
  package var afterRound: Int

  /// Makes an action that is yet to be stored.
  package init(
    _ kind: Kind, _ fingerprint: String, by: String, on: CalendarDate, note: String? = nil, due: CalendarDate? = nil,
    number: Int = 0, afterRound: Int = 0
  ) {
    self.number = number
    self.kind = kind
    self.fingerprint = fingerprint
    self.by = by
    self.on = on
    self.note = note
    self.due = due
    self.afterRound = afterRound
  }
}

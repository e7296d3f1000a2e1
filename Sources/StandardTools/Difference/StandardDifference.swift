package import Diagnostics

/// What changed between two standards: the boundary type between comparing them and showing the result.
package struct StandardDifference: Sendable {
  /// The older and the newer standard.
  package var before: Side
  package var after: Side
  /// Changes of the head, of clauses, of the vocabulary and of rules. Items stand in the newer standard's order, removed
  /// ones behind the one that they followed.
  package var head: [FieldChange]
  package var clauses: [ItemChange]
  package var vocabulary: [ItemChange]
  package var rules: [ItemChange]

  /// Whether nothing changed.
  package var isEmpty: Bool { head.isEmpty && clauses.isEmpty && vocabulary.isEmpty && rules.isEmpty }

  /// One of the two standards.
  package struct Side: Sendable, Hashable {
    /// Its id, its title and the digest of its files.
    package var id: String
    package var title: BilingualText
    package var digest: String
  }

  /// A clause, a word of the vocabulary or a rule that was added, removed or changed.
  package struct ItemChange: Sendable, Hashable {
    /// What became of it.
    package var kind: Kind
    /// Its id: a clause's, a rule's; for words `kinds/notice-board`.
    package var id: String
    /// The id that it had, where a rule was renamed.
    package var formerID: String?
    /// What people call it.
    package var title: BilingualText
    /// What changed in it; for an added or removed rule, what it says.
    package var fields: [FieldChange]
  }

  /// What became of an item.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case added, removed, changed
  }

  /// One value that changed.
  package struct FieldChange: Sendable, Hashable {
    /// Which: `modality`, `check.count.exactly`, `message.too_few`. Stable, for machines; `RuleWords.path` says it to people.
    package var field: String
    /// What was there: one value, or the elements that a list lost.
    package var removed: [BilingualText]
    /// What is there now: one value, or the elements that a list gained.
    package var added: [BilingualText]
    /// The same for people; empty where people read them as they are.
    package var removedLabels: [BilingualText] = []
    package var addedLabels: [BilingualText] = []
    /// Whether they are elements of a list that is there before and after.
    package var isList = false
  }
}

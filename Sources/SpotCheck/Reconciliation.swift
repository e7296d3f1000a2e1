package import Audit
package import Diagnostics
package import Inventory

/// What a visit showed, beside what was declared: the boundary type between the comparison and its reports.
package struct Reconciliation: Sendable {
  /// The communities, in the order of the declared inventories, then of the observed ones.
  package var communities: [ReconciledCommunity]
  /// What is to be said about the whole.
  package var diagnostics: [Diagnostic]
  /// Whether there are inventories that were compared with nothing, for their community has an earlier one.
  package var hasUncompared = false

  /// Whether nothing differs and nothing that was observed must be put right.
  package var isClean: Bool {
    communities.allSatisfy { $0.isComplete && !$0.hasDifferences && $0.verdicts?.status != .noncompliant }
  }
}

/// One community's wall against its inventory.
package struct ReconciledCommunity: Sendable {
  /// The short names.
  package var district: String
  package var street: String
  package var name: String
  package var facility: String?
  /// The files; nil where there is none.
  package var declaredSource: String?
  package var observedSource: String?
  /// When and by whom it was visited.
  package var observedOn: String?
  package var observedBy: String?
  /// Whether the visit recorded left and right standing the other way. Its signs stand here as whoever declared them
  /// would have recorded them; the verdicts are on the visit as it was recorded.
  package var isTurned = false
  /// Signs that were found again, in the order in which they are declared.
  package var matches: [SignMatch]
  /// Signs on the wall that nobody declared.
  package var undeclared: [DeclaredSign]
  /// Declared signs that are not there.
  package var absent: [DeclaredSign]
  /// Declared signs of a zone that was not looked at.
  package var notLookedAt: [DeclaredSign]
  /// What is declared as taken down, and what the visit says of it.
  package var takenDown: [TakenDownSign] = []
  /// The floors and rooms.
  package var rooms = ReconciledRooms()
  /// What the standard says of what was observed; nil where nothing was.
  package var verdicts: CommunityReport?

  /// Whether both inventories are there.
  package var isComplete: Bool { declaredSource != nil && observedSource != nil }
  /// Whether the wall is not what is declared.
  package var hasDifferences: Bool {
    !undeclared.isEmpty || !absent.isEmpty || matches.contains { !$0.differences.isEmpty || $0.wasRemoved }
      || rooms.hasDifferences
  }
}

/// A sign that is declared as taken down and does not hang there.
package struct TakenDownSign: Sendable, Hashable {
  package var declared: DeclaredSign
  /// What the visit notes of it as taken down; nil where it does not mention it.
  package var observed: DeclaredSign?
}

/// The floors and rooms of a facility against its inventory.
package struct ReconciledRooms: Sendable, Hashable {
  /// What differs of the facility itself: its floors.
  package var differences: [FieldDifference] = []
  /// What the visit adds to the facility itself.
  package var additions: [FieldDifference] = []
  /// Rooms that were found again, in the order in which they are declared.
  package var matches: [RoomMatch] = []
  /// Rooms that are there and were not declared, though the inventory lists its rooms.
  package var undeclared: [DeclaredRoom] = []
  /// Declared rooms that are not there.
  package var absent: [DeclaredRoom] = []
  /// Rooms that are there, where the inventory does not record its rooms.
  package var added: [DeclaredRoom] = []
  /// Declared rooms, where the visit did not look inside.
  package var notLookedAt: [DeclaredRoom] = []

  /// Makes a comparison without rooms.
  package init() {}

  /// Whether the rooms are not what is declared.
  package var hasDifferences: Bool {
    !differences.isEmpty || !undeclared.isEmpty || !absent.isEmpty || matches.contains { !$0.differences.isEmpty }
  }
}

/// A declared room and the observed one that it is.
package struct RoomMatch: Sendable, Hashable {
  package var declared: DeclaredRoom
  package var observed: DeclaredRoom
  /// How like they are: 340 to 1000, as `RoomLikeness` reckons.
  package var likeness: Int
  /// Why they are taken for the same.
  package var reason: BilingualText
  /// What is recorded on both sides and differs.
  package var differences: [FieldDifference]
  /// What the visit adds: declared without, observed with.
  package var additions: [FieldDifference]
}

/// A declared sign and the observed one that it is.
package struct SignMatch: Sendable, Hashable {
  package var declared: DeclaredSign
  package var observed: DeclaredSign
  /// How like they are: 450 to 1000, as `SignLikeness` reckons.
  package var likeness: Int
  /// Why they are taken for the same.
  package var reason: BilingualText
  /// Whether it is declared as taken down and hangs there all the same.
  package var wasRemoved: Bool
  /// What is recorded on both sides and differs.
  package var differences: [FieldDifference]
  /// What the visit adds: declared without, observed with.
  package var additions: [FieldDifference]
}

/// A field that differs.
package struct FieldDifference: Sendable, Hashable {
  package var key: InventoryKey
  /// nil where it is not recorded.
  package var declared: FieldValue?
  package var observed: FieldValue?
}

/// What is found in comparing what is declared with what was observed, field by field.
struct FieldComparison {
  /// What differs.
  var differences: [FieldDifference] = []
  /// What was observed and is not declared.
  private(set) var additions: [FieldDifference] = []

  /// Compares a field; what was not observed differs from nothing.
  mutating func compare(
    _ key: InventoryKey, _ declared: FieldValue?, _ observed: FieldValue?, by isSame: (FieldValue, FieldValue) -> Bool
  ) {
    guard let observed else { return }
    let difference = FieldDifference(key: key, declared: declared, observed: observed)
    if let declared {
      if !isSame(declared, observed) { differences.append(difference) }
    } else {
      additions.append(difference)
    }
  }
}

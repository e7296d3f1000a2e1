package import Inventory

/// A three-valued condition on a sign, a room, an entry or a function.
package indirect enum Condition: Sendable {
  /// Kleene's conjunction; parts that are not applicable are left out.
  case all([Condition])
  /// Kleene's disjunction; parts that are not applicable are left out.
  case any([Condition])
  /// Kleene's negation.
  case not(Condition)
  /// Holds if the part holds, else unknown.
  case elseUnknown(Condition)
  /// What an unknown result counts as.
  case assuming(Condition, holds: Bool)
  /// The sign is of one of these kinds.
  case kind(WordSet)
  /// A word of the sign is one of these.
  case word(SignWord, WordSet)
  /// The sign's place is in one of these groups.
  case placeGroup(UInt64)
  /// The sign hangs in this zone.
  case zone(Zone)
  /// The sign hangs on a wall, or does not.
  case onWall(Bool)
  /// The sign is prominent, or is not.
  case prominent(Bool)
  /// The standard is about signs of this kind, or is not.
  case inScope(Bool)
  /// The sign is on the floor with the entrance.
  case onEntranceFloor
  /// A department required the sign or room; false: nobody did.
  case demanded(Bool)
  /// The sign's wording.
  case text(TextCondition)
  /// A field is recorded, or is not. Never unknown.
  case recorded(InventoryKey, Bool)
  /// The room has at least so many functions.
  case functionCount(Int)
  /// The entry's function.
  case function(TextCondition)
  /// The entry is marked as special work, or is not. Never unknown.
  case special(Bool)
  /// The room that the entry names exists and serves the entry's function.
  case roomServesFunction
  /// The approval has a document and a date.
  case approvalDocumented
  /// The function is served by at least so many rooms.
  case roomCount(Int)

  /// A field of a sign that holds a word.
  package enum SignWord: Sendable, Hashable, CaseIterable {
    case place, orientation, mounting, background, lettering

    /// Its key.
    package var key: InventoryKey {
      switch self {
      case .place: .place
      case .orientation: .orientation
      case .mounting: .mounting
      case .background: .background
      case .lettering: .lettering
      }
    }
  }

  /// The kinds of which a sign may be for the condition not to fail: all, where it says nothing of kinds.
  package var possibleKinds: WordSet {
    switch self {
    case .kind(let kinds): kinds
    case .all(let parts): WordSet(bits: parts.reduce(UInt64.max) { $0 & $1.possibleKinds.bits })
    case .any(let parts): WordSet(bits: parts.reduce(0) { $0 | $1.possibleKinds.bits })
    case .not(.kind(let kinds)): WordSet(bits: ~kinds.bits)
    default: .all
    }
  }
}

/// A condition on a wording, in compared form (NFKC, without white space).
package enum TextCondition: Sendable {
  /// It is one of these.
  case equals([[UInt8]])
  /// It starts with one of these.
  case starts([[UInt8]])
  /// It ends with one of these.
  case ends([[UInt8]])
  /// It contains one of these.
  case contains([[UInt8]])
  /// It is the number of a room of the facility, perhaps with words around it.
  case isRoomNumber
  /// It is a function that the standard lists, or a further one.
  case isListedFunction
}

/// A condition on a community: counts, and what is made of them.
package indirect enum Formula: Sendable {
  /// So many of something.
  case count(Count)
  /// All of these.
  case all([Formula])
  /// At least one of these.
  case any([Formula])
  /// Not this.
  case not(Formula)
}

/// A count with bounds.
package struct Count: Sendable {
  /// What is counted.
  package var collection: Collection
  /// Which of them.
  package var selection: Condition
  /// The kinds that `selection` can hold for.
  package var kinds: WordSet
  /// The bounds, both inclusive; no upper bound is `Int.max`.
  package var bounds: ClosedRange<Int>

  /// What can be counted.
  package enum Collection: String, Sendable, CaseIterable {
    /// The signs that the rule sees.
    case signs
    /// The rooms of the facility.
    case rooms
    /// The distinct functions of all rooms.
    case functions
  }

  /// The bounds as a text: `1`, `<=1`, `>=2`, `1..2`.
  package var boundsText: String {
    if bounds.lowerBound == bounds.upperBound { return String(bounds.lowerBound) }
    if bounds.upperBound == .max { return ">=\(bounds.lowerBound)" }
    if bounds.lowerBound == 0 { return "<=\(bounds.upperBound)" }
    return "\(bounds.lowerBound)..\(bounds.upperBound)"
  }
}

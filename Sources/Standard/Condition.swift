package import Diagnostics
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
  /// The approval has a document and a date. Without an approval it fails.
  case approvalDocumented
  /// A text of the approval, its level or its authority. Without an approval it fails.
  case approvalText(ApprovalText, TextCondition)
  /// A text field of the sign that is no vocabulary word, such as its material.
  case field(SignText, TextCondition)
  /// A number of the sign lies in a range.
  case number(SignNumber, NumberRange)
  /// The sign has been in its state since a day in this range, both ends included.
  case since(ClosedRange<CalendarDate>)
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

  /// A text field of a sign.
  package enum SignText: Sendable, Hashable, CaseIterable {
    case material, basis

    /// Its key.
    package var key: InventoryKey {
      switch self {
      case .material: .material
      case .basis: .basis
      }
    }
  }

  /// A text field of an approval.
  package enum ApprovalText: Sendable, Hashable, CaseIterable {
    case level, authority

    /// Its key.
    package var key: InventoryKey {
      switch self {
      case .level: .level
      case .authority: .authority
      }
    }
  }

  /// A number of a sign.
  package enum SignNumber: Sendable, Hashable, CaseIterable {
    /// The position from the door outward, 1 next to it.
    case order
    /// Millimetres.
    case width, height

    /// Its key.
    package var key: InventoryKey {
      switch self {
      case .order: .order
      case .width: .width
      case .height: .height
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

/// A range of numbers, both ends included, and how it is written for people.
package struct NumberRange: Sendable, Hashable {
  /// The ends; in millimetres for a size.
  package var bounds: ClosedRange<Double>
  /// As the standard writes it, with its unit: `36cm±1cm`, `≥220cm`.
  package var text: String
  /// The same without the tolerance, as on a drawing: `36cm`.
  package var nominal: String
  /// What is drawn: the number itself, the only end, or the middle of two; in millimetres for a size.
  package var drawn: Double
  /// The unit of a size, `cm`; empty for a plain number.
  package var unit = ""
  /// How many millimetres the unit has; 1 for a plain number.
  package var unitMillimetres = 1.0

  /// A recorded number in the unit in which the standard writes the range.
  ///
  /// - Parameter number: in millimetres for a size.
  package func inUnit(_ number: Double) -> String { Self.text(number / unitMillimetres) + unit }

  /// A number with at most three decimals and no needless ones.
  package static func text(_ number: Double) -> String {
    let thousandths = Int((min(number, 1e12) * 1000).rounded())
    let (whole, rest) = (thousandths / 1000, thousandths % 1000)
    if rest == 0 { return String(whole) }
    var decimals = String(1000 + rest).dropFirst()
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return "\(whole).\(decimals)"
  }
}

/// A condition on a community: counts, and what is made of them.
package indirect enum Formula: Sendable {
  /// So many of something.
  case count(Count)
  /// What the community is.
  case community(CommunityCondition)
  /// All of these.
  case all([Formula])
  /// At least one of these.
  case any([Formula])
  /// Not this.
  case not(Formula)
}

/// A condition on the community itself: its words are among these.
package struct CommunityCondition: Sendable, Hashable {
  /// Words of `InventoryWords.communityTypes`; nil: any.
  package var types: WordSet?
  /// Words of `InventoryWords.partyOrganizations`; nil: any.
  package var partyOrganizations: WordSet?
}

/// A count with bounds.
package struct Count: Sendable {
  /// What is counted.
  package var collection: Collection
  /// Which of them.
  package var selection: Predicate
  /// The bounds, both inclusive; no upper bound is `Int.max`. They count where no case does.
  package var bounds: ClosedRange<Int>
  /// Other bounds for some communities; the first that holds counts.
  package var cases: [Case] = []
  /// Whether `bounds` were written, or every community without a case is free.
  package var hasBounds = true

  /// Bounds for the communities that satisfy a condition.
  package struct Case: Sendable, Hashable {
    package var community: CommunityCondition
    package var bounds: ClosedRange<Int>
  }

  /// What can be counted.
  package enum Collection: String, Sendable, CaseIterable {
    /// The signs in place that the rule sees.
    case signs
    /// The signs that were taken down.
    case removedSigns = "removed-signs"
    /// The rooms of the facility.
    case rooms
    /// The distinct functions of all rooms.
    case functions
  }

  /// Bounds as people say them: `1`, `不超过2`, `至少1`, `1至2`.
  package static func label(_ bounds: ClosedRange<Int>) -> BilingualText {
    let (low, high) = (bounds.lowerBound, bounds.upperBound)
    if low == high { return BilingualText(zh: "\(low)", en: "\(low)") }
    if high == .max { return BilingualText(zh: "至少\(low)", en: "at least \(low)") }
    if low == 0 { return BilingualText(zh: "不超过\(high)", en: "at most \(high)") }
    return BilingualText(zh: "\(low)至\(high)", en: "\(low) to \(high)")
  }

  /// Bounds as a text for machines: `1`, `<=1`, `>=2`, `1..2`.
  package static func text(_ bounds: ClosedRange<Int>) -> String {
    if bounds.lowerBound == bounds.upperBound { return String(bounds.lowerBound) }
    if bounds.upperBound == .max { return ">=\(bounds.lowerBound)" }
    if bounds.lowerBound == 0 { return "<=\(bounds.upperBound)" }
    return "\(bounds.lowerBound)..\(bounds.upperBound)"
  }
}

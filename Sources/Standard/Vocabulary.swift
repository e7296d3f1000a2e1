package import Diagnostics
package import Inventory

/// The words of a standard and what the engine needs to know of each.
package struct Vocabulary: Sendable {
  /// The words that inventories are read with.
  package var words: InventoryWords
  /// What each kind is, by its index.
  package var kinds: [Kind]
  /// What each place is, by its index.
  package var places: [Place]
  /// The names of groups of places; a place carries the bits of its groups.
  package var placeGroups: [String]
  /// The names of groups of kinds, in order of appearance.
  package var kindGroups: [String] { kinds.flatMap(\.groups).uniqued() }
  /// Mountings that put a sign on the wall, and ones that do not, where the place leaves it to them.
  package var wallMountings: WordSet
  package var offWallMountings: WordSet
  /// What each colour is painted with, by its index; nil where the standard names no paint.
  package var paints: [Paint?]
  /// What `{party_organization}` stands for, by the index of the form.
  package var partyWordings: [String]
  /// The functions that the standard lists, in compared form.
  package var listedFunctions: [String]
  /// Further functions that count as listed, in compared form.
  package var furtherFunctions: [String]
  /// What may stand before and after a room number on its plate, in compared form.
  package var numberPrefixes: [[UInt8]]
  package var numberSuffixes: [[UInt8]]
  /// Wordings that people write by mistake.
  package var nearMisses: [NearMiss]
  /// The kinds that wording can be recognised as: the bits of their indexes.
  package var recognisableKinds: WordSet

  /// A kind of sign.
  package struct Kind: Sendable {
    /// The zone whose rules judge a sign of this kind that has no place.
    package var home: Zone?
    /// Whether the standard is about this kind at all.
    package var inScope: Bool
    /// The groups of kinds that it belongs to.
    package var groups: [String] = []
    /// By which wording it is recognised where no kind is declared.
    package var recognition: Recognition?
  }

  /// How a wording is recognised: every part that is given must hold.
  package struct Recognition: Sendable {
    package var equals: [[UInt8]] = []
    package var starts: [[UInt8]] = []
    package var ends: [[UInt8]] = []
    package var contains: [[UInt8]] = []
    /// The sign's place is one of these; empty: any.
    package var places = WordSet()
    /// The sign's place is none of these; an unrecorded place is none.
    package var excludedPlaces = WordSet()
    /// It reads as a room number of the facility.
    package var readsAsRoomNumber = false
  }

  /// A place where signs hang.
  package struct Place: Sendable {
    /// Where it is.
    package var zone: Zone
    /// The side of the entrance, if it is one.
    package var side: Side?
    /// Whether a sign there is on a wall.
    package var wall: Wall
    /// The bits of its groups.
    package var groups: UInt64
    /// Where on the front of the building an elevation shows a sign there; nil: beside it.
    package var spot: Spot?
  }

  /// Where an elevation shows a sign that hangs at neither side of the entrance.
  package enum Spot: String, Sendable, Hashable, CaseIterable {
    /// Over the door.
    case lintel
    /// On the front of the building, above the lintel.
    case front
    /// In a window of the front.
    case window
    /// On a wall round the corner.
    case side
    /// On the wall or gate of the yard.
    case gate
  }

  /// The colour that an elevation paints a word of the colours with.
  package struct Paint: Sendable, Hashable {
    /// `#` and six hexadecimal digits in lower case.
    package let hex: String

    /// Takes `#rrggbb`; nil for anything else.
    package init?(_ text: String) {
      let bytes = Array(text.utf8)
      guard bytes.count == 7, bytes[0] == UInt8(ascii: "#"),
        bytes.dropFirst().allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
      else { return nil }
      hex = text
    }
  }

  /// A side of the entrance, as the surveyor writes it.
  package enum Side: Sendable, Hashable {
    case left, right

    /// The other side.
    package var opposite: Side { self == .left ? .right : .left }
  }

  /// Whether a sign at a place is on a wall.
  package enum Wall: Sendable, Hashable {
    case yes, no, byMounting
  }

  /// A wording that people write for another.
  package struct NearMiss: Sendable, Hashable {
    /// What they write, in compared form.
    package var written: String
    /// What is meant, in compared form.
    package var meant: String
    /// What kind of mistake it is.
    package var note: BilingualText
  }
}

/// A set of words of one table, at most 64.
package struct WordSet: Sendable, Hashable {
  /// Bit n is the word of index n.
  package var bits: UInt64

  /// Makes a set from its bits.
  package init(bits: UInt64 = 0) { self.bits = bits }

  /// Makes a set of words.
  package init(_ words: some Sequence<WordIndex>) {
    bits = 0
    for word in words { insert(word) }
  }

  /// Every word.
  package static let all = WordSet(bits: .max)

  /// Adds a word.
  package mutating func insert(_ word: WordIndex) { bits |= 1 << UInt64(word) }

  /// Whether the word is in it; an unrecorded word (-1) is in none.
  @inlinable
  package func contains(_ word: WordIndex) -> Bool { word >= 0 && bits & (1 << UInt64(word)) != 0 }

  /// The word, where it is the only one.
  package var only: WordIndex? { bits.nonzeroBitCount == 1 ? WordIndex(bits.trailingZeroBitCount) : nil }

  /// Whether no word is in it.
  package var isEmpty: Bool { bits == 0 }
}

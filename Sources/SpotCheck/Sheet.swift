package import Diagnostics
package import Inventory

/// What an inspector takes along to one community: the boundary type between what is known and the pages made of it.
package struct Sheet: Sendable {
  /// What is declared; without signs where there is no inventory that can be read.
  package var declared: DeclaredInventory
  /// Why the community was drawn; empty where it was chosen.
  package var reasons: [BilingualText]
  /// What is to be found out first, in the order of the way: matters about no single sign.
  package var looks: [Look]
  /// Signs that are declared as taken down: whether they are gone is to be seen.
  package var removed: [DeclaredSign]
  /// The way through the building.
  package var stops: [Stop]
  /// What the standard wants outside and inside, a line each.
  package var wantedOutside: [String]
  package var wantedInside: [String]
  /// Words of the standard that no machine can judge, with what to look at.
  package var judgedOnSite: [JudgedWords]
  /// The findings about the community as a whole that fail already.
  package var problems: [String]
  /// The language of all texts.
  package var language: Language

  /// All facts to find out, with the sign that each is about.
  package var allLooks: [(sign: DeclaredSign?, look: Look)] {
    looks.map { (nil, $0) } + stops.flatMap { $0.signs.flatMap { sign in sign.looks.map { (sign.sign, $0) } } }
  }
}

/// Words of a clause that are judged on site.
package struct JudgedWords: Sendable, Hashable {
  /// The original words.
  package var words: String
  /// What to look at.
  package var note: String
}

/// One look for one fact that the inventory does not record.
package struct Look: Sendable, Hashable {
  /// The field that is missing; nil where the question is not about one field.
  package var key: InventoryKey?
  /// What to find out.
  package var question: String
}

/// A part of the way, in the order in which one walks it.
package struct Stop: Sendable, Hashable {
  /// Where one stands.
  package var place: Place
  /// What is declared to hang there, from the door outward or in the order of the inventory.
  package var signs: [SheetSign]
  /// What is declared as taken down and hung here: whether it is gone is to be seen.
  package var removed: [DeclaredSign] = []

  /// The parts of the way.
  package enum Place: Sendable, Hashable {
    /// At the entrance: over the door and at its sides.
    case door
    /// The front and everything else outside.
    case front
    /// The hall.
    case hall
    /// A floor; nil where it is not recorded which.
    case floor(String?)
    /// A room, by its number.
    case room(String)
    /// What hangs at a place that is not recorded.
    case unknown
  }
}

/// A sign on the sheet.
package struct SheetSign: Sendable, Hashable {
  /// What is declared.
  package var sign: DeclaredSign
  /// What is to be found out about it.
  package var looks: [Look]
  /// What fails already, by what is declared.
  package var problems: [String]
  /// What the standard wants of it, where it wants such a sign in every community.
  package var wanted: [String]
}

package import Diagnostics
package import Inventory

/// What an inspector takes along to one community: the boundary type between what is known and the pages made of it.
package struct Sheet: Sendable {
  /// What is declared; without signs where there is no inventory that can be read.
  package var declared: DeclaredInventory
  /// Why the community was drawn; empty where it was chosen.
  package var reasons: [BilingualText]
  /// What is to be found out first: matters about no single sign or room.
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

  /// All facts to find out, in the order of the way, with what each is about.
  package var allLooks: [(about: About, look: Look)] {
    looks.map { (.community, $0) }
      + stops.flatMap { stop in
        stop.looks.map { (.place(stop.place), $0) }
          + stop.signs.flatMap { sign in sign.looks.map { (.sign(sign.sign), $0) } }
      }
  }

  /// What a look is about.
  package enum About: Sendable, Hashable {
    /// The community as a whole.
    case community
    /// The part of the way itself: a room.
    case place(Stop.Place)
    /// A sign.
    case sign(DeclaredSign)
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
  /// What is to be found out about the part itself: of a room that is declared.
  package var looks: [Look] = []
  /// What is declared as taken down and hung here: whether it is gone is to be seen.
  package var removed: [DeclaredSign] = []

  /// The places at which a sign that is not declared may hang here: of the door, the front and the hall all, of a room
  /// the one at its door.
  package var spots: [WordIndex] = []
  /// Whether a sign may hang here at another place than those.
  package var hasOtherSpots: Bool { ![.door, .front, .hall].contains(place) }
  /// The floor; nil where it is not recorded, and outside and in the hall.
  package var floor: String?

  /// The room; nil of other parts.
  package var room: String? {
    if case .room(let number) = place { number } else { nil }
  }

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

import Inventory
import Standard

/// What is known of a sign in place before any rule looks at it.
struct SignFacts: Sendable {
  /// The index in `Inventory.signs`.
  var index: Int
  /// The declared kind, else the recognised one, else -1.
  var kind: WordIndex
  /// The kinds that it may be of.
  var possibleKinds: WordSet
  /// The zone of its place; nil where the place is unrecorded.
  var zone: Zone?
  /// The kind that its wording is recognised as, whatever is declared; -1 for none, and where no rule asks.
  var recognised: WordIndex
  /// Which rule reports what is missing, so that the others need not.
  var deferral: Deferral

  /// Whether the sign may be of one of these kinds.
  @inline(__always)
  func mayBe(_ kinds: WordSet) -> Bool { possibleKinds.bits & kinds.bits != 0 }

  /// What other rules leave to one rule.
  enum Deferral: Sendable {
    /// Nothing.
    case none
    /// Its kind is not declared and its words are not recognised: `recognised_kind` reports it.
    case kind
    /// It has neither kind nor words: `recognised_kind` reports it, and only counts consider it.
    case wordless
    /// Its place is unrecorded and its kind has no home zone: `recorded` reports it.
    case place
  }
}

/// One inventory as the rules see it: signs in place with their kinds and zones, rooms by number, floors.
///
/// A class, because an inventory is large and everything that judges it looks at the same one.
final class Facts {
  let rulebook: Rulebook
  let inventory: Inventory
  /// Signs in place, in document order.
  let signs: [SignFacts]
  /// Signs that were taken down, in document order.
  let removedSigns: [SignFacts]
  /// The kinds of which signs with words, or with a declared kind, are or may be.
  let possibleKinds: WordSet
  /// The index of the room with a number, by the number's symbol; -1 for none.
  private let roomOfNumber: [Int32]
  /// Reads what single signs are.
  let reader: SignReader
  /// The floors in order: those declared, else those of the rooms. Nil where nothing is recorded of floors.
  let floors: [Symbol]?

  init(_ rulebook: Rulebook, _ inventory: Inventory) {
    self.rulebook = rulebook
    reader = SignReader(rulebook, inventory)
    self.inventory = inventory
    var roomOfNumber = [Int32](repeating: -1, count: inventory.symbols.count + 1)
    for index in inventory.rooms.indices where inventory.rooms[index].number.isRecorded {
      roomOfNumber[Int(inventory.rooms[index].number.symbol)] = Int32(index)
    }
    self.roomOfNumber = roomOfNumber
    if let declared = inventory.floors {
      floors = declared.map(\.symbol)
    } else if inventory.hasRooms {
      var seen: [Symbol] = []
      for room in inventory.rooms where room.floor.isRecorded && !seen.contains(room.floor.symbol) {
        seen.append(room.floor.symbol)
      }
      floors = seen
    } else {
      floors = nil
    }
    var signs: [SignFacts] = []
    var possibleKinds = WordSet(bits: 0)
    signs.reserveCapacity(inventory.signs.count)
    var removedSigns: [SignFacts] = []
    for index in inventory.signs.indices {
      if inventory.signs[index].isRemoved {
        if rulebook.asksForRemovedSigns { removedSigns.append(reader.facts(of: index)) }
        continue
      }
      let sign = reader.facts(of: index)
      signs.append(sign)
      if sign.deferral != .wordless { possibleKinds = WordSet(bits: possibleKinds.bits | sign.possibleKinds.bits) }
    }
    self.signs = signs
    self.removedSigns = removedSigns
    self.possibleKinds = possibleKinds
  }

  /// The standard that it is judged by.
  var standard: Standard {
    _read { yield rulebook.standard }
  }

  /// The index of the room with this number.
  func room(_ number: TextField) -> Int? {
    guard number.symbol > 0, Int(number.symbol) < roomOfNumber.count else { return nil }
    let index = roomOfNumber[Int(number.symbol)]
    return index < 0 ? nil : Int(index)
  }

  /// The index of the room whose number a wording shows, perhaps with words around it.
  func roomShown(by text: TextSlice) -> Int? { reader.roomShown(by: text) }

  /// Whether a wording is this number, or this number with one of the standard's words before or after it.
  func shows(_ text: TextSlice, _ number: TextField) -> Bool { reader.shows(text, number) }

  /// Whether a room has a function; unknown where its functions are unrecorded.
  func room(_ room: Room, serves function: Symbol) -> Verdict {
    guard room.functions.isRecorded else { return .unknown }
    return Verdict(inventory.names[room.functions.range].contains { $0.symbol == function })
  }

  /// The floor of a sign: the one written on it; for a map, else the one of all the rooms it shows; 0 if unknown.
  func floor(of sign: Sign) -> Symbol {
    if sign.floor.isRecorded { return sign.floor.symbol }
    var floor: Symbol = 0
    for entry in inventory.entries[sign.entries.range] where entry.room.isRecorded {
      guard let index = room(entry.room), inventory.rooms[index].floor.isRecorded else { return 0 }
      let other = inventory.rooms[index].floor.symbol
      if floor != 0, floor != other { return 0 }
      floor = other
    }
    return floor
  }

  /// Whether a function is one of the standard's, listed or further.
  func isListed(_ function: TextSlice) -> Bool {
    rulebook.functions.find(inventory.arena, function) != nil
  }
}

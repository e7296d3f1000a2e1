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
  /// Which rule reports what is missing, so that the others need not.
  var deferral: Deferral

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
struct Facts {
  let standard: Standard
  let inventory: Inventory
  /// Signs in place, in document order.
  private(set) var signs: [SignFacts] = []
  /// The index of the room with a number, by the number's symbol; -1 for none.
  private var roomOfNumber: [Int32]
  /// The floors in order: those declared, else those of the rooms. Nil where nothing is recorded of floors.
  let floors: [Symbol]?

  init(standard: Standard, inventory: Inventory) {
    self.standard = standard
    self.inventory = inventory
    roomOfNumber = [Int32](repeating: -1, count: inventory.symbols.count + 1)
    for (index, room) in inventory.rooms.enumerated() where room.number.isRecorded {
      roomOfNumber[Int(room.number.symbol)] = Int32(index)
    }
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
    signs.reserveCapacity(inventory.signs.count)
    for index in inventory.signs.indices where !inventory.signs[index].isRemoved {
      signs.append(facts(of: index))
    }
  }

  private func facts(of index: Int) -> SignFacts {
    let sign = inventory.signs[index]
    let words = standard.vocabulary
    let zone = sign.place.isRecorded ? words.places[Int(sign.place.word)].zone : nil
    let kind = sign.kind.isRecorded ? sign.kind.word : recognisedKind(sign) ?? -1
    if kind >= 0 {
      let needsPlace = zone == nil && words.kinds[Int(kind)].home == nil
      return SignFacts(
        index: index, kind: kind, possibleKinds: WordSet([kind]), zone: zone, deferral: needsPlace ? .place : .none)
    }
    let hasWords = sign.text.isRecorded && sign.text.compared.count > 0
    let all = words.kinds.count == 64 ? UInt64.max : (1 << UInt64(words.kinds.count)) - 1
    return SignFacts(
      index: index, kind: -1,
      possibleKinds: WordSet(bits: hasWords ? all & ~words.recognisableKinds.bits : all), zone: zone,
      deferral: hasWords ? .kind : .wordless)
  }

  /// The kind that the wording of a sign is recognised as: the first of the vocabulary that fits.
  func recognisedKind(_ sign: Sign) -> WordIndex? {
    guard sign.text.isRecorded, sign.text.compared.count > 0 else { return nil }
    let text = inventory.arena
    let slice = sign.text.compared
    for (index, kind) in standard.vocabulary.kinds.enumerated() {
      guard let recognition = kind.recognition else { continue }
      func fits(_ options: [[UInt8]], _ test: (ContiguousArray<UInt8>, TextSlice, [UInt8]) -> Bool) -> Bool {
        options.isEmpty || options.contains { test(text, slice, $0) }
      }
      guard fits(recognition.equals, ArenaText.equals), fits(recognition.ends, { ArenaText.ends($0, $1, with: $2) }),
        fits(recognition.starts, { ArenaText.starts($0, $1, with: $2) }), fits(recognition.contains, ArenaText.contains)
      else { continue }
      if !recognition.places.isEmpty, !recognition.places.contains(sign.place.word) { continue }
      if recognition.excludedPlaces.contains(sign.place.word) { continue }
      if recognition.readsAsRoomNumber, roomShown(by: slice) == nil { continue }
      return WordIndex(index)
    }
    return nil
  }

  /// The index of the room with this number.
  func room(_ number: TextField) -> Int? {
    guard number.symbol > 0, Int(number.symbol) < roomOfNumber.count else { return nil }
    let index = roomOfNumber[Int(number.symbol)]
    return index < 0 ? nil : Int(index)
  }

  /// The index of the room whose number a wording shows, perhaps with words around it.
  func roomShown(by text: TextSlice) -> Int? {
    inventory.rooms.indices.first { shows(text, inventory.rooms[$0].number) }
  }

  /// Whether a wording is this number, or this number with one of the standard's words before or after it.
  func shows(_ text: TextSlice, _ number: TextField) -> Bool {
    let arena = inventory.arena
    let number = number.compared
    guard text.count >= number.count, number.count > 0 else { return false }
    let extra = text.count - number.count
    if extra == 0 { return ArenaText.same(arena, text, number) }
    let tail = TextSlice(offset: text.offset + extra, count: number.count)
    for prefix in standard.vocabulary.numberPrefixes
    where prefix.count == Int(extra) && ArenaText.starts(arena, text, with: prefix)
      && ArenaText.same(arena, tail, number)
    {
      return true
    }
    let head = TextSlice(offset: text.offset, count: number.count)
    for suffix in standard.vocabulary.numberSuffixes
    where suffix.count == Int(extra) && ArenaText.ends(arena, text, with: suffix)
      && ArenaText.same(arena, head, number)
    {
      return true
    }
    return false
  }

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
    let arena = inventory.arena
    let words = standard.vocabulary
    return words.listedFunctions.contains { Self.equals(arena, function, $0) }
      || words.furtherFunctions.contains { Self.equals(arena, function, $0) }
  }

  private static func equals(_ arena: ContiguousArray<UInt8>, _ slice: TextSlice, _ text: String) -> Bool {
    slice.count == UInt32(text.utf8.count) && ArenaText.equals(arena, slice, Array(text.utf8))
  }
}

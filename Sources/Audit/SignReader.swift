import Inventory
import Standard

/// Reads what a sign is from its record: its kind, declared or recognised by its wording, and its zone.
///
/// A class like `Facts`, which asks it for every sign.
final class SignReader {
  private let rulebook: Rulebook
  private let inventory: Inventory
  private var standard: Standard {
    _read { yield rulebook.standard }
  }

  init(_ rulebook: Rulebook, _ inventory: Inventory) {
    self.rulebook = rulebook
    self.inventory = inventory
  }

  func facts(of index: Int) -> SignFacts {
    let place = inventory.signs[index].place
    let zone = place.isRecorded ? standard.vocabulary.places[Int(place.word)].zone : nil
    let declared = inventory.signs[index].kind
    let isAsked = !declared.isRecorded || rulebook.comparedKinds.contains(declared.word)
    let recognised = isAsked ? recognisedKind(inventory.signs[index].text, place) : -1
    let kind = declared.isRecorded ? declared.word : recognised
    if kind >= 0 {
      let needsPlace = zone == nil && standard.vocabulary.kinds[Int(kind)].home == nil
      return SignFacts(
        index: index, kind: kind, possibleKinds: WordSet(bits: 1 << UInt64(kind)), zone: zone, recognised: recognised,
        deferral: needsPlace ? .place : .none)
    }
    let text = inventory.signs[index].text
    let hasWords = text.isRecorded && text.compared.count > 0
    let count = standard.vocabulary.kinds.count
    let all = count == 64 ? UInt64.max : (1 << UInt64(count)) - 1
    return SignFacts(
      index: index, kind: -1,
      possibleKinds: WordSet(bits: hasWords ? all & ~standard.vocabulary.recognisableKinds.bits : all), zone: zone,
      recognised: -1, deferral: hasWords ? .kind : .wordless)
  }

  /// The kind that a wording at a place is recognised as, the first of the vocabulary that fits; -1 for none.
  private func recognisedKind(_ text: TextField, _ place: WordField) -> WordIndex {
    guard text.isRecorded, text.compared.count > 0 else { return -1 }
    let (kinds, words) = (rulebook.recognitions, rulebook.recognitionWords)
    for kind in kinds where fits(kind, words, text.compared, place.word) { return kind.kind }
    return -1
  }

  private func fits(
    _ kind: Rulebook.Recognition, _ words: TextPatterns, _ text: TextSlice, _ place: WordIndex
  ) -> Bool {
    guard kind.places.isEmpty || kind.places.contains(place), !kind.excludedPlaces.contains(place),
      kind.equals.isEmpty || words.equal(kind.equals, inventory.arena, text),
      kind.ends.isEmpty || words.end(kind.ends, inventory.arena, text),
      kind.starts.isEmpty || words.start(kind.starts, inventory.arena, text),
      kind.contains.isEmpty || words.stand(kind.contains, inventory.arena, in: text)
    else { return false }
    return !kind.readsAsRoomNumber || roomShown(by: text) != nil
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
}

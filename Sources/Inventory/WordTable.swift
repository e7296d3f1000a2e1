package import Diagnostics

/// The index of a word in its table.
package typealias WordIndex = Int16

/// A closed list of words, each with one canonical English spelling and at least one Chinese one.
///
/// Both spellings are accepted everywhere; machine output carries the canonical one, reports for people the label of
/// their language. A lookup takes the bytes as written: a word is not guessed.
package struct WordTable: Sendable {
  /// One word.
  package struct Word: Sendable, Hashable {
    /// The canonical spelling, English.
    package var canonical: String
    /// The Chinese spellings; the first is the label.
    package var chinese: [String]
    /// What an English reader reads.
    package var label: BilingualText

    /// Makes a word; the English label is the canonical spelling with its hyphens opened, if none is given.
    package init(_ canonical: String, _ chinese: [String], english: String? = nil) {
      self.canonical = canonical
      self.chinese = chinese
      let opened = String(canonical.map { $0 == "-" || $0 == "_" ? " " : $0 })
      label = BilingualText(zh: chinese.first ?? canonical, en: english ?? opened)
    }

    /// Every spelling that is accepted, the canonical one first.
    package var spellings: [String] { [canonical] + chinese }
  }

  /// The words, in the order of their indexes.
  package let words: [Word]

  private let slots: [WordIndex]
  private let entries: [Entry]
  /// The bytes of all spellings, one after another.
  private let bytes: ContiguousArray<UInt8>

  private struct Entry: Sendable {
    var hash: UInt64
    var spelling: TextSlice
    var word: WordIndex
  }

  /// Makes a table; where two words share a spelling, the first has it (a standard with such words is refused before).
  package init(_ words: [Word]) {
    self.words = words
    var entries: [Entry] = []
    var bytes: ContiguousArray<UInt8> = []
    for (index, word) in words.enumerated() {
      for spelling in word.spellings {
        let slice = TextSlice(offset: UInt32(bytes.count), count: UInt32(spelling.utf8.count))
        bytes.append(contentsOf: spelling.utf8)
        entries.append(Entry(hash: ArenaText.hash(bytes, slice), spelling: slice, word: WordIndex(index)))
      }
    }
    self.bytes = bytes
    var size = 8
    while size < entries.count * 4 { size *= 2 }
    var slots = [WordIndex](repeating: -1, count: size)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = WordIndex(index)
    }
    self.slots = slots
    self.entries = entries
  }

  /// The word that is spelt so, or nil.
  package func find(_ arena: ContiguousArray<UInt8>, _ slice: TextSlice) -> WordIndex? {
    let mask = slots.count - 1
    let hash = ArenaText.hash(arena, slice)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if entries[index].hash == hash, ArenaText.equals(arena, slice, bytes, entries[index].spelling) {
        return entries[index].word
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The word that is spelt so, or nil.
  package func find(_ spelling: String) -> WordIndex? {
    let bytes = ContiguousArray(spelling.utf8)
    return find(bytes, TextSlice(offset: 0, count: UInt32(bytes.count)))
  }

  /// Every accepted spelling, canonical ones first.
  package var spellings: [String] { words.map(\.canonical) + words.flatMap(\.chinese) }

  /// The word at an index.
  package subscript(index: WordIndex) -> Word { words[Int(index)] }
}

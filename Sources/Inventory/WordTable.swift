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

  private struct Entry: Sendable {
    var bytes: [UInt8]
    var word: WordIndex
  }

  /// Makes a table; where two words share a spelling, the first has it (a standard with such words is refused before).
  package init(_ words: [Word]) {
    self.words = words
    var entries: [Entry] = []
    for (index, word) in words.enumerated() {
      for spelling in word.spellings {
        entries.append(Entry(bytes: Array(spelling.utf8), word: WordIndex(index)))
      }
    }
    var size = 8
    while size < entries.count * 4 { size *= 2 }
    var slots = [WordIndex](repeating: -1, count: size)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: ArenaText.hash(entry.bytes)) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = WordIndex(index)
    }
    self.slots = slots
    self.entries = entries
  }

  /// The word that is spelt so, or nil.
  package func find(_ arena: ContiguousArray<UInt8>, _ slice: TextSlice) -> WordIndex? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: ArenaText.hash(arena, slice)) & mask
    while slots[slot] >= 0 {
      if ArenaText.equals(arena, slice, entries[Int(slots[slot])].bytes) {
        return entries[Int(slots[slot])].word
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

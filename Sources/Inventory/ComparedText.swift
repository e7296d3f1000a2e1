import Foundation
package import YAMLTree

/// Bringing texts to the form in which they are compared: Unicode NFKC, then without white space (`standard/rules.md`,
/// "Wording").
package enum ComparedText {
  /// The compared form of a string.
  package static func of(_ text: String) -> String {
    let arena = ContiguousArray(text.utf8)
    let slice = TextSlice(offset: 0, count: UInt32(arena.count))
    return isCompared(arena, slice) ? text : String(decoding: brought(arena, slice), as: UTF8.self)
  }

  /// The compared form of a string, in bytes.
  package static func bytes(of text: String) -> [UInt8] {
    let arena = ContiguousArray(text.utf8)
    let slice = TextSlice(offset: 0, count: UInt32(arena.count))
    return isCompared(arena, slice) ? Array(arena) : brought(arena, slice)
  }

  /// The compared form of a stretch of the arena: the same stretch where it is in that form already, as nearly all
  /// texts are; else a new one that is appended to the arena.
  package static func of(_ slice: TextSlice, in tree: inout YAMLTree) -> TextSlice {
    isCompared(tree.text, slice) ? slice : append(brought(tree.text, slice), to: &tree)
  }

  /// Appends a text to the arena.
  package static func append(_ bytes: [UInt8], to tree: inout YAMLTree) -> TextSlice {
    TextSlice(offset: UInt32(tree.append(bytes)), count: UInt32(bytes.count))
  }

  /// A text that is not in compared form, in that form: by the short way, else by the definition.
  private static func brought(_ arena: ContiguousArray<UInt8>, _ slice: TextSlice) -> [UInt8] {
    if let usual = usual(arena, slice) { return usual }
    let normalized = ArenaText.string(arena, slice).precomposedStringWithCompatibilityMapping
    var scalars = String.UnicodeScalarView()
    // Ideographs are the bulk, and asking for properties is slow.
    for scalar in normalized.unicodeScalars
    where (0x4E00...0x9FFF).contains(scalar.value) || !scalar.properties.isWhitespace {
      scalars.append(scalar)
    }
    return Array(String(scalars).utf8)
  }

  /// The compared form of a text of what else is usual in Chinese texts: spaces, full-width ASCII, and punctuation that
  /// NFKC leaves alone, besides what `isCompared` takes. None of it combines with what stands before it. Nil where there
  /// is anything else.
  private static func usual(_ arena: ContiguousArray<UInt8>, _ slice: TextSlice) -> [UInt8]? {
    precondition(Int(slice.end) <= arena.count)
    var compared: [UInt8] = []
    compared.reserveCapacity(Int(slice.count))
    var position = Int(slice.offset)
    let end = Int(slice.end)
    while position < end {
      let lead = arena[position]
      if lead == 0x20 || (0x09...0x0D).contains(lead) {
        position += 1
        continue
      }
      if (0x21...0x7E).contains(lead) {
        compared.append(lead)
        position += 1
        continue
      }
      if lead == 0xC2, position + 2 <= end, arena[position + 1] == 0xB7 {  // ·
        compared.append(lead)
        compared.append(0xB7)
        position += 2
        continue
      }
      guard position + 3 <= end else { return nil }
      let second = arena[position + 1]
      let third = arena[position + 2]
      position += 3
      switch (lead, second, third) {
      case (0xE3, 0x80, 0x80): continue  // U+3000
      case (0xE5...0xE9, _, _), (0xE4, 0xB8..., _), (0xE3, 0x80, 0x81...0x9B),  // what `isCompared` takes
        (0xE2, 0x80, 0x94), (0xE2, 0x80, 0x98...0x99), (0xE2, 0x80, 0x9C...0x9D):  // — ‘ ’ “ ”
        compared.append(lead)
        compared.append(second)
        compared.append(third)
      case (0xEF, 0xBC, 0x81...0xBF): compared.append(third - 0x60)  // U+FF01 to U+FF3F are ! to _
      case (0xEF, 0xBD, 0x80...0x9E): compared.append(third - 0x20)  // U+FF40 to U+FF5E are ` to ~
      default: return nil
      }
    }
    return compared
  }

  /// Whether a text consists of visible ASCII, of CJK punctuation that NFKC leaves alone (U+3001 to U+301B), and of
  /// the unified ideographs U+4E00 to U+9FFF: then it is in compared form. False says nothing.
  private static func isCompared(_ arena: ContiguousArray<UInt8>, _ slice: TextSlice) -> Bool {
    precondition(Int(slice.end) <= arena.count)
    return unsafe arena.withUnsafeBufferPointer { arena in
      var position = Int(slice.offset)
      let end = Int(slice.end)
      while position < end {
        let byte = unsafe arena[position]
        switch byte {
        case 0x21...0x7E:
          position += 1
        case 0xE5...0xE9:
          position += 3
        case 0xE4:
          guard unsafe arena[position + 1] >= 0xB8 else { return false }
          position += 3
        case 0xE3:
          guard unsafe arena[position + 1] == 0x80, unsafe arena[position + 2] >= 0x81,
            unsafe arena[position + 2] <= 0x9B
          else {
            return false
          }
          position += 3
        default:
          return false
        }
      }
      return true
    }
  }
}

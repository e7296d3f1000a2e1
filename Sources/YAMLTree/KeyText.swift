internal import Foundation

/// The text of keys as far as it decides whether two keys are the same.
enum KeyText {
  /// Whether a key consists of ASCII and the common ideographs U+4E00 to U+9FFF only, which NFKC leaves alone.
  @inline(__always)
  static func isSimple(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at < key.count {
      let lead = key[at]
      if lead < 0x80 {
        at &+= 1
      } else if (lead == 0xE4 && key[at &+ 1] >= 0xB8) || (lead >= 0xE5 && lead <= 0xE9) {
        at &+= 3
      } else {
        return false
      }
    }
    return true
  }

  /// The key in the normalisation form NFKC.
  static func normalized(_ key: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    Array(String(decoding: key, as: UTF8.self).precomposedStringWithCompatibilityMapping.utf8)
  }
}

/// Which keys of one mapping were met before: a hash table with open addressing, so that many keys take linear time
/// whatever they are (the hash is seeded anew in every process; only whether keys are equal depends on it).
struct KeySet {
  private var texts: ContiguousArray<UInt8> = []
  private var entries: ContiguousArray<(start: Int, end: Int, node: NodeIndex)> = []
  private var slots: ContiguousArray<Int32>

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = ContiguousArray(repeating: -1, count: size)
  }

  /// Adds a key, or gives back the node of the same key that was added before.
  mutating func insert(_ key: UnsafeBufferPointer<UInt8>, node: NodeIndex) -> NodeIndex? {
    if KeyText.isSimple(key) { return insertNormalized(key, node: node) }
    return KeyText.normalized(key).withUnsafeBufferPointer { insertNormalized($0, node: node) }
  }

  private mutating func insertNormalized(_ key: UnsafeBufferPointer<UInt8>, node: NodeIndex) -> NodeIndex? {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(key))
    var slot = hasher.finalize() & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if texts[entry.start..<entry.end].elementsEqual(key) { return entry.node }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(entries.count)
    let start = texts.count
    texts.append(contentsOf: key)
    entries.append((start, texts.count, node))
    return nil
  }
}

/// A byte offset that follows libyaml's indices in code points through the text, forward only.
struct CodePointCursor {
  private var offset = 0
  private var index = 0

  /// The byte offset of the code point with this index, which is not before the one asked for last.
  mutating func offset(of wanted: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    while index < wanted, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      index += 1
    }
    return offset
  }
}

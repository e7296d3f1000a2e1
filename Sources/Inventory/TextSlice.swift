/// A stretch of a document's text arena (`YAMLTree.text`), in bytes of UTF-8.
package struct TextSlice: Sendable, Hashable {
  /// Where it starts, in bytes.
  package var offset: UInt32
  /// How long it is, in bytes.
  package var count: UInt32

  /// Makes a slice.
  @inlinable
  package init(offset: UInt32, count: UInt32) {
    self.offset = offset
    self.count = count
  }

  /// The slice of nothing.
  package static let empty = TextSlice(offset: 0, count: 0)

  /// Just behind the last byte.
  @inlinable
  package var end: UInt32 { offset + count }
}

/// Looking at stretches of a byte arena without making strings of them.
///
/// The functions read through pointers, because this is the innermost loop of the whole program: every key, word and
/// name of every inventory passes here. Each checks the slice against the arena before it reads.
package enum ArenaText {
  /// Whether a stretch of the arena has exactly these bytes.
  package static func equals(_ arena: ContiguousArray<UInt8>, _ slice: TextSlice, _ bytes: [UInt8]) -> Bool {
    guard Int(slice.count) == bytes.count else { return false }
    return matches(arena, at: Int(slice.offset), bytes)
  }

  /// Whether a stretch of the arena begins with these bytes.
  package static func starts(_ arena: ContiguousArray<UInt8>, _ slice: TextSlice, with bytes: [UInt8]) -> Bool {
    guard Int(slice.count) >= bytes.count else { return false }
    return matches(arena, at: Int(slice.offset), bytes)
  }

  /// Whether a stretch of the arena ends with these bytes.
  package static func ends(_ arena: ContiguousArray<UInt8>, _ slice: TextSlice, with bytes: [UInt8]) -> Bool {
    guard Int(slice.count) >= bytes.count else { return false }
    return matches(arena, at: Int(slice.end) - bytes.count, bytes)
  }

  /// Whether these bytes stand somewhere in a stretch of the arena; the empty text stands everywhere.
  package static func contains(_ arena: ContiguousArray<UInt8>, _ slice: TextSlice, _ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return true }
    guard Int(slice.count) >= bytes.count else { return false }
    for position in Int(slice.offset)...(Int(slice.end) - bytes.count)
    where arena[position] == first && matches(arena, at: position, bytes) {
      return true
    }
    return false
  }

  /// Whether a stretch of the arena begins with a stretch of another.
  @inline(__always)
  package static func starts(
    _ arena: ContiguousArray<UInt8>, _ slice: TextSlice, with other: ContiguousArray<UInt8>, _ start: TextSlice
  ) -> Bool {
    slice.count >= start.count
      && equals(arena, TextSlice(offset: slice.offset, count: start.count), other, start)
  }

  /// Whether a stretch of the arena ends with a stretch of another.
  @inline(__always)
  package static func ends(
    _ arena: ContiguousArray<UInt8>, _ slice: TextSlice, with other: ContiguousArray<UInt8>, _ end: TextSlice
  ) -> Bool {
    slice.count >= end.count
      && equals(arena, TextSlice(offset: slice.end - end.count, count: end.count), other, end)
  }

  /// Whether a stretch of another arena stands somewhere in a stretch of the arena; the empty text stands everywhere.
  package static func contains(
    _ arena: ContiguousArray<UInt8>, _ slice: TextSlice, _ other: ContiguousArray<UInt8>, _ text: TextSlice
  ) -> Bool {
    guard text.count > 0 else { return true }
    guard slice.count >= text.count else { return false }
    let first = other[Int(text.offset)]
    for position in slice.offset...(slice.end - text.count)
    where arena[Int(position)] == first
      && equals(arena, TextSlice(offset: position, count: text.count), other, text)
    {
      return true
    }
    return false
  }

  /// Whether two stretches of one arena have the same bytes.
  @inline(__always)
  package static func same(_ arena: ContiguousArray<UInt8>, _ left: TextSlice, _ right: TextSlice) -> Bool {
    equals(arena, left, arena, right)
  }

  /// Whether stretches of two arenas have the same bytes.
  @inline(__always)
  package static func equals(
    _ arena: ContiguousArray<UInt8>, _ left: TextSlice, _ other: ContiguousArray<UInt8>, _ right: TextSlice
  ) -> Bool {
    guard left.count == right.count else { return false }
    precondition(Int(left.end) <= arena.count && Int(right.end) <= other.count)
    return unsafe arena.withUnsafeBytes { arena in
      unsafe other.withUnsafeBytes { other in
        guard let arena = arena.baseAddress, let other = other.baseAddress else { return true }
        return unsafe same(arena + Int(left.offset), other + Int(right.offset), Int(left.count))
      }
    }
  }

  /// Whether two stretches of memory have the same bytes: eight at a time, the last eight perhaps once more.
  @inline(__always)
  private static func same(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Bool {
    guard count >= 8 else { return unsafe ends(left, count) == ends(right, count) }
    var position = 0
    while position &+ 8 < count {
      if unsafe word(left, position) != word(right, position) { return false }
      position &+= 8
    }
    return unsafe word(left, count &- 8) == word(right, count &- 8)
  }

  /// Eight bytes.
  @inline(__always)
  private static func word(_ bytes: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// All of fewer than eight bytes in one number: texts of one length are the same if these are.
  @inline(__always)
  private static func ends(_ bytes: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 4 {
      let first = unsafe bytes.loadUnaligned(as: UInt32.self)
      let last = unsafe bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      return UInt64(first) << 32 | UInt64(last)
    }
    guard count > 0 else { return 0 }
    let first = unsafe bytes.load(as: UInt8.self)
    let middle = unsafe bytes.load(fromByteOffset: count >> 1, as: UInt8.self)
    let last = unsafe bytes.load(fromByteOffset: count &- 1, as: UInt8.self)
    return UInt64(first) << 16 | UInt64(middle) << 8 | UInt64(last)
  }

  /// The stretch as a string; what is no UTF-8 is replaced.
  package static func string(_ arena: ContiguousArray<UInt8>, _ slice: TextSlice) -> String {
    String(decoding: arena[Int(slice.offset)..<Int(slice.end)], as: UTF8.self)
  }

  /// A hash of the stretch's bytes. It is the same in every run, so it must only be used where colliding texts cost
  /// time within one small document.
  @inline(__always)
  package static func hash(_ arena: ContiguousArray<UInt8>, _ slice: TextSlice) -> UInt64 {
    precondition(Int(slice.end) <= arena.count)
    return unsafe arena.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return unsafe hash(UnsafeRawPointer(base) + Int(slice.offset), Int(slice.count))
    }
  }

  /// The hash of a list of bytes, equal to that of a slice with the same bytes.
  package static func hash(_ bytes: [UInt8]) -> UInt64 {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return unsafe hash(base, buffer.count)
    }
  }

  @inline(__always)
  private static func matches(_ arena: ContiguousArray<UInt8>, at offset: Int, _ bytes: [UInt8]) -> Bool {
    precondition(offset >= 0 && offset + bytes.count <= arena.count)
    return unsafe arena.withUnsafeBytes { arena in
      unsafe bytes.withUnsafeBytes { bytes in
        guard let left = arena.baseAddress, let right = bytes.baseAddress else { return true }
        return unsafe same(left + offset, right, bytes.count)
      }
    }
  }

  /// Multiply and fold, eight bytes at a time, the last eight perhaps once more.
  @inline(__always)
  private static func hash(_ bytes: UnsafeRawPointer, _ count: Int) -> UInt64 {
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
    guard count >= 8 else { return unsafe fold(state ^ ends(bytes, count)) }
    var position = 0
    while position &+ 8 < count {
      state = unsafe fold(state ^ word(bytes, position))
      position &+= 8
    }
    return unsafe fold(state ^ word(bytes, count &- 8))
  }

  @inline(__always)
  private static func fold(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}

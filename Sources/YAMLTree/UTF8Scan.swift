internal import Glibc

/// What one pass over the bytes of a file finds out. It decides how the file is decoded and which rare cases the
/// reader has to look out for, so that it can leave them aside everywhere else.
struct UTF8Scan {
  /// The offset of the first byte that is no UTF-8; nil when all is well.
  var firstInvalid: Int?
  /// U+0085, U+2028 or U+2029 occurs: a line break to libyaml and to no editor.
  var hasForeignBreaks = false
  /// U+FEFF occurs.
  var hasByteOrderMark = false
  /// An exclamation mark occurs, so there may be tags.
  var hasExclamationMark = false

  /// Scans up to the first byte that is no UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var at = 0
    let end = bytes.count
    guard let base = bytes.baseAddress else { return }
    while at < end {
      let lead = base[at]
      if lead < 0x80 {
        // As many ASCII bytes at a time as there are among eight; `!` is looked for separately, by memchr.
        if at &+ 8 <= end {
          let bytes = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self).littleEndian
          at &+= (bytes & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
        } else {
          at &+= 1
        }
      } else if at &+ 8 <= end,
        UTF8Scan.isPlainPair(UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self).littleEndian)
      {
        at &+= 6
      } else if lead >= 0xE0, lead < 0xF0, at &+ 3 <= end {
        let second = base[at &+ 1]
        let third = base[at &+ 2]
        guard second & 0xC0 == 0x80, third & 0xC0 == 0x80, lead != 0xE0 || second >= 0xA0,
          lead != 0xED || second < 0xA0
        else { break }
        if lead == 0xE2, second == 0x80, third | 1 == 0xA9 { hasForeignBreaks = true }
        if lead == 0xEF, second == 0xBB, third == 0xBF { hasByteOrderMark = true }
        at &+= 3
      } else {
        let length = UTF8Scan.sequenceLength(bytes, at: at)
        guard length > 0 else { break }
        if lead == 0xC2, base[at &+ 1] == 0x85 { hasForeignBreaks = true }
        at &+= length
      }
    }
    if at < end { firstInvalid = at }
    hasExclamationMark = bytes.firstOffset(of: UInt8(ascii: "!"), from: 0) != nil
  }

  /// Whether the first six of eight bytes, the first the lowest, are two sequences of three bytes with nothing to look
  /// out for: no lead byte of which some sequences are ill-formed (E0, ED), or stand for what is looked for (E2, EF).
  /// Nearly all Chinese characters are such.
  @inline(__always)
  private static func isPlainPair(_ bytes: UInt64) -> Bool {
    guard bytes & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0 else { return false }
    let plain: UInt64 = 0xFFFF & ~(1 << 0x0 | 1 << 0x2 | 1 << 0xD | 1 << 0xF)
    return plain >> (bytes & 0xF) & plain >> (bytes >> 24 & 0xF) & 1 == 1
  }

  /// The length in bytes of the well-formed UTF-8 sequence at `at` (Unicode, table 3-7); 0 when there is none.
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> Int {
    let lead = bytes[at]
    func continuation(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      at + offset < bytes.count && range.contains(bytes[at + offset])
    }
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return continuation(1) ? 2 : 0
    case 0xE0: return continuation(1, 0xA0...0xBF) && continuation(2) ? 3 : 0
    case 0xED: return continuation(1, 0x80...0x9F) && continuation(2) ? 3 : 0
    case 0xE1...0xEF: return continuation(1) && continuation(2) ? 3 : 0
    case 0xF0: return continuation(1, 0x90...0xBF) && continuation(2) && continuation(3) ? 4 : 0
    case 0xF4: return continuation(1, 0x80...0x8F) && continuation(2) && continuation(3) ? 4 : 0
    case 0xF1...0xF3: return continuation(1) && continuation(2) && continuation(3) ? 4 : 0
    default: return 0
    }
  }

  /// How much of `bytes` looks like UTF-8: the number of its well-formed sequences of several bytes, and the number of
  /// bytes that belong to none. Text in GB18030 has far more of the latter.
  static func census(_ bytes: UnsafeBufferPointer<UInt8>) -> (sequences: Int, strays: Int) {
    var sequences = 0
    var strays = 0
    var at = 0
    while at < bytes.count {
      let length = sequenceLength(bytes, at: at)
      if length > 1 { sequences += 1 }
      if length == 0 { strays += 1 }
      at += max(1, length)
    }
    return (sequences, strays)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first `byte` at or behind `start`.
  func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    guard let baseAddress, start < count,
      let found = memchr(baseAddress + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }
}

internal import Diagnostics

/// The lines of a text as an editor counts them, for places that libyaml gives as an offset in bytes or as an index in
/// code points. It is made only when one of them is asked for.
struct LineMap {
  /// Where each line starts: its offset in bytes, and its index in code points.
  private var starts: [(offset: Int, index: Int)] = [(0, 0)]

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    for offset in bytes.indices {
      let byte = bytes[offset]
      if byte & 0xC0 != 0x80 { index += 1 }
      let endsLine = byte == 0x0A || (byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A))
      if endsLine { starts.append((offset + 1, index)) }
    }
  }

  /// The place of the code point with this index, counted from 0.
  func position(index: Int) -> SourcePosition {
    let line = lastStart { $0.index <= index }
    return SourcePosition(line: line + 1, column: index - starts[line].index + 1)
  }

  /// The place of the byte at this offset, counted from 0.
  func position(offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> SourcePosition {
    let line = lastStart { $0.offset <= offset }
    let before = bytes[starts[line].offset..<min(offset, bytes.count)]
    return SourcePosition(line: line + 1, column: before.count { $0 & 0xC0 != 0x80 } + 1)
  }

  /// The offset in bytes at which a line, counted from 1, starts; that of the last line for those behind it.
  func start(ofLine line: Int) -> Int {
    starts[min(line, starts.count) - 1].offset
  }

  private func lastStart(where holds: ((offset: Int, index: Int)) -> Bool) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if holds(starts[middle]) { low = middle } else { high = middle }
    }
    return low
  }
}

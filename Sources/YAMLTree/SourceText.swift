internal import Glibc

/// The decoded text of a file: what the reader parses and what code frames show.
package struct SourceText: Sendable {
  /// How the file was encoded.
  package enum Encoding: Sendable, Hashable {
    /// UTF-8, with or without a byte order mark.
    case utf8
    /// UTF-16 with the byte order mark FF FE.
    case utf16LittleEndian
    /// UTF-16 with the byte order mark FE FF.
    case utf16BigEndian
    /// GB18030, of which GBK and GB 2312 are parts.
    case gb18030
  }

  /// The file as the user named it; see `SourceLocation.file`.
  package let file: String
  /// The text in UTF-8 without a byte order mark at its start, whatever the file's encoding was.
  package let bytes: [UInt8]
  /// How the file was encoded.
  package let encoding: Encoding
  /// What the pass over `bytes` found out.
  let scan: UTF8Scan

  init(file: String, bytes: [UInt8], encoding: Encoding, scan: UTF8Scan) {
    self.file = file
    self.bytes = bytes
    self.encoding = encoding
    self.scan = scan
  }

  /// The text of a line, counted from 1, without its line end; nil behind the last line. LF, CR LF and CR end a line.
  /// It takes time in proportion to what stands before the line.
  package func line(_ number: Int) -> String? {
    bytes.withUnsafeBufferPointer { bytes in
      lineRange(number, in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  /// All lines, without their ends.
  package var lines: [String] {
    bytes.withUnsafeBufferPointer { bytes in
      var lines: [String] = []
      var start = 0
      while true {
        let line = endOfLine(from: start, in: bytes)
        lines.append(String(decoding: bytes[start..<line.end], as: UTF8.self))
        guard let next = line.next else { return lines }
        start = next
      }
    }
  }
}

/// The bytes of a line, counted from 1, without its line end; nil behind the last line.
func lineRange(_ number: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
  guard number >= 1 else { return nil }
  var line = 1
  var start = 0
  while line < number {
    guard let next = endOfLine(from: start, in: bytes).next else { return nil }
    start = next
    line += 1
  }
  return start..<endOfLine(from: start, in: bytes).end
}

/// Where the line that contains `start` ends, and where the next one starts; nil when it is the last.
private func endOfLine(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (end: Int, next: Int?) {
  let lineFeed = bytes.firstOffset(of: 0x0A, from: start)
  let before = UnsafeBufferPointer(rebasing: bytes[..<(lineFeed ?? bytes.count)])
  guard let carriageReturn = before.firstOffset(of: 0x0D, from: start) else {
    return (lineFeed ?? bytes.count, lineFeed.map { $0 + 1 })
  }
  return (carriageReturn, carriageReturn + 1 == lineFeed ? carriageReturn + 2 : carriageReturn + 1)
}

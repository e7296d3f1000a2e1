/// Writes JSON into bytes, with the separators and indents that belong between what is written.
///
/// Keys and values are written in the order in which they are asked for, so the order of a report is that of the code
/// which writes it. Whatever a text holds, the result is safe to look at: what would steer a terminal or turn the
/// direction of a line is written as `\uXXXX`, in the rest every character stands as itself, in UTF-8.
package struct JSONWriter: Sendable {
  /// How the result is laid out.
  package enum Layout: Sendable, Hashable {
    /// Everything on one line, no spaces.
    case compact
    /// One value a line, two spaces a level; what is written `inLine` stands on one line.
    case pretty
  }

  /// What has been written so far: UTF-8.
  package private(set) var bytes: [UInt8] = []

  private let layout: Layout
  /// How many objects and arrays are open.
  private var depth = 0
  /// The depth from which on everything stays on its line; greater than `depth` where nothing does.
  private var lineDepth = Int.max
  /// Whether nothing stands before the next value in the innermost object or array.
  private var isFirst = true
  /// Whether a key waits for its value.
  private var hasKey = false

  /// Makes a writer that has written nothing.
  package init(_ layout: Layout) {
    self.layout = layout
  }

  /// Makes a writer that goes on behind the bytes of `output`, which are moved, not copied; `finishLine` gives them back.
  package init(_ layout: Layout, appendingTo output: inout [UInt8]) {
    self.layout = layout
    swap(&bytes, &output)
  }

  /// Ends the line, and moves everything into `output`.
  package consuming func finishLine(into output: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    swap(&bytes, &output)
  }

  // MARK: Structure

  /// Writes an object; `body` writes its keys and values.
  package mutating func object(inLine: Bool = false, _ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"), inLine)
    body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an array; `body` writes the element that it is given.
  package mutating func array<Element>(
    _ elements: some Sequence<Element>, inLine: Bool = false, _ body: (inout JSONWriter, Element) -> Void
  ) {
    open(UInt8(ascii: "["), inLine)
    for element in elements { body(&self, element) }
    close(UInt8(ascii: "]"))
  }

  /// Writes an array of texts on one line.
  package mutating func strings(_ texts: [String]) {
    array(texts, inLine: true) { $0.string($1) }
  }

  /// Writes a key; its value is to follow. Keys are names of the format, and hold nothing that needs escaping.
  package mutating func key(_ name: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    Self.append(name.utf8.span, 0..<name.utf8.count, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    if layout == .pretty { bytes.append(UInt8(ascii: " ")) }
    hasKey = true
  }

  private mutating func open(_ bracket: UInt8, _ inLine: Bool) {
    separate()
    bytes.append(bracket)
    depth += 1
    if inLine { lineDepth = min(lineDepth, depth) }
    isFirst = true
  }

  private mutating func close(_ bracket: UInt8) {
    let wasEmpty = isFirst
    let wasInLine = depth >= lineDepth
    depth -= 1
    if layout == .pretty, !wasEmpty, !wasInLine { breakLine() }
    if depth < lineDepth { lineDepth = .max }
    bytes.append(bracket)
    isFirst = false
  }

  /// Writes what stands between the value before and the next.
  private mutating func separate() {
    if hasKey {
      hasKey = false
      return
    }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    if layout == .pretty, depth > 0 {
      if depth < lineDepth {
        breakLine()
      } else if !isFirst {
        bytes.append(UInt8(ascii: " "))
      }
    }
    isFirst = false
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth {
      bytes.append(UInt8(ascii: " "))
      bytes.append(UInt8(ascii: " "))
    }
  }

  // MARK: Values

  /// Writes a text, or null.
  package mutating func string(_ text: String?) {
    separate()
    guard let text else {
      bytes.append(contentsOf: "null".utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    JSONWriter.escape(text, into: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a number.
  package mutating func number(_ value: Int) {
    separate()
    // Lines and columns are small: a digit at a time is faster than a text made for each.
    if value >= 0, value < 10 {
      bytes.append(UInt8(ascii: "0") + UInt8(value))
    } else {
      bytes.append(contentsOf: String(value).utf8)
    }
  }

  /// Writes a truth value.
  package mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes null.
  package mutating func null() {
    string(nil)
  }

  /// Writes bytes that are JSON already: whole keys and values, without a comma before or behind them.
  package mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
  }

  /// Appends a text as it stands between the quotes of a JSON string.
  package static func escape(_ text: String, into bytes: inout [UInt8]) {
    let view = text.utf8
    let span = view.span
    var start = 0
    var index = 0
    // Most texts have nothing to escape, and are copied whole; the others in runs.
    while index < span.count {
      let length = escapeLength(span, index)
      if length == 0 {
        index += 1
        continue
      }
      append(span, start..<index, to: &bytes)
      appendEscape(scalar(span, index, length), into: &bytes)
      index += length
      start = index
    }
    append(span, start..<span.count, to: &bytes)
  }

  /// Appends a part of a text: as memory, which is several times faster than byte by byte.
  @inline(__always)
  private static func append(_ text: Span<UInt8>, _ range: Range<Int>, to bytes: inout [UInt8]) {
    unsafe text.extracting(range).withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// How many bytes from `index` on are a character that is to be escaped; 0 if it may stand as it is.
  @inline(__always)
  private static func escapeLength(_ text: Span<UInt8>, _ index: Int) -> Int {
    let byte = text[index]
    switch byte {
    case 0x00...0x1F, 0x22, 0x5C, 0x7F: return 1
    case 0xC2, 0xD8, 0xE2, 0xEF: break
    default: return 0
    }
    // A text is valid UTF-8, so the bytes that a lead byte announces are there.
    let second = text[index + 1]
    switch (byte, second) {
    case (0xC2, 0x80...0x9F), (0xD8, 0x9C): return 2
    case (0xE2, 0x80):
      switch text[index + 2] {
      case 0x8E, 0x8F, 0xA8...0xAE: return 3
      default: return 0
      }
    case (0xE2, 0x81): return (0xA6...0xA9).contains(text[index + 2]) ? 3 : 0
    case (0xEF, 0xBB): return text[index + 2] == 0xBF ? 3 : 0
    default: return 0
    }
  }

  /// The value of the character of 1 to 3 bytes at `index`.
  private static func scalar(_ text: Span<UInt8>, _ index: Int, _ length: Int) -> UInt32 {
    var value = UInt32(text[index]) & (length == 1 ? 0x7F : length == 2 ? 0x1F : 0x0F)
    for place in index + 1..<index + length { value = value << 6 | UInt32(text[place] & 0x3F) }
    return value
  }

  private static func appendEscape(_ value: UInt32, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch value {
    case 0x22: bytes.append(UInt8(ascii: "\""))
    case 0x5C: bytes.append(UInt8(ascii: "\\"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      bytes.append(UInt8(ascii: "u"))
      for shift: UInt32 in [12, 8, 4, 0] {
        let digit = UInt8(value >> shift & 0xF)
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}

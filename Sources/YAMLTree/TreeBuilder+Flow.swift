internal import Diagnostics

/// What a person did wrong within `{…}` or `[…]`, where libyaml only says that a comma or a bracket is missing.
extension TreeBuilder {
  /// The mistake that made a comma or a bracket seem to be missing; nil where none is to be recognised.
  func flowMistake(_ error: SyntaxError) -> SyntaxError.Explanation? {
    guard error.problem.hasPrefix("did not find expected ',' or"), let opened = error.opened,
      let start = offset(of: opened)
    else { return nil }
    let end = offset(of: error.at) ?? bytes.count
    guard start < end else { return nil }
    if let mistake = swallowed(from: start, opened, error) { return mistake }
    guard opened.line == error.at.line else { return nil }
    let before = bytes[start..<end]
    // What stands between the last comma or bracket and the place: a key, and the value that went wrong.
    func isMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte == UInt8(ascii: "{") }
    let item = before.lastIndex(where: isMark).map { before[($0 + 1)...] } ?? before
    func place(_ offset: Int) -> SourcePosition {
      let column = bytes[start..<offset].count { $0 & 0xC0 != 0x80 }
      return SourcePosition(line: opened.line, column: opened.column + column)
    }
    if let quote = Self.index(of: ["“", "”", "‘", "’", "＂"], in: item) {
      return SyntaxError.Explanation(
        message: BilingualText(zh: "中文引号不能把文字括起来。", en: "Chinese quotes do not enclose a text."),
        help: BilingualText(
          zh: "外层改用半角引号 \" 或 '；中文引号可以留在里面。", en: "Use \" or ' around it; Chinese quotes may stand inside."),
        place: place(quote))
    }
    if let comma = Self.index(of: ["，", "、", "；"], in: item), end < bytes.count, bytes[end] == UInt8(ascii: ":") {
      return SyntaxError.Explanation(
        message: BilingualText(zh: "这里用了全角标点，它不能把两项隔开。", en: "A full-width mark does not part two items."),
        help: BilingualText(zh: "改成半角逗号加一个空格“, ”。", en: "Write a comma and a space (`, `) instead."),
        place: place(comma))
    }
    let last = before.last { $0 != 0x20 }
    if last == UInt8(ascii: "\""), let text = tree.nodes.last, text.style == .quoted, Int(text.line) == opened.line,
      tree.string(NodeIndex(tree.nodes.count - 1)).contains(": ")
    {
      // The quote went on to the one that opens the next text.
      return SyntaxError.unclosedQuote(
        SourcePosition(line: Int(text.line), column: Int(text.column)), noticed: error.at)
    }
    if last == UInt8(ascii: "}") || last == UInt8(ascii: "]") {
      let bracket: UInt8 = last == UInt8(ascii: "}") ? UInt8(ascii: "{") : UInt8(ascii: "[")
      guard let open = before.dropFirst().lastIndex(of: bracket) else { return nil }
      return SyntaxError.Explanation(
        message: BilingualText(
          zh: "文字以“\(Character(Unicode.Scalar(bracket)))”开头，被当成了一组内容。",
          en:
            "This text begins with `\(Character(Unicode.Scalar(bracket)))`, so that it was taken for a group of items."),
        help: BilingualText(zh: "给整段文字加上引号。", en: "Put the whole text in quotes."), place: place(open))
    }
    return nil
  }

  /// A `#` behind a space that made a comment of the rest of a line, its closing bracket included.
  func swallowed(
    from start: Int, _ opened: SourcePosition, _ error: SyntaxError
  ) -> SyntaxError.Explanation? {
    guard error.at.line > opened.line, let line = lineRange(opened.line, in: bytes) else { return nil }
    var quote: UInt8?
    for offset in start..<line.upperBound {
      let byte = bytes[offset]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "#"), bytes[offset - 1] == 0x20,
        bytes[offset..<line.upperBound].contains(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") })
      {
        let column = bytes[start..<offset].count { $0 & 0xC0 != 0x80 }
        return SyntaxError.Explanation(
          message: BilingualText(
            zh: "“#”前面有空格，从它起到行末都成了注释，括号也在其中。",
            en: "A `#` behind a space begins a comment, which took the closing bracket with it."),
          help: BilingualText(
            zh: "“#”是内容的，给它加上引号，如 \"#1f4e9e\"。", en: "If the `#` belongs to a value, put that in quotes: \"#1f4e9e\"."),
          place: SourcePosition(line: opened.line, column: opened.column + column),
          related: [(BilingualText(zh: "读到这里才发现有误", en: "noticed only here"), error.at)])
      }
    }
    return nil
  }

  /// Where the first of some characters stands.
  private static func index(of characters: [Unicode.Scalar], in part: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let wanted = characters.map { Array(String($0).utf8) }
    return part.indices.first { index in wanted.contains { part[index...].starts(with: $0) } }
  }
}

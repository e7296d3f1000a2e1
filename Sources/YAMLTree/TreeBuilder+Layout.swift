internal import CLibYAML
internal import Diagnostics

/// Lines that begin at the wrong column, or with a dash too few: what a person did, where libyaml says what it expected.
extension TreeBuilder {
  /// Explains an error by how the lines above it are indented; nil where that is not what is wrong.
  mutating func layoutMistake(_ error: SyntaxError) -> SyntaxError.Explanation? {
    guard let line = lineRange(error.at.line, in: bytes).map({ bytes[$0] }) else { return nil }
    let indent = Self.indent(line)
    switch error.problem {
    case "did not find expected key" where Self.isItem(line): return missingDash(error.at, indent)
    case "did not find expected '-' indicator" where !Self.isItem(line):
      guard let above = lineAbove(error.at.line, where: { _ in true }) else { return nil }
      return SyntaxError.Explanation(
        message: BilingualText(
          zh: "第 \(error.at.line) 行的行首空格（\(indent) 个）与同级的行对不齐：上一行有 \(above.indent) 个。",
          en:
            "Line \(error.at.line) is indented by \(indent) spaces, unlike its siblings: the line above by \(above.indent)."
        ),
        help: BilingualText(zh: "同级各行的行首空格要一样多。", en: "Indent siblings by the same number of spaces."),
        place: error.at)
    case "mapping values are not allowed in this context":
      // A colon behind a first one belongs to a text.
      let before = line.prefix(max(0, (offset(of: error.at) ?? line.startIndex) - line.startIndex))
      guard !Self.holdsColon(before), let above = lineAbove(error.at.line, where: { _ in true }),
        above.indent < indent, Self.holdsColon(bytes[above.range])
      else { return nil }
      return SyntaxError.Explanation(
        message: BilingualText(
          zh: "第 \(error.at.line) 行的行首空格（\(indent) 个）比上一行（\(above.indent) 个）多，被当成了上一行文字的延续。",
          en:
            "Line \(error.at.line) is indented by \(indent) spaces, more than the line above (\(above.indent)), whose text it seems to continue."
        ),
        help: BilingualText(
          zh: above.keyIndent == 0
            ? "这一行是另一个字段的，去掉行首空格。" : "这一行是另一个字段的，行首空格减为 \(above.keyIndent) 个。",
          en: "If it is a key of its own, indent it by \(above.keyIndent) spaces."),
        place: SourcePosition(line: error.at.line, column: indent + 1))
    default: return nil
    }
  }

  /// An item of a list whose first item has no dash.
  private func missingDash(_ at: SourcePosition, _ indent: Int) -> SyntaxError.Explanation? {
    guard let parent = lineAbove(at.line, where: { $0 < indent }),
      let first = (parent.number + 1..<at.line).first(where: { number in
        lineRange(number, in: bytes).map { !isBlank(bytes[$0]) } ?? false
      }), let range = lineRange(first, in: bytes), !Self.isItem(bytes[range])
    else { return nil }
    return SyntaxError.Explanation(
      message: BilingualText(
        zh: "第 \(at.line) 行是列表的一项，前面第 \(first) 行起的内容却不是。",
        en: "Line \(at.line) is an item of a list, and what begins on line \(first) is none."),
      help: BilingualText(
        zh: "第 \(first) 行如果也是一项，它前面缺“- ”；如果不是列表，去掉这一行的“- ”。",
        en: "If line \(first) is an item too, put `- ` before it; if this is no list, take the `- ` of this line away."),
      place: at,
      related: [
        (
          BilingualText(zh: "这里可能缺“- ”", en: "`- ` may be missing here"),
          SourcePosition(line: first, column: Self.indent(bytes[range]) + 1)
        )
      ])
  }

  /// A line that says something.
  private struct Line {
    /// Counted from 1.
    var number: Int
    var range: Range<Int>
    /// The spaces before it.
    var indent: Int
    /// The same, with the dashes of list items that stand before its key.
    var keyIndent: Int
  }

  /// The nearest line above another that says something and is indented as wanted.
  private func lineAbove(_ line: Int, where isWanted: (_ indent: Int) -> Bool) -> Line? {
    for number in (1..<max(1, line)).reversed() {
      guard let range = lineRange(number, in: bytes), !isBlank(bytes[range]) else { continue }
      let indent = Self.indent(bytes[range])
      guard isWanted(indent) else { continue }
      let rest = bytes[range].dropFirst(indent)
      let dashes = rest.prefix { $0 == 0x20 || $0 == UInt8(ascii: "-") }.count
      return Line(number: number, range: range, indent: indent, keyIndent: indent + dashes)
    }
    return nil
  }

  private static func indent(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Int { line.prefix { $0 == 0x20 }.count }

  /// Whether a line begins with a dash and a space.
  private static func isItem(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let rest = line.drop { $0 == 0x20 }
    return rest.first == UInt8(ascii: "-") && [0x20, 0x0A, 0x0D, nil].contains(rest.dropFirst().first)
  }

  /// Whether a colon with a space behind it stands in a line.
  private static func holdsColon(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    zip(line, line.dropFirst()).contains { $0 == UInt8(ascii: ":") && $1 == 0x20 }
  }
}

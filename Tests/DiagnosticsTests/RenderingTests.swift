import Diagnostics
import Testing

private func range(_ line: Int, _ column: Int, _ endColumn: Int, endLine: Int? = nil) -> SourceRange {
  SourceRange(
    start: SourcePosition(line: line, column: column), end: SourcePosition(line: endLine ?? line, column: endColumn))
}

private func frame(_ lines: [String], _ marks: CodeFrame.Mark..., columns: Int = 100, context: Int = 1) -> String {
  CodeFrame(columns: columns, context: context).render(marks, severity: .error) { number in
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }
}

@Suite struct CodeFrameTests {
  @Test func underlinesByDisplayColumns() {
    let text = frame(["community:", "  名称：柳荫社区", "  b: 1"], CodeFrame.Mark(range(2, 5, 6), label: "全角冒号"))
    #expect(
      text == """
          |
        1 | community:
        2 |   名称：柳荫社区
          |       ^^ 全角冒号
        3 |   b: 1

        """)
  }

  @Test func leavesOutEmptyContext() {
    #expect(frame(["", "ab", ""], CodeFrame.Mark(range(2, 1, 2))) == "  |\n2 | ab\n  | ^\n")
  }

  @Test func expandsTabs() {
    let text = frame(["\ta\tb"], CodeFrame.Mark(range(1, 4, 5)))
    #expect(text == "  |\n1 |     a   b\n  |         ^\n")
  }

  @Test func combiningMarksTakeNoColumn() {
    #expect(frame(["e\u{301}x"], CodeFrame.Mark(range(1, 3, 4))).hasSuffix("\n  |  ^\n"))
  }

  @Test func showsInvisibleCharacters() {
    let text = frame(["a\u{202E}\u{1B}b"], CodeFrame.Mark(range(1, 4, 5)))
    #expect(text == "  |\n1 | a\\u{202E}␛b\n  |           ^\n")
  }

  @Test func emptyRangesGetACaret() {
    #expect(frame(["ab"], CodeFrame.Mark(range(1, 3, 3))).hasSuffix("|   ^\n"))
    #expect(frame(["名b"], CodeFrame.Mark(range(1, 1, 1))).hasSuffix("| ^^\n"))
    #expect(frame([""], CodeFrame.Mark(range(1, 1, 1))) == "  |\n1 |\n  | ^\n")
    #expect(frame(["ab"], CodeFrame.Mark(range(1, 90, 95))).hasSuffix("|   ^\n"))
  }

  @Test func ofSeveralLinesTheFirstIsUnderlined() {
    #expect(frame(["abcd", "e"], CodeFrame.Mark(range(1, 2, 1, endLine: 2)), context: 0).hasSuffix("|  ^^^\n"))
  }

  @Test func relatedPlacesAndGaps() {
    let lines = (1...12).map { "k\($0): v" }
    let text = frame(
      lines, CodeFrame.Mark(range(11, 1, 4)), CodeFrame.Mark(range(2, 1, 3), label: "first", isPrimary: false),
      context: 0)
    #expect(
      text == """
           |
         2 | k2: v
           | -- first
        ...
        11 | k11: v
           | ^^^

        """)
  }

  @Test func windowsLongLines() {
    let line = String(repeating: "甲", count: 200) + "：" + String(repeating: "乙", count: 200)
    let text = frame([line], CodeFrame.Mark(range(1, 201, 202)), columns: 40)
    let rows = text.split(separator: "\n")
    #expect(DisplayWidth.width(of: String(rows[1])) <= 40 + 4)
    #expect(rows[1].hasPrefix("1 | …甲") && rows[1].hasSuffix("乙…"))
    let before = rows[1].unicodeScalars.prefix { $0 != "：" }
    #expect(DisplayWidth.width(of: String(before)) == rows[2].unicodeScalars.prefix { $0 != "^" }.count)
    #expect(rows[2].hasSuffix("^^"))
  }

  @Test func everyColumnOfALongLineIsReached() {
    let line = (0..<300).map { $0 % 3 == 0 ? "字" : "a" }.joined()
    for column in 1...302 {
      let rows = frame([line], CodeFrame.Mark(range(1, column, column + 1)), columns: 30).split(separator: "\n")
      #expect(DisplayWidth.width(of: String(rows[1])) <= 34)
      #expect(rows[2].unicodeScalars.contains("^") && rows[2].count <= 36)
    }
  }

  @Test func withoutLinesThereIsNoFrame() {
    #expect(frame([], CodeFrame.Mark(range(1, 1, 1))).isEmpty)
  }
}

@Suite struct DiagnosticRendererTests {
  let diagnostic = Diagnostic(
    .error, BilingualText(zh: "“名称”重复。", en: "The key is repeated."),
    help: BilingualText(zh: "请只保留一处。", en: "Keep one of them."),
    at: SourceLocation(file: "a\u{1B}.yaml", range: range(2, 1, 3)),
    related: [
      Diagnostic.Related(
        message: BilingualText(zh: "第一次写在这里", en: "first written here"),
        location: SourceLocation(file: "a\u{1B}.yaml", range: range(1, 1, 3)))
    ])

  @Test func inChineseWithAFrame() {
    let lines = ["名称: x", "名称: y"]
    let text = DiagnosticRenderer(language: .zh).render(diagnostic) { _, line in
      lines.indices.contains(line - 1) ? lines[line - 1] : nil
    }
    #expect(
      text == """
        错误：“名称”重复。
          --> a␛.yaml:2:1
          |
        1 | 名称: x
          | ---- 第一次写在这里
        2 | 名称: y
          | ^^^^
          = 办法：请只保留一处。

        """)
  }

  @Test func inEnglishWithoutLines() {
    #expect(
      DiagnosticRenderer(language: .en).render(diagnostic) == """
        error: The key is repeated.
          --> a␛.yaml:2:1
          = first written here: a␛.yaml:1:1
          = help: Keep one of them.

        """)
  }

  @Test func coloursOnlyOnRequest() {
    let colored = DiagnosticRenderer(language: .en, frame: CodeFrame(style: .colored)).render(diagnostic)
    #expect(colored.hasPrefix("\u{1B}[1;31merror\u{1B}[0m: "))
    #expect(!DiagnosticRenderer(language: .en).render(diagnostic).unicodeScalars.contains("\u{1B}"))
  }

  @Test func withoutAPlace() {
    let text = DiagnosticRenderer(language: .en).render(Diagnostic(.warning, BilingualText(zh: "甲", en: "a\nb")))
    #expect(text == "warning: a␊b\n")
  }

  @Test func capsAndCounts() {
    let many = Array(repeating: diagnostic, count: 5)
    #expect(many.capped(at: 5, file: "f").count == 5)
    let capped = many.capped(at: 4, omitted: 2, file: "f")
    #expect(capped.count == 5)
    #expect(capped.last?.message.en == "There are 3 more problems in this file.")
  }
}

import Testing
import YAMLTree

/// Texts written as YAML and read again.
@Suite struct YAMLTextTests {
  static let texts: [String] = [
    "柳荫社区", "柳荫社区党员群众服务中心", "W1", "0101", "1e400", "0x1F", "1:30", "8:30", "2026-05-20", "no", "Yes", "NULL", "~",
    "null", "y",
    "", " ", " 前后空格 ", "a b", "a: b", "a:b", "甲：乙", "# 注释", "a #b", "- a", "-", "? a", "[a", "{a", "a, b", "]}", "&a",
    "*a",
    "!a", "|", ">", "%YAML", "@a", "`a", "'", "\"", "\\", "\\n", "a\nb", "a\r\nb", "\ta", "\u{0}\u{1B}[31m",
    "\u{7F}\u{85}\u{9B}",
    "\u{A0}a", "\u{3000}", "\u{FEFF}a", "\u{2028}\u{2029}", "\u{202E}abc", "\u{FFFE}", "\u{1FFFE}", "\u{301}柳",
    "\"\u{301}", "😀👨‍👩‍👧",
    "---", "...", "<<", "=", ".inf", ".NaN", "临办〔2026〕3号", "100%", "a=b", String(repeating: "长", count: 300),
    String(repeating: "x", count: 3000), "key: {a: [b]}", "</script>", "=cmd|'/c'!A1",
  ]

  @Test("is read back as the very text, in a block, between brackets, between braces and as a key")
  func roundTrip() {
    for text in Self.texts {
      let scalar = YAMLText.scalar(text)
      #expect(!scalar.contains("\n"))
      let yaml = "a: \(scalar)\nb:\n  - \(scalar)\n  - {c: \(scalar), d: [\(scalar), \(scalar)]}\n"
      let reading = read(yaml)
      #expect(reading.diagnostics.isEmpty, "\(scalar)")
      guard let tree = reading.trees.first else { continue }
      let scalars = tree.nodes.indices.filter { tree.nodes[$0].kind == .scalar }.map { tree.string(NodeIndex($0)) }
      #expect(scalars == ["a", text, "b", text, "c", text, "d", text, text], "\(scalar)")
      #expect(tree.nodes.indices.allSatisfy { !tree.isAbsent(NodeIndex($0)) })
      if text.unicodeScalars.count <= 200 {
        let keyed = read("\(scalar): 1\n")
        #expect(keyed.trees.first.map { $0.string(1) } == text, "\(scalar)")
      }
    }
  }

  @Test("quotes what another reader would take for something else, and leaves names as they are")
  func quoting() {
    for text in ["0101", "no", "8:30", "2026-05-20", "~", "true", "1e5", "On", ".5", "-1", "+1"] {
      #expect(YAMLText.scalar(text) == "\"\(text)\"")
    }
    for text in ["柳荫社区", "W1", "above-entrance", "size_mm", "临办〔2026〕3号", "room.numbered"] {
      #expect(YAMLText.scalar(text) == text)
    }
  }

  @Test("keeps a comment on its line")
  func comments() {
    for text in Self.texts {
      let reading = read("\(YAMLText.comment(text))\na: 1\n")
      #expect(reading.diagnostics.isEmpty)
      #expect(reading.trees.first?.dump() == "{a: 1}")
    }
  }
}

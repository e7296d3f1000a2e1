import Diagnostics
import Testing
import YAMLTree

@Suite struct TreeTests {
  @Test func shape() throws {
    let good = read("a: [1, 'x']\nb:\n- c: |\n    t\n  d: null\n- \"\"\n-\ne: {f: ~}\n")
    #expect(good.diagnostics.isEmpty)
    let tree = try #require(good.trees.first)
    #expect(tree.dump() == "{a: [1, \"x\"], b: [{c: \"t\n\", d: null}, \"\", ], e: {f: ~}}")
    #expect(tree.isWellFormed)
    #expect(good.outcomes == [.document, .end])
  }

  @Test func absence() throws {
    let plain = try #require(
      read("- ~\n- null\n-\n- ''\n- '~'\n- \"null\"\n- NULL\n- Null\n- no\n- 0101\n- []\n").trees.first)
    #expect(
      plain.children(of: 0).map { plain.isAbsent($0) }
        == [true, true, true, false, false, false, false, false, false, false, false])
  }

  @Test func scalarsAreTextsAsWritten() throws {
    let tree = try #require(read("[010203, no, on, 8:30, 2024-01-01, 1e3, 0x10, true, .inf]").trees.first)
    #expect(tree.dump() == "[010203, no, on, 8:30, 2024-01-01, 1e3, 0x10, true, .inf]")
  }

  @Test func scalarsKeepWhatEscapesLetIn() throws {
    let reading = read("a: \"\\0 \\e \\x9b \\u202e \\uFFFE\"\n")
    #expect(reading.diagnostics.isEmpty)
    let tree = try #require(reading.trees.first)
    #expect(tree.string(2).unicodeScalars.elementsEqual("\0 \u{1B} \u{9B} \u{202E} \u{FFFE}".unicodeScalars))
    #expect(tree.matches(1, "a") && !tree.matches(1, "b") && !tree.matches(0, ""))
  }

  @Test(arguments: ["", "# nothing\n", "\u{FEFF}", "\n\n", "\u{FEFF}# x"])
  func emptyFiles(text: String) {
    let reading = read(text)
    #expect(reading.outcomes == [.end])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test func emptyDocuments() {
    let reading = read("---\n---\na: 1\n---\n# c\n...\n")
    #expect(reading.trees.map { $0.dump() } == ["", "{a: 1}", ""])
    #expect(reading.trees.map(\.isEmpty) == [true, false, true])
  }

  @Test func treesAreReused() {
    let reading = read("a: 1\n---\n[b, c]\n---\nd\n")
    #expect(reading.trees.map { $0.dump() } == ["{a: 1}", "[b, c]", "d"])
    #expect(reading.trees.map(\.textCount) == [2, 2, 1])
  }

  @Test func manyDocumentsInOneLargeFile() {
    // Longer than libyaml's buffers, so that it asks for more of the text in later calls.
    let text = (0..<3000).map { "---\nname: 柳荫社区\($0)\nsigns: []\n" }.joined()
    let reading = read(text)
    #expect(reading.trees.count == 3000)
    #expect(reading.trees.last?.dump() == "{name: 柳荫社区2999, signs: []}")
    #expect(reading.trees.last?.places[1] == "8999:1-8999:5")
  }

  @Test func theSameTwice() {
    let text = "a: &x\n  名：1\nb: [*x\nc: '\n"
    let one = read(text)
    let two = read(text)
    #expect(one.diagnostics == two.diagnostics)
    #expect(one.trees.map(\.places) == two.trees.map(\.places))
  }
}

@Suite struct PositionTests {
  @Test(arguments: [
    ("名称: 柳荫\n𠀀b: 😀x\n", ["1:1-2:7", "1:1-1:3", "1:5-1:7", "2:1-2:3", "2:5-2:7"]),
    ("\u{FEFF}a: b\r\n名: c\r\n", ["1:1-2:5", "1:1-1:2", "1:4-1:5", "2:1-2:2", "2:4-2:5"]),
    ("a: b\rc: d", ["1:1-2:5", "1:1-1:2", "1:4-1:5", "2:1-2:2", "2:4-2:5"]),
    ("- [x, y]\n", ["1:1-1:9", "1:3-1:9", "1:4-1:5", "1:7-1:8"]),
    ("a:\nb: 'q'\n", ["1:1-2:7", "1:1-1:2", "1:3-1:3", "2:1-2:2", "2:4-2:7"]),
  ])
  func countsCodePoints(text: String, places: [String]) {
    let reading = read(text)
    #expect(reading.trees.map(\.places) == [places])
  }

  /// To libyaml these end a line, to an editor they do not.
  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
  func foreignBreaks(mark: String) throws {
    let reading = read("a: \"x\(mark)y\"\nb: c\n# \(mark)d: e\nf: g\n")
    let tree = try #require(reading.trees.first)
    #expect(tree.places[1...4] == ["1:1-1:2", "1:4-1:9", "2:1-2:2", "2:4-2:5"])
    let broken = read("a: \"x\(mark)y\"\nb: [\n")
    #expect(broken.places == ["2:4"])
  }

  /// To libyaml the end of a text is always the start of a line.
  @Test func endsWithoutALineFeed() {
    #expect(read("甲: {乙：").places == ["1:4"])
    #expect(read("甲: [").places == ["1:4"])
    #expect(read("? a").trees[0].places == ["1:1-1:4", "1:3-1:4", "1:4-1:4"])
    #expect(read("a:\r\n-").trees[0].places.allSatisfy { !$0.contains("3:") })
  }

  @Test func aliasesAndErrorsBehindWideText() {
    #expect(read("名称: {甲: *a}\n").places == ["1:9"])
    #expect(read("\u{FEFF}名称: {甲: *a}\r\n乙: !x 1\r\n").places == ["1:9", "2:4"])
  }

  @Test func linesOfASource() {
    var diagnostics: [Diagnostic] = []
    let source = SourceText.decode(
      Array("\u{FEFF}甲\r\n\r乙\u{2028}丙\n\n丁".utf8), file: "f", limits: .standard, diagnostics: &diagnostics)
    #expect((0...6).map { source?.line($0) } == [nil, "甲", "", "乙\u{2028}丙", "", "丁", nil])
  }
}

import Diagnostics
import Testing
import YAMLTree

@Suite struct MistakeTests {
  /// The file, where the diagnostic stands, and what its message or help contains.
  @Test(arguments: [
    ("community:\n  名称：柳荫\n  street: x\n", "2:5", "全角冒号"),
    ("signs:\n  - 编号：W1\n    kind: x\n", "2:7", "全角冒号"),
    ("a: b\nid:　W1\nc: d\n", "2:4", "全角空格"),
    ("a: b\nid:\u{A0}W1\n", "2:4", "不换行空格"),
    ("a:\n\tb: 1\n", "2:1", "制表符"),
    ("a:\n  b: 1\n\tc: 1\n", "3:1", "制表符"),
    ("a: \"x\nb: 1\nc: 2\n", "1:4", "第 1 行的引号没有配对"),
    ("a: 'x\nb: 1\n", "1:4", "引号没有配对"),
    ("a: \"x\nb: \"y\"\n", "1:4", "第 1 行的引号没有配对"),
    ("a: 1\nb: [1, 2\nc: 3\n", "2:4", "“[”没有与它配对的“]”"),
    ("b: {c: 1\n", "1:4", "“{”没有与它配对的“}”"),
    ("b: [1, 'a' 'b']\n", "1:12", "缺少逗号"),
    ("a: \"他说\"你好\"\"\n", "1:8", "引号已经结束"),
    ("a: b: c\n", "1:5", "加上引号"),
    ("a: @b\n", "1:4", "“@”"),
    ("a: `b`\n", "1:4", "“`”"),
    ("a: *制度\n", "1:4", "“*”"),
    ("a: &制度\n", "1:4", "“&”"),
    ("%a: b\n", "1:1", "“%”"),
    ("a: \"c:\\dir\"\n", "1:7", "反斜杠"),
    ("a: 1\n b: 2\n", "2:2", "去掉行首空格"),
    ("a:\n  b: 1\n c: 2\n", "3:2", "同级"),
    ("a:\n- b\n c\n- d\n  e: f\n", "5:4", "缩进"),
    ("a: b\nid:W1\n", "2:3", "冒号后面缺一个空格"),
    ("a: | x\n  y\n", "1:6", "下一行"),
    ("a:\n  b: 1\n    c: 2\n", "3:5", "行首空格减为 2 个"),
    ("a:\n  - b: 1\n      c: 2\n", "3:7", "行首空格减为 4 个"),
    ("a:\n  - b: 1\n    c: 2\n   d: 3\n", "4:4", "（3 个）与同级的行对不齐：上一行有 4 个"),
    ("a:\n    b: 1\n    c: 2\n  - b: 3\n    c: 4\n", "4:3", "第 2 行如果也是一项，它前面缺“- ”"),
    ("a:\n      {b: 1}\n    - {b: 2}\n", "3:5", "第 2 行如果也是一项，它前面缺“- ”"),
    ("a: !<x y\n", "1:4", "“!”"),
    ("a: !x!y z\n", "1:4", "“!”"),
    ("b: [\n", "1:4", "“[”没有与它配对的“]”"),
    ("b: [1,\n  {c: 2\n---\nd\n", "2:3", "“{”没有与它配对的“}”"),
    ("a: {zh: “{sign}不醒目”, en: x}\n", "1:9", "中文引号"),
    ("a: {zh: 主牌，en: x}\n", "1:11", "半角逗号"),
    ("a: {zh: \"{sign}不醒目, en: \"{sign} x\"}\n", "1:9", "第 1 行的引号没有配对"),
    ("a: {zh: {sign}不醒目, en: x}\n", "1:9", "文字以“{”开头"),
    ("a: [[甲]乙, 丙]\n", "1:5", "文字以“[”开头"),
    ("a:\n  - {b: c, paint: #1f4e9e}\n  - {b: d}\n", "2:19", "都成了注释"),
    ("%YAML 9.9\n---\na: 1\n", "1:1", "%YAML"),
  ])
  func syntaxErrors(text: String, place: String, words: String) {
    let reading = read(text)
    #expect(reading.places == [place], "\(reading.messages)")
    let all = reading.diagnostics.map { $0.message.zh + ($0.help?.zh ?? "") }.joined()
    #expect(all.contains(words), "\(all)")
    #expect(reading.diagnostics[0].help?.zh.hasSuffix("这个文件从这里往后的内容没有读取。") == true)
    #expect(reading.outcomes == [.broken, .end])
    #expect(reading.trees[0].isWellFormed)
  }

  @Test func quotedAndCommentedColonsAreNoMistakes() {
    for text in ["a: '甲：乙'\nb: [\n", "# 甲：乙\nb: [\n", "a: 公告：今日\nb: [\n", "a: x # 甲：乙\nb: [\n"] {
      #expect(read(text).places == ["2:4"], "\(text)")
    }
  }

  @Test func anItemThatLacksItsDashIsToldOnce() {
    let reading = read("rules:\n  - id: a\n    title: x\n    id: b\n    title: y\n")
    #expect(reading.places == ["4:5"])
    #expect(reading.diagnostics.first?.message.zh == "“id”等几个名称重复：第 2 行起已经写过。")
    #expect(reading.diagnostics.first?.help?.zh == "第 4 行如果是新的一项，它前面缺“- ”。")
    // One key that stands twice is no item, nor is what stands outside a list.
    #expect(
      read("rules:\n  - id: a\n    title: x\n    title: y\n").messages == [
        "The key `title` is repeated: it stands on line 3 already."
      ])
    #expect(read("id: a\ntitle: x\nid: b\ntitle: y\n").places == ["3:1", "4:1"])
  }

  @Test func joinedFiles() {
    let reading = read("a: 1\nb: 2\n\u{FEFF}c: 3\n")
    #expect(reading.places == ["3:1"])
    #expect(reading.messages[0].contains("two files"))
    #expect(read("a: 1\n\u{FEFF}---\nb: 1\n").messages.contains { $0.contains("two files") })
    #expect(read("a: 'x\u{FEFF}'\n").diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("名称：x", "：", true), ("id:　W1", "普通", true), ("id:\u{A0}W1", "普通", true), ("　　id", "空格", true),
    ("id:W1", "空格", true), ("-W1", "短横线", true), ("名称　: x", "空格", true), ("plain", "", false),
    ("'名称：x'", "", false), ("柳荫 社区", "", false), ("[a]", "", false), ("--- a", "", false),
    ("community:\n  名称：柳荫\n  街道：江畔\n", "：", true),
  ])
  func likelyMistakes(text: String, words: String, isOne: Bool) throws {
    let tree = try #require(read(text).trees.first)
    let advice = (0..<NodeIndex(tree.nodes.count)).compactMap { tree.likelyMistake(at: $0) }
    #expect(advice.isEmpty == !isOne)
    #expect(advice.allSatisfy { $0.zh.contains(words) })
  }

  @Test func everyDiagnosticHasBothLanguagesAndAPlace() {
    for text in [
      "a: [", "a: 'x", "\ta", "a: %", "%YAML 9.9\n---\na", "a: !<x", "? a\n- b", "a: \"\\uD800\"", "[a]b: {", "- a\nb",
    ] {
      for diagnostic in read(text).diagnostics {
        #expect(diagnostic.location != nil)
        #expect(!diagnostic.message.zh.isEmpty && !diagnostic.message.en.isEmpty)
        #expect(!diagnostic.message.zh.contains("libyaml"), "\(text): \(diagnostic.message.zh)")
      }
    }
  }

  /// Whatever is cut off, the reader neither crashes nor leaves a tree in disorder.
  @Test func everyPrefixOfADocument() {
    let bytes = Array("a: &x [1, {名: '二'}]\n? b\n: |\n  c\nd: *x\n\"e\": !t \"f\\n\"\n---\n- g\n...\n".utf8)
    for length in 0...bytes.count {
      for policy in [YAMLPolicy.plain, .aliased] {
        let reading = read(Array(bytes[..<length]), policy: policy)
        #expect(reading.trees.allSatisfy { $0.isWellFormed })
        #expect(reading.diagnostics.allSatisfy { $0.location != nil })
      }
    }
  }
}

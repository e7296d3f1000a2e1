import Audit
import Diagnostics
import Standard
import Testing

/// One change to a standard that is right, and everything that must be said of it.
struct Refusal: Sendable, CustomTestStringConvertible {
  var name: String
  var file: String
  var old: String
  var new: String
  var said: [String]

  init(_ name: String, in file: String, _ old: String, _ new: String, _ said: String...) {
    self.name = name
    self.file = file + ".yaml"
    self.old = old
    self.new = new
    self.said = said
  }

  var testDescription: String { name }
}

@Suite("A standard with an error is refused")
struct RefusalTests {
  @Test("and one without is read without a word, and proves itself")
  func right() throws {
    let loaded = SmallStandard.load(SmallStandard.files)
    #expect(loaded.said == [])
    let standard = try #require(loaded.standard)
    #expect(standard.rules.map(\.id) == ["center.count", "center.name", "center.colours"])
    #expect(standard.rules[2].yieldsTo == [0])
    #expect(ExampleRunner.run(standard).map(SmallStandard.line) == [])
  }

  @Test(
    "at its line",
    arguments: RefusalTables.head + RefusalTables.words + RefusalTables.rules + RefusalTables.checks
      + RefusalTables.values)
  func refused(_ refusal: Refusal) {
    let loaded = SmallStandard.load(SmallStandard.changed(refusal.file, refusal.old, refusal.new))
    #expect(loaded.standard == nil)
    #expect(loaded.said == refusal.said)
  }

  @Test("with all its problems in one go, and in the order of its files")
  func together() {
    var files = SmallStandard.files
    files["standard.yaml"]?.replace("facing-entrance", with: "facing-in")
    files["words.yaml"]?.replace("off_wall: [standing]", with: "off_wall: [stood]")
    files["rules.yaml"]?.replace("modality: in-principle", with: "modality: in-principal")
    files["rules.yaml"]?.replace("应为{expected}", with: "应为{expect}")
    files["more.yaml"] = "rules: []\n"
    #expect(
      SmallStandard.load(files).said == [
        "standard.yaml:5:13 `left_means` has no word `facing-in`",
        "more.yaml:1:1 `more.yaml` is not listed under `files` in standard.yaml: its rules would not count",
        "words.yaml:16:48 `off_wall` has no word `stood`", "rules.yaml:9:19 there is no slot `{expect}` here",
        "rules.yaml:32:15 `modality` has no word `in-principal`",
      ])
  }

  @Test("where there is none")
  func none() {
    #expect(SmallStandard.load([:]).said == ["`Rules/small` has no standard.yaml: it is no standard"])
    #expect(
      SmallStandard.load(["rules.yaml": SmallStandard.rules]).said == [
        "`Rules/small` has no standard.yaml: it is no standard"
      ])
    #expect(
      SmallStandard.load(["standard.yaml": "\u{FEFF}# nothing\n"]).said
        == ["standard.yaml:1:1 there is nothing in the file"])
    #expect(
      SmallStandard.load(["standard.yaml": "- a\n"]).said.first
        == "standard.yaml:1:1 the head of the standard must be a group of `key: value` lines, but this is a list "
        + "(each item begins with `- `)")
  }

  @Test("that is not in UTF-8, or breaks off in two files, at each")
  func broken() {
    var sources = SmallStandard.files.map { StandardSource(path: $0.key, bytes: Array($0.value.utf8)) }
    sources = sources.map { $0.path == "words.yaml" ? StandardSource(path: $0.path, bytes: $0.bytes + [0xFF]) : $0 }
    sources = sources.map { $0.path == "rules.yaml" ? StandardSource(path: $0.path, bytes: $0.bytes + [0x5B]) : $0 }
    var loader = StandardLoader(sources, directory: "Rules/small")
    #expect(loader.load() == nil)
    #expect(loader.diagnostics.compactMap(\.location?.range.start.line) == [24, 42])
  }

  @Test("with an example that does not hold, or whose inventory is wrong, at the example")
  func examples() {
    func proofs(_ files: [String: String]) -> [String]? {
      SmallStandard.load(files).standard.map { ExampleRunner.run($0).map(SmallStandard.line) }
    }
    let wrong = SmallStandard.changed(
      "rules.yaml", "inventory: {signs: []}", "inventory: {signs: [{id: W1, kind: door}]}")
    #expect(
      proofs(wrong) == [])
    let holds = SmallStandard.changed(
      "rules.yaml", "inventory: {signs: []}", "inventory: {signs: [{id: W1, kind: center, place: above-entrance}]}")
    #expect(
      proofs(holds) == [
        "rules.yaml:14:9 the example “无” of center.count does not hold: expected fail, got pass"
      ])
    let unread = SmallStandard.changed("rules.yaml", "inventory: {signs: []}", "inventory: {signs: [{kind: centre}]}")
    #expect(
      proofs(unread) == [
        "rules.yaml:14:60 `kind` has no word `centre`", "rules.yaml:14:53 a sign lacks the required key `id`",
      ])
    let findings = SmallStandard.changed("rules.yaml", "{outcome: fail, sign: W1}", "{outcome: fail, sign: W2}")
    #expect(
      proofs(findings) == [
        "rules.yaml:27:9 the example “错” of center.name does not hold: expected fail W2, got fail W1 (缺“社区”)"
      ])
  }

  @Test("whose examples do not show a rule pass and fail")
  func missingExamples() {
    func said(_ old: String, _ new: String) -> [String]? {
      SmallStandard.load(SmallStandard.changed("rules.yaml", old, new)).standard.map {
        ExampleRunner.run($0).map(SmallStandard.line)
      }
    }
    let passing =
      "      - {name: 有, expect: pass, inventory: {signs: [{id: W1, kind: center, place: above-entrance}]}}\n"
    let failing = "      - {name: 无, expect: fail, inventory: {signs: []}}\n"
    #expect(
      said(failing, "") == ["rules.yaml:13:9 the rule center.count has no example that comes out as fail"])
    #expect(
      said(passing, "") == ["rules.yaml:13:9 the rule center.count has no example that comes out as pass"])
    #expect(
      said("    examples:\n" + passing + failing, "    examples: []\n") == [
        "rules.yaml:2:9 the rule center.count has no example that comes out as pass",
        "rules.yaml:2:9 the rule center.count has no example that comes out as fail",
      ])
    // The example that expects the wrong thing is named, and not one that is missing because of it.
    #expect(
      said(
        "expect: pass, inventory: {signs: [{id: W1, kind: center, place",
        "expect: fail, inventory: {signs: [{id: W1, kind: center, place") == [
          "rules.yaml:13:9 the example “有” of center.count does not hold: expected fail, got pass"
        ])
  }

  @Test("whose digest is that of all its files, and of nothing else")
  func digests() throws {
    let digest = try #require(SmallStandard.load(SmallStandard.files).standard).digest
    #expect(digest.hasPrefix("sha256:") && digest.utf8.count == 71)
    let comment = SmallStandard.changed("words.yaml", "clauses:", "# a\nclauses:")
    #expect(SmallStandard.load(comment).standard?.digest != digest)
    #expect(SmallStandard.load(SmallStandard.files).standard?.digest == digest)
  }
}

import Diagnostics
import Standard
import TestSupport
import Testing
import YAMLTree

@Suite("The guide to the embedded standard")
struct GuideTests {
  static let guide = Guide(Trials.standard)

  @Test("has every clause with its own words, and every rule once")
  func whole() {
    #expect(Self.guide.chapters.map(\.clause) == Trials.standard.clauses)
    let ids = Self.guide.chapters.flatMap(\.entries).map(\.id) + Self.guide.records.map(\.id)
    #expect(ids.sorted() == Trials.standard.rules.map(\.id).sorted())
  }

  @Test("leaves no slot open and no space where a sign's id stood")
  func slots() {
    for entry in Self.guide.chapters.flatMap(\.entries) + Self.guide.records {
      for remedy in entry.remedies {
        #expect(!remedy.zh.contains("{") && !remedy.en.contains("{"), "\(entry.id)")
        #expect(!remedy.zh.contains("该牌 ") && !remedy.zh.contains(" 该牌"), "\(remedy.zh)")
      }
    }
  }

  @Test("says naturally what a remedy wants of any community")
  func remedies() throws {
    let entries = Self.guide.chapters.flatMap(\.entries)
    func remedy(_ id: String) -> [BilingualText] { entries.first { $0.id == id }?.remedies ?? [] }
    #expect(remedy("service-center.name").first?.zh == "将该牌的文字更换为“××社区党员群众服务中心”，红字、醒目")
    #expect(remedy("entrance.sides").contains { $0.zh == "将该牌移至规定的一侧" })
    #expect(remedy("room.numbered").contains { $0.zh == "在功能室×××门口设置房号牌，标注“×××”" })
    #expect(remedy("index-board.complete").contains { $0.zh == "在该牌上增加“××”，注明房号（×××）或功能区域" })
    for remedy in entries.flatMap(\.remedies) {
      #expect(!remedy.zh.contains("规定的内容") && !remedy.zh.contains("标识牌该牌"), "\(remedy.zh)")
      #expect(!remedy.en.contains("what is prescribed") && !remedy.en.contains("sign the sign"), "\(remedy.en)")
    }
  }

  @Test(
    "fills in what is expected by what the rule checks",
    arguments: [
      ("count: {of: signs, where: {kind: hall}, exactly: 1}", "1", "1"),
      ("count: {of: signs, where: {kind: hall}, at_most: 3}", "不超过3", "at most 3"),
      ("count: {of: signs, where: {kind: hall}, at_least: 1}", "不少于1", "at least 1"),
      ("count: {of: signs, where: {kind: hall}, at_least: 1, at_most: 2}", "1至2", "1 to 2"),
      (
        "count: {of: signs, where: {kind: hall}, at_most: 5, cases: [{community: {type: village}, at_most: 4}]}",
        "不超过4或不超过5", "at most 4 or at most 5"
      ),
      (
        "wording: {where: {kind: hall}, equals: [\"{community}村部\", \"{district}村部\"]}",
        "某村村部”或“××区村部", "某村村部” or “××区村部"
      ),
      (
        "each: {of: signs, where: {kind: hall}, require: {background: green, lettering: yellow}}", "绿底黄字",
        "green ground, yellow lettering"
      ),
      ("each: {of: signs, where: {kind: hall}, require: {place: over-door}}", "门楣", "over the door"),
      (
        "each: {of: signs, where: {kind: hall}, require: {size: {unit: m, width: {exactly: 1}}}}", "宽1m",
        "width 1m"
      ),
      (
        "each: {of: signs, where: {kind: hall}, require: {background: green, place: over-door}}", "绿底、门楣",
        "green ground, over the door"
      ),
      // What depends on the sign, or leaves much, is named and not listed.
      (
        "each: {of: signs, where: {kind: hall}, require: {any: [{background: green}, {place: yard}]}}", "规定的内容",
        "what is prescribed"
      ),
      (
        "each: {of: signs, where: {kind: hall}, require: {place: [over-door, left-post, right-post, yard]}}", "规定的位置",
        "the prescribed place"
      ),
      ("sides: {left: {kind: council}, right: {kind: grain}}", "规定的一侧", "the prescribed one"),
    ])
  func expected(_ check: String, _ zh: String, _ en: String) throws {
    let messages =
      check.hasPrefix("sides") ? "{wrong_side: &m {zh: 丁, en: D}, mirrored: *m, both_frames: *m}" : "{zh: 丁, en: D}"
    let loaded = TinyStandard.tailored(
      """
      changes: []
      rules:
        - id: own
          clauses: ["1"]
          modality: must
          zone: exterior
          title: {zh: 甲, en: A}
          check: {\(check)}
          message: \(messages)
          remedy: {zh: "改成{expected}。", en: "Make it {expected}."}
          rationale: {zh: 丙, en: C}
          examples:
            - {name: a, expect: pass, inventory: {signs: [{id: A, kind: hall}]}}
            - {name: b, expect: fail, inventory: {signs: []}}
      elevation:
        signs: [{kind: hall, place: over-door}]
        placeholders: {community: 某村}

      """)
    let standard = try #require(loaded.standard, "\(loaded.diagnostics.map(\.message.en))")
    let entry = Guide(standard).chapters.flatMap(\.entries).first { $0.id == "own" }
    #expect(entry?.remedies == [BilingualText(zh: "改成\(zh)。", en: "Make it \(en).")])
  }

  @Test("shows examples that are YAML as they stand", arguments: Self.guide.chapters.flatMap(\.entries))
  func examples(_ entry: Guide.Entry) {
    #expect(entry.examples.contains { $0.outcome == "pass" })
    for (proof, part) in entry.examples.flatMap({ proof in proof.parts.map { (proof, $0) } }) {
      var diagnostics: [Diagnostic] = []
      let source = SourceText.decode(
        Array(part.text.utf8), file: entry.id, limits: .standard, diagnostics: &diagnostics)
      guard let source else {
        Issue.record("\(entry.id): \(proof.name)")
        continue
      }
      var reader = YAMLDocumentReader(source, policy: .plain, limits: .standard)
      var tree = YAMLTree()
      let outcome = reader.next(into: &tree, diagnostics: &diagnostics)
      #expect(outcome == .document && diagnostics == [], "\(entry.id): \(proof.name): \(part.text)")
      let names = part.label?.en == "Roster" ? ["streets", "各街道"] : ["signs", "标识牌"]
      #expect(tree.pairs(of: tree.root).contains { pair in names.contains(tree.string(pair.key)) })
    }
  }
}

import Diagnostics
import Reports
import Standard
import StandardTools
import TestSupport
import Testing

/// What a tailored standard changes, as people read it.
@Suite("rules diff, explain and guide of a tailored standard")
struct TailoredDifferenceTests {
  static let own = """
    vocabulary:
      kinds: [{word: notice, zh: 布告, en: notice}]
      functions: {further: [阅览]}
    changes:
      - {rule: posts, off: yes, reason: {zh: 本村不设门柱, en: No posts here}}
      - rule: hall.count
        set: {at_least: 1, at_most: 2}
        locked: yes
        reason: {zh: 前后两门, en: Two doors}
        rationale: {zh: 前门后门各一块, en: One at each door}
        examples:
          - {name: 有2块, expect: pass, inventory: {signs: [{id: A, kind: hall}, {id: B, kind: hall}]}}
          - {name: 没有, expect: fail, inventory: {signs: []}}
    rules:
      - id: notice.home
        clauses: ["1"]
        modality: encouraged
        title: {zh: 布告在院墙, en: Notices on the wall}
        check: {each: {of: signs, where: {kind: notice}, require: {place: yard}}}
        message: {zh: 位置不对, en: Elsewhere}
        remedy: {zh: "移到{expected}", en: "Move it to: {expected}"}
        rationale: {zh: 便于查看, en: To be seen}
        examples:
          - {name: 在, expect: pass, inventory: {signs: [{id: A, kind: notice, place: yard}]}}
          - {name: 不在, expect: fail, inventory: {signs: [{id: A, kind: notice, place: inside}]}}
    elevation:
      signs: [{kind: hall, place: over-door, wording: hall.name}]
      placeholders: {community: 某村}
    """

  static func tailored() throws -> Standard {
    let loaded = TinyStandard.tailored(own)
    return try #require(loaded.standard, "\(loaded.diagnostics.map(\.message.zh))")
  }

  @Test("says what comes to the parent's words, what is locked, and why a rule is changed or off")
  func difference() throws {
    let difference = StandardComparison.compare(TinyStandard.standard, try Self.tailored())
    #expect(
      DifferenceTests.lines(difference.vocabulary) == [
        "added kinds/notice", "changed functions functions.further +[阅览]",
      ])
    let text = DifferenceReport(difference, language: .zh).text(style: .plain)
    for line in [
      "  + 类别 notice  布告", "      停用：本村不设门柱", "      检查·计数·数量：1 → 1至2", "      锁定：否 → 是（下级只能改严）",
      "      理由：原文如此 → 前门后门各一块", "      调整理由：前后两门", "+有2块（符合）",
      "      检查：逐个检查（对象 标识牌，选取（类别 布告），要求（位置 院墙））", "      性质：提倡", "  标准编号：tiny → tinier",
    ] {
      #expect(text.contains(line), "\(line)\n\(text)")
    }
    #expect(!text.contains("title") && !text.contains("{"), "\(text)")
    let json = String(decoding: DifferenceReport(difference, language: .zh).json(), as: UTF8.self)
    #expect(json.contains("check.count.bounds") && json.contains("\"1..2\""))
  }

  @Test("lists locks and rewritten texts among what the standard changes")
  func deviations() throws {
    let texts = try Self.tailored().deviations.map(\.text.zh)
    #expect(texts.contains("hall.count：锁定，下级标准只能改严，理由：前后两门"))
    #expect(texts.contains("hall.count：改写了规则的理由，理由：前后两门"))
  }

  @Test("marks a changed rule where the guide and explain show it")
  func marks() throws {
    let standard = try Self.tailored()
    let guide = String(decoding: GuideMarkdown.render(Guide(standard), .zh), as: UTF8.self)
    // What one change does is told together, with its reason once: in the head, in the checklist and at the rule.
    let change = "数量由1改为1至2；改写了规则的理由；锁定，下级标准只能改严，理由：前后两门"
    #expect(guide.ranges(of: change).count == 3)
    #expect(guide.contains("移到院墙"))
    let page = String(decoding: GuideHTML.render(Guide(standard), .zh), as: UTF8.self)
    #expect(page.contains("<p class=\"changed\">调整：<bdi>\(change)</bdi></p>"))
    #expect(page.ranges(of: "对上级标准的调整").count == 1)
    // Each line of an example is a line of the page.
    #expect(page.contains("<span class=\"block\">{signs: []}</span>") && !page.contains("\u{240A}"))
    let index = try #require(standard.ruleIndex("hall.count"))
    let text = RuleExplanation.render(index, of: standard, .zh)
    #expect(text.contains("调整：\(change)\n") && text.contains("  符合    有2块\n  不符合  没有\n"))
    #expect(!text.contains("已锁定") && !text.contains("must"))
    let english = RuleExplanation.render(index, of: standard, .en)
    #expect(english.contains("  passes  有2块\n") && !english.unicodeScalars.contains("：") && !english.contains("（"))
  }

  @Test("says that a rule is switched off, and why")
  func switchedOff() throws {
    let standard = try Self.tailored()
    #expect(RuleExplanation.switchedOff("posts", of: standard, .zh) == "posts  已停用，不参与核查\n理由：本村不设门柱\n")
    #expect(
      RuleExplanation.switchedOff("posts", of: standard, .en)
        == "posts  switched off: it does not count\nBecause: No posts here\n")
    #expect(RuleExplanation.switchedOff("nothing", of: standard, .zh) == nil)
  }

  @Test("says that the parent locked a rule")
  func locked() throws {
    let loaded = TinyStandard.load(replacing: "- id: posts\n", with: "- id: posts\n    locked: yes\n")
    let standard = try #require(loaded.standard, "\(loaded.diagnostics.map(\.message.zh))")
    let index = try #require(standard.ruleIndex("posts"))
    #expect(RuleExplanation.render(index, of: standard, .zh).contains("已锁定：下级标准只能改严，不能改松。\n"))
    #expect(String(decoding: GuideMarkdown.render(Guide(standard), .zh), as: UTF8.self).contains("已锁定："))
  }
}

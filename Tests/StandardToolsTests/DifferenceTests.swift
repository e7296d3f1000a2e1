import Diagnostics
import Reports
import Standard
import StandardTools
import TestSupport
import Testing

@Suite("rules diff")
struct DifferenceTests {
  static func compare(_ rules: [String], vocabulary: String = TestStandard.vocabulary) throws -> StandardDifference {
    StandardComparison.compare(
      try TestStandard.load(), try TestStandard.load(rules, vocabulary: vocabulary))
  }

  /// Changed fields as `rule field -old +new`.
  static func lines(_ items: [StandardDifference.ItemChange]) -> [String] {
    items.flatMap { item in
      item.fields.isEmpty
        ? ["\(item.kind.rawValue) \(item.id)"]
        : item.fields.map { field in
          let parts = field.removed.map { "-\($0.en)" } + field.added.map { "+\($0.en)" }
          return "\(item.kind.rawValue) \(item.id) \(field.field) \(parts.joined(separator: " "))"
        }
    }
  }

  @Test("does not see the spelling of words, their order, nor where rules stand in their files")
  func same() throws {
    let difference = try Self.compare(
      TestStandard.rules.map { $0.replacing("kind: gate-plate", with: "kind: [门牌匾]") })
    #expect(difference.rules == [])
    let white = TestStandard.colour.replacing("{background: white}}", with: "{background: [red, white]}}")
    let other = TestStandard.colour.replacing("{background: white}}", with: "{background: [白, 红]}}")
    let rest = TestStandard.rules.filter { !$0.contains("plate.colour") }
    let pair = StandardComparison.compare(try TestStandard.load(rest + [white]), try TestStandard.load(rest + [other]))
    #expect(pair.isEmpty)
    #expect(StandardComparison.compare(Trials.standard, Trials.standard).isEmpty)
  }

  @Test("tells what changed in the vocabulary in people's words")
  func vocabulary() throws {
    let more =
      "  near_misses: [{written: 居委会, meant: 居民委员会, note: {zh: 用了简称, en: the short form}}]\n"
      + "  short_names: {community: [{drop: 居委会, add: 社区}]}\n  room_number_forms: {before: [房号], after: [室]}\n"
    let vocabulary = TestStandard.vocabulary.replacing("  functions: {", with: more + "  functions: {")
    let difference = try Self.compare(TestStandard.rules, vocabulary: vocabulary)
    let text = DifferenceReport(difference, language: .zh).text(style: .plain)
    for line in ["误写 居委会，应写 居民委员会，说明（用了简称）", "去掉 居委会，加上 社区", "后面可带 室"] {
      #expect(text.contains(line), "\(text)")
    }
    #expect(!text.contains("short form") && !text.contains("meant"))
  }

  @Test("tells what changed in a rule")
  func changed() throws {
    var rules = TestStandard.rules
    rules[0] = rules[0].replacing("modality: must", with: "modality: in-principle")
      .replacing("exactly: 1", with: "at_most: 2")
    rules[1] = rules[1].replacing("{background: white}}", with: "{background: [white, red], lettering: red}}")
    rules[3] = rules[3].replacing("不符合, en: It is wrong", with: "不准挂, en: It is wrong")
    let difference = try Self.compare(rules)
    #expect(
      Self.lines(difference.rules) == [
        "changed plate.count modality -prescribed (must) +in principle (in-principle)",
        "changed plate.count severity -error +warning", "changed plate.count check.count.bounds -1 +<=2",
        "changed plate.colour check.each.require.background +red",
        "changed plate.colour check.each.require.lettering +[red]",
        "changed banner.none message -It is wrong +It is wrong",
      ])
    let report = DifferenceReport(difference, language: .en)
    #expect(report.text(style: .plain).contains("message [zh]: 不符合 → 不准挂"))
    #expect(report.markdown().contains("| check, count, number | 1 | at most 2 |"))
    #expect(String(decoding: report.json(), as: UTF8.self).contains("\"schema\": \"signaudit.rules-diff/1\""))
  }

  @Test("tells rules and words that came, went and were renamed")
  func items() throws {
    var rules = TestStandard.rules
    rules[0] = rules[0].replacing("id: plate.count", with: "id: plate.number\n    aliases: [plate.count]")
    rules.remove(at: 3)
    rules.append(
      TestStandard.rule(
        "door.cap", check: "{count: {of: signs, where: {place: door}, at_most: 3}}", pass: "[]", fail: "[]"))
    let vocabulary = TestStandard.vocabulary.replacing(
      "    - {word: red, zh: 红, en: red}",
      with: "    - {word: blue, zh: 蓝, en: blue}\n    - {word: red, zh: 红色, en: red}")
    let difference = try Self.compare(rules, vocabulary: vocabulary)
    #expect(
      difference.rules.map { "\($0.kind.rawValue) \($0.formerID ?? "–") \($0.id)" } == [
        "changed plate.count plate.number", "removed – banner.none", "added – door.cap",
      ])
    #expect(Self.lines(difference.vocabulary) == ["added colours/blue", "changed colours/red zh -红 +红色"])
  }

  @Test("sees what a tailored standard changes in its parent")
  func tailored() throws {
    let child = """
      standard: child
      extends: parent
      title: {zh: 下级, en: The child}
      issuer: {zh: 某街道, en: A street}
      source: {zh: 某文件, en: A document}
      files: [changes.yaml]

      """
    let changes = """
      changes:
        - rule: plate.count
          reason: {zh: 从宽, en: Wider}
          set: {at_least: 1, at_most: 2}
        - rule: banner.none
          reason: {zh: 不管, en: Not ours}
          off: yes

      """
    var loader = StandardLoader(
      [
        StandardSource(path: "standard.yaml", bytes: Array(child.utf8)),
        StandardSource(path: "changes.yaml", bytes: Array(changes.utf8)),
      ], directory: "C", parents: { _, _ in (ParentStandard(sources: TestStandard.sources(), directory: "S"), nil) })
    let standard = loader.load()
    #expect(loader.diagnostics.map(\.message.en) == [])
    let difference = StandardComparison.compare(try TestStandard.load(), try #require(standard))
    #expect(difference.rules.map { "\($0.kind.rawValue) \($0.id)" } == ["changed plate.count", "removed banner.none"])
    #expect(Self.lines(difference.rules).first == "changed plate.count check.count.bounds -1 +1..2")
  }
}

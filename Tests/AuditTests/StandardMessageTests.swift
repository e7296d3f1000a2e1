import Audit
import Diagnostics
import TestSupport
import Testing

/// What whoever writes a standard is told at once.
@Suite("A mistake in a standard is said once, with what to write instead")
struct StandardMessageTests {
  /// One change to a small standard, what is said of it, and what is advised.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var says: [String]
    var advises: String

    var testDescription: String { new }
  }

  static let mistakes = [
    Mistake(
      old: "where: {kind: hall}, exactly: 1", new: "where: hall, exactly: 1",
      says: ["条件应是一组“字段: 值”，这里写的是一段文字"], advises: "写成 {kind: …}"),
    Mistake(
      old: "where: {kind: hall}, exactly: 1", new: "where: {kind: hall}, most: 1", says: ["“count”没有“most”这个字段"],
      advises: "可用的字段：of、where、exactly、at_least、at_most、cases"),
    Mistake(
      old: "where: {kind: hall}, exactly: 1", new: "where: {knd: hall}, exactly: 1", says: ["条件没有“knd”这个字段"],
      advises: "是否想写“kind”？"),
    Mistake(
      old: "where: {kind: hall}, exactly: 1", new: "where: {any: [&a {knd: hall}, *a]}, exactly: 1",
      says: ["条件没有“knd”这个字段"], advises: "是否想写“kind”？"),
    Mistake(
      old: "where: {kind: hall}, exactly: 1", new: "where: {kind: hall}, cases: {village: 1}",
      says: ["“cases”应是列表（每项以“- ”开头），这里写的是一组“字段: 值”"],
      advises: "每项写成 - {community: {type: …}, at_most: 5}"),
    Mistake(
      old: "{background: green}", new: "{size: {unit: cm, width: 36}}", says: ["“width”应是一组“字段: 值”，这里写的是一段文字"],
      advises: "写成 {exactly: 36}"),
    Mistake(
      old: "{background: green}", new: "{size: {width: {exactly: 36}}}", says: ["“size”缺少“unit”"],
      advises: "可用：mm、cm、m"),
    Mistake(
      old: "{background: green}", new: "{material: {}}", says: ["“material”要写且只写 equals、starts、ends、contains 之一"],
      advises: "是其中之一的，直接列出：“material: [甲, 乙]”"),
    Mistake(
      old: "functions: {listed: [议事]}",
      new: "functions: {listed: [议事]}\n  short_names: {street: [{drop: 乡, add: \"\"}]}",
      says: ["“add”不能为空"], advises: "不需要这一项的，删去“add”"),
  ]

  @Test(arguments: mistakes)
  func isSaid(_ mistake: Mistake) {
    let loaded = TinyStandard.load(replacing: mistake.old, with: mistake.new)
    #expect(loaded.standard == nil)
    #expect(loaded.diagnostics.map(\.message.zh) == mistake.says)
    #expect(loaded.diagnostics.first?.help?.zh == mistake.advises)
    #expect(loaded.diagnostics.allSatisfy { $0.location != nil })
  }

  @Test("what cannot be read is not followed by what it would have said")
  func unreadable() {
    let loaded = TinyStandard.load(replacing: "kinds:\n", with: "kinds: \"\n")
    #expect(loaded.standard == nil)
    #expect(loaded.diagnostics.map(\.severity) == [.error, .warning])
    #expect(loaded.diagnostics.last?.message.zh == "条款或词汇表没有读进来，规则这一次没有检查")
  }

  @Test("an example that does not hold says what the rule found instead")
  func example() throws {
    let loaded = TinyStandard.load(
      replacing: "{signs: [{id: A, kind: hall, text: 柳荫社区村部}]}",
      with: "{community: {district: 甲区, street: 乙街道, name: 丙社区}, signs: [{id: A, kind: hall}]}")
    let said = ExampleRunner.run(try #require(loaded.standard), only: "hall.name")
    #expect(
      said.first?.message.zh
        == "规则 hall.name 的例子“a”不成立：预期符合，实际待核实（匾文：标识牌 A 未登记“文字”，待核实）")
  }
}

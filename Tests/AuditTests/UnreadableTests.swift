import Audit
import Diagnostics
import TestSupport
import Testing

@Suite("Inventories that cannot be read")
struct UnreadableTests {
  static let head = "community: {district: 临江区, street: 江畔街道, name: 柳荫社区}\nsigns: []\n"

  static let broken: [(String, String)] = [
    ("root is a list", "- a\n"),
    ("root is a text", "名称：柳荫社区\n"),
    ("unknown key", head + "colour: red\n"),
    ("two spellings of one key", head + "标识牌: []\n"),
    ("no signs", "community: {district: 临江区, street: 江畔街道, name: 柳荫社区}\n"),
    ("an alias", "a: &a 1\nsigns: *a\n"),
    ("a cycle", "signs: &a [*a]\n"),
    ("a tag", head + "survey: !!python/object {}\n"),
    ("a date that does not exist", head + "survey: {date: 2026-02-30}\n"),
    ("a date with slashes", head + "survey: {date: 2026/5/1}\n"),
    ("a date in Chinese", head + "survey: {date: 二〇二六年}\n"),
    ("an unclosed quote", head + "survey: {by: \"a\n"),
    ("a word outside its vocabulary", head.replacing("[]", with: "[{id: a, kind: service-centre}]")),
    ("a repeated id", head.replacing("[]", with: "[{id: a}, {id: a}]")),
    ("a truth value that is none", head.replacing("[]", with: "[{id: a, prominent: maybe}]")),
    ("a full-width number", head.replacing("[]", with: "[{id: a, order: １}]")),
  ]

  @Test("are unreadable, with a place", arguments: broken)
  func unreadable(_ name: String, _ text: String) {
    let reports = Trials.audit(text).map(\.report)
    #expect(reports.map(\.status) == [.unreadable])
    #expect(reports.allSatisfy { report in report.diagnostics.contains { $0.location != nil } })
  }

  @Test("plain scalars stay the text that was written")
  func scalars() {
    let text = UnreadableTests.head.replacing(
      "[]", with: "[{id: no}, {id: 010203}, {id: 8:30}, {id: 2024-01-01, text: ~}]")
    let reports = Trials.audit(text).map(\.report)
    #expect(reports.map(\.diagnostics) == [[]])
    let signs = reports[0].findings.compactMap(\.sign)
    #expect(Set(signs) == ["no", "010203", "8:30", "2024-01-01"])
  }
}

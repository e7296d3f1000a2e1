import Audit
import Diagnostics
import Standard
import TestSupport
import Testing

/// What an undetermined finding says is not recorded, and of what: whoever goes to look must not look at the wrong thing.
@Suite("What is not recorded")
struct OpenMessageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var rule: String
    var text: String
    var zh: String
    var en: String
    var testDescription: String { zh }
  }

  private static let head =
    "community: {district: 临江区, street: 江畔街道, name: 柳荫社区}\nsurvey: {viewpoint: facing-entrance}\n"
  private static let room =
    "facility: {floors: [\"1\"], rooms: [{number: \"101\", floor: \"1\", functions: [便民服务站]}]}\n"

  static let cases: [Case] = [
    Case(
      rule: "index-board.entries-listed",
      text: room + "signs:\n  - {id: N1, kind: index-board, place: hall, entries: [{function: 书画社, room: \"101\"}]}",
      zh: "标识牌 N1 的条目“书画社”未登记“批准”，待核实",
      en: "entry “书画社” of sign N1 does not record `approval`; to be verified"),
    Case(
      rule: "index-board.entries-exist",
      text: "facility: {rooms: [{number: \"101\", floor: \"1\"}]}\nsigns:\n"
        + "  - {id: N1, kind: index-board, place: hall, entries: [{function: 便民服务站, room: \"101\"}]}",
      zh: "功能室 101 未登记“功能”，标识牌 N1 的条目“便民服务站”待核实",
      en: "room 101 does not record `functions`; entry “便民服务站” of sign N1 is to be verified"),
    Case(
      rule: "sign.room-exists", text: "signs:\n  - {id: N2, kind: award-plaque, place: desk, text: 奖, room: \"101\"}",
      zh: "台账未登记“功能室”，标识牌 N2 待核实", en: "the inventory does not record `rooms`; sign N2 is to be verified"),
    Case(
      rule: "room.numbered",
      text: room
        + "signs:\n  - {id: R1, kind: room-number, place: room-door}\n  - {id: R2, text: 〇一, kind: room-number, place: room-door}",
      zh: "标识牌 R1、R2 未登记“所在房号”，功能室 101 待核实",
      en: "signs R1, R2 do not record `room`; room 101 is to be verified"),
    Case(
      rule: "room.numbered", text: room + "signs:\n  - {id: R1, place: room-door}",
      zh: "标识牌 R1 未登记“类别”，功能室 101 待核实", en: "sign R1 does not record `kind`; room 101 is to be verified"),
    Case(
      rule: "floor-map.count", text: room + "signs:\n  - {id: M, kind: floor-map, place: stairwell}",
      zh: "标识牌 M 未登记“楼层”，楼层 1 待核实", en: "sign M does not record `floor`; floor 1 is to be verified"),
    Case(
      rule: "service-center.count", text: "signs:\n  - {id: W1, kind: service-center, text: 柳荫社区党员群众服务中心}",
      zh: "标识牌 W1 未登记“位置”，待核实", en: "sign W1 does not record `place`; to be verified"),
    Case(
      rule: "room.shared-use",
      text:
        "facility: {rooms: [{number: \"1\", functions: [甲]}, {number: \"2\", functions: [乙]}, {number: \"3\"}]}\nsigns: []",
      zh: "功能室 3 未登记“功能”，待核实", en: "room 3 does not record `functions`; to be verified"),
  ]

  @Test("is said of the sign, the entry, the room or the inventory that does not record it", arguments: cases)
  func holder(_ one: Case) throws {
    for (language, wanted) in [(Language.zh, one.zh), (.en, one.en)] {
      let findings = Trials.audit(Self.head + one.text + "\n", language: language).flatMap(\.report.findings)
      let finding = try #require(findings.first { Trials.standard.rules[$0.rule].id == one.rule })
      #expect(finding.outcome == .undetermined)
      #expect(finding.message.hasSuffix(wanted), "\(finding.message)")
    }
  }

  @Test("leaves a sign alone that hangs where nobody surveyed, and names no rule where none waits")
  func unsurveyed() {
    let text = Self.head.replacing("facing-entrance}", with: "facing-entrance, covers: [exterior]}")
    #expect(!Trials.findings(text + "signs: [{id: N1, place: hall}]\n").contains { $0.contains("kind-consistent") })
    #expect(Trials.findings(text + "signs: [{id: N1}]\n").contains("sign.kind-consistent undetermined N1"))
  }

  @Test("puts a title's own quotation marks within others in single ones")
  func quotes() throws {
    let report = Trials.audit(Self.head + "signs: [{id: W1, text: 某牌, place: facade}]\n").map(\.report)
    let message = try #require(report[0].findings.first { $0.message.contains("等待其类别的规则") }?.message)
    #expect(message.contains("“外部没有‘一横三竖一标识’以外的标识牌”"))
  }

  @Test("does not call a waiver unmatched that excuses a missing inventory")
  func waivedAbsence() throws {
    let report = try Trials.report(
      [Self.head + "signs: []\n"],
      roster: "roster: 1\ndistrict: 临江区\nstreets: [{name: 江畔街道, communities: [{name: 柳荫社区}, {name: 梧桐社区}]}]\n",
      waivers: """
        waivers: 1
        entries:
          - {rule: community.submitted, street: 江畔街道, community: 梧桐社区, reason: 新设, approved_by: 区委组织部,
             document: 某号, expires: 2026-12-31}

        """)
    #expect(report.streets[0].communities[1].findings.map(\.outcome) == [.waived])
    #expect(report.diagnostics == [])
  }
}

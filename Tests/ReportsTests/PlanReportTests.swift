import Diagnostics
import Inventory
import Rectification
import Reports
import TestSupport
import Testing

@Suite("The plan in every format")
struct PlanReportTests {
  static let inventory = """
    community: {district: 临江区, street: 江畔街道, name: 柳荫社区, party_organization: committee}
    survey: {viewpoint: facing-entrance, covers: [exterior]}
    signs:
      - {id: W1, kind: service-center, text: 柳荫社区党群服务中心, place: above-entrance, orientation: horizontal, lettering: red, prominent: true, mounting: hung}
      - {id: W2, kind: party-organization, text: 中国共产党临江区江畔街道柳荫社区委员会, place: entrance-left, orientation: vertical, background: white, mounting: hung}
      - {id: W3, kind: residents-committee, text: 临江区江畔街道柳荫社区居民委员会, place: entrance-right, orientation: vertical, background: red, lettering: gold, mounting: hung}
      - {id: W4, kind: other, text: 平安建设示范点, place: side-wall, mounting: hung, demanded_by: 区综治办}
      - {id: W5, kind: civilization-station, place: facade, prominent: true, mounting: hung, text: ""}
    """

  static func plan(_ language: Language) -> Plan {
    Plans.plan(inventory, due: CalendarDate("2026-06-30".utf8), language: language)
  }

  @Test("looks as it was recorded", arguments: [Language.zh, .en])
  func goldens(_ language: Language) throws {
    let plan = Self.plan(language)
    let suffix = language == .zh ? "" : ".en"
    try expectGolden(Array(PlanText.render(plan, style: .plain).utf8), "plan\(suffix).txt")
    try expectGolden(PlanMarkdown.render(plan), "plan\(suffix).md")
    try expectGolden(PlanJSON.render(plan), "plan\(suffix).json")
    try expectGolden(PlanHTML.render(plan), "plan\(suffix).html")
    let notices = NoticeHTML.render(plan, issuer: language == .zh ? "临江区社会工作部" : nil)
    #expect(notices.map(\.name) == ["notice-01.html", "notice-01-01.html"])
    try expectGolden(notices[0].bytes, "notice\(suffix).html")
  }

  @Test("keeps hostile text inert in every field")
  func hostile() throws {
    for text in [
      "<script>alert(1)</script>", "a\u{202E}b", "|x|", "\u{0301} onmouseover=1", "]]>", "=cmd|' /C calc'!A0",
    ] {
      let quoted = "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
      let plan = Plans.plan(
        """
        community: {district: \(quoted), street: \(quoted), name: \(quoted)}
        signs: [{id: \(quoted), kind: other, text: \(quoted), place: facade, demanded_by: \(quoted)}]
        """)
      #expect(!plan.streets.isEmpty)
      let pages = [PlanHTML.render(plan)] + NoticeHTML.render(plan, issuer: text).map(\.bytes)
      for page in pages {
        let markup = Markup(page)
        #expect(markup.unknown == [])
        #expect(markup.references.allSatisfy(Markup.isHarmless))
        #expect(!markup.names.contains("script"))
      }
      let plain =
        PlanText.render(plan, style: .plain) + String(decoding: PlanMarkdown.render(plan), as: UTF8.self)
      for scalar in plain.unicodeScalars where scalar != "\n" { #expect(!VisibleText.isInvisible(scalar)) }
      #expect(!String(decoding: PlanMarkdown.render(plan), as: UTF8.self).contains("<script>"))
    }
  }
}

import Diagnostics
import Inventory
import Rectification
import Spreadsheets
import TestSupport
import Testing

@testable import Reports

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
    try expectGolden(PlanCSV.render(plan), "plan\(suffix).csv")
    let tables = PlanTables(plan)
    let sheets = [tables.items, tables.materials, tables.checks, tables.about]
    try expectGolden(Array(CellDump.dump(sheets).utf8), "plan\(suffix).xlsx.txt")
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

  @Test("has a row for each piece of work, with the columns of offices; what the street fills in is empty")
  func rows() throws {
    let plan = Self.plan(.zh)
    let fields = try CellDump.parse(PlanCSV.render(plan))
    #expect(
      fields[0] == [
        "序号", "编号", "街道", "社区", "标识编号", "牌子名称", "类别", "位置", "要求部门", "存在问题", "标准条款", "程度", "处理意见",
        "整改方式", "整改措施", "规范文字", "颜色", "样式尺寸", "规范位置", "整改时限", "责任单位", "责任人", "完成日期", "复核人",
        "复核日期", "销号情况", "备注",
      ])
    #expect(fields.dropFirst().map { $0[1] } == plan.items.map(\.id))
    for (row, item) in zip(fields.dropFirst(), plan.items) {
      #expect(row.count == 27 && row[2] == "江畔街道" && row[3] == "柳荫社区")
      #expect(["保留", "规范", "整合", "取消"].contains(row[12]))
      #expect(row[15] == item.specification?.wordings.joined() ?? "")
      #expect(row[19] == "2026-06-30" && row[20] == "江畔街道" && row[21...25].allSatisfy(\.isEmpty))
    }
    let tables = PlanTables(plan)
    #expect(tables.materials.rows.count == plan.streets[0].materials.count)
    #expect(tables.materials.footer?[12] == .number(tables.materials.rows.count))
    #expect(tables.checks.rows.count == plan.streets[0].communities[0].checks.count)
    for table in [tables.items, tables.materials, tables.checks, tables.about] {
      #expect((table.rows + [table.footer].compactMap(\.self)).allSatisfy { $0.count == table.columns.count })
    }
  }

  @Test("makes the same bytes of the same plan")
  func reproducible() throws {
    #expect(try PlanWorkbook.render(Self.plan(.zh)) == PlanWorkbook.render(Self.plan(.zh)))
  }

  @Test("names the district of a street only where there are several")
  func districts() throws {
    let both = Plans.plan(
      """
      community: {district: 临江区, street: 江畔街道, name: 柳荫社区}
      signs: []
      ---
      community: {district: 望山区, street: 江畔街道, name: 柳荫社区}
      signs: []
      """)
    let streets = try CellDump.parse(PlanCSV.render(both)).dropFirst().map { $0[2] }
    #expect(Set(streets) == ["临江区江畔街道", "望山区江畔街道"])
  }

  @Test("keeps what looks like a formula, control characters and long texts as text in cells")
  func hostileCells() throws {
    let texts = [
      "=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(1)", "＝1", "\\t=1\\r\\n=2", "a\\0b\\e[31m\\x9b\\u202e\\uFFFE",
      "\\\"\\u0301 onmouseover=1", "_x000D_", String(repeating: "柳", count: 20_000),
    ]
    for text in texts {
      let quoted = "\"\(text)\""
      let plan = Plans.plan(
        """
        community: {district: \(quoted), street: \(quoted), name: \(quoted)}
        facility: {name: \(quoted), rooms: [{number: \(quoted), functions: [\(quoted)]}]}
        signs:
          - {id: \(quoted), kind: other, text: \(quoted), place: facade, demanded_by: \(quoted)}
          - {id: W2, kind: service-center, text: \(quoted), place: facade}
        """)
      #expect(plan.items.count > 3)
      let fields = try CellDump.parse(PlanCSV.render(plan))
      #expect(fields.count == 1 + plan.items.count)
      for field in fields.joined() {
        let first = field.unicodeScalars.first { $0 != " " && $0 != "\u{3000}" }
        #expect(first.map { !"=+-@＝＋－＠\t\r\n".unicodeScalars.contains($0) } ?? true, "\(field.prefix(40))")
        for scalar in field.unicodeScalars where scalar != "\n" { #expect(!VisibleText.isInvisible(scalar)) }
      }
      #expect(try PlanWorkbook.render(plan).count > 1000)
    }
  }
}

import Diagnostics
import Rectification
import Spreadsheets
import TestSupport
import Testing

@testable import Audit
@testable import Reports

@Suite("Who puts things right is called what it is")
struct SuperiorTests {
  @Test(
    "a street, a township, or both",
    arguments: [
      ([], "街道", "street"), (["江畔街道", "柳林街道"], "街道", "street"), (["红柳镇", "某乡"], "乡镇", "township"),
      (["江畔街道", "红柳镇"], "街道（乡镇）", "street or township"), (["磁湖管理区"], "街道", "street"),
    ])
  func names(_ names: [String], _ zh: String, _ en: String) {
    let superior = Superior(names)
    #expect(superior.zh == zh && superior.en == en)
  }

  private static func report(_ street: String, _ language: Language = .zh) -> AuditReport {
    Plans.report(
      "community: {district: 临江区, street: \(street), name: 柳荫社区}\nsigns: []\n", language: language)
  }

  private static func text(_ report: AuditReport) -> String {
    TextReport(language: report.language, style: .plain, columns: 100, showPasses: false).render(report)
  }

  @Test("in every report, its plan and its notice")
  func everywhere() throws {
    let report = Self.report("红柳镇")
    #expect(Self.text(report).contains("由乡镇办理 5 项必须整改的问题。"))
    #expect(Self.text(Self.report("红柳镇", .en)).contains("The township puts right 5 findings"))
    #expect(Self.text(Self.report("江畔街道")).contains("由街道办理 5 项必须整改的问题。"))
    let markdown = MarkdownReport.render(report).map { String(decoding: $0.bytes, as: UTF8.self) }
    let pages = HTMLReport.render(report, norm: nil) { _ in nil }.map { String(decoding: $0.bytes, as: UTF8.self) }
    for text in markdown + pages { #expect(text.contains("由乡镇办理") && !text.contains("由街道")) }
    #expect(pages.contains { $0.contains("乡镇要做的事") && $0.contains("整改以乡镇为单位") })
    let plan = PlanMaker(Trials.standard, due: nil, language: .zh).plan(report)
    #expect(PlanText.render(plan, style: .plain).contains("整改由乡镇负责"))
    let notice = String(decoding: NoticeHTML.render(plan, issuer: nil)[0].bytes, as: UTF8.self)
    #expect(notice.contains("你镇柳荫社区") && notice.contains("由你镇组织实施") && !notice.contains("街道"))
  }
}

import Diagnostics
import Spreadsheets
import Testing

@testable import Audit
@testable import Reports

@Suite struct SpreadsheetReportTests {
  private func dump(_ report: AuditReport) -> String {
    let tables = ReportTables(report)
    return CellDump.dump([
      tables.streets, tables.findings, tables.toVerify, tables.departments, LedgerTable.make(tables), tables.about,
    ])
  }

  @Test func goldens() throws {
    try expectGolden(CSVReport.render(SampleReport.make()), "report.csv")
    try expectGolden(Array(dump(SampleReport.make()).utf8), "report.xlsx.txt")
  }

  @Test func theLedgerHasTheColumnsOfOffices() {
    let table = LedgerTable.make(ReportTables(SampleReport.make()))
    #expect(
      table.columns.map(\.title) == [
        "序号", "街道", "社区", "牌子名称", "类别", "位置", "要求部门", "存在问题", "标准条款", "处理意见", "整改措施", "整改时限", "责任单位",
        "责任人", "完成日期", "复核人", "复核日期", "销号情况", "备注",
      ])
    // The street is responsible, and what it fills in is empty.
    for row in table.rows {
      #expect(row[12] == row[1])
      for index in [11, 13, 14, 15, 16, 17] { #expect(row[index] == .empty) }
    }
  }

  @Test func everyRowHasACellForEachColumn() {
    for report in [SampleReport.make(), SampleReport.make(language: .en), SampleReport.filled(with: "=x")] {
      let tables = ReportTables(report)
      for table in [
        tables.streets, tables.findings, tables.toVerify, tables.departments, LedgerTable.make(tables), tables.about,
      ] {
        for row in table.rows + [table.footer].compactMap({ $0 }) { #expect(row.count == table.columns.count) }
      }
    }
  }

  /// Nothing is lost between the sheets: their rows are the summary's counts.
  @Test func countsAreTheSummarys() {
    let report = SampleReport.make()
    let tables = ReportTables(report)
    let summary = report.summary
    #expect(tables.toVerify.rows.count == summary.undeterminedFindings)
    let passes = 1
    #expect(
      tables.findings.rows.count == summary.errors + summary.warnings + summary.advice + summary.waived + passes)
    #expect(tables.streets.footer?[2] == .number(summary.communities))
    let unreadable = report.streets.flatMap(\.communities).flatMap(\.diagnostics).count + 1
    #expect(
      LedgerTable.make(tables).rows.count
        == summary.errors + summary.warnings + summary.advice + summary.undeterminedFindings + unreadable)
  }

  @Test func hostileTextsStayTexts() throws {
    for text in [SampleReport.hostile, "=cmd|' /C calc'!A0", "@x", "\t=1", "a\",\"b"] {
      let bytes = CSVReport.render(SampleReport.filled(with: text))
      let fields = try CellDump.parse(bytes)
      #expect(fields.allSatisfy { $0.count == 19 })
      #expect(fields.count == 1 + 2 * 3)
      for field in fields.joined() {
        let first = field.unicodeScalars.first
        #expect(first != "=" && first != "@" && first != "\t")
      }
      #expect(try WorkbookReport.render(SampleReport.filled(with: text)).count > 1000)
    }
  }

  @Test func daysAreSeconds() {
    #expect(WorkbookReport.seconds("2026-05-20") == 1_779_235_200)
    #expect(WorkbookReport.seconds("2000-02-29") == 951_782_400)
    #expect(WorkbookReport.seconds("9999-12-31") == 253_402_214_400)
    for text in ["", "x", "2026-13-01", "2026-05", "1970-01-01", "+2026-05-20-", "99999-01-01"] {
      #expect(WorkbookReport.seconds(text) == 315_532_800)
    }
  }
}

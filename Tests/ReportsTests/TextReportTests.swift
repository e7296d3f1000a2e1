import Diagnostics
import Reports
import Testing

@testable import Audit

private func text(
  _ report: AuditReport, style: TerminalStyle = .plain, columns: Int = 80, showPasses: Bool = false
) -> String {
  TextReport(language: report.language, style: style, columns: columns, showPasses: showPasses).render(report)
}

@Suite struct TextReportTests {
  @Test func golden() throws {
    try expectGolden(Array(text(SampleReport.make()).utf8), "report.txt")
    try expectGolden(Array(text(SampleReport.make(language: .en)).utf8), "report.en.txt")
  }

  @Test(arguments: [Language.zh, .en])
  func nothingSteersTheTerminal(language: Language) {
    let report = SampleReport.filled(with: SampleReport.hostile, language: language)
    for scalar in text(report, showPasses: true).unicodeScalars where scalar != "\n" {
      #expect(!VisibleText.isInvisible(scalar))
    }
  }

  /// Colours are all that a coloured report adds, and each is taken back.
  @Test func coloursOnlyAroundTheSameText() {
    let report = SampleReport.filled(with: SampleReport.hostile)
    var uncoloured = String.UnicodeScalarView()
    var isEscape = false
    for scalar in text(report, style: .colored).unicodeScalars {
      if scalar == "\u{1B}" { isEscape = true }
      if !isEscape { uncoloured.append(scalar) }
      if scalar == "m" { isEscape = false }
    }
    #expect(uncoloured.elementsEqual(text(report).unicodeScalars))
  }

  @Test func passesOnlyOnRequest() {
    #expect(!text(SampleReport.make()).contains("符合：奖牌不上墙"))
    #expect(text(SampleReport.make(), showPasses: true).contains("符合：奖牌不上墙 [award.off-wall]\n"))
  }

  @Test func saysWhatRemainsOfACompliantCommunity() {
    #expect(text(SampleReport.make()).contains("桃园社区  符合（另有 1 项原则性问题）"))
  }

  @Test func valuesThatTheMessageTellsAreNotRepeated() {
    let report = text(SampleReport.make())
    #expect(report.contains("= 应为：临江区江畔街道柳荫社区居民委员会"))
    #expect(!report.contains("= 现为：柳荫居委会"))
  }

  /// The standard forbids ranking communities and giving them rates (`negative.2`, `negative.7`).
  @Test func givesNoRates() {
    for word in ["%", "％", "率", "排名", "得分"] { #expect(!text(SampleReport.make()).contains(word)) }
  }

  @Test func sayWhenThereIsNothingToDo() {
    var report = SampleReport.make()
    report.summary = Summary()
    #expect(text(report).contains("下一步：没有核查任何社区。"))
    report.summary.compliant = 1
    #expect(text(report).contains("下一步：没有需要整改的问题。"))
  }

  @Test func sameReportSameText() {
    #expect(text(SampleReport.make()) == text(SampleReport.make()))
  }
}

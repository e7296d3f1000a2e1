internal import Audit
internal import Diagnostics

/// The end of the text report: by what was audited, what was counted, street by street, and what comes next.
struct TextSummary: Sendable {
  var words: ReportWords
  var style: TerminalStyle

  func render(_ report: AuditReport, heading: (String) -> String) -> String {
    let summary = report.summary
    let title = report.standard.title[words.language]
    var text = heading(words("汇总", "Summary"))
    var rows = [
      (words("依据", "standard"), "\(title) (\(report.standard.id))"),
      (words("日期", "as of"), report.asOf),
    ]
    if !report.standard.deviations.isEmpty {
      let deviations = report.standard.deviations.map { VisibleText($0[words.language]).text }
      rows.append((words("调整", "changed"), deviations.joined(separator: words("；", "; "))))
    }
    rows.append((words("社区", "communities"), count(summary)))
    rows.append((words("问题", "findings"), words.findings(summary)))
    rows.append((words("标识牌", "signs"), words.signs(summary.signs)))
    text += table(rows)
    // One street is its own summary.
    if report.streets.count > 1 {
      text += "\n" + table(report.streets.map { (words.place($0), count($0.summary)) })
    }
    text += "\n"
    for (number, step) in words.nextSteps(summary, by: Superior(report.streets)).enumerated() {
      let lead = number == 0 ? words("下一步：", "Next: ") : ""
      let width = DisplayWidth.width(of: words("下一步：", "Next: "))
      text += style.paint(lead, .help) + (number == 0 ? "" : String(repeating: " ", count: width)) + step + "\n"
    }
    return text
  }

  private func count(_ summary: Summary) -> String {
    words.communities(summary.communities) + words.colon + words.states(summary)
  }

  private func table(_ rows: [(name: String, text: String)]) -> String {
    let names = rows.map { VisibleText($0.name).text }
    let width = min(40, names.map { DisplayWidth.width(of: $0) }.max() ?? 0)
    return zip(names, rows).map { name, row in
      "  " + DisplayWidth.pad(name, to: width) + "  " + VisibleText(row.text).text + "\n"
    }.joined()
  }
}

package import Audit
internal import Diagnostics

/// The report as Markdown files: an index of the district, and a file for each street, which is who puts things right.
package enum MarkdownReport {
  /// The files: `index.md`, then `street-01.md` and so on in the order of the streets; UTF-8.
  ///
  /// Names are numbers, for a street may be called anything.
  package static func render(_ report: AuditReport) -> [(name: String, bytes: [UInt8])] {
    let words = ReportWords(language: report.language)
    let names = report.streets.indices.map { index in
      let number = String(index + 1)
      return "street-\(number.utf8.count < 2 ? "0" : "")\(number).md"
    }
    var files = [(name: "index.md", bytes: Array(index(report, names: names, words).utf8))]
    for (name, street) in zip(names, report.streets) {
      files.append((name, Array(MarkdownStreet(report: report, words: words).render(street).utf8)))
    }
    return files
  }

  /// The district; the streets are links where their files have `names`.
  static func index(_ report: AuditReport, names: [String]?, _ words: ReportWords) -> String {
    let summary = report.summary
    var text = "# " + words("社区标识牌核查汇总", "Signage audit") + "\n\n"
    text += basis(report, words)
    text += "- " + words.communities(summary.communities) + words.colon + words.states(summary) + "\n"
    text += "- " + words("问题", "Findings") + words.colon + words.findings(summary) + "\n"
    text += "- " + words("标识牌", "Signs") + words.colon + words.signs(summary.signs) + "\n"
    if !report.streets.isEmpty {
      text += section(words("各街道", "Streets"))
      let states = CommunityStatus.allCases
      text += row([words("街道", "Street"), words("社区", "Communities")] + states.map(words.word))
      text += row(["---"] + Array(repeating: "---:", count: states.count + 1))
      for (index, street) in report.streets.enumerated() {
        let place = MarkdownText.escape(words.place(street))
        let link = names.map { "[\(place)](\($0[index]))" } ?? place
        text += row([link, "\(street.summary.communities)"] + states.map { "\(street.summary[$0])" })
      }
    }
    if !report.unreadable.isEmpty {
      text += section(words("社区不明的台账", "Inventories of unknown communities"))
      for community in report.unreadable {
        text += "- " + MarkdownText.escape(words.name(community)) + "\n"
        for diagnostic in community.diagnostics { text += "  - " + line(diagnostic, words) + "\n" }
      }
    }
    if !report.departments.isEmpty {
      text += section(words("要求设置不合规标识牌、场所的部门", "Departments that required what fails"))
      for department in report.departments {
        text += "- " + MarkdownText.escape(department.department) + words.colon + words.counts(department) + "\n"
      }
    }
    if !report.diagnostics.isEmpty {
      text += section(words("本次核查的提示", "About this audit"))
      for diagnostic in report.diagnostics { text += "- " + line(diagnostic, words) + "\n" }
    }
    return text + steps(summary, report.streets, words)
  }

  /// By what and when was audited.
  static func basis(_ report: AuditReport, _ words: ReportWords) -> String {
    let standard = report.standard
    var text = "- " + words("依据", "Standard") + words.colon
    text += MarkdownText.escape("\(standard.title[words.language]) (\(standard.id), \(standard.digest))") + "\n"
    for deviation in standard.deviations {
      text += "  - " + words("调整", "changed") + words.colon + MarkdownText.escape(deviation[words.language]) + "\n"
    }
    return text + "- " + words("日期", "As of") + words.colon + MarkdownText.escape(report.asOf) + "\n"
  }

  /// What is to be done, in order.
  static func steps(_ summary: Summary, _ streets: [StreetReport], _ words: ReportWords) -> String {
    var text = section(words("下一步", "Next"))
    for (number, step) in words.nextSteps(summary, by: Superior(streets)).enumerated() {
      text += "\(number + 1). \(step)\n"
    }
    return text
  }

  static func section(_ title: String) -> String {
    "\n## " + title + "\n\n"
  }

  /// A row of a table; the cells are Markdown already.
  static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  /// A diagnostic on one line.
  static func line(_ diagnostic: Diagnostic, _ words: ReportWords) -> String {
    let severity = DiagnosticRenderer(language: words.language).word(diagnostic.severity)
    var text = severity + words.colon + MarkdownText.escape(diagnostic.message[words.language])
    if let help = diagnostic.help { text += " " + MarkdownText.escape(help[words.language]) }
    if let location = diagnostic.location { text += words("（", " (") + place(location) + words("）", ")") }
    return text
  }

  /// `file:line:column`.
  static func place(_ location: SourceLocation) -> String {
    MarkdownText.escape("\(location.file):\(location.range.start.line):\(location.range.start.column)")
  }
}

internal import Audit
internal import Diagnostics

/// The Markdown file of one street: what was audited, what was found in each community, and what the street has to do.
struct MarkdownStreet {
  let report: AuditReport
  let words: ReportWords

  func render(_ street: StreetReport) -> String {
    let summary = street.summary
    var text = "# " + escape(words.place(street)) + "\n\n"
    text += MarkdownReport.basis(report, words)
    text += "- " + words.communities(summary.communities) + words.colon + words.states(summary) + "\n"
    text += "- " + words("问题", "Findings") + words.colon + words.findings(summary) + "\n"
    text += "- " + words("标识牌", "Signs") + words.colon + words.signs(summary.signs) + "\n"
    text += MarkdownReport.section(words("社区", "Communities"))
    text += street.communities.map(render).joined(separator: "\n")
    text += list(words("待核实", "Undetermined"), street, where: { $0.outcome == .undetermined }, open)
    text += list(words("豁免", "Waivers"), street, where: { $0.outcome == .waived }, waived)
    text += departments(street)
    return text + MarkdownReport.steps(summary, [street], words)
  }

  private func escape(_ text: String) -> String {
    MarkdownText.escape(text)
  }

  /// A community with its failures.
  private func render(_ community: CommunityReport) -> String {
    var text = "### " + escape(words.name(community)) + words.colon + words.state(community) + "\n\n"
    if let source = community.source {
      text += "- " + words("台账", "Inventory") + words.colon + escape(source) + "\n"
    }
    if let code = community.code { text += "- " + words("代码", "Code") + words.colon + escape(code) + "\n" }
    let survey = [community.surveyedOn, community.surveyedBy].compactMap { $0 }.map(escape)
    if !survey.isEmpty {
      text += "- " + words("采集", "Surveyed") + words.colon + survey.joined(separator: words("，", ", ")) + "\n"
    }
    for diagnostic in community.diagnostics { text += "- " + MarkdownReport.line(diagnostic, words) + "\n" }
    let failures = community.findings.filter { $0.outcome == .fail }
    guard !failures.isEmpty else { return text }
    text += "\n"
    text += MarkdownReport.row([
      words("规则", "Rule"), words("标识牌", "Sign"), words("问题", "Finding"), words("整改", "What to do"),
    ])
    text += MarkdownReport.row(Array(repeating: "---", count: 4))
    for finding in failures {
      text += MarkdownReport.row([
        title(finding), finding.sign.map(escape) ?? "—", words.word(finding) + words.colon + problem(finding),
        escape(finding.remedy),
      ])
    }
    return text
  }

  private func title(_ finding: Finding) -> String {
    let rule = report.rules[finding.rule]
    return escape(rule.title[words.language]) + "<br>" + escape(rule.id)
  }

  /// What is wrong, the values that the message leaves out, who required it, and where it stands.
  private func problem(_ finding: Finding) -> String {
    var parts = [escape(finding.message)]
    let (expected, actual) = finding.untoldValues
    if let expected { parts.append(words("应为：", "expected: ") + escape(expected)) }
    if let actual { parts.append(words("现为：", "actual: ") + escape(actual)) }
    if !finding.demandedBy.isEmpty {
      let names = finding.demandedBy.map(escape).joined(separator: words("、", ", "))
      parts.append(words("要求设置：", "required by: ") + names)
    }
    parts.append(MarkdownReport.place(finding.location))
    return parts.joined(separator: "<br>")
  }

  private func list(
    _ title: String, _ street: StreetReport, where isListed: (Finding) -> Bool,
    _ line: (CommunityReport, Finding) -> String
  ) -> String {
    var text = ""
    for community in street.communities {
      for finding in community.findings where isListed(finding) { text += "- " + line(community, finding) + "\n" }
    }
    return text.isEmpty ? "" : MarkdownReport.section(title) + text
  }

  private func open(_ community: CommunityReport, _ finding: Finding) -> String {
    let what = "\(words.name(community))\(words.colon)\(finding.message) \(finding.remedy)"
    return escape(what) + words("（", " (") + MarkdownReport.place(finding.location) + words("）", ")")
  }

  private func waived(_ community: CommunityReport, _ finding: Finding) -> String {
    let what = escape("\(words.name(community))\(words.colon)\(finding.message)")
    guard let waiver = finding.waiver else { return what }
    return what
      + escape(
        words(
          "豁免：\(waiver.reason)；批准：\(waiver.approvedBy)；依据：\(waiver.document)；有效期至 \(waiver.expires)",
          " Waived: \(waiver.reason); approved by \(waiver.approvedBy); \(waiver.document); until \(waiver.expires)"))
  }

  private func departments(_ street: StreetReport) -> String {
    let counts = street.departments(of: report)
    guard !counts.isEmpty else { return "" }
    let lines = counts.map { "- " + escape($0.department) + words.colon + words.counts($0) + "\n" }
    return MarkdownReport.section(words("要求设置不合规标识牌、场所的部门", "Departments that required what fails"))
      + lines.joined()
  }
}

package import Audit
package import Diagnostics

/// The report for a terminal, and for a person at a street office: street by street, each finding with its place in the
/// file and what to do, and at the end what was counted and what comes next.
///
/// Streets, communities and findings stand in the order of the report; nothing is ranked. What inventories say is made
/// visible, never obeyed.
package struct TextReport: Sendable {
  private let words: ReportWords
  private let style: TerminalStyle
  private let columns: Int
  private let showPasses: Bool
  private let diagnostics: DiagnosticRenderer

  /// Makes the layout of a report.
  ///
  /// - Parameters:
  ///   - language: The language of its words; the messages are in the language of the audit.
  ///   - style: Its colours.
  ///   - columns: The width of the terminal, in columns.
  ///   - showPasses: Whether rules that are kept are listed too.
  package init(language: Language, style: TerminalStyle, columns: Int, showPasses: Bool) {
    words = ReportWords(language: language)
    self.style = style
    self.columns = max(40, columns)
    self.showPasses = showPasses
    // The gutter of a frame holds line numbers of up to five digits.
    diagnostics = DiagnosticRenderer(
      language: language, frame: CodeFrame(columns: self.columns - 8, context: 1, style: style))
  }

  /// The report, each line of it ending with a line feed.
  package func render(_ report: AuditReport) -> String {
    var text = ""
    for street in report.streets {
      text += heading(words.place(street))
      // States stand under each other as long as no name is out of all proportion.
      let width = street.communities.map { DisplayWidth.width(of: visible(words.name($0))) }.max() ?? 0
      text += list(street.communities, nameWidth: min(width, 24), report.rules)
    }
    if !report.unreadable.isEmpty {
      text += heading(words("社区不明的台账", "Inventories of unknown communities"))
      text += list(report.unreadable, nameWidth: 0, report.rules)
    }
    if !report.departments.isEmpty { text += departments(report.departments) + "\n" }
    if !report.diagnostics.isEmpty {
      text += heading(words("本次核查的提示", "About this audit"))
      text += report.diagnostics.map { diagnostics.render($0) + "\n" }.joined()
    }
    return text + TextSummary(words: words, style: style).render(report, heading: heading)
  }

  private func visible(_ text: String) -> String {
    VisibleText(text).text
  }

  /// A title with a rule up to the edge, at most 80 columns.
  private func heading(_ title: String) -> String {
    let title = visible(title)
    let rest = max(3, min(columns, 80) - DisplayWidth.width(of: title) - 4)
    let rule = String(repeating: "─", count: rest)
    return style.paint("──", .gutter) + " " + style.paint(title, .message) + " " + style.paint(rule, .gutter) + "\n\n"
  }

  // MARK: Communities

  /// Communities, with an empty line behind each that has something to be said about, and behind the last.
  private func list(_ communities: [CommunityReport], nameWidth: Int, _ rules: [RuleSummary]) -> String {
    var text = ""
    for (place, community) in communities.enumerated() {
      let (line, blocks) = render(community, nameWidth: nameWidth, rules)
      text += line
      for block in blocks { text += "\n" + block }
      if !blocks.isEmpty, place < communities.count - 1 { text += "\n" }
    }
    return text + "\n"
  }

  private func render(_ community: CommunityReport, nameWidth: Int, _ rules: [RuleSummary]) -> (
    line: String, blocks: [String]
  ) {
    let name = visible(words.name(community))
    let padding = String(repeating: " ", count: max(0, nameWidth - DisplayWidth.width(of: name)))
    var text = style.paint(name, .message) + padding + "  "
    text += style.paint(words.state(community), role(community.status))
    // A community that has no other name is called by its file.
    if let source = community.source, community.name != nil { text += "  " + style.paint(visible(source), .gutter) }
    text += "\n"
    var blocks: [String] = community.diagnostics.map { diagnostic in
      diagnostics.render(diagnostic) { file, line in file == community.source ? community.lines[line] : nil }
    }
    for finding in community.findings where showPasses || finding.outcome != .pass {
      blocks.append(render(finding, rules[finding.rule], community))
    }
    return (text, blocks)
  }

  private func role(_ status: CommunityStatus) -> TerminalStyle.Role {
    switch status {
    case .compliant: .severity(.note)
    case .noncompliant, .unreadable: .severity(.error)
    case .undetermined, .missing: .related
    }
  }

  // MARK: Findings

  private func render(_ finding: Finding, _ rule: RuleSummary, _ community: CommunityReport) -> String {
    let title = visible(rule.title[words.language])
    var text = style.paint(words.word(finding), role(finding)) + words.colon
    text += style.paint(title, .message) + " " + style.paint("[\(visible(rule.id))]", .gutter) + "\n"
    if finding.outcome == .pass { return text }
    text += "  " + visible(finding.message) + "\n"
    text += "  " + style.paint("-->", .gutter) + " " + place(finding.location) + "\n"
    var elsewhere = finding.related
    if finding.outcome != .waived {
      let near = elsewhere.filter { line(of: $0.location, in: community) != nil }
      let marks =
        [CodeFrame.Mark(finding.location.range)]
        + near.map { CodeFrame.Mark($0.location.range, label: $0.message, isPrimary: false) }
      let frame =
        line(of: finding.location, in: community) == nil
        ? "" : diagnostics.frame.render(marks, severity: finding.severity) { community.lines[$0] }
      text += frame
      // What the frame labels need not be said again.
      if !frame.isEmpty { elsewhere.removeAll(where: near.contains) }
    }
    for related in elsewhere {
      text += note(related.message + words.colon + place(related.location))
    }
    return text + conclusion(finding)
  }

  /// What a finding ends with: the values, who required it, and what to do, or why nothing is to be done.
  private func conclusion(_ finding: Finding) -> String {
    if let waiver = finding.waiver, finding.outcome == .waived {
      return note(words.waiver(waiver))
    }
    var text = ""
    let (expected, actual) = finding.untoldValues
    if let expected { text += note(words("应为：", "expected: ") + expected) }
    if let actual { text += note(words("现为：", "actual: ") + actual) }
    if !finding.demandedBy.isEmpty {
      text += note(words("要求设置：", "required by: ") + finding.demandedBy.joined(separator: words("、", ", ")))
    }
    if !finding.remedy.isEmpty {
      let word = words("整改：", "fix: ")
      text += "  " + style.paint("→ " + word, .help) + visible(finding.remedy) + "\n"
    }
    return text
  }

  private func role(_ finding: Finding) -> TerminalStyle.Role {
    switch finding.outcome {
    case .fail where finding.isBaselined: .related
    case .fail: .severity(finding.severity)
    case .undetermined: .related
    case .waived, .pass: .severity(.note)
    }
  }

  private func note(_ text: String) -> String {
    "  " + style.paint("=", .gutter) + " " + visible(text) + "\n"
  }

  private func place(_ location: SourceLocation) -> String {
    "\(visible(location.file)):\(location.range.start.line):\(location.range.start.column)"
  }

  private func line(of location: SourceLocation, in community: CommunityReport) -> String? {
    location.file == community.source ? community.lines[location.range.start.line] : nil
  }

  // MARK: Departments

  private func departments(_ departments: [DepartmentCount]) -> String {
    var text = heading(words("要求设置不合规标识牌、场所的部门", "Departments that required what fails"))
    let names = departments.map { visible($0.department) }
    let width = min(40, names.map { DisplayWidth.width(of: $0) }.max() ?? 0)
    for (name, count) in zip(names, departments) {
      text += "  " + DisplayWidth.pad(name, to: width) + "  "
      text += words.counts(count) + "\n"
    }
    return text
  }
}

package import Audit
internal import Diagnostics

/// The report as workflow commands of GitHub Actions: an annotation at its line for each failure, for what is to be
/// verified and for what could not be read, then a line with the counts.
///
/// Waived failures, passes and what the baseline knows are `debug` commands, which are seen when debug logging is on:
/// GitHub shows ten annotations of a level a step, and an excused failure must not take the place of an open one.
package enum GitHubReport {
  /// The commands as UTF-8, a line each. Nothing from an inventory begins a line.
  package static func render(_ report: AuditReport) -> [UInt8] {
    let words = ReportWords(language: report.language)
    var text = ""
    for community in report.streets.flatMap(\.communities) + report.unreadable {
      for diagnostic in community.diagnostics { text += line(diagnostic, words) }
      for finding in community.findings { text += line(finding, report.rules[finding.rule], community, words) }
    }
    for diagnostic in report.diagnostics { text += line(diagnostic, words) }
    let summary = report.summary
    text += "signaudit" + words.colon + words.communities(summary.communities) + words.colon + words.states(summary)
    text += words("；问题", "; findings") + words.colon + words.findings(summary) + "\n"
    return Array(text.utf8)
  }

  private static func line(
    _ finding: Finding, _ rule: RuleSummary, _ community: CommunityReport, _ words: ReportWords
  ) -> String {
    let title = "\(words.name(community)) \(rule.title[words.language]) [\(rule.id)]"
    let outcome = finding.isBaselined ? .waived : finding.outcome
    switch outcome {
    case .pass, .waived:
      let waiver = finding.waiver.map { " " + words.waiver($0) } ?? ""
      let message = "\(words.word(finding))\(words.colon)\(title)\(words.colon)\(finding.message)\(waiver)"
      return command("debug", nil, "", message)
    case .undetermined:
      return command("notice", finding.location, title, words.word(finding) + words.colon + said(finding))
    case .fail:
      return command(level(finding.severity), finding.location, title, said(finding))
    }
  }

  private static func said(_ finding: Finding) -> String {
    finding.remedy.isEmpty ? finding.message : finding.message + "\n→ " + finding.remedy
  }

  private static func line(_ diagnostic: Diagnostic, _ words: ReportWords) -> String {
    let help = diagnostic.help.map { "\n→ " + $0[words.language] } ?? ""
    let title = DiagnosticRenderer(language: words.language).word(diagnostic.severity)
    return command(level(diagnostic.severity), diagnostic.location, title, diagnostic.message[words.language] + help)
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .advice, .note: "notice"
    }
  }

  /// A command. Columns are given only for a place within one line, as GitHub wants them.
  private static func command(
    _ name: String, _ location: SourceLocation?, _ title: String, _ message: String
  ) -> String {
    var properties: [String] = []
    if let location, location.file != "-" {
      let start = location.range.start
      let end = location.range.end
      properties.append("file=" + escape(ReportPath(location.file).text, isProperty: true))
      properties.append("line=\(start.line)")
      if end.line > start.line {
        properties.append("endLine=\(end.line)")
      } else {
        properties.append("col=\(start.column)")
        // GitHub's last column is the last character's own.
        if end.column > start.column + 1 { properties.append("endColumn=\(end.column - 1)") }
      }
    }
    if !title.isEmpty { properties.append("title=" + escape(title, isProperty: true)) }
    let list = properties.isEmpty ? "" : " " + properties.joined(separator: ",")
    return "::\(name)\(list)::\(escape(message, isProperty: false))\n"
  }

  /// A text as it stands in a command: on one line, `%` and line ends percent-encoded, in a property also `:` and `,`.
  static func escape(_ raw: String, isProperty: Bool) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in VisibleText(raw, keepingNewlines: !isProperty).text.unicodeScalars {
      switch scalar {
      case "%": escaped.append(contentsOf: "%25".unicodeScalars)
      case "\n": escaped.append(contentsOf: "%0A".unicodeScalars)
      case ":" where isProperty: escaped.append(contentsOf: "%3A".unicodeScalars)
      case "," where isProperty: escaped.append(contentsOf: "%2C".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}

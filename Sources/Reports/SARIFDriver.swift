internal import Audit
internal import Diagnostics

/// Writes the tool and the rules of a report as SARIF's `tool.driver`.
struct SARIFDriver {
  let report: AuditReport
  let words: ReportWords

  func write(version: String, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("name")
      writer.string("signaudit")
      writer.key("version")
      writer.string(version)
      writer.key("semanticVersion")
      writer.string(version)
      writer.key("language")
      writer.string(words("zh-CN", "en-US"))
      writer.key("shortDescription")
      SARIFReport.message(report.standard.title[words.language], &writer)
      writer.key("rules")
      writer.array(report.rules) { rule($1, &$0) }
    }
  }

  private func rule(_ rule: RuleSummary, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("id")
      writer.string(rule.id)
      writer.key("shortDescription")
      SARIFReport.message(rule.title[words.language], &writer)
      writer.key("fullDescription")
      SARIFReport.message(rule.rationale[words.language], &writer)
      writer.key("help")
      writer.object { writer in
        let parts = help(rule)
        writer.key("text")
        writer.string(parts.map { SARIFReport.plain($0.title + "\n" + $0.text) }.joined(separator: "\n\n"))
        writer.key("markdown")
        writer.string(parts.map(markdown).joined(separator: "\n\n"))
      }
      writer.key("defaultConfiguration")
      writer.object(inLine: true) { writer in
        writer.key("level")
        writer.string(SARIFReport.level(rule.severity))
      }
      writer.key("properties")
      writer.object { writer in
        writer.key("modality")
        writer.string(rule.modality)
        writer.key("severity")
        writer.string(rule.severity.rawValue)
        writer.key("clauses")
        writer.strings(rule.clauses)
        // What GitHub filters and sorts by.
        writer.key("tags")
        writer.strings([rule.modality] + rule.clauses)
        writer.key("problem.severity")
        writer.string(problemSeverity(rule.severity))
      }
    }
  }

  private func problemSeverity(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .advice, .note: "recommendation"
    }
  }

  /// What is right, why, what to do, and the clauses in their own words.
  private func help(_ rule: RuleSummary) -> [(title: String, text: String)] {
    var parts = [
      (words("为什么", "Why"), rule.rationale[words.language]),
      (words("怎么改", "What to do"), SARIFDriver.withoutSlots(rule.remedy[words.language])),
    ]
    for id in rule.clauses {
      guard let clause = report.standard.clauses.first(where: { $0.id == id }) else { continue }
      parts.append((words("条款 ", "Clause ") + "\(id) \(clause.title[words.language])", clause.text))
    }
    return parts
  }

  private func markdown(_ part: (title: String, text: String)) -> String {
    "**" + escape(part.title) + "**\n\n" + escape(part.text)
  }

  /// Markdown that is no markup, with its braces doubled: also in Markdown a single one would be a placeholder (§3.11.5).
  private func escape(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in MarkdownText.escape(text).unicodeScalars {
      if scalar == "{" || scalar == "}" { escaped.append(scalar) }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// A remedy in general: the slots that a finding fills are left open.
  static func withoutSlots(_ template: String) -> String {
    var text = String.UnicodeScalarView()
    var depth = 0
    for scalar in template.unicodeScalars {
      switch scalar {
      case "{":
        if depth == 0 { text.append("…") }
        depth += 1
      case "}": depth = max(0, depth - 1)
      default: if depth == 0 { text.append(scalar) }
      }
    }
    return String(text)
  }
}

package import Audit
internal import Diagnostics

/// The report as SARIF 2.1.0 (OASIS, errata 01), for code scanning: one run with the rules, a result per finding, and
/// what could not be read as notifications of the tool.
///
/// Outcomes map to SARIF's kinds: `fail`; undetermined is `open`, waived is `fail` with an accepted suppression, and
/// `pass` occurs only if the audit reports passes. The level of a kind other than `fail` is `none`, as SARIF demands.
package enum SARIFReport {
  /// The report as UTF-8, ending with a line feed.
  ///
  /// - Parameters:
  ///   - report: The audit.
  ///   - version: The version of the tool, `major.minor.patch`.
  package static func render(_ report: AuditReport, version: String) -> [UInt8] {
    let words = ReportWords(language: report.language)
    let results = SARIFResult(report: report)
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.key("$schema")
      writer.string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      writer.key("version")
      writer.string("2.1.0")
      writer.key("runs")
      writer.array([report]) { writer, report in
        writer.object { writer in
          writer.key("tool")
          writer.object { writer in
            writer.key("driver")
            SARIFDriver(report: report, words: words).write(version: version, &writer)
          }
          writer.key("automationDetails")
          writer.object(inLine: true) { writer in
            writer.key("id")
            writer.string("signaudit/\(report.standard.id)/")
          }
          writer.key("language")
          writer.string(words("zh-CN", "en-US"))
          writer.key("columnKind")
          writer.string("unicodeCodePoints")
          writer.key("originalUriBaseIds")
          sourceRoot(words, &writer)
          writer.key("invocations")
          writer.array([report]) { invocation($1, words, &$0) }
          writer.key("results")
          writer.array(communities(report).flatMap { community in community.findings.map { (community, $0) } }) {
            results.write($1.1, of: $1.0, &$0)
          }
          writer.key("properties")
          properties(report, &writer)
        }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  /// All communities in the order of the report.
  private static func communities(_ report: AuditReport) -> [CommunityReport] {
    report.streets.flatMap(\.communities) + report.unreadable
  }

  /// Paths are relative to where the audit ran; which directory that was is not in the report, whose bytes are the same
  /// everywhere.
  private static func sourceRoot(_ words: ReportWords, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("SRCROOT")
      writer.object(inLine: true) { writer in
        writer.key("description")
        message(words("运行核查时所在的目录。", "The directory in which the audit ran."), &writer)
      }
    }
  }

  private static func invocation(_ report: AuditReport, _ words: ReportWords, _ writer: inout JSONWriter) {
    let read = communities(report).flatMap(\.diagnostics) + report.diagnostics
    writer.object { writer in
      writer.key("executionSuccessful")
      writer.bool(report.summary.unreadable == 0 && !read.contains { $0.severity == .error })
      writer.key("toolExecutionNotifications")
      writer.array(read) { notification($1, words, &$0) }
    }
  }

  private static func notification(_ diagnostic: Diagnostic, _ words: ReportWords, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("level")
      writer.string(level(diagnostic.severity))
      writer.key("message")
      let help = diagnostic.help.map { "\n" + $0[words.language] } ?? ""
      message(diagnostic.message[words.language] + help, &writer)
      if let location = diagnostic.location {
        writer.key("locations")
        writer.array([location]) { SARIFReport.location($1, &$0) }
      }
    }
  }

  /// The counts, the day and the standard, for programs that read them here.
  private static func properties(_ report: AuditReport, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("as_of")
      writer.string(report.asOf)
      writer.key("standard")
      writer.string(report.standard.id)
      writer.key("standard_digest")
      writer.string(report.standard.digest)
      writer.key("deviations")
      writer.strings(report.standard.deviations.map { $0[report.language] })
      writer.key("summary")
      JSONBody(rules: [], language: report.language).summary(report.summary, &writer)
    }
  }

  // MARK: What results and notifications have in common

  /// A severity as SARIF's level.
  static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .advice, .note: "note"
    }
  }

  /// Writes a message object with a plain text.
  static func message(_ text: String, _ writer: inout JSONWriter) {
    writer.object(inLine: true) { writer in
      writer.key("text")
      writer.string(plain(text))
    }
  }

  /// A text as a SARIF message string: nothing in it is a placeholder (braces doubled, §3.11.5) or a link (brackets
  /// escaped, §3.11.6), and what a viewer would obey is shown.
  static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in VisibleText(text, keepingNewlines: true).text.unicodeScalars {
      switch scalar {
      case "{", "}": plain.append(scalar)
      case "[", "]": plain.append("\\")
      default: break
      }
      plain.append(scalar)
    }
    return String(plain)
  }

  /// Writes a location; what a related location says of itself is its message.
  static func location(
    _ location: SourceLocation, id: Int? = nil, message text: String? = nil, _ writer: inout JSONWriter
  ) {
    let range = location.range
    writer.object { writer in
      if let id {
        writer.key("id")
        writer.number(id)
      }
      writer.key("physicalLocation")
      writer.object { writer in
        writer.key("artifactLocation")
        writer.object(inLine: true) { writer in
          let path = ReportPath(location.file)
          writer.key("uri")
          writer.string(path.uri)
          if !path.isAbsolute {
            writer.key("uriBaseId")
            writer.string("SRCROOT")
          }
        }
        writer.key("region")
        writer.object(inLine: true) { writer in
          writer.key("startLine")
          writer.number(range.start.line)
          writer.key("startColumn")
          writer.number(range.start.column)
          if range.end > range.start {
            writer.key("endLine")
            writer.number(range.end.line)
            writer.key("endColumn")
            writer.number(range.end.column)
          }
        }
      }
      if let text {
        writer.key("message")
        message(text, &writer)
      }
    }
  }
}

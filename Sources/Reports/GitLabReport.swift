package import Audit
internal import Diagnostics

/// The report as GitLab's Code Quality JSON: what is open, each at its line.
///
/// Code Quality knows no excused and no passed entries: waived failures and passes are left out, as GitLab would count
/// them. Its severities are used so: `blocker` for what could not be read, `major` for errors, `minor` for warnings,
/// `info` for advice, for what is to be verified and for what the baseline knows.
package enum GitLabReport {
  /// The report as UTF-8, ending with a line feed; an empty array where nothing is open.
  package static func render(_ report: AuditReport) -> [UInt8] {
    let words = ReportWords(language: report.language)
    var entries: [Entry] = []
    for community in report.streets.flatMap(\.communities) + report.unreadable {
      entries += community.diagnostics.compactMap { entry($0, words) }
      for finding in community.findings {
        guard let entry = entry(finding, of: community, report.rules[finding.rule], words) else { continue }
        entries.append(entry)
      }
    }
    entries += report.diagnostics.compactMap { entry($0, words) }
    // GitLab keeps one of several entries with the same fingerprint: a third inventory of a community must not vanish.
    var seen: [String: Int] = [:]
    for index in entries.indices {
      let times = seen[entries[index].fingerprint, default: 0] + 1
      seen[entries[index].fingerprint] = times
      if times > 1 { entries[index].fingerprint += "-\(times)" }
    }
    var writer = JSONWriter(.pretty)
    writer.array(entries) { write($1, &$0) }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private struct Entry {
    var description: String
    var check: String
    var fingerprint: String
    var severity: String
    var location: SourceLocation
  }

  private static func entry(
    _ finding: Finding, of community: CommunityReport, _ rule: RuleSummary, _ words: ReportWords
  ) -> Entry? {
    let severity: String
    var description = "\(words.name(community))\(words.colon)\(finding.message)"
    switch (finding.outcome, finding.severity) {
    case (.pass, _), (.waived, _): return nil
    case (.undetermined, _):
      severity = "info"
      description = words.word(finding) + words.colon + description
    case (.fail, _) where finding.isBaselined:
      severity = "info"
      description = words.word(finding) + words.colon + description
    case (.fail, .error): severity = "major"
    case (.fail, .warning): severity = "minor"
    case (.fail, .advice), (.fail, .note): severity = "info"
    }
    if !finding.remedy.isEmpty { description += " → " + finding.remedy }
    return Entry(
      description: description, check: rule.id, fingerprint: finding.fingerprint, severity: severity,
      location: finding.location)
  }

  /// What the tool says about a file; what concerns none has no place in Code Quality.
  private static func entry(_ diagnostic: Diagnostic, _ words: ReportWords) -> Entry? {
    guard let location = diagnostic.location, diagnostic.severity != .note else { return nil }
    let help = diagnostic.help.map { " → " + $0[words.language] } ?? ""
    return Entry(
      description: diagnostic.message[words.language] + help, check: "signaudit.diagnostic",
      fingerprint: Fingerprint.of(diagnostic), severity: diagnostic.severity == .error ? "blocker" : "minor",
      location: location)
  }

  private static func write(_ entry: Entry, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("description")
      writer.string(VisibleText(entry.description).text)
      writer.key("check_name")
      writer.string(entry.check)
      writer.key("fingerprint")
      writer.string(entry.fingerprint)
      writer.key("severity")
      writer.string(entry.severity)
      writer.key("location")
      writer.object(inLine: true) { writer in
        writer.key("path")
        writer.string(ReportPath(entry.location.file).text)
        writer.key("lines")
        writer.object { writer in
          writer.key("begin")
          writer.number(entry.location.range.start.line)
        }
      }
    }
  }
}

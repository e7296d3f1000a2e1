package import Audit
internal import Diagnostics

/// The report as one piece of Markdown for the page of a job: the district, then street by street, without links to
/// files that are not there.
package enum JobSummary {
  /// The most that GitHub takes of a step's summary, with room for what other commands of the step write: bytes.
  private static let limit = 1_000_000

  /// The summary as UTF-8, at most a million bytes; where that is not enough, the last line says what is left out.
  package static func render(_ report: AuditReport) -> [UInt8] {
    render(report, limit: limit)
  }

  static func render(_ report: AuditReport, limit: Int) -> [UInt8] {
    let words = ReportWords(language: report.language)
    var text = MarkdownReport.index(report, names: nil, words)
    let street = MarkdownStreet(report: report, words: words)
    for part in report.streets { text += "\n" + street.render(part) }
    let bytes = Array(text.utf8)
    if bytes.count <= limit { return bytes }
    let note = "\n" + words("内容过长，其余从略；请看完整的报告。", "The rest is left out here; see the report itself.") + "\n"
    let kept = bytes.prefix(max(0, limit - note.utf8.count))
    // Whole lines only: a table's row that is cut would not be one.
    let end = kept.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return Array(kept[..<end]) + Array(note.utf8)
  }
}

import Audit
import Diagnostics
import Glibc
import Rectification
import Reports
import Spreadsheets
import Standard

/// Where the formats of one run go: to files, which are put in place together at the end, and one to standard output.
struct ReportOutputs {
  /// The formats, `text` where none was asked for.
  let targets: [FormatOption<ReportFormat>]
  /// Where standard output is written instead.
  let output: String?
  /// The file that GitHub shows on a job's page, to which a summary is appended; nil where none is asked for.
  let summaryPath: String?
  let language: Language
  let color: ColorOption
  let showPasses: Bool

  private let files = OutputFiles()
  /// What standard output gets when the files are in place.
  private var standardOutput: [UInt8] = []
  /// Where streams go.
  private var streams: [OutputFiles.Handle] = []

  init(
    _ targets: [FormatOption<ReportFormat>], output: String?, summaryPath: String?, language: Language,
    color: ColorOption,
    showPasses: Bool
  ) {
    self.targets = targets.isEmpty ? [FormatOption(.text)] : targets
    self.output = output
    self.summaryPath = summaryPath
    self.language = language
    self.color = color
    self.showPasses = showPasses
  }

  /// Whether anything wants the report as a whole.
  var needsReport: Bool { summaryPath != nil || targets.contains { $0.format != .ndjson } }
  /// Whether anything wants the communities one by one.
  var needsStream: Bool { targets.contains { $0.format == .ndjson } }
  /// Whether anything shows the lines of the files.
  var needsLines: Bool { targets.contains { $0.format == .text } }

  /// Whether anything shows what is recorded of signs.
  var needsSigns: Bool { targets.contains { $0.format.showsSigns } }

  /// Opens the streams.
  mutating func begin() throws(Output.Failure) {
    for target in targets where target.format == .ndjson {
      let path = target.path ?? output
      streams.append(try path.map { path throws(Output.Failure) in try files.open(path) } ?? files.standardOutput())
    }
  }

  /// Writes a part of the stream. A closed pipe is a failure only where nobody waits for anything else.
  func stream(_ bytes: [UInt8]) throws(Output.Failure) {
    for handle in streams { try files.append(bytes, to: handle) }
    if !needsReport, files.isAbandoned { throw Output.Failure("stdout", EPIPE) }
  }

  /// Writes the report in every format that wants it whole, but puts nothing in place yet.
  mutating func write(_ report: AuditReport, _ standard: Standard) throws(Output.Failure) {
    for target in targets {
      let path = target.path ?? output
      switch target.format {
      case .ndjson: break
      case .markdown: try files.write(MarkdownReport.render(report), directory: target.path ?? ".")
      case .html:
        let planner = ElevationPlanner(standard)
        let pages = HTMLReport.render(report, norm: planner?.norm()) { planner?.elevation(of: $0) }
        try files.write(pages, directory: target.path ?? ".")
      case .text: try write(text(report, path), path)
      case .json: try write(JSONReport.render(report), path)
      case .csv: try write(CSVReport.render(report), path)
      case .xlsx: try write(workbook(report, path ?? "stdout"), path)
      case .sarif: try write(SARIFReport.render(report, version: SignAudit.number), path)
      case .junit: try write(JUnitReport.render(report), path)
      case .github: try write(GitHubReport.render(report), path)
      case .gitlab: try write(GitLabReport.render(report), path)
      }
    }
    if let summaryPath { try files.append(JobSummary.render(report), toEndOf: summaryPath) }
  }

  /// Puts the files in place, then writes to standard output.
  func end() throws(Output.Failure) {
    try files.commit()
    try Output.standardOutput(standardOutput)
  }

  private mutating func write(_ bytes: [UInt8], _ path: String?) throws(Output.Failure) {
    if let path { try files.write(bytes, path) } else { standardOutput += bytes }
  }

  private func workbook(_ report: AuditReport, _ name: String) throws(Output.Failure) -> [UInt8] {
    do { return try WorkbookReport.render(report) } catch { throw Output.Failure(name, error.code) }
  }

  private func text(_ report: AuditReport, _ path: String?) -> [UInt8] {
    let text = TextReport(
      language: language, style: color.style(to: path), columns: Terminal.columns, showPasses: showPasses)
    return Array(text.render(report).utf8)
  }
}

/// The terminal that reads the results.
enum Terminal {
  /// Its width in columns; 100 where it is none.
  static var columns: Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return Int(size.ws_col)
  }
}

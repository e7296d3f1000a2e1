import ArgumentParser
import Audit
import Diagnostics
import Reports
import Standard
import StandardTools

/// `signaudit audit --compare-rules`: the same inventories under two standards.
extension AuditCommand {
  /// The formats of a comparison.
  private static let comparable: [ReportFormat] = [.text, .markdown, .json]

  /// What is wrong with the formats of a comparison, if anything is.
  var comparisonProblem: String? {
    if paths.contains("-") || options.filesFrom == "-" {
      return "--compare-rules 要读两遍台账，不能从标准输入读。--compare-rules reads inventories twice: not from standard input."
    }
    if baseline != nil || ratchet {
      return "--compare-rules 不用基线：它说的是两套标准之间的变化。--compare-rules takes no baseline."
    }
    if let format = format.map(\.format).first(where: { !Self.comparable.contains($0) }) {
      return "--compare-rules 的格式是 text、markdown、json，没有 \(format)。With --compare-rules no \(format)."
    }
    return FormatOption.problem(format, output: output)
  }

  /// Audits by the standard in force and by another one, and writes what would change.
  ///
  /// Ends with 1 where failures appear at or above the threshold, with 2 where something could not be audited.
  func compare(with directory: String) async throws {
    let session = try AuditSession(options)
    let threshold = session.threshold(failOn)
    var before = try await session.collect(paths)
    let present = session.report(&before)
    session.voice.say(present.diagnostics)
    // What is to be said of the files was said; what the other standard does not understand is an error. Waivers were
    // written for the standard in force: those of rules that the other one lacks have nothing to waive.
    var others = options
    others.rules = directory
    others.quiet = true
    let rules = session.standard.rules.flatMap { [$0.id] + $0.aliases } + session.standard.switchedOff
    let other = try AuditSession(others, otherRules: rules)
    var after = try await other.collect(paths)
    let impact = RulesImpact(before: (session.standard, present), after: (other.standard, other.report(&after)))
    let report = ImpactReport(impact, language: session.language)
    try session.voice.write(format, or: .text, output: output) { format, path in
      switch format {
      case .json: report.json()
      case .markdown: Array(report.markdown().utf8)
      default: Array(report.text(style: options.color.style(to: path)).utf8)
      }
    }
    if !before.isWhole || !after.isWhole { throw ExitCode(2) }
    guard let severity = threshold.severity else { return }
    if impact.appearing(atLeast: severity, countingUndetermined: strict) > 0 { throw ExitCode(1) }
  }
}

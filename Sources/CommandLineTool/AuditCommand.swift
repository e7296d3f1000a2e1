import ArgumentParser
import Audit
import Diagnostics
import Foundation
import Inventory
import Rectification
import Reports
import Standard
import YAMLTree

/// `signaudit audit`.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "检查台账，按街道出报告。Audit inventories; a report per street.")

  @Argument(help: "台账文件或目录，- 为标准输入。Inventory files or directories; - is standard input.")
  var paths: [String] = []
  @Option(
    name: .long,
    help: ArgumentHelp(
      "格式：\(ReportFormat.list)，可写 F=路径，可重复。Formats, repeatable, F=PATH.", valueName: "format[=path]"))
  var format: [FormatOption<ReportFormat>] = []
  @OptionGroup var options: AuditOptions
  @Option(
    help: ArgumentHelp(
      "假如换用这套标准，结论会怎样变。What would change under this standard.", valueName: "directory"))
  var compareRules: String?
  @Option(help: "基线：其中的已知问题照常报告，但不使本次核查失败。The baseline: what it knows is reported and does not fail.")
  var baseline: String?
  @Flag(help: "基线里有已经过时的条目时以 1 退出。Fail where the baseline names what is not found any more.")
  var ratchet = false
  @Option(help: "从哪一级起以 1 退出：error（默认）、warning、advice、never。") var failOn: ThresholdOption?
  @Flag(help: "待核实的问题按规则的级别计。Undetermined findings count.") var strict = false
  @Flag(help: "也列出通过的规则。Show passes too.") var showPasses = false
  @Option(help: "标准输出改写到文件。Write standard output to a file.") var output: String?
  @Flag(help: "在 GitHub 任务页上附汇总（写入 GITHUB_STEP_SUMMARY）。A summary for GitHub's job page.")
  var githubSummary = false

  func validate() throws {
    let problem =
      compareRules == nil
      ? FormatOption.problem(format, output: output) {
        $0.unplacedProblem(output: output, isTerminal: isatty(1) == 1)
      } : comparisonProblem
    if let problem { throw ValidationError(problem) }
    if githubSummary, summaryPath == nil {
      throw ValidationError(
        "--github-summary 要在 GitHub Actions 里用：没有环境变量 GITHUB_STEP_SUMMARY。GITHUB_STEP_SUMMARY is not set.")
    }
    if let problem = options.problem(with: paths) { throw ValidationError(problem) }
  }

  func run() async throws {
    if let compareRules { return try await compare(with: compareRules) }
    var session = try AuditSession(options, baseline: baseline, usesBaseline: true)
    if ratchet, session.settings.baseline == nil {
      throw ValidationError("--ratchet 要有基线：加 --baseline 文件。--ratchet needs a --baseline.")
    }
    let threshold = session.threshold(failOn)
    let input = try session.input(paths)
    var outputs = ReportOutputs(
      format, output: output, summaryPath: githubSummary ? summaryPath : nil, language: session.language,
      color: options.color, showPasses: showPasses)
    session.adjust { settings in
      settings.showsPasses = showPasses
      settings.keepsRecords = outputs.needsSigns
    }
    do {
      let counted = try await audit(session, input, &outputs)
      if counted.inventories == 0, session.isWhole {
        session.voice.say([AuditSession.noInventory])
        throw ExitCode(2)
      }
      let code = exitCode(counted, threshold, hasMissingInput: input.hasMissing)
      if code != 0 { throw ExitCode(code) }
    } catch let failure as Output.Failure {
      session.voice.say([failure.diagnostic])
      throw ExitCode(2)
    }
  }

  /// The file that GitHub shows on the job's page, if this is such a job.
  private var summaryPath: String? {
    guard let path = getenv("GITHUB_STEP_SUMMARY").map({ String(cString: $0) }), !path.isEmpty else { return nil }
    return path
  }

  /// The exit code of the contract: 2 outranks 1.
  private func exitCode(_ counted: Counted, _ threshold: ThresholdOption, hasMissingInput: Bool) -> Int32 {
    if hasMissingInput || counted.hasUnknownStreet || counted.summary.unreadable > 0 { return 2 }
    if ratchet, counted.stale > 0 { return 1 }
    guard let severity = threshold.severity else { return 0 }
    return counted.summary.gateCount(from: severity, strict: strict) > 0 ? 1 : 0
  }

  private struct Counted {
    var summary: Summary
    /// The number of documents that are inventories.
    var inventories: Int
    /// The number of entries of the baseline that nothing needs any more.
    var stale = 0
    /// Whether a street is asked for that there is none of.
    var hasUnknownStreet = false
  }

  private func audit(
    _ session: AuditSession, _ input: InputFiles, _ outputs: inout ReportOutputs
  ) async throws -> Counted {
    let settings = session.settings
    let voice = session.voice
    let files = input.files
    let auditor = Auditor(settings)
    let needsReport = outputs.needsReport
    let run = AuditRun(
      auditor: auditor, files: files, jobs: options.jobCount,
      keepsLines: outputs.needsLines)
    var batch = Batch(settings, streets: options.street, isWhole: session.isWhole, fileName: { files[$0].shown })
    let stream = outputs.needsStream
    let lines = NDJSONReport(rules: settings.standard.ruleSummaries, language: settings.language)
    var streamed: [UInt8] = []
    var communities: [CommunityReport] = []
    // Who gets the report and did not see the command run must learn what is missing from it.
    var diagnostics = needsReport ? input.diagnostics.filter { $0.severity == .error } : []
    var inventories = 0
    var hasUnknownStreet = false
    var progress = Progress(total: files.count, language: settings.language, isQuiet: options.quiet)
    defer { progress.end() }
    struct Product: Sendable {
      var file: Int
      var results: [InventoryResult]
      var lines: [[UInt8]]
      var diagnostics: [Diagnostic]
    }
    do {
      try outputs.begin()
      let sink = outputs
      try await run.run { settings in
        // Lines are written where the file was read, in parallel; a second inventory's line is written again.
        let lines = NDJSONReport(rules: settings.standard.ruleSummaries, language: settings.language)
        return { file in
          var file = file
          var rendered: [[UInt8]] = []
          if stream {
            for index in file.results.indices {
              var line: [UInt8] = []
              line.reserveCapacity(1 << 11)
              lines.line(file.results[index].report, into: &line)
              rendered.append(line)
              if !needsReport { file.results[index].release() }
            }
          }
          return Product(file: file.file, results: file.results, lines: rendered, diagnostics: file.diagnostics)
        }
      } _: { (product: Product) in
        progress.step()
        diagnostics += product.diagnostics
        for (index, result) in product.results.enumerated() {
          inventories += 1
          var report = result.report
          switch batch.admit(result, file: product.file) {
          case .leftOut: continue
          case .taken: if stream { streamed += product.lines[index] }
          case .repeated(let repeated):
            report = repeated
            if stream { lines.line(report, into: &streamed) }
          }
          if streamed.count > 1 << 16 {
            try sink.stream(streamed)
            streamed.removeAll(keepingCapacity: true)
          }
          if needsReport { communities.append(report) }
        }
      }
      session.tellWork(files: files.count, inventories: inventories)
      // A change without inventories has a report without communities; nothing at all to audit is an error.
      if inventories == 0, session.isWhole {
        voice.say(diagnostics)
        return Counted(summary: batch.summary, inventories: 0)
      }
      let missing = batch.missing()
      diagnostics += batch.waiverDiagnostics()
      diagnostics += batch.baselineDiagnostics(ratchet ? .error : .warning)
      diagnostics += batch.partDiagnostics()
      let unknownStreets = batch.streetDiagnostics()
      hasUnknownStreet = unknownStreets.contains { $0.severity == .error }
      diagnostics += unknownStreets
      if inventories == 0 { diagnostics.append(Self.emptyChange) }
      if stream {
        for community in missing { lines.line(community, into: &streamed) }
        lines.summaryLine(batch.summary, into: &streamed)
        try outputs.stream(streamed)
      }
      if needsReport {
        try outputs.write(
          batch.report(communities + missing, diagnostics: diagnostics, asOf: settings.waivers.asOf),
          settings.standard)
      } else {
        voice.say(diagnostics)
      }
      try outputs.end()
    } catch let failure as Output.Failure where failure.isClosedPipe {
      // Whoever read has seen enough. What was audited until now decides the exit code.
    }
    return Counted(
      summary: batch.summary, inventories: inventories, stale: batch.staleEntries().count,
      hasUnknownStreet: hasUnknownStreet)
  }

  private static let emptyChange = Diagnostic(
    .warning,
    BilingualText(zh: "--files-from 列出的文件里没有台账，无可核查", en: "there is no inventory among the files of --files-from"))
}

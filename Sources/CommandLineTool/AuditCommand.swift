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
  var paths: [String]
  @Option(
    name: .long,
    help: ArgumentHelp(
      "格式：\(FormatOption.list)，可写 F=路径，可重复。Formats, repeatable, F=PATH.", valueName: "format[=path]"))
  var format: [FormatOption] = []
  @Option(help: "标准所在目录，默认用内置标准。A standard's directory.") var rules: String?
  @Option(help: "社区名册。The roster.") var roster: String?
  @Option(help: "豁免清单。The waivers.") var waivers: String?
  @Option(help: "按哪一天判断豁免，默认今天。The day on which waivers are judged.") var asOf: String?
  @Option(help: "只报告这个街道，可重复。Report this street only, repeatable.") var street: [String] = []
  @Option(help: "zh 或 en。Language.") var language: LanguageOption = .zh
  @Option(help: "从哪一级起以 1 退出：error、warning、advice、never。") var failOn: ThresholdOption = .error
  @Flag(help: "待核实的问题按规则的级别计。Undetermined findings count.") var strict = false
  @Flag(help: "也列出通过的规则。Show passes too.") var showPasses = false
  @Option(help: "同时处理的份数，默认为处理器核数。Parallel jobs.") var jobs: Int?
  @Option(help: "标准输出改写到文件。Write standard output to a file.") var output: String?
  @Option(help: "auto、always、never。Colours.") var color: ColorOption = .auto
  @Flag(help: "在 GitHub 任务页上附汇总（写入 GITHUB_STEP_SUMMARY）。A summary for GitHub's job page.")
  var githubSummary = false
  @Flag(help: "只输出结果。Nothing but results.") var quiet = false
  @Flag(help: "说明跳过了什么。Say what was skipped.") var verbose = false

  func validate() throws {
    let problem = FormatOption.problem(format, output: output, isTerminal: isatty(1) == 1)
    if let problem { throw ValidationError(problem) }
    if githubSummary, summaryPath == nil {
      throw ValidationError(
        "--github-summary 要在 GitHub Actions 里用：没有环境变量 GITHUB_STEP_SUMMARY。GITHUB_STEP_SUMMARY is not set.")
    }
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs 应在 1 到 1024 之间。--jobs must be 1 to 1024.")
    }
    if let asOf, CalendarDate(asOf.utf8) == nil {
      throw ValidationError("--as-of 应是有效日期，如 2026-05-20。--as-of must be a date such as 2026-05-20.")
    }
  }

  func run() async throws {
    let voice = Voice(language: language.language, style: color.style(2), isQuiet: quiet, isVerbose: verbose)
    guard var settings = loadSettings(voice) else { throw ExitCode(2) }
    let input = InputFiles(paths)
    voice.say(input.diagnostics)
    var outputs = ReportOutputs(
      format, output: output, summaryPath: githubSummary ? summaryPath : nil, language: language.language, color: color,
      showPasses: showPasses)
    settings.keepsRecords = outputs.needsSigns
    do {
      let batch = try await audit(settings, input.files, &outputs, voice)
      if batch.summary.communities - batch.summary.missing == 0, batch.isEmpty {
        voice.say([
          Diagnostic(
            .error, BilingualText(zh: "没有找到任何台账", en: "there is no inventory to audit"),
            help: BilingualText(zh: "给出台账文件，或含有 .yaml 的目录", en: "name inventory files, or a directory with .yaml files")
          )
        ])
        throw ExitCode(2)
      }
      let code = exitCode(batch.summary, hasMissingInput: input.hasMissing)
      if code != 0 { throw ExitCode(code) }
    } catch let failure as Output.Failure {
      voice.say([
        Diagnostic(
          .error,
          BilingualText(
            zh: "不能写入“\(failure.name)”：\(failure.reason)", en: "cannot write `\(failure.name)`: \(failure.reason)"))
      ])
      throw ExitCode(2)
    }
  }

  /// The file that GitHub shows on the job's page, if this is such a job.
  private var summaryPath: String? {
    guard let path = getenv("GITHUB_STEP_SUMMARY").map({ String(cString: $0) }), !path.isEmpty else { return nil }
    return path
  }

  /// The exit code of the contract: 2 outranks 1.
  private func exitCode(_ summary: Summary, hasMissingInput: Bool) -> Int32 {
    if hasMissingInput || summary.unreadable > 0 { return 2 }
    var count = 0
    let strict = strict ? 1 : 0
    switch failOn {
    case .never: return 0
    case .advice:
      count += summary.advice + strict * summary.undeterminedAdvice
      fallthrough
    case .warning:
      count += summary.warnings + strict * summary.undeterminedWarnings
      fallthrough
    case .error: count += summary.errors + strict * summary.undeterminedErrors
    }
    return count > 0 ? 1 : 0
  }

  private func loadSettings(_ voice: Voice) -> AuditSettings? {
    let loaded = StandardFiles.standard(rules)
    guard let standard = loaded.standard else {
      voice.say(loaded.diagnostics)
      return nil
    }
    var isWhole = true
    var settings = AuditSettings(
      standard: standard, waivers: WaiverBook([], asOf: day, standard: standard), language: language.language,
      showsPasses: showPasses)
    if let roster {
      let read = StandardFiles.roster(roster, standard)
      voice.say(read.diagnostics)
      isWhole = isWhole && !read.diagnostics.contains { $0.severity == .error }
      settings.roster = read.roster
    }
    if let waivers {
      let read = StandardFiles.waivers(waivers, standard)
      voice.say(read.diagnostics)
      isWhole = isWhole && !read.diagnostics.contains { $0.severity == .error }
      settings.waivers = WaiverBook(read.waivers, asOf: day, standard: standard)
    }
    return isWhole ? settings : nil
  }

  /// The day of `--as-of`, today where it is absent.
  private var day: CalendarDate {
    if let date = asOf.flatMap({ CalendarDate($0.utf8) }) { return date }
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return CalendarDate(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1)!
  }

  private struct Counted {
    var summary: Summary
    /// Whether no inventory was met.
    var isEmpty: Bool
  }

  private func audit(
    _ settings: AuditSettings, _ files: [InputFiles.File], _ outputs: inout ReportOutputs, _ voice: Voice
  ) async throws -> Counted {
    let auditor = Auditor(settings)
    let needsReport = outputs.needsReport
    let run = AuditRun(
      auditor: auditor, files: files, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
      keepsLines: outputs.needsLines)
    var batch = Batch(settings, streets: street)
    let stream = outputs.needsStream
    let lines = NDJSONReport(rules: settings.standard.ruleSummaries, language: settings.language)
    var streamed: [UInt8] = []
    var communities: [CommunityReport] = []
    var diagnostics: [Diagnostic] = []
    var isEmpty = true
    var progress = Progress(total: files.count, language: settings.language, isQuiet: quiet)
    defer { progress.end() }
    struct Product: Sendable {
      var results: [InventoryResult]
      var lines: [[UInt8]]
      var diagnostics: [Diagnostic]
    }
    do {
      try outputs.begin()
      let sink = outputs
      try await run.run { file in
        // Lines are written where the file was read, in parallel; a second inventory's line is written again.
        let rendered: [[UInt8]] =
          !stream
          ? []
          : file.results.map { result in
            var line: [UInt8] = []
            lines.line(result.report, into: &line)
            return line
          }
        return Product(results: file.results, lines: rendered, diagnostics: file.diagnostics)
      } _: { (product: Product) in
        progress.step()
        diagnostics += product.diagnostics
        for (index, result) in product.results.enumerated() {
          isEmpty = false
          guard let report = batch.add(result) else { continue }
          if stream {
            if report.findings.count == result.report.findings.count, report.status == result.report.status {
              streamed += product.lines[index]
            } else {
              lines.line(report, into: &streamed)
            }
            if streamed.count > 1 << 16 {
              try sink.stream(streamed)
              streamed.removeAll(keepingCapacity: true)
            }
          }
          if needsReport { communities.append(report) }
        }
      }
      let missing = isEmpty ? [] : batch.missing()
      diagnostics += batch.waiverDiagnostics()
      if isEmpty {
        voice.say(diagnostics)
        return Counted(summary: batch.summary, isEmpty: true)
      }
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
    return Counted(summary: batch.summary, isEmpty: isEmpty)
  }
}

/// What the tool says on standard error.
struct Voice: Sendable {
  let language: Language
  let style: TerminalStyle
  let isQuiet: Bool
  let isVerbose: Bool

  /// Says diagnostics: errors always, warnings unless quiet, notes if verbose.
  func say(_ diagnostics: [Diagnostic]) {
    let renderer = DiagnosticRenderer(language: language, frame: CodeFrame(style: style))
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: break
      case .note: guard isVerbose else { continue }
      default: guard !isQuiet else { continue }
      }
      Output.standardError(renderer.render(diagnostic))
    }
  }
}

import ArgumentParser
import Audit
import Diagnostics
import Foundation
import Inventory
import Standard

/// The options of every command that audits inventories to make something of the result.
struct AuditOptions: ParsableArguments {
  @Argument(help: "台账文件或目录，- 为标准输入。Inventory files or directories; - is standard input.")
  var paths: [String]
  @Option(help: "标准所在目录，默认用内置标准。A standard's directory.") var rules: String?
  @Option(help: "社区名册。The roster.") var roster: String?
  @Option(help: "豁免清单。The waivers.") var waivers: String?
  @Option(help: ArgumentHelp("按哪一天判断，默认今天。The day to judge on.", valueName: "date")) var asOf: String?
  @Option(help: "只看这些街道，可重复。Only these streets.") var street: [String] = []
  @Option(help: "zh 或 en。Language.") var language: LanguageOption = .zh
  @Option(help: "同时读取几份台账。How many inventories at a time.") var jobs: Int?
  @Flag(help: "只说错误。Say errors only.") var quiet = false

  func validate() throws {
    if let asOf, CalendarDate(asOf.utf8) == nil {
      throw ValidationError("--as-of 应是有效日期，如 2026-05-20。--as-of must be a date such as 2026-05-20.")
    }
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs 应在 1 到 1024 之间。--jobs must be 1 to 1024.")
    }
  }
}

/// One audit whose report something is made of.
struct AuditSession {
  let standard: Standard
  let report: AuditReport
  /// Whether every file could be read and audited; otherwise the exit code is 2.
  let isWhole: Bool
  /// Whether a path that was named is not there or cannot be read.
  let hasMissingInput: Bool
  /// The digest of each file, by its name in the report; empty unless it is asked for.
  let fileDigests: [String: String]

  /// Audits what the options name; nil, with diagnostics said, where there is nothing to make anything of.
  ///
  /// - Parameters:
  ///   - keepsRecords: whether the report keeps what the inventories record of the signs.
  ///   - digest: what is to be kept of the bytes of each file; nil: nothing.
  static func run(
    _ options: AuditOptions, keepsRecords: Bool, digest: (@Sendable ([UInt8]) -> String)? = nil, _ voice: Voice
  ) async throws -> AuditSession? {
    let loaded = StandardFiles.standard(options.rules)
    guard let standard = loaded.standard else {
      voice.say(loaded.diagnostics)
      return nil
    }
    let day = try options.asOf.flatMap { CalendarDate($0.utf8) } ?? Today.date()
    var settings = AuditSettings(
      standard: standard, waivers: WaiverBook([], asOf: day, standard: standard), language: options.language.language)
    settings.keepsRecords = keepsRecords
    var problems: [Diagnostic] = []
    if let roster = options.roster {
      let read = StandardFiles.roster(roster, standard)
      problems += read.diagnostics
      settings.roster = read.roster
    }
    if let waivers = options.waivers {
      let read = StandardFiles.waivers(waivers, standard)
      problems += read.diagnostics
      settings.waivers = WaiverBook(read.waivers, asOf: day, standard: standard)
    }
    voice.say(problems)
    if problems.contains(where: { $0.severity == .error }) { return nil }

    let input = InputFiles(options.paths)
    voice.say(input.diagnostics)
    var batch = Batch(settings, streets: options.street)
    var communities: [CommunityReport] = []
    var diagnostics: [Diagnostic] = []
    let run = AuditRun(
      auditor: Auditor(settings), files: input.files,
      jobs: options.jobs ?? ProcessInfo.processInfo.activeProcessorCount, keepsLines: false, digest: digest)
    var fileDigests: [String: String] = [:]
    try await run.run {
      $0
    } _: { (file: InventoryWorker.FileResult) in
      diagnostics += file.diagnostics
      for result in file.results {
        if let source = result.report.source { fileDigests[source] = file.digest }
        if let report = batch.add(result) { communities.append(report) }
      }
    }
    if communities.isEmpty {
      voice.say([
        Diagnostic(
          .error, BilingualText(zh: "没有找到任何台账", en: "there is no inventory to audit"),
          help: BilingualText(zh: "给出台账文件，或含有 .yaml 的目录", en: "name inventory files, or a directory with .yaml files"))
      ])
      return nil
    }
    diagnostics += batch.waiverDiagnostics()
    voice.say(diagnostics)
    let report = batch.report(communities + batch.missing(), diagnostics: diagnostics, asOf: day)
    return AuditSession(
      standard: standard, report: report, isWhole: !input.hasMissing && report.summary.unreadable == 0,
      hasMissingInput: input.hasMissing, fileDigests: fileDigests)
  }
}

/// The day on the machine's calendar.
enum Today {
  /// Today in the machine's time zone.
  static func date() throws -> CalendarDate {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    guard let date = CalendarDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0) else {
      throw ValidationError("机器的日期无效，请写 --as-of。The machine's date is impossible; give --as-of.")
    }
    return date
  }
}

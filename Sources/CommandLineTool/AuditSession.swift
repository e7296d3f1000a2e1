import ArgumentParser
import Audit
import Diagnostics
import Foundation
import Inventory
import Standard

/// One run of a command that audits: its options with the defaults of `.signaudit.yaml`, everything loaded.
struct AuditSession {
  let options: AuditOptions
  /// The day on which waivers are judged.
  let day: CalendarDate
  /// The project's settings and the voice.
  let context: CommandContext
  /// What is audited with; `load` fills in the baseline, where the command has one.
  private(set) var settings: AuditSettings
  private let start = ContinuousClock.now

  /// The language of everything that is said.
  var language: Language { context.language }
  /// What is said goes through it.
  var voice: Voice { context.voice }
  /// The standard.
  var standard: Standard { settings.standard }

  /// Loads the standard, the roster, the waivers and the baseline, and says what is wrong with them; ends the program
  /// with 2 where something is.
  ///
  /// - Parameters:
  ///   - options: the options of the command line.
  ///   - baseline: the baseline that the command line names.
  ///   - usesBaseline: whether the command compares with a baseline at all.
  ///   - otherRules: ids that waivers may name although the standard has no such rules.
  init(
    _ options: AuditOptions, baseline: String? = nil, usesBaseline: Bool = false, otherRules: [String] = []
  ) throws {
    self.options = options
    let day = try options.day()
    self.day = day
    let context = try CommandContext(
      language: options.language, style: options.color.style(2), isQuiet: options.quiet, isVerbose: options.verbose)
    self.context = context
    let voice = context.voice
    let nothing = BilingualText(zh: "不用", en: "none")
    var standard = try context.standard(options.rules)
    standard.switchedOff += otherRules
    var isWhole = true
    func keep(_ diagnostics: [Diagnostic]) {
      voice.say(diagnostics)
      isWhole = isWhole && !diagnostics.contains { $0.severity == .error }
    }
    var settings = AuditSettings(
      standard: standard, waivers: WaiverBook([], asOf: day, standard: standard), language: context.language)
    if let path = context.path(options.roster, .roster, BilingualText(zh: "名册", en: "roster"), none: nothing) {
      let read = StandardFiles.roster(path, standard)
      keep(read.diagnostics)
      settings.roster = read.roster
    }
    if let path = context.path(options.waivers, .waivers, BilingualText(zh: "豁免", en: "waivers"), none: nothing) {
      let read = StandardFiles.waivers(path, standard)
      keep(read.diagnostics)
      settings.waivers = WaiverBook(read.waivers, asOf: day, standard: standard)
    }
    if usesBaseline,
      let path = context.path(baseline, .baseline, BilingualText(zh: "基线", en: "baseline"), none: nothing)
    {
      let read = StandardFiles.baseline(path, standard)
      keep(read.diagnostics)
      settings.baseline = Baseline(read.entries, standard)
    }
    if !isWhole { throw ExitCode(2) }
    self.settings = settings
  }

  /// The streets that the command line asks for.
  var streets: StreetFilter {
    StreetFilter(options.street, standard.vocabulary.words.shortNames.street, roster: nil)
  }

  /// The settings with what only one command asks for.
  mutating func adjust(_ change: (inout AuditSettings) -> Void) { change(&settings) }

  /// The threshold of a flag, else of `.signaudit.yaml`, else `error`.
  func threshold(_ flag: ThresholdOption?) -> ThresholdOption {
    voice.tellSource(
      BilingualText(zh: "失败级别", en: "fail-on"), flag?.rawValue, context.project[.failOn],
      none: BilingualText(zh: "error", en: "error"))
    return flag ?? context.project[.failOn].flatMap { ThresholdOption(rawValue: $0.value) } ?? .error
  }

  /// The files to audit, with what is to be said about them said; ends the program with 2 where the list of files
  /// cannot be read.
  func input(_ paths: [String]) throws -> InputFiles {
    var listed: [[UInt8]] = []
    if let list = options.filesFrom {
      let read = InputFiles.list(list, separator: options.isNULSeparated ? 0 : UInt8(ascii: "\n"))
      guard let paths = read.paths else {
        voice.say([
          Diagnostic(
            .error,
            BilingualText(
              zh: "不能读取文件清单“\(list)”：\(read.reason.zh)", en: "cannot read the list `\(list)`: \(read.reason.en)"))
        ])
        throw ExitCode(2)
      }
      listed = paths
    }
    let input = InputFiles(paths, listed: listed, skippingStandards: true)
    voice.say(input.diagnostics)
    return input
  }

  /// Whether what is audited is everything that there is. Directories and files that are named are; a list of files is
  /// a change's, unless `--whole` says otherwise.
  var isWhole: Bool { options.filesFrom == nil || options.whole }

  /// A batch that was audited and kept.
  struct Collected {
    var batch: Batch
    /// The communities with an inventory, in input order.
    var communities: [CommunityReport] = []
    var diagnostics: [Diagnostic] = []
    /// The number of documents that are inventories.
    var inventories = 0
    /// Whether a path that was named does not exist.
    var hasMissingInput = false
    /// The digest of each file, by its name in the report; empty unless it is asked for.
    var fileDigests: [String: String] = [:]

    /// Whether every file could be read and audited; otherwise the exit code is 2.
    var isWhole: Bool { !hasMissingInput && batch.summary.unreadable == 0 }
  }

  /// The report of what was collected; what is to be said about the batch stands in it.
  func report(_ collected: inout Collected) -> AuditReport {
    let missing = collected.batch.missing()
    collected.diagnostics += collected.batch.waiverDiagnostics() + collected.batch.partDiagnostics()
    return collected.batch.report(
      collected.communities + missing, diagnostics: collected.diagnostics, asOf: day)
  }

  /// Audits everything and keeps it; ends the program with 2 where there is no inventory, or none of a street that is
  /// asked for: what follows would be made, or stored, without it.
  ///
  /// - Parameter digest: what is to be kept of the bytes of each file; nil: nothing.
  func collect(
    _ paths: [String], keepsLines: Bool = false, digest: (@Sendable ([UInt8]) -> String)? = nil
  ) async throws -> Collected {
    let input = try input(paths)
    let files = input.files
    var collected = Collected(
      batch: Batch(settings, streets: options.street, isWhole: isWhole, fileName: { files[$0].shown }))
    collected.hasMissingInput = input.hasMissing
    let run = AuditRun(
      auditor: Auditor(settings), files: input.files, jobs: options.jobCount, keepsLines: keepsLines,
      digest: digest)
    var progress = Progress(total: input.files.count, language: language, isQuiet: options.quiet)
    defer { progress.end() }
    try await run.run { _ in
      { $0 }
    } _: { (file: InventoryWorker.FileResult) in
      progress.step()
      collected.diagnostics += file.diagnostics
      for result in file.results {
        collected.inventories += 1
        if let source = result.report.source { collected.fileDigests[source] = file.digest }
        if let report = collected.batch.add(result, file: file.file) { collected.communities.append(report) }
      }
    }
    if collected.inventories == 0 {
      voice.say(collected.diagnostics + [Self.noInventory])
      throw ExitCode(2)
    }
    let unknownStreets = collected.batch.streetDiagnostics()
    if unknownStreets.contains(where: { $0.severity == .error }) {
      voice.say(collected.diagnostics + unknownStreets)
      throw ExitCode(2)
    }
    collected.diagnostics += unknownStreets
    tellWork(files: input.files.count, inventories: collected.inventories)
    return collected
  }

  /// Says what is to be said of a report that is not itself shown: of the batch as a whole, and of each inventory,
  /// first of all why it could not be read.
  func say(_ report: AuditReport) {
    voice.say(report.diagnostics)
    voice.say((report.streets.flatMap(\.communities) + report.unreadable).flatMap(\.diagnostics))
  }

  /// What is said where nothing was found to audit.
  static let noInventory = Diagnostic(
    .error, BilingualText(zh: "没有找到任何台账", en: "there is no inventory to audit"),
    help: BilingualText(zh: "给出台账文件，或含有 .yaml 的目录", en: "name inventory files, or a directory with .yaml files"))

  /// Says, if verbose, what was read and how long it took.
  func tellWork(files: Int, inventories: Int) {
    let elapsed = (ContinuousClock.now - start).components
    let milliseconds = Int(elapsed.seconds) * 1000 + Int(elapsed.attoseconds / 1_000_000_000_000_000)
    voice.note(
      BilingualText(
        zh: "读取文件 \(files) 个，台账 \(inventories) 份，用时 \(milliseconds) 毫秒",
        en: "\(files) files read, \(inventories) inventories, \(milliseconds) ms"))
  }
}

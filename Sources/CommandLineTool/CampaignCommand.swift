import ArgumentParser
import Audit
import Campaign
import Diagnostics
import Glibc
import Inventory
import Reports

/// `signaudit campaign`.
struct CampaignCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign",
    abstract: "专项整治：逐轮核查、整改、复核、销号。Rounds of audits over time, from finding to closing.",
    discussion: """
      signaudit campaign record 台账 --roster 名册.yaml --as-of 2026-05-20 --due 2026-06-30 --database 专项.sqlite
      signaudit campaign status --database 专项.sqlite
      signaudit campaign claim 编号 --by 经办人 --on 2026-06-03 --note 已拆除 --database 专项.sqlite
      signaudit campaign close 编号 --by 复核人 --on 2026-06-05 --database 专项.sqlite
      signaudit campaign extend 编号 --due 2026-07-31 --by 批准人 --on 2026-06-20 --reason 等待制作 --database 专项.sqlite
      signaudit campaign ledger --format csv=销号台账.csv --database 专项.sqlite
      """,
    subcommands: [
      RecordCommand.self, ClaimCommand.self, CloseCommand.self, ReturnCommand.self, ExtendCommand.self,
      StatusCommand.self, DueCommand.self,
      CompareCommand.self, ReboundsCommand.self, LedgerCommand.self, HistoryCommand.self, BackupCommand.self,
    ])
}

/// The options of every command on a campaign.
struct CampaignOptions: ParsableArguments {
  @Option(help: ArgumentHelp("专项文件（SQLite）。The campaign's file.", valueName: "file")) var database: String
  @Option(help: ArgumentHelp("他人正在写入时最多等几秒。How long to wait for another writer.", valueName: "seconds"))
  var wait = 10

  func validate() throws {
    if !(0...3600).contains(wait) {
      throw ValidationError("--wait 应在 0 到 3600 秒之间。--wait must be 0 to 3600 seconds.")
    }
  }

  /// Opens the file and does something with it; ends the program with 2, and says why, where that fails.
  func use<Value>(
    for access: CampaignStore.Access, _ voice: Voice, _ body: (CampaignStore) throws(CampaignError) -> Value
  ) throws -> Value {
    do throws(CampaignError) {
      // What is reported of a campaign must not stand in its place.
      ReadFiles.note(database)
      return try body(CampaignStore(database, for: access, wait: wait))
    } catch {
      voice.say(error.diagnostics)
      throw ExitCode(2)
    }
  }
}

/// A date on the command line, `YYYY-MM-DD`.
struct DateOption: ExpressibleByArgument {
  let date: CalendarDate

  init?(argument: String) {
    guard let date = CalendarDate(argument.utf8) else { return nil }
    self.date = date
  }
}

/// `signaudit campaign record`.
struct RecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "核查并记录一轮。Audit, and store the result as a round.",
    discussion: """
      同样的台账、标准、名册、豁免和日期再记录一次，仍是同一轮，只改 --name 和 --due。无法读取的台账照记，该社区的问题保持原状，
      并以 2 退出；没有核查到任何社区的不记录。
      The same input twice is one round, of which only --name and --due change. An unreadable inventory leaves the
      findings of its community as they were, and the exit code is 2. No round is stored in which nobody was audited.
      """)

  @Argument(help: "台账文件或目录，- 为标准输入。Inventory files or directories; - is standard input.")
  var paths: [String] = []
  @OptionGroup var options: AuditOptions
  @OptionGroup var campaign: CampaignOptions
  @Option(help: ArgumentHelp("这一轮的名称，如 第一轮摸底。What people call the round.", valueName: "text")) var name: String?
  @Option(help: ArgumentHelp("未设时限的问题的整改时限。The deadline of what has none yet.", valueName: "date"))
  var due: DateOption?

  func run() async throws {
    var session = try AuditSession(options)
    session.adjust { $0.keepsRecords = true }
    let voice = session.voice
    var collected = try await session.collect(paths, digest: { FileDigest.of($0) })
    let report = session.report(&collected)
    session.say(report)
    if collected.hasMissingInput {
      voice.say([
        Diagnostic(
          .error, BilingualText(zh: "有路径读不到，这一轮没有记录", en: "a path could not be read: the round is not stored"))
      ])
      throw ExitCode(2)
    }
    let round = Round(
      Round.Source(
        report: report, standard: session.standard, fileDigests: collected.fileDigests,
        roster: digest(options.roster ?? session.context.project[.roster]?.value),
        waivers: digest(options.waivers ?? session.context.project[.waivers]?.value), tool: SignAudit.number,
        streets: options.street),
      asOf: session.day, name: name, due: due?.date)
    if let reason = emptiness(of: round) {
      voice.say([reason])
      throw ExitCode(2)
    }
    voice.say(lateSurveys(of: round))
    let (recorded, last) = try campaign.use(for: .creating, voice) { store throws(CampaignError) in
      let last = try store.lastStandard()
      return (try store.record(round), last)
    }
    if case .new(let number) = recorded, let last, last.id != round.standard.id {
      voice.say([otherStandard(round.standard.title, after: last.title, number - 1)])
    }
    try voice.write(words(recorded, round, session.language) + "\n")
    if !collected.isWhole { throw ExitCode(2) }
  }

  func validate() throws {
    if let problem = options.problem(with: paths) ?? options.problem(withDue: due?.date) {
      throw ValidationError(problem)
    }
  }

  /// What is said of a round that was judged by another standard than the one before, whose number is given.
  private func otherStandard(_ title: BilingualText, after last: BilingualText, _ number: Int) -> Diagnostic {
    Diagnostic(
      .warning,
      BilingualText(
        zh: "第 \(number) 轮依据《\(last.zh)》，这一轮依据《\(title.zh)》：同一专项用了不同的标准",
        en: "round \(number) was judged by \(last.en), this one by \(title.en): one campaign, two standards"),
      help: BilingualText(
        zh: "如果写错了 --rules 或 --database，换一个专项文件另记", en: "if --rules or --database was wrong, use another file"))
  }

  /// What is said of surveys after the day of the round: by the day of its survey an inventory is held to be later than
  /// what people said, so one of the future would refute everything.
  private func lateSurveys(of round: Round) -> [Diagnostic] {
    let late = round.communities.filter { $0.surveyedOn.map { $0 > round.asOf } ?? false }
    guard let first = late.first, let day = first.surveyedOn else { return [] }
    let name = first.name ?? first.source ?? ""
    let (more, others) =
      late.count == 1 ? ("", "") : ("等 \(late.count) 个社区", " and \(late.count - 1) more")
    return [
      Diagnostic(
        .warning,
        BilingualText(
          zh: "\(name)\(more)的台账采集日期晚于这一轮的日期 \(round.asOf)（\(name)：\(day)）",
          en:
            "the inventories of \(name)\(others) were taken after the day of the round, \(round.asOf) (\(name): \(day))"
        ),
        help: BilingualText(
          zh: "核对台账的“日期”和 --as-of：采集日期在申报之后的，核查结果会推翻申报",
          en: "check the date of the survey and --as-of: a survey after a claim overrules the claim"))
    ]
  }

  /// Why a round without a community that was audited is not stored; nil where there is one. In later reports it would
  /// read as if somebody had looked and found nothing.
  private func emptiness(of round: Round) -> Diagnostic? {
    if round.communities.contains(where: \.isAudited) { return nil }
    let unreadable = round.communities.count { $0.status == .unreadable }
    let missing = round.communities.count { $0.status == .missing }
    let asked = options.street.joined(separator: "、")
    let (reason, help) =
      if unreadable > 0 {
        (
          BilingualText(zh: "\(unreadable) 份台账都无法读取", en: "none of the inventories can be read (\(unreadable))"),
          BilingualText(zh: "按上面的提示改好台账，再记录", en: "correct them as shown above, then record again")
        )
      } else if missing > 0 {
        (
          BilingualText(zh: "名册里的 \(missing) 个社区都没有台账", en: "\(missing) communities of the roster, and no inventory"),
          BilingualText(zh: "核对台账路径，收齐台账再记录", en: "check the paths, and record when there are inventories")
        )
      } else if options.street.isEmpty {
        (
          BilingualText(zh: "给出的台账里没有社区", en: "there is no community in the inventories"),
          BilingualText(zh: "核对台账路径", en: "check the paths")
        )
      } else {
        (
          BilingualText(
            zh: "给出的台账里没有“\(asked)”的社区", en: "the inventories have no community of the streets asked for (\(asked))"),
          BilingualText(zh: "核对 --street 和台账路径", en: "check --street and the paths")
        )
      }
    return Diagnostic(
      .error,
      BilingualText(
        zh: "没有核查任何社区，这一轮没有记录：\(reason.zh)", en: "no community was audited, the round is not stored: \(reason.en)"),
      help: help)
  }

  private func digest(_ path: String?) -> String? {
    guard let file = path.flatMap({ InputFiles([$0]).files.first }) else { return nil }
    return InputFiles.read(file, limit: 1 << 26).bytes.map(FileDigest.of)
  }

  private func words(_ recorded: CampaignStore.Recorded, _ round: Round, _ language: Language) -> String {
    let failures = round.communities.reduce(0) { $0 + $1.findings.count { $0.outcome == .fail } }
    let audited = round.communities.count { $0.isAudited }
    switch (recorded, language) {
    case (.new(let number), .zh):
      return "已记录为第 \(number) 轮（\(round.asOf)）：核查社区 \(audited) 个，发现问题 \(failures) 项。"
    case (.new(let number), .en):
      return "Stored as round \(number) (\(round.asOf)): \(audited) communities audited, \(failures) failures."
    case (.known(let number), .zh): return "同样的内容已记录为第 \(number) 轮，没有再记。"
    case (.known(let number), .en): return "The same input is round \(number) already; nothing was stored."
    case (.changed(let number, let change), .zh):
      let before = change.dueBefore.map { "（原为 \($0)）" } ?? ""
      let parts = [change.name.map { "名称改为“\(VisibleText($0))”" }, change.due.map { "整改时限改为 \($0)\(before)" }]
      return "同样的内容已记录为第 \(number) 轮，没有再记；\(parts.compactMap(\.self).joined(separator: "，"))。"
    case (.changed(let number, let change), .en):
      let before = change.dueBefore.map { " (it was \($0))" } ?? ""
      let parts = [
        change.name.map { "its name is now `\(VisibleText($0))`" }, change.due.map { "it is now due \($0)\(before)" },
      ]
      return "The same input is round \(number) already; \(parts.compactMap(\.self).joined(separator: ", "))."
    }
  }
}

/// `signaudit campaign backup`.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "备份专项文件，他人正在写入时也可以。Write a whole copy, also while others write.")

  @Argument(help: "备份文件，不能已经存在。The copy; it must not be there yet.") var file: String
  @OptionGroup var campaign: CampaignOptions
  @Option(help: "zh 或 en，默认 zh。Language.") var language: LanguageOption?

  func run() throws {
    let voice = try CommandContext(language: language).voice
    try campaign.use(for: .copying, voice) { store throws(CampaignError) in
      if access(file, F_OK) == 0 { throw .exists(path: file) }
      // Beside its place, then put in place whole: what is there under its name is always a whole copy.
      let temporary = OutputFiles.directory(of: file) + "/.signaudit-\(getpid()).tmp"
      let descriptor = TemporaryFiles.create(temporary, .system)
      guard descriptor >= 0 else { throw .failed(path: file, reason: Output.Failure(file).reason) }
      close(descriptor)
      defer { TemporaryFiles.remove(temporary) }
      try store.backUp(to: temporary)
      guard TemporaryFiles.rename(temporary, to: file, .system) == 0 else {
        throw .failed(path: file, reason: Output.Failure(file).reason)
      }
    }
    try voice.write(
      voice.language == .zh ? "已备份到“\(VisibleText(file))”。\n" : "The copy is `\(VisibleText(file))`.\n")
  }
}

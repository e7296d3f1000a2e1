import ArgumentParser
import Campaign
import Diagnostics
import Inventory

/// What claiming, closing and returning have in common.
struct ReviewOptions: ParsableArguments {
  @Argument(help: "问题编号（campaign status 列出），可写多个。Ids of findings, as campaign status lists them.")
  var findings: [String]
  @OptionGroup var campaign: CampaignOptions
  @Option(help: ArgumentHelp("经办人或复核人。Who says so.", valueName: "name")) var by: String
  @Option(help: ArgumentHelp("日期。The day.", valueName: "date")) var on: DateOption
  @Option(help: ArgumentHelp("整改情况或复核意见。What was done, or seen.", valueName: "text")) var note: String?
  @Option(
    help: ArgumentHelp("按哪一天算今天（--on 不能更晚），默认今天。Which day is today: --on must not be later.", valueName: "date"))
  var asOf: DateOption?
  @Option(help: "zh 或 en，默认 zh。Language.") var language: LanguageOption?

  func validate() throws {
    try Named.check(by, "--by 要写明是谁。--by must name somebody.")
  }

  /// Stores it, and says where each finding stands now.
  func say(_ kind: ReviewAction.Kind) throws {
    let today = try asOf?.date ?? Today.date()
    try ReviewLines.say(campaign, language) { store throws(CampaignError) in
      try store.say(kind, of: findings, by: by, on: on.date, note: note, today: today)
    }
  }
}

/// `signaudit campaign extend`.
struct ExtendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extend", abstract: "延期：调整个别问题的整改时限。Moves the deadline of single findings.",
    discussion: """
      原时限和每次调整都保留，写在台账备注和 campaign history 里；写错了再调整一次。
      What it was before is kept, and every change of it; what was wrong is put right by the next one.
      """)

  @Argument(help: "问题编号（campaign status 列出），可写多个。Ids of findings, as campaign status lists them.")
  var findings: [String]
  @OptionGroup var campaign: CampaignOptions
  @Option(help: ArgumentHelp("新的整改时限。The new deadline.", valueName: "date")) var due: DateOption
  @Option(help: ArgumentHelp("同意延期的人或单位。Who allows it.", valueName: "name")) var by: String
  @Option(help: ArgumentHelp("同意的日期。The day on which it was allowed.", valueName: "date")) var on: DateOption
  @Option(help: ArgumentHelp("延期的理由。Why.", valueName: "text")) var reason: String
  @Option(
    help: ArgumentHelp("按哪一天算今天（--on 不能更晚），默认今天。Which day is today: --on must not be later.", valueName: "date"))
  var asOf: DateOption?
  @Option(help: "zh 或 en，默认 zh。Language.") var language: LanguageOption?

  func validate() throws {
    try Named.check(by, "--by 要写明是谁。--by must name somebody.")
    try Named.check(reason, "--reason 要写明理由。--reason must say why.")
    if due.date < on.date {
      throw ValidationError("--due 早于 --on：新的时限已经过了。--due is before --on: that day is over.")
    }
  }

  func run() throws {
    let today = try asOf?.date ?? Today.date()
    try ReviewLines.say(campaign, language) { store throws(CampaignError) in
      try store.say(.extend, of: findings, by: by, on: on.date, note: reason, due: due.date, today: today)
    }
  }
}

/// Texts that must say something.
enum Named {
  static func check(_ text: String, _ problem: String) throws {
    if text.unicodeScalars.allSatisfy(\.properties.isWhitespace) { throw ValidationError(problem) }
  }
}

/// Stores what somebody said, and says where each finding stands now.
enum ReviewLines {
  static func say(
    _ campaign: CampaignOptions, _ language: LanguageOption?,
    _ body: (CampaignStore) throws(CampaignError) -> [FindingCourse]
  ) throws {
    let voice = try CommandContext(language: language).voice
    let language = voice.language
    let courses = try campaign.use(for: .writing, voice, body)
    let colon = language == .zh ? "：" : ": "
    let lines = courses.map { course in
      let name = [course.community.street, course.community.name].compactMap(\.self).joined()
      let due = course.state.isStreetsTurn ? course.due : nil
      let until = due.map { language == .zh ? "，时限 \($0)" : ", due \($0)" } ?? ""
      return "\(course.fingerprint.prefix(12))  \(VisibleText(name))  "
        + "\(VisibleText(course.rule.title[language]))\(colon)\(course.state.label[language])\(until)\n"
    }
    try voice.write(lines.joined())
  }
}

/// `signaudit campaign claim`.
struct ClaimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim", abstract: "街道申报整改完成。The street says that findings are put right.")

  @OptionGroup var options: ReviewOptions

  func run() throws { try options.say(.claim) }
}

/// `signaudit campaign close`.
struct CloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "复核通过，销号。A reviewer found them put right.",
    discussion: "已申报的，和最近一轮未再发现的，才能销号。Only what is claimed, or was not found again, can be closed.")

  @OptionGroup var options: ReviewOptions

  func run() throws { try options.say(.close) }
}

/// `signaudit campaign return`.
struct ReturnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "复核未通过，退回。A reviewer found them not put right.")

  @OptionGroup var options: ReviewOptions

  func run() throws { try options.say(.return) }
}

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
  @Option(help: ArgumentHelp("整改措施或复核意见。What was done, or seen.", valueName: "text")) var note: String?
  @Option(help: "zh 或 en。Language.") var language: LanguageOption = .zh

  func validate() throws {
    if by.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      throw ValidationError("--by 要写明是谁。--by must name somebody.")
    }
  }

  /// Stores it, and says where each finding stands now.
  func say(_ kind: ReviewAction.Kind) throws {
    let voice = Voice(language: language.language, style: ColorOption.auto.style(2), isQuiet: false, isVerbose: false)
    let courses = try campaign.use(for: .writing, voice) { store throws(CampaignError) in
      try store.say(kind, of: findings, by: by, on: on.date, note: note)
    }
    let colon = language.language == .zh ? "：" : ": "
    let lines = courses.map { course in
      let name = [course.community.street, course.community.name].compactMap(\.self).joined()
      return "\(course.fingerprint.prefix(12))  \(VisibleText(name))  "
        + "\(VisibleText(course.rule.title[language.language]))\(colon)\(course.state.label[language.language])\n"
    }
    try Program.write(lines.joined())
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

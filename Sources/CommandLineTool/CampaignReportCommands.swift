import ArgumentParser
import Campaign
import Diagnostics
import Inventory
import Reports
import Spreadsheets

/// The formats of a campaign's pages.
enum CampaignFormat: String, OutputFormat {
  case text, markdown, json, html, csv, xlsx

  /// Whether it holds one table.
  var isSpreadsheet: Bool { self == .csv || self == .xlsx }
}

/// The options of every command that shows something of a campaign.
struct CampaignReportOptions: ParsableArguments {
  @OptionGroup var campaign: CampaignOptions
  @Option(
    name: .long,
    help: ArgumentHelp(
      "格式：\(CampaignFormat.allCases.map(\.rawValue).joined(separator: "、"))（csv、xlsx 只用于 ledger），可写 F=路径，可重复。Formats, repeatable, F=PATH; csv and xlsx for the ledger.",
      valueName: "format[=path]"))
  var format: [FormatOption<CampaignFormat>] = []
  @Option(help: ArgumentHelp("标准输出改写到文件。Write standard output to a file.", valueName: "path")) var output: String?
  @Option(help: "zh 或 en，默认 zh。Language.") var language: LanguageOption?
  @Option(help: "auto、always、never。Colours.") var color: ColorOption = .auto

  func validate() throws {
    let problem = FormatOption.problem(format, output: output) {
      output == nil && $0 == .xlsx ? "xlsx 要写到文件：--format xlsx=路径。xlsx needs a file." : nil
    }
    if let problem { throw ValidationError(problem) }
  }

  /// Makes the page and writes it in every format that is asked for.
  ///
  /// - Parameters:
  ///   - streets: the streets as they were named.
  ///   - isTable: whether the page is one table, which a spreadsheet can hold.
  func show(
    streets: [String] = [], isTable: Bool = false,
    _ make: (CampaignPages, [StreetKey]) throws(CampaignError) -> CampaignPage
  ) throws {
    if !isTable, format.contains(where: \.format.isSpreadsheet) {
      throw ValidationError("csv、xlsx 只用于 campaign ledger。csv and xlsx are for the ledger alone.")
    }
    let voice = try CommandContext(language: language, style: color.style(2)).voice
    let page = try campaign.use(for: .reading, voice) { store throws(CampaignError) in
      let history = try store.history()
      var keys: [StreetKey] = []
      for name in streets {
        guard let street = history.street(named: name) else {
          throw .noStreet(name, known: history.streets.map(\.name))
        }
        keys.append(street.key)
      }
      return try make(CampaignPages(history, language: voice.language), keys)
    }
    try voice.write(format, or: .text, output: output) { format, path throws(Output.Failure) in
      do throws(Workbook.Failure) {
        return try render(page, format, path)
      } catch {
        throw Output.Failure(path ?? "stdout", error.code)
      }
    }
  }

  private func render(
    _ page: CampaignPage, _ format: CampaignFormat, _ path: String?
  ) throws(Workbook.Failure) -> [UInt8] {
    switch format {
    case .text: Array(CampaignText(style: color.style(to: path)).render(page).utf8)
    case .markdown: CampaignMarkdown.render(page)
    case .json: CampaignJSON.render(page)
    case .html: CampaignHTML.render(page)
    case .csv: CampaignSpreadsheet.csv(page) ?? []
    case .xlsx: try CampaignSpreadsheet.xlsx(page) ?? []
    }
  }
}

/// `signaudit campaign status`.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "各轮、各街道进展和未销号的问题。Rounds, streets, and what is not closed.")

  @OptionGroup var options: CampaignReportOptions
  @Option(help: "只看这个街道，可重复。Only this street, repeatable.") var street: [String] = []
  @Option(
    help: ArgumentHelp(
      "只列这种状态：\(FindingState.allCases.map(\.rawValue).joined(separator: "、"))，可重复。Only this state, repeatable."))
  var state: [StateOption] = []

  func run() throws {
    try options.show(streets: street) { pages, keys in pages.status(streets: keys, states: state.map(\.state)) }
  }
}

/// A state on the command line.
struct StateOption: ExpressibleByArgument {
  let state: FindingState

  init?(argument: String) {
    guard let state = FindingState(rawValue: argument) else { return nil }
    self.state = state
  }
}

/// `signaudit campaign due`.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "逾期和将到期的问题。What is late, and what will be.")

  @OptionGroup var options: CampaignReportOptions
  @Option(help: ArgumentHelp("按哪一天计算，默认今天。The day to judge on.", valueName: "date")) var asOf: DateOption?
  @Option(help: ArgumentHelp("各轮都没有设时限的，按这一天。The deadline of what no round gave one.", valueName: "date"))
  var due: DateOption?
  @Option(help: "只看这个街道，可重复。Only this street, repeatable.") var street: [String] = []

  func run() throws {
    let day = try asOf?.date ?? Today.date()
    try options.show(streets: street) { pages, keys in pages.due(on: day, fallback: due?.date, streets: keys) }
  }
}

/// `signaudit campaign compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "两轮对比：原有、拆除、保留、新增。Two rounds side by side.")

  @Argument(help: "轮次，如 1。A round.") var first: Int
  @Argument(help: "轮次，如 2。A round.") var second: Int
  @OptionGroup var options: CampaignReportOptions

  func validate() throws {
    if first >= second { throw ValidationError("先写较早的一轮。Name the earlier round first.") }
  }

  func run() throws {
    try options.show { pages, _ throws(CampaignError) in try pages.compare(first, second) }
  }
}

/// `signaudit campaign rebounds`.
struct ReboundsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebounds", abstract: "反弹的问题和疑似边减边增的牌子。What came back.")

  @OptionGroup var options: CampaignReportOptions
  @Option(help: "只看这个街道，可重复。Only this street, repeatable.") var street: [String] = []

  func run() throws {
    try options.show(streets: street) { pages, keys in pages.rebounds(streets: keys) }
  }
}

/// `signaudit campaign ledger`.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "销号台账。The ledger, with the columns that offices use.")

  @OptionGroup var options: CampaignReportOptions
  @Option(help: "只看这个街道，可重复。Only this street, repeatable.") var street: [String] = []

  func run() throws {
    try options.show(streets: street, isTable: true) { pages, keys in pages.ledger(streets: keys) }
  }
}

/// `signaudit campaign history`.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "街道各轮的变化，网页带图。Streets over the rounds; as HTML with charts.")

  @Argument(help: "街道，可写多个，默认全部。Streets; all where none is named.") var streets: [String] = []
  @OptionGroup var options: CampaignReportOptions

  func run() throws {
    try options.show(streets: streets) { pages, keys in pages.history(of: keys) }
  }
}

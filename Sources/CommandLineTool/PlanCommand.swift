import ArgumentParser
import Audit
import Diagnostics
import Glibc
import Inventory
import Rectification
import Reports
import Spreadsheets
import Standard

/// The formats of a plan.
enum PlanFormat: String, OutputFormat {
  case text, markdown, json, html, csv, xlsx

  /// What is wrong with the format where it has no path, if anything is: a terminal cannot show a workbook.
  func unplacedProblem(output: String?) -> String? {
    guard self == .xlsx, output == nil, isatty(1) == 1 else { return nil }
    return "xlsx 不能显示在终端上：--format xlsx=路径。xlsx needs a path."
  }
}

/// `signaudit plan`.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "制订整改计划和整改通知。Make the rectification schedule and the notices.",
    discussion: """
      按街道、社区列出每块标识牌怎么办、换成什么样、由谁负责、何时完成，附制作清单和待核实清单。
      Lists by street and community what to do with each sign, what it is to become, who sees to it and until when, with a
      list for the sign maker and a checklist of what is to be verified.
      """)

  @Argument(help: "台账文件或目录，- 为标准输入。Inventory files or directories; - is standard input.")
  var paths: [String] = []
  @OptionGroup var options: AuditOptions
  @Option(
    name: .long,
    help: ArgumentHelp(
      "格式：\(PlanFormat.allCases.map(\.rawValue).joined(separator: "、"))，可写 F=路径，可重复。Formats, repeatable, F=PATH.",
      valueName: "format[=path]"))
  var format: [FormatOption<PlanFormat>] = []
  @Option(help: ArgumentHelp("整改时限。The deadline.", valueName: "date")) var due: String?
  @Option(
    help: ArgumentHelp(
      "把整改通知（HTML，A4）写到这个目录。Writes the notices (HTML, A4) into this directory.", valueName: "directory"))
  var notices: String?
  @Option(
    help: ArgumentHelp("通知的落款单位。Who signs the notices.", valueName: "name")) var issuer: String?
  @Option(help: ArgumentHelp("标准输出改写到这个文件。Where standard output is written.", valueName: "path")) var output: String?

  func validate() throws {
    if let problem = options.problem(with: paths) { throw ValidationError(problem) }
    if let due, CalendarDate(due.utf8) == nil {
      throw ValidationError("--due 应是有效日期，如 2026-06-30。--due must be a date such as 2026-06-30.")
    }
    if let problem = options.problem(withDue: due.flatMap { CalendarDate($0.utf8) }) { throw ValidationError(problem) }
    let problem = FormatOption.problem(format, output: output, others: [notices].compactMap(\.self)) {
      $0.unplacedProblem(output: output)
    }
    if let problem { throw ValidationError(problem) }
  }

  func run() async throws {
    var session = try AuditSession(options)
    session.adjust { $0.keepsRecords = true }
    var collected = try await session.collect(paths)
    let report = session.report(&collected)
    session.say(report)
    let plan = PlanMaker(session.standard, due: due.flatMap { CalendarDate($0.utf8) }, language: session.language)
      .plan(report)
    try session.voice.write(format, or: .text, output: output) { files throws(Output.Failure) in
      if let notices { try files.write(NoticeHTML.render(plan, issuer: issuer), directory: notices) }
    } render: { format, path throws(Output.Failure) in
      try render(plan, format, path)
    }
    if !collected.isWhole { throw ExitCode(2) }
  }

  private func render(_ plan: Plan, _ format: PlanFormat, _ path: String?) throws(Output.Failure) -> [UInt8] {
    switch format {
    case .text: return Array(PlanText.render(plan, style: options.color.style(to: path)).utf8)
    case .markdown: return PlanMarkdown.render(plan)
    case .json: return PlanJSON.render(plan)
    case .html: return PlanHTML.render(plan)
    case .csv: return PlanCSV.render(plan)
    case .xlsx:
      do { return try PlanWorkbook.render(plan) } catch { throw Output.Failure(path ?? "stdout", error.code) }
    }
  }
}

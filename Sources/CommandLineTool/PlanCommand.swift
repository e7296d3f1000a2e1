import ArgumentParser
import Audit
import Diagnostics
import Inventory
import Rectification
import Reports
import Standard

/// A format of a plan, with the path it is written to; nil: standard output.
struct PlanFormatOption: ExpressibleByArgument {
  /// The formats of a plan.
  enum Format: String, CaseIterable {
    case text, markdown, json, html
  }

  var format: Format
  var path: String?

  init(_ format: Format) { self.format = format }

  init?(argument: String) {
    let parts = argument.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = Format(rawValue: String(Substring(parts[0]))) else { return nil }
    self.format = format
    path = parts.count > 1 ? String(Substring(parts[1])) : nil
    if path?.isEmpty == true { return nil }
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
      "格式：\(PlanFormatOption.Format.allCases.map(\.rawValue).joined(separator: "、"))，可写 F=路径，可重复。Formats, repeatable, F=PATH.",
      valueName: "format[=path]"))
  var format: [PlanFormatOption] = []
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
    if format.filter({ $0.path == nil }).count > 1 {
      throw ValidationError("只能有一个格式写到标准输出，其余写成 F=路径。At most one --format without =PATH.")
    }
    if output != nil, !format.isEmpty, format.allSatisfy({ $0.path != nil }) {
      throw ValidationError("--output 没有用处：各格式都写了路径。--output has nothing to write: every --format has a path.")
    }
    let paths = format.compactMap(\.path) + [output, notices].compactMap(\.self)
    if Set(paths).count < paths.count { throw ValidationError("两个格式写到了同一个路径。Two formats have the same path.") }
  }

  func run() async throws {
    var session = try AuditSession(options)
    session.adjust { $0.keepsRecords = true }
    var collected = try await session.collect(paths)
    let report = session.report(&collected)
    session.voice.say(report.diagnostics)
    let plan = PlanMaker(session.standard, due: due.flatMap { CalendarDate($0.utf8) }, language: session.language)
      .plan(report)
    do {
      let files = OutputFiles()
      var standardOutput: [UInt8] = []
      for target in format.isEmpty ? [PlanFormatOption(.text)] : format {
        let path = target.path ?? output
        let bytes = render(plan, target.format, toTerminal: path == nil)
        if let path { try files.write(bytes, path) } else { standardOutput += bytes }
      }
      if let notices { try files.write(NoticeHTML.render(plan, issuer: issuer), directory: notices) }
      try files.commit()
      try Output.standardOutput(standardOutput)
    } catch {
      guard !error.isClosedPipe else { return }
      session.voice.say([error.diagnostic])
      throw ExitCode(2)
    }
    if !collected.isWhole { throw ExitCode(2) }
  }

  private func render(_ plan: Plan, _ format: PlanFormatOption.Format, toTerminal: Bool) -> [UInt8] {
    switch format {
    case .text: Array(PlanText.render(plan, style: toTerminal ? options.color.style(1) : .plain).utf8)
    case .markdown: PlanMarkdown.render(plan)
    case .json: PlanJSON.render(plan)
    case .html: PlanHTML.render(plan)
    }
  }
}

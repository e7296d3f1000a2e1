import ArgumentParser
import Audit
import Diagnostics
import Foundation
import Inventory

/// The options of every command that audits: what is audited, by what, and how it is said.
struct AuditOptions: ParsableArguments {
  @Option(help: "标准所在目录，默认用内置标准。A standard's directory.") var rules: String?
  @Option(help: "社区名册。The roster.") var roster: String?
  @Option(help: "豁免清单。The waivers.") var waivers: String?
  @Option(help: "按哪一天判断豁免，默认今天。The day on which waivers are judged.") var asOf: String?
  @Option(help: "只报告这个街道，可重复。Report this street only, repeatable.") var street: [String] = []
  @Option(
    help: ArgumentHelp(
      "从文件（- 为标准输入）读取要核查的文件名，一行一个，用于只核查一次改动涉及的台账。Read the files of a change from FILE, one a line.",
      valueName: "file")) var filesFrom: String?
  @Flag(name: .customShort("0"), help: "--files-from 以 NUL 分隔（git diff -z）。The list is separated by NUL.")
  var isNULSeparated = false
  @Flag(help: "--files-from 列出的就是全部台账：也判断未登记、用不上的豁免和过时的基线条目。The list is everything.")
  var whole = false
  @Option(help: "zh 或 en，默认 zh。Language.") var language: LanguageOption?
  @Option(help: "同时处理的份数，默认为处理器核数。Parallel jobs.") var jobs: Int?
  @Option(help: "auto、always、never。Colours.") var color: ColorOption = .auto
  @Flag(help: "只输出结果。Nothing but results.") var quiet = false
  @Flag(help: "说明各项设置从哪里来、读了什么、跳过了什么、用了多久。Say where settings came from, what was read, how long it took.")
  var verbose = false

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs 应在 1 到 1024 之间。--jobs must be 1 to 1024.")
    }
    if let asOf, CalendarDate(asOf.utf8) == nil {
      throw ValidationError("--as-of 应是有效日期，如 2026-05-20。--as-of must be a date such as 2026-05-20.")
    }
    if filesFrom == nil, isNULSeparated {
      throw ValidationError("-0 要和 --files-from 一起用。-0 needs --files-from.")
    }
    if filesFrom == nil, whole {
      throw ValidationError("--whole 要和 --files-from 一起用：给出目录或文件时本来就核查全部。--whole needs --files-from.")
    }
  }

  /// What is wrong with the paths of a command, if anything is.
  func problem(with paths: [String]) -> String? {
    if paths.isEmpty, filesFrom == nil {
      return "写明台账文件或目录，或用 --files-from 列出文件。Name inventory files or directories, or use --files-from."
    }
    if filesFrom == "-", paths.contains("-") {
      return "标准输入不能既是台账又是文件清单。Standard input cannot be both an inventory and the list of files."
    }
    return nil
  }

  /// What is wrong with a deadline, if anything is: it must not be over on the day of the audit.
  func problem(withDue due: CalendarDate?) -> String? {
    guard let due, let day = try? day(), due < day else { return nil }
    return "--due \(due) 早于核查日期 \(day)：时限已经过了。--due is before the day of the audit: that day is over."
  }

  /// The options that were given and say what is audited and how: of no meaning where no inventory is read.
  var aboutInventories: [String] {
    [
      (roster != nil, "--roster"), (waivers != nil, "--waivers"), (asOf != nil, "--as-of"),
      (!street.isEmpty, "--street"),
      (filesFrom != nil, "--files-from"), (jobs != nil, "--jobs"),
    ].filter(\.0).map(\.1)
  }

  /// The day of `--as-of`, today where it is absent.
  func day() throws -> CalendarDate {
    try asOf.flatMap { CalendarDate($0.utf8) } ?? Today.date()
  }

  /// The number of tasks.
  var jobCount: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
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

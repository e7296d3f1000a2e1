import ArgumentParser
import Diagnostics
import Reports
import Standard
import StandardTools
import YAMLTree

/// What the commands that examine a standard have in common.
struct StandardOptions: ParsableArguments {
  @Option(help: "zh 或 en，默认 zh。Language.") var language: LanguageOption?
  @Flag(help: "说明各项设置从哪里来。Say where settings came from.") var verbose = false
  @Option(help: "auto、always、never。Colours.") var color: ColorOption = .auto
  @Option(help: "标准输出改写到文件。Write standard output to a file.") var output: String?

  /// The project's settings and the voice; ends the program with 2 where the settings have errors.
  func begin() throws -> CommandContext {
    try CommandContext(language: language, style: color.style(2), isVerbose: verbose)
  }

  /// The style of results: plain where they go to a file.
  var style: TerminalStyle { color.style(to: output) }
}

/// `signaudit rules test`.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "检验标准：例子、变异、用例。Test a standard: examples, mutants, cases.",
    discussion: """
      每条规则的例子都应成立；从合规样板出发，应有一处改动触发该规则而不惊动无关的规则；cases 目录里的用例应与注释的预期一致。
      Exit codes: 0 all hold, 1 something does not, 2 the standard, the compliant inventory or a case cannot be read.
      """)

  /// The formats.
  enum Format: String, OutputFormat {
    case text, junit
  }

  @Argument(help: "标准所在目录，默认用内置标准。A standard's directory; default the one inside.") var directory: String?
  @Option(help: "标准所在目录，与直接写目录相同。The same directory.") var rules: String?
  @Option(name: .long, help: "text、junit，可写 F=路径，可重复。Formats, repeatable, F=PATH.") var format: [FormatOption<Format>] =
    []
  @Option(help: "另外的用例文件或目录，可重复。Further case files or directories, repeatable.") var cases: [String] = []
  @OptionGroup var options: StandardOptions

  func validate() throws {
    if let problem = FormatOption.unplacedProblem(format) { throw ValidationError(problem) }
  }

  func run() throws {
    let context = try options.begin()
    let directory = context.standardDirectory(try StandardDirectory.one(directory, rules))
    let standard = try context.load(directory, isProved: false)
    var further: [(source: StandardSource, file: String)] = []
    let input = InputFiles(cases)
    let voice = context.voice
    voice.say(input.diagnostics)
    if input.hasMissing { throw ExitCode(2) }
    for file in input.files {
      let read = InputFiles.read(file, limit: YAMLLimits.standard.fileSize)
      guard let bytes = read.bytes else {
        voice.say([InputFiles.unreadable(file, read.reason)])
        throw ExitCode(2)
      }
      further.append((StandardSource(path: file.shown, bytes: bytes), file.shown))
    }
    let report = StandardTest.run(
      standard, directory: StandardFiles.shown(directory), cases: further)
    let language = context.language
    let lines = SourceLines()
    try voice.write(format, or: .text, output: options.output) { format, path in
      switch format {
      case .text:
        let text = RuleTestText(language: language, style: options.color.style(to: path))
        return Array(text.render(report, line: lines.line).utf8)
      case .junit: return RuleTestJUnit.render(report, language: language)
      }
    }
    if report.isBroken { throw ExitCode(2) }
    if !report.isSuccess { throw ExitCode(1) }
  }
}

extension StandardFiles {
  /// What stands before the paths of a standard's files in diagnostics.
  static func shown(_ directory: String?) -> String {
    directory.map(normalized) ?? EmbeddedStandard.directory
  }
}

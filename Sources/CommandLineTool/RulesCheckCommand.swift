import ArgumentParser
import Diagnostics
import Reports
import Standard
import StandardTools

/// `signaudit rules check`.
struct RulesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "检查标准写得对不对。Lint a standard.",
    discussion: """
      查出标准里读得通而写得不对的地方：互相矛盾的规则、没有作用的规则、没有规则对应的条款、没有翻译的文字等。
      Exit codes: 0 no errors, 1 errors (with --strict also warnings), 2 the standard cannot be read.
      """)

  /// The formats.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "标准所在目录，默认用内置标准。A standard's directory; default the one inside.") var directory: String?
  @Option(help: "标准所在目录，与直接写目录相同。The same directory.") var rules: String?
  @Option(help: "text 或 json。Format.") var format: Format = .text
  @Flag(help: "有警告也不通过。Warnings fail too.") var strict = false
  @OptionGroup var options: StandardOptions

  func run() throws {
    let context = try options.begin()
    let loaded = StandardFiles.unproved(context.standardDirectory(try StandardDirectory.one(directory, rules)))
    // Rules that contradict each other may be why an elevation contradicts one of them.
    guard let standard = loaded.standard ?? loaded.withWrongElevation else {
      context.voice.say(loaded.diagnostics)
      throw ExitCode(2)
    }
    let problems = StandardLint.run(standard, withExamples: true, reading: loaded.diagnostics)
    let language = context.language
    switch format {
    case .text:
      let lines = SourceLines()
      let text = LintReport.text(problems, language: language, style: options.style, line: lines.line)
      try context.voice.write(Array(text.utf8), to: options.output)
    case .json:
      try context.voice.write(
        LintReport.json(problems, standard: standard.id, language: language), to: options.output)
    }
    let gravest = problems.map(\.diagnostic.severity).min()
    if gravest == .error || strict && gravest == .warning { throw ExitCode(1) }
  }
}

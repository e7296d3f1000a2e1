import ArgumentParser
import Reports
import StandardTools

/// `signaudit rules diff`.
struct RulesDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "比较两套标准，逐条规则说明改了什么。What changed between two standards, rule by rule.",
    discussion: """
      只写一个目录时，与所用的标准比较（.signaudit.yaml 里写的，没有写的用内置标准）。比较的是意思：换行、次序、中英文写法不算改动。
      With one directory, the standard in use is the older one: that of .signaudit.yaml, else the one inside. Exit codes: 0; with --exit-code 1 where they differ;
      2 where one cannot be read.
      """)

  /// The formats.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  @Argument(help: "旧的标准（只写一个时为新的）。The older standard; the newer one if it is the only one.") var first: String
  @Argument(help: "新的标准。The newer standard.") var second: String?
  @Option(help: "text、markdown 或 json。Format.") var format: Format = .text
  @Flag(help: "有不同时以 1 退出。Exit with 1 where they differ.") var exitCode = false
  @OptionGroup var options: StandardOptions

  func run() throws {
    let context = try options.begin()
    let before = try context.load(second == nil ? context.standardDirectory(nil) : first, isProved: false)
    let after = try context.load(second ?? first, isProved: false)
    let difference = StandardComparison.compare(before, after)
    let report = DifferenceReport(difference, language: context.language)
    switch format {
    case .text: try context.voice.write(Array(report.text(style: options.style).utf8), to: options.output)
    case .markdown: try context.voice.write(Array(report.markdown().utf8), to: options.output)
    case .json: try context.voice.write(report.json(), to: options.output)
    }
    if exitCode, !difference.isEmpty { throw ExitCode(1) }
  }
}

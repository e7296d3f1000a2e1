import ArgumentParser
import Diagnostics
import Reports
import Standard

/// `signaudit rules`.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "查看标准。Read a standard.",
    subcommands: [
      List.self, Explain.self, RulesTestCommand.self, RulesCheckCommand.self, RulesDiffCommand.self, GuideCommand.self,
      RulesCopyCommand.self,
    ])

  /// What the commands that show a standard take.
  struct Options: ParsableArguments {
    @Argument(help: "标准所在目录，默认用内置标准。A standard's directory; default the one inside.") var directory: String?
    @Option(help: "标准所在目录，与直接写目录相同。The same directory.") var rules: String?
    @Option(help: "zh 或 en，默认 zh。Language.") var language: LanguageOption?
    @Flag(help: "说明各项设置从哪里来。Say where settings came from.") var verbose = false

    /// The standard, and what is said with; ends the program with 2 where either has errors.
    func load() throws -> (standard: Standard, voice: Voice) {
      let context = try CommandContext(language: language, style: .plain, isVerbose: verbose)
      return (try context.standard(try StandardDirectory.one(directory, rules)), context.voice)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "列出规则。List the rules.")
    @OptionGroup var options: Options

    func run() throws {
      let (standard, voice) = try options.load()
      let language = voice.language
      var text = "\(standard.title[language])（\(standard.rules.count)）\n"
      let width = standard.rules.map { DisplayWidth.width(of: $0.id) }.max() ?? 0
      for rule in standard.rules {
        let modality = DisplayWidth.pad(rule.modality.label[language], to: language == .zh ? 8 : 20)
        text += "  \(DisplayWidth.pad(rule.id, to: width))  \(modality)  \(rule.title[language])\n"
      }
      try voice.write(text)
    }
  }

  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "解释一条规则。Explain a rule.")
    @Argument(help: "规则编号。The rule's id.") var rule: String
    @OptionGroup var options: Options

    func run() throws {
      let (standard, voice) = try options.load()
      let language = voice.language
      if let index = standard.ruleIndex(rule) {
        return try voice.write(RuleExplanation.render(index, of: standard, language))
      }
      if let text = RuleExplanation.switchedOff(rule, of: standard, language) { return try voice.write(text) }
      let nearest = Spelling.nearest(to: rule, among: standard.rules.map(\.id))
      throw ValidationError(
        "没有“\(rule)”这条规则" + (nearest.map { "，是否想写“\($0)”？" } ?? "。用 signaudit rules list 查看。")
          + " There is no rule `\(rule)`.")
    }
  }
}

/// The directory of a standard, which may be written by itself or behind `--rules`.
enum StandardDirectory {
  /// The one that is meant; nil where neither is written. Two different ones are a mistake of the command line.
  static func one(_ argument: String?, _ option: String?) throws -> String? {
    if let argument, let option, StandardFiles.normalized(argument) != StandardFiles.normalized(option) {
      throw ValidationError("写了两个不同的标准目录：“\(argument)”和“\(option)”，只写一个。Two directories; write one.")
    }
    return argument ?? option
  }
}

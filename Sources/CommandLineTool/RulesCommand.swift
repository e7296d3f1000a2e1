import ArgumentParser
import Diagnostics
import Standard

/// `signaudit rules`.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "查看标准。Read a standard.",
    subcommands: [
      List.self, Explain.self, RulesTestCommand.self, RulesCheckCommand.self, RulesDiffCommand.self, GuideCommand.self,
    ])

  /// What the commands that show a standard take.
  struct Options: ParsableArguments {
    @Option(help: "标准所在目录，默认用内置标准。A standard's directory.") var rules: String?
    @Option(help: "zh 或 en，默认 zh。Language.") var language: LanguageOption?
    @Flag(help: "说明各项设置从哪里来。Say where settings came from.") var verbose = false

    /// The standard, and what is said with; ends the program with 2 where either has errors.
    func load() throws -> (standard: Standard, voice: Voice) {
      let context = try CommandContext(language: language, style: .plain, isVerbose: verbose)
      return (try context.standard(rules), context.voice)
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
      try Program.write(text)
    }
  }

  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "解释一条规则。Explain a rule.")
    @Argument(help: "规则编号。The rule's id.") var rule: String
    @OptionGroup var options: Options

    func run() throws {
      let (standard, voice) = try options.load()
      let language = voice.language
      guard let index = standard.ruleIndex(rule) else {
        let nearest = Spelling.nearest(to: rule, among: standard.rules.map(\.id))
        throw ValidationError(
          "没有“\(rule)”这条规则" + (nearest.map { "，是否想写“\($0)”？" } ?? "。用 signaudit rules list 查看。")
            + " There is no rule `\(rule)`.")
      }
      let rule = standard.rules[index]
      let isChinese = language == .zh
      var text = "\(rule.id)  \(rule.title[language])\n"
      text += "\(isChinese ? "性质" : "Modality")：\(rule.modality.label[language])（\(rule.modality.rawValue)）\n"
      for id in rule.clauses {
        guard let clause = standard.clauses.first(where: { $0.id == id }) else { continue }
        text += "\n\(isChinese ? "条款" : "Clause") \(id)  \(clause.title[language])\n"
        text += clause.text.split(separator: "\n").map { "  │ \($0)\n" }.joined()
      }
      text += "\n\(isChinese ? "为什么" : "Why")：\(rule.rationale[language])\n"
      if let remedy = rule.remedies.any { text += "\(isChinese ? "怎么改" : "Remedy")：\(remedy.source[language])\n" }
      text += "\n\(isChinese ? "例子" : "Examples")：\n"
      for example in rule.examples {
        text += "  \(DisplayWidth.pad(example.expectation.text, to: 15)) \(example.name)\n"
      }
      try Program.write(text)
    }
  }
}

import ArgumentParser
import Diagnostics
import Reports
import Standard

extension RulesCommand {
  /// `signaudit rules guide`.
  struct GuideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "guide",
      abstract: "把标准写成挂牌对照表和规则手册。Write the standard as a checklist and a reference.")

    /// The formats of the guide.
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case markdown, html
    }

    @OptionGroup var options: Options
    @Option(help: "markdown 或 html。The format.") var format: Format = .markdown
    @Option(help: ArgumentHelp("写到这个文件。Where it is written.", valueName: "path")) var output: String?

    func run() throws {
      let (standard, voice) = try options.load()
      let guide = Guide(standard)
      let language = voice.language
      let bytes =
        switch format {
        case .markdown: GuideMarkdown.render(guide, language)
        case .html: GuideHTML.render(guide, language)
        }
      try voice.write(bytes, to: output)
    }
  }
}

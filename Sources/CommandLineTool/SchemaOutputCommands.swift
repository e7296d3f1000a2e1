import ArgumentParser
import Diagnostics
import Schemas

extension SchemaCommand {
  /// `signaudit schema output`.
  struct Output: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "其他 JSON 输出的 Schema（2020-12）。The schema of another JSON output.",
      discussion: OutputSchema.allCases.map { "\($0.rawValue): signaudit \($0.command)" }.joined(separator: "\n"))

    @Argument(help: ArgumentHelp("哪种输出，见上。Which output, as listed above.", valueName: "name")) var name: OutputSchema
    @OptionGroup var file: SchemaFile

    func run() throws { try file.write(name.document) }
  }

  /// `signaudit schema settings`.
  struct Settings: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "\(ProjectSettings.fileName) 的 Schema。The schema of \(ProjectSettings.fileName).")

    @Option(help: "2020-12，或供编辑器用的 7。The draft: 2020-12, or 7 for editors.") var draft: SchemaDraft = .current
    @OptionGroup var file: SchemaFile

    func run() throws {
      let settings = ProjectSettings.Key.allCases.map {
        SettingsSchema.Setting(
          spellings: [$0.rawValue, $0.chinese], explanation: $0.explanation, values: $0.values)
      }
      try file.write(SettingsSchema.document(settings, draft: draft))
    }
  }
}

/// Where a schema is written that follows from no standard.
struct SchemaFile: ParsableArguments {
  @Option(help: ArgumentHelp("写到这个文件。Where it is written.", valueName: "path")) var output: String?

  func write(_ schema: JSONValue) throws {
    try Voice.plain.write(schema.document, to: output)
  }
}

extension OutputSchema: ExpressibleByArgument {}

extension ProjectSettings.Key {
  /// What it is, for whoever fills it in.
  var explanation: BilingualText {
    switch self {
    case .rules: BilingualText(zh: "标准所在目录，相对于本文件", en: "a standard's directory, from this file's")
    case .roster: BilingualText(zh: "名册，相对于本文件", en: "the roster, from this file's directory")
    case .waivers: BilingualText(zh: "豁免清单，相对于本文件", en: "the waivers, from this file's directory")
    case .baseline: BilingualText(zh: "基线，相对于本文件", en: "the baseline, from this file's directory")
    case .failOn: BilingualText(zh: "从哪一级起以 1 退出", en: "from which severity on the exit code is 1")
    case .language: BilingualText(zh: "输出的语言", en: "the language of output")
    }
  }
}

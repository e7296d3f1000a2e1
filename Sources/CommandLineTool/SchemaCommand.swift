import ArgumentParser
import Diagnostics
import Reports
import Schemas
import Standard

/// `signaudit schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "输出 JSON Schema，供编辑器和校验工具使用。Print a JSON Schema.",
    subcommands: [
      Inventory.self, Roster.self, Waivers.self, Rules.self, Settings.self, Report.self, Output.self,
    ])

  /// What the schemas that follow from a standard take.
  struct Options: ParsableArguments {
    @Option(help: "标准所在目录，默认用内置标准。A standard's directory.") var rules: String?
    @Option(help: "2020-12，或供编辑器用的 7。The draft: 2020-12, or 7 for editors.") var draft: SchemaDraft = .current
    @Option(help: ArgumentHelp("写到这个文件。Where it is written.", valueName: "path")) var output: String?
    @Option(help: "zh 或 en，默认 zh。Language of messages.") var language: LanguageOption?
    @Flag(help: "说明各项设置从哪里来。Say where settings came from.") var verbose = false

    /// Writes a schema that follows from the standard.
    func write(_ schema: (Standard, SchemaDraft) -> JSONValue) throws {
      let context = try CommandContext(language: language, style: .plain, isVerbose: verbose)
      // Whoever is writing a standard needs the schema before every example holds.
      let standard = try context.standard(rules, isProved: false)
      try context.voice.write(schema(standard, draft).document, to: output)
    }
  }

  struct Inventory: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "台账的 Schema。The schema of inventories.")
    @OptionGroup var options: Options
    func run() throws { try options.write { InventorySchema($0, draft: $1).inventory } }
  }

  struct Roster: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "名册的 Schema。The schema of rosters.")
    @OptionGroup var options: Options
    func run() throws { try options.write { InventorySchema($0, draft: $1).roster } }
  }

  struct Waivers: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "豁免清单的 Schema。The schema of waivers.")
    @OptionGroup var options: Options
    func run() throws { try options.write { InventorySchema($0, draft: $1).waivers } }
  }

  struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "标准文件的 Schema。The schema of a standard's files.",
      discussion: "类别、位置等词语取自 --rules 的标准。Words of the vocabulary are those of the standard of --rules.")
    @OptionGroup var options: Options
    func run() throws { try options.write { RulesSchema($0, draft: $1).schema } }
  }

  struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "JSON 报告的 Schema（2020-12）。The schema of the JSON report.")

    func run() throws {
      try Voice.plain.write(ReportSchema.json + "\n")
    }
  }
}

extension SchemaDraft: ExpressibleByArgument {}

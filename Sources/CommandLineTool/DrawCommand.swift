import ArgumentParser
import Audit
import Diagnostics
import Inventory
import Rectification
import Reports
import Standard

/// `signaudit draw`.
struct DrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "画大门示意图：现状和应有的样子（SVG）。Draw the entrance as it is and as it should be.",
    discussion: """
      signaudit draw 台账.yaml --output 示意图.svg
      signaudit draw --standard                        标准样式，用占位名称。The norm, with placeholders.
      """)

  @Argument(help: "台账文件或目录。Inventory files or directories.") var paths: [String] = []
  @Flag(help: "只画标准样式，不读台账。The norm alone.") var standard = false
  @OptionGroup var options: AuditOptions
  @Option(help: "标准输出改写到文件。Write standard output to a file.") var output: String?

  func validate() throws {
    if standard {
      guard paths.isEmpty else {
        throw ValidationError("--standard 只画标准样式，不要再写台账。--standard takes no inventory.")
      }
      let needless = options.aboutInventories
      guard needless.isEmpty else {
        throw ValidationError(
          "--standard 只画标准样式，不读台账，\(needless.joined(separator: "、")) 没有用处。"
            + "--standard reads no inventory: \(needless.joined(separator: ", ")) would say nothing.")
      }
      return
    }
    if paths.isEmpty, options.filesFrom == nil {
      throw ValidationError("请写台账文件，或用 --standard 画标准样式。Name an inventory, or use --standard.")
    }
    if let problem = options.problem(with: paths) { throw ValidationError(problem) }
  }

  func run() async throws {
    let drawn = try await standard ? norm() : communities()
    if drawn.elevations.isEmpty { throw ExitCode(2) }
    let sheet = ElevationSheet(language: drawn.voice.language, title: drawn.title)
    try drawn.voice.write(sheet.render(drawn.elevations), to: output)
    if !drawn.isWhole { throw ExitCode(2) }
  }

  /// What is to be drawn.
  private struct Drawn {
    var voice: Voice
    /// The standard's title.
    var title: BilingualText
    var elevations: [(community: CommunityReport?, elevation: Elevation)] = []
    /// Whether nothing that was named is missing.
    var isWhole = true
  }

  private func norm() throws -> Drawn {
    let context = try CommandContext(
      language: options.language, style: options.color.style(2), isQuiet: options.quiet, isVerbose: options.verbose)
    let standard = try context.standard(options.rules)
    let planner = try Self.planner(standard, context.voice)
    return Drawn(voice: context.voice, title: standard.title, elevations: [(nil, planner.norm())])
  }

  /// The communities in the files, audited as for a report: what is waived is drawn as waived.
  private func communities() async throws -> Drawn {
    var session = try AuditSession(options)
    session.adjust { $0.keepsRecords = true }
    let planner = try Self.planner(session.standard, session.voice)
    let collected = try await session.collect(paths)
    session.voice.say(collected.diagnostics)
    var drawn = Drawn(voice: session.voice, title: session.standard.title, isWhole: collected.isWhole)
    for community in collected.communities {
      session.voice.say(community.diagnostics)
      if let elevation = planner.elevation(of: community) { drawn.elevations.append((community, elevation)) }
    }
    return drawn
  }

  private static func planner(_ standard: Standard, _ voice: Voice) throws -> ElevationPlanner {
    guard let planner = ElevationPlanner(standard) else {
      voice.say([undeclared(standard)])
      throw ExitCode(2)
    }
    return planner
  }

  private static func undeclared(_ standard: Standard) -> Diagnostic {
    Diagnostic(
      .error,
      BilingualText(zh: "标准 \(standard.id) 没有写示意图", en: "the standard \(standard.id) declares no elevation"),
      help: BilingualText(
        zh: "在标准的文件里写上 elevation，说明大门口应有哪些标识牌，见 Rules/README.md 第 13 节",
        en: "declare under `elevation` which signs an entrance should have; see Rules/README.md, section 13"))
  }
}

extension Output.Failure {
  /// What is said of it.
  var diagnostic: Diagnostic {
    Diagnostic(
      .error, BilingualText(zh: "不能写入“\(name)”：\(reason.zh)", en: "cannot write `\(name)`: \(reason.en)"))
  }
}

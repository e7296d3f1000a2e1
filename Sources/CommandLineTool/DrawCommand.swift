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

  @Argument(help: "台账文件。Inventory files.") var paths: [String] = []
  @Flag(help: "只画标准样式，不读台账。The norm alone.") var standard = false
  @Option(help: "标准所在目录，默认用内置标准。A standard's directory.") var rules: String?
  @Option(help: "社区名册，党组织形式以名册为准。The roster, which says the form of Party organization.") var roster: String?
  @Option(help: "zh 或 en。Language.") var language: LanguageOption = .zh
  @Option(help: "标准输出改写到文件。Write standard output to a file.") var output: String?

  func validate() throws {
    if standard, !paths.isEmpty {
      throw ValidationError("--standard 只画标准样式，不要再写台账。--standard takes no inventory.")
    }
    if !standard, paths.isEmpty {
      throw ValidationError("请写台账文件，或用 --standard 画标准样式。Name an inventory, or use --standard.")
    }
  }

  func run() async throws {
    let voice = Voice(
      language: language.language, style: ColorOption.auto.style(2), isQuiet: false, isVerbose: false)
    let loaded = StandardFiles.standard(rules)
    voice.say(loaded.diagnostics)
    guard let standard = loaded.standard else { throw ExitCode(2) }
    guard let planner = ElevationPlanner(standard) else {
      voice.say([Self.undeclared(standard)])
      throw ExitCode(2)
    }
    let sheet = ElevationSheet(language: language.language, title: standard.title)
    var isWhole = true
    var elevations: [(community: CommunityReport?, elevation: Elevation)] = []
    if self.standard {
      elevations.append((nil, planner.norm()))
    } else {
      guard let communities = try await communities(standard, voice) else { throw ExitCode(2) }
      for community in communities {
        if let elevation = planner.elevation(of: community) {
          elevations.append((community, elevation))
        } else {
          voice.say(community.diagnostics)
          isWhole = false
        }
      }
    }
    if !elevations.isEmpty {
      let bytes = sheet.render(elevations)
      do {
        try Program.write(bytes, to: output)
      } catch  where error.isClosedPipe {
        // Whoever read has seen enough.
      } catch {
        voice.say([error.diagnostic])
        isWhole = false
      }
    }
    if !isWhole { throw ExitCode(2) }
  }

  /// The communities in the files, audited; nil, with diagnostics, where there are none.
  private func communities(_ standard: Standard, _ voice: Voice) async throws -> [CommunityReport]? {
    guard let day = CalendarDate(year: 1, month: 1, day: 1) else { return nil }
    var settings = AuditSettings(
      standard: standard, waivers: WaiverBook([], asOf: day, standard: standard), language: language.language)
    settings.keepsRecords = true
    if let roster {
      let read = StandardFiles.roster(roster, standard)
      voice.say(read.diagnostics)
      if read.diagnostics.contains(where: { $0.severity == .error }) { return nil }
      settings.roster = read.roster
    }
    let input = InputFiles(paths)
    voice.say(input.diagnostics)
    var communities: [CommunityReport] = []
    let run = AuditRun(auditor: Auditor(settings), files: input.files, jobs: 1, keepsLines: false)
    try await run.run { file in
      file.results.map(\.report)
    } _: { (reports: [CommunityReport]) in
      communities += reports
    }
    if communities.isEmpty {
      voice.say([
        Diagnostic(.error, BilingualText(zh: "没有找到任何台账", en: "there is no inventory to draw"))
      ])
    }
    return communities.isEmpty || input.hasMissing ? nil : communities
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
      .error, BilingualText(zh: "不能写入“\(name)”：\(reason)", en: "cannot write `\(name)`: \(reason)"))
  }
}

import ArgumentParser
import Diagnostics
import Glibc
import Reports
import Standard

/// The program: what `main.swift` starts.
package enum Program {
  /// Runs the command line of this process, and ends it with the contracted exit codes: 64 where the command line
  /// itself is wrong.
  package static func run() async {
    // A closed pipe and a limit on file sizes are errors of a write, not the end.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    TemporaryFiles.removeOnSignals()
    await SignAudit.main()
  }
}

/// The command `signaudit`.
struct SignAudit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signaudit",
    abstract: "按标识牌标准检查社区台账，按街道出报告。Audit signage inventories by a standard, street by street.",
    version: version,
    subcommands: [
      AuditCommand.self, InitCommand.self, ImportCommand.self, ExportCommand.self, PlanCommand.self, DrawCommand.self,
      SpotCheckCommand.self, CampaignCommand.self, BaselineCommand.self, WaiversCommand.self, RulesCommand.self,
      SchemaCommand.self,
    ])

  /// The version of the tool.
  static let number = "0.1.0"

  /// The version, with the digest of the standard inside.
  private static var version: String {
    let digest = EmbeddedStandard.load().standard.map { "\($0.id) \($0.digest)" } ?? "–"
    return "signaudit \(number)\n\(digest)"
  }
}

/// The language option, which means the same everywhere.
enum LanguageOption: String, ExpressibleByArgument, CaseIterable {
  case zh, en

  var language: Language { self == .zh ? .zh : .en }
}

/// When colours are used.
enum ColorOption: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// The style of a text that goes to a path, or to standard output where it is nil.
  func style(to path: String?) -> TerminalStyle {
    path == nil ? style(1) : self == .always ? .colored : .plain
  }

  /// The style for a descriptor: colours on a terminal, unless `NO_COLOR` is set and not empty.
  func style(_ descriptor: Int32) -> TerminalStyle {
    switch self {
    case .always: return .colored
    case .never: return .plain
    case .auto:
      let isMuted = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
      return isatty(descriptor) == 1 && !isMuted ? .colored : .plain
    }
  }
}

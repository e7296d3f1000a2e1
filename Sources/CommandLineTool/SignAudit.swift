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
    let command: any ParsableCommand
    do {
      command = try await SignAudit.asyncParseAsRoot()
    } catch {
      end(with: error, isRead: false)
    }
    do {
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        var command = command
        try command.run()
      }
    } catch {
      end(with: error, isRead: true)
    }
  }

  /// Ends the process with what an error says and its exit code.
  ///
  /// - Parameter isRead: whether the command line could be read: then how it is written says nothing new.
  private static func end(with error: any Error, isRead: Bool) -> Never {
    let code = SignAudit.exitCode(for: error)
    let message = SignAudit.message(for: error)
    if message.isEmpty { exit(code.rawValue) }
    if code.isSuccess {
      // Help, the version or a completion script.
      let text = SignAudit.fullMessage(for: error)
      let isHelp = text.hasPrefix("OVERVIEW: ") || text.hasPrefix("USAGE: ")
      try? Output.standardOutput(Array(((isHelp ? UsageMessage.help(text) : text) + "\n").utf8))
    } else {
      Output.standardError(
        isRead ? UsageMessage.problem(afterReading: message) : UsageMessage.error(SignAudit.fullMessage(for: error)))
    }
    exit(code.rawValue)
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

  /// The names of all commands and of their subcommands.
  static var commandNames: [String] { names(of: self).uniqued() }

  private static func names(of command: any ParsableCommand.Type) -> [String] {
    command.configuration.subcommands.flatMap { [$0._commandName] + names(of: $0) }
  }

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

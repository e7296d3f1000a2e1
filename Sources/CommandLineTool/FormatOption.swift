import ArgumentParser
import Diagnostics

/// A format of a command's result.
protocol OutputFormat: RawRepresentable<String>, CaseIterable, Hashable {}

/// A format, with the path it is written to; nil: standard output.
struct FormatOption<Format: OutputFormat>: ExpressibleByArgument {
  var format: Format
  var path: String?

  /// A format on standard output.
  init(_ format: Format) {
    self.format = format
  }

  init?(argument: String) {
    // By bytes: a path may begin with a character that combines with the sign of equality.
    let parts = argument.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = Format(rawValue: String(Substring(parts[0]))) else { return nil }
    self.format = format
    path = parts.count > 1 ? String(Substring(parts[1])) : nil
    if path?.isEmpty == true { return nil }
  }

  /// What is wrong with the formats that were asked for, if anything is.
  ///
  /// - Parameters:
  ///   - formats: the formats that were asked for.
  ///   - output: where standard output is written instead.
  ///   - others: what else is written, which must stand elsewhere.
  ///   - unplaced: what is wrong with the one format that has no path, if anything is.
  static func problem(
    _ formats: [FormatOption], output: String?, others: [String] = [], unplaced: (Format) -> String? = { _ in nil }
  ) -> String? {
    if let problem = unplacedProblem(formats) { return problem }
    if let format = formats.first(where: { $0.path == nil })?.format {
      if let problem = unplaced(format) { return problem }
    } else if output != nil, !formats.isEmpty {
      return "--output 没有用处：各格式都写了路径。--output has nothing to write: every --format has a path."
    }
    let paths = formats.compactMap(\.path) + (output.map { [$0] } ?? []) + others
    return Set(paths).count < paths.count ? "两个格式写到了同一个路径。Two formats have the same path." : nil
  }

  /// What is said where several formats have no path.
  static func unplacedProblem(_ formats: [FormatOption]) -> String? {
    guard formats.count(where: { $0.path == nil }) > 1 else { return nil }
    return "只能有一个格式写到标准输出，其余写成 F=路径。At most one --format without =PATH."
  }
}

/// The formats of an audit's report.
enum ReportFormat: String, OutputFormat {
  case text, markdown, html, json, ndjson, csv, xlsx, sarif, junit, github, gitlab

  /// Whether it is several files, and needs a directory.
  var isDirectory: Bool { self == .markdown || self == .html }
  /// Whether a terminal cannot show it.
  var isBinary: Bool { self == .xlsx }
  /// Whether it shows what is recorded of signs.
  var showsSigns: Bool { self == .html || self == .csv || self == .xlsx }

  /// All formats, for help.
  static let list = allCases.map { $0.rawValue + ($0.isDirectory ? "=目录" : "") }.joined(separator: "、")

  /// What is wrong with the format where it has no path, if anything is.
  ///
  /// - Parameters:
  ///   - output: where standard output is written instead.
  ///   - isTerminal: whether standard output is a terminal.
  func unplacedProblem(output: String?, isTerminal: Bool) -> String? {
    if isDirectory { return "\(self) 要写目录：--format \(self)=目录。\(self) needs a directory." }
    if isBinary, output == nil, isTerminal {
      return "\(self) 不能显示在终端上：--format \(self)=路径。\(self) needs a path."
    }
    return nil
  }
}

/// From which severity on findings make the exit code 1.
enum ThresholdOption: String, ExpressibleByArgument, CaseIterable {
  case error, warning, advice, never

  /// The severity; nil: no finding does.
  var severity: Severity? {
    switch self {
    case .error: .error
    case .warning: .warning
    case .advice: .advice
    case .never: nil
    }
  }
}

import ArgumentParser
import Diagnostics

/// A format, with the path it is written to; nil: standard output.
struct FormatOption: ExpressibleByArgument {
  /// The formats of a report.
  enum Format: String, CaseIterable {
    case text, markdown, html, json, ndjson, csv, xlsx, sarif, junit, github, gitlab

    /// Whether it is several files, and needs a directory.
    var isDirectory: Bool { self == .markdown || self == .html }
    /// Whether a terminal cannot show it.
    var isBinary: Bool { self == .xlsx }
    /// Whether it shows what is recorded of signs.
    var showsSigns: Bool { self == .html || self == .csv || self == .xlsx }
  }

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

  /// All formats, for help.
  static let list = Format.allCases.map { $0.rawValue + ($0.isDirectory ? "=目录" : "") }.joined(separator: "、")

  /// What is wrong with a list of formats, if anything is.
  ///
  /// - Parameters:
  ///   - formats: The formats that were asked for.
  ///   - output: Where standard output is written instead.
  ///   - isTerminal: Whether standard output is a terminal.
  static func problem(_ formats: [FormatOption], output: String?, isTerminal: Bool) -> String? {
    let unplaced = formats.filter { $0.path == nil }
    if unplaced.count > 1 {
      return "只能有一个格式写到标准输出，其余写成 F=路径。At most one --format without =PATH."
    }
    if let format = unplaced.first?.format {
      if format.isDirectory {
        return "\(format) 要写目录：--format \(format)=目录。\(format) needs a directory."
      }
      if format.isBinary, output == nil, isTerminal {
        return "\(format) 不能显示在终端上：--format \(format)=路径。\(format) needs a path."
      }
    }
    if output != nil, unplaced.isEmpty, !formats.isEmpty {
      return "--output 没有用处：各格式都写了路径。--output has nothing to write: every --format has a path."
    }
    let paths = formats.compactMap(\.path) + (output.map { [$0] } ?? [])
    if Set(paths).count < paths.count {
      return "两个格式写到了同一个路径。Two formats have the same path."
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

import Diagnostics
import Standard
import YAMLTree

/// The lines of the files that diagnostics point into, for code frames; each file is read once.
final class SourceLines {
  private var lines: [String: [String]] = [:]

  /// A line of a file, counted from 1; nil where there is none or the file cannot be read.
  func line(_ file: String, _ number: Int) -> String? {
    if lines[file] == nil { lines[file] = Self.read(file) }
    guard let lines = lines[file], lines.indices.contains(number - 1) else { return nil }
    return lines[number - 1]
  }

  private static func read(_ file: String) -> [String] {
    let limits = YAMLLimits.standard
    let inside = "\(EmbeddedStandard.directory)/"
    var bytes: [UInt8]?
    if file.hasPrefix(inside) {
      bytes = EmbeddedStandard.sources.first { inside + $0.path == file }?.bytes
    }
    // A standard may be read from a directory of the same name.
    if let found = InputFiles([file]).files.first {
      bytes = InputFiles.read(found, limit: limits.fileSize).bytes ?? bytes
    }
    var diagnostics: [Diagnostic] = []
    guard let bytes, let text = SourceText.decode(bytes, file: file, limits: limits, diagnostics: &diagnostics) else {
      return []
    }
    return text.lines
  }
}

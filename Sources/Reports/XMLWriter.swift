internal import Diagnostics

/// Writes XML 1.0 into bytes, one element a line, two spaces a level.
///
/// Names of elements and attributes are names of the format; every text and every value goes through one escaper.
/// Characters that XML 1.0 does not allow, and those that would steer whoever reads the file, are shown instead.
struct XMLWriter {
  /// What has been written: UTF-8.
  private(set) var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var depth = 0

  /// Opens an element that holds others.
  mutating func open(_ name: String, _ attributes: [(String, String)]) {
    indent()
    start(name, attributes)
    bytes += ">\n".utf8
    depth += 1
  }

  /// Closes the element that was opened last.
  mutating func close(_ name: String) {
    depth -= 1
    indent()
    bytes += "</\(name)>\n".utf8
  }

  /// Writes an element without content.
  mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    indent()
    start(name, attributes)
    bytes += "/>\n".utf8
  }

  /// Writes an element that holds a text of several lines.
  ///
  /// Only the lines are lines: what is a line feed in one of them is shown. A colon at the start of one is written as
  /// a reference, since a log that shows the file takes `::error::` there for a command.
  mutating func text(_ name: String, _ attributes: [(String, String)], _ lines: [String]) {
    indent()
    start(name, attributes)
    bytes += ">".utf8
    for (index, line) in lines.enumerated() {
      if index > 0 { bytes += "\n".utf8 }
      let escaped = XMLWriter.escape(line).utf8
      bytes += escaped.first == UInt8(ascii: ":") ? Array("&#58;".utf8) + escaped.dropFirst() : Array(escaped)
    }
    bytes += "</\(name)>\n".utf8
  }

  private mutating func indent() {
    for _ in 0..<depth { bytes += "  ".utf8 }
  }

  private mutating func start(_ name: String, _ attributes: [(String, String)]) {
    bytes += "<\(name)".utf8
    for (name, value) in attributes {
      bytes += " \(name)=\"".utf8
      bytes += XMLWriter.escape(value).utf8
      bytes += "\"".utf8
    }
  }

  /// A text as it stands on one line, between tags or between double quotes.
  static func escape(_ raw: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in VisibleText(raw).text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}

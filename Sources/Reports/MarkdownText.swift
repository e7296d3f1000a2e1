internal import Diagnostics

/// Text from outside as it stands in a line of Markdown, also in a table: neither markup nor HTML, on one line, with
/// what would steer a terminal or turn the direction shown instead of obeyed.
enum MarkdownText {
  /// The escaped text. Line ends and tabs become spaces.
  static func escape(_ raw: String) -> String {
    var oneLine = String.UnicodeScalarView()
    for scalar in raw.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}": oneLine.append(" ")
      default: oneLine.append(scalar)
      }
    }
    var escaped = String.UnicodeScalarView()
    for scalar in VisibleText(String(oneLine)).text.unicodeScalars {
      if isMarkup(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// Besides what Markdown itself gives a meaning, what its dialects do: bare links, mentions, strikethrough, formulas.
  private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "(", ")", "#", "+", "-", ".", "!", "|", "&": true
    case "~", ":", "@", "$", "=", "^": true
    default: false
    }
  }
}

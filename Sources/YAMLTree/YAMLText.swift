internal import Diagnostics

/// Writes texts as YAML. libyaml's emitter is not used: it has an open hole (CVE-2024-3205), and it quotes less than a
/// reader of an older YAML needs.
package enum YAMLText {
  /// A text as one scalar on one line, in a block as well as between brackets, as a value as well as a key.
  ///
  /// It stands plain only where every reader of YAML 1.1 and 1.2 takes it as this very text; all others are quoted:
  /// numbers and codes, dates, truth values, `null`, texts with spaces at their ends, with marks that mean something in
  /// YAML or look as if they did, and with characters that nobody sees.
  package static func scalar(_ text: String) -> String {
    if isPlain(text) { return text }
    var quoted = String.UnicodeScalarView()
    quoted.append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        quoted.append("\\")
        quoted.append(scalar)
      case "\n": quoted.append(contentsOf: "\\n".unicodeScalars)
      case "\r": quoted.append(contentsOf: "\\r".unicodeScalars)
      case "\t": quoted.append(contentsOf: "\\t".unicodeScalars)
      default:
        if VisibleText.isInvisible(scalar) {
          quoted.append(contentsOf: escape(scalar).unicodeScalars)
        } else {
          quoted.append(scalar)
        }
      }
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// A list between brackets.
  package static func list(_ texts: [String]) -> String {
    "[" + texts.map(scalar).joined(separator: ", ") + "]"
  }

  /// A mapping between braces; the values are YAML already.
  package static func mapping(_ pairs: [(key: String, value: String)]) -> String {
    "{" + pairs.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
  }

  /// A comment on one line; what nobody sees in it becomes visible.
  package static func comment(_ text: String) -> String { "# " + VisibleText(text).text }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (mark, width) = scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
    return "\\" + mark + String(repeating: "0", count: width - digits.utf8.count) + digits
  }

  /// Words that readers of YAML 1.1 take for something else than a text, in small letters.
  private static let reserved: Set<String> = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]

  private static func isPlain(_ text: String) -> Bool {
    var scalars = text.unicodeScalars.makeIterator()
    guard let first = scalars.next(), isLetter(first), text.utf8.count <= 200 else { return false }
    while let scalar = scalars.next() {
      switch scalar {
      case "0"..."9", "-", "_", ".", "/", "、", "〔", "〕", "（", "）", "《", "》", "·": continue
      default: if !isLetter(scalar) { return false }
      }
    }
    return !reserved.contains(text.lowercased())
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "\u{4E00}"..."\u{9FFF}": true
    default: false
    }
  }
}

/// Text that came from outside, safe to print: characters that would steer a terminal, turn the direction of what
/// follows or be seen by nobody are shown instead of obeyed.
///
/// C0 controls and DEL become their pictures (`␛`); C1 controls, marks of direction, U+2028, U+2029, U+FEFF and
/// noncharacters become `\u{202E}`.
package struct VisibleText: Sendable, Hashable, CustomStringConvertible {
  /// The text as it may be printed.
  package let text: String

  /// Makes a text visible. Line feeds are kept if `keepingNewlines` is true, and become `␊` otherwise.
  package init(_ raw: String, keepingNewlines: Bool = false) {
    guard raw.unicodeScalars.contains(where: VisibleText.isInvisible) else {
      text = raw
      return
    }
    var visible = String.UnicodeScalarView()
    for scalar in raw.unicodeScalars {
      if !VisibleText.isInvisible(scalar) || (keepingNewlines && scalar == "\n") {
        visible.append(scalar)
      } else if scalar.value < 0x20 {
        visible.append(Unicode.Scalar(0x2400 + scalar.value)!)
      } else if scalar.value == 0x7F {
        visible.append("\u{2421}")
      } else {
        visible.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
      }
    }
    text = String(visible)
  }

  /// The text itself, so that it can stand in a message.
  package var description: String { text }

  /// Whether a scalar must not reach a terminal as it is.
  package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    case 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}

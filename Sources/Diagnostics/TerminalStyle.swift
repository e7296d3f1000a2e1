/// The colours of what is printed to a terminal: ANSI sequences, or nothing at all.
package struct TerminalStyle: Sendable, Hashable {
  /// Whether colours are used.
  package var isColored: Bool

  /// No colours.
  package static let plain = TerminalStyle(isColored: false)
  /// ANSI colours.
  package static let colored = TerminalStyle(isColored: true)

  /// Makes a style.
  package init(isColored: Bool) {
    self.isColored = isColored
  }

  /// What a piece of text is.
  package enum Role: Sendable, Hashable {
    /// The colour of a severity.
    case severity(Severity)
    /// Line numbers, rules and arrows.
    case gutter
    /// The sentence that says what is wrong.
    case message
    /// Places other than the first.
    case related
    /// What to do.
    case help
  }

  /// The text in the colours of its role.
  package func paint(_ text: String, _ role: Role) -> String {
    guard isColored, !text.isEmpty else { return text }
    let code =
      switch role {
      case .severity(.error): "1;31"
      case .severity(.warning): "1;33"
      case .severity(.advice): "1;36"
      case .severity(.note), .help: "1;32"
      case .gutter, .related: "1;34"
      case .message: "1"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

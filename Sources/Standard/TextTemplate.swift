package import Diagnostics

/// A text with slots, `标识牌 {sign} 的文字为“{actual}”`, cut into pieces once.
package struct TextTemplate: Sendable, Hashable {
  /// A piece of a text.
  package enum Segment: Sendable, Hashable {
    /// Words.
    case words(String)
    /// A slot, by name.
    case slot(String)
  }

  /// The pieces in each language.
  package let zh: [Segment]
  package let en: [Segment]
  /// The text as it was written.
  package let source: BilingualText

  /// Cuts a text into pieces. A brace that opens no name stands for itself.
  package init(_ source: BilingualText) {
    self.source = source
    zh = TextTemplate.cut(source.zh)
    en = TextTemplate.cut(source.en)
  }

  /// The names of all slots.
  package var slots: [String] {
    (zh + en).compactMap { segment in
      if case .slot(let name) = segment { name } else { nil }
    }
  }

  /// The text with its slots filled; a slot without a value is left out.
  package func filled(_ language: Language, _ value: (String) -> String?) -> String {
    var text = ""
    for segment in language == .zh ? zh : en {
      switch segment {
      case .words(let words): text += words
      case .slot(let name): text += value(name) ?? ""
      }
    }
    return text
  }

  /// Cuts at `{name}`, where a name is of ASCII lower-case letters and underscores.
  package static func cut(_ text: String) -> [Segment] {
    var segments: [Segment] = []
    var words = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      rest = rest.dropFirst()
      guard scalar == "{" else {
        words.append(scalar)
        continue
      }
      let name = rest.prefix { ("a"..."z").contains($0) || $0 == "_" }
      guard !name.isEmpty, rest.dropFirst(name.count).first == "}" else {
        words.append(scalar)
        continue
      }
      if !words.isEmpty { segments.append(.words(String(words))) }
      words = String.UnicodeScalarView()
      segments.append(.slot(String(name)))
      rest = rest.dropFirst(name.count + 1)
    }
    if !words.isEmpty { segments.append(.words(String(words))) }
    return segments
  }
}

/// The language in which a person reads what the tool says.
package enum Language: String, Sendable, Hashable, CaseIterable {
  /// Simplified Chinese, the default.
  case zh
  /// Plain English.
  case en
}

/// One text in both languages of the tool.
package struct BilingualText: Sendable, Hashable {
  /// The text in simplified Chinese.
  package var zh: String
  /// The text in English.
  package var en: String

  /// Makes a text from its two wordings.
  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The wording in `language`.
  package subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}

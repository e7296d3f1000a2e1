package import Diagnostics
package import Inventory

/// Attributes of signs as people say them, `白底红字`, `竖式`, `大门上方或正面外部`: findings and the guide speak alike.
package enum AttributePhrase {
  /// Appends a field and its values; nil: not recorded.
  package static func append(
    _ key: InventoryKey, _ values: [BilingualText]?, to phrase: inout String, _ language: Language
  ) {
    let text =
      values.map { $0.map { said(key, $0, language) }.joined(separator: language == .zh ? "或" : " or ") }
      ?? (language == .zh ? "\(key.label.zh)未登记" : "\(key.label.en) unrecorded")
    guard language == .zh else {
      phrase += (phrase.isEmpty ? "" : ", ") + text
      return
    }
    // Ground and lettering are one phrase: 白底红字.
    let isPhrase = key == .lettering && values != nil && phrase.hasSuffix("底")
    phrase += (phrase.isEmpty || isPhrase ? "" : "、") + text
  }

  /// One value: by itself where it says what it is of, else with the field's name.
  private static func said(_ key: InventoryKey, _ value: BilingualText, _ language: Language) -> String {
    let value = value[language]
    return switch (key, language) {
    case (.place, _), (.mounting, _), (.prominent, _): value
    case (.orientation, .zh): "\(value)式"
    case (.orientation, .en): value
    case (.background, .zh): "\(value)底"
    case (.background, .en): "\(value) ground"
    case (.lettering, .zh): "\(value)字"
    case (.lettering, .en): "\(value) lettering"
    case (_, .zh): key.label.zh + value
    case (_, .en): "\(key.label.en) \(value)"
    }
  }
}

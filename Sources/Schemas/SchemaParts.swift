import Diagnostics
import Inventory

/// Pieces that the schemas of all files share.
extension JSONValue {
  /// A mapping with these keys and no others.
  static func object(_ properties: [(String, JSONValue)], required: [String] = [], rules: [JSONValue] = []) -> JSONValue
  {
    .of(
      ("type", .string("object")), ("additionalProperties", .bool(false)),
      ("required", required.isEmpty ? nil : .strings(required)),
      ("properties", .object(properties.map { Pair(key: $0.0, value: $0.1) })),
      ("allOf", rules.isEmpty ? nil : .array(rules)))
  }

  /// A list of such items.
  static func list(of items: JSONValue) -> JSONValue { .of(("type", .string("array")), ("items", items)) }

  /// One of these shapes.
  static func either(_ shapes: JSONValue...) -> JSONValue { .of(("anyOf", .array(shapes))) }

  /// What YAML calls nothing.
  static let absence = JSONValue.of(("type", .string("null")))

  /// Nothing at all, or an empty text in quotes.
  static let blank = JSONValue.of(("type", .strings(["string", "null"])), ("maxLength", .integer(0)))

  /// One of these spellings, as YAML may read them: `no` is a truth value to some readers, `101` a number to all. No
  /// value at all where there are no spellings.
  static func spellings(_ spellings: [String]) -> JSONValue {
    if spellings.isEmpty { return .bool(false) }
    var values = spellings.map { JSONValue.string($0) }
    for spelling in spellings {
      let value: JSONValue? =
        switch spelling.lowercased() {
        case "yes", "true", "on", "y": .bool(true)
        case "no", "false", "off", "n": .bool(false)
        case "null": .null
        default: nil
        }
      if let value, !values.contains(value) { values.append(value) }
    }
    let words = JSONValue.of(("enum", .array(values)))
    // What begins like a number may be read as one.
    let looksLikeNumber = spellings.contains { spelling in
      spelling.utf8.first.map { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) } ?? false
    }
    return looksLikeNumber ? .either(words, .of(("type", .string("number")))) : words
  }

  /// The shape with a title and a description before it; in draft 7 nothing stands beside a reference, so that one is
  /// wrapped.
  func described(title: String? = nil, _ text: BilingualText?) -> JSONValue {
    JSONValue.of(
      ("title", title.map { .string($0) }), ("description", text.map { .string("\($0.zh) · \($0.en)") })
    ).adding(unpacked: self)
  }

  /// The object with the keys of another one behind its own.
  func adding(unpacked other: JSONValue) -> JSONValue {
    guard case .object(let own) = self else { return self }
    guard case .object(let more) = other else { return .object(own + [Pair(key: "allOf", value: .array([other]))]) }
    if more.count == 1, more[0].key == "$ref" { return .object(own + [Pair(key: "allOf", value: .array([other]))]) }
    return .object(own + more)
  }
}

/// A text, as all schemas describe it.
enum SchemaText {
  /// What YAML may take a text for.
  static let types = ["string", "number", "boolean"]

  /// What to write so that a reader of YAML takes a text for what it is.
  static let advice = BilingualText(
    zh: "像数字、日期或是非的文字（如 0101、no）加上引号，免得别的软件改动它",
    en: "quote a text that looks like a number, a date or a truth value (0101, no), or other software may change it")

  /// A day; that it exists is not asked.
  static let date = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
}

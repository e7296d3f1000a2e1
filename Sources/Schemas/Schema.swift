import Reports

/// A value of JSON, with keys in the order in which they are written.
package indirect enum JSONValue: Sendable, Hashable {
  case object([Pair])
  case array([JSONValue])
  case string(String)
  case integer(Int)
  case bool(Bool)
  case null

  /// A key and its value.
  package struct Pair: Sendable, Hashable {
    package var key: String
    package var value: JSONValue
  }

  /// An object of these keys; values that are nil are left out.
  package static func of(_ pairs: (String, JSONValue?)...) -> JSONValue {
    .object(pairs.compactMap { key, value in value.map { Pair(key: key, value: $0) } })
  }

  /// An array of texts.
  package static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  /// The object with these keys behind its own.
  func adding(_ pairs: (String, JSONValue?)...) -> JSONValue {
    guard case .object(let own) = self else { return self }
    return .object(own + pairs.compactMap { key, value in value.map { Pair(key: key, value: $0) } })
  }

  /// Writes the value.
  fileprivate func write(to writer: inout JSONWriter) {
    switch self {
    case .object(let pairs):
      writer.object { writer in
        for pair in pairs {
          writer.key(pair.key)
          pair.value.write(to: &writer)
        }
      }
    case .array(let values):
      let isShort = values.allSatisfy {
        if case .object = $0 { false } else if case .array = $0 { false } else { true }
      }
      writer.array(values, inLine: isShort) { writer, value in value.write(to: &writer) }
    case .string(let text): writer.string(text)
    case .integer(let number): writer.number(number)
    case .bool(let value): writer.bool(value)
    case .null: writer.null()
    }
  }

  /// The value as a document, ending with a line feed.
  package var document: [UInt8] {
    var writer = JSONWriter(.pretty)
    write(to: &writer)
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}

/// The drafts of JSON Schema that can be printed.
package enum SchemaDraft: String, Sendable, CaseIterable {
  /// 2020-12, for validators.
  case current = "2020-12"
  /// Draft 7, which editors' YAML support speaks.
  case seven = "7"

  var uri: String {
    switch self {
    case .current: "https://json-schema.org/draft/2020-12/schema"
    case .seven: "http://json-schema.org/draft-07/schema#"
    }
  }

  /// Where shared parts stand.
  var definitions: String { self == .current ? "$defs" : "definitions" }

  /// A reference to a shared part.
  func reference(_ name: String) -> JSONValue { .of(("$ref", .string("#/\(definitions)/\(name)"))) }
}

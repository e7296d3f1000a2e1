package import Diagnostics

/// The schema of `.signaudit.yaml`, the defaults of the command line's options.
package enum SettingsSchema {
  /// A setting: both spellings of its key, what it is, and the values that it may have (nil: a path).
  package struct Setting: Sendable {
    package var spellings: [String]
    package var explanation: BilingualText
    package var values: [String]?

    /// Makes a setting.
    package init(spellings: [String], explanation: BilingualText, values: [String]?) {
      self.spellings = spellings
      self.explanation = explanation
      self.values = values
    }
  }

  /// The schema. An unknown key is an error, and so is one that stands there in both spellings, which a schema cannot
  /// say as clearly.
  package static func document(_ settings: [Setting], draft: SchemaDraft) -> JSONValue {
    let properties = settings.flatMap { setting in
      setting.spellings.map { spelling in
        JSONValue.Pair(
          key: spelling,
          value: .of(
            ("description", .string("\(setting.explanation.zh)。\(setting.explanation.en)")),
            setting.values.map { ("enum", .array($0.map(JSONValue.string) + [.null])) }
              ?? ("type", .strings(["string", "null"]))))
      }
    }
    let repeated = settings.map { setting -> JSONValue in
      .of(("not", .of(("required", .strings(setting.spellings)))))
    }
    return .of(
      ("$schema", .string(draft.uri)), ("title", .string(".signaudit.yaml")),
      ("description", .string("signaudit 的默认设置。The defaults of signaudit's options.")), ("type", .string("object")),
      ("additionalProperties", .bool(false)), ("allOf", .array(repeated)), ("properties", .object(properties)))
  }
}

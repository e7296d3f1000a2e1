import Foundation
import Reports
import Testing

@testable import Audit

@Suite struct ReportSchemaTests {
  /// Every key that the report writes is described and required, and no other.
  @Test func describesTheKeysOfTheReport() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(ReportSchema.json.utf8)) as? [String: Any])
    let report = try JSONSerialization.jsonObject(with: Data(JSONReport.render(SampleReport.make())))
    try check(report, schema, schema["$defs"] as? [String: Any] ?? [:])
  }

  /// Follows the few keywords that the schema uses.
  private func check(_ value: Any, _ schema: [String: Any], _ definitions: [String: Any]) throws {
    if let reference = schema["$ref"] as? String {
      let name = String(reference.dropFirst("#/$defs/".count))
      return try check(value, try #require(definitions[name] as? [String: Any]), definitions)
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      if !(value is NSNull) { try check(value, try #require(choices.last), definitions) }
    } else if let object = value as? [String: Any] {
      let properties = try #require(schema["properties"] as? [String: [String: Any]])
      #expect(Set(object.keys) == Set(properties.keys))
      #expect(Set(object.keys) == Set(try #require(schema["required"] as? [String])))
      for (key, value) in object { try check(value, try #require(properties[key]), definitions) }
    } else if let array = value as? [Any] {
      let items = try #require(schema["items"] as? [String: Any])
      for element in array { try check(element, items, definitions) }
    } else if let allowed = schema["enum"] as? [String] {
      #expect(allowed.contains(value as? String ?? ""))
    }
  }

  @Test func enumerationsAreThoseOfTheModel() throws {
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(ReportSchema.json.utf8)) as? [String: Any])
    func words(_ definition: String, _ key: String) -> [String]? {
      let definitions = schema["$defs"] as? [String: [String: Any]]
      let properties = definitions?[definition]?["properties"] as? [String: [String: Any]]
      return properties?[key]?["enum"] as? [String]
    }
    #expect(words("finding", "outcome") == Outcome.allCases.map(\.rawValue))
    #expect(words("community", "status") == CommunityStatus.allCases.map(\.rawValue))
  }
}

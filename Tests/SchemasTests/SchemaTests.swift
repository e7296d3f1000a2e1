import Foundation
import Inventory
import Schemas
import Standard
import TestSupport
import Testing

@Suite("JSON Schemas of the embedded standard")
struct SchemaTests {
  static func all(_ draft: SchemaDraft) -> [(name: String, bytes: [UInt8])] {
    let schema = InventorySchema(Trials.standard, draft: draft)
    return [
      ("inventory", schema.inventory.document), ("roster", schema.roster.document),
      ("waivers", schema.waivers.document), ("rules", RulesSchema(Trials.standard, draft: draft).schema.document),
    ]
  }

  @Test("are JSON, and the same bytes every time", arguments: SchemaDraft.allCases)
  func json(_ draft: SchemaDraft) throws {
    let first = Self.all(draft)
    for (one, two) in zip(first, Self.all(draft)) { #expect(one.bytes == two.bytes) }
    for schema in first {
      let value = try #require(try JSONSerialization.jsonObject(with: Data(schema.bytes)) as? [String: Any])
      let uri = try #require(value["$schema"] as? String)
      #expect(uri.contains(draft == .seven ? "draft-07" : "2020-12"))
      #expect((value["$defs"] == nil) == (draft == .seven))
    }
  }

  @Test("name every key and every word in every spelling")
  func spellings() {
    let text = String(decoding: InventorySchema(Trials.standard, draft: .current).inventory.document, as: UTF8.self)
    let words = Trials.standard.vocabulary.words
    let tables = [
      words.kinds, words.places, words.colours, words.communityTypes, words.partyOrganizations, FixedWords.orientation,
      FixedWords.mounting, FixedWords.state, FixedWords.viewpoint, FixedWords.zone,
    ]
    for spelling in tables.flatMap(\.spellings) { #expect(text.contains("\"\(spelling)\""), "\(spelling)") }
    let sets: [KeySet] = [.inventory, .community, .survey, .facility, .room, .sign, .size, .entry, .approval]
    for spelling in sets.flatMap(\.spellings) { #expect(text.contains("\"\(spelling)\": {"), "\(spelling)") }
  }

  @Test("refer to nothing that is not there", arguments: SchemaDraft.allCases)
  func references(_ draft: SchemaDraft) throws {
    for schema in Self.all(draft) {
      let value = try #require(try JSONSerialization.jsonObject(with: Data(schema.bytes)) as? [String: Any])
      let parts = value[draft == .seven ? "definitions" : "$defs"] as? [String: Any] ?? [:]
      let text = String(decoding: schema.bytes, as: UTF8.self)
      for piece in text.components(separatedBy: "\"$ref\": \"#/").dropFirst() {
        let name = piece.prefix { $0 != "\"" }.split(separator: "/")
        #expect(name.count == 2 && parts[String(name[1])] != nil, "\(schema.name): \(name)")
      }
    }
  }

  @Test("stand in the repository as the program makes them, for editors")
  func committed() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../.schemas")
    for schema in Self.all(.seven) where schema.name != "rules" {
      let file = folder.appending(path: "\(schema.name).json")
      #expect(try Array(Data(contentsOf: file)) == schema.bytes, "signaudit schema \(schema.name) --draft 7")
    }
  }

  @Test("know every construct of the rule language and every key of it", arguments: Construct.Name.allCases)
  func constructs(_ name: Construct.Name) throws {
    let bytes = RulesSchema(Trials.standard, draft: .current).schema.document
    let value = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let parts = try #require(value["$defs"] as? [String: Any])
    let part = try #require(parts[name.rawValue] as? [String: Any])
    let construct = Construct.named(name)
    #expect(construct.name == name)
    let properties = try #require(part["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(construct.names))
    #expect(part["additionalProperties"] as? Bool == false)
    #expect(part["required"] as? [String] ?? [] == construct.required)
  }
}

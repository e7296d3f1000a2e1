package import Diagnostics
import YAMLTree

/// An inventory that is still to be filled in: who it is about stands in it, what hangs there does not. What a standard
/// wants stands beside as comments, never as values: nobody is to record what ought to be.
package struct BlankInventory: Sendable, Hashable {
  /// A sign that is expected, as a row to fill in.
  package struct Row: Sendable, Hashable {
    /// Its id.
    package var id: String
    /// Its kind.
    package var kind: WordTable.Word
    /// What the standard wants of it.
    package var comments: [String]

    /// Makes a row.
    package init(id: String, kind: WordTable.Word, comments: [String]) {
      self.id = id
      self.kind = kind
      self.comments = comments
    }
  }

  /// What stands at the head as comments, the modeline of the YAML language server first.
  package var head: [String]
  /// The short names.
  package var district: String
  package var street: String
  package var name: String
  /// The statistical code, where the roster has one.
  package var code: String?
  /// The form of party organization, where the roster has one.
  package var partyOrganization: WordTable.Word?
  /// The rows.
  package var rows: [Row]
  /// What is said about further signs, as comments behind the rows.
  package var further: [String]

  /// Makes a blank inventory.
  package init(
    head: [String], district: String, street: String, name: String, code: String?,
    partyOrganization: WordTable.Word?, rows: [Row], further: [String]
  ) {
    self.head = head
    self.district = district
    self.street = street
    self.name = name
    self.code = code
    self.partyOrganization = partyOrganization
    self.rows = rows
    self.further = further
  }

  /// The fields that a row has to fill in, in the order in which one sees them.
  private static let blanks: [InventoryKey] = [
    .text, .place, .orientation, .mounting, .background, .lettering, .prominent, .demandedBy,
  ]

  /// The file, in UTF-8. Keys and words are Chinese where the language is.
  package func file(_ language: Language) -> [UInt8] {
    func key(_ key: InventoryKey) -> String { language == .zh ? key.word.chinese[0] : key.word.canonical }
    func word(_ word: WordTable.Word) -> String {
      language == .zh ? word.chinese.first ?? word.canonical : word.canonical
    }
    func pair(_ name: InventoryKey, _ value: String?) -> String {
      value.map { "\(key(name)): \(YAMLText.scalar($0))" } ?? "\(key(name)):"
    }
    var lines = head.map(YAMLText.comment)
    lines += ["", "\(key(.inventory)): 1", "\(key(.community)):"]
    lines += [pair(.district, district), pair(.street, street), pair(.name, name)].map { "  " + $0 }
    if let code { lines.append("  " + pair(.code, code)) }
    if let partyOrganization { lines.append("  " + pair(.partyOrganization, word(partyOrganization))) }
    lines.append("\(key(.survey)):")
    let viewpoints = FixedWords.viewpoint.words.map { word($0) }.joined(separator: " / ")
    lines += [pair(.date, nil), pair(.by, nil), "\(pair(.viewpoint, nil))  \(YAMLText.comment(viewpoints))"].map {
      "  " + $0
    }
    lines.append(rows.isEmpty ? "\(key(.signs)): []" : "\(key(.signs)):")
    for row in rows {
      lines += row.comments.map { "  " + YAMLText.comment($0) }
      lines += ["  - " + pair(.id, row.id), "    " + pair(.kind, word(row.kind))]
      lines += Self.blanks.map { "    " + pair($0, nil) }
    }
    lines += further.map { "  " + YAMLText.comment($0) }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}

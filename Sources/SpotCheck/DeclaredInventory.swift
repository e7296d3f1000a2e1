package import Diagnostics
package import Inventory
package import Standard

/// A value as a file has it and as people read it.
package struct FieldValue: Sendable, Hashable {
  /// The canonical word, or the text as written.
  package var canonical: String
  /// What people read.
  package var label: BilingualText

  /// A word.
  package init(_ word: WordTable.Word) {
    canonical = word.canonical
    label = word.label
  }

  /// A text as written.
  package init(_ text: String) {
    canonical = text
    label = BilingualText(zh: text, en: text)
  }

  /// Names in order; the word for nobody where there are none.
  init(names: [String]) {
    self = names.isEmpty ? FieldValue(FixedWords.nobody[0]) : FieldValue(names.joined(separator: "、"))
  }
}

/// What an inventory says, in values that outlive the document and are the same for what is declared and what was
/// observed.
package struct DeclaredInventory: Sendable, Hashable {
  /// The short names, as they are shown.
  package var district: String
  package var street: String
  package var name: String
  package var facility: String?
  package var code: String?
  package var communityType: FieldValue?
  package var partyOrganization: FieldValue?
  /// When, by whom and how it was taken.
  package var date: String?
  package var by: String?
  package var viewpoint: FieldValue?
  package var coversExterior: Bool
  package var coversInterior: Bool
  /// The floors and rooms; nil where they are not recorded.
  package var floors: [String]?
  package var rooms: [DeclaredRoom]?
  /// All signs, those taken down included.
  package var signs: [DeclaredSign]
  /// The file.
  package var source: String
}

/// A room.
package struct DeclaredRoom: Sendable, Hashable {
  package var number: String
  package var floor: String?
  /// nil where they are not recorded.
  package var functions: [String]?
  /// The departments that required it; nil where none is recorded.
  package var demandedBy: [String]?
  /// Where it stands.
  package var location: SourceLocation
}

/// A sign.
package struct DeclaredSign: Sendable, Hashable {
  /// Its place among all signs of the document.
  package var index: Int
  package var id: String
  /// Whether it was taken down.
  package var isRemoved: Bool
  /// Words of their tables; nil where they are not recorded.
  package var kind: WordIndex?
  package var place: WordIndex?
  /// Every recorded field that has one value, by its key; those of `size_mm` and `approval` by their own.
  package var values: [InventoryKey: FieldValue]
  /// The departments that required it: nil where it is not recorded, empty: nobody.
  package var demandedBy: [String]?
  /// The entries of a board; nil where they are not recorded.
  package var entries: [DeclaredEntry]?
  /// Where it stands.
  package var location: SourceLocation

  /// What it says; empty: a mark without words; nil: not recorded.
  package var text: String? { values[.text]?.canonical }
  /// The floor and room written on it.
  package var floor: String? { values[.floor]?.canonical }
  package var room: String? { values[.room]?.canonical }
}

/// An entry of a board.
package struct DeclaredEntry: Sendable, Hashable {
  /// Every recorded field, by its key; those of `approval` by their own.
  package var values: [InventoryKey: FieldValue]
}

extension DeclaredInventory {
  /// Takes from an inventory what outlives it.
  package init(_ inventory: Inventory, source: String, _ standard: Standard) {
    let words = standard.vocabulary.words
    let reader = ValueReader(inventory: inventory, words: words)
    let community = inventory.community
    district = inventory.string(community.shortDistrict)
    street = inventory.string(community.shortStreet)
    name = inventory.string(community.shortName)
    facility = reader.string(inventory.facilityName)
    code = reader.string(community.code)
    communityType = reader.word(community.type, words.communityTypes)
    partyOrganization = reader.word(community.partyOrganization, words.partyOrganizations)
    date = inventory.survey.date.value?.description
    by = reader.string(inventory.survey.by)
    viewpoint = reader.word(inventory.survey.viewpoint, FixedWords.viewpoint)
    coversExterior = inventory.survey.coversExterior
    coversInterior = inventory.survey.coversInterior
    floors = inventory.floors.map { $0.map { inventory.string($0) } }
    rooms = inventory.hasRooms ? inventory.rooms.map { reader.room($0, source) } : nil
    signs = inventory.signs.enumerated().map { index, sign in reader.sign(sign, index, source) }
    self.source = source
  }
}

/// Reads the fields of an inventory as values.
private struct ValueReader {
  let inventory: Inventory
  let words: InventoryWords

  func string(_ field: TextField) -> String? { field.isRecorded ? inventory.string(field) : nil }

  func text(_ field: TextField) -> FieldValue? { string(field).map { FieldValue($0) } }

  func word(_ field: WordField, _ table: WordTable) -> FieldValue? {
    field.isRecorded ? FieldValue(table[field.word]) : nil
  }

  func flag(_ field: FlagField) -> FieldValue? {
    field.value.map { FieldValue(FixedWords.truth[$0 ? 1 : 0]) }
  }

  func number(_ field: NumberField) -> FieldValue? {
    field.value.map { FieldValue(NumberRange.text($0)) }
  }

  func names(_ list: ListSlice) -> [String]? {
    list.isRecorded ? inventory.names[list.range].map { inventory.string($0) } : nil
  }

  func approval(_ approval: Approval, into values: inout [InventoryKey: FieldValue]) {
    values[.document] = text(approval.document)
    values[.authority] = text(approval.authority)
    values[.level] = text(approval.level)
    values[.date] = approval.date.value.map { FieldValue($0.description) }
  }

  func room(_ room: Room, _ source: String) -> DeclaredRoom {
    DeclaredRoom(
      number: inventory.string(room.number), floor: string(room.floor), functions: names(room.functions),
      demandedBy: names(room.demandedBy),
      location: SourceLocation(file: source, range: inventory.range(of: room.node)))
  }

  func entry(_ entry: Entry) -> DeclaredEntry {
    var values: [InventoryKey: FieldValue] = [:]
    values[.function] = text(entry.function)
    values[.room] = text(entry.room)
    values[.area] = text(entry.area)
    values[.special] = flag(entry.special)
    approval(entry.approval, into: &values)
    return DeclaredEntry(values: values)
  }

  func sign(_ sign: Sign, _ index: Int, _ source: String) -> DeclaredSign {
    var values: [InventoryKey: FieldValue] = [:]
    values[.kind] = word(sign.kind, words.kinds)
    values[.text] = text(sign.text)
    values[.place] = word(sign.place, words.places)
    values[.orientation] = word(sign.orientation, FixedWords.orientation)
    values[.mounting] = word(sign.mounting, FixedWords.mounting)
    values[.background] = word(sign.background, words.colours)
    values[.lettering] = word(sign.lettering, words.colours)
    values[.prominent] = flag(sign.prominent)
    values[.floor] = text(sign.floor)
    values[.room] = text(sign.room)
    values[.order] = number(sign.order)
    values[.width] = number(sign.width)
    values[.height] = number(sign.height)
    values[.material] = text(sign.material)
    values[.basis] = text(sign.basis)
    values[.note] = text(sign.note)
    values[.since] = sign.since.value.map { FieldValue($0.description) }
    approval(sign.approval, into: &values)
    return DeclaredSign(
      index: index, id: inventory.string(sign.id), isRemoved: sign.isRemoved,
      kind: sign.kind.isRecorded ? sign.kind.word : nil, place: sign.place.isRecorded ? sign.place.word : nil,
      values: values, demandedBy: names(sign.demandedBy),
      entries: sign.entries.isRecorded ? inventory.entries[sign.entries.range].map(entry) : nil,
      location: SourceLocation(file: source, range: inventory.range(of: sign.node)))
  }
}

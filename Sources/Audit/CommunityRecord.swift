package import Diagnostics
package import Inventory
import Standard

/// What an inventory records of a community's signs in place, in values that outlive the document: what drawings and
/// plans are made from.
package struct CommunityRecord: Sendable, Hashable {
  /// A word of `FixedWords.viewpoint`; nil where it is not recorded.
  package var viewpoint: WordIndex?
  /// Whether the exterior was surveyed.
  package var coversExterior: Bool
  /// The form of party organization that counts: the roster's, else the inventory's.
  package var partyOrganization: WordIndex?
  /// The signs in place, in document order.
  package var signs: [RecordedSign]
}

/// A sign in place. All texts are as the inventory writes them.
package struct RecordedSign: Sendable, Hashable {
  /// Its place among all signs of the document, as `Finding.About` counts.
  package var index: Int
  /// Its id.
  package var id: String
  /// Its kind, declared or recognised from the words; nil where it is neither.
  package var kind: WordIndex?
  /// Its words; empty: a mark without words; nil: not recorded.
  package var text: String?
  /// Words of their tables; nil where they are not recorded.
  package var place: WordIndex?
  package var orientation: WordIndex?
  package var background: WordIndex?
  package var lettering: WordIndex?
  /// Its position from the door outward, 1 next to it.
  package var order: Double?
  /// Where it stands in the file: what related places point to.
  package var range: SourceRange
  /// What people call its kind and its place, in the language of the report; nil where these are not recorded.
  package var kindLabel: String?
  package var placeLabel: String?
  /// The number of the room that is recorded with it.
  package var room: String?
}

extension CommunityRecord {
  /// Takes from an inventory what outlives it.
  init(_ facts: Facts, _ language: Language) {
    let inventory = facts.inventory
    let words = facts.standard.vocabulary.words
    func label(_ table: WordTable, _ word: WordIndex?) -> String? { word.map { table[$0].label[language] } }
    func word(_ field: WordField) -> WordIndex? { field.isRecorded ? field.word : nil }
    viewpoint = word(inventory.survey.viewpoint)
    coversExterior = inventory.survey.coversExterior
    partyOrganization = word(inventory.community.partyOrganization)
    signs = facts.signs.map { known in
      let sign = inventory.signs[known.index]
      return RecordedSign(
        index: known.index, id: inventory.string(sign.id), kind: known.kind >= 0 ? known.kind : nil,
        text: sign.text.isRecorded ? inventory.string(sign.text) : nil, place: word(sign.place),
        orientation: word(sign.orientation), background: word(sign.background), lettering: word(sign.lettering),
        order: sign.order.value, range: inventory.range(of: sign.node),
        kindLabel: label(words.kinds, known.kind >= 0 ? known.kind : nil),
        placeLabel: label(words.places, word(sign.place)),
        room: sign.room.isRecorded ? inventory.string(sign.room) : nil)
    }
  }
}

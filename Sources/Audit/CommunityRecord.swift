internal import Crypto
package import Diagnostics
package import Inventory
import Standard
internal import YAMLTree

/// What an inventory records of a community's signs, in values that outlive the document: what drawings, plans and
/// campaigns are made from.
package struct CommunityRecord: Sendable, Hashable {
  /// A word of `FixedWords.viewpoint`; nil where it is not recorded.
  package var viewpoint: WordIndex?
  /// Whether the exterior was surveyed.
  package var coversExterior: Bool
  /// Whether the interior was surveyed.
  package var coversInterior = true
  /// The form of party organization that counts: the roster's, else the inventory's.
  package var partyOrganization: WordIndex?
  /// The signs in place, in document order.
  package var signs: [RecordedSign]
  /// The signs that were taken down and are kept for the ledger, in document order.
  package var removedSigns: [RecordedSign] = []
  /// The SHA-256 of everything the document says, in hexadecimal: the same for another layout and other comments.
  package var digest = ""
}

/// A sign. All texts are as the inventory writes them.
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
  /// Millimetres; nil where they are not recorded.
  package var width: Double?
  package var height: Double?
  /// The departments that required it.
  package var demandedBy: [String] = []
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
    viewpoint = inventory.survey.viewpoint.isRecorded ? inventory.survey.viewpoint.word : nil
    coversExterior = inventory.survey.coversExterior
    coversInterior = inventory.survey.coversInterior
    let form = inventory.community.partyOrganization
    partyOrganization = form.isRecorded ? form.word : nil
    signs = facts.signs.map { RecordedSign(inventory, $0.index, kind: $0.kind, words, language) }
    removedSigns = inventory.signs.indices.filter { inventory.signs[$0].isRemoved }.map {
      RecordedSign(inventory, $0, kind: facts.reader.facts(of: $0).kind, words, language)
    }
    digest = Self.digest(inventory.tree)
  }

  private static func digest(_ tree: YAMLTree) -> String {
    var hash = SHA256()
    for (index, node) in tree.nodes.enumerated() {
      // What ends a text stands in none, so that two texts are not one.
      switch node.kind {
      case .scalar:
        hash.update(data: Array(tree.text[tree.textRange(of: NodeIndex(index))]))
        hash.update(data: [node.style == .plain ? 0xFE : 0xFF])
      case .mapping: hash.update(data: [0xFC])
      case .sequence: hash.update(data: [0xFD])
      }
    }
    return Hexadecimal.text(hash.finalize())
  }
}

extension RecordedSign {
  fileprivate init(
    _ inventory: Inventory, _ index: Int, kind: WordIndex, _ words: InventoryWords, _ language: Language
  ) {
    func word(_ field: WordField) -> WordIndex? { field.isRecorded ? field.word : nil }
    func label(_ table: WordTable, _ word: WordIndex?) -> String? { word.map { table[$0].label[language] } }
    let sign = inventory.signs[index]
    let kind = kind >= 0 ? kind : nil
    self.init(
      index: index, id: inventory.string(sign.id), kind: kind,
      text: sign.text.isRecorded ? inventory.string(sign.text) : nil, place: word(sign.place),
      orientation: word(sign.orientation), background: word(sign.background), lettering: word(sign.lettering),
      order: sign.order.value, width: sign.width.value, height: sign.height.value,
      demandedBy: inventory.names[sign.demandedBy.range].map { inventory.string($0) },
      range: inventory.range(of: sign.node), kindLabel: label(words.kinds, kind),
      placeLabel: label(words.places, word(sign.place)),
      room: sign.room.isRecorded ? inventory.string(sign.room) : nil)
  }
}

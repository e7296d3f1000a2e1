import Diagnostics
import Inventory
import Standard

/// Orientation and colours that the rules of a standard want of the signs of a kind, in words.
struct PrescribedLook {
  /// What is drawn, else the few words that the rules leave; nil where they leave all or many.
  let orientation: BilingualText?
  let background: BilingualText?
  let lettering: BilingualText?
  /// The ids of the rules that speak of each of them and of the place.
  let rules: [Condition.SignWord: [String]]

  /// Looks at the rules.
  init(_ item: ElevationNorm.Item, _ standard: Standard) {
    let prescription = KindPrescription(item.kind, standard)
    let colours = standard.vocabulary.words.colours
    orientation = Self.label(item.orientation, prescription.orientations, FixedWords.orientation)
    background = Self.label(item.background, prescription.backgrounds, colours)
    lettering = Self.label(item.lettering, prescription.letterings, colours)
    rules = Condition.SignWord.allCases.reduce(into: [:]) { $0[$1] = prescription.rules(about: $1) }
  }

  private static func label(_ drawn: WordIndex?, _ left: WordSet, _ table: WordTable) -> BilingualText? {
    if let drawn { return table[drawn].label }
    let labels = table.words.indices.filter { left.contains(WordIndex($0)) }.map { table.words[$0].label }
    guard left != .all, 1...3 ~= labels.count else { return nil }
    return BilingualText(
      zh: labels.map(\.zh).joined(separator: "或"), en: labels.map(\.en).joined(separator: " or "))
  }
}

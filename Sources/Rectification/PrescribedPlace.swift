import Diagnostics
import Inventory
import Standard

/// Where the rules of a standard want the signs of a kind, in words: an entrance shows one place, the rules may leave more.
struct PrescribedPlace {
  /// The places that the rules leave, where these are few; nil where they leave all or many.
  let places: BilingualText?
  /// Whether the place that is shown is at a side of the door that no rule prescribes.
  let hasFreeSide: Bool
  /// The rules that speak of the place of such signs, and not of every one of them.
  private let speaking: [String]
  private let shown: BilingualText

  /// Looks at the rules.
  ///
  /// - Parameter shown: the place at which the entrance shows a sign of the kind.
  init(_ kind: WordIndex, shown: WordIndex, _ standard: Standard) {
    let labels = standard.vocabulary.words.places
    let prescription = KindPrescription(kind, standard)
    let left = prescription.placesLeft
    speaking = prescription.rules(about: .place)
    self.shown = labels[shown].label
    if let left, 1...4 ~= left.count {
      let names = left.map { labels[$0].label }
      places = BilingualText(
        zh: names.map(\.zh).joined(separator: "或"), en: names.map(\.en).joined(separator: " or "))
      hasFreeSide = false
    } else {
      places = nil
      hasFreeSide = standard.vocabulary.places[Int(shown)].side != nil
    }
  }

  /// The place for somebody who hangs a sign: nil where it would name a side that no rule prescribes.
  var toHang: BilingualText? { places ?? (hasFreeSide ? nil : shown) }

  /// The place for somebody who looks at the drawing.
  var inDrawing: BilingualText {
    guard hasFreeSide else { return places ?? shown }
    if !speaking.isEmpty {
      return BilingualText(
        zh: "\(shown.zh)（左右见规则 \(speaking.joined(separator: "、"))）",
        en: "\(shown.en) (for the side see the rule \(speaking.joined(separator: ", ")))")
    }
    return BilingualText(zh: "\(shown.zh)（左右不作规定）", en: "\(shown.en) (either side will do)")
  }
}

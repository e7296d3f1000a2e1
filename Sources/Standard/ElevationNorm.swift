package import Inventory

/// What an entrance should look like, as the standard's `elevation` declares it: the norm that elevations draw.
///
/// It repeats nothing that a rule says: orientation and colours are what the rules leave possible.
package struct ElevationNorm: Sendable {
  /// The signs, in the order in which they are declared; at one place, from the door outward.
  package var signs: [Item]
  /// What stands for names where no community is drawn, by the name of the slot.
  package var placeholders: [String: String]

  /// One sign of the norm.
  package struct Item: Sendable, Hashable {
    /// Its kind.
    package var kind: WordIndex
    /// Its place, which lies outside.
    package var place: WordIndex
    /// Its orientation, a word of `FixedWords.orientation`; nil where no rule prescribes one.
    package var orientation: WordIndex?
    /// Its ground and lettering, words of the colours; nil where no rule prescribes one.
    package var background: WordIndex?
    package var lettering: WordIndex?
    /// Its width and height in millimetres; nil where no rule prescribes one.
    package var width: NumberRange?
    package var height: NumberRange?
    /// The index of the rule whose texts it bears; nil: it has no words.
    package var wording: Int?
    /// How it is drawn.
    package var shape: Shape
  }

  /// How a sign is drawn.
  package enum Shape: String, Sendable, Hashable, CaseIterable {
    /// A plate with words.
    case plate
    /// A neutral mark in the place of an emblem, with the words below it.
    case mark
  }
}

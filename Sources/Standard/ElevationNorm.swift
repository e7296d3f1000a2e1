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

/// What the rules of a standard leave possible for the exterior signs of one kind, and which rule narrowed it last.
package struct KindPrescription: Sendable {
  /// Words of their tables; `all` where no rule narrows them.
  package private(set) var places = WordSet.all
  package private(set) var orientations = WordSet.all
  package private(set) var backgrounds = WordSet.all
  package private(set) var letterings = WordSet.all
  /// In millimetres; nil where no rule narrows them.
  package private(set) var width: NumberRange?
  package private(set) var height: NumberRange?
  /// The side that a rule about sides puts the kind on.
  package private(set) var side: Vocabulary.Side?
  /// The rule that narrowed a field, by the field's key.
  private(set) var rules: [String: String] = [:]
  private let known: [Vocabulary.Place]

  /// Reads the rules. Only what holds for every sign of the kind without further conditions counts.
  package init(_ kind: WordIndex, _ standard: Standard) {
    known = standard.vocabulary.places
    for rule in standard.rules where rule.zone != .interior && rule.condition == nil {
      switch rule.check {
      case .each(let each):
        guard each.collection == .signs, Self.isAbout(each.signs, kind), let requirement = each.requirement else {
          continue
        }
        narrow(requirement.condition, rule.id)
      case .sides(let left, let right):
        if Self.isAbout(left, kind) { set(.left, rule.id) } else if Self.isAbout(right, kind) { set(.right, rule.id) }
      default: continue
      }
    }
  }

  /// The places that are left, on the side that is left; nil where the rules narrow neither.
  package var placesLeft: [WordIndex]? {
    guard side != nil || places != .all else { return nil }
    return known.indices.map { WordIndex($0) }.filter { place in
      places.contains(place) && (side == nil || known[Int(place)].side == side)
    }
  }

  /// Whether a selection holds for every sign of the kind.
  private static func isAbout(_ selection: Predicate, _ kind: WordIndex) -> Bool {
    if case .kind(let kinds) = selection.condition { return kinds.contains(kind) }
    return false
  }

  private mutating func set(_ side: Vocabulary.Side, _ rule: String) {
    self.side = side
    rules["side"] = rule
  }

  /// Takes what must hold whatever else does: the parts of conjunctions.
  private mutating func narrow(_ condition: Condition, _ rule: String) {
    switch condition {
    case .all(let parts): for part in parts { narrow(part, rule) }
    case .assuming(let part, _): narrow(part, rule)
    case .word(let field, let words):
      switch field {
      case .place: places = WordSet(bits: places.bits & words.bits)
      case .orientation: orientations = WordSet(bits: orientations.bits & words.bits)
      case .background: backgrounds = WordSet(bits: backgrounds.bits & words.bits)
      case .lettering: letterings = WordSet(bits: letterings.bits & words.bits)
      case .mounting: return
      }
      rules[field.key.word.canonical] = rule
    case .placeGroup(let group):
      for (index, place) in known.enumerated() where place.groups & group == 0 {
        places = WordSet(bits: places.bits & ~(1 << UInt64(index)))
      }
      rules[InventoryKey.place.word.canonical] = rule
    case .number(.width, let range): width = Self.narrower(width, range)
    case .number(.height, let range): height = Self.narrower(height, range)
    default: return
    }
  }

  private static func narrower(_ known: NumberRange?, _ new: NumberRange) -> NumberRange {
    func span(_ range: NumberRange) -> Double { range.bounds.upperBound - range.bounds.lowerBound }
    guard let known, span(known) <= span(new) else { return new }
    return known
  }
}

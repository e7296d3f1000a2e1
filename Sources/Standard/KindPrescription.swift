package import Inventory

/// What the rules of a standard leave possible for the exterior signs of one kind, which rule narrowed it last, and
/// which rules speak of it without saying it for every such sign.
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
  /// The rules that speak of a field of such signs, by the field, in the order of the standard.
  private var speaking: [Condition.SignWord: [String]] = [:]
  private let known: [Vocabulary.Place]
  private let colours: Int

  /// Reads the rules. What holds for every sign of the kind, in whatever community, narrows; the rest only speaks.
  package init(_ kind: WordIndex, _ standard: Standard) {
    known = standard.vocabulary.places
    colours = standard.vocabulary.words.colours.words.count
    for rule in standard.rules where rule.zone != .interior {
      switch rule.check {
      case .each(let each) where each.collection == .signs:
        // A sign that is selected must satisfy the requirement, or must not be there.
        let selected = reach(each.signs.condition, kind, standard.vocabulary)
        let wanted = each.requirement.map { reach($0.condition, kind, standard.vocabulary) } ?? .never
        if case .never = selected { continue }
        // A kind that is banned altogether is prescribed nothing.
        if case .always = selected, each.requirement == nil { continue }
        var avoided = reach(.not(each.signs.condition), kind, standard.vocabulary)
        // What a requirement is bound to is not what it asks for.
        if each.requirement != nil { avoided.forgetSpoken() }
        apply(Reach.either(avoided, wanted), rule)
      case .sides(let left, let right):
        for (side, selection) in [(Vocabulary.Side.left, left), (.right, right)] {
          switch reach(selection.condition, kind, standard.vocabulary) {
          case .never: continue
          case .always where rule.condition == nil:
            self.side = side
            rules["side"] = rule.id
          default: speaking[.place, default: []].append(rule.id)
          }
        }
      default: continue
      }
    }
  }

  /// The places that are left, on the side that is left; nil where the rules narrow neither.
  package var placesLeft: [WordIndex]? {
    guard side != nil || places != .all else { return nil }
    return known.indices.map { WordIndex($0) }.filter { index in
      let place = known[Int(index)]
      return place.zone == .exterior && places.contains(index) && (side == nil || place.side == side)
    }
  }

  /// The ids of the rules that speak of a field of such signs, in the order of the standard.
  package func rules(about field: Condition.SignWord) -> [String] { speaking[field] ?? [] }

  /// Every word of a field's table.
  private func all(_ field: Condition.SignWord) -> WordSet {
    let count =
      switch field {
      case .place: known.count
      case .orientation: FixedWords.orientation.words.count
      case .mounting: FixedWords.mounting.words.count
      case .background, .lettering: colours
      }
    return count < 64 ? WordSet(bits: 1 << UInt64(count) - 1) : .all
  }

  private mutating func apply(_ reach: Reach, _ rule: Rule) {
    guard case .within(let within) = reach else { return }
    for field in within.spoken.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      speaking[field, default: []].append(rule.id)
    }
    // What is wanted of some communities only is not wanted of all.
    if rule.condition != nil { return }
    let fields: [(Condition.SignWord, WritableKeyPath<Self, WordSet>)] = [
      (.place, \.places), (.orientation, \.orientations), (.background, \.backgrounds), (.lettering, \.letterings),
    ]
    for (field, words) in fields {
      // Every word of the table is no narrowing.
      guard let set = within.words[field], set.bits & all(field).bits != all(field).bits else { continue }
      self[keyPath: words] = WordSet(bits: self[keyPath: words].bits & set.bits)
      rules[field.key.word.canonical] = rule.id
    }
    width = Reach.narrower(width, within.width)
    height = Reach.narrower(height, within.height)
  }

  // MARK: Reading conditions

  /// What signs of the kind satisfy a condition, as far as it is about places, colours, orientation and size: never
  /// fewer than do.
  private enum Reach {
    /// Every sign of the kind, whatever is recorded of it.
    case always
    /// None.
    case never
    /// At most the signs that have one of these words and lie in these ranges.
    case within(Within)

    struct Within {
      /// By field; a field that is not there may have any word.
      var words: [Condition.SignWord: WordSet] = [:]
      var width: NumberRange?
      var height: NumberRange?
      /// The fields that the condition speaks of.
      var spoken: Set<Condition.SignWord> = []
    }

    /// Leaves out which fields it speaks of.
    mutating func forgetSpoken() {
      guard case .within(var within) = self else { return }
      within.spoken = []
      self = .within(within)
    }

    /// Both conditions.
    static func both(_ one: Reach, _ other: Reach) -> Reach {
      switch (one, other) {
      case (.never, _), (_, .never): return .never
      case (.always, let rest), (let rest, .always): return rest
      case (.within(var one), .within(let other)):
        one.words.merge(other.words) { WordSet(bits: $0.bits & $1.bits) }
        one.width = narrower(one.width, other.width)
        one.height = narrower(one.height, other.height)
        one.spoken.formUnion(other.spoken)
        return .within(one)
      }
    }

    /// One of two conditions.
    static func either(_ one: Reach, _ other: Reach) -> Reach {
      switch (one, other) {
      case (.always, _), (_, .always): return .always
      case (.never, let rest), (let rest, .never): return rest
      case (.within(let one), .within(let other)):
        var whole = Within(spoken: one.spoken.union(other.spoken))
        for (field, words) in one.words {
          guard let second = other.words[field] else { continue }
          whole.words[field] = WordSet(bits: words.bits | second.bits)
        }
        whole.width = one.width == other.width ? one.width : nil
        whole.height = one.height == other.height ? one.height : nil
        return .within(whole)
      }
    }

    static func narrower(_ known: NumberRange?, _ new: NumberRange?) -> NumberRange? {
      func span(_ range: NumberRange) -> Double { range.bounds.upperBound - range.bounds.lowerBound }
      guard let known, let new else { return known ?? new }
      return span(known) <= span(new) ? known : new
    }
  }

  private func reach(_ condition: Condition, _ kind: WordIndex, _ vocabulary: Vocabulary) -> Reach {
    reach(condition, true, kind, vocabulary)
  }

  /// - Parameter holds: whether the condition is to hold, or to fail.
  private func reach(_ condition: Condition, _ holds: Bool, _ kind: WordIndex, _ vocabulary: Vocabulary) -> Reach {
    func decided(_ isSo: Bool) -> Reach { isSo == holds ? .always : .never }
    func words(_ field: Condition.SignWord, _ set: WordSet) -> Reach {
      .within(.init(words: [field: holds ? set : WordSet(bits: all(field).bits & ~set.bits)], spoken: [field]))
    }
    switch condition {
    case .all(let parts), .any(let parts):
      let reaches = parts.map { reach($0, holds, kind, vocabulary) }
      let isAll = if case .all = condition { holds } else { !holds }
      return isAll ? reaches.reduce(.always, Reach.both) : reaches.reduce(.never, Reach.either)
    case .not(let part): return reach(part, !holds, kind, vocabulary)
    case .assuming(let part, _): return reach(part, holds, kind, vocabulary)
    case .elseUnknown(let part):
      // What does not satisfy it is left open, and nothing surely fails it.
      guard case .within(let within) = reach(part, holds, kind, vocabulary) else { return .within(.init()) }
      return .within(.init(spoken: within.spoken))
    case .kind(let kinds): return decided(kinds.contains(kind))
    case .inScope(let wanted): return decided(vocabulary.kinds[Int(kind)].inScope == wanted)
    case .zone(let zone): return decided(zone == .exterior)
    case .word(.mounting, _): return .within(.init())
    case .word(let field, let set): return words(field, set)
    case .placeGroup(let group):
      var set = WordSet()
      for (index, place) in known.enumerated() where place.groups & group != 0 { set.insert(WordIndex(index)) }
      return words(.place, set)
    case .number(.width, let range): return .within(.init(width: holds ? range : nil))
    case .number(.height, let range): return .within(.init(height: holds ? range : nil))
    default: return .within(.init())
    }
  }
}

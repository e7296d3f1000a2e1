import Inventory
import Standard

/// A standard made ready for judging: what follows from its rules alone is worked out once, not once an inventory.
///
/// A class, so that every inventory's facts point to it and none copies it.
final class Rulebook: Sendable {
  let standard: Standard
  /// The order in which rules are judged: rules that are yielded to first, the rules that report what others wait for
  /// last.
  let order: [Int]
  /// By rule: the kinds of which some sign in place must be, or may be, for the rule to find anything; nil where it may
  /// find something without such signs.
  let neededKinds: [WordSet?]
  /// The listed functions in bytes, in the vocabulary's order.
  let listedFunctions: [[UInt8]]
  /// All functions, listed and further.
  let functions: WordTable
  /// Whether any rule looks at signs that were taken down.
  let asksForRemovedSigns: Bool
  /// The declared kinds that are compared with what the wording says.
  let comparedKinds: WordSet
  /// The kinds that a wording can be recognised as, in the vocabulary's order.
  let recognitions: [Recognition]
  /// The words by which they are recognised.
  let recognitionWords: TextPatterns

  /// How a wording is recognised as of a kind, as `Vocabulary.Recognition` says, with indices of `recognitionWords`.
  struct Recognition: Sendable {
    var kind: WordIndex
    var equals: Range<Int>
    var starts: Range<Int>
    var ends: Range<Int>
    var contains: Range<Int>
    var places: WordSet
    var excludedPlaces: WordSet
    var readsAsRoomNumber: Bool
  }

  init(_ standard: Standard) {
    self.standard = standard
    func rank(_ rule: Rule) -> Int {
      switch rule.check {
      case .recorded, .recognisedKind: 2
      default: rule.yieldsTo.isEmpty ? 0 : 1
      }
    }
    order = standard.rules.indices.sorted { (rank(standard.rules[$0]), $0) < (rank(standard.rules[$1]), $1) }
    var words = TextPatterns()
    var recognitions: [Recognition] = []
    for (index, kind) in standard.vocabulary.kinds.enumerated() {
      guard let recognition = kind.recognition else { continue }
      recognitions.append(
        Recognition(
          kind: WordIndex(index), equals: words.add(recognition.equals), starts: words.add(recognition.starts),
          ends: words.add(recognition.ends), contains: words.add(recognition.contains), places: recognition.places,
          excludedPlaces: recognition.excludedPlaces, readsAsRoomNumber: recognition.readsAsRoomNumber))
    }
    self.recognitions = recognitions
    recognitionWords = words
    listedFunctions = standard.vocabulary.listedFunctions.map { Array($0.utf8) }
    functions = WordTable(
      (standard.vocabulary.listedFunctions + standard.vocabulary.furtherFunctions).map { WordTable.Word($0, []) })
    asksForRemovedSigns = standard.rules.contains { rule in
      if case .noneSinceRemoval = rule.check { return true }
      if case .formula(let formula) = rule.check, formula.countsRemovedSigns { return true }
      return rule.condition?.countsRemovedSigns ?? false
    }
    comparedKinds = WordSet(
      bits: standard.rules.reduce(0) { bits, rule in
        if case .recognisedKind(let declared, _) = rule.check { bits | declared.bits } else { bits }
      })
    neededKinds = standard.rules.map { rule in
      switch rule.check {
      case .each(let each): each.collection == .rooms ? nil : each.signs.kinds
      case .wording(let wording): wording.signs.kinds
      case .sides(let left, let right): WordSet(bits: left.kinds.bits | right.kinds.bits)
      case .entriesCover(let boards): boards.kinds
      case .mapMatches(let maps): maps.kinds
      case .order(let order): WordSet(bits: order.steps.reduce(0) { $0 | $1.kinds.bits })
      case .noneSinceRemoval(let new, _): new.kinds
      default: nil
      }
    }
  }
}

extension Formula {
  /// Whether it counts signs that were taken down.
  fileprivate var countsRemovedSigns: Bool {
    switch self {
    case .count(let count): count.collection == .removedSigns
    case .community: false
    case .all(let parts), .any(let parts): parts.contains(where: \.countsRemovedSigns)
    case .not(let part): part.countsRemovedSigns
    }
  }
}

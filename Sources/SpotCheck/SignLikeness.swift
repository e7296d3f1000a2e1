import Diagnostics
import Inventory
package import Standard

/// How like two signs are, so that one can be told to be the other under another id, with a misspelt word or at another
/// place.
///
/// The likeness is a sum of at most 1000:
/// - 450 for the wording, by the share of characters that an edit leaves as they are (NFKC, without white space); 150
///   where one of the two is not recorded; 450 where both are marks without words;
/// - 150 for the same kind; 60 where one is not recorded;
/// - 150 for the same id;
/// - 120 for the same place, 40 for another place of the same zone or an unrecorded one;
/// - 40 for the same room, else 20 for the same floor; 15 where neither is recorded;
/// - 30 each for the same orientation, ground and lettering; 10 where one is not recorded.
///
/// Signs are the same from 450 on, if the wording is like enough or not known: by a half under the same id, by two
/// thirds under another, by nine tenths where the kinds are recorded and differ (the plates of two committees share most
/// of their words). Another wording altogether makes the same sign only where kind, id and place agree.
package struct SignLikeness: Sendable, Hashable {
  /// The sum; 0 where the two cannot be the same sign.
  package var score: Int
  /// The share of the wording that agrees, in hundredths; nil where one of the two is not recorded.
  package var wording: Int?

  /// The least sum of two signs that are the same.
  package static let threshold = 450

  /// Compares two signs.
  package init(_ one: DeclaredSign, _ other: DeclaredSign, _ standard: Standard) {
    var score = 0
    wording = Self.wording(one.text, other.text)
    score += wording.map { $0 * 450 / 100 } ?? 150
    let sameKind = one.kind.flatMap { kind in other.kind.map { $0 == kind } }
    score += sameKind.map { $0 ? 150 : 0 } ?? 60
    let sameID = ComparedText.of(one.id) == ComparedText.of(other.id)
    score += sameID ? 150 : 0
    let samePlace = one.place.flatMap { place in other.place.map { $0 == place } }
    if let place = one.place, let second = other.place {
      let places = standard.vocabulary.places
      score += place == second ? 120 : places[Int(place)].zone == places[Int(second)].zone ? 40 : 0
    } else {
      score += 40
    }
    switch (one.room.map(ComparedText.of), other.room.map(ComparedText.of)) {
    case (let room?, let second?) where room == second: score += 40
    default:
      switch (one.floor.map(ComparedText.of), other.floor.map(ComparedText.of)) {
      case (let floor?, let second?): score += floor == second ? 20 : 0
      default: score += 15
      }
    }
    for key in [InventoryKey.orientation, .background, .lettering] {
      guard let value = one.values[key], let second = other.values[key] else {
        score += 10
        continue
      }
      score += value.canonical == second.canonical ? 30 : 0
    }
    let least = sameKind == false ? 90 : sameID ? 50 : 67
    let isPlausible =
      wording.map { $0 >= least } ?? true || (sameKind == true && sameID && samePlace == true)
    self.score = isPlausible && score >= Self.threshold ? min(1000, score) : 0
  }

  /// The share of two wordings that agrees, in hundredths: 100 less the edits for each hundred characters of the longer.
  static func wording(_ one: String?, _ other: String?) -> Int? {
    guard let one, let other else { return nil }
    let left = Array(VisibleText(ComparedText.of(one)).text.unicodeScalars.prefix(500))
    let right = Array(VisibleText(ComparedText.of(other)).text.unicodeScalars.prefix(500))
    if left == right { return 100 }
    let longest = max(left.count, right.count)
    // Rounded up, so that six of nine are two thirds; only equal wordings are 100.
    return 100 - min(99, max(1, edits(left, right) * 100 / longest))
  }

  /// The least number of characters to put in, take out or replace (Levenshtein).
  private static func edits(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var last = Array(0...other.count)
    for (row, scalar) in one.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(other.count + 1)
      for column in other.indices {
        current.append(
          min(last[column + 1] + 1, current[column] + 1, last[column] + (scalar == other[column] ? 0 : 1)))
      }
      last = current
    }
    return last[other.count]
  }
}

import Diagnostics
import Inventory

/// How like two rooms are, so that one can be told to be the other under another number.
///
/// The likeness is a sum of at most 1000:
/// - 500 for the same number, 200 where only zeros before it or 室, 房, 号, 号房 after it differ;
/// - 300 for the functions, by the share of them that both have (a function is in both where two thirds of its
///   characters agree, and counts by what agrees); 90 where one of the two is not recorded or both have none;
/// - 100 for the same floor; 60 where one is not recorded;
/// - 100 for the signs, by the share of the signs found again that hung in the one and hang in the other.
///
/// Rooms are the same from 340 on. Under another number that takes the same functions on the same floor, or the same
/// signs; rooms without functions have no more than their number.
package struct RoomLikeness: Sendable, Hashable {
  /// The sum; 0 where the two cannot be the same room.
  package var score: Int
  /// Whether the numbers are the same.
  package var hasSameNumber: Bool
  /// The share of the functions that agrees, in hundredths; nil where one of the two is not recorded or both have none.
  package var functions: Int?
  /// The signs found again that hung in the one and hang in the other, of all that hung in the one.
  package var signs: Share

  /// So many of so many.
  package struct Share: Sendable, Hashable {
    package var count = 0
    package var total = 0
  }

  /// The least sum of two rooms that are the same.
  package static let threshold = 340

  /// Compares two rooms.
  ///
  /// - Parameter signs: what the signs that were found again say.
  package init(_ one: DeclaredRoom, _ other: DeclaredRoom, signs: Share) {
    self.signs = signs
    let (number, second) = (ComparedText.of(one.number), ComparedText.of(other.number))
    hasSameNumber = number == second
    var score = hasSameNumber ? 500 : Self.bare(number) == Self.bare(second) ? 200 : 0
    functions = Self.functions(one.functions, other.functions)
    score += functions.map { $0 * 3 } ?? 90
    switch (one.floor.map(ComparedText.of), other.floor.map(ComparedText.of)) {
    case (let floor?, let second?): score += floor == second ? 100 : 0
    default: score += 60
    }
    if signs.total > 0 { score += signs.count * 100 / signs.total }
    self.score = score >= Self.threshold ? min(1000, score) : 0
  }

  /// A number without zeros before it and the words that plates have after it.
  private static func bare(_ number: String) -> String {
    var scalars = number.unicodeScalars[...]
    while let last = scalars.last, "室房号".unicodeScalars.contains(last) { scalars.removeLast() }
    while scalars.count > 1, scalars.first == "0" { scalars.removeFirst() }
    return String(scalars)
  }

  /// The share of functions that both rooms have, in hundredths.
  private static func functions(_ one: [String]?, _ other: [String]?) -> Int? {
    guard let one, let other, !(one.isEmpty && other.isEmpty) else { return nil }
    // More functions than this are no room's; what lies beyond counts as different.
    let (left, right) = (Array(one.prefix(64)), Array(other.prefix(64)))
    var agreeing = 0
    let best = Assignment.best(rows: left.count, columns: right.count) { row, column in
      let share = SignLikeness.wording(left[row], right[column]) ?? 0
      return share >= 67 ? share : 0
    }
    for (row, column) in best.enumerated() {
      if let column { agreeing += SignLikeness.wording(left[row], right[column]) ?? 0 }
    }
    let pairs = best.count { $0 != nil }
    return agreeing / (one.count + other.count - pairs)
  }
}

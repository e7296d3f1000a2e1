import Testing

@testable import SpotCheck

/// Optimal assignments.
@Suite struct AssignmentTests {
  /// The best sum by trying everything.
  static func best(_ scores: [[Int]], _ row: Int = 0, _ taken: Set<Int> = []) -> Int {
    guard row < scores.count else { return 0 }
    var best = best(scores, row + 1, taken)
    for column in scores[row].indices where !taken.contains(column) && scores[row][column] > 0 {
      best = max(best, scores[row][column] + Self.best(scores, row + 1, taken.union([column])))
    }
    return best
  }

  @Test("are as good as the best of all")
  func optimal() {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<400 {
      let rows = Int(generator.next(below: 6))
      let columns = Int(generator.next(below: 6))
      let scores = (0..<rows).map { _ in
        (0..<columns).map { _ in max(0, Int(generator.next(below: 14)) - 4) }
      }
      let result = Assignment.best(rows: rows, columns: columns) { scores[$0][$1] }
      #expect(result.count == rows)
      let used = result.compactMap(\.self)
      #expect(Set(used).count == used.count)
      let sum = result.enumerated().reduce(0) { sum, pair in
        sum + (pair.element.map { scores[pair.offset][$0] } ?? 0)
      }
      #expect(sum == Self.best(scores), "\(scores)")
      #expect(result.enumerated().allSatisfy { row, column in column.map { scores[row][$0] > 0 } ?? true })
    }
  }

  @Test("take no greedy first choice")
  func notGreedy() {
    let scores = [[10, 9], [9, 0]]
    #expect(Assignment.best(rows: 2, columns: 2) { scores[$0][$1] } == [1, 0])
  }
}

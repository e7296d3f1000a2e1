/// The best assignment of rows to columns: the Hungarian method with potentials, in O(n²m) (Kuhn 1955; in the form of
/// Jonker and Volgenant's shortest augmenting paths).
package enum Assignment {
  /// The column of each row so that the sum of the scores is greatest; nil for a row without one. A row gets a column
  /// only where their score is above 0. Of equally good assignments the same one is found every time.
  ///
  /// - Parameters:
  ///   - rows: the number of rows.
  ///   - columns: the number of columns.
  ///   - score: how well a row and a column fit; 0: not at all.
  package static func best(rows: Int, columns: Int, _ score: (Int, Int) -> Int) -> [Int?] {
    guard rows > 0, columns > 0 else { return Array(repeating: nil, count: rows) }
    // A square of costs, from 1; what lies outside costs as much as a pair that does not fit.
    let size = max(rows, columns)
    var scores = [Int](repeating: 0, count: size * size)
    for row in 0..<rows {
      for column in 0..<columns { scores[row * size + column] = max(0, score(row, column)) }
    }
    let far = Int.max / 4
    var rowPotential = [Int](repeating: 0, count: size + 1)
    var columnPotential = [Int](repeating: 0, count: size + 1)
    var rowOfColumn = [Int](repeating: 0, count: size + 1)
    for row in 1...size {
      rowOfColumn[0] = row
      var column = 0
      var least = [Int](repeating: far, count: size + 1)
      var previous = [Int](repeating: 0, count: size + 1)
      var isUsed = [Bool](repeating: false, count: size + 1)
      repeat {
        isUsed[column] = true
        let current = rowOfColumn[column]
        var delta = far
        var next = 0
        for candidate in 1...size where !isUsed[candidate] {
          let cost =
            -scores[(current - 1) * size + candidate - 1] - rowPotential[current] - columnPotential[candidate]
          if cost < least[candidate] {
            least[candidate] = cost
            previous[candidate] = column
          }
          if least[candidate] < delta {
            delta = least[candidate]
            next = candidate
          }
        }
        for candidate in 0...size {
          if isUsed[candidate] {
            rowPotential[rowOfColumn[candidate]] += delta
            columnPotential[candidate] -= delta
          } else {
            least[candidate] -= delta
          }
        }
        column = next
      } while rowOfColumn[column] != 0
      repeat {
        let before = previous[column]
        rowOfColumn[column] = rowOfColumn[before]
        column = before
      } while column != 0
    }
    var result = [Int?](repeating: nil, count: rows)
    for column in 1...size {
      let row = rowOfColumn[column] - 1
      if row < rows, column <= columns, scores[row * size + column - 1] > 0 { result[row] = column - 1 }
    }
    return result
  }
}

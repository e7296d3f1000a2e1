internal import Spreadsheets

/// The merged ranges that a row lies in, while rows go by from top to bottom. Only their first column counts: what is
/// merged across is a remark or a heading.
struct MergedRows {
  private let merges: [SheetGrid.Merge]
  private var next = 0
  /// The first and last row of the range that each column is in.
  private var active: [Int: ClosedRange<Int>] = [:]

  init(_ merges: [SheetGrid.Merge]) {
    self.merges = merges.filter { $0.rows.count > 1 }.sorted { $0.rows.lowerBound < $1.rows.lowerBound }
  }

  mutating func advance(to row: Int) {
    while next < merges.count, merges[next].rows.lowerBound <= row {
      active[merges[next].columns.lowerBound] = merges[next].rows
      next += 1
    }
    if active.contains(where: { $0.value.upperBound < row }) { active = active.filter { $0.value.upperBound >= row } }
  }

  /// The row whose cell stands for a column here.
  func top(of column: Int) -> Int? { active[column]?.lowerBound }
}

extension SheetGrid {
  /// The row of a number, if it holds something.
  func row(_ number: Int) -> Row? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].number == number ? rows[low] : nil
  }
}

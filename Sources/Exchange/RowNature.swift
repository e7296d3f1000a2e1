internal import Inventory
internal import Spreadsheets

/// What a row below the head is.
enum RowNature {
  /// Nothing stands in it.
  case blank
  /// It adds up the rows above.
  case sum
  /// A line for signatures or remarks, with the column, from 1, where it begins.
  case remark(column: Int)
  /// It says something of a community.
  case data

  private static let sums = ["合计", "小计", "总计", "共计"]
  private static let remarks = ["填表人", "填报人", "审核人", "负责人", "联系人", "联系电话", "注", "备注", "说明", "填表说明"]

  /// Looks at a row.
  ///
  /// - Parameter columns: the sheet's columns by their number.
  init(_ row: SheetGrid.Row, _ columns: [(key: Int, value: SheetColumn)]) {
    guard let first = row.cells.first(where: { !Self.isBlank($0.value) }) else {
      self = .blank
      return
    }
    // 江畔街道小计: also where a name would stand, but never in what a sign says.
    for (number, column) in columns where column.isIdentity || column.path == [.id] {
      guard case .text(let text)? = row[number], CellText.quoted(text, column) == nil else { continue }
      if Self.isSum(text) {
        self = .sum
        return
      }
    }
    self = .data
    guard case .text(let text) = first.value else { return }
    if let column = columns.first(where: { $0.key == first.column })?.value, CellText.quoted(text, column) != nil {
      return
    }
    if Self.sums.contains(where: { HeaderText.compared(text).hasPrefix($0) }) {
      self = .sum
    } else if Self.isRemark(text) {
      self = .remark(column: first.column)
    }
  }

  /// Whether a name would be taken for the head of a row of sums or remarks.
  static func isNoData(_ text: String) -> Bool { isSum(text) || isRemark(text) }

  private static func isSum(_ text: String) -> Bool {
    let plain = HeaderText.compared(text)
    return sums.contains { plain.hasPrefix($0) || plain.hasSuffix($0) }
  }

  private static func isRemark(_ text: String) -> Bool {
    let line = PlainForms.folded(CellReader.trimmed(text))
    return remarks.contains { line.hasPrefix($0 + ":") }
  }

  /// Whether a cell shows nothing.
  static func isBlank(_ value: SheetGrid.Value) -> Bool {
    if case .text(let text) = value { CellReader.trimmed(text).isEmpty } else { false }
  }
}

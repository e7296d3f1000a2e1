internal import Diagnostics
internal import Spreadsheets

/// The head of a column that is not read.
struct IgnoredHead {
  /// Its column, from 1.
  var column: Int
  /// The head as it is shown; of two rows, with `/` between them.
  var shown: String
  /// The texts of the head by which a field could be meant; of two rows, the lower one and both together.
  var texts: [String] = []
  /// The column that the same field is read from, where there is one.
  var read: Int?
}

extension IgnoredHead {
  /// What is to be said of a head, without its place.
  typealias Remark = (severity: Severity, message: BilingualText, help: BilingualText?)

  /// What is to be said of it.
  ///
  /// A field that is dropped for a slip in its head leaves an inventory with a gap that nobody sees: such a head is a
  /// warning, and so is a second column of one field. Further columns that offices keep are a note.
  ///
  /// - Parameters:
  ///   - layout: the sheet's layout.
  ///   - hasCells: whether something stands below it: a head that is merged over an empty column takes nothing away.
  func remark(_ layout: SheetLayout, hasCells: Bool) -> Remark {
    let name = VisibleText(shown).text
    // A running number is in every other sheet, beside the ids and without them.
    let isRunningNumber = HeaderText.compared(shown) == "序号"
    if !isRunningNumber, hasCells, let read, let field = layout.columns[read] {
      let letters = CellName.letters(read)
      return (
        .warning,
        BilingualText(
          zh: "“\(name)”一列没有读取，“\(field.label.zh)”已经从 \(letters) 列读取",
          en: "the column `\(name)` was not read: `\(field.label.en)` is read from column \(letters)"),
        BilingualText(zh: "同一项只留一列，或者换成别的表头", en: "keep one column of a field, or give the other another head")
      )
    }
    if !isRunningNumber, read == nil, let nearest = nearest(layout) {
      return (
        .warning,
        BilingualText(zh: "没有“\(name)”这个表头，这一列没有读取", en: "no field has the head `\(name)`; the column was not read"),
        BilingualText(
          zh: "是否想写“\(nearest)”？改好表头再导入；确实是别的内容，不用理会",
          en: "did you mean `\(nearest)`? correct the head and import again, or leave it if it is something else")
      )
    }
    return (
      .note,
      BilingualText(
        zh: "“\(name)”一列没有对应的字段，没有读取",
        en: "the column `\(name)` is no field, or one that another column has; not read"), nil
    )
  }

  /// The head that was probably meant: of the fields that the sheet has no column for, if possible.
  private func nearest(_ layout: SheetLayout) -> String? {
    let read = Set(layout.columns.values.map(\.path))
    let columns = SheetColumn.columns(of: layout.section)
    let ordered = columns.filter { !read.contains($0.path) } + columns.filter { read.contains($0.path) }
    let heads = ordered.flatMap { column in
      let labels = [column.label.zh, column.label.en].map { (compared: HeaderText.compared($0), shown: $0) }
      return labels + column.synonyms.map { (compared: $0, shown: $0) }
    }
    for text in texts {
      for compared in [HeaderText.compared(text), HeaderText.withoutBrackets(text)] where !compared.isEmpty {
        guard let nearest = Spelling.nearest(to: compared, among: heads.map(\.compared)) else { continue }
        return heads.first { $0.compared == nearest }?.shown
      }
    }
    return nil
  }
}

extension SheetGrid {
  /// The columns, from 1, in which something stands below a row.
  func filledColumns(below row: Int) -> Set<Int> {
    var columns: Set<Int> = []
    for found in rows where found.number > row {
      for cell in found.cells where !RowNature.isBlank(cell.value) { columns.insert(cell.column) }
    }
    return columns
  }
}

package import Diagnostics
internal import Spreadsheets

/// A cell of a file.
package struct CellPlace: Sendable, Hashable {
  /// The file as it is shown.
  package var file: String
  /// The sheet's name; nil in CSV.
  package var sheet: String?
  /// From 1.
  package var row: Int
  /// From 1; nil: the row as a whole.
  package var column: Int?

  /// Makes a place.
  package init(file: String, sheet: String?, row: Int, column: Int?) {
    self.file = file
    self.sheet = sheet
    self.row = row
    self.column = column
  }
}

extension CellPlace {
  /// The place as messages name it: `台账.xlsx 表“标识牌” C7`.
  package var text: BilingualText {
    let cell = column.map { CellName.of(row: row, column: $0) }
    return BilingualText(
      zh: "\(sheetText.zh) \(cell ?? "第 \(row) 行")", en: "\(sheetText.en) \(cell ?? "row \(row)")")
  }

  /// The file and the sheet.
  var sheetText: BilingualText {
    let file = VisibleText(file).text
    guard let sheet = sheet.map({ VisibleText($0).text }) else { return BilingualText(zh: file, en: file) }
    return BilingualText(zh: "\(file) 表“\(sheet)”", en: "\(file) sheet \"\(sheet)\"")
  }
}

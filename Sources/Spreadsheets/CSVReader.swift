internal import Diagnostics

/// Reads CSV (RFC 4180) that is in UTF-8 without a byte order mark: fields between commas, or between semicolons or tabs
/// where the first line has more of those.
package enum CSVReader {
  /// The one sheet of a file.
  package static func read(
    _ text: [UInt8], limits: SpreadsheetLimits = .standard
  ) throws(SpreadsheetFailure) -> SheetGrid {
    let separator = self.separator(text)
    let quote = UInt8(ascii: "\"")
    var counter = GridBuilder(SheetGrid(name: nil), limits: limits)
    var field: [UInt8] = []
    var row = 1
    var column = 1
    var place = 0
    /// The row and column where an open quote began.
    var opened: (row: Int, column: Int)?
    func close() throws(SpreadsheetFailure) {
      if !field.isEmpty { try counter.add(.text(String(decoding: field, as: UTF8.self)), row: row, column: column) }
      field.removeAll(keepingCapacity: true)
    }
    while place < text.count {
      let byte = text[place]
      place += 1
      if opened != nil {
        if byte != quote {
          field.append(byte)
        } else if place < text.count, text[place] == quote {
          field.append(quote)
          place += 1
        } else {
          opened = nil
        }
      } else if byte == quote, field.isEmpty {
        opened = (row, column)
      } else if byte == separator {
        try close()
        column += 1
      } else if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, place < text.count, text[place] == 0x0A { place += 1 }
        try close()
        row += 1
        column = 1
      } else {
        field.append(byte)
      }
      guard field.count <= limits.textSize else { throw counter.tooLong(row: row, column: column) }
    }
    if let opened {
      let cell = CellName.of(row: opened.row, column: opened.column)
      throw SpreadsheetFailure(
        BilingualText(zh: "\(cell) 的引号没有闭合", en: "the quote of \(cell) is not closed"),
        help: BilingualText(zh: "文字里的引号写两个", en: "write a quote inside a text twice"))
    }
    try close()
    return counter.grid
  }

  /// What stands most often in the first line that holds something.
  private static func separator(_ text: [UInt8]) -> UInt8 {
    let line = text.drop { $0 == 0x0A || $0 == 0x0D }.prefix { $0 != 0x0A && $0 != 0x0D }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
    var best = candidates[0]
    var most = 0
    for candidate in candidates {
      let count = line.count { $0 == candidate }
      if count > most {
        most = count
        best = candidate
      }
    }
    return best
  }
}

/// Adds cells to a sheet, in the order of the file, within limits.
struct GridBuilder {
  private(set) var grid: SheetGrid
  private let limits: SpreadsheetLimits
  private var cells = 0

  init(_ grid: SheetGrid, limits: SpreadsheetLimits) {
    self.grid = grid
    self.limits = limits
  }

  mutating func add(_ value: SheetGrid.Value, row: Int, column: Int) throws(SpreadsheetFailure) {
    guard column <= limits.columns else {
      let letters = CellName.letters(limits.columns)
      throw .limit(
        zh: "\(sheet.zh)\(CellName.of(row: row, column: column)) 超出了 \(letters) 列的上限",
        en: "\(sheet.en)\(CellName.of(row: row, column: column)) lies beyond column \(letters), the limit")
    }
    if grid.rows.last?.number != row {
      guard grid.rows.count < limits.rows else {
        throw .limit(
          zh: "\(sheet.zh)有内容的行超过 \(limits.rows) 行的上限", en: "\(sheet.en)has more rows than the limit of \(limits.rows)")
      }
      grid.rows.append(SheetGrid.Row(number: row, cells: []))
    }
    cells += 1
    guard cells <= limits.cells else {
      throw .limit(
        zh: "\(sheet.zh)有内容的单元格超过 \(limits.cells) 个的上限",
        en: "\(sheet.en)has more cells than the limit of \(limits.cells)")
    }
    grid.rows[grid.rows.count - 1].cells.append(SheetGrid.Cell(column: column, value: value))
  }

  mutating func merge(_ merge: SheetGrid.Merge) throws(SpreadsheetFailure) {
    guard grid.merges.count < limits.merges else {
      throw .limit(
        zh: "\(sheet.zh)合并的区域超过 \(limits.merges) 个的上限", en: "\(sheet.en)has more merged ranges than \(limits.merges)")
    }
    grid.merges.append(merge)
  }

  func tooLong(row: Int, column: Int) -> SpreadsheetFailure {
    let cell = CellName.of(row: row, column: column)
    return .limit(
      zh: "\(sheet.zh)\(cell) 的文字超过 \(limits.textSize) 字节的上限",
      en: "\(sheet.en)the text of \(cell) has more bytes than the limit of \(limits.textSize)")
  }

  private var sheet: BilingualText {
    guard let name = grid.name else { return BilingualText(zh: "", en: "") }
    let shown = VisibleText(name).text
    return BilingualText(zh: "表“\(shown)” ", en: "sheet \"\(shown)\" ")
  }
}

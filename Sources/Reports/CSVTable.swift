/// A table as CSV: UTF-8 with a byte order mark, lines ending with CR LF, for the spreadsheets that offices have.
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe instead. Quoting goes by bytes: no
/// character can hide a quote or a comma.
package enum CSVTable {
  /// The file. Only the columns for people are in it.
  package static func render(_ table: DataTable) -> [UInt8] {
    let table = table.forPeople
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    line(table.columns.map(\.title), into: &bytes)
    for row in table.rows + (table.total.map { [$0] } ?? []) {
      line(table.texts(row, separator: "、"), into: &bytes)
    }
    return bytes
  }

  private static func line(_ cells: [String], into bytes: inout [UInt8]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell, into: &bytes)
    }
    bytes += [0x0D, 0x0A]
  }

  private static func append(_ cell: String, into bytes: inout [UInt8]) {
    // A NUL would end the file for some programs, and stands in no text that people wrote.
    let text = cell.utf8.map { $0 == 0 ? UInt8(ascii: " ") : $0 }
    let isFormula = cell.unicodeScalars.first.map(startsFormula) ?? false
    let isQuoted =
      isFormula || text.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D].contains($0) }
      || text.first == 0x20 || text.last == 0x20
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
  }

  /// Whether a spreadsheet may take a cell that begins so for a formula; full-width forms too.
  private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}

/// Writes a table as CSV (RFC 4180): UTF-8 with a byte order mark, by which Excel knows the encoding, lines that end with
/// CR LF, quotes where they are needed.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it: CSV has no other way to say that it is
/// a text.
package enum CSVFile {
  /// The table's bytes: its head, its rows, its last row.
  package static func render(_ table: Table) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    write(table.columns.map { .text($0.title) }, into: &bytes)
    for row in table.rows { write(row, into: &bytes) }
    if let footer = table.footer { write(footer, into: &bytes) }
    return bytes
  }

  private static func write(_ cells: [Table.Cell], into bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .empty: break
      case .number(let number): bytes += String(number).utf8
      case .text(let text): quote(text, into: &bytes)
      }
    }
    bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }

  /// By bytes: a quote with a combining mark behind it is one character, and a quote all the same.
  private static func quote(_ raw: String, into bytes: inout [UInt8]) {
    let text = CellText.visible(raw)
    let isGuarded = CellText.looksLikeFormula(text)
    let needsQuotes = isGuarded || text.utf8.contains(where: isSpecial) || text.utf8.first == UInt8(ascii: " ")
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    if isGuarded { bytes.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
  }

  /// Also the separators of other locales.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), 0x0A, 0x0D: true
    default: false
    }
  }
}

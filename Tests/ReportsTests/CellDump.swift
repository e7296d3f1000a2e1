import Diagnostics
import Spreadsheets
import Testing

/// Spreadsheets as tests look at them.
enum CellDump {
  /// Tables a row a line: what libxlsxwriter makes of them is not ours.
  static func dump(_ tables: [Table]) -> String {
    tables.map { table in
      let rows = table.rows + (table.footer.map { [$0] } ?? [])
      let lines = rows.map { row in
        row.map { cell in
          switch cell {
          case .empty: ""
          case .number(let number): String(number)
          case .text(let text): VisibleText(text).text
          }
        }.joined(separator: " | ")
      }
      let head = table.columns.map { "\($0.title) \($0.width)" }.joined(separator: " | ")
      return (["# \(table.title)", head] + lines).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// The fields of CSV, read as RFC 4180 says.
  static func parse(_ bytes: [UInt8]) throws -> [[String]] {
    try #require(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var index = 3
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if index < bytes.count, bytes[index] == byte {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isQuoted = true
      case UInt8(ascii: ","):
        row.append(String(decoding: field, as: UTF8.self))
        field = []
      case 0x0D:
        row.append(String(decoding: field, as: UTF8.self))
        rows.append(row)
        (row, field) = ([], [])
        index += 1
      default: field.append(byte)
      }
    }
    return rows
  }
}

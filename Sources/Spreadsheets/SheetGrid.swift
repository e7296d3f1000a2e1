package import Diagnostics

/// One sheet of a spreadsheet as it was read: the boundary type between files and what is made of them. Empty cells are
/// left out.
package struct SheetGrid: Sendable, Hashable {
  /// The sheet's name; of a CSV file, nil.
  package var name: String?
  /// Whether the office program does not show it.
  package var isHidden = false
  /// The rows that hold something, from top to bottom.
  package var rows: [Row] = []
  /// The merged ranges, in the order of the file.
  package var merges: [Merge] = []

  /// Makes a sheet without rows.
  package init(name: String?) {
    self.name = name
  }

  /// A row that holds something.
  package struct Row: Sendable, Hashable {
    /// Its number, from 1.
    package var number: Int
    /// Its cells, from left to right.
    package var cells: [Cell]

    /// Makes a row.
    package init(number: Int, cells: [Cell]) {
      self.number = number
      self.cells = cells
    }

    /// What stands in a column, counted from 1; nil where nothing does.
    package subscript(column: Int) -> Value? { cells.first { $0.column == column }?.value }
  }

  /// A cell that holds something.
  package struct Cell: Sendable, Hashable {
    /// Its column, from 1.
    package var column: Int
    /// What it holds.
    package var value: Value

    /// Makes a cell.
    package init(column: Int, value: Value) {
      self.column = column
      self.value = value
    }
  }

  /// What a cell holds.
  package enum Value: Sendable, Hashable {
    /// A text, not empty.
    case text(String)
    /// A number as the file spells it, such as `12`, `0.5` or `4.20202E+11`.
    case number(String)
    /// A number that the file shows as a date.
    case date(year: Int, month: Int, day: Int)
    /// A truth value.
    case boolean(Bool)
    /// What a formula that failed shows, such as `#REF!`.
    case error(String)
    /// A formula whose result the file does not hold: the program that wrote it did not compute it.
    case uncomputed
  }

  /// A merged range; rows and columns count from 1, both ends belong to it.
  package struct Merge: Sendable, Hashable {
    /// Its rows.
    package var rows: ClosedRange<Int>
    /// Its columns.
    package var columns: ClosedRange<Int>

    /// Makes a range.
    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
      self.rows = rows
      self.columns = columns
    }
  }
}

/// How a spreadsheet names a cell: `C7`.
package enum CellName {
  /// The name; row and column count from 1.
  package static func of(row: Int, column: Int) -> String { letters(column) + String(row) }

  /// The letters of a column, counted from 1.
  package static func letters(_ column: Int) -> String {
    var number = column
    var letters: [UInt8] = []
    while number > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((number - 1) % 26))
      number = (number - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// Row and column of a name such as `C7` or `$C$7`; nil where it is none, or beyond what a spreadsheet has.
  static func parse(_ name: some Sequence<UInt8>) -> (row: Int, column: Int)? {
    var row = 0
    var column = 0
    for byte in name {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0: row = row * 10 + Int(byte) - 48
      default: return nil
      }
      if column > 16_384 || row > 1_048_576 { return nil }
    }
    return row > 0 && column > 0 ? (row, column) : nil
  }
}

/// How much of a spreadsheet is read. What goes beyond is a failure, never cut off.
package struct SpreadsheetLimits: Sendable, Hashable {
  /// The bytes of a file.
  package var fileSize = 32 << 20
  /// The members of an archive.
  package var members = 4096
  /// The bytes of all members that are read, unpacked.
  package var unpackedSize = 256 << 20
  /// The sheets.
  package var sheets = 64
  /// The rows of a sheet that hold something.
  package var rows = 100_000
  /// The number of the last column that holds something.
  package var columns = 512
  /// The cells of a sheet that hold something.
  package var cells = 2_000_000
  /// The bytes of a text.
  package var textSize = 128 << 10
  /// The texts that an xlsx file keeps apart from its cells.
  package var sharedTexts = 1_000_000
  /// The merged ranges of a sheet.
  package var merges = 20_000
  /// How deep the elements of XML may nest.
  package var depth = 64

  /// The limits in force.
  package static let standard = SpreadsheetLimits()

  /// Makes the limits in force, to be changed.
  package init() {}
}

/// A spreadsheet that cannot be read.
package struct SpreadsheetFailure: Error, Hashable {
  /// What is wrong; without the file's name.
  package var message: BilingualText
  /// What to do about it.
  package var help: BilingualText?

  /// Makes a failure.
  package init(_ message: BilingualText, help: BilingualText? = nil) {
    self.message = message
    self.help = help
  }

  /// Something is more than a limit allows.
  static func limit(zh: String, en: String) -> SpreadsheetFailure {
    SpreadsheetFailure(
      BilingualText(zh: zh, en: en),
      help: BilingualText(
        zh: "请确认选对了文件；内容确实这么多时，请拆成几个文件", en: "check that this is the right file; if so, split it"))
  }
}

import Diagnostics
import Foundation
import Spreadsheets
import Testing

/// Limits and damage.
@Suite("Reading spreadsheets")
struct SpreadsheetReadingTests {
  static func fixture(_ name: String) throws -> [UInt8] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: tests.appending(path: "ExchangeTests/Fixtures/\(name)")))
  }

  /// Whether a workbook is read within limits.
  static func isRead(_ bytes: [UInt8], _ change: (inout SpreadsheetLimits) -> Void) -> Bool {
    var limits = SpreadsheetLimits.standard
    change(&limits)
    do {
      _ = try XLSXReader.read(bytes, limits: limits)
      return true
    } catch {
      return false
    }
  }

  @Test("reads at each limit, and nothing one beyond it")
  func limits() throws {
    let bytes = try Self.fixture("libreoffice.xlsx")
    let grids = try XLSXReader.read(bytes)
    let rows = try #require(grids.map(\.rows.count).max())
    let cells = try #require(grids.map { $0.rows.reduce(0) { $0 + $1.cells.count } }.max())
    let merges = try #require(grids.map(\.merges.count).max())
    let columns = try #require(grids.flatMap(\.rows).flatMap(\.cells).map(\.column).max())
    let cases: [(WritableKeyPath<SpreadsheetLimits, Int>, Int)] = [
      (\.fileSize, bytes.count), (\.rows, rows), (\.cells, cells), (\.merges, merges), (\.columns, columns),
      (\.sheets, 2),
    ]
    for (path, value) in cases {
      #expect(Self.isRead(bytes) { $0[keyPath: path] = value })
      #expect(!Self.isRead(bytes) { $0[keyPath: path] = value - 1 })
    }
    // What cannot be counted from outside: the least number that is read has one below it that is not.
    for path in [\SpreadsheetLimits.unpackedSize, \.members, \.depth, \.textSize, \.sharedTexts] {
      var low = 0
      var high = SpreadsheetLimits.standard[keyPath: path]
      while high - low > 1 {
        let middle = (low + high) / 2
        if Self.isRead(bytes, { $0[keyPath: path] = middle }) { high = middle } else { low = middle }
      }
      #expect(low > 0, "\(path)")
    }
  }

  @Test("refuses a document type, and with it entities from outside and ones that grow")
  func entities() throws {
    do {
      _ = try XLSXReader.read(try Self.fixture("entity.xlsx"))
      Issue.record("it was read")
    } catch let failure as SpreadsheetFailure {
      #expect(failure.message.zh == "“xl/worksheets/sheet1.xml”含有文档类型声明，表格文件不应有，未读取")
    }
  }

  @Test("keeps that a formula has no result in the file")
  func formulas() throws {
    let grid = try #require(try XLSXReader.read(try Self.fixture("formula.xlsx")).first)
    #expect(grid.rows.last?[5] == .uncomputed && grid.rows.last?[7] == .uncomputed)
  }

  @Test("never crashes on a file that is cut off or changed at any byte")
  func damage() throws {
    let bytes = try Self.fixture("lost.xlsx")
    for length in stride(from: 0, to: bytes.count, by: 37) {
      #expect(!Self.isRead(Array(bytes[..<length])) { _ in })
    }
    var refused = 0
    for place in stride(from: 0, to: bytes.count, by: 23) {
      var changed = bytes
      changed[place] ^= 0xFF
      if !Self.isRead(changed, { _ in }) { refused += 1 }
    }
    #expect(refused > 0)
  }

  private static func csv(_ text: String) throws -> [[String]] {
    try CSVReader.read(Array(text.utf8)).rows.map { row in
      row.cells.map { cell in
        if case .text(let text) = cell.value { "\(cell.column)\(text)" } else { "?" }
      }
    }
  }

  @Test("reads CSV with quotes, line ends in cells and three separators")
  func csv() throws {
    #expect(try Self.csv("a,\"b,\"\"c\"\"\nd\",\r\ne\r,f\n") == [["1a", "2b,\"c\"\nd"], ["1e"], ["2f"]])
    #expect(try Self.csv("a;b,c;d\n") == [["1a", "2b,c", "3d"]])
    #expect(try Self.csv("\n\na\tb") == [["1a", "2b"]])
    #expect(try Self.csv("") == [])
    #expect(throws: SpreadsheetFailure.self) { try Self.csv("a,\"b") }
  }

  @Test("stops CSV at a limit of rows")
  func csvRows() throws {
    var limits = SpreadsheetLimits.standard
    limits.rows = 3
    #expect(try CSVReader.read(Array("a\nb\n\nc\n".utf8), limits: limits).rows.count == 3)
    #expect(throws: SpreadsheetFailure.self) { try CSVReader.read(Array("a\nb\nc\nd".utf8), limits: limits) }
  }

  @Test("names columns as spreadsheets do", arguments: [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (16_384, "XFD")])
  func columns(number: Int, letters: String) {
    #expect(CellName.letters(number) == letters)
  }
}

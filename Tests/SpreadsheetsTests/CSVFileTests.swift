import Testing

@testable import Spreadsheets

@Suite struct CSVFileTests {
  private func line(_ cells: [Table.Cell]) -> String {
    let bytes = CSVFile.render(Table("t", columns: cells.map { _ in Table.Column("c", width: 5) }, rows: [cells]))
    let text = String(decoding: bytes, as: UTF8.self)
    return String(text.unicodeScalars.drop { $0 != "\n" }.dropFirst().dropLast(2))
  }

  @Test func beginsWithAMarkAndEndsLinesAsExcelDoes() {
    let table = Table(
      "t", columns: [.init("甲", width: 1), .init("b", width: 1)],
      rows: [[.text("柳"), .number(-3)], [.empty, .text("")]],
      footer: [.text("合计"), .number(2)])
    let bytes = CSVFile.render(table)
    #expect(bytes == [0xEF, 0xBB, 0xBF] + Array("甲,b\r\n柳,-3\r\n,\r\n合计,2\r\n".utf8))
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("a;b", "\"a;b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("\"\u{301}x", "\"\"\"\u{301}x\""), ("two\nlines", "\"two\nlines\""), ("cr\r\nlf", "\"cr␍\nlf\""),
    ("\0\u{1B}", "␀␛"),
    (" x", "\" x\""), ("\u{202E}x", "\\u{202E}x"), ("a=b", "a=b"), ("3-4", "3-4"),
  ])
  func quotes(raw: String, written: String) {
    #expect(line([.text(raw)]).unicodeScalars.elementsEqual(written.unicodeScalars))
  }

  @Test(arguments: [
    "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", "\n=1", "=\u{301}1", "\u{3000}=1", " =1",
    "\u{200B}=1", "\u{A0}+1", "\u{301}=1",
  ])
  func formulasAreTexts(text: String) {
    let written = line([.text(text)])
    #expect(written.unicodeScalars.starts(with: "\"'".unicodeScalars))
    #expect(written.utf8.last == UInt8(ascii: "\""))
  }

  @Test(arguments: ["\t=1", "\r=1"])
  func whatIsMadeVisibleIsNoFormula(text: String) {
    #expect(!line([.text(text)]).utf8.contains { $0 == 0x09 || $0 == 0x0D })
  }
}

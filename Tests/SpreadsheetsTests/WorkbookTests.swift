import Diagnostics
import Testing

@testable import Spreadsheets

@Suite struct WorkbookTests {
  private static let day = 1_779_235_200  // 2026-05-20

  private func workbook(_ rows: [[Table.Cell]], _ columns: Int = 1, title: String = "核查") -> Workbook {
    let columns = (0..<columns).map { Table.Column("列\($0)", width: 10) }
    return Workbook(
      [Table("表一", columns: columns, rows: rows), Table("表二", columns: columns, rows: [])], title: title,
      created: Self.day, language: .zh)
  }

  private func member(_ name: String, _ archive: [UInt8]) throws -> String {
    let members = try #require(ZIPArchive.members(archive))
    let member = try #require(members.first { $0.name == Array(name.utf8) })
    return String(decoding: try #require(member.contents), as: UTF8.self)
  }

  @Test func hasSheetsWithHeadFilterWidthsAndPrintSetUp() throws {
    let archive = try workbook([[.text("柳荫"), .number(3), .empty]], 3).render()
    let book = try member("xl/workbook.xml", archive)
    #expect(book.contains("name=\"表一\"") && book.contains("name=\"表二\""))
    #expect(book.contains("_xlnm.Print_Titles") && book.contains("_xlnm._FilterDatabase"))
    let sheet = try member("xl/worksheets/sheet1.xml", archive)
    for part in [
      "state=\"frozen\"", "<autoFilter ref=\"A1:C2\"/>", "<cols>", "orientation=\"landscape\"", "paperSize=\"9\"",
      "fitToHeight=\"0\"", "<v>3</v>",
    ] {
      #expect(sheet.contains(part), "\(part)")
    }
    #expect(try member("docProps/core.xml", archive).contains("2026-05-20T00:00:00Z"))
  }

  @Test func sameTablesSameBytes() throws {
    let rows: [[Table.Cell]] = (0..<500).map { [.text("柳荫社区 \($0)"), .number($0)] }
    #expect(try workbook(rows, 2).render() == workbook(rows, 2).render())
  }

  @Test func textsAreNeverFormulas() throws {
    let texts = ["=1+1", "@x", "{=1}", "=HYPERLINK(\"http://a.b\")", "http://a.b", "+1", "-1", "1", "TRUE"]
    let archive = try workbook(texts.map { [.text($0)] }).render()
    let sheet = try member("xl/worksheets/sheet1.xml", archive)
    #expect(!sheet.contains("<f>") && !sheet.contains("hyperlink"))
    #expect(sheet.components("t=\"s\"") == texts.count + 1)
  }

  @Test func whatXMLDoesNotTakeIsShown() throws {
    let hostile = "\0\u{1B}\u{7F}\u{85}\u{202E}\u{FFFE}\u{FFFF}]]>&<\"'_x000D_\u{1F600}"
    let archive = try workbook([[.text(hostile)]], title: hostile).render()
    let strings = try member("xl/sharedStrings.xml", archive)
    #expect(strings.contains("␀␛␡\\u{85}\\u{202E}\\u{FFFE}\\u{FFFF}]]&gt;&amp;&lt;"))
    #expect(strings.contains("_x005F_x000D_\u{1F600}"))
    for name in ["docProps/core.xml", "xl/worksheets/sheet1.xml"] {
      for scalar in try member(name, archive).unicodeScalars where scalar != "\n" {
        #expect(!VisibleText.isInvisible(scalar))
      }
    }
  }

  @Test(arguments: [
    ("_x000D_", "_x005F_x000D_"), ("a_x00e9_b_xZZZZ_", "a_x005F_x00e9_b_xZZZZ_"), ("_x1234", "_x1234"),
    ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"), ("__x005F_", "__x005F_x005F_"), ("柳_x000a_", "柳_x005F_x000a_"),
  ])
  func nothingIsAnEscape(raw: String, written: String) {
    #expect(Workbook.escaped(raw) == written)
  }

  @Test func textsAreCutAtTheLimitAndNotBefore() {
    let book = workbook([])
    let most = String(repeating: "荫", count: Workbook.textLimit)
    #expect(book.cut(most) == most)
    let cut = book.cut(most + "荫")
    #expect(cut.utf16.count == Workbook.textLimit)
    #expect(cut.hasSuffix("……（原文共 32768 字，其余从略）"))
    // An astral character counts as two, and is never halved.
    let astral = book.cut(String(repeating: "\u{20000}", count: 20_000))
    #expect(astral.utf16.count <= Workbook.textLimit && astral.utf16.count > Workbook.textLimit - 2)
    #expect(astral.hasSuffix("……（原文共 20000 字，其余从略）"))
  }

  @Test func rowsBeyondASheetGoOnAnother() throws {
    var book = workbook((1...5).map { [.number($0)] })
    book.tables[0].footer = [.text("合计")]
    book.rowLimit = 4
    let archive = try book.render()
    let names = try member("xl/workbook.xml", archive)
    for name in ["表一", "表一 2", "表一 3", "表二"] { #expect(names.contains("name=\"\(name)\"")) }
    #expect(try member("xl/worksheets/sheet3.xml", archive).contains("<autoFilter ref=\"A1:A2\"/>"))
    #expect(try member("xl/sharedStrings.xml", archive).components("合计") == 1)
  }

  @Test func everyDamageIsNoticed() throws {
    let archive = try workbook([[.text("柳荫社区")]]).render()
    #expect(ZIPArchive.isWholeXML(archive))
    for length in stride(from: 0, to: archive.count, by: 97) {
      #expect(!ZIPArchive.isWholeXML(Array(archive[..<length])))
    }
    // A bit of what a member holds: its checksum tells.
    let start = try #require(archive.indices.first { archive[$0] == 0x3C || $0 > 100 })
    for place in stride(from: start, to: start + 200, by: 20) {
      var damaged = archive
      damaged[place] ^= 1
      #expect(!ZIPArchive.isWholeXML(damaged), "\(place)")
    }
  }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func components(_ part: String) -> Int {
    let text = Array(utf8)
    let part = Array(part.utf8)
    return text.indices.count { text[$0...].starts(with: part) }
  }
}

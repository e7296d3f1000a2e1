import Diagnostics
import Reports
import Testing

@testable import Audit

@Suite struct MarkdownReportTests {
  @Test func golden() throws {
    for file in MarkdownReport.render(SampleReport.make()) { try expectGolden(file.bytes, file.name) }
  }

  @Test func filesAreNumbered() {
    let names = MarkdownReport.render(SampleReport.make()).map(\.name)
    #expect(names == ["index.md", "street-01.md", "street-02.md"])
  }

  @Test(arguments: [Language.zh, .en])
  func hostileTextIsInert(language: Language) {
    let files = MarkdownReport.render(SampleReport.filled(with: SampleReport.hostile, language: language))
    #expect(files.map(\.name) == ["index.md", "street-01.md"])
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for scalar in text.unicodeScalars where scalar != "\n" { #expect(!VisibleText.isInvisible(scalar)) }
      // Without what has a backslash before it, only the report's own markup is left.
      let rest = unescaped(file.bytes)
      #expect(rest.split(separator: "\n").count { $0.starts(with: "# ".unicodeScalars) } == 1)
      for scalar in ["`", "*", "_", "{", "}", "&", "$", "~", "\\"] as [Unicode.Scalar] {
        #expect(!rest.contains(scalar), "\(scalar)")
      }
      for (place, scalar) in zip(rest.indices, rest) where scalar == "<" {
        #expect(rest[place...].starts(with: "<br>".unicodeScalars))
      }
      #expect(rest.count { $0 == "[" } == (file.name == "index.md" ? 1 : 0))
    }
  }

  /// Rows of a table have as many bars as its head has, whatever stands in them.
  @Test func tablesKeepTheirShape() {
    let files = MarkdownReport.render(SampleReport.filled(with: SampleReport.hostile))
    let rows = files[1].bytes.split(separator: UInt8(ascii: "\n")).filter { $0.first == UInt8(ascii: "|") }
    #expect(rows.count == 3)
    for row in rows {
      let bars = row.indices.count { place in
        row[place] == UInt8(ascii: "|") && (place == row.startIndex || row[place - 1] != UInt8(ascii: "\\"))
      }
      #expect(bars == 5)
    }
  }

  @Test func sameReportSameBytes() {
    let first = MarkdownReport.render(SampleReport.make())
    let second = MarkdownReport.render(SampleReport.make())
    #expect(first.map(\.bytes) == second.map(\.bytes))
  }

  private func unescaped(_ bytes: [UInt8]) -> String.UnicodeScalarView {
    var rest = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        rest.append(scalar)
      }
    }
    return rest
  }
}

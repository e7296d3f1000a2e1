import Diagnostics
import Foundation
import Reports
import Testing

@testable import Audit

private func parse(_ bytes: some Sequence<UInt8>) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
}

/// Whether two texts are the same scalars: `==` would take canonically equivalent ones for equal.
private func isSame(_ value: Any?, _ text: String) -> Bool {
  (value as? String).map { $0.unicodeScalars.elementsEqual(text.unicodeScalars) } ?? false
}

private func lines(_ report: AuditReport) -> [UInt8] {
  let stream = NDJSONReport(rules: report.rules, language: report.language)
  var bytes: [UInt8] = []
  for street in report.streets {
    for community in street.communities { stream.line(community, into: &bytes) }
  }
  stream.summaryLine(report.summary, into: &bytes)
  return bytes
}

@Suite struct JSONWriterTests {
  @Test(arguments: [
    ("", ""), ("柳荫", "柳荫"), ("\"\u{301}", "\\\"\u{301}"), ("a\\b", "a\\\\b"), ("\n\r\t\0", "\\n\\r\\t\\u0000"),
    ("\u{1B}[", "\\u001b["), ("\u{7F}\u{80}\u{9F}\u{A0}", "\\u007f\\u0080\\u009f\u{A0}"),
    ("\u{200D}\u{200E}\u{200F}\u{2010}", "\u{200D}\\u200e\\u200f\u{2010}"),
    ("\u{2027}\u{2028}\u{2029}\u{202A}\u{202E}\u{202F}", "\u{2027}\\u2028\\u2029\\u202a\\u202e\u{202F}"),
    ("\u{2065}\u{2066}\u{2069}\u{206A}", "\u{2065}\\u2066\\u2069\u{206A}"), ("，\u{FEFF}。", "，\\ufeff。"),
    ("“柳”…", "“柳”…"), ("x\u{61C}y", "x\\u061cy"), ("\u{1F600}\u{FFFE}", "\u{1F600}\u{FFFE}"),
  ])
  func escapesWhatWouldSteer(raw: String, escaped: String) {
    var bytes: [UInt8] = []
    JSONWriter.escape(raw, into: &bytes)
    #expect(bytes == Array(escaped.utf8))
  }

  @Test func everyScalarComesBack() throws {
    let all = String(String.UnicodeScalarView((0...0x2FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)))
    var writer = JSONWriter(.compact)
    writer.object { writer in
      writer.key("a")
      writer.string(all)
    }
    #expect(isSame(try parse(writer.bytes)["a"], all))
  }

  @Test func laysOut() {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.key("a")
      writer.array([1, 23, -4]) { $0.number($1) }
      writer.key("b")
      writer.object(inLine: true) { writer in
        writer.key("c")
        writer.strings(["x", "y"])
        writer.key("d")
        writer.null()
      }
      writer.key("e")
      writer.object { _ in }
      writer.key("f")
      writer.strings([])
    }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == """
        {
          "a": [
            1,
            23,
            -4
          ],
          "b": {"c": ["x", "y"], "d": null},
          "e": {},
          "f": []
        }
        """)
  }
}

@Suite struct JSONReportTests {
  @Test func golden() throws {
    try expectGolden(JSONReport.render(SampleReport.make()), "report.json")
    try expectGolden(lines(SampleReport.make()), "report.ndjson")
  }

  @Test func hostileTextsComeBack() throws {
    let text = SampleReport.hostile
    let report = SampleReport.filled(with: text)
    let json = try parse(JSONReport.render(report))
    let streets = try #require(json["streets"] as? [[String: Any]])
    let communities = try #require(streets.first?["communities"] as? [[String: Any]])
    let community = try #require(communities.first)
    for key in ["name", "code", "source", "facility"] { #expect(isSame(community[key], text), "\(key)") }
    let findings = try #require(community["findings"] as? [[String: Any]])
    let waived = try #require(findings.first { $0["outcome"] as? String == "waived" })
    for key in ["rule", "sign", "subject", "message", "remedy"] { #expect(isSame(waived[key], text), "\(key)") }
    #expect(isSame(waived["expected"], text + "1"))
    #expect(isSame((waived["demanded_by"] as? [String])?.first, text))
    #expect(isSame((waived["location"] as? [String: Any])?["file"], text))
    let waiver = try #require(waived["waiver"] as? [String: Any])
    for key in ["reason", "approved_by", "document", "expires"] { #expect(isSame(waiver[key], text), "\(key)") }
    let diagnostics = try #require(json["diagnostics"] as? [[String: Any]])
    for key in ["message", "help"] { #expect(isSame(diagnostics.first?[key], text), "\(key)") }
  }

  @Test func nothingSteersATerminal() {
    let report = SampleReport.filled(with: SampleReport.hostile)
    for bytes in [JSONReport.render(report), lines(report)] {
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where scalar != "\n" && scalar != "\u{FFFE}" {
        #expect(!VisibleText.isInvisible(scalar))
      }
    }
  }

  @Test func streamHasALineForEachCommunity() throws {
    let report = SampleReport.filled(with: SampleReport.hostile)
    let split = lines(report).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    #expect(split.count == 3 && split[2].isEmpty)
    let line = try parse(split[0])
    #expect(isSame(line["district"], SampleReport.hostile) && isSame(line["street"], SampleReport.hostile))
    #expect(split[0].starts(with: Array("{\"district\":".utf8)))
    #expect(try parse(split[1])["summary"] is [String: Any])
  }

  /// The stream's line and the report's object are one thing said twice.
  @Test func streamAgreesWithReport() throws {
    let report = SampleReport.make()
    let json = try parse(JSONReport.render(report))
    let streets = try #require(json["streets"] as? [[String: Any]])
    let communities = streets.flatMap { $0["communities"] as? [[String: Any]] ?? [] }
    for (bytes, community) in zip(lines(report).split(separator: UInt8(ascii: "\n")), communities) {
      var line = try parse(bytes)
      line["district"] = nil
      line["street"] = nil
      #expect(line as NSDictionary == community as NSDictionary)
    }
  }

  @Test func sameReportSameBytes() {
    #expect(JSONReport.render(SampleReport.make()) == JSONReport.render(SampleReport.make()))
  }

  @Test func speaksTheLanguageOfTheReport() {
    let text = String(decoding: JSONReport.render(SampleReport.make(language: .en)), as: UTF8.self)
    #expect(text.contains("\"help\": \"Delete it.\""))
  }
}

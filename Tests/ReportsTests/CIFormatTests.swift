import Diagnostics
import Foundation
import FoundationXML
import Testing

@testable import Audit
@testable import Reports

/// What the formats of CI systems have in common is looked at here: goldens, hostile texts, odd file names, the same
/// bytes again. What is valid by the schemas of others, `.ci/conformance` asks the others.
@Suite struct CIFormatTests {
  /// A format by its golden's name.
  struct Format: Sendable, CustomTestStringConvertible {
    var name: String
    var render: @Sendable (AuditReport) -> [UInt8]
    var testDescription: String { name }
  }

  static let formats = [
    Format(name: "report.sarif") { SARIFReport.render($0, version: "1.2.3") },
    Format(name: "report.junit.xml") { JUnitReport.render($0) },
    Format(name: "report.github.txt") { GitHubReport.render($0) },
    Format(name: "report.gitlab.json") { GitLabReport.render($0) },
    Format(name: "summary.md") { JobSummary.render($0) },
  ]

  /// File names that mean something elsewhere, and what they are as a URI.
  static let names = [
    ("台账/柳 荫.yaml", "%E5%8F%B0%E8%B4%A6/%E6%9F%B3%20%E8%8D%AB.yaml"),
    ("a\nb\u{1B}\"'.yaml", "a%0Ab%1B%22%27.yaml"), ("a:b,c%0A&<.yaml", "a%3Ab%2Cc%250A%26%3C.yaml"),
    ("./x//../y/./z.yaml", "y/z.yaml"), ("../up.yaml", "../up.yaml"), ("/root/a b.yaml", "file:///root/a%20b.yaml"),
    ("\\xC4\\xE3.yaml", "%C4%E3.yaml"), ("\\x41.yaml", "%5Cx41.yaml"), ("/../a", "file:///a"), ("-", "-"),
  ]

  @Test(arguments: formats)
  func golden(format: Format) throws {
    try expectGolden(format.render(SampleReport.make()), format.name)
  }

  @Test(arguments: formats)
  func sameReportSameBytes(format: Format) {
    #expect(format.render(SampleReport.make()) == format.render(SampleReport.make()))
  }

  @Test(arguments: formats)
  func speaksEnglish(format: Format) {
    let text = String(decoding: format.render(SampleReport.make(language: .en)), as: UTF8.self)
    // The messages are the audit's; the words around them are English.
    for word in ["待核实", "已豁免", "办法", "豁免：", "没有发现", "必须整改", "下一步"] { #expect(!text.contains(word), "\(word)") }
  }

  @Test(arguments: formats)
  func hostileTextStaysText(format: Format) {
    for text in [SampleReport.hostile, "::error::x\n::add-mask::y", "##[error]%0A::", "]]>&lt;", "[a](1) {0} `b`"] {
      let bytes = format.render(SampleReport.filled(with: text))
      let rendered = String(decoding: bytes, as: UTF8.self)
      // Noncharacters are harmless in JSON, where they stand as they are; nowhere else do they occur.
      let isJSON = rendered.utf8.first == UInt8(ascii: "{") || rendered.utf8.first == UInt8(ascii: "[")
      for scalar in rendered.unicodeScalars where scalar != "\n" && !(isJSON && scalar == "\u{FFFE}") {
        #expect(!VisibleText.isInvisible(scalar))
      }
    }
  }

  @Test(arguments: names)
  func pathsBecomeURIs(name: String, uri: String) {
    #expect(ReportPath(name).uri == uri)
  }
}

@Suite struct SARIFReportTests {
  private func run(_ report: AuditReport) throws -> [String: Any] {
    let bytes = SARIFReport.render(report, version: "1.2.3")
    let log = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  private func results(_ report: AuditReport) throws -> [[String: Any]] {
    try #require(try run(report)["results"] as? [[String: Any]])
  }

  @Test func outcomesAreKinds() throws {
    let results = try results(SampleReport.make())
    #expect(results.map { $0["kind"] as? String } == ["fail", "fail", "pass", "fail", "open", "fail"])
    #expect(results.map { $0["level"] as? String } == ["error", "warning", "none", "warning", "none", "error"])
    #expect(results.map { ($0["suppressions"] as? [Any])?.count } == [0, 1, 0, 0, 0, 0])
    let suppression = try #require((results[1]["suppressions"] as? [[String: Any]])?.first)
    #expect(suppression["justification"] as? String == "豁免：等待搬迁；批准：区民政局；依据：临民〔2026〕3号；有效期至 2026-12-31")
  }

  @Test func nothingFoundIsAnEmptyList() throws {
    var report = SampleReport.make()
    report.streets = []
    report.unreadable = []
    #expect(try results(report).isEmpty)
  }

  @Test func whatCouldNotBeReadIsSaid() throws {
    let invocation = try #require((try run(SampleReport.make())["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    let said = try #require(invocation["toolExecutionNotifications"] as? [[String: Any]])
    #expect(said.map { $0["level"] as? String } == ["error", "error", "warning"])
  }

  @Test func messagesHoldNoPlaceholdersAndNoLinks() {
    #expect(SARIFReport.plain("{0} [a](1)") == "{{0}} \\[a\\](1)")
    #expect(SARIFDriver.withoutSlots("把{sign}改为“{expected}”") == "把…改为“…”")
  }
}

@Suite struct JUnitReportTests {
  /// The elements of a document with their attributes, and its texts.
  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String])] = []
    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      elements.append((name, attributes))
    }
  }

  private func elements(_ report: AuditReport) throws -> [(name: String, attributes: [String: String])] {
    let parser = XMLParser(data: Data(JUnitReport.render(report)))
    let reader = Reader()
    parser.delegate = reader
    try #require(parser.parse())
    return reader.elements
  }

  @Test func countsWhatItHolds() throws {
    let elements = try elements(SampleReport.make())
    let root = try #require(elements.first)
    #expect(root.attributes["tests"] == String(elements.count { $0.name == "testcase" }))
    #expect(root.attributes["failures"] == String(elements.count { $0.name == "failure" }))
    #expect(root.attributes["errors"] == String(elements.count { $0.name == "error" }))
    #expect(elements.count { $0.name == "testsuite" } == 7)
    #expect(elements.count { $0.name == "skipped" } == 2)
  }

  @Test func aCommunityWithoutFindingsHasAPassingCase() throws {
    var report = SampleReport.make()
    for street in report.streets.indices {
      for community in report.streets[street].communities.indices {
        report.streets[street].communities[community].findings = []
        report.streets[street].communities[community].diagnostics = []
      }
    }
    let elements = try elements(report)
    #expect(elements.count { $0.name == "testcase" } == 7)
    #expect(elements.count { $0.name == "failure" } == 0)
  }

  @Test func hostileTextIsWellFormed() throws {
    for text in [SampleReport.hostile, "]]></testcase>", "\u{0}\u{FFFE}&amp;"] {
      let names = Set(try elements(SampleReport.filled(with: text)).map(\.name))
      #expect(names == ["testsuites", "testsuite", "testcase", "failure", "skipped", "error"])
    }
  }
}

@Suite struct GitHubReportTests {
  /// Whatever stands in a text, a line is one command of ours, and only its first two `::` are its own.
  @Test func linesAreCommands() {
    for text in [SampleReport.hostile, "a\n::error::b", "::stop-commands::x\r\n", "%0A::set-env name=a::b", "x,y=z:::"]
    {
      let report = SampleReport.filled(with: text)
      let lines = GitHubReport.render(report).split(separator: UInt8(ascii: "\n")).map {
        String(decoding: $0, as: UTF8.self)
      }
      #expect(lines.count == 2 * (1 + Outcome.allCases.count) + 1 + 1)
      for line in lines.dropLast() {
        #expect(["::error ", "::notice ", "::debug::"].contains { line.utf8.starts(with: $0.utf8) })
        guard !line.utf8.starts(with: "::debug".utf8) else { continue }
        let head = line.utf8.dropFirst(2).prefix { $0 != UInt8(ascii: ":") }
        for property in head.split(separator: UInt8(ascii: ",")) {
          #expect(property.count { $0 == UInt8(ascii: "=") } >= 1)
        }
      }
    }
  }

  @Test func propertiesAndMessagesAreEscaped() {
    #expect(GitHubReport.escape("100%\r\n:,", isProperty: false) == "100%25␍%0A:,")
    #expect(GitHubReport.escape("100%\r\n:,", isProperty: true) == "100%25␍␊%3A%2C")
  }
}

@Suite struct GitLabReportTests {
  private func entries(_ report: AuditReport) throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: Data(GitLabReport.render(report))) as? [[String: Any]])
  }

  @Test func fingerprintsAreUnique() throws {
    var report = SampleReport.make()
    report.streets += report.streets
    let prints = try entries(report).compactMap { $0["fingerprint"] as? String }
    #expect(Set(prints).count == prints.count)
    #expect(prints.count == 11)
  }

  @Test func leavesOutWhatIsExcused() throws {
    let checks = try entries(SampleReport.make()).compactMap { $0["check_name"] as? String }
    #expect(
      checks == [
        "residents-committee.name", "award.off-wall", "residents-committee.name", "signaudit.diagnostic",
        "community.submitted", "signaudit.diagnostic",
      ])
  }

  @Test func nothingOpenIsAnEmptyList() throws {
    var report = SampleReport.make()
    report.streets = []
    report.unreadable = []
    report.diagnostics = []
    #expect(try entries(report).isEmpty)
  }
}

@Suite struct JobSummaryTests {
  @Test func linksToNoFiles() {
    let text = String(decoding: JobSummary.render(SampleReport.make()), as: UTF8.self)
    #expect(!text.contains("](street"))
    #expect(text.contains("# 临江区东山街道"))
  }

  @Test func saysWhatIsLeftOut() {
    let whole = JobSummary.render(SampleReport.make())
    #expect(JobSummary.render(SampleReport.make(), limit: whole.count) == whole)
    for limit in [whole.count - 1, whole.count / 2, 200] {
      let cut = JobSummary.render(SampleReport.make(), limit: limit)
      #expect(cut.count <= limit)
      #expect(cut.last == UInt8(ascii: "\n"))
      #expect(String(decoding: cut, as: UTF8.self).contains("其余从略"))
    }
  }
}

import Foundation
import FoundationXML
import Glibc
import Testing

/// Texts and file names that attack a format, through the whole program: items 8 and 9 of the list of bad inputs.
@Suite("Bad input, by its number: hostile texts")
struct HostileTextTests {
  /// As it stands in double quotes in YAML.
  static let written =
    #"\0 \e[31m \x9b \u202e \u2066 \uFFFE \"\u0301 onmouseover=\"alert(1)\" <script>alert(1)</script> ]]> {{x}} "#
    + #"=cmd|' /C calc'!A0\n::error::x %0A \r\n--> | `a` <!-- \u2028 \\"#
  /// The same, read.
  static let read =
    "\0 \u{1B}[31m \u{9B} \u{202E} \u{2066} \u{FFFE} \"\u{301} onmouseover=\"alert(1)\" <script>alert(1)</script> ]]> {{x}} "
    + "=cmd|' /C calc'!A0\n::error::x %0A \r\n--> | `a` <!-- \u{2028} \\"

  /// Every text field holds it, with a letter behind it where texts must differ.
  static let inventory: String = {
    func t(_ letter: String = "") -> String { "\"\(written)\(letter)\"" }
    let approval = "{document: \(t()), authority: \(t()), level: \(t())}"
    return """
      community: {district: \(t()), street: \(t()), name: \(t()), code: \(t())}
      survey: {by: \(t())}
      facility:
        name: \(t())
        floors: [\(t()), \(t("2"))]
        rooms:
          - {number: \(t()), floor: \(t()), functions: [\(t())], demanded_by: \(t())}
          - {number: \(t("2")), floor: \(t("2")), functions: [\(t("2"))]}
      signs:
        - {id: \(t()), kind: service-center, text: \(t()), place: gate, material: \(t()), basis: \(t()), note: \(t()), photo: [\(t())]}
        - {id: \(t("2")), text: \(t()), place: gate, floor: \(t("3")), room: \(t("3"))}
        - {id: \(t("3")), kind: index-board, place: hall, demanded_by: [\(t())], approval: \(approval), entries: [{function: \(t()), room: \(t("4"))},
           {function: \(t("5")), area: \(t()), approval: \(approval)}, {room: \(t())}]}
        - {id: \(t("4")), kind: indoor-plaque, text: \(t()), place: room-wall, demanded_by: [\(t()), \(t("2"))]}
        - {id: \(t("5")), kind: floor-map, place: desk, floor: \(t()), entries: [{room: \(t("9"))}, {function: \(t("8"))}]}
        - {id: \(t("6")), kind: room-number, text: \(t("7")), place: room-door, room: \(t())}

      """
  }()

  static let formats = ["text", "markdown", "html", "json", "ndjson", "sarif", "junit", "github", "gitlab"]

  /// What a format wrote: one text a file.
  private func outputs(_ format: String, _ input: BadInput, _ more: [String]) throws -> [(name: String, bytes: Data)] {
    let target = "\(input.scratch.path)/out-\(format)"
    let run = try input.run(["audit", "in", "--format", "\(format)=\(target)", "--as-of", "2026-05-20"] + more)
    #expect(run.code == 1, "\(format): \(run.err)")
    expectInert(Data(run.err.utf8), "stderr of \(format)")
    if let names = try? FileManager.default.contentsOfDirectory(atPath: target) {
      return try names.sorted().map { ($0, try Data(contentsOf: URL(filePath: "\(target)/\($0)"))) }
    }
    return [(format, try Data(contentsOf: URL(filePath: target)))]
  }

  /// No byte of a format may steer a terminal, turn the direction or be no character.
  ///
  /// - Parameter isJSON: whether it is for machines, which take U+FEFF and what is no character for what they are.
  private func expectInert(
    _ bytes: Data, _ name: String, isJSON: Bool = false, location: SourceLocation = #_sourceLocation
  ) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      Issue.record("\(name) is not UTF-8", sourceLocation: location)
      return
    }
    let bad = text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
      case 0xFEFF, 0xFFFE, 0xFFFF: !isJSON
      default: false
      }
    }
    #expect(bad.isEmpty, "\(name): \(bad.map(\.value))", sourceLocation: location)
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("::error::x") }, "\(name)", sourceLocation: location)
  }

  /// Checks one file of a format: valid, and nothing of the texts in it but texts.
  private func expectValid(_ format: String, _ file: (name: String, bytes: Data)) throws {
    expectInert(file.bytes, file.name, isJSON: ["json", "ndjson", "sarif", "gitlab"].contains(format))
    let text = String(decoding: file.bytes, as: UTF8.self)
    switch format {
    case "json", "sarif", "gitlab":
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: file.bytes) }
    case "ndjson":
      for line in text.split(separator: "\n") {
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
      }
    case "junit": #expect(XMLParser(data: file.bytes).parse())
    case "github":
      for line in text.split(separator: "\n") {
        #expect(
          ["::error ", "::warning ", "::notice ", "::debug::", "signaudit"].contains { line.hasPrefix($0) }, "\(line)")
      }
    case "html":
      for tag in tags(text) { #expect(!tag.contains("alert") && !tag.contains("onmouseover"), "\(file.name): \(tag)") }
      #expect(!text.contains("<script>alert"))
    case "markdown":
      let escaped = text.replacing("\\\\", with: "").replacing("\\<", with: "")
      #expect(!escaped.contains("<script") && !escaped.contains("<!--"), "\(file.name)")
    default: break
    }
  }

  /// What stands between `<` and `>`.
  private func tags(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "<")).dropFirst().map { piece in
      String(decoding: piece.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
    }
  }

  @Test("8: in every text field: audited, and every output is valid and inert", arguments: formats)
  func item8(format: String) throws {
    let input = try BadInput(["evil.yaml": Array(Self.inventory.utf8)])
    for file in try outputs(format, input, []) { try expectValid(format, file) }
    for file in try outputs(format, input, ["--language", "en", "--show-passes"]) { try expectValid(format, file) }
  }

  @Test("8: what a machine reads is the text as it was written")
  func item8text() throws {
    let result = try BadInput(["evil.yaml": Array(Self.inventory.utf8)]).audit()
    let community = try #require(result.communities.first)
    func same(_ text: Any?) -> Bool {
      (text as? String)?.unicodeScalars.elementsEqual(Self.read.unicodeScalars) == true
    }
    #expect(same(community["name"]) && same(community["code"]))
    #expect(community["status"] as? String == "noncompliant")
    let findings = community["findings"] as? [[String: Any]] ?? []
    #expect(
      findings.contains { $0["rule"] as? String == "service-center.name" && same($0["actual"]) && same($0["sign"]) })
    let streets = try #require(result.report["streets"] as? [[String: Any]])
    #expect(same(streets.first?["district"]) && same(streets.first?["street"]))
    let departments = try #require(result.report["departments"] as? [[String: Any]])
    #expect(departments.contains { same($0["department"]) })
  }

  @Test("8: in the roster and the waivers", arguments: formats)
  func item8lists(format: String) throws {
    let input = try BadInput(["evil.yaml": Array(Self.inventory.utf8)])
    let text = "\"\(Self.written)\""
    try input.scratch.put(
      "roster: 1\ndistrict: \(text)\nstreets: [{name: \(text), communities: [{name: \(text), code: \(text)}, {name: \(text.dropLast())二\"}]}]\n",
      "roster.yaml")
    try input.scratch.put(
      "waivers: 1\nentries:\n"
        + ["service-center.name", "award.off-wall"].map {
          "  - {rule: \($0), district: \(text), street: \(text), community: \(text), reason: \(text), approved_by: \(text), "
            + "document: \(text), expires: 2026-12-31}\n"
        }.joined(), "waivers.yaml")
    let lists = ["--roster", "roster.yaml", "--waivers", "waivers.yaml"]
    for file in try outputs(format, input, lists) { try expectValid(format, file) }
  }

  @Test("8: in what cannot be read, and in the names of keys", arguments: formats)
  func item8unreadable(format: String) throws {
    let text = "\"\(Self.written)\""
    let input = try BadInput([
      "a.yaml": Array(
        (BadInput.head + "signs: [{id: A, kind: \(text), \(text): 1, since: \(text), order: \(text)}]\n").utf8),
      "b.yaml": Array((BadInput.head + "\(text): 1\n\(text): 2\nsigns: []\n").utf8),
    ])
    let target = "\(input.scratch.path)/out"
    let run = try input.run(["audit", "in", "--format", "\(format)=\(target)"])
    #expect(run.code == 2)
    expectInert(Data(run.err.utf8), "stderr")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: target))?.map { "\(target)/\($0)" } ?? [target]
    for name in names { try expectValid(format, (name, try Data(contentsOf: URL(filePath: name)))) }
  }

  /// File names as bytes, without the ending.
  static let names: [[UInt8]] = [
    Array("a\nb".utf8), Array("a\u{1B}[31mb".utf8), Array("a\"b'c".utf8), Array("a:b,c;d".utf8), Array("a%0Ab%".utf8),
    Array("a b  ".utf8), Array("柳荫社区".utf8), [0x61, 0xFF, 0xFE], Array("::error::x".utf8),
    Array("<script>alert(1)".utf8),
    Array("a\u{202E}b".utf8), Array("a]]>b&amp;".utf8), Array("-rf".utf8), Array("\\".utf8), [0xC1, 0xF8, 0xD2, 0xF1],
    Array("a\u{301}".utf8), Array("\"\u{301}".utf8), Array("a\rb\tc".utf8),
  ]

  private func namedInputs() throws -> BadInput {
    let input = try BadInput([:])
    for (index, name) in Self.names.enumerated() {
      let path = Array(input.directory.utf8) + [0x2F] + name + Array(".yaml".utf8) + [0]
      let text = "community: {district: 临江区, street: 江畔街道, name: 第\(index)社区}\nsigns: []\n"
      let file = try #require(
        path.withUnsafeBufferPointer { bytes in
          bytes.withMemoryRebound(to: CChar.self) { $0.baseAddress.flatMap { fopen($0, "w") } }
        })
      fputs(text, file)
      fclose(file)
    }
    return input
  }

  @Test("9: odd file names: audited, every output valid", arguments: formats)
  func item9(format: String) throws {
    for file in try outputs(format, try namedInputs(), []) { try expectValid(format, file) }
  }

  @Test("9: every one of them is audited, and its name can be told")
  func item9names() throws {
    let result = try namedInputs().audit()
    #expect(result.code == 1)
    #expect(result.summary["communities"] == Self.names.count)
    let sources = Set(result.communities.compactMap { $0["source"] as? String })
    #expect(sources.count == Self.names.count)
    #expect(sources.contains { $0.hasSuffix("/a\nb.yaml") } && sources.contains { $0.hasSuffix("/a\\xFF\\xFE.yaml") })
    #expect(sources.contains { $0.hasSuffix("/柳荫社区.yaml") })
  }
}

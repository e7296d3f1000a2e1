import Foundation
import FoundationXML
import Glibc
import Testing

/// What inventories and their names may hold must reach no format as anything but text. What each format makes of it in
/// detail is tested beside the formats; this is the whole way, from the file to the report.
@Suite("signaudit audit, hostile inputs")
struct HostileInputTests {
  /// A directory with one inventory whose every text field is `text`, as it is written between double quotes in YAML.
  private func inventory(_ text: String, name: [UInt8] = Array("a.yaml".utf8)) throws -> Scratch {
    let scratch = try Scratch()
    let t = "\"\(text)\""
    let yaml = """
      community: {district: \(t), street: \(t), name: \(t), code: \(t)}
      survey: {by: \(t)}
      facility: {name: \(t), rooms: [{number: \(t), floor: \(t), functions: [\(t)], demanded_by: \(t)}]}
      signs:
        - {id: \(t), text: \(t), place: facade, kind: other, demanded_by: \(t), basis: \(t), note: \(t), material: \(t)}
        - {id: "2", text: \(t), place: hall-wall, kind: display-panel, demanded_by: [\(t)]}
        - {id: "3", kind: index-board, place: hall, entries: [{function: \(t), room: \(t)}]}

      """
    let path = (Array(scratch.path.utf8) + [UInt8(ascii: "/")] + name + [0]).map { CChar(bitPattern: $0) }
    let file = try #require(fopen(path, "w"))
    fputs(yaml, file)
    fclose(file)
    return scratch
  }

  /// Audits a directory in a format, and looks at what every reader of that format would stumble over.
  private func expectSound(_ scratch: Scratch, _ format: String) throws {
    let run = try SampleTests.run(["audit", scratch.path, "--format", format, "--show-passes"])
    #expect(run.code == 1)
    switch format {
    case "json", "sarif": #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: run.out) }
    case "gitlab": #expect((try JSONSerialization.jsonObject(with: run.out) as? [Any])?.isEmpty == false)
    case "ndjson":
      let lines = run.out.split(separator: 0x0A)
      #expect(lines.count == 2)
      for line in lines { #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: line) } }
    case "junit": #expect(XMLParser(data: run.out).parse())
    case "xlsx": #expect(run.out.starts(with: Data("PK".utf8)))
    case "github":
      for line in run.out.split(separator: 0x0A) where line.starts(with: Data("::".utf8)) {
        #expect(["error ", "warning ", "notice ", "debug"].contains { line.dropFirst(2).starts(with: Data($0.utf8)) })
      }
    default: break
    }
    if format == "xlsx" { return }
    let text = try #require(String(data: run.out, encoding: .utf8))
    // The mark at the head of CSV is meant.
    for scalar in text.unicodeScalars.drop(while: { $0 == "\u{FEFF}" }) {
      switch scalar.value {
      case 0x0A: continue
      case 0x0D: #expect(format == "csv")
      case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029, 0xFEFF:
        Issue.record("U+\(String(scalar.value, radix: 16)) in \(format)")
      default: continue
      }
    }
  }

  static let formats = ["text", "json", "ndjson", "csv", "xlsx", "sarif", "junit", "github", "gitlab"]

  @Test(arguments: formats)
  func texts(format: String) throws {
    for text in [
      "a\\0b\\e[31m\\x9b\\u202e\\uFFFE\\u2028", "\\\"\\u0301 onmouseover=alert(1)", "<script>alert(1)</script>]]>",
      "{{x}} {0} [a](http://b.c)", "=cmd|' /C calc'!A0", "::error::x\\n::add-mask::y", "%0A::error::x", "@SUM(1)",
      "\\t=1\\r\\n=2",
    ] {
      try expectSound(inventory(text), format)
    }
  }

  @Test(arguments: formats)
  func names(format: String) throws {
    var name = Array("a\n\u{1B}[31m\"':,% 柳=荫&<b>".utf8)
    name += [0xC4, 0xE3, 0xFF]
    name += Array(".yaml".utf8)
    try expectSound(inventory("柳荫社区", name: name), format)
    let hostile: [UInt8] = Array("::error::\u{202E}]]>.yaml".utf8)
    try expectSound(inventory("柳荫社区", name: hostile), format)
  }
}

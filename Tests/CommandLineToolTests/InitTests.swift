import Foundation
import Testing

/// Blank inventories for a roster.
@Suite("signaudit init")
struct InitTests {
  @Test("writes an inventory for each community, in which all is to be verified, and overwrites none")
  func blanks() throws {
    for language in ["zh", "en"] {
      let scratch = try Scratch()
      let arguments = [
        "init", "--roster", "Samples/roster.yaml", "--output", scratch.path, "--language", language, "--quiet",
      ]
      #expect(try SampleTests.run(arguments).code == 0)
      let audit = ["audit", scratch.path, "--roster", "Samples/roster.yaml", "--format", "json"]
      let run = try SampleTests.run(audit)
      #expect(run.code == 0)
      let report = try #require(JSONSerialization.jsonObject(with: run.out) as? [String: Any])
      let summary = try #require(report["summary"] as? [String: Any])
      #expect(summary["undetermined"] as? Int == 23)
      #expect(summary["communities"] as? Int == 23)
      #expect(try SampleTests.run(audit + ["--strict"]).code == 1)

      let paths = try #require(FileManager.default.subpaths(atPath: scratch.path)).filter { $0.hasSuffix(".yaml") }
      #expect(paths.count == 23)
      #expect(paths.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
      let path = try #require(paths.sorted().first)
      let text = try #require(scratch.text(path))
      #expect(text.hasPrefix("# yaml-language-server: $schema=../.schemas/inventory.json\n"))
      #expect(text.contains("党员群众服务中心”"))
      #expect(text.contains(language == "zh" ? "\n台账: 1\n" : "\ninventory: 1\n"))
      #expect(scratch.text(".schemas/inventory.json")?.isEmpty == false)

      try scratch.put("mine", path)
      try FileManager.default.removeItem(atPath: "\(scratch.path)/\(paths.sorted()[1])")
      #expect(try SampleTests.run(arguments).code == 0)
      #expect(scratch.text(path) == "mine")
      #expect(scratch.text(paths.sorted()[1]) != nil)
    }
  }

  @Test("writes one street, and refuses a street that is not there and a roster with errors")
  func streets() throws {
    let scratch = try Scratch()
    let arguments = ["init", "--output", scratch.path, "--roster"]
    #expect(try SampleTests.run(arguments + ["Samples/roster.yaml", "--street", "柳林街道办事处"]).code == 0)
    #expect(FileManager.default.subpaths(atPath: scratch.path)?.filter { $0.hasSuffix(".yaml") }.count == 8)
    #expect(try SampleTests.run(arguments + ["Samples/roster.yaml", "--street", "无此街道"]).code == 2)
    #expect(try SampleTests.run(arguments + ["Samples/waivers.yaml"]).code == 2)
    #expect(try SampleTests.run(["init", "--output", scratch.path]).code == 64)
    #expect(
      try SampleTests.run(arguments.dropLast() + ["--roster", "Samples/roster.yaml", "--output", "/dev/null/x"]).code
        == 2)
  }

  @Test("names directories by the nine digits of a street's codes, else by its encoded name")
  func names() throws {
    let scratch = try Scratch()
    let name = String(repeating: "长", count: 30)
    try scratch.put(
      """
      roster: 1
      district: 临江区
      streets:
        - {name: 甲街道, communities: [{name: 一社区, code: "990001001001"}, {name: 二社区, code: "990001001002"}]}
        - {name: 乙/..街道, communities: [{name: "../三社区"}, {name: "四:社区", code: "../x"}]}
        - {name: \(name), communities: [{name: \(name)}]}
      """, "roster.yaml")
    #expect(
      try SampleTests.run(["init", "--roster", "\(scratch.path)/roster.yaml", "--output", "\(scratch.path)/o"]).code
        == 0)
    let paths = FileManager.default.subpaths(atPath: "\(scratch.path)/o")?.filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(
      paths == [
        "%E4%B9%99%2F%2E%2E%E8%A1%97%E9%81%93/%2E%2E%2F%E4%B8%89%E7%A4%BE%E5%8C%BA.yaml",
        "%E4%B9%99%2F%2E%2E%E8%A1%97%E9%81%93/%E5%9B%9B%3A%E7%A4%BE%E5%8C%BA.yaml",
        "990001001/990001001001.yaml", "990001001/990001001002.yaml", "street-3/community-1.yaml",
      ])
    #expect(try SampleTests.run(["audit", "\(scratch.path)/o"]).code == 0)
  }
}

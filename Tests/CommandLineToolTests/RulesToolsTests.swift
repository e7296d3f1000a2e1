import Foundation
import Testing

/// Testing, linting and comparing standards with the built binary.
@Suite("signaudit rules test, check, diff and audit --compare-rules")
struct RulesToolsTests {
  /// Runs the binary on a copy of the Huangshigang standard with changes made to its files.
  static func run(
    _ arguments: (String) -> [String], _ changes: [(file: String, old: String, new: String)] = [],
    added: [(file: String, text: String)] = []
  ) throws -> (code: Int32, out: Data, err: String) {
    let files = FileManager.default
    let directory = files.temporaryDirectory.appending(path: "rules-\(UUID().uuidString)")
    defer { try? files.removeItem(at: directory) }
    try files.copyItem(at: SampleTests.root.appending(path: "Rules/huangshigang"), to: directory)
    for change in changes {
      let file = directory.appending(path: change.file)
      let text = try String(contentsOf: file, encoding: .utf8)
      try #require(text.contains(change.old))
      try text.replacing(change.old, with: change.new, maxReplacements: 1)
        .write(to: file, atomically: true, encoding: .utf8)
    }
    for file in added {
      try file.text.write(to: directory.appending(path: file.file), atomically: true, encoding: .utf8)
    }
    return try SampleTests.run(arguments(directory.path))
  }

  static func object(_ data: Data) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test("the standard inside passes its tests and its lint")
  func inside() throws {
    let run = try SampleTests.run(["rules", "test", "--format", "junit"])
    #expect(run.code == 0)
    let xml = String(decoding: run.out, as: UTF8.self)
    #expect(xml.hasPrefix("<?xml"))
    #expect(xml.contains("failures=\"0\""))
    #expect(try SampleTests.run(["rules", "check", "--strict"]).code == 0)
  }

  @Test("every other standard of the repository passes both, without a compliant inventory of its own")
  func others() throws {
    let rules = SampleTests.root.appending(path: "Rules")
    let names = try FileManager.default.contentsOfDirectory(atPath: rules.path).sorted()
      .filter { !$0.contains(".") && $0 != "huangshigang" }
    #expect(!names.isEmpty)
    for name in names {
      #expect(try SampleTests.run(["rules", "test", "Rules/\(name)"]).code == 0, "\(name)")
      #expect(try SampleTests.run(["rules", "check", "Rules/\(name)", "--strict"]).code == 0, "\(name)")
    }
  }

  @Test("a test that does not hold ends with 1, what cannot be read with 2")
  func testCodes() throws {
    let case1 = (file: "cases/wrong.yaml", text: "signs: [] # expect: index-board.count fail\n")
    #expect(try Self.run({ ["rules", "test", $0] }, added: [case1]).code == 1)
    #expect(try Self.run({ ["rules", "test", $0] }, added: [("cases/wrong.yaml", "sings: []\n")]).code == 2)
    #expect(
      try Self.run({ ["rules", "test", $0] }, [("compliant.yaml", "lettering: red", "lettering: blue")]).code == 1)
    #expect(
      try Self.run({ ["rules", "test", $0] }, [("compliant.yaml", "lettering: red", "letering: red")]).code == 2)
    #expect(try SampleTests.run(["rules", "test", "Samples"]).code == 2)
    #expect(try SampleTests.run(["rules", "test", "--format", "xml"]).code == 64)
  }

  @Test("lint warnings end with 0, or 1 under --strict; errors with 1; what cannot be read with 2")
  func checkCodes() throws {
    let text = try String(
      contentsOf: SampleTests.root.appending(path: "Rules/huangshigang/rules/walls.yaml"), encoding: .utf8)
    let title = try #require(text.split(separator: "\n").first { $0.hasPrefix("      zh: ") })
    let changes = [(file: "rules/walls.yaml", old: String(title), new: "      zh: No boards on walls")]
    #expect(try Self.run({ ["rules", "check", $0] }, changes).code == 0)
    #expect(try Self.run({ ["rules", "check", $0, "--strict"] }, changes).code == 1)
    let json = try Self.object(Self.run({ ["rules", "check", $0, "--format", "json"] }, changes).out)
    let problems = try #require(json["problems"] as? [[String: Any]])
    #expect(problems.contains { $0["check"] as? String == "missing-translation" })
    let contradiction = [
      (
        file: "rules/walls.yaml", old: "rules:\n",
        new: """
        rules:
          - id: service-center.none
            clauses: [signage.1]
            modality: must-not
            zone: exterior
            title: {zh: 不挂, en: None}
            check: {none: {of: signs, where: {kind: service-center}}}
            message: {zh: 挂了, en: There is one}
            remedy: {zh: 拆除, en: Take it down}
            rationale: {zh: 试验, en: A trial}
            examples:
              - {name: 无, expect: pass, inventory: {signs: []}}
              - {name: 有, expect: fail, inventory: {signs: [{id: A, kind: service-center, place: facade}]}}

        """
      )
    ]
    #expect(try Self.run({ ["rules", "check", $0] }, contradiction).code == 1)
    #expect(
      try Self.run({ ["rules", "check", $0] }, [("rules/walls.yaml", "modality: ", "modality: un")]).code == 2)
  }

  @Test("lint finds the example and the elevation for which the standard would be refused")
  func refusedByCheck() throws {
    func problems(_ change: (file: String, old: String, new: String), _ code: Int32) throws -> [String] {
      let run = try Self.run({ ["rules", "check", $0, "--format", "json"] }, [change])
      #expect(run.code == code)
      let problems = try #require(try Self.object(run.out)["problems"] as? [[String: Any]])
      return problems.filter { $0["severity"] as? String == "error" }.compactMap { $0["check"] as? String }
    }
    #expect(try problems(("rules/walls.yaml", "expect: pass", "expect: fail"), 1) == ["failing-example"])
    #expect(
      try problems(("elevation.yaml", "place: above-entrance", "place: hall"), 1) == ["elevation"])
  }

  @Test("a standard with a file in GB18030 audits, with a warning")
  func otherEncoding() throws {
    let files = FileManager.default
    let directory = files.temporaryDirectory.appending(path: "rules-\(UUID().uuidString)")
    defer { try? files.removeItem(at: directory) }
    try files.copyItem(at: SampleTests.root.appending(path: "Rules/huangshigang"), to: directory)
    let file = directory.appending(path: "elevation.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    try #require(text.data(using: encoding)).write(to: file)
    let rules = directory.path
    #expect(try SampleTests.run(["rules", "check", rules]).code == 0)
    #expect(try SampleTests.run(["audit", "Samples/inventories/jiangpan/liuyin.yaml", "--rules", rules]).code == 0)
  }

  static let weaker = [
    (
      file: "rules/exterior.yaml", old: "mounting: [hung, pasted, mounted, painted]",
      new: "mounting: [hung, pasted, painted]"
    )
  ]

  @Test("diff tells a change in every format, and by --exit-code")
  func diff() throws {
    for format in ["text", "markdown", "json"] {
      let run = try Self.run({ ["rules", "diff", $0, "--format", format, "--exit-code"] }, Self.weaker)
      #expect(run.code == 1)
      let text = String(decoding: run.out, as: UTF8.self)
      // Machines get the path in canonical words, people the labels.
      #expect(text.contains(format == "json" ? "require.mounting" : "要求·安装方式"))
    }
    #expect(try SampleTests.run(["rules", "diff", "Rules/huangshigang", "--exit-code"]).code == 0)
    #expect(try SampleTests.run(["rules", "diff", "Rules/nowhere"]).code == 2)
  }

  @Test("compare-rules tells what would change in which community, and fails where failures appear")
  func compare() throws {
    let inventory = "Samples/inventories/jiangpan/liuyin.yaml"
    let changes = Self.weaker
    let run = try Self.run({ ["audit", inventory, "--compare-rules", $0, "--format", "json"] }, changes)
    #expect(run.code == 1)
    let report = try Self.object(run.out)
    let streets = try #require(report["streets"] as? [[String: Any]])
    let changed = try #require(streets.first?["changed"] as? [[String: Any]])
    #expect(changed.map { $0["before"] as? String } == ["compliant"])
    #expect(changed.map { $0["after"] as? String } == ["noncompliant"])
    let rules = try #require(report["rules"] as? [[String: Any]])
    #expect(rules.map { $0["rule"] as? String } == ["exterior.mounting"])
    let same = try SampleTests.run(["audit", inventory, "--compare-rules", "Rules/huangshigang"])
    #expect(same.code == 0)
    let bad = try SampleTests.run(["audit", inventory, "--compare-rules", "Rules/huangshigang", "--format", "sarif"])
    #expect(bad.code == 64)
  }

  @Test(
    "compare-rules says why an inventory cannot be read under the other standard",
    arguments: ["text", "markdown", "json"])
  func unreadableUnderTheOther(_ format: String) throws {
    // Another standard may have other words for places.
    let inventory = "Samples/inventories/jiangpan/liuyin.yaml"
    let run = try SampleTests.run(["audit", inventory, "--compare-rules", "Rules/fuzhou", "--format", format])
    #expect(run.code == 2)
    let text = String(decoding: run.out, as: UTF8.self).replacing("\\", with: "")
    // The place and the word.
    let place = format == "json" ? #/"line": \d+, "column": \d+/# : #/liuyin\.yaml:\d+:\d+/#
    #expect(text.contains(place), "\(text)")
    #expect(text.contains("没有") || text.contains("不是"), "\(text)")
  }

  @Test("waivers of rules that the other standard lacks do not stop a comparison")
  func waivers() throws {
    let arguments = [
      "audit", "Samples/inventories/jiangpan", "--waivers", "Samples/waivers.yaml", "--as-of", "2026-05-20",
    ]
    let run = try Self.run(
      { arguments + ["--compare-rules", $0, "--fail-on", "never"] },
      [(file: "rules/exterior.yaml", old: "id: exterior.surplus", new: "id: another.rule")])
    #expect(run.code == 0)
    #expect(String(decoding: run.out, as: UTF8.self).contains("another.rule"))
  }

  @Test("rules copy writes the standard inside into a directory to begin from, and overwrites nothing")
  func copy() throws {
    let files = FileManager.default
    let directory = files.temporaryDirectory.appending(path: "copy-\(UUID().uuidString)/mine")
    defer { try? files.removeItem(at: directory.deletingLastPathComponent()) }
    let first = try SampleTests.run(["rules", "copy", directory.path])
    #expect(first.code == 0 && String(decoding: first.out, as: UTF8.self).contains("rules check"))
    let inside = SampleTests.root.appending(path: "Rules/huangshigang").path
    let names = try files.subpathsOfDirectory(atPath: inside).sorted()
    #expect(try files.subpathsOfDirectory(atPath: directory.path).sorted() == names)
    for name in names where name.hasSuffix(".yaml") {
      #expect(
        files.contents(atPath: "\(inside)/\(name)") == files.contents(atPath: directory.path + "/\(name)"), "\(name)")
    }
    #expect(try SampleTests.run(["rules", "check", "--strict", directory.path]).code == 0)
    let second = try SampleTests.run(["rules", "copy", directory.path, "--language", "en"])
    #expect(second.code == 2 && second.err.contains("is no empty directory"))
  }

  @Test("every command on a standard takes its directory by itself and behind --rules, but not two of them")
  func directories() throws {
    for arguments in [["list"], ["guide"], ["explain", "marks.cap"], ["check"], ["test"]] {
      let directory = SampleTests.root.appending(path: "Rules/fuzhou").path
      let bare = try SampleTests.run(["rules"] + arguments + [directory])
      let behind = try SampleTests.run(["rules"] + arguments + ["--rules", directory + "/"])
      #expect(bare.out == behind.out && bare.code == behind.code && bare.code < 2, "\(arguments)")
      let both = try SampleTests.run(["rules"] + arguments + [directory, "--rules", "elsewhere"])
      #expect(both.code == 64, "\(arguments)")
    }
  }

  @Test("errors of a standard are shown with their lines by whatever reads it")
  func frames() throws {
    let change = [(file: "rules/service-center.yaml", old: "modality: must", new: "modality: ought")]
    for command in [["audit", "."], ["rules", "list"], ["rules", "check"], ["schema", "inventory"]] {
      let run = try Self.run({ command + ["--rules", $0] }, change)
      #expect(run.code == 2 && run.err.contains("modality: ought\n"), "\(command): \(run.err)")
    }
  }
}

import Foundation
import Testing

@Suite("signaudit plan")
struct PlanTests {
  static let samples = [
    "plan", "Samples", "--roster", "Samples/roster.yaml", "--waivers", "Samples/waivers.yaml", "--as-of", "2026-05-20",
  ]

  @Test("plans the samples in every format in one run, and says that one sample is unreadable")
  func formats() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let paths = ["markdown", "json", "html", "csv", "xlsx"].map { "\($0)=\(folder.path)/plan.\($0)" }
    let run = try SampleTests.run(
      Self.samples + ["--due", "2026-06-30", "--notices", folder.path + "/notices", "--format", "text"]
        + paths.flatMap { ["--format", $0] })
    #expect(run.code == 2)
    let text = String(decoding: run.out, as: UTF8.self)
    #expect(text.hasPrefix("社区标识牌整改计划\n") && text.contains("2026-06-30"))
    for name in [
      "plan.markdown", "plan.json", "plan.html", "plan.csv", "plan.xlsx", "notices/notice-01.html",
      "notices/notice-01-01.html",
    ] {
      #expect(try Data(contentsOf: folder.appending(path: name)).count > 1000, "\(name)")
    }
    #expect(try Data(contentsOf: folder.appending(path: "plan.csv")).starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(try Data(contentsOf: folder.appending(path: "plan.xlsx")).starts(with: [0x50, 0x4B]))
    #expect(run.err.contains("qipan.yaml:18:9"), "why it exits with 2")
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appending(path: "plan.json")))
    #expect((json as? [String: Any])?["schema"] as? String == "signaudit.plan/1")
  }

  @Test("has the columns that the README names, as have the ledgers", arguments: ["zh", "en"])
  func columns(language: String) throws {
    let readme = try String(contentsOf: SampleTests.root.appending(path: "README.md"), encoding: .utf8)
    func head(_ arguments: [String]) throws -> String {
      let run = try SampleTests.run(arguments + ["--format", "csv", "--language", language])
      let line = String(decoding: run.out.prefix { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self)
      return line.replacing("\u{FEFF}", with: "").replacing(",", with: language == "zh" ? "、" : ", ")
    }
    let isChinese = language == "zh"
    let plan = try head(Self.samples)
    #expect(readme.contains(isChinese ? "（`plan`）：\(plan)。" : "\n  \(plan).\n"), "\(plan)")
    let ledger = try head(["audit"] + Self.samples.dropFirst())
    #expect(readme.contains(isChinese ? "（`audit`）：\(ledger)；" : "\n  \(ledger).\n"), "\(ledger)")
    guard isChinese else { return }
    let scratch = try Scratch()
    let database = ["--database", "\(scratch.path)/整治.sqlite"]
    _ = try SampleTests.run(["campaign", "record"] + Self.samples.dropFirst() + database)
    #expect(try head(["campaign", "ledger"] + database) == ledger)
  }

  @Test("never makes a community responsible, and leaves out what is waived")
  func responsible() throws {
    let run = try SampleTests.run(Self.samples + ["--format", "json"])
    let json = try #require(try JSONSerialization.jsonObject(with: run.out) as? [String: Any])
    let streets = try #require(json["streets"] as? [[String: Any]])
    #expect(!streets.isEmpty)
    for street in streets {
      for community in street["communities"] as? [[String: Any]] ?? [] {
        for item in community["items"] as? [[String: Any]] ?? [] {
          #expect(item["responsible"] as? String == street["street"] as? String)
        }
      }
    }
  }

  @Test("does not say that all is well where inventories could not be read, or nothing was audited")
  func nothingKnown() throws {
    let scratch = try Scratch()
    let unreadable = "Samples/inventories/shiqiao/qipan.yaml"
    let formats = ["text", "markdown", "html", "json"].flatMap { ["--format", "\($0)=\(scratch.path)/p.\($0)"] }
    func plan(_ arguments: [String]) throws -> (code: Int32, texts: [String]) {
      let run = try SampleTests.run(["plan"] + arguments + ["--as-of", "2026-05-20"] + formats)
      return (run.code, ["p.text", "p.markdown", "p.html"].map { (scratch.text($0) ?? "").replacing("\\", with: "") })
    }
    let nothing = try plan([unreadable])
    #expect(nothing.code == 2)
    for text in nothing.texts {
      #expect(!text.contains("没有需要整改或核实的内容"))
      #expect(text.contains("有 1 份台账无法读取，未列入本计划") && text.contains("qipan.yaml"), "\(text)")
      #expect(text.contains("没有核查任何社区"))
    }
    let data = try Data(contentsOf: URL(filePath: "\(scratch.path)/p.json"))
    let json = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(json["audited"] as? Int == 0)
    #expect((json["unreadable"] as? [[String: Any]])?.first?["source"] as? String == unreadable)
    let half = try plan([unreadable, "Samples/inventories/jiangpan/liuyin.yaml"])
    for text in half.texts {
      #expect(text.contains("有 1 份台账无法读取") && text.contains("已核查的社区没有需要整改或核实的内容"), "\(text)")
    }
    try scratch.put("Samples/inventories/jiangpan/liuyin.yaml\n", "list")
    let part = try plan(["--files-from", "\(scratch.path)/list", "--street", "江畔"])
    for text in part.texts { #expect(text.contains("没有核查任何社区") && !text.contains("没有需要整改"), "\(text)") }
    let whole = try plan(["Samples/inventories/jiangpan/liuyin.yaml"])
    for text in whole.texts { #expect(text.contains("没有需要整改或核实的内容") && !text.contains("没有核查"), "\(text)") }
  }

  @Test("refuses a deadline that was over on the day of the audit, as the rounds of a campaign do")
  func overdue() throws {
    let scratch = try Scratch()
    let rest = ["Samples/inventories/jiangpan/liuyin.yaml", "--as-of", "2026-05-20", "--due"]
    for command in [["plan"], ["campaign", "record", "--database", "\(scratch.path)/c.sqlite"]] {
      let run = try SampleTests.run(command + rest + ["2026-05-19"])
      #expect(run.code == 64 && run.err.contains("早于核查日期 2026-05-20"), "\(run.err)")
      #expect(try SampleTests.run(command + rest + ["2026-05-20"]).code == 0)
    }
  }

  @Test("exits as contracted")
  func exitCodes() throws {
    let compliant = "Samples/inventories/jiangpan/liuyin.yaml"
    #expect(try SampleTests.run(["plan", compliant]).code == 0)
    #expect(try SampleTests.run(["plan"]).code == 64)
    #expect(try SampleTests.run(["plan", compliant, "--due", "2026-02-30"]).code == 64)
    #expect(try SampleTests.run(["plan", compliant, "--format", "json", "--format", "text"]).code == 64)
    #expect(try SampleTests.run(["plan", "Samples/nowhere.yaml"]).code == 2)
    #expect(try SampleTests.run(["plan", compliant, "--output", "/dev/full"]).code == 2)
    #expect(try SampleTests.run(["plan", compliant, "--format", "xlsx=/dev/full"]).code == 2)
    #expect(try SampleTests.run(["plan", compliant, "--format", "csv", "--format", "xlsx"]).code == 64)
    #expect(try SampleTests.run(["plan", compliant, "--format", "csv=/x", "--format", "xlsx=/x"]).code == 64)
    let whole = ["plan", compliant, "--as-of", "2026-05-20", "--format", "xlsx"]
    let first = try SampleTests.run(whole)
    #expect(try first.code == 0 && first.out == SampleTests.run(whole).out)
  }
}

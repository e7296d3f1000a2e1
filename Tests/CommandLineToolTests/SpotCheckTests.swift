import Foundation
import Testing

/// Spot checks as their users do them.
@Suite("signaudit spot-check")
struct SpotCheckTests {
  static let inventories = "Samples/inventories/jiangpan"

  @Test("draws the same sample from the same seed, and sheets of it")
  func drawing() throws {
    let scratch = try Scratch()
    let draw = [
      "spot-check", "sample", Self.inventories, "--roster", "Samples/roster.yaml", "--per-street", "2", "--as-of",
      "2026-05-20", "--street", "江畔街道", "--seed",
    ]
    let first = try SampleTests.run(draw + ["7", "--format", "json"])
    #expect(first.code == 0)
    #expect(try SampleTests.run(draw + ["7", "--format", "json", "--jobs", "1"]).out == first.out)
    let others = try (0..<6).map { try SampleTests.run(draw + ["\($0)"]).out }
    #expect(Set(others).count > 3)
    let sample = try #require(JSONSerialization.jsonObject(with: first.out) as? [String: Any])
    #expect(sample["seed"] as? String == "7")
    // The seed that is told without one draws the same again.
    let free = try SampleTests.run(Array(draw.dropLast()) + ["--format", "json"]).out
    let told = try #require((JSONSerialization.jsonObject(with: free) as? [String: Any])?["seed"] as? String)
    #expect(try SampleTests.run(draw + [told, "--format", "json"]).out == free)

    try scratch.put(String(decoding: first.out, as: UTF8.self), "sample.json")
    let sheets = ["spot-check", "sheet", Self.inventories, "--roster", "Samples/roster.yaml", "--output", scratch.path]
    #expect(try SampleTests.run(sheets + ["--sample", "\(scratch.path)/sample.json"]).code == 0)
    #expect(
      scratch.names == [
        "index.html", "phone-01.html", "phone-02.html", "sample.json", "sheet-01.html", "sheet-01.md", "sheet-02.html",
        "sheet-02.md",
      ])
    let streets = try #require(sample["streets"] as? [[String: Any]])
    let communities = try #require(streets.first?["communities"] as? [[String: Any]])
    let name = try #require(communities.first?["name"] as? String)
    #expect(scratch.text("sheet-01.md")?.contains("江畔街道\(name)") == true)
  }

  @Test("makes sheets of named communities, and refuses names that are not there")
  func named() throws {
    let scratch = try Scratch()
    let sheets = ["spot-check", "sheet", Self.inventories, "--output", scratch.path]
    #expect(try SampleTests.run(sheets + ["--community", "柳荫居委会"]).code == 0)
    #expect(scratch.text("phone-01.html")?.contains("data-file=\"observed-990001001001.yaml\"") == true)
    #expect(try SampleTests.run(sheets + ["--community", "无此社区"]).code == 64)
    #expect(try SampleTests.run(sheets).code == 64)
    #expect(try SampleTests.run(sheets + ["--sample", "Samples/roster.yaml"]).code == 2)
    #expect(try SampleTests.run(["spot-check", "sample", Self.inventories]).code == 64)
  }

  @Test("compares a wall with its inventory, and exits by what it finds")
  func reconciling() throws {
    let scratch = try Scratch()
    let declared = "\(Self.inventories)/liuyin.yaml"
    let text = try String(contentsOf: SampleTests.root.appending(path: declared), encoding: .utf8)
    try scratch.put(text, "seen.yaml")
    let reconcile = ["spot-check", "reconcile", Self.inventories, "\(scratch.path)/seen.yaml", "--format", "json"]
    #expect(try SampleTests.run(reconcile).code == 0)
    try scratch.put(text.replacing("id: W3", with: "id: X1").replacing("党员群众", with: "党群"), "seen.yaml")
    let run = try SampleTests.run(
      reconcile + ["--format", "html=\(scratch.path)/r.html", "--format", "markdown=\(scratch.path)/r.md"])
    #expect(run.code == 1)
    let result = try #require(JSONSerialization.jsonObject(with: run.out) as? [String: Any])
    let communities = try #require(result["communities"] as? [[String: Any]])
    #expect(communities.count == 1)
    let matches = try #require(communities[0]["matches"] as? [[String: Any]])
    let differing = matches.filter { ($0["differences"] as? [Any])?.isEmpty == false }
    #expect(differing.count == 1)
    #expect(matches.contains { (($0["observed"] as? [String: Any])?["id"] as? String) == "X1" })
    #expect((communities[0]["verdicts"] as? [String: Any])?["status"] as? String == "noncompliant")
    #expect(scratch.text("r.html")?.contains("党群服务中心") == true)
    #expect(scratch.text("r.md")?.contains("有出入") == true)
    try scratch.put("community: {", "seen.yaml")
    #expect(try SampleTests.run(reconcile).code == 2)
    #expect(try SampleTests.run(["spot-check", "reconcile", declared]).code == 64)
  }

  @Test("compares the communities of the streets that are asked for, and says where there are none")
  func oneStreet() throws {
    let (liuyin, zhuxi) = ("\(Self.inventories)/liuyin.yaml", "Samples/inventories/liulin/zhuxi.yaml")
    let scratch = try Scratch()
    for (path, name) in [(liuyin, "a.yaml"), (zhuxi, "b.yaml")] {
      try scratch.put(try String(contentsOf: SampleTests.root.appending(path: path), encoding: .utf8), name)
    }
    let reconcile = ["spot-check", "reconcile", "Samples/inventories", "\(scratch.path)/a.yaml"]
    let both = reconcile + ["\(scratch.path)/b.yaml", "--format", "json", "--street", "江畔街道办事处"]
    let run = try SampleTests.run(both)
    let result = try #require(JSONSerialization.jsonObject(with: run.out) as? [String: Any])
    let communities = try #require(result["communities"] as? [[String: Any]])
    #expect(communities.map { $0["name"] as? String } == ["柳荫社区"])
    #expect(communities[0]["verdicts"] is [String: Any])
    let none = try SampleTests.run(reconcile + ["--street", "石桥街道", "--roster", "Samples/roster.yaml"])
    #expect(none.code == 2 && none.out.isEmpty && none.err.contains("现场记录里没有“石桥街道”的社区"), "\(none.err)")
  }

  @Test("draws nothing, and says so, where there is no community")
  func nobody() throws {
    let scratch = try Scratch()
    try scratch.put("\(Self.inventories)/liuyin.yaml\n", "list")
    let run = try SampleTests.run([
      "spot-check", "sample", "--files-from", "\(scratch.path)/list", "--street", "江畔", "--per-street", "1",
    ])
    #expect(run.code == 2 && run.out.isEmpty && run.err.contains("没有可以抽的社区"), "\(run.err)")
  }

  @Test("warns of a file compared with itself and of a visit before the survey; a second visit is not compared")
  func doubtful() throws {
    let scratch = try Scratch()
    let declared = "\(Self.inventories)/liuyin.yaml"
    func reconcile(_ paths: String...) throws -> (code: Int32, out: String) {
      let run = try SampleTests.run(["spot-check", "reconcile", declared] + paths)
      return (run.code, String(decoding: run.out, as: UTF8.self))
    }
    let same = try reconcile("./\(declared)")
    #expect(same.code == 0 && same.out.contains("登记和现场是同一个文件"), "\(same)")
    let text = try String(contentsOf: SampleTests.root.appending(path: declared), encoding: .utf8)
    try scratch.put(text.replacing("2026-05-12", with: "2026-05-01"), "a.yaml")
    let early = try reconcile("\(scratch.path)/a.yaml")
    #expect(early.code == 0 && early.out.contains("现场查看日期 2026-05-01 早于台账采集日期 2026-05-12"), "\(early)")
    #expect(!early.out.contains("同一个文件"))
    try scratch.put(text, "b.yaml")
    let twice = try reconcile("\(scratch.path)/a.yaml", "\(scratch.path)/b.yaml")
    #expect(twice.code == 2 && twice.out.contains("只比对第一份"), "\(twice)")
  }

  @Test("makes no sheets that say 没有台账 of communities whose inventories were not named")
  func sheetsOfSample() throws {
    let scratch = try Scratch()
    let draw = [
      "spot-check", "sample", "Samples/inventories", "--roster", "Samples/roster.yaml", "--per-street", "30", "--as-of",
      "2026-05-20", "--seed", "7", "--format", "json", "--output", "\(scratch.path)/s.json",
    ]
    #expect(try SampleTests.run(draw).code == 0)
    func sheets(_ arguments: String...) throws -> (code: Int32, err: String) {
      let run = try SampleTests.run(
        ["spot-check", "sheet"] + arguments + [
          "--roster", "Samples/roster.yaml", "--sample", "\(scratch.path)/s.json", "--output", scratch.path + "/out",
        ])
      return (run.code, run.err)
    }
    let part = try sheets(Self.inventories)
    #expect(part.code == 2 && part.err.contains("没有找到这些社区的台账：") && part.err.contains("柳林街道竹溪社区"), "\(part.err)")
    #expect(!part.err.contains("望江社区"), "it has none: \(part.err)")
    #expect(scratch.names == ["s.json"])
    let street = try sheets(Self.inventories, "--street", "江畔街道")
    #expect(street.code == 0, "\(street.err)")
    #expect(scratch.text("out/index.html")?.contains("望江社区") == true)
    let none = try sheets(Self.inventories, "Samples/inventories/liulin", "--street", "石桥街道")
    #expect(none.code == 2 && none.err.contains("没有找到这些社区的台账"), "\(none.err)")
    let empty = #"{"district": "临江区", "street": "江畔街道", "communities": []}"#
    try scratch.put(#"{"schema": "signaudit.sample/1", "streets": [\#(empty)]}"#, "s.json")
    let other = try sheets(Self.inventories, "--street", "柳林街道")
    #expect(other.code == 2 && other.err.contains("抽查名单里没有“柳林街道”"), "\(other.err)")
  }

  @Test("takes earlier failures and surveys from a campaign's file")
  func campaign() throws {
    let scratch = try Scratch()
    let database = "\(scratch.path)/c.sqlite"
    let text = try String(
      contentsOf: SampleTests.root.appending(path: "\(Self.inventories)/liuyin.yaml"), encoding: .utf8)
    try scratch.put(text.replacing("党员群众", with: "党群").replacing("2026-05-12", with: "2026-05-01"), "a.yaml")
    let file = "\(scratch.path)/a.yaml"
    #expect(
      try SampleTests.run(["campaign", "record", file, "--as-of", "2026-05-20", "--database", database]).code == 0)
    try scratch.put(text.replacing("date: 2026-05-12", with: "date:"), "a.yaml")
    let draw = [
      "spot-check", "sample", file, "--per-street", "1", "--seed", "1", "--as-of", "2026-06-20", "--database",
    ]
    let run = try SampleTests.run(draw + [database])
    #expect(run.code == 0)
    let sample = String(decoding: run.out, as: UTF8.self)
    #expect(sample.contains("以往 1 项不符合") && sample.contains("50 天没有去看过"), "\(sample)")
    #expect(try SampleTests.run(draw + ["\(scratch.path)/nowhere.sqlite"]).code == 2)
  }
}

import Foundation
import Testing

/// Commands that cannot do what they are asked, or only in part: they say so, and leave no file that reads as if they had.
@Suite("What is not done is said")
struct NothingWrittenTests {
  private static func run(_ arguments: [String]) throws -> (code: Int32, out: String, err: String) {
    let run = try SampleTests.run(arguments)
    return (run.code, String(decoding: run.out, as: UTF8.self), run.err)
  }

  private static func files(_ scratch: Scratch) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
  }

  @Test("init names a street that the roster does not have, and writes nothing for another beside it")
  func initStreets() throws {
    let scratch = try Scratch()
    let arguments = ["init", "--roster", "Samples/roster.yaml", "--output", "\(scratch.path)/out", "--street"]
    let both = try Self.run(arguments + ["江畔街道", "--street", "石桥"])
    #expect(both.code == 2)
    #expect(both.err.contains("名册里没有“石桥”这个街道"))
    #expect(both.err.contains("是否想写“石桥街道”？"))
    #expect(both.err.contains("什么也没写"))
    let one = try Self.run(arguments + ["无此地方"])
    #expect(one.code == 2)
    #expect(one.err.contains("名册里没有“无此地方”这个街道"))
    #expect(one.err.contains("街道有：江畔街道、柳林街道、石桥街道"))
    #expect(try Self.files(scratch) == [])
    #expect(try Self.run(arguments + ["江畔街道", "--street", "石桥街道办事处"]).code == 0)
  }

  @Test("init says that a street of the roster has no community")
  func emptyStreet() throws {
    let scratch = try Scratch()
    try scratch.put(
      "roster: 1\ndistrict: 临江区\nstreets:\n  - {name: 甲街道, communities: []}\n  - {name: 乙街道, communities: [{name: 一社区}]}\n",
      "roster.yaml")
    let run = try Self.run(
      ["init", "--roster", "\(scratch.path)/roster.yaml", "--output", "\(scratch.path)/out", "--street", "甲街道"])
    #expect(run.code == 2 && run.err.contains("没有社区，什么也没写"), "\(run.err)")
  }

  @Test("waivers stub says which community and which fingerprint choose nothing")
  func stub() throws {
    let scratch = try Scratch()
    let arguments = [
      "waivers", "stub", "Samples/inventories/jiangpan/fanying.yaml", "Samples/inventories/jiangpan/liuyin.yaml",
      "--as-of", "2026-05-20", "--output", "\(scratch.path)/w.yaml", "--rule", "exterior.surplus",
    ]
    let unknown = try Self.run(arguments + ["--community", "帆影社区", "--community", "柳荫社"])
    #expect(unknown.code == 2)
    #expect(unknown.err.contains("台账里没有“柳荫社”这个社区"))
    #expect(unknown.err.contains("是否想写“柳荫社区”？"))
    let alone = try Self.run(arguments + ["--community", "柳荫社"])
    #expect(alone.code == 2 && alone.err.contains("台账里没有“柳荫社”这个社区"))
    #expect(!alone.err.contains("待核实的内容不能豁免"))
    let none = try Self.run(arguments + ["--community", "帆影社区", "--community", "柳荫社区"])
    #expect(none.code == 2 && none.err.contains("“柳荫社区”没有符合条件的不符合项"))
    #expect(try Self.files(scratch) == [])

    let stub = try Self.run(arguments + ["--community", "帆影社区"])
    #expect(stub.code == 0)
    try FileManager.default.removeItem(atPath: "\(scratch.path)/w.yaml")
    let audit = try SampleTests.run(
      ["audit", "Samples/inventories/jiangpan/fanying.yaml", "--as-of", "2026-05-20", "--format", "json"])
    let text = String(decoding: audit.out, as: UTF8.self)
    let match = try #require(text.firstMatch(of: #/"fingerprint": ?"([0-9a-f]{12})/#))
    let base = Array(arguments.dropLast(2)) + ["--fingerprint", String(match.1)]
    #expect(try Self.run(base + ["--fingerprint", "deadbeef00"]).err.contains("没有指纹为“deadbeef00”的不符合项"))
    #expect(try Self.files(scratch) == [])
  }

  @Test("import that finds nothing to import fails, with what to do")
  func nothingToImport() throws {
    let scratch = try Scratch()
    #expect(try Self.run(["export", "--template", "--output", "\(scratch.path)/t.xlsx"]).code == 0)
    try scratch.put("街道,社区,编号,文字\n", "head.csv")
    try FileManager.default.createDirectory(atPath: "\(scratch.path)/empty", withIntermediateDirectories: true)
    for name in ["t.xlsx", "head.csv", "empty"] {
      let run = try Self.run(["import", "\(scratch.path)/\(name)", "--output", "\(scratch.path)/out"])
      #expect(run.code == 2, "\(name)")
      #expect(run.err.contains("没有可以导入的内容，什么也没写"), "\(name)")
      #expect(run.err.contains("signaudit export --template"), "\(name)")
    }
    for district in [" ", "", "　"] {
      let run = try Self.run(
        ["import", "\(scratch.path)/head.csv", "--output", "\(scratch.path)/out", "--district", district])
      #expect(run.code == 64 && run.err.contains("--district 后面没有写区的名称"), "\(run.err)")
    }
    #expect(try Self.files(scratch) == ["empty", "head.csv", "t.xlsx"])
  }

  @Test("export refuses a name that says something else than what is in the file")
  func extensions() throws {
    let scratch = try Scratch()
    for name in ["t.csv", "t.xls", "t.xlsx.txt"] {
      let run = try Self.run(["export", "--template", "--output", "\(scratch.path)/\(name)"])
      #expect(run.code == 64 && run.err.contains("只能写成 .xlsx，不能写成“\(name)”"), "\(run.err)")
    }
    #expect(try Self.files(scratch) == [])
    #expect(try Self.run(["export", "--template", "--output", "\(scratch.path)/T.XLSX"]).code == 0)
  }

  @Test("export says that it wrote nothing, or not all")
  func exported() throws {
    let scratch = try Scratch()
    let output = ["--output", "\(scratch.path)/t.xlsx"]
    let twice = try Self.run(["export", "Samples/inventories/jiangpan"] + output)
    #expect(twice.code == 2 && twice.err.contains("表格没有写出"), "\(twice.err)")
    let unreadable = try Self.run(["export", "Samples/inventories/shiqiao/qipan.yaml"] + output)
    #expect(unreadable.code == 2 && unreadable.err.contains("没有可以写出的台账，什么也没写"))
    #expect(try Self.files(scratch) == [])
    let some = try Self.run(
      ["export", "Samples/inventories/shiqiao/qipan.yaml", "Samples/inventories/jiangpan/fanying.yaml"] + output)
    #expect(some.code == 2 && some.err.contains("里只有读得出来的 1 份台账，上面有错的没有写进去"), "\(some.err)")
    #expect(try Self.files(scratch) == ["t.xlsx"])
  }
}

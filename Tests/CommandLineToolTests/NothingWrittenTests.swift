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
}

import Foundation
import Testing

/// What was named and holds nothing must not pass as audited.
@Suite("What is named and holds nothing")
struct NothingThereTests {
  private static func given() throws -> Scratch {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      atPath: SampleTests.root.appending(path: "Samples/inventories/jiangpan/liuyin.yaml").path,
      toPath: "\(scratch.path)/x.yaml")
    try FileManager.default.createDirectory(atPath: "\(scratch.path)/空", withIntermediateDirectories: true)
    try scratch.put("", "nothing.yaml")
    try scratch.put("\u{FEFF}", "bom.yaml")
    try scratch.put("# 待填\n---\n", "comment.yaml")
    return scratch
  }

  private static func run(_ line: String, _ scratch: Scratch) throws -> (code: Int32, out: String, err: String) {
    let run = try SampleTests.run(line.split(separator: " ").map(String.init), in: URL(filePath: scratch.path))
    return (run.code, String(decoding: run.out, as: UTF8.self), run.err)
  }

  @Test("is said of a file without an inventory and of a directory without files")
  func empty() throws {
    let scratch = try Self.given()
    let run = try Self.run("audit x.yaml nothing.yaml bom.yaml comment.yaml 空 --fail-on never", scratch)
    #expect(run.code == 0)
    for file in ["nothing", "bom", "comment"] {
      #expect(run.out.contains("警告：文件里没有台账，跳过\n  --> \(file).yaml:1:1"), "\(run.out)")
    }
    #expect(run.err.contains("目录“空”里没有台账文件（.yaml、.yml）"))
    #expect(try Self.run("audit nothing.yaml", scratch).code == 2)
  }

  @Test("is not a file whose ending is in capitals")
  func capitals() throws {
    let scratch = try Self.given()
    let text = try #require(scratch.text("x.yaml"))
    for (index, name) in ["A.YAML", "B.Yml", "C.yaml.bak", "D.yaml", "E.YAML.txt"].enumerated() {
      try scratch.put(text.replacing("柳荫社区", with: "\(index)号社区"), "空/\(name)")
    }
    let run = try Self.run("audit 空 --format ndjson --fail-on never", scratch)
    let lines = run.out.split(separator: "\n")
    #expect(lines.count == 4)
    for name in ["A.YAML", "B.Yml", "D.yaml"] { #expect(lines.contains { $0.contains("\"空/\(name)\"") }) }
  }

  @Test(
    "stands in the report where it is not there at all", arguments: ["json", "html=h", "junit", "github", "markdown=m"])
  func missing(_ format: String) throws {
    let scratch = try Self.given()
    let run = try Self.run("audit x.yaml nowhere --fail-on never --format \(format)", scratch)
    #expect(run.code == 2)
    #expect(run.err.contains("找不到“nowhere”"))
    let pages = ["h/index.html", "m/index.md"].compactMap { scratch.text($0) }
    #expect((run.out + pages.joined()).contains("找不到“nowhere”"))
  }
}

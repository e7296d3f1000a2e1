import Foundation
import Testing

/// What a run has read cannot be had again: nothing is written over it, by whatever path it is named.
@Suite("A file that is read")
struct OverwriteTests {
  private static let samples = SampleTests.root.appending(path: "Samples")

  /// A directory with an inventory, a roster, waivers, a link to the roster, and a campaign.
  private static func given() throws -> Scratch {
    let scratch = try Scratch()
    for (from, to) in [
      ("inventories/jiangpan/dukou.yaml", "x.yaml"), ("roster.yaml", "r.yaml"), ("waivers.yaml", "w.yaml"),
    ] {
      try FileManager.default.copyItem(
        atPath: samples.appending(path: from).path, toPath: "\(scratch.path)/\(to)")
    }
    try FileManager.default.createSymbolicLink(atPath: "\(scratch.path)/link.yaml", withDestinationPath: "r.yaml")
    _ = try run("campaign record x.yaml --as-of 2026-05-20 --database c.db", scratch)
    return scratch
  }

  private static func run(_ line: String, _ scratch: Scratch) throws -> (code: Int32, out: Data, err: String) {
    try SampleTests.run(line.split(separator: " ").map(String.init), in: URL(filePath: scratch.path))
  }

  @Test(
    "is never written over",
    arguments: [
      ("waivers stub x.yaml --waivers w.yaml --rule party-organization.name --output w.yaml", "w.yaml"),
      ("audit x.yaml --output x.yaml", "x.yaml"),
      ("audit x.yaml --roster r.yaml --format json=./r.yaml", "r.yaml"),
      ("audit x.yaml --roster r.yaml --format=json=link.yaml", "r.yaml"),
      ("audit x.yaml --roster=r.yaml --format ndjson=r.yaml", "r.yaml"),
      ("audit x.yaml --format ndjson=x.yaml", "x.yaml"), ("audit . --format ndjson=./x.yaml --format csv=n", "x.yaml"),
      ("audit . --format csv=x.yaml", "x.yaml"), ("plan x.yaml --output x.yaml", "x.yaml"),
      ("draw x.yaml --output x.yaml", "x.yaml"), ("baseline write x.yaml --output x.yaml", "x.yaml"),
      ("campaign ledger --database c.db --format csv=c.db", "c.db"),
      ("campaign status --database c.db --output c.db", "c.db"),
      ("spot-check reconcile x.yaml x.yaml --output x.yaml", "x.yaml"),
    ])
  func kept(_ line: String, _ file: String) throws {
    let scratch = try Self.given()
    let before = try Data(contentsOf: URL(filePath: "\(scratch.path)/\(file)"))
    let run = try Self.run(line + (line.hasPrefix("campaign") ? "" : " --as-of 2026-05-20"), scratch)
    #expect(run.code == 2)
    #expect(run.err.contains("它是这次要读的文件，写上去就没有了；换一个文件名"), "\(run.err)")
    #expect(try Data(contentsOf: URL(filePath: "\(scratch.path)/\(file)")) == before)
  }

  @Test("is written over where the command is there to rewrite it, and a report of before always is")
  func rewritten() throws {
    let scratch = try Self.given()
    #expect(try Self.run("baseline write x.yaml --output b.yaml", scratch).code == 0)
    #expect(try Self.run("baseline write x.yaml --output b.yaml", scratch).code == 0)
    try scratch.put(
      try #require(scratch.text("x.yaml")).replacing("中共临江区", with: "中国共产党临江区"), "x.yaml")
    #expect(try Self.run("baseline prune b.yaml x.yaml", scratch).code == 0)
    for _ in 0..<2 { #expect(try Self.run("audit x.yaml --fail-on never --output out.txt", scratch).code == 0) }
  }

  @Test(
    "and two results are never written to one place",
    arguments: [
      "--format json=n --format csv=./n", "--format html=h --format json=h/index.html",
      "--format json=link.yaml --format csv=r.yaml",
    ])
  func doubled(_ formats: String) throws {
    let scratch = try Self.given()
    let run = try Self.run("audit x.yaml --as-of 2026-05-20 \(formats)", scratch)
    #expect(run.code == 2)
    #expect(run.err.contains("有两个结果要写到这里；各写各的文件"), "\(run.err)")
    #expect(scratch.text("n") == nil)
  }
}

import Foundation
import Testing

/// `--street` with a name that no street has: an empty report would read as if all were well.
@Suite("A street that there is not")
struct StreetTests {
  private static func run(_ arguments: String) throws -> (code: Int32, out: String, err: String) {
    let run = try SampleTests.run(arguments.split(separator: " ").map(String.init))
    return (run.code, String(decoding: run.out, as: UTF8.self), run.err)
  }

  private static let inventories = "Samples/inventories/jiangpan/dukou.yaml Samples/inventories/liulin"

  @Test(
    "is said by every command that audits, which then does nothing",
    arguments: [
      "plan @", "draw @ --output %/d", "baseline write @ --output %/b.yaml", "campaign record @ --database %/c.db",
      "audit @ --format text", "audit @ --format json", "audit @ --compare-rules Rules/huangshigang",
      "spot-check sheet @ --per-street 1 --seed 7 --output %/s.html",
    ])
  func refused(_ command: String) throws {
    let scratch = try Scratch()
    let run = try Self.run(
      command.replacing("@", with: Self.inventories).replacing("%", with: scratch.path) + " --street 江畔")
    #expect(run.code == 2)
    #expect((run.out + run.err).contains("名册和台账里都没有“江畔”这个街道"))
    #expect((run.out + run.err).contains("是否想写“江畔街道”？"))
    #expect(!run.out.contains("没有需要整改"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == [])
  }

  @Test("is known by its full name, from the roster alone, and of a change only the roster knows")
  func known() throws {
    #expect(try Self.run("audit \(Self.inventories) --street 江畔街道办事处 --fail-on never").code == 0)
    #expect(try Self.run("audit \(Self.inventories) --street 石桥街道 --fail-on never").code == 2)
    let roster = "--roster Samples/roster.yaml"
    #expect(try Self.run("audit \(Self.inventories) \(roster) --street 石桥街道 --fail-on never").code == 0)
    let other = try Self.run("audit \(Self.inventories) \(roster) --street 别处 --street 别处街道 --format json")
    #expect(other.code == 2)
    #expect(other.out.contains("街道有：江畔街道、柳林街道、石桥街道"))

    let scratch = try Scratch()
    try scratch.put("Samples/inventories/jiangpan/dukou.yaml\n", "list")
    let change = "audit --files-from \(scratch.path)/list --fail-on never"
    #expect(try Self.run("\(change) --street 石桥街道").code == 0)
    #expect(try Self.run("\(change) --street 石桥街道 \(roster)").code == 0)
    #expect(try Self.run("\(change) --street 石桥 \(roster)").code == 2)
  }
}

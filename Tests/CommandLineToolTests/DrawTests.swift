import Foundation
import Testing

@Suite("signaudit draw, and the pages of an audit")
struct DrawTests {
  static let compliant = "Samples/inventories/jiangpan/liuyin.yaml"

  private func temporary(_ name: String) -> URL {
    FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)-\(name)")
  }

  @Test("writes SVG to standard output, or to a file, the same bytes")
  func output() throws {
    let run = try SampleTests.run(["draw", Self.compliant])
    #expect(run.code == 0)
    let text = String(decoding: run.out, as: UTF8.self)
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(text.contains("面向大门") && text.contains("示意，不代表实际尺寸"))
    let file = temporary("a.svg")
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try SampleTests.run(["draw", Self.compliant, "--output", file.path]).code == 0)
    #expect(try Data(contentsOf: file) == run.out)
  }

  @Test("draws the norm alone, in both languages")
  func norm() throws {
    let zh = try SampleTests.run(["draw", "--standard"])
    let en = try SampleTests.run(["draw", "--standard", "--language", "en"])
    #expect(zh.code == 0 && en.code == 0)
    #expect(String(decoding: zh.out, as: UTF8.self).contains("××社区党员群众服务中心"))
    #expect(String(decoding: en.out, as: UTF8.self).contains("As it should be"))
  }

  @Test(
    "refuses with --standard what concerns inventories, by name",
    arguments: [
      ["--roster", "Samples/roster.yaml"], ["--waivers", "Samples/waivers.yaml"], ["--as-of", "2026-05-20"],
      ["--street", "江畔街道"], ["--files-from", "-"], ["--jobs", "2"],
    ])
  func normAlone(_ option: [String]) throws {
    let run = try SampleTests.run(["draw", "--standard"] + option)
    #expect(run.code == 64 && run.out.isEmpty)
    #expect(run.err.contains("\(option[0])") && run.err.contains("--standard"), "\(run.err)")
  }

  @Test("names with --standard every option that concerns inventories at once, and takes the others")
  func normOptions() throws {
    let run = try SampleTests.run(
      ["draw", "--standard", "--roster", "a", "--waivers", "b", "--as-of", "2026-05-20"])
    #expect(run.code == 64 && run.err.contains("--roster、--waivers、--as-of"), "\(run.err)")
    let taken = try SampleTests.run([
      "draw", "--standard", "--quiet", "--verbose", "--color", "never", "--language", "en",
    ])
    #expect(taken.code == 0)
  }

  @Test("draws each community of a file")
  func several() throws {
    let run = try SampleTests.run(["draw", "Samples/inventories/liulin/sangyuan_yuqian.yaml"])
    #expect(run.code == 0)
    let text = String(decoding: run.out, as: UTF8.self)
    #expect(text.contains("桑园社区：大门示意图") && text.contains("榆钱社区：大门示意图"))
  }

  @Test("takes the form of Party organization from the roster")
  func roster() throws {
    let inventory = "Samples/inventories/shiqiao/ranfang.yaml"
    let own = try SampleTests.run(["draw", inventory]).out
    let listed = try SampleTests.run(["draw", inventory, "--roster", "Samples/roster.yaml"]).out
    // The inventory records a committee, the roster a branch, and the sign says what the roster does.
    #expect(String(decoding: own, as: UTF8.self).contains("染坊社区委员会"))
    #expect(!String(decoding: listed, as: UTF8.self).contains("染坊社区委员会"))
  }

  @Test("draws what is waived as waived, on the day that it is judged on")
  func waivers() throws {
    let inventory = "Samples/inventories/shiqiao/yanchi.yaml"
    func drawn(_ more: String...) throws -> (waived: Int, text: String) {
      let run = try SampleTests.run(["draw", inventory] + more)
      #expect(run.code == 0, "\(run.err)")
      let text = String(decoding: run.out, as: UTF8.self)
      return (text.components(separatedBy: "class=\"disc waived\"").count - 1, text)
    }
    let waivers = ["--waivers", "Samples/waivers.yaml"]
    #expect(try drawn().waived == 0)
    let counted = try drawn(waivers[0], waivers[1], "--as-of", "2026-05-20")
    #expect(counted.waived == 1 && counted.text.contains("已豁免："))
    // The waiver of W6 counts until the end of the year, that of W7 did until March.
    #expect(try drawn(waivers[0], waivers[1], "--as-of", "2026-03-31").waived == 2)
    #expect(try drawn(waivers[0], waivers[1], "--as-of", "2027-01-01").waived == 0)
    // The same from the settings of a project.
    let scratch = try Scratch()
    try scratch.put("waivers: 豁免.yaml\nlanguage: en\n", ".signaudit.yaml")
    for (name, path) in [("豁免.yaml", "Samples/waivers.yaml"), ("台账.yaml", inventory)] {
      try FileManager.default.copyItem(
        atPath: SampleTests.root.appending(path: path).path, toPath: "\(scratch.path)/\(name)")
    }
    let run = try SampleTests.run(
      ["draw", "台账.yaml", "--as-of", "2026-05-20", "--verbose"], in: URL(filePath: scratch.path))
    #expect(run.code == 0 && String(decoding: run.out, as: UTF8.self).contains("waived: "))
    #expect(run.err.contains("waivers: 豁免.yaml (.signaudit.yaml:1)"))
  }

  @Test("exits as contracted")
  func exitCodes() throws {
    #expect(try SampleTests.run(["draw"]).code == 64)
    #expect(try SampleTests.run(["draw", "--standard", Self.compliant]).code == 64)
    #expect(try SampleTests.run(["draw", "Samples/nowhere.yaml"]).code == 2)
    #expect(try SampleTests.run(["draw", Self.compliant, "--as-of", "2026-02-30"]).code == 64)
    #expect(try SampleTests.run(["draw", Self.compliant, "--waivers", "Samples/nowhere.yaml"]).code == 2)
    // What can be drawn is drawn.
    let part = try SampleTests.run(["draw", Self.compliant, "Samples/inventories/shiqiao/qipan.yaml"])
    #expect(part.code == 2 && String(decoding: part.out, as: UTF8.self).contains("柳荫社区：大门示意图"))
    #expect(part.err.contains("qipan.yaml:18:9"))
    #expect(try SampleTests.run(["draw", "Samples/inventories/shiqiao/qipan.yaml"]).code == 2)
    #expect(try SampleTests.run(["draw", "Samples/roster.yaml"]).code == 2)
    #expect(try SampleTests.run(["draw", "--standard", "--rules", "Samples"]).code == 2)
    #expect(try SampleTests.run(["draw", "--standard", "--output", "/dev/full"]).code == 2)
    #expect(try SampleTests.run(["audit", Self.compliant, "--format", "html"]).code == 64)
  }

  @Test("writes the pages beside other formats, the same bytes whatever the number of jobs")
  func pages() throws {
    let names = ["index.html", "street-01.html", "street-02.html", "street-03.html"]
    var bytes: [[Data]] = []
    for jobs in ["1", "8"] {
      let directory = temporary("pages")
      defer { try? FileManager.default.removeItem(at: directory) }
      let run = try SampleTests.run(
        SampleTests.sampleArguments + ["--format", "json", "--format", "html=\(directory.path)", "--jobs", jobs])
      #expect(run.code == 2)
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted() == names)
      bytes.append(try names.map { try Data(contentsOf: directory.appending(path: $0)) })
    }
    #expect(bytes[0] == bytes[1])
  }
}

import Foundation
import Testing

/// Spreadsheets in and out, as users do it.
@Suite("signaudit import, signaudit export")
struct ExchangeCommandTests {
  private static let fixtures = "Tests/ExchangeTests/Fixtures"

  private static func inDirectory(_ body: (URL) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "exchange-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try body(directory)
  }

  private static func files(_ directory: URL) throws -> [String: Data] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: directory.path).filter { $0.hasSuffix(".yaml") }
    return try Dictionary(
      uniqueKeysWithValues: paths.map { ($0, try Data(contentsOf: directory.appending(path: $0))) })
  }

  @Test("writes an inventory for each community that audit reads, named so that every system takes it")
  func office() throws {
    try Self.inDirectory { directory throws in
      let output = directory.appending(path: "out")
      let arguments = ["import", "\(Self.fixtures)/office.xlsx", "--district", "临江区", "--output", output.path]
      #expect(try SampleTests.run(arguments).code == 0)
      let files = try Self.files(output)
      #expect(files.count == 3)
      let isASCII = files.keys.allSatisfy { name in name.utf8.allSatisfy { $0 < 0x80 } }
      #expect(isASCII)
      #expect(try SampleTests.run(["audit", output.path, "--fail-on", "never"]).code == 0)
      // Again: nothing changes. A file that was changed by hand stays.
      #expect(try SampleTests.run(arguments).code == 0)
      let name = try #require(files.keys.min())
      try Data("# changed\n".utf8).write(to: output.appending(path: name))
      #expect(try SampleTests.run(arguments).code == 2)
      #expect(try Self.files(output)[name] == Data("# changed\n".utf8))
      #expect(try SampleTests.run(arguments + ["--force"]).code == 0)
      #expect(try Self.files(output) == files)
    }
  }

  @Test("gives two sites of one community the same files when it is done again")
  func sites() throws {
    try Self.inDirectory { directory throws in
      var source = "Samples/inventories/shiqiao/shiqiaotou.yaml"
      var outputs: [[String: Data]] = []
      for number in 1...3 {
        let book = directory.appending(path: "\(number).xlsx").path
        let output = directory.appending(path: "\(number)")
        #expect(try SampleTests.run(["export", source, "--output", book]).code == 0)
        #expect(try SampleTests.run(["import", book, "--output", output.path]).code == 0)
        outputs.append(try Self.files(output))
        source = output.path
      }
      #expect(outputs[0].count == 2)
      #expect(outputs[1] == outputs[0] && outputs[2] == outputs[0])
    }
  }

  @Test("gives the same inventories from a workbook that it wrote itself")
  func roundTrip() throws {
    try Self.inDirectory { directory throws in
      let sample = "Samples/inventories/jiangpan/liuyin.yaml"
      for language in ["zh", "en"] {
        let book = directory.appending(path: "\(language).xlsx").path
        #expect(try SampleTests.run(["export", sample, "--output", book, "--language", language]).code == 0)
        let output = directory.appending(path: language).path
        #expect(try SampleTests.run(["import", book, "--output", output]).code == 0)
      }
      let zh = try Self.files(directory.appending(path: "zh"))
      #expect(zh.count == 1)
      #expect(try Self.files(directory.appending(path: "en")) == zh)
      let path = directory.appending(path: "zh/\(zh.keys.first ?? "")").path
      let audits = try [sample, path].map { path in
        let run = try SampleTests.run(["audit", path, "--format", "json", "--as-of", "2026-05-20"])
        let report = try #require(JSONSerialization.jsonObject(with: run.out) as? [String: Any])
        return try #require(report["summary"] as? NSDictionary)
      }
      #expect(audits[0] == audits[1])
    }
  }

  @Test("exits with 2, and writes the rest, where something cannot be read")
  func exitCodes() throws {
    try Self.inDirectory { directory throws in
      let output = directory.appending(path: "out")
      for name in ["lost.xlsx", "entity.xlsx", "missing.xlsx", "make.py"] {
        let arguments = ["import", "\(Self.fixtures)/\(name)", "--district", "临江区", "--output", output.path]
        #expect(try SampleTests.run(arguments).code == 2)
      }
      #expect(!FileManager.default.fileExists(atPath: output.path))
      let both = ["entity.xlsx", "inline.xlsx"].map { "\(Self.fixtures)/\($0)" }
      #expect(try SampleTests.run(["import"] + both + ["--district", "临江区", "--output", output.path]).code == 2)
      #expect(try Self.files(output).count == 1)
      let book = directory.appending(path: "a.xlsx").path
      #expect(try SampleTests.run(["export", "--template", "--output", book]).code == 0)
      #expect(try SampleTests.run(["export", "Samples/inventories/jiangpan", "--output", book]).code == 2)
      #expect(try SampleTests.run(["export", "--output", book]).code == 64)
      #expect(try SampleTests.run(["export", "--template", "--output", "/dev/full"]).code == 2)
    }
  }
}

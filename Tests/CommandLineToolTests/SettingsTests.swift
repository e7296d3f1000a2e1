import Foundation
import Testing

/// Commands that read a standard take it, and their language, from `.signaudit.yaml` as `audit` does.
@Suite("Settings of a project")
struct SettingsTests {
  /// A project whose settings name another standard and English.
  private static func project(_ settings: String = "rules: 标准\nlanguage: en\n") throws -> Scratch {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      atPath: SampleTests.root.appending(path: "Rules/town-organs").path, toPath: "\(scratch.path)/标准")
    try FileManager.default.createDirectory(atPath: "\(scratch.path)/下级", withIntermediateDirectories: true)
    try scratch.put(settings, ".signaudit.yaml")
    return scratch
  }

  private static func run(_ scratch: Scratch, _ arguments: String...) throws -> (code: Int32, out: String, err: String)
  {
    let run = try SampleTests.run(arguments, in: URL(filePath: "\(scratch.path)/下级"))
    return (run.code, String(decoding: run.out, as: UTF8.self), run.err)
  }

  @Test("of the samples stand for the roster and the waivers")
  func samples() throws {
    let samples = SampleTests.root.appending(path: "Samples")
    let short = try SampleTests.run(["audit", "inventories", "--as-of", "2026-05-20"], in: samples)
    let long = try SampleTests.run(
      ["audit", "inventories", "--as-of", "2026-05-20", "--roster", "roster.yaml", "--waivers", "waivers.yaml"],
      in: samples)
    #expect(short.code == 2 && short.out == long.out)
    #expect(String(decoding: short.out, as: UTF8.self).contains("望江社区"))
  }

  @Test(
    "are read by every command that reads a standard",
    arguments: [
      ["rules", "list"], ["rules", "explain", "entrance-plate.size"], ["rules", "guide"], ["rules", "check"],
      ["rules", "test"], ["schema", "inventory"], ["draw", "--standard"],
    ])
  func everywhere(_ arguments: [String]) throws {
    let scratch = try Self.project()
    let run = try SampleTests.run(arguments + ["--verbose"], in: URL(filePath: "\(scratch.path)/下级"))
    let out = String(decoding: run.out, as: UTF8.self)
    #expect(run.code == 0 || arguments == ["rules", "check"], "\(run.err)")
    #expect(run.err.contains("settings file: ../.signaudit.yaml"), "\(run.err)")
    #expect(run.err.contains("standard: ../标准 (../.signaudit.yaml:1)"))
    #expect(run.err.contains("language: en (../.signaudit.yaml:2)"))
    let own = [
      "list": "entrance-plate.size", "explain": "Entrance plates are 220 cm high", "guide": "Entrance plates",
      "inventory": "party-committee", "--standard": "As it should be",
    ]
    if let wanted = own[arguments[1]] { #expect(out.contains(wanted), "\(out.prefix(300))") }
  }

  @Test("yield to a flag")
  func flags() throws {
    let scratch = try Self.project()
    let run = try Self.run(scratch, "rules", "list", "--language", "zh", "--verbose")
    #expect(run.code == 0 && run.out.contains("大门条牌"))
    #expect(run.err.contains("语言：zh（命令行）") && run.err.contains("标准：../标准（../.signaudit.yaml:1）"))
    let fuzhou = SampleTests.root.appending(path: "Rules/fuzhou").path
    let other = try Self.run(scratch, "rules", "list", "--rules", fuzhou, "--verbose")
    #expect(other.code == 0 && !other.out.contains("entrance-plate.size"))
    #expect(other.err.contains("standard: \(fuzhou) (command line)"))
    // A directory that is named is the one that is tested.
    let test = try Self.run(scratch, "rules", "test", fuzhou, "--verbose")
    #expect(test.code == 0 && test.err.contains("standard: \(fuzhou) (command line)"))
  }

  @Test("are the older of two standards where a comparison names one")
  func comparison() throws {
    let scratch = try Self.project()
    #expect(try Self.run(scratch, "rules", "diff", "../标准", "--exit-code").code == 0)
    let root = SampleTests.root.appending(path: "Rules/huangshigang").path
    #expect(try Self.run(scratch, "rules", "diff", root, "--exit-code").code == 1)
    #expect(try Self.run(scratch, "rules", "diff", root, root, "--exit-code").code == 0)
  }

  @Test("that are wrong end every command with 2, and say where")
  func wrong() throws {
    let scratch = try Self.project("rulez: x\n")
    for arguments in [["rules", "list"], ["rules", "check"], ["schema", "roster"], ["draw", "--standard"]] {
      let run = try SampleTests.run(arguments, in: URL(filePath: "\(scratch.path)/下级"))
      #expect(run.code == 2 && run.out.isEmpty)
      #expect(run.err.contains("../.signaudit.yaml:1:1"), "\(run.err)")
    }
    let missing = try Self.project("rules: 没有\n")
    #expect(try Self.run(missing, "rules", "list").code == 2)
  }

  @Test("without any, the standard inside and Chinese are the default, and said to be")
  func defaults() throws {
    let run = try SampleTests.run(["rules", "list", "--verbose"])
    #expect(run.code == 0 && run.err.contains("标准：内置标准（默认）") && run.err.contains("语言：zh（默认）"))
    #expect(try SampleTests.run(["rules", "list"]).err == "")
  }
}

import Foundation
import Testing

/// Item 14 of the list of bad inputs: the same files, arguments and day give the same bytes.
@Suite("Bad input, by its number: 14, the same bytes")
struct SameBytesTests {
  /// What may differ between two runs over the same files.
  struct Circumstance: Sendable, CustomTestStringConvertible {
    var name: String
    var jobs = "1"
    var environment: [String: String] = [:]
    var directory = "/"
    /// Puts the paths in another order.
    var order: @Sendable ([String]) -> [String] = { $0 }
    var testDescription: String { name }
  }

  static let circumstances: [Circumstance] = [
    .init(name: "the same again"),
    .init(
      name: "16 jobs, the C locale, far east, another directory and home", jobs: "16",
      environment: ["LANG": "C", "LC_ALL": "C", "TZ": "Pacific/Kiritimati", "HOME": "/nowhere"], directory: "/usr"),
    .init(
      name: "backwards, 3 jobs, a locale that is not there, far west", jobs: "3",
      environment: ["LANG": "zh_CN.GB18030", "LC_ALL": "zh_CN.GB18030", "TZ": "Etc/GMT+12"], order: { $0.reversed() }),
    .init(
      name: "halves exchanged, 2 jobs, a Turkish locale, no time zone", jobs: "2",
      environment: ["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": ":none"],
      order: { Array($0[($0.count / 2)...] + $0[..<($0.count / 2)]) }),
    .init(
      name: "twice, for a narrow terminal that is none",
      environment: ["COLUMNS": "20", "TERM": "dumb", "CLICOLOR_FORCE": "1"],
      order: { $0 + $0 }),
  ]

  static let formats = ["text", "markdown", "html", "json", "ndjson", "sarif", "junit", "github", "gitlab"]

  /// A batch that has everything: a hundred inventories over several chunks, some twice, some unreadable, some missing.
  private func generated() throws -> BadInput {
    var files: [String: [UInt8]] = [:]
    var roster = "roster: 1\ndistrict: 临江区\nstreets:\n"
    for street in 0..<5 {
      roster += "  - name: 第\(4 - street)街道\n    communities:\n"
      for number in 0..<20 {
        roster += "      - {name: 甲\(19 - number)社区}\n"
        if number % 17 == 5 { continue }
        var text = "community: {district: 临江区, street: 第\(street)街道, name: 甲\(number)社区}\n"
        if number % 3 == 0 { text += "survey: {viewpoint: facing-out}\n" }
        text +=
          "facility: {rooms: [{number: \"101\", floor: \"1\", functions: [便民服务站], demanded_by: 部门\(number % 7)}]}\nsigns:\n"
        for sign in 0...(number % 6) {
          text +=
            "- {id: S\(sign), kind: \(["other", "residents-committee", "display-panel", "door-plaque"][sign % 4]), text: 牌\(sign), "
            + "place: \(["facade", "entrance-left", "hall-wall"][(number + sign) % 3]), demanded_by: 部门\((number + sign) % 7)}\n"
        }
        if number % 13 == 2 { text += "colour: red\n" }
        if number % 11 == 3 { text += "---\n" + text }
        files["s\(street)-\(number).yaml"] = Array(text.utf8)
      }
    }
    let input = try BadInput(files)
    try input.scratch.put(roster, "roster.yaml")
    return input
  }

  /// The bytes that a format wrote, of a directory file by file.
  private func bytes(_ format: String, _ arguments: [String], _ input: BadInput, _ given: Circumstance) throws
    -> [String: Data]
  {
    let target = "\(input.scratch.path)/out"
    try? FileManager.default.removeItem(atPath: target)
    let run = try input.run(
      arguments + ["--format", "\(format)=\(target)", "--jobs", given.jobs], environment: given.environment,
      directory: given.directory)
    var written = ["code": Data(String(run.code).utf8), "stderr": Data(run.err.utf8), "stdout": run.out]
    let names = (try? FileManager.default.contentsOfDirectory(atPath: target))?.map { "\(target)/\($0)" } ?? [target]
    for name in names { written[name] = try Data(contentsOf: URL(filePath: name)) }
    return written
  }

  @Test("14: of the samples, in every format", arguments: formats)
  func samples(format: String) throws {
    let samples = SampleTests.root.appending(path: "Samples").path
    let paths = ["inventories/shiqiao", "inventories/jiangpan", "inventories/liulin"].map { "\(samples)/\($0)" }
    let options = [
      "--roster", "\(samples)/roster.yaml", "--waivers", "\(samples)/waivers.yaml", "--as-of", "2026-05-20",
    ]
    let input = try BadInput([:])
    let once = try bytes(format, ["audit"] + paths + options, input, .init(name: ""))
    #expect(once["code"] == Data("2".utf8))
    #expect(once.values.contains { $0.count > 1000 })
    for given in Self.circumstances {
      let again = try bytes(format, ["audit"] + given.order(paths) + options, input, given)
      #expect(again == once, "\(given.name)")
    }
  }

  @Test("14: of a large batch, file by file or as a directory", arguments: formats)
  func batch(format: String) throws {
    let input = try generated()
    let options = ["--roster", "\(input.scratch.path)/roster.yaml", "--as-of", "2026-05-20", "--show-passes"]
    let files = try FileManager.default.contentsOfDirectory(atPath: input.directory).map { "\(input.directory)/\($0)" }
    let once = try bytes(format, ["audit", input.directory] + options, input, .init(name: ""))
    #expect(once["code"] == Data("2".utf8))
    for given in Self.circumstances[1...] {
      let again = try bytes(format, ["audit"] + given.order(files) + options, input, given)
      #expect(again == once, "\(given.name)")
    }
  }

  @Test("14: of the same in one run and in several")
  func together() throws {
    let input = try generated()
    let arguments = ["audit", input.directory, "--as-of", "2026-05-20"]
    let targets = Self.formats.flatMap { ["--format", "\($0)=\(input.scratch.path)/all-\($0)"] }
    #expect(try input.run(arguments + targets).code == 2)
    for format in Self.formats {
      let alone = try bytes(format, arguments, input, .init(name: ""))
      let all = "\(input.scratch.path)/all-\(format)"
      let names = try? FileManager.default.contentsOfDirectory(atPath: all)
      for name in names ?? [""] {
        let path = names == nil ? "" : "/" + name
        #expect(
          try Data(contentsOf: URL(filePath: all + path)) == alone["\(input.scratch.path)/out" + path],
          "\(format) \(name)")
      }
    }
  }

  @Test("14: and on standard output what is written to a file")
  func standardOutput() throws {
    let input = try generated()
    for format in Self.formats where format != "markdown" && format != "html" {
      let arguments = ["audit", input.directory, "--as-of", "2026-05-20"]
      let file = try bytes(format, arguments, input, .init(name: ""))["\(input.scratch.path)/out"]
      #expect(try input.run(arguments + ["--format", format, "--jobs", "5"]).out == file, "\(format)")
    }
  }
}

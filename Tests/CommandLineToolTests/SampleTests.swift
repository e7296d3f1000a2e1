import Foundation
import Testing

/// Runs the built binary as its users do.
@Suite("signaudit audit Samples")
struct SampleTests {
  /// The package's directory.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The binary that was built beside the tests.
  static let binary = Bundle.main.bundleURL.appending(path: "signaudit")

  static func run(
    _ arguments: [String], in directory: URL = root, environment: [String: String] = [:]
  ) throws -> (code: Int32, out: Data, err: String) {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    // A file: who reads one pipe to its end must not wait for another.
    let errors = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: errors)
    defer { try? FileManager.default.removeItem(at: errors) }
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, data, String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  static let sampleArguments = [
    "audit", "Samples", "--roster", "Samples/roster.yaml", "--waivers", "Samples/waivers.yaml", "--as-of", "2026-05-20",
  ]

  @Test("finds exactly what the table beside the tests lists, which was derived by hand from the standard")
  func findings() throws {
    let run = try Self.run(Self.sampleArguments + ["--format", "json"])
    #expect(run.code == 2)
    let report = try #require(JSONSerialization.jsonObject(with: run.out) as? [String: Any])
    var actual: [String] = []
    for street in report["streets"] as? [[String: Any]] ?? [] {
      for community in street["communities"] as? [[String: Any]] ?? [] {
        for finding in community["findings"] as? [[String: Any]] ?? [] {
          let parts = [
            community["source"], finding["rule"], finding["outcome"], finding["sign"], finding["subject"],
          ]
          actual.append(parts.map { $0 as? String ?? "" }.joined(separator: "\t"))
        }
      }
    }
    let table = Self.root.appending(path: "Tests/AuditTests/samples-expected.tsv")
    let expected = try String(contentsOf: table, encoding: .utf8).split(separator: "\n").dropFirst().compactMap {
      line -> String? in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return columns[4].isEmpty ? nil : ([columns[0]] + columns[4...]).joined(separator: "\t")
    }
    #expect(actual.sorted() == expected.sorted())
  }

  @Test("exits as contracted")
  func exitCodes() throws {
    let compliant = "Samples/inventories/jiangpan/liuyin.yaml"
    #expect(try Self.run(["audit", compliant]).code == 0)
    #expect(try Self.run(["audit", "Samples/inventories/jiangpan/dukou.yaml"]).code == 1)
    #expect(try Self.run(["audit", "Samples/inventories/jiangpan/dukou.yaml", "--fail-on", "never"]).code == 0)
    #expect(try Self.run(["audit", compliant, "--roster", "Samples/roster.yaml"]).code == 1)
    #expect(try Self.run(["audit", "Samples/nowhere.yaml"]).code == 2)
    #expect(try Self.run(["audit", "Samples/roster.yaml"]).code == 2)
    #expect(try Self.run(["audit", compliant, "--rules", "Samples"]).code == 2)
    #expect(try Self.run(["audit", compliant, "--formt", "json"]).code == 64)
    #expect(try Self.run(["audit"]).code == 64)
  }

  @Test("says of a document that breaks off why it does, and not what stands in the lost part")
  func brokenOff() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "broken-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("community: {district: \"临江区, street: x}\nsigns: []\n".utf8).write(to: file)
    let run = try Self.run(["audit", file.path, "--format", "json"])
    #expect(run.code == 2)
    let report = try #require(JSONSerialization.jsonObject(with: run.out) as? [String: Any])
    let unreadable = try #require(report["unreadable"] as? [[String: Any]])
    #expect(unreadable.map { ($0["diagnostics"] as? [Any])?.count } == [1])
  }

  @Test("writes nothing where there is no inventory")
  func nothing() throws {
    let run = try Self.run(["audit", "Samples/roster.yaml", "--format", "json"])
    #expect(run.code == 2)
    #expect(run.out.isEmpty)
  }

  @Test("is held up by no FIFO, link, loop or directory that looks like an inventory, nor by odd file names")
  func oddFiles() throws {
    let files = FileManager.default
    let directory = files.temporaryDirectory.appending(path: "odd-\(UUID().uuidString)")
    try files.createDirectory(at: directory.appending(path: "a.yaml"), withIntermediateDirectories: true)
    defer { try? files.removeItem(at: directory) }
    #expect(mkfifo(directory.appending(path: "fifo.yaml").path, 0o600) == 0)
    try files.createSymbolicLink(
      atPath: directory.appending(path: "dangling.yaml").path, withDestinationPath: "nowhere.yaml")
    try files.createSymbolicLink(
      atPath: directory.appending(path: "loop.yaml").path, withDestinationPath: "loop.yaml")
    let text = "community: {district: 临江区, street: 江畔街道, name: 柳荫社区}\nsigns: []\n"
    var path = Array((directory.path + "/a\nb:%, \"名").utf8).map { CChar(bitPattern: $0) }
    path += [CChar(bitPattern: 0xFF)] + ".yaml".utf8.map { CChar(bitPattern: $0) } + [0]
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
    let run = try Self.run(["audit", directory.path, "--format", "json"])
    #expect(run.code == 1)
    let report = try #require(JSONSerialization.jsonObject(with: run.out) as? [String: Any])
    let summary = try #require(report["summary"] as? [String: Any])
    #expect(summary["communities"] as? Int == 1)
    #expect(String(decoding: run.out, as: UTF8.self).contains("\\\\xFF.yaml"))
  }

  @Test("writes to a device as it is, and says so where that fails")
  func devices() throws {
    let compliant = "Samples/inventories/jiangpan/liuyin.yaml"
    #expect(try Self.run(["audit", compliant, "--format", "json=/dev/null"]).code == 0)
    #expect(try Self.run(["audit", compliant, "--format", "json=/dev/full"]).code == 2)
    var status = stat()
    #expect(stat("/dev/null", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
  }
}

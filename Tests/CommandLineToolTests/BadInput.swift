import Foundation
import Glibc
import Testing

/// A directory of inventories, audited by the binary.
struct BadInput {
  /// A readable inventory of another community, which a bad one beside it must not take along.
  static let good = "community: {district: 临江区, street: 江畔街道, name: 渡口社区}\nsurvey: {covers: [interior]}\nsigns: []\n"
  /// The head of an inventory with nothing outside to find.
  static let head = "community: {district: 临江区, street: 江畔街道, name: 柳荫社区}\nsurvey: {covers: [interior]}\n"

  let scratch: Scratch

  init(_ files: [String: [UInt8]]) throws {
    scratch = try Scratch()
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    for (name, bytes) in files { try Data(bytes).write(to: URL(filePath: "\(directory)/\(name)")) }
  }

  /// The directory that is audited.
  var directory: String { "\(scratch.path)/in" }

  /// What a run came to.
  struct Result {
    var code: Int32
    var out: Data
    var err: String

    /// The JSON report.
    var report: [String: Any] { (try? JSONSerialization.jsonObject(with: out)) as? [String: Any] ?? [:] }
    var summary: [String: Int] { (report["summary"] as? [String: Any] ?? [:]).compactMapValues { $0 as? Int } }
    /// All communities, those that could not be read too.
    var communities: [[String: Any]] {
      (report["streets"] as? [[String: Any]] ?? []).flatMap { $0["communities"] as? [[String: Any]] ?? [] }
        + (report["unreadable"] as? [[String: Any]] ?? [])
    }

    func community(_ file: String) -> [String: Any]? {
      communities.first { ($0["source"] as? String)?.hasSuffix("/" + file) == true }
    }

    /// What is said of a file, as `line message`.
    func said(_ file: String) -> [String] {
      (community(file)?["diagnostics"] as? [[String: Any]] ?? []).map { diagnostic in
        let location = diagnostic["location"] as? [String: Any]
        return "\(location?["line"] as? Int ?? 0) \(diagnostic["message"] as? String ?? "")"
      }
    }

    func status(_ file: String) -> String? { community(file)?["status"] as? String }
  }

  /// Runs the binary; after a minute it is taken to hang, and the code is 124.
  func run(_ arguments: [String], environment: [String: String] = [:], directory: String? = nil) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = ["60", SampleTests.binary.path] + arguments
    process.currentDirectoryURL = URL(filePath: directory ?? scratch.path)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let error = "\(scratch.path)/.stderr"
    try Data().write(to: URL(filePath: error))
    process.standardError = FileHandle(forWritingAtPath: error)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let out = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(code: process.terminationStatus, out: out, err: scratch.text(".stderr") ?? "")
  }

  /// Audits the directory to JSON in English.
  func audit(_ more: String...) throws -> Result {
    try run(["audit", directory, "--format", "json", "--language", "en", "--as-of", "2026-05-20"] + more)
  }

  /// One file beside a good inventory.
  static func beside(_ bytes: [UInt8]) throws -> Result {
    try BadInput(["bad.yaml": bytes, "good.yaml": Array(good.utf8)]).audit()
  }

  static func beside(_ text: String) throws -> Result { try beside(Array(text.utf8)) }
}

/// Checks that a file is unreadable with what is said at its place, and that the inventory beside it is audited.
func expectUnreadable(
  _ result: BadInput.Result, _ line: Int, _ words: String..., location: SourceLocation = #_sourceLocation
) {
  let said = result.said("bad.yaml")
  #expect(result.code == 2, sourceLocation: location)
  #expect(result.status("bad.yaml") == "unreadable", sourceLocation: location)
  #expect(result.summary["unreadable"] == 1, sourceLocation: location)
  #expect(said.contains { $0.hasPrefix("\(line) ") }, "\(said)", sourceLocation: location)
  for word in words { #expect(said.contains { $0.contains(word) }, "\(said)", sourceLocation: location) }
  #expect(result.status("good.yaml") != nil && result.status("good.yaml") != "unreadable", sourceLocation: location)
}

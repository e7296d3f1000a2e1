import Foundation
import Glibc
import Testing

/// What becomes of reports when the machine does not play along.
@Suite("signaudit audit, writing")
struct WritingTests {
  private static let formats = ["text", "json", "ndjson", "csv", "xlsx", "sarif", "junit", "github", "gitlab"]

  /// Runs a line of the shell, in which `$signaudit` is the binary.
  private func shell(_ line: String, _ scratch: Scratch) throws -> (code: Int32, out: String, err: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = SampleTests.root
    process.environment = ProcessInfo.processInfo.environment.merging([
      "signaudit": SampleTests.binary.path, "scratch": scratch.path,
      "samples": SampleTests.sampleArguments.joined(separator: " "),
    ]) { $1 }
    let error = "\(scratch.path)/.stderr"
    try Data().write(to: URL(filePath: error))
    process.standardError = FileHandle(forWritingAtPath: error)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let out = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let err = scratch.text(".stderr") ?? ""
    try? FileManager.default.removeItem(atPath: error)
    return (process.terminationStatus, String(decoding: out, as: UTF8.self), err)
  }

  @Test("exits 2 on a full device, in every format")
  func fullDevice() throws {
    let scratch = try Scratch()
    for format in Self.formats {
      #expect(try shell("$signaudit $samples --fail-on never --format \(format) >/dev/full", scratch).code == 2)
      let run = try shell(
        "$signaudit audit Samples/inventories/jiangpan/liuyin.yaml --format \(format)=/dev/full", scratch)
      #expect(run.code == 2)
      #expect(run.err.contains("/dev/full"))
    }
    for command in ["rules list", "schema report", "draw --standard"] {
      let run = try shell("$signaudit \(command) >/dev/full", scratch)
      #expect(run.code == 2 && run.err.contains("不能写入“stdout”"), "\(command): \(run.err)")
    }
  }

  @Test(
    "puts all files of a run in place or none, in every command that has formats",
    arguments: [
      ("audit $inventory --compare-rules Rules/fuzhou", "json"), ("rules test Rules/huangshigang", "junit"),
      ("plan $inventory", "json"), ("spot-check reconcile $inventory $inventory", "json"),
      ("audit $inventory --fail-on never", "json"),
    ])
  func sets(command: String, format: String) throws {
    let scratch = try Scratch()
    let line = "inventory=Samples/inventories/jiangpan/liuyin.yaml; $signaudit \(command) --format \(format)=$scratch/a"
    let failed = try shell("\(line) --format text=/dev/full", scratch)
    #expect(failed.code == 2 && failed.err.contains("/dev/full"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == [])
    _ = try shell("\(line) --format text=$scratch/b", scratch)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted() == ["a", "b"])
  }

  @Test("leaves the old report where the new one does not fit, in every format")
  func tooLarge() throws {
    let scratch = try Scratch()
    for format in Self.formats + ["markdown"] {
      let old = format == "markdown" ? "md/index.md" : "report"
      try FileManager.default.createDirectory(atPath: "\(scratch.path)/md", withIntermediateDirectories: true)
      try scratch.put("old", old)
      try scratch.put("old too", "other.json")
      let run = try shell(
        """
        ulimit -f 1
        $signaudit $samples --format json=$scratch/other.json --format \(format)=$scratch/\(format == "markdown" ? "md" : "report")
        """, scratch)
      #expect(run.code == 2)
      #expect(scratch.text(old) == "old")
      #expect(scratch.text("other.json") == "old too")
      #expect(scratch.names == [old, "other.json"])
      try FileManager.default.removeItem(atPath: "\(scratch.path)/\(old)")
    }
  }

  @Test("ends quietly when nobody reads, with the code of what was found")
  func closedPipe() throws {
    let scratch = try Scratch()
    for format in Self.formats {
      let run = try shell("$signaudit $samples --quiet --format \(format) | true; echo ${PIPESTATUS[0]}", scratch)
      // A stream ends where its reader does; until then it may not have met the one that cannot be read.
      #expect(run.out == "2\n" || (format == "ndjson" && run.out == "1\n"))
      #expect(run.err.isEmpty, "\(run.err)")
    }
    let run = try shell("$signaudit rules list | true; echo ${PIPESTATUS[0]}", scratch)
    #expect(run.out == "0\n")
    #expect(run.err.isEmpty)
    // What goes elsewhere is written all the same.
    _ = try shell("$signaudit $samples --format ndjson --format json=$scratch/a.json | true", scratch)
    #expect(scratch.text("a.json")?.utf8.last == UInt8(ascii: "\n"))
  }

  @Test("is ended by a signal without leaving anything behind", arguments: ["INT", "TERM", "HUP"])
  func signals(name: String) throws {
    let scratch = try Scratch()
    try scratch.put("old", "report")
    // It waits for standard input with its output open; the signal is sent when the file beside is there.
    let run = try shell(
      """
      set -m
      mkfifo $scratch/in
      $signaudit audit - --format ndjson=$scratch/report <$scratch/in & child=$!
      exec 3>$scratch/in
      until compgen -G "$scratch/.signaudit-*" >/dev/null; do sleep 0.01; done
      kill -\(name) $child
      wait $child
      echo $?
      rm $scratch/in
      """, scratch)
    #expect(run.out == "\(128 + ["INT": 2, "TERM": 15, "HUP": 1][name, default: 0])\n")
    #expect(scratch.names == ["report"])
    #expect(scratch.text("report") == "old")
  }

  @Test("refuses formats that would overwrite each other or have nowhere to go")
  func wrongTargets() throws {
    let scratch = try Scratch()
    for arguments in [
      "--format json=a --format sarif=a", "--format json --format sarif", "--format json=a --output b",
      "--format json=a --format sarif --output a", "--format markdown", "--format josn", "--format json=",
      "--github-summary",
    ] {
      #expect(try shell("unset GITHUB_STEP_SUMMARY; $signaudit audit Samples \(arguments)", scratch).code == 64)
    }
  }

  @Test("appends a summary to the file that GitHub names")
  func gitHubSummary() throws {
    let scratch = try Scratch()
    try scratch.put("# Before\n", "summary.md")
    let line = "GITHUB_STEP_SUMMARY=$scratch/summary.md $signaudit $samples --github-summary --format github"
    let run = try shell(line, scratch)
    #expect(run.code == 2)
    #expect(run.out.hasPrefix("::"))
    let text = try #require(scratch.text("summary.md"))
    #expect(text.hasPrefix("# Before\n# 社区标识牌核查汇总\n"))
    // Where it does not fit, it is cut back to what it was.
    #expect(try shell("ulimit -f \(text.utf8.count / 1024 + 1); \(line)", scratch).code == 2)
    #expect(scratch.text("summary.md") == text)
  }
}

import Foundation
import Glibc
import Testing

/// A repository of inventories whose changes go through the gate.
@Suite("signaudit, gates")
struct GateTests {
  /// A directory with two inventories, one compliant and one not, and a roster of both.
  private struct Repository {
    let scratch: Scratch

    init() throws {
      scratch = try Scratch()
      try FileManager.default.createDirectory(atPath: "\(scratch.path)/台账", withIntermediateDirectories: true)
      for name in ["liuyin", "dukou"] {
        try FileManager.default.copyItem(
          atPath: SampleTests.root.appending(path: "Samples/inventories/jiangpan/\(name).yaml").path,
          toPath: "\(scratch.path)/台账/\(name).yaml")
      }
      try scratch.put(
        """
        roster: 1
        district: 临江区
        streets:
          - name: 江畔街道
            communities: [{name: 柳荫社区}, {name: 渡口社区}, {name: 沙洲社区}]

        """, "名册.yaml")
    }

    func run(_ line: String, in directory: String = "") throws -> (code: Int32, out: String, err: String) {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = ["-c", line]
      process.currentDirectoryURL = URL(filePath: scratch.path + "/" + directory)
      process.environment = ProcessInfo.processInfo.environment.merging(["signaudit": SampleTests.binary.path]) { $1 }
      let error = "\(scratch.path)/.stderr"
      try Data().write(to: URL(filePath: error))
      process.standardError = FileHandle(forWritingAtPath: error)
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let out = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return (process.terminationStatus, String(decoding: out, as: UTF8.self), scratch.text(".stderr") ?? "")
    }

    func edit(_ name: String, _ old: String, _ new: String) throws {
      var text = try #require(scratch.text(name))
      #expect(text.contains(old))
      text.replace(old, with: new)
      try scratch.put(text, name)
    }
  }

  @Test("lets known failures pass and new ones not, says what is fixed, and forgets it when told to")
  func baseline() throws {
    let repository = try Repository()
    let audit = "$signaudit audit 台账 --baseline 基线.yaml --strict --fail-on advice"
    #expect(try repository.run("$signaudit audit 台账").code == 1)
    #expect(try repository.run("$signaudit baseline write 台账 --output 基线.yaml").code == 0)
    let written = try #require(repository.scratch.text("基线.yaml"))
    #expect(written.split(separator: "\n").count == 6)
    #expect(try repository.run("\(audit) --ratchet").code == 0)
    // The baseline may lie among the inventories.
    #expect(try repository.run("$signaudit audit . --baseline 基线.yaml --ratchet").code == 0)
    let before = try repository.run("\(audit) --format json")
    let report = try #require(JSONSerialization.jsonObject(with: Data(before.out.utf8)) as? [String: Any])
    let summary = try #require(report["summary"] as? [String: Any])
    #expect((summary["baselined"] as? [String: Int])?["error"] == 4)
    #expect((summary["findings"] as? [String: Int])?["error"] == 4)
    #expect(before.out.contains("\"baselined\": true"))

    try repository.edit("台账/dukou.yaml", "中共临江区", "中国共产党临江区")
    let fixed = try repository.run(audit)
    #expect(fixed.code == 0)
    #expect(fixed.out.contains("party-organization.name") && fixed.out.contains("已不再出现"))
    #expect(try repository.run("\(audit) --ratchet").code == 1)
    // So it is for the change that fixed it, and for no other.
    let change = "$signaudit audit --files-from - --baseline 基线.yaml --ratchet"
    #expect(try repository.run("echo 台账/dukou.yaml | \(change)").code == 1)
    #expect(try repository.run("echo 台账/liuyin.yaml | \(change)").code == 0)

    try repository.edit("台账/liuyin.yaml", "柳荫社区党员群众服务中心", "柳荫社区党群服务中心")
    #expect(try repository.run(audit).code == 1)
    try repository.edit("台账/liuyin.yaml", "柳荫社区党群服务中心", "柳荫社区党员群众服务中心")

    try repository.scratch.put("# 区里七月前整改\n" + written, "基线.yaml")
    let prune = try repository.run("$signaudit baseline prune 基线.yaml 台账")
    #expect(prune.code == 0)
    let pruned = try #require(repository.scratch.text("基线.yaml"))
    #expect(pruned.split(separator: "\n").count == 6)
    #expect(pruned.hasPrefix("# 区里七月前整改\n"))
    #expect(!pruned.contains("party-organization.name"))
    #expect(try repository.run("\(audit) --ratchet").code == 0)
  }

  @Test("prunes the baseline that the settings name where none is given")
  func pruneBySettings() throws {
    let repository = try Repository()
    #expect(try repository.run("$signaudit baseline write 台账 --output 基线.yaml").code == 0)
    try repository.edit("台账/dukou.yaml", "中共临江区", "中国共产党临江区")
    // Neither here nor there: nothing is guessed.
    #expect(try repository.run("$signaudit baseline prune 台账").code == 64)
    #expect(try repository.run("$signaudit baseline prune 基线.yaml").code == 64)
    try repository.scratch.put("baseline: 基线.yaml\n", ".signaudit.yaml")
    // A misspelt name is an error, and not the baseline of the settings.
    #expect(try repository.run("$signaudit baseline prune 基线二.yaml 台账").code == 2)
    #expect(repository.scratch.text("基线.yaml")?.contains("party-organization.name") == true)
    let run = try repository.run("$signaudit baseline prune dukou.yaml liuyin.yaml", in: "台账")
    #expect(run.code == 0, "\(run.err)")
    let pruned = try #require(repository.scratch.text("基线.yaml"))
    #expect(!pruned.contains("party-organization.name") && pruned.split(separator: "\n").count > 2)
    // The one that is named wins.
    try repository.scratch.put("baseline: 没有.yaml\n", ".signaudit.yaml")
    #expect(try repository.run("$signaudit baseline prune 基线.yaml 台账").code == 0)
    #expect(try repository.run("$signaudit baseline prune 台账").code == 2)
  }

  @Test("does not write a baseline or prune one as if it had seen what it could not read")
  func unreadable() throws {
    let repository = try Repository()
    #expect(try repository.run("$signaudit baseline write 台账 --output 基线.yaml").code == 0)
    let written = repository.scratch.text("基线.yaml")
    try repository.scratch.put("community: {district: \n", "台账/x.yaml")
    #expect(try repository.run("$signaudit baseline prune 基线.yaml 台账").code == 2)
    #expect(repository.scratch.text("基线.yaml") == written)
    #expect(try repository.run("$signaudit baseline write 台账 --output 基线2.yaml").code == 2)
    #expect(try repository.run("echo 台账/dukou.yaml | $signaudit baseline prune 基线.yaml 台账 --files-from -").code == 64)
    #expect(try repository.run("$signaudit audit 台账/dukou.yaml --ratchet").code == 64)
    try repository.edit("基线.yaml", "sign: W1", "sign: W9")
    let forged = try repository.run("$signaudit audit 台账/dukou.yaml --baseline 基线.yaml")
    #expect(forged.code == 2)
    #expect(forged.err.contains("基线.yaml:"))
  }

  @Test("shows in every format what the baseline knows")
  func formats() throws {
    let repository = try Repository()
    #expect(try repository.run("$signaudit baseline write 台账 --output 基线.yaml").code == 0)
    try repository.edit("台账/liuyin.yaml", "柳荫社区党员群众服务中心", "柳荫社区党群服务中心")
    let audit = "$signaudit audit 台账 --baseline 基线.yaml"
    let text = try repository.run(audit).out
    #expect(text.contains("必须整改（基线内）：") && text.contains("必须整改：") && text.contains("其中基线内 4"))
    let sarif = try repository.run("\(audit) --format sarif").out
    #expect(sarif.components(separatedBy: "\"baselineState\": \"unchanged\"").count == 5)
    #expect(sarif.components(separatedBy: "\"baselineState\": \"new\"").count == 2)
    let github = try repository.run("\(audit) --format github").out
    #expect(github.components(separatedBy: "::error ").count == 2)
    let junit = try repository.run("\(audit) --format junit").out
    #expect(junit.contains("failures=\"1\"") && junit.contains("（基线内）"))
    #expect(try repository.run("\(audit) --format gitlab").out.components(separatedBy: "（基线内）").count == 5)
    #expect(try repository.run("\(audit) --format ndjson").out.contains("\"baselined\":true"))
    _ = try repository.run("\(audit) --format html=h --format markdown=m")
    #expect(repository.scratch.text("h/street-01.html")?.contains("（基线内）") == true)
    #expect(repository.scratch.text("m/street-01.md")?.contains("（基线内）") == true)
  }

  @Test("audits the files of a change, and says what it cannot know from them")
  func change() throws {
    let repository = try Repository()
    let whole = try repository.run("$signaudit audit 台账 --roster 名册.yaml")
    #expect(whole.out.contains("沙洲社区"))
    let options = "--roster 名册.yaml --files-from"
    let part = try repository.run("echo 台账/liuyin.yaml | $signaudit audit \(options) -")
    #expect(part.code == 0)
    #expect(part.out.contains("没有判断") && !part.out.contains("沙洲社区"))
    #expect(try repository.run("echo 台账/liuyin.yaml | $signaudit audit \(options) - --whole").code == 1)
    #expect(try repository.run("printf '台账/liuyin.yaml\\0' | $signaudit audit \(options) - -0").code == 0)
    #expect(try repository.run("printf '台账/dukou.yaml\\r\\n\\r\\n' | $signaudit audit \(options) -").code == 1)
    #expect(try repository.run("$signaudit audit \(options) <(printf '台账/dukou.yaml')").code == 1)
    // As git names it without -z.
    let quoted = #"printf '"\\345\\217\\260\\350\\264\\246/dukou.yaml"\n'"#
    #expect(try repository.run("\(quoted) | $signaudit audit \(options) -").code == 1)
    // What was removed, and what is no inventory.
    let removed = try repository.run("printf '台账/fort.yaml\\n名册.yaml\\nREADME.md\\n' | $signaudit audit \(options) -")
    #expect(removed.code == 0)
    #expect(removed.err.contains("fort.yaml"))
    #expect(removed.out.contains("没有台账"))
    // A list that is not separated as was said must not look like one without inventories.
    #expect(try repository.run("printf '台账/dukou.yaml\\n' | $signaudit audit \(options) - -0").code == 2)
    #expect(try repository.run("printf '台账/dukou.yaml\\0' | $signaudit audit \(options) -").code == 2)
    #expect(try repository.run("$signaudit audit \(options) nowhere").code == 2)
    #expect(try repository.run("$signaudit audit -0 台账").code == 64)
    #expect(try repository.run("$signaudit audit --whole 台账").code == 64)
    #expect(try repository.run("$signaudit audit").code == 64)
  }

  @Test("takes defaults from the settings of the nearest directory above, and lets a flag win")
  func settings() throws {
    let repository = try Repository()
    #expect(try repository.run("$signaudit baseline write 台账 --output 台账/基线.yaml").code == 0)
    try repository.scratch.put("基线: 台账/基线.yaml\nroster: 名册.yaml\nfail_on: never\n语言: en\n", ".signaudit.yaml")
    let run = try repository.run("$signaudit audit . --verbose", in: "台账")
    #expect(run.code == 0)
    #expect(run.out.contains("in the baseline") && run.out.contains("沙洲社区"))
    #expect(run.err.contains("baseline: ../台账/基线.yaml (../.signaudit.yaml:1)"))
    #expect(run.err.contains("roster: ../名册.yaml (../.signaudit.yaml:2)"))
    #expect(run.err.contains("fail-on: never (../.signaudit.yaml:3)"))
    #expect(run.err.contains("2 inventories"))
    let flags = try repository.run("$signaudit audit . --fail-on error --language zh --verbose", in: "台账")
    #expect(flags.code == 1)
    #expect(flags.out.contains("基线内") && flags.err.contains("失败级别：error（命令行）"))
    // The settings themselves are no inventory.
    #expect(try repository.run("$signaudit audit .").code == 0)
    try repository.scratch.put("roser: x\nfail_on: eror\n", ".signaudit.yaml")
    let wrong = try repository.run("$signaudit audit .")
    #expect(wrong.code == 2)
    #expect(wrong.err.contains(".signaudit.yaml:1:1") && wrong.err.contains("roster"))
    #expect(wrong.err.contains(".signaudit.yaml:2:10") && wrong.err.contains("“error”"))
    #expect(try repository.run("$signaudit audit .", in: "台账").code == 2)
  }

  @Test("writes stubs for chosen failures, which count only when filled in")
  func stubs() throws {
    let repository = try Repository()
    let stub = "$signaudit waivers stub 台账 --rule residents-committee.name"
    let run = try repository.run("\(stub) --community 渡口居委会 --output 豁免.yaml")
    #expect(run.code == 0)
    let refused = try repository.run("$signaudit audit 台账 --waivers 豁免.yaml")
    #expect(refused.code == 2)
    #expect(refused.err.contains("豁免.yaml:11:5"))
    try repository.scratch.put(
      try #require(repository.scratch.text("豁免.yaml"))
        .replacing("理由:", with: "理由: 甲").replacing("批准人:", with: "批准人: 乙")
        .replacing("文号:", with: "文号: 丙").replacing("有效期至:", with: "有效期至: 2026-12-31"), "豁免.yaml")
    let waived = try repository.run("$signaudit audit 台账 --waivers 豁免.yaml --as-of 2026-05-20")
    #expect(waived.code == 1)
    #expect(waived.out.contains("已豁免 1"))
    #expect(try repository.run("\(stub) --community 柳荫社区").code == 2)
    #expect(try repository.run("$signaudit waivers stub 台账").code == 64)
    #expect(try repository.run("$signaudit waivers stub 台账 --rule residents-commitee.name").code == 64)
  }
}

import Foundation
import TestSupport
import Testing

/// A campaign as an office runs it: files on disk, the built binary, nothing else.
@Suite("signaudit campaign")
struct CampaignCommandTests {
  /// Six rounds in a directory of their own.
  private final class Office {
    let scratch: Scratch
    var database: String { scratch.path + "/c.sqlite" }

    init() throws { scratch = try Scratch() }

    /// Runs a command; what it printed, its errors, and its exit code.
    func run(_ arguments: [String]) throws -> (code: Int32, out: String, errors: String) {
      let process = Process()
      process.executableURL = SampleTests.binary
      process.arguments = ["campaign"] + arguments
      process.currentDirectoryURL = URL(filePath: scratch.path)
      let (out, errors) = (Pipe(), Pipe())
      process.standardOutput = out
      process.standardError = errors
      try process.run()
      // Errors are few: they fit into the pipe.
      let printed = out.fileHandleForReading.readDataToEndOfFile()
      let said = errors.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return (
        process.terminationStatus, String(decoding: printed, as: UTF8.self), String(decoding: said, as: UTF8.self)
      )
    }

    /// Writes the inventories of a round and records it.
    func record(_ number: Int, _ more: [String] = []) throws -> Int32 {
      try scratch.put(SixRounds.inventories(number), "t.yaml")
      return try run(["record", "t.yaml", "--as-of", SixRounds.days[number - 1], "--database", "c.sqlite"] + more).code
    }

    func json(_ arguments: [String]) throws -> [String: Any] {
      let run = try run(arguments + ["--database", "c.sqlite", "--format", "json"])
      #expect(run.code == 0, "\(run.errors)")
      return try #require(JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any])
    }
  }

  private func say(_ office: Office, _ verb: String, _ finding: String, _ day: String) throws {
    let run = try office.run([
      verb, String(finding.prefix(12)), "--by", verb == "claim" ? "李明" : "王芳", "--on", day, "--as-of", "2026-07-03",
      "--database", "c.sqlite",
    ])
    #expect(run.code == 0, "\(run.errors)")
  }

  @Test("goes from the first round to the closed ledger")
  func wholeCampaign() throws {
    let office = try Office()
    let sign = SixRounds.fingerprint("exterior.surplus", "W6", in: 1)
    let board = SixRounds.fingerprint("institution-board.off-wall", "N1", in: 1)
    #expect(try office.record(1, ["--due", "2026-06-15", "--name", "摸底"]) == 0)
    #expect(try office.record(2) == 0)
    try say(office, "close", sign, "2026-06-02")
    try say(office, "claim", board, "2026-06-03")
    #expect(try office.record(3) == 0)
    try say(office, "close", board, "2026-06-11")
    for number in 4...5 { #expect(try office.record(number) == 0) }
    // The unreadable inventory: the round is stored, and the exit code says so.
    #expect(try office.record(6) == 2)
    #expect(try office.record(6) == 2)

    let status = try office.json(["status"])
    #expect(status["schema"] as? String == "signaudit.campaign-status/1")
    let rounds = try #require(status["rounds"] as? [[String: Any]])
    #expect(rounds.compactMap { $0["number"] as? Int } == [1, 2, 3, 4, 5, 6])
    #expect(rounds.allSatisfy { ($0["input"] as? String)?.utf8.count == 64 && $0["tool"] is String })
    let findings = try #require(status["findings"] as? [[String: Any]])
    #expect(findings.contains { $0["fingerprint"] as? String == board && $0["state"] as? String == "rebound" })
    #expect(!findings.contains { $0["fingerprint"] as? String == sign })

    let ledger = try office.json(["ledger"])
    let rows = try #require(ledger["ledger"] as? [[String: Any]])
    let closed = try #require(rows.first { $0["fingerprint"] as? String == sign })
    #expect(closed["settlement"] as? String == "已销号")
    #expect(closed["reviewer"] as? String == "王芳")
    #expect(closed["responsible_unit"] as? String == "江畔街道")
    #expect(closed["due"] as? String == "2026-06-15")

    let rebounds = try office.json(["rebounds"])
    #expect((rebounds["rebounds"] as? [Any])?.count == 1)
    let comebacks = try #require(rebounds["comebacks"] as? [[String: Any]])
    #expect(comebacks.compactMap { $0["manner"] as? String } == ["renamed", "renamed", "put-back", "moved-inside"])

    let compared = try office.json(["compare", "1", "4"])
    let total = try #require(compared["streets_total"] as? [String: Any])
    #expect(total["before"] as? Int == 21)
    #expect(total["taken_down"] as? Int == 2)

    let due = try office.json(["due", "--as-of", "2026-07-03"])
    #expect((due["coming"] as? [Any])?.isEmpty == true)
    let history = try office.json(["history", "江畔街道"])
    #expect((history["streets"] as? [Any])?.count == 6)
  }

  @Test("moves the deadline of a single finding, and keeps what it was")
  func extended() throws {
    let office = try Office()
    let board = SixRounds.fingerprint("institution-board.off-wall", "N1", in: 1)
    #expect(try office.record(1, ["--due", "2026-06-15"]) == 0)
    func extend(_ due: String, _ reason: String = "等待制作") throws -> (code: Int32, out: String, errors: String) {
      try office.run([
        "extend", String(board.prefix(12)), "--due", due, "--by", "区专项办", "--on", "2026-06-10", "--reason", reason,
        "--as-of", "2026-06-10", "--database", "c.sqlite",
      ])
    }
    let run = try extend("2026-07-31")
    #expect(run.code == 0 && run.out.contains("待整改，时限 2026-07-31"), "\(run)")
    #expect(try extend("2026-07-31").code == 2)
    #expect(try extend("2026-06-09").code == 64)
    #expect(try extend("2026-08-31", " ").code == 64)
    let due = try office.json(["due", "--as-of", "2026-07-03"])
    let coming = try #require(due["coming"] as? [[String: Any]])
    #expect(coming.map { $0["fingerprint"] as? String } == [board])
    #expect((coming.first?["remark"] as? String)?.contains("延期至 2026-07-31，原时限 2026-06-15") == true)
    let ledger = try office.run(["ledger", "--format", "csv", "--database", "c.sqlite"])
    #expect(ledger.out.contains("2026-06-10 延期至 2026-07-31，原时限 2026-06-15（区专项办，理由：等待制作）"))
    let history = try office.json(["history", "江畔街道"])
    #expect((history["extensions"] as? [[String: Any]])?.first?["before"] as? String == "2026-06-15")
    let other = try office.json(["history", "柳林街道"])
    #expect((other["extensions"] as? [Any])?.isEmpty == true)
  }

  @Test("writes every format")
  func formats() throws {
    let office = try Office()
    for number in 1...4 { #expect(try office.record(number) == 0) }
    let commands = [
      ["status"], ["due", "--as-of", "2026-07-03"], ["compare", "1", "3"], ["rebounds"], ["ledger"], ["history"],
    ]
    for command in commands {
      for language in ["zh", "en"] {
        let formats = ["markdown=p.md", "json=p.json", "html=p.html", "text"].flatMap { ["--format", $0] }
        let run = try office.run(command + ["--database", "c.sqlite", "--language", language] + formats)
        #expect(run.code == 0, "\(run.errors)")
        #expect(!run.out.isEmpty)
        for name in ["p.md", "p.json", "p.html"] { #expect(office.scratch.text(name)?.isEmpty == false) }
      }
    }
    let both = try office.run(
      [
        "ledger", "--database", "c.sqlite", "--format", "csv=l.csv", "--format", "html=l.html", "--format",
        "xlsx=l.xlsx", "--format", "text",
      ])
    #expect(both.code == 0)
    let ledger = try #require(office.scratch.text("l.csv"))
    #expect(
      ledger.hasPrefix(
        "\u{FEFF}序号,街道,社区,牌子名称,类别,位置,要求部门,存在问题,标准条款,处理意见,整改措施,整改时限,责任单位,责任人,完成日期,复核人,复核日期,销号情况,备注\r\n"))
    #expect(office.scratch.text("l.html")?.hasPrefix("<!DOCTYPE html>") == true)
    #expect(office.scratch.text("l.xlsx")?.hasPrefix("PK") == true)
    for wrong in [
      ["status", "--format", "csv"], ["status", "--format", "xlsx=s.xlsx"], ["ledger", "--format", "xlsx"],
    ] {
      #expect(try office.run(wrong + ["--database", "c.sqlite"]).code == 64)
    }
  }

  @Test("stores no round in which nobody was looked at, and says why")
  func emptyRounds() throws {
    let office = try Office()
    let broken = "community: {district: 临江区, street: 江畔街道, name: 柳荫社区}\nsigns: [{id: W1, kindd: other}]\n"
    try office.scratch.put(broken, "broken.yaml")
    try office.scratch.put(Campaigns.inventory("柳荫社区", surveyed: "2026-05-12"), "t.yaml")
    try office.scratch.put("t.yaml\n", "list")
    try office.scratch.put(
      """
      roster: 1
      district: 临江区
      streets: [{name: 柳林街道, communities: [{name: 桑园社区}]}]

      """, "roster.yaml")
    let roster = ["--roster", "roster.yaml", "--street", "柳林街道"]
    for (arguments, words) in [
      (["broken.yaml"], ["1 份台账都无法读取", "broken.yaml:2", "kindd"]),
      (["--files-from", "list", "--street", "江畔"], ["没有“江畔”的社区"]),
      (["t.yaml"] + roster, ["名册里的 1 个社区都没有台账"]), (["--files-from", "list"] + roster, ["没有“柳林街道”的社区"]),
    ] {
      let run = try office.run(["record"] + arguments + ["--as-of", "2026-05-20", "--database", "c.sqlite"])
      #expect(run.code == 2 && run.out.isEmpty, "\(arguments)")
      for word in words + ["这一轮没有记录"] { #expect(run.errors.contains(word), "\(run.errors)") }
      #expect(!office.scratch.names.contains("c.sqlite"))
    }
  }

  @Test("warns of surveys after the day of the round")
  func lateSurvey() throws {
    let office = try Office()
    try office.scratch.put(Campaigns.inventory("柳荫社区", surveyed: "2062-05-12"), "t.yaml")
    let run = try office.run(["record", "t.yaml", "--as-of", "2026-05-20", "--database", "c.sqlite"])
    #expect(run.code == 0 && run.errors.contains("晚于这一轮的日期 2026-05-20（柳荫社区：2062-05-12）"), "\(run)")
  }

  @Test("says of a round what an audit would: what could not be read and why, and what is to be said of waivers")
  func diagnostics() throws {
    let office = try Office()
    let waiver = """
      waivers: 1
      entries:
        - {rule: exterior.surplus, district: 临江区, street: 江畔街道, community: 芦汀社区, reason: 甲, approved_by: 乙, document: 丙, expires: 2026-06-30}
        - {rule: exterior.surplus, district: 临江区, street: 江畔街道, community: 芦汀社区, sign: W9, reason: 甲, approved_by: 乙, document: 丙, expires: 2026-12-31}

      """
    try office.scratch.put(waiver, "w.yaml")
    try office.scratch.put(SixRounds.inventories(6), "t.yaml")
    let run = try office.run([
      "record", "t.yaml", "--waivers", "w.yaml", "--as-of", "2026-07-01", "--database", "c.sqlite",
    ])
    #expect(run.code == 2 && run.out.contains("已记录为第 1 轮"), "\(run)")
    for words in ["kindd", "已于 2026-06-30 到期", "没有对应到任何问题"] { #expect(run.errors.contains(words), "\(run.errors)") }
  }

  @Test("takes no day of the future, and none before the round, and says why")
  func days() throws {
    let office = try Office()
    let board = SixRounds.fingerprint("institution-board.off-wall", "N1", in: 1)
    #expect(try office.record(1) == 0)
    for (verb, more) in [("claim", []), ("extend", ["--due", "2062-12-31", "--reason", "等待制作"])] {
      for (day, words) in [("2062-06-01", "晚于今天"), ("2026-05-01", "早于第 1 轮首次发现")] {
        let run = try office.run([verb, board, "--by", "李明", "--on", day, "--database", "c.sqlite"] + more)
        #expect(run.code == 2 && run.errors.contains(words) && run.errors.contains("--on"), "\(run)")
      }
    }
    let findings = try #require(try office.json(["status"])["findings"] as? [[String: Any]])
    #expect(findings.allSatisfy { $0["state"] as? String == "open" })
  }

  @Test("stores another name and deadline of the same round, and says so")
  func recordedAgain() throws {
    let office = try Office()
    #expect(try office.record(1) == 0)
    let again = ["record", "t.yaml", "--as-of", SixRounds.days[0], "--database", "c.sqlite"]
    let run = try office.run(again + ["--due", "2026-06-30", "--name", "摸底"])
    #expect(run.code == 0 && run.out.contains("没有再记；名称改为“摸底”，整改时限改为 2026-06-30。"), "\(run)")
    #expect(try office.run(again + ["--due", "2026-07-01"]).out.contains("2026-07-01（原为 2026-06-30）"))
    let rounds = try office.json(["status"])["rounds"] as? [[String: Any]]
    #expect(rounds?.first?["due"] as? String == "2026-07-01" && rounds?.first?["name"] as? String == "摸底")
    #expect(try office.record(2) == 0)
    try office.scratch.put(SixRounds.inventories(1), "t.yaml")
    let refused = try office.run(again + ["--due", "2026-07-31"])
    #expect(refused.code == 2 && refused.errors.contains("整改时限没有改动"), "\(refused)")
  }

  @Test("warns where a round is judged by another standard than the one before")
  func otherStandard() throws {
    let office = try Office()
    #expect(try office.record(1) == 0)
    let rules = SampleTests.root.appending(path: "Rules/fuzhou").path
    let inventory = "community: {district: 临江区, street: 江畔街道, name: 柳荫社区}\nsigns: []\n"
    try office.scratch.put(inventory, "t.yaml")
    let run = try office.run([
      "record", "t.yaml", "--rules", rules, "--as-of", "2026-06-01", "--database", "c.sqlite",
    ])
    #expect(run.code == 0 && run.errors.contains("同一专项用了不同的标准"), "\(run)")
    let compared = try office.run(["compare", "1", "2", "--database", "c.sqlite"])
    #expect(compared.out.contains("注意：两轮依据的标准不同"), "\(compared)")
    #expect(try office.json(["compare", "1", "2"])["caution"] is String)
  }

  @Test("stores one round when two record the same at once, and two when they differ")
  func twoProcesses() throws {
    let office = try Office()
    try office.scratch.put(SixRounds.inventories(1), "a.yaml")
    try office.scratch.put(SixRounds.inventories(2), "b.yaml")
    for (files, count) in [(["a.yaml", "a.yaml", "a.yaml"], 1), (["b.yaml", "a.yaml", "b.yaml"], 3)] {
      let processes = files.map { file in
        let process = Process()
        process.executableURL = SampleTests.binary
        process.arguments = [
          "campaign", "record", file, "--as-of", count == 1 ? "2026-05-20" : "2026-06-01", "--database", "c.sqlite",
          "--wait", "60",
        ]
        process.currentDirectoryURL = URL(filePath: office.scratch.path)
        process.standardOutput = FileHandle.nullDevice
        return process
      }
      for process in processes { try process.run() }
      for process in processes {
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
      }
      #expect((try office.json(["status"])["rounds"] as? [Any])?.count == count)
    }
  }

  @Test("says what is wrong, exits with 2, and leaves what is there as it is")
  func errors() throws {
    let office = try Office()
    try office.scratch.put(SixRounds.inventories(1), "t.yaml")
    func fails(_ arguments: [String], _ words: String) throws {
      let run = try office.run(arguments)
      #expect(run.code == 2, "\(arguments)")
      #expect(run.out.isEmpty)
      #expect(run.errors.contains(words), "\(run.errors)")
    }
    let at = ["--as-of", "2026-05-20", "--database"]
    try fails(["status", "--database", "no.sqlite"], "没有专项文件")
    try fails(["record", "t.yaml"] + at + ["/proc/c.sqlite"], "没有写入")
    try fails(["record", "t.yaml"] + at + ["no/c.sqlite"], "目录不存在")
    try fails(["record", "t.yaml"] + at + ["."], "不是文件")
    try fails(["record", "t.yaml"] + at + ["t.yaml"], "不是 signaudit 的专项文件")
    #expect(office.scratch.text("t.yaml") == SixRounds.inventories(1))
    try fails(["record", "nowhere.yaml", "t.yaml"] + at + ["c.sqlite"], "没有记录")
    try fails(["record", "t.yaml", "--rules", "."] + at + ["c.sqlite"], "standard.yaml")
    #expect(office.scratch.names == ["t.yaml"])
    #expect(try office.record(2) == 0)
    try fails(["record", "t.yaml"] + at + ["c.sqlite"], "早于第 1 轮")
    try fails(["compare", "1", "2", "--database", "c.sqlite"], "没有第 2 轮")
    try fails(["history", "没有街道", "--database", "c.sqlite"], "没有“没有街道”这个街道")
    try fails(
      ["claim", "0123456789ab", "--by", "李明", "--on", "2026-06-03", "--database", "c.sqlite"], "没有这个问题编号")
    try fails(["status", "--database", "c.sqlite", "--format", "json=/dev/full"], "不能写入")
    for wrong in [
      ["claim", "0123456789ab", "--by", " ", "--on", "2026-06-03", "--database", "c.sqlite"],
      ["claim", "0123456789ab", "--by", "李明", "--on", "2026-02-30", "--database", "c.sqlite"],
      ["compare", "2", "1", "--database", "c.sqlite"], ["status"],
    ] {
      #expect(try office.run(wrong).code == 64, "\(wrong)")
    }
  }

  @Test("backs up into a new file, and replaces none")
  func backup() throws {
    let office = try Office()
    #expect(try office.record(1) == 0)
    #expect(try office.run(["backup", "copy.sqlite", "--database", "c.sqlite"]).code == 0)
    let copy = try office.run(["status", "--database", "copy.sqlite", "--format", "json"])
    #expect(copy.out == (try office.run(["status", "--database", "c.sqlite", "--format", "json"])).out)
    let again = try office.run(["backup", "copy.sqlite", "--database", "c.sqlite"])
    #expect(again.code == 2)
    #expect(again.errors.contains("已经存在"))
    #expect(try office.run(["backup", "no/copy.sqlite", "--database", "c.sqlite"]).code == 2)
    #expect(office.scratch.names.allSatisfy { !$0.contains(".tmp") })
  }
}

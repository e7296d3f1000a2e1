import Foundation
import Glibc
import Testing

/// The inputs of the list in the project's description of traps, by their numbers. Those of the outputs (13) are in
/// `WritingTests` and `OutputFilesTests`, those of texts that attack a format (8, 9) in `HostileTextTests`, those of the
/// same bytes (14) in `SameBytesTests`; the reader's own tests are in `YAMLTreeTests`.
@Suite("Bad input, by its number")
struct BadInputTests {
  static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  @Test(
    "1: an empty file, comments only, a mark only: skipped; with nothing left to audit exit 2",
    arguments: [
      "", "# nothing\n", "\u{FEFF}", "\n\n \n", "\u{FEFF}# 空\n", "---\n---\n# x\n...\n",
    ])
  func item1(text: String) throws {
    let beside = try BadInput.beside(text)
    #expect(beside.code == 0)
    #expect(beside.summary["communities"] == 1)
    #expect(beside.communities.count == 1)
    let alone = try BadInput(["bad.yaml": Array(text.utf8)]).audit()
    #expect(alone.code == 2)
    #expect(alone.out.isEmpty)
    #expect(alone.err.contains("there is no inventory to audit"))
  }

  @Test("1: no file at all, or only a roster: exit 2")
  func item1nothing() throws {
    #expect(try BadInput([:]).audit().code == 2)
    let roster = try BadInput(["r.yaml": Array("roster: 1\ndistrict: 甲区\nstreets: []\n".utf8)])
    let run = try roster.audit("--verbose")
    #expect(run.code == 2)
    #expect(run.err.contains("--roster"))
  }

  @Test(
    "2: a root that is no mapping, a full-width colon, a tab, an open quote or bracket: what to write instead",
    arguments: [
      ("- community: {}\n", 1, "list"), ("柳荫社区\n", 1, "text"), ("社区：\n  区：临江区\n", 1, "text"),
      (BadInput.head + "signs:\n\t- {id: A}\n", 4, "tab"), (BadInput.head + "signs: [{id: \"A}]\n", 3, "quote"),
      (BadInput.head + "signs: [{id: A}\n", 3, "`[`"),
      (BadInput.head + "signs:\n  - 编号：A\n    kind: other\n", 5, "full-width"),
      (BadInput.head + "signs:\n  - id:　A\n    kind: other\n", 5, "ideographic"),
    ])
  func item2(text: String, line: Int, word: String) throws {
    let result = try BadInput.beside(text)
    let said = result.said("bad.yaml")
    #expect(result.code == 2 && result.status("bad.yaml") == "unreadable")
    #expect(said.count == 1 && said[0].contains(word), "\(said)")
    // Where it starts to go wrong, or on the line before.
    #expect([line, line - 1].contains { said[0].hasPrefix("\($0) ") }, "\(said)")
    #expect(result.status("good.yaml") == "undetermined")
    let input = try BadInput(["bad.yaml": Array(text.utf8)])
    let text = String(decoding: try input.run(["audit", "in"]).out, as: UTF8.self)
    #expect(text.contains("改") || text.contains("请") || text.contains("写"), "\(text)")
  }

  @Test(
    "3: a repeated key, also after NFKC and in the other spelling, with both places",
    arguments: [
      ("signs: []\nsigns: []\n", 4, 3), ("signs: []\n标识牌: []\n", 4, 3), ("signs: []\nＡ: 1\nA: 2\n", 5, 4),
    ])
  func item3duplicate(text: String, line: Int, first: Int) throws {
    expectUnreadable(try BadInput.beside(BadInput.head + text), line)
    let input = try BadInput(["bad.yaml": Array((BadInput.head + text).utf8)])
    let shown = String(decoding: try input.run(["audit", "in", "--language", "en"]).out, as: UTF8.self)
    #expect(shown.contains("first written here"))
    #expect(
      shown.contains("bad.yaml:\(line):") && shown.contains("\n\(first) |") || shown.contains(" \(first) │"), "\(shown)"
    )
  }

  @Test(
    "3: an unknown key or word, with the nearest known one",
    arguments: [
      ("signs: [{id: A, knd: other}]\n", "did you mean `kind`?"),
      ("signs: [{id: A, kind: othr}]\n", "did you mean `other`?"),
      ("标识排: []\n", "did you mean `标识牌`?"), ("signs: [{id: A, 位置: 大门左边}]\n", "did you mean `大门左侧`?"),
    ])
  func item3unknown(text: String, help: String) throws {
    expectUnreadable(try BadInput.beside(BadInput.head + text), 3)
    let input = try BadInput(["bad.yaml": Array((BadInput.head + text).utf8)])
    let shown = String(decoding: try input.run(["audit", "in", "--language", "en"]).out, as: UTF8.self)
    #expect(shown.contains(help), "\(shown)")
  }

  @Test(
    "4: cycles, aliases, merge keys and tags",
    arguments: [
      ("signs: &a [*a]\n", "`&a`"), ("signs: *a\n", "`*a`"), ("signs: []\n<<: {a: 1}\n", "merge key"),
      ("signs: !!python/object:os.system x\n", "tag"), ("signs: !mine []\n", "tag"),
      ("signs: [{id: &x A}, {id: B, text: *x}]\n", "`&x`"),
    ])
  func item4(text: String, word: String) throws {
    expectUnreadable(try BadInput.beside(BadInput.head + text), text.hasPrefix("signs: []") ? 4 : 3, word)
  }

  @Test("4: a billion laughs")
  func item4laughs() throws {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1...20 {
      text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",") + "]\n"
    }
    expectUnreadable(try BadInput.beside(text), 1, "`&a0`")
  }

  @Test(
    "5: endless nesting, of 5 MB and within the limit of a file", arguments: ["[", "{a: ", "- ", "? "],
    [3 << 20, 5 << 20])
  func item5(piece: String, size: Int) throws {
    expectUnreadable(try BadInput.beside(String(repeating: piece, count: size / piece.utf8.count)), 1)
  }

  @Test("5: 64 levels are read, 65 are not")
  func item5levels() throws {
    func text(_ levels: Int) -> String {
      BadInput.head + "signs: [{id: A, photo: " + String(repeating: "[", count: levels - 3)
        + String(repeating: "]", count: levels - 3) + "}]\n"
    }
    let read = try BadInput.beside(text(64)).said("bad.yaml")
    #expect(read.count == 1 && read[0].contains("`photo` must be a text"), "\(read)")
    expectUnreadable(try BadInput.beside(text(65)), 3, "deeper than 64 levels")
  }

  @Test("6: UTF-16 with a mark is audited")
  func item6() throws {
    let text = BadInput.head + "signs: [{id: 甲𠀀, kind: notice-board}]\n"
    for (mark, encoding) in [
      ([0xFF, 0xFE], String.Encoding.utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
    ] as [([UInt8], String.Encoding)] {
      let result = try BadInput.beside(mark + [UInt8](try #require(text.data(using: encoding))))
      #expect(result.code == 0)
      #expect(result.status("bad.yaml") == "undetermined" && result.said("bad.yaml") == [])
      #expect(result.summary["communities"] == 2)
    }
  }

  @Test("6: UTF-16 without a mark, UTF-32, and what is neither UTF-8 nor GB18030")
  func item6refused() throws {
    let text = BadInput.head + "signs: []\n"
    for encoding in [
      String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian,
    ] {
      expectUnreadable(try BadInput.beside([UInt8](try #require(text.data(using: encoding)))), 1, "UTF-")
    }
    expectUnreadable(
      try BadInput.beside(Array(text.utf8) + [0x23, 0xFF, 0xFE, 0x0A]), 4, "byte \(text.utf8.count + 2) (0xFF)",
      "line 4")
    expectUnreadable(try BadInput.beside(Array(text.utf8) + [0xE6, 0x9F]), 4, "line 4")
  }

  @Test("7: GB18030 is audited with a warning")
  func item7() throws {
    let text = BadInput.head + "signs: [{id: A, kind: 制度牌, text: 居民公约, place: room-wall}]\n"
    let result = try BadInput.beside([UInt8](try #require(text.data(using: Self.gb18030))))
    #expect(result.code == 0)
    #expect(result.summary["communities"] == 2 && result.summary["unreadable"] == 0)
    #expect(result.said("bad.yaml").count == 1 && result.said("bad.yaml")[0].contains("GB18030"))
    let findings = result.community("bad.yaml")?["findings"] as? [[String: Any]] ?? []
    #expect(findings.contains { $0["rule"] as? String == "institution-board.off-wall" })
    #expect(result.community("bad.yaml")?["name"] as? String == "柳荫社区")
  }

  @Test(
    "7: raw NUL, ESC, DEL and C1, at the right line",
    arguments: [("\0", "NUL"), ("\u{1B}", "ESC"), ("\u{7F}", "DEL"), ("\u{9B}", "U+009B")])
  func item7raw(raw: String, name: String) throws {
    expectUnreadable(try BadInput.beside(BadInput.head + "signs:\n- id: A\n  text: 甲\(raw)乙\n"), 5, name)
  }

  @Test(
    "10: links that lead nowhere or in circles, FIFOs, sockets and directories with an inventory's name: skipped with a note"
  )
  func item10() throws {
    let input = try BadInput(["good.yaml": Array(BadInput.good.utf8)])
    let files = FileManager.default
    try files.createDirectory(atPath: "\(input.directory)/dir.yaml", withIntermediateDirectories: true)
    try Data((BadInput.head + "signs: []\n").utf8).write(to: URL(filePath: "\(input.directory)/dir.yaml/b.yml"))
    #expect(mkfifo("\(input.directory)/fifo.yaml", 0o600) == 0)
    try files.createSymbolicLink(atPath: "\(input.directory)/dangling.yaml", withDestinationPath: "nowhere.yaml")
    try files.createSymbolicLink(atPath: "\(input.directory)/loop.yaml", withDestinationPath: "loop.yaml")
    try files.createSymbolicLink(atPath: "\(input.directory)/up.yaml", withDestinationPath: "..")
    let socket = try #require(makeSocket("\(input.directory)/socket.yaml"))
    defer { close(socket) }
    let result = try input.audit("--verbose")
    #expect(result.code == 0)
    #expect(result.summary["communities"] == 2)
    for name in ["fifo", "dangling", "loop", "up", "socket", "dir"] {
      #expect(result.err.contains("\(name).yaml`: not a regular file"), "\(name)")
    }
    // Named, a FIFO or socket is skipped all the same, and nothing is left.
    let named = try input.run(["audit", "in/fifo.yaml", "in/socket.yaml", "--format", "json"])
    #expect(named.code == 2 && named.out.isEmpty)
  }

  private func makeSocket(_ path: String) -> Int32? {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8) + [0]
    guard descriptor >= 0, bytes.count <= MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
    }
    return code == 0 ? descriptor : nil
  }

  @Test("10: a named path that does not exist: exit 2, and the rest is audited")
  func item10missing() throws {
    let input = try BadInput(["good.yaml": Array(BadInput.good.utf8)])
    let result = try input.run(["audit", "in", "nowhere", "in/none.yaml", "--format", "json", "--language", "en"])
    #expect(result.code == 2)
    #expect(result.summary["communities"] == 1)
    #expect(result.err.contains("`nowhere` cannot be found") && result.err.contains("`in/none.yaml` cannot be found"))
  }

  @Test("10: a file that cannot be read: unreadable, and the rest is audited")
  func item10unreadable() throws {
    let input = try BadInput(["good.yaml": Array(BadInput.good.utf8), "bad.yaml": Array(BadInput.good.utf8)])
    // What root may read as well fails here: the memory of the process has nothing at its start.
    let memory = try input.run(["audit", "in/good.yaml", "/proc/self/mem", "--format", "json", "--language", "en"])
    #expect(memory.code == 2)
    #expect(memory.summary["unreadable"] == 1 && memory.summary["communities"] == 2)
    guard geteuid() != 0 else { return }
    #expect(chmod("\(input.directory)/bad.yaml", 0) == 0)
    expectUnreadable(try input.audit(), 1, "cannot be read")
  }

  @Test("11: the same file named twice, in whatever way, is audited once")
  func item11() throws {
    let input = try BadInput([
      "good.yaml": Array(BadInput.good.utf8), "b.yaml": Array((BadInput.head + "signs: []\n").utf8),
    ])
    try FileManager.default.createSymbolicLink(atPath: "\(input.scratch.path)/link", withDestinationPath: "in")
    for paths in [
      ["in/good.yaml", "in/good.yaml"], ["in", "in/good.yaml"], ["in", "in"], ["in/good.yaml", "./in/good.yaml"],
      ["in/", "in", "\(input.directory)"], ["in", "link/good.yaml"], ["in//good.yaml", "in/../in/good.yaml", "in"],
    ] {
      let result = try input.run(["audit"] + paths + ["--format", "json"])
      #expect(result.code == 0, "\(paths)")
      #expect(
        result.summary["communities"] == (paths.contains { $0.hasSuffix("in") || $0.hasSuffix("in/") } ? 2 : 1),
        "\(paths)")
    }
    try FileManager.default.createSymbolicLink(atPath: "\(input.directory)/a.yaml", withDestinationPath: "good.yaml")
    let linked = try input.audit("--verbose")
    #expect(linked.code == 0 && linked.summary["communities"] == 2)
    #expect(linked.err.contains("the same file"))
  }

  @Test("12: a standard that is missing, empty or broken: exit 2 before any inventory is read, all problems listed")
  func item12() throws {
    let input = try BadInput(["good.yaml": Array(BadInput.good.utf8), "bad.yaml": Array("a: [\n".utf8)])
    let root = input.scratch.path
    func refused(_ name: String, _ files: [String: String], _ words: String...) throws {
      try FileManager.default.createDirectory(atPath: "\(root)/\(name)", withIntermediateDirectories: true)
      for (path, text) in files { try input.scratch.put(text, "\(name)/\(path)") }
      let result = try input.run(["audit", "in", "nowhere", "--rules", name, "--format", "json", "--language", "en"])
      #expect(result.code == 2, "\(name)")
      #expect(result.out.isEmpty, "\(name)")
      for word in words { #expect(result.err.contains(word), "\(name): \(result.err)") }
      #expect(!result.err.contains("bad.yaml") && !result.err.contains("nowhere"), "\(name): \(result.err)")
    }
    #expect(try input.run(["audit", "in", "--rules", "none"]).code == 2)
    try refused("empty", [:], "no standard.yaml")
    try refused("blank", ["standard.yaml": "# nothing\n"], "there is nothing in the file")
    try refused("open", ["standard.yaml": "standard: [\n"], "`[`")
    let rules = SampleTests.root.appending(path: "Rules/huangshigang")
    func embedded(_ path: String) throws -> String {
      try String(contentsOf: rules.appending(path: path), encoding: .utf8)
    }
    var files: [String: String] = [:]
    let paths = try FileManager.default.subpathsOfDirectory(atPath: rules.path)
      .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix("cases/") }
    for path in paths { files[path] = try embedded(path) }
    try FileManager.default.createDirectory(atPath: "\(root)/wrong/rules", withIntermediateDirectories: true)
    files["rules/service-center.yaml"]?.replace("exactly: 1", with: "at_least: 3, at_most: 1", maxReplacements: 1)
    files["rules/service-center.yaml"]?.replace("wording:", with: "wordings:", maxReplacements: 1)
    files["rules/walls.yaml"]?.replace("kind: institution-board", with: "kind: institution-bord", maxReplacements: 1)
    files["rules/walls.yaml"]?.replace("id: award.off-wall", with: "id: institution-board.off-wall", maxReplacements: 1)
    try refused(
      "wrong", files, "at_least (3) is above at_most (1)", "has no key `wordings`", "has no word `institution-bord`",
      "`institution-board.off-wall` is used twice")
    for path in paths { files[path] = try embedded(path) }
    files["rules/walls.yaml"]?.replace("expect: fail", with: "expect: pass", maxReplacements: 1)
    files["rules/walls.yaml"]?.replace("expect: pass", with: "expect: fail", maxReplacements: 1)
    try FileManager.default.createDirectory(atPath: "\(root)/unproved/rules", withIntermediateDirectories: true)
    try refused("unproved", files, "does not hold")
    // Whoever writes it has the schema of its words all the same.
    let schema = try input.run(["schema", "rules", "--rules", "unproved"])
    #expect(schema.code == 0 && String(decoding: schema.out, as: UTF8.self).contains("institution-board"))
  }

  @Test("12: a roster or waivers file with errors: exit 2, all problems listed")
  func item12lists() throws {
    let input = try BadInput(["good.yaml": Array(BadInput.good.utf8)])
    try input.scratch.put(
      "roster: 1\ndistrict: 甲区\nstreets: [{name: 乙, communites: []}, {communities: []}]\n", "roster.yaml")
    try input.scratch.put(
      "waivers: 1\nentries:\n  - {rule: a.b, street: 甲, community: 乙, reason: 丙, approved_by: 丁, document: 戊, expires: 2026-02-30}\n"
        + "  - {rule: award.of-wall, street: 甲, community: 乙, reason: 丙, approved_by: 丁, document: 戊, expires: 2026-02-28}\n",
      "waivers.yaml")
    let result = try input.run([
      "audit", "in", "--roster", "roster.yaml", "--waivers", "waivers.yaml", "--language", "en", "--format", "json",
    ])
    #expect(result.code == 2 && result.out.isEmpty)
    for word in [
      "`communites`", "lacks the required key `name`", "2026-02-30", "`award.of-wall`",
      "did you mean `award.off-wall`?",
    ] {
      #expect(result.err.contains(word), "\(word): \(result.err)")
    }
    #expect(try input.run(["audit", "in", "--roster", "none.yaml"]).code == 2)
    #expect(try input.run(["audit", "in", "--waivers", "none.yaml"]).code == 2)
  }

  @Test(
    "15: unquoted numbers, words, times and dates in text fields are the text as written; ~ and null are unrecorded")
  func item15() throws {
    let text =
      "community: {district: no, street: on, name: 8:30, code: 010203}\nsurvey: {covers: [interior]}\n"
      + "facility: {rooms: [{number: 0101, functions: [yes]}, {number: 101, functions: [2024-01-01]}, {number: 1e3, functions: []}]}\n"
      + "signs:\n- {id: 010203, kind: door-plaque, text: 0101, place: desk, demanded_by: null}\n"
      + "- {id: 8:30, kind: door-plaque, text: ~, place: desk, demanded_by: no}\n"
      + "- {id: 2024-01-01, kind: room-number, text: 0101, place: room-door, room: 0101}\n"
    let result = try BadInput.beside(text)
    let community = try #require(result.community("bad.yaml"))
    #expect(community["name"] as? String == "8:30" && community["code"] as? String == "010203")
    #expect((result.report["streets"] as? [[String: Any]])?.map { $0["district"] as? String }.contains("no") == true)
    let findings = (community["findings"] as? [[String: Any]] ?? []).map { finding in
      ["rule", "outcome", "sign", "subject"].map { finding[$0] as? String ?? "–" }.joined(separator: " ")
    }
    #expect(findings.contains("negative-list.disguised-signs undetermined 010203 –"), "\(findings)")
    #expect(findings.contains("negative-list.disguised-signs fail 8:30 –"))
    #expect(findings.contains("room.numbered fail – room:101"))
    #expect(!findings.contains { $0.hasPrefix("room.numbered") && $0.hasSuffix("room:0101") })
    #expect(result.said("bad.yaml") == [])
  }

  @Test(
    "16: dates that do not exist or are written otherwise",
    arguments: ["2026-02-30", "2026/5/1", "二〇二六年", "2026-5-1", "20260501"])
  func item16(date: String) throws {
    for text in ["signs: [{id: A, since: \(date)}]\n", "signs: [{id: A, approval: {date: \(date)}}]\n"] {
      expectUnreadable(try BadInput.beside(BadInput.head + text), 3, "`\(date)` is no date that exists")
    }
    let input = try BadInput(["good.yaml": Array(BadInput.good.utf8)])
    #expect(try input.run(["audit", "in", "--as-of", date]).code == 64)
  }
}

import Diagnostics
import Foundation
import GRDB
import Standard
import TestSupport
import Testing

@testable import Campaign

/// A directory of its own for a test, gone afterwards.
final class Scratch {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "campaign-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a campaign in it.
  var database: String { path + "/c.sqlite" }

  var names: Set<String> { Set((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []) }
}

extension Round {
  /// The round as a file gives it back.
  fileprivate func numbered(_ number: Int) -> Round {
    var round = self
    round.number = number
    return round
  }
}

@Suite("a campaign's file")
struct CampaignStoreTests {
  private func record(_ numbers: ClosedRange<Int>, _ path: String) throws {
    let store = try CampaignStore(path, for: .creating, wait: 5)
    for number in numbers { #expect(try store.record(SixRounds.round(number)) == .new(number)) }
  }

  @Test("gives back what was stored, to the last value")
  func roundTrip() throws {
    let scratch = try Scratch()
    try record(1...6, scratch.database)
    let history = try CampaignStore(scratch.database, for: .reading, wait: 5).history()
    #expect(history.rounds == SixRounds.history.rounds)
    #expect(scratch.names.contains("c.sqlite"))
  }

  @Test("leaves one whole file when it is closed")
  func oneFile() throws {
    let scratch = try Scratch()
    try record(1...2, scratch.database)
    #expect(scratch.names == ["c.sqlite"])
  }

  @Test("is a sound database in write-ahead mode")
  func soundness() throws {
    let scratch = try Scratch()
    try record(1...1, scratch.database)
    let queue = try DatabaseQueue(path: scratch.database)
    #expect(try queue.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    #expect(try queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
    #expect(try queue.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check").count } == 0)
  }

  @Test("takes the same input for the same round, whatever it is called and when it is due")
  func sameInput() throws {
    let scratch = try Scratch()
    try record(1...2, scratch.database)
    let store = try CampaignStore(scratch.database, for: .creating, wait: 5)
    var again = SixRounds.round(1)
    again.due = nil
    #expect(try store.record(again) == .known(1))
    again.name = nil
    #expect(try store.record(again) == .known(1))
    #expect(try store.history().rounds == Array(SixRounds.history.rounds[..<2]))
    // Another version of the program, or another day, is another round.
    let text = SixRounds.inventories(2)
    #expect(try store.record(Campaigns.round(text, asOf: SixRounds.days[1], tool: "2")) == .new(3))
    #expect(try store.record(Campaigns.round(text, asOf: SixRounds.days[2])) == .new(4))
  }

  @Test("refuses a round that is older than the last")
  func older() throws {
    let scratch = try Scratch()
    let store = try CampaignStore(scratch.database, for: .creating, wait: 5)
    _ = try store.record(SixRounds.round(3))
    #expect(throws: CampaignError.early(asOf: "2026-05-20", last: "2026-06-10", number: 1)) {
      _ = try store.record(SixRounds.round(1))
    }
    #expect(try store.history().rounds.count == 1)
  }

  @Test("stores what people said of several findings, or of none")
  func actions() throws {
    let scratch = try Scratch()
    try record(1...1, scratch.database)
    let store = try CampaignStore(scratch.database, for: .writing, wait: 5)
    let sign = SixRounds.fingerprint("exterior.surplus", "W6", in: 1)
    let board = SixRounds.fingerprint("institution-board.off-wall", "N1", in: 1)
    let day = Campaigns.day("2026-05-25")
    func refused(_ kind: ReviewAction.Kind, _ findings: [String]) -> [String] {
      do {
        _ = try store.say(kind, of: findings, by: "王芳", on: day, note: nil, today: day)
        return []
      } catch {
        guard case CampaignError.refused(let refusals) = error else { return ["\(error)"] }
        return refusals.map(\.finding)
      }
    }
    #expect(refused(.close, [sign, board]) == [sign, board])
    #expect(refused(.claim, [sign, "0123456789", String(board.prefix(7))]) == ["0123456789", String(board.prefix(7))])
    #expect(try store.history().actions.isEmpty)
    // Named twice, it is said once.
    let claimed = try store.say(
      .claim, of: [sign, String(board.prefix(12)), sign], by: "李明", on: day, note: "已拆除", today: day)
    #expect(claimed.map(\.state) == [.claimed, .claimed])
    #expect(refused(.claim, [sign]) == [sign])
    #expect(try store.say(.close, of: [sign], by: "王芳", on: day, note: nil, today: day).map(\.state) == [.closed])
    #expect(
      try store.say(.return, of: [board], by: "王芳", on: day, note: "仍在墙上", today: day).map(\.state) == [.returned])
    let actions = try store.history().actions
    #expect(actions.map(\.number) == [1, 2, 3, 4])
    #expect(actions.map(\.note) == ["已拆除", "已拆除", nil, "仍在墙上"])
    #expect(actions.allSatisfy { $0.afterRound == 1 })
  }

  // MARK: What may be wrong with a file

  private func error(_ path: String, _ access: CampaignStore.Access) -> CampaignError? {
    do {
      _ = try CampaignStore(path, for: access, wait: 0)
      return nil
    } catch {
      return error
    }
  }

  @Test("keeps every change of a deadline, and refuses what has none to move")
  func extensions() throws {
    let scratch = try Scratch()
    try record(1...2, scratch.database)
    let store = try CampaignStore(scratch.database, for: .writing, wait: 5)
    let board = SixRounds.fingerprint("institution-board.off-wall", "N1", in: 1)
    let sign = SixRounds.fingerprint("exterior.surplus", "W6", in: 1)
    let wording = SixRounds.fingerprint("residents-committee.name", "W3", in: 1)
    func extend(_ findings: [String], _ due: String) throws -> [FindingCourse] {
      try store.say(
        .extend, of: findings, by: "区专项办", on: Campaigns.day("2026-06-05"), note: "等待制作", due: Campaigns.day(due),
        today: Campaigns.day("2026-06-05"))
    }
    func refused(_ findings: [String], _ due: String) -> String? {
      do {
        _ = try extend(findings, due)
        return nil
      } catch CampaignError.refused(let refusals) {
        return refusals.map(\.reason.zh).joined(separator: "；")
      } catch { return "\(error)" }
    }
    #expect(
      try extend([board, wording], "2026-07-31").map(\.due) == [
        Campaigns.day("2026-07-31"), Campaigns.day("2026-07-31"),
      ])
    #expect(refused([board, sign], "2026-08-31") == "正等待复核，没有整改时限要调整；复核退回后再延期")
    #expect(refused([board], "2026-07-31") == "整改时限已经是 2026-07-31")
    #expect(try extend([board], "2026-07-10").map(\.state) == [.open])
    let course = try #require(try store.history().courses.first { $0.fingerprint == board })
    #expect(course.due == Campaigns.day("2026-07-10"))
    #expect(course.extensions.map(\.before) == ["2026-06-15", "2026-07-31"].map(Campaigns.day))
    #expect(course.extensions.map(\.action.note) == ["等待制作", "等待制作"])
    #expect(course.currentExtensions == course.extensions)
    // Later rounds leave it as it is, until the finding is settled and comes back.
    for number in 3...4 { #expect(try store.record(SixRounds.round(number)) == .new(number)) }
    let later = try #require(try store.history().courses.first { $0.fingerprint == board })
    #expect(later.extensions.count == 2)
    #expect(later.currentExtensions.isEmpty)
    #expect(later.due == nil)
  }

  /// A file of an older version with the rounds and actions of another file, as far as it has columns for them.
  private func old(_ version: Int, of source: String, at path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      for step in CampaignSchema.steps[..<version] { try database.execute(sql: step) }
      try database.execute(sql: "PRAGMA user_version = \(version); ATTACH ? AS source", arguments: [source])
      for table in ["standard", "rule", "round", "community", "sign", "finding", "action"] {
        let columns = try database.columns(in: table).map(\.name).joined(separator: ", ")
        try database.execute(sql: "INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM source.\(table)")
      }
      try database.execute(sql: "DETACH source")
    }
    try queue.close()
  }

  @Test("brings a file of an older version up when it is written, and loses nothing", arguments: [1, 2])
  func olderVersion(_ version: Int) throws {
    let scratch = try Scratch()
    let path = scratch.path + "/old.sqlite"
    try record(1...2, scratch.database)
    let sign = SixRounds.fingerprint("exterior.surplus", "W6", in: 1)
    let day = Campaigns.day("2026-06-02")
    _ = try CampaignStore(scratch.database, for: .writing, wait: 5).say(
      .close, of: [sign], by: "王芳", on: day, note: "已拆", today: day)
    let before = try CampaignStore(scratch.database, for: .reading, wait: 5).history()
    try old(version, of: scratch.database, at: path)
    #expect(throws: CampaignError.older(path: path)) {
      _ = try CampaignStore(path, for: .reading, wait: 5).history()
    }
    // A backup is of the file as it is: it is what one makes before the file is brought up.
    try CampaignStore(path, for: .copying, wait: 5).backUp(to: scratch.path + "/copy.sqlite")
    for path in [path, scratch.path + "/copy.sqlite"] {
      let file = try DatabaseQueue(path: path)
      #expect(try file.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == version)
    }
    let store = try CampaignStore(path, for: .writing, wait: 5)
    // What such a file could not hold is not known, and nothing is put in its place.
    var known = before.rounds
    for round in known.indices {
      for community in known[round].communities.indices {
        for finding in known[round].communities[community].findings.indices {
          known[round].communities[community].findings[finding].action = nil
        }
      }
    }
    #expect(known != before.rounds)
    #expect(try store.history().rounds == known)
    #expect(try store.history().actions == before.actions)
    _ = try store.say(.return, of: [sign], by: "王芳", on: day, note: nil, today: day)
    _ = try store.say(.extend, of: [sign], by: "王芳", on: day, note: "甲", due: Campaigns.day("2026-06-30"), today: day)
    #expect(try store.history().actions.last?.due == Campaigns.day("2026-06-30"))
    // From the next round on it is stored; a finding that was not seen since remains without it.
    #expect(try store.record(SixRounds.round(3)) == .new(3))
    let history = try store.history()
    #expect(history.rounds.last == SixRounds.round(3).numbered(3))
    let surplus = SixRounds.fingerprint("exterior.surplus", "W7", in: 3)
    #expect(history.courses.first { $0.fingerprint == surplus }?.finding.action == .takeDown)
    #expect(history.courses.first { $0.fingerprint == sign }?.finding.action == nil)
  }

  @Test("says that a file is missing, empty, no file, or in no directory")
  func missing() throws {
    let scratch = try Scratch()
    let path = scratch.database
    for access in [CampaignStore.Access.reading, .writing] { #expect(error(path, access) == .missing(path: path)) }
    #expect(scratch.names.isEmpty)
    try Data().write(to: URL(filePath: path))
    #expect(error(path, .reading) == .empty(path: path))
    #expect(error(path, .writing) == .empty(path: path))
    // What was left when a process ended while it made the file: no tables yet, but a database.
    try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL; VACUUM") }
    #expect(error(path, .reading) == .empty(path: path))
    // Or no round in them.
    _ = try CampaignStore(path, for: .creating, wait: 0)
    #expect(error(path, .reading) == .empty(path: path))
    try record(1...1, path)
    #expect(error(path, .reading) == nil)
    for access in [CampaignStore.Access.reading, .creating] {
      #expect(error(scratch.path, access) == .notAFile(path: scratch.path))
    }
    #expect(error("/dev/null", .creating) == .notAFile(path: "/dev/null"))
    let nowhere = scratch.path + "/no/c.sqlite"
    #expect(error(nowhere, .creating) == .noDirectory(path: nowhere))
  }

  @Test("refuses what is no campaign, and leaves it as it is")
  func foreign() throws {
    let scratch = try Scratch()
    let text = scratch.path + "/note.txt"
    let bytes = Data(String(repeating: "这不是数据库。\n", count: 200).utf8)
    try bytes.write(to: URL(filePath: text))
    let other = scratch.path + "/other.sqlite"
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE people (name TEXT)") }
    let before = try Data(contentsOf: URL(filePath: other))
    for access in [CampaignStore.Access.reading, .writing, .creating] {
      #expect(error(text, access) == .notACampaign(path: text))
      #expect(error(other, access) == .notACampaign(path: other))
    }
    #expect(try Data(contentsOf: URL(filePath: text)) == bytes)
    #expect(try Data(contentsOf: URL(filePath: other)) == before)
  }

  @Test("refuses what a newer version wrote, and leaves it as it is")
  func newer() throws {
    let scratch = try Scratch()
    try record(1...1, scratch.database)
    try DatabaseQueue(path: scratch.database).write {
      try $0.execute(sql: "PRAGMA user_version = 99")
    }
    for access in [CampaignStore.Access.reading, .writing, .creating] {
      #expect(error(scratch.database, access) == .newer(path: scratch.database))
    }
  }

  @Test("says that a file is damaged")
  func damaged() throws {
    let scratch = try Scratch()
    try record(1...2, scratch.database)
    var bytes = try Data(contentsOf: URL(filePath: scratch.database))
    for place in stride(from: 4096, to: bytes.count, by: 1) { bytes[place] = 0xA5 }
    try bytes.write(to: URL(filePath: scratch.database))
    // The head is as it was; what is behind it is read, and written to, later.
    #expect(throws: CampaignError.damaged(path: scratch.database)) {
      _ = try CampaignStore(scratch.database, for: .reading, wait: 0).history()
    }
    #expect(throws: CampaignError.damaged(path: scratch.database)) {
      _ = try CampaignStore(scratch.database, for: .creating, wait: 0).record(SixRounds.round(3))
    }
  }

  @Test("says that somebody else is writing, after waiting, and loses nothing")
  func locked() throws {
    let scratch = try Scratch()
    try record(1...1, scratch.database)
    let store = try CampaignStore(scratch.database, for: .writing, wait: 0)
    let other = try DatabaseQueue(path: scratch.database)
    try other.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      #expect(throws: CampaignError.locked(path: scratch.database, seconds: 0)) {
        _ = try store.record(SixRounds.round(2))
      }
      // Whoever only looks is not held up.
      #expect(try CampaignStore(scratch.database, for: .reading, wait: 0).history().rounds.count == 1)
      try database.execute(sql: "COMMIT")
    }
    #expect(try store.record(SixRounds.round(2)) == .new(2))
  }

  @Test("lets two write at once: each waits for the other")
  func twoWriters() async throws {
    let scratch = try Scratch()
    let path = scratch.database
    let rounds = [1, 1, 1, 1, 1, 1, 1, 1].map(SixRounds.round)
    let results = try await withThrowingTaskGroup(of: CampaignStore.Recorded.self) { group in
      for round in rounds {
        group.addTask { try CampaignStore(path, for: .creating, wait: 30).record(round) }
      }
      var results: [CampaignStore.Recorded] = []
      for try await result in group { results.append(result) }
      return results
    }
    #expect(results.count { $0 == .new(1) } == 1)
    #expect(results.count { $0 == .known(1) } == 7)
  }

  @Test("writes a whole copy while it is open")
  func backup() throws {
    let scratch = try Scratch()
    try record(1...3, scratch.database)
    let store = try CampaignStore(scratch.database, for: .writing, wait: 5)
    let copy = scratch.path + "/copy.sqlite"
    try store.backUp(to: copy)
    let history = try CampaignStore(copy, for: .reading, wait: 5).history()
    #expect(history.rounds == (try store.history().rounds))
    // The copy can be gone on with.
    #expect(try CampaignStore(copy, for: .creating, wait: 5).record(SixRounds.round(4)) == .new(4))
    #expect(throws: CampaignError.self) { try store.backUp(to: scratch.path + "/no/copy.sqlite") }
  }

  @Test("says in both languages what is wrong, and what is to be done")
  func words() {
    let errors: [CampaignError] = [
      .missing(path: "p"), .empty(path: "p"), .noDirectory(path: "p"), .notAFile(path: "p"), .notACampaign(path: "p"),
      .damaged(path: "p"), .newer(path: "p"), .older(path: "p"), .locked(path: "p", seconds: 3), .readOnly(path: "p"),
      .full(path: "p"),
      .failed(path: "p", reason: BilingualText(zh: "r", en: "r")), .exists(path: "p"),
      .early(asOf: "2026-01-01", last: "2026-01-02", number: 1),
      .noRound(3, last: 2), .noStreet("甲街道", known: ["乙街道"]),
    ]
    for error in errors {
      #expect(error.diagnostics.count == 1)
      for diagnostic in error.diagnostics {
        #expect(diagnostic.message.zh != diagnostic.message.en)
        #expect(diagnostic.severity == .error)
      }
    }
  }
}

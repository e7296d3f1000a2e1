package import Diagnostics
internal import Foundation
internal import GRDB
package import Inventory

/// A campaign's file: one SQLite database. It holds rounds and actions, and nothing that follows from them.
///
/// Everything that is said at once is stored in one transaction, in write-ahead mode with every commit synced: whenever
/// the process or the machine stops, the file holds all of it or nothing.
package struct CampaignStore: Sendable {
  private let queue: DatabaseQueue
  private let path: String
  private let wait: Int

  /// What a file is opened for.
  package enum Access: Sendable {
    /// To read what is there.
    case reading
    /// To copy it: of whatever version it is, it stays so.
    case copying
    /// To add to it.
    case writing
    /// To add to it, and to make it where it is not there.
    case creating
  }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file; beside it SQLite keeps two more while it is open.
  ///   - wait: for how many seconds one waits while somebody else writes.
  package init(_ path: String, for access: Access, wait: Int) throws(CampaignError) {
    self.path = path
    self.wait = wait
    try Self.check(path, access)
    var configuration = Configuration()
    configuration.readonly = access == .reading
    configuration.busyMode = .timeout(TimeInterval(wait))
    configuration.label = "campaign"
    queue = try Self.attempt(path, wait) {
      // To make a database a write-ahead one is not waited for by SQLite itself.
      let end = Date(timeIntervalSinceNow: TimeInterval(wait))
      while true {
        do {
          return try Self.open(path, configuration, access)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && Date() < end {
          Thread.sleep(forTimeInterval: 0.02)
        }
      }
    }
  }

  private static func open(
    _ path: String, _ configuration: Configuration, _ access: Access
  ) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    // In one transaction, so that a file which somebody else is making is seen before or after, not between.
    let version = try queue.read { database in
      guard try isOurs(database) else { throw CampaignError.notACampaign(path: path) }
      let version = try CampaignSchema.version(of: database)
      if version > CampaignSchema.version { throw CampaignError.newer(path: path) }
      // A file that was being made when its process ended has no tables, or no round in them.
      if access != .creating {
        let rounds = version == 0 ? 0 : try Int.fetchOne(database, sql: "SELECT count(*) FROM round")
        if rounds == 0 { throw CampaignError.empty(path: path) }
      }
      return version
    }
    if access == .reading {
      guard version == CampaignSchema.version else { throw CampaignError.older(path: path) }
      return queue
    }
    if access == .copying { return queue }
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    if version < CampaignSchema.version { try queue.writeInImmediateTransaction(CampaignSchema.upgrade) }
    return queue
  }

  /// Whether a database is a campaign's, or an empty one that may become it.
  private static func isOurs(_ database: Database) throws -> Bool {
    let id = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master")
    return id == CampaignSchema.applicationID || (id == 0 && tables == 0)
  }

  /// What SQLite would not say as clearly.
  private static func check(_ path: String, _ access: Access) throws(CampaignError) {
    let url = URL(filePath: path).resolvingSymlinksInPath()
    guard FileManager.default.fileExists(atPath: url.path) else {
      if access != .creating { throw CampaignError.missing(path: path) }
      guard FileManager.default.fileExists(atPath: url.deletingLastPathComponent().path) else {
        throw CampaignError.noDirectory(path: path)
      }
      return
    }
    let isRegular = try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
    if isRegular != true { throw CampaignError.notAFile(path: path) }
  }

  /// Runs something, and says in our words why it failed.
  private static func attempt<Value>(
    _ path: String, _ wait: Int, _ body: () throws -> Value
  ) throws(CampaignError) -> Value {
    do {
      return try body()
    } catch let error as CampaignError {
      throw error
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw .locked(path: path, seconds: wait)
      case .SQLITE_NOTADB: throw .notACampaign(path: path)
      case .SQLITE_CORRUPT: throw .damaged(path: path)
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: throw .readOnly(path: path)
      case .SQLITE_CANTOPEN: throw .readOnly(path: path)
      case .SQLITE_FULL: throw .full(path: path)
      default:
        let words = error.message ?? error.resultCode.description
        throw .failed(path: path, reason: BilingualText(zh: words, en: words))
      }
    } catch {
      throw .failed(path: path, reason: BilingualText(zh: "\(error)", en: "\(error)"))
    }
  }

  // MARK: Writing

  /// What became of a round that was to be stored.
  package enum Recorded: Sendable, Hashable {
    /// It is the round of this number.
    case new(Int)
    /// The same input is stored already, as the round of this number.
    case known(Int)
    /// The same input is stored already, and what people call the round or its deadline was changed.
    case changed(Int, Change)
  }

  /// What was changed of a round that was stored already.
  package struct Change: Sendable, Hashable {
    /// Its new name; nil where it stays.
    package var name: String?
    /// Its new deadline; nil where it stays.
    package var due: CalendarDate?
    /// The deadline before; nil where there was none.
    package var dueBefore: String?
  }

  /// Stores a round, unless the same input is stored already: of that a name or a deadline that the round gives are
  /// stored, which are no part of the input. A deadline is that of the last round alone, and only until single deadlines
  /// are moved: those were moved from what it was.
  package func record(_ round: Round) throws(CampaignError) -> Recorded {
    try Self.attempt(path, wait) {
      try queue.writeInImmediateTransaction { database in
        if let known = try Int.fetchOne(
          database, sql: "SELECT number FROM round WHERE input = ?", arguments: [round.input])
        {
          let change = try Self.change(of: known, to: round, in: database)
          return change.map { .changed(known, $0) } ?? .known(known)
        }
        let last = try Row.fetchOne(database, sql: "SELECT number, as_of FROM round ORDER BY number DESC LIMIT 1")
        let number: Int = last?["number"] ?? 0
        if let day: String = last?["as_of"], day > round.asOf.description {
          throw CampaignError.early(asOf: round.asOf.description, last: day, number: number)
        }
        try database.insert(round, as: number + 1)
        return .new(number + 1)
      }
    }
  }

  /// Changes the name and the deadline of a stored round to those that are given; nil where nothing changes.
  private static func change(of number: Int, to round: Round, in database: Database) throws -> Change? {
    let row = try Row.fetchOne(database, sql: "SELECT name, due FROM round WHERE number = ?", arguments: [number])
    let (oldName, oldDue): (String?, String?) = (row?["name"], row?["due"])
    var change = Change()
    if let name = round.name, name != oldName { change.name = name }
    if let due = round.due, due.description != oldDue {
      let isLater = try Bool.fetchOne(
        database,
        sql: """
          SELECT EXISTS (SELECT * FROM round WHERE number > ?)
            OR EXISTS (SELECT * FROM action WHERE kind = ? AND after_round = ?)
          """, arguments: [number, ReviewAction.Kind.extend.rawValue, number])
      if isLater != false { throw CampaignError.fixedDue(number: number, due: oldDue) }
      change.due = due
      change.dueBefore = oldDue
    }
    guard change != Change() else { return nil }
    try database.execute(
      sql: "UPDATE round SET name = ?, due = ? WHERE number = ?",
      arguments: [change.name ?? oldName, change.due?.description ?? oldDue, number])
    return change
  }

  /// The id and the title of the standard of the last round; nil where there is no round.
  package func lastStandard() throws(CampaignError) -> (id: String, title: BilingualText)? {
    try Self.attempt(path, wait) {
      try queue.read { database in
        let row = try Row.fetchOne(
          database,
          sql: """
            SELECT standard.id, title_zh, title_en FROM round JOIN standard ON round.standard = standard.digest
            ORDER BY round.number DESC LIMIT 1
            """)
        return row.map { ($0["id"], BilingualText(zh: $0["title_zh"], en: $0["title_en"])) }
      }
    }
  }

  /// Stores what somebody said of findings: of all of them or, where it cannot be said of one, of none.
  ///
  /// - Parameters:
  ///   - findings: their fingerprints, or beginnings of them, of at least eight characters, that no other has.
  ///   - due: the new deadline, of `extend`.
  ///   - today: the day on which it is stored: nothing can be said of a later one.
  /// - Returns: the courses of the findings after it, in the order in which they were named.
  package func say(
    _ kind: ReviewAction.Kind, of findings: [String], by: String, on day: CalendarDate, note: String?,
    due: CalendarDate? = nil, today: CalendarDate
  ) throws(CampaignError) -> [FindingCourse] {
    try Self.attempt(path, wait) {
      try queue.writeInImmediateTransaction { database in
        let rounds = try database.rounds()
        var actions = try database.actions()
        let history = CampaignHistory(rounds: rounds, actions: actions)
        var refusals: [CampaignError.Refusal] = []
        var added: [String] = []
        for name in findings {
          switch Self.find(name, in: history) {
          case .failure(let refusal): refusals.append(refusal)
          case .success(let course):
            guard !added.contains(course.fingerprint) else { continue }
            let reason =
              course.refusal(of: kind, due: due) ?? history.refusal(of: kind, on: day, today: today, for: course)
            if let reason {
              refusals.append(CampaignError.Refusal(finding: name, reason: reason))
              continue
            }
            added.append(course.fingerprint)
            actions.append(
              ReviewAction(
                kind, course.fingerprint, by: by, on: day, note: note, due: due,
                number: actions.count + 1, afterRound: rounds.count))
          }
        }
        guard refusals.isEmpty else { throw CampaignError.refused(refusals) }
        for action in actions.suffix(added.count) { try database.insert(action) }
        let after = CampaignHistory(rounds: rounds, actions: actions)
        return added.compactMap { fingerprint in after.courses.first { $0.fingerprint == fingerprint } }
      }
    }
  }

  private enum Found {
    case success(FindingCourse)
    case failure(CampaignError.Refusal)
  }

  private static func find(_ name: String, in history: CampaignHistory) -> Found {
    let wanted = name.utf8
    let found = history.courses.filter { $0.fingerprint.utf8.starts(with: wanted) }
    if wanted.count >= 8, let course = found.first, found.count == 1 { return .success(course) }
    let reason =
      found.isEmpty
      ? BilingualText(zh: "没有这个问题编号", en: "there is no such finding")
      : BilingualText(
        zh: "编号太短，至少写 8 位，并能与其他问题区分", en: "too short: write eight characters or more, until it is only one")
    return .failure(CampaignError.Refusal(finding: name, reason: reason))
  }

  // MARK: Reading

  /// Everything that is stored, as it was at one moment.
  package func history() throws(CampaignError) -> CampaignHistory {
    try Self.attempt(path, wait) {
      let (rounds, actions) = try queue.read { (try $0.rounds(), try $0.actions()) }
      return CampaignHistory(rounds: rounds, actions: actions)
    }
  }

  /// Writes a whole copy, as it is at one moment, into a file that is empty or not there yet, and syncs it.
  package func backUp(to target: String) throws(CampaignError) {
    try Self.attempt(target, wait) {
      // The copy takes a read transaction: who writes meanwhile is not in it, and is not held up.
      try queue.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [target]) }
      let file = try FileHandle(forUpdating: URL(filePath: target))
      try file.synchronize()
      try file.close()
    }
  }
}

extension DatabaseQueue {
  /// Runs something in a transaction that no other writer can come into.
  fileprivate func writeInImmediateTransaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try writeWithoutTransaction { database in
      var value: Value?
      try database.inTransaction(.immediate) {
        value = try body(database)
        return .commit
      }
      guard let value else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
      return value
    }
  }
}

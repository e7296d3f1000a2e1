internal import Audit
internal import Diagnostics
internal import Foundation
internal import GRDB
internal import Inventory
internal import Standard

/// Rounds and actions as rows: the one place that knows the columns.
extension Database {
  // MARK: Writing

  func insert(_ round: Round, as number: Int) throws {
    try insert(round.standard)
    try execute(
      sql: """
        INSERT INTO round (number, name, as_of, due, standard, tool, input, roster, waivers)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number, round.name, round.asOf.description, round.due?.description, round.standard.digest, round.tool,
        round.input, round.roster, round.waivers,
      ])
    for (position, community) in round.communities.enumerated() { try insert(community, number, position) }
  }

  private func insert(_ standard: RoundStandard) throws {
    let known = try Bool.fetchOne(
      self, sql: "SELECT EXISTS (SELECT * FROM standard WHERE digest = ?)", arguments: [standard.digest])
    if known == true { return }
    try execute(
      sql: "INSERT INTO standard (digest, id, title_zh, title_en) VALUES (?, ?, ?, ?)",
      arguments: [standard.digest, standard.id, standard.title.zh, standard.title.en])
    let statement = try makeStatement(
      sql: """
        INSERT INTO rule
          (standard, position, id, title_zh, title_en, clauses_zh, clauses_en, severity, about_records, zone)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (position, rule) in standard.rules.enumerated() {
      try statement.execute(arguments: [
        standard.digest, position, rule.id, rule.title.zh, rule.title.en, TextList.json(rule.clauses.map(\.zh)),
        TextList.json(rule.clauses.map(\.en)), rule.severity.rawValue, rule.isAboutRecords,
        rule.zone.map(ZoneWord.word),
      ])
    }
  }

  private func insert(_ community: RoundCommunity, _ round: Int, _ position: Int) throws {
    try cachedStatement(
      sql: """
        INSERT INTO community
          (round, position, district, street, name, facility, source, file_digest, digest, surveyed_on, status,
           covers_exterior, covers_interior)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      round, position, community.district, community.street, community.name, community.facility, community.source,
      community.fileDigest, community.digest, community.surveyedOn?.description, community.status.rawValue,
      community.coversExterior, community.coversInterior,
    ])
    let signs = try cachedStatement(
      sql: """
        INSERT INTO sign
          (round, community, position, id, kind, kind_zh, kind_en, text, place, place_zh, place_en, zone, room, removed,
           demanded_by)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (place, sign) in community.signs.enumerated() {
      try signs.execute(arguments: [
        round, position, place, sign.id, sign.kind?.id, sign.kind?.label.zh, sign.kind?.label.en, sign.text,
        sign.place?.id, sign.place?.label.zh, sign.place?.label.en, sign.zone.map(ZoneWord.word), sign.room,
        sign.isRemoved, TextList.json(sign.demandedBy),
      ])
    }
    let findings = try cachedStatement(
      sql: """
        INSERT INTO finding
          (round, community, position, fingerprint, rule, outcome, sign, subject, message, remedy, action,
           demanded_by, location, waiver)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (place, finding) in community.findings.enumerated() {
      try findings.execute(arguments: [
        round, position, place, finding.fingerprint, finding.rule, finding.outcome.rawValue, finding.sign,
        finding.subject, finding.message, finding.remedy, finding.action?.rawValue,
        TextList.json(finding.demandedBy), finding.location, finding.waiver,
      ])
    }
  }

  func insert(_ action: ReviewAction) throws {
    try execute(
      sql:
        "INSERT INTO action (number, kind, fingerprint, by, day, note, due, after_round) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        action.number, action.kind.rawValue, action.fingerprint, action.by, action.on.description, action.note,
        action.due?.description, action.afterRound,
      ])
  }

  // MARK: Reading

  func rounds() throws -> [Round] {
    var standards: [String: RoundStandard] = [:]
    for row in try Row.fetchAll(self, sql: "SELECT * FROM standard") {
      let digest: String = row["digest"]
      standards[digest] = RoundStandard(
        id: row["id"], title: BilingualText(zh: row["title_zh"], en: row["title_en"]), digest: digest,
        rules: try rules(of: digest))
    }
    return try Row.fetchAll(self, sql: "SELECT * FROM round ORDER BY number").map { row in
      let digest: String = row["standard"]
      guard let standard = standards[digest] else { throw RowError("round.standard") }
      return Round(
        number: row["number"], name: row["name"], asOf: try row.date("as_of"), due: try row.optionalDate("due"),
        standard: standard, tool: row["tool"], input: row["input"], roster: row["roster"], waivers: row["waivers"],
        communities: try communities(of: row["number"]))
    }
  }

  private func rules(of standard: String) throws -> [RoundRule] {
    try Row.fetchAll(self, sql: "SELECT * FROM rule WHERE standard = ? ORDER BY position", arguments: [standard]).map {
      row in
      let clauses = zip(try row.list("clauses_zh"), try row.list("clauses_en"))
      return RoundRule(
        id: row["id"], title: BilingualText(zh: row["title_zh"], en: row["title_en"]),
        clauses: clauses.map { BilingualText(zh: $0, en: $1) }, severity: try row.word("severity"),
        isAboutRecords: row["about_records"], zone: try row.zone("zone"))
    }
  }

  private func communities(of round: Int) throws -> [RoundCommunity] {
    var communities = try Row.fetchAll(
      self, sql: "SELECT * FROM community WHERE round = ? ORDER BY position", arguments: [round]
    ).map { row in
      RoundCommunity(
        district: row["district"], street: row["street"], name: row["name"], facility: row["facility"],
        source: row["source"], fileDigest: row["file_digest"], digest: row["digest"],
        surveyedOn: try row.optionalDate("surveyed_on"), status: try row.word("status"),
        coversExterior: row["covers_exterior"], coversInterior: row["covers_interior"], signs: [], findings: [])
    }
    let signs = try Row.fetchCursor(
      self, sql: "SELECT * FROM sign WHERE round = ? ORDER BY community, position", arguments: [round])
    while let row = try signs.next() {
      let community: Int = row["community"]
      guard communities.indices.contains(community) else { throw RowError("sign.community") }
      communities[community].signs.append(
        RoundSign(
          id: row["id"], kind: row.word("kind", "kind_zh", "kind_en"), text: row["text"],
          place: row.word("place", "place_zh", "place_en"), zone: try row.zone("zone"), room: row["room"],
          isRemoved: row["removed"], demandedBy: try row.list("demanded_by")))
    }
    let findings = try Row.fetchCursor(
      self, sql: "SELECT * FROM finding WHERE round = ? ORDER BY community, position", arguments: [round])
    while let row = try findings.next() {
      let community: Int = row["community"]
      guard communities.indices.contains(community) else { throw RowError("finding.community") }
      communities[community].findings.append(
        RoundFinding(
          fingerprint: row["fingerprint"], rule: row["rule"], outcome: try row.word("outcome"), sign: row["sign"],
          subject: row["subject"], message: row["message"], remedy: row["remedy"],
          action: try row.optionalWord("action"), demandedBy: try row.list("demanded_by"), location: row["location"],
          waiver: row["waiver"]))
    }
    return communities
  }

  func actions() throws -> [ReviewAction] {
    try Row.fetchAll(self, sql: "SELECT * FROM action ORDER BY number").map { row in
      ReviewAction(
        try row.word("kind"), row["fingerprint"], by: row["by"], on: try row.date("day"), note: row["note"],
        due: try row.optionalDate("due"), number: row["number"], afterRound: row["after_round"])
    }
  }
}

/// A value that this program would not have written.
private struct RowError: Error, CustomStringConvertible {
  let description: String

  init(_ column: String) { description = "unexpected value in \(column)" }
}

extension Row {
  fileprivate func date(_ column: String) throws -> CalendarDate {
    guard let date = try optionalDate(column) else { throw RowError(column) }
    return date
  }

  fileprivate func optionalDate(_ column: String) throws -> CalendarDate? {
    guard let text: String = self[column] else { return nil }
    guard let date = CalendarDate(text.utf8) else { throw RowError(column) }
    return date
  }

  fileprivate func word<Word: RawRepresentable>(_ column: String) throws -> Word where Word.RawValue == String {
    guard let text: String = self[column], let word = Word(rawValue: text) else { throw RowError(column) }
    return word
  }

  fileprivate func optionalWord<Word: RawRepresentable>(_ column: String) throws -> Word?
  where Word.RawValue == String {
    guard let _: String = self[column] else { return nil }
    return try word(column)
  }

  fileprivate func word(_ id: String, _ zh: String, _ en: String) -> RoundWord? {
    guard let id: String = self[id] else { return nil }
    return RoundWord(id: id, label: BilingualText(zh: self[zh], en: self[en]))
  }

  fileprivate func zone(_ column: String) throws -> Zone? {
    guard let text: String = self[column] else { return nil }
    guard let zone = ZoneWord.zone(text) else { throw RowError(column) }
    return zone
  }

  fileprivate func list(_ column: String) throws -> [String] {
    guard let text: String = self[column], let list = TextList.read(text) else { throw RowError(column) }
    return list
  }
}

/// The zones as they are stored.
private enum ZoneWord {
  static func word(_ zone: Zone) -> String { zone == .exterior ? "exterior" : "interior" }

  static func zone(_ word: String) -> Zone? {
    switch word {
    case "exterior": .exterior
    case "interior": .interior
    default: nil
    }
  }
}

/// Lists of texts as they are stored.
private enum TextList {
  static func json(_ texts: [String]) throws -> String {
    String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
  }

  static func read(_ json: String) -> [String]? {
    try? JSONDecoder().decode([String].self, from: Data(json.utf8))
  }
}

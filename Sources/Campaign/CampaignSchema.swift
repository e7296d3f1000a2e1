internal import GRDB

/// The tables of a campaign's file. Versions are only added, never changed: files of every version are about.
enum CampaignSchema {
  /// What marks a file as a campaign: `SIGN` in ASCII.
  static let applicationID = 0x5349_474E

  /// What leads from each version to the next, from an empty file on. The file keeps its version in `user_version`.
  static let steps = [first, second, third]

  /// The version that this program writes.
  static var version: Int { steps.count }

  /// The version of a file; 0 for one without tables.
  static func version(of database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }

  /// Brings a file to this program's version, from whatever version it has. Runs in the caller's transaction, which no
  /// other writer must be able to come into: two may make one file at once.
  static func upgrade(_ database: Database) throws {
    let version = try version(of: database)
    guard version < steps.count else { return }
    for step in steps[version...] { try database.execute(sql: step) }
    // The number is the program's own; a pragma takes no argument.
    try database.execute(sql: "PRAGMA user_version = \(steps.count)")
  }

  /// Version 1. Dates are `YYYY-MM-DD`, lists are JSON arrays of texts, truth values are 0 and 1.
  private static let first = """
    PRAGMA application_id = 0x5349474E;

    CREATE TABLE standard (
      digest TEXT NOT NULL PRIMARY KEY,
      id TEXT NOT NULL,
      title_zh TEXT NOT NULL,
      title_en TEXT NOT NULL
    ) STRICT;

    CREATE TABLE rule (
      standard TEXT NOT NULL REFERENCES standard (digest),
      position INTEGER NOT NULL,
      id TEXT NOT NULL,
      title_zh TEXT NOT NULL,
      title_en TEXT NOT NULL,
      clauses_zh TEXT NOT NULL,
      clauses_en TEXT NOT NULL,
      severity TEXT NOT NULL,
      about_records INTEGER NOT NULL,
      zone TEXT,
      PRIMARY KEY (standard, position)
    ) STRICT;

    CREATE TABLE round (
      number INTEGER NOT NULL PRIMARY KEY,
      name TEXT,
      as_of TEXT NOT NULL,
      due TEXT,
      standard TEXT NOT NULL REFERENCES standard (digest),
      tool TEXT NOT NULL,
      input TEXT NOT NULL UNIQUE,
      roster TEXT,
      waivers TEXT
    ) STRICT;

    CREATE TABLE community (
      round INTEGER NOT NULL REFERENCES round (number),
      position INTEGER NOT NULL,
      district TEXT,
      street TEXT,
      name TEXT,
      facility TEXT,
      source TEXT,
      file_digest TEXT,
      digest TEXT,
      surveyed_on TEXT,
      status TEXT NOT NULL,
      covers_exterior INTEGER NOT NULL,
      covers_interior INTEGER NOT NULL,
      PRIMARY KEY (round, position)
    ) STRICT;

    CREATE TABLE sign (
      round INTEGER NOT NULL,
      community INTEGER NOT NULL,
      position INTEGER NOT NULL,
      id TEXT NOT NULL,
      kind TEXT,
      kind_zh TEXT,
      kind_en TEXT,
      text TEXT,
      place TEXT,
      place_zh TEXT,
      place_en TEXT,
      zone TEXT,
      room TEXT,
      removed INTEGER NOT NULL,
      demanded_by TEXT NOT NULL,
      PRIMARY KEY (round, community, position),
      FOREIGN KEY (round, community) REFERENCES community (round, position)
    ) STRICT;

    CREATE TABLE finding (
      round INTEGER NOT NULL,
      community INTEGER NOT NULL,
      position INTEGER NOT NULL,
      fingerprint TEXT NOT NULL,
      rule TEXT NOT NULL,
      outcome TEXT NOT NULL,
      sign TEXT,
      subject TEXT,
      message TEXT NOT NULL,
      remedy TEXT NOT NULL,
      demanded_by TEXT NOT NULL,
      location TEXT NOT NULL,
      waiver TEXT,
      PRIMARY KEY (round, community, position),
      FOREIGN KEY (round, community) REFERENCES community (round, position)
    ) STRICT;

    CREATE TABLE action (
      number INTEGER NOT NULL PRIMARY KEY,
      kind TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      by TEXT NOT NULL,
      day TEXT NOT NULL,
      note TEXT,
      after_round INTEGER NOT NULL REFERENCES round (number)
    ) STRICT;
    """

  /// Version 2: actions of the kind `extend` hold the new deadline.
  private static let second = "ALTER TABLE action ADD COLUMN due TEXT;"

  /// Version 3: findings hold the step that puts them right, from which the office's opinion follows. Of rounds that were
  /// stored before nobody knows it any more: it is NULL.
  private static let third = "ALTER TABLE finding ADD COLUMN action TEXT;"
}

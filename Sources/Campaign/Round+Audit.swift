package import Audit
internal import Crypto
internal import Diagnostics
package import Inventory
package import Standard

/// The SHA-256 of bytes, in hexadecimal: what a round remembers of files.
package enum FileDigest {
  /// The digest.
  package static func of(_ bytes: [UInt8]) -> String { Hexadecimal.text(SHA256.hash(data: bytes)) }
}

extension Round {
  /// What a round is made from.
  package struct Source: Sendable {
    /// The audit, whose communities keep their records.
    package var report: AuditReport
    /// The standard it was made with.
    package var standard: Standard
    /// The digest of each inventory file, by the name under which the report knows it.
    package var fileDigests: [String: String]
    /// The digests of the roster and the waivers as files.
    package var roster: String?
    package var waivers: String?
    /// The version of the program.
    package var tool: String
    /// The streets that were asked for, as they were given; empty: all.
    package var streets: [String]

    /// Puts the parts together.
    package init(
      report: AuditReport, standard: Standard, fileDigests: [String: String], roster: String?, waivers: String?,
      tool: String, streets: [String]
    ) {
      self.report = report
      self.standard = standard
      self.fileDigests = fileDigests
      self.roster = roster
      self.waivers = waivers
      self.tool = tool
      self.streets = streets
    }
  }

  /// Makes a round, yet without a number, from an audit.
  package init(_ source: Source, asOf: CalendarDate, name: String?, due: CalendarDate?) {
    let report = source.report
    let communities =
      (report.streets.flatMap(\.communities) + report.unreadable).map { RoundCommunity($0, source) }
    self.init(
      number: 0, name: name, asOf: asOf, due: due, standard: RoundStandard(source.standard), tool: source.tool,
      input: "", roster: source.roster, waivers: source.waivers, communities: communities)
    input = digest(streets: source.streets)
  }

  /// The digest of what went in. Neither the name of the round nor its deadline is part of it, nor are the names of files:
  /// the same inventories are the same round wherever they lie.
  private func digest(streets: [String]) -> String {
    var parts = ["signaudit.round/1", standard.digest, tool, asOf.description, roster ?? "", waivers ?? ""]
    parts.append(String(streets.count))
    parts += streets.map(ComparedText.of).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for community in communities {
      parts += [
        community.district, community.street, community.name, community.facility, community.fileDigest,
        community.digest, community.status.rawValue,
      ].map { $0 ?? "" }
    }
    var hash = SHA256()
    // A length before each part, so that no two lists of parts look alike.
    for part in parts { hash.update(data: Array("\(part.utf8.count):\(part)".utf8)) }
    return Hexadecimal.text(hash.finalize())
  }
}

extension RoundStandard {
  init(_ standard: Standard) {
    let clauses = Dictionary(
      standard.clauses.map { clause in
        (
          clause.id,
          BilingualText(zh: "\(clause.title.zh)（\(clause.id)）", en: "\(clause.title.en) (\(clause.id))")
        )
      }, uniquingKeysWith: { first, _ in first })
    self.init(
      id: standard.id, title: standard.title, digest: standard.digest,
      rules: standard.rules.map { rule in
        RoundRule(
          id: rule.id, title: rule.title,
          clauses: rule.clauses.map { clauses[$0] ?? BilingualText(zh: $0, en: $0) }, severity: rule.severity,
          isAboutRecords: rule.modality == .record, zone: rule.zone)
      })
  }
}

extension RoundCommunity {
  fileprivate init(_ report: CommunityReport, _ source: Round.Source) {
    let record = report.record
    let signs =
      (record?.signs ?? []).map { RoundSign($0, isRemoved: false, source.standard) }
      + (record?.removedSigns ?? []).map { RoundSign($0, isRemoved: true, source.standard) }
    self.init(
      district: report.district, street: report.street, name: report.name, facility: report.facility,
      source: report.source, fileDigest: report.source.flatMap { source.fileDigests[$0] }, digest: record?.digest,
      surveyedOn: report.surveyedOn.flatMap { CalendarDate($0.utf8) }, status: report.status,
      coversExterior: record?.coversExterior ?? true, coversInterior: record?.coversInterior ?? true, signs: signs,
      findings: report.findings.filter { $0.outcome != .pass }.map {
        RoundFinding($0, rule: source.report.rules[$0.rule].id)
      })
  }
}

extension RoundSign {
  fileprivate init(_ sign: RecordedSign, isRemoved: Bool, _ standard: Standard) {
    let vocabulary = standard.vocabulary
    func word(_ index: WordIndex?, _ table: WordTable) -> RoundWord? {
      index.map { RoundWord(id: table[$0].canonical, label: table[$0].label) }
    }
    self.init(
      id: sign.id, kind: word(sign.kind, vocabulary.words.kinds), text: sign.text,
      place: word(sign.place, vocabulary.words.places), zone: sign.place.map { vocabulary.places[Int($0)].zone },
      room: sign.room, isRemoved: isRemoved, demandedBy: sign.demandedBy)
  }
}

extension RoundFinding {
  fileprivate init(_ finding: Finding, rule: String) {
    let place = finding.location.range.start
    self.init(
      fingerprint: finding.fingerprint, rule: rule, outcome: finding.outcome, sign: finding.sign,
      subject: finding.subject, message: finding.message, remedy: finding.remedy, action: finding.action,
      demandedBy: finding.demandedBy, location: "\(finding.location.file):\(place.line):\(place.column)",
      waiver: finding.waiver.map { "\($0.reason)（\($0.document)，有效期至 \($0.expires)）" })
  }
}

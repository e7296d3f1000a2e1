internal import Audit
internal import Diagnostics
internal import Spreadsheets

/// What the tables of a report have in common: how a finding, its sign and its rule stand in cells.
struct ReportTables {
  let report: AuditReport
  let words: ReportWords

  init(_ report: AuditReport) {
    self.report = report
    words = ReportWords(language: report.language)
  }

  /// A community with its street, in the order of the report; the communities that could not be named come last.
  var communities: [CommunityReport] { report.streets.flatMap(\.communities) + report.unreadable }

  /// A column by its two titles.
  func column(_ zh: String, _ en: String, _ width: Int) -> Table.Column {
    Table.Column(words(zh, en), width: width)
  }

  /// A text, or nothing where there is none.
  func cell(_ text: String?) -> Table.Cell {
    Table.Cell(text)
  }

  /// Street and community; a community that has no name is called by its file.
  func place(_ community: CommunityReport) -> [Table.Cell] {
    [cell(community.street), cell(words.name(community))]
  }

  /// What is recorded of the sign that a finding is about.
  private func record(_ finding: Finding, _ community: CommunityReport) -> RecordedSign? {
    guard case .sign(let index) = finding.about else { return nil }
    return community.record?.signs.first { $0.index == index }
  }

  /// The name, kind and place of a finding's sign; of one about no sign the place, where its subject names one.
  func sign(_ finding: Finding, _ community: CommunityReport) -> [Table.Cell] {
    guard let record = record(finding, community) else {
      return [.empty, .empty, cell(finding.subject.map(words.subject))]
    }
    var place = record.placeLabel
    if let room = record.room { place = (place ?? "") + words("（房号 \(room)）", " (room \(room))") }
    let name = record.text.map { $0.isEmpty ? words("（无文字）", "(no words)") : $0 }
    return [cell(name ?? words("（未登记文字）", "(words not recorded)")), cell(record.kindLabel), cell(place)]
  }

  /// A value for people: its label; without one, a value in ASCII is a canonical word or a bound, for machines.
  func value(_ value: String?, _ label: String?) -> Table.Cell {
    if let label { return cell(label) }
    return value.map { $0.utf8.allSatisfy { $0 < 0x80 } ? .empty : .text($0) } ?? .empty
  }

  /// The departments that required a finding's sign or room.
  func departments(_ finding: Finding) -> Table.Cell {
    cell(finding.demandedBy.joined(separator: words("、", ", ")))
  }

  /// The clauses of a rule, by title and id, a line each.
  func clauses(_ finding: Finding) -> Table.Cell {
    cell(report.standard.clauses.quoted(report.rules[finding.rule].clauses, words.language))
  }

  /// `file:line:column`, of the file only its own name: in which street it is, the row says.
  func position(_ location: SourceLocation) -> String { location.shortText }

  /// File, line and column in cells of their own.
  func location(_ location: SourceLocation?) -> [Table.Cell] {
    guard let location else { return [.empty, .empty, .empty] }
    return [
      .text(location.file), .number(location.range.start.line), .number(location.range.start.column),
    ]
  }

  /// Puts the number of its row before each row, counted from 1.
  func numbered(_ rows: [[Table.Cell]]) -> [[Table.Cell]] { Table.numbered(rows) }
}

extension SourceLocation {
  /// `file:line:column`, of the file only its own name.
  var shortText: String {
    let name = file.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
    return "\(name ?? file):\(range.start.line):\(range.start.column)"
  }
}

extension Table.Cell {
  /// A text, or nothing where there is none.
  init(_ text: String?) {
    self = text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty
  }
}

extension Table {
  /// Puts the number of its row before each row, counted from 1.
  static func numbered(_ rows: [[Cell]]) -> [[Cell]] {
    rows.enumerated().map { [.number($0.offset + 1)] + $0.element }
  }
}

extension [ClauseSummary] {
  /// Clauses by title and id, a line each.
  func quoted(_ ids: [String], _ language: Language) -> String {
    ids.map { id in
      guard let title = first(where: { $0.id == id })?.title[language] else { return id }
      return language == .zh ? "\(title)（\(id)）" : "\(title) (\(id))"
    }.joined(separator: "\n")
  }
}

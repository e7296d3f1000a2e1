internal import Audit
internal import Diagnostics
internal import Spreadsheets
internal import Standard

/// The ledger (整改台账) in the columns that offices use: everything that the street has to see to, a row each – what fails,
/// what is to be verified, and inventories that cannot be read. What is waived or right is not in it.
///
/// The street is responsible, never the community (negative.4). What the street fills in is left empty.
enum LedgerTable {
  static func make(_ tables: ReportTables) -> Table {
    let words = tables.words
    var rows: [[Table.Cell]] = []
    for community in tables.communities {
      for diagnostic in community.diagnostics where diagnostic.severity == .error {
        rows.append(row(diagnostic, community, tables))
      }
      for finding in community.findings where finding.outcome == .fail || finding.outcome == .undetermined {
        rows.append(row(finding, community, tables))
      }
    }
    return Table(words("整改台账", "Ledger"), columns: columns(tables), rows: tables.numbered(rows))
  }

  private static func columns(_ tables: ReportTables) -> [Table.Column] {
    let widths = [5, 9, 10, 16, 9, 10, 9, 28, 14, 9, 26, 9, 9, 7, 9, 7, 9, 7, 16]
    return zip(LedgerColumn.allCases, widths).map { Table.Column($0.title[tables.words.language], width: $1) }
  }

  private static func row(
    _ finding: Finding, _ community: CommunityReport, _ tables: ReportTables
  ) -> [Table.Cell] {
    let words = tables.words
    let rule = tables.report.rules[finding.rule]
    var row = tables.place(community) + tables.sign(finding, community)
    row += [tables.departments(finding), tables.cell(finding.message), tables.clauses(finding)]
    row += [tables.cell(words.opinion(finding.outcome, finding.action)), tables.cell(finding.remedy)]
    // How binding it is: what is undetermined says so as its opinion.
    let weight = finding.outcome == .fail || finding.isBaselined ? [words.word(finding)] : []
    let remarks = weight + [rule.id, tables.position(finding.location)]
    return row + toFillIn(community, tables, remark: remarks.joined(separator: "\n"))
  }

  private static func row(
    _ diagnostic: Diagnostic, _ community: CommunityReport, _ tables: ReportTables
  ) -> [Table.Cell] {
    let words = tables.words
    var row = tables.place(community) + [.empty, .empty, .empty, .empty]
    row += [tables.cell(diagnostic.message[words.language]), .empty, .text(words.word(.unreadable))]
    row.append(tables.cell(diagnostic.help?[words.language]))
    return row + toFillIn(community, tables, remark: diagnostic.location.map(tables.position) ?? community.source ?? "")
  }

  /// From the time limit on: only the responsible unit and the remark are known.
  private static func toFillIn(
    _ community: CommunityReport, _ tables: ReportTables, remark: String
  ) -> [Table.Cell] {
    [
      .empty, tables.cell(community.street), .empty, .empty, .empty, .empty, .empty, tables.cell(remark),
    ]
  }
}

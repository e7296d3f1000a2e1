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
    [
      tables.column("序号", "No.", 5), tables.column("街道", "Street", 9), tables.column("社区", "Community", 10),
      tables.column("牌子名称", "Sign", 16), tables.column("类别", "Kind", 9), tables.column("位置", "Place", 10),
      tables.column("要求部门", "Required by", 9), tables.column("存在问题", "Finding", 28),
      tables.column("标准条款", "Clause", 14), tables.column("处理意见", "Verdict", 9),
      tables.column("整改措施", "What to do", 26), tables.column("整改时限", "Due", 9),
      tables.column("责任单位", "Responsible unit", 9), tables.column("责任人", "Responsible person", 7),
      tables.column("完成日期", "Done on", 9), tables.column("复核人", "Checked by", 7),
      tables.column("复核日期", "Checked on", 9), tables.column("销号情况", "Closed", 7),
      tables.column("备注", "Remarks", 16),
    ]
  }

  private static func row(
    _ finding: Finding, _ community: CommunityReport, _ tables: ReportTables
  ) -> [Table.Cell] {
    let words = tables.words
    let rule = tables.report.rules[finding.rule]
    var row = tables.place(community) + tables.sign(finding, community)
    row += [tables.departments(finding), tables.cell(finding.message), tables.clauses(finding)]
    row += [tables.cell(verdict(finding, words)), tables.cell(finding.remedy)]
    return row + toFillIn(community, tables, remark: "\(rule.id)\n\(tables.position(finding.location))")
  }

  /// The office's opinion on what fails (保留, 规范, 整合, 取消), as the plan has it, and how binding it is; of what is only
  /// to be recorded there is no opinion.
  private static func verdict(_ finding: Finding, _ words: ReportWords) -> String {
    guard finding.outcome == .fail, let action = finding.action, action != .record else { return words.word(finding) }
    return action.opinion[words.language] + words("（\(words.word(finding))）", " (\(words.word(finding)))")
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

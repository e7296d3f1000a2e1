internal import Audit
internal import Diagnostics
internal import Spreadsheets

/// The tables that list findings one by one.
extension ReportTables {
  /// What fails or is waived, and what is right where the audit reports it (问题清单).
  var findings: Table {
    var rows: [[Table.Cell]] = []
    for community in communities {
      for finding in community.findings where finding.outcome != .undetermined {
        let rule = report.rules[finding.rule]
        var row = place(community) + [cell(finding.sign)] + sign(finding, community)
        row += [.text(words.word(finding)), cell(rule.title[words.language]), cell(rule.id), clauses(finding)]
        row += [cell(finding.message), value(finding.expected, finding.expectedLabel)]
        row += [value(finding.actual, finding.actualLabel), cell(finding.remedy)]
        row += [departments(finding), cell(finding.waiver.map(words.waiver))]
        rows.append(row + location(finding.location))
      }
    }
    return Table(
      words("问题清单", "Findings"),
      columns: [
        column("序号", "No.", 5), column("街道", "Street", 9), column("社区", "Community", 10), column("编号", "Sign id", 6),
        column("牌子名称", "Sign", 16), column("类别", "Kind", 9), column("位置", "Place", 10), column("结论", "Verdict", 9),
        column("规则", "Rule", 18), column("规则编号", "Rule id", 16), column("标准条款", "Clause", 14),
        column("存在问题", "Finding", 28), column("应为", "Expected", 14), column("现为", "Actual", 14),
        column("整改措施", "What to do", 24), column("要求部门", "Required by", 9), column("豁免", "Waiver", 16),
        column("文件", "File", 20), column("行", "Line", 5), column("列", "Column", 5),
      ],
      rows: numbered(rows))
  }

  /// What the inventories do not say (待核实), with columns for what is found on site.
  var toVerify: Table {
    var rows: [[Table.Cell]] = []
    for community in communities {
      for finding in community.findings where finding.outcome == .undetermined {
        let rule = report.rules[finding.rule]
        var row = place(community) + [cell(finding.sign)] + sign(finding, community)
        row += [cell(rule.title[words.language]), clauses(finding), cell(finding.message), cell(finding.remedy)]
        row += [.empty, .empty, .empty, cell(rule.id)]
        rows.append(row + location(finding.location))
      }
    }
    return Table(
      words("待核实", "To verify"),
      columns: [
        column("序号", "No.", 5), column("街道", "Street", 9), column("社区", "Community", 10), column("编号", "Sign id", 6),
        column("牌子名称", "Sign", 16), column("类别", "Kind", 9), column("位置", "Place", 10), column("规则", "Rule", 18),
        column("标准条款", "Clause", 14), column("待核实内容", "What is open", 30),
        column("核实办法", "How to verify", 26), column("核实结果", "Result", 16), column("核实人", "Verified by", 8),
        column("核实日期", "Verified on", 10), column("规则编号", "Rule id", 16), column("文件", "File", 20),
        column("行", "Line", 5), column("列", "Column", 5),
      ],
      rows: numbered(rows))
  }
}

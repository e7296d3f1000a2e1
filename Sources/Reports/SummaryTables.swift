internal import Audit
internal import Diagnostics
internal import Spreadsheets

/// The tables that count: by street and by department, and what is to be said of the audit itself.
extension ReportTables {
  /// The summary by street (按街道汇总), in the order of the report; nothing is ranked.
  var streets: Table {
    var rows = report.streets.map { [cell($0.district), cell($0.street)] + counts($0.summary) }
    if !report.unreadable.isEmpty {
      var summary = Summary()
      for community in report.unreadable { summary.add(community) }
      rows.append([.empty, .text(words("（社区不明）", "(community unknown)"))] + counts(summary))
    }
    var columns = [column("区", "District", 12), column("街道", "Street", 16)]
    let titles = [
      ("社区总数", "Communities"), ("符合", "Compliant"), ("不符合", "Not compliant"), ("待核实", "Undetermined"),
      ("无法读取", "Unreadable"), ("未登记", "Not recorded"), ("必须整改（项）", "Must fix (findings)"),
      ("原则上应整改（项）", "Should fix (findings)"), ("建议（项）", "Advice (findings)"),
      ("待核实（项）", "Undetermined (findings)"), ("已豁免（项）", "Waived (findings)"), ("在用标识牌", "Signs in place"),
      ("已拆除标识牌", "Signs removed"),
    ]
    columns += titles.map { column($0.0, $0.1, 10) }
    return Table(
      words("按街道汇总", "Streets"), columns: columns, rows: rows,
      footer: [.text(words("合计", "Total")), .empty] + counts(report.summary))
  }

  private func counts(_ summary: Summary) -> [Table.Cell] {
    let communities = [summary.communities] + CommunityStatus.allCases.map { summary[$0] }
    let findings = [
      summary.errors, summary.warnings, summary.advice, summary.undeterminedFindings, summary.waived,
    ]
    return (communities + findings + [summary.signs.inPlace, summary.signs.removed]).map { .number($0) }
  }

  /// The departments that required what fails (部门统计).
  var departments: Table {
    Table(
      words("部门统计", "Departments"),
      columns: [
        column("部门", "Department", 36), column("不合规标识牌（块）", "Failing signs", 20),
        column("不合规场所（间）", "Failing rooms", 20), column("涉及社区（个）", "Communities", 20),
      ],
      rows: report.departments.map {
        [cell($0.department), .number($0.signs), .number($0.rooms), .number($0.communities)]
      })
  }

  /// By what and when was audited, and what the tool itself has to say (核查说明).
  var about: Table {
    var rows: [[Table.Cell]] = []
    func add(_ zh: String, _ en: String, _ text: String, at location: SourceLocation? = nil) {
      rows.append([.text(words(zh, en)), cell(text)] + self.location(location))
    }
    let standard = report.standard
    add("依据", "Standard", "\(standard.title[words.language]) (\(standard.id))")
    add("标准摘要值", "Digest", standard.digest)
    for deviation in standard.deviations { add("调整", "Changed", deviation[words.language]) }
    add("日期", "As of", report.asOf)
    for community in communities {
      for diagnostic in community.diagnostics { rows.append(row(diagnostic)) }
    }
    for diagnostic in report.diagnostics { rows.append(row(diagnostic)) }
    return Table(
      words("核查说明", "About"),
      columns: [
        column("项目", "Item", 14), column("内容", "Text", 70), column("文件", "File", 36), column("行", "Line", 6),
        column("列", "Column", 6),
      ],
      rows: rows)
  }

  private func row(_ diagnostic: Diagnostic) -> [Table.Cell] {
    let word = DiagnosticRenderer(language: words.language).word(diagnostic.severity)
    let help = diagnostic.help.map { "\n" + $0[words.language] } ?? ""
    return [.text(word), cell(diagnostic.message[words.language] + help)] + location(diagnostic.location)
  }
}

internal import Audit
internal import Diagnostics
internal import Rectification
internal import Spreadsheets
internal import Standard

/// The tables of a plan as a spreadsheet: what an office sorts, filters, hands out and signs off.
///
/// What the street fills in is left empty; the street is responsible, never the community (negative.4).
struct PlanTables {
  let plan: Plan
  let words: PlanWords

  init(_ plan: Plan) {
    self.plan = plan
    words = PlanWords(language: plan.language)
  }

  private var language: Language { plan.language }
  private var severities: ReportWords { ReportWords(language: language) }

  private func column(_ zh: String, _ en: String, _ width: Int) -> Table.Column {
    Table.Column(words(zh, en), width: width)
  }

  /// The street; with its district, where the plan has several, for streets of two districts may have one name.
  private func street(_ street: StreetPlan) -> Table.Cell {
    let isAlone = plan.streets.allSatisfy { $0.district == street.district }
    return Table.Cell(isAlone ? street.street : words.place(street))
  }

  /// A row for everything that somebody makes of the communities of a street, numbered through.
  private func rows(_ make: (StreetPlan, CommunityPlan) -> [[Table.Cell]]) -> [[Table.Cell]] {
    Table.numbered(plan.streets.flatMap { street in street.communities.flatMap { make(street, $0) } })
  }

  // MARK: The work

  /// The work, a row each (整改清单), in the order in which it is done.
  var items: Table {
    let columns = [
      column("序号", "No.", 5), column("编号", "Id", 12), column("街道", "Street", 9), column("社区", "Community", 10),
      column("标识编号", "Sign id", 6), column("牌子名称", "Sign", 15), column("类别", "Kind", 9),
      column("位置", "Place", 9), column("要求部门", "Required by", 8), column("存在问题", "Problem", 26),
      column("标准条款", "Clause", 12), column("程度", "Weight", 8), column("处理意见", "Opinion", 7),
      column("整改方式", "Steps", 9), column("整改措施", "What to do", 24), column("规范文字", "Exact wording", 16),
      column("颜色", "Colours", 9), column("样式尺寸", "Make and size", 9), column("规范位置", "Where it is to hang", 9),
      column("整改时限", "Due", 9), column("责任单位", "Responsible unit", 9), column("责任人", "Responsible person", 7),
      column("完成日期", "Done on", 9), column("复核人", "Checked by", 7), column("复核日期", "Checked on", 9),
      column("销号情况", "Closed", 7), column("备注", "Remarks", 18),
    ]
    var table = Table(
      words.itemsTitle, columns: columns,
      rows: rows { street, community in community.items.map { row($0, street, community) } })
    // On one page of A4 so many columns could not be read: the first page says what is wrong, the second what to do.
    table.pagesAcross = 2
    table.keptColumns = 4
    return table
  }

  private func row(_ item: WorkItem, _ street: StreetPlan, _ community: CommunityPlan) -> [Table.Cell] {
    let wanted = item.specification
    var row: [Table.Cell] = [.text(item.id), self.street(street), Table.Cell(words.name(community))]
    row += sign(item.sign, item.subject, isNew: item.actions.contains(.make), kind: wanted?.kind)
    row += [
      Table.Cell(item.demandedBy.joined(separator: words.comma)), lines(item.problems),
      Table.Cell(plan.clauses.quoted(item.clauses, language)), .text(severities.word(item.severity)),
      .text(item.opinion[language]), .text(words.steps(item)), lines(item.measures),
      Table.Cell(wanted.map(wording)), Table.Cell(wanted.flatMap(words.colours)), Table.Cell(wanted.flatMap(make)),
      Table.Cell(wanted?.place), Table.Cell(item.due), Table.Cell(item.responsible),
    ]
    return row + Array(repeating: .empty, count: 5) + [lines(item.locations.map(\.shortText))]
  }

  /// The id, name, kind and place of a sign; of work about no sign what it is about instead.
  private func sign(
    _ sign: SignDescription?, _ subject: String?, isNew: Bool = false, kind: String? = nil
  ) -> [Table.Cell] {
    let place = Table.Cell(subject.map(words.subjectText))
    guard let sign else { return [.empty, isNew ? .text(words("（新制）", "(new)")) : .empty, Table.Cell(kind), place] }
    let name = sign.text.map { $0.isEmpty ? words("（无文字）", "(no words)") : $0 }
    return [
      Table.Cell(sign.id), Table.Cell(name ?? words("（未登记文字）", "(words not recorded)")), Table.Cell(sign.kind),
      sign.place.map { Table.Cell($0) } ?? place,
    ]
  }

  /// The exact words and nothing else, so that they can be copied; alternatives a line each.
  private func wording(_ wanted: Specification) -> String {
    let texts = wanted.wordings.joined(separator: words("\n或：", "\nor: "))
    return wanted.isPart && !texts.isEmpty ? words("写明：", "with: ") + texts : texts
  }

  private func make(_ wanted: Specification) -> String? {
    let parts = [words.orientation(wanted), words.size(wanted)].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: words("，", ", "))
  }

  private func lines(_ texts: [String]) -> Table.Cell {
    Table.Cell(texts.uniqued().joined(separator: "\n"))
  }

  // MARK: The sign maker's list and the checklist

  /// What is made, street by street (制作清单), with the number of pieces at its end.
  var materials: Table {
    let columns = [
      column("序号", "No.", 5), column("编号", "Id", 12), column("街道", "Street", 10), column("社区", "Community", 12),
      column("类别", "Kind", 14), column("文字", "Wording", 32), column("方向", "Orientation", 9),
      column("底色", "Ground", 9), column("字色", "Lettering", 9), column("宽", "Width", 10), column("高", "Height", 10),
      column("挂在", "To hang", 11), column("数量（块）", "Pieces", 8), column("新制或更换", "New or replaced", 9),
      column("备注", "Remarks", 20),
    ]
    let open = words("不作规定", "not prescribed")
    let rows = plan.streets.flatMap { street in
      street.materials.map { material -> [Table.Cell] in
        let wanted = material.specification
        return [
          .text(material.item), self.street(street), Table.Cell(material.community), .text(wanted.kind),
          Table.Cell(wanted.wordings.joined(separator: words("\n或：", "\nor: "))),
          .text(wanted.orientation ?? words.open(.orientation, wanted)),
          .text(wanted.background ?? words.open(.background, wanted)),
          .text(wanted.lettering ?? words.open(.lettering, wanted)), .text(wanted.width ?? open),
          .text(wanted.height ?? open), .text(wanted.place ?? words.open(.place, wanted)), .number(1),
          .text(material.replaces ? words("更换", "replace") : words("新制", "new")), Table.Cell(remark(wanted)),
        ]
      }
    }
    let footer: [Table.Cell] = [.text(words("合计", "Total"))] + Array(repeating: .empty, count: 11)
    return Table(
      words.materialsTitle, columns: columns, rows: Table.numbered(rows),
      footer: footer + [.number(rows.count), .empty, .empty])
  }

  private func remark(_ wanted: Specification) -> String? {
    var remarks: [String] = []
    if wanted.wordings.count > 1 {
      remarks.append(words("文字由街道按社区党组织形式选定一种", "The street chooses one wording, by the form of Party organization"))
    }
    if wanted.isPart { remarks.append(words("牌面写明上述文字，可以另有其他文字", "These words must be on it; others may be")) }
    if wanted.wordings.isEmpty {
      remarks.append(words("内容见整改清单的“整改措施”", "For its content see “What to do” in the schedule"))
    }
    return remarks.isEmpty ? nil : remarks.joined(separator: words("；", "; "))
  }

  /// What is to be looked at on site (待核实清单), with columns for what is found there.
  var checks: Table {
    let columns = [
      column("序号", "No.", 5), column("街道", "Street", 10), column("社区", "Community", 11),
      column("标识编号", "Sign id", 7), column("牌子名称", "Sign", 16), column("类别", "Kind", 10), column("位置", "Place", 10),
      column("待核实内容", "What is open", 33), column("核实办法", "How to verify", 25), column("标准条款", "Clause", 12),
      column("核实结果", "Result", 22), column("核实人", "Verified by", 9), column("核实日期", "Verified on", 10),
    ]
    let rows = rows { street, community in
      community.checks.map { check in
        [self.street(street), Table.Cell(words.name(community))] + sign(check.sign, check.subject) + [
          Table.Cell(check.question), Table.Cell(check.measure),
          Table.Cell(plan.clauses.quoted(check.clauses, language)), .empty, .empty, .empty,
        ]
      }
    }
    return Table(words.checksTitle, columns: columns, rows: rows)
  }

  /// By what and for when the plan was made (编制说明).
  var about: Table {
    let checks = plan.streets.flatMap(\.communities).reduce(0) { $0 + $1.checks.count }
    let rows =
      [
        (words("依据", "Standard"), "\(words.standard(plan)) (\(plan.standardID))"),
        (words("标准摘要值", "Digest"), plan.digest), (words("核查日期", "As of"), plan.asOf),
        (words("整改时限", "Due"), plan.due ?? words.none),
        (words("内容", "Content"), words.counts(plan.items.count, checks)),
      ] + words.notes(plan).map { (words("注意", "Mind"), $0) } + [(words("说明", "Note"), words.foot(plan))]
    return Table(
      words("编制说明", "About"), columns: [column("项目", "Item", 14), column("内容", "Text", 90)],
      rows: rows.map { [.text($0.0), .text($0.1)] })
  }
}

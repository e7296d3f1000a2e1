internal import Audit
package import Campaign
internal import Diagnostics
package import Inventory

extension CampaignPages {
  /// Where the campaign stands: the rounds, the streets, and every finding that is not closed.
  ///
  /// - Parameters:
  ///   - streets: the streets to show; empty: all.
  ///   - states: the states to list findings of; empty: all but `closed` and `waived`.
  package func status(streets: [StreetKey], states: [FindingState]) -> CampaignPage {
    let courses = history.courses.filter { course in
      (streets.isEmpty || streets.contains(course.key.street))
        && (states.isEmpty ? course.state != .closed && course.state != .waived : states.contains(course.state))
    }
    return CampaignPage(
      schema: "signaudit.campaign-status/1", language: language, title: words("专项整治进展", "Where the campaign stands"),
      facts: basis,
      sections: [
        rounds(),
        CampaignPage.Section(
          key: "streets", title: words("各街道", "Streets"), lead: nil, table: streetStates(streets), empty: nothing),
        CampaignPage.Section(
          key: "findings", title: states.isEmpty ? words("未销号的问题", "What is not closed") : words("问题", "Findings"),
          lead: words(
            "申报、销号、退回时写编号：signaudit campaign claim 编号… --by 申报人 --on 日期 --database 文件",
            "Claim, close or return them by their ids: signaudit campaign claim ID… --by NAME --on DATE --database FILE"
          ),
          table: DataTable(
            findingColumns + stateColumns + [Column("remark", words("备注", "Remark"), isLong: true)],
            rows: courses.map { findingCells($0) + stateCells($0) + [Cell(remark($0))] }),
          empty: noFindings(states)),
        unreadable(streets),
      ])
  }

  /// What people read where no finding is listed: that there is none in the states that were asked for says nothing of
  /// the others.
  private func noFindings(_ states: [FindingState]) -> String {
    if states.isEmpty { return words("没有未销号的问题。", "Everything is closed.") }
    let labels = states.map { words("“\($0.label.zh)”", "`\($0.label.en)`") }
    return words(
      "没有状态为\(labels.joined(separator: "、"))的问题。", "No finding is in the state \(labels.joined(separator: " or ")).")
  }

  /// The communities whose inventories the last round could not read: their findings are as they were before.
  private func unreadable(_ streets: [StreetKey]) -> CampaignPage.Section {
    let communities = (history.rounds.last?.communities ?? []).filter { community in
      guard community.status == .unreadable else { return false }
      return streets.isEmpty || community.key.map { streets.contains($0.street) } ?? true
    }
    return CampaignPage.Section(
      key: "unreadable", title: words("最近一轮未能核查的社区", "Communities that the last round could not audit"),
      lead: words(
        "台账无法读取，这些社区的问题维持原来的状态；改好台账后再记录一轮。",
        "Their inventories could not be read, and their findings are as they were: correct them, and record again."),
      table: DataTable(
        [
          Column("district", words("区", "District"), audience: .programs), Column("street", words("街道", "Street")),
          Column("community", words("社区", "Community")), Column("source", words("台账", "Inventory")),
        ],
        rows: communities.map { [Cell($0.district), Cell($0.street), .text(name($0)), Cell($0.source)] }),
      empty: nothing)
  }

  private func rounds() -> CampaignPage.Section {
    let columns = [
      Column("number", words("轮次", "Round"), isNumeric: true), Column("name", words("名称", "Name")),
      Column("as_of", words("日期", "As of")), Column("due", words("整改时限", "Due")),
      Column("communities", words("已核查社区", "Audited"), isNumeric: true),
      Column("signs", words("在用标识牌", "Signs in place"), isNumeric: true),
      Column("failures", words("发现问题", "Failures"), isNumeric: true),
      Column("tool", words("程序版本", "Version"), audience: .programs),
      Column("standard", words("标准", "Standard"), audience: .programs),
      Column("input", words("输入", "Input"), audience: .programs),
      Column("roster", words("名册", "Roster"), audience: .programs),
      Column("waivers", words("豁免", "Waivers"), audience: .programs),
    ]
    let progress = history.streets.map { history.progress(of: $0.key) }
    let rows = history.rounds.enumerated().map { place, round -> [Cell] in
      let streets = progress.map { $0[place] }
      return [
        .number(round.number), Cell(round.name), .text(round.asOf.description), Cell(round.due?.description),
        .number(streets.reduce(0) { $0 + $1.audited }), .number(streets.reduce(0) { $0 + $1.signs }),
        .number(streets.reduce(0) { $0 + $1.failures }), .text(round.tool), .text(round.standard.digest),
        .text(round.input), Cell(round.roster), Cell(round.waivers),
      ]
    }
    return CampaignPage.Section(
      key: "rounds", title: words("各轮核查", "Rounds"), lead: nil, table: DataTable(columns, rows: rows), empty: nothing)
  }

  /// The columns of counted states, and their cells.
  var countColumns: [Column] {
    [
      Column("open", words("待整改", "Open"), isNumeric: true),
      Column("returned", words("退回", "Returned"), isNumeric: true),
      Column("rebound", words("反弹待整改", "Rebounds open"), isNumeric: true),
      Column("unverified", words("待核实", "To verify"), isNumeric: true),
      Column("advice", words("建议", "Advice"), isNumeric: true),
      Column("claimed", words("已申报待复核", "Claimed"), isNumeric: true),
      Column("gone", words("未再发现待复核", "Not found again"), isNumeric: true),
      Column("waived", words("已豁免", "Waived"), isNumeric: true),
      Column("closed", words("已销号", "Closed"), isNumeric: true),
    ]
  }

  func countCells(_ counts: StateCounts) -> [Cell] {
    [
      counts.open, counts.returned, counts.rebound, counts.unverified, counts.advice, counts.claimed, counts.gone,
      counts.waived,
      counts.closed,
    ].map(Cell.number)
  }

  private func streetStates(_ streets: [StreetKey]) -> DataTable {
    let shown = history.streets.filter { streets.isEmpty || streets.contains($0.key) }
    let columns =
      [
        Column("district", words("区", "District"), audience: .programs), Column("street", words("街道", "Street")),
      ] + countColumns
    let rows = shown.map { street -> [Cell] in
      [.text(street.district), .text(street.name)] + countCells(history.states(of: street.key))
    }
    let total: [Cell]? =
      streets.isEmpty && shown.count > 1
      ? [.none, .text(words("合计", "All"))] + countCells(history.states(of: nil)) : nil
    return DataTable(columns, rows: rows, total: total)
  }

  /// What is late on a day, what is yet to be done, and what has no date.
  ///
  /// - Parameter fallback: the deadline of findings for which no round set one; nil: they have none.
  package func due(on day: CalendarDate, fallback: CalendarDate?, streets: [StreetKey]) -> CampaignPage {
    let deadlines = history.deadlines(on: day, fallback: fallback)
    func shown(_ courses: [FindingCourse]) -> [FindingCourse] {
      courses.filter { streets.isEmpty || streets.contains($0.key.street) }
    }
    let days = Column("days", words("天数", "Days"), isNumeric: true)
    func table(_ courses: [FindingCourse], _ count: (CalendarDate) -> Int) -> DataTable {
      DataTable(
        findingColumns + stateColumns + [days, Column("remark", words("备注", "Remark"), isLong: true)],
        rows: courses.map { findingCells($0) + stateCells($0) + [Cell($0.due.map(count)), Cell(remark($0))] })
    }
    return CampaignPage(
      schema: "signaudit.campaign-due/1", language: language, title: words("整改时限", "Deadlines"),
      facts: basis + [
        CampaignPage.Fact(key: "on", title: words("截至", "On"), value: .text(day.description)),
        CampaignPage.Fact(
          key: "in_review", title: words("待复核（不计逾期）", "To be reviewed (not late)"),
          value: .number(shown(history.courses).count { $0.state.isReviewersTurn })),
      ],
      sections: [
        CampaignPage.Section(
          key: "overdue", title: words("已逾期", "Late"), lead: words("天数为逾期天数。", "Days: how late."),
          table: table(shown(deadlines.late)) { day.days(since: $0) }, empty: words("没有逾期的问题。", "Nothing is late.")),
        CampaignPage.Section(
          key: "coming", title: words("未到期", "Not late yet"), lead: words("天数为剩余天数。", "Days: how many are left."),
          table: table(shown(deadlines.coming)) { $0.days(since: day) }, empty: nothing),
        CampaignPage.Section(
          key: "undated", title: words("没有时限", "Without a date"), lead: nil,
          table: table(shown(deadlines.undated)) { _ in 0 }, empty: nothing),
      ])
  }
}

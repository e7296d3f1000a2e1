package import Campaign
internal import Diagnostics
internal import Inventory

extension CampaignPages {
  /// The course of streets over the rounds, each with a chart.
  ///
  /// - Parameter streets: the streets to show; empty: all, in the order of the campaign.
  package func history(of streets: [StreetKey]) -> CampaignPage {
    let shown = history.streets.filter { streets.isEmpty || streets.contains($0.key) }
    return CampaignPage(
      schema: "signaudit.campaign-history/1", language: language, title: words("各街道整治过程", "Streets over the rounds"),
      facts: basis, sections: shown.map(section) + [extensions(of: Set(shown.map(\.key)))])
  }

  /// Every change of a deadline, street by street.
  private func extensions(of streets: Set<StreetKey>) -> CampaignPage.Section {
    let columns = [
      Column("fingerprint", words("指纹", "Fingerprint"), audience: .programs),
      Column("id", words("编号", "Id"), audience: .people),
      Column("street", words("街道", "Street")), Column("community", words("社区", "Community")),
      Column("object", words("对象", "What")), Column("message", words("存在问题", "Problem"), isLong: true),
      Column("after_round", words("轮次", "After round"), isNumeric: true), Column("before", words("原时限", "Due before")),
      Column("due", words("新时限", "Due")), Column("by", words("批准", "Allowed by")), Column("on", words("日期", "On")),
      Column("reason", words("理由", "Why"), isLong: true),
    ]
    let rows = history.courses.filter { streets.contains($0.key.street) }.flatMap { course in
      course.extensions.map { change -> [Cell] in
        [
          .text(course.fingerprint), .text(id(course)), Cell(course.community.street), .text(name(course.community)),
          .text(object(course)), .text(course.finding.message), .number(change.action.afterRound),
          Cell(change.before?.description), Cell(change.action.due?.description), .text(change.action.by),
          .text(change.action.on.description), Cell(change.action.note),
        ]
      }
    }
    return CampaignPage.Section(
      key: "extensions", title: words("延期和时限调整", "Deadlines that were moved"), lead: nil,
      table: DataTable(columns, rows: rows), empty: words("没有延期。", "None was moved."))
  }

  private func section(_ street: CampaignHistory.Street) -> CampaignPage.Section {
    let columns =
      [
        Column("district", words("区", "District"), audience: .programs),
        Column("street", words("街道", "Street"), audience: .programs),
        Column("round", words("轮次", "Round"), isNumeric: true), Column("as_of", words("日期", "As of")),
        Column("audited", words("已核查社区", "Audited"), isNumeric: true),
        Column("not_audited", words("未能核查", "Not audited"), isNumeric: true),
        Column("signs", words("在用标识牌", "Signs in place"), isNumeric: true),
        Column("failures", words("发现问题", "Failures"), isNumeric: true),
        Column("rebounds", words("其中反弹", "of these rebounds"), isNumeric: true),
      ] + countColumns
    let progress = history.progress(of: street.key)
    let rows = progress.map { round -> [Cell] in
      [
        .text(street.district), .text(street.name), .number(round.round),
        .text(history.rounds[round.round - 1].asOf.description), .number(round.audited), .number(round.unaudited),
        .number(round.signs), .number(round.failures), .number(round.rebounds),
      ] + countCells(round.states)
    }
    let name = words("\(street.district)\(street.name)", "\(street.district) \(street.name)")
    return CampaignPage.Section(
      key: "streets", title: name,
      lead: words(
        "各轮的状态含该轮之后、下一轮之前的申报和复核。", "States include what was said after a round and before the next."),
      table: DataTable(columns, rows: rows), empty: nothing,
      chart: StreetChart(
        title: words("\(name)各轮问题的状态", "\(name): findings by state, round by round"), words: words,
        bars: progress.map { round in
          StreetChart.Bar(
            label: String(round.round), date: history.rounds[round.round - 1].asOf.description,
            values: StreetChart.Series.allCases.map { $0.count(round.states) })
        }))
  }
}

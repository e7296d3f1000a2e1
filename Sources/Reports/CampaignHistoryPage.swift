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
      facts: basis, sections: shown.map(section))
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

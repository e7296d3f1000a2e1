package import Campaign
internal import Diagnostics
internal import Inventory

extension CampaignPages {
  /// Two rounds side by side.
  package func compare(_ first: Int, _ second: Int) throws(CampaignError) -> CampaignPage {
    let comparison = try history.comparison(from: first, to: second)
    let standards = (try history.round(first).standard, try history.round(second).standard)
    return CampaignPage(
      schema: "signaudit.campaign-comparison/1", language: language,
      title: words("\(round(first))与\(round(second))对比", "From \(round(first)) to \(round(second))"),
      facts: basis + [
        CampaignPage.Fact(key: "from", title: words("起", "From"), value: .number(first), audience: .programs),
        CampaignPage.Fact(key: "to", title: words("止", "To"), value: .number(second), audience: .programs),
      ] + caution(standards.0, standards.1),
      sections: [
        CampaignPage.Section(
          key: "streets", title: words("各街道", "Streets"),
          lead: words(
            "只统计两轮都核查了的社区。原有＝拆除＋保留，现有＝保留＋新增。",
            "Only communities that both rounds audited. Before is taken down and kept; now is kept and put up."),
          table: counts(comparison), empty: nothing),
        CampaignPage.Section(
          key: "signs", title: words("拆除和新增的标识牌", "Signs taken down and put up"), lead: nil, table: moves(comparison),
          empty: nothing),
        comebacks(comparison.comebacks),
        CampaignPage.Section(
          key: "not_compared", title: words("只有一轮核查的社区", "Communities that one round audited"), lead: nil,
          table: DataTable(
            [
              Column("district", words("区", "District"), audience: .programs),
              Column("street", words("街道", "Street")), Column("community", words("社区", "Community")),
            ],
            rows: comparison.uncompared.map { [Cell($0.district), Cell($0.street), .text(name($0))] }), empty: nothing),
      ])
  }

  /// What must be known of two rounds that were judged by different rules: their failures are not of one kind.
  private func caution(_ old: RoundStandard, _ new: RoundStandard) -> [CampaignPage.Fact] {
    guard old.digest != new.digest else { return [] }
    let text =
      old.id == new.id
      ? words(
        "两轮之间《\(new.title.zh)》改过（\(old.digest) → \(new.digest)），问题的增减可能只是标准变了",
        "the standard was changed between the rounds (\(old.digest) → \(new.digest)): what appeared or went may come of that"
      )
      : words(
        "两轮依据的标准不同（《\(old.title.zh)》和《\(new.title.zh)》），问题的增减不能说明整改情况",
        "the rounds were judged by different standards (\(old.title.en), \(new.title.en)): their failures cannot be compared"
      )
    return [CampaignPage.Fact(key: "caution", title: words("注意", "Mind"), value: .text(text))]
  }

  private func counts(_ comparison: Comparison) -> DataTable {
    let columns =
      [Column("district", words("区", "District"), audience: .programs), Column("street", words("街道", "Street"))]
      + [
        ("communities", words("社区", "Communities")), ("before", words("原有", "Before")),
        ("taken_down", words("拆除", "Taken down")), ("unlisted", words("其中台账未再登记", "of these not listed")),
        ("kept", words("保留", "Kept")), ("put_up", words("新增", "Put up")), ("now", words("现有", "Now")),
        ("failures_before", words("原有问题", "Failures before")), ("settled", words("不再发现", "Not found again")),
        ("remaining", words("仍存在", "Remaining")), ("appeared", words("新发现", "New")),
      ].map { Column($0.0, $0.1, isNumeric: true) }
    func cells(_ counts: Comparison.Counts) -> [Cell] {
      [
        counts.communities, counts.before, counts.down, counts.unlisted, counts.kept, counts.up, counts.after,
        counts.failures, counts.settled, counts.remaining, counts.appeared,
      ].map(Cell.number)
    }
    return DataTable(
      columns,
      rows: comparison.streets.map { [.text($0.street.district), .text($0.street.name)] + cells($0.counts) },
      total: [.none, .text(words("合计", "All"))] + cells(comparison.total))
  }

  private func moves(_ comparison: Comparison) -> DataTable {
    DataTable(
      [
        Column("district", words("区", "District"), audience: .programs), Column("street", words("街道", "Street")),
        Column("community", words("社区", "Community")), Column("sign", words("标识", "Sign")),
        Column("text", words("牌子名称", "Words")), Column("kind", words("类别", "Kind")),
        Column("place", words("位置", "Place")), Column("change", words("变化", "Change"), audience: .programs),
        Column("change_label", words("变化", "Change"), audience: .people),
      ],
      rows: comparison.moves.map { move in
        let label =
          switch move.departure {
          case .removed: words("已拆除", "taken down")
          case .unlisted: words("台账未再登记，待核实", "not listed any more: to be verified")
          case nil: words("新增", "put up")
          }
        return [
          Cell(move.community.district), Cell(move.community.street), .text(name(move.community)),
          .text(move.sign.id), .text(text(move.sign)), Cell(move.sign.kind?.label[language]), .text(place(move.sign)),
          .text(move.departure?.rawValue ?? "put-up"), .text(label),
        ]
      })
  }

  /// What came back: findings after closing, findings without closing, and signs under another wording or at another
  /// place.
  package func rebounds(streets: [StreetKey]) -> CampaignPage {
    let courses = history.courses.filter { streets.isEmpty || streets.contains($0.key.street) }
    let closed = courses.filter { !$0.rebounds.isEmpty }
    let unclosed = courses.filter { !$0.reappearances.isEmpty }
    let rounds = Column("rounds", words("再次出现的轮次", "Back in rounds"))
    func numbers(_ numbers: [Int]) -> Cell { .list(numbers.map(String.init)) }
    return CampaignPage(
      schema: "signaudit.campaign-rebounds/1", language: language, title: words("反弹和疑似边减边增", "What came back"),
      facts: basis,
      sections: [
        CampaignPage.Section(
          key: "rebounds", title: words("销号后反弹", "Back after closing"), lead: nil,
          table: DataTable(
            findingColumns + stateColumns + [
              rounds, Column("closed_by", words("销号复核人", "Closed by")), Column("closed_on", words("销号日期", "Closed on")),
            ],
            rows: closed.map { course in
              let closing = course.actions.last { $0.kind == .close }
              return findingCells(course) + stateCells(course)
                + [numbers(course.rebounds), Cell(closing?.by), Cell(closing?.on.description)]
            }), empty: words("没有反弹的问题。", "Nothing came back after closing.")),
        CampaignPage.Section(
          key: "reappearances", title: words("未经销号又出现", "Back without having been closed"), lead: nil,
          table: DataTable(
            findingColumns + stateColumns + [rounds],
            rows: unclosed.map { findingCells($0) + stateCells($0) + [numbers($0.reappearances)] }), empty: nothing),
        comebacks(history.walls.comebacks.filter { streets.isEmpty || streets.contains($0.key.street) }),
      ])
  }

  /// Signs that came down and went up again.
  private func comebacks(_ comebacks: [WallHistory.Comeback]) -> CampaignPage.Section {
    let columns = [
      Column("district", words("区", "District"), audience: .programs), Column("street", words("街道", "Street")),
      Column("community", words("社区", "Community")),
      Column("old_sign", words("原标识", "Old sign"), audience: .programs),
      Column("old_text", words("原牌子", "Was")), Column("old_place", words("原位置", "Was at")),
      Column("down_in", words("拆除轮次", "Down in round"), isNumeric: true),
      Column("departure", words("拆除方式", "Departure"), audience: .programs),
      Column("new_sign", words("新标识", "New sign")), Column("new_text", words("现牌子", "Is")),
      Column("new_place", words("现位置", "Is at")),
      Column("up_in", words("设置轮次", "Up in round"), isNumeric: true),
      Column("manner", words("方式", "Manner"), audience: .programs),
      Column("manner_label", words("方式", "Manner"), audience: .people),
      Column("likeness", words("相似度（%）", "Likeness (%)"), isNumeric: true),
      Column("conforms", words("符合", "Conforms"), audience: .programs),
      Column("rules", words("规则", "Rules"), audience: .programs),
      Column("reasons", words("判断理由", "Why"), isLong: true),
      Column("verdict", words("提示", "Remark"), isLong: true, audience: .people),
    ]
    let rows = comebacks.map { comeback -> [Cell] in
      let verdict =
        comeback.conforms
        ? words("新牌子符合标准，属按规定更换", "the new sign conforms: it was replaced as it should be")
        : words("疑似边减边增，请复核", "it seems to have been put back: to be reviewed")
      return [
        Cell(comeback.community.district), Cell(comeback.community.street), .text(name(comeback.community)),
        .text(comeback.old.id), .text(text(comeback.old)), .text(place(comeback.old)), .number(comeback.downIn),
        .text(comeback.departure.rawValue), .text(comeback.new.id), .text(text(comeback.new)),
        .text(place(comeback.new)), .number(comeback.upIn), .text(manner(comeback.manner).key),
        .text(manner(comeback.manner).label), .number(Int((comeback.likeness.score * 100).rounded())),
        .flag(comeback.conforms), .list(comeback.rules),
        .list(comeback.likeness.reasons.map { $0[language] }), .text(verdict),
      ]
    }
    return CampaignPage.Section(
      key: "comebacks", title: words("拆除后又以相近的牌子出现", "Taken down, and up again in a like form"),
      lead: words(
        "相似度按文字（少见的字权重大）、类别、位置计算，只作提示，以现场复核为准。",
        "Likeness is worked out from words (rare characters weigh more), kind and place. It is a hint: look on site."),
      table: DataTable(columns, rows: rows), empty: words("没有发现。", "None was found."))
  }

  private func manner(_ manner: WallHistory.Comeback.Manner) -> (key: String, label: String) {
    switch manner {
    case .movedInside: ("moved-inside", words("由室外转入室内（明减暗增）", "moved inside"))
    case .moved: ("moved", words("移位", "moved"))
    case .renamed: ("renamed", words("换名", "renamed"))
    case .renamedAndMoved: ("renamed-and-moved", words("换名并移位", "renamed and moved"))
    case .putBack: ("put-back", words("恢复原样", "put back"))
    }
  }
}

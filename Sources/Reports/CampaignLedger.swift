internal import Audit
package import Campaign
internal import Diagnostics
internal import Inventory

extension CampaignPages {
  /// The ledger of what was found, put right and closed (销号台账), with the columns that offices use. Every finding that
  /// ever failed has a row, but for what is only encouraged. The street is who is responsible, never the community.
  package func ledger(streets: [StreetKey]) -> CampaignPage {
    let courses = history.courses.filter {
      $0.everFailed && $0.isBinding && (streets.isEmpty || streets.contains($0.key.street))
    }
    let columns =
      LedgerColumn.allCases.map {
        Column($0.rawValue, $0.title[language], isNumeric: $0 == .number, isLong: $0.isLong)
      } + [
        Column("claim_note", words("申报情况", "Claim note"), audience: .programs),
        Column("fingerprint", words("指纹", "Fingerprint"), audience: .programs),
        Column("state", words("状态", "State"), audience: .programs),
      ]
    let rows = courses.enumerated().map { place, course -> [Cell] in
      let sign = course.sign
      return [
        .number(place + 1), Cell(course.community.street), .text(name(course.community)), .text(object(course)),
        Cell(sign?.kind?.label[language]), Cell(sign.map(self.place)), .list(course.finding.demandedBy),
        .text(course.finding.message), .list(course.rule.clauses.map { $0[language] }),
        Cell(words.opinion(course.finding.outcome, course.finding.action)), .text(course.finding.remedy),
        Cell(course.due?.description), Cell(course.community.street), Cell(course.claim?.by),
        Cell(course.claim?.on.description), Cell(course.review?.by), Cell(course.review?.on.description),
        .text(state(course)), .list(remarks(course)), Cell(course.claim?.note), .text(course.fingerprint),
        .text(course.state.rawValue),
      ]
    }
    return CampaignPage(
      schema: "signaudit.campaign-ledger/1", language: language, title: words("标识牌整治销号台账", "Ledger"), facts: basis,
      sections: [
        CampaignPage.Section(
          key: "ledger", title: words("销号台账", "Ledger"), lead: nil, table: DataTable(columns, rows: rows),
          empty: nothing)
      ])
  }

  private func remarks(_ course: FindingCourse) -> [String] {
    var remarks = [words("编号 \(id(course))", "id \(id(course))")]
    if course.finding.outcome == .fail { remarks.append(words.word(course.rule.severity)) }
    remarks.append(words("第 \(course.firstSeen) 轮发现", "found in round \(course.firstSeen)"))
    if !course.rebounds.isEmpty {
      let rounds = course.rebounds.map(String.init).joined(separator: words("、", ", "))
      remarks.append(words("第 \(rounds) 轮反弹", "rebound in round \(rounds)"))
    }
    if let waiver = course.finding.waiver, course.state == .waived {
      remarks.append(words("豁免：\(waiver)", "waiver: \(waiver)"))
    }
    if let note = course.claim?.note { remarks.append(words("申报情况：\(note)", "claimed: \(note)")) }
    if let note = course.review?.note { remarks.append(words("复核意见：\(note)", "review: \(note)")) }
    if let remark = remark(course) { remarks.append(remark) }
    return remarks
  }
}

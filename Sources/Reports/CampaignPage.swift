internal import Audit
package import Campaign
package import Diagnostics
internal import Inventory

/// What one command says of a campaign: facts, tables and charts as values, which every format shows in its own way.
package struct CampaignPage: Sendable {
  /// One fact: its name for programs and for people, and its value.
  package struct Fact: Sendable {
    var key: String
    var title: String
    var value: DataTable.Cell
    var audience = DataTable.Column.Audience.all
  }

  /// A table with its heading.
  package struct Section: Sendable {
    /// Its name for programs: part of the format.
    var key: String
    /// The heading.
    var title: String
    /// A sentence under the heading, or nil.
    var lead: String?
    /// The table.
    var table: DataTable
    /// What people read where the table is empty.
    var empty: String
    /// What is drawn over the table, where anything is.
    var chart: StreetChart?
  }

  /// The name and version of the format for programs, such as `signaudit.campaign-status/1`.
  package var schema: String
  /// The language of everything in it.
  package var language: Language
  /// The title.
  package var title: String
  /// The facts, in order.
  package var facts: [Fact]
  /// The tables, in order.
  package var sections: [Section]
}

/// Makes the pages of a campaign.
package struct CampaignPages: Sendable {
  /// The campaign.
  let history: CampaignHistory
  /// The words.
  let words: ReportWords

  /// Makes pages in a language. What inventories and reviewers wrote stays as it is.
  package init(_ history: CampaignHistory, language: Language) {
    self.history = history
    words = ReportWords(language: language)
  }

  var language: Language { words.language }

  typealias Cell = DataTable.Cell
  typealias Column = DataTable.Column

  /// How many characters of a fingerprint people are shown; they may name a finding by as many.
  static let idLength = 12

  /// The short form of a fingerprint.
  func id(_ course: FindingCourse) -> String { String(course.fingerprint.prefix(Self.idLength)) }

  /// A round in words.
  func round(_ number: Int) -> String {
    let name = history.rounds.indices.contains(number - 1) ? history.rounds[number - 1].name : nil
    let base = words("第 \(number) 轮", "round \(number)")
    return name.map { words("\(base)（\($0)）", "\(base) (\($0))") } ?? base
  }

  /// A community with its facility.
  func name(_ community: RoundCommunity) -> String {
    let name = community.name ?? words("名称不明", "unnamed")
    return community.facility.map { words("\(name)（\($0)）", "\(name) (\($0))") } ?? name
  }

  /// A sign's words, or what it is where it has none.
  func text(_ sign: RoundSign) -> String {
    if let text = sign.text, !text.isEmpty { return text }
    let kind = sign.kind?.label[language] ?? words("标识牌", "sign")
    return sign.text == nil
      ? words("\(kind)（文字未记录）", "\(kind) (words not recorded)") : words("\(kind)（无文字）", "\(kind) (without words)")
  }

  /// A sign's place with its room.
  func place(_ sign: RoundSign) -> String {
    let place = sign.place?.label[language] ?? words("位置未记录", "place not recorded")
    return sign.room.map { words("\(place)（\($0)）", "\(place) (\($0))") } ?? place
  }

  /// What a finding is about: its sign, else the room, floor or entry.
  func object(_ course: FindingCourse) -> String {
    if let sign = course.sign { return text(sign) }
    if let id = course.finding.sign { return id }
    return course.finding.subject.map(words.subject) ?? words("社区整体", "the community")
  }

  /// The state in words; what is undetermined is to be looked at.
  func state(_ course: FindingCourse) -> String {
    if course.state == .open, course.finding.outcome == .undetermined { return words("待核实", "to be verified") }
    if course.state == .open, !course.isBinding { return words("建议", "advice") }
    return course.state.label[language]
  }

  /// What is to be known besides of a finding.
  func remark(_ course: FindingCourse) -> String? {
    let lagging =
      course.isLagging
      ? words("台账尚未更新，最近一轮仍按原样记录", "the inventory lags: the last round still shows the old state") : nil
    let remarks = course.currentExtensions.map(change) + [lagging].compactMap(\.self)
    return remarks.isEmpty ? nil : remarks.joined(separator: words("；", "; "))
  }

  /// A change of a deadline in words: to which day, from which, by whom, when and why.
  func change(_ change: FindingCourse.Extension) -> String {
    let action = change.action
    guard let due = action.due else { return "" }
    let reason = action.note.map { words("，理由：\($0)", ": \($0)") } ?? ""
    guard let before = change.before else {
      return words(
        "\(action.on) 设定时限 \(due)（\(action.by)\(reason)）", "due \(due), set on \(action.on) by \(action.by)\(reason)")
    }
    let verb = due > before ? words("延期至", "extended to") : words("时限提前至", "brought forward to")
    return words(
      "\(action.on) \(verb) \(due)，原时限 \(before)（\(action.by)\(reason)）",
      "\(verb) \(due) from \(before) on \(action.on) by \(action.by)\(reason)")
  }

  /// The columns by which a finding is known, and its cells.
  var findingColumns: [Column] {
    [
      Column("fingerprint", words("指纹", "Fingerprint"), audience: .programs),
      Column("id", words("编号", "Id"), audience: .people),
      Column("district", words("区", "District"), audience: .programs),
      Column("street", words("街道", "Street")), Column("community", words("社区", "Community")),
      Column("object", words("对象", "What")), Column("sign", words("标识", "Sign"), audience: .programs),
      Column("subject", words("部位", "Subject"), audience: .programs),
      Column("rule", words("规则", "Rule"), audience: .programs),
      Column("rule_title", words("要求", "Requirement")),
      Column("message", words("存在问题", "Problem"), isLong: true),
    ]
  }

  func findingCells(_ course: FindingCourse) -> [Cell] {
    [
      .text(course.fingerprint), .text(id(course)), Cell(course.community.district), Cell(course.community.street),
      .text(name(course.community)), .text(object(course)), Cell(course.finding.sign), Cell(course.finding.subject),
      .text(course.rule.id), .text(course.rule.title[language]), .text(course.finding.message),
    ]
  }

  var stateColumns: [Column] {
    [
      Column("state", words("状态", "State"), audience: .programs),
      Column("outcome", words("核查结果", "Outcome"), audience: .programs),
      Column("state_label", words("状态", "State"), audience: .people),
      Column("due", words("整改时限", "Due")),
    ]
  }

  func stateCells(_ course: FindingCourse) -> [Cell] {
    [
      .text(course.state.rawValue), .text(course.finding.outcome.rawValue), .text(state(course)),
      Cell(course.due?.description),
    ]
  }

  /// The facts that every page begins with.
  var basis: [CampaignPage.Fact] {
    guard let last = history.rounds.last else { return [] }
    return [
      CampaignPage.Fact(
        key: "standard", title: words("依据", "Standard"),
        value: .text(words("《\(last.standard.title.zh)》", last.standard.title.en))),
      CampaignPage.Fact(key: "rounds", title: words("轮次", "Rounds"), value: .number(history.rounds.count)),
      CampaignPage.Fact(
        key: "last_round", title: words("最近一轮", "Last round"),
        value: .text(words("\(round(last.number))，\(last.asOf)", "\(round(last.number)), \(last.asOf)")),
        audience: .people),
      CampaignPage.Fact(
        key: "as_of", title: words("日期", "As of"), value: .text(last.asOf.description), audience: .programs),
    ]
  }

  var nothing: String { words("无", "none") }
}

extension CampaignPage {
  /// The one table of a page that is a table; nil for others.
  package var table: DataTable? { sections.count == 1 ? sections[0].table : nil }
}

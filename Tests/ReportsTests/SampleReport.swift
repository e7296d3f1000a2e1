import Diagnostics
import Standard

@testable import Audit

/// Reports to render: one as an audit makes it, and one whose every text is `hostile`.
enum SampleReport {
  /// What inventories must not do to a report: a quote under a combining mark, an escape sequence, a turned line, the
  /// ends of other formats' texts, and lines of their own.
  static let hostile =
    "\"\u{301} <script>\u{1B}[31m\u{202E}]]>&\\|`*_{}#[x](http://a.b)\r\n# \u{85}\u{2028}\u{FEFF}\u{FFFE}\0柳\u{301}' ~~ $"

  static func location(_ file: String, _ line: Int, _ column: Int, to end: Int? = nil) -> SourceLocation {
    let start = SourcePosition(line: line, column: column)
    return SourceLocation(
      file: file, range: SourceRange(start: start, end: SourcePosition(line: line, column: end ?? column)))
  }

  /// A report of two streets with every state and every outcome.
  static func make(language: Language = .zh) -> AuditReport {
    let communities = [noncompliant, compliant]
    let river = street("江畔街道", communities)
    let hill = street("东山街道", [undetermined, unreadable, missing])
    let lost = CommunityReport(
      district: nil, street: nil, name: nil, facility: nil, code: nil, source: "台账/x.yaml", surveyedOn: nil,
      surveyedBy: nil, status: .unreadable, findings: [],
      diagnostics: [Diagnostic(.error, BilingualText(zh: "文件是空的。", en: "The file is empty."))], signs: SignCount(),
      lines: [:])
    var summary = Summary()
    for community in river.communities + hill.communities + [lost] { summary.add(community) }
    return AuditReport(
      standard: standard("黄石港区社区标识牌规范"), rules: rules, asOf: "2026-05-20", language: language, summary: summary,
      streets: [river, hill], unreadable: [lost],
      departments: [
        DepartmentCount(department: "民政局", signs: 3, rooms: 0, communities: 2),
        DepartmentCount(department: "文化和旅游局", signs: 1, rooms: 1, communities: 1),
      ],
      diagnostics: [
        Diagnostic(
          .warning, BilingualText(zh: "豁免没有用上。", en: "A waiver met nothing."),
          help: BilingualText(zh: "请删去它。", en: "Delete it."), at: location("豁免.yaml", 3, 5))
      ])
  }

  /// A report in which every text that can come from outside is `text`.
  static func filled(with text: String, language: Language = .zh) -> AuditReport {
    let place = location(text, 1, 1, to: 4)
    let both = BilingualText(zh: text, en: text)
    let diagnostic = Diagnostic(
      .error, both, help: both, at: place, related: [Diagnostic.Related(message: both, location: place)])
    let waiver = AppliedWaiver(reason: text, approvedBy: text, document: text, expires: text, location: place)
    let findings = Outcome.allCases.map { outcome in
      Finding(
        rule: 0, outcome: outcome, severity: .error, sign: text, subject: text, message: text, remedy: text,
        expected: text + "1", actual: text + "2", expectedLabel: text + "3",
        actualLabel: text + "4", demandedBy: [text], location: place,
        related: [RelatedPlace(message: text, location: place)], waiver: outcome == .waived ? waiver : nil,
        fingerprint: "f", action: .takeDown, about: .sign(0))
    }
    let community = CommunityReport(
      district: text, street: text, name: text, facility: text, code: text, source: text, surveyedOn: text,
      surveyedBy: text, status: .noncompliant, findings: findings, diagnostics: [diagnostic],
      signs: SignCount(inPlace: 1, removed: 0), lines: [1: text],
      record: record(text, kind: text, place: text, room: text))
    var summary = Summary()
    summary.add(community)
    let rule = RuleSummary(
      id: text, clauses: [text], modality: "must", severity: .error, title: both, rationale: both, remedy: both)
    return AuditReport(
      standard: StandardSummary(id: text, title: both, issuer: both, digest: text, deviations: [both], clauses: []),
      rules: [rule], asOf: text, language: language, summary: summary,
      streets: [StreetReport(district: text, street: text, summary: summary, communities: [community])],
      unreadable: [community], departments: [DepartmentCount(department: text, signs: 1, rooms: 1, communities: 1)],
      diagnostics: [diagnostic])
  }

  private static func standard(_ title: String) -> StandardSummary {
    StandardSummary(
      id: "huangshigang", title: BilingualText(zh: title, en: "The Huangshigang standard"),
      issuer: BilingualText(zh: "民政局", en: "Civil Affairs"), digest: "sha256:00ff",
      deviations: [BilingualText(zh: "rule.x：停用", en: "rule.x: off")],
      clauses: [])
  }

  private static let rules = [
    RuleSummary(
      id: "residents-committee.name", clauses: ["signage.1", "negative.3"], modality: "must", severity: .error,
      title: BilingualText(zh: "居民委员会牌写全称", en: "The residents' committee sign has the full name"),
      rationale: BilingualText(zh: "名称要统一。", en: "Names are uniform."),
      remedy: BilingualText(zh: "改为{…}。", en: "Write {…}.")),
    RuleSummary(
      id: "award.off-wall", clauses: ["signage.2.4"], modality: "in-principle", severity: .warning,
      title: BilingualText(zh: "奖牌不上墙", en: "Awards are not on the wall"),
      rationale: BilingualText(zh: "室内要简洁。", en: "Rooms are plain."),
      remedy: BilingualText(zh: "放进陈列柜。", en: "Put it into the display case.")),
    RuleSummary(
      id: "community.submitted", clauses: [], modality: "record", severity: .error,
      title: BilingualText(zh: "社区已登记", en: "The community is recorded"),
      rationale: BilingualText(zh: "街道负责登记。", en: "The street records."),
      remedy: BilingualText(zh: "由街道登记。", en: "The street records it.")),
  ]

  private static func street(_ name: String, _ communities: [CommunityReport]) -> StreetReport {
    var street = StreetReport(district: "临江区", street: name, summary: Summary(), communities: communities)
    for index in communities.indices {
      street.communities[index].street = name
      street.summary.add(communities[index])
    }
    return street
  }

  private static func finding(
    _ rule: Int, _ outcome: Outcome, _ message: String, remedy: String, at location: SourceLocation,
    sign: String? = nil, expected: String? = nil, actual: String? = nil, demandedBy: [String] = [],
    related: [RelatedPlace] = [], waiver: AppliedWaiver? = nil
  ) -> Finding {
    Finding(
      rule: rule, outcome: outcome, severity: rules[rule].severity, sign: sign, subject: nil, message: message,
      remedy: remedy, expected: expected, actual: actual, demandedBy: demandedBy, location: location, related: related,
      waiver: waiver, fingerprint: "f\(rule)", action: outcome == .fail ? .reword : nil,
      about: sign == nil ? .community : .sign(0))
  }

  /// A record of one sign, the first of its document.
  private static func record(_ text: String, kind: String, place: String, room: String?) -> CommunityRecord {
    let sign = RecordedSign(
      index: 0, id: "W3", text: text, demandedBy: [], range: SourceRange(at: .start), kindLabel: kind,
      placeLabel: place,
      room: room)
    return CommunityRecord(coversExterior: true, coversInterior: true, signs: [sign], removedSigns: [], digest: "")
  }

  private static func community(
    _ name: String, _ file: String?, _ status: CommunityStatus, _ findings: [Finding] = [],
    _ diagnostics: [Diagnostic] = [], lines: [Int: String] = [:]
  ) -> CommunityReport {
    CommunityReport(
      district: "临江区", street: "江畔街道", name: name, facility: nil, code: "990001001001", source: file,
      surveyedOn: file == nil ? nil : "2026-05-01", surveyedBy: nil, status: status, findings: findings,
      diagnostics: diagnostics, signs: file == nil ? SignCount() : SignCount(inPlace: 12, removed: 1), lines: lines,
      record: file == nil ? nil : record("柳荫居委会", kind: "居民委员会", place: "大门右侧", room: nil))
  }

  private static let noncompliant = community(
    "柳荫社区", "台账/liuyin.yaml", .noncompliant,
    [
      finding(
        0, .fail, "居民委员会牌写的是“柳荫居委会”，不是全称。", remedy: "换成写全称的牌子。",
        at: location("台账/liuyin.yaml", 4, 11, to: 16), sign: "W3", expected: "临江区江畔街道柳荫社区居民委员会", actual: "柳荫居委会",
        demandedBy: ["民政局"],
        related: [RelatedPlace(message: "社区的名称写在这里", location: location("台账/liuyin.yaml", 1, 7, to: 11))]),
      finding(
        1, .waived, "奖牌挂在大厅墙上。", remedy: "放进陈列柜。", at: location("台账/liuyin.yaml", 9, 5), sign: "N1",
        waiver: AppliedWaiver(
          reason: "等待搬迁", approvedBy: "区民政局", document: "临民〔2026〕3号", expires: "2026-12-31",
          location: location("豁免.yaml", 1, 3))),
      finding(1, .pass, "没有奖牌上墙。", remedy: "", at: location("台账/liuyin.yaml", 1, 1)),
    ], lines: [1: "社区: 柳荫社区", 3: "  - id: W3", 4: "    内容: “柳荫居委会”", 5: "    地点: 大门"])

  private static let compliant = community(
    "桃园社区", "台账/taoyuan.yaml", .compliant,
    [
      finding(
        1, .fail, "奖牌挂在走廊墙上。", remedy: "放进陈列柜。", at: location("台账/taoyuan.yaml", 7, 5), sign: "N2", expected: "0",
        actual: "1", demandedBy: ["文化和旅游局"])
    ])

  private static let undetermined = community(
    "松林社区", "台账/songlin.yaml", .undetermined,
    [
      finding(
        0, .undetermined, "居民委员会牌没有记下文字。", remedy: "把牌上的文字补记下来。", at: location("台账/songlin.yaml", 5, 5), sign: "W1")
    ])

  private static let unreadable = community(
    "竹园社区", "台账/zhuyuan.yaml", .unreadable, [],
    [
      Diagnostic(
        .error, BilingualText(zh: "这里用了全角冒号。", en: "This is a full-width colon."),
        help: BilingualText(zh: "请改成半角冒号和一个空格。", en: "Write a colon and a space."),
        at: location("台账/zhuyuan.yaml", 2, 5, to: 6))
    ], lines: [1: "社区:", 2: "  名称：竹园社区"])

  private static let missing = community(
    "荷塘社区", nil, .missing,
    [finding(2, .fail, "名册里有这个社区，还没有台账。", remedy: "由街道登记。", at: location("名册.csv", 6, 1))])
}

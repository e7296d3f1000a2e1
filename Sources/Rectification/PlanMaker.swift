package import Audit
package import Diagnostics
package import Inventory
package import Standard

/// Makes a plan of a report: findings → work. Pure.
package struct PlanMaker {
  private let standard: Standard
  private let specifications: SpecificationBook
  private let due: CalendarDate?
  private let language: Language

  /// Prepares to plan by a standard.
  ///
  /// - Parameter due: the day until which the work is to be done; nil: no deadline is set.
  package init(_ standard: Standard, due: CalendarDate?, language: Language) {
    self.standard = standard
    self.due = due
    self.language = language
    specifications = SpecificationBook(standard, language)
  }

  /// The plan that follows from a report, which must have been made with `AuditSettings.keepsRecords`.
  package func plan(_ report: AuditReport) -> Plan {
    let all = report.streets.flatMap(\.communities) + report.unreadable
    let unreadable = all.filter { $0.status == .unreadable }.map { community in
      UnreadInventory(
        district: community.district, street: community.street, name: community.name, source: community.source)
    }
    return Plan(
      standard: report.standard.title, clauses: report.standard.clauses, standardID: report.standard.id,
      digest: report.standard.digest, asOf: report.asOf, due: due?.description, language: language,
      streets: report.streets.compactMap { street in
        let communities = street.communities.compactMap { plan($0, street.street) }
        guard !communities.isEmpty else { return nil }
        return StreetPlan(
          district: street.district, street: street.street, communities: communities,
          materials: materials(communities))
      }, audited: all.count { $0.status != .unreadable && $0.status != .missing }, unreadable: unreadable)
  }

  private func plan(_ community: CommunityReport, _ street: String) -> CommunityPlan? {
    var work = WorkList(community, standard, specifications, language)
    for finding in community.findings where finding.outcome == .fail { work.take(finding) }
    let items = work.items.map { item in
      var item = item
      item.responsible = street
      item.due = due?.description
      return item
    }
    let checks = community.findings.filter { $0.outcome == .undetermined }.map { finding in
      SiteCheck(
        sign: work.sign(finding), subject: finding.subject, question: finding.message, measure: finding.remedy,
        rule: standard.rules[finding.rule].id, clauses: standard.rules[finding.rule].clauses)
    }
    guard !items.isEmpty || !checks.isEmpty else { return nil }
    return CommunityPlan(
      name: community.name ?? "", facility: community.facility, code: community.code, items: items, checks: checks)
  }

  private func materials(_ communities: [CommunityPlan]) -> [Material] {
    var materials: [Material] = []
    for community in communities {
      for item in community.items {
        guard let specification = item.specification, item.actions.contains(where: \.needsMaking) else { continue }
        materials.append(
          Material(
            item: item.id, community: community.facility.map { "\(community.name)（\($0)）" } ?? community.name,
            specification: specification, replaces: item.sign != nil))
      }
    }
    let order = standard.vocabulary.words.kinds.words.map { $0.label[language] }
    func rank(_ material: Material) -> Int { order.firstIndex(of: material.specification.kind) ?? order.count }
    // The sort is stable: within a kind the communities stay in their order.
    return materials.sorted { rank($0) < rank($1) }
  }
}

/// The work of one community while its findings are taken up, sign by sign.
struct WorkList {
  private let community: CommunityReport
  private let standard: Standard
  private let specifications: SpecificationBook
  private let language: Language
  private var work: [Work] = []
  /// Signs whose recorded kind contradicts their words, with the kind that the words say, in canonical words. Until the
  /// inventory is right, nothing is taken down or made on their account.
  private let contradictory: [(sign: Int, kind: String?)]

  /// What a piece of work is about.
  private enum Key: Hashable {
    case sign(Int)
    case other(rule: Int, subject: String?)
  }

  private struct Work {
    var key: Key
    var item: WorkItem
    /// The kind of what is made, where it is known.
    var kind: WordIndex?
    /// Words that a finding itself wants.
    var wordings: [String] = []
  }

  init(
    _ community: CommunityReport, _ standard: Standard, _ specifications: SpecificationBook, _ language: Language
  ) {
    self.community = community
    self.standard = standard
    self.specifications = specifications
    self.language = language
    contradictory = community.findings.compactMap { finding in
      guard finding.outcome == .fail, case .recognisedKind = standard.rules[finding.rule].check,
        case .sign(let sign) = finding.about
      else { return nil }
      return (sign, finding.expected)
    }
  }

  /// The work in the order in which it is done; within a phase the graver first, then in the report's order.
  var items: [WorkItem] {
    let finished = work.map { finish($0) }
    func key(_ item: WorkItem) -> (Int, Int) {
      (item.actions.first?.phase ?? 9, [.error: 0, .warning: 1][item.severity] ?? 2)
    }
    return finished.sorted { key($0) < key($1) }
  }

  /// Takes up a failure.
  mutating func take(_ finding: Finding) {
    let action = finding.action ?? .record
    // Too many of something: each sign that has to go is a piece of work of its own.
    if case .community = finding.about, action.endsSign, let surplus = surplus(finding), !surplus.isEmpty {
      for sign in surplus { add(finding, action, .sign(sign.index)) }
      return
    }
    switch finding.about {
    case .sign(let index): add(finding, action, .sign(index))
    case .room, .community: add(finding, action, .other(rule: finding.rule, subject: finding.subject))
    }
  }

  /// The sign that a finding is about.
  func sign(_ finding: Finding) -> SignDescription? {
    guard case .sign(let index) = finding.about else { return nil }
    return recorded(index).map(describe)
  }

  private func recorded(_ index: Int) -> RecordedSign? { community.record?.signs.first { $0.index == index } }

  private func describe(_ sign: RecordedSign) -> SignDescription {
    let words = standard.vocabulary.words
    return SignDescription(
      id: sign.id, text: sign.text, kind: sign.kind.map { words.kinds[$0].label[language] },
      place: sign.place.map { words.places[$0].label[language] })
  }

  /// The signs that are too many for a count: all that it counted but those that are best kept, which are the ones
  /// with the fewest failures of their own, the first of them in the inventory.
  private func surplus(_ finding: Finding) -> [RecordedSign]? {
    guard let record = community.record, let most = Self.bound(finding) else { return nil }
    let counted = finding.related.compactMap { place in record.signs.first { $0.range == place.location.range } }
    guard counted.count > most else { return nil }
    func failures(_ sign: RecordedSign) -> Int {
      community.findings.count { $0.outcome == .fail && $0.about == .sign(sign.index) }
    }
    let ranked = counted.sorted { failures($0) < failures($1) }
    return counted.filter { sign in ranked.dropFirst(most).contains { $0.index == sign.index } }
  }

  /// How many a count allows at most: the number at the end of `1`, `<=2`, `1..2`.
  private static func bound(_ finding: Finding) -> Int? {
    let digits = finding.expected?.unicodeScalars.reversed().prefix { ("0"..."9").contains($0) }.reversed()
    return digits.flatMap { scalars in Int(String(String.UnicodeScalarView(scalars))) }
  }

  private mutating func add(_ finding: Finding, _ action: Action, _ key: Key) {
    let rule = standard.rules[finding.rule]
    let at =
      work.firstIndex { $0.key == key }
      ?? {
        work.append(Work(key: key, item: blank(key, finding), kind: kind(key, rule)))
        return work.count - 1
      }()
    work[at].item.actions.append(action)
    work[at].item.problems.append(finding.message)
    if !work[at].item.measures.contains(finding.remedy), !finding.remedy.isEmpty {
      work[at].item.measures.append(finding.remedy)
    }
    work[at].item.rules.append(rule.id)
    for clause in rule.clauses where !work[at].item.clauses.contains(clause) { work[at].item.clauses.append(clause) }
    for department in finding.demandedBy where !work[at].item.demandedBy.contains(department) {
      work[at].item.demandedBy.append(department)
    }
    work[at].item.severity =
      [work[at].item.severity, finding.severity].contains(.error)
      ? .error : [work[at].item.severity, finding.severity].contains(.warning) ? .warning : finding.severity
    work[at].item.locations.append(finding.location)
    work[at].item.fingerprints.append(finding.fingerprint)
    if case .doorNumbers = rule.check, let number = finding.expected { work[at].wordings = [number] }
    if case .wording(let wording) = rule.check { work[at].wordings = specifications.texts(wording, community) }
  }

  private func blank(_ key: Key, _ finding: Finding) -> WorkItem {
    var sign: SignDescription?
    var about = "\(standard.rules[finding.rule].id)\u{0}\(finding.subject ?? "")"
    if case .sign(let index) = key {
      sign = recorded(index).map(describe)
      about = "sign\u{0}\(sign?.id ?? String(index))"
    }
    return WorkItem(
      id: WorkID.of([community.district, community.street, community.name, community.facility], about), actions: [],
      sign: sign, subject: sign == nil ? finding.subject : nil, problems: [], measures: [], specification: nil,
      rules: [], clauses: [], severity: finding.severity, demandedBy: [], responsible: "", due: nil, locations: [],
      fingerprints: [])
  }

  private func kind(_ key: Key, _ rule: Rule) -> WordIndex? {
    if case .sign(let index) = key { return recorded(index)?.kind }
    switch rule.check {
    case .formula(.count(let count)) where count.collection == .signs: return count.selection.kinds.only
    case .perFloor(let signs, _, _): return signs.kinds.only
    case .doorNumbers(let plates, _): return plates.kinds.only
    default: return nil
    }
  }

  /// The id of the sign whose contradictory record the work hangs on, if it does.
  private func contradiction(_ work: Work) -> String? {
    let found = contradictory.first { entry in
      if case .sign(let index) = work.key { return index == entry.sign }
      guard work.item.actions.contains(.make), let kind = work.kind else { return false }
      return standard.vocabulary.words.kinds[kind].canonical == entry.kind
    }
    return found.map { recorded($0.sign)?.id ?? String($0.sign + 1) }
  }

  /// Puts the steps in order, leaves out what is idle about a sign that goes, and says what is to be made.
  private func finish(_ work: Work) -> WorkItem {
    var item = work.item
    var actions: [Action] = []
    for action in item.actions.sorted(by: { $0.phase < $1.phase }) where !actions.contains(action) {
      actions.append(action)
    }
    if let first = actions.first, first.endsSign, item.sign != nil { actions = actions.filter(\.endsSign) }
    if let sign = contradiction(work) {
      actions = [.record]
      if item.sign == nil {
        item.measures.insert(
          language == .zh
            ? "先核对标识牌 \(sign) 的类别并更正台账，更正后再定"
            : "First check the kind of sign \(sign) and correct the inventory; then decide",
          at: 0)
      }
    }
    item.actions = actions
    let isMade = actions.contains { $0.needsMaking || $0 == .move }
    if isMade, let kind = work.kind {
      let specification = specifications.specification(kind, community, wordings: work.wordings)
      if actions.contains(where: \.needsMaking) || specification.place != nil { item.specification = specification }
    }
    return item
  }
}

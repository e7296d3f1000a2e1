package import Diagnostics
package import Inventory
import Standard

/// Puts single results together in the order of the input: uniqueness, the roster, departments, the summary.
///
/// It keeps of each inventory no more than its identity, so that a stream may be of any length; a report keeps the
/// communities themselves, in `communities`.
package struct Batch: Sendable {
  let settings: AuditSettings
  /// Whether it has every inventory that there is: only then is judged what is missing.
  let isWhole: Bool
  private var streets: StreetFilter
  private var seen: SeenInventories
  /// The communities that the baseline speaks of, and those of them whose inventory was audited, with their facilities.
  private let baselinePlaces: Set<PlaceKey>
  private(set) var seenBaselinePlaces: [PlaceKey: Set<String>] = [:]
  private var isSubmitted: [Bool]
  private var isWaiverMet: [Bool]
  /// What became of each entry of the baseline; nil where no finding met it.
  private(set) var entryStates: [Baseline.State?]
  /// The communities whose inventory could not be read.
  private(set) var unreadablePlaces: Set<PlaceKey> = []
  /// Whether an inventory could not be read so far that its community is known.
  private(set) var hasUnplacedInventory = false
  private var departments: [String: (signs: Int, rooms: Int, communities: Int)] = [:]
  private var districts: Set<String> = []
  /// Everything counted so far.
  package private(set) var summary = Summary()

  /// Starts an empty batch.
  ///
  /// - Parameters:
  ///   - streets: the streets to report, in any form; empty: all.
  ///   - isWhole: whether it will get every inventory that there is, and not those of a change only.
  ///   - fileName: the name of a file, as locations give it, by the number with which `add` gets its results.
  package init(
    _ settings: AuditSettings, streets: [String], isWhole: Bool = true,
    fileName: @escaping @Sendable (Int) -> String = { _ in "" }
  ) {
    self.settings = settings
    self.isWhole = isWhole
    let endings = settings.standard.vocabulary.words.shortNames.street
    self.streets = StreetFilter(streets, endings, roster: settings.roster)
    isSubmitted = Array(repeating: false, count: settings.roster?.communities.count ?? 0)
    isWaiverMet = Array(repeating: false, count: settings.waivers.waivers.count)
    entryStates = Array(repeating: nil, count: settings.baseline?.entries.count ?? 0)
    seen = SeenInventories(fileName: fileName)
    let shortNames = settings.standard.vocabulary.words.shortNames
    baselinePlaces = Set((settings.baseline?.entries ?? []).map { PlaceKey($0, shortNames) })
  }

  func isReported(_ street: String?) -> Bool { streets.contains(street) }

  /// What is to be said, after the last result, of streets that are asked for and that there are none of: errors; of a
  /// part of the inventories, where no roster tells which streets there are, warnings.
  package func streetDiagnostics() -> [Diagnostic] {
    streets.diagnostics(isPart: !isWhole && settings.roster == nil)
  }

  /// What became of a result.
  package enum Admission: Sendable {
    /// Its street is not asked for.
    case leftOut
    /// It is reported as it is.
    case taken
    /// An earlier inventory is of the same facility: this is reported in its place.
    case repeated(CommunityReport)
  }

  /// Takes the next result in input order; the community to report, or nil where its street is not asked for.
  ///
  /// - Parameter file: the number of its file, if `fileName` knows it: then the batch need not keep its name.
  package mutating func add(_ result: InventoryResult, file: Int? = nil) -> CommunityReport? {
    switch admit(result, file: file) {
    case .leftOut: nil
    case .taken: result.report
    case .repeated(let report): report
    }
  }

  /// Takes the next result in input order, whose report may have been `released`.
  ///
  /// - Parameter file: the number of its file, if `fileName` knows it: then the batch need not keep its name.
  package mutating func admit(_ result: InventoryResult, file: Int?) -> Admission {
    streets.meet(result.report.street)
    guard isReported(result.report.street) else { return .leftOut }
    let isUnreadable = result.report.status == .unreadable
    if let index = result.rosterIndex { isSubmitted[index] = true }
    if isUnreadable {
      if let place = result.place { unreadablePlaces.insert(place) } else { hasUnplacedInventory = true }
    }
    if let place = result.place, !isUnreadable {
      districts.insert(place.district)
      if baselinePlaces.contains(place) { seenBaselinePlaces[place, default: []].insert(result.facilityKey) }
      if let first = seen.insert(place, facility: result.facilityKey, at: result.nameLocation, file: file) {
        var report = result.report
        report.findings = uniqueFinding(result, first).map { [$0] } ?? []
        report.status = Auditor.status(report.findings, settings.standard)
        report.signs = SignCount()
        report.record = nil
        summary.add(report)
        return .repeated(report)
      }
    }
    for waiver in result.metWaivers { isWaiverMet[waiver] = true }
    for meeting in result.metEntries { entryStates[meeting.entry] = meeting.state }
    for (department, count) in result.departments {
      var total = departments[department] ?? (0, 0, 0)
      total = (total.signs + count.signs, total.rooms + count.rooms, total.communities + 1)
      departments[department] = total
    }
    summary.add(result.summary)
    return .taken
  }

  /// The communities of the roster without an inventory, in roster order. Call it once, after the last result.
  package mutating func missing() -> [CommunityReport] {
    guard isWhole, let roster = settings.roster,
      let rule = ruleIndex(where: { if case .inventorySubmitted = $0 { true } else { false } })
    else { return [] }
    var reports: [CommunityReport] = []
    for (index, community) in roster.communities.enumerated()
    where !isSubmitted[index] && isReported(community.street) {
      let place = PlaceKey(
        district: community.district, street: community.street, community: community.name,
        settings.standard.vocabulary.words.shortNames)
      let finding = self.finding(
        rule, place, (community.district, community.street, community.name), facility: "", at: community.location,
        related: [])
      let report = CommunityReport(
        district: community.district, street: community.street, name: community.name, facility: nil,
        code: community.code, source: nil, surveyedOn: nil, surveyedBy: nil, status: .missing, findings: [finding],
        diagnostics: [], signs: SignCount(), lines: [:])
      summary.add(report)
      reports.append(report)
    }
    return reports
  }

  /// What is to be said of waivers, after the last result: expired, met nothing, not in the roster.
  package func waiverDiagnostics() -> [Diagnostic] {
    let shortNames = settings.standard.vocabulary.words.shortNames
    var diagnostics: [Diagnostic] = []
    for (index, waiver) in settings.waivers.waivers.enumerated() {
      guard isReported(waiver.street) else { continue }
      let about = [waiver.sign, waiver.subject].compactMap(\.self).map { " \($0)" }.joined()
      let what = "\(waiver.rule)（\(waiver.district ?? "")\(waiver.street)\(waiver.community)\(about)）"
      if settings.waivers.asOf > waiver.expires {
        diagnostics.append(
          Diagnostic(
            .warning,
            BilingualText(
              zh: "豁免 \(what)已于 \(waiver.expires) 到期，不再计入",
              en: "the waiver \(what) expired on \(waiver.expires) and does not count"),
            help: BilingualText(zh: "需要继续豁免的，由区里重新批准并更新“有效期至”", en: "renew it with an approval, or remove it"),
            at: waiver.location))
      } else if let roster = settings.roster, !isListed(waiver, roster, shortNames) {
        diagnostics.append(
          Diagnostic(
            .warning,
            BilingualText(zh: "豁免 \(what)的社区不在名册里", en: "the community of the waiver \(what) is not in the roster"),
            at: waiver.location))
      } else if waiver.district == nil, districts.count > 1 {
        diagnostics.append(
          Diagnostic(
            .warning,
            BilingualText(
              zh: "豁免 \(what)没有写区，台账却来自 \(districts.count) 个区：在每个区都计入",
              en: "the waiver \(what) names no district: of the \(districts.count) there are it counts in each"),
            help: BilingualText(
              zh: "补上“区”，只豁免所批准的社区", en: "name the district, so that it counts for one community only"),
            at: waiver.location))
      } else if isWhole, !isWaiverMet[index], !isUnread(waiver, shortNames) {
        diagnostics.append(
          Diagnostic(
            .warning,
            BilingualText(zh: "豁免 \(what)没有对应到任何问题", en: "the waiver \(what) met no finding"),
            help: BilingualText(zh: "问题已整改的，删去这条豁免；否则核对规则、社区和标识编号", en: "remove it, or check rule, community and sign"),
            at: waiver.location))
      }
    }
    return diagnostics
  }

  /// Whether nobody can know if a waiver is needed, because the inventory of its community could not be read.
  private func isUnread(_ waiver: Waiver, _ shortNames: ShortNames) -> Bool {
    let key = PlaceKey(
      district: waiver.district ?? "", street: waiver.street, community: waiver.community, shortNames)
    return unreadablePlaces.contains { place in
      place.street == key.street && place.community == key.community
        && (key.district.isEmpty || place.district == key.district)
    }
  }

  private func isListed(_ waiver: Waiver, _ roster: Roster, _ shortNames: ShortNames) -> Bool {
    let names = waiver.district.map { [$0] } ?? Array(Set(roster.streets.map(\.district)))
    return names.contains {
      roster.index(PlaceKey(district: $0, street: waiver.street, community: waiver.community, shortNames)) != nil
    }
  }

  /// The departments, by signs, then by the bytes of their names.
  package func departmentCounts() -> [DepartmentCount] {
    departments.map {
      DepartmentCount(
        department: $0.key, signs: $0.value.signs, rooms: $0.value.rooms, communities: $0.value.communities)
    }.sorted { left, right in
      left.signs == right.signs
        ? Array(left.department.utf8).lexicographicallyPrecedes(Array(right.department.utf8))
        : left.signs > right.signs
    }
  }

  /// The report of a batch whose communities were kept.
  package func report(_ communities: [CommunityReport], diagnostics: [Diagnostic], asOf: CalendarDate) -> AuditReport {
    struct StreetKey: Hashable {
      var district: String
      var street: String
    }
    var order: [StreetKey] = []
    var groups: [StreetKey: [CommunityReport]] = [:]
    var unreadable: [CommunityReport] = []
    for street in settings.roster?.streets ?? [] where isReported(street.street) {
      order.append(StreetKey(district: street.district, street: street.street))
    }
    for community in communities {
      guard let district = community.district, let street = community.street, community.name != nil else {
        unreadable.append(community)
        continue
      }
      let key = StreetKey(district: district, street: street)
      if groups[key] == nil, !order.contains(key) { order.append(key) }
      groups[key, default: []].append(community)
    }
    let ranks = rosterRanks()
    let streets = order.compactMap { key -> StreetReport? in
      guard let group = groups[key] else { return nil }
      let sorted = group.enumerated().sorted { left, right in
        let leftRank = rank(left.element, ranks) ?? .max
        let rightRank = rank(right.element, ranks) ?? .max
        return (leftRank, left.offset) < (rightRank, right.offset)
      }.map(\.element)
      var summary = Summary()
      for community in sorted { summary.add(community) }
      return StreetReport(district: key.district, street: key.street, summary: summary, communities: sorted)
    }
    var report = AuditReport(
      standard: settings.standard.summary, rules: settings.standard.ruleSummaries, asOf: asOf.description,
      language: settings.language, summary: summary, streets: streets, unreadable: unreadable,
      departments: departmentCounts(), diagnostics: diagnostics)
    report.hasBaseline = settings.baseline != nil
    return report
  }

  private func rosterRanks() -> [PlaceKey: Int] {
    let shortNames = settings.standard.vocabulary.words.shortNames
    let keys = (settings.roster?.communities ?? []).map {
      PlaceKey(district: $0.district, street: $0.street, community: $0.name, shortNames)
    }
    return Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
  }

  private func rank(_ community: CommunityReport, _ ranks: [PlaceKey: Int]) -> Int? {
    guard let district = community.district, let street = community.street, let name = community.name else {
      return nil
    }
    let key = PlaceKey(
      district: district, street: street, community: name, settings.standard.vocabulary.words.shortNames)
    return ranks[key]
  }

  private func ruleIndex(where isWanted: (Check) -> Bool) -> Int? {
    settings.standard.rules.firstIndex { isWanted($0.check) }
  }

  private mutating func uniqueFinding(_ result: InventoryResult, _ first: SourceLocation) -> Finding? {
    guard let rule = ruleIndex(where: { if case .inventoryUnique = $0 { true } else { false } }),
      let place = result.place
    else { return nil }
    let names = (result.report.district ?? "", result.report.street ?? "", result.report.name ?? "")
    return finding(
      rule, place, names, facility: result.facilityKey, at: result.nameLocation,
      related: [
        RelatedPlace(message: settings.language == .zh ? "先登记的一份" : "the first inventory", location: first)
      ])
  }

  /// A finding about a community as a whole.
  private mutating func finding(
    _ index: Int, _ place: PlaceKey, _ names: (district: String, street: String, community: String),
    facility: String, at location: SourceLocation, related: [RelatedPlace]
  ) -> Finding {
    let rule = settings.standard.rules[index]
    func fill(_ texts: RuleTexts) -> String {
      texts.text("fail")?.filled(settings.language) { slot in
        switch slot {
        case "district": names.district
        case "street": names.street
        case "community": names.community
        default: nil
        }
      } ?? ""
    }
    var finding = Finding(
      rule: index, outcome: .fail, severity: rule.severity, sign: nil, subject: nil, message: fill(rule.messages),
      remedy: fill(rule.remedies), expected: nil, actual: nil, demandedBy: [], location: location, related: related,
      waiver: nil,
      fingerprint: Fingerprint.of(rule: rule.id, place, facility: facility, sign: nil, subject: nil),
      action: rule.action("fail"), about: .community)
    let match = settings.waivers.match(finding, place, settings.standard.vocabulary.words.shortNames)
    for waiver in match.met { isWaiverMet[waiver] = true }
    if let counts = match.counts {
      finding.outcome = .waived
      finding.waiver = settings.waivers.applied(counts)
    }
    if let meeting = settings.baseline?.match(finding, isTaken: { entryStates[$0] != nil }) {
      finding.isBaselined = meeting.state == .known
      entryStates[meeting.entry] = meeting.state
    }
    return finding
  }
}

extension Standard {
  /// The standard as reports name it.
  package var summary: StandardSummary {
    StandardSummary(
      id: id, title: title, issuer: issuer, digest: digest, deviations: deviations.map(\.text),
      clauses: clauses.map { ClauseSummary(id: $0.id, title: $0.title, text: $0.text) })
  }

  /// The rules as reports explain them.
  package var ruleSummaries: [RuleSummary] {
    rules.map { rule in
      RuleSummary(
        id: rule.id, clauses: rule.clauses, modality: rule.modality.rawValue, severity: rule.severity,
        title: rule.title, rationale: rule.rationale, remedy: rule.remedies.any?.source ?? rule.title)
    }
  }
}

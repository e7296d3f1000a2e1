package import Diagnostics
package import Inventory
package import Standard

/// What one audit is run with.
package struct AuditSettings: Sendable {
  package var standard: Standard
  package var roster: Roster?
  package var waivers: WaiverBook
  package var language: Language
  /// Whether passes are reported.
  package var showsPasses: Bool
  /// Whether reports keep what the inventories record of the signs, for drawings, plans and
  /// spreadsheets.
  package var keepsRecords = false
  /// The findings that were known before; nil where there is no baseline.
  package var baseline: Baseline?

  package init(
    standard: Standard, roster: Roster? = nil, waivers: WaiverBook, language: Language, showsPasses: Bool = false
  ) {
    self.standard = standard
    self.roster = roster
    self.waivers = waivers
    self.language = language
    self.showsPasses = showsPasses
  }
}

/// One inventory's result before the batch has looked at it.
package struct InventoryResult: Sendable {
  /// The report.
  package var report: CommunityReport
  /// What the report adds to the batch's summary.
  package let summary: Summary
  /// Who it is about, in compared form; nil where it could not be read.
  package var place: PlaceKey?
  /// The facility's name in compared form.
  package var facilityKey: String
  /// The index of its community in the roster.
  package var rosterIndex: Int?
  /// Where the community's name stands: what a second inventory of it points to.
  package var nameLocation: SourceLocation
  /// The waivers that named a failure of it.
  package var metWaivers: [Int]
  /// The entries of the baseline that its findings met.
  package var metEntries: [Baseline.Meeting] = []
  /// The departments of failing signs and rooms: name, signs, rooms.
  package var departments: [String: (signs: Int, rooms: Int)]

  package init(
    report: CommunityReport, place: PlaceKey?, facilityKey: String, rosterIndex: Int?, nameLocation: SourceLocation,
    metWaivers: [Int], metEntries: [Baseline.Meeting] = [], departments: [String: (signs: Int, rooms: Int)]
  ) {
    self.report = report
    var summary = Summary()
    summary.add(report)
    self.summary = summary
    self.place = place
    self.facilityKey = facilityKey
    self.rosterIndex = rosterIndex
    self.nameLocation = nameLocation
    self.metWaivers = metWaivers
    self.metEntries = metEntries
    self.departments = departments
  }

  /// Lets go of the findings, where they have been written: they are freed by the thread that made them, and a batch
  /// that keeps no reports does without.
  package mutating func release() { report.findings = [] }
}

/// Audits single inventories. Pure: the same inventory and settings give the same result.
package struct Auditor: Sendable {
  /// What it is run with.
  package let settings: AuditSettings
  private let rulebook: Rulebook

  /// Makes an auditor.
  package init(_ settings: AuditSettings) {
    self.settings = settings
    rulebook = Rulebook(settings.standard)
  }

  /// An auditor that gives the same results by a standard of its own; see `Standard.separate`.
  package func separate() -> Auditor {
    var settings = settings
    settings.standard = settings.standard.separate()
    return Auditor(settings)
  }

  /// The findings of one rule, and of the rules it yields to, in an example.
  func findings(of rule: Int, _ given: Inventory, file: String) -> (findings: [Finding], isApplicable: Bool) {
    var inventory = given
    let code = given.community.code.isRecorded ? given.string(given.community.code) : nil
    takePartyOrganization(&inventory, settings.roster?.match(given.placeKey, code: code))
    let facts = Facts(rulebook, inventory)
    var judge = Judge(facts, language: .zh, showsPasses: false)
    let needed = Set([rule] + settings.standard.rules[rule].yieldsTo)
    let zoneIsCovered = settings.standard.rules[rule].zone.map { inventory.survey.covers($0) } ?? true
    // A rule that reports what others wait for needs the others.
    let drafts = judge.run(only: isLast(rule) ? nil : needed).filter { $0.rule == rule }
    let writer = FindingWriter(facts, file: file, language: .zh)
    return (drafts.map(writer.write), zoneIsCovered && judge.isApplicable(rule))
  }

  private func isLast(_ rule: Int) -> Bool {
    switch settings.standard.rules[rule].check {
    case .recorded, .recognisedKind: true
    default: false
    }
  }

  /// Audits an inventory that could be read.
  package func audit(_ given: Inventory, file: String, diagnostics: [Diagnostic]) -> InventoryResult {
    var inventory = given
    let standard = settings.standard
    let place = inventory.placeKey
    let code = inventory.community.code.isRecorded ? inventory.string(inventory.community.code) : nil
    let rosterIndex = settings.roster?.match(place, code: code)
    var listed: [Draft] = []
    if let roster = settings.roster { listed = judgeListing(inventory, place, code, roster, rosterIndex) }
    takePartyOrganization(&inventory, rosterIndex)
    let facts = Facts(rulebook, inventory)
    var judge = Judge(facts, language: settings.language, showsPasses: settings.showsPasses)
    var drafts = judge.run()
    if !listed.isEmpty {
      let rule = listed[0].rule
      drafts.insert(contentsOf: listed, at: drafts.firstIndex { $0.rule > rule } ?? drafts.endIndex)
    }
    let writer = FindingWriter(facts, file: file, language: settings.language)
    var met: [Int] = []
    var metEntries: [Baseline.Meeting] = []
    var findings: [Finding] = []
    findings.reserveCapacity(drafts.count)
    for draft in drafts {
      var finding = writer.write(draft)
      let match = settings.waivers.match(finding, place, standard.vocabulary.words.shortNames)
      met += match.met
      if let index = match.counts {
        finding.outcome = .waived
        finding.waiver = settings.waivers.applied(index)
      }
      if let meeting = settings.baseline?.match(finding) {
        finding.isBaselined = meeting.state == .known
        metEntries.append(meeting)
      }
      findings.append(finding)
    }
    var report = Self.report(inventory, file, diagnostics)
    report.status = Self.status(findings, standard)
    report.findings = findings
    if settings.keepsRecords { report.record = CommunityRecord(facts, settings.language) }
    for sign in inventory.signs {
      if sign.isRemoved { report.signs.removed += 1 } else { report.signs.inPlace += 1 }
    }
    return InventoryResult(
      report: report, place: place, facilityKey: inventory.comparedString(inventory.facilityName),
      rosterIndex: rosterIndex,
      nameLocation: SourceLocation(file: file, range: inventory.range(of: inventory.community.name.node)),
      metWaivers: met, metEntries: metEntries, departments: Self.departments(findings))
  }

  /// Where the roster records a form of party organization, it counts, whatever the inventory says.
  private func takePartyOrganization(_ inventory: inout Inventory, _ rosterIndex: Int?) {
    guard let rosterIndex, let form = settings.roster?.communities[rosterIndex].partyOrganization else { return }
    inventory.community.partyOrganization.word = form
  }

  /// The result for a document that could not be read, with the names that could.
  package func unreadable(_ inventory: Inventory, file: String, diagnostics: [Diagnostic]) -> InventoryResult {
    var report = Self.report(inventory, file, diagnostics)
    report.status = .unreadable
    let isNamed = inventory.community.isNamed
    let place = isNamed ? inventory.placeKey : nil
    if !isNamed {
      report.name = nil
      report.district = nil
      report.street = nil
    }
    let code = inventory.community.code.isRecorded ? inventory.string(inventory.community.code) : nil
    return InventoryResult(
      report: report, place: place, facilityKey: inventory.comparedString(inventory.facilityName),
      rosterIndex: place.flatMap { settings.roster?.match($0, code: code) },
      nameLocation: SourceLocation(file: file, range: SourceRange(at: .start)), metWaivers: [], departments: [:])
  }

  private static func report(_ inventory: Inventory, _ file: String, _ diagnostics: [Diagnostic]) -> CommunityReport {
    let community = inventory.community
    func text(_ field: TextField) -> String? { field.isRecorded ? inventory.string(field) : nil }
    return CommunityReport(
      district: text(community.shortDistrict), street: text(community.shortStreet), name: text(community.shortName),
      facility: text(inventory.facilityName), code: text(community.code), source: file,
      surveyedOn: inventory.survey.date.value?.description, surveyedBy: text(inventory.survey.by), status: .compliant,
      findings: [], diagnostics: diagnostics, signs: SignCount(), lines: [:])
  }

  /// The state that findings make.
  static func status(_ findings: [Finding], _ standard: Standard) -> CommunityStatus {
    var isOpen = false
    for finding in findings where finding.severity == .error {
      switch finding.outcome {
      case .fail:
        if standard.rules[finding.rule].modality != .record { return .noncompliant }
        isOpen = true
      case .undetermined: isOpen = true
      case .pass, .waived: break
      }
    }
    return isOpen ? .undetermined : .compliant
  }

  private static func departments(_ findings: [Finding]) -> [String: (signs: Int, rooms: Int)] {
    var seen: Set<Finding.About> = []
    var counts: [String: (signs: Int, rooms: Int)] = [:]
    for finding in findings where finding.outcome == .fail && !finding.demandedBy.isEmpty {
      guard seen.insert(finding.about).inserted else { continue }
      for department in Set(finding.demandedBy) {
        switch finding.about {
        case .sign: counts[department, default: (0, 0)].signs += 1
        case .room: counts[department, default: (0, 0)].rooms += 1
        case .community: break
        }
      }
    }
    return counts
  }

  /// `listed_in_roster`: the community stands in the roster as the inventory says.
  private func judgeListing(
    _ inventory: Inventory, _ place: PlaceKey, _ code: String?, _ roster: Roster, _ match: Int?
  ) -> [Draft] {
    guard
      let rule = settings.standard.rules.firstIndex(where: {
        if case .listedInRoster = $0.check { true } else { false }
      })
    else { return [] }
    var draft = Draft(rule: rule, outcome: .fail, reason: "not_listed", node: inventory.community.name.node)
    guard let match else {
      if let same = roster.index(place), let listed = roster.communities[same].code {
        draft.reason = "other_code"
        draft.expected = listed
        draft.actual = code
        draft.node = inventory.community.code.node
      }
      return [draft]
    }
    let listed = roster.communities[match]
    let shortNames = settings.standard.vocabulary.words.shortNames
    let key = PlaceKey(district: listed.district, street: listed.street, community: listed.name, shortNames)
    if key != place {
      draft.reason = "other_name"
      draft.expected = listed.district + listed.street + listed.name
      draft.actual =
        inventory.string(inventory.community.shortDistrict) + inventory.string(inventory.community.shortStreet)
        + inventory.string(inventory.community.shortName)
      return [draft]
    }
    let form = inventory.community.partyOrganization
    if let wanted = listed.partyOrganization, form.isRecorded, form.word != wanted {
      let forms = settings.standard.vocabulary.words.partyOrganizations
      draft.reason = "other_party"
      draft.expected = forms[wanted].canonical
      draft.actual = forms[form.word].canonical
      draft.expectedLabel = forms[wanted].label[settings.language]
      draft.actualLabel = forms[form.word].label[settings.language]
      draft.node = form.node
      return [draft]
    }
    guard settings.showsPasses else { return [] }
    draft.outcome = .pass
    draft.reason = ""
    return [draft]
  }
}

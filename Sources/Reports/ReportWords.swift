internal import Audit
internal import Diagnostics
internal import Standard

/// The words that the reports for people have in common, in both languages.
///
/// The words for communities are chosen so that none is to blame: what is to be done is the street's to do, and a
/// community without an inventory is 未登记.
struct ReportWords: Sendable {
  var language: Language

  /// The wording in the report's language.
  func callAsFunction(_ zh: String, _ en: String) -> String {
    language == .zh ? zh : en
  }

  /// A number of things, in English: `1 sign`, `2 signs`.
  func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  /// A number of communities.
  func communities(_ number: Int) -> String {
    self("\(number) 个社区", count(number, "community", "communities"))
  }

  /// What a department required that fails.
  func counts(_ department: DepartmentCount) -> String {
    counts(signs: department.signs, rooms: department.rooms, in: department.communities)
  }

  /// So many signs and rooms in so many communities.
  func counts(signs: Int, rooms: Int, in communities: Int) -> String {
    self(
      "标识牌 \(signs) 块、场所 \(rooms) 间，涉及 \(self.communities(communities))",
      "\(count(signs, "sign", "signs")), \(count(rooms, "room", "rooms")), in \(self.communities(communities))")
  }

  /// The mark between a word and what it introduces.
  var colon: String { self("：", ": ") }

  /// How grave a finding is and how it came out, in a word.
  func word(_ finding: Finding) -> String {
    let word =
      switch (finding.outcome, finding.severity) {
      case (.pass, _): self("符合", "pass")
      case (.undetermined, _): self("待核实", "undetermined")
      case (.waived, _): self("已豁免", "waived")
      case (.fail, let severity): self.word(severity)
      }
    return finding.isBaselined ? word + baselineMark : word
  }

  /// The office's opinion on a finding, the same in every ledger: 保留, 规范, 整合 or 取消, as its step has it; what is
  /// undetermined has none before it is verified. Nil where the step is not known.
  func opinion(_ outcome: Outcome, _ action: Action?) -> String? {
    outcome == .undetermined ? self("待核实", "undetermined") : action?.opinion[language]
  }

  /// What stands behind the word of a finding that the baseline knows.
  var baselineMark: String { self("（基线内）", " (in the baseline)") }

  /// What a failure of a rule of this severity asks for.
  func word(_ severity: Severity) -> String {
    switch severity {
    case .error: self("必须整改", "must fix")
    case .warning: self("原则上应整改", "should fix")
    case .advice, .note: self("建议", "advice")
    }
  }

  /// The state of a community.
  func word(_ status: CommunityStatus) -> String {
    switch status {
    case .compliant: self("符合", "compliant")
    case .noncompliant: self("不符合", "not compliant")
    case .undetermined: self("待核实", "undetermined")
    case .unreadable: self("无法读取", "unreadable")
    case .missing: self("未登记", "not recorded")
    }
  }

  /// The state of a community, with what remains where it is compliant.
  func state(_ community: CommunityReport) -> String {
    let warnings = community.findings.count { $0.outcome == .fail && $0.severity == .warning }
    let word = word(community.status)
    guard community.status == .compliant, warnings > 0 else { return word }
    return self("\(word)（另有 \(warnings) 项原则性问题）", "\(word) (and \(warnings) in principle)")
  }

  /// The name of a community with its facility; the file's where the name could not be read.
  func name(_ community: CommunityReport) -> String {
    let name = community.name ?? community.source ?? self("名称不明", "unnamed")
    guard let facility = community.facility else { return name }
    return self("\(name)（\(facility)）", "\(name) (\(facility))")
  }

  /// What within a community or sign a finding is about, for people: `room:101` is 功能室 101.
  func subject(_ subject: String) -> String { Finding.label(ofSubject: subject)[language] }

  /// Why a failure is excused, by whom, on what ground and until when.
  func waiver(_ waiver: AppliedWaiver) -> String {
    self(
      "豁免：\(waiver.reason)；批准：\(waiver.approvedBy)；依据：\(waiver.document)；有效期至 \(waiver.expires)",
      "waiver: \(waiver.reason); approved by \(waiver.approvedBy); \(waiver.document); until \(waiver.expires)")
  }

  /// District and street.
  func place(_ street: StreetReport) -> String {
    self("\(street.district)\(street.street)", "\(street.district) \(street.street)")
  }

  /// The communities by state, those that are not zero: `符合 1、不符合 2`.
  func states(_ summary: Summary) -> String {
    list(CommunityStatus.allCases.map { (word($0), summary[$0]) })
  }

  /// The findings by severity, those that are not zero: `必须整改 3、待核实 1`; 无 where there are none.
  func findings(_ summary: Summary) -> String {
    let all = list([
      (word(.error), summary.errors), (word(.warning), summary.warnings), (word(.advice), summary.advice),
      (self("待核实", "undetermined"), summary.undeterminedFindings), (self("已豁免", "waived"), summary.waived),
    ])
    let known = summary.baselined.count
    return known == 0 ? all : all + self("（其中基线内 \(known)）", " (\(known) of them in the baseline)")
  }

  /// The signs: `在用 12、已拆除 1`.
  func signs(_ signs: SignCount) -> String {
    self("在用 \(signs.inPlace)、已拆除 \(signs.removed)", "\(signs.inPlace) in place, \(signs.removed) removed")
  }

  private func list(_ counts: [(word: String, count: Int)]) -> String {
    let parts = counts.filter { $0.count > 0 }.map { self("\($0.word) \($0.count)", "\($0.count) \($0.word)") }
    return parts.isEmpty ? self("无", "none") : parts.joined(separator: self("、", ", "))
  }

  /// What is to be done next, most urgent first; at least one sentence.
  ///
  /// - Parameter superior: who does it.
  func nextSteps(_ summary: Summary, by superior: Superior) -> [String] {
    var steps: [String] = []
    if summary.unreadable > 0 {
      let count = count(summary.unreadable, "unreadable inventory", "unreadable inventories")
      steps.append(self("先按提示改好 \(summary.unreadable) 份无法读取的台账，再核查一次。", "Correct \(count) as shown, then audit again."))
    }
    if summary.missing > 0 {
      let communities = communities(summary.missing)
      steps.append(
        self(
          "\(communities)未登记，由\(superior.zh)登记。",
          "The \(superior.en) records \(communities)."))
    }
    if summary.errors > 0 {
      let count = count(summary.errors, "finding that must be fixed", "findings that must be fixed")
      steps.append(
        self(
          "由\(superior.zh)办理 \(summary.errors) 项必须整改的问题。",
          "The \(superior.en) puts right \(count)."))
    }
    if summary.undeterminedFindings > 0 {
      let count = count(summary.undeterminedFindings, "undetermined matter", "undetermined matters")
      steps.append(
        self(
          "\(summary.undeterminedFindings) 项待核实的内容，到现场看清后补记到台账里。",
          "Look at \(count) on site, and record what is there in the inventory."))
    }
    if summary.warnings > 0 {
      let count = count(summary.warnings, "finding in principle", "findings in principle")
      steps.append(self("\(summary.warnings) 项原则性问题，有条件的一并整改。", "Put right \(count) where it can be done."))
    }
    if !steps.isEmpty { return steps }
    // Where nobody looked, nothing was found.
    return summary.communities == 0
      ? [self("没有核查任何社区。", "No community was audited.")]
      : [self("没有需要整改的问题。", "There is nothing to put right.")]
  }
}

extension Summary {
  /// The number of communities in a state.
  subscript(status: CommunityStatus) -> Int {
    switch status {
    case .compliant: compliant
    case .noncompliant: noncompliant
    case .undetermined: undetermined
    case .unreadable: unreadable
    case .missing: missing
    }
  }
}

extension Finding {
  /// `expected` and `actual` for people, where they tell more than the message does. Those in ASCII are canonical words
  /// and bounds, for machines: the message says them in people's.
  var untoldValues: (expected: String?, actual: String?) {
    func untold(_ value: String?, _ label: String?) -> String? {
      // A number or a bound stands in the message in its own words.
      guard let value, let first = value.utf8.first, first >= 0x80 || first | 0x20 >= 0x61 else { return nil }
      guard let shown = label ?? (value.utf8.allSatisfy { $0 < 0x80 } ? nil : value) else { return nil }
      return message.holds(shown) ? nil : shown
    }
    return (untold(expected, expectedLabel), untold(actual, actualLabel))
  }
}

extension String {
  /// Whether the scalars of `part` stand in the text, one behind the other.
  fileprivate func holds(_ part: String) -> Bool {
    let text = Array(utf8)
    let part = Array(part.utf8)
    guard part.count <= text.count else { return false }
    return (0...text.count - part.count).contains { text[$0...].starts(with: part) }
  }
}

package import Diagnostics

/// What an audit found: the boundary type between the audit and everything that shows or uses its result.
package struct AuditReport: Sendable {
  /// The standard it was audited by.
  package var standard: StandardSummary
  /// All rules of the standard, in its order; `Finding.rule` is an index into it.
  package var rules: [RuleSummary]
  /// The day on which waivers were judged, `YYYY-MM-DD`.
  package var asOf: String
  /// The language of messages and remedies.
  package var language: Language
  /// Everything counted.
  package var summary: Summary
  /// The streets in roster order, then in order of appearance.
  package var streets: [StreetReport]
  /// Inventories whose community could not be read.
  package var unreadable: [CommunityReport]
  /// The departments that required failing signs and rooms.
  package var departments: [DepartmentCount]
  /// What the tool itself says about the batch: waivers that met nothing, files that were skipped.
  package var diagnostics: [Diagnostic]
  /// Whether findings were compared with a baseline.
  package var hasBaseline = false

  /// Makes a report.
  package init(
    standard: StandardSummary, rules: [RuleSummary], asOf: String, language: Language, summary: Summary,
    streets: [StreetReport], unreadable: [CommunityReport], departments: [DepartmentCount], diagnostics: [Diagnostic]
  ) {
    self.standard = standard
    self.rules = rules
    self.asOf = asOf
    self.language = language
    self.summary = summary
    self.streets = streets
    self.unreadable = unreadable
    self.departments = departments
    self.diagnostics = diagnostics
  }
}

/// A standard as a report names it.
package struct StandardSummary: Sendable, Hashable {
  /// Its id.
  package var id: String
  /// Its title.
  package var title: BilingualText
  /// Who issued it.
  package var issuer: BilingualText
  /// `sha256:` and the digest of its files.
  package var digest: String
  /// What a tailored standard changed in its parent; empty for a standard that extends none.
  package var deviations: [BilingualText]
  /// The clauses, in order, for reports that quote them.
  package var clauses: [ClauseSummary]
}

/// A clause as a report quotes it.
package struct ClauseSummary: Sendable, Hashable {
  /// Its id.
  package var id: String
  /// Its title.
  package var title: BilingualText
  /// Its original words.
  package var text: String
}

/// A rule as a report explains it.
package struct RuleSummary: Sendable, Hashable {
  /// Its id.
  package var id: String
  /// The ids of its clauses.
  package var clauses: [String]
  /// `must`, `must-not`, `in-principle`, `encouraged` or `record`.
  package var modality: String
  /// The severity of a failure.
  package var severity: Severity
  /// What is right, in a few words.
  package var title: BilingualText
  /// Why.
  package var rationale: BilingualText
  /// What to do, in general; empty slots are left as `{…}`.
  package var remedy: BilingualText
}

/// A street of a report.
package struct StreetReport: Sendable {
  /// Its district, short form.
  package var district: String
  /// Its name, short form.
  package var street: String
  /// Everything counted in it.
  package var summary: Summary
  /// Its communities in roster order, then in order of appearance.
  package var communities: [CommunityReport]
}

/// The state of a community.
package enum CommunityStatus: String, Sendable, Hashable, CaseIterable {
  /// No rule of severity error is broken or open.
  case compliant
  /// A rule of severity error is broken, and not waived.
  case noncompliant
  /// A rule of severity error is open, or the inventory contradicts itself or the roster.
  case undetermined
  /// Its inventory could not be read.
  case unreadable
  /// In the roster, without an inventory (未登记).
  case missing
}

/// One inventory's result, or a community of the roster without one.
package struct CommunityReport: Sendable {
  /// The district, short form; nil where it could not be read.
  package var district: String?
  /// The street, short form; nil where it could not be read.
  package var street: String?
  /// The community, short form; nil where it could not be read.
  package var name: String?
  /// The name of the facility, where a community has several.
  package var facility: String?
  /// Its code, as the inventory writes it (as the roster does where there is none).
  package var code: String?
  /// The file, as the user named it; nil for a missing inventory.
  package var source: String?
  /// When it was surveyed, `YYYY-MM-DD`, if recorded.
  package var surveyedOn: String?
  /// Who surveyed it, if recorded.
  package var surveyedBy: String?
  /// Its state.
  package var status: CommunityStatus
  /// What the rules say: rule order, then sign order, then subject order.
  package var findings: [Finding]
  /// What the tool says about the file.
  package var diagnostics: [Diagnostic]
  /// Signs in place and signs taken down.
  package var signs: SignCount
  /// The lines of the file that findings and diagnostics point to, with a line on either side, by number from 1; empty
  /// unless code frames are asked for.
  package var lines: [Int: String]
  /// What the inventory records of the signs; nil unless `AuditSettings.keepsRecords`, and where nothing was audited.
  package var record: CommunityRecord?
}

/// Signs in place and signs taken down.
package struct SignCount: Sendable, Hashable {
  /// In place.
  package var inPlace = 0
  /// Taken down, kept for the ledger.
  package var removed = 0
}

/// How often a department required what fails. Departments are counted, communities never ranked (`negative.2`).
package struct DepartmentCount: Sendable, Hashable {
  /// The department.
  package var department: String
  /// The signs with an unwaived failure, each once.
  package var signs: Int
  /// The rooms with an unwaived failure, each once.
  package var rooms: Int
  /// The communities these stand in.
  package var communities: Int
}

/// Everything that is counted in a report, a street or a stream.
package struct Summary: Sendable, Hashable {
  /// Communities by state. Their sum is the number of communities.
  package var compliant = 0
  package var noncompliant = 0
  package var undetermined = 0
  package var unreadable = 0
  package var missing = 0
  /// Failing findings by severity of their rule.
  package var errors = 0
  package var warnings = 0
  package var advice = 0
  /// Undetermined findings of any severity.
  package var undeterminedFindings = 0
  /// Undetermined findings whose rule has severity error, warning and advice: what `--strict` looks at.
  package var undeterminedErrors = 0
  package var undeterminedWarnings = 0
  package var undeterminedAdvice = 0
  /// Waived findings.
  package var waived = 0
  /// Those of the failing and undetermined findings that the baseline knows.
  package var baselined = Baselined()
  /// Signs.
  package var signs = SignCount()

  /// Findings that the baseline knows, counted like all findings.
  package struct Baselined: Sendable, Hashable {
    /// Failing findings by severity of their rule.
    package var errors = 0
    package var warnings = 0
    package var advice = 0
    /// Undetermined findings by severity of their rule.
    package var undeterminedErrors = 0
    package var undeterminedWarnings = 0
    package var undeterminedAdvice = 0

    /// Undetermined findings of any severity.
    package var undetermined: Int { undeterminedErrors + undeterminedWarnings + undeterminedAdvice }
    /// All of them.
    package var count: Int { errors + warnings + advice + undetermined }

    fileprivate mutating func add(_ other: Baselined) {
      errors += other.errors
      warnings += other.warnings
      advice += other.advice
      undeterminedErrors += other.undeterminedErrors
      undeterminedWarnings += other.undeterminedWarnings
      undeterminedAdvice += other.undeterminedAdvice
    }

    fileprivate mutating func add(_ finding: Finding) {
      switch (finding.outcome, finding.severity) {
      case (.fail, .error): errors += 1
      case (.fail, .warning): warnings += 1
      case (.fail, _): advice += 1
      case (.undetermined, .error): undeterminedErrors += 1
      case (.undetermined, .warning): undeterminedWarnings += 1
      case (.undetermined, _): undeterminedAdvice += 1
      case (.waived, _), (.pass, _): break
      }
    }
  }

  /// Makes an empty summary.
  package init() {}

  /// The sum of the five states.
  package var communities: Int { compliant + noncompliant + undetermined + unreadable + missing }

  /// How many findings a gate counts: failures of at least this severity that the baseline does not know.
  ///
  /// - Parameters:
  ///   - severity: `error`, `warning` or `advice`.
  ///   - strict: whether undetermined findings count with the severity of their rule.
  package func gateCount(from severity: Severity, strict: Bool) -> Int {
    var count = errors - baselined.errors
    if strict { count += undeterminedErrors - baselined.undeterminedErrors }
    if severity >= .warning {
      count += warnings - baselined.warnings
      if strict { count += undeterminedWarnings - baselined.undeterminedWarnings }
    }
    if severity >= .advice {
      count += advice - baselined.advice
      if strict { count += undeterminedAdvice - baselined.undeterminedAdvice }
    }
    return count
  }

  /// Counts in what another summary counted.
  package mutating func add(_ other: Summary) {
    compliant += other.compliant
    noncompliant += other.noncompliant
    undetermined += other.undetermined
    unreadable += other.unreadable
    missing += other.missing
    errors += other.errors
    warnings += other.warnings
    advice += other.advice
    undeterminedFindings += other.undeterminedFindings
    undeterminedErrors += other.undeterminedErrors
    undeterminedWarnings += other.undeterminedWarnings
    undeterminedAdvice += other.undeterminedAdvice
    waived += other.waived
    baselined.add(other.baselined)
    signs.inPlace += other.signs.inPlace
    signs.removed += other.signs.removed
  }

  /// Counts a community in.
  package mutating func add(_ community: CommunityReport) {
    switch community.status {
    case .compliant: compliant += 1
    case .noncompliant: noncompliant += 1
    case .undetermined: undetermined += 1
    case .unreadable: unreadable += 1
    case .missing: missing += 1
    }
    for finding in community.findings {
      if finding.isBaselined { baselined.add(finding) }
      switch (finding.outcome, finding.severity) {
      case (.fail, .error): errors += 1
      case (.fail, .warning): warnings += 1
      case (.fail, _): advice += 1
      case (.undetermined, let severity):
        undeterminedFindings += 1
        switch severity {
        case .error: undeterminedErrors += 1
        case .warning: undeterminedWarnings += 1
        default: undeterminedAdvice += 1
        }
      case (.waived, _): waived += 1
      case (.pass, _): break
      }
    }
    signs.inPlace += community.signs.inPlace
    signs.removed += community.signs.removed
  }
}

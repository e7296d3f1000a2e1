internal import Audit
internal import Diagnostics

/// What the JSON report and the stream have in common: communities, findings, places, counts. Both are written from
/// here, so that they cannot differ.
struct JSONBody: Sendable {
  private let language: Language
  /// The keys of each rule that its findings repeat, escaped once: an audit of a province has tens of millions of
  /// findings and some sixty rules.
  private let ruleKeys: [RuleKeys]

  private struct RuleKeys: Sendable {
    var id: [UInt8]
    var clauses: [[UInt8]]
  }

  init(rules: [RuleSummary], language: Language) {
    self.language = language
    ruleKeys = rules.map { RuleKeys(id: JSONBody.quoted($0.id), clauses: $0.clauses.map(JSONBody.quoted)) }
  }

  private static func quoted(_ text: String) -> [UInt8] {
    var bytes = [UInt8(ascii: "\"")]
    JSONWriter.escape(text, into: &bytes)
    bytes.append(UInt8(ascii: "\""))
    return bytes
  }

  /// Writes a community; with its district and street first where it does not stand inside a street's object.
  func community(_ community: CommunityReport, withPlace: Bool = false, _ writer: inout JSONWriter) {
    writer.object { writer in
      if withPlace {
        writer.key("district")
        writer.string(community.district)
        writer.key("street")
        writer.string(community.street)
      }
      writer.key("name")
      writer.string(community.name)
      writer.key("code")
      writer.string(community.code)
      writer.key("source")
      writer.string(community.source)
      writer.key("status")
      writer.string(community.status.rawValue)
      writer.key("findings")
      writer.array(community.findings) { finding($1, &$0) }
      writer.key("diagnostics")
      writer.array(community.diagnostics) { diagnostic($1, &$0) }
      writer.key("facility")
      writer.string(community.facility)
      writer.key("survey")
      survey(community, &writer)
      writer.key("signs")
      signs(community.signs, &writer)
    }
  }

  /// Writes everything counted.
  func summary(_ summary: Summary, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("communities")
      writer.number(summary.communities)
      writer.key("compliant")
      writer.number(summary.compliant)
      writer.key("noncompliant")
      writer.number(summary.noncompliant)
      writer.key("undetermined")
      writer.number(summary.undetermined)
      writer.key("unreadable")
      writer.number(summary.unreadable)
      writer.key("missing")
      writer.number(summary.missing)
      writer.key("findings")
      writer.object(inLine: true) { writer in
        writer.key("error")
        writer.number(summary.errors)
        writer.key("warning")
        writer.number(summary.warnings)
        writer.key("advice")
        writer.number(summary.advice)
        writer.key("undetermined")
        writer.number(summary.undeterminedFindings)
        writer.key("waived")
        writer.number(summary.waived)
      }
      writer.key("signs")
      signs(summary.signs, &writer)
      writer.key("baselined")
      writer.object(inLine: true) { writer in
        writer.key("error")
        writer.number(summary.baselined.errors)
        writer.key("warning")
        writer.number(summary.baselined.warnings)
        writer.key("advice")
        writer.number(summary.baselined.advice)
        writer.key("undetermined")
        writer.number(summary.baselined.undetermined)
      }
    }
  }

  /// Writes what the tool says about a place.
  func diagnostic(_ diagnostic: Diagnostic, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("severity")
      writer.string(diagnostic.severity.rawValue)
      writer.key("message")
      writer.string(diagnostic.message[language])
      writer.key("location")
      writer.location(diagnostic.location)
      writer.key("help")
      writer.string(diagnostic.help?[language])
    }
  }

  private func finding(_ finding: Finding, _ writer: inout JSONWriter) {
    let rule = ruleKeys[finding.rule]
    writer.object { writer in
      writer.key("rule")
      writer.raw(rule.id)
      writer.key("outcome")
      writer.string(finding.outcome.rawValue)
      writer.key("severity")
      writer.string(finding.severity.rawValue)
      writer.key("clauses")
      writer.array(rule.clauses, inLine: true) { $0.raw($1) }
      writer.key("sign")
      writer.string(finding.sign)
      writer.key("subject")
      writer.string(finding.subject)
      writer.key("message")
      writer.string(finding.message)
      writer.key("remedy")
      writer.string(finding.remedy)
      writer.key("expected")
      writer.string(finding.expected)
      writer.key("actual")
      writer.string(finding.actual)
      writer.key("demanded_by")
      writer.strings(finding.demandedBy)
      writer.key("location")
      writer.location(finding.location)
      writer.key("related")
      writer.array(finding.related) { related($1, &$0) }
      writer.key("waiver")
      waiver(finding.waiver, &writer)
      writer.key("fingerprint")
      writer.string(finding.fingerprint)
      writer.key("baselined")
      writer.bool(finding.isBaselined)
    }
  }

  private func related(_ place: RelatedPlace, _ writer: inout JSONWriter) {
    writer.remark(place.message, at: place.location)
  }

  private func waiver(_ waiver: AppliedWaiver?, _ writer: inout JSONWriter) {
    guard let waiver else { return writer.null() }
    writer.object { writer in
      writer.key("reason")
      writer.string(waiver.reason)
      writer.key("approved_by")
      writer.string(waiver.approvedBy)
      writer.key("document")
      writer.string(waiver.document)
      writer.key("expires")
      writer.string(waiver.expires)
      writer.key("location")
      writer.location(waiver.location)
    }
  }

  private func survey(_ community: CommunityReport, _ writer: inout JSONWriter) {
    guard community.surveyedOn != nil || community.surveyedBy != nil else { return writer.null() }
    writer.object(inLine: true) { writer in
      writer.key("date")
      writer.string(community.surveyedOn)
      writer.key("by")
      writer.string(community.surveyedBy)
    }
  }

  private func signs(_ signs: SignCount, _ writer: inout JSONWriter) {
    writer.object(inLine: true) { writer in
      writer.key("in_place")
      writer.number(signs.inPlace)
      writer.key("removed")
      writer.number(signs.removed)
    }
  }
}

extension JSONWriter {
  /// Writes a place, `{"file": …, "line": …, "column": …}`, both from 1; null where there is none.
  mutating func location(_ location: SourceLocation?) {
    guard let location else { return null() }
    object(inLine: true) { writer in
      writer.key("file")
      writer.string(location.file)
      writer.key("line")
      writer.number(location.range.start.line)
      writer.key("column")
      writer.number(location.range.start.column)
    }
  }

  /// Writes a message and the place that it is about, as an object.
  mutating func remark(_ message: String, at location: SourceLocation?) {
    object { writer in
      writer.key("message")
      writer.string(message)
      writer.key("location")
      writer.location(location)
    }
  }
}

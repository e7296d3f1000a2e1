internal import Audit
internal import Diagnostics

/// Writes findings as SARIF results.
struct SARIFResult {
  let report: AuditReport

  func write(_ finding: Finding, of community: CommunityReport, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("ruleId")
      writer.string(report.rules[finding.rule].id)
      writer.key("ruleIndex")
      writer.number(finding.rule)
      writer.key("kind")
      writer.string(kind(finding.outcome))
      writer.key("level")
      writer.string(kind(finding.outcome) == "fail" ? SARIFReport.level(finding.severity) : "none")
      if report.hasBaseline {
        writer.key("baselineState")
        writer.string(finding.isBaselined ? "unchanged" : "new")
      }
      writer.key("message")
      SARIFReport.message(text(finding), &writer)
      writer.key("locations")
      writer.array([finding.location]) { SARIFReport.location($1, &$0) }
      if !finding.related.isEmpty {
        writer.key("relatedLocations")
        writer.array(finding.related.enumerated()) { writer, related in
          SARIFReport.location(
            related.element.location, id: related.offset + 1, message: related.element.message, &writer)
        }
      }
      writer.key("partialFingerprints")
      writer.object(inLine: true) { writer in
        writer.key("signaudit/v1")
        writer.string(finding.fingerprint)
        // The name that GitHub follows an alert by; without it an alert would be tied to the text of a line.
        writer.key("primaryLocationLineHash")
        writer.string(finding.fingerprint)
      }
      // Where one result says whether it is suppressed, all must (§3.27.23).
      writer.key("suppressions")
      writer.array([finding.waiver].compactMap { finding.outcome == .waived ? $0 : nil }) { suppression($1, &$0) }
      writer.key("properties")
      properties(finding, community, &writer)
    }
  }

  private func kind(_ outcome: Outcome) -> String {
    switch outcome {
    case .pass: "pass"
    case .fail, .waived: "fail"
    case .undetermined: "open"
    }
  }

  /// What is wrong and what to do.
  private func text(_ finding: Finding) -> String {
    finding.remedy.isEmpty ? finding.message : finding.message + "\n" + finding.remedy
  }

  private func suppression(_ waiver: AppliedWaiver, _ writer: inout JSONWriter) {
    let words = ReportWords(language: report.language)
    writer.object { writer in
      writer.key("kind")
      writer.string("external")
      writer.key("status")
      writer.string("accepted")
      writer.key("justification")
      writer.string(VisibleText(words.waiver(waiver)).text)
      writer.key("location")
      SARIFReport.location(waiver.location, &writer)
      writer.key("properties")
      writer.object(inLine: true) { writer in
        writer.key("reason")
        writer.string(waiver.reason)
        writer.key("approved_by")
        writer.string(waiver.approvedBy)
        writer.key("document")
        writer.string(waiver.document)
        writer.key("expires")
        writer.string(waiver.expires)
      }
    }
  }

  /// What SARIF has no field for; keys and values as in the JSON report.
  private func properties(_ finding: Finding, _ community: CommunityReport, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("outcome")
      writer.string(finding.outcome.rawValue)
      writer.key("severity")
      writer.string(finding.severity.rawValue)
      writer.key("clauses")
      writer.strings(report.rules[finding.rule].clauses)
      writer.key("district")
      writer.string(community.district)
      writer.key("street")
      writer.string(community.street)
      writer.key("community")
      writer.string(community.name)
      writer.key("facility")
      writer.string(community.facility)
      writer.key("sign")
      writer.string(finding.sign)
      writer.key("subject")
      writer.string(finding.subject)
      writer.key("remedy")
      writer.string(finding.remedy)
      writer.key("expected")
      writer.string(finding.expected)
      writer.key("actual")
      writer.string(finding.actual)
      writer.key("demanded_by")
      writer.strings(finding.demandedBy)
    }
  }
}

package import Audit
internal import Diagnostics

/// The JSON report, `signaudit.report/1`: the whole of an audit for programs. Its keys and their order are a contract;
/// `ReportSchema` describes it.
package enum JSONReport {
  /// The report as UTF-8, ending with a line feed.
  package static func render(_ report: AuditReport) -> [UInt8] {
    let body = JSONBody(rules: report.rules, language: report.language)
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.key("schema")
      writer.string("signaudit.report/1")
      writer.key("standard")
      standard(report.standard, report.language, &writer)
      writer.key("rules")
      writer.array(report.rules) { rule($1, report.language, &$0) }
      writer.key("as_of")
      writer.string(report.asOf)
      writer.key("summary")
      body.summary(report.summary, &writer)
      writer.key("streets")
      writer.array(report.streets) { street($1, body, &$0) }
      writer.key("unreadable")
      writer.array(report.unreadable) { body.community($1, &$0) }
      writer.key("departments")
      writer.array(report.departments) { department($1, &$0) }
      writer.key("diagnostics")
      writer.array(report.diagnostics) { body.diagnostic($1, &$0) }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private static func standard(_ standard: StandardSummary, _ language: Language, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("id")
      writer.string(standard.id)
      writer.key("title")
      writer.string(standard.title[language])
      writer.key("digest")
      writer.string(standard.digest)
      writer.key("deviations")
      writer.array(standard.deviations) { $0.string($1[language]) }
    }
  }

  private static func rule(_ rule: RuleSummary, _ language: Language, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("id")
      writer.string(rule.id)
      writer.key("clauses")
      writer.strings(rule.clauses)
      writer.key("modality")
      writer.string(rule.modality)
      writer.key("severity")
      writer.string(rule.severity.rawValue)
      writer.key("title")
      writer.string(rule.title[language])
    }
  }

  private static func street(_ street: StreetReport, _ body: JSONBody, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("district")
      writer.string(street.district)
      writer.key("street")
      writer.string(street.street)
      writer.key("summary")
      body.summary(street.summary, &writer)
      writer.key("communities")
      writer.array(street.communities) { body.community($1, &$0) }
    }
  }

  private static func department(_ department: DepartmentCount, _ writer: inout JSONWriter) {
    writer.object(inLine: true) { writer in
      writer.key("department")
      writer.string(department.department)
      writer.key("signs")
      writer.number(department.signs)
      writer.key("rooms")
      writer.number(department.rooms)
      writer.key("communities")
      writer.number(department.communities)
    }
  }
}

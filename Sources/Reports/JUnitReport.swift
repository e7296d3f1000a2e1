package import Audit
internal import Diagnostics

/// The report as JUnit XML, in the dialect that Jenkins and GitLab read: a suite per community, a case per finding.
///
/// A failure is a `failure` whatever its severity (`type` says which); what is to be verified, waived or known to the
/// baseline is `skipped`, and what could not be read is an `error`. A community about which nothing is to be said has one passing case: a suite
/// without cases would look as if nothing had been audited.
package enum JUnitReport {
  /// The report as UTF-8, ending with a line feed.
  package static func render(_ report: AuditReport) -> [UInt8] {
    let words = ReportWords(language: report.language)
    var suites: [Suite] = []
    for street in report.streets {
      for community in street.communities {
        suites.append(suite(community, name: words.place(street) + " " + words.name(community), report, words))
      }
    }
    for community in report.unreadable { suites.append(suite(community, name: words.name(community), report, words)) }
    if !report.diagnostics.isEmpty {
      suites.append(suite(of: report.diagnostics, [], name: words("本次核查", "this audit"), report, words))
    }
    let cases = suites.flatMap(\.cases)
    var xml = XMLWriter()
    xml.open("testsuites", [("name", report.standard.id)] + counts(cases))
    for suite in suites {
      xml.open("testsuite", [("name", suite.name)] + counts(suite.cases) + [("skipped", count(suite.cases, .skipped))])
      for test in suite.cases { write(test, &xml) }
      if !suite.remarks.isEmpty { xml.text("system-err", [], suite.remarks) }
      xml.close("testsuite")
    }
    xml.close("testsuites")
    return xml.bytes
  }

  private struct Suite {
    var name: String
    var cases: [Case]
    /// What the tool says besides, and what is no error, in lines.
    var remarks: [String]
  }

  /// A test case; `body` is what is said of one that did not pass, in lines.
  private struct Case {
    enum Result: String {
      case passed, failure, error, skipped
    }

    var name: String
    var group: String
    var result: Result
    var type = ""
    var message = ""
    var body: [String] = []
  }

  private static func suite(
    _ community: CommunityReport, name: String, _ report: AuditReport, _ words: ReportWords
  ) -> Suite {
    suite(of: community.diagnostics, community.findings, name: name, report, words)
  }

  private static func suite(
    of diagnostics: [Diagnostic], _ findings: [Finding], name: String, _ report: AuditReport, _ words: ReportWords
  ) -> Suite {
    var suite = Suite(name: name, cases: [], remarks: [])
    let reader = words("台账", "inventory")
    for diagnostic in diagnostics {
      let message = diagnostic.message[words.language]
      let said = (diagnostic.help.map { [$0[words.language]] } ?? []) + place(diagnostic.location)
      guard diagnostic.severity == .error else {
        suite.remarks += [message] + said
        continue
      }
      suite.cases.append(
        Case(
          name: words("台账可以读取", "the inventory can be read"), group: reader, result: .error, type: "unreadable",
          message: message, body: said))
    }
    suite.cases += findings.map { self.case($0, report.rules[$0.rule], words) }
    if suite.cases.isEmpty {
      suite.cases = [Case(name: words("没有发现问题", "nothing was found"), group: reader, result: .passed)]
    }
    return suite
  }

  private static func `case`(_ finding: Finding, _ rule: RuleSummary, _ words: ReportWords) -> Case {
    let about = [finding.sign, finding.subject].compactMap { $0 }.joined(separator: " ")
    let name = rule.title[words.language] + (about.isEmpty ? "" : words("（\(about)）", " (\(about))"))
    var test = Case(name: name, group: rule.id, result: .passed)
    switch finding.outcome {
    case .pass: return test
    case .fail where !finding.isBaselined:
      test.result = .failure
      test.type = finding.severity.rawValue
      test.message = finding.message
    case .fail, .undetermined:
      test.result = .skipped
      test.message = words.word(finding) + words.colon + finding.message
    case .waived:
      test.result = .skipped
      test.message = words.word(finding) + words.colon + finding.message
      if let waiver = finding.waiver { test.message += " " + words.waiver(waiver) }
    }
    test.body = [finding.remedy] + place(finding.location)
    return test
  }

  private static func place(_ location: SourceLocation?) -> [String] {
    guard let location else { return [] }
    return ["\(location.file):\(location.range.start.line):\(location.range.start.column)"]
  }

  private static func count(_ cases: [Case], _ result: Case.Result) -> String {
    String(cases.count { $0.result == result })
  }

  private static func counts(_ cases: [Case]) -> [(String, String)] {
    [
      ("tests", String(cases.count)), ("failures", count(cases, .failure)), ("errors", count(cases, .error)),
    ]
  }

  private static func write(_ test: Case, _ xml: inout XMLWriter) {
    let name = [("name", test.name), ("classname", test.group)]
    switch test.result {
    case .passed: xml.empty("testcase", name)
    case .skipped:
      xml.open("testcase", name)
      xml.empty("skipped", [("message", test.message)])
      xml.close("testcase")
    case .failure, .error:
      xml.open("testcase", name)
      xml.text(test.result.rawValue, [("message", test.message), ("type", test.type)], test.body)
      xml.close("testcase")
    }
  }
}

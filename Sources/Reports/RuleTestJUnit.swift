package import Diagnostics
package import StandardTools

/// The result of `rules test` as JUnit XML: a suite each for examples, mutants and cases, a test case for each.
package enum RuleTestJUnit {
  /// The document, in UTF-8.
  package static func render(_ report: RuleTestReport, language: Language) -> [UInt8] {
    let renderer = DiagnosticRenderer(language: language)
    func test(_ suite: String, _ name: String, _ problems: [Diagnostic]) -> Test {
      Test(
        suite: suite, name: name, message: problems.first?.message[language],
        text: problems.map { renderer.render($0) }.joined())
    }
    var tests: [Test] = []
    for rule in report.rules {
      for example in rule.examples { tests.append(test("examples", "\(rule.id) – \(example.name)", example.problems)) }
    }
    for rule in report.rules where rule.mutation != nil {
      tests.append(test("mutants", rule.id, RuleTestProblems.mutation(rule).map { [$0] } ?? []))
    }
    switch report.compliant {
    case .wrong(let problems), .none(let problems): tests.append(test("mutants", "compliant inventory", problems))
    case .declared, .derived: break
    }
    for file in report.cases { tests.append(test("cases", file.file, file.problems)) }
    return document(report.standard, tests)
  }

  private struct Test {
    var suite: String
    var name: String
    /// What is wrong, in one line; nil where nothing is.
    var message: String?
    var text: String
  }

  private static func document(_ standard: String, _ tests: [Test]) -> [UInt8] {
    var writer = XMLWriter()
    func counts(_ tests: [Test]) -> [(String, String)] {
      [("tests", String(tests.count)), ("failures", String(tests.count { $0.message != nil }))]
    }
    writer.open("testsuites", [("name", standard)] + counts(tests))
    for suite in ["examples", "mutants", "cases"] {
      let own = tests.filter { $0.suite == suite }
      guard !own.isEmpty else { continue }
      writer.open("testsuite", [("name", suite)] + counts(own) + [("errors", "0"), ("skipped", "0")])
      for test in own {
        let attributes = [("classname", "\(standard).\(suite)"), ("name", test.name)]
        guard let message = test.message else {
          writer.empty("testcase", attributes)
          continue
        }
        writer.open("testcase", attributes)
        writer.text(
          "failure", [("message", message)],
          test.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) })
        writer.close("testcase")
      }
      writer.close("testsuite")
    }
    writer.close("testsuites")
    return writer.bytes
  }
}

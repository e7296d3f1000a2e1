import Audit
import Diagnostics
package import Standard
import YAMLTree

/// Tests a standard: examples, mutants, cases.
package enum StandardTest {
  /// Runs everything.
  ///
  /// - Parameters:
  ///   - directory: what stands before paths in diagnostics.
  ///   - cases: further case files, with their names.
  package static func run(
    _ standard: Standard, directory: String, cases: [(source: StandardSource, file: String)] = []
  ) -> RuleTestReport {
    var report = RuleTestReport(
      standard: standard.id, title: standard.title, compliant: .none([]), rules: examples(standard), cases: [])
    do throws(CompliantInventory.Failure) {
      let found = try CompliantInventory.find(standard, directory: directory)
      report.compliant = found.origin
      let results = MutationRun(standard, compliant: found.draft).run()
      for (index, result) in results.enumerated() { report.rules[index].mutation = result }
    } catch {
      report.compliant = error.isFound ? .wrong(error.diagnostics) : .none(error.diagnostics)
    }
    let own = standard.proofs.cases.map { ($0, "\(directory)/\($0.path)") }
    for (source, file) in own + cases { report.cases.append(CaseRunner.run(source, file: file, standard)) }
    return report
  }

  private static func examples(_ standard: Standard) -> [RuleTestReport.RuleTest] {
    standard.rules.map { rule in
      let problems = ExampleRunner.run(standard, only: rule.id)
      let examples = rule.examples.map { example -> RuleTestReport.ExampleTest in
        let file = standard.files[example.file]
        let range = file.tree.range(of: example.node)
        return RuleTestReport.ExampleTest(
          name: example.name,
          problems: problems.filter { problem in
            guard let location = problem.location, location.file == file.name else { return false }
            return range.start <= location.range.start && location.range.start < range.end
          })
      }
      return RuleTestReport.RuleTest(id: rule.id, title: rule.title, examples: examples, mutation: nil)
    }
  }
}

import Audit
package import Diagnostics
import Inventory
package import Standard
import YAMLTree

/// Looks through a standard for what is allowed and yet wrong, or probably wrong.
package struct StandardLint: Sendable {
  let standard: Standard
  var problems: [LintProblem] = []
  /// Pairs of rules that were said to contradict each other: who allows too few, who asks for more.
  var contradicted: Set<[Int]> = []

  /// A rule with the parts that checks look at, in one form.
  struct Reading: Sendable {
    var index: Int
    var rule: Rule
    var tree: YAMLTree
    var node: NodeIndex
    /// The value of `check`: one key, the check kind.
    var check: RuleValue
    /// The value of `when`.
    var when: RuleValue?

    /// The check kind.
    var kind: String {
      if case .fields(let fields) = check { fields.first?.key ?? "" } else { "" }
    }
    /// Its parameters.
    var parameters: RuleValue { check[kind] ?? .fields([]) }
  }

  let readings: [Reading]

  private init(_ standard: Standard) {
    self.standard = standard
    readings = standard.rules.enumerated().compactMap { index, rule in
      guard let (tree, node) = standard.written(rule), let check = standard.written(rule, "check") else { return nil }
      return Reading(
        index: index, rule: rule, tree: tree, node: node, check: check, when: standard.written(rule, "when"))
    }
  }

  /// Everything that was found, in the order of the standard's files and lines, what is grave before what is only noted.
  ///
  /// - Parameters:
  ///   - withExamples: whether the examples are run too, for which a standard is refused.
  ///   - reading: what the reader found: warnings, and errors of the standard's elevation alone.
  package static func run(
    _ standard: Standard, withExamples: Bool = false, reading: [Diagnostic] = []
  ) -> [LintProblem] {
    var lint = StandardLint(standard)
    lint.problems += reading.map {
      LintProblem(check: $0.severity == .error ? .elevation : .readerWarning, diagnostic: $0)
    }
    lint.checkTexts()
    lint.checkClauses()
    lint.checkNames()
    lint.checkWords()
    lint.checkSelections()
    lint.checkContradictions()
    lint.checkShadows()
    lint.dropFollowingElevation()
    if withExamples { lint.checkExamples() }
    let order = Dictionary(
      standard.files.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    func key(_ problem: LintProblem) -> (Int, Int, Int, Int) {
      let location = problem.diagnostic.location
      return (
        problem.diagnostic.severity == .note ? 1 : 0, location.flatMap { order[$0.file] } ?? -1,
        location?.range.start.line ?? 0, location?.range.start.column ?? 0
      )
    }
    return lint.problems.enumerated().sorted { left, right in
      let (one, two) = (key(left.element), key(right.element))
      return one == two ? left.offset < right.offset : one < two
    }.map(\.element)
  }

  /// What an elevation has against a rule that is wrong itself follows from that.
  private mutating func dropFollowingElevation() {
    let wrong = Set(
      readings.filter { reading in
        let place = Problems(file: reading.rule.location.file).location(reading.tree, reading.node)
        return problems.contains { problem in
          guard problem.check != .elevation, problem.diagnostic.severity == .error,
            let location = problem.diagnostic.location
          else { return false }
          return location.file == place.file && place.range.start <= location.range.start
            && location.range.start < place.range.end
        }
      }.map(\.rule.location))
    problems.removeAll { problem in
      problem.check == .elevation && problem.diagnostic.related.contains { wrong.contains($0.location) }
    }
  }

  /// The examples of rules of which nothing graver is said: where a rule is wrong, what its examples show follows.
  private mutating func checkExamples() {
    let errors = problems.filter { $0.diagnostic.severity == .error }.flatMap { problem in
      [problem.diagnostic.location].compactMap(\.self)
        + (problem.check == .contradiction ? problem.diagnostic.related.map(\.location) : [])
    }
    for reading in readings {
      let place = Problems(file: reading.rule.location.file).location(reading.tree, reading.node)
      let isWrong = errors.contains { error in
        error.file == place.file && place.range.start <= error.range.start && error.range.start < place.range.end
      }
      if isWrong { continue }
      problems += ExampleRunner.run(standard, only: reading.rule.id).map {
        LintProblem(check: .failingExample, diagnostic: $0)
      }
    }
  }

  mutating func report(
    _ check: LintCheck, zh: String, en: String, help: BilingualText? = nil, at location: SourceLocation,
    related: [Diagnostic.Related] = []
  ) {
    problems.append(
      LintProblem(
        check: check,
        diagnostic: Diagnostic(
          check.severity, BilingualText(zh: zh, en: en), help: help, at: location, related: related)))
  }

  /// A rule as a second place.
  func related(_ rule: Rule) -> Diagnostic.Related {
    .init(message: BilingualText(zh: "规则 \(rule.id)", en: "the rule \(rule.id)"), location: rule.location)
  }

  /// Where a key of a rule has its value; the rule's id where it is not written.
  func location(_ reading: Reading, _ key: String) -> SourceLocation {
    guard let value = reading.tree.value(key, of: reading.node) else { return reading.rule.location }
    return Problems(file: reading.rule.location.file).location(reading.tree, value)
  }
}

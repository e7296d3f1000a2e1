package import Diagnostics
package import StandardTools

/// The result of `rules test` for people: a line a rule, what failed with its place, the summary.
package struct RuleTestText: Sendable {
  private let language: Language
  private let style: TerminalStyle

  /// Makes a renderer.
  package init(language: Language, style: TerminalStyle) {
    self.language = language
    self.style = style
  }

  /// The text.
  ///
  /// - Parameter line: the text of a line of a file, for code frames.
  package func render(_ report: RuleTestReport, line: @escaping (String, Int) -> String?) -> String {
    let words = ReportWords(language: language)
    var text = style.paint(
      "\(VisibleText(report.title[language]).text) (\(VisibleText(report.standard).text))", .message)
    text += "\n" + origin(report.compliant, words) + "\n\n"
    let width = report.rules.map { DisplayWidth.width(of: $0.id) }.max() ?? 0
    for rule in report.rules { text += self.line(rule, width, words) }
    for test in report.cases { text += self.line(test, width, words) }
    let renderer = DiagnosticRenderer(language: language, frame: CodeFrame(style: style))
    for problem in RuleTestProblems.all(report) { text += "\n" + renderer.render(problem, line: line) }
    return text + "\n" + summary(report, words) + "\n"
  }

  private func origin(_ compliant: RuleTestReport.Compliant, _ words: ReportWords) -> String {
    switch compliant {
    case .declared(let file): words("合规样板：\(VisibleText(file).text)", "compliant inventory: \(VisibleText(file).text)")
    case .derived(let signs, let rules):
      words(
        "合规样板：由例子拼成，\(signs) 块牌，\(rules) 条规则适用并符合",
        "compliant inventory: made from the examples, \(signs) signs, \(rules) rules applicable and kept")
    case .wrong:
      words("合规样板不合规（见下），不能做变异检验", "the compliant inventory is not compliant (see below), so no mutants can be made")
    case .none(let problems) where problems.contains { $0.location != nil }:
      words("合规样板读不出来（见下），不能做变异检验", "the compliant inventory cannot be read (see below), so no mutants can be made")
    case .none: words("没有合规样板，不能做变异检验", "no compliant inventory, so no mutants can be made")
    }
  }

  private func line(_ rule: RuleTestReport.RuleTest, _ width: Int, _ words: ReportWords) -> String {
    let held = rule.examples.count { $0.problems.isEmpty }
    var parts = [words("例子 \(held)/\(rule.examples.count)", "examples \(held)/\(rule.examples.count)")]
    if let mutation = rule.mutation { parts.append(self.text(mutation, words)) }
    let isRight = held == rule.examples.count && rule.mutation?.isShown != false
    return mark(isRight, words) + DisplayWidth.pad(rule.id, to: width) + "  "
      + parts.joined(separator: words("；", "; ")) + "\n"
  }

  private func text(_ mutation: RuleTestReport.MutationTest, _ words: ReportWords) -> String {
    guard let change = mutation.change else { return words("任何改动都触发不了", "no change makes it notice anything") }
    let outcome = mutation.isFailure ? words("不符合", "fails") : words("待核实", "undetermined")
    var text = "\(VisibleText(change[language]).text) → \(outcome)"
    if !mutation.companions.isEmpty {
      let others = mutation.companions.map { $0.id + words("（", " (") + why($0, words) + words("）", ")") }
      text += words("，相关的还有 ", "; also ") + others.joined(separator: words("、", ", "))
    }
    return text
  }

  private func why(_ companion: RuleTestReport.Companion, _ words: ReportWords) -> String {
    switch companion.reason {
    case nil: words("无关！", "unrelated!")
    case .yields: words("让位关系", "one yields to the other")
    case .element(let element): words("同为 \(element)", "both about \(element)")
    case .words(let shared):
      words(
        "同涉\(shared.map(\.zh).joined(separator: "、"))", "both about \(shared.map(\.en).joined(separator: ", "))")
    }
  }

  private func line(_ test: RuleTestReport.CaseTest, _ width: Int, _ words: ReportWords) -> String {
    mark(test.problems.isEmpty, words) + VisibleText(test.file).text + "  "
      + words(
        "台账 \(test.inventories) 份，预期 \(test.expectations) 条",
        "\(words.count(test.inventories, "inventory", "inventories")), \(words.count(test.expectations, "expectation", "expectations"))"
      )
      + "\n"
  }

  private func mark(_ isRight: Bool, _ words: ReportWords) -> String {
    let word = isRight ? words("通过", "pass") : words("未过", "FAIL")
    return "  " + style.paint(word, isRight ? .help : .severity(.error)) + "  "
  }

  private func summary(_ report: RuleTestReport, _ words: ReportWords) -> String {
    let examples = report.rules.flatMap(\.examples)
    let mutations = report.rules.compactMap(\.mutation)
    let heldExamples = examples.count { $0.problems.isEmpty }
    let shown = mutations.count(where: \.isShown)
    let tried = mutations.first?.tried ?? 0
    let heldCases = report.cases.count { $0.problems.isEmpty }
    let mutants =
      mutations.isEmpty
      ? words("变异未做", "no mutants were made")
      : words(
        "变异 \(shown)/\(mutations.count) 条按预期触发（试了 \(tried) 处改动）",
        "\(shown) of \(mutations.count) rules notice what should break them (\(tried) changes tried)")
    return words(
      "规则 \(report.rules.count) 条：例子 \(heldExamples)/\(examples.count) 成立；\(mutants)；用例 \(heldCases)/\(report.cases.count) 通过",
      "\(words.count(report.rules.count, "rule", "rules")): \(heldExamples) of \(examples.count) examples hold; \(mutants); \(heldCases) of \(report.cases.count) cases pass"
    )
  }
}

/// What is wrong in the result of `rules test`, as diagnostics: the same list for people and for JUnit.
enum RuleTestProblems {
  /// Everything, in order.
  static func all(_ report: RuleTestReport) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    switch report.compliant {
    case .wrong(let diagnostics), .none(let diagnostics): problems += diagnostics
    case .declared, .derived: break
    }
    for rule in report.rules {
      problems += rule.examples.flatMap(\.problems)
      if let problem = mutation(rule) { problems.append(problem) }
    }
    return problems + report.cases.flatMap(\.problems)
  }

  /// What is wrong with how a rule took the change that was to break it.
  static func mutation(_ rule: RuleTestReport.RuleTest) -> Diagnostic? {
    guard let mutation = rule.mutation, !mutation.isShown else { return nil }
    guard let change = mutation.change else {
      return Diagnostic(
        .error,
        BilingualText(
          zh: "规则 \(rule.id) 怎么改都触发不了：从合规样板出发试了 \(mutation.tried) 处改动",
          en:
            "the rule \(rule.id) is vacuous: of \(mutation.tried) changes to the compliant inventory none makes it notice"
        ),
        help: BilingualText(
          zh: "核对 when、where 是否自相矛盾，或者是否总被 yields_to 的规则盖住；合规样板里没有它所管的内容的，补进样板",
          en:
            "look for a contradiction in `when` or `where`, or for a rule under `yields_to` that always hides it; put what it is about into the compliant inventory"
        ),
        at: mutation.location)
    }
    let others = mutation.companions.filter { $0.reason == nil }.map(\.id)
    return Diagnostic(
      .error,
      BilingualText(
        zh: "规则 \(rule.id) 一被触发，不相关的规则也跟着触发：\(others.joined(separator: "、"))（改动：\(change.zh)）",
        en:
          "whatever breaks \(rule.id), unrelated rules notice too: \(others.joined(separator: ", ")) (the change: \(change.en))"
      ),
      help: BilingualText(
        zh: "核对这些规则选取的标识牌是否过宽；确实管同一块牌的，用 yields_to 说明谁让谁",
        en:
          "look whether one of them selects too much; where both are about one sign, say with `yields_to` which gives way"
      ),
      at: mutation.location)
  }
}

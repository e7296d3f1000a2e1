package import Diagnostics
import Inventory
package import Standard

/// Runs the examples of a standard: each rule proves itself.
package enum ExampleRunner {
  /// What is wrong with the examples of a standard: unreadable ones, and ones that do not hold.
  package static func run(_ standard: Standard, only rule: String? = nil) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (index, declared) in standard.rules.enumerated() where rule == nil || declared.id == rule {
      let before = diagnostics.count
      for example in declared.examples {
        diagnostics += run(example, rule: index, standard)
      }
      // Where one of them is wrong, what it should say is said, and what is missing follows from that.
      if diagnostics.count == before { diagnostics += missing(declared, standard) }
    }
    return diagnostics
  }

  /// What a rule has no example of: one that passes, and one that fails or, for a rule that never does, is undetermined.
  private static func missing(_ rule: Rule, _ standard: Standard) -> [Diagnostic] {
    func has(_ outcome: String) -> Bool {
      rule.examples.contains { example in
        switch example.expectation {
        case .worst(let word): word == outcome
        case .findings(let findings): findings.contains { $0.outcome == outcome }
        }
      }
    }
    let second = rule.check.canFail ? "fail" : "undetermined"
    let location =
      rule.examples.first.map { example in
        let file = standard.files[example.file]
        return Problems(file: file.name).location(file.tree, example.node)
      } ?? rule.location
    return ["pass", second].filter { !has($0) }.map { outcome in
      Diagnostic(
        .error,
        BilingualText(
          zh: "规则 \(rule.id) 缺少一个“\(Example.Expectation.label(outcome).zh)”（expect: \(outcome)）的例子",
          en: "the rule \(rule.id) has no example that comes out as \(outcome)"),
        help: BilingualText(
          zh: "每条规则至少要有一个通过、一个\(rule.check.canFail ? "不通过" : "待核实")的例子，以证明它有效",
          en: "every rule proves itself by at least one example that passes and one that comes out as \(second)"),
        at: location)
    }
  }

  private static func run(_ example: Example, rule: Int, _ standard: Standard) -> [Diagnostic] {
    let file = standard.files[example.file]
    var problems = Problems(file: file.name)
    var roster: Roster?
    if let node = example.roster {
      var read = Roster()
      read.read(file.tree, root: node, words: standard.vocabulary.words, &problems)
      roster = read
    }
    guard let asOf = CalendarDate(year: 2026, month: 1, day: 1) else { return [] }
    let auditor = Auditor(
      AuditSettings(
        standard: standard, roster: roster, waivers: WaiverBook([], asOf: asOf, standard: standard), language: .zh))
    var batch = Batch(auditor.settings, streets: [])
    var findings: [Finding] = []
    var isApplicable = false
    let isOfBatch =
      switch standard.rules[rule].check {
      case .listedInRoster, .inventorySubmitted, .inventoryUnique: true
      default: false
      }
    for node in example.inventories {
      var inventory = Inventory()
      inventory.tree = file.tree
      inventory.read(
        root: node, words: standard.vocabulary.words, defaults: standard.exampleCommunity, &problems)
      if problems.hasErrors { return problems.diagnostics }
      if isOfBatch {
        let report = batch.add(auditor.audit(inventory, file: file.name, diagnostics: []))
        findings += report?.findings.filter { $0.rule == rule } ?? []
        if case .inventoryUnique = standard.rules[rule].check { isApplicable = true }
      } else {
        let result = auditor.findings(of: rule, inventory, file: file.name)
        findings += result.findings
        isApplicable = isApplicable || result.isApplicable
      }
    }
    if isOfBatch {
      findings += batch.missing().flatMap(\.findings).filter { $0.rule == rule }
      isApplicable = isApplicable || roster != nil
    }
    return compare(findings, isApplicable, example, standard.rules[rule], standard)
  }

  private static func compare(
    _ findings: [Finding], _ isApplicable: Bool, _ example: Example, _ rule: Rule, _ standard: Standard
  ) -> [Diagnostic] {
    let isRight: Bool
    let actual: Example.Expectation
    let found = findings.map { ExpectedFinding(outcome: $0.outcome.rawValue, sign: $0.sign, subject: $0.subject) }
    switch example.expectation {
    case .worst(let word):
      let worst =
        findings.contains { $0.outcome == .fail }
        ? "fail"
        : findings.contains { $0.outcome == .undetermined } ? "undetermined" : isApplicable ? "pass" : "not-applicable"
      isRight = worst == word
      actual = .worst(worst)
    case .findings(let list):
      isRight = found.count == list.count && Set(found) == Set(list)
      actual = findings.isEmpty ? .worst(isApplicable ? "pass" : "not-applicable") : .findings(found)
    }
    let expected = BilingualText(zh: example.expectation.label.zh, en: example.expectation.text)
    let got = BilingualText(zh: actual.label.zh, en: actual.text)
    if isRight { return [] }
    let file = standard.files[example.file]
    let reasons = reasons(findings)
    let difference = (
      zh: "预期\(expected.zh)，实际\(got.zh)" + (reasons.isEmpty ? "" : "（\(reasons)）"),
      en: "expected \(expected.en), got \(got.en)" + (reasons.isEmpty ? "" : " (\(reasons))")
    )
    let message = BilingualText(
      zh: "规则 \(rule.id) 的例子“\(example.name)”不成立：\(difference.zh)",
      en: "the example “\(example.name)” of \(rule.id) does not hold: \(difference.en)")
    let location = Problems(file: file.name).location(file.tree, example.node)
    // An example that stands above whoever changed its rule is not theirs to change.
    let change = standard.deviations.last { deviation in
      guard let changed = deviation.rule, !deviation.reason.zh.isEmpty, deviation.location.file != file.name else {
        return false
      }
      return changed == rule.id || rule.aliases.contains(changed)
    }
    guard let change else {
      return [
        Diagnostic(
          .error, message,
          help: BilingualText(
            zh: "规则没错的，改例子的预期或台账；例子没错的，改规则",
            en: "if the rule is right, change what the example expects or its inventory; else change the rule"),
          at: location)
      ]
    }
    return [
      Diagnostic(
        .error,
        BilingualText(zh: "这项调整以后，" + message.zh, en: "after this change, " + message.en),
        help: BilingualText(
          zh: "在这项调整里写 examples，代替上级标准的例子", en: "write `examples` in this change, in the place of the parent's"),
        at: change.location,
        related: [.init(message: BilingualText(zh: "上级标准的例子", en: "the parent's example"), location: location)])
    ]
  }

  /// What the rule found, in its own words, which are Chinese; empty where it found nothing.
  private static func reasons(_ findings: [Finding]) -> String {
    findings.map(\.message).joined(separator: "；")
  }
}

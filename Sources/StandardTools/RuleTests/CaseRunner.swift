import Audit
import Diagnostics
import Inventory
package import Standard
import YAMLTree

/// Runs whole-inventory cases: files whose comments say what is to be found, beside the line that it is about.
///
/// `# expect: RULE OUTCOME [SIGN or SUBJECT]`, the outcome `fail` or `undetermined`; several are parted by `;`. Behind a
/// value it is about its own line, on a line of its own about the next line that is no comment. Every finding must be
/// expected, and every expectation met. A document that begins with `roster` is the roster of its file.
package enum CaseRunner {
  /// Runs one file.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - file: its name in diagnostics.
  package static func run(_ source: StandardSource, file: String, _ standard: Standard) -> RuleTestReport.CaseTest {
    var problems = Problems(file: file)
    var test = RuleTestReport.CaseTest(
      file: file, expectations: 0, inventories: 0, problems: [], isUnreadable: false)
    guard
      let text = SourceText.decode(source.bytes, file: file, limits: .standard, diagnostics: &problems.diagnostics)
    else {
      test.problems = problems.diagnostics
      test.isUnreadable = true
      return test
    }
    var trees: [YAMLTree] = []
    var reader = YAMLDocumentReader(text, policy: .plain, limits: .standard)
    var tree = YAMLTree()
    while true {
      let outcome = reader.next(into: &tree, diagnostics: &problems.diagnostics)
      if outcome == .end { break }
      if !tree.isEmpty, !tree.isAbsent(tree.root) { trees.append(tree) }
      if outcome == .broken { break }
    }
    var expectations: [Expectation] = []
    if !problems.hasErrors {
      expectations = CaseComments.read(text, trees).flatMap { comment in
        self.expectations(comment, standard, &problems)
      }
    }
    var roster: Roster?
    var inventories: [YAMLTree] = []
    for tree in trees {
      if let first = tree.pairs(of: tree.root).first(where: { _ in true }),
        InventoryKey.roster.word.spellings.contains(tree.string(first.key))
      {
        var read = roster ?? Roster()
        read.read(tree, words: standard.vocabulary.words, &problems)
        roster = read
      } else {
        inventories.append(tree)
      }
    }
    if inventories.isEmpty, !problems.hasErrors {
      problems.error(
        YAMLTree(), noNode, zh: "这个用例里没有台账", en: "there is no inventory in this case",
        help: BilingualText(zh: "用例是一份台账，旁边用注释写明预期结果", en: "a case is an inventory with its expectations as comments"))
    }
    let found = problems.hasErrors ? [] : audit(inventories, roster, file, standard, &problems)
    test.expectations = expectations.count
    test.inventories = inventories.count
    if problems.hasErrors {
      test.problems = problems.diagnostics
      test.isUnreadable = true
      return test
    }
    test.problems = compare(found, expectations, file, standard)
    return test
  }

  /// What a comment expects.
  struct Expectation {
    var rule: Int
    var outcome: Outcome
    /// The sign or subject, where it is written.
    var about: String?
    /// The line that it is about, from 1.
    var line: Int
    /// Where it is written.
    var location: SourceLocation
  }

  /// A finding with its message in both languages.
  private struct Found {
    var finding: Finding
    var message: BilingualText
  }

  private static func expectations(
    _ comment: CaseComments.Comment, _ standard: Standard, _ problems: inout Problems
  ) -> [Expectation] {
    var expectations: [Expectation] = []
    let location = SourceLocation(file: problems.file, range: comment.range)
    // Nothing behind the colon is a part that cannot be read, too.
    let parts = comment.text.unicodeScalars.split(separator: ";", omittingEmptySubsequences: false)
    for part in parts where parts.count == 1 || !part.allSatisfy({ $0 == " " }) {
      let words = part.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }).map { String($0) }
      guard (2...3).contains(words.count), let outcome = Outcome(rawValue: words[1]),
        outcome == .fail || outcome == .undetermined
      else {
        problems.diagnostics.append(
          Diagnostic(
            .error,
            BilingualText(zh: "看不懂这条预期：“\(String(part))”", en: "this expectation cannot be read: `\(String(part))`"),
            help: BilingualText(
              zh: "写成 # expect: 规则编号 fail（或 undetermined），后面可以再写标识牌编号或对象",
              en: "write # expect: RULE fail (or undetermined), then perhaps a sign's id or a subject"),
            at: location))
        continue
      }
      guard let rule = standard.ruleIndex(words[0]) else {
        let help = Spelling.suggestion(for: words[0], among: standard.rules.map(\.id))
        problems.diagnostics.append(
          Diagnostic(
            .error, BilingualText(zh: "没有“\(words[0])”这条规则", en: "there is no rule `\(words[0])`"), help: help,
            at: location))
        continue
      }
      expectations.append(
        Expectation(
          rule: rule, outcome: outcome, about: words.count > 2 ? words[2] : nil, line: comment.line,
          location: location))
    }
    return expectations
  }

  private static func audit(
    _ trees: [YAMLTree], _ roster: Roster?, _ file: String, _ standard: Standard, _ problems: inout Problems
  ) -> [Found] {
    var inventories: [Inventory] = []
    for tree in trees {
      var inventory = Inventory()
      inventory.tree = tree
      inventory.read(
        root: tree.root, words: standard.vocabulary.words, defaults: standard.exampleCommunity, &problems)
      inventories.append(inventory)
    }
    if problems.hasErrors { return [] }
    func findings(_ language: Language) -> [Finding] {
      let auditor = Auditor(
        AuditSettings(
          standard: standard, roster: roster, waivers: WaiverBook([], asOf: Trial.anyDay, standard: standard),
          language: language))
      var batch = Batch(auditor.settings, streets: [])
      var findings: [Finding] = []
      for inventory in inventories {
        let report = batch.add(auditor.audit(inventory, file: file, diagnostics: []))
        findings += report?.findings ?? []
      }
      return findings + batch.missing().flatMap(\.findings)
    }
    return zip(findings(.zh), findings(.en)).map { zh, en in
      Found(finding: zh, message: BilingualText(zh: zh.message, en: en.message))
    }
  }

  private static func compare(
    _ found: [Found], _ expectations: [Expectation], _ file: String, _ standard: Standard
  ) -> [Diagnostic] {
    var open = expectations
    var diagnostics: [Diagnostic] = []
    for item in found {
      let finding = item.finding
      // Of several that fit, one that names the sign or subject is the one that is meant.
      let fitting = open.indices.filter { index in
        let expected = open[index]
        return expected.rule == finding.rule && expected.outcome == finding.outcome
          && expected.line == finding.location.range.start.line
          && (expected.about == nil || expected.about == finding.sign || expected.about == finding.subject)
      }
      if let index = fitting.first(where: { open[$0].about != nil }) ?? fitting.first {
        open.remove(at: index)
        continue
      }
      let id = standard.rules[finding.rule].id
      diagnostics.append(
        Diagnostic(
          .error,
          BilingualText(
            zh: "没有预期的结果：\(id) \(finding.outcome.rawValue)：\(item.message.zh)",
            en: "nobody expected: \(id) \(finding.outcome.rawValue): \(item.message.en)"),
          help: BilingualText(
            zh: "规则没错的，在这一行后面写 # expect: \(id) \(finding.outcome.rawValue)",
            en: "if the rule is right, write behind this line # expect: \(id) \(finding.outcome.rawValue)"),
          at: finding.location))
    }
    for expected in open {
      let id = standard.rules[expected.rule].id
      let elsewhere = found.filter { $0.finding.rule == expected.rule }.prefix(3).map {
        Diagnostic.Related(
          message: BilingualText(
            zh: "这条规则在这里的结果是 \($0.finding.outcome.rawValue)",
            en: "here the rule comes out as \($0.finding.outcome.rawValue)"),
          location: $0.finding.location)
      }
      let about = expected.about.map { " \($0)" } ?? ""
      diagnostics.append(
        Diagnostic(
          .error,
          BilingualText(
            zh: "预期没有出现：第 \(expected.line) 行应有 \(id) \(expected.outcome.rawValue)\(about)",
            en: "expected and not found: \(id) \(expected.outcome.rawValue)\(about) at line \(expected.line)"),
          at: expected.location, related: elsewhere))
    }
    return diagnostics.sorted { left, right in
      (left.location?.range.start ?? .start) < (right.location?.range.start ?? .start)
    }
  }
}

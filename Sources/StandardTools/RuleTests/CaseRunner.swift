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
    if let written = comment.misspelt {
      problems.diagnostics.append(
        Diagnostic(
          .error,
          BilingualText(
            zh: "这条注释像是预期，但开头写的是“\(VisibleText(written).text)”，不会算数",
            en:
              "this comment looks like an expectation, but begins with `\(VisibleText(written).text)` and does not count"
          ),
          help: BilingualText(zh: "写成 # expect:（半角冒号）", en: "write # expect: with an ASCII colon"), at: location))
      return []
    }
    // Nothing behind the colon is a part that cannot be read, too.
    let parts = comment.text.unicodeScalars.split(separator: ";", omittingEmptySubsequences: false)
    for part in parts where parts.count == 1 || !part.allSatisfy({ $0 == " " }) {
      let words = part.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }).map { String($0) }
      guard (2...3).contains(words.count), let outcome = Outcome(rawValue: words[1]),
        outcome == .fail || outcome == .undetermined
      else {
        let hasWideMark = part.contains("；")
        let shown = words.joined(separator: " ")
        let meant = ["不符合": "fail", "不通过": "fail", "待核实": "undetermined"]
        let corrected = words.map { meant[$0] ?? $0 }.joined(separator: " ")
        let form =
          corrected == shown
          ? BilingualText(
            zh: "写成 # expect: 规则编号 fail（或 undetermined），后面可以再写标识牌编号或对象",
            en: "write # expect: RULE fail (or undetermined), then perhaps a sign's id or a subject")
          : BilingualText(zh: "结果用英文写：# expect: \(corrected)", en: "outcomes are in English: # expect: \(corrected)")
        problems.diagnostics.append(
          Diagnostic(
            .error,
            BilingualText(
              zh: "看不懂这条预期：“\(VisibleText(shown).text)”",
              en: "this expectation cannot be read: `\(VisibleText(shown).text)`"),
            help: hasWideMark
              ? BilingualText(
                zh: "几条预期之间用半角分号“;”隔开", en: "expectations are parted by an ASCII semicolon (`;`)") : form,
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
    var unexpected: [Found] = []
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
      unexpected.append(item)
    }
    for item in unexpected {
      let finding = item.finding
      let actual = words(item, standard)
      // An expectation of the same rule on the same line that does not fit is what was meant for it.
      if let index = open.firstIndex(where: {
        $0.rule == finding.rule && $0.line == finding.location.range.start.line
      }) {
        let expected = open.remove(at: index)
        let written = words(expected, standard)
        diagnostics.append(
          Diagnostic(
            .error,
            BilingualText(
              zh: "结果与预期不同：预期 \(written)，实际 \(actual)：\(item.message.zh)",
              en: "not as expected: expected \(written), found \(actual): \(item.message.en)"),
            help: BilingualText(
              zh: "规则没错的，改为 # expect: \(actual)", en: "if the rule is right, write # expect: \(actual)"),
            at: expected.location))
        continue
      }
      diagnostics.append(
        Diagnostic(
          .error,
          BilingualText(
            zh: "出现了没有写明的结果：\(actual)：\(item.message.zh)",
            en: "found and not expected: \(actual): \(item.message.en)"),
          help: BilingualText(
            zh: "规则没错的，在这一行后面写 # expect: \(actual)",
            en: "if the rule is right, write behind this line # expect: \(actual)"),
          at: finding.location))
    }
    for expected in open {
      let elsewhere = found.filter { $0.finding.rule == expected.rule }.prefix(3).map {
        Diagnostic.Related(
          message: BilingualText(
            zh: "这条规则在这里的结果是 \($0.finding.outcome.rawValue)",
            en: "here the rule comes out as \($0.finding.outcome.rawValue)"),
          location: $0.finding.location)
      }
      diagnostics.append(
        Diagnostic(
          .error,
          BilingualText(
            zh: "写明的结果没有出现：第 \(expected.line) 行应有 \(words(expected, standard))",
            en: "expected and not found: \(words(expected, standard)) at line \(expected.line)"),
          help: BilingualText(
            zh: "规则没错的，删去这条预期，或移到结果所在的那一行",
            en: "if the rule is right, remove this, or move it to the line of the finding"),
          at: expected.location, related: elsewhere))
    }
    return diagnostics.sorted { left, right in
      (left.location?.range.start ?? .start) < (right.location?.range.start ?? .start)
    }
  }

  /// A finding as an expectation is written: the rule, the outcome, and the sign or else the subject.
  private static func words(_ found: Found, _ standard: Standard) -> String {
    let finding = found.finding
    let about = finding.sign ?? finding.subject
    return ([standard.rules[finding.rule].id, finding.outcome.rawValue] + [about].compactMap(\.self))
      .joined(separator: " ")
  }

  private static func words(_ expected: Expectation, _ standard: Standard) -> String {
    ([standard.rules[expected.rule].id, expected.outcome.rawValue] + [expected.about].compactMap(\.self))
      .joined(separator: " ")
  }
}

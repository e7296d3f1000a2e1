package import Diagnostics
package import Standard

/// What `rules explain` says of one rule, for a terminal.
package enum RuleExplanation {
  /// The text of a rule that counts.
  ///
  /// - Parameter index: the rule's index in the standard.
  package static func render(_ index: Int, of standard: Standard, _ language: Language) -> String {
    let rule = standard.rules[index]
    let entry = Guide.Entry(rule, standard)
    let words = GuideWords(language: language)
    let colon = words("：", ": ")
    func line(_ name: String, _ value: String) -> String { "\(name)\(colon)\(shown(value))\n" }
    var text = "\(shown(rule.id))  \(shown(rule.title[language]))\n"
    text += line(words("性质", "Modality"), words.modality(entry))
    for deviation in entry.deviations { text += line(words("调整", "Changed"), deviation[language]) }
    if entry.isLocked, !entry.locksItself { text += words.locked + "\n" }
    for id in rule.clauses {
      guard let clause = standard.clauses.first(where: { $0.id == id }) else { continue }
      text += "\n\(words("条款", "Clause")) \(shown(id))  \(shown(clause.title[language]))\n"
      for line in clause.text.utf8.split(separator: UInt8(ascii: "\n")) {
        text += "  │ \(shown(String(Substring(line))))\n"
      }
    }
    text += "\n" + line(words("为什么", "Why"), rule.rationale[language])
    if !entry.wordings.isEmpty {
      text += line(words("文字", "Wording"), entry.wordings.joined(separator: words(" 或 ", " or ")))
    }
    if entry.remedies.count == 1 { text += line(words("怎么改", "Remedy"), entry.remedies[0][language]) }
    if entry.remedies.count > 1 {
      text += words("怎么改：", "Remedy:") + "\n"
      for remedy in entry.remedies { text += "  - \(shown(remedy[language]))\n" }
    }
    text += "\n" + words("例子：", "Examples:") + "\n"
    let outcomes = rule.examples.map { $0.expectation.label[language] }
    let width = outcomes.map { DisplayWidth.width(of: $0) }.max() ?? 0
    for (example, outcome) in zip(rule.examples, outcomes) {
      text += "  \(DisplayWidth.pad(shown(outcome), to: width))  \(shown(example.name))\n"
    }
    return text
  }

  /// The text of a rule that a tailored standard switched off; nil where the standard did not.
  package static func switchedOff(_ id: String, of standard: Standard, _ language: Language) -> String? {
    guard standard.switchedOff.contains(id) else { return nil }
    let words = GuideWords(language: language)
    var text = shown(id) + words("  已停用，不参与核查\n", "  switched off: it does not count\n")
    // The change may name the rule by a former id.
    let off = standard.deviations.filter(\.isSwitchOff)
    for deviation in off where deviation.rule == id || deviation.names.contains(id) {
      text += words("理由：", "Because: ") + shown(deviation.reason[language]) + "\n"
    }
    return text
  }

  private static func shown(_ text: String) -> String { VisibleText(text).text }
}

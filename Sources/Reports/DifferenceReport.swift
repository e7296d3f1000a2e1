package import Diagnostics
package import StandardTools

/// What changed between two standards: text, Markdown and JSON.
package struct DifferenceReport: Sendable {
  private let difference: StandardDifference
  private let language: Language
  private var words: ReportWords { ReportWords(language: language) }

  /// Makes a report.
  package init(_ difference: StandardDifference, language: Language) {
    self.difference = difference
    self.language = language
  }

  // MARK: Text

  /// The text for a terminal.
  package func text(style: TerminalStyle) -> String {
    let (before, after) = (difference.before, difference.after)
    func name(_ side: StandardDifference.Side) -> String {
      VisibleText("\(side.title[language]) (\(side.id), \(side.digest.prefix(19)))").text
    }
    var text = "\(words("旧", "old"))  \(name(before))\n\(words("新", "new"))  \(name(after))\n"
    if difference.isEmpty { return text + "\n" + words("两套标准没有不同", "the two standards do not differ") + "\n" }
    if !difference.head.isEmpty {
      text += "\n" + style.paint(words("抬头", "Head"), .message) + "\n"
      for change in difference.head { text += self.text(change, indent: "  ", style) }
    }
    for (title, items) in sections where !items.isEmpty {
      text += "\n" + style.paint(title, .message) + "\n"
      for item in items {
        text += "  \(mark(item, style)) \(VisibleText(heading(item)).text)\n"
        for change in item.fields {
          text += self.text(change, indent: "      ", style, isWhole: item.kind != .changed)
        }
      }
    }
    return text + "\n" + summary + "\n"
  }

  private var sections: [(title: String, items: [StandardDifference.ItemChange])] {
    [
      (words("条款", "Clauses"), difference.clauses), (words("词汇表", "Vocabulary"), difference.vocabulary),
      (words("规则", "Rules"), difference.rules),
    ]
  }

  private func mark(_ item: StandardDifference.ItemChange, _ style: TerminalStyle) -> String {
    switch item.kind {
    case .added: style.paint("+", .help)
    case .removed: style.paint("-", .severity(.error))
    case .changed: "~"
    }
  }

  private func heading(_ item: StandardDifference.ItemChange) -> String {
    let former = item.formerID.map { words("（原编号 \($0)）", " (was \($0))") } ?? ""
    return "\(RuleWords.item(item.id)[language])\(former)  \(item.title[language])"
  }

  private func text(
    _ change: StandardDifference.FieldChange, indent: String, _ style: TerminalStyle, isWhole: Bool = false
  ) -> String {
    let (removed, added, note) = labels(change)
    let name = indent + RuleWords.path(change.field)[language] + note + words.colon
    func shown(_ text: String) -> String { VisibleText(text).text }
    if change.isList {
      let parts =
        removed.map { style.paint("-", .severity(.error)) + shown($0) }
        + added.map { style.paint("+", .help) + shown($0) }
      return name + parts.joined(separator: "  ") + "\n"
    }
    if removed.isEmpty || added.isEmpty {
      return name + (removed + added).map(shown).joined(separator: ", ")
        + (removed.isEmpty || isWhole ? "" : words("（去掉了）", " (removed)")) + "\n"
    }
    let inner = String(repeating: " ", count: indent.utf8.count + 2)
    let (old, new) = (shown(removed[0]), shown(added[0]))
    if DisplayWidth.width(of: old) + DisplayWidth.width(of: new) < 60 { return name + "\(old) → \(new)\n" }
    return name + "\n" + inner + style.paint("-", .severity(.error)) + " \(old)\n" + inner + style.paint("+", .help)
      + " \(new)\n"
  }

  /// The texts of a change in the report's language; in the other one, with a note, where only that one changed.
  private func values(_ change: StandardDifference.FieldChange) -> (removed: [String], added: [String], note: String) {
    var shown = language
    var note = ""
    let removed = change.removed.map { $0[language] }
    let added = change.added.map { $0[language] }
    if removed == added {
      shown = language == .zh ? .en : .zh
      note = shown == .zh ? " [zh]" : " [en]"
    }
    return (change.removed.map { $0[shown] }, change.added.map { $0[shown] }, note)
  }

  /// The same for people.
  private func labels(_ change: StandardDifference.FieldChange) -> (removed: [String], added: [String], note: String) {
    guard !change.removedLabels.isEmpty || !change.addedLabels.isEmpty else { return values(change) }
    return (change.removedLabels.map { $0[language] }, change.addedLabels.map { $0[language] }, "")
  }

  private var summary: String {
    func counted(_ items: [StandardDifference.ItemChange], _ kind: StandardDifference.Kind) -> Int {
      items.count { $0.kind == kind }
    }
    let rules = difference.rules
    let (added, removed, changed) = (counted(rules, .added), counted(rules, .removed), counted(rules, .changed))
    let vocabulary = difference.vocabulary.count
    return words(
      "规则：新增 \(added)、删去 \(removed)、改动 \(changed)；条款 \(difference.clauses.count) 处，词汇 \(vocabulary) 处",
      "rules: \(added) added, \(removed) removed, \(changed) changed; \(words.count(difference.clauses.count, "clause", "clauses")), \(words.count(vocabulary, "word", "words")) of the vocabulary"
    )
  }

  // MARK: Markdown

  /// The Markdown for a page or a pull request.
  package func markdown() -> String {
    func name(_ side: StandardDifference.Side) -> String {
      MarkdownText.escape("\(side.title[language]) (\(side.id), \(side.digest))")
    }
    var text = "# " + words("标准的变动", "Changes between two standards") + "\n\n"
    text += "- \(words("旧", "Old"))\(words.colon)\(name(difference.before))\n"
    text += "- \(words("新", "New"))\(words.colon)\(name(difference.after))\n"
    text += "\n" + (difference.isEmpty ? words("两套标准没有不同。", "The two standards do not differ.") : summary) + "\n"
    if !difference.head.isEmpty {
      text += "\n## " + words("抬头", "Head") + "\n\n" + table(difference.head)
    }
    for (title, items) in sections where !items.isEmpty {
      text += "\n## \(title)\n"
      for item in items {
        let kind =
          switch item.kind {
          case .added: words("新增", "added")
          case .removed: words("删去", "removed")
          case .changed: words("改动", "changed")
          }
        text += "\n### \(MarkdownText.escape(heading(item)))\(words("（", " ("))\(kind)\(words("）", ")"))\n"
        if !item.fields.isEmpty { text += "\n" + table(item.fields) }
      }
    }
    return text
  }

  private func table(_ changes: [StandardDifference.FieldChange]) -> String {
    var text = MarkdownReport.row([words("项", "Field"), words("原来", "Before"), words("现在", "Now")])
    text += MarkdownReport.row(["---", "---", "---"])
    for change in changes {
      let (removed, added, note) = labels(change)
      func cell(_ values: [String], _ sign: String) -> String {
        MarkdownText.escape(values.map { change.isList ? sign + $0 : $0 }.joined(separator: words("；", "; ")))
      }
      text += MarkdownReport.row([
        MarkdownText.escape(RuleWords.path(change.field)[language] + note), cell(removed, "−"), cell(added, "+"),
      ])
    }
    return text
  }

  // MARK: JSON

  /// The JSON for machines, schema `signaudit.rules-diff/1`; texts in the report's language.
  package func json() -> [UInt8] {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.key("schema")
      writer.string("signaudit.rules-diff/1")
      for (key, side) in [("before", difference.before), ("after", difference.after)] {
        writer.key(key)
        writer.object(inLine: true) { writer in
          for (name, text) in [("id", side.id), ("title", side.title[language]), ("digest", side.digest)] {
            writer.key(name)
            writer.string(text)
          }
        }
      }
      writer.key("head")
      fields(difference.head, &writer)
      for (key, items) in [
        ("clauses", difference.clauses), ("vocabulary", difference.vocabulary), ("rules", difference.rules),
      ] {
        writer.key(key)
        writer.array(items) { writer, item in
          writer.object { writer in
            writer.key("change")
            writer.string(item.kind.rawValue)
            writer.key("id")
            writer.string(item.id)
            writer.key("former_id")
            writer.string(item.formerID)
            writer.key("title")
            writer.string(item.title[language])
            writer.key("fields")
            fields(item.fields, &writer)
          }
        }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private func fields(_ changes: [StandardDifference.FieldChange], _ writer: inout JSONWriter) {
    writer.array(changes) { writer, change in
      let (removed, added, _) = values(change)
      writer.object(inLine: true) { writer in
        writer.key("field")
        writer.string(change.field)
        writer.key("removed")
        writer.strings(removed)
        writer.key("added")
        writer.strings(added)
      }
    }
  }
}

package import Diagnostics
package import Standard

/// The guide to a standard in Markdown.
package enum GuideMarkdown {
  /// The document in UTF-8.
  package static func render(_ guide: Guide, _ language: Language) -> [UInt8] {
    let words = GuideWords(language: language)
    var text = "# \(escape(words.title(guide)))\n\n"
    text += "- \(words("发布", "Issued by"))\(words("：", ": "))\(escape(guide.issuer[language]))\n"
    text += "- \(words("出处", "Source"))\(words("：", ": "))\(escape(guide.source[language]))\n"
    text += "- \(words("版本", "Version"))\(words("：", ": "))\(escape(guide.id)) `\(guide.digest)`\n"
    for deviation in guide.deviations {
      text += "- \(words("调整", "Changed"))\(words("：", ": "))\(escape(deviation[language]))\n"
    }
    text += "\n## \(words.checklist)\n\n\(words.lead)\n"
    for chapter in guide.chapters where !chapter.entries.isEmpty {
      text += "\n### \(escape(chapter.clause.title[language]))\n\n"
      for entry in chapter.entries { text += checkItem(entry, words) }
    }
    text += "\n## \(words.reference)\n"
    for chapter in guide.chapters { text += render(chapter, words) }
    if !guide.records.isEmpty {
      text += "\n## \(words.records)\n"
      for entry in guide.records { text += render(entry, words) }
    }
    return Array((text + "\n\(words.foot)\n").utf8)
  }

  private static func checkItem(_ entry: Guide.Entry, _ words: GuideWords) -> String {
    var text =
      "- [ ] **\(escape(entry.title[words.language]))**（\(entry.modality.label[words.language])，`\(entry.id)`）\n"
    if words.language == .en {
      text = "- [ ] **\(escape(entry.title.en))** (\(entry.modality.label.en), `\(entry.id)`)\n"
    }
    if !entry.wordings.isEmpty {
      text +=
        "  - \(words("文字", "Wording"))\(words("：", ": "))\(escape(entry.wordings.joined(separator: words(" 或 ", " or "))))\n"
    }
    for remedy in entry.remedies { text += "  - \(escape(remedy[words.language]))\n" }
    for deviation in entry.deviations { text += "  - \(words.changed)\(escape(deviation[words.language]))\n" }
    return text
  }

  private static func render(_ chapter: Guide.Chapter, _ words: GuideWords) -> String {
    let clause = chapter.clause
    var text = "\n### \(escape(clause.id)) \(escape(clause.title[words.language]))\n\n"
    for line in lines(clause.text) { text += "> \(escape(line))\n>\n" }
    if !clause.notCheckable.isEmpty {
      text += "\n\(words.onSite)\(words("：", ":"))\n\n"
      for remark in clause.notCheckable {
        text += "- [ ] “\(escape(remark.words))”\(words("：", ": "))\(escape(remark.note[words.language]))\n"
      }
    }
    if chapter.entries.isEmpty, chapter.others.isEmpty { text += "\n\(words.noRules)\n" }
    for entry in chapter.entries { text += render(entry, words) }
    if !chapter.others.isEmpty {
      let titles = chapter.others.map { "\(escape($0.title[words.language])) (`\($0.id)`)" }
      text += "\n\(words.also)\(words("：", ": "))\(titles.joined(separator: words("、", ", ")))\n"
    }
    return text
  }

  private static func render(_ entry: Guide.Entry, _ words: GuideWords) -> String {
    var text = "\n#### \(escape(entry.title[words.language]))\n\n`\(entry.id)` · \(escape(words.modality(entry)))\n\n"
    for deviation in entry.deviations { text += "**\(words.changed)\(escape(deviation[words.language]))**\n\n" }
    if entry.isLocked, !entry.locksItself { text += "\(words.locked)\n\n" }
    text += "\(escape(entry.rationale[words.language]))\n\n\(words.examples)\(words("：", ":"))\n"
    for proof in entry.examples {
      text += "\n\(words.outcome(proof.outcome))\(words("：", ": "))\(escape(proof.name))\n\n"
      for part in proof.parts {
        if let label = part.label { text += "\(label[words.language])\(words("：", ":"))\n\n" }
        let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: part.text) + 1))
        text += "\(fence)yaml\n\(visible(part.text))\(fence)\n"
        if part != proof.parts.last { text += "\n" }
      }
    }
    return text
  }

  private static func longestRun(of mark: Unicode.Scalar, in text: String) -> Int {
    var longest = 0
    var run = 0
    for scalar in text.unicodeScalars {
      run = scalar == mark ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  private static func lines(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n")).map { String(Substring($0)) }
  }

  private static func visible(_ text: String) -> String {
    lines(text).map { VisibleText($0).text + "\n" }.joined()
  }

  private static func escape(_ text: String) -> String { MarkdownText.escape(text) }
}

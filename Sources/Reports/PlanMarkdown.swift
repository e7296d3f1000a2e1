import Diagnostics
package import Rectification
import Standard

/// The plan in Markdown: a table of work per community, the sign maker's list and the checklist per street.
package enum PlanMarkdown {
  /// The document in UTF-8.
  package static func render(_ plan: Plan) -> [UInt8] {
    let words = PlanWords(language: plan.language)
    var text = "# \(words.title)\n\n"
    text += "- \(words("依据", "Standard"))\(words.colon)\(escape(words.standard(plan)))\n"
    text += "- \(words("核查日期", "As of"))\(words.colon)\(escape(plan.asOf))\n"
    text += "- \(words("整改时限", "Due"))\(words.colon)\(escape(plan.due ?? words.none))\n"
    for note in words.notes(plan) { text += "\n" + escape(note) + "\n" }
    for street in plan.streets {
      text += "\n## \(escape(words.place(street)))\n"
      for community in street.communities { text += render(community, words) }
      if !street.materials.isEmpty { text += materials(street, words) }
    }
    text += "\n" + escape(words.foot(plan)) + "\n"
    return Array(text.utf8)
  }

  private static func render(_ community: CommunityPlan, _ words: PlanWords) -> String {
    var text = "\n### \(escape(words.name(community)))\n\n"
    if !community.items.isEmpty {
      text += row([
        words("编号", "Id"), words("处理意见", "Opinion"), words("整改措施", "Steps"), words("对象", "What"),
        words("存在问题", "Problem"), words("怎么做", "How"), words("责任", "Responsible"), words("时限", "Due"),
      ])
      text += row(Array(repeating: "---", count: 8))
      for item in community.items {
        var how = item.measures
        if let specification = item.specification {
          how.append(words("应为", "To be") + words.colon + words.specification(specification))
        }
        var what = words.about(item)
        if let setting = item.sign.flatMap(words.setting) { what += words("（\(setting)）", " (\(setting))") }
        text += row([
          item.id, item.opinion[words.language], escape(words.steps(item)), escape(what), lines(item.problems),
          lines(how), escape(item.responsible), escape(item.due ?? words.none),
        ])
      }
    }
    if !community.checks.isEmpty {
      text += "\n\(words.checksTitle)\n\n"
      for check in community.checks { text += "- [ ] \(escape(check.question)) \(escape(check.measure))\n" }
    }
    return text
  }

  private static func materials(_ street: StreetPlan, _ words: PlanWords) -> String {
    var text = "\n### \(words.materialsTitle)\n\n"
    text += row([
      words("编号", "Id"), words("社区", "Community"), words("类别", "Kind"), words("文字", "Wording"),
      words("样式", "Make"), words("位置", "Place"), words("新制或更换", "New or replaced"),
    ])
    text += row(Array(repeating: "---", count: 7))
    for material in street.materials {
      let specification = material.specification
      text += row([
        material.item, escape(material.community), escape(specification.kind),
        escape(words.wordings(specification) ?? "—"), escape(words.attributes(specification) ?? "—"),
        escape(specification.place ?? "—"), material.replaces ? words("更换", "replace") : words("新制", "new"),
      ])
    }
    return text
  }

  private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
  private static func lines(_ texts: [String]) -> String { texts.map(escape).joined(separator: "<br>") }
  private static func escape(_ text: String) -> String { MarkdownText.escape(text) }
}

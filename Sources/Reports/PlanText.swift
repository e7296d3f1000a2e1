package import Diagnostics
package import Rectification
import Standard

/// The plan for a terminal: street by street and community by community, in the order in which the work is done.
package enum PlanText {
  /// The plan, each line ending with a line feed. Texts from outside are made visible.
  package static func render(_ plan: Plan, style: TerminalStyle) -> String {
    let words = PlanWords(language: plan.language)
    var text = style.paint(words.title, .message) + "\n"
    text += line(words("依据", "Standard"), words.standard(plan), words)
    text += line(words("核查日期", "As of"), plan.asOf, words)
    text += line(words("整改时限", "Due"), plan.due ?? words.none, words)
    let notes = words.notes(plan)
    if !notes.isEmpty { text += "\n" + notes.map { visible($0) + "\n" }.joined() }
    for street in plan.streets {
      text += "\n" + style.paint("── \(visible(words.place(street))) ", .message) + "\n"
      for community in street.communities {
        let counts = words.counts(community.items.count, community.checks.count)
        text += "\n\(style.paint(visible(words.name(community)), .message))  \(counts)\n"
        for item in community.items { text += render(item, words, style) }
        if !community.checks.isEmpty {
          text += "  \(words.checksTitle)\n"
          for check in community.checks {
            text += "  □ \(visible(check.question))\n"
          }
        }
      }
      if !street.materials.isEmpty { text += materials(street, words, style) }
    }
    return text + "\n" + words.foot(plan) + "\n"
  }

  private static func render(_ item: WorkItem, _ words: PlanWords, _ style: TerminalStyle) -> String {
    var text = "  \(item.id)  \(item.opinion[words.language])  \(style.paint(words.steps(item), .message))  "
    text += visible(words.about(item))
    if let setting = item.sign.flatMap(words.setting) { text += words("（\(setting)）", " (\(setting))") }
    text += "\n"
    for problem in item.problems { text += field(words("问题", "Problem"), problem, words) }
    for measure in item.measures { text += field(words("措施", "Measure"), measure, words) }
    if let specification = item.specification {
      text += field(words("应为", "To be"), words.specification(specification), words)
    }
    if !item.demandedBy.isEmpty {
      text += field(words("要求部门", "Required by"), item.demandedBy.joined(separator: words.comma), words)
    }
    return text
  }

  private static func materials(_ street: StreetPlan, _ words: PlanWords, _ style: TerminalStyle) -> String {
    var text = "\n\(style.paint("\(visible(street.street)) \(words.materialsTitle)", .message))\n"
    for material in street.materials {
      let change = material.replaces ? words("更换", "replace") : words("新制", "new")
      text += "  \(material.item)  \(change)  \(visible(material.community))  "
      text += visible(words.specification(material.specification)) + "\n"
    }
    return text
  }

  private static func line(_ name: String, _ value: String, _ words: PlanWords) -> String {
    "\(name)\(words.colon)\(visible(value))\n"
  }

  private static func field(_ name: String, _ value: String, _ words: PlanWords) -> String {
    "      \(name)\(words.colon)\(visible(value))\n"
  }

  private static func visible(_ text: String) -> String { VisibleText(text).text }
}

internal import Diagnostics

/// A page of a campaign in Markdown.
package enum CampaignMarkdown {
  /// The document in UTF-8.
  package static func render(_ page: CampaignPage) -> [UInt8] {
    let words = ReportWords(language: page.language)
    let separator = words("；", "; ")
    var text = "# \(MarkdownText.escape(page.title))\n\n"
    for fact in page.facts where fact.audience != .programs {
      let value = fact.value.text(separator: words("、", ", "))
      text += "- \(fact.title)\(words.colon)\(MarkdownText.escape(value))\n"
    }
    for section in page.sections {
      text += "\n## \(MarkdownText.escape(section.title))\n\n"
      let table = section.table.forPeople
      guard !table.rows.isEmpty else {
        text += section.empty + "\n"
        continue
      }
      if let lead = section.lead { text += MarkdownText.escape(lead) + "\n\n" }
      text += row(table.columns.map(\.title))
      text += row(table.columns.map { $0.isNumeric ? "---:" : "---" })
      for cells in table.rows { text += row(table.texts(cells, separator: separator).map(MarkdownText.escape)) }
      if let total = table.total {
        text += row(table.texts(total, separator: separator).map { $0.isEmpty ? "" : "**\(MarkdownText.escape($0))**" })
      }
    }
    return Array(text.utf8)
  }

  private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
}

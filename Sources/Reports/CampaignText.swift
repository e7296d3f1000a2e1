package import Diagnostics

/// A page of a campaign for a terminal: tables in columns, sentences on lines of their own. What inventories and reviewers
/// wrote is made visible, never obeyed.
package struct CampaignText: Sendable {
  private let style: TerminalStyle
  /// A cell wider than this does not widen its column.
  private static let widest = 28

  /// Makes the layout.
  package init(style: TerminalStyle) { self.style = style }

  /// The page, each line of it ending with a line feed.
  package func render(_ page: CampaignPage) -> String {
    let words = ReportWords(language: page.language)
    var text = style.paint(VisibleText(page.title).text, .message) + "\n"
    for fact in page.facts where fact.audience != .programs {
      let value = fact.value.text(separator: words("、", ", "))
      text += "  \(fact.title)\(words.colon)\(VisibleText(value))\n"
    }
    for section in page.sections {
      text += "\n" + style.paint("── ", .gutter) + style.paint(VisibleText(section.title).text, .message) + "\n"
      let table = section.table.forPeople
      if table.rows.isEmpty {
        text += "  \(section.empty)\n"
        continue
      }
      if let lead = section.lead { text += style.paint("  \(lead)", .help) + "\n" }
      text += render(table, words)
    }
    return text
  }

  private func render(_ table: DataTable, _ words: ReportWords) -> String {
    let short = table.columns.indices.filter { !table.columns[$0].isLong }
    let long = table.columns.indices.filter { table.columns[$0].isLong }
    func cells(_ row: [DataTable.Cell]) -> [String] {
      table.texts(row, separator: words("；", "; ")).map { VisibleText($0).text }
    }
    let rows = table.rows.map(cells)
    let total = table.total.map(cells)
    let heads = table.columns.map(\.title)
    let widths = short.map { place in
      ([heads] + rows + (total.map { [$0] } ?? [])).map { min(Self.widest, DisplayWidth.width(of: $0[place])) }.max()
        ?? 0
    }
    func line(_ row: [String]) -> String {
      var line = ""
      for (place, width) in zip(short, widths) {
        let cell = row[place]
        let padding = String(repeating: " ", count: max(0, width - DisplayWidth.width(of: cell)))
        line += "  " + (table.columns[place].isNumeric ? padding + cell : cell + padding)
      }
      return trimmed(line) + "\n"
    }
    var text = style.paint(trimmed(line(heads)), .gutter) + "\n"
    for row in rows {
      text += line(row)
      for place in long where !row[place].isEmpty {
        text += "      " + style.paint(heads[place] + words.colon, .gutter) + row[place] + "\n"
      }
    }
    if let total { text += line(total) }
    return text
  }

  private func trimmed(_ line: String) -> String {
    var scalars = line.unicodeScalars
    while scalars.last == " " || scalars.last == "\n" { scalars.removeLast() }
    return String(scalars)
  }
}

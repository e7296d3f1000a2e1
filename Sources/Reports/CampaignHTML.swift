internal import Diagnostics
internal import Markup

/// A page of a campaign as HTML: self-contained, printable, with charts where the page has any.
package enum CampaignHTML {
  /// The page in UTF-8.
  package static func render(_ page: CampaignPage) -> [UInt8] {
    let words = ReportWords(language: page.language)
    let styles = [HTMLStyle.code, ChartStyle.code]
    return PageFrame.document(language: page.language, title: page.title, styles: styles) {
      Element("header", [.word("class", "masthead")]) {
        Element("h1") { page.title }
        Element("dl", [.word("class", "facts tight")]) {
          for fact in page.facts where fact.audience != .programs {
            Element("div") {
              Element("dt") { fact.title }
              Element("dd") {
                Element("bdi") { fact.value.text(separator: words("、", ", ")) }
              }
            }
          }
        }
      }
      Element("main", [.id(Anchor("main")), .word("class", "single campaign")]) {
        for (index, section) in page.sections.enumerated() { self.section(section, index + 1, words) }
      }
      Element("footer") {
        Element("p") {
          words(
            "整改由街道（乡镇）负责，不对社区排名、打分。本页离线可用，不访问网络。",
            "The street or township is who puts things right; communities are neither ranked nor scored. This page loads nothing."
          )
        }
      }
    }
  }

  private static func section(_ section: CampaignPage.Section, _ number: Int, _ words: ReportWords) -> Element {
    let heading = Anchor("part", number)
    let table = section.table.forPeople
    return Element("section", [.reference("aria-labelledby", heading)]) {
      Element("h2", [.id(heading)]) { Element("bdi") { section.title } }
      if table.rows.isEmpty {
        Element("p") { section.empty }
      } else {
        if let lead = section.lead { Element("p", [.word("class", "lead")]) { lead } }
        if let chart = section.chart { chart.figure() }
        self.table(table, section.title, words)
      }
    }
  }

  private static func table(_ table: DataTable, _ name: String, _ words: ReportWords) -> Element {
    Element.scroller(words.scrolling(name)) {
      Element("table") {
        Element("thead") {
          Element("tr") {
            for column in table.columns {
              Element("th", [.word("scope", "col"), .word("class", style(column))]) { column.title }
            }
          }
        }
        Element("tbody") {
          for row in table.rows { self.row(row, table, words, style: "row") }
          if let total = table.total { row(total, table, words, style: "total") }
        }
      }
    }
  }

  private static func row(
    _ row: [DataTable.Cell], _ table: DataTable, _ words: ReportWords, style rowStyle: StaticString
  ) -> Element {
    Element("tr", [.word("class", rowStyle)]) {
      for (column, text) in zip(table.columns, table.texts(row, separator: words("；", "; "))) {
        Element("td", [.word("class", style(column))]) { Element("bdi") { text } }
      }
    }
  }

  private static func style(_ column: DataTable.Column) -> StaticString {
    if column.isNumeric { return "number" }
    if column.isLong { return "long" }
    switch column.key {
    case "id": return "id"
    case "due", "as_of", "completed_on", "reviewed_on", "closed_on": return "date"
    default: return "plain-cell"
    }
  }
}

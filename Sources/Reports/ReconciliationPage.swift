package import Diagnostics
internal import Markup
package import SpotCheck

/// A comparison of walls with inventories as Markdown and as a page.
package enum ReconciliationPage {
  /// As Markdown.
  package static func markdown(_ result: Reconciliation, _ language: Language) -> [UInt8] {
    let words = SpotCheckWords(language)
    let lines = ReconciliationLines(words)
    var text = "# " + words("现场核对结果", "Spot check: what was found") + "\n"
    for community in result.communities {
      text += "\n## " + MarkdownText.escape(name(community, words)) + "\n\n"
      for line in lines.head(community) { text += "- " + MarkdownText.escape(line) + "\n" }
      for section in lines.sections(community) {
        text += "\n### " + MarkdownText.escape(section.title) + "\n\n"
        for line in section.lines {
          text += "- " + MarkdownText.escape(line.text) + "\n"
          for more in line.more { text += "  - " + MarkdownText.escape(more) + "\n" }
        }
      }
    }
    return Array(text.utf8)
  }

  /// As a page.
  package static func html(_ result: Reconciliation, _ language: Language) -> [UInt8] {
    let words = SpotCheckWords(language)
    let lines = ReconciliationLines(words)
    let title = words("现场核对结果", "Spot check: what was found")
    return PageFrame.document(language: language, title: title, styles: [PhoneStyle.code]) {
      Element("header") { Element("h1") { title } }
      Element("main", [.id(Anchor("main")), .word("class", "paper")]) {
        for (index, community) in result.communities.enumerated() {
          let heading = Anchor("h", index + 1)
          Element("section", [.reference("aria-labelledby", heading)]) {
            Element("h2", [.id(heading)]) { outside(name(community, words)) }
            Element("ul") { for line in lines.head(community) { Element("li") { outside(line) } } }
            for section in lines.sections(community) {
              Element("h3") { section.title }
              Element("ul") {
                for line in section.lines {
                  Element("li") {
                    outside(line.text)
                    for more in line.more { Element("p", [.word("class", "fine")]) { outside(more) } }
                  }
                }
              }
            }
          }
        }
        for diagnostic in result.diagnostics {
          Element("p", [.word("class", "problem")]) { outside(diagnostic.message[language]) }
        }
      }
    }
  }

  private static func outside(_ text: String) -> Element { Element("bdi") { text } }

  private static func name(_ community: ReconciledCommunity, _ words: SpotCheckWords) -> String {
    words.name(community.district, community.street, community.name, community.facility)
  }
}

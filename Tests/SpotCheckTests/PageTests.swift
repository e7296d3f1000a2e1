import Diagnostics
import Foundation
import Inventory
import Reports
import SpotCheck
import Standard
import TestSupport
import Testing

@testable import Audit

/// Pages, sheets and comparisons of inventories that try to break out of them.
@Suite("Pages of a spot check")
struct PageTests {
  /// As an inventory may say it, in double quotes.
  static let hostile =
    #""\"\u0301 onmouseover=alert(1) <script>alert(1)</script>\e[31m\u202E]]>&{{x}} --> ' </textarea><b>\r\n# x""#

  static let text = """
    community: {district: \(hostile), street: \(hostile), name: \(hostile), code: \(hostile)}
    facility: {name: \(hostile), floors: [\(hostile)], rooms: [{number: \(hostile), floor: \(hostile), functions: [\(hostile)]}]}
    signs:
      - {id: \(hostile), kind: other, text: \(hostile), place: facade, material: \(hostile), demanded_by: [\(hostile)],
         note: \(hostile), basis: \(hostile), approval: {document: \(hostile), level: \(hostile)}}
      - {id: N1, kind: index-board, place: hall, entries: [{function: \(hostile), room: \(hostile), area: \(hostile)}]}
      - {id: N2, text: \(hostile), place: room-door, room: \(hostile)}
      - {id: N3, text: \(hostile), state: removed}
    """

  static func pages(_ language: Language) -> [(name: String, bytes: [UInt8])] {
    let read = Given.read(text)
    let sheet = SheetMaker(Trials.standard, language).sheet(
      read.inventory, read.verdicts, partyOrganization: nil, reasons: [BilingualText(zh: "甲", en: "a")])
    let other = Given.read(text.replacing("id: N2", with: "id: N9").replacing("place: facade", with: "place: gate"))
    let result = Reconciler(Trials.standard).reconcile([read.inventory], [(other.inventory, other.verdicts)])
    return [
      ("phone.html", PhonePage.render(sheet, Trials.standard, file: "observed-01.yaml")),
      ("sheet.html", SheetReport.html(sheet)), ("sheet.md", SheetReport.markdown(sheet)),
      ("index.html", SheetReport.index([sheet], language)),
      ("reconciled.html", ReconciliationPage.html(result, language)),
      ("reconciled.md", ReconciliationPage.markdown(result, language)),
      ("reconciled.txt", ReconciliationText(language).render(result)),
      ("reconciled.json", ReconciliationJSON.render(result, rules: Trials.standard.ruleSummaries, language)),
    ]
  }

  @Test("let nothing of an inventory become markup, steer a terminal or turn a line", arguments: Language.allCases)
  func inert(language: Language) throws {
    for page in Self.pages(language) {
      let text = String(decoding: page.bytes, as: UTF8.self)
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !VisibleText.isInvisible($0) }, "\(page.name)")
      if page.name.hasSuffix(".html") {
        #expect(!text.contains("<script>alert") && !text.contains("</textarea><b>"), "\(page.name)")
        #expect(text.components(separatedBy: "<script>").count == (page.name == "phone.html" ? 2 : 1))
        #expect(!text.contains("http://") && !text.contains("https://") && !text.contains(" style="))
        #expect(text.contains("default-src &#39;none&#39;"))
      }
      if page.name.hasSuffix(".json") {
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(page.bytes)) }
      }
      if page.name.hasSuffix(".md") { #expect(!text.contains("<script>")) }
    }
  }

  @Test("say the same at every run")
  func deterministic() {
    #expect(Self.pages(.zh).map(\.bytes) == Self.pages(.zh).map(\.bytes))
  }

  @Test(
    "hold every word of the standard's vocabulary as the reader of inventories knows it", arguments: Language.allCases)
  func words(language: Language) {
    let sheet = SheetTests.sheet(SheetTests.text, language)
    let text = String(decoding: PhonePage.render(sheet, Trials.standard, file: "o.yaml"), as: UTF8.self)
    let words = Trials.standard.vocabulary.words
    for table in [words.kinds, words.places, words.colours, FixedWords.orientation, FixedWords.mounting] {
      for word in table.words {
        let spelling = language == .zh ? word.chinese[0] : word.canonical
        #expect(text.contains("<option value=\"\(spelling)\""))
      }
    }
    for key in [InventoryKey.community, .signs, .text, .covers, .sizeMillimetres, .functions] {
      #expect(text.contains("data-key=\"\(language == .zh ? key.word.chinese[0] : key.word.canonical)\""))
    }
  }
}

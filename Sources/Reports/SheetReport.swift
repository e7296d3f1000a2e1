package import Diagnostics
internal import Markup
package import SpotCheck

/// The sheet to print for an inspector: in the order of the way what is declared, what is to be found out, and room to
/// note what hangs there.
package enum SheetReport {
  /// The sheet as a page for A4.
  package static func html(_ sheet: Sheet) -> [UInt8] {
    let page = SheetPage(sheet)
    let words = page.words
    let title = words("现场核对表", "Spot check sheet")
    return PageFrame.document(language: sheet.language, title: "\(page.name) \(title)", styles: [PhoneStyle.code]) {
      Element("header") {
        Element("h1") {
          page.outside(page.name)
          " \(title)"
        }
        page.about()
      }
      Element("main", [.id(Anchor("main")), .word("class", "paper")]) {
        page.first()
        Element("p") {
          words(
            "查看日期：＿＿＿＿＿＿　查看人：＿＿＿＿＿＿　登记左右时：□面向大门　□背向大门　看了：□外部　□内部",
            "Date: ________  By: ________  Left and right seen: □ facing the entrance □ facing out  Looked at: □ outside □ inside"
          )
        }
        for stop in sheet.stops { section(stop, page) }
        Element("section") {
          Element("h2") {
            words("没有登记的牌（位置、文字、颜色、谁要求的）", "Signs that are not declared (place, words, colours, who required them)")
          }
          for _ in 0..<5 { Element("div", [.word("class", "line")]) }
        }
        Element("section") {
          Element("h2") { words("规范要求", "What the standard wants") }
          lines(words("外部", "Outside"), sheet.wantedOutside, page)
          lines(words("内部", "Inside"), sheet.wantedInside, page)
          lines(
            words("由现场判断", "Judged on site"),
            sheet.judgedOnSite.map { words("“\($0.words)”：\($0.note)", "“\($0.words)”: \($0.note)") }, page)
        }
      }
    }
  }

  @MarkupBuilder private static func lines(_ title: String, _ lines: [String], _ page: SheetPage) -> [Node] {
    if !lines.isEmpty {
      Element("h3") { title }
      Element("ul") { for line in lines { Element("li") { page.sentence(line) } } }
    }
  }

  private static func section(_ stop: Stop, _ page: SheetPage) -> Element {
    let words = page.words
    return Element("section") {
      Element("h2") { page.sentence(words.place(stop.place)) }
      if let room = page.room(of: stop) {
        Element("p") {
          words("登记：", "Declared: ")
          page.sentence(room)
          words("　现场：□一致　□没有这间　□有不同：＿＿＿＿＿＿＿＿", "  There: □ as declared □ no such room □ differs: ________")
        }
      }
      for look in stop.looks { Element("p", [.word("class", "look")]) { page.sentence("□ " + look.question) } }
      if stop.signs.isEmpty, stop.removed.isEmpty {
        Element("p", [.word("class", "fine")]) { words("台账没有登记这里的牌。", "Nothing is declared here.") }
        Element("div", [.word("class", "line")])
      } else {
        Element.scroller(words("\(words.place(stop.place))（表格）", "\(words.place(stop.place)) (table)")) {
          Element("table") {
            Element("thead") {
              Element("tr") {
                for head in [
                  words("编号", "Id"), words("登记的文字和内容", "Declared"), words("核实、规范", "To find out; the standard"),
                  words("现场", "There"),
                ] {
                  Element("th", [.word("scope", "col")]) { head }
                }
              }
            }
            Element("tbody") {
              for sign in stop.signs { row(sign, page) }
              for sign in stop.removed { removedRow(sign, page) }
            }
          }
        }
      }
    }
  }

  private static func row(_ entry: SheetSign, _ page: SheetPage) -> Element {
    let words = page.words
    return Element("tr") {
      Element("th", [.word("scope", "row")]) { page.outside(entry.sign.id) }
      Element("td") {
        Element("b") { page.outside(words.wording(entry.sign)) }
        Element("p", [.word("class", "fine")]) { page.sentence(words.particulars(entry.sign)) }
        if let entries = entry.sign.entries, !entries.isEmpty {
          Element("p", [.word("class", "fine")]) {
            page.sentence(entries.map(words.entry).joined(separator: words("；", "; ")))
          }
        }
      }
      Element("td") {
        for look in entry.looks { Element("p", [.word("class", "look")]) { page.sentence("□ " + look.question) } }
        for problem in entry.problems { Element("p", [.word("class", "problem")]) { page.sentence(problem) } }
        for line in entry.wanted { Element("p", [.word("class", "fine")]) { page.sentence(line) } }
      }
      Element("td", [.word("class", "room-to-write")]) {
        words("□一致　□没有这块　□有不同：", "□ as declared □ not there □ differs:")
      }
    }
  }

  private static func removedRow(_ sign: DeclaredSign, _ page: SheetPage) -> Element {
    let words = page.words
    return Element("tr") {
      Element("th", [.word("scope", "row")]) { page.outside(sign.id) }
      Element("td") {
        Element("b") { page.outside(words.wording(sign)) }
        Element("p", [.word("class", "fine")]) { page.sentence(words.particulars(sign)) }
      }
      Element("td") { Element("p", [.word("class", "look")]) { "□ " + words.removed(sign) } }
      Element("td", [.word("class", "room-to-write")]) {
        words("□确已拆除　□现场还挂着：", "□ gone □ it hangs there:")
      }
    }
  }

  // MARK: Markdown

  /// The sheet as Markdown.
  package static func markdown(_ sheet: Sheet) -> [UInt8] {
    let page = SheetPage(sheet)
    let words = page.words
    func escape(_ text: String) -> String { MarkdownText.escape(text) }
    func list(_ lines: [String]) -> String { lines.map { "- " + escape($0) + "\n" }.joined() }
    var text = "# " + escape("\(page.name) " + words("现场核对表", "Spot check sheet")) + "\n\n"
    if let code = sheet.declared.code { text += "- " + words("代码：", "Code: ") + escape(code) + "\n" }
    text +=
      "- "
      + (sheet.declared.source.isEmpty
        ? words("没有台账", "No inventory") : words("台账：", "Inventory: ") + escape(sheet.declared.source)) + "\n"
    if let date = sheet.declared.date { text += "- " + words("采集于：", "Surveyed on: ") + escape(date) + "\n" }
    if !sheet.reasons.isEmpty {
      text +=
        "- " + words("抽中原因：", "Why it was drawn: ")
        + escape(sheet.reasons.map { $0[words.language] }.joined(separator: words("，", ", "))) + "\n"
    }
    text += words("- 查看日期：\n- 查看人：\n- 视角：\n- 看了外部、内部：\n", "- Date:\n- By:\n- Viewpoint:\n- Looked at:\n")
    let looks = sheet.allLooks
    if !looks.isEmpty {
      text += "\n## " + words("先核实", "Find these out first") + "\n\n"
      for (about, look) in looks {
        let about = words.about(about).map { $0 + words("：", ": ") } ?? ""
        text += "- [ ] " + escape(about + look.question) + "\n"
      }
    }
    if !sheet.removed.isEmpty {
      text += "\n## " + words("登记为已拆除的，看是否确实拆了", "Declared as taken down: see whether they are gone") + "\n\n"
      for sign in sheet.removed { text += "- [ ] " + escape(words.brief(sign)) + "\n" }
    }
    if !sheet.problems.isEmpty {
      text += "\n## " + words("登记中已知的问题", "Known from the inventory") + "\n\n" + list(sheet.problems)
    }
    for stop in sheet.stops {
      text += "\n## " + escape(words.place(stop.place)) + "\n\n"
      if let room = page.room(of: stop) {
        text += words("登记：", "Declared: ") + escape(room) + "  \n" + words("现场：", "There:") + "\n\n"
      }
      for look in stop.looks { text += "- [ ] " + escape(look.question) + "\n" }
      if !stop.looks.isEmpty { text += "\n" }
      if stop.signs.isEmpty, stop.removed.isEmpty {
        text += words("台账没有登记这里的牌。", "Nothing is declared here.") + "\n"
      }
      for entry in stop.signs {
        text += "- **" + escape(entry.sign.id) + "** " + escape(words.wording(entry.sign)) + "  \n"
        text += "  " + words("登记：", "Declared: ") + escape(words.particulars(entry.sign)) + "\n"
        if let entries = entry.sign.entries, !entries.isEmpty {
          let shown = entries.map(words.entry).joined(separator: words("；", "; "))
          text += "  - " + words("条目：", "Entries: ") + escape(shown) + "\n"
        }
        for look in entry.looks { text += "  - [ ] " + escape(look.question) + "\n" }
        for problem in entry.problems { text += "  - " + escape(problem) + "\n" }
        for line in entry.wanted { text += "  - " + words("规范：", "The standard: ") + escape(line) + "\n" }
        text += "  - " + words("现场：", "There:") + "\n"
      }
      for sign in stop.removed {
        text += "- **" + escape(sign.id) + "** " + escape(words.wording(sign)) + "  \n"
        text += "  " + words("登记：", "Declared: ") + escape(words.particulars(sign)) + "\n"
        text += "  - [ ] " + escape(words.removed(sign)) + "\n"
        text += "  - " + words("现场：", "There:") + "\n"
      }
    }
    text += "\n## " + words("没有登记的牌", "Signs that are not declared") + "\n\n- \n- \n- \n"
    text += "\n## " + words("规范要求（外部）", "What the standard wants outside") + "\n\n" + list(sheet.wantedOutside)
    text += "\n## " + words("规范要求（内部）", "What the standard wants inside") + "\n\n" + list(sheet.wantedInside)
    text += "\n## " + words("由现场判断的", "Judged on site") + "\n\n"
    text += list(sheet.judgedOnSite.map { words("“\($0.words)”：\($0.note)", "“\($0.words)”: \($0.note)") })
    return Array(text.utf8)
  }

  // MARK: All sheets

  /// The page that leads to the pages of all sheets: `phone-NN.html` and `sheet-NN.html`, counted from 1.
  package static func index(_ sheets: [Sheet], _ language: Language) -> [UInt8] {
    let words = SpotCheckWords(language)
    let title = words("抽查", "Spot check")
    return PageFrame.document(language: language, title: title, styles: [PhoneStyle.code]) {
      Element("header") { Element("h1") { title } }
      Element("main", [.id(Anchor("main"))]) {
        Element("ol") {
          for (index, sheet) in sheets.enumerated() {
            let page = SheetPage(sheet)
            Element("li") {
              page.outside(page.name)
              words("：", ": ")
              Element("a", [.href(PageName("phone", index + 1))]) { words("手机记录页", "page for a phone") }
              words("、", ", ")
              Element("a", [.href(PageName("sheet", index + 1))]) { words("打印核对表", "sheet to print") }
              if !sheet.reasons.isEmpty {
                Element("p", [.word("class", "fine")]) {
                  sheet.reasons.map { $0[language] }.joined(separator: words("，", ", "))
                }
              }
            }
          }
        }
      }
    }
  }
}

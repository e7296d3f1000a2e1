internal import Diagnostics
internal import Markup
internal import SpotCheck

/// What the pages of a spot check have in common: the frame, and what is known beforehand.
struct SheetPage {
  let sheet: Sheet
  let words: SpotCheckWords

  init(_ sheet: Sheet) {
    self.sheet = sheet
    words = SpotCheckWords(sheet.language)
  }

  /// The community's full name.
  var name: String {
    words.name(sheet.declared.district, sheet.declared.street, sheet.declared.name, sheet.declared.facility)
  }

  /// What is declared of the room that a part of the way is; nil of other parts and of rooms that are not declared.
  func room(of stop: Stop) -> String? {
    guard case .room(let number) = stop.place,
      let room = sheet.declared.rooms?.first(where: { $0.number == number })
    else { return nil }
    return room.functions == nil && room.floor == nil
      ? words("功能没有登记", "functions not recorded") : words.particulars(room)
  }

  /// Text from outside, apart from what stands round it.
  func outside(_ text: String) -> Node {
    .element(Element("bdi", words.language == .en ? [.word("lang", "zh-Hans")] : []) { text })
  }

  /// A sentence that may hold text from outside.
  func sentence(_ text: String) -> Node { .element(Element("bdi") { text }) }

  /// Why this community, and what its inventory is.
  @MarkupBuilder func about() -> [Node] {
    let declared = sheet.declared
    Element("p", [.word("class", "fine")]) {
      if let code = declared.code {
        words("代码 ", "code ")
        outside(code)
        words("；", "; ")
      }
      if declared.source.isEmpty {
        words("没有台账", "no inventory")
      } else {
        words("台账 ", "inventory ")
        outside(declared.source)
        if let date = declared.date { words("，采集于 \(date)", ", surveyed on \(date)") }
      }
    }
    if !sheet.reasons.isEmpty {
      Element("p", [.word("class", "fine")]) {
        words("抽中原因：", "Why it was drawn: ")
        sheet.reasons.map { $0[words.language] }.joined(separator: words("，", ", "))
      }
    }
  }

  /// What is to be found out first, in the order of the way.
  @MarkupBuilder func first() -> [Node] {
    let looks = sheet.allLooks
    for problem in sheet.problems { Element("p", [.word("class", "problem")]) { sentence(problem) } }
    if !sheet.removed.isEmpty {
      Element("div", [.word("class", "first")]) {
        Element("p") { Element("b") { words("登记为已拆除的，看是否确实拆了", "Declared as taken down: see whether they are gone") } }
        Element("ul") { for sign in sheet.removed { Element("li") { outside(words.brief(sign)) } } }
      }
    }
    if !looks.isEmpty {
      Element("div", [.word("class", "first")]) {
        Element("p") { Element("b") { words("先核实这 \(looks.count) 处", "Find these out first (\(looks.count))") } }
        Element("ol") {
          for (about, look) in looks {
            Element("li") {
              if let about = words.about(about) {
                outside(about)
                words("：", ": ")
              }
              sentence(look.question)
            }
          }
        }
      }
    }
  }

  /// What the standard wants, and what is judged on site.
  @MarkupBuilder func wanted() -> [Node] {
    list(words("规范要求（外部）", "What the standard wants outside"), sheet.wantedOutside)
    list(words("规范要求（内部）", "What the standard wants inside"), sheet.wantedInside)
    list(
      words("由现场判断的", "Judged on site"),
      sheet.judgedOnSite.map { words("“\($0.words)”：\($0.note)", "“\($0.words)”: \($0.note)") })
  }

  @MarkupBuilder private func list(_ title: String, _ lines: [String]) -> [Node] {
    if !lines.isEmpty {
      Element("details") {
        Element("summary") { title }
        Element("ul") { for line in lines { Element("li") { sentence(line) } } }
      }
    }
  }
}

internal import Crypto
internal import Diagnostics
internal import Inventory
internal import Markup
package import SpotCheck
package import Standard

/// The page that an inspector takes along on a phone: what is declared, what is to be found out first, in the order of
/// the way; it works without a network and saves what was seen as an inventory in YAML.
package enum PhonePage {
  /// The page of a sheet.
  ///
  /// - Parameter file: the name of the file that it saves, in ASCII.
  package static func render(_ sheet: Sheet, _ standard: Standard, file: String) -> [UInt8] {
    PhoneForm(sheet, standard, file: file).render()
  }
}

/// The parts of the page that hold fields are in `PhoneFields`.
private struct PhoneForm {
  let page: SheetPage
  let sheet: Sheet
  let standard: Standard
  let file: String
  let fields: PhoneFields

  var words: SpotCheckWords { page.words }

  init(_ sheet: Sheet, _ standard: Standard, file: String) {
    page = SheetPage(sheet)
    self.sheet = sheet
    self.standard = standard
    self.file = file
    fields = PhoneFields(words: page.words, vocabulary: standard.vocabulary.words)
  }

  func render() -> [UInt8] {
    let title = words("现场核对", "Spot check")
    return PageFrame.document(
      language: sheet.language, title: "\(page.name) \(title)", styles: [PhoneStyle.code], scripts: [PhoneScript.code]
    ) {
      Element("header") {
        Element("h1") {
          page.outside(page.name)
          " \(title)"
        }
        page.about()
      }
      Element("main", [.id(Anchor("main"))]) {
        page.first()
        page.wanted()
        Element("noscript") {
          Element("p", [.word("class", "problem")]) {
            words("本页要允许脚本才能记录；也可以用打印的核对表。", "This page needs scripts to take notes; the printed sheet does not.")
          }
        }
        form()
      }
    }
  }

  private func form() -> Element {
    Element("form", attributes) {
      head()
      // The signs of all stops are one list of the inventory.
      Element(
        "div", [.label(.key, fields.spelling(.signs)), .word("data-shape", "list"), .flag("data-keep")]
      ) {
        for (index, stop) in sheet.stops.enumerated() { self.stop(stop, index) }
      }
      rooms()
      saving()
      templates()
    }
  }

  private var attributes: [Attribute] {
    // The notes of another inventory, or of another version of it, are not mixed with these.
    let state = SheetReport.markdown(sheet) + Array(standard.digest.utf8)
    let store = SHA256.hash(data: state).prefix(12).map { String($0, radix: 16) }.joined()
    return [
      .id(Anchor("notes")), .word("data-shape", "mapping"), .flag("hidden"), .label(.file, file),
      .label(.store, "signaudit-\(store)"), .label(.message("data-note"), fields.spelling(InventoryKey.note)),
      .label(.message("data-unseen"), words("未查看", "not looked at")),
      .label(.message("data-done"), words("已保存。文件也显示在下面，可以复制。", "Saved. The file is shown below as well.")),
      .label(.message("data-wrong-zone"), words("先勾选看了外部还是内部。", "Say first what you looked at.")),
      .label(.message("data-wrong-choice"), words("这一块还没有选择。", "Choose what you found here.")),
      .label(.message("data-wrong-id"), words("编号空着，或者和别的重复。", "The id is missing or used twice.")),
      .label(.message("data-wrong-room"), words("房号空着，或者和别的重复。", "The number is missing or used twice.")),
      .label(.message("data-wrong-number"), words("这里要写大于零的数字。", "This must be a number above zero.")),
    ]
  }

  // MARK: Head

  private func head() -> Element {
    let declared = sheet.declared
    return Element("section") {
      Element("h2") { words("这次查看", "This visit") }
      fields.hidden(.inventory, "1", shape: "word")
      Element("div", [.label(.key, fields.spelling(.community)), .word("data-shape", "mapping")]) {
        fields.hidden(.district, declared.district)
        fields.hidden(.street, declared.street)
        fields.hidden(.name, declared.name)
        if let code = declared.code { fields.hidden(.code, code) }
        if let type = declared.communityType { fields.hidden(.type, fields.spelling(type), shape: "word") }
        if let form = declared.partyOrganization {
          fields.hidden(.partyOrganization, fields.spelling(form), shape: "word")
        }
      }
      Element("div", [.label(.key, fields.spelling(.survey)), .word("data-shape", "mapping")]) {
        Element("label", [.word("class", "field")]) {
          Element("span") { words.label(.date) }
          Element(
            "input",
            [
              .word("type", "date"), .label(.key, fields.spelling(.date)), .word("data-shape", "date"),
              .flag("data-today"),
            ])
        }
        fields.text(.by, nil)
        fields.choice(.viewpoint, FixedWords.viewpoint, nil)
        Element("fieldset") {
          Element("legend") { words("看了哪里", "What was looked at") }
          Element(
            "div",
            [.word("class", "zones"), .label(.key, fields.spelling(.covers)), .word("data-shape", "checks")]
          ) {
            zone("exterior", 0)
            zone("interior", 1)
          }
        }
      }
    }
  }

  private func zone(_ name: StaticString, _ index: WordIndex) -> Element {
    let word = FixedWords.zone[index]
    return Element("label") {
      Element(
        "input",
        [
          .word("type", "checkbox"), .flag("checked"), .word("data-zone", name),
          .label(.value, fields.spelling(word)),
        ])
      word.label[sheet.language]
    }
  }

  // MARK: The way

  private func stop(_ stop: Stop, _ index: Int) -> Element {
    Element("section") {
      Element("h2") { page.sentence(words.place(stop.place)) }
      for look in stop.looks { Element("p", [.word("class", "look")]) { page.sentence(look.question) } }
      if stop.signs.isEmpty, stop.removed.isEmpty {
        Element("p", [.word("class", "fine")]) { words("台账没有登记这里的牌。", "Nothing is declared here.") }
      }
      for (place, sign) in stop.signs.enumerated() { card(sign, Anchor("s", index, place)) }
      for (place, sign) in stop.removed.enumerated() { removedCard(sign, Anchor("r", index, place)) }
      adding(stop)
    }
  }

  /// What adds a sign that is not declared, at a place of this part of the way: its place, floor and room are known.
  private func adding(_ stop: Stop) -> Element {
    var here: [Attribute] = []
    if let floor = stop.floor { here.append(.label(.message("data-floor"), floor)) }
    if let room = stop.room { here.append(.label(.message("data-room"), room)) }
    let known = here
    return Element("div", [.word("class", "adding"), .flag("data-adding")]) {
      Element("p") { words("这里还有没登记的牌：", "One more sign here: ") }
      for spot in stop.spots {
        let word = fields.vocabulary.places[spot]
        button("sign", word.label[sheet.language], known + [.label(.message("data-place"), fields.spelling(word))])
      }
      if stop.hasOtherSpots {
        button("sign", stop.spots.isEmpty ? words("加一块", "add it") : words("别处", "elsewhere"), known)
      }
    }
  }

  private func zoneAttribute(_ sign: DeclaredSign) -> [Attribute] {
    let zone =
      sign.place.map { standard.vocabulary.places[Int($0)].zone }
      ?? sign.kind.flatMap { standard.vocabulary.kinds[Int($0)].home }
    switch zone {
    case .exterior: return [.word("data-in", "exterior")]
    case .interior: return [.word("data-in", "interior")]
    case nil: return []
    }
  }

  private func card(_ entry: SheetSign, _ name: Anchor) -> Element {
    let sign = entry.sign
    return Element(
      "article",
      [.word("class", "sign"), .flag("data-item"), .flag("data-choice")] + zoneAttribute(sign)
    ) {
      declared(sign)
      for problem in entry.problems { Element("p", [.word("class", "problem")]) { page.sentence(problem) } }
      for line in entry.wanted {
        Element("p", [.word("class", "fine")]) {
          words("规范：", "The standard: ")
          page.sentence(line)
        }
      }
      choices(name)
      let open = entry.looks.compactMap(\.key)
      if !entry.looks.isEmpty {
        for look in entry.looks { Element("p", [.word("class", "look")]) { page.sentence(look.question) } }
        fields.some(of: sign, where: { open.contains($0) })
      }
      Element("details") {
        Element("summary") { words("登记的各项（不同的在这里改）", "All that is declared (correct it here)") }
        fields.id(sign.id)
        fields.some(of: sign, where: { !open.contains($0) })
        fields.rest(of: sign)
      }
    }
  }

  /// What is declared of a sign.
  @MarkupBuilder private func declared(_ sign: DeclaredSign) -> [Node] {
    Element("h3") {
      page.outside(sign.id)
      if let kind = sign.values[.kind] {
        " "
        words.value(kind)
      }
    }
    Element("p", [.word("class", "words")]) { page.outside(words.wording(sign)) }
    let particulars = words.particulars(sign)
    if !particulars.isEmpty {
      Element("p", [.word("class", "fine")]) {
        words("登记：", "Declared: ")
        page.sentence(particulars)
      }
    }
    if let entries = sign.entries, !entries.isEmpty {
      Element("p", [.word("class", "fine")]) {
        words("条目：", "Entries: ")
        page.sentence(entries.map(words.entry).joined(separator: words("；", "; ")))
      }
    }
  }

  /// A sign that is declared as taken down. What is gone is written as taken down, what hangs again as hanging; what
  /// was not looked at is left out: nothing is claimed of it.
  private func removedCard(_ sign: DeclaredSign, _ name: Anchor) -> Element {
    Element(
      "article",
      [.word("class", "sign"), .flag("data-item"), .flag("data-choice"), .flag("data-removed")] + zoneAttribute(sign)
    ) {
      declared(sign)
      Element("p", [.word("class", "look")]) { words.removed(sign) }
      Element("div", [.word("class", "choice")]) {
        radio(name, "down", words("确已拆除", "It is gone"))
        radio(name, "again", words("现场还挂着", "It hangs there"))
        radio(name, "unseen", words("没查看", "Not looked at"))
      }
      fields.hidden(.state, fields.spelling(FixedWords.state[1]), shape: "word", only: "down")
      if let since = sign.values[.since] {
        fields.hidden(.since, since.canonical, shape: "date", only: "down")
      }
      Element("details") {
        Element("summary") { words("登记的各项（现场不同的在这里改）", "All that is declared (correct it here)") }
        fields.id(sign.id)
        fields.some(of: sign, where: { _ in true })
        fields.rest(of: sign)
      }
    }
  }

  private func choices(_ name: Anchor) -> Element {
    Element("div", [.word("class", "choice")]) {
      radio(name, "same", words("和登记一致", "As declared"))
      radio(name, "changed", words("有不同", "Differs"))
      radio(name, "gone", words("没有这块", "Not there"))
      radio(name, "unseen", words("没查看", "Not looked at"))
    }
  }

  private func radio(_ name: Anchor, _ value: StaticString, _ label: String) -> Element {
    Element("label") {
      Element("input", [.word("type", "radio"), .reference("name", name), .word("value", value)])
      Element("span") { label }
    }
  }

  private func button(_ what: StaticString, _ label: String, _ more: [Attribute] = []) -> Element {
    Element("button", [.word("type", "button"), .word("data-add", what)] + more) { "＋ \(label)" }
  }

  // MARK: Rooms

  private func rooms() -> Element {
    let declared = sheet.declared
    return Element("section") {
      Element("h2") { words("功能室", "Rooms") }
      Element("div", [.label(.key, fields.spelling(.facility)), .word("data-shape", "mapping")]) {
        if let facility = declared.facility { fields.hidden(.name, facility) }
        if let floors = declared.floors { fields.hidden(.floors, floors.joined(separator: "、"), shape: "names") }
        Element(
          "div",
          [.label(.key, fields.spelling(.rooms)), .word("data-shape", "list")]
            + (declared.rooms != nil ? [.flag("data-keep")] : [])
        ) {
          for room in declared.rooms ?? [] { fields.room(room) }
          button("room", words("加一间", "One more room"))
        }
      }
    }
  }

  // MARK: Saving

  private func saving() -> [Node] {
    [
      .element(
        Element("section", [.id(Anchor("copy")), .flag("hidden")]) {
          Element("h2") { words("保存的内容", "What was saved") }
          Element(
            "textarea",
            [.id(Anchor("yaml")), .flag("readonly"), .label(.aria, words("保存的台账", "The saved inventory"))])
        }),
      .element(
        Element("p") {
          Element("button", [.word("type", "button"), .id(Anchor("forget"))]) {
            words("清除记录，从头开始", "Forget all notes and start anew")
          }
        }),
      .element(
        Element("div", [.word("class", "bar")]) {
          Element("p") {
            words("还有 ", "Left: ")
            Element("span", [.id(Anchor("left"))]) { "0" }
            words(" 块没有看", "")
            " "
            Element("b", [.word("role", "status"), .id(Anchor("said"))])
          }
          Element("button", [.word("type", "button"), .word("class", "main"), .id(Anchor("save"))]) {
            words("保存", "Save")
          }
        }),
    ]
  }

  private func templates() -> [Node] {
    [
      .element(
        Element("template", [.id(Anchor("new-sign"))]) {
          Element("article", [.word("class", "sign"), .flag("data-item")]) {
            Element("h3") { words("没有登记的牌", "A sign that is not declared") }
            fields.id("")
            fields.some(of: nil, where: { _ in true })
            Element("details") {
              Element("summary") { words("更多", "More") }
              fields.rest(of: nil)
            }
            removal()
          }
        }),
      .element(Element("template", [.id(Anchor("new-room"))]) { fields.room(nil, removal()) }),
      .element(Element("template", [.id(Anchor("new-entry"))]) { fields.entry(nil, removal()) }),
    ]
  }

  private func removal() -> Element {
    Element("button", [.word("type", "button"), .word("data-remove", "1")]) { words("去掉这一项", "Take this out") }
  }
}

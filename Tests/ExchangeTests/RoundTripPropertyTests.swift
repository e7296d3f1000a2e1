import Diagnostics
import Exchange
import Inventory
import Spreadsheets
import Standard
import Testing

/// Whatever an inventory can say comes back from a spreadsheet, byte for byte.
@Suite("Generated inventories to spreadsheets and back")
struct RoundTripPropertyTests {
  /// Numbers that are the same at every run (SplitMix64).
  struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
    }

    mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(list.count)] }
    mutating func isLucky(_ percent: Int) -> Bool { roll(100) < percent }
  }

  /// Texts that mean something in a cell, in YAML or in an escape.
  static let texts =
    RoundTripTests.hostile + [
      "无", "none", " 无", "无 ", "\"无\"", "\"\"无\"\"", "\"", "\"\"", "\"甲\"", "\"甲", "甲\"", " ", "\n", "\u{3000}",
      "\u{A0}甲",
      "甲 ", " 甲", "\t甲", "甲\n", "\n甲", "甲\r\n乙", "甲、乙", "甲，乙", "甲;乙", "、", "甲、乙\n丙", "\"甲\"、\"乙\"", "\"甲、乙\"",
      "（无文字）", "（未登记）", "\"（未登记）\"", "合计", "小计：", "江畔街道合计", "注：甲", "备注:甲", "填表人：", "负责人", "1.5E3",
      "4.20202E+11", "１０１", "Ａ１", "１．５Ｅ３", "０１０１室", "1.0", "2400×600", "是", "否", "true", "外部", "2026年5月1日",
      "柳荫社区", "甲".padded(to: 200), "\u{200B}", "a\u{301}", "\u{1F1E8}\u{1F1F3}", "'甲", "''", "#N/A",
    ]

  /// Makes inventories.
  struct Maker {
    var dice: Dice
    let words: InventoryWords
    /// One in so many texts is a hostile one.
    var percent = 55

    mutating func text() -> FormValue {
      FormValue(.text(dice.isLucky(percent) ? dice.pick(texts) : dice.pick(["便民服务站", "综合文化服务中心", "某局", "101", "一楼"])))
    }

    /// A text that is not blank: as a name or in a list, a blank one is no text.
    mutating func filled() -> FormValue {
      while true {
        let value = text()
        if value.text?.unicodeScalars.allSatisfy(\.properties.isWhitespace) == false { return value }
      }
    }

    mutating func word(_ table: WordTable) -> FormValue {
      FormValue(.text(dice.pick(table.words).canonical))
    }

    mutating func date() -> FormValue {
      FormValue(.text(dice.pick(["2026-05-12", "0001-01-01", "9999-12-31", "2024-02-29", "1899-12-31"])))
    }

    mutating func number() -> FormValue {
      FormValue(.text(dice.pick(["1", "2400", "007", "600.5", "0.50", "999999999", "12.000"])))
    }

    mutating func names(_ most: Int) -> FormValue {
      FormValue(.list((0..<dice.roll(most + 1)).map { _ in filled() }))
    }

    /// Nobody, or departments: the word for nobody is no department.
    mutating func departments() -> FormValue {
      let names = (0..<1 + dice.roll(3)).map { _ in filled() }.filter { value in
        value.text.map(ComparedText.of).map { name in
          FixedWords.nobody.find(name) == nil && FixedWords.noDepartment.find(name) == nil
        } ?? false
      }
      return FormValue(.list(names.isEmpty ? [FormValue(.text("none"))] : names))
    }

    mutating func truth() -> FormValue { FormValue(.text(dice.pick(["true", "false"]))) }

    mutating func approval() -> FormValue {
      var approval = FormValue.empty
      for key in [InventoryKey.document, .authority, .level] where dice.isLucky(40) { approval.set([key], text()) }
      if dice.isLucky(40) { approval.set([.date], date()) }
      return approval
    }

    mutating func entry() -> FormValue {
      var entry = FormValue.empty
      for key in [InventoryKey.function, .room, .area] where dice.isLucky(60) { entry.set([key], text()) }
      if dice.isLucky(30) { entry.set([.special], truth()) }
      if dice.isLucky(30) { entry.set([.approval], approval()) }
      return entry
    }

    /// A name that no other has in compared form.
    mutating func name(_ taken: inout Set<String>) -> FormValue {
      while true {
        var name = filled()
        if let text = name.text, taken.contains(ComparedText.of(text)) {
          name = FormValue(.text(text + "\(dice.roll(10_000))"))
        }
        if let text = name.text, taken.insert(ComparedText.of(text)).inserted { return name }
      }
    }

    mutating func sign(_ taken: inout Set<String>) -> FormValue {
      var sign = FormValue.empty
      sign.set([.id], name(&taken))
      let tables: [(InventoryKey, WordTable)] = [
        (.kind, words.kinds), (.place, words.places), (.orientation, FixedWords.orientation),
        (.mounting, FixedWords.mounting), (.background, words.colours), (.lettering, words.colours),
        (.state, FixedWords.state),
      ]
      for (key, table) in tables where dice.isLucky(50) { sign.set([key], word(table)) }
      if dice.isLucky(70) { sign.set([.text], dice.isLucky(15) ? FormValue(.text("")) : text()) }
      for key in [InventoryKey.floor, .room, .material, .basis, .note] where dice.isLucky(40) {
        sign.set([key], text())
      }
      if dice.isLucky(40) { sign.set([.prominent], truth()) }
      if dice.isLucky(40) { sign.set([.since], date()) }
      if dice.isLucky(40) { sign.set([.order], FormValue(.text(dice.pick(["1", "007", "999999999"])))) }
      if dice.isLucky(40) { sign.set([.sizeMillimetres, .width], number()) }
      if dice.isLucky(40) { sign.set([.sizeMillimetres, .height], number()) }
      if dice.isLucky(40) { sign.set([.demandedBy], departments()) }
      if dice.isLucky(40) { sign.set([.approval], approval()) }
      if dice.isLucky(40) { sign.set([.photo], names(3)) }
      if dice.isLucky(40) { sign.set([.entries], FormValue(.list((0..<dice.roll(4)).map { _ in entry() }))) }
      return sign
    }

    mutating func inventory(_ community: String, street: String, district: String, site: String?) -> FormValue {
      var form = FormValue.empty
      form.set([.community, .district], FormValue(.text(district)))
      form.set([.community, .street], FormValue(.text(street)))
      form.set([.community, .name], FormValue(.text(community)))
      if dice.isLucky(40) { form.set([.community, .code], text()) }
      if dice.isLucky(40) { form.set([.community, .type], word(words.communityTypes)) }
      if dice.isLucky(40) { form.set([.community, .partyOrganization], word(words.partyOrganizations)) }
      if dice.isLucky(40) { form.set([.survey, .date], date()) }
      if dice.isLucky(40) { form.set([.survey, .by], text()) }
      if dice.isLucky(40) { form.set([.survey, .viewpoint], word(FixedWords.viewpoint)) }
      if dice.isLucky(40) {
        form.set([.survey, .covers], FormValue(.list((0..<1 + dice.roll(2)).map { _ in word(FixedWords.zone) })))
      }
      if let site { form.set([.facility, .name], FormValue(.text(site))) }
      if dice.isLucky(40) { form.set([.facility, .floors], names(3)) }
      var taken: Set<String> = []
      if dice.isLucky(60) {
        let rooms = (0..<dice.roll(4)).map { _ in
          var room = FormValue.empty
          room.set([.number], name(&taken))
          if dice.isLucky(50) { room.set([.floor], text()) }
          if dice.isLucky(70) { room.set([.functions], names(3)) }
          if dice.isLucky(40) { room.set([.demandedBy], departments()) }
          return room
        }
        form.set([.facility, .rooms], FormValue(.list(rooms)))
      }
      taken = []
      form.set([.signs], FormValue(.list((0..<dice.roll(6)).map { _ in sign(&taken) })))
      return form
    }
  }

  /// Inventories of a district or two, as their YAML is read; each community and site once.
  static func inventories(seed: UInt64) throws -> [FormValue] {
    let words = try Support.words()
    var maker = Maker(dice: Dice(state: seed), words: words)
    let districts = maker.dice.isLucky(30) ? ["临江区", "沿河区"] : ["临江区"]
    var forms: [FormValue] = []
    var taken: Set<[String]> = []
    for number in 0..<1 + maker.dice.roll(5) {
      let hostile = maker.dice.isLucky(40) ? maker.filled().text : nil
      let name = hostile ?? "社区\(number)"
      let street = maker.dice.isLucky(25) ? maker.filled().text ?? "" : "江畔街道"
      let district = maker.dice.pick(districts)
      var sites: [String?] = [nil]
      if maker.dice.isLucky(30) { sites = [maker.text().text, nil, "二号点"] }
      for site in sites {
        let key = [
          district, ShortNames.short(ComparedText.of(street), words.shortNames.street),
          ShortNames.short(ComparedText.of(name), words.shortNames.community), ComparedText.of(site ?? ""),
        ]
        if taken.insert(key).inserted {
          forms.append(maker.inventory(name, street: street, district: district, site: site))
        }
      }
    }
    // What is compared is what a reader makes of it.
    return try forms.map { form in
      let yaml = InventoryYAML(form, words: words, language: .zh)
      let read = try Support.forms(yaml.bytes, file: "a.yaml")
      return try #require(read.first, "seed \(seed): \(String(decoding: yaml.bytes, as: UTF8.self))")
    }
  }

  @Test("keep every byte through import, export and import again", arguments: 0..<60)
  func kept(seed: Int) throws {
    let words = try Support.words()
    let language = seed % 2 == 0 ? Language.zh : .en
    var forms = try Self.inventories(seed: UInt64(seed))
    func yaml(_ forms: [FormValue]) -> [String] {
      forms.map { String(decoding: InventoryYAML($0, words: words, language: .zh).bytes, as: UTF8.self) }
    }
    let before = yaml(forms)
    for _ in 0..<2 {
      let sources = forms.map { FormBook.Source(form: $0, file: "a.yaml") }
      let book = FormBook(sources, words: words, language: language)
      #expect(book.diagnostics.isEmpty)
      let bytes = try FormWorkbook(book.sheets, wordSheet: FormBook.wordSheet, title: "台账", created: 1_767_225_600)
        .render()
      let result = try Support.imported(try XLSXReader.read(bytes), district: nil, language: language)
      // That a community has no sign is said, and nothing else.
      #expect(result.said.count { $0.hasSuffix("一块牌子也没有挂") } == result.said.count, "seed \(seed)")
      #expect(result.said.count == forms.count { $0[[.signs]]?.items.isEmpty != false }, "seed \(seed)")
      forms = result.forms
      let after = yaml(forms)
      #expect(after.count == before.count, "seed \(seed)")
      for (one, other) in zip(before, after) where !one.utf8.elementsEqual(other.utf8) {
        let (left, right) = (one.split(separator: "\n"), other.split(separator: "\n"))
        let first = zip(left, right).first { $0 != $1 }
        Issue.record("seed \(seed): \(String(describing: first)) \(left.count) \(right.count)")
      }
    }
  }

  @Test("keep what looks like a mark of a cell, and what offices write between quotes stays as it is")
  func quotes() throws {
    let grid = Support.sheet(
      "标识牌", ["街道|社区|编号|文字|要求部门|批准文号", "江畔街道|柳荫社区|W1|\"甲\"|\"某局\"|", "||W2|\"（无文字）\"|\"甲 \"、\"甲、乙\"|（未登记）"])
    let result = try Support.imported([grid])
    #expect(result.errors.isEmpty)
    let signs = try #require(result.forms.first?[[.signs]]?.items)
    #expect(signs[0][[.text]]?.text == "\"甲\"")
    #expect(signs[0][[.demandedBy]]?.items.map(\.text) == ["\"某局\""])
    #expect(signs[1][[.text]]?.text == "（无文字）")
    #expect(signs[1][[.approval]] == .empty)
    #expect(signs[1][[.demandedBy]]?.items.map(\.text) == ["甲 ", "甲、乙"])
  }
}

extension String {
  /// The text written so often.
  fileprivate func padded(to count: Int) -> String { String(repeating: self, count: count) }
}

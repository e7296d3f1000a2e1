import Diagnostics
import Exchange
import Foundation
import Inventory
import Spreadsheets
import Testing

/// Export, import, export and import again.
@Suite("Inventories to spreadsheets and back")
struct RoundTripTests {
  /// The inventories of all samples that can be read, each community and site once.
  static func samples() throws -> [FormBook.Source] {
    var sources: [FormBook.Source] = []
    var seen: Set<[String?]> = []
    let files = try #require(FileManager.default.enumerator(at: Support.samples, includingPropertiesForKeys: nil))
    let urls = files.compactMap { $0 as? URL }.filter { $0.pathExtension == "yaml" }
    for url in urls.sorted(by: { $0.path < $1.path }) {
      for form in try Support.forms([UInt8](Data(contentsOf: url)), file: url.lastPathComponent) {
        let key = [
          form[[.community, .street]]?.text, form[[.community, .name]]?.text?.replacing("居委会", with: ""),
          form[[.facility, .name]]?.text,
        ]
        if seen.insert(key).inserted { sources.append(FormBook.Source(form: form, file: url.lastPathComponent)) }
      }
    }
    return sources
  }

  static func workbook(_ sources: [FormBook.Source], _ language: Language) throws -> [UInt8] {
    let book = FormBook(sources, words: try Support.words(), language: language)
    #expect(book.diagnostics.isEmpty)
    return try FormWorkbook(book.sheets, wordSheet: FormBook.wordSheet, title: "台账", created: 1_767_225_600).render()
  }

  @Test("gives all samples as they were", arguments: [Language.zh, .en])
  func samples(language: Language) throws {
    var sources = try Self.samples()
    // The second inventory of one community is what the sample is about; in sheets they would be one.
    sources.removeAll { $0.file == "dukou_2.yaml" }
    #expect(sources.count > 15)
    let words = try Support.words()
    let bytes = try Self.workbook(sources, language)
    let first = try Support.imported(try XLSXReader.read(bytes), district: nil)
    #expect(first.errors.isEmpty)
    #expect(first.forms.count == sources.count)
    for (source, form) in zip(sources, first.forms) {
      let before = InventoryYAML(source.form, words: words, language: .zh)
      let after = InventoryYAML(form, words: words, language: .zh)
      #expect(Self.plain(before) == Self.plain(after))
    }
    let exported = try Self.workbook(
      zip(sources, first.forms).map { FormBook.Source(form: $1, file: $0.file) }, language)
    #expect(try Support.imported(try XLSXReader.read(exported), district: nil).forms == first.forms)
  }

  /// An inventory with full-width digits made plain, as an import makes them in numbers of rooms.
  private static func plain(_ yaml: InventoryYAML) -> String {
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: yaml.bytes, as: UTF8.self).unicodeScalars {
      let isWide = (0xFF10...0xFF19).contains(scalar.value)
      text.append(isWide ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar)
    }
    return String(text)
  }

  @Test("refuses two inventories of one community and site, in any spelling of its name")
  func repeated() throws {
    let forms = ["渡口社区", "渡口社区居委会"].map { name in
      var form = FormValue.empty
      form.set([.community, .district], FormValue(.text("临江区")))
      form.set([.community, .street], FormValue(.text("江畔街道")))
      form.set([.community, .name], FormValue(.text(name)))
      return FormBook.Source(form: form, file: "\(name).yaml")
    }
    let book = FormBook(forms, words: try Support.words(), language: .zh)
    #expect(book.diagnostics.map(\.message.zh) == ["渡口社区居委会.yaml：和 渡口社区.yaml 是同一个社区，表格里会混在一起"])
  }

  /// Texts that a YAML reader, a spreadsheet or an escape could change.
  static let hostile = [
    "no", "Null", "~", "0101", "1e3", "2026-05-01", "8:30", "- a", "a: b", "a #b", "#", "&a", "*a", "!a", "|", ">", "%",
    "@", "`", "'", "\"", "\\", "[a]", "{a}", "?", ":", "=1+1", "+1", "-1", "@a", "名称：值", "a\nb", "a\tb", "a\rb",
    "\u{1B}[31m", "\u{0}", "\u{85}", "\u{2028}", "\u{202E}a", "\u{FEFF}a", "\u{FFFE}", "\u{E000}", "a\u{301}",
    "\"\u{301}", "_x000D_", "_x005F_x000D_", "_x", "𠀀", "😀", "<b>&amp;]]>", "x  y", "\u{A0}x", "……", "（无）", "on", "Y",
    "---", "...", "'a'", "true", "0x10", "1_000", ".5", "<<", "=", "值 # 不是注释", "a:", ":a", "a,b", "？",
  ]

  @Test("keeps hostile texts through our reader of YAML", arguments: [Language.zh, .en])
  func yaml(language: Language) throws {
    let form = Self.form(Self.hostile)
    let yaml = InventoryYAML(form, words: try Support.words(), language: language)
    let read = try Support.forms(yaml.bytes, file: "a.yaml")
    #expect(read == [form])
    #expect(yaml.origins.count == yaml.bytes.count { $0 == 0x0A })
  }

  @Test("keeps hostile texts through a spreadsheet")
  func spreadsheet() throws {
    // White space at the ends of a cell does not belong to the text.
    let texts = Self.hostile.filter { text in
      text.unicodeScalars.first?.properties.isWhitespace == false
        && text.unicodeScalars.last?.properties.isWhitespace == false
    }
    let form = Self.form(texts)
    let bytes = try Self.workbook([FormBook.Source(form: form, file: "a.yaml")], .zh)
    #expect(try Support.imported(try XLSXReader.read(bytes)).forms == [form])
  }

  private static func form(_ texts: [String]) -> FormValue {
    var form = FormValue.empty
    form.set([.community, .district], FormValue(.text("临江区")))
    form.set([.community, .street], FormValue(.text("江畔街道")))
    form.set([.community, .name], FormValue(.text("柳荫社区")))
    for (number, text) in texts.enumerated() {
      var sign = FormValue.empty
      sign.set([.id], FormValue(.text("W\(number)")))
      sign.set([.text], FormValue(.text(text)))
      form.append(.signs, sign)
    }
    return form
  }

  @Test("tells lists without names, marks without words and names with separators from absence")
  func lists() throws {
    let yaml = """
      community: {district: 临江区, street: 江畔街道, name: 柳荫社区}
      facility:
        floors: ["1", "2"]
        rooms:
          - {number: "101", functions: []}
          - {number: "102", functions: ["妇女、儿童之家"], demanded_by: [甲局, "乙、丙局"]}
          - {number: "103"}
      signs:
        - {id: W1, text: "", entries: [], demanded_by: 无, photo: a.jpg}
        - {id: W2, entries: [{function: 便民服务站, special: false}]}

      """
    let form = try #require(try Support.forms(Array(yaml.utf8), file: "a.yaml").first)
    let bytes = try Self.workbook([FormBook.Source(form: form, file: "a.yaml")], .zh)
    let result = try Support.imported(try XLSXReader.read(bytes))
    #expect(result.errors.isEmpty)
    #expect(result.forms == [form])
    var without = form
    without.set([.facility, .rooms], FormValue(.list([])))
    let empty = try Self.workbook([FormBook.Source(form: without, file: "a.yaml")], .zh)
    #expect(try Support.imported(try XLSXReader.read(empty)).forms == [without])
  }

  @Test("makes a template whose heads are all known, with the words of the standard to choose from")
  func template() throws {
    let book = FormBook([], words: try Support.words(), language: .zh)
    #expect(book.sheets.map(\.title) == ["社区", "功能室", "标识牌", "条目"])
    for sheet in book.sheets { #expect(sheet.columns.allSatisfy { !$0.note.isEmpty }) }
    // The community and the number of a row stay in sight, and stand on every page.
    #expect(
      book.sheets.map { sheet in sheet.names.map { $0.map { sheet.columns[$0].title } } ?? [] } == [
        ["社区"], ["社区", "房号"], ["社区", "编号"], ["社区", "标识牌编号"],
      ])
    let places = try #require(book.sheets[2].columns.first { $0.title == "位置" })
    #expect(places.choices.contains("大门上方"))
    let grids = try XLSXReader.read(
      try FormWorkbook(book.sheets, wordSheet: FormBook.wordSheet, title: "台账", created: 1_767_225_600).render())
    #expect(grids.count == 5)
    #expect(grids[4].isHidden)
    let result = try Support.imported(grids)
    #expect(result.said.isEmpty)
    #expect(result.forms.isEmpty)
  }
}

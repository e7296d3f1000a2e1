import Diagnostics
import Inventory
import Testing

@Suite("What is wrong with an inventory is said")
struct ProblemTests {
  @Test("all of it in one go, in the order of the lines")
  func together() {
    let text = """
      inventory: 2
      comunity: {}
      community: {district: 临江区, street: 江畔街道, town: 甲}
      survey: {date: 2026-02-30, viewpoint: from-outside, covers: [outside]}
      facility:
        rooms: [{number: "101", functions: 便民服务站}, {floor: "1"}, {number: １０１}]
      signs:
        - {id: W1, kind: service-centre, order: 0}
        - {kind: other, prominent: maybe}
        - {id: W1, size_mm: {width: 2.4m}, entries: [{fuction: 甲}]}

      """
    #expect(
      Read.inventory(text).said == [
        "1:12 unknown format version `2`", "2:1 the inventory has no key `comunity`",
        "3:42 `community` has no key `town`", "3:12 `community` lacks the required key `name`",
        "4:16 `2026-02-30` is no date that exists", "4:39 `viewpoint` has no word `from-outside`",
        "4:62 `covers` has no word `outside`",
        "6:38 `functions` must be a list (each item begins with `- `), but this is a text",
        "6:46 a room lacks the required key `number`", "6:69 the number `１０１` stands here twice",
        "8:20 `kind` has no word `service-centre`", "8:43 `order` must be a whole number above zero, not `0`",
        "9:30 `prominent` has no word `maybe`", "9:5 a sign lacks the required key `id`",
        "10:31 `width` must be a number above zero, not `2.4m`", "10:49 an entry has no key `fuction`",
        "10:10 the id `W1` stands here twice",
      ])
  }

  /// Where an unknown key stands, and the known one that is nearest.
  @Test(arguments: [
    ("标识排: []", "标识牌"), ("facilty: {}", "facility"), ("survey: {data: 2026-01-01}", "date"),
    ("采集: {视点: 面向大门}", "视角"), ("facility: {room: []}", "rooms"), ("facility: {rooms: [{numbers: \"1\"}]}", "number"),
    ("facility: {floor: []}", "floors"), ("survey: {viewpiont: facing-out}", "viewpoint"),
  ])
  func unknownKeys(_ fields: String, _ nearest: String) {
    let read = Read.diagnosed(Read.head + "signs: []\n" + fields + "\n")
    #expect(read.diagnostics.first { $0.help?.en == "did you mean `\(nearest)`?" }?.location?.range.start.line == 3)
  }

  @Test(arguments: [
    ("orientaton: vertical", "orientation"), ("类型: 其他", "类别"), ("font: 宋体", nil), ("colour: red", nil),
    ("demand_by: 某局", "demanded_by"), ("底 色: 白", "底色"), ("Kind: other", "kind"),
    ("entries: [{rooms: \"1\"}]", "room"), ("approval: {documents: 一}", "document"), ("size_mm: {widht: 1}", "width"),
    ("显箸: 是", "显著"), ("ｋind: other", "kind"),
  ])
  func unknownKeysOfASign(_ field: String, _ nearest: String?) {
    let read = Read.diagnosed(Read.head + "signs: [{id: A, \(field)}]\n")
    #expect(read.diagnostics.count == 1)
    #expect(read.diagnostics.first?.message.en.contains("has no key") == true)
    if let nearest {
      #expect(read.diagnostics.first?.help?.en == "did you mean `\(nearest)`?")
    } else {
      #expect(read.diagnostics.first?.help?.en.hasPrefix("known keys: ") == true)
    }
  }

  @Test(arguments: [
    ("kind: service-centre", "service-center"), ("kind: 居委会牌", nil), ("kind: 党员服务中心", "党群服务中心"),
    ("place: entrance left", "entrance-left"), ("位置: 大门左边", "大门左侧"), ("background: wite", "white"),
    ("字色: 红颜色", "红色"), ("mounting: 钉", nil), ("state: removd", "removed"),
    ("orientation: Horizontal", "horizontal"),
    ("prominent: ture", "true"), ("kind: Other", "other"), ("kind: 标语", nil), ("orientation: ｖertical", "vertical"),
  ])
  func unknownWords(_ field: String, _ nearest: String?) {
    let read = Read.diagnosed(Read.head + "signs: [{id: A, \(field)}]\n")
    #expect(read.diagnostics.count == 1)
    #expect(read.diagnostics.first?.message.en.contains("has no word") == true)
    if let nearest {
      #expect(read.diagnostics.first?.help?.en == "did you mean `\(nearest)`?")
    } else {
      #expect(read.diagnostics.first?.help?.en.hasPrefix("known words: ") == true)
    }
  }

  @Test("a key in both spellings, with both places")
  func duplicates() {
    let read = Read.diagnosed(Read.head + "signs:\n  - id: A\n    prominent: yes\n    醒目: 是\n    显著: 是\n")
    #expect(
      read.diagnostics.map(Read.line) == ["5:5 the key `醒目` stands here twice", "6:5 the key `显著` stands here twice"])
    #expect(read.diagnostics.map { $0.related.map(\.location.range.start.line) } == [[4], [4]])
    let same = Read.diagnosed(Read.head + "signs: []\nsigns: []\n标识牌: []\n")
    #expect(same.diagnostics.map(\.location?.range.start.line) == [3, 4])
  }

  @Test("an id or a room number that is the same after NFKC and without white space, with both places")
  func repeated() {
    let read = Read.diagnosed(
      Read.head + "facility: {rooms: [{number: 甲 1}, {number: \"甲１\"}]}\nsigns: [{id: W1}, {id: Ｗ１}, {id: w1}]\n")
    #expect(
      read.diagnostics.map(Read.line) == [
        "2:44 the number `甲１` stands here twice", "3:24 the id `Ｗ１` stands here twice",
      ])
    #expect(read.diagnostics.map { $0.related.map { $0.location.range.start.column } } == [[29], [14]])
  }

  @Test(
    "a value of the wrong shape",
    arguments: [
      ("- a\n", "1:1"), ("甲\n", "1:1"), ("community: 柳荫\nsigns: []\n", "1:12"), (Read.head + "signs: {id: A}\n", "2:8"),
      (Read.head + "signs: W1\n", "2:8"), (Read.head + "signs:\n", "2:7"), (Read.head + "signs: [W1]\n", "2:9"),
      (Read.head + "signs: [[]]\n", "2:9"), (Read.head + "signs: []\nsurvey: []\n", "3:9"),
      (Read.head + "signs: []\nsurvey: {covers: exterior}\n", "3:18"),
      (Read.head + "signs: []\nsurvey: {covers: []}\n", "3:18"),
      (Read.head + "signs: []\nfacility: {rooms: 3}\n", "3:19"),
      (Read.head + "signs: []\nfacility: {floors: 1}\n", "3:20"),
      (Read.head + "signs: []\nfacility: {rooms: [{number: \"1\", functions: [[甲]]}]}\n", "3:46"),
      (Read.head + "signs: [{id: [A]}]\n", "2:14"), (Read.head + "signs: [{id: A, text: {zh: 甲}}]\n", "2:23"),
      (Read.head + "signs: [{id: A, kind: [other]}]\n", "2:23"),
      (Read.head + "signs: [{id: A, size_mm: 2400x600}]\n", "2:26"),
      (Read.head + "signs: [{id: A, approval: 批准}]\n", "2:27"), (Read.head + "signs: [{id: A, entries: 便民}]\n", "2:26"),
      (Read.head + "signs: [{id: A, photo: {a: b}}]\n", "2:24"),
      (Read.head + "signs: [{id: A, since: [2026-01-01]}]\n", "2:24"),
      (Read.head + "signs: [{id: A, demanded_by: {a: b}}]\n", "2:30"),
    ])
  func shapes(_ text: String, _ place: String) {
    let said = Read.inventory(text).said
    #expect(said.contains { $0.hasPrefix(place + " ") }, "\(said)")
  }

  @Test(
    "zones that name nothing, which would leave everything unjudged",
    arguments: ["[]", "[~]", "[null, ~]", "[\"\"]", "\n    - "])
  func noZones(_ zones: String) {
    let said = Read.inventory(Read.head + "signs: []\nsurvey:\n  covers: \(zones)\n").said
    #expect(said == [zones.hasPrefix("\n") ? "5:5" : "4:11"].map { "\($0) `covers` is empty: nothing was surveyed" })
    // Beside a zone, an absent item says nothing.
    #expect(Read.inventory(Read.head + "signs: []\nsurvey: {covers: [~, exterior]}\n").said == [])
  }

  @Test("a required field, where its mapping stands")
  func required() {
    #expect(Read.inventory("signs: []\n").said == ["1:1 the inventory lacks the required key `community`"])
    #expect(Read.inventory(Read.head).said == ["1:1 the inventory lacks the required key `signs`"])
    #expect(
      Read.inventory("community: {district: \"\", street: ~, name: null}\nsigns: []\n").said.map { $0.suffix(8) }
        == ["istrict`", "`street`", "y `name`"])
    #expect(
      Read.inventory(Read.head + "signs:\n  - kind: other\n  -\n").said == [
        "3:5 a sign lacks the required key `id`", "4:4 a sign lacks the required key `id`",
      ])
  }

  @Test("nobody and a department at once")
  func nobodyAndSomebody() {
    #expect(Read.sign("demanded_by: [无, 某局]").said == ["2:31 `demanded_by` names departments and nobody at once"])
  }

  @Test("in both languages, each time with a place")
  func languages() {
    let text = "community: {区: [], x: 1}\nsigns: [{kind: x, order: x, since: x, 高: 1}]\nsurvey: {covers: []}\n"
    let diagnostics = Read.diagnosed(text).diagnostics
    #expect(diagnostics.count == 11)
    for diagnostic in diagnostics {
      #expect(diagnostic.location?.file == "f.yaml")
      #expect(diagnostic.severity == .error)
      #expect(diagnostic.message.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
      #expect(!diagnostic.message.en.unicodeScalars.contains { (0x3000...0x303F).contains($0.value) })
    }
  }

  @Test("and what can be read of the community is")
  func names() {
    let read = Read.inventory("community: {district: 临江区, street: 江畔街道办事处, name: 柳荫居委会, colour: 1}\n").inventory
    #expect(read.community.isNamed)
    #expect(read.string(read.community.shortStreet) == "江畔街道")
    #expect(read.string(read.community.shortName) == "柳荫社区")
  }
}

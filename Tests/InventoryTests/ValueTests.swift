import Inventory
import Testing
import YAMLTree

@Suite("Values are read as the format says")
struct ValueTests {
  @Test(
    "texts as they are written",
    arguments: [
      ("0101", "0101"), ("010203", "010203"), ("no", "no"), ("on", "on"), ("8:30", "8:30"),
      ("2024-01-01", "2024-01-01"),
      ("1e3", "1e3"), ("true", "true"), ("'~'", "~"), ("\"null\"", "null"), ("NULL", "NULL"), ("\" a \"", " a "),
      ("0x1F", "0x1F"),
      ("１２", "１２"),
    ])
  func texts(_ written: String, _ read: String) {
    let (sign, inventory, said) = Read.sign("text: \(written)")
    #expect(said == [])
    #expect(sign.text.isRecorded)
    #expect(inventory.string(sign.text) == read)
    let id = Read.inventory(Read.head + "signs: [{id: \(written)}]\n")
    #expect(id.said == [])
    #expect(id.inventory.string(id.inventory.signs[0].id) == read)
  }

  @Test("absence: plain empty, ~ and null", arguments: ["", "~", "null"])
  func absence(_ written: String) {
    let (sign, inventory, said) = Read.sign(
      "text: \(written), kind: \(written), since: \(written), order: \(written), prominent: \(written), entries: \(written), "
        + "demanded_by: \(written), approval: \(written), size_mm: \(written), photo: \(written), room: \(written) ")
    #expect(said == [])
    #expect(!sign.text.isRecorded && !sign.kind.isRecorded && !sign.entries.isRecorded && !sign.demandedBy.isRecorded)
    #expect(sign.since.value == nil && sign.order.value == nil && sign.prominent.value == nil && !sign.room.isRecorded)
    #expect(sign.approval.node == UInt32.max)
    #expect(inventory.entries.isEmpty)
  }

  @Test("an empty text is a value for `text` alone")
  func emptyText() {
    let (sign, inventory, said) = Read.sign(
      #"text: "", kind: "", place: '', since: "", order: "", room: "", floor: '', demanded_by: "", note: "", basis: """#
    )
    #expect(said == [])
    #expect(sign.text.isRecorded && inventory.string(sign.text).isEmpty)
    #expect(!sign.kind.isRecorded && !sign.place.isRecorded && !sign.room.isRecorded && !sign.floor.isRecorded)
    #expect(!sign.demandedBy.isRecorded && sign.since.value == nil && sign.order.value == nil && !sign.basis.isRecorded)
    #expect(
      Read.inventory(Read.head + "signs: [{id: \"\"}]\n").said == ["2:9 a sign lacks the required key `id`"])
  }

  @Test("an empty list is recorded, and none")
  func emptyLists() {
    let read = Read.inventory(
      Read.head
        + "facility: {floors: [], rooms: [{number: \"1\", functions: []}]}\nsigns: [{id: A, entries: [], demanded_by: []}]\n"
    )
    #expect(read.said == [])
    #expect(read.inventory.floors?.isEmpty == true)
    #expect(read.inventory.hasRooms)
    #expect(read.inventory.rooms[0].functions.isRecorded && read.inventory.rooms[0].functions.range.isEmpty)
    #expect(read.inventory.signs[0].entries.isRecorded && read.inventory.signs[0].demandedBy.isRecorded)
    #expect(!Read.inventory(Read.head + "signs: []\n").inventory.hasRooms)
  }

  @Test(
    "truth values",
    arguments: [
      ("true", true), ("yes", true), ("是", true), ("false", false), ("no", false), ("否", false), ("\"是\"", true),
    ])
  func truth(_ written: String, _ value: Bool) {
    let (sign, inventory, said) = Read.sign("prominent: \(written), entries: [{special: \(written)}]")
    #expect(said == [])
    #expect(sign.prominent.value == value)
    #expect(inventory.entries[0].special.value == value)
  }

  @Test("no other truth values", arguments: ["True", "YES", "on", "1", "对", "y"])
  func noTruth(_ written: String) {
    #expect(Read.sign("prominent: \(written)").said == ["2:28 `prominent` has no word `\(written)`"])
  }

  @Test("numbers in plain digits", arguments: [("1", 1.0), ("007", 7), ("999999999", 999_999_999), ("\"12\"", 12)])
  func numbers(_ written: String, _ value: Double) {
    let (sign, _, said) = Read.sign("order: \(written), size_mm: {width: \(written), height: 0.5}")
    #expect(said == [])
    #expect(sign.order.value == value && sign.width.value == value && sign.height.value == 0.5)
  }

  @Test(
    "nothing else as a number",
    arguments: [
      "0", "-1", "+1", "１", "1e3", "0x10", "nan", "inf", "1,000", "2400mm", "一", ".5", "5.", "1.2.3", "1 2",
      "1234567890", "1_0",
    ])
  func noNumbers(_ written: String) {
    #expect(Read.sign("size_mm: {width: \(written)}").said.count == 1, "\(written)")
    #expect(Read.sign("order: \"\(written)\"").said.count == 1, "\(written)")
  }

  @Test("a position is whole")
  func whole() {
    #expect(Read.sign("order: 1.5").said == ["2:24 `order` must be a whole number above zero, not `1.5`"])
  }

  @Test(
    "dates that exist",
    arguments: ["2026-05-20", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "\"2026-05-20\""])
  func dates(_ written: String) {
    let (sign, _, said) = Read.sign("since: \(written)")
    #expect(said == [])
    #expect(sign.since.value?.description == written.filter { $0 != "\"" })
  }

  @Test(
    "no other dates",
    arguments: [
      "2026-02-30", "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01",
      "2026-1-1",
      "2026/05/01", "2026.05.01", "20260501", "二〇二六年", "2026年5月1日", "2026-05", "2026-05-20T00:00:00Z", "2026-05-20 ",
      "+2026-05-20",
      "２０２６-05-20", "2026-W20-3", "10000-01-01",
    ])
  func noDates(_ written: String) {
    #expect(Read.sign("since: \"\(written)\"").said == ["2:24 `\(written)` is no date that exists"])
    let everywhere = Read.inventory(
      Read.head + "survey: {date: \"\(written)\"}\nsigns: [{id: A, approval: {date: \"\(written)\"}}]\n")
    #expect(everywhere.said.count == 2)
  }

  @Test("who demanded it")
  func demands() {
    func departments(_ written: String) -> [String]? {
      let (sign, inventory, said) = Read.sign("demanded_by: \(written)")
      #expect(said == [])
      return sign.demandedBy.isRecorded ? inventory.names[sign.demandedBy.range].map { inventory.string($0) } : nil
    }
    #expect(departments("某局") == ["某局"])
    #expect(departments("[甲局, 乙局]") == ["甲局", "乙局"])
    #expect(departments("none") == [])
    #expect(departments("无") == [])
    #expect(departments("[无]") == [])
    #expect(departments("\" 无 \"") == [])
    #expect(departments("[]") == [])
    #expect(departments("~") == nil)
    #expect(departments("无锡某局") == ["无锡某局"])
  }

  @Test("what the survey covers")
  func covers() {
    func covers(_ survey: String) -> [Bool] {
      let survey = Read.inventory(Read.head + "signs: []\nsurvey: {\(survey)}\n").inventory.survey
      return [survey.covers(.exterior), survey.covers(.interior)]
    }
    #expect(covers("by: 甲") == [true, true])
    #expect(covers("covers: ~") == [true, true])
    #expect(covers("covers: [exterior]") == [true, false])
    #expect(covers("范围: [内部]") == [false, true])
    #expect(covers("covers: [内部, exterior, 内部]") == [true, true])
  }

  @Test(
    "wordings are compared after NFKC and without white space, and kept as written",
    arguments: [
      ("柳荫 社区", "柳荫社区"), ("\"柳\\u3000荫\\u00a0社\\n区\"", "柳荫社区"), ("１０１Ａ", "101A"), ("⼤厅", "大厅"), ("㈱甲", "(株)甲"),
      ("é", "é"), ("\"e\\u0301\"", "é"), ("羽\u{FA1E}", "羽羽"), ("A-b", "A-b"), ("（一）", "(一)"), ("〔2026〕", "〔2026〕"),
    ])
  func compared(_ written: String, _ form: String) {
    let (sign, inventory, said) = Read.sign("text: \(written)")
    #expect(said == [])
    #expect(inventory.comparedString(sign.text).unicodeScalars.elementsEqual(form.unicodeScalars))
    if !written.hasPrefix("\"") {
      #expect(inventory.string(sign.text).unicodeScalars.elementsEqual(written.unicodeScalars))
    }
  }

  @Test(
    "names of official lists are brought to the short form",
    arguments: [
      ("磁湖居委会", "磁湖社区"), ("磁湖社区居委会", "磁湖社区"), ("磁湖社区居民委员会", "磁湖社区"), ("磁湖居民委员会", "磁湖社区"), ("磁湖社区", "磁湖社区"),
      ("磁湖管理区", "磁湖管理区"), ("居委会", "居委会"), ("磁湖 社区 居委会", "磁湖 社区 居委会"),
    ])
  func shortNames(_ written: String, _ short: String) {
    let read = Read.inventory("community: {district: 区, street: 某街道办事处, name: \(written)}\nsigns: []\n").inventory
    #expect(read.string(read.community.shortStreet) == "某街道")
    if !written.contains(" ") { #expect(read.string(read.community.shortName) == short) }
    #expect(read.comparedString(read.community.shortName) == (written.contains(" ") ? "磁湖社区" : short))
  }

  @Test("one reading leaves nothing to the next")
  func reuse() {
    var inventory = Inventory()
    for text in [SpellingTests.english, Read.head + "signs: [{id: A}]\n"] {
      let read = Read.inventory(text)
      inventory.tree = read.inventory.tree
      var problems = Problems(file: "f")
      inventory.read(root: inventory.tree.root, words: Read.words, &problems)
      #expect(problems.diagnostics == [])
    }
    #expect(inventory.rooms.isEmpty && inventory.entries.isEmpty && inventory.floors == nil && !inventory.hasRooms)
    #expect(inventory.signs.count == 1 && !inventory.community.code.isRecorded && inventory.survey.date.value == nil)
  }

  @Test(
    "a blank item of a list is not recorded, and neither is a list of nothing else",
    arguments: ["~", "null", "\"\"", "\" \"", "\"\u{3000}\""])
  func blankItems(_ blank: String) {
    let alone = Read.sign("demanded_by: [\(blank)]")
    #expect(!alone.sign.demandedBy.isRecorded)
    #expect(alone.said == ["2:31 an item of `demanded_by` is blank: it counts as not recorded"])
    let beside = Read.sign("demanded_by: [\(blank), 区民政局, ~]")
    #expect(beside.sign.demandedBy.isRecorded)
    #expect(beside.sign.demandedBy.range.count == 1)
    #expect(beside.said.count == 1)
    let rooms = Read.inventory(
      Read.head + "facility: {floors: [\(blank)], rooms: [{number: \"1\", functions: [\(blank)]}]}\nsigns: []\n")
    #expect(rooms.inventory.floors == nil)
    #expect(!rooms.inventory.rooms[0].functions.isRecorded)
    #expect(rooms.said.count == 2)
  }

  @Test("an empty list of departments is nobody, as the word is, also twice")
  func nobody() {
    for written in ["[]", "none", "[无]", "[无, none]"] {
      let read = Read.sign("demanded_by: \(written)")
      #expect(read.said == [])
      #expect(read.sign.demandedBy.isRecorded && read.sign.demandedBy.range.isEmpty)
    }
    #expect(Read.sign("demanded_by: [无, 区民政局]").said.count == 1)
  }

  @Test("white space alone is not recorded, but a text of it is a mark without words")
  func whiteSpace() {
    for blank in ["\" \"", "\"\u{3000}\"", "\"\u{A0} \"", "\"\u{2003}\""] {
      let (sign, _, said) = Read.sign("room: \(blank), material: \(blank), text: \(blank)")
      #expect(said == [])
      #expect(!sign.room.isRecorded && !sign.material.isRecorded)
      #expect(sign.text.isRecorded && sign.text.compared.count == 0)
      #expect(Read.inventory("community: {district: 甲区, street: 乙街道, name: \(blank)}\nsigns: []\n").said.count == 1)
    }
    #expect(Read.sign("material: \" 铜 \"").sign.material.isRecorded)
  }

  @Test("what is hardly a department is said to be none", arguments: ["没有", "不详", "/", "无部门", "unknown", "—"])
  func noDepartment(_ word: String) {
    for written in [word, "[区民政局, \(word)]"] {
      let read = Read.sign("demanded_by: \(written)")
      #expect(read.sign.demandedBy.isRecorded)
      #expect(read.said.count == 1 && read.said[0].hasSuffix("`\(word)` is hardly a department; it is counted as one"))
    }
  }
}

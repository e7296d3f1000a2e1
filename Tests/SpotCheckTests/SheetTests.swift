import Audit
import Diagnostics
import Foundation
import Inventory
import Reports
import SpotCheck
import Standard
import TestSupport
import Testing

/// What an inspector takes along.
@Suite("A sheet")
struct SheetTests {
  static func sheet(_ text: String, _ language: Language = .zh) -> Sheet {
    let read = Given.read(text)
    return SheetMaker(Trials.standard, language).sheet(
      read.inventory, read.verdicts, partyOrganization: nil, reasons: [BilingualText(zh: "甲", en: "a")])
  }

  static let text =
    Given.head() + """
      facility:
        floors: ["2", "1"]
        rooms: [{number: "101", floor: "1", functions: [便民服务站]}, {number: "201", floor: "2", functions: []}]
      signs:
        - {id: N3, kind: room-number, text: "101", place: room-door, room: "１０１"}
        - {id: N2, kind: institution-board, text: 财务制度, place: corridor-wall, floor: "1"}
        - {id: N1, kind: index-board, text: 索引, place: hall}
        - {id: W9, kind: display-panel, text: 展板, place: side-wall, demanded_by: none}
        - {id: W2, kind: party-organization, text: 中国共产党临江区江畔街道柳荫社区委员会, place: entrance-left}
        - {id: W3, kind: residents-committee}
        - {id: Z1, text: 某牌}
        - {id: Z2, kind: pennant, text: 锦旗, place: hall-wall, state: removed}
      """

  @Test("goes the way through the building: door, front, hall, floors and rooms in the facility's order")
  func way() {
    let stops = Self.sheet(Self.text).stops
    #expect(
      stops.map { "\($0.place): \($0.signs.map(\.sign.id).joined(separator: " "))" } == [
        "door: W2 W3", "front: W9", "hall: N1", "room(\"201\"): ", "floor(Optional(\"1\")): N2", "room(\"101\"): N3",
        "unknown: Z1",
      ])
  }

  @Test("asks one look for one unrecorded fact, however many rules wait for it")
  func looks() throws {
    let sheet = Self.sheet(Self.text)
    let signs = sheet.stops.flatMap(\.signs)
    let plate = try #require(signs.first { $0.sign.id == "W2" })
    #expect(plate.looks.map(\.key) == [.background, .lettering, .orientation])
    let second = try #require(signs.first { $0.sign.id == "W3" })
    #expect(Set(second.looks.compactMap(\.key)).count == second.looks.count)
    #expect(second.looks.contains { $0.key == .text })
    #expect(plate.wanted.first?.contains("中国共产党临江区江畔街道柳荫社区") == true)
    #expect(signs.first { $0.sign.id == "W9" }?.problems.count == 1)
    #expect(sheet.removed.map(\.id) == ["Z2"])
    #expect(sheet.stops.flatMap { stop in stop.removed.map { "\(stop.place) \($0.id)" } } == ["hall Z2"])
    #expect(sheet.wantedOutside.count == 5 && !sheet.wantedInside.isEmpty && !sheet.judgedOnSite.isEmpty)
  }

  static let openRooms =
    Given.head() + """
      facility:
        rooms:
          - {number: "101", floor: "1"}
          - {number: "102", functions: [便民服务站]}
          - {number: "103", floor: "1"}
      signs:
        - {id: N1, kind: room-number, text: 一室, place: room-door}
        - {id: N2, kind: index-board, place: hall, text: 索引}
        - {id: N3, text: 某牌}
        - {id: N4, kind: index-board, place: hall, text: 索引, entries: [{function: 创建, room: "101"}]}
      """

  @Test("names the room where a look is about one, in the first list and at the room, in every form")
  func rooms() throws {
    let sheet = Self.sheet(Self.openRooms)
    let asked = sheet.stops.map {
      "\($0.place): " + $0.looks.map { $0.key?.word.canonical ?? "?" }.joined(separator: " ")
    }
    #expect(
      asked.filter { $0.hasPrefix("room") } == [
        "room(\"101\"): functions", "room(\"103\"): functions", "room(\"102\"): floor ?",
      ])
    let paper = String(decoding: SheetReport.markdown(sheet), as: UTF8.self)
    for line in [
      "- [ ] 101室：“功能”没有登记\n", "- [ ] 103室：“功能”没有登记\n", "- [ ] 102室：“楼层”没有登记\n",
      "标识牌 N1 未登记“所在房号”，功能室 102 待核实", "## 101室\n\n登记：楼层 1  \n现场：\n\n- [ ] “功能”没有登记\n",
    ] { #expect(paper.contains(line), "\(line)") }
    let english = Self.sheet(Self.openRooms, .en)
    for page in [SheetReport.html(english), PhonePage.render(english, Trials.standard, file: "o.yaml")] {
      let text = String(decoding: page, as: UTF8.self)
      #expect(text.contains(">Room 101</bdi>: <bdi>`functions` is not recorded</bdi>"))
      #expect(text.components(separatedBy: "`functions` is not recorded").count == 5)
    }
  }

  @Test("asks for what every sign or room waits for once, where it is looked for")
  func once() {
    // Counts wait for the kind of N3, and boards for the functions of the rooms: asked at the sign and at the rooms.
    let sheet = Self.sheet(Self.openRooms)
    #expect(sheet.looks == [])
    #expect(sheet.stops.flatMap(\.signs).filter { $0.looks.contains { $0.key == .functions } } == [])
    #expect(sheet.stops.flatMap(\.signs).first { $0.sign.id == "N3" }?.looks.map(\.key) == [.kind])
    // Without rooms, one look for them, however many signs wait.
    let text =
      Given.head() + """
        signs:
          - {id: N1, kind: index-board, text: 索引, place: hall, entries: [{function: 便民服务站, room: "101"}]}
          - {id: N2, kind: floor-map, text: 图, place: stairwell, floor: "2", entries: [{function: 便民服务站, room: "101"}]}
        """
    let bare = Self.sheet(text)
    #expect(bare.looks.map(\.key) == [.rooms, .floors])
    #expect(bare.allLooks.filter { $0.look.key == .rooms }.count == 1)
  }

  @Test("sends the inspector also where only a sign hung that is declared as taken down, and leaves room to note it")
  func removed() {
    let text =
      Given.head()
      + "signs: [{id: R1, kind: pennant, text: 锦旗, place: corridor-wall, floor: \"3\", state: removed, since: 2026-03-01}]\n"
    let sheet = Self.sheet(text)
    #expect(sheet.stops.map(\.removed.count) == [0, 0, 0, 1])
    let paper = [SheetReport.html(sheet), SheetReport.markdown(sheet)].map { String(decoding: $0, as: UTF8.self) }
    for page in paper { #expect(page.contains("拆除，看是否确实拆了")) }
    #expect(paper[0].contains("□确已拆除　□现场还挂着："))
    let phone = String(decoding: PhonePage.render(sheet, Trials.standard, file: "o.yaml"), as: UTF8.self)
    for words in [
      "data-removed", "value=\"down\"", "value=\"again\"", "value=\"unseen\"",
      "data-key=\"状态\" data-shape=\"word\" value=\"已拆除\" data-only=\"down\"",
      "data-key=\"起始日期\" data-shape=\"date\" value=\"2026-03-01\" data-only=\"down\"",
    ] { #expect(phone.contains(words), "\(words)") }
  }

  @Test("adds a sign at the place where one stands: its place, floor and room are known", arguments: Language.allCases)
  func adding(language: Language) {
    let page = PhonePage.render(Self.sheet(Self.text, language), Trials.standard, file: "o.yaml")
    let text = String(decoding: page, as: UTF8.self)
    func places(_ stop: String) -> [String] {
      let section = text.components(separatedBy: "<h2><bdi>\(stop)").dropFirst().first ?? ""
      let buttons = (section.components(separatedBy: "</section>").first ?? "").components(separatedBy: "<button ")
        .dropFirst()
      return buttons.filter { $0.contains("data-add=\"sign\"") }.map {
        $0.prefix { $0 != ">" }.replacing("type=\"button\" data-add=\"sign\"", with: "").trimmingCharacters(
          in: .whitespaces)
      }
    }
    let isChinese = language == .zh
    #expect(
      places(isChinese ? "大门" : "At the door")
        == (isChinese ? ["大门上方", "大门左侧", "大门右侧"] : ["above-entrance", "entrance-left", "entrance-right"])
        .map { "data-place=\"\($0)\"" })
    #expect(places(isChinese ? "外墙、院墙" : "Front and yard").count == 5)
    #expect(places(isChinese ? "大厅" : "Hall").count == 3)
    let here = "data-floor=\"1\" data-room=\"101\""
    #expect(
      places(isChinese ? "101室" : "Room 101") == ["\(here) data-place=\"\(isChinese ? "功能室门口" : "room-door")\"", here])
    #expect(places(isChinese ? "1层" : "Floor 1") == ["data-floor=\"1\""])
    #expect(places(isChinese ? "位置没有登记" : "Place not recorded") == [""])
    for field in ["place", "floor", "room"] { #expect(text.contains("data-here=\"\(field)\"")) }
  }

  @Test("can be made without an inventory")
  func none() {
    var report = Given.read(Self.text).verdicts
    report.source = nil
    report.findings = []
    let sheet = SheetMaker(Trials.standard, .en).sheet(nil, report, partyOrganization: 0)
    #expect(sheet.declared.name == "柳荫社区" && sheet.stops.map(\.signs.count) == [0, 0, 0])
    #expect(sheet.wantedOutside[1].contains("委员会"))
  }
}

import Audit
import Diagnostics
import Foundation
import Inventory
import Reports
import SpotCheck
import Standard
import TestSupport
import Testing

/// Rooms that differ from their inventory in known ways.
@Suite("The rooms against their inventory")
struct RoomReconcilerTests {
  static let rooms = [
    "number: \"101\", floor: \"1\", functions: [便民服务站, 退役军人服务站]",
    "number: \"102\", floor: \"1\", functions: [居民议事厅]",
    "number: \"103\", floor: \"1\", functions: []",
    "number: \"104\", floor: \"1\", functions: []",
    "number: \"201\", floor: \"2\", functions: [综合文化服务中心]",
    "number: \"202\", floor: \"2\", functions: [妇女和儿童之家], demanded_by: 某局",
    "number: \"203\", floor: \"2\"",
  ]
  static let signs = [
    "id: N1, kind: room-number, text: \"103\", place: room-door, room: \"103\"",
    "id: N2, kind: institution-board, text: 值班制度, place: room-wall, room: \"103\"",
    "id: N3, kind: institution-board, text: 借阅制度, place: room-wall, room: \"103\"",
    "id: N4, kind: room-number, text: \"104\", place: room-door, room: \"104\"",
  ]

  static func facility(
    _ rooms: [String]?, _ signs: [String] = signs, floors: String? = "[\"1\", \"2\"]", covers: String = ""
  ) -> String {
    var text = Given.head().replacing("facing-entrance}", with: "facing-entrance\(covers)}")
    text += "facility:\n" + (floors.map { "  floors: \($0)\n" } ?? "  name:\n")
    if let rooms {
      text += "  rooms:" + (rooms.isEmpty ? " []\n" : "\n" + rooms.map { "    - {\($0)}\n" }.joined())
    }
    return text + "signs:" + (signs.isEmpty ? " []\n" : "\n" + signs.map { "  - {\($0)}\n" }.joined())
  }

  /// The rooms with some of them changed, by their place in the list; nil: taken out.
  static func changed(_ changes: [Int: String?], adding: [String] = []) -> [String] {
    rooms.indices.compactMap { index in changes[index].map { $0 } ?? rooms[index] } + adding
  }

  static func with(_ index: Int, _ old: String, _ new: String) -> [String] {
    changed([index: rooms[index].replacing(old, with: new)])
  }

  /// What comes out, in short: `101 floor` differs, `-101` is not there, `+101` is not declared, `*101` was found where
  /// nothing is recorded, `?101` was not looked at, `101=105` has another number.
  static func found(_ observed: String, declared: String = facility(rooms)) -> Set<String> {
    guard let community = Given.compare(declared, observed) else { return ["nothing"] }
    let rooms = community.rooms
    var found: Set<String> = []
    for match in rooms.matches {
      if ComparedText.of(match.declared.number) != ComparedText.of(match.observed.number) {
        found.insert("\(match.declared.number)=\(match.observed.number)")
      }
      for difference in match.differences where difference.key != .number {
        found.insert("\(match.declared.number) \(difference.key.word.canonical)")
      }
      for addition in match.additions { found.insert("\(match.declared.number) \(addition.key.word.canonical)+") }
    }
    found.formUnion(rooms.differences.map(\.key.word.canonical))
    found.formUnion(rooms.additions.map { $0.key.word.canonical + "+" })
    found.formUnion(rooms.absent.map { "-\($0.number)" })
    found.formUnion(rooms.undeclared.map { "+\($0.number)" })
    found.formUnion(rooms.added.map { "*\($0.number)" })
    found.formUnion(rooms.notLookedAt.map { "?\($0.number)" })
    found.formUnion(community.matches.flatMap { match in match.differences.map { "\(match.declared.id) \($0.key)" } })
    #expect(
      community.hasDifferences
        == found.contains { !$0.hasPrefix("*") && !$0.hasPrefix("?") && !$0.hasSuffix("+") }, "\(found)")
    return found
  }

  @Test("are the same where nothing changed, whatever the order and the way of writing")
  func same() {
    #expect(Self.found(Self.facility(Self.rooms)).isEmpty)
    #expect(Self.found(Self.facility(Self.rooms.reversed(), floors: "[\"2\", \"1\"]")).isEmpty)
    let other = Self.with(0, "便民服务站, 退役军人服务站", "退役军人 服务站, 便民服务站")
    #expect(Self.found(Self.facility(other.map { $0.replacing("\"101\"", with: "\"１０１\"") })).isEmpty)
  }

  @Test("differ in known ways, each alone")
  func ways() {
    let cases: [(Set<String>, [String])] = [
      (["101 functions"], Self.with(0, ", 退役军人服务站", "")),
      (["102 functions"], Self.with(1, "居民议事厅", "会议室")),
      (["103 functions"], Self.with(2, "[]", "[某某工作站]")),
      (["201 functions"], Self.with(4, "[综合文化服务中心]", "[]")),
      (["203 functions+"], Self.with(6, "floor: \"2\"", "floor: \"2\", functions: []")),
      (["201 floor"], Self.with(4, "floor: \"2\"", "floor: \"1\"")),
      (["202 demanded_by"], Self.with(5, "demanded_by: 某局", "demanded_by: 甲局")),
      (["202 demanded_by"], Self.with(5, "demanded_by: 某局", "demanded_by: none")),
      (["201 demanded_by"], Self.with(4, "[综合文化服务中心]", "[综合文化服务中心], demanded_by: 某局")),
      ([], Self.with(5, ", demanded_by: 某局", "")),
      ([], Self.with(0, "floor: \"1\", ", "")),
      (["-203"], Self.changed([6: nil])),
      (["-101", "-102"], Self.changed([0: nil, 1: nil])),
      (["+301"], Self.changed([:], adding: ["number: \"301\", functions: [党建书吧]"])),
      // Another number: known by its functions and its floor.
      (["102=105"], Self.with(1, "\"102\"", "\"105\"")),
      (["102=105", "102 functions"], Self.changed([1: "number: \"105\", floor: \"1\", functions: [居民议事亭]"])),
      (["201=0201"], Self.with(4, "\"201\"", "\"0201\"")),
      // Two rooms that exchanged what they are for are the rooms that they were.
      (
        ["102 functions", "201 functions"],
        Self.changed([
          1: Self.rooms[1].replacing("居民议事厅", with: "综合文化服务中心"),
          4: Self.rooms[4].replacing("综合文化服务中心", with: "居民议事厅"),
        ])
      ),
      // Another number on another floor is another room.
      (["-102", "+205"], Self.changed([1: "number: \"205\", floor: \"2\", functions: [居民议事厅]"])),
      // A room without functions has nothing but its number.
      (["-104", "+109"], Self.with(3, "\"104\"", "\"109\"")),
    ]
    for (expected, observed) in cases {
      // No signs that would tell one room from another.
      #expect(
        Self.found(Self.facility(observed, []), declared: Self.facility(Self.rooms, [])) == expected, "\(observed)")
    }
  }

  @Test("are known by the signs that hang in them, and a sign in a room with another number has not moved")
  func signsTell() throws {
    let rooms = Self.with(2, "\"103\"", "\"109\"")
    let signs = Self.signs.map { $0.replacing("room: \"103\"", with: "room: \"109\"") }
    // Without functions, the signs alone and the floor are too little.
    #expect(Self.found(Self.facility(rooms, signs)).contains("-103"))
    let named = Self.rooms.map { $0.replacing("functions: []", with: "functions: [某某书屋]") }
    let renumbered = named.map { $0.replacing("\"103\"", with: "\"109\"") }
    let found = Self.found(Self.facility(renumbered, signs), declared: Self.facility(named))
    #expect(found == ["103=109"])
    let community = try #require(Given.compare(Self.facility(named), Self.facility(renumbered, signs)))
    let match = try #require(community.rooms.matches.first { $0.observed.number == "109" })
    #expect(match.reason.zh == "房号由 103 改为 109，功能相同，楼层相同，室内和门口的牌有 3 块是原来的")
    #expect(match.likeness == 500)
    let moved = Self.signs.map {
      $0.replacing("值班制度, place: room-wall, room: \"103\"", with: "值班制度, place: room-wall, room: \"101\"")
    }
    #expect(Self.found(Self.facility(Self.rooms, moved)) == ["N2 room"])
  }

  @Test("are no difference where one side does not record them, and not missing where nobody looked inside")
  func unrecorded() {
    #expect(Self.found(Self.facility(nil, floors: nil)).isEmpty)
    let none = Self.facility(nil, floors: nil)
    #expect(
      Self.found(Self.facility(Self.rooms), declared: none)
        == ["floors+", "*101", "*102", "*103", "*104", "*201", "*202", "*203"])
    #expect(Self.found(Self.facility([]), declared: Self.facility(["number: \"1\""])) == ["-1"])
    #expect(Self.found(Self.facility(["number: \"1\""]), declared: Self.facility([])) == ["+1"])
    #expect(Self.found(Self.facility(Self.rooms, floors: "[\"1\"]")) == ["floors"])
    #expect(
      Self.found(Self.facility(["number: \"9\""], [], covers: ", covers: [exterior]"))
        == ["?101", "?102", "?103", "?104", "?201", "?202", "?203"])
  }

  @Test("stand in every report")
  func reports() throws {
    let declared = Given.read(Self.facility(Self.rooms, []), file: "said.yaml")
    let seen = Given.read(
      Self.facility(
        Self.changed(
          [0: Self.rooms[0].replacing(", 退役军人服务站", with: ""), 1: Self.rooms[1].replacing("102", with: "105"), 4: nil],
          adding: ["number: \"301\", functions: [党建书吧]"]), []), file: "seen.yaml")
    let result = Reconciler(Trials.standard).reconcile([declared.inventory], [(seen.inventory, seen.verdicts)])
    #expect(!result.isClean)
    let reports = [
      ReconciliationText(.zh).render(result), ReconciliationPage.markdown(result, .zh),
      ReconciliationPage.html(result, .zh),
    ].map { String(decoding: $0, as: UTF8.self) }
    for report in reports {
      for words in [
        "功能室：对上 6 间，其中 2 间有出入；台账未登记 1 间；现场未见 1 间", "301室，党建书吧", "201室，综合文化服务中心，楼层 2", "房号由 102 改为 105",
        "功能：登记“便民服务站、退役军人服务站”，现场“便民服务站”",
      ] { #expect(report.contains(words), "\(words) in \(report)") }
    }
    let json = ReconciliationJSON.render(result, rules: Trials.standard.ruleSummaries, .zh)
    let object = try #require(JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    let community = try #require((object["communities"] as? [[String: Any]])?.first)
    let rooms = try #require(community["rooms"] as? [String: Any])
    #expect((rooms["undeclared"] as? [[String: Any]])?.first?["number"] as? String == "301")
    #expect((rooms["absent"] as? [[String: Any]])?.first?["line"] as? Int == 10)
    #expect((rooms["matches"] as? [[String: Any]])?.count == 6)
  }

  @Test("are compared in good time, however many there are")
  func many() {
    let rooms = (0..<2000).map { "number: \"\($0)\", functions: [甲]" }
    #expect(
      Self.found(Self.facility(rooms.dropLast(1), []), declared: Self.facility(rooms, [])) == ["-1999"])
  }
}

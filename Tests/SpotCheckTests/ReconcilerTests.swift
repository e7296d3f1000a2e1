import Audit
import Diagnostics
import Inventory
import Reports
import SpotCheck
import Standard
import TestSupport
import Testing

/// Walls that differ from their inventories in known ways.
@Suite("A wall against its inventory")
struct ReconcilerTests {
  /// Twelve signs, as they are declared.
  static let signs = [
    "id: W1, kind: service-center, text: 柳荫社区党员群众服务中心, place: above-entrance, orientation: horizontal, lettering: red",
    "id: W2, kind: party-organization, text: 中国共产党临江区江畔街道柳荫社区委员会, place: entrance-left, orientation: vertical, background: white, lettering: red",
    "id: W3, kind: residents-committee, text: 临江区江畔街道柳荫社区居民委员会, place: entrance-right, orientation: vertical, background: white, lettering: black",
    "id: W4, kind: supervision-committee, text: 临江区江畔街道柳荫社区居务监督委员会, place: entrance-right, orientation: vertical, background: white, lettering: black",
    "id: W5, kind: civilization-station, text: \"\", place: facade, prominent: yes",
    "id: N1, kind: index-board, text: 服务索引, place: hall, mounting: standing, entries: [{function: 便民服务站, room: \"101\"}]",
    "id: N2, kind: institution-board, text: 财务管理制度, place: corridor-wall, floor: \"1\"",
    "id: N3, kind: institution-board, text: 议事协商制度, place: corridor-wall, floor: \"1\"",
    "id: N4, kind: room-number, text: \"101\", place: room-door, room: \"101\"",
    "id: N5, kind: room-number, text: \"201\", place: room-door, room: \"201\"",
    "id: N6, kind: award-plaque, text: 先进集体, place: display-case, demanded_by: none",
    "id: N7, kind: display-panel, text: 家风家训, place: hall-wall, demanded_by: 某局, size_mm: {width: 900, height: 600}",
  ]

  static func wall(_ signs: [String]) -> String {
    Given.head() + "signs:" + (signs.isEmpty ? " []\n" : "\n" + signs.map { "  - {\($0)}\n" }.joined())
  }

  /// The wall with some signs changed, by their place in the list; nil: taken out.
  static func changed(_ changes: [Int: String?], adding: [String] = []) -> String {
    wall(signs.indices.compactMap { index in changes[index].map { $0 } ?? signs[index] } + adding)
  }

  /// What comes out, in short: differences as `W1 text`, absent as `-W1`, undeclared as `+X`, renamed as `W1=X`.
  static func found(_ observed: String, declared: String = wall(signs)) -> Set<String> {
    guard let community = Given.compare(declared, observed) else { return ["nothing"] }
    var found: Set<String> = []
    for match in community.matches {
      if match.declared.id != match.observed.id { found.insert("\(match.declared.id)=\(match.observed.id)") }
      if match.wasRemoved { found.insert("!\(match.declared.id)") }
      for difference in match.differences { found.insert("\(match.declared.id) \(difference.key.word.canonical)") }
      for addition in match.additions { found.insert("\(match.declared.id) \(addition.key.word.canonical)+") }
    }
    for sign in community.absent { found.insert("-\(sign.id)") }
    for sign in community.undeclared { found.insert("+\(sign.id)") }
    return found
  }

  static func with(_ index: Int, _ old: String, _ new: String) -> [Int: String?] {
    [index: signs[index].replacing(old, with: new)]
  }

  @Test("is the same where nothing changed")
  func same() {
    #expect(Self.found(Self.wall(Self.signs)).isEmpty)
    #expect(Self.found(Self.wall(Self.signs.reversed())).isEmpty)
    #expect(Self.found(Self.wall(Self.signs.map { $0.replacing("柳荫社区", with: "柳 荫 社 区") })).isEmpty)
  }

  @Test("differs in thirty known ways, each alone")
  func thirty() {
    let cases: [(Set<String>, String)] = [
      (["W1 text"], Self.changed(Self.with(0, "党员群众", "党群"))),
      (["W2 text"], Self.changed(Self.with(1, "中国共产党", "中共"))),
      (["W3 text"], Self.changed(Self.with(2, "居民委员会", "居民委会"))),
      (["W4 text"], Self.changed(Self.with(3, "江畔街道", ""))),
      (["W5 text"], Self.changed(Self.with(4, "text: \"\"", "text: 新时代文明实践站"))),
      (["N2 text"], Self.changed(Self.with(6, "管理", "管埋"))),
      (["W1 place"], Self.changed(Self.with(0, "above-entrance", "facade"))),
      (["W2 place"], Self.changed(Self.with(1, "entrance-left", "entrance-right"))),
      (["N6 place"], Self.changed(Self.with(10, "display-case", "hall-wall"))),
      (["N7 place"], Self.changed(Self.with(11, "hall-wall", "exterior-other"))),
      (["W2 background"], Self.changed(Self.with(1, "background: white", "background: gold"))),
      (["W3 lettering"], Self.changed(Self.with(2, "lettering: black", "lettering: red"))),
      (["W4 orientation"], Self.changed(Self.with(3, "vertical", "horizontal"))),
      (["N1 mounting"], Self.changed(Self.with(5, "standing", "hung"))),
      (["W5 prominent"], Self.changed(Self.with(4, "prominent: yes", "prominent: no"))),
      (["N3 floor"], Self.changed(Self.with(7, "floor: \"1\"", "floor: \"2\""))),
      (["N4 room", "N4 text"], Self.changed(Self.with(8, "\"101\"", "\"102\""))),
      (["N1 entries"], Self.changed(Self.with(5, "便民服务站", "退役军人服务站"))),
      (["N6 demanded_by"], Self.changed(Self.with(10, "demanded_by: none", "demanded_by: 某局"))),
      (["N7 width"], Self.changed(Self.with(11, "width: 900", "width: 1200"))),
      (["W3=X1"], Self.changed(Self.with(2, "id: W3", "id: X1"))),
      (["N2=X1"], Self.changed(Self.with(6, "id: N2", "id: X1"))),
      (
        ["W2=X1", "W2 text", "W2 place"],
        Self.changed([
          1: Self.signs[1].replacing("id: W2", with: "id: X1").replacing("党临江", with: "常临江")
            .replacing("entrance-left", with: "facade")
        ])
      ),
      // Two ids that were exchanged.
      (
        ["N2=N3", "N3=N2"],
        Self.changed([
          6: Self.signs[6].replacing("id: N2", with: "id: N3"), 7: Self.signs[7].replacing("id: N3", with: "id: N2"),
        ])
      ),
      (["-W4"], Self.changed([3: nil])),
      (["-N7"], Self.changed([11: nil])),
      (["-W3", "-W4"], Self.changed([2: nil, 3: nil])),
      (["+X1"], Self.changed([:], adding: ["id: X1, kind: pennant, text: 为民服务, place: hall-wall"])),
      // Something else under the same id at another place.
      (["-N6", "+N6"], Self.changed([10: "id: N6, kind: working-group, text: 某专班办公室, place: room-door"])),
      // The plate of one committee is no misspelt plate of the other.
      (["-W3", "+X1"], Self.changed([2: "id: X1, kind: other, text: 临江区江畔街道柳荫社区居民协商会, place: entrance-right"])),
      (
        ["W1 material+", "W1 order+"],
        Self.changed(Self.with(0, "lettering: red", "lettering: red, material: 铜, order: 1"))
      ),
      ([], Self.changed(Self.with(0, ", lettering: red", ""))),
    ]
    #expect(cases.count >= 30)
    for (expected, observed) in cases { #expect(Self.found(observed) == expected, "\(observed)") }
  }

  @Test("differs in many ways at once")
  func together() {
    let observed = Self.changed(
      [
        0: Self.signs[0].replacing("党员群众", with: "党群"), 1: Self.signs[1].replacing("id: W2", with: "id: W3"),
        2: Self.signs[2].replacing("id: W3", with: "id: W2"), 4: nil,
        7: Self.signs[7].replacing("corridor-wall", with: "room-wall"),
      ], adding: ["id: X9, kind: pennant, text: 为民服务, place: hall-wall"])
    #expect(Self.found(observed) == ["W1 text", "W2=W3", "W3=W2", "-W5", "N3 place", "+X9"])
  }

  @Test("shows what was declared as taken down and is still there, also at another place under another id")
  func stillThere() {
    let declared = Self.wall(Self.signs.dropLast() + [Self.signs[11] + ", state: removed"])
    #expect(Self.found(Self.wall(Self.signs), declared: declared) == ["!N7"])
    let moved = Self.signs[11].replacing("id: N7", with: "id: X1").replacing("hall-wall", with: "room-wall")
    #expect(
      Self.found(Self.wall(Self.signs.dropLast() + [moved]), declared: declared) == ["!N7", "N7=X1", "N7 place"])
    #expect(Self.found(Self.wall(Array(Self.signs.dropLast())), declared: declared).isEmpty)
  }

  @Test("is the same wall whichever way the two surveyors stood, and another one where their words agree")
  func viewpoints() {
    let out = Self.wall(Self.signs).replacing("facing-entrance", with: "facing-out")
    let turned = out.replacing("entrance-right", with: "-").replacing("entrance-left", with: "entrance-right")
      .replacing("place: -", with: "place: entrance-left")
    #expect(Self.found(turned).isEmpty)
    #expect(Self.found(out) == ["W2 place", "W3 place", "W4 place"])
    let seen = Given.read(turned)
    let result = Reconciler(Trials.standard).reconcile(
      [Given.read(Self.wall(Self.signs)).inventory], [(seen.inventory, seen.verdicts)])
    #expect(result.communities.map(\.isTurned) == [true])
    let text = String(decoding: ReconciliationText(.zh).render(result), as: UTF8.self)
    #expect(text.contains("视角相反，以下现场位置已按登记的视角换算"))
    // Where one does not say how it stood, the words are compared as they are.
    #expect(Self.found(turned.replacing(", viewpoint: facing-out", with: "")) == ["W2 place", "W3 place", "W4 place"])
  }

  @Test("finds a sign again under another id with two thirds of its words, and with fewer not")
  func twoThirds() {
    func found(_ text: String) -> Set<String> {
      Self.found(
        Self.wall(["id: K1, kind: other, text: \(text), place: side-wall"]),
        declared: Self.wall(["id: W1, kind: other, text: 儿童关爱之家服务站, place: facade"]))
    }
    #expect(found("儿童关爱之家") == ["W1=K1", "W1 text", "W1 place"])
    #expect(found("儿童关爱之") == ["-W1", "+K1"])
  }

  @Test("says of what is declared as taken down whether the visit saw it gone or does not mention it")
  func takenDown() throws {
    let removed = Self.signs[11] + ", state: removed"
    let declared = Self.wall(
      Self.signs.dropLast() + [removed, Self.signs[10].replacing("N6", with: "N8") + ", state: removed"])
    let seen = removed.replacing("id: N7", with: "id: X1") + ", note: 墙上留有印子"
    let observed = Given.read(Self.wall(Self.signs.dropLast() + [seen]), file: "seen.yaml")
    let result = Reconciler(Trials.standard).reconcile(
      [Given.read(declared, file: "said.yaml").inventory], [(observed.inventory, observed.verdicts)])
    let community = try #require(result.communities.first)
    #expect(!community.hasDifferences)
    #expect(community.takenDown.map { "\($0.declared.id) \($0.observed?.id ?? "-")" } == ["N7 X1", "N8 -"])
    let text = String(decoding: ReconciliationText(.zh).render(result), as: UTF8.self)
    #expect(text.contains("登记为已拆除、现场确已不在（1）\n    - N7 “家风家训”，展板，大厅墙面\n        备注：墙上留有印子"), "\(text)")
    #expect(text.contains("登记为已拆除、现场记录没有提到（1）\n    - N8 "), "\(text)")
    // One that is declared as hanging and was seen to be gone is not there.
    #expect(Self.found(Self.wall(Self.signs.dropLast() + [removed])) == ["-N7"])
  }

  @Test("misses nothing where it was not looked at")
  func covers() throws {
    let outside = Self.wall(Array(Self.signs.prefix(5))).replacing(
      "viewpoint: facing-entrance", with: "viewpoint: facing-entrance, covers: [exterior]")
    let community = try #require(Given.compare(Self.wall(Self.signs), outside))
    #expect(community.absent.isEmpty)
    #expect(community.notLookedAt.count == 7)
    #expect(!community.hasDifferences)
  }

  @Test("gives the reason of every match in words")
  func reasons() throws {
    let community = try #require(Given.compare(Self.wall(Self.signs), Self.changed(Self.with(2, "id: W3", "id: X1"))))
    let match = try #require(community.matches.first { $0.observed.id == "X1" })
    #expect(match.reason.zh == "编号由 W3 改为 X1，文字相同，类别相同，位置相同")
    #expect(match.likeness >= 450 && match.likeness <= 1000)
    #expect(community.verdicts?.source == "seen.yaml")
  }

  @Test("is compared community by community, and facility by facility")
  func communities() {
    func read(_ name: String, _ facility: String?, _ file: String) -> DeclaredInventory {
      let text = Given.head(name) + (facility.map { "facility: {name: \($0)}\n" } ?? "") + "signs: [{id: \(file)}]\n"
      return Given.read(text, file: file).inventory
    }
    let result = Reconciler(Trials.standard).reconcile(
      [read("甲社区", nil, "a"), read("乙社区", "一号点", "b"), read("乙社区", "二号点", "c"), read("甲居委会", nil, "d")],
      [(read("乙社区", "二号点", "e"), nil), (read("丙社区", nil, "f"), nil), (read("丙社区", nil, "g"), nil)])
    #expect(
      result.communities.map { "\($0.declaredSource ?? "-") \($0.observedSource ?? "-")" } == [
        "a -", "b -", "c e", "- f",
      ])
    #expect(result.diagnostics.count == 2)
    #expect(!result.isClean)
  }

  @Test("is compared in good time, however many signs there are")
  func many() {
    let signs = (0..<500).map { "id: A\($0), kind: other, text: 牌子\($0), place: hall-wall" }
    #expect(Self.found(Self.wall(signs.reversed()), declared: Self.wall(signs)).isEmpty)
    let more = (0..<3000).map { "id: A\($0), kind: other, text: 牌子\($0), place: hall-wall" }
    #expect(Self.found(Self.wall(more.dropLast(1)), declared: Self.wall(more)) == ["-A2999"])
  }
}

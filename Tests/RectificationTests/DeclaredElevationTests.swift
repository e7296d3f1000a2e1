import Diagnostics
import Rectification
import Standard
import TestSupport
import Testing

@Suite("Another standard draws another entrance")
struct DeclaredElevationTests {
  @Test("by its own kinds, places, colours and reading of left")
  func norm() throws {
    let elevation = try #require(ElevationPlanner(TinyStandard.standard)).norm()
    #expect(elevation.prescriptions.map(\.kind.zh) == ["村部匾", "村民委员会牌", "粮站牌"])
    #expect(elevation.prescriptions[0].wordings == ["某村村部"])
    let signs = elevation.norm.signs
    let hall = try #require(signs.first { $0.tag == "A" })
    #expect(hall.form == .horizontal && hall.ground == .paint("#225533") && hall.lettering == .paint("#eecc22"))
    #expect(hall.frame.maxY < elevation.norm.door.y)
    // Its left is seen looking out: in the picture the council's plate hangs on the right.
    let council = try #require(signs.first { $0.tag == "B" })
    #expect(council.frame.x > elevation.norm.door.maxX)
    #expect(council.form == .vertical && council.words == .none && council.ground == .free)
    #expect(elevation.left.zh == "出门右手" && elevation.right.zh == "出门左手")
  }

  @Test("and shows what is recorded by the same words")
  func recorded() throws {
    let text = """
      community: {district: 某县, street: 某乡, name: 柳村}
      survey: {viewpoint: facing-out}
      signs:
        - {id: A, kind: hall, text: 柳村村部, place: over-door, background: odd, lettering: yellow, orientation: horizontal}
        - {id: B, kind: council, place: right-post}
        - {id: C, kind: poster, place: yard}
        - {id: D, kind: map, place: yard}
        - {id: E, kind: poster, place: inside}
      """
    let elevation = try #require(Walls.elevation(text, TinyStandard.standard))
    let signs = try #require(elevation.actual).signs
    // By columns and rows of the wall; what hangs inside is not shown.
    #expect(Set(signs.map(\.tag)) == ["A", "B", "C", "D"])
    let hall = try #require(signs.first { $0.tag == "A" })
    #expect(hall.ground == .unknown && hall.standing == .failing)
    #expect(signs.first { $0.tag == "B" }?.standing == .failing)
    #expect(signs.first { $0.tag == "C" }?.standing == .right)
    #expect(signs.first { $0.tag == "D" }?.standing == .outOfScope)
    #expect(elevation.actual?.parts.map(\.spot) == [.gate])
  }

  @Test("a standard without one draws nothing")
  func none() {
    let loaded = TinyStandard.load(elevation: "rules: []\n")
    #expect(loaded.standard.map { ElevationPlanner($0) == nil } == true)
  }

  @Test("a standard that extends another draws its entrance, with what it changes, or one of its own")
  func tailored() throws {
    func kinds(_ text: String) throws -> [String] {
      let loaded = TinyStandard.tailored(text)
      let standard = try #require(loaded.standard, "\(loaded.diagnostics.map(\.message.en))")
      let elevation = try #require(ElevationPlanner(standard)).norm()
      return elevation.prescriptions.map { ([$0.kind.en] + $0.wordings).joined(separator: " ") }
    }
    let reason = "reason: {zh: 丁, en: D}"
    #expect(
      try kinds("changes: [{rule: hall.looks, off: yes, \(reason)}]\n")
        == ["hall board 某村村部", "council plate", "granary plate"])
    // A wording that no longer counts is not drawn.
    #expect(
      try kinds("changes: [{rule: hall.name, off: yes, \(reason)}]\n") == [
        "hall board", "council plate", "granary plate",
      ])
    #expect(
      try kinds("changes: []\n" + Self.sign("{kind: hall, place: over-door}")) == ["hall board"])
  }

  @Test("a change that its parent's entrance contradicts needs an elevation of its own")
  func contradicted() {
    let change = """
      changes:
        - rule: hall.count
          set: {exactly: 2}
          reason: {zh: 丁, en: D}
          examples:
            - {name: a, expect: pass, inventory: {signs: [{id: A, kind: hall, place: over-door}, {id: B, kind: hall, place: yard}]}}
            - {name: b, expect: fail, inventory: {signs: []}}

      """
    let loaded = TinyStandard.tailored(change)
    #expect(loaded.standard == nil)
    #expect(loaded.diagnostics.map(\.message.en) == ["the rule hall.count asks for 2, the elevation shows 1"])
    let own = "elevation: {signs: [{kind: hall, place: over-door}, {kind: hall, place: yard}]}\n"
    #expect(TinyStandard.tailored(change + own).diagnostics.map(\.message.en) == [])
  }

  static let refusals: [(elevation: String, message: String, line: Int)] = [
    (sign("{kind: hal, place: over-door}"), "`kind` has no word `hal`", 3),
    (sign("{kind: hall, place: inside}"), "an elevation shows the exterior; this place is inside", 3),
    (
      sign("{kind: hall, place: over-door, wording: hall.count}"),
      "`hall.count` is no rule about the wording of this kind", 3
    ),
    (
      sign("{kind: hall, place: over-door, background: odd}"),
      "the elevation's `background` contradicts the rule hall.looks", 3
    ),
    (
      sign("{kind: hall, place: over-door, lettering: green}"),
      "the elevation's `lettering` contradicts the rule hall.looks", 3
    ),
    (
      sign("{kind: hall, place: over-door, orientation: vertical}"),
      "the elevation's `orientation` contradicts the rule hall.looks", 3
    ),
    (sign("{kind: council, place: right-post}"), "the elevation's `place` contradicts the rule posts", 3),
    (sign("{kind: council, place: left-post}"), "the rule hall.count asks for 1, the elevation shows 0", 3),
    (
      sign("{kind: hall, place: over-door, wording: hall.name}"),
      "the wording of hall.name has `{community}`, for which `placeholders` has nothing", 3
    ),
    (sign("{kind: hall, place: over-door, shape: emblem}"), "`shape` has no word `emblem`", 3),
    (sign("{kind: hall, place: over-door, size: big}"), "a sign of the elevation has no key `size`", 3),
    ("elevation: {}\n", "`elevation` lacks `signs`", 1),
  ]

  private static func sign(_ text: String) -> String { "elevation:\n  signs:\n    - \(text)\n" }

  @Test("an elevation that contradicts its rules is refused at its line", arguments: refusals)
  func refused(_ elevation: String, _ message: String, _ line: Int) throws {
    let loaded = TinyStandard.load(elevation: elevation)
    #expect(loaded.standard == nil)
    let diagnostic = try #require(
      loaded.diagnostics.first { $0.message.en == message }, "\(loaded.diagnostics.map(\.message.en))")
    #expect(diagnostic.location?.file == "Rules/tiny/elevation.yaml")
    #expect(diagnostic.location?.range.start.line == line)
  }

  @Test(
    "paints and spots that are none are refused",
    arguments: [
      ("\"#225533\"", "\"green\"", "`paint` must be \"#rrggbb\" in lower-case digits"),
      ("\"#225533\"", "\"#22553G\"", "`paint` must be \"#rrggbb\" in lower-case digits"),
      ("spot: gate", "spot: roof", "`spot` has no word `roof`"),
      ("side: left", "side: left, spot: gate", "`spot` belongs to exterior places without `side` only"),
    ])
  func words(_ old: String, _ new: String, _ message: String) {
    let loaded = TinyStandard.load(replacing: old, with: new)
    #expect(loaded.standard == nil)
    #expect(loaded.diagnostics.map(\.message.en).contains(message))
  }
}

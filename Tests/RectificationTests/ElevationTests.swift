import Audit
import Diagnostics
import Inventory
import Rectification
import Standard
import TestSupport
import Testing

@Suite("The elevation of the embedded standard")
struct ElevationTests {
  static let head = """
    community: {district: 临江区, street: 江畔街道, name: 柳荫社区, party_organization: committee}
    survey: {viewpoint: facing-entrance}

    """

  static let five = """
    signs:
      - {id: W1, kind: service-center, text: 柳荫社区党员群众服务中心, place: above-entrance, orientation: horizontal, lettering: red}
      - {id: W2, kind: party-organization, text: 中国共产党临江区江畔街道柳荫社区委员会, place: entrance-left, orientation: vertical, background: white, lettering: red}
      - {id: W3, kind: residents-committee, text: 临江区江畔街道柳荫社区居民委员会, place: entrance-right, orientation: vertical, background: white, lettering: black, order: 1}
      - {id: W4, kind: supervision-committee, text: 临江区江畔街道柳荫社区居务监督委员会, place: entrance-right, orientation: vertical, background: white, lettering: black, order: 2}
      - {id: W5, kind: civilization-station, text: 新时代文明实践站, place: facade, prominent: true}

    """

  @Test("shows the five where the rules put them, in the colours that they prescribe")
  func norm() throws {
    let planner = try #require(ElevationPlanner(Trials.standard))
    let elevation = planner.norm()
    #expect(elevation.actual == nil)
    #expect(elevation.norm.signs.map(\.form).count == 5)
    let lines = elevation.prescriptions.map { sign in
      let words = [sign.place, sign.orientation, sign.background, sign.lettering].map { $0?.zh ?? "–" }
      return ([sign.letter, sign.kind.zh] + words + sign.wordings).joined(separator: " ")
    }
    #expect(
      lines == [
        "A 党群服务中心 大门上方或正面外部 横 – 红 ××社区党员群众服务中心",
        "B 社区党组织 大门左侧 竖 白 红 中国共产党××区××街道××社区委员会",
        "C 居民委员会 大门右侧 竖 白 黑 ××区××街道××社区居民委员会",
        "D 居务监督委员会 大门右侧 竖 白 黑 ××区××街道××社区居务监督委员会",
        "E 新时代文明实践站 正面外部 – – – 新时代文明实践站",
      ])
  }

  @Test("shows nothing that a rule about the exterior finds fault with")
  func normIsCompliant() throws {
    let report = Walls.report(Self.head + Self.five)
    let standard = Trials.standard
    let exterior = report.findings.filter { standard.rules[$0.rule].zone == .exterior }
    #expect(exterior.map(\.message) == [])
    // The same signs as the norm's, word by word.
    let elevation = try #require(ElevationPlanner(standard)?.elevation(of: report))
    let actual = try #require(elevation.actual)
    #expect(Set(actual.signs.map(\.words)) == Set(elevation.norm.signs.map(\.words)))
    #expect(Set(actual.signs.map(\.frame)) == Set(elevation.norm.signs.map(\.frame)))
    #expect(actual.signs.allSatisfy { $0.standing == .right })
    #expect(elevation.callouts == [])
  }

  @Test("numbers each finding once, at the signs that it is about")
  func numbers() throws {
    let text = Self.head + Self.five.replacing("background: white, lettering: black, order: 1", with: "background: red")
    let report = Walls.report(text)
    let elevation = try #require(ElevationPlanner(Trials.standard)?.elevation(of: report))
    let sign = try #require(elevation.actual?.signs.first { $0.tag == "W3" })
    #expect(sign.standing == .failing)
    #expect(sign.numbers.map(\.number) == [1])
    let finding = report.findings[elevation.callouts[0].finding]
    #expect(Trials.standard.rules[finding.rule].id == "residents-committee.colours")
  }

  @Test("hangs a missing sign where it belongs, with the number of its finding")
  func missing() throws {
    let text = Self.head + "signs: []\n"
    let elevation = try #require(Walls.elevation(text))
    let actual = try #require(elevation.actual)
    #expect(actual.signs.map(\.standing) == Array(repeating: .missing, count: 5))
    let signs = actual.signs.sorted { ($0.numbers.first?.number ?? 0) < ($1.numbers.first?.number ?? 0) }
    #expect(signs.map { $0.numbers.map(\.number) } == [[1], [2], [3], [4], [5]])
    #expect(signs.map(\.kind) == elevation.prescriptions.map(\.kind))
  }

  @Test("turns left and right round where they were recorded looking out, and says so where it is not recorded")
  func sides() throws {
    func x(_ viewpoint: String) throws -> (sign: Double, door: Double, remarks: Int) {
      let text = (Self.head + Self.five).replacing("{viewpoint: facing-entrance}", with: viewpoint)
      let elevation = try #require(Walls.elevation(text))
      let actual = try #require(elevation.actual)
      let sign = try #require(actual.signs.first { $0.tag == "W2" })
      return (sign.frame.x, actual.door.x, elevation.remarks.count)
    }
    let facing = try x("{viewpoint: facing-entrance}")
    #expect(facing.sign < facing.door && facing.remarks == 0)
    let out = try x("{viewpoint: facing-out}")
    #expect(out.sign > out.door && out.remarks == 0)
    let open = try x("{date: 2026-05-12}")
    #expect(open.sign < open.door && open.remarks == 1)
  }

  @Test("shows no exterior that was not surveyed")
  func interiorOnly() throws {
    let text = Self.head.replacing("{viewpoint: facing-entrance}", with: "{covers: [interior]}") + Self.five
    let elevation = try #require(Walls.elevation(text))
    #expect(elevation.actual == nil)
    #expect(elevation.remarks.count == 1)
  }

  @Test("knows all forms of Party organization where none is recorded")
  func forms() throws {
    let text = (Self.head + Self.five).replacing(", party_organization: committee", with: "")
    let wordings = try #require(Walls.elevation(text)).prescriptions[1].wordings
    #expect(wordings.count == 3)
    #expect(wordings.allSatisfy { $0.hasPrefix("中国共产党临江区江畔街道柳荫社区") })
  }
}

@Suite("Nothing in a drawing overlaps")
struct LayoutTests {
  static let kinds = ["other", "designation-plaque", "notice-board", "service-center", "residents-committee"]
  static let places = [
    "above-entrance", "facade", "entrance-left", "entrance-right", "side-wall", "gate", "window", "exterior-other",
  ]

  /// Communities with many signs everywhere, from a number: the same ones every time.
  static func wall(_ seed: Int) -> String {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    func pick<T>(_ list: [T]) -> T {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return list[Int(state >> 33) % list.count]
    }
    var text = ElevationTests.head + "signs:\n"
    for index in 0..<(seed * 2) {
      let orientation = pick(["horizontal", "vertical", "horizontal", ""])
      text += "  - {id: S\(index), kind: \(pick(kinds)), place: \(pick(places))"
      text += orientation.isEmpty ? "" : ", orientation: \(orientation)"
      let (width, height) = (pick([0, 0, 40, 400, 2400, 90_000]), pick([0, 1, 450, 2200, 4000]))
      if width > 0, height > 0 { text += ", size_mm: {width: \(width), height: \(height)}" }
      text += pick([true, false]) ? ", text: 牌子\(index)}\n" : "}\n"
    }
    return seed == 0 ? ElevationTests.head + "signs: []\n" : text
  }

  @Test("whatever hangs where", arguments: 0..<24)
  func apart(seed: Int) throws {
    let elevation = try #require(Walls.elevation(Self.wall(seed)))
    let panel = try #require(elevation.actual)
    #expect(panel.signs.count >= seed * 2)
    expectApart(panel)
  }

  @Test("nor what is written at the signs of a norm", arguments: RulesDirectory.names)
  func norms(name: String) throws {
    guard let planner = ElevationPlanner(try #require(try RulesDirectory.load(name).standard)) else { return }
    expectApart(planner.norm().norm)
  }

  private func expectApart(_ panel: Elevation.Panel) {
    var boxes: [(name: String, frame: Elevation.Frame)] = []
    for (index, sign) in panel.signs.enumerated() {
      boxes.append(("sign \(index)", sign.frame))
      // What is written at a line is as high as the line is far from the plate, and as much again.
      for dimension in sign.dimensions {
        let line = dimension.line
        let frame =
          dimension.isHeight
          ? Elevation.Frame(x: line.x - 140, y: line.y, width: 175, height: line.height)
          : Elevation.Frame(x: line.x, y: line.y - 140, width: line.width, height: 175)
        boxes.append(("size of \(index)", frame))
      }
      for number in sign.numbers {
        boxes.append(
          (
            "number \(number.number) of \(index)",
            .init(x: number.x - 115, y: number.y - 115, width: 230, height: 230)
          ))
      }
    }
    for (index, one) in boxes.enumerated() {
      #expect(one.frame.x >= 0 && one.frame.y >= 0, "\(one.name)")
      #expect(one.frame.maxX <= panel.size.width && one.frame.maxY <= panel.ground, "\(one.name)")
      #expect(!overlap(one.frame, panel.door), "\(one.name) over the door")
      for other in boxes[..<index] { #expect(!overlap(one.frame, other.frame), "\(one.name) over \(other.name)") }
    }
    let parts = panel.parts.map(\.frame) + [panel.building]
    for (index, part) in parts.enumerated() {
      for other in parts[..<index] where !panel.parts.contains(where: { $0.spot == .window && $0.frame == other }) {
        #expect(!overlap(part, other))
      }
    }
  }

  private func overlap(_ left: Elevation.Frame, _ right: Elevation.Frame) -> Bool {
    left.x < right.maxX - 0.01 && right.x < left.maxX - 0.01 && left.y < right.maxY - 0.01 && right.y < left.maxY - 0.01
  }
}

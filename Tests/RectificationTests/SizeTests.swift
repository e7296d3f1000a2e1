import Diagnostics
import Inventory
import Rectification
import Standard
import TestSupport
import Testing

@Suite("Sizes that a standard fixes or an inventory records")
struct SizeTests {
  private static func town() throws -> Standard { try #require(try RulesDirectory.load("town-organs").standard) }

  private static func wall(_ signs: [String]) -> String {
    """
    community: {district: 某县, street: 某镇, name: 镇政府机关}
    survey: {viewpoint: facing-entrance}
    signs:
    \(signs.map { "  - {\($0)}" }.joined(separator: "\n"))
    """
  }

  private static let committee = "id: P1, kind: party-committee, place: entrance-left, orientation: vertical"

  @Test("the norm has the plates in their size, with the size written at each")
  func norm() throws {
    let elevation = try #require(ElevationPlanner(try Self.town())).norm()
    #expect(elevation.norm.signs.count == 3)
    for sign in elevation.norm.signs {
      #expect(sign.frame.width == 360 && sign.frame.height == 2200)
      #expect(sign.dimensions.map(\.text) == ["220cm", "36cm"])
      #expect(sign.dimensions.map(\.isHeight) == [true, false])
      #expect(sign.dimensions[0].line.height == 2200 && sign.dimensions[0].line.maxX < sign.frame.x)
      #expect(sign.dimensions[1].line.width == 360 && sign.dimensions[1].line.maxY < sign.frame.y)
    }
    #expect(elevation.norm.scale == .signs)
    #expect(elevation.prescriptions.map(\.width) == Array(repeating: "36cm±0.5cm", count: 3))
    #expect(elevation.prescriptions.map(\.height) == Array(repeating: "220cm±1cm", count: 3))
  }

  @Test("a standard that fixes none stays schematic, and says so")
  func schematic() throws {
    let elevation = try #require(ElevationPlanner(Trials.standard)).norm()
    #expect(elevation.norm.scale == .schematic)
    #expect(elevation.norm.signs.allSatisfy { $0.dimensions == [] })
    #expect(elevation.prescriptions.allSatisfy { $0.width == nil && $0.height == nil })
  }

  @Test(
    "a bound and a range are drawn and written too",
    arguments: [
      ("{exactly: 2}", "2m", 2000), ("{at_least: 1.5}", "≥1.5m", 1500), ("{at_most: 2.5}", "≤2.5m", 2500),
      ("{at_least: 1, at_most: 2}", "1m–2m", 1500),
    ])
  func ranges(_ range: String, _ text: String, _ height: Double) throws {
    let standard = try Self.tiny("{unit: m, height: \(range)}")
    let kind = try #require(standard.vocabulary.words.kinds.find("hall"))
    let prescription = KindPrescription(kind, standard)
    #expect(prescription.height?.drawn == height && prescription.height?.nominal == text)
    #expect(prescription.width == nil)
  }

  /// The tiny standard with a size of its board.
  private static func tiny(_ size: String) throws -> Standard {
    let loaded = TinyStandard.load(
      replacing: "{orientation: horizontal}]", with: "{orientation: horizontal}, {size: \(size)}]")
    return try #require(loaded.standard, "\(loaded.diagnostics.map(\.message.en))")
  }

  @Test("what is missing has the size that it should have")
  func missing() throws {
    let standard = try Self.tiny("{unit: cm, width: {exactly: 180}, height: {exactly: 45}}")
    let text = "community: {district: 某县, street: 某乡, name: 柳村}\nsigns: []\n"
    let panel = try #require(Walls.elevation(text, standard)?.actual)
    let sign = try #require(panel.signs.first { $0.standing == .missing })
    #expect(sign.frame.width == 1800 && sign.frame.height == 450 && sign.dimensions == [])
    #expect(panel.scale == .schematic)
  }

  @Test("a recorded size is drawn in its proportions, and what is unrecorded as it should be")
  func recorded() throws {
    let text = Self.wall([
      "\(Self.committee), size_mm: {width: 400, height: 1800}",
      "id: P2, kind: government, place: entrance-left, orientation: vertical",
    ])
    let panel = try #require(Walls.elevation(text, try Self.town())?.actual)
    let first = try #require(panel.signs.first { $0.tag == "P1" })
    #expect(first.frame.width == 400 && first.frame.height == 1800 && first.dimensions == [])
    let second = try #require(panel.signs.first { $0.tag == "P2" })
    #expect(second.frame.width == 360 && second.frame.height == 2200)
    #expect(panel.scale == .signs)
  }

  @Test("without a recorded size nothing of what is there is to scale")
  func unrecorded() throws {
    let panel = try #require(Walls.elevation(Self.wall([Self.committee]), try Self.town())?.actual)
    #expect(panel.scale == .schematic)
  }

  @Test(
    "what is too large or too small is clamped, in its proportions where it can be",
    arguments: [
      ("width: 900, height: 6600", 450.0, 3300.0), ("width: 1, height: 1", 200, 900),
      ("width: 1000000, height: 10", 900, 900), ("height: 2000", 430, 2000),
    ])
  func clamped(_ size: String, _ width: Double, _ height: Double) throws {
    let text = """
      community: {district: 临江区, street: 江畔街道, name: 柳荫社区}
      signs:
        - {id: W2, kind: party-organization, place: entrance-left, orientation: vertical, size_mm: {\(size)}}
        - {id: W3, kind: residents-committee, place: entrance-right, orientation: vertical, size_mm: {width: 400, height: 2000}}
      """
    let panel = try #require(Walls.elevation(text)?.actual)
    let sign = try #require(panel.signs.first { $0.tag == "W2" })
    #expect(sign.frame.width == width && sign.frame.height == height)
    #expect(panel.scale == (size == "height: 2000" ? .signs : .mostSigns))
  }
}

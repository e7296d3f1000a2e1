import Diagnostics
import Inventory
import Rectification
import Standard
import TestSupport
import Testing

@Suite("What rules prescribe of the signs of a kind")
struct PrescriptionTests {
  /// The tiny standard with another requirement, or selection, of the rule about its boards' looks.
  private static func board(_ requirement: String, where selection: String = "{kind: hall}") throws -> KindPrescription
  {
    let old =
      "where: {kind: hall}, require: {all: [{background: green}, {lettering: yellow}, {orientation: horizontal}]}"
    let loaded = TinyStandard.load(replacing: old, with: "where: \(selection), require: \(requirement)")
    let standard = try #require(loaded.standard, "\(loaded.diagnostics.map(\.message.en))")
    return KindPrescription(try #require(standard.vocabulary.words.kinds.find("hall")), standard)
  }

  private static let (green, yellow) = (WordSet(bits: 1), WordSet(bits: 2))

  @Test(
    "a requirement that differs by kind is read for the kind",
    arguments: [
      ("{any: [{kind: hall, lettering: yellow}, {not: {kind: hall}, lettering: green}]}", "{kind: [hall, council]}"),
      ("{any: [{not: {kind: hall}}, {lettering: yellow}]}", "{kind: [hall, council]}"),
      ("{not: {any: [{kind: hall, lettering: [green, odd]}]}}", "{kind: [hall, council]}"),
      ("{lettering: yellow}", "{kind: [hall, council], zone: exterior, in_scope: yes}"),
      ("{lettering: yellow}", "{not: {kind: council}}"),
    ])
  func branches(_ requirement: String, _ selection: String) throws {
    let board = try Self.board(requirement, where: selection)
    #expect(board.letterings == Self.yellow)
    #expect(board.backgrounds == .all && board.rules(about: .background) == [])
    #expect(board.rules(about: .lettering) == ["hall.looks"])
  }

  @Test("alternatives leave the words of all of them")
  func alternatives() throws {
    let board = try Self.board("{any: [{lettering: yellow}, {lettering: green}]}")
    #expect(board.letterings.bits == Self.yellow.bits | Self.green.bits)
  }

  @Test(
    "what is asked of some signs of the kind only narrows nothing, and its rule is named",
    arguments: [
      ("{lettering: yellow}", "{kind: hall, place: yard}"), ("{lettering: yellow}", "{kind: hall, prominent: yes}"),
      ("{any: [{prominent: yes}, {lettering: yellow}]}", "{kind: hall}"),
      ("{else_unknown: {lettering: yellow}}", "{kind: hall}"),
    ])
  func undecidable(_ requirement: String, _ selection: String) throws {
    let board = try Self.board(requirement, where: selection)
    #expect(board.letterings == .all && board.orientations == .all)
    #expect(board.rules(about: .lettering) == ["hall.looks"])
    #expect(board.rules(about: .orientation) == [] && board.placesLeft == nil)
  }

  @Test("a rule for some communities narrows nothing, and is named")
  func communities() throws {
    let loaded = TinyStandard.load(
      replacing: "check: {each: {of: signs, where: {kind: hall}",
      with: "when: {community: {type: village}}\n    check: {each: {of: signs, where: {kind: hall}")
    let standard = try #require(loaded.standard, "\(loaded.diagnostics.map(\.message.en))")
    let board = KindPrescription(try #require(standard.vocabulary.words.kinds.find("hall")), standard)
    #expect(board.letterings == .all && board.rules(about: .lettering) == ["hall.looks"])
  }

  @Test("a rule about another kind says nothing")
  func otherKind() throws {
    let board = try Self.board("{lettering: yellow}", where: "{kind: council}")
    #expect(board.letterings == .all && board.rules(about: .lettering) == [])
  }

  @Test("the norm names what is left, and the rule where it leaves that open")
  func norm() throws {
    func prescription(_ requirement: String) throws -> Elevation.Prescription {
      let old = "{all: [{background: green}, {lettering: yellow}, {orientation: horizontal}]}"
      let loaded = TinyStandard.load(replacing: old, with: requirement)
      let standard = try #require(loaded.standard, "\(loaded.diagnostics.map(\.message.en))")
      return try #require(ElevationPlanner(standard)?.norm().prescriptions.first)
    }
    let two = try prescription("{lettering: [yellow, green]}")
    #expect(two.lettering?.zh == "绿或黄" && two.lettering?.en == "green or yellow")
    let open = try prescription("{any: [{prominent: yes}, {lettering: yellow}]}")
    #expect(open.lettering == nil && open.rules[.lettering] == ["hall.looks"] && open.rules[.background] == [])
  }
}

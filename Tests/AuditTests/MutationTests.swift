import Audit
import Diagnostics
import TestSupport
import Testing

/// One change to a compliant inventory, and what must come of it.
struct Mutation: Sendable, CustomTestStringConvertible {
  var old: String
  var new: String
  var expected: [String]

  var testDescription: String { "\(old) → \(new)" }
}

@Suite("A compliant inventory, changed in one place")
struct MutationTests {
  static let compliant = """
    community: {district: 临江区, street: 江畔街道, name: 柳荫社区, party_organization: committee}
    survey: {date: 2026-05-12, viewpoint: facing-entrance}
    facility:
      floors: ["1"]
      rooms:
        - {number: "101", floor: "1", functions: [便民服务站, 退役军人服务站]}
        - {number: "102", floor: "1", functions: [居民议事厅]}
    signs:
      - {id: W1, kind: service-center, text: 柳荫社区党员群众服务中心, place: above-entrance, orientation: horizontal, mounting: hung, lettering: red, prominent: true}
      - {id: W2, kind: party-organization, text: 中国共产党临江区江畔街道柳荫社区委员会, place: entrance-left, orientation: vertical, background: white, lettering: red}
      - {id: W3, kind: residents-committee, text: 临江区江畔街道柳荫社区居民委员会, place: entrance-right, orientation: vertical, background: white, lettering: black}
      - {id: W4, kind: supervision-committee, text: 临江区江畔街道柳荫社区居务监督委员会, place: entrance-right, orientation: vertical, background: white, lettering: black}
      - {id: W5, kind: civilization-station, text: 新时代文明实践站, place: facade, prominent: true}
      - id: N1
        kind: index-board
        place: hall
        entries: [{function: 便民服务站, room: "101"}, {function: 退役军人服务站, room: "101"}, {function: 居民议事厅, room: "102"}]
      - {id: N2, kind: floor-map, place: floor-entrance, floor: "1", entries: [{room: "101"}, {room: "102"}]}
      - {id: N3, kind: room-number, text: "101", place: room-door, room: "101"}
      - {id: N4, kind: room-number, text: 102室, place: room-door}

    """

  @Test("is compliant as it is")
  func asItIs() {
    #expect(Trials.findings(Self.compliant) == [])
    #expect(Trials.audit(Self.compliant).map(\.report.status) == [.compliant])
  }

  static let mutations: [Mutation] = [
    Mutation(
      old: "text: 临江区江畔街道柳荫社区居民委员会", new: "text: 临江区江畔街道柳荫社区居委会",
      expected: ["residents-committee.name fail W3 –"]),
    Mutation(
      old: "lettering: red, prominent: true", new: "lettering: blue", expected: ["service-center.lettering fail W1 –"]),
    Mutation(
      old: "background: white, lettering: red", new: "lettering: red",
      expected: ["party-organization.colours undetermined W2 –"]),
    Mutation(
      old: "place: entrance-left", new: "place: entrance-right", expected: ["entrance.sides fail W2 –"]),
    Mutation(
      old: "viewpoint: facing-entrance", new: "viewpoint: facing-out", expected: ["entrance.sides fail – –"]),
    Mutation(
      old: ", viewpoint: facing-entrance", new: "", expected: ["entrance.sides undetermined – –"]),
    Mutation(
      old: "place: facade, prominent: true", new: "place: facade",
      expected: ["civilization-station.place undetermined W5 –"]),
    Mutation(
      old: "id: W5, kind: civilization-station", new: "id: W5, kind: other",
      expected: [
        "civilization-station.count fail – –", "exterior.surplus fail W5 –", "sign.kind-consistent fail W5 –",
      ]),
    Mutation(
      old: "kind: index-board\n    place: hall", new: "kind: index-board", expected: ["sign.placed undetermined N1 –"]),
    Mutation(old: "text: 102室", new: "text: 房号102", expected: []),
    Mutation(old: "text: 102室", new: "text: １０２", expected: []),
    Mutation(old: "text: \"101\"", new: "text: \"0101\"", expected: ["room.numbered fail N3 room:101"]),
    Mutation(
      old: "text: 102室, place: room-door", new: "text: 议事厅, place: room-door",
      expected: ["room.numbered undetermined – room:102"]),
    Mutation(
      old: "entries: [{room: \"101\"}, {room: \"102\"}]", new: "entries: [{room: \"101\"}]",
      expected: ["floor-map.complete fail N2 room:102"]),
    Mutation(
      old: "functions: [居民议事厅]", new: "functions: [居民议事厅], demanded_by: 某局",
      expected: ["negative-list.dedicated-venue fail – room:102"]),
    Mutation(old: ", state: in-place", new: "", expected: []),
  ]

  @Test("fails exactly where it was changed", arguments: mutations)
  func mutated(_ mutation: Mutation) {
    let text = Self.compliant.replacing(mutation.old, with: mutation.new, maxReplacements: 1)
    #expect(Trials.findings(text) == mutation.expected)
  }

  @Test("reads the same with CR LF, with a byte order mark and in UTF-16")
  func encodings() {
    let crlf = Self.compliant.replacing("\n", with: "\r\n")
    let utf16: [UInt8] = [0xFF, 0xFE] + Self.compliant.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [Array(crlf.utf8), [0xEF, 0xBB, 0xBF] + Array(Self.compliant.utf8), utf16] {
      #expect(Trials.audit(bytes).map(\.report.status) == [.compliant])
    }
  }

  @Test("gives the same findings every time")
  func deterministic() {
    let text = Self.compliant.replacing("lettering: black", with: "lettering: red")
    let once = Trials.audit(text).map(\.report.findings)
    #expect(once == Trials.audit(text).map(\.report.findings))
  }
}

@Suite("Inventories that cannot be read")
struct UnreadableTests {
  static let head = "community: {district: 临江区, street: 江畔街道, name: 柳荫社区}\nsigns: []\n"

  static let broken: [(String, String)] = [
    ("root is a list", "- a\n"),
    ("root is a text", "名称：柳荫社区\n"),
    ("unknown key", head + "colour: red\n"),
    ("two spellings of one key", head + "标识牌: []\n"),
    ("no signs", "community: {district: 临江区, street: 江畔街道, name: 柳荫社区}\n"),
    ("an alias", "a: &a 1\nsigns: *a\n"),
    ("a cycle", "signs: &a [*a]\n"),
    ("a tag", head + "survey: !!python/object {}\n"),
    ("a date that does not exist", head + "survey: {date: 2026-02-30}\n"),
    ("a date with slashes", head + "survey: {date: 2026/5/1}\n"),
    ("a date in Chinese", head + "survey: {date: 二〇二六年}\n"),
    ("an unclosed quote", head + "survey: {by: \"a\n"),
    ("a word outside its vocabulary", head.replacing("[]", with: "[{id: a, kind: service-centre}]")),
    ("a repeated id", head.replacing("[]", with: "[{id: a}, {id: a}]")),
    ("a truth value that is none", head.replacing("[]", with: "[{id: a, prominent: maybe}]")),
    ("a full-width number", head.replacing("[]", with: "[{id: a, order: １}]")),
  ]

  @Test("are unreadable, with a place", arguments: broken)
  func unreadable(_ name: String, _ text: String) {
    let reports = Trials.audit(text).map(\.report)
    #expect(reports.map(\.status) == [.unreadable])
    #expect(reports.allSatisfy { report in report.diagnostics.contains { $0.location != nil } })
  }

  @Test("plain scalars stay the text that was written")
  func scalars() {
    let text = UnreadableTests.head.replacing(
      "[]", with: "[{id: no}, {id: 010203}, {id: 8:30}, {id: 2024-01-01, text: ~}]")
    let reports = Trials.audit(text).map(\.report)
    #expect(reports.map(\.diagnostics) == [[]])
    let signs = reports[0].findings.compactMap(\.sign)
    #expect(Set(signs) == ["no", "010203", "8:30", "2024-01-01"])
  }
}

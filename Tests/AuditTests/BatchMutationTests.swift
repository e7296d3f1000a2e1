import Audit
import TestSupport
import Testing

/// Several inventories, each the compliant one with changes, with a roster and waivers.
struct BatchMutation: Sendable, CustomTestStringConvertible {
  var name: String
  var inventories: [[Mutation.Edit]] = [[]]
  var roster: String?
  /// Entries of a waivers file.
  var waivers: [String] = []
  /// All findings as `community rule outcome sign subject`.
  var expected: [String] = []

  var testDescription: String { name }
}

@Suite("Compliant inventories, changed, with a roster and waivers")
struct BatchMutationTests {
  static let roster = """
    roster: 1
    district: 临江区
    streets:
      - name: 江畔街道
        communities:
          - {name: 柳荫社区, code: "990001001001", party_organization: committee}
          - {name: 渡口社区, code: "990001001002"}
      - name: 柳林街道办事处
        communities:
          - {name: 梅坞社区居委会}

    """
  /// The same with 柳荫社区 alone.
  static let one = """
    名册: 1
    区: 临江区
    各街道:
      - {名称: 江畔街道, 各社区: [{名称: 柳荫居民委员会, 代码: "990001001001", 党组织形式: 委员会}]}

    """
  static let generalBranch = one.replacing("委员会}", with: "党总支}")

  private static let ferry: [Mutation.Edit] = [.everywhere("柳荫", "渡口"), .text("990001001001", "990001001002")]
  private static let plum: [Mutation.Edit] = [
    .everywhere("柳荫", "梅坞"), .everywhere("江畔街道", "柳林街道"), .text("code: \"990001001001\"", "code: \"7\""),
  ]
  private static let noCode = Mutation.Edit.text(", code: \"990001001001\"", "")

  static let listing: [BatchMutation] = [
    .init(name: "in the roster, alone", roster: one),
    .init(
      name: "two communities without an inventory", roster: roster,
      expected: ["渡口社区 community.submitted fail", "梅坞社区 community.submitted fail"]),
    .init(name: "every community has one", inventories: [plum, [], ferry], roster: roster),
    .init(
      name: "one of them is not compliant", inventories: [plum, [.drop("W5")], ferry], roster: roster,
      expected: ["柳荫社区 civilization-station.count fail"]),
    .init(name: "matched by name where the inventory has no code", inventories: [[noCode]], roster: one),
    .init(
      name: "matched by a code in full width", inventories: [[.text("990001001001", "９９０００１００１００１")]],
      roster: one),
    .init(
      name: "not in the roster", inventories: [[.everywhere("柳荫", "松岗"), noCode]], roster: one,
      expected: ["松岗社区 community.listed fail", "柳荫社区 community.submitted fail"]),
    .init(
      name: "not in the roster, by name or code",
      inventories: [[.everywhere("柳荫", "松岗"), .text("990001001001", "990001001009")]], roster: one,
      expected: ["松岗社区 community.listed fail", "柳荫社区 community.submitted fail"]),
    .init(
      name: "the code of another name", inventories: [[.everywhere("柳荫", "松岗")]], roster: one,
      expected: ["松岗社区 community.listed fail"]),
    .init(
      name: "the name with another code", inventories: [[.text("990001001001", "990001001009")]], roster: one,
      expected: ["柳荫社区 community.listed fail", "柳荫社区 community.submitted fail"]),
    .init(
      name: "in another street than the roster says", inventories: [[.everywhere("江畔街道", "柳林街道"), noCode]],
      roster: one, expected: ["柳荫社区 community.listed fail", "柳荫社区 community.submitted fail"]),
    .init(
      name: "in another street, the code known", inventories: [[.everywhere("江畔街道", "柳林街道")]], roster: one,
      expected: ["柳荫社区 community.listed fail"]),
    .init(
      name: "in another district", inventories: [[.everywhere("临江区", "滨江区"), noCode]], roster: one,
      expected: ["柳荫社区 community.listed fail", "柳荫社区 community.submitted fail"]),
    .init(
      name: "another Party organization than the roster records: the roster counts", roster: generalBranch,
      expected: ["柳荫社区 party-organization.name fail W2", "柳荫社区 community.listed fail"]),
    .init(
      name: "the plate right by the roster, the inventory wrong", inventories: [[.sign("W2", "委员会", "总支部委员会")]],
      roster: generalBranch, expected: ["柳荫社区 community.listed fail"]),
    .init(
      name: "the form only in the roster", inventories: [[.text(", party_organization: committee", "")]],
      roster: generalBranch, expected: ["柳荫社区 party-organization.name fail W2"]),
    .init(
      name: "the form only in the roster, and right",
      inventories: [[.text(", party_organization: committee", ""), .sign("W2", "委员会", "总支部委员会")]],
      roster: generalBranch),
    .init(
      name: "the form only in the inventory",
      inventories: [[.text("organization: committee", "organization: branch")]],
      roster: one.replacing(", 党组织形式: 委员会", with: ""), expected: ["柳荫社区 party-organization.name fail W2"]),
    .init(
      name: "a second inventory is not otherwise audited", inventories: [[], [.drop("W1"), .drop("N1")]],
      expected: ["柳荫社区 community.unique fail"]),
    .init(
      name: "a second and a third, by other forms of the name",
      inventories: [[.drop("W1")], [.text("name: 柳荫社区", "name: 柳荫居委会")], [.text("street: 江畔街道", "街道: 江畔街道办事处")]],
      roster: one,
      expected: [
        "柳荫社区 service-center.count fail", "柳荫社区 community.unique fail", "柳荫社区 community.unique fail",
      ]),
    .init(
      name: "two sites of one community",
      inventories: [
        [.text("facility:\n", "facility:\n  name: 一号点\n")], [.text("facility:\n", "facility:\n  name: 二号点\n")],
      ],
      roster: one),
    .init(
      name: "a site told apart from one without a name",
      inventories: [[], [.text("facility:\n", "场所:\n  名称: 二号点\n")]], roster: one),
    .init(
      name: "one site twice",
      inventories: [
        [.text("facility:\n", "facility:\n  name: 一号点\n")], [.text("facility:\n", "facility:\n  name: 一号 点\n")],
      ],
      expected: ["柳荫社区 community.unique fail"]),
    .init(
      name: "an inventory that cannot be read counts as submitted", inventories: [[.text("survey:", "survay:")]],
      roster: one),
  ]

  private static func waiver(
    _ rule: String, _ more: String = "", street: String = "江畔街道", community: String = "柳荫社区",
    expires: String = "2026-12-31"
  ) -> String {
    "{rule: \(rule), street: \(street), community: \(community), reason: 一, approved_by: 二, document: 三, "
      + "expires: \(expires)\(more.isEmpty ? "" : ", ")\(more)}"
  }
  private static let red: [Mutation.Edit] = [
    .sign("W3", "lettering: black", "lettering: red"), .sign("W4", "lettering: black", "lettering: red"),
  ]
  private static let boards: [Mutation.Edit] = [
    .sign("N7", "handbook", "corridor-wall"),
    .add("id: X1, kind: institution-board, text: 值班制度, place: stairwell"),
  ]

  static let waived: [BatchMutation] = [
    .init(
      name: "a rule waived for one sign", inventories: [boards],
      waivers: [waiver("institution-board.off-wall", "sign: N7")],
      expected: ["柳荫社区 institution-board.off-wall waived N7", "柳荫社区 institution-board.off-wall fail X1"]),
    .init(
      name: "a rule waived for the whole community, and only this rule", inventories: [boards + red],
      waivers: [waiver("institution-board.off-wall")],
      expected: [
        "柳荫社区 residents-committee.colours fail W3", "柳荫社区 supervision-committee.colours fail W4",
        "柳荫社区 institution-board.off-wall waived N7", "柳荫社区 institution-board.off-wall waived X1",
      ]),
    .init(
      name: "a waiver on its last day", inventories: [[.drop("W5")]],
      waivers: [waiver("civilization-station.count", expires: "2026-05-20")],
      expected: ["柳荫社区 civilization-station.count waived"]),
    .init(
      name: "a waiver a day after", inventories: [[.drop("W5")]],
      waivers: [waiver("civilization-station.count", expires: "2026-05-19")],
      expected: ["柳荫社区 civilization-station.count fail"]),
    .init(
      name: "a waiver for one room", inventories: [[.drop("N4"), .drop("N6")]],
      waivers: [waiver("room.numbered", "subject: room:201")],
      expected: ["柳荫社区 room.numbered fail – room:101", "柳荫社区 room.numbered waived – room:201"]),
    .init(
      name: "a waiver waives no open question", inventories: [[.sign("N7", "handbook", "hall")]],
      waivers: [waiver("institution-board.off-wall")],
      expected: ["柳荫社区 institution-board.off-wall undetermined N7"]),
    .init(
      name: "waivers of another street, community and district", inventories: [[.drop("W5")]],
      waivers: [
        waiver("civilization-station.count", street: "柳林街道"), waiver("civilization-station.count", community: "渡口社区"),
        waiver("civilization-station.count", "district: 滨江区"),
      ], expected: ["柳荫社区 civilization-station.count fail"]),
    .init(
      name: "a waiver by long names, with the district", inventories: [[.drop("W5")]],
      waivers: [waiver("civilization-station.count", "区: 临江区", street: "江畔街道办事处", community: "柳荫居委会")],
      expected: ["柳荫社区 civilization-station.count waived"]),
    .init(
      name: "a missing inventory waived", roster: roster, waivers: [waiver("community.submitted", community: "渡口社区")],
      expected: ["渡口社区 community.submitted waived", "梅坞社区 community.submitted fail"]),
  ]

  @Test("have exactly the findings that the standard makes of the change", arguments: listing + waived)
  func mutated(_ mutation: BatchMutation) throws {
    let texts = try mutation.inventories.map {
      try Mutation(name: "", edits: $0, expected: []).applied(to: Mutation.compliant)
    }
    let waivers =
      mutation.waivers.isEmpty
      ? nil : "waivers: 1\nentries:\n" + mutation.waivers.map { "  - \($0)\n" }.joined()
    let report = try Trials.report(texts, roster: mutation.roster, waivers: waivers)
    let findings = report.streets.flatMap(\.communities).flatMap { community in
      community.findings.map { "\(community.name ?? "") \(Trials.line($0))" }
    }
    #expect(findings.sorted() == mutation.expected.sorted())
  }

  @Test("are told apart by their names")
  func names() {
    #expect(Set((Self.listing + Self.waived).map(\.name)).count == Self.listing.count + Self.waived.count)
  }
}

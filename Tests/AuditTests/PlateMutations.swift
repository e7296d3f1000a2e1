extension Mutation {
  /// `party-organization.*`
  static let partyOrganization: [Mutation] = [
    .breaks("no Party organization plate", .drop("W2"), finds: "party-organization.count fail"),
    .breaks(
      "the Party organization plate inside", .sign("W2", "entrance-left", "hall-wall"),
      finds: "party-organization.count fail"),
    .breaks("中共 for 中国共产党", .sign("W2", "中国共产党", "中共"), finds: "party-organization.name fail W2"),
    .breaks("no district", .sign("W2", "临江区", ""), finds: "party-organization.name fail W2"),
    .breaks("no street", .sign("W2", "江畔街道", ""), finds: "party-organization.name fail W2"),
    .breaks("a city inserted", .sign("W2", "临江区", "江城市临江区"), finds: "party-organization.name fail W2"),
    .breaks("街道办事处 for 街道", .sign("W2", "江畔街道", "江畔街道办事处"), finds: "party-organization.name fail W2"),
    .breaks("党委 for 委员会", .sign("W2", "委员会", "党委"), finds: "party-organization.name fail W2"),
    .breaks(
      "another form of Party organization than recorded", .sign("W2", "委员会", "总支部委员会"),
      finds: "party-organization.name fail W2"),
    .breaks(
      "a general branch that calls itself a committee",
      .text("party_organization: committee", "party_organization: general-branch"),
      finds: "party-organization.name fail W2"),
    .keeps(
      "a general branch", .text("party_organization: committee", "party_organization: general-branch"),
      .sign("W2", "委员会", "总支部委员会")),
    .keeps(
      "a branch, in Chinese", .text("party_organization: committee", "党组织形式: 党支部"),
      .sign("W2", "委员会", "支部委员会")),
    .keeps("the form unrecorded, a committee", .text(", party_organization: committee", "")),
    .keeps(
      "the form unrecorded, a general branch", .text(", party_organization: committee", ""),
      .sign("W2", "委员会", "总支部委员会")),
    .keeps(
      "the form unrecorded, a branch", .text(", party_organization: committee", ""), .sign("W2", "委员会", "支部委员会")),
    .breaks(
      "the form unrecorded, a short form", .text(", party_organization: committee", ""), .sign("W2", "委员会", "党支部"),
      finds: "party-organization.name fail W2"),
    .breaks(
      "the Party organization plate's words unrecorded", .sign("W2", "text: 中国共产党临江区江畔街道柳荫社区委员会, ", ""),
      finds: "party-organization.name undetermined W2"),
    .breaks(
      "a red ground", .sign("W2", "background: white", "background: red"), finds: "party-organization.colours fail W2"),
    .breaks(
      "black lettering", .sign("W2", "lettering: red", "lettering: black"), finds: "party-organization.colours fail W2"),
    .breaks(
      "both colours wrong: one finding",
      .sign("W2", "background: white, lettering: red", "background: red, lettering: white"),
      finds: "party-organization.colours fail W2"),
    .breaks(
      "the ground unrecorded", .sign("W2", "background: white, ", ""),
      finds: "party-organization.colours undetermined W2"),
    .breaks(
      "both colours unrecorded: one finding", .sign("W2", ", background: white, lettering: red", ""),
      finds: "party-organization.colours undetermined W2"),
    .breaks(
      "the ground unrecorded, the lettering wrong", .sign("W2", "background: white, lettering: red", "lettering: gold"),
      finds: "party-organization.colours fail W2"),
    .keeps("colours with 色", .sign("W2", "background: white, lettering: red", "底色: 白色, 字色: 红色")),
    .breaks("a plate lying", .sign("W2", "vertical", "horizontal"), finds: "party-organization.orientation fail W2"),
    .breaks(
      "a plate's orientation unrecorded", .sign("W2", "orientation: vertical, ", ""),
      finds: "party-organization.orientation undetermined W2"),
    .breaks(
      "a second Party organization plate on the wrong side",
      .add(
        "id: X1, kind: party-organization, text: 中国共产党临江区江畔街道柳荫社区委员会, place: entrance-right, orientation: vertical, background: white, lettering: red"
      ),
      finds: "party-organization.count fail", "entrance.sides fail X1"),
  ]

  /// `residents-committee.*` and `supervision-committee.*`
  static let committees: [Mutation] = [
    .breaks("no residents' committee plate", .drop("W3"), finds: "residents-committee.count fail"),
    .breaks("居委会 for 居民委员会", .sign("W3", "居民委员会", "居委会"), finds: "residents-committee.name fail W3"),
    .breaks("no district and street", .sign("W3", "临江区江畔街道", ""), finds: "residents-committee.name fail W3"),
    .breaks(
      "the residents' committee's words unrecorded", .sign("W3", "text: 临江区江畔街道柳荫社区居民委员会, ", ""),
      finds: "residents-committee.name undetermined W3"),
    .breaks(
      "red lettering", .sign("W3", "lettering: black", "lettering: red"), finds: "residents-committee.colours fail W3"),
    .breaks(
      "a gold ground", .sign("W3", "background: white", "background: gold"),
      finds: "residents-committee.colours fail W3"),
    .breaks(
      "a plate's lettering unrecorded", .sign("W3", ", lettering: black", ""),
      finds: "residents-committee.colours undetermined W3"),
    .breaks(
      "the plate lying, in Chinese", .sign("W3", "orientation: vertical", "方向: 横"),
      finds: "residents-committee.orientation fail W3"),
    .breaks(
      "the residents' committee's orientation unrecorded", .sign("W3", "orientation: vertical", "orientation: ~"),
      finds: "residents-committee.orientation undetermined W3"),
    .breaks(
      "a second residents' committee plate, each judged for itself",
      .add(
        "id: X1, kind: residents-committee, text: 柳荫社区居委会, place: entrance-right, orientation: vertical, background: white"
      ),
      finds: "residents-committee.count fail", "residents-committee.name fail X1",
      "residents-committee.colours undetermined X1"),
    .breaks(
      "the kind of the residents' committee plate unrecorded, its words known",
      .sign("W3", "kind: residents-committee, ", ""), .sign("W3", "居民委员会", "居委会"),
      finds: "residents-committee.name fail W3"),
    .breaks("no supervision committee plate", .drop("W4"), finds: "supervision-committee.count fail"),
    .breaks(
      "two supervision committee plates",
      .add(
        "id: X1, kind: supervision-committee, text: 临江区江畔街道柳荫社区居务监督委员会, place: entrance-right, orientation: vertical, background: white, lettering: black"
      ),
      finds: "supervision-committee.count fail"),
    .breaks("no 居务", .sign("W4", "居务监督", "监督"), finds: "supervision-committee.name fail W4"),
    .breaks("村务 for 居务", .sign("W4", "居务监督", "村务监督"), finds: "supervision-committee.name fail W4"),
    .breaks("监委会 for 监督委员会", .sign("W4", "监督委员会", "监委会"), finds: "supervision-committee.name fail W4"),
    .breaks(
      "the supervision committee's words unrecorded", .sign("W4", "text: 临江区江畔街道柳荫社区居务监督委员会, ", ""),
      finds: "supervision-committee.name undetermined W4"),
    .breaks(
      "brown lettering", .sign("W4", "lettering: black", "lettering: brown"),
      finds: "supervision-committee.colours fail W4"),
    .breaks(
      "the supervision committee's ground unrecorded", .sign("W4", "background: white, ", ""),
      finds: "supervision-committee.colours undetermined W4"),
    .breaks(
      "the supervision committee plate lying", .sign("W4", "vertical", "horizontal"),
      finds: "supervision-committee.orientation fail W4"),
    .breaks(
      "the supervision committee's orientation unrecorded", .sign("W4", "orientation: vertical, ", ""),
      finds: "supervision-committee.orientation undetermined W4"),
    .breaks(
      "the words of two plates exchanged",
      .sign("W3", "居民委员会", "居务监督委员会"), .sign("W4", "居务监督委员会", "居民委员会"),
      finds: "residents-committee.name fail W3", "supervision-committee.name fail W4", "sign.kind-consistent fail W3",
      "sign.kind-consistent fail W4"),
  ]
}

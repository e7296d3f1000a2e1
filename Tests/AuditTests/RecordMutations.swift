extension Mutation {
  /// `sign.*`: the inventory against itself.
  static let record: [Mutation] = [
    .breaks(
      "the service center sign declared another", .sign("W1", "service-center", "other"),
      finds: "service-center.count fail", "exterior.surplus fail W1", "sign.kind-consistent fail W1"),
    .breaks(
      "the Party organization plate declared the residents' committee's",
      .sign("W2", "party-organization", "residents-committee"),
      finds: "party-organization.count fail", "residents-committee.count fail", "residents-committee.name fail W2",
      "residents-committee.colours fail W2", "entrance.sides fail W2", "sign.kind-consistent fail W2"),
    .breaks(
      "the mark says service center", .sign("W5", "text: 新时代文明实践站", "text: 柳荫社区党员群众服务中心"),
      finds: "civilization-station.name fail W5", "sign.kind-consistent fail W5"),
    .breaks(
      "an ad-hoc body named like a committee",
      .add("id: X1, kind: working-group, text: 柳荫社区居委会, place: room-wall, demanded_by: none"),
      finds: "sign.kind-consistent fail X1"),
    .breaks(
      "another sign named like an ad-hoc body",
      .add("id: X1, kind: other, text: 防汛工作专班, place: room-wall, demanded_by: none"),
      finds: "sign.kind-consistent fail X1"),
    .keeps(
      "another sign named like an institution board",
      .add("id: X1, kind: other, text: 办事流程, place: room-wall, demanded_by: none")),
    .keeps(
      "a panel, a function sign and a pennant are not asked",
      .add("id: X1, kind: display-panel, text: 某领导小组, place: hall-wall, demanded_by: none"),
      .add("id: X2, kind: function-sign, text: 新时代文明实践站, place: hall-wall"),
      .add("id: X3, kind: pennant, text: 赠柳荫社区居委会, place: desk")),
    .breaks(
      "a service center sign that says institution is only badly named", .sign("W1", "党员群众服务中心", "管理制度"),
      finds: "service-center.name fail W1"),
    .breaks(
      "neither kind nor words, outside", .add("id: X1, place: facade"),
      finds: "service-center.count undetermined", "party-organization.count undetermined",
      "residents-committee.count undetermined", "supervision-committee.count undetermined",
      "civilization-station.count undetermined", "sign.kind-consistent undetermined X1"),
    .breaks(
      "neither kind nor words, outside, where two counts are decided", .add("id: X1, place: facade, text: \"\""),
      .add(secondCenter.replacing("X1", with: "X2")), .drop("W5"),
      finds: "service-center.count fail", "party-organization.count undetermined",
      "residents-committee.count undetermined", "supervision-committee.count undetermined",
      "civilization-station.count undetermined", "sign.kind-consistent undetermined X1"),
    .breaks(
      "neither kind nor words, inside", .add("id: X1, place: hall"),
      finds: "index-board.count undetermined", "index-board.single undetermined", "sign.kind-consistent undetermined X1"
    ),
    .breaks(
      "neither kind nor words nor place", .add("id: X1"),
      finds: "service-center.count undetermined", "party-organization.count undetermined",
      "residents-committee.count undetermined", "supervision-committee.count undetermined",
      "civilization-station.count undetermined", "index-board.count undetermined", "index-board.single undetermined",
      "sign.kind-consistent undetermined X1"),
    .keeps("neither kind nor words, removed", .add("id: X1, state: removed, since: 2026-04-01")),
    .breaks(
      "the service center sign with neither kind nor words",
      .sign("W1", "kind: service-center, text: 柳荫社区党员群众服务中心, ", ""),
      finds: "service-center.count undetermined", "party-organization.count undetermined",
      "residents-committee.count undetermined", "supervision-committee.count undetermined",
      "civilization-station.count undetermined", "sign.kind-consistent undetermined W1"),
    .breaks(
      "words that are not recognised, outside", .add("id: X1, text: 欢迎光临, place: facade"),
      finds: "sign.kind-consistent undetermined X1"),
    .breaks(
      "words that are not recognised, nowhere", .add("id: X1, text: 欢迎光临"),
      finds: "sign.kind-consistent undetermined X1"),
    .breaks(
      "the service center sign with words that are not recognised",
      .sign("W1", "kind: service-center, text: 柳荫社区党员群众服务中心", "text: 柳荫社区之家"),
      finds: "service-center.count fail", "sign.kind-consistent undetermined W1"),
    .keeps(
      "the five recognised by their words", .sign("W1", "kind: service-center, ", ""),
      .sign("W2", "kind: party-organization, ", ""),
      .sign("W3", "kind: residents-committee, ", ""), .sign("W4", "kind: supervision-committee, ", ""),
      .sign("W5", "kind: civilization-station, ", "")),
    .breaks(
      "a second plate recognised by its words, on the front",
      .add("id: X1, text: 临江区江畔街道柳荫社区居民委员会, place: facade, orientation: vertical, background: white, lettering: black"),
      finds: "residents-committee.count fail", "entrance.sides fail X1"),

    .breaks("another sign somewhere", .add("id: X1, kind: other, text: 网格风采"), finds: "sign.placed undetermined X1"),
    .breaks(
      "a panel, a plaque and an ad-hoc body's sign somewhere: one finding each",
      .add("id: X1, kind: display-panel, demanded_by: 某局"), .add("id: X2, kind: door-plaque, text: 暖心驿站"),
      .add("id: X3, kind: working-group, text: 防汛指挥部, demanded_by: 某局"),
      finds: "sign.placed undetermined X1", "sign.placed undetermined X2", "sign.placed undetermined X3"),
    .keeps("a notice board somewhere", .sign("W6", ", place: gate", "")),

    .breaks(
      "a plate of a room that is not there", .sign("N4", "room: \"101\"", "room: \"109\""),
      finds: "room.numbered fail – room:101", "sign.room-exists fail N4"),
    .breaks(
      "a sign on a floor that is not there", .sign("N7", "handbook", "handbook, floor: \"3\""),
      finds: "sign.room-exists fail N7"),
    .breaks(
      "a room and a floor that are not there: one finding",
      .sign("N7", "handbook", "handbook, floor: \"3\", room: \"301\""),
      finds: "sign.room-exists fail N7"),
    .breaks(
      "a notice board's room", .sign("W6", "place: gate", "place: gate, room: \"109\""),
      finds: "sign.room-exists fail W6"),
    .breaks(
      "neither kind nor words, at a door", .sign("N4", "kind: room-number, text: \"101\", ", ""),
      finds: "index-board.count undetermined", "index-board.single undetermined",
      "room.numbered undetermined – room:101", "sign.kind-consistent undetermined N4"),
    .keeps("a room and a floor in full width", .sign("N7", "handbook", "handbook, floor: １, room: １０１")),
    .keeps("a removed sign's room", .sign("N7", "handbook", "handbook, room: \"109\", state: removed")),
    .breaks(
      "a map of a floor that is not there", .sign("N3", "floor: \"2\"", "floor: \"3\""),
      finds: "floor-map.count fail – floor:2", "floor-map.complete fail N3 entry:201", "sign.room-exists fail N3"),
    .breaks(
      "a floor that no room has, the floors unrecorded", .text("  floors: [\"1\", \"2\"]\n", ""),
      .sign("N7", "handbook", "handbook, floor: \"3\""), finds: "sign.room-exists undetermined N7"),
    .keeps(
      "a floor that a room has, the floors unrecorded", .text("  floors: [\"1\", \"2\"]\n", ""),
      .sign("N7", "handbook", "handbook, floor: \"2\"")),

    .breaks(
      "no rooms recorded",
      .text(
        """
        facility:
          floors: ["1", "2"]
          rooms:
            - {number: "101", floor: "1", functions: [便民服务站, 退役军人服务站]}
            - {number: "102", floor: "1", functions: [居民议事厅]}
            - {number: "201", floor: "2", functions: [综合文化服务中心]}
            - {number: "202", floor: "2", functions: []}

        """, ""),
      finds: "index-board.complete undetermined N1", "index-board.entries-exist undetermined N1",
      "floor-map.count undetermined", "floor-map.complete undetermined N2", "floor-map.complete undetermined N3",
      "room.numbered undetermined", "room.shared-use undetermined", "negative-list.dedicated-venue undetermined",
      "sign.room-exists undetermined N2", "sign.room-exists undetermined N3", "sign.room-exists undetermined N4",
      "sign.room-exists undetermined N6"),
    .breaks(
      "no rooms",
      .text(
        """
          rooms:
            - {number: "101", floor: "1", functions: [便民服务站, 退役军人服务站]}
            - {number: "102", floor: "1", functions: [居民议事厅]}
            - {number: "201", floor: "2", functions: [综合文化服务中心]}
            - {number: "202", floor: "2", functions: []}

        """, "  rooms: []\n"),
      finds: "index-board.entries-exist fail N1 entry:便民服务站", "index-board.entries-exist fail N1 entry:退役军人服务站",
      "index-board.entries-exist fail N1 entry:居民议事厅", "index-board.entries-exist fail N1 entry:综合文化服务中心",
      "floor-map.complete fail N2 entry:101", "floor-map.complete fail N2 entry:102",
      "floor-map.complete fail N3 entry:201", "sign.room-exists fail N4", "sign.room-exists fail N6"),
  ]
}

extension Mutation {
  /// `entrance.sides`: the frame known.
  static let knownFrame: [Mutation] = [
    .breaks(
      "the Party organization on the right", .sign("W2", "entrance-left", "entrance-right"),
      finds: "entrance.sides fail W2"),
    .breaks(
      "the residents' committee on the left", .sign("W3", "entrance-right", "entrance-left"),
      finds: "entrance.sides fail W3"),
    .breaks(
      "the supervision committee on the left", .sign("W4", "entrance-right", "entrance-left"),
      finds: "entrance.sides fail W4"),
    .breaks(
      "everything on the left",
      .sign("W3", "entrance-right", "entrance-left"), .sign("W4", "entrance-right", "entrance-left"),
      finds: "entrance.sides fail W3", "entrance.sides fail W4"),
    .breaks(
      "the whole entrance mirrored: one finding",
      .sign("W2", "entrance-left", "entrance-right"), .sign("W3", "entrance-right", "entrance-left"),
      .sign("W4", "entrance-right", "entrance-left"), finds: "entrance.sides fail"),
    .breaks(
      "mirrored with one committee missing", .sign("W2", "entrance-left", "entrance-right"),
      .sign("W3", "entrance-right", "entrance-left"), .drop("W4"),
      finds: "supervision-committee.count fail", "entrance.sides fail"),
    .breaks(
      "not mirrored where one plate has no side", .sign("W2", "entrance-left", "entrance-right"),
      .sign("W3", "entrance-right", "entrance-left"), .sign("W4", "entrance-right", "facade"),
      finds: "entrance.sides fail W2", "entrance.sides fail W3", "entrance.sides fail W4"),
    .breaks(
      "not mirrored where one plate's place is unrecorded", .sign("W2", "entrance-left", "entrance-right"),
      .sign("W3", "entrance-right", "entrance-left"), .sign("W4", "place: entrance-right, ", ""),
      finds: "supervision-committee.count undetermined", "entrance.sides fail W2", "entrance.sides fail W3",
      "entrance.sides undetermined W4"),
    .breaks(
      "not mirrored without the Party organization", .drop("W2"), .sign("W3", "entrance-right", "entrance-left"),
      .sign("W4", "entrance-right", "entrance-left"),
      finds: "party-organization.count fail", "entrance.sides fail W3", "entrance.sides fail W4"),
    .breaks(
      "recorded from inside: mirrored", .text("viewpoint: facing-entrance", "viewpoint: facing-out"),
      finds: "entrance.sides fail"),
    .breaks(
      "recorded from inside, in Chinese", .text("viewpoint: facing-entrance", "视角: 背向大门"), finds: "entrance.sides fail"),
    .keeps(
      "recorded from inside, and right", .text("viewpoint: facing-entrance", "viewpoint: facing-out"),
      .sign("W2", "entrance-left", "entrance-right"), .sign("W3", "entrance-right", "entrance-left"),
      .sign("W4", "entrance-right", "entrance-left")),
    .breaks(
      "recorded from inside, one committee wrong", .text("viewpoint: facing-entrance", "viewpoint: facing-out"),
      .sign("W2", "entrance-left", "entrance-right"), .sign("W3", "entrance-right", "entrance-left"),
      finds: "entrance.sides fail W4"),
    .breaks(
      "the Party organization on the front", .sign("W2", "entrance-left", "facade"), finds: "entrance.sides fail W2"),
    .breaks(
      "a committee above the entrance", .sign("W3", "entrance-right", "above-entrance"), finds: "entrance.sides fail W3"
    ),
    .breaks(
      "the Party organization somewhere", .sign("W2", "place: entrance-left, ", ""),
      finds: "party-organization.count undetermined", "entrance.sides undetermined W2"),
    .breaks(
      "a committee somewhere, and standing", .sign("W3", "place: entrance-right", "place: ~"),
      .sign("W3", "hung", "standing"),
      finds: "residents-committee.count undetermined", "entrance.sides undetermined W3", "exterior.mounting fail W3"),
  ]

  /// `entrance.sides`: the viewpoint unrecorded, so that both frames are open.
  static let openFrame: [Mutation] = [
    .breaks(
      "the viewpoint unrecorded", .text(", viewpoint: facing-entrance", ""), finds: "entrance.sides undetermined"),
    .breaks(
      "no survey", .text("survey: {date: 2026-05-12, viewpoint: facing-entrance}\n", ""),
      finds: "entrance.sides undetermined"),
    .breaks(
      "the viewpoint unrecorded, all exchanged", .text(", viewpoint: facing-entrance", ""),
      .sign("W2", "entrance-left", "entrance-right"), .sign("W3", "entrance-right", "entrance-left"),
      .sign("W4", "entrance-right", "entrance-left"), finds: "entrance.sides undetermined"),
    .breaks(
      "the viewpoint unrecorded, all on one side", .text(", viewpoint: facing-entrance", ""),
      .sign("W2", "entrance-left", "entrance-right"), finds: "entrance.sides fail"),
    .breaks(
      "the viewpoint unrecorded, the committees apart", .text(", viewpoint: facing-entrance", ""),
      .sign("W3", "entrance-right", "entrance-left"), finds: "entrance.sides fail"),
    .breaks(
      "the viewpoint unrecorded, a plate at no side", .text(", viewpoint: facing-entrance", ""),
      .sign("W4", "entrance-right", "side-wall"), finds: "entrance.sides fail"),
    .breaks(
      "the viewpoint unrecorded, only the Party organization there", .text(", viewpoint: facing-entrance", ""),
      .drop("W3"), .drop("W4"),
      finds: "residents-committee.count fail", "supervision-committee.count fail", "entrance.sides undetermined"),
    .breaks(
      "the viewpoint unrecorded, no plate there", .text(", viewpoint: facing-entrance", ""), .drop("W2"), .drop("W3"),
      .drop("W4"),
      finds: "party-organization.count fail", "residents-committee.count fail", "supervision-committee.count fail"),
    .breaks(
      "the viewpoint and a place unrecorded", .text(", viewpoint: facing-entrance", ""),
      .sign("W2", "place: entrance-left, ", ""),
      finds: "party-organization.count undetermined", "entrance.sides undetermined"),
    .breaks(
      "the viewpoint and a place unrecorded, the committees apart", .text(", viewpoint: facing-entrance", ""),
      .sign("W2", "place: entrance-left, ", ""), .sign("W3", "entrance-right", "entrance-left"),
      finds: "party-organization.count undetermined", "entrance.sides fail"),
  ]

  /// `civilization-station.*`, `exterior.*` and what is not surveyed.
  static let exterior: [Mutation] = [
    .breaks("no civilization station mark", .drop("W5"), finds: "civilization-station.count fail"),
    .breaks(
      "two civilization station marks",
      .add("id: X1, kind: civilization-station, place: gate, text: \"\", prominent: yes"),
      finds: "civilization-station.count fail"),
    .breaks("no 新时代", .sign("W5", "新时代", ""), finds: "civilization-station.name fail W5"),
    .keeps("more than 新时代文明实践站", .sign("W5", "text: ", "text: 柳荫社区")),
    .keeps("something behind it, too", .sign("W5", "实践站", "实践站（志愿服务点）")),
    .keeps("a mark without words", .sign("W5", "text: 新时代文明实践站", "text: ''")),
    .breaks(
      "the mark's words unrecorded", .sign("W5", "text: 新时代文明实践站, ", ""),
      finds: "civilization-station.name undetermined W5"),
    .breaks(
      "the mark inconspicuous", .sign("W5", "prominent: true", "prominent: false"),
      finds: "civilization-station.place fail W5"),
    .breaks(
      "the mark inconspicuous, in Chinese", .sign("W5", "prominent: true", "显著: 否"),
      finds: "civilization-station.place fail W5"),
    .breaks(
      "whether the mark is prominent unrecorded", .sign("W5", ", prominent: true", ""),
      finds: "civilization-station.place undetermined W5"),
    .breaks(
      "the mark somewhere", .sign("W5", "place: facade, ", ""),
      finds: "civilization-station.count undetermined", "civilization-station.place undetermined W5"),
    .breaks("the mark inside", .sign("W5", "facade", "hall"), finds: "civilization-station.count fail"),
    .keeps("the mark beside the entrance", .sign("W5", "facade", "entrance-left")),

    .breaks("an electronic service center sign", .sign("W1", "hung", "electronic"), finds: "exterior.mounting fail W1"),
    .breaks("a standing plate", .sign("W2", "hung", "standing"), finds: "exterior.mounting fail W2"),
    .breaks(
      "an insert-card plate, in Chinese", .sign("W4", "mounting: hung", "安装方式: 插卡"), finds: "exterior.mounting fail W4"),
    .breaks(
      "a standing mark", .sign("W5", "mounting: mounted", "mounting: standing"), finds: "exterior.mounting fail W5"),
    .keeps("pasted and painted", .sign("W2", "hung", "pasted"), .sign("W3", "hung", "painted")),
    .keeps("the mounting unrecorded", .sign("W1", "mounting: hung, ", ""), .sign("W4", "mounting: hung, ", "")),

    .breaks(
      "two signs of other bodies", .add("id: X1, kind: other, text: 柳荫社区老年大学, place: facade, mounting: standing"),
      .add("id: X2, kind: other, text: 某某协会, place: gate, demanded_by: none"),
      finds: "exterior.surplus fail X1", "exterior.surplus fail X2"),
    .breaks(
      "an approval excuses nothing by itself",
      .add("id: X1, kind: other, text: 某中心, place: facade, approval: {document: 临办〔2026〕9号, date: 2026-03-01}"),
      finds: "exterior.surplus fail X1"),
    .keeps("a surplus sign that is gone", .add("id: X1, kind: other, text: 老年大学, place: facade, 状态: 已拆除")),
    .breaks(
      "an ad-hoc body outside: no negative-list finding besides",
      .add("id: X1, kind: working-group, text: 防汛指挥部, place: facade, demanded_by: 某局"),
      finds: "exterior.surplus fail X1"),
    .breaks(
      "a display panel, an institution board and an award outside: no interior finding besides",
      .add("id: X1, kind: display-panel, place: gate, demanded_by: 某局"),
      .add("id: X2, kind: institution-board, text: 文明公约, place: side-wall"),
      .add("id: X3, kind: award-plaque, place: exterior-other"),
      finds: "exterior.surplus fail X1", "exterior.surplus fail X2", "exterior.surplus fail X3"),
    .breaks(
      "a door plaque and a room number outside",
      .add("id: X1, kind: door-plaque, text: 暖心驿站, place: entrance-left, demanded_by: 某局"),
      .add("id: X2, kind: room-number, text: \"101\", place: window"),
      finds: "exterior.surplus fail X1", "exterior.surplus fail X2"),
    .keeps(
      "signs outside the standard's scope",
      .add("id: X1, kind: address-plate, text: 柳荫路1号, place: facade"), .add("id: X2, kind: safety-sign, place: window"),
      .add("id: X3, kind: public-guide, place: gate"), .add("id: X4, kind: notice-board, mounting: hung")),
    .breaks(
      "the index board outside", .sign("N1", "place: hall", "place: facade"),
      finds: "exterior.surplus fail N1", "index-board.present fail"),

    .keeps(
      "only the inside surveyed, faults outside", .text("survey: {", "survey: {covers: [interior], "), .drop("W2"),
      .sign("W1", "党员群众", "党群"), .add("id: X1, kind: other, text: 老年大学, place: facade")),
    .keeps(
      "only the outside surveyed, faults inside", .text("survey: {", "survey: {范围: [外部], "), .drop("N4"), .drop("N3"),
      .sign("N1", "居民议事厅", "居民议事会"), .sign("N7", "handbook", "corridor-wall")),
    .breaks(
      "only the inside surveyed, neither kind nor words nor place", .text("survey: {", "survey: {covers: [interior], "),
      .add("id: X1"),
      finds: "index-board.count undetermined", "index-board.single undetermined", "sign.kind-consistent undetermined X1"
    ),
    .breaks(
      "only the outside surveyed, a sign somewhere", .text("survey: {", "survey: {covers: [exterior], "),
      .add("id: X1, kind: display-panel, demanded_by: 某局"), finds: "sign.placed undetermined X1"),
    .breaks(
      "only the inside surveyed, an inventory that contradicts itself",
      .text("survey: {", "survey: {covers: [interior], "),
      .sign("W1", "kind: service-center", "kind: other"), finds: "sign.kind-consistent fail W1"),
    .breaks(
      "both surveyed", .text("survey: {", "survey: {covers: [interior, exterior], "), .drop("W5"),
      .sign("N7", "handbook", "corridor-wall"),
      finds: "civilization-station.count fail", "institution-board.off-wall fail N7"),
  ]
}

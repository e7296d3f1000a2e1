extension Mutation {
  /// `room.*`
  static let rooms: [Mutation] = [
    .breaks("a room without a number", .drop("N4"), finds: "room.numbered fail – room:101"),
    .breaks(
      "a number removed", .sign("N4", "kind: room-number", "kind: room-number, state: removed"),
      finds: "room.numbered fail – room:101"),
    .breaks(
      "0101 is not 101", .sign("N4", "\"101\", place", "\"0101\", place"), finds: "room.numbered fail N4 room:101"),
    .breaks(
      "a number with a name", .sign("N4", "\"101\", place", "101便民服务站, place"), finds: "room.numbered fail N4 room:101"),
    .keeps("室 behind the number", .sign("N4", "\"101\", place", "101室, place")),
    .keeps("房 behind the number", .sign("N4", "\"101\", place", "101房, place")),
    .keeps("号 behind the number", .sign("N4", "\"101\", place", "101号, place")),
    .keeps("号房 behind the number", .sign("N4", "\"101\", place", "101 号房, place")),
    .keeps("房号 before the number", .sign("N4", "\"101\", place", "房号101, place")),
    .keeps("a number in full width", .sign("N5", "102室", "１０２　室")),
    .breaks(
      "室 before the number", .sign("N4", "\"101\", place", "室101, place"), finds: "room.numbered fail N4 room:101"),
    .breaks(
      "a plate without a room that shows no number", .sign("N5", "102室", "议事厅"),
      finds: "room.numbered undetermined – room:102"),
    .breaks(
      "a plate without a room whose words are unrecorded", .sign("N5", "text: 102室, ", ""),
      finds: "room.numbered undetermined – room:102"),
    .breaks(
      "a room's plate whose words are unrecorded", .sign("N4", "text: \"101\", ", ""),
      finds: "room.numbered undetermined N4 room:101"),
    .breaks(
      "a number that is not at the door", .sign("N5", "room-door", "corridor-wall"),
      finds: "room.numbered fail – room:102"),
    .breaks("a number somewhere", .sign("N5", ", place: room-door", ""), finds: "sign.placed undetermined N5"),
    .keeps("a plate recognised by its number", .sign("N4", "kind: room-number, ", "")),
    .keeps("a plate recognised by its number and 室", .sign("N5", "kind: room-number, ", "")),
    .breaks(
      "words at a door that are no number of the facility and have no kind",
      .sign("N6", "kind: room-number, text: \"201\"", "text: \"209\""),
      finds: "room.numbered fail – room:201", "sign.kind-consistent undetermined N6"),
    .breaks(
      "a room gets a function", .room("202", "[]", "[党员活动室]"),
      finds: "floor-map.complete fail N3 room:202", "room.numbered fail – room:202"),
    .breaks(
      "whether a room without a number is a function room is unknown", .drop("N6"),
      .room("201", ", functions: [综合文化服务中心]", ""),
      finds: "index-board.complete undetermined N1 room:201",
      "index-board.entries-exist undetermined N1 entry:综合文化服务中心",
      "room.numbered undetermined – room:201"),

    .breaks(
      "a function sign at a door", .add("id: X1, kind: function-sign, text: 便民服务站, place: room-door"),
      finds: "room.no-name-sign fail X1"),
    .breaks(
      "a door plaque that nobody required",
      .add("id: X1, kind: door-plaque, text: 便民服务站, place: room-door, demanded_by: none"),
      finds: "room.no-name-sign fail X1"),
    .breaks(
      "a door plaque that a department required: one finding",
      .add("id: X1, kind: door-plaque, text: 便民服务站, place: room-door, demanded_by: 某局"),
      finds: "negative-list.disguised-signs fail X1"),
    .breaks(
      "a door plaque of unrecorded origin: what is open does not hide what fails",
      .add("id: X1, kind: door-plaque, text: 便民服务站, place: room-door"),
      finds: "room.no-name-sign fail X1", "negative-list.disguised-signs undetermined X1"),
    .breaks(
      "an institution board hung at a door: one finding",
      .add("id: X1, kind: institution-board, text: 值班制度, place: room-door, mounting: hung"),
      finds: "institution-board.off-wall fail X1"),
    .breaks(
      "an institution board standing at a door",
      .add("id: X1, kind: institution-board, text: 值班制度, place: room-door, mounting: standing"),
      finds: "room.no-name-sign fail X1"),
    .breaks(
      "an institution board at a door, the mounting unrecorded",
      .add("id: X1, kind: institution-board, text: 值班制度, place: room-door"),
      finds: "room.no-name-sign fail X1", "institution-board.off-wall undetermined X1"),
    .breaks(
      "an award hung at a door: one finding",
      .add("id: X1, kind: designation-plaque, place: room-door, mounting: mounted"),
      finds: "award.off-wall fail X1"),
    .breaks(
      "an ad-hoc body's sign at a door that nobody required",
      .add("id: X1, kind: working-group, text: 创文指挥部, place: room-door, demanded_by: 无"),
      finds: "room.no-name-sign fail X1"),
    .breaks(
      "an ad-hoc body's sign at a door that a department required: one finding",
      .add("id: X1, kind: working-group, text: 创文指挥部, place: room-door, demanded_by: [甲局, 乙局]"),
      finds: "negative-list.working-group-signs fail X1"),
    .breaks(
      "a service center sign at a door", .add(secondCenter.replacing("facade", with: "room-door")),
      finds: "room.no-name-sign fail X1"),
    .breaks(
      "an index board at a door", .add("id: X1, kind: index-board, place: room-door, entries: []"),
      finds: "index-board.single fail", "index-board.place fail X1", "room.no-name-sign fail X1"),
    .keeps("a safety sign at a door", .add("id: X1, kind: safety-sign, text: 安全出口, place: room-door, mounting: hung")),
    .breaks(
      "新时代文明实践站 at a door, without a kind, is not recognised",
      .add("id: X1, text: 新时代文明实践站, place: room-door"), finds: "sign.kind-consistent undetermined X1"),

    .breaks(
      "no room shared", .room("101", "[便民服务站, 退役军人服务站]", "[便民服务站]"),
      .sign("N1", "{function: 退役军人服务站, room: \"101\"}, ", ""), finds: "room.shared-use fail"),
    .keeps(
      "one function in two rooms", .room("101", "[便民服务站, 退役军人服务站]", "[便民服务站]"),
      .sign("N1", "{function: 退役军人服务站, room: \"101\"}, ", ""), .room("202", "[]", "[便民服务站]"),
      .sign("N3", "{room: \"201\"}", "{room: \"201\"}, {room: \"202\"}"),
      .add("id: X1, kind: room-number, text: 202室, place: room-door")),
    .keeps(
      "one function room need not be shared", .room("101", "[便民服务站, 退役军人服务站]", "[]"),
      .room("102", "[居民议事厅]", "[]"),
      .sign(
        "N1",
        "{function: 便民服务站, room: \"101\"}, {function: 退役军人服务站, room: \"101\"}, {function: 居民议事厅, room: \"102\"}, ", "")),
    .breaks(
      "perhaps a room is shared", .room("101", "[便民服务站, 退役军人服务站]", "[便民服务站]"),
      .sign("N1", "{function: 退役军人服务站, room: \"101\"}, ", ""), .room("202", ", functions: []", ""),
      .add("id: X1, kind: room-number, text: 202室, place: room-door"),
      .sign("N3", "{room: \"201\"}", "{room: \"201\"}, {room: \"202\"}"),
      finds: "index-board.complete undetermined N1 room:202", "room.shared-use undetermined"),
  ]

  /// `institution-board.off-wall`, `award.off-wall`
  static let walls: [Mutation] = [
    .breaks(
      "an institution board in a corridor", .sign("N7", "handbook", "corridor-wall"),
      finds: "institution-board.off-wall fail N7"),
    .breaks(
      "an institution board in a room, standing: the place decides",
      .sign("N7", "handbook", "room-wall, mounting: standing"), finds: "institution-board.off-wall fail N7"),
    .breaks(
      "an institution board in the stairwell", .sign("N7", "handbook", "stairwell"),
      finds: "institution-board.off-wall fail N7"),
    .breaks(
      "an institution board pasted in the hall", .sign("N7", "handbook", "hall, mounting: pasted"),
      finds: "institution-board.off-wall fail N7"),
    .keeps("an institution board standing in the hall", .sign("N7", "handbook", "hall, mounting: standing")),
    .keeps("an institution board on a screen", .sign("N7", "handbook", "screen")),
    .keeps("an institution board on a kiosk, in Chinese", .sign("N7", "place: handbook", "位置: 触摸查询机")),
    .breaks(
      "an institution board in the hall, the mounting unrecorded", .sign("N7", "handbook", "hall"),
      finds: "institution-board.off-wall undetermined N7"),
    .breaks(
      "an institution board somewhere", .sign("N7", "place: handbook, ", ""), finds: "sign.placed undetermined N7"),
    .breaks(
      "an institution board recognised by its words", .sign("N7", "kind: institution-board, ", ""),
      .sign("N7", "handbook", "room-wall"), finds: "institution-board.off-wall fail N7"),
    .breaks(
      "an award on the hall's wall", .sign("N8", "display-case, mounting: standing", "hall-wall"),
      finds: "award.off-wall fail N8"),
    .breaks(
      "a pennant in a room", .sign("N8", "award-plaque, text: 先进社区, place: display-case", "pennant, place: room-wall"),
      finds: "award.off-wall fail N8"),
    .breaks(
      "a plaque of designation mounted in the hall",
      .sign(
        "N8", "award-plaque, text: 先进社区, place: display-case, mounting: standing",
        "designation-plaque, place: hall, mounting: mounted"), finds: "award.off-wall fail N8"),
    .keeps("an award on a desk", .sign("N8", "display-case", "desk")),
    .keeps("an award standing elsewhere inside", .sign("N8", "display-case", "interior-other")),
    .breaks(
      "an award elsewhere inside, the mounting unrecorded",
      .sign("N8", "display-case, mounting: standing", "interior-other"), finds: "award.off-wall undetermined N8"),
    .breaks("an award somewhere", .sign("N8", "place: display-case, ", ""), finds: "sign.placed undetermined N8"),
  ]

  /// `negative-list.*`
  static let negativeList: [Mutation] = [
    .keeps(
      "an indoor plaque with a listed function",
      .add("id: X1, kind: indoor-plaque, text: 便民服务站, place: room-wall, demanded_by: none")),
    .keeps(
      "an indoor plaque with a room number", .add("id: X1, kind: indoor-plaque, text: 101室, place: desk, 要求部门: 无")),
    .breaks(
      "an indoor plaque with other words",
      .add("id: X1, kind: indoor-plaque, text: 暖心驿站, place: room-wall, demanded_by: none"),
      finds: "negative-list.disguised-signs fail X1"),
    .breaks(
      "an indoor plaque with other words, of unrecorded origin",
      .add("id: X1, kind: indoor-plaque, text: 暖心驿站, place: room-wall"), finds: "negative-list.disguised-signs fail X1"),
    .breaks(
      "an indoor plaque that a department required",
      .add("id: X1, kind: indoor-plaque, text: 便民服务站, place: room-wall, demanded_by: 某局"),
      finds: "negative-list.disguised-signs fail X1"),
    .breaks(
      "an indoor plaque of unrecorded origin", .add("id: X1, kind: indoor-plaque, text: 便民服务站, place: room-wall"),
      finds: "negative-list.disguised-signs undetermined X1"),
    .breaks(
      "an indoor plaque whose words are unrecorded",
      .add("id: X1, kind: indoor-plaque, place: room-wall, demanded_by: none"),
      finds: "negative-list.disguised-signs undetermined X1"),
    .breaks(
      "an indoor plaque that a department required, its words unrecorded",
      .add("id: X1, kind: indoor-plaque, place: room-wall, demanded_by: 某局"),
      finds: "negative-list.disguised-signs fail X1"),
    .breaks(
      "an indoor plaque of which nothing is recorded", .add("id: X1, kind: indoor-plaque, place: counter"),
      finds: "negative-list.disguised-signs undetermined X1"),
    .breaks(
      "an electronic sign in the hall",
      .add("id: X1, kind: electronic-sign, text: 智慧社区, place: hall, mounting: electronic, demanded_by: none"),
      finds: "negative-list.disguised-signs fail X1"),
    .keeps(
      "an electronic sign on a screen or a kiosk",
      .add("id: X1, kind: electronic-sign, text: 智慧社区, place: screen, demanded_by: 某局"),
      .add("id: X2, kind: electronic-sign, place: kiosk")),
    .breaks(
      "an electronic sign somewhere", .add("id: X1, kind: electronic-sign, text: 智慧社区, demanded_by: 某局"),
      finds: "sign.placed undetermined X1"),

    .breaks(
      "a panel that a department required", .add("id: X1, kind: display-panel, place: corridor-wall, demanded_by: 某局"),
      finds: "negative-list.wall-panels fail X1"),
    .keeps(
      "a panel that nobody required", .add("id: X1, kind: display-panel, place: corridor-wall, demanded_by: none")),
    .breaks(
      "a panel of unrecorded origin", .add("id: X1, kind: display-panel, place: corridor-wall"),
      finds: "negative-list.wall-panels undetermined X1"),
    .keeps(
      "a panel that stands", .add("id: X1, kind: display-panel, place: hall, mounting: standing, demanded_by: 某局")),
    .breaks(
      "a required panel, the mounting unrecorded", .add("id: X1, kind: display-panel, place: hall, demanded_by: 某局"),
      finds: "negative-list.wall-panels undetermined X1"),
    .keeps(
      "a panel that nobody required, the mounting unrecorded",
      .add("id: X1, kind: display-panel, place: hall, demanded_by: none")),
    .breaks(
      "another mark of unrecorded origin", .add("id: X1, kind: other, text: 网格风采, place: room-wall"),
      finds: "negative-list.wall-panels undetermined X1"),
    .keeps("a function sign of unrecorded origin", .add("id: X1, kind: function-sign, text: 便民服务站, place: room-wall")),
    .breaks(
      "a function sign that a department required",
      .add("id: X1, kind: function-sign, text: 便民服务站, place: room-wall, demanded_by: 某局"),
      finds: "negative-list.wall-panels fail X1"),
    .breaks(
      "a required function sign hung at a door: one finding",
      .add("id: X1, kind: function-sign, text: 便民服务站, place: room-door, mounting: hung, demanded_by: 某局"),
      finds: "negative-list.wall-panels fail X1"),
    .breaks(
      "a required function sign at a door, the mounting unrecorded",
      .add("id: X1, kind: function-sign, text: 便民服务站, place: room-door, demanded_by: 某局"),
      finds: "room.no-name-sign fail X1", "negative-list.wall-panels undetermined X1"),

    .breaks(
      "an ad-hoc body's sign that a department required",
      .add("id: X1, kind: working-group, text: 防汛指挥部, place: desk, demanded_by: 某局"),
      finds: "negative-list.working-group-signs fail X1"),
    .breaks(
      "an ad-hoc body's sign of unrecorded origin", .add("id: X1, kind: working-group, text: 防汛指挥部, place: hall-wall"),
      finds: "negative-list.working-group-signs undetermined X1"),
    .keeps(
      "an ad-hoc body's sign that nobody required",
      .add("id: X1, kind: working-group, text: 防汛指挥部, place: hall-wall, demanded_by: none")),
    .breaks(
      "an ad-hoc body recognised by its words", .add("id: X1, text: 创文工作领导小组, place: hall-wall, demanded_by: 某局"),
      finds: "negative-list.working-group-signs fail X1"),

    .breaks(
      "a room set apart", .room("102", "[居民议事厅]", "[居民议事厅], demanded_by: 某局"),
      finds: "negative-list.dedicated-venue fail – room:102"),
    .breaks(
      "a room without functions set apart", .room("202", "[]", "[], 要求部门: [甲局, 乙局]"),
      finds: "negative-list.dedicated-venue fail – room:202"),
    .keeps("a room that nobody required", .room("102", "[居民议事厅]", "[居民议事厅], demanded_by: 无")),
  ]
}

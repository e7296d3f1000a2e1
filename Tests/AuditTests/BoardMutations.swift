extension Mutation {
  /// The entries of N1 that name a room, and the one that does not.
  private static let entryOf101 = #"{function: 退役军人服务站, room: "101"}"#
  private static let entryOf102 = #"{function: 居民议事厅, room: "102"}"#
  private static let specialWork =
    "{function: 老年书画社, area: 二楼东侧, special: true, approval: {document: 临办〔2026〕3号, date: 2026-03-01}}"

  /// `index-board.present`, `.count`, `.single`, `.place`
  static let boards: [Mutation] = [
    .breaks("no board", .drop("N1"), finds: "index-board.present fail"),
    .breaks(
      "the board removed", .sign("N1", "place: hall", "place: hall, state: removed"), finds: "index-board.present fail"),
    .keeps(
      "no board, one function room", .drop("N1"), .room("102", "[居民议事厅]", "[]"), .room("201", "[综合文化服务中心]", "[]")),
    .breaks(
      "no board, perhaps two function rooms", .drop("N1"), .room("102", ", functions: [居民议事厅]", ""),
      .room("201", "[综合文化服务中心]", "[]"), finds: "index-board.present undetermined"),
    .breaks(
      "the board in a corridor", .sign("N1", "place: hall", "place: corridor-wall"),
      finds: "index-board.present fail", "index-board.place fail N1"),
    .breaks("the board somewhere", .sign("N1", "place: hall, ", ""), finds: "sign.placed undetermined N1"),
    .keeps("the board on the hall's wall", .sign("N1", "place: hall", "place: hall-wall")),
    .keeps("the board at the counter, in Chinese", .sign("N1", "place: hall", "位置: 服务窗口")),
    .keeps(
      "whether an index board is prominent is not asked", .sign("N1", "place: hall", "place: hall, prominent: no")),
    .keeps(
      "an insert-card board instead", .sign("N1", "kind: index-board", "kind: insert-card-board, prominent: true")),
    .breaks(
      "an insert-card board, prominence unrecorded", .sign("N1", "kind: index-board", "kind: insert-card-board"),
      finds: "index-board.place undetermined N1"),
    .breaks(
      "an inconspicuous insert-card board", .sign("N1", "kind: index-board", "kind: insert-card-board, prominent: no"),
      finds: "index-board.place fail N1"),
    .breaks(
      "an insert-card board in a corridor, prominence unrecorded",
      .sign("N1", "kind: index-board, place: hall", "kind: insert-card-board, place: corridor-wall"),
      finds: "index-board.present fail", "index-board.place fail N1"),
    .breaks(
      "both forms", .add("id: X1, kind: insert-card-board, place: hall, prominent: yes, entries: []"),
      finds: "index-board.count fail"),
    .breaks(
      "both forms, the entries of one unrecorded",
      .add("id: X1, kind: insert-card-board, place: hall, prominent: yes"),
      finds: "index-board.count fail", "index-board.complete undetermined X1"),
    .breaks(
      "two insert-card boards", .sign("N1", "kind: index-board", "kind: insert-card-board, prominent: true"),
      .add("id: X1, kind: insert-card-board, place: counter, prominent: yes, entries: []"),
      finds: "index-board.count fail"),
    .breaks(
      "two index boards", .add("id: X1, kind: index-board, place: hall-wall, entries: []"),
      finds: "index-board.single fail"),
    .breaks(
      "three index boards, one of them upstairs: one finding about their number",
      .add("id: X1, kind: index-board, place: hall-wall, entries: []"),
      .add("id: X2, kind: index-board, place: stairwell, entries: []"),
      finds: "index-board.single fail", "index-board.place fail X2"),
    .keeps(
      "a second index board, removed", .add("id: X1, kind: index-board, place: hall, entries: [], state: removed")),
  ]

  /// `index-board.complete`, `.entries-located`, `.entries-exist`, `.entries-listed`
  static let entries: [Mutation] = [
    .breaks(
      "a function that a room serves is not on the board", .sign("N1", entryOf102 + ", ", ""),
      finds: "index-board.complete fail N1 entry:居民议事厅"),
    .breaks(
      "an empty board",
      .sign(
        "N1",
        "entries: [{function: 便民服务站, room: \"101\"}, \(entryOf101), \(entryOf102), "
          + "{function: 综合文化服务中心, room: \"201\"}, \(specialWork)]", "entries: []"),
      finds: "index-board.complete fail N1 entry:便民服务站", "index-board.complete fail N1 entry:退役军人服务站",
      "index-board.complete fail N1 entry:居民议事厅", "index-board.complete fail N1 entry:综合文化服务中心"),
    .breaks(
      "a board whose entries are unrecorded",
      .sign(
        "N1",
        "entries: [{function: 便民服务站, room: \"101\"}, \(entryOf101), \(entryOf102), "
          + "{function: 综合文化服务中心, room: \"201\"}, \(specialWork)]", "entries: ~"),
      finds: "index-board.complete undetermined N1"),
    .keeps(
      "a function outside the seven need not be on the board", .room("102", "[居民议事厅]", "[居民议事厅, 暖心驿站]")),
    .breaks(
      "two boards share the functions", .sign("N1", entryOf102 + ", ", ""),
      .add("id: X1, kind: index-board, place: counter, entries: [\(entryOf102)]"), finds: "index-board.single fail"),
    .breaks(
      "what a board without entries shows is open: one finding", .sign("N1", entryOf102 + ", ", ""),
      .add("id: X1, kind: index-board, place: hall"),
      finds: "index-board.single fail", "index-board.complete undetermined X1"),
    .breaks(
      "an entry with neither room nor area", .sign("N1", entryOf101, "{function: 退役军人服务站}"),
      finds: "index-board.entries-located fail N1 entry:退役军人服务站"),
    .breaks(
      "an entry whose room is quoted nothing", .sign("N1", entryOf101, "{function: 退役军人服务站, room: \"\"}"),
      finds: "index-board.entries-located fail N1 entry:退役军人服务站"),
    .breaks(
      "two entries of one function with neither room nor area: one finding",
      .sign("N1", entryOf101, "{function: 退役军人服务站}, {function: 退役军人 服务站}"),
      finds: "index-board.entries-located fail N1 entry:退役军人服务站"),
    .breaks(
      "two entries of one function, one open and one wrong: one finding, that it is wrong",
      .room("102", ", functions: [居民议事厅]", ""),
      .sign("N1", entryOf102, #"{function: 居民议事厅, room: "102"}, {function: 居民议事厅, room: "109"}"#),
      finds: "index-board.complete undetermined N1 room:102", "index-board.entries-exist fail N1 entry:居民议事厅"),
    .keeps("an entry with an area alone", .sign("N1", entryOf101, "{function: 退役军人服务站, area: 一楼大厅}")),
    .breaks(
      "an entry without a function", .sign("N1", entryOf102, "{room: \"102\"}"),
      finds: "index-board.complete fail N1 entry:居民议事厅", "index-board.entries-located fail N1 entry:102"),
    .breaks(
      "an entry names a room that serves something else", .sign("N1", entryOf101, "{function: 退役军人服务站, room: \"102\"}"),
      finds: "index-board.entries-exist fail N1 entry:退役军人服务站"),
    .breaks(
      "an entry names a room that is not there", .sign("N1", entryOf102, "{function: 居民议事厅, room: \"109\"}"),
      finds: "index-board.entries-exist fail N1 entry:居民议事厅"),
    .breaks(
      "0102 is not 102", .sign("N1", entryOf102, "{function: 居民议事厅, room: 0102}"),
      finds: "index-board.entries-exist fail N1 entry:居民议事厅"),
    .keeps("１０２ is 102", .sign("N1", entryOf102, "{function: 居民议事厅, room: １０２}")),
    .keeps("functions are compared without white space", .sign("N1", "居民议事厅", "居民\u{3000}议事厅")),
    .breaks(
      "an entry's room without functions recorded", .room("102", ", functions: [居民议事厅]", ""),
      finds: "index-board.complete undetermined N1 room:102", "index-board.entries-exist undetermined N1 entry:居民议事厅"),
    .breaks(
      "special work without an approval", .sign("N1", specialWork, "{function: 老年书画社, area: 二楼东侧, special: true}"),
      finds: "index-board.entries-listed fail N1 entry:老年书画社"),
    .breaks(
      "special work with an approval without a date", .sign("N1", ", date: 2026-03-01", ""),
      finds: "index-board.entries-listed undetermined N1 entry:老年书画社"),
    .breaks(
      "special work with an approval without a document", .sign("N1", "document: 临办〔2026〕3号, ", ""),
      finds: "index-board.entries-listed undetermined N1 entry:老年书画社"),
    .breaks(
      "work whose words say that it is special", .sign("N1", specialWork, "{function: 垃圾分类示范点, area: 一楼}"),
      finds: "index-board.entries-listed fail N1 entry:垃圾分类示范点"),
    .breaks(
      "创建, 试点 and 特色 are special work",
      .sign("N1", specialWork, "{function: 创建办, area: 一楼}, {function: 试点办, area: 一楼}, {function: 特色馆, area: 一楼}"),
      finds: "index-board.entries-listed fail N1 entry:创建办", "index-board.entries-listed fail N1 entry:试点办",
      "index-board.entries-listed fail N1 entry:特色馆"),
    .keeps(
      "创建 with an approval",
      .sign("N1", specialWork, "{function: 创建办, area: 一楼, 批准: {文号: 临办〔2026〕4号, 日期: 2026-03-01}}")),
    .breaks(
      "other work without an approval", .sign("N1", specialWork, "{function: 老年书画社, area: 二楼东侧}"),
      finds: "index-board.entries-listed undetermined N1 entry:老年书画社"),
    .breaks(
      "other work said to be nothing special", .sign("N1", specialWork, "{function: 老年书画社, area: 二楼东侧, 特色: 否}"),
      finds: "index-board.entries-listed undetermined N1 entry:老年书画社"),
    .keeps("other work with an approval", .sign("N1", ", special: true", "")),
    .keeps("one of the seven, said to be special", .sign("N1", "{function: 便民服务站", "{special: true, function: 便民服务站")),
    .keeps(
      "one of the seven that no room serves, in an area", .sign("N1", specialWork, "{function: 妇女和儿童之家, area: 二楼}")),
  ]

  /// `floor-map.*`
  static let floorMaps: [Mutation] = [
    .breaks("a floor without a map", .drop("N3"), finds: "floor-map.count fail – floor:2"),
    .breaks(
      "no map at all", .drop("N2"), .drop("N3"), finds: "floor-map.count fail – floor:1",
      "floor-map.count fail – floor:2"),
    .breaks(
      "a map removed", .sign("N2", "floor: \"1\"", "floor: \"1\", state: removed"),
      finds: "floor-map.count fail – floor:1"),
    .keeps(
      "a floor without function rooms needs no map", .drop("N3"), .room("201", "[综合文化服务中心]", "[]"),
      .sign("N1", ", {function: 综合文化服务中心, room: \"201\"}", "")),
    .keeps(
      "several maps on a floor",
      .add("id: X1, kind: floor-map, place: stairwell, floor: \"1\", entries: [{room: \"102\"}, {room: \"101\"}]")),
    .keeps("a map belongs to the floor of the rooms it shows", .sign("N3", ", floor: \"2\"", "")),
    .breaks(
      "a map that may be any floor's", .sign("N3", ", floor: \"2\", entries: [{room: \"201\"}]", ""),
      finds: "floor-map.count undetermined – floor:2", "floor-map.complete undetermined N3"),
    .breaks(
      "a map whose entries are unrecorded", .sign("N3", ", entries: [{room: \"201\"}]", ""),
      finds: "floor-map.complete undetermined N3"),
    .breaks(
      "a map of the second floor in the hall", .sign("N3", "stairwell", "hall"), finds: "floor-map.place fail N3"),
    .keeps("a map of the entrance floor in the hall", .sign("N2", "floor-entrance", "hall")),
    .keeps("a map of the entrance floor on the hall's wall", .sign("N2", "floor-entrance", "hall-wall")),
    .breaks("a map in a corridor", .sign("N2", "floor-entrance", "corridor-wall"), finds: "floor-map.place fail N2"),
    .breaks("a map somewhere", .sign("N3", "place: stairwell, ", ""), finds: "sign.placed undetermined N3"),
    .breaks(
      "the entrance floor is the first of the list", .text("floors: [\"1\", \"2\"]", "floors: [\"2\", \"1\"]"),
      .sign("N2", "floor-entrance", "hall"), finds: "floor-map.place fail N2"),
    .keeps(
      "the entrance floor is the first of the list, and its map in the hall",
      .text("floors: [\"1\", \"2\"]", "floors: [\"2\", \"1\"]"), .sign("N3", "stairwell", "hall")),
    .keeps(
      "the floors are those of the rooms", .text("  floors: [\"1\", \"2\"]\n", ""),
      .sign("N2", "floor-entrance", "hall")),
    .breaks(
      "a map leaves out a room", .sign("N2", ", {room: \"102\"}", ""), finds: "floor-map.complete fail N2 room:102"),
    .breaks(
      "an empty map", .sign("N2", "[{room: \"101\"}, {room: \"102\"}]", "[]"),
      finds: "floor-map.complete fail N2 room:101", "floor-map.complete fail N2 room:102"),
    .breaks(
      "a map shows a room of another floor and one that is not there",
      .sign("N2", "{room: \"102\"}", "{room: \"102\"}, {room: \"201\"}, {room: \"109\"}"),
      finds: "floor-map.complete fail N2 entry:109", "floor-map.complete fail N2 entry:201"),
    .breaks(
      "a map shows one room that is not there twice: one finding",
      .sign("N2", "{room: \"102\"}", "{room: \"102\"}, {room: \"109\"}, {room: \"１０９\"}"),
      finds: "floor-map.complete fail N2 entry:109"),
    .keeps("a map names a function instead of a room", .sign("N2", "{room: \"102\"}", "{function: 居民议事厅}")),
    .breaks(
      "a map shows a function that is not there", .sign("N2", "{room: \"102\"}", "{room: \"102\"}, {function: 老年书画社}"),
      finds: "floor-map.complete fail N2 entry:老年书画社"),
    .keeps(
      "what has an area and no room is not judged",
      .sign("N2", "{room: \"102\"}", "{room: \"102\"}, {function: 老年书画社, area: 前厅}")),
    .keeps("a room without functions may be shown", .sign("N3", "{room: \"201\"}", "{room: \"201\"}, {room: \"202\"}")),
    .keeps("a map's numbers are compared after NFKC", .sign("N3", "\"201\"", "\"２０１ \"")),
    .breaks(
      "a room of which it is unknown whether it is a function room is not shown",
      .room("202", ", functions: []", ""),
      finds: "index-board.complete undetermined N1 room:202", "floor-map.complete undetermined N3 room:202",
      "room.numbered undetermined – room:202"),
    .breaks(
      "a room without a floor", .room("102", ", floor: \"1\"", ""),
      finds: "floor-map.complete undetermined N2 entry:102", "floor-map.complete undetermined N3 room:102"),
  ]
}

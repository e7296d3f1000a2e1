import Inventory
import Standard
import Testing

@Suite("Keys and words are accepted in both spellings")
struct SpellingTests {
  /// The Chinese keys as the format's description lists them, and what each is in English.
  static let keys: [(chinese: String, english: String)] = [
    ("台账", "inventory"), ("社区", "community"), ("区", "district"), ("街道", "street"), ("名称", "name"),
    ("代码", "code"), ("类型", "type"), ("党组织形式", "party_organization"), ("采集", "survey"), ("日期", "date"),
    ("采集人", "by"), ("视角", "viewpoint"), ("范围", "covers"), ("场所", "facility"), ("楼层", "floors"),
    ("楼层", "floor"), ("功能室", "rooms"), ("房号", "number"), ("功能", "functions"), ("要求部门", "demanded_by"),
    ("标识牌", "signs"), ("编号", "id"), ("类别", "kind"), ("文字", "text"), ("位置", "place"), ("方向", "orientation"),
    ("安装方式", "mounting"), ("底色", "background"), ("字色", "lettering"), ("醒目", "prominent"), ("显著", "prominent"),
    ("状态", "state"), ("起始日期", "since"), ("次序", "order"), ("所在房号", "room"), ("尺寸毫米", "size_mm"),
    ("宽", "width"), ("高", "height"), ("材质", "material"), ("条目", "entries"), ("功能名称", "function"),
    ("区域", "area"), ("特色", "special"), ("批准", "approval"), ("文号", "document"), ("批准机关", "authority"),
    ("级别", "level"), ("依据", "basis"), ("照片", "photo"), ("备注", "note"), ("名册", "roster"), ("标识", "sign"),
    ("各街道", "streets"), ("各社区", "communities"), ("豁免", "waivers"), ("规则", "rule"), ("理由", "reason"),
    ("批准人", "approved_by"), ("对象", "subject"), ("有效期至", "expires"),
    // The baseline, which the tool writes.
    ("基线", "baseline"), ("结论", "outcome"), ("指纹", "fingerprint"),
  ]

  @Test("and the table of keys is the one of the format's description, whole")
  func table() {
    let table = InventoryKey.allCases.flatMap { key in key.word.chinese.map { "\($0) \(key.word.canonical)" } }
    #expect(table.sorted() == Self.keys.map { "\($0.chinese) \($0.english)" }.sorted())
  }

  @Test("and no mapping has two keys of one spelling")
  func unambiguous() {
    let sets = [
      KeySet.inventory, .community, .survey, .facility, .room, .sign, .size, .entry, .approval, .roster, .rosterStreet,
      .rosterCommunity, .waivers, .waiver, .baseline, .baselineEntry,
    ]
    for set in sets { #expect(Set(set.spellings).count == set.spellings.count) }
    #expect(Set(sets.flatMap(\.keys)) == Set(InventoryKey.allCases))
  }

  static let english = """
    inventory: 1
    community: {district: 临江区, street: 江畔街道, name: 柳荫社区, code: 0101, type: community, party_organization: branch}
    survey: {date: 2026-05-12, by: 街道党建办, viewpoint: facing-out, covers: [interior]}
    facility:
      name: 二号点
      floors: ["1", "2"]
      rooms: [{number: "101", floor: "1", functions: [便民服务站], demanded_by: 某局}]
    signs:
      - {id: W1, kind: other, text: 甲, place: gate, orientation: vertical, mounting: insert-card, background: gold,
         lettering: other, prominent: false, state: removed, since: 2026-03-01, order: 2, floor: "1", room: "101",
         size_mm: {width: 2400, height: 600.5}, material: 铜, demanded_by: none, basis: 乙,
         approval: {document: 丙, authority: 丁, level: 戊, date: 2026-01-01}, photo: [a.jpg, b.jpg], note: 己,
         entries: [{function: 便民服务站, room: "101"}, {function: 庚, area: 辛, special: true, approval: {document: 壬}}]}
    """

  static let chinese = """
    台账: 1
    社区: {区: 临江区, 街道: 江畔街道, 名称: 柳荫社区, 代码: 0101, 类型: 社区, 党组织形式: 党支部}
    采集: {日期: 2026-05-12, 采集人: 街道党建办, 视角: 背向大门, 范围: [内部]}
    场所:
      名称: 二号点
      楼层: ["1", "2"]
      功能室: [{房号: "101", 楼层: "1", 功能: [便民服务站], 要求部门: 某局}]
    标识牌:
      - {编号: W1, 类别: 其他, 文字: 甲, 位置: 院门围墙, 方向: 竖, 安装方式: 插卡, 底色: 金色,
         字色: 其他, 显著: 否, 状态: 已拆除, 起始日期: 2026-03-01, 次序: 2, 楼层: "1", 所在房号: "101",
         尺寸毫米: {宽: 2400, 高: 600.5}, 材质: 铜, 要求部门: 无, 依据: 乙,
         批准: {文号: 丙, 批准机关: 丁, 级别: 戊, 日期: 2026-01-01}, 照片: [a.jpg, b.jpg], 备注: 己,
         条目: [{功能名称: 便民服务站, 所在房号: "101"}, {功能名称: 庚, 区域: 辛, 特色: 是, 批准: {文号: 壬}}]}
    """

  /// Everything that was read, but the places.
  private func dump(_ text: String) -> [String] {
    let (inventory, said) = Read.inventory(text)
    func names(_ list: ListSlice) -> String {
      list.isRecorded ? "\(inventory.names[list.range].map { inventory.string($0) })" : "-"
    }
    func approval(_ approval: Approval) -> String {
      [approval.document, approval.authority, approval.level].map { inventory.string($0) }.joined(separator: " ")
        + (approval.date.value?.description ?? "-")
    }
    let community = inventory.community
    var lines = said
    lines += [community.district, community.street, community.name, community.code].map { inventory.string($0) }
    lines.append("\(community.type.word) \(community.partyOrganization.word)")
    let survey = inventory.survey
    lines.append("\(survey.date.value?.description ?? "") \(inventory.string(survey.by)) \(survey.viewpoint.word)")
    lines.append("\(survey.coversExterior) \(survey.coversInterior) \(inventory.string(inventory.facilityName))")
    lines += (inventory.floors ?? []).map { inventory.string($0) }
    for room in inventory.rooms {
      lines.append("\(inventory.string(room.number)) \(inventory.string(room.floor))")
      lines += [names(room.functions), names(room.demandedBy)]
    }
    for sign in inventory.signs {
      let texts = [sign.id, sign.text, sign.floor, sign.room, sign.material, sign.basis, sign.note]
      lines += texts.map { inventory.string($0) }
      let words = [sign.kind, sign.place, sign.orientation, sign.mounting, sign.background, sign.lettering]
      lines.append("\(words.map(\.word)) \(sign.prominent.value ?? true) \(sign.isRemoved) \(names(sign.demandedBy))")
      lines.append("\(sign.since.value?.description ?? "") \(sign.order.value ?? 0)")
      lines.append("\(sign.width.value ?? 0) \(sign.height.value ?? 0) \(approval(sign.approval))")
      for entry in inventory.entries[sign.entries.range] {
        lines += [entry.function, entry.room, entry.area].map { inventory.string($0) }
        lines.append("\(entry.special.value ?? false) \(approval(entry.approval))")
      }
    }
    return lines
  }

  @Test("and mean the same, everywhere")
  func same() {
    #expect(dump(Self.chinese) == dump(Self.english))
    #expect(
      dump(Self.english) == [
        "临江区", "江畔街道", "柳荫社区", "0101", "0 2", "2026-05-12 街道党建办 1", "false true 二号点", "1", "2", "101 1",
        #"["便民服务站"]"#, #"["某局"]"#, "W1", "甲", "1", "101", "铜", "乙", "己", "[19, 5, 1, 5, 3, 9] false true []",
        "2026-03-01 2.0", "2400.0 600.5 丙 丁 戊2026-01-01", "便民服务站", "101", "", "false   -", "庚", "", "辛",
        "true 壬  -",
      ])
  }

  @Test("and mixed in one document")
  func mixed() {
    var mixed = Self.english
    for (chinese, english) in Self.keys where !["district", "name", "order"].contains(english) {
      mixed.replace("{\(english): ", with: "{\(chinese): ")
    }
    #expect(mixed != Self.english)
    #expect(dump(mixed) == dump(Self.english))
  }

  /// A field of a sign, and the words that it may hold.
  static let tables: [(field: String, table: WordTable)] = [
    ("kind", Read.words.kinds), ("place", Read.words.places), ("background", Read.words.colours),
    ("lettering", Read.words.colours), ("orientation", FixedWords.orientation), ("mounting", FixedWords.mounting),
    ("state", FixedWords.state), ("prominent", FixedWords.truth),
  ]

  @Test("of every word of every vocabulary", arguments: tables.indices)
  func words(_ index: Int) {
    let (field, table) = Self.tables[index]
    #expect(!table.words.isEmpty)
    for (position, word) in table.words.enumerated() {
      #expect(!word.chinese.isEmpty || field == "prominent")
      for spelling in word.spellings {
        let (sign, _, said) = Read.sign("\(field): \(spelling)")
        #expect(said == [])
        let read: Int =
          switch field {
          case "kind": Int(sign.kind.word)
          case "place": Int(sign.place.word)
          case "background": Int(sign.background.word)
          case "lettering": Int(sign.lettering.word)
          case "orientation": Int(sign.orientation.word)
          case "mounting": Int(sign.mounting.word)
          case "state": sign.isRemoved ? 1 : 0
          default: sign.prominent.value == true ? 1 : 0
          }
        #expect(read == (field == "prominent" ? position % 2 : position), "\(spelling)")
      }
    }
  }

  @Test("the vocabulary is the one of the format's description, whole")
  func vocabulary() {
    func spellings(_ table: WordTable) -> [String] {
      table.words.map { ([$0.canonical] + $0.chinese).joined(separator: " ") }.sorted()
    }
    #expect(
      spellings(Read.words.kinds)
        == [
          "service-center 党群服务中心", "party-organization 社区党组织", "residents-committee 居民委员会",
          "supervision-committee 居务监督委员会", "civilization-station 新时代文明实践站", "index-board 索引牌",
          "insert-card-board 插卡式机构名称牌", "floor-map 楼层分布图", "room-number 房号牌", "function-sign 功能标识牌",
          "institution-board 制度牌", "award-plaque 奖牌", "pennant 锦旗", "designation-plaque 授牌", "display-panel 展板",
          "indoor-plaque 室内牌", "door-plaque 房门牌", "electronic-sign 电子牌", "working-group 工作机制牌", "other 其他",
          "notice-board 公开栏", "safety-sign 安全标志", "address-plate 门牌号", "public-guide 便民提示",
        ].sorted())
    #expect(
      spellings(Read.words.places)
        == [
          "above-entrance 大门上方", "facade 正面外部", "entrance-left 大门左侧", "entrance-right 大门右侧", "side-wall 侧墙",
          "gate 院门围墙", "window 窗户", "exterior-other 室外其他", "hall 大厅", "hall-wall 大厅墙面", "floor-entrance 楼层入口",
          "stairwell 楼梯间", "room-door 功能室门口", "room-wall 室内墙面", "corridor-wall 走廊墙面", "counter 服务窗口", "desk 桌面",
          "display-case 陈列柜", "screen 电子屏", "kiosk 触摸查询机", "handbook 服务手册", "interior-other 室内其他",
        ].sorted())
    #expect(
      spellings(Read.words.colours)
        == [
          "white 白 白色", "red 红 红色", "black 黑 黑色", "gold 金 金色", "yellow 黄 黄色", "blue 蓝 蓝色", "green 绿 绿色",
          "silver 银 银色", "brown 棕 棕色", "other 其他 其他色",
        ].sorted())
    #expect(
      spellings(Read.words.partyOrganizations)
        == ["committee 委员会 党委", "general-branch 总支部委员会 党总支", "branch 支部委员会 党支部"].sorted())
    #expect(spellings(FixedWords.orientation) == ["horizontal 横", "vertical 竖"])
    #expect(
      spellings(FixedWords.mounting)
        == ["electronic 电子", "hung 悬挂", "insert-card 插卡", "mounted 镶嵌", "painted 喷绘", "pasted 张贴", "standing 立式"])
    #expect(spellings(FixedWords.viewpoint) == ["facing-entrance 面向大门", "facing-out 背向大门"])
    #expect(spellings(FixedWords.zone) == ["exterior 外部", "interior 内部"])
    #expect(spellings(FixedWords.state) == ["in-place 在用", "removed 已拆除"])
    #expect(spellings(FixedWords.nobody) == ["none 无"])
    #expect(spellings(FixedWords.truth) == ["false 否", "no", "true 是", "yes"])
  }
}

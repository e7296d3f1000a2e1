package import Diagnostics

/// Every key of the inventory, the roster, the waivers and the baseline: the one table of spellings, which spreadsheet headers and
/// report labels use too.
package enum InventoryKey: UInt8, Sendable, CaseIterable {
  case inventory, community, survey, facility, signs
  case district, street, name, code, type, partyOrganization
  case date, by, viewpoint, covers
  case floors, rooms, number, floor, functions, demandedBy
  case id, kind, text, place, orientation, mounting, background, lettering, prominent, state, since, order, room
  case sizeMillimetres, width, height, material, entries
  case function, area, special, approval, document, authority, level
  case basis, photo, note
  case roster, streets, communities
  case waivers, rule, sign, subject, reason, approvedBy, expires
  case baseline, outcome, fingerprint

  /// The spellings: canonical English, then Chinese.
  package var word: WordTable.Word { Self.words[Int(rawValue)] }

  /// The words of all keys, made once, in their order.
  private static let words = allCases.map(\.spelling)

  private var spelling: WordTable.Word {
    switch self {
    case .inventory: .init("inventory", ["台账"])
    case .community: .init("community", ["社区"])
    case .survey: .init("survey", ["采集"])
    case .facility: .init("facility", ["场所"])
    case .signs: .init("signs", ["标识牌"])
    case .district: .init("district", ["区"])
    case .street: .init("street", ["街道"])
    case .name: .init("name", ["名称"])
    case .code: .init("code", ["代码"])
    case .type: .init("type", ["类型"])
    case .partyOrganization: .init("party_organization", ["党组织形式"])
    case .date: .init("date", ["日期"])
    case .by: .init("by", ["采集人"])
    case .viewpoint: .init("viewpoint", ["视角"])
    case .covers: .init("covers", ["范围"])
    case .floors: .init("floors", ["楼层"])
    case .rooms: .init("rooms", ["功能室"])
    case .number: .init("number", ["房号"])
    case .floor: .init("floor", ["楼层"])
    case .functions: .init("functions", ["功能"])
    case .demandedBy: .init("demanded_by", ["要求部门"])
    case .id: .init("id", ["编号"])
    case .kind: .init("kind", ["类别"])
    case .text: .init("text", ["文字"])
    case .place: .init("place", ["位置"])
    case .orientation: .init("orientation", ["方向"])
    case .mounting: .init("mounting", ["安装方式"])
    case .background: .init("background", ["底色"])
    case .lettering: .init("lettering", ["字色"])
    case .prominent: .init("prominent", ["醒目", "显著"])
    case .state: .init("state", ["状态"])
    case .since: .init("since", ["起始日期"])
    case .order: .init("order", ["次序"])
    case .room: .init("room", ["所在房号"])
    case .sizeMillimetres: .init("size_mm", ["尺寸毫米"])
    case .width: .init("width", ["宽"])
    case .height: .init("height", ["高"])
    case .material: .init("material", ["材质"])
    case .entries: .init("entries", ["条目"])
    case .function: .init("function", ["功能名称"])
    case .area: .init("area", ["区域"])
    case .special: .init("special", ["特色"])
    case .approval: .init("approval", ["批准"])
    case .document: .init("document", ["文号"])
    case .authority: .init("authority", ["批准机关"])
    case .level: .init("level", ["级别"])
    case .basis: .init("basis", ["依据"])
    case .photo: .init("photo", ["照片"])
    case .note: .init("note", ["备注"])
    case .roster: .init("roster", ["名册"])
    case .streets: .init("streets", ["各街道"])
    case .communities: .init("communities", ["各社区"])
    case .waivers: .init("waivers", ["豁免"])
    case .rule: .init("rule", ["规则"])
    case .sign: .init("sign", ["标识"])
    case .subject: .init("subject", ["对象"])
    case .reason: .init("reason", ["理由"])
    case .approvedBy: .init("approved_by", ["批准人"])
    case .expires: .init("expires", ["有效期至"])
    case .baseline: .init("baseline", ["基线"])
    case .outcome: .init("outcome", ["结论"])
    case .fingerprint: .init("fingerprint", ["指纹"])
    }
  }

  /// What a reader of either language calls it.
  package var label: BilingualText { word.label }
}

/// The keys that one kind of mapping may have.
package struct KeySet: Sendable {
  /// What the mapping is, for messages.
  package let what: BilingualText
  /// The keys, in the order in which they are documented.
  package let keys: [InventoryKey]

  private let table: WordTable

  /// Makes a set of keys.
  package init(_ what: BilingualText, _ keys: [InventoryKey]) {
    self.what = what
    self.keys = keys
    table = WordTable(keys.map(\.word))
  }

  /// The key that is spelt so, or nil.
  package func find(_ arena: ContiguousArray<UInt8>, _ slice: TextSlice) -> InventoryKey? {
    table.find(arena, slice).map { keys[Int($0)] }
  }

  /// Every accepted spelling.
  package var spellings: [String] { table.spellings }

  package static let inventory = KeySet(
    .init(zh: "台账", en: "the inventory"), [.inventory, .community, .survey, .facility, .signs])
  package static let community = KeySet(
    .init(zh: "“社区”一节", en: "`community`"), [.district, .street, .name, .code, .type, .partyOrganization])
  package static let survey = KeySet(.init(zh: "“采集”一节", en: "`survey`"), [.date, .by, .viewpoint, .covers])
  package static let facility = KeySet(.init(zh: "“场所”一节", en: "`facility`"), [.name, .floors, .rooms])
  package static let room = KeySet(.init(zh: "功能室", en: "a room"), [.number, .floor, .functions, .demandedBy])
  package static let sign = KeySet(
    .init(zh: "标识牌", en: "a sign"),
    [
      .id, .kind, .text, .place, .orientation, .mounting, .background, .lettering, .prominent, .state, .since, .order,
      .floor, .room, .sizeMillimetres, .material, .entries, .demandedBy, .basis, .approval, .photo, .note,
    ])
  package static let size = KeySet(.init(zh: "尺寸", en: "a size"), [.width, .height])
  package static let entry = KeySet(
    .init(zh: "条目", en: "an entry"), [.function, .room, .area, .special, .approval])
  package static let approval = KeySet(
    .init(zh: "批准", en: "an approval"), [.document, .authority, .level, .date])
  package static let roster = KeySet(.init(zh: "名册", en: "the roster"), [.roster, .district, .streets])
  package static let rosterStreet = KeySet(.init(zh: "名册的街道", en: "a street of the roster"), [.name, .communities])
  package static let rosterCommunity = KeySet(
    .init(zh: "名册的社区", en: "a community of the roster"), [.name, .code, .type, .partyOrganization])
  package static let waivers = KeySet(.init(zh: "豁免清单", en: "the waivers"), [.waivers, .entries])
  package static let waiver = KeySet(
    .init(zh: "豁免条目", en: "a waiver"),
    [
      .rule, .district, .street, .community, .sign, .subject, .reason, .approvedBy, .document, .expires,
    ])
  package static let baseline = KeySet(.init(zh: "基线", en: "the baseline"), [.baseline, .entries])
  package static let baselineEntry = KeySet(
    .init(zh: "基线条目", en: "an entry of the baseline"),
    [.rule, .district, .street, .community, .facility, .sign, .subject, .outcome, .fingerprint, .text])
}

import Inventory

/// The constructs of what a rule checks: check kinds, formulas, conditions and their values.
extension Construct {
  /// The check kinds; one is written.
  package static let check = Construct(
    .check, zh: "“check”", en: "`check`", quantity: .one,
    [
      .optional("count", .of(.count), "数量", "a count with bounds"),
      .optional("all", .list(.of(.formula)), "全部成立", "all of these formulas"),
      .optional("any", .list(.of(.formula)), "至少一个成立", "at least one of these formulas"),
      .optional("not", .of(.formula), "不成立", "not this formula"),
      .optional("each", .of(.checkEach), "选中的每一个都要满足条件", "every selected one satisfies a condition"),
      .optional("none", .of(.checkNone), "不得有", "there is no selected one"),
      .optional("wording", .of(.checkWording), "文字", "what signs say"),
      .optional("sides", .of(.checkSides), "大门左右", "which signs belong left and right of the entrance"),
      .optional("order", .of(.checkOrder), "自大门向外的次序", "the order from the door outward"),
      .optional("none_since_removal", .of(.checkSinceRemoval), "拆除之后没有新设", "no new sign since one was removed"),
      .optional("per_floor", .of(.checkPerFloor), "各楼层都有", "every floor has enough of these signs"),
      .optional("entries_cover", .of(.checkEntriesCover), "索引牌列全功能", "boards show every listed function"),
      .optional("map_matches", .of(.checkMapMatches), "分布图与功能室一致", "maps agree with the rooms"),
      .optional("door_numbers", .of(.checkDoorNumbers), "门口有房号", "rooms have their number at the door"),
      .optional("recognised_kind", .of(.checkRecognisedKind), "类别与文字相符", "the kind agrees with the wording"),
      .optional("recorded", .of(.checkRecorded), "登记了某个字段", "a field is recorded"),
      .optional("in_facility", .of(.checkInFacility), "房号、楼层是本场所的", "room and floor are the facility's"),
      .optional("listed_in_roster", .of(.nothing), "社区在名册内", "the community stands in the roster"),
      .optional("inventory_submitted", .of(.nothing), "名册内的社区都有台账", "every community has an inventory"),
      .optional("inventory_unique", .of(.nothing), "没有重复的台账", "no community has two inventories"),
    ])

  static let formula = Construct(
    .formula, zh: "公式", en: "the formula", quantity: .one,
    [
      .optional("count", .of(.count), "数量", "a count with bounds"),
      .optional("community", .of(.community), "社区的类型、党组织形式", "what the community is"),
      .optional("all", .list(.of(.formula)), "全部成立", "all of these"),
      .optional("any", .list(.of(.formula)), "至少一个成立", "at least one of these"),
      .optional("not", .of(.formula), "不成立", "not this"),
    ])

  private static let boundKeys: [Key] = [
    .optional("exactly", .whole, "正好", "exactly so many"), .optional("at_least", .whole, "至少", "at least so many"),
    .optional("at_most", .whole, "至多", "at most so many"),
  ]

  private static let anyBound = boundKeys.map(\.name)

  static let bounds = Construct(.bounds, zh: "“set”", en: "`set`", quantity: .someOf(anyBound), boundKeys)

  static let count = Construct(
    .count, zh: "“count”", en: "`count`", quantity: .someOf(anyBound + ["cases"]),
    [
      .required("of", .choice(Count.Collection.allCases.map(\.rawValue)), "数什么", "what is counted"),
      .optional(
        "where",
        .byCollection(Count.Collection.allCases.map { ($0.rawValue, $0.subject.construct) }), "哪些；不写表示全部",
        "which; all where it is left out"),
    ] + boundKeys + [
      .optional("cases", .list(.of(.countCase)), "按社区分别规定数量", "bounds by community")
    ])

  static let countCase = Construct(
    .countCase, zh: "“cases”的一项", en: "an item of `cases`", quantity: .someOf(anyBound),
    [.required("community", .of(.community), "哪些社区", "which communities")] + boundKeys)

  static let community = Construct(
    .community, zh: "“community”", en: "`community`", quantity: .some,
    [
      .optional("type", .words(.communityTypes), "社区类型", "the type"),
      .optional("party_organization", .words(.partyOrganizations), "党组织形式", "the form of the Party organization"),
    ])

  // MARK: Check kinds

  private static let selections: [(of: String, condition: Name)] =
    Check.Each.Collection.allCases.map { ($0.rawValue, $0.subject.construct) }
  private static let of = Key.required(
    "of", .choice(Check.Each.Collection.allCases.map(\.rawValue)), "判断什么", "what is judged")
  private static let on = Key.optional(
    "on", .of(.signCondition), "判断条目时：哪些牌的条目", "for entries: the signs whose entries are judged")

  static let checkEach = Construct(
    .checkEach, zh: "检查“each”", en: "the check `each`",
    [
      of, .required("require", .byCollection(selections), "要满足的条件", "what they must satisfy"),
      .optional("where", .byCollection(selections), "哪些", "which"), on,
    ])

  static let checkNone = Construct(
    .checkNone, zh: "检查“none”", en: "the check `none`",
    [of, .optional("where", .byCollection(selections), "不得有哪些", "of which there must be none"), on])

  static let checkWording = Construct(
    .checkWording, zh: "检查“wording”", en: "the check `wording`",
    quantity: .oneOf(Check.Wording.Comparison.allCases.map(\.rawValue)),
    [
      .optional("where", .of(.signCondition), "哪些牌", "which signs"),
      .optional(
        "equals", .texts, "文字就是这些之一，可用 {district} 等占位", "the wording is one of these; slots such as {district}"),
      .optional("contains", .texts, "文字含有这些之一", "the wording contains one of these"),
    ])

  static let checkSides = Construct(
    .checkSides, zh: "检查“sides”", en: "the check `sides`",
    [
      .required("left", .of(.signCondition), "左侧的牌", "the signs of the left side"),
      .required("right", .of(.signCondition), "右侧的牌", "the signs of the right side"),
    ])

  static let checkOrder = Construct(
    .checkOrder, zh: "检查“order”", en: "the check `order`",
    [
      .required("from_door", .list(.of(.signCondition)), "自大门向外的各步", "the steps from the door outward"),
      .optional("within_place", .flag, "只比同一位置的牌", "whether only signs at one place are compared"),
    ])

  static let checkSinceRemoval = Construct(
    .checkSinceRemoval, zh: "检查“none_since_removal”", en: "the check `none_since_removal`",
    [
      .optional("new", .of(.signCondition), "新设的牌", "the new signs"),
      .optional("removed", .of(.signCondition), "拆除的牌", "the removed signs"),
    ])

  static let checkPerFloor = Construct(
    .checkPerFloor, zh: "检查“per_floor”", en: "the check `per_floor`",
    [
      .required("of", .choice(["signs"]), "数什么", "what is counted"),
      .required("floors_with", .of(.roomCondition), "有这种房间的楼层", "floors with such a room"),
      .required("at_least", .whole, "至少", "at least so many"),
      .optional("where", .of(.signCondition), "哪些牌", "which signs"),
    ])

  static let checkEntriesCover = Construct(
    .checkEntriesCover, zh: "检查“entries_cover”", en: "the check `entries_cover`",
    [
      .required("on", .of(.signCondition), "哪些牌", "which boards"),
      .required("functions", .choice(["listed"]), "哪些功能", "which functions"),
    ])

  static let checkMapMatches = Construct(
    .checkMapMatches, zh: "检查“map_matches”", en: "the check `map_matches`",
    [.required("on", .of(.signCondition), "哪些牌", "which maps")])

  static let checkDoorNumbers = Construct(
    .checkDoorNumbers, zh: "检查“door_numbers”", en: "the check `door_numbers`",
    [
      .required("plates", .of(.signCondition), "哪些是房号牌", "which signs are the plates"),
      .required("rooms", .of(.roomCondition), "哪些房间", "which rooms"),
    ])

  static let checkRecognisedKind = Construct(
    .checkRecognisedKind, zh: "检查“recognised_kind”", en: "the check `recognised_kind`",
    [
      .required("declared", .words(.kinds), "登记的类别", "the recorded kinds that are judged"),
      .required("recognised", .words(.kinds), "识别出的类别", "the recognised kinds that count"),
    ])

  static let checkRecorded = Construct(
    .checkRecorded, zh: "检查“recorded”", en: "the check `recorded`",
    [
      .required("field", .choice(ConditionSubject.sign.fields.map(\.word.canonical)), "字段", "the field"),
      .optional("where", .of(.signCondition), "哪些牌", "which signs"),
    ])

  static let checkInFacility = Construct(
    .checkInFacility, zh: "检查“in_facility”", en: "the check `in_facility`",
    [.required("fields", .list(.choice(["room", "floor"])), "字段，两个都写", "the fields; always write both")])

  /// What checks without parameters take: `{}`.
  static let nothing = Construct(.nothing, zh: "空的参数 {}", en: "empty parameters", [])

  // MARK: Conditions

  /// The keys by which conditions are combined, for every subject.
  static func combiners(_ own: Name) -> [Key] {
    [
      .optional("all", .list(.of(own)), "全部成立", "all of these hold"),
      .optional("any", .list(.of(own)), "至少一个成立", "at least one of these holds"),
      .optional("not", .of(own), "不成立", "this does not hold"),
      .optional("else_unknown", .of(own), "不成立时算不明", "where this fails, it is unknown"),
      .optional("if_unrecorded", .choice(["holds", "fails"]), "不明时算什么", "what it counts as where it is unknown"),
    ]
  }

  private static func condition(
    _ name: Name, zh: String = "条件", en: String = "the condition", _ keys: [Key]
  ) -> Construct {
    Construct(name, zh: zh, en: en, quantity: .some, keys + combiners(name))
  }

  private static func recording(_ subject: ConditionSubject) -> [Key] {
    let fields = Value.choice(subject.fields.map(\.word.canonical))
    return [
      .optional("recorded", fields, "登记了这个字段", "this field is recorded"),
      .optional("unrecorded", fields, "没有登记这个字段", "this field is not recorded"),
    ]
  }

  private static let demandedBy = Key.optional(
    "demanded_by", .choice(["nobody", "a-department"]), "是否有部门要求", "whether a department required it")

  static let signCondition = condition(
    .signCondition,
    [
      .optional("kind", .words(.kinds), "类别", "the kind"), .optional("place", .words(.places), "位置", "the place"),
      .optional("place_group", .placeGroup, "位置组", "the group of the place"),
      .optional("zone", zonesOfSigns, "外部还是内部", "outside or inside"),
      .optional("orientation", .words(.orientations), "方向", "the orientation"),
      .optional("mounting", .words(.mountings), "安装方式", "the mounting"),
      .optional("background", .words(.colours), "底色", "the ground"),
      .optional("lettering", .words(.colours), "字色", "the lettering"),
      .optional("prominent", .flag, "是否醒目", "whether it is prominent"),
      .optional("on_wall", .flag, "是否在墙上", "whether it is on a wall"),
      .optional("in_scope", .flag, "类别是否属于管理范围", "whether the standard is about its kind"),
      .optional("on_entrance_floor", .flag, "是否在大门所在楼层", "whether it is on the entrance floor"), demandedBy,
      .optional("text", .of(.signText), "文字", "the wording"),
    ] + recording(.sign) + [
      .optional("kind_group", .kindGroups, "类别组", "the group of the kind"),
      .optional("size", .of(.size), "尺寸", "the size"),
      .optional("order", .of(.position), "自大门向外的次序", "the position from the door outward"),
      .optional("since", .of(.since), "起始日期", "since when it is in its state"),
      .optional("material", .either([.texts, .of(.openText)]), "材质", "the material"),
      .optional("basis", .either([.texts, .of(.openText)]), "依据", "the document that was cited"),
      .optional("approval", approvals, "批准", "the approval"),
    ])

  private static let zonesOfSigns = Value.choice(FixedWords.zone.words.map(\.canonical))
  private static let approvals = Value.either([.choice(["documented"]), .of(.approval)])

  static let roomCondition = condition(
    .roomCondition, zh: "对房间的条件", en: "a condition on rooms",
    [.optional("functions", .of(.atLeast), "承担的功能数", "how many functions it has"), demandedBy] + recording(.room))

  static let entryCondition = condition(
    .entryCondition, zh: "对条目的条件", en: "a condition on entries",
    [
      .optional("function", .of(.functionText), "条目的功能", "its function"),
      .optional("special", .flag, "是否为特色工作", "whether it is special work"),
      .optional("room", .choice(["serves-function"]), "房间承担该功能", "its room serves its function"),
      .optional("approval", approvals, "批准", "the approval"),
    ] + recording(.entry))

  static let functionCondition = condition(
    .functionCondition, zh: "对功能的条件", en: "a condition on functions",
    [.optional("rooms", .of(.atLeast), "承担它的房间数", "how many rooms serve it")])

  static let atLeast = Construct(
    .atLeast, zh: "至少", en: "a least number", [.required("at_least", .whole, "至少", "at least so many")])

  // MARK: Values of conditions

  private static let textKeys: [Key] = [
    .optional("equals", .texts, "就是这些之一", "is one of these"),
    .optional("starts", .texts, "以这些之一开头", "starts with one of these"),
    .optional("ends", .texts, "以这些之一结尾", "ends with one of these"),
    .optional("contains", .texts, "含有这些之一", "contains one of these"),
  ]

  static let signText = Construct(
    .signText, zh: "“text”", en: "`text`", quantity: .one,
    textKeys + [
      .optional(
        "is", .choice(["room-number", "listed-function"]), "是房号，或列出的功能", "a room's number, or a listed function")
    ])

  static let functionText = Construct(
    .functionText, zh: "“function”", en: "`function`", quantity: .one,
    textKeys + [.optional("is", .choice(["listed"]), "是列出的功能", "a listed function")])

  static let openText = Construct(.openText, zh: "文字条件", en: "a condition on a text", quantity: .one, textKeys)

  static let size = Construct(
    .size, zh: "“size”", en: "`size`", quantity: .someOf(["width", "height"]),
    [
      .required("unit", .choice(StandardFileReader.units.map(\.name)), "单位", "the unit"),
      .optional("width", .of(.range), "宽", "the width"), .optional("height", .of(.range), "高", "the height"),
    ])

  private static let rangeKeys: [Key] = [
    .optional("exactly", .decimal, "正好", "exactly"), .optional("at_least", .decimal, "至少", "at least"),
    .optional("at_most", .decimal, "至多", "at most"),
  ]

  /// A range of lengths.
  static let range = Construct(
    .range, zh: "长度", en: "a length", quantity: .someOf(rangeKeys.map(\.name)),
    rangeKeys + [.optional("tolerance", .decimal, "允许偏差，同 exactly 一起写", "with `exactly`: how far off it may be")])

  /// A range of positions.
  static let position = Construct(
    .position, zh: "“order”", en: "`order`", quantity: .someOf(rangeKeys.map(\.name)), rangeKeys)

  static let since = Construct(
    .since, zh: "“since”", en: "`since`", quantity: .some,
    [
      .optional("from", .date, "自这天起", "from this day on"), .optional("until", .date, "到这天为止", "until this day"),
    ])

  static let approval = Construct(
    .approval, zh: "“approval”", en: "`approval`", quantity: .some,
    [
      .optional("documented", .flag, "有文号和日期", "has a document and a date"),
      .optional("level", .either([.texts, .of(.openText)]), "批准机关的级别", "the level of who approved it"),
      .optional("authority", .either([.texts, .of(.openText)]), "批准机关", "who approved it"),
    ])
}

extension Count.Collection {
  /// What conditions on its elements are about.
  var subject: ConditionSubject {
    switch self {
    case .signs, .removedSigns: .sign
    case .rooms: .room
    case .functions: .function
    }
  }
}

extension Check.Each.Collection {
  /// What conditions on its elements are about.
  var subject: ConditionSubject {
    switch self {
    case .signs: .sign
    case .rooms: .room
    case .entries: .entry
    }
  }
}

extension ConditionSubject {
  /// The construct of conditions about it.
  var construct: Construct.Name {
    switch self {
    case .sign: .signCondition
    case .room: .roomCondition
    case .entry: .entryCondition
    case .function: .functionCondition
    }
  }
}

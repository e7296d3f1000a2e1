package import Diagnostics
package import Inventory

/// A section of an inventory, and the sheet that holds it.
package enum Section: Int, Sendable, CaseIterable {
  case community, rooms, signs, entries

  /// What the sheet is called.
  package var title: BilingualText {
    switch self {
    case .community: InventoryKey.community.label
    case .rooms: InventoryKey.rooms.label
    case .signs: InventoryKey.signs.label
    case .entries: InventoryKey.entries.label
    }
  }

  /// What offices call it besides; a sheet or a CSV file whose name holds one of these is for this section.
  var synonyms: [String] {
    switch self {
    case .community: ["社区", "基本情况", "社区信息"]
    case .rooms: ["功能室", "房间"]
    case .signs: ["标识牌", "标牌", "牌子", "挂牌", "牌匾"]
    case .entries: ["条目", "索引"]
    }
  }
}

/// A column of a sheet: the one place that says how inventories and sheets correspond.
package struct SheetColumn: Sendable {
  /// What its cells are.
  package enum Kind: Sendable {
    /// Free text.
    case text
    /// A name or number that identifies something: full-width digits are made plain, and what a spreadsheet turned into
    /// a number with an exponent or into a date is refused.
    case identifier
    /// A word of a vocabulary.
    case word
    /// 是 or 否.
    case flag
    /// A date.
    case date
    /// A number.
    case number
    /// Several names in one cell.
    case names
    /// Width and height in one cell, `2400×600`.
    case size
  }

  /// Where its value stands in the community, the room, the sign or the entry.
  package let path: [InventoryKey]
  /// What stands at its head.
  package let label: BilingualText
  /// What its cells are.
  package let kind: Kind
  /// Other heads by which it is known, without white space and brackets.
  package let synonyms: [String]
  /// Whether it tells which community (or which sign) a row belongs to; such cells are filled down.
  package let isIdentity: Bool
  /// Whether the template has it.
  package let isInTemplate: Bool
  /// What to fill in.
  package let note: BilingualText

  init(
    _ path: [InventoryKey], _ kind: Kind, zh: String? = nil, en: String? = nil, _ synonyms: [String] = [],
    isIdentity: Bool = false, isInTemplate: Bool = true, note: BilingualText
  ) {
    self.path = path
    self.kind = kind
    let key = path[path.count - 1]
    label = BilingualText(zh: zh ?? key.word.label.zh, en: en ?? key.word.canonical)
    // A label of its own takes the place of the key's spellings, which may be another column's.
    let spellings = zh == nil ? key.word.spellings : [zh ?? "", en ?? ""]
    self.synonyms = (spellings + [label.en] + synonyms).map(HeaderText.compared)
    self.isIdentity = isIdentity
    self.isInTemplate = isInTemplate
    self.note = note
  }

  /// The columns of a section, in the order of the sheet.
  package static func columns(of section: Section) -> [SheetColumn] {
    bySection[section.rawValue]
  }

  private static let bySection = [community, identity + rooms, identity + signs, identity + entries]

  /// Which community a row belongs to.
  private static let names: [SheetColumn] = [
    SheetColumn(
      [.community, .district], .text, ["区县", "县区", "所属区", "区名称", "城区", "区（县）"], isIdentity: true, isInTemplate: false,
      note: .init(zh: "区的全称，如 临江区", en: "The district's full name")),
    SheetColumn(
      [.community, .street], .text, ["街道名称", "所属街道", "镇街", "街镇", "乡镇街道", "街道（乡镇）", "所在街道"], isIdentity: true,
      note: .init(zh: "街道的全称，如 江畔街道；可以合并单元格", en: "The street's full name; cells may be merged")),
    SheetColumn(
      [.community, .name], .text, zh: "社区", en: "community", ["社区名称", "所属社区", "村社区", "社区（村）", "村（社区）", "所在社区", "社区名"],
      isIdentity: true,
      note: .init(zh: "社区的名称，如 柳荫社区；可以合并单元格", en: "The community's name; cells may be merged")),
  ]

  /// The paths of the columns that name a community, and say nothing else of it.
  static let places = names.map(\.path)

  private static let code = SheetColumn(
    [.community, .code], .identifier, zh: "代码", en: "code", ["社区代码", "统计代码", "区划代码", "行政区划代码", "统计用区划代码"],
    isIdentity: true, isInTemplate: false,
    note: .init(zh: "12 位统计用区划代码。单元格须是文本格式", en: "The statistical code; the cell must be text"))

  private static let site = SheetColumn(
    [.facility, .name], .text, zh: "场所名称", en: "facility_name", ["场所", "服务中心名称", "场所名", "阵地名称"], isIdentity: true,
    isInTemplate: false,
    note: .init(zh: "有两处场所的社区，每处一行，靠这个名称区分", en: "A community with two sites has a row for each, told apart by this"))

  private static let identity = names + [code, site]

  private static let community: [SheetColumn] =
    (identity.map { column in
      SheetColumn(
        column.path, column.kind, zh: column.label.zh, en: column.label.en, column.synonyms, isIdentity: true,
        note: column.note)
    }) + [
      SheetColumn([.community, .type], .word, ["社区类型"], note: choose),
      SheetColumn([.community, .partyOrganization], .word, ["党组织类型", "党组织设置"], note: choose),
      SheetColumn(
        [.survey, .date], .date, zh: "采集日期", en: "survey_date", ["填报日期", "填表日期", "摸排日期", "日期"], note: day),
      SheetColumn(
        [.survey, .by], .text, ["填报人", "填表人", "采集单位", "填报单位", "摸排人"],
        note: .init(zh: "谁采集的", en: "Who surveyed it")),
      SheetColumn(
        [.survey, .viewpoint], .word, ["左右视角"], note: .init(zh: "记录左右时面向还是背向大门", en: "How left and right were recorded")
      ),
      SheetColumn(
        [.survey, .covers], .names, ["采集范围"],
        note: .init(zh: "外部、内部；空着表示都采集了", en: "exterior, interior; empty means both")),
      SheetColumn(
        [.facility, .floors], .names, ["楼层数", "所有楼层"],
        note: .init(zh: "所有楼层，用“、”隔开，如 1、2", en: "All floors, such as 1、2")),
    ]

  private static let rooms: [SheetColumn] = [
    SheetColumn(
      [.number], .identifier, ["房间号", "门牌", "室号", "房间编号"],
      note: .init(zh: "必填，如 101。该社区没有功能室时写一行“无”", en: "Required, such as 101; `none` where the community has no rooms")),
    SheetColumn([.floor], .identifier, ["所在楼层", "层"], note: .init(zh: "所在楼层，如 1", en: "The floor, such as 1")),
    SheetColumn(
      [.functions], .names, ["功能名称", "功能室名称", "用途", "承担功能"],
      note: .init(zh: "几项功能用“、”隔开；没有功能写“无”", en: "Several with 、 between them; `none` for none")),
    SheetColumn([.demandedBy], .names, demand, note: departments),
  ]

  private static let signs: [SheetColumn] =
    [
      SheetColumn(
        [.id], .identifier, ["序号", "标识牌编号", "牌子编号", "标牌编号", "编码"],
        note: .init(zh: "必填，同一社区内不能重复", en: "Required, unique in the community")),
      SheetColumn(
        [.kind], .word, ["牌子类别", "标识牌类别", "标牌类别", "种类", "类型", "牌子类型", "标识牌类型"], note: choose),
      SheetColumn(
        [.text], .text,
        ["牌子名称", "标识牌名称", "标牌名称", "牌匾名称", "牌子内容", "标识牌内容", "文字内容", "名称", "内容", "标牌内容", "挂牌名称", "牌面文字"],
        note: .init(zh: "牌面上的全部文字；没有文字写“（无文字）”", en: "All its words; （无文字） for a mark without words")),
      SheetColumn([.place], .word, ["悬挂位置", "挂牌位置", "设置位置", "安装位置", "所在位置", "悬挂地点"], note: choose),
      SheetColumn([.orientation], .word, ["横竖", "版式", "牌子方向"], note: choose),
      SheetColumn([.mounting], .word, ["悬挂方式", "固定方式", "安装形式"], note: choose),
      SheetColumn([.background], .word, ["底板颜色", "背景色", "牌底颜色", "底色颜色"], note: choose),
      SheetColumn([.lettering], .word, ["文字颜色", "字体颜色", "字的颜色"], note: choose),
      SheetColumn([.prominent], .flag, ["是否醒目", "是否显著"], note: yesNo),
      SheetColumn([.state], .word, ["使用状态", "目前状态", "当前状态"], note: choose),
      SheetColumn([.since], .date, ["状态起始日期", "挂牌日期", "拆除日期", "起始时间", "挂牌时间"], note: day),
      SheetColumn(
        [.order], .number, ["排列次序", "排序", "顺序"],
        note: .init(zh: "从大门向外数第几块，紧靠大门的是 1", en: "Position from the door, 1 next to it")),
      SheetColumn([.floor], .identifier, ["所在楼层"], note: .init(zh: "室内的牌子填楼层", en: "The floor, indoors")),
      SheetColumn(
        [.room], .identifier, ["房号", "房间号", "所在房间", "所在功能室"],
        note: .init(zh: "室内的牌子填房号", en: "The room's number, indoors")),
      SheetColumn(
        [.sizeMillimetres, .width], .number, zh: "宽（毫米）", en: "width_mm", ["宽", "宽度", "width", "尺寸宽", "尺寸毫米宽"],
        note: .init(zh: "单位毫米，只填数字", en: "Millimetres, the number alone")),
      SheetColumn(
        [.sizeMillimetres, .height], .number, zh: "高（毫米）", en: "height_mm", ["高", "高度", "height", "尺寸高", "尺寸毫米高"],
        note: .init(zh: "单位毫米，只填数字", en: "Millimetres, the number alone")),
      SheetColumn(
        [.sizeMillimetres], .size, ["尺寸", "规格", "规格尺寸"], isInTemplate: false,
        note: .init(zh: "宽×高，单位毫米，如 2400×600", en: "Width × height in millimetres")),
      SheetColumn([.material], .text, ["材料", "制作材料"], note: .init(zh: "如 不锈钢", en: "Such as stainless steel")),
      SheetColumn([.demandedBy], .names, demand, note: departments),
      SheetColumn(
        [.basis], .text, ["文件依据", "挂牌依据", "设置依据", "要求依据"], note: .init(zh: "要求挂牌所依据的文件", en: "The document cited")),
    ] + approval + [
      SheetColumn([.photo], .names, ["照片文件", "图片"], note: .init(zh: "照片的文件名，不必填", en: "File names, never required")),
      SheetColumn([.note], .text, ["说明", "其他说明"], note: .init(zh: "其他要说明的", en: "Anything else")),
    ]

  private static let entries: [SheetColumn] =
    [
      SheetColumn(
        [.id], .identifier, zh: "标识牌编号", en: "sign_id", ["编号", "牌子编号", "所属标识牌", "id"], isIdentity: true,
        note: .init(zh: "必填，条目所在的标识牌的编号；可以合并单元格", en: "Required: the id of the sign it stands on")),
      SheetColumn(
        [.function], .text, ["功能", "条目名称", "条目内容", "机构名称", "名称"],
        note: .init(zh: "条目写的功能名称；牌上没有条目时写“无”", en: "What the entry says; `none` for a board without entries")),
      SheetColumn([.room], .identifier, ["房号", "房间号"], note: .init(zh: "条目写的房号", en: "The room it names")),
      SheetColumn(
        [.area], .text, ["所在区域"], note: .init(zh: "没有房号的，写区域", en: "The area, where there is no room number")),
      SheetColumn([.special], .flag, ["是否特色", "特色功能"], note: yesNo),
    ] + approval

  private static let approval: [SheetColumn] = [
    SheetColumn(
      [.approval, .document], .text, zh: "批准文号", en: "approval_document", ["文号", "批准文件", "document"],
      note: .init(
        zh: "如 临办〔2026〕3号；有批准而文号等都没有登记的，写“（未登记）”",
        en: "The document's number; （未登记） for an approval of which nothing is recorded")),
    SheetColumn(
      [.approval, .authority], .text, ["批准单位", "审批单位", "审批机关"], note: .init(zh: "谁批准的", en: "Who approved it")),
    SheetColumn(
      [.approval, .level], .text, zh: "批准级别", en: "approval_level", ["级别", "审批级别", "level"],
      note: .init(zh: "如 区级", en: "Such as district")),
    SheetColumn(
      [.approval, .date], .date, zh: "批准日期", en: "approval_date", ["批准时间", "审批日期", "审批时间"], note: day),
  ]

  private static let demand = ["要求单位", "要求的部门", "要求挂牌部门", "挂牌部门", "主管部门", "要求设置部门"]
  private static let choose = BilingualText(zh: "从下拉列表中选", en: "Choose from the list")
  private static let yesNo = BilingualText(zh: "是 或 否", en: "true or false")
  private static let day = BilingualText(zh: "年-月-日，如 2026-05-12", en: "Year-month-day, such as 2026-05-12")
  private static let departments = BilingualText(
    zh: "要求设置的部门，几个部门用“、”隔开；没有部门要求写“无”", en: "Who required it, several with 、 between them; `none`: nobody")
}

/// Texts at the heads of columns.
enum HeaderText {
  /// A head as it is compared: without white space, brackets, stars and colons, full-width forms made plain, in lower
  /// case.
  static func compared(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in PlainForms.folded(text).unicodeScalars {
      switch scalar {
      case "(", ")", "[", "]", "*", ":", "“", "”", "\"", "【", "】": continue
      default: if !scalar.properties.isWhitespace { plain.append(scalar) }
      }
    }
    return String(plain).lowercased()
  }

  /// A head without what stands in brackets.
  static func withoutBrackets(_ text: String) -> String {
    var depth = 0
    var plain = String.UnicodeScalarView()
    for scalar in PlainForms.folded(text).unicodeScalars {
      switch scalar {
      case "(", "[", "【": depth += 1
      case ")", "]", "】": depth = max(0, depth - 1)
      default: if depth == 0 { plain.append(scalar) }
      }
    }
    return compared(String(plain))
  }
}

/// Full-width forms.
enum PlainForms {
  /// Full-width forms of ASCII made plain, and the ideographic space a space.
  static func folded(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: plain.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3000: plain.append(" ")
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}

package import Diagnostics
import Inventory
package import Standard

/// What people call the keys and values of rules: canonical words → labels.
package enum RuleWords {
  /// A path of keys, `check.count.bounds`, as people read it: `检查：计数：数量`. Keys without a name stand as they are.
  package static func path(_ path: String) -> BilingualText {
    let parts = path.utf8.split(separator: UInt8(ascii: ".")).map { key(String(Substring($0))) }
    return BilingualText(
      zh: parts.map(\.zh).joined(separator: "·"), en: parts.map(\.en).joined(separator: ", "))
  }

  /// The id of an item, `kinds/award`, as people read it: `类别 award`. Other ids stand as they are.
  package static func item(_ id: String) -> BilingualText {
    let parts = id.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1).map { String(Substring($0)) }
    guard parts.count == 2, let table = names[parts[0]] else { return StandardComparison.plain(id) }
    return BilingualText(zh: "\(table.zh) \(parts[1])", en: "\(table.en) \(parts[1])")
  }

  /// A key.
  static func key(_ key: String) -> BilingualText {
    if let name = names[key] { return name }
    if let field = InventoryKey.allCases.first(where: { $0.word.canonical == key }) { return field.label }
    return StandardComparison.plain(key)
  }

  /// A value as people read it: words by their labels, bounds in words, conditions as a list of what must hold.
  ///
  /// - Parameter key: the key under which it stands.
  package static func said(_ value: RuleValue, under key: String, _ words: Vocabulary) -> BilingualText {
    switch value {
    case .text(let text): return label(text, under: key, words)
    case .set(let items), .list(let items):
      let parts = items.map { item in
        let part = said(item, under: key, words)
        guard case .fields = item else { return part }
        return BilingualText(zh: "（\(part.zh)）", en: "(\(part.en))")
      }
      return joined(parts, "、", ", ")
    case .fields(let fields):
      // A text in both languages is one text.
      if fields.count == 2, let zh = value["zh"]?.text, let en = value["en"]?.text {
        return BilingualText(zh: zh, en: en)
      }
      let order = ["of", "on", "where", "plates", "declared", "left", "community", "written", "drop"]
      func rank(_ field: RuleValue.Field) -> Int { order.firstIndex(of: field.key) ?? order.count }
      let kept = fields.filter { !boundKeys.contains($0.key) }
      let ranked =
        order.indices.flatMap { at in kept.filter { rank($0) == at } } + kept.filter { rank($0) == order.count }
      let rest = ranked.map { field in
        let (name, inner) = (Self.key(field.key), said(field.value, under: field.key, words))
        if case .fields = field.value {
          return BilingualText(zh: "\(name.zh)（\(inner.zh)）", en: "\(name.en) (\(inner.en))")
        }
        if inner.zh.hasPrefix("（") { return BilingualText(zh: name.zh + inner.zh, en: "\(name.en) \(inner.en)") }
        return BilingualText(zh: "\(name.zh) \(inner.zh)", en: "\(name.en) \(inner.en)")
      }
      return joined(rest + bounds(fields).map { [$0] }.joined(), "，", ", ")
    }
  }

  /// One word by its label; a text that is no word as it is.
  package static func label(_ text: String, under key: String, _ words: Vocabulary) -> BilingualText {
    if let table = table(key, words), let index = table.find(text) { return table[index].label }
    if ["recorded", "unrecorded", "field", "fields"].contains(key) { return Self.key(text) }
    if RuleValue.flags.contains(key), text == "yes" || text == "no" || text == "true" || text == "false" {
      return text == "yes" || text == "true"
        ? BilingualText(zh: "是", en: "yes") : BilingualText(zh: "否", en: "no")
    }
    return values[text] ?? StandardComparison.plain(text)
  }

  /// The table of the words that stand under a key; nil where it takes no words.
  static func table(_ key: String, _ words: Vocabulary) -> WordTable? {
    switch key {
    case "kind", "declared", "recognised": words.words.kinds
    case "place", "not_place": words.words.places
    case "background", "lettering": words.words.colours
    case "orientation": FixedWords.orientation
    case "mounting", "on_wall", "off_wall": FixedWords.mounting
    case "zone": FixedWords.zone
    case "viewpoint": FixedWords.viewpoint
    case "covers": FixedWords.zone
    case "state": FixedWords.state
    case "type": words.words.communityTypes
    case "party_organization": words.words.partyOrganizations
    default: nil
    }
  }

  private static let boundKeys: Set<String> = ["exactly", "at_least", "at_most", "tolerance"]

  /// `至少2`, `30至40`, `36±1`; empty where the mapping has no bounds.
  private static func bounds(_ fields: [RuleValue.Field]) -> [BilingualText] {
    func number(_ key: String) -> String? { fields.first { $0.key == key }?.value.text }
    if let exactly = number("exactly") {
      let slack = number("tolerance").map { "±\($0)" } ?? ""
      return [BilingualText(zh: "正好\(exactly)\(slack)", en: "exactly \(exactly)\(slack)")]
    }
    switch (number("at_least"), number("at_most")) {
    case (let low?, let high?): return [BilingualText(zh: "\(low)至\(high)", en: "\(low) to \(high)")]
    case (let low?, nil): return [BilingualText(zh: "至少\(low)", en: "at least \(low)")]
    case (nil, let high?): return [BilingualText(zh: "不超过\(high)", en: "at most \(high)")]
    case (nil, nil): return []
    }
  }

  private static func joined(_ parts: [BilingualText], _ zh: String, _ en: String) -> BilingualText {
    BilingualText(zh: parts.map(\.zh).joined(separator: zh), en: parts.map(\.en).joined(separator: en))
  }

  /// Values that are no words of a vocabulary.
  private static let values: [String: BilingualText] = [
    "signs": .init(zh: "标识牌", en: "signs"), "removed-signs": .init(zh: "已拆除的标识牌", en: "removed signs"),
    "rooms": .init(zh: "功能室", en: "rooms"), "entries": .init(zh: "条目", en: "entries"),
    "functions": .init(zh: "功能", en: "functions"), "nobody": .init(zh: "无部门", en: "nobody"),
    "a-department": .init(zh: "某个部门", en: "a department"), "listed": .init(zh: "标准列出的功能", en: "a listed function"),
    "listed-function": .init(zh: "标准列出的功能", en: "a listed function"),
    "room-number": .init(zh: "房号", en: "a room's number"), "batch": .init(zh: "整批台账", en: "the batch"),
    "holds": .init(zh: "算符合", en: "holds"), "fails": .init(zh: "算不符合", en: "fails"),
    "serves-function": .init(zh: "承担该功能的房间", en: "a room that serves it"),
  ]

  /// Keys that inventories do not have, or that mean something else in a standard.
  private static let names: [String: BilingualText] = [
    "standard": .init(zh: "标准编号", en: "id"), "title": .init(zh: "标题", en: "title"),
    "issuer": .init(zh: "发布", en: "issuer"), "source": .init(zh: "出处", en: "source"),
    "left_means": .init(zh: "左右的看法", en: "whose left"), "sides": .init(zh: "左右", en: "sides"),
    "left": .init(zh: "左", en: "left"), "right": .init(zh: "右", en: "right"),
    "rule_order": .init(zh: "规则次序", en: "order of rules"), "text": .init(zh: "文字", en: "text"),
    "not_checkable": .init(zh: "机器判断不了的字句", en: "not checkable"), "modality": .init(zh: "性质", en: "modality"),
    "severity": .init(zh: "级别", en: "severity"), "clauses": .init(zh: "条款", en: "clauses"),
    "zone": .init(zh: "范围", en: "zone"), "when": .init(zh: "适用条件", en: "when"), "check": .init(zh: "检查", en: "check"),
    "yields_to": .init(zh: "让位于", en: "yields to"), "message": .init(zh: "说法", en: "message"),
    "remedy": .init(zh: "改法", en: "remedy"), "rationale": .init(zh: "理由", en: "rationale"),
    "aliases": .init(zh: "原编号", en: "former ids"), "examples": .init(zh: "例子", en: "examples"),
    "locked": .init(zh: "锁定", en: "locked"), "reason": .init(zh: "调整理由", en: "why it is changed"),
    "off": .init(zh: "停用", en: "switched off"), "fail": .init(zh: "不符合", en: "fail"),
    "too_few": .init(zh: "过少", en: "too few"), "too_many": .init(zh: "过多", en: "too many"),
    "count": .init(zh: "计数", en: "count"), "bounds": .init(zh: "数量", en: "number"), "of": .init(zh: "对象", en: "of"),
    "where": .init(zh: "选取", en: "where"), "require": .init(zh: "要求", en: "require"),
    "each": .init(zh: "逐个检查", en: "each"), "none": .init(zh: "不得有", en: "none"),
    "all": .init(zh: "同时满足", en: "all of"), "any": .init(zh: "满足其一", en: "any of"), "not": .init(zh: "不是", en: "not"),
    "else_unknown": .init(zh: "否则待核实", en: "else unknown"),
    "if_unrecorded": .init(zh: "未登记时", en: "if unrecorded"), "cases": .init(zh: "分别情况", en: "cases"),
    "community": .init(zh: "社区", en: "community"), "wording": .init(zh: "文字", en: "wording"),
    "equals": .init(zh: "等于", en: "equals"), "starts": .init(zh: "开头是", en: "starts with"),
    "ends": .init(zh: "结尾是", en: "ends with"), "contains": .init(zh: "含有", en: "contains"),
    "is": .init(zh: "是", en: "is"), "order": .init(zh: "次序", en: "order"),
    "from_door": .init(zh: "由门向外", en: "from the door"), "within_place": .init(zh: "只比同一位置", en: "within a place"),
    "none_since_removal": .init(zh: "拆后不得再挂", en: "none since removal"), "new": .init(zh: "新挂的", en: "new"),
    "removed": .init(zh: "拆除的", en: "removed"), "per_floor": .init(zh: "每层", en: "per floor"),
    "floors_with": .init(zh: "有这类房间的楼层", en: "floors with"),
    "entries_cover": .init(zh: "条目齐全", en: "entries cover"), "on": .init(zh: "看哪些牌", en: "on"),
    "map_matches": .init(zh: "图与房间相符", en: "map matches"), "door_numbers": .init(zh: "门口房号", en: "door numbers"),
    "plates": .init(zh: "房号牌", en: "plates"), "recognised_kind": .init(zh: "类别与文字相符", en: "recognised kind"),
    "declared": .init(zh: "登记为", en: "declared"), "recognised": .init(zh: "识别为", en: "recognised"),
    "recorded": .init(zh: "须登记", en: "recorded"), "unrecorded": .init(zh: "未登记", en: "unrecorded"),
    "field": .init(zh: "栏目", en: "field"), "fields": .init(zh: "栏目", en: "fields"),
    "in_facility": .init(zh: "场所里有", en: "in the facility"),
    "listed_in_roster": .init(zh: "列入名册", en: "listed in the roster"),
    "inventory_submitted": .init(zh: "台账已报", en: "inventory submitted"),
    "inventory_unique": .init(zh: "台账不重复", en: "inventory unique"),
    "kind_group": .init(zh: "类别组", en: "group of kinds"), "place_group": .init(zh: "位置组", en: "group of places"),
    "on_wall": .init(zh: "上墙", en: "on a wall"), "in_scope": .init(zh: "属标准范围", en: "in scope"),
    "on_entrance_floor": .init(zh: "在入口层", en: "on the entrance floor"),
    "size": .init(zh: "尺寸", en: "size"), "unit": .init(zh: "单位", en: "unit"), "from": .init(zh: "自", en: "from"),
    "until": .init(zh: "至", en: "until"), "documented": .init(zh: "有批准文件", en: "documented"),
    "home": .init(zh: "所属", en: "home"), "groups": .init(zh: "组", en: "groups"), "side": .init(zh: "哪一侧", en: "side"),
    "wall": .init(zh: "是否墙面", en: "wall"), "spot": .init(zh: "图上位置", en: "spot"),
    "paint": .init(zh: "绘图颜色", en: "paint"),
    "recognised_by": .init(zh: "识别方法", en: "recognised by"), "reads_as": .init(zh: "读作", en: "reads as"),
    "zh": .init(zh: "中文", en: "Chinese"), "en": .init(zh: "英文", en: "English"), "also": .init(zh: "别称", en: "also"),
    "word": .init(zh: "规范词", en: "word"), "note": .init(zh: "说明", en: "note"),
    "kinds": .init(zh: "类别", en: "kind"), "places": .init(zh: "位置", en: "place"),
    "colours": .init(zh: "颜色", en: "colour"), "community_types": .init(zh: "社区类型", en: "community type"),
    "party_organizations": .init(zh: "党组织形式", en: "form of Party organization"),
    "near_misses": .init(zh: "易错写法", en: "near misses"), "written": .init(zh: "误写", en: "written"),
    "meant": .init(zh: "应写", en: "meant"), "room_number_forms": .init(zh: "房号写法", en: "forms of room numbers"),
    "before": .init(zh: "前面可带", en: "before"), "after": .init(zh: "后面可带", en: "after"),
    "short_names": .init(zh: "名称词尾", en: "endings of names"), "drop": .init(zh: "去掉", en: "drop"),
    "add": .init(zh: "加上", en: "add"), "wall_mountings": .init(zh: "安装方式与上墙", en: "mountings and walls"),
    "off_wall": .init(zh: "不算上墙", en: "off the wall"),
    "listed": .init(zh: "列出的", en: "listed"), "further": .init(zh: "增加的", en: "further"),
  ]
}

import Diagnostics
import Inventory
import YAMLTree

/// Reading conditions on sizes, dates, materials, approvals and the community.
extension StandardFileReader {
  /// Units in which a standard may write sizes, and their millimetres.
  static let units: [(name: String, millimetres: Double)] = [("mm", 1), ("cm", 10), ("m", 1000)]

  /// The kinds of a group that the vocabulary declares.
  mutating func kindGroup(_ node: NodeIndex, _ words: Vocabulary) -> WordSet? {
    let known = words.kindGroups
    var set = WordSet()
    for name in texts(node, "kind_group") {
      if known.isEmpty, !knowsWords { continue }
      if known.contains(name) {
        for (index, kind) in words.kinds.enumerated() where kind.groups.contains(name) {
          set.insert(WordIndex(index))
        }
      } else {
        error(
          node, zh: "没有“\(name)”这个类别组", en: "there is no group of kinds `\(name)`",
          help: known.isEmpty
            ? BilingualText(zh: "在词汇表 kinds 的词里写 groups", en: "give words of `kinds` in the vocabulary `groups`")
            : suggestion(name, known))
      }
    }
    return set
  }

  /// A size: a unit, and ranges for width and height.
  mutating func size(_ node: NodeIndex) -> Condition? {
    guard let fields = fields(node, .size, example: "{unit: cm, width: {exactly: 36}, height: {exactly: 220}}") else {
      return nil
    }
    guard let unit = fields["unit"].flatMap({ choice($0, "unit", of: .size) }) else { return nil }
    var parts: [Condition] = []
    if let width = fields["width"], let range = range(width, "width", unit: unit) {
      parts.append(.number(.width, range))
    }
    if let height = fields["height"], let range = range(height, "height", unit: unit) {
      parts.append(.number(.height, range))
    }
    if fields["width"] == nil, fields["height"] == nil {
      if fields.leavesOutKeys { return nil }
      error(node, zh: "“size”要写 width（宽）或 height（高）", en: "`size` takes width, height or both")
      return nil
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// A range of numbers: `exactly`, with a `tolerance` if wanted, or `at_least` and `at_most`.
  ///
  /// - Parameter unit: the unit of a size; nil for a position, which is a whole number.
  mutating func range(_ node: NodeIndex, _ what: String, unit: String?) -> NumberRange? {
    let construct: Construct = unit == nil ? .position : .range
    // 240, 240cm and “240 厘米” are all meant to be that number.
    let given = tree.nodes[Int(node)].kind == .scalar ? ComparedText.of(tree.string(node)) : ""
    let number = String(given.unicodeScalars.prefix { ("0"..."9").contains($0) || $0 == "." })
    guard
      let fields = fields(
        node, construct, as: BilingualText(zh: "“\(what)”", en: "`\(what)`"),
        example: "{exactly: \(number.isEmpty ? "1" : number)}")
    else { return nil }
    let before = problems.diagnostics.count
    let numbers = Dictionary(
      uniqueKeysWithValues: construct.names.compactMap { key in
        fields[key].flatMap { decimal($0, key) }.map { (key, $0) }
      })
    guard problems.diagnostics.count == before else { return nil }
    let factor = Self.units.first { $0.name == unit }?.millimetres ?? 1
    let suffix = unit ?? ""
    func range(
      _ low: Double, _ high: Double, _ text: String, nominal: String? = nil, drawn: Double
    ) -> NumberRange {
      // Half a thousandth of a millimetre forgives what binary fractions cannot hold.
      let slack = unit == nil ? 0 : 0.0005
      return NumberRange(
        bounds: (low * factor - slack)...(high * factor + slack), text: text, nominal: nominal ?? text,
        drawn: drawn * factor, unit: suffix, unitMillimetres: factor)
    }
    switch (numbers["exactly"], numbers["at_least"], numbers["at_most"]) {
    case (let middle?, nil, nil):
      let tolerance = numbers["tolerance"] ?? 0
      let nominal = NumberRange.text(middle) + suffix
      let text = nominal + (tolerance > 0 ? "±\(NumberRange.text(tolerance))\(suffix)" : "")
      return range(max(0, middle - tolerance), middle + tolerance, text, nominal: nominal, drawn: middle)
    case (nil, let low, let high) where low != nil || high != nil:
      if numbers["tolerance"] != nil {
        error(
          node, zh: "tolerance（允许偏差）只能同 exactly 一起写", en: "`tolerance` goes with `exactly` only")
        return nil
      }
      let (least, most) = (low ?? 0, high ?? 1_000_000)
      guard least <= most else {
        error(
          node, zh: "at_least（\(NumberRange.text(least))）大于 at_most（\(NumberRange.text(most))）",
          en: "at_least (\(NumberRange.text(least))) is above at_most (\(NumberRange.text(most)))",
          help: BilingualText(zh: "at_least 写最小，at_most 写最大", en: "at_least is the least number, at_most the greatest"))
        return nil
      }
      let text =
        low == nil
        ? "≤\(NumberRange.text(most))\(suffix)"
        : high == nil
          ? "≥\(NumberRange.text(least))\(suffix)"
          : "\(NumberRange.text(least))\(suffix)–\(NumberRange.text(most))\(suffix)"
      let drawn = low == nil ? most : high == nil ? least : (least + most) / 2
      return range(least, most, text, drawn: drawn)
    case (nil, nil, nil) where fields.leavesOutKeys: return nil  // reported, and likely what was meant
    default:
      error(
        node, zh: "“\(what)”要写 exactly，或 at_least、at_most",
        en: "`\(what)` takes exactly, or at_least and at_most")
      return nil
    }
  }

  /// A number from 0 to 999999 in ASCII digits, perhaps with a decimal point.
  private mutating func decimal(_ node: NodeIndex, _ what: String) -> Double? {
    guard let text = text(node, what) else { return nil }
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isDigits = parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) } }
    if isDigits, parts.count <= 2, parts[0].count <= 6, parts.count == 1 || parts[1].count <= 3,
      let number = Double(text)
    {
      return number
    }
    error(
      node, zh: "“\(what)”应是 0 到 999999 的数，小数最多三位",
      en: "`\(what)` must be a number from 0 to 999999 with at most three decimals",
      help: numberAdvice(text)
        ?? BilingualText(
          zh: "小数写到第三位为止，或换一个 unit（mm、cm、m）", en: "stop at the third decimal, or choose another unit (mm, cm, m)"))
    return nil
  }

  /// Days, `{from: 2026-01-01, until: 2026-12-31}`, both included, one of them required.
  mutating func since(_ node: NodeIndex) -> Condition? {
    guard let fields = fields(node, .since),
      let first = CalendarDate(year: 1, month: 1, day: 1), let last = CalendarDate(year: 9999, month: 12, day: 31)
    else { return nil }
    guard !fields.values.isEmpty else {
      if fields.leavesOutKeys { return nil }
      error(node, zh: "“since”要写 from（自）或 until（至）", en: "`since` takes from, until or both")
      return nil
    }
    let from = fields["from"].map { date($0, "from") } ?? first
    let until = fields["until"].map { date($0, "until") } ?? last
    guard let from, let until else { return nil }
    guard from <= until else {
      error(
        node, zh: "from（\(from)）晚于 until（\(until)）", en: "from (\(from)) is after until (\(until))",
        help: BilingualText(zh: "from 写起始日期，until 写截止日期", en: "from is the first day, until the last"))
      return nil
    }
    return .since(from...until)
  }

  private mutating func date(_ node: NodeIndex, _ what: String) -> CalendarDate? {
    guard let text = text(node, what) else { return nil }
    if let date = CalendarDate(text.utf8) { return date }
    error(
      node, zh: "“\(what)”不是有效日期", en: "`\(what)` is no date that exists",
      help: BilingualText(zh: "按“年-月-日”写，如 2026-05-20", en: "write year-month-day, such as 2026-05-20"))
    return nil
  }

  /// A condition on an open text: a word or a list, any of which it must be, or one of `equals`, `starts`, `ends`,
  /// `contains`.
  mutating func openText(_ node: NodeIndex, _ what: String) -> TextCondition? {
    if tree.nodes[Int(node)].kind != .mapping { return .equals(compared(node, what)) }
    return textCondition(
      node, what, .openText,
      help: BilingualText(
        zh: "是其中之一的，直接列出：“\(what): [甲, 乙]”", en: "for one of several, list them: `\(what): [a, b]`"))
  }

  /// A condition on an approval: `documented`, or a mapping of `documented`, `level` and `authority`.
  mutating func approval(_ node: NodeIndex) -> Condition? {
    if tree.nodes[Int(node)].kind == .scalar {
      return choice(node, "approval", of: .signCondition).map { _ in .approvalDocumented }
    }
    guard let fields = fields(node, .approval) else { return nil }
    var parts: [Condition] = []
    if let value = fields["documented"], let wanted = flag(value, "documented") {
      parts.append(wanted ? .approvalDocumented : .not(.approvalDocumented))
    }
    if let value = fields["level"], let text = openText(value, "level") { parts.append(.approvalText(.level, text)) }
    if let value = fields["authority"], let text = openText(value, "authority") {
      parts.append(.approvalText(.authority, text))
    }
    if fields.values.isEmpty {
      if fields.leavesOutKeys { return nil }
      error(
        node, zh: "“approval”要写 documented、level、authority 中的至少一个",
        en: "`approval` takes at least one of documented, level, authority")
      return nil
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// A condition on the community: its type, its form of Party organization.
  mutating func community(_ node: NodeIndex, _ words: Vocabulary) -> CommunityCondition? {
    guard let fields = fields(node, .community) else { return nil }
    guard !fields.values.isEmpty else {
      if fields.leavesOutKeys { return nil }
      error(
        node, zh: "“community”要写 type（类型）或 party_organization（党组织形式）",
        en: "`community` takes type, party_organization or both")
      return nil
    }
    return CommunityCondition(
      types: fields["type"].map { wordSet($0, "type", words.words.communityTypes) },
      partyOrganizations: fields["party_organization"].map {
        wordSet($0, "party_organization", words.words.partyOrganizations)
      })
  }
}

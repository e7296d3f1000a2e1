import Diagnostics
import Inventory
import Standard
import YAMLTree

/// Texts: translations, slots, placeholders.
extension StandardLint {
  mutating func checkTexts() {
    for file in standard.files {
      for index in file.tree.nodes.indices where file.tree.nodes[index].kind == .mapping {
        checkTranslation(file, NodeIndex(index))
      }
    }
    for reading in readings {
      for key in ["message", "remedy"] { checkRuleText(reading, key) }
      if reading.kind == "wording" { checkPlaceholders(reading) }
    }
  }

  private mutating func checkTranslation(_ file: StandardFile, _ node: NodeIndex) {
    guard let zhNode = file.tree.value("zh", of: node), let enNode = file.tree.value("en", of: node),
      file.tree.nodes[Int(zhNode)].kind == .scalar, file.tree.nodes[Int(enNode)].kind == .scalar
    else { return }
    let zh = Self.words(file.tree.string(zhNode))
    let en = Self.words(file.tree.string(enNode))
    let place = Problems(file: file.name)
    func isLatin(_ scalar: Unicode.Scalar) -> Bool {
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }
    if zh == en, zh.contains(where: { isLatin($0) || Harvest.isHan($0) }) {
      report(
        .missingTranslation, zh: "中文和英文是同一段文字，没有翻译",
        en: "the Chinese and the English are one text: it is not translated",
        help: BilingualText(zh: "zh 写中文，en 写英文", en: "write Chinese under zh and English under en"),
        at: place.location(file.tree, enNode))
    } else if !zh.contains(where: Harvest.isHan), zh.contains(where: isLatin) {
      report(
        .missingTranslation, zh: "zh 里没有中文", en: "there is no Chinese under zh",
        help: BilingualText(zh: "译成中文", en: "translate it"), at: place.location(file.tree, zhNode))
    } else if !en.contains(where: isLatin), en.contains(where: Harvest.isHan) {
      report(
        .missingTranslation, zh: "en 里没有英文", en: "there is no English under en",
        help: BilingualText(zh: "译成英文", en: "translate it"), at: place.location(file.tree, enNode))
    }
  }

  /// A text without its slots.
  private static func words(_ text: String) -> [Unicode.Scalar] {
    TextTemplate.cut(text).flatMap { segment -> [Unicode.Scalar] in
      if case .words(let words) = segment { Array(words.unicodeScalars) } else { [] }
    }
  }

  private mutating func checkRuleText(_ reading: Reading, _ key: String) {
    guard let node = reading.tree.value(key, of: reading.node) else { return }
    let place = Problems(file: reading.rule.location.file)
    let unreachable = unreachableReasons(reading)
    func isBilingual(_ node: NodeIndex) -> Bool { reading.tree.value("zh", of: node) != nil }
    let texts: [(reason: NodeIndex?, text: NodeIndex)] =
      isBilingual(node) ? [(nil, node)] : reading.tree.pairs(of: node).map { ($0.key, $0.value) }
    for (reason, text) in texts {
      if let reason, let why = unreachable[reading.tree.string(reason)] {
        report(
          .unusedText, zh: "“\(reading.tree.string(reason))”这种情况不会出现，这段文字用不上：\(why.zh)",
          en: "the reason `\(reading.tree.string(reason))` never occurs, so this text is never used: \(why.en)",
          help: BilingualText(zh: "删去它", en: "remove it"), at: place.location(reading.tree, reason))
      }
      guard let zh = reading.tree.value("zh", of: text), let en = reading.tree.value("en", of: text) else { continue }
      func slots(_ node: NodeIndex) -> Set<String> {
        Set(
          TextTemplate.cut(reading.tree.string(node)).compactMap { segment in
            if case .slot(let name) = segment { name } else { nil }
          })
      }
      // A slot that stands in wrong braces is missing for that reason.
      if [zh, en].filter({ checkBraces(reading, $0, isWording: false) }).count > 0 { continue }
      let (zhSlots, enSlots) = (slots(zh), slots(en))
      for (only, other, node) in [(zhSlots.subtracting(enSlots), "en", en), (enSlots.subtracting(zhSlots), "zh", zh)]
      where !only.isEmpty {
        let names = only.sorted().map { "{\($0)}" }.joined(separator: ", ")
        report(
          .unequalSlots, zh: "\(other) 里没有另一种语言里的占位 \(names)",
          en: "\(other) lacks a slot that the other language has: \(names)",
          help: BilingualText(
            zh: "在 \(other) 里也写上 \(names)，两种语言说同样的内容",
            en: "write \(names) there too, so that both languages say the same"),
          at: place.location(reading.tree, node))
      }
    }
  }

  /// Reasons that cannot occur with what the rule checks, and why.
  private func unreachableReasons(_ reading: Reading) -> [String: BilingualText] {
    switch reading.kind {
    case "count":
      guard case .formula(.count(let count)) = reading.rule.check else { return [:] }
      // A community without a case of its own may be free of bounds.
      let bounds = (count.hasBounds ? [count.bounds] : []) + count.cases.map(\.bounds)
      var reasons: [String: BilingualText] = [:]
      if bounds.allSatisfy({ $0.lowerBound == 0 }) {
        reasons["too_few"] = BilingualText(zh: "没有规定下限", en: "there is no lower bound")
      }
      if bounds.allSatisfy({ $0.upperBound == .max }) {
        reasons["too_many"] = BilingualText(zh: "没有规定上限", en: "there is no upper bound")
      }
      return reasons
    case "sides":
      guard standard.leftMeans == nil else { return [:] }
      let why = BilingualText(zh: "standard.yaml 没有写 left_means", en: "standard.yaml has no `left_means`")
      return ["wrong_side": why, "mirrored": why]
    default: return [:]
    }
  }

  private mutating func checkPlaceholders(_ reading: Reading) {
    guard let check = reading.tree.value("check", of: reading.node),
      let wording = reading.tree.value("wording", of: check)
    else { return }
    for key in ["equals", "contains"] {
      guard let value = reading.tree.value(key, of: wording) else { continue }
      let nodes =
        reading.tree.nodes[Int(value)].kind == .scalar ? [value] : Array(reading.tree.children(of: value))
      for node in nodes {
        _ = checkBraces(reading, node, isWording: true)
        let usesForm = TextTemplate.cut(reading.tree.string(node)).contains(.slot("party_organization"))
        guard usesForm, standard.vocabulary.partyWordings.isEmpty else { continue }
        report(
          .unfillablePlaceholder, zh: "没有社区填得了“{party_organization}”：词汇表里没有党组织形式",
          en: "no community can fill `{party_organization}`: the vocabulary has no forms of Party organization",
          help: BilingualText(
            zh: "在 party_organizations 里写明各种形式", en: "list the forms under `party_organizations`"),
          at: Problems(file: reading.rule.location.file).location(reading.tree, node))
      }
    }
  }

  /// Braces that are no slot stand for themselves, which nobody means; whether there are some.
  private mutating func checkBraces(_ reading: Reading, _ node: NodeIndex, isWording: Bool) -> Bool {
    let braces: Set<Unicode.Scalar> = ["{", "}", "｛", "｝"]
    guard Self.words(reading.tree.string(node)).contains(where: braces.contains) else { return false }
    report(
      .unfillablePlaceholder,
      zh: isWording ? "花括号里不是可用的占位，没有社区的牌子会这样写" : "花括号里不是可用的占位，会照原样显示",
      en: isWording
        ? "what stands in these braces is no placeholder, and no community's sign reads so"
        : "what stands in these braces is no slot and will be shown as it is",
      help: BilingualText(
        zh: "占位用半角花括号、小写字母，不留空格，如 {community}",
        en: "a placeholder is lower-case letters in ASCII braces without spaces, as in {community}"),
      at: Problems(file: reading.rule.location.file).location(reading.tree, node))
    return true
  }
}

/// The bounds of a count, both included; no upper bound is `Int.max`.
struct Bounds: Sendable, Hashable {
  var low: Int
  var high: Int

  init(low: Int, high: Int) {
    self.low = low
    self.high = high
  }

  /// The bounds of the parameters of a count; nil where they depend on the community, or are not plain numbers.
  init?(_ count: RuleValue) {
    guard case .fields(let fields) = count,
      Set(fields.map(\.key)).isSubset(of: ["of", "where", "exactly", "at_least", "at_most"])
    else { return nil }
    func number(_ key: String) -> Int? { count[key]?.text.flatMap { Int($0) } }
    if let exactly = number("exactly") {
      self.init(low: exactly, high: exactly)
    } else {
      self.init(low: number("at_least") ?? 0, high: number("at_most") ?? .max)
    }
  }
}

import Diagnostics
import Inventory

/// What stands for the slots of a remedy where no community and no sign is meant, as the guide prints it: words that read
/// naturally in their sentence, and crosses for names and numbers, as in model letters.
struct GuideSlots {
  private let check: Check
  private let words: InventoryWords
  /// What stands for the names of a community, by the slot; in Chinese also in English texts, as real names do.
  private let names: [String: String]
  /// The exact words that the rule prescribes, with crosses for names; empty where it prescribes none.
  let texts: [String]

  init(_ rule: Rule, _ standard: Standard) {
    check = rule.check
    words = standard.vocabulary.words
    var names = ["district": "××区", "street": "××街道", "community": "××社区"]
    names.merge(standard.elevation?.placeholders ?? [:]) { $1 }
    // A drawing shows one form; here all of them are meant.
    let forms = standard.vocabulary.partyWordings
    names["party_organization"] = forms.count == 1 ? forms[0] : "（\(forms.joined(separator: "、"))）"
    self.names = names
    guard case .wording(let wording) = rule.check else {
      texts = []
      return
    }
    texts = wording.templates.map { segments in
      segments.map { segment in
        switch segment {
        case .words(let words): words
        case .slot(let slot): names[slot] ?? "××"
        }
      }.joined()
    }
  }

  /// A remedy with its slots filled.
  func filled(_ template: TextTemplate) -> BilingualText {
    BilingualText(
      zh: Self.joined(template.filled(.zh) { word($0).zh }, noun: "标识牌该牌", "该牌"),
      en: Self.joined(template.filled(.en) { word($0).en }, noun: "sign the sign", "the sign"))
  }

  /// Closes up Chinese, and says a noun once that stands before a slot and in it.
  private static func joined(_ text: String, noun twice: String, _ once: String) -> String {
    close(text).replacing(twice, with: once)
  }

  /// Takes out the spaces that stood round a slot, between characters of Chinese.
  private static func close(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var closed = String.UnicodeScalarView()
    func isChinese(_ scalar: Unicode.Scalar) -> Bool { !scalar.isASCII && DisplayWidth.width(of: scalar) == 2 }
    for (index, scalar) in scalars.enumerated() {
      let neighbours = index > 0 && index + 1 < scalars.count ? [scalars[index - 1], scalars[index + 1]] : []
      let isBetween =
        neighbours.contains(where: isChinese) && neighbours.allSatisfy { isChinese($0) || $0 == "×" }
      if scalar == " ", isBetween { continue }
      closed.append(scalar)
    }
    return String(closed)
  }

  private func word(_ slot: String) -> BilingualText {
    if let name = names[slot] { return BilingualText(zh: name, en: name) }
    return switch slot {
    case "sign", "signs": .init(zh: "该牌", en: "the sign")
    case "kind": .init(zh: "该类标识牌", en: "the sign")
    case "text", "actual": .init(zh: "现有文字", en: "what it says")
    case "expected": expected
    case "place": .init(zh: "现在的位置", en: "where it hangs")
    case "departments": .init(zh: "有关部门", en: "the department")
    case "room", "rooms": .init(zh: "×××", en: "×××")
    case "floor": .init(zh: "×", en: "×")
    case "function", "entry": .init(zh: "××", en: "××")
    default: .init(zh: "…", en: "…")
    }
  }

  /// What the rule wants, in so far as it can be said of any community: the words, the number, or which of a sign's
  /// attributes it is.
  private var expected: BilingualText {
    switch check {
    case .wording where !texts.isEmpty:
      // The slot stands between quotation marks.
      BilingualText(zh: texts.joined(separator: "”或“"), en: texts.joined(separator: "” or “"))
    case .formula(.count(let count)): Self.numbers(count)
    case .sides: .init(zh: "规定的一侧", en: "the prescribed one")
    case .order: .init(zh: "规定的次序", en: "the prescribed order")
    case .doorNumbers: .init(zh: "×××", en: "×××")
    case .each(let each):
      (each.requirement?.condition).map { requirement in
        Self.prescribed(requirement, words) ?? Self.attribute(requirement)
      }
        ?? Self.anything
    default: Self.anything
    }
  }

  private static let anything = BilingualText(zh: "规定的内容", en: "what is prescribed")

  /// How many there are to be, before a measure word: `1`, `不超过2`.
  private static func numbers(_ count: Count) -> BilingualText {
    var all: [BilingualText] = []
    for bounds in count.cases.map(\.bounds) + (count.hasBounds ? [count.bounds] : []) {
      let (low, high) = (bounds.lowerBound, bounds.upperBound)
      let text: BilingualText =
        if low == high {
          .init(zh: String(low), en: String(low))
        } else if high == .max {
          .init(zh: "不少于\(low)", en: "at least \(low)")
        } else if low == 0 {
          .init(zh: "不超过\(high)", en: "at most \(high)")
        } else {
          .init(zh: "\(low)至\(high)", en: "\(low) to \(high)")
        }
      if !all.contains(text) { all.append(text) }
    }
    return BilingualText(
      zh: all.map(\.zh).joined(separator: "或"), en: all.map(\.en).joined(separator: " or "))
  }

  /// What a requirement prescribes of any sign, as findings say it, `横式、蓝底白字`; nil where it depends on the sign, or
  /// leaves more than three values.
  private static func prescribed(_ requirement: Condition, _ words: InventoryWords) -> BilingualText? {
    var values: [(key: InventoryKey, labels: [BilingualText])] = []
    guard collect(requirement, words, &values), !values.isEmpty else { return nil }
    var (zh, en) = ("", "")
    for value in values {
      AttributePhrase.append(value.key, value.labels, to: &zh, .zh)
      AttributePhrase.append(value.key, value.labels, to: &en, .en)
    }
    return BilingualText(zh: zh, en: en)
  }

  private static func collect(
    _ requirement: Condition, _ words: InventoryWords, _ values: inout [(key: InventoryKey, labels: [BilingualText])]
  ) -> Bool {
    switch requirement {
    case .all(let parts): return parts.allSatisfy { collect($0, words, &values) }
    case .elseUnknown(let part), .assuming(let part, _): return collect(part, words, &values)
    case .word(let field, let set):
      let table: WordTable =
        switch field {
        case .place: words.places
        case .orientation: FixedWords.orientation
        case .mounting: FixedWords.mounting
        case .background, .lettering: words.colours
        }
      let labels = table.words.indices.filter { set.contains(WordIndex($0)) }.map { table.words[$0].label }
      values.append((field.key, labels))
      return (1...3).contains(labels.count)
    case .number(let number, let range):
      values.append((number.key, [BilingualText(zh: range.text, en: range.text)]))
      return true
    default: return false
    }
  }

  /// Which attribute of a sign a requirement is about, where it is about one kind of attribute.
  private static func attribute(_ requirement: Condition) -> BilingualText {
    switch requirement {
    case .all(let parts):
      let attributes = parts.map(attribute)
      return attributes.allSatisfy { $0 == attributes.first } ? attributes.first ?? anything : anything
    case .elseUnknown(let part), .assuming(let part, _): return attribute(part)
    case .word(.background, _), .word(.lettering, _): return .init(zh: "规定的颜色", en: "the prescribed colours")
    case .word(.place, _), .placeGroup, .zone: return .init(zh: "规定的位置", en: "the prescribed place")
    case .word(.orientation, _): return .init(zh: "规定的方向", en: "the prescribed orientation")
    case .word(.mounting, _): return .init(zh: "规定的安装方式", en: "the prescribed mounting")
    case .number(.width, _), .number(.height, _): return .init(zh: "规定的尺寸", en: "the prescribed size")
    default: return anything
    }
  }
}

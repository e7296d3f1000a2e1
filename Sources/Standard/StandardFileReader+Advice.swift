import Diagnostics
import Inventory
import YAMLTree

/// What to write instead of what cannot stand there.
extension StandardFileReader {
  /// What a misspelt word may have been meant to be; nil where there is no word at all.
  func suggestion(_ word: String, _ known: [String]) -> BilingualText? {
    if let meant = Self.fixedWord(word, among: known) {
      return BilingualText(zh: "这里用英文写：\(meant)", en: "this is written in English: \(meant)")
    }
    return Spelling.suggestion(for: word, among: known.filter { $0 != word }) ?? list(known)
  }

  /// What is to be written for a key that is missing.
  func addition(_ construct: Construct, _ key: String) -> BilingualText? {
    guard let found = construct.keys.first(where: { $0.name == key }) else { return nil }
    var written = key
    if case .of(.bilingual) = found.value { written = "\(key): {zh: …, en: …}" }
    guard let note = found.note else {
      return BilingualText(zh: "补上“\(written)”", en: "add `\(written)`")
    }
    return BilingualText(zh: "补上“\(written)”：\(note.zh)", en: "add `\(written)`: \(note.en)")
  }

  /// Reports a text in a flow mapping that its own comma has cut, as `{zh: 甲, en: One, and more}` does; whether it did.
  mutating func reportsComma(_ node: NodeIndex) -> Bool {
    guard tree.nodes[Int(node)].kind == .mapping else { return false }
    var last: (key: String, text: String)?
    var cut: (node: NodeIndex, key: String, text: String)?
    for (key, value) in tree.pairs(of: node) {
      let name = tree.string(key)
      if Construct.bilingual.names.contains(name) {
        if cut != nil { break }
        last = tree.nodes[Int(value)].kind == .scalar ? (name, tree.string(value)) : nil
      } else if tree.isAbsent(value), let whole = cut {
        cut = (whole.node, whole.key, "\(whole.text), \(name)")
      } else if tree.isAbsent(value), let start = last {
        cut = (key, start.key, "\(start.text), \(name)")
      } else {
        return false
      }
    }
    guard let cut else { return false }
    error(
      cut.node, zh: "文字里有半角逗号，逗号后面被当成了另一个字段", en: "the text has a comma, and what follows it was taken as another key",
      help: BilingualText(
        zh: "给整段文字加上引号：\(cut.key): \"\(cut.text)\"", en: "put the text in quotes: \(cut.key): \"\(cut.text)\""))
    return true
  }

  /// The words that may stand at a place; nil where there are none to name.
  func list(_ known: [String]) -> BilingualText? {
    if known.isEmpty { return nil }
    return BilingualText(zh: "可用：\(known.joined(separator: "、"))", en: "known: \(known.joined(separator: ", "))")
  }

  /// The fixed word of the rule language that a Chinese one stands for, if it may stand here.
  private static func fixedWord(_ word: String, among known: [String]) -> String? {
    fixedWords.first { $0.chinese.contains(word) && known.contains($0.word) }?.word
  }

  /// Words of the rule language, and how inventories and reports call the same in Chinese.
  private static let fixedWords: [(word: String, chinese: [String])] =
    [FixedWords.viewpoint, FixedWords.zone].flatMap(\.words).map { ($0.canonical, $0.chinese) }
    + Modality.allCases.map { ($0.rawValue, [$0.label.zh]) }
    + InventoryKey.allCases.map { ($0.word.canonical, $0.word.chinese) }
    + [
      ("yes", ["是"]), ("no", ["否"]), ("pass", ["通过", "符合"]), ("fail", ["不通过", "不符合"]),
      ("undetermined", ["待核实"]), ("not-applicable", ["不适用"]), ("mm", ["毫米"]), ("cm", ["厘米", "公分"]), ("m", ["米"]),
      ("left", ["左", "左侧"]), ("right", ["右", "右侧"]), ("must", ["应", "应当"]), ("must-not", ["禁止", "不准"]),
    ]

  /// How a number is written that stands there with full-width digits, as a numeral, with a unit or a sign.
  func numberAdvice(_ text: String) -> BilingualText? {
    let numerals = "零一二三四五六七八九十".unicodeScalars
    let scalars = ComparedText.of(text).unicodeScalars
    var number = scalars.filter { ("0"..."9").contains($0) || $0 == "." }.map { String($0) }.joined()
    if scalars.count == 1, let scalar = scalars.first, let value = numerals.firstIndex(of: scalar) {
      number = String(numerals.distance(from: numerals.startIndex, to: value))
    }
    if number == text { return nil }
    if number.isEmpty || scalars.contains("-") || number.hasPrefix(".") || number.hasSuffix(".") {
      return BilingualText(zh: "只写数字，如 1，不带正负号和单位", en: "write digits alone, such as 1, without sign or unit")
    }
    return BilingualText(zh: "用半角数字写：\(number)", en: "write it in plain digits: \(number)")
  }

  /// The id of a standard, a clause or a rule: letters, digits and `.`, `-`, `_`. White space and other marks would part
  /// it where it is named: in waivers, in the expectations of cases, on the command line.
  mutating func identifier(_ node: NodeIndex, _ what: String) -> String? {
    guard let text = text(node, what) else { return nil }
    let marks: Set<Unicode.Scalar> = [".", "-", "_"]
    let wrong = text.unicodeScalars.first { scalar in
      !marks.contains(scalar) && !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
    }
    guard let wrong else { return text }
    let shown = wrong.properties.isWhitespace ? nil : VisibleText(String(wrong)).text
    error(
      node, zh: "编号“\(VisibleText(text).text)”里不能有\(shown.map { "“\($0)”" } ?? "空格")",
      en: "the id `\(VisibleText(text).text)` must not contain \(shown.map { "`\($0)`" } ?? "white space")",
      help: BilingualText(
        zh: "编号由字母、汉字、数字和“.”“-”“_”组成，如 \(Self.repaired(text, marks))",
        en: "an id consists of letters, digits, `.`, `-` and `_`, as in \(Self.repaired(text, marks))"))
    return text
  }

  private static func repaired(_ text: String, _ marks: Set<Unicode.Scalar>) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      marks.contains(scalar) || scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? scalar : "-"
    }
    return String(String.UnicodeScalarView(scalars))
  }
}

package import Diagnostics
import YAMLTree

/// Reading single values. Each reports what is wrong and answers with what could be read.
extension Inventory {
  /// The text of a scalar; nil where it is absent (plain empty, `~`, `null`) or no scalar (reported).
  mutating func slice(_ node: NodeIndex, _ key: InventoryKey, _ problems: inout Problems) -> TextSlice? {
    let value = tree.nodes[Int(node)]
    guard value.kind == .scalar else {
      problems.wrongShape(tree, node, key.quoted, wanted: .text)
      return nil
    }
    if value.count <= 4, tree.isAbsent(node) { return nil }
    return TextSlice(offset: value.textOffset, count: value.count)
  }

  /// Whether a text is empty or nothing but white space.
  private func isBlank(_ raw: TextSlice) -> Bool {
    guard raw.count > 0 else { return true }
    switch tree.text[Int(raw.offset)] {
    // The bytes that white space can begin with: of these texts hardly any does.
    case ...0x20, 0xC2, 0xE1...0xE3:
      return ArenaText.string(tree.text, raw).unicodeScalars.allSatisfy(\.properties.isWhitespace)
    default: return false
    }
  }

  /// A text; a blank one is absence unless `keepsEmpty`. Only a text that is `compared` is brought to compared form; the
  /// others keep what was written.
  mutating func text(
    _ node: NodeIndex, _ key: InventoryKey, keepsEmpty: Bool = false, compared: Bool = false, _ problems: inout Problems
  ) -> TextField {
    var field = TextField()
    guard let raw = slice(node, key, &problems), keepsEmpty || !isBlank(raw) else { return field }
    field.node = node
    field.raw = raw
    field.compared = compared ? ComparedText.of(raw, in: &tree) : raw
    return field
  }

  /// A name: a text that is compared with other names of the document.
  mutating func name(_ node: NodeIndex, _ key: InventoryKey, _ problems: inout Problems) -> TextField {
    var field = text(node, key, compared: true, &problems)
    if field.isRecorded {
      field.symbol = symbols.intern(field.compared, in: tree.text)
    }
    return field
  }

  /// A list of names.
  mutating func nameList(_ node: NodeIndex, _ key: InventoryKey, _ problems: inout Problems) -> ListSlice {
    var list = ListSlice()
    let value = tree.nodes[Int(node)]
    if value.kind == .scalar, tree.isAbsent(node) { return list }
    guard value.kind == .sequence else {
      problems.wrongShape(tree, node, key.quoted, wanted: .list)
      return list
    }
    let start = names.count
    var blank: NodeIndex?
    var child = node + 1
    while child < value.next {
      let known = problems.diagnostics.count
      let field = name(child, key, &problems)
      if field.isRecorded { names.append(field) } else if problems.diagnostics.count == known { blank = blank ?? child }
      child = tree.nodes[Int(child)].next
    }
    list.range = start..<names.count
    if let blank {
      problems.warning(
        tree, blank, zh: "“\(key.label.zh)”的列表里有一项是空的，按没有登记处理",
        en: "an item of `\(key.word.canonical)` is blank: it counts as not recorded",
        help: BilingualText(zh: "补上内容；多出来的短横线删去", en: "fill it in, or take the dash out"))
      // What is not recorded is not nothing: a list of blanks only is no list.
      if list.range.isEmpty { return list }
    }
    list.node = node
    return list
  }

  /// Who demanded something: a name, a list of names, or `none`.
  mutating func demand(_ node: NodeIndex, _ problems: inout Problems) -> DemandField {
    guard tree.nodes[Int(node)].kind == .scalar else {
      var list = nameList(node, .demandedBy, &problems)
      let nobody = names[list.range].filter { isNobody($0) }
      if let word = nobody.first {
        if list.range.count > nobody.count {
          problems.error(
            tree, word.node, zh: "“要求部门”不能既写“无”又写部门", en: "`demanded_by` names departments and nobody at once")
        }
        names.removeSubrange(list.range)
        list.range = list.range.lowerBound..<list.range.lowerBound
      }
      for field in names[list.range] { doubt(field, &problems) }
      return list
    }
    var list = ListSlice()
    let field = name(node, .demandedBy, &problems)
    guard field.isRecorded else { return list }
    list.node = node
    let start = names.count
    if !isNobody(field) {
      names.append(field)
      doubt(field, &problems)
    }
    list.range = start..<names.count
    return list
  }

  /// Says that a word is no department's name, but something else that was to be said.
  private func doubt(_ field: TextField, _ problems: inout Problems) {
    guard FixedWords.noDepartment.find(tree.text, field.compared) != nil else { return }
    let word = VisibleText(string(field)).text
    problems.warning(
      tree, field.node, zh: "“\(word)”不像部门名称，现在按部门计入", en: "`\(word)` is hardly a department; it is counted as one",
      help: BilingualText(
        zh: "没有部门要求的，写“无”；不知道的，把“要求部门”留空",
        en: "write `none` where nobody required it; leave the key blank where it is not known"))
  }

  private func isNobody(_ field: TextField) -> Bool {
    FixedWords.nobody.find(tree.text, field.compared) != nil
  }

  /// A word of a vocabulary.
  mutating func word(
    _ node: NodeIndex, _ key: InventoryKey, _ table: WordTable, _ problems: inout Problems
  ) -> WordField {
    var field = WordField()
    guard let raw = slice(node, key, &problems), raw.count > 0 else { return field }
    guard let word = table.find(tree.text, raw) else {
      problems.unknownWord(tree, node, key: key, table: table)
      return field
    }
    field.node = node
    field.word = word
    return field
  }

  /// A truth value: true, false, yes, no, 是, 否.
  mutating func flag(_ node: NodeIndex, _ key: InventoryKey, _ problems: inout Problems) -> FlagField {
    let word = word(node, key, FixedWords.truth, &problems)
    var field = FlagField()
    guard word.isRecorded else { return field }
    field.node = node
    field.value = word.word % 2 == 1
    return field
  }

  /// A date that exists, written `YYYY-MM-DD`.
  mutating func date(_ node: NodeIndex, _ key: InventoryKey, _ problems: inout Problems) -> DateField {
    var field = DateField()
    guard let raw = slice(node, key, &problems), raw.count > 0 else { return field }
    field.node = node
    field.value = CalendarDate(tree.text[Int(raw.offset)..<Int(raw.end)])
    if field.value == nil {
      let text = VisibleText(ArenaText.string(tree.text, raw)).text
      problems.error(
        tree, node, zh: "“\(text)”不是有效日期", en: "`\(text)` is no date that exists",
        help: BilingualText(zh: "按“年-月-日”写，如 2026-05-20", en: "write year-month-day, such as 2026-05-20"))
    }
    return field
  }

  /// A positive number in ASCII digits, perhaps with a decimal point: millimetres or, as a whole number, a position.
  mutating func number(
    _ node: NodeIndex, _ key: InventoryKey, whole: Bool, _ problems: inout Problems
  ) -> NumberField {
    var field = NumberField()
    guard let raw = slice(node, key, &problems), raw.count > 0 else { return field }
    field.node = node
    field.value = Self.number(tree.text[Int(raw.offset)..<Int(raw.end)], whole: whole)
    if field.value == nil {
      let text = VisibleText(ArenaText.string(tree.text, raw)).text
      problems.error(
        tree, node,
        zh: "“\(key.label.zh)”应是大于零的\(whole ? "整数" : "数字")，这里写的是“\(text)”",
        en: "`\(key.word.canonical)` must be a \(whole ? "whole " : "")number above zero, not `\(text)`",
        help: BilingualText(zh: "用半角数字填写，不带单位", en: "write it in plain digits, without a unit"))
    }
    return field
  }

  /// The number that digits spell; nil where they spell none, zero, or more than nine digits before the point.
  private static func number(_ text: some BidirectionalCollection<UInt8>, whole: Bool) -> Double? {
    var value = 0.0
    var scale = 0.0
    var digits = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if scale == 0 {
          value = value * 10 + Double(byte - UInt8(ascii: "0"))
        } else {
          value += Double(byte - UInt8(ascii: "0")) * scale
          scale /= 10
        }
      case UInt8(ascii: "."):
        guard !whole, scale == 0, digits > 0 else { return nil }
        scale = 0.1
      default:
        return nil
      }
    }
    guard digits > 0, digits <= 9, value > 0, text.last != UInt8(ascii: ".") else { return nil }
    return value
  }
}

extension InventoryKey {
  /// The key as messages name it.
  package var quoted: BilingualText { BilingualText(zh: "“\(label.zh)”", en: "`\(word.canonical)`") }
}

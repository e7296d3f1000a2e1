internal import Diagnostics
internal import Inventory
internal import Spreadsheets

/// Makes a value of a cell, by what its column holds. What is no word or no date is kept as written: the check of the
/// whole inventory reports it, with the nearest words.
struct CellReader {
  let words: InventoryWords

  /// What a cell gave.
  struct Reading {
    /// The value, if there is one.
    var value: FormValue.Content?
    /// What is wrong with the cell, and what to do.
    var problem: (message: BilingualText, help: BilingualText?)?
  }

  func read(_ cell: SheetGrid.Value, _ column: SheetColumn) -> Reading {
    let key = column.path[column.path.count - 1]
    switch cell {
    case .error(let shown):
      return Reading(
        problem: (
          BilingualText(zh: "公式出错（\(visible(shown))）", en: "the formula failed (\(visible(shown)))"),
          BilingualText(zh: "改成要填的内容", en: "write what is meant")
        ))
    case .uncomputed:
      return Reading(
        problem: (
          BilingualText(zh: "只有公式，没有算出的结果", en: "the formula's result is not in the file"),
          BilingualText(
            zh: "用表格软件打开，另存一次；或者改成要填的内容",
            en: "open it in an office program and save it again, or write what is meant")
        ))
    case .boolean(let value):
      if column.kind == .flag { return Reading(value: .text(value ? "true" : "false")) }
      return Reading(
        problem: (BilingualText(zh: "应填文字，这里是逻辑值", en: "a truth value stands where a text is wanted"), nil))
    case .date(let year, let month, let day):
      return date(CalendarDate(year: year, month: month, day: day), column)
    case .number(let written): return number(written, column, key)
    case .text(let text): return self.text(text, column, key)
    }
  }

  private func date(_ date: CalendarDate?, _ column: SheetColumn) -> Reading {
    guard let date else { return Reading(problem: (BilingualText(zh: "日期无效", en: "this is no date that exists"), nil)) }
    if column.kind == .date { return Reading(value: .text(date.description)) }
    return Reading(
      problem: (
        BilingualText(
          zh: "“\(column.label.zh)”被表格软件当成了日期（\(date)）",
          en: "the office program took this `\(column.label.en)` for a date (\(date))"),
        BilingualText(zh: "把单元格设成文本格式，重新填写", en: "set the cell's format to text and write it again")
      ))
  }

  private func number(_ written: String, _ column: SheetColumn, _ key: InventoryKey) -> Reading {
    var digits = written
    if digits.hasSuffix(".0") { digits.removeLast(2) }
    switch column.kind {
    case .date: return self.text(digits, column, key)
    case .number, .flag, .size: return Reading(value: .text(digits))
    case .text, .identifier, .word, .names:
      // Fifteen digits are what a number keeps.
      let isWhole = digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
      if isWhole && digits.utf8.count > 15 || digits.utf8.contains(where: { $0 == 0x45 || $0 == 0x65 }) {
        return lost(digits, column)
      }
      if key == .code, isWhole, digits.utf8.count == 12, digits.hasSuffix("000000") { return lost(digits, column) }
      return self.text(digits, column, key)
    }
  }

  /// Digits that a spreadsheet has dropped cannot be had back.
  private func lost(_ written: String, _ column: SheetColumn) -> Reading {
    Reading(
      value: .text(written),
      problem: (
        BilingualText(
          zh: "“\(column.label.zh)”被表格软件改成了“\(visible(written))”，后面几位已经丢失",
          en: "the office program turned this `\(column.label.en)` into `\(visible(written))`; digits are lost"),
        BilingualText(
          zh: "把这一列设成文本格式，按原来的\(column.label.zh)重新填写",
          en: "set the column's format to text and write the \(column.label.en) again")
      ))
  }

  private func text(_ raw: String, _ column: SheetColumn, _ key: InventoryKey) -> Reading {
    let text = Self.trimmed(raw)
    guard !text.isEmpty else { return Reading() }
    if let quoted = CellText.quoted(text, column) { return Reading(value: .text(quoted)) }
    switch column.kind {
    case .text:
      if text == CellText.nothingRecorded, column.path == [.approval, .document] || column.path == [.function] {
        return Reading(value: .mapping([:]))
      }
      return Reading(value: .text(key == .text && text == CellText.noWords ? "" : text))
    case .identifier:
      let plain = Self.trimmed(PlainForms.folded(text))
      return Self.isScientific(plain) ? lost(plain, column) : Reading(value: .text(plain))
    case .word, .flag:
      let plain = withoutSpaces(PlainForms.folded(text))
      let table = FormShape.words(key, words)
      // Office programs write truth in capitals.
      let spelling = column.kind == .flag ? plain.lowercased() : plain
      let word = table?.find(text) != nil ? text : spelling
      return Reading(value: .text(table?.find(word) != nil ? FormShape.canonical(word, key, words) : text))
    case .date: return dateText(withoutSpaces(withoutTime(PlainForms.folded(text))), column)
    case .number:
      var plain = withoutSpaces(PlainForms.folded(text))
      for unit in ["毫米", "mm", "MM"] where plain.hasSuffix(unit) { plain.removeLast(unit.count) }
      return Reading(value: .text(plain))
    case .names: return Reading(value: .list(names(raw, key)))
    case .size: return size(withoutSpaces(PlainForms.folded(text)))
    }
  }

  /// Whether a text is what a spreadsheet shows of a long number.
  static func isScientific(_ text: String) -> Bool {
    let parts = text.utf8.split(omittingEmptySubsequences: false) { $0 == 0x45 || $0 == 0x65 }
    guard parts.count == 2, let first = parts[0].first, (0x30...0x39).contains(first) else { return false }
    let exponent = parts[1].drop { $0 == UInt8(ascii: "+") }
    return parts[0].contains(UInt8(ascii: ".")) && !exponent.isEmpty
      && parts[0].allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
      && exponent.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// A date without the time of day that stands behind it.
  private func withoutTime(_ text: String) -> String {
    let parts = text.unicodeScalars.split { $0 == " " || $0 == "T" }
    guard parts.count == 2, parts[1].contains(":"),
      parts[1].allSatisfy({ (0x30...0x3A).contains($0.value) || $0 == "." || $0 == "Z" })
    else { return text }
    return String(String.UnicodeScalarView(parts[0]))
  }

  /// A date with the year first: 2026-5-12, 2026/5/12, 2026.5.12, 2026年5月12日 or 20260512.
  private func dateText(_ text: String, _ column: SheetColumn) -> Reading {
    let parts = text.unicodeScalars.split { "-/.年月日".unicodeScalars.contains($0) }
      .map { Int(String(String.UnicodeScalarView($0))) }
    if parts.count == 3, let year = parts[0], year >= 1000, let month = parts[1], let day = parts[2],
      let date = CalendarDate(year: year, month: month, day: day)
    {
      return Reading(value: .text(date.description))
    }
    if text.utf8.count == 8, let number = Int(text),
      let date = CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    {
      return Reading(value: .text(date.description))
    }
    if let number = Double(text), number.isFinite {
      return Reading(
        problem: (
          BilingualText(
            zh: "“\(column.label.zh)”是数字 \(text)，不是日期", en: "`\(column.label.en)` is the number \(text), not a date"),
          BilingualText(zh: "把单元格设成日期格式，或写成 2026-05-12", en: "set the cell's format to a date, or write 2026-05-12")
        ))
    }
    return Reading(value: .text(text))
  }

  /// Several names in one cell: on lines of their own, or between marks.
  private func names(_ raw: String, _ key: InventoryKey) -> [FormValue] {
    let names = CellText.names(raw)
    if FixedWords.nobody.find(Self.trimmed(raw)) != nil, key != .demandedBy, key != .covers { return [] }
    return names.map { FormValue(.text(FormShape.canonical($0, key, words))) }
  }

  private func size(_ text: String) -> Reading {
    var plain = text
    for unit in ["毫米", "mm", "MM"] where plain.hasSuffix(unit) { plain.removeLast(unit.count) }
    let parts = plain.unicodeScalars.split { "×xX*✕╳".unicodeScalars.contains($0) }
      .map { String(String.UnicodeScalarView($0)) }
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E } }) else {
      return Reading(
        problem: (
          BilingualText(zh: "“\(visible(text))”不是尺寸", en: "`\(visible(text))` is no size"),
          BilingualText(zh: "写成宽×高，单位毫米，如 2400×600", en: "write width×height in millimetres, such as 2400×600")
        ))
    }
    return Reading(value: .mapping([.width: FormValue(.text(parts[0])), .height: FormValue(.text(parts[1]))]))
  }

  private func visible(_ text: String) -> String { VisibleText(text).text }

  private func withoutSpaces(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }

  /// A text without white space at its ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}

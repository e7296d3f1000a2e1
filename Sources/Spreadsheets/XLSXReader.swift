internal import Diagnostics

/// Reads the sheets of an xlsx file (ECMA-376): values as they were computed last, never formulas.
package enum XLSXReader {
  /// Whether bytes are an archive, as every xlsx file is.
  package static func isArchive(_ file: [UInt8]) -> Bool { file.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// The sheets with cells, in the order of the workbook.
  package static func read(
    _ file: [UInt8], limits: SpreadsheetLimits = .standard
  ) throws(SpreadsheetFailure) -> [SheetGrid] {
    guard file.count <= limits.fileSize else {
      throw .limit(
        zh: "文件有 \(file.count) 字节，超过 \(limits.fileSize) 字节的上限",
        en: "the file has \(file.count) bytes, more than the limit of \(limits.fileSize)")
    }
    let archive = try ZIPReader(file, limits: limits)
    let book = try WorkbookPart.read(archive, limits: limits)
    let texts = try SharedTexts.read(archive, book.sharedTexts, limits: limits)
    let dates = try DateFormats.read(archive, book.styles, limits: limits)
    var grids: [SheetGrid] = []
    for sheet in book.sheets {
      var grid = SheetGrid(name: sheet.name)
      grid.isHidden = sheet.isHidden
      let part = SheetPart(
        GridBuilder(grid, limits: limits), texts: texts, dates: dates, startsIn1904: book.startsIn1904, limits: limits)
      grids.append(try part.read(archive, sheet.member))
    }
    return grids
  }
}

/// What the workbook says of its parts.
private struct WorkbookPart {
  var sheets: [(name: String, member: String, isHidden: Bool)] = []
  var sharedTexts: String?
  var styles: String?
  var startsIn1904 = false

  static func read(_ archive: ZIPReader, limits: SpreadsheetLimits) throws(SpreadsheetFailure) -> WorkbookPart {
    var main = "xl/workbook.xml"
    for relation in try relations(archive, of: "", limits) where relation.type == "officeDocument" {
      main = relation.target
    }
    guard archive.has(main) else {
      throw SpreadsheetFailure(
        BilingualText(zh: "压缩包里没有工作簿，不是 xlsx 文件", en: "the archive holds no workbook: this is no xlsx file"))
    }
    var book = WorkbookPart()
    var targets: [String: String] = [:]
    for relation in try relations(archive, of: main, limits) {
      switch relation.type {
      case "worksheet": targets[relation.id] = relation.target
      case "sharedStrings": book.sharedTexts = relation.target
      case "styles": book.styles = relation.target
      default: break
      }
    }
    var listed: [(name: String, id: String, isHidden: Bool)] = []
    let events = try XMLEvents(part: main, depth: limits.depth)
    events.onStart = { name, attributes throws(SpreadsheetFailure) in
      switch name {
      case "workbookPr": book.startsIn1904 = ["1", "true"].contains(attributes["date1904"])
      case "sheet":
        guard listed.count < limits.sheets else {
          throw .limit(
            zh: "工作表超过 \(limits.sheets) 张的上限", en: "there are more sheets than the limit of \(limits.sheets)")
        }
        listed.append(
          (attributes["name"] ?? "", attributes["id"] ?? "", (attributes["state"] ?? "visible") != "visible"))
      default: break
      }
    }
    try events.parse(archive, main)
    for sheet in listed {
      if let member = targets[sheet.id] { book.sheets.append((sheet.name, member, sheet.isHidden)) }
    }
    return book
  }

  /// The parts that a part refers to; none leads out of the archive.
  private static func relations(
    _ archive: ZIPReader, of part: String, _ limits: SpreadsheetLimits
  ) throws(SpreadsheetFailure) -> [(id: String, type: String, target: String)] {
    let names = part.split(separator: "/").map(String.init)
    let folder = names.dropLast()
    let member = (folder + ["_rels", (names.last ?? "") + ".rels"]).joined(separator: "/")
    guard archive.has(member) else { return [] }
    var found: [(id: String, type: String, target: String)] = []
    let events = try XMLEvents(part: member, depth: limits.depth)
    events.onStart = { name, attributes throws(SpreadsheetFailure) in
      guard name == "Relationship", attributes["TargetMode"] != "External", let target = attributes["Target"] else {
        return
      }
      var path = target.hasPrefix("/") ? [] : Array(folder)
      for step in target.split(separator: "/").map(String.init) where step != "." {
        if step == ".." { _ = path.popLast() } else { path.append(step) }
      }
      let type = (attributes["Type"] ?? "").split(separator: "/").last.map(String.init) ?? ""
      found.append((attributes["Id"] ?? "", type, path.joined(separator: "/")))
    }
    try events.parse(archive, member)
    return found
  }
}

/// The texts that cells refer to by number.
private enum SharedTexts {
  static func read(
    _ archive: ZIPReader, _ member: String?, limits: SpreadsheetLimits
  ) throws(SpreadsheetFailure) -> [String] {
    guard let member, archive.has(member) else { return [] }
    var texts: [String] = []
    var collector = TextCollector()
    let events = try XMLEvents(part: member, depth: limits.depth)
    events.onStart = { name, _ throws(SpreadsheetFailure) in
      if name == "si" { collector.reset() }
      collector.start(name)
    }
    events.onText = { collector.add($0) }
    events.onEnd = { name throws(SpreadsheetFailure) in
      collector.end(name)
      guard collector.bytes.count <= limits.textSize else {
        throw .limit(
          zh: "有文字超过 \(limits.textSize) 字节的上限", en: "a text has more bytes than the limit of \(limits.textSize)")
      }
      guard name == "si" else { return }
      guard texts.count < limits.sharedTexts else {
        throw .limit(
          zh: "文字超过 \(limits.sharedTexts) 段的上限", en: "there are more texts than the limit of \(limits.sharedTexts)")
      }
      texts.append(collector.text)
    }
    try events.parse(archive, member)
    return texts
  }
}

/// Collects the runs of a rich text; how it is to be pronounced does not belong to it.
private struct TextCollector {
  private(set) var bytes: [UInt8] = []
  private var isInText = false
  private var isPhonetic = false

  mutating func reset() { bytes.removeAll(keepingCapacity: true) }

  mutating func start(_ name: String) {
    if name == "t" { isInText = true }
    if name == "rPh" { isPhonetic = true }
  }

  mutating func end(_ name: String) {
    if name == "t" { isInText = false }
    if name == "rPh" { isPhonetic = false }
  }

  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    if isInText, !isPhonetic { bytes += text }
  }

  /// The text, with characters that XML cannot hold, written as `_x000D_`, put back.
  var text: String {
    guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
    var plain: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if place + 6 < bytes.count, bytes[place] == UInt8(ascii: "_"), bytes[place + 1] == UInt8(ascii: "x"),
        bytes[place + 6] == UInt8(ascii: "_"),
        bytes[place + 2..<place + 6].allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
        let value = UInt32(String(decoding: bytes[place + 2..<place + 6], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        plain += String(Character(scalar)).utf8
        place += 7
      } else {
        plain.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}

/// Which of a workbook's styles show a number as a date.
private enum DateFormats {
  static func read(
    _ archive: ZIPReader, _ member: String?, limits: SpreadsheetLimits
  ) throws(SpreadsheetFailure) -> [Bool] {
    guard let member, archive.has(member) else { return [] }
    var codes: [Int: String] = [:]
    var styles: [Bool] = []
    var isInCells = false
    let events = try XMLEvents(part: member, depth: limits.depth)
    events.onStart = { name, attributes throws(SpreadsheetFailure) in
      let number = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      switch name {
      case "numFmt": codes[number] = attributes["formatCode"]
      case "cellXfs": isInCells = true
      case "xf" where isInCells: styles.append(codes[number].map(isDate) ?? isBuiltInDate(number))
      default: break
      }
    }
    events.onEnd = { name throws(SpreadsheetFailure) in
      if name == "cellXfs" { isInCells = false }
    }
    try events.parse(archive, member)
    return styles
  }

  /// The numbers of built-in date formats, those of Chinese programs included (ECMA-376 part 1, 18.8.30).
  private static func isBuiltInDate(_ number: Int) -> Bool {
    switch number {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: true
    default: false
    }
  }

  /// Whether a format shows a year or a day: a `y` or `d` outside quotes, brackets and escapes.
  private static func isDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for scalar in code.unicodeScalars {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch scalar {
      case "\"" where !isBracketed: isQuoted.toggle()
      case "[" where !isQuoted: isBracketed = true
      case "]" where !isQuoted: isBracketed = false
      case "\\", "_", "*": isEscaped = !isQuoted && !isBracketed
      case "y", "Y", "d", "D": if !isQuoted, !isBracketed { return true }
      case ";": if !isQuoted, !isBracketed { return false }
      default: break
      }
    }
    return false
  }
}

/// One sheet's part.
private final class SheetPart {
  private var builder: GridBuilder
  private let texts: [String]
  private let dates: [Bool]
  private let startsIn1904: Bool
  private let limits: SpreadsheetLimits
  private var row = 0
  private var column = 0
  private var type = "n"
  private var isDate = false
  private var inline = TextCollector()
  private var value: [UInt8] = []
  private var isInValue = false
  private var isFormula = false

  init(
    _ builder: GridBuilder, texts: [String], dates: [Bool], startsIn1904: Bool, limits: SpreadsheetLimits
  ) {
    self.builder = builder
    self.texts = texts
    self.dates = dates
    self.startsIn1904 = startsIn1904
    self.limits = limits
  }

  func read(_ archive: ZIPReader, _ member: String) throws(SpreadsheetFailure) -> SheetGrid {
    let events = try XMLEvents(part: member, depth: limits.depth)
    events.onStart = { [unowned self] name, attributes throws(SpreadsheetFailure) in try start(name, attributes) }
    events.onText = { [unowned self] text in
      if isInValue { value += text } else { inline.add(text) }
    }
    events.onEnd = { [unowned self] name throws(SpreadsheetFailure) in try end(name) }
    try events.parse(archive, member)
    return builder.grid
  }

  private func start(_ name: String, _ attributes: [String: String]) throws(SpreadsheetFailure) {
    switch name {
    case "row":
      row = attributes["r"].flatMap { Int($0) } ?? row + 1
      column = 0
    case "c":
      let place = attributes["r"].flatMap { CellName.parse($0.utf8) }
      column = place?.column ?? column + 1
      row = place?.row ?? row
      type = attributes["t"] ?? "n"
      let style = attributes["s"].flatMap { Int($0) } ?? 0
      isDate = dates.indices.contains(style) && dates[style]
      value.removeAll(keepingCapacity: true)
      inline.reset()
      isFormula = false
    case "v": isInValue = true
    case "f": isFormula = true
    case "mergeCell":
      let ends = (attributes["ref"] ?? "").utf8.split(separator: UInt8(ascii: ":")).compactMap { CellName.parse($0) }
      guard ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column else { return }
      try builder.merge(
        SheetGrid.Merge(rows: ends[0].row...ends[1].row, columns: ends[0].column...ends[1].column))
    default: inline.start(name)
    }
  }

  private func end(_ name: String) throws(SpreadsheetFailure) {
    inline.end(name)
    if name == "v" { isInValue = false }
    guard value.count <= limits.textSize, inline.bytes.count <= limits.textSize else {
      throw builder.tooLong(row: row, column: column)
    }
    if name == "c", let found = try cellValue() { try builder.add(found, row: row, column: column) }
  }

  private func cellValue() throws(SpreadsheetFailure) -> SheetGrid.Value? {
    let written = String(decoding: value, as: UTF8.self)
    switch type {
    case "s":
      guard let index = Int(written), texts.indices.contains(index) else {
        let cell = CellName.of(row: row, column: column)
        throw SpreadsheetFailure(
          BilingualText(zh: "\(cell) 的文字不在文件里，文件已损坏", en: "the text of \(cell) is not in the file, which is damaged"))
      }
      return texts[index].isEmpty ? nil : .text(texts[index])
    case "inlineStr" where !inline.bytes.isEmpty: return .text(inline.text)
    // Some programs write an inline text as a value.
    case "str", "inlineStr": return written.isEmpty ? nil : .text(written)
    case "b": return written.isEmpty ? nil : .boolean(written == "1" || written == "true")
    case "e": return .error(written)
    case "d": return SheetPart.dateText(written) ?? .text(written)
    default:
      // A formula that gives an empty text says so by its type.
      guard !written.isEmpty else { return isFormula ? .uncomputed : nil }
      if isDate, let days = Double(written), let date = SerialDate.day(days, startsIn1904: startsIn1904) { return date }
      return .number(written)
    }
  }

  /// A date that is written as ISO 8601, perhaps with a time.
  private static func dateText(_ text: String) -> SheetGrid.Value? {
    let parts = text.utf8.prefix(10).split(separator: UInt8(ascii: "-")).compactMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
    return parts.count == 3 ? .date(year: parts[0], month: parts[1], day: parts[2]) : nil
  }
}

/// The days that spreadsheets count.
enum SerialDate {
  /// The date of a number of days; a time of day is dropped. Nil for what is no day: before 1900, beyond 9999, and the
  /// 29 February 1900 that spreadsheets have and the calendar has not.
  static func day(_ serial: Double, startsIn1904: Bool) -> SheetGrid.Value? {
    guard serial >= 1, serial < 2_958_466 else { return nil }
    let count = Int(serial)
    // Days from 1 March of the year 0 on, by which a leap day is the last of its year.
    let days: Int
    if startsIn1904 {
      days = count + 695_361
    } else if count == 60 {
      return nil
    } else {
      days = count + (count < 60 ? 693_900 : 693_899)
    }
    return civil(days)
  }

  /// The date of a day counted from 1 March of the year 0 (H. Hinnant, days_from_civil).
  private static func civil(_ days: Int) -> SheetGrid.Value {
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return .date(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}

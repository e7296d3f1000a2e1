internal import Inventory

/// How texts stand in cells, so that every text that an inventory can hold comes back as it was.
///
/// A cell means less than a text: white space at its ends is dropped, full-width digits in numbers of rooms are made
/// plain, 无 means that there is none, 合计 that a row adds up others. A text that would be read as something else stands
/// between straight quotes, and so does a text between quotes that would then lose them. Other quotes are left alone:
/// what offices write between quotes keeps them.
enum CellText {
  /// What stands for a mark without words.
  static let noWords = "（无文字）"

  /// What stands for an approval, or an entry of a board, of which nothing is recorded.
  static let nothingRecorded = "（未登记）"

  private static let mark: Unicode.Scalar = "\""

  // MARK: One text

  /// A text as it stands in a cell of a column.
  static func written(_ text: String, _ column: SheetColumn) -> String {
    needsQuotes(text, column) ? "\"" + text + "\"" : text
  }

  /// The text that a cell holds between quotes; nil where the cell is read as any other.
  static func quoted(_ cell: String, _ column: SheetColumn) -> String? {
    guard column.kind == .text || column.kind == .identifier,
      let inner = unquoted(CellReader.trimmed(cell).unicodeScalars[...])
    else { return nil }
    let text = String(String.UnicodeScalarView(inner))
    return needsQuotes(text, column) ? text : nil
  }

  private static func unquoted(_ text: String.UnicodeScalarView.SubSequence) -> String.UnicodeScalarView.SubSequence? {
    guard text.first == mark, text.last == mark, text.index(after: text.startIndex) < text.endIndex else { return nil }
    return text[text.index(after: text.startIndex)..<text.index(before: text.endIndex)]
  }

  /// Whether a text, or what stands within all the quotes round it, would be read as something else.
  private static func needsQuotes(_ text: String, _ column: SheetColumn) -> Bool {
    var core = text.unicodeScalars[...]
    while let inner = unquoted(core) { core = inner }
    let plain = String(String.UnicodeScalarView(core))
    // Texts without a character are a matter of their own.
    guard !plain.isEmpty else { return false }
    if !CellReader.trimmed(plain).utf8.elementsEqual(plain.utf8) { return true }
    let isNone = FixedWords.nobody.find(plain) != nil
    switch column.path {
    case [.text]: if plain == noWords { return true }
    case [.approval, .document]: if plain == nothingRecorded { return true }
    case [.function]: if isNone || plain == nothingRecorded { return true }
    case [.number], [.facility, .name]: if isNone { return true }
    default: break
    }
    if column.kind == .identifier {
      let folded = CellReader.trimmed(PlainForms.folded(plain))
      if !folded.utf8.elementsEqual(plain.utf8) || CellReader.isScientific(folded) { return true }
    }
    return (column.isIdentity || column.path == [.id]) && RowNature.isNoData(plain)
  }

  // MARK: Several names

  /// Names as they stand in a cell: between marks, on lines of their own where a name has such a mark in it, or each
  /// between quotes.
  static func written(_ names: [String]) -> String {
    for cell in plainForms(names) where isPlain(cell, names) { return cell }
    return names.map(quotedName).joined(separator: "、")
  }

  /// A name between quotes, its own ones doubled.
  private static func quotedName(_ name: String) -> String {
    var quoted = String.UnicodeScalarView([mark])
    for scalar in name.unicodeScalars {
      if scalar == mark { quoted.append(mark) }
      quoted.append(scalar)
    }
    quoted.append(mark)
    return String(quoted)
  }

  /// The names of a cell.
  static func names(_ cell: String) -> [String] {
    if let names = quotedNames(CellReader.trimmed(cell)), !isPlain(names) { return names }
    return split(cell)
  }

  private static func plainForms(_ names: [String]) -> [String] {
    [names.joined(separator: "、"), names.joined(separator: "\n") + (names.count == 1 ? "\n" : "")]
  }

  private static func isPlain(_ names: [String]) -> Bool {
    plainForms(names).contains { isPlain($0, names) }
  }

  /// Whether a cell is read as these names, and could not be taken for names between quotes.
  private static func isPlain(_ cell: String, _ names: [String]) -> Bool {
    guard split(cell).elementsEqual(names, by: { $0.utf8.elementsEqual($1.utf8) }),
      names.count != 1 || FixedWords.nobody.find(names[0]) == nil
    else { return false }
    // Each pair of quotes is doubled by those round it: this ends after a few steps.
    guard let other = quotedNames(CellReader.trimmed(cell)) else { return true }
    return isPlain(other)
  }

  private static func split(_ cell: String) -> [String] {
    let isLines = cell.unicodeScalars.contains("\n")
    let parts = cell.unicodeScalars.split { scalar in
      isLines ? scalar == "\n" || scalar == "\r" : "、，,；;".unicodeScalars.contains(scalar)
    }
    return parts.map { CellReader.trimmed(String(String.UnicodeScalarView($0))) }.filter { !$0.isEmpty }
  }

  /// The names of a cell that holds nothing but names between quotes with 、 between them; nil of other cells.
  private static func quotedNames(_ cell: String) -> [String]? {
    var names: [String] = []
    var rest = cell.unicodeScalars[...]
    while rest.popFirst() == mark {
      var name = String.UnicodeScalarView()
      var isClosed = false
      while let scalar = rest.popFirst() {
        if scalar != mark {
          name.append(scalar)
        } else if rest.first == mark {
          name.append(mark)
          rest.removeFirst()
        } else {
          isClosed = true
          break
        }
      }
      guard isClosed, !name.isEmpty else { return nil }
      names.append(String(name))
      if rest.isEmpty { return names }
      guard rest.popFirst() == "、" else { return nil }
    }
    return nil
  }
}

package import Diagnostics
package import Inventory
package import Spreadsheets

/// Makes the sheets of inventories: one a section, the same that `InventoryImporter` reads.
package struct FormBook: Sendable {
  /// The sheets, in the order of `Section`.
  package private(set) var sheets: [FormSheet] = []
  /// What does not fit in sheets.
  package private(set) var diagnostics: [Diagnostic] = []

  /// The name of the sheet that holds the words of drop-downs.
  package static let wordSheet = "词表"

  private let words: InventoryWords
  private let language: Language

  /// An inventory with the file it came from, for messages.
  package struct Source: Sendable {
    /// The inventory.
    package var form: FormValue
    /// The file as it is shown.
    package var file: String

    /// Makes a source.
    package init(form: FormValue, file: String) {
      self.form = form
      self.file = file
    }
  }

  /// Makes sheets.
  ///
  /// - Parameters:
  ///   - sources: the inventories; none: a template.
  ///   - words: the vocabulary of the standard in force.
  ///   - language: in which language heads, notes and words are.
  package init(_ sources: [Source], words: InventoryWords, language: Language) {
    self.words = words
    self.language = language
    checkNames(sources)
    let hasDistricts = Set(sources.compactMap { $0.form[[.community, .district]]?.text }).count > 1
    for section in Section.allCases {
      let rows = sources.flatMap { source in
        self.rows(of: source.form, section).map { (source: source, row: $0) }
      }
      let columns = SheetColumn.columns(of: section).filter { column in
        if section != .community, column.isIdentity, !column.isInTemplate {
          // Which of two districts or sites a row belongs to; a code is said once.
          return column.path == [.community, .district] && hasDistricts
            || column.path == [.facility, .name] && sources.contains { $0.form[column.path] != nil }
        }
        return column.isInTemplate
      }
      sheets.append(
        FormSheet(
          section.title[language], columns: columns.map(head),
          rows: rows.map { row in columns.map { cell(row.row, $0, row.source) } }))
    }
  }

  /// A row: what belongs to its community, and what it says itself.
  private struct Row {
    var form: FormValue
    var item: FormValue
    /// The id of the sign, of a row of entries.
    var sign: FormValue?
  }

  private func rows(of form: FormValue, _ section: Section) -> [Row] {
    let none = FormValue(.text(FixedWords.nobody[0].canonical))
    switch section {
    case .community: return [Row(form: form, item: form)]
    case .signs: return (form[[.signs]]?.items ?? []).map { Row(form: form, item: $0) }
    case .rooms:
      guard let rooms = form[[.facility, .rooms]] else { return [] }
      if rooms.items.isEmpty { return [Row(form: form, item: FormValue(.mapping([.number: none])))] }
      return rooms.items.map { Row(form: form, item: $0) }
    case .entries:
      return (form[[.signs]]?.items ?? []).flatMap { sign -> [Row] in
        guard let entries = sign[[.entries]] else { return [] }
        let items = entries.items.isEmpty ? [FormValue(.mapping([.function: none]))] : entries.items
        return items.map { Row(form: form, item: $0, sign: sign[[.id]]) }
      }
    }
  }

  private func head(_ column: SheetColumn) -> FormSheet.Column {
    let key = column.path[column.path.count - 1]
    var choices: [String] = []
    if column.kind == .word || column.kind == .flag, let table = FormShape.words(key, words) {
      let count = column.kind == .flag ? 2 : table.words.count
      choices = table.words.prefix(count).map { language == .zh ? $0.label.zh : $0.canonical }
      if column.kind == .flag { choices.reverse() }
    }
    let title = column.label[language]
    let width: Int
    switch column.kind {
    case .text, .names: width = key == .text || key == .note ? 36 : 20
    case .word: width = 16
    default: width = 12
    }
    return FormSheet.Column(
      title, note: column.note[language], width: max(width, DisplayWidth.width(of: title) + 2), choices: choices)
  }

  private mutating func cell(_ row: Row, _ column: SheetColumn, _ source: Source) -> Table.Cell {
    let value: FormValue?
    if column.path == [.id], let sign = row.sign {
      value = sign
    } else {
      value = column.isIdentity && column.path.count > 1 ? row.form[column.path] : row.item[column.path]
    }
    guard let value else { return .empty }
    let key = column.path[column.path.count - 1]
    let text: String
    switch value.content {
    case .mapping: return .empty
    case .list(let items): text = joined(items, key, source)
    case .text(let written): text = key == .text && written.isEmpty ? CellReader.noWords : label(written, key)
    }
    if FormWorkbook.length(text) > FormWorkbook.textLimit {
      error(
        source, zh: "“\(column.label.zh)”有一段文字超过单元格能放的 \(FormWorkbook.textLimit) 字",
        en: "a text of `\(column.label.en)` is longer than a cell can hold (\(FormWorkbook.textLimit))")
    }
    if column.kind == .number, text.utf8.count <= 9, let number = Int(text), String(number) == text {
      return .number(number)
    }
    return .text(text)
  }

  private func label(_ text: String, _ key: InventoryKey) -> String {
    guard let table = FormShape.words(key, words), let index = table.find(text) else { return text }
    return language == .zh ? table[index].label.zh : table[index].canonical
  }

  /// Names in one cell: between marks, or on lines of their own where a name has such a mark in it.
  private mutating func joined(_ items: [FormValue], _ key: InventoryKey, _ source: Source) -> String {
    let names = items.compactMap { $0.text.map { label($0, key) } }
    if names.isEmpty { return language == .zh ? FixedWords.nobody[0].label.zh : FixedWords.nobody[0].canonical }
    if names.contains(where: { $0.unicodeScalars.contains { $0 == "\n" || $0 == "\r" } }) {
      error(
        source, zh: "“\(key.label.zh)”里有换行的名称，写不进表格",
        en: "a name of `\(key.word.canonical)` has a line end in it and fits in no cell")
    }
    guard names.contains(where: { $0.unicodeScalars.contains { "、，,；;".unicodeScalars.contains($0) } }) else {
      return names.joined(separator: "、")
    }
    return names.joined(separator: "\n") + (names.count == 1 ? "\n" : "")
  }

  /// Two inventories of one community and site would be one when they are read again.
  private mutating func checkNames(_ sources: [Source]) {
    var seen: [[String]: String] = [:]
    for source in sources {
      let endings = words.shortNames
      let paths: [([InventoryKey], [ShortNames.Ending])] = [
        ([.community, .district], endings.district), ([.community, .street], endings.street),
        ([.community, .name], endings.community), ([.facility, .name], []),
      ]
      let names = paths.map { ShortNames.short(ComparedText.of(source.form[$0.0]?.text ?? ""), $0.1) }
      if let first = seen[names] {
        error(
          source, zh: "和 \(VisibleText(first).text) 是同一个社区，表格里会混在一起",
          en: "is about the same community as \(VisibleText(first).text); in sheets they would be one")
      }
      seen[names] = source.file
      for sign in source.form[[.signs]]?.items ?? [] {
        if sign[[.entries]]?.items.contains(.empty) == true {
          error(source, zh: "有一个条目什么也没写，写不进表格", en: "an entry says nothing and makes no row")
        }
      }
    }
  }

  private mutating func error(_ source: Source, zh: String, en: String) {
    let file = VisibleText(source.file).text
    diagnostics.append(Diagnostic(.error, BilingualText(zh: "\(file)：\(zh)", en: "\(file): \(en)")))
  }
}

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
  /// The communities that have an inventory with a site.
  private var severalSites: Set<[String]> = []

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
      let limit = SpreadsheetLimits.standard.rows - 1
      if let source = rows.last?.source, rows.count > limit {
        error(
          source, zh: "表“\(section.title.zh)”超过 \(limit) 行，import 读不回来；请按街道分开写出",
          en:
            "the sheet `\(section.title.en)` has more than \(limit) rows, which import does not read; export street by street"
        )
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
          rows: rows.map { row in columns.map { cell(row.row, $0, row.source) } }, names: names(of: columns)))
    }
  }

  /// From the community to the number of what a row is about; of the sheet of communities, the community alone.
  private func names(of columns: [SheetColumn]) -> ClosedRange<Int>? {
    guard let community = columns.firstIndex(where: { $0.path == [.community, .name] }) else { return nil }
    let item = columns.firstIndex { $0.path == [.id] || $0.path == [.number] }
    return community...max(community, item ?? community)
  }

  /// A row: what belongs to its community, and what it says itself.
  private struct Row {
    var form: FormValue
    var item: FormValue
    /// The id of the sign, of a row of entries.
    var sign: FormValue?
    /// Whether it says that there are no rooms, or no entries.
    var saysNone = false
  }

  private func rows(of form: FormValue, _ section: Section) -> [Row] {
    switch section {
    case .community: return [Row(form: form, item: form)]
    case .signs: return (form[[.signs]]?.items ?? []).map { Row(form: form, item: $0) }
    case .rooms:
      guard let rooms = form[[.facility, .rooms]] else { return [] }
      if rooms.items.isEmpty { return [Row(form: form, item: .empty, saysNone: true)] }
      return rooms.items.map { Row(form: form, item: $0) }
    case .entries:
      return (form[[.signs]]?.items ?? []).flatMap { sign -> [Row] in
        guard let entries = sign[[.entries]] else { return [] }
        let id = sign[[.id]]
        if entries.items.isEmpty { return [Row(form: form, item: .empty, sign: id, saysNone: true)] }
        return entries.items.map { Row(form: form, item: $0, sign: id) }
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
    case .text, .names: width = column.isIdentity ? 14 : key == .text || key == .note ? 32 : 18
    case .word, .flag:
      // As wide as the words to choose from, with room for the arrow.
      width = min(18, (choices.map { DisplayWidth.width(of: $0) }.max() ?? 0) + 4)
    case .identifier: width = key == .code ? 16 : 10
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
    let key = column.path[column.path.count - 1]
    let text: String
    switch value?.content {
    case nil:
      guard let marker = marker(row, column) else { return .empty }
      text = marker
    case .mapping: return .empty
    case .list(let items): text = joined(items, key)
    case .text(let written):
      text =
        key == .text && written.isEmpty ? CellText.noWords : CellText.written(label(written, key), column)
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

  /// What a cell says where there is no value: that an approval or an entry is there of which nothing is recorded, and
  /// that a row belongs to the inventory without a site, where the community has one with a site besides.
  private func marker(_ row: Row, _ column: SheetColumn) -> String? {
    switch column.path {
    case [.approval, .document]: row.item[[.approval]] == .empty ? CellText.nothingRecorded : nil
    case [.number]: row.saysNone ? none : nil
    case [.function] where row.saysNone: none
    case [.function]: row.sign != nil && row.item == .empty ? CellText.nothingRecorded : nil
    case [.facility, .name]: severalSites.contains(communityKey(row.form)) ? none : nil
    default: nil
    }
  }

  private var none: String {
    language == .zh ? FixedWords.nobody[0].label.zh : FixedWords.nobody[0].canonical
  }

  /// Names in one cell.
  private func joined(_ items: [FormValue], _ key: InventoryKey) -> String {
    let names = items.compactMap { $0.text.map { label($0, key) } }
    if names.isEmpty { return none }
    // Who required it is nobody: that word is no name.
    if key == .demandedBy, names == [none] { return none }
    return CellText.written(names)
  }

  /// District, street and community as they are compared.
  private func communityKey(_ form: FormValue) -> [String] {
    let endings = words.shortNames
    let paths: [([InventoryKey], [ShortNames.Ending])] = [
      ([.community, .district], endings.district), ([.community, .street], endings.street),
      ([.community, .name], endings.community),
    ]
    return paths.map { ShortNames.short(ComparedText.of(form[$0.0]?.text ?? ""), $0.1) }
  }

  /// Two inventories of one community and site would be one when they are read again.
  private mutating func checkNames(_ sources: [Source]) {
    var seen: [[String]: String] = [:]
    for source in sources {
      let community = communityKey(source.form)
      if source.form[[.facility, .name]] != nil { severalSites.insert(community) }
      let names = community + [ComparedText.of(source.form[[.facility, .name]]?.text ?? "")]
      if let first = seen[names] {
        error(
          source, zh: "和 \(VisibleText(first).text) 是同一个社区，表格里会混在一起",
          en: "is about the same community as \(VisibleText(first).text); in sheets they would be one")
      }
      seen[names] = source.file
    }
  }

  private mutating func error(_ source: Source, zh: String, en: String) {
    let file = VisibleText(source.file).text
    diagnostics.append(Diagnostic(.error, BilingualText(zh: "\(file)：\(zh)", en: "\(file): \(en)")))
  }
}

package import Diagnostics
package import Inventory
package import Spreadsheets

/// Makes inventories of sheets: of as many files as there are, one inventory for each community (and site).
package struct InventoryImporter {
  /// What was found, in order.
  package private(set) var diagnostics: [Diagnostic] = []

  let words: InventoryWords
  let cells: CellReader
  private let district: String?
  private var sheets: [Sheet] = []
  var documents: [Document] = []
  /// The documents of a community, by street and name as they are compared.
  var byName: [[String]: [Int]] = [:]
  /// Whether the sheet that is being read is hidden.
  private(set) var isHidden = false
  /// Whether the sheet that is being read may name only communities that the file's sheet of communities has.
  private(set) var mustBeListed = false
  /// What was found of names that no row of the sheet of communities has, by the names as they are written.
  var unlisted: [[String?]: Unlisted] = [:]

  /// Starts without sheets.
  ///
  /// - Parameters:
  ///   - words: the vocabulary of the standard in force.
  ///   - district: the district of communities whose sheets name none.
  package init(words: InventoryWords, district: String? = nil) {
    self.words = words
    self.district = district
    cells = CellReader(words: words)
  }

  /// An inventory that was made.
  package struct Imported: Sendable {
    /// The inventory.
    package var form: FormValue
    /// Whether something in its cells is an error, so that it is not to be written.
    package var hasErrors: Bool
  }

  private struct Sheet {
    var file: String
    var grid: SheetGrid
    var layout: SheetLayout
  }

  struct Document {
    var form = FormValue.empty
    var district: String?
    var site: String?
    var rooms: [FormValue]?
    var signs: [FormValue] = []
    /// The signs' indexes by their ids as they are compared.
    var ids: [String: Int] = [:]
    /// Where a row of the sheet of communities describes it.
    var described: CellPlace?
    var hasErrors = false
  }

  /// Takes the sheets of a file; whether one of them holds something that is known.
  package mutating func add(_ grids: [SheetGrid], file: String) {
    var found = false
    for grid in grids where !grid.rows.isEmpty {
      if grid.name == FormBook.wordSheet { continue }
      let place = CellPlace(file: file, sheet: grid.name, row: grid.rows[0].number, column: nil)
      let layout = SheetLayout.find(in: grid)
      if grid.isHidden, !sayHidden(grid, layout, place) { continue }
      guard let layout else {
        say(
          grids.count == 1 ? .error : .warning, place.sheetText, zh: "没有认出表头，没有读取",
          en: "no row names its columns; it was not read", help: InventoryImporter.templateHelp)
        found = found || grids.count == 1
        continue
      }
      found = true
      let filled = layout.ignored.isEmpty ? [] : grid.filledColumns(below: layout.lastHeadRow)
      for head in layout.ignored {
        let place = CellPlace(file: file, sheet: grid.name, row: layout.lastHeadRow, column: head.column)
        let remark = head.remark(layout, hasCells: filled.contains(head.column))
        say(remark.severity, place.text, zh: remark.message.zh, en: remark.message.en, help: remark.help)
      }
      sheets.append(Sheet(file: file, grid: grid, layout: layout))
    }
    if !found {
      say(
        .error, CellPlace(file: file, sheet: nil, row: 1, column: nil).sheetText, zh: "没有可以读取的内容",
        en: "there is nothing to read", help: InventoryImporter.templateHelp)
    }
  }

  /// Says of a hidden sheet that it is hidden; whether it is to be read.
  ///
  /// Office programs do not show it, so nobody has looked at it: last year's sheet is hidden as well as one that counts.
  /// What it says is read to tell which communities it is about, and those are not written.
  private mutating func sayHidden(_ grid: SheetGrid, _ layout: SheetLayout?, _ place: CellPlace) -> Bool {
    let isNamed = Section.allCases.contains { [$0.title.zh, $0.title.en].contains(grid.name) }
    let columns = layout.map { Array($0.columns.values) } ?? []
    guard columns.contains(where: { $0.path == [.community, .name] }) else {
      // The words of drop-downs.
      say(.note, place.sheetText, zh: "是隐藏的工作表，没有读取", en: "is a hidden sheet; it was not read")
      return false
    }
    if !isNamed, columns.allSatisfy({ SheetColumn.places.contains($0.path) }) {
      say(
        .warning, place.sheetText, zh: "是隐藏的工作表，只有社区的名称，没有读取",
        en: "is a hidden sheet with nothing but names of communities; it was not read")
      return false
    }
    say(
      .error, place.sheetText, zh: "是隐藏的工作表，里面有台账的内容，看不准该不该用；涉及的社区没有写出",
      en: "is a hidden sheet with what belongs in inventories, and may not be meant; its communities are not written",
      help: BilingualText(
        zh: "要用的，右键点工作表标签，取消隐藏再导入；不用的，从文件里删除",
        en: "unhide it (right-click on a sheet's tab) and import again, or delete it from the file"))
    return true
  }

  private static let templateHelp = BilingualText(
    zh: "表头用“街道、社区、编号、文字、位置”等，参照 signaudit export --template 的样表",
    en: "signaudit export --template writes a sheet with the heads that are known")

  /// The inventories of all sheets, in order of appearance.
  package mutating func finish() -> [Imported] {
    for section in Section.allCases {
      for sheet in sheets where sheet.layout.section == section { read(sheet) }
    }
    sayWithoutSigns()
    let districts = Set(documents.compactMap(\.district))
    let common = district ?? (districts.count == 1 ? districts.first : nil)
    return documents.map { document in
      var form = document.form
      if document.district == nil, let common { form.set([.community, .district], FormValue(.text(common))) }
      if let rooms = document.rooms { form.set([.facility, .rooms], FormValue(.list(rooms))) }
      form.set([.signs], FormValue(.list(document.signs)))
      return Imported(form: form, hasErrors: document.hasErrors)
    }
  }

  /// Says which communities have no sign: an inventory without signs says that none hangs there.
  private mutating func sayWithoutSigns() {
    for document in documents where document.signs.isEmpty && !document.hasErrors {
      guard let name = document.form[[.community, .name]], let shown = name.text, let origin = name.origin else {
        continue
      }
      let community = VisibleText(shown).text
      say(
        .warning, origin.text, zh: "“\(community)”没有一行标识牌，台账写成一块牌子也没有挂",
        en: "`\(community)` has no row of a sign; its inventory says that no sign hangs there",
        help: BilingualText(
          zh: "还没有采集的，补上再导入；确实没有牌子的，不用理会",
          en: "if its signs are not recorded yet, add them and import again; if there are none, all is well"))
    }
  }

  // MARK: Rows

  private mutating func read(_ sheet: Sheet) {
    let grid = sheet.grid
    let section = sheet.layout.section
    isHidden = grid.isHidden
    mustBeListed =
      section != .community && sheets.contains { $0.file == sheet.file && $0.layout.section == .community }
    let columns = sheet.layout.columns.sorted { $0.key < $1.key }
    let hasIDs = columns.contains { $0.value.path == [.id] }
    if section == .signs, !hasIDs {
      say(
        .warning, CellPlace(file: sheet.file, sheet: grid.name, row: sheet.layout.lastHeadRow, column: nil).text,
        zh: "没有“编号”一列，各社区的标识牌按出现的次序编号", en: "there is no column of ids; signs are numbered in order",
        help: BilingualText(zh: "加上“编号”一列，以后增减标识牌时编号才不会变", en: "add ids, so that they stay when signs come and go"))
    }
    var merges = MergedRows(grid.merges)
    /// What the last row said of the identity, by the column's path.
    var last: [[InventoryKey]: (value: SheetGrid.Value, place: CellPlace)] = [:]
    for row in grid.rows where row.number > sheet.layout.lastHeadRow {
      switch RowNature(row, columns) {
      case .blank, .sum: continue
      case .remark(let column):
        say(
          .note, CellPlace(file: sheet.file, sheet: grid.name, row: row.number, column: column).text,
          zh: "是表下的说明，没有读取", en: "is a remark below the table; it was not read")
        continue
      case .data: break
      }
      merges.advance(to: row.number)
      var identity: [[InventoryKey]: (value: SheetGrid.Value, place: CellPlace)] = [:]
      var values: [(column: SheetColumn, value: SheetGrid.Value, place: CellPlace)] = []
      for (number, column) in columns {
        var place = CellPlace(file: sheet.file, sheet: grid.name, row: row.number, column: number)
        var value = row[number].flatMap { RowNature.isBlank($0) ? nil : $0 }
        if value == nil, let top = merges.top(of: number), let above = grid.row(top)?[number] {
          value = above
          place.row = top
        }
        guard let value else { continue }
        if column.isIdentity { identity[column.path] = (value, place) } else { values.append((column, value, place)) }
      }
      let place = CellPlace(file: sheet.file, sheet: grid.name, row: row.number, column: nil)
      if section == .community {
        describe(identity, values, place, &last)
        continue
      }
      let isOnlyIdentity = values.isEmpty
      guard let inherited = fillDown(identity, &last, hasColumns: columns.map(\.value.path), place) else { continue }
      if isOnlyIdentity {
        if !identity.isEmpty {
          say(
            .note, place.text, zh: "这一行只有社区，没有别的内容，没有读取",
            en: "the row names a community and nothing else; it was not read")
        }
        continue
      }
      guard let index = document(of: inherited, place) else { continue }
      add(values, inherited, to: index, section, place, hasIDs: hasIDs)
    }
  }

  /// The names that tell whose row it is; what is left out is as in the row above, down to the first that is given. Nil,
  /// with an error said, where a name is missing below one that changed.
  private mutating func fillDown(
    _ identity: [[InventoryKey]: (value: SheetGrid.Value, place: CellPlace)],
    _ last: inout [[InventoryKey]: (value: SheetGrid.Value, place: CellPlace)],
    hasColumns: [[InventoryKey]], _ place: CellPlace
  ) -> [[InventoryKey]: (value: SheetGrid.Value, place: CellPlace)]? {
    var filled = identity
    var isSame = true
    for path in InventoryImporter.order where hasColumns.contains(path) {
      if let given = identity[path] {
        if last[path]?.value != given.value { isSame = false }
      } else if isSame {
        filled[path] = last[path]
      } else if path == [.community, .name] {
        last = filled
        error(
          place.text, zh: "写了街道，没有写社区", en: "the row names a street and no community", help: nil)
        return nil
      }
    }
    last = filled
    return filled
  }

  /// The paths of identity, from wide to narrow.
  static let order: [[InventoryKey]] = [
    [.community, .district], [.community, .street], [.community, .name], [.community, .code], [.facility, .name], [.id],
  ]

  // MARK: Rooms, signs, entries

  private mutating func add(
    _ values: [(column: SheetColumn, value: SheetGrid.Value, place: CellPlace)],
    _ identity: [[InventoryKey]: (value: SheetGrid.Value, place: CellPlace)], to index: Int, _ section: Section,
    _ place: CellPlace, hasIDs: Bool
  ) {
    var item = FormValue(.mapping([:]), origin: values.first?.place ?? place)
    var isThere = false
    for (column, value, place) in values {
      guard let content = content(value, column, place, index) else { continue }
      switch content {
      case .mapping(let pairs) where pairs.isEmpty:
        // Nothing is recorded of an approval, or of an entry, that is there all the same.
        isThere = true
        let path = Array(column.path.dropLast())
        if !path.isEmpty, item[path] == nil { item.set(path, FormValue(.mapping([:]), origin: place)) }
      case .mapping(let pairs):
        for (key, inner) in pairs {
          item.set(column.path + [key], FormValue(inner.content, origin: place))
        }
      case .text, .list: item.set(column.path, FormValue(content, origin: place))
      }
    }
    guard isThere || item != .empty else { return }
    switch section {
    case .community: return
    case .rooms:
      if isNone(values, .number) {
        documents[index].rooms = documents[index].rooms ?? []
      } else {
        documents[index].rooms = (documents[index].rooms ?? []) + [item]
      }
    case .signs:
      if !hasIDs {
        item.set([.id], FormValue(.text("N\(documents[index].signs.count + 1)"), origin: item.origin))
      }
      if let id = item[[.id]]?.text { documents[index].ids[ComparedText.of(id)] = documents[index].signs.count }
      documents[index].signs.append(item)
    case .entries:
      guard let id = identity[[.id]] else {
        documents[index].hasErrors = true
        return error(place.text, zh: "没有写条目在哪块标识牌上", en: "the row does not say which sign the entry is on", help: nil)
      }
      guard let column = SheetColumn.columns(of: .entries).first(where: { $0.path == [.id] }),
        case .text(let text)? = content(id.value, column, id.place, index)
      else { return }
      guard let sign = documents[index].ids[ComparedText.of(text)] else {
        documents[index].hasErrors = true
        let shown = VisibleText(text).text
        let ids = documents[index].signs.compactMap { $0[[.id]]?.text }
        return error(
          id.place.text, zh: "这个社区没有编号为“\(shown)”的标识牌", en: "the community has no sign `\(shown)`",
          help: Spelling.suggestion(for: text, among: ids))
      }
      if isNone(values, .function) {
        if documents[index].signs[sign][[.entries]] == nil {
          documents[index].signs[sign].set([.entries], FormValue(.list([])))
        }
      } else {
        documents[index].signs[sign].append(.entries, item)
      }
    }
  }

  /// Whether a row says that there are none: 无 where the name would stand, and nothing else.
  private func isNone(
    _ values: [(column: SheetColumn, value: SheetGrid.Value, place: CellPlace)], _ key: InventoryKey
  ) -> Bool {
    guard values.count == 1, values[0].column.path == [key], case .text(let text) = values[0].value else {
      return false
    }
    return FixedWords.nobody.find(CellReader.trimmed(text)) != nil
  }

  mutating func content(
    _ value: SheetGrid.Value, _ column: SheetColumn, _ place: CellPlace, _ index: Int
  ) -> FormValue.Content? {
    let reading = cells.read(value, column)
    if let problem = reading.problem {
      documents[index].hasErrors = true
      error(place.text, zh: problem.message.zh, en: problem.message.en, help: problem.help)
    }
    guard case .list(let items)? = reading.value else { return reading.value }
    return .list(items.map { FormValue($0.content, origin: place) })
  }

  // MARK: Saying

  mutating func error(_ place: BilingualText, zh: String, en: String, help: BilingualText?) {
    say(.error, place, zh: zh, en: en, help: help)
  }

  private mutating func say(
    _ severity: Severity, _ place: BilingualText, zh: String, en: String, help: BilingualText? = nil
  ) {
    let diagnostic = Diagnostic(
      severity, BilingualText(zh: "\(place.zh)：\(zh)", en: "\(place.en): \(en)"), help: help)
    // A cell that stands for several rows is said once.
    if diagnostics.last != diagnostic { diagnostics.append(diagnostic) }
  }
}

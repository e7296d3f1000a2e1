internal import Diagnostics
internal import Spreadsheets

/// Where a sheet has its heads, and what its columns are.
struct SheetLayout {
  /// The section that the sheet holds.
  var section: Section
  /// The last row of the head; what follows is data.
  var lastHeadRow: Int
  /// The columns that are known, by their number from 1.
  var columns: [Int: SheetColumn]
  /// Columns with a head that is not known, or that say what another column says, in order.
  var ignored: [IgnoredHead]

  /// The rows in which a head is looked for: titles, districts and dates stand above it.
  private static let searched = 20

  /// Finds the head: the row, or two rows one above the other, that names the most columns of a section. Nil where no row
  /// names two.
  static func find(in grid: SheetGrid) -> SheetLayout? {
    let named = Section.allCases.first { section in
      [section.title.zh, section.title.en].contains(grid.name)
    }
    let heads = HeadRows(grid, rows: searched)
    var best: (layout: SheetLayout, score: Int)?
    // Signs first: of two sections that fit equally well it is what offices send.
    for section in named.map({ [$0] }) ?? [.signs, .rooms, .entries, .community] {
      for (index, row) in heads.rows.enumerated() {
        for isDouble in [false, true] {
          let second = isDouble ? heads.rows.dropFirst(index + 1).first : nil
          if isDouble, second != row + 1 { continue }
          let layout = layout(section, heads, row, isDouble: isDouble)
          guard layout.columns.count >= 2 else { continue }
          // A column of its own says more about the section than one that all have.
          let own = layout.columns.values.count { !$0.isIdentity }
          guard own > 0 || section == .community || named != nil else { continue }
          let score = own * 100 + layout.columns.count * 2 - layout.ignored.count
          if score > (best?.score ?? 0) { best = (layout, score) }
        }
      }
    }
    return best?.layout
  }

  private static func layout(_ section: Section, _ heads: HeadRows, _ row: Int, isDouble: Bool) -> SheetLayout {
    let known = SheetColumn.columns(of: section)
    var layout = SheetLayout(section: section, lastHeadRow: isDouble ? row + 1 : row, columns: [:], ignored: [])
    /// By the index in `known`: the column that has it, and how well its head fits, 0 best.
    var taken: [Int: (column: Int, rank: Int)] = [:]
    /// What stands above the columns to the left: in CSV a head over several columns stands above the first alone.
    var spanning: String?
    var shownHeads: [Int: String] = [:]
    for column in heads.columns {
      let lower = isDouble ? heads[row + 1, column] : nil
      let upper = heads[row, column] ?? (lower == nil ? nil : spanning)
      spanning = lower == nil ? nil : upper
      guard upper != nil || lower != nil else { continue }
      let texts = [upper.flatMap { upper in lower.map { upper + $0 } }, lower, upper].compactMap(\.self)
      let shown = [upper, lower].compactMap(\.self).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        .joined(separator: "/")
      shownHeads[column] = shown
      guard let found = texts.lazy.compactMap({ match($0, known) }).first else {
        // What stands above several columns says too little of one of them.
        let own = [lower, texts.first].compactMap(\.self)
        layout.ignored.append(IgnoredHead(column: column, shown: shown, texts: own))
        continue
      }
      if let other = taken[found.index], other.rank <= found.rank {
        layout.ignored.append(IgnoredHead(column: column, shown: shown, read: other.column))
        continue
      }
      if let other = taken[found.index] {
        layout.columns[other.column] = nil
        for index in layout.ignored.indices where layout.ignored[index].read == other.column {
          layout.ignored[index].read = column
        }
        layout.ignored.append(
          IgnoredHead(column: other.column, shown: shownHeads[other.column] ?? "", read: column))
      }
      taken[found.index] = (column, found.rank)
      layout.columns[column] = known[found.index]
    }
    layout.ignored.sort { $0.column < $1.column }
    return layout
  }

  /// The column that a head names, and how far down its list of names that stands.
  private static func match(_ head: String, _ known: [SheetColumn]) -> (index: Int, rank: Int)? {
    for text in [HeaderText.compared(head), HeaderText.withoutBrackets(head)] where !text.isEmpty {
      var best: (index: Int, rank: Int)?
      for (index, column) in known.enumerated() {
        guard let rank = column.synonyms.firstIndex(of: text) else { continue }
        if rank < (best?.rank ?? .max) { best = (index, rank) }
      }
      if let best { return best }
    }
    return nil
  }
}

/// The first rows of a sheet, with the text of a merged range in each of its cells.
private struct HeadRows {
  /// The numbers of the rows that hold something.
  let rows: [Int]
  /// The numbers of the columns that hold something in them, in order.
  let columns: [Int]
  private let texts: [[Int]: String]

  init(_ grid: SheetGrid, rows count: Int) {
    let first = grid.rows.prefix(count + 1)
    var texts: [[Int]: String] = [:]
    for row in first {
      for cell in row.cells {
        if case .text(let text) = cell.value { texts[[row.number, cell.column]] = text }
      }
    }
    let last = first.last?.number ?? 0
    let width = first.flatMap(\.cells).map(\.column).max() ?? 0
    for merge in grid.merges where merge.rows.lowerBound <= last {
      guard let text = texts[[merge.rows.lowerBound, merge.columns.lowerBound]] else { continue }
      for row in merge.rows.lowerBound...min(last, merge.rows.upperBound) {
        for column in merge.columns.lowerBound...max(merge.columns.lowerBound, min(width, merge.columns.upperBound)) {
          texts[[row, column]] = text
        }
      }
    }
    self.texts = texts
    rows = first.map(\.number)
    columns = width == 0 ? [] : Array(1...width)
  }

  subscript(row: Int, column: Int) -> String? { texts[[row, column]] }
}

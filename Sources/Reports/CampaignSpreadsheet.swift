internal import Campaign
internal import Diagnostics
package import Spreadsheets

/// A page of a campaign that is one table, the ledger, as a spreadsheet.
package enum CampaignSpreadsheet {
  /// UTF-8 with a byte order mark, lines that end with CR LF; nil for a page that is no table.
  package static func csv(_ page: CampaignPage) -> [UInt8]? {
    table(page).map(CSVFile.render)
  }

  /// An xlsx file; nil for a page that is no table. Throws where the file cannot be made.
  package static func xlsx(_ page: CampaignPage) throws(Workbook.Failure) -> [UInt8]? {
    guard let table = table(page) else { return nil }
    let day = page.facts.first { $0.key == "as_of" }?.value.text(separator: "") ?? ""
    let workbook = Workbook(
      [table], title: "\(page.title) \(day)", created: WorkbookReport.seconds(day), language: page.language)
    return try workbook.render()
  }

  private static func table(_ page: CampaignPage) -> Table? {
    guard let given = page.table?.forPeople, let section = page.sections.first else { return nil }
    // As in the other ledgers: a line each in cells of sentences, one line in others.
    func text(_ cell: DataTable.Cell, _ column: DataTable.Column) -> String {
      cell.text(separator: column.isLong ? "\n" : page.language == .zh ? "、" : ", ")
    }
    func cells(_ row: [DataTable.Cell]) -> [Table.Cell] {
      zip(row, given.columns).map { cell, column in
        if case .number(let number) = cell { return .number(number) }
        return Table.Cell(text(cell, column))
      }
    }
    let columns = given.columns.enumerated().map { place, column in
      // As wide as what stands in it, but sentences wrap: the ledger has nineteen columns, and is printed on one page.
      let widths = given.rows.map { DisplayWidth.width(of: text($0[place], column)) }
      let head = DisplayWidth.width(of: column.title)
      return Table.Column(column.title, width: min(column.isLong ? 24 : 12, max(head, widths.max() ?? 0)) + 2)
    }
    return Table(section.title, columns: columns, rows: given.rows.map(cells), footer: given.total.map(cells))
  }
}

/// A page of a campaign for programs: the facts, and each table as an array of objects. Its keys are a contract.
package enum CampaignJSON {
  /// The page as UTF-8, ending with a line feed.
  package static func render(_ page: CampaignPage) -> [UInt8] {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.key("schema")
      writer.string(page.schema)
      // A table has the key of its name for itself: the number of rounds is that of the table of rounds.
      let tables = page.sections.map(\.key)
      for fact in page.facts where fact.audience != .people && !tables.contains(fact.key) {
        writer.key(fact.key)
        write(fact.value, &writer)
      }
      // Tables of one name, such as those of single streets, are one array.
      var keys: [String] = []
      for section in page.sections where !keys.contains(section.key) { keys.append(section.key) }
      for key in keys {
        let tables = page.sections.filter { $0.key == key }.map(\.table)
        writer.key(key)
        writer.array(tables.flatMap { table in table.rows.map { (table, $0) } }) { row($1.1, $1.0, &$0) }
        if let table = tables.first, let total = table.total {
          writer.key(key + "_total")
          row(total, table, &writer)
        }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private static func row(_ cells: [DataTable.Cell], _ table: DataTable, _ writer: inout JSONWriter) {
    writer.object { writer in
      for (column, cell) in zip(table.columns, cells) where column.audience != .people {
        writer.key(column.key)
        write(cell, &writer)
      }
    }
  }

  private static func write(_ cell: DataTable.Cell, _ writer: inout JSONWriter) {
    switch cell {
    case .text(let text): writer.string(text)
    case .number(let number): writer.number(number)
    case .list(let texts): writer.strings(texts)
    case .flag(let flag): writer.bool(flag)
    case .none: writer.null()
    }
  }
}

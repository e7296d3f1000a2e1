internal import Diagnostics
package import Rectification
package import Spreadsheets

/// The work of a plan (整改清单) as CSV, a row each.
package enum PlanCSV {
  /// UTF-8 with a byte order mark, lines that end with CR LF.
  package static func render(_ plan: Plan) -> [UInt8] { CSVFile.render(PlanTables(plan).items) }
}

/// The plan as an xlsx file: the work, the sign maker's list, what is to be verified, and by what it was made.
package enum PlanWorkbook {
  /// The bytes of the file. Throws where the file cannot be made, which is when there is no room for temporary files.
  package static func render(_ plan: Plan) throws(Workbook.Failure) -> [UInt8] {
    let tables = PlanTables(plan)
    let workbook = Workbook(
      [tables.items, tables.materials, tables.checks, tables.about], title: "\(tables.words.title) \(plan.asOf)",
      created: WorkbookReport.seconds(plan.asOf), language: plan.language)
    return try workbook.render()
  }
}

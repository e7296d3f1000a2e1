package import Audit
internal import Diagnostics
package import Spreadsheets

/// The ledger (整改台账) as CSV.
package enum CSVReport {
  /// UTF-8 with a byte order mark, lines that end with CR LF; needs `CommunityReport.record`.
  package static func render(_ report: AuditReport) -> [UInt8] {
    CSVFile.render(LedgerTable.make(ReportTables(report)))
  }
}

/// The report as an xlsx file: the summary by street, findings, what is to be verified, departments, the ledger, and what
/// is to be said of the audit.
package enum WorkbookReport {
  /// The bytes of the file; needs `CommunityReport.record`. Throws where the file cannot be made, which is when
  /// there is no room for temporary files.
  package static func render(_ report: AuditReport) throws(Workbook.Failure) -> [UInt8] {
    let tables = ReportTables(report)
    let workbook = Workbook(
      [
        tables.streets, tables.findings, tables.toVerify, tables.departments, LedgerTable.make(tables), tables.about,
      ],
      title: tables.words("社区标识牌核查", "Signage audit") + " " + report.asOf, created: seconds(report.asOf),
      language: report.language)
    return try workbook.render()
  }

  /// Midnight (UTC) of a day `YYYY-MM-DD` in seconds from 1970 on; 1980-01-01, the first day of the ZIP format, for what
  /// is no such day.
  static func seconds(_ day: String) -> Int {
    let parts = day.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map { Int(String(Substring($0))) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], year > 1980, year < 10_000,
      1...12 ~= month, 1...31 ~= day
    else { return 315_532_800 }
    // Days of the proleptic Gregorian calendar, from a year that begins in March.
    let shifted = month > 2 ? year : year - 1
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400
    return (days + (153 * ((month + 9) % 12) + 2) / 5 + day - 1 - 719_468) * 86_400
  }
}

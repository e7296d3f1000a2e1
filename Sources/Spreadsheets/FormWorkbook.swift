internal import CXLSXWriter
internal import Diagnostics
import Glibc

/// A sheet to be filled in, or filled in already.
package struct FormSheet: Sendable, Hashable {
  /// What it is called: a sheet's name, at most 31 characters, none of `[]:*?/\`.
  package var title: String
  /// Its columns.
  package var columns: [Column]
  /// Its rows, each with as many cells as there are columns.
  package var rows: [[Table.Cell]]
  /// The columns that tell whose row it is, counted from 0: they stay in sight, and stand on every page; nil: none.
  package var names: ClosedRange<Int>?

  /// Makes a sheet.
  package init(_ title: String, columns: [Column], rows: [[Table.Cell]], names: ClosedRange<Int>? = nil) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.names = names
  }

  /// A column.
  package struct Column: Sendable, Hashable {
    /// What stands at its head.
    package var title: String
    /// What its cells want, shown at its head.
    package var note: String
    /// Its width in characters of the body's font; a Chinese character counts as two.
    package var width: Int
    /// The words to choose from; empty: anything may be written.
    package var choices: [String]

    /// Makes a column.
    package init(_ title: String, note: String, width: Int, choices: [String] = []) {
      self.title = title
      self.note = note
      self.width = width
      self.choices = choices
    }
  }
}

/// Writes sheets to be filled in as an xlsx file: every cell is a text, so that no program turns a code into a number;
/// drop-downs, and a note on each head. What is written is the text itself, nothing made visible and nothing cut: it is
/// data that is read again.
package struct FormWorkbook: Sendable {
  /// Its sheets.
  package var sheets: [FormSheet]
  /// The name of the sheet, not shown, that the words to choose from stand on.
  package var wordSheet: String
  /// What it is called, in its properties.
  package var title: String
  /// The day that stands in its properties, in seconds from 1970 on (UTC); not 0, which libxlsxwriter takes for now.
  package var created: Int
  /// The rows below the head that have drop-downs, if not more are filled in.
  static let preparedRows = 5000
  /// The most UTF-16 units of a cell.
  package static let textLimit = Workbook.textLimit

  /// Makes a workbook.
  package init(_ sheets: [FormSheet], wordSheet: String, title: String, created: Int) {
    self.sheets = sheets
    self.wordSheet = wordSheet
    self.title = title
    self.created = created
  }

  /// The bytes of the file; made twice and looked through, as `Workbook` is.
  package func render() throws(Workbook.Failure) -> [UInt8] {
    let bytes = try renderOnce()
    guard try renderOnce() == bytes, ZIPArchive.isWholeXML(bytes) else { throw Workbook.Failure(code: ENOSPC) }
    return bytes
  }

  private typealias Sheet = UnsafeMutablePointer<lxw_worksheet>

  private func renderOnce() throws(Workbook.Failure) -> [UInt8] {
    let descriptor = signaudit_memory_file("signaudit.xlsx")
    guard descriptor >= 0 else { throw Workbook.Failure(code: errno) }
    defer { close(descriptor) }
    var options = lxw_workbook_options()
    guard let book = workbook_new_opt("/proc/self/fd/\(descriptor)", &options) else {
      throw Workbook.Failure(code: ENOMEM)
    }
    let head = format(book, isHead: true)
    let body = format(book, isHead: false)
    var isWhole = Workbook.setProperties(book, title: title, created: created)
    /// The columns of the word sheet: each list once.
    var lists: [[String]] = []
    for form in sheets {
      guard let sheet = workbook_add_worksheet(book, form.title) else {
        isWhole = false
        continue
      }
      isWhole = write(form, sheet, head, body, &lists) && isWhole
    }
    if !lists.isEmpty { isWhole = writeWords(lists, book) && isWhole }
    errno = 0
    let code = workbook_close(book)
    guard isWhole, code == LXW_NO_ERROR else { throw Workbook.Failure(code: errno == 0 ? EIO : errno) }
    return try Workbook.contents(descriptor)
  }

  private func format(_ book: UnsafeMutablePointer<lxw_workbook>, isHead: Bool) -> UnsafeMutablePointer<lxw_format>? {
    let format = workbook_add_format(book)
    format_set_font_name(format, "宋体")
    format_set_font_size(format, 11)
    format_set_num_format(format, "@")
    format_set_text_wrap(format)
    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_border_color(format, 0xBFBFBF)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if isHead {
      format_set_bold(format)
      format_set_bg_color(format, 0xF2F2F2)
      format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    }
    return format
  }

  private func write(
    _ form: FormSheet, _ sheet: Sheet, _ head: UnsafeMutablePointer<lxw_format>?,
    _ body: UnsafeMutablePointer<lxw_format>?, _ lists: inout [[String]]
  ) -> Bool {
    var isWhole = true
    for (number, column) in form.columns.enumerated() {
      let index = lxw_col_t(number)
      isWhole = worksheet_set_column(sheet, index, index, Double(column.width), body) == LXW_NO_ERROR && isWhole
      isWhole = worksheet_write_string(sheet, 0, index, column.title, head) == LXW_NO_ERROR && isWhole
      isWhole = comment(column.note, sheet, index) && isWhole
      guard !column.choices.isEmpty else { continue }
      let list: Int
      if let known = lists.firstIndex(of: column.choices) {
        list = known
      } else {
        list = lists.count
        lists.append(column.choices)
      }
      isWhole = dropDown(list, count: column.choices.count, sheet, index, rows: form.rows.count) && isWhole
    }
    for (row, cells) in form.rows.enumerated() {
      let texts = zip(cells, form.columns).compactMap { cell, column -> (text: String, width: Int)? in
        if case .text(let text) = cell { (text, column.width) } else { nil }
      }
      if let height = Workbook.height(texts) {
        // The font is a tenth larger than that of a report.
        let code = worksheet_set_row(sheet, lxw_row_t(row + 1), min(409, height * 1.1), nil)
        isWhole = code == LXW_NO_ERROR && isWhole
      }
      for (column, cell) in cells.enumerated() {
        let row = lxw_row_t(row + 1)
        let column = lxw_col_t(column)
        let code: lxw_error
        switch cell {
        case .empty: code = worksheet_write_blank(sheet, row, column, body)
        case .number(let number): code = worksheet_write_number(sheet, row, column, Double(number), body)
        case .text(let text): code = worksheet_write_string(sheet, row, column, FormWorkbook.written(text), body)
        }
        isWhole = code == LXW_NO_ERROR && isWhole
      }
    }
    worksheet_freeze_panes(sheet, 1, lxw_col_t(form.names.map { $0.upperBound + 1 } ?? 0))
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)  // A4
    // More columns than a page has room for go on the next pages, so that each can be read.
    let width = form.columns.reduce(0) { $0 + $1.width }
    let pages = width <= 140 ? 1 : pages(form, width)
    worksheet_fit_to_pages(sheet, UInt16(pages), 0)
    worksheet_repeat_rows(sheet, 0, 0)
    if pages > 1, let names = form.names {
      worksheet_repeat_columns(sheet, lxw_col_t(names.lowerBound), lxw_col_t(names.upperBound))
    }
    worksheet_set_margins(sheet, 0.4, 0.4, 0.6, 0.6)  // inches
    worksheet_set_footer(sheet, "&C&A　&P / &N")
    return isWhole
  }

  /// How many pages a sheet takes side by side: each has room for 130 characters, and repeats the columns of names.
  private func pages(_ form: FormSheet, _ width: Int) -> Int {
    let repeated = form.names.map { form.columns[$0].reduce(0) { $0 + $1.width } } ?? 0
    let room = max(40, 130 - repeated)
    return max(1, (width - repeated + room - 1) / room)
  }

  private func comment(_ note: String, _ sheet: Sheet, _ column: lxw_col_t) -> Bool {
    guard !note.isEmpty else { return true }
    let author = strdup("signaudit")
    defer { free(author) }
    var options = lxw_comment_options()
    options.author = author
    options.x_scale = 1.6
    return worksheet_write_comment_opt(sheet, 0, column, note, &options) == LXW_NO_ERROR
  }

  /// A list longer than 255 characters must stand on a sheet; so all do.
  private func dropDown(_ list: Int, count: Int, _ sheet: Sheet, _ column: lxw_col_t, rows: Int) -> Bool {
    let letters = CellName.letters(list + 1)
    let formula = strdup("='\(wordSheet)'!$\(letters)$1:$\(letters)$\(count)")
    defer { free(formula) }
    var validation = lxw_data_validation()
    validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
    validation.value_formula = formula
    let last = lxw_row_t(max(rows, FormWorkbook.preparedRows))
    return worksheet_data_validation_range(sheet, 1, column, last, column, &validation) == LXW_NO_ERROR
  }

  private func writeWords(_ lists: [[String]], _ book: UnsafeMutablePointer<lxw_workbook>) -> Bool {
    guard let sheet = workbook_add_worksheet(book, wordSheet) else { return false }
    var isWhole = true
    for (column, list) in lists.enumerated() {
      for (row, word) in list.enumerated() {
        isWhole =
          worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), word, nil) == LXW_NO_ERROR && isWhole
      }
    }
    worksheet_hide(sheet)
    return isWhole
  }

  /// A text as a cell holds it: what XML cannot hold is written as `_x001B_`, and what looks so is no escape.
  static func written(_ text: String) -> String {
    var written = String.UnicodeScalarView()
    for scalar in Workbook.escaped(text).unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A: written.append(scalar)
      case 0x00...0x1F, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        written.append(
          contentsOf: ("_x" + String(repeating: "0", count: 4 - digits.utf8.count) + digits + "_").unicodeScalars)
      default: written.append(scalar)
      }
    }
    return String(written)
  }

  /// How many UTF-16 units a text takes in a cell.
  package static func length(_ text: String) -> Int { written(text).utf16.count }
}

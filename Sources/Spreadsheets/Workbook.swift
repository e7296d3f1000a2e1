internal import CXLSXWriter
package import Diagnostics
import Glibc

/// Writes tables as the sheets of an xlsx file, each with a head that stays, filters, widths and a set-up for printing on
/// A4 across.
///
/// The same tables give the same bytes. libxlsxwriter builds a file from temporary ones and does not notice when one of
/// them could not be written whole (the disk is full): so a file is made twice, looked through, and given only if both
/// are whole and the same.
package struct Workbook: Sendable {
  /// Its sheets.
  package var tables: [Table]
  /// What it is called, in its properties and at the head of every printed page.
  package var title: String
  /// The day that stands in its properties, in seconds from 1970 on (UTC).
  package var created: Int
  /// Which language its own words are in.
  package var language: Language
  /// The most rows of a sheet, its head and last row included; what is more goes on another sheet.
  var rowLimit = 1_048_576
  /// The most UTF-16 units of a cell.
  static let textLimit = 32_767

  /// A file that could not be made.
  package struct Failure: Error, Hashable {
    /// The system's error number.
    package var code: Int32
  }

  /// Makes a workbook.
  package init(_ tables: [Table], title: String, created: Int, language: Language) {
    self.tables = tables
    self.title = title
    self.created = created
    self.language = language
  }

  /// The bytes of the file.
  package func render() throws(Failure) -> [UInt8] {
    let bytes = try renderOnce()
    guard try renderOnce() == bytes, ZIPArchive.isWholeXML(bytes) else { throw Failure(code: ENOSPC) }
    return bytes
  }

  private func renderOnce() throws(Failure) -> [UInt8] {
    let descriptor = signaudit_memory_file("signaudit.xlsx")
    guard descriptor >= 0 else { throw Failure(code: errno) }
    defer { close(descriptor) }
    var options = lxw_workbook_options()
    guard let book = workbook_new_opt("/proc/self/fd/\(descriptor)", &options) else { throw Failure(code: ENOMEM) }
    let formats = Formats(book)
    var isWhole = Workbook.setProperties(book, title: title, created: created)
    for table in tables {
      for (number, part) in parts(of: table).enumerated() {
        let name = number == 0 ? table.title : "\(table.title) \(number + 1)"
        guard let sheet = workbook_add_worksheet(book, name) else {
          isWhole = false
          continue
        }
        isWhole = write(part, sheet, formats) && isWhole
        setPage(sheet, part, name)
      }
    }
    errno = 0
    let code = workbook_close(book)
    guard isWhole, code == LXW_NO_ERROR else { throw Failure(code: errno == 0 ? EIO : errno) }
    return try Workbook.contents(descriptor)
  }

  /// A table in parts that fit on a sheet; the last row stands on the last.
  private func parts(of table: Table) -> [Table] {
    let room = max(1, rowLimit - 2)
    guard table.rows.count > room else { return [table] }
    return stride(from: 0, to: table.rows.count, by: room).map { start in
      let end = min(table.rows.count, start + room)
      var part = table
      part.rows = Array(table.rows[start..<end])
      if end < table.rows.count { part.footer = nil }
      return part
    }
  }

  /// Writes who made a workbook and when, so that the same content is the same bytes; whether that was taken.
  static func setProperties(_ book: UnsafeMutablePointer<lxw_workbook>, title: String, created: Int) -> Bool {
    let texts: [UnsafeMutablePointer<CChar>?] = [strdup(CellText.visible(title)), strdup("signaudit")]
    defer { for text in texts { free(text) } }
    var properties = lxw_doc_properties()
    properties.title = texts[0]
    properties.author = texts[1]
    properties.created = created
    return workbook_set_properties(book, &properties) == LXW_NO_ERROR
  }

  private typealias Sheet = UnsafeMutablePointer<lxw_worksheet>

  /// Writes a table; whether every cell was taken.
  private func write(_ table: Table, _ sheet: Sheet, _ formats: Formats) -> Bool {
    var isWhole = true
    for (column, head) in table.columns.enumerated() {
      let index = lxw_col_t(column)
      worksheet_set_column(sheet, index, index, Double(head.width), nil)
      isWhole = worksheet_write_string(sheet, 0, index, cut(head.title), formats.head) == LXW_NO_ERROR && isWhole
    }
    for (row, cells) in (table.rows + (table.footer.map { [$0] } ?? [])).enumerated() {
      let isFooter = row == table.rows.count
      if let height = height(cells, table.columns) {
        isWhole = worksheet_set_row(sheet, lxw_row_t(row + 1), height, nil) == LXW_NO_ERROR && isWhole
      }
      for (column, cell) in cells.enumerated() {
        let row = lxw_row_t(row + 1)
        let column = lxw_col_t(column)
        let code: lxw_error
        switch cell {
        case .empty: code = worksheet_write_blank(sheet, row, column, isFooter ? formats.sum : formats.body)
        case .number(let number):
          code = worksheet_write_number(sheet, row, column, Double(number), isFooter ? formats.sum : formats.number)
        case .text(let text):
          let text = cut(text)
          let format = CellText.looksLikeFormula(text) ? formats.guarded : formats.body
          code = worksheet_write_string(sheet, row, column, text, isFooter ? formats.sum : format)
        }
        isWhole = code == LXW_NO_ERROR && isWhole
      }
    }
    return isWhole
  }

  /// The height of a row whose texts need more than one line, in points; nil where one is enough.
  ///
  /// Office programs do not all measure what they open, and what they do not measure they cut off.
  private func height(_ cells: [Table.Cell], _ columns: [Table.Column]) -> Double? {
    Workbook.height(
      zip(cells, columns).compactMap { cell, column in
        guard case .text(let text) = cell else { return nil }
        return (cut(text), column.width)
      })
  }

  /// The height of a row with texts in columns of a width, in points; nil where one line is enough.
  static func height(_ texts: [(text: String, width: Int)]) -> Double? {
    var lines = 1
    for (text, width) in texts {
      // A line that breaks between words or before a mark of punctuation is not full.
      let room = max(2, width - 2)
      let needed = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
        $0 + max(1, (DisplayWidth.width(of: String($1)) + room - 1) / room)
      }
      lines = max(lines, needed)
    }
    // 409 points is the most that a row can have.
    return lines == 1 ? nil : min(409, Double(lines) * 14.5 + 2)
  }

  private func setPage(_ sheet: Sheet, _ table: Table, _ name: String) {
    worksheet_freeze_panes(sheet, 1, lxw_col_t(table.keptColumns))
    if let height = height(table.columns.map { .text($0.title) }, table.columns) {
      worksheet_set_row(sheet, 0, height, nil)
    }
    if !table.columns.isEmpty {
      let last = lxw_col_t(table.columns.count - 1)
      worksheet_autofilter(sheet, 0, 0, lxw_row_t(table.rows.count), last)
    }
    worksheet_set_landscape(sheet)
    // A4 has room for so much in a size that can be read; wider tables, such as ledgers, are printed on A3.
    let width = table.columns.reduce(0) { $0 + $1.width } / max(1, table.pagesAcross)
    worksheet_set_paper(sheet, width > 180 ? 8 : 9)
    worksheet_fit_to_pages(sheet, UInt16(clamping: table.pagesAcross), 0)
    // The pages of a row of the table follow one another.
    if table.pagesAcross > 1 { worksheet_print_across(sheet) }
    worksheet_repeat_rows(sheet, 0, 0)
    if table.keptColumns > 0 { worksheet_repeat_columns(sheet, 0, lxw_col_t(table.keptColumns - 1)) }
    worksheet_set_margins(sheet, 0.4, 0.4, 0.7, 0.6)  // inches
    worksheet_set_header(sheet, "&L" + Workbook.onPage(title) + "&R" + Workbook.onPage(name))
    worksheet_set_footer(sheet, "&C&P / &N")
  }

  /// A text in the head of a page, where `&` begins a code; of a long one the beginning, for 255 characters are the limit.
  private static func onPage(_ text: String) -> String {
    var head = String.UnicodeScalarView()
    for scalar in CellText.visible(text).unicodeScalars.prefix(60) {
      if scalar == "&" { head.append(scalar) }
      head.append(scalar == "\n" ? " " : scalar)
    }
    return String(head)
  }

  /// A text as a cell takes it: visible, and where it is too long cut, with a note that says how long it was.
  func cut(_ raw: String) -> String {
    let text = Workbook.escaped(CellText.visible(raw))
    guard text.utf16.count > Workbook.textLimit else { return text }
    let count = text.unicodeScalars.count
    let note =
      language == .zh ? "……（原文共 \(count) 字，其余从略）" : " … (cut here; the text has \(count) characters)"
    var room = Workbook.textLimit - note.utf16.count
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      room -= scalar.value > 0xFFFF ? 2 : 1
      if room < 0 { break }
      kept.append(scalar)
    }
    return String(kept) + note
  }

  /// A text in which nothing is an escape: Excel reads `_x000D_` as a carriage return, so that its first mark is written
  /// as one. libxlsxwriter does not do it.
  static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    func isHexadecimal(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"): true
      case UInt8(ascii: "a")...UInt8(ascii: "f"): true
      default: false
      }
    }
    let starts = bytes.indices.filter { place in
      bytes[place] == UInt8(ascii: "_") && place + 6 < bytes.count && bytes[place + 1] == UInt8(ascii: "x")
        && bytes[(place + 2)...(place + 5)].allSatisfy(isHexadecimal) && bytes[place + 6] == UInt8(ascii: "_")
    }
    guard !starts.isEmpty else { return text }
    var escaped: [UInt8] = []
    var end = 0
    for start in starts {
      escaped += bytes[end...start]
      escaped += "x005F_".utf8
      end = start + 1
    }
    return String(decoding: escaped + bytes[end...], as: UTF8.self)
  }

  /// Everything in a file.
  static func contents(_ descriptor: Int32) throws(Failure) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Failure(code: errno) }
    let size = Int(status.st_size)
    var position = 0
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      while position < size {
        let count = pread(descriptor, buffer.baseAddress! + position, size - position, off_t(position))
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          code = count < 0 ? errno : EIO
          break
        }
        position += count
      }
      initialized = position
    }
    if code != 0 { throw Failure(code: code) }
    return bytes
  }
}

/// The looks of cells.
private struct Formats {
  var head: UnsafeMutablePointer<lxw_format>?
  var body: UnsafeMutablePointer<lxw_format>?
  /// For a text that looks like a formula: the cell's number format is text, so that it stays one when somebody edits it.
  var guarded: UnsafeMutablePointer<lxw_format>?
  var number: UnsafeMutablePointer<lxw_format>?
  var sum: UnsafeMutablePointer<lxw_format>?

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    func format() -> UnsafeMutablePointer<lxw_format>? {
      let format = workbook_add_format(book)
      // What offices have; elsewhere the next serif face takes its place.
      format_set_font_name(format, "宋体")
      format_set_font_size(format, 10)
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xBFBFBF)
      return format
    }
    head = format()
    format_set_bold(head)
    format_set_bg_color(head, 0xF2F2F2)
    format_set_align(head, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    format_set_align(head, UInt8(LXW_ALIGN_CENTER.rawValue))
    body = format()
    guarded = format()
    format_set_num_format(guarded, "@")
    number = format()
    format_set_align(number, UInt8(LXW_ALIGN_CENTER.rawValue))
    sum = format()
    format_set_bold(sum)
    format_set_align(sum, UInt8(LXW_ALIGN_CENTER.rawValue))
  }
}

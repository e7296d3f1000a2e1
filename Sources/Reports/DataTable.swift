/// A table as a value: what spreadsheets, pages and programs are given alike.
package struct DataTable: Sendable, Hashable {
  /// A column.
  package struct Column: Sendable, Hashable {
    /// Whom it is for.
    package enum Audience: Sendable, Hashable {
      /// People and programs.
      case all
      /// People only: what programs find in other columns.
      case people
      /// Programs only.
      case programs
    }

    /// Its name for programs: part of the format.
    package var key: String
    /// Its heading for people, in the language of the table.
    package var title: String
    /// Whether it holds numbers.
    package var isNumeric: Bool
    /// Whether it holds sentences, which want a line of their own on a terminal.
    package var isLong: Bool
    /// Whom it is for.
    package var audience: Audience

    /// Makes a column.
    package init(
      _ key: String, _ title: String, isNumeric: Bool = false, isLong: Bool = false, audience: Audience = .all
    ) {
      self.key = key
      self.title = title
      self.isNumeric = isNumeric
      self.isLong = isLong
      self.audience = audience
    }
  }

  /// What stands in a cell. Texts are as they were written: an output makes them safe for its own format.
  package enum Cell: Sendable, Hashable {
    /// A text.
    case text(String)
    /// A number.
    case number(Int)
    /// Several texts.
    case list([String])
    /// A truth value; only in columns for programs.
    case flag(Bool)
    /// Nothing.
    case none

    /// A text, or nothing.
    package init(_ text: String?) { self = text.map(Cell.text) ?? .none }
    /// A number, or nothing.
    package init(_ number: Int?) { self = number.map(Cell.number) ?? .none }

    /// The cell as a text, a list joined with a separator; empty for nothing.
    func text(separator: String) -> String {
      switch self {
      case .text(let text): text
      case .number(let number): String(number)
      case .list(let texts): texts.joined(separator: separator)
      case .flag(let flag): String(flag)
      case .none: ""
      }
    }
  }

  /// The cells as texts, lists joined with a separator.
  func texts(_ row: [Cell], separator: String) -> [String] { row.map { $0.text(separator: separator) } }

  /// The columns, in order.
  package var columns: [Column]
  /// The rows; each has a cell for each column.
  package var rows: [[Cell]]
  /// The row under the others, where there is one; its first cell says what it is.
  package var total: [Cell]?

  /// Makes a table.
  package init(_ columns: [Column], rows: [[Cell]], total: [Cell]? = nil) {
    self.columns = columns
    self.rows = rows
    self.total = total
  }

  /// The table with the columns that people read.
  package var forPeople: DataTable {
    let places = columns.indices.filter { columns[$0].audience != .programs }
    func chosen(_ row: [Cell]) -> [Cell] { places.map { row[$0] } }
    return DataTable(places.map { columns[$0] }, rows: rows.map(chosen), total: total.map(chosen))
  }
}

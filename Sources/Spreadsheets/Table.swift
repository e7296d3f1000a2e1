internal import Diagnostics

/// A table as a spreadsheet shows it: the boundary type between what a report says and the formats of spreadsheets.
package struct Table: Sendable, Hashable {
  /// What it is called: a sheet's name, at most 31 characters, none of `[]:*?/\`.
  package var title: String
  /// Its columns.
  package var columns: [Column]
  /// Its rows, each with as many cells as there are columns.
  package var rows: [[Cell]]
  /// A last row that belongs to no filter (合计); nil where there is none.
  package var footer: [Cell]?
  /// How many pages its columns take side by side when it is printed.
  package var pagesAcross = 1
  /// How many columns, from the first, stay in sight and stand on every page.
  package var keptColumns = 0

  /// Makes a table.
  package init(_ title: String, columns: [Column], rows: [[Cell]], footer: [Cell]? = nil) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.footer = footer
  }

  /// A column.
  package struct Column: Sendable, Hashable {
    /// What stands at its head.
    package var title: String
    /// Its width in characters of the body's font; a Chinese character counts as two.
    package var width: Int

    /// Makes a column.
    package init(_ title: String, width: Int) {
      self.title = title
      self.width = width
    }
  }

  /// What stands in a cell.
  package enum Cell: Sendable, Hashable {
    /// A text; whatever it says, it stays one.
    case text(String)
    /// A number.
    case number(Int)
    /// Nothing, to be filled in.
    case empty
  }
}

/// Text as it may stand in a cell.
enum CellText {
  /// The text with what would steer a reader shown instead of obeyed; line feeds stay.
  static func visible(_ text: String) -> String {
    VisibleText(text, keepingNewlines: true).text
  }

  /// Whether a spreadsheet may take a (visible) text for a formula: it begins with `=`, `+`, `-`, `@`, a tab or a line
  /// end, in half or full width, perhaps behind characters that are not seen.
  static func looksLikeFormula(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "﹢", "﹣", "﹦", "﹫", "−": return true
      default: break
      }
      switch scalar.properties.generalCategory {
      case .spaceSeparator, .format, .nonspacingMark, .enclosingMark: continue
      default: return false
      }
    }
    return false
  }
}

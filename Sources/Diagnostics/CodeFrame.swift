/// A few lines of a file with the place that is talked about underlined:
///
/// ```
///   |
/// 4 |   name：柳荫社区
///   |       ^^ 全角冒号
/// ```
///
/// Wide characters count two columns, tabs run to the next multiple of four, and of long lines the part round the
/// place is shown. What the lines hold is made visible, never obeyed.
package struct CodeFrame: Sendable {
  /// A place in the file, and what is to be seen there.
  package struct Mark: Sendable, Hashable {
    /// The place; of one that spans lines the first line is marked to its end.
    package var range: SourceRange
    /// A few words behind the underline; may be empty.
    package var label: String
    /// Whether the frame is about it (`^`) or it only explains (`-`).
    package var isPrimary: Bool

    /// Makes a mark.
    package init(_ range: SourceRange, label: String = "", isPrimary: Bool = true) {
      self.range = range
      self.label = label
      self.isPrimary = isPrimary
    }
  }

  /// The columns for the text of a line; the gutter comes on top.
  package var columns: Int
  /// How many lines are shown before and behind a marked one.
  package var context: Int
  /// The colours.
  package var style: TerminalStyle

  /// Makes a frame's layout.
  package init(columns: Int = 100, context: Int = 1, style: TerminalStyle = .plain) {
    self.columns = max(20, columns)
    self.context = max(0, context)
    self.style = style
  }

  /// The frame as lines that each end with a line feed; empty when no marked line is at hand.
  ///
  /// - Parameters:
  ///   - marks: The places, all of one file, in any order.
  ///   - severity: What the primary underline is coloured by.
  ///   - line: The text of a line of the file, counted from 1, without its end; nil where there is none.
  package func render(_ marks: [Mark], severity: Severity, line: (Int) -> String?) -> String {
    let marked = marks.filter { line($0.range.start.line) != nil }
    guard !marked.isEmpty else { return "" }
    var shown: Set<Int> = []
    for mark in marked {
      let number = mark.range.start.line
      shown.insert(number)
      // Of the lines around it, empty ones would show nothing.
      for near in max(1, number - context)...number + context where !(line(near) ?? "").isEmpty { shown.insert(near) }
    }
    let numbers = shown.sorted()
    let gutter = String(numbers.last!).utf8.count
    let bar = style.paint(String(repeating: " ", count: gutter) + " |", .gutter)
    var text = bar + "\n"
    var previous: Int?
    for number in numbers {
      if let previous, number > previous + 1 { text += style.paint("...", .gutter) + "\n" }
      previous = number
      let here = marked.filter { $0.range.start.line == number }
        .sorted { ($0.range.start, $0.isPrimary ? 0 : 1) < ($1.range.start, $1.isPrimary ? 0 : 1) }
      let layout = FrameLine(line(number)!, around: here, columns: columns)
      let label = DisplayWidth.pad(String(number), to: gutter, .right)
      text += style.paint("\(label) |", .gutter) + (layout.text.isEmpty ? "" : " " + layout.text) + "\n"
      for mark in here { text += bar + underline(mark, in: layout, severity) + "\n" }
    }
    return text
  }

  private func underline(_ mark: Mark, in layout: FrameLine, _ severity: Severity) -> String {
    let (start, width) = layout.columns(of: mark.range)
    let run = String(repeating: mark.isPrimary ? "^" : "-", count: width)
    let label = mark.label.isEmpty ? "" : " " + VisibleText(mark.label).text
    let role: TerminalStyle.Role = mark.isPrimary ? .severity(severity) : .related
    return " " + String(repeating: " ", count: start) + style.paint(run + label, role)
  }
}

/// One line as it is shown: tabs expanded, characters made visible, windowed where it is too long.
private struct FrameLine {
  /// The line, or the part of it that is shown.
  let text: String
  /// The display column at which each scalar of the line starts, from 0, and the end of the last.
  private let starts: [Int]
  /// The display columns of the line that are shown.
  private let window: Range<Int>
  /// What stands before the window.
  private let lead: Int

  init(_ line: String, around marks: [CodeFrame.Mark], columns limit: Int) {
    var cells: [(text: String, width: Int)] = []
    var starts: [Int] = []
    var column = 0
    for scalar in line.unicodeScalars {
      let cell = FrameLine.cell(scalar, at: column)
      starts.append(column)
      cells.append(cell)
      column += cell.width
    }
    starts.append(column)
    self.starts = starts
    guard column > limit else {
      text = FrameLine.trimmed(cells.map(\.text).joined())
      window = 0..<column + 1
      lead = 0
      return
    }
    // The first mark stands a third from the left, so that what led to it and what follows are seen.
    let mark = marks.first { $0.isPrimary } ?? marks.first
    let index = min(max(0, (mark?.range.start.column ?? 1) - 1), cells.count)
    let left = min(max(0, starts[index] - limit / 3), max(0, column - limit + 1))
    let first = starts.firstIndex { $0 >= left }!
    let room = limit - (first > 0 ? 1 : 0) - 1
    let last = starts.lastIndex { $0 <= starts[first] + room }!
    let isCut = last < cells.count
    window = starts[first]..<starts[last] + 1
    lead = first > 0 ? 1 : 0
    let part = cells[first..<last].map(\.text).joined()
    text = (lead > 0 ? "…" : "") + (isCut ? part + "…" : FrameLine.trimmed(part))
  }

  /// Where an underline starts and how wide it is, in columns of the text that is shown.
  func columns(of range: SourceRange) -> (start: Int, width: Int) {
    func column(_ number: Int) -> Int { starts[min(max(0, number - 1), starts.count - 1)] }
    let start = column(range.start.column)
    let end = range.end.line > range.start.line ? starts[starts.count - 1] : column(range.end.column)
    let from = min(max(start, window.lowerBound), window.upperBound - 1)
    let to = min(max(end, from), window.upperBound - 1)
    // An empty range still gets a caret, as wide as the character there; one behind the end of the line is 1 wide.
    let width = to > from ? to - from : max(1, min(column(range.start.column + 1), window.upperBound - 1) - from)
    return (from - window.lowerBound + lead, width)
  }

  private static func cell(_ scalar: Unicode.Scalar, at column: Int) -> (text: String, width: Int) {
    if scalar == "\t" {
      let width = 4 - column % 4
      return (String(repeating: " ", count: width), width)
    }
    let visible = VisibleText(String(scalar)).text
    return (visible, DisplayWidth.width(of: visible))
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}

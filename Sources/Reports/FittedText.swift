internal import Diagnostics

/// Text that is fitted into a room. Widths are estimates in twentieths of an em, the size of the type, for no font is
/// at hand: what is Chinese type is an em wide, letters and digits as they are in wide sans serif fonts.
enum FittedText {
  /// Twentieths of an em in an em.
  static let em = 20

  /// The size of type from which on a column can be read beside the rest of a drawing.
  private static let legible = 110.0

  /// Text in lines, with the size of the type.
  struct Block {
    var lines: [String]
    var size: Double
  }

  /// Horizontal text in at most `maxLines` lines, as large as the room allows and at most `largest`; cut at `ems`.
  static func block(
    _ text: String, width room: Double, height: Double, maxLines: Int, largest: Double, ems: Int = 80
  ) -> Block {
    let text = oneLine(text, ems: ems)
    let units = max(1, width(of: text))
    var best = Block(lines: [text], size: 0)
    for count in 1...maxLines {
      // A line may have to be a little longer than its share, for what belongs together is not broken.
      for slack in [0, 1, 2, 4] {
        let lines = wrap(text, units: (units + count - 1) / count + slack * em)
        guard lines.count <= count else { continue }
        let longest = max(1, lines.map { width(of: $0) }.max() ?? 1)
        let size = min(largest, room * Double(em) / Double(longest), height / (Double(lines.count) * 1.22))
        // One line reads best; a second must make the type much larger.
        if size > best.size * 1.45 { best = Block(lines: lines, size: size) }
        break
      }
    }
    return best
  }

  /// Vertical text in one column, as plates have it, or in two where one could hardly be read and two make the type much
  /// larger: each character takes a cell of an em, and the first column is the right one.
  static func columns(_ text: String, width: Double, height: Double, largest: Double, limit: Int = 80) -> Block {
    let cells = cells(VisibleText(text).text, limit: limit)
    // Characters that fill their cells to the edge run into one another.
    let one = min(largest, width * 0.64, height * 0.95 / Double(max(1, cells.count)))
    // A second column begins where a line may: not within a word of letters, nor with closing punctuation.
    let breaks = cells.indices.dropFirst().filter { !isJoined(cells[$0 - 1], cells[$0]) }
    guard let half = breaks.reversed().min(by: { max($0, cells.count - $0) < max($1, cells.count - $1) }) else {
      return Block(lines: [cells.joined()], size: one)
    }
    let first = cells[..<half].trimmingSpaces
    let second = cells[half...].trimmingSpaces
    let two = min(largest, width * 0.4, height / Double(max(1, first.count, second.count)))
    guard one < legible, two > one * 1.3 else { return Block(lines: [cells.joined()], size: one) }
    return Block(lines: [first.joined(), second.joined()], size: two)
  }

  /// Whether two cells belong to one word, or one is punctuation of the other.
  private static func isJoined(_ left: String, _ right: String) -> Bool {
    guard let left = left.unicodeScalars.first, let right = right.unicodeScalars.first else { return false }
    return isJoined(left, right)
  }

  /// The characters of a text, each with what combines with it; cut at `limit` with an ellipsis.
  private static func cells(_ text: String, limit: Int) -> [String] {
    var cells: [String] = []
    for scalar in text.unicodeScalars {
      if DisplayWidth.width(of: scalar) == 0, !cells.isEmpty {
        // A sign bears no towers of marks.
        if cells[cells.count - 1].unicodeScalars.count < 4 { cells[cells.count - 1].unicodeScalars.append(scalar) }
      } else if cells.count == limit {
        cells[limit - 1] = "…"
        break
      } else {
        cells.append(String(scalar))
      }
    }
    return cells
  }

  /// The number of cells that a column has.
  static func cellCount(_ column: String) -> Int { cells(column, limit: .max).count }

  /// Text on one line, visible, cut to so many ems.
  static func oneLine(_ text: String, ems: Int) -> String {
    let text = VisibleText(text).text
    guard width(of: text) > ems * em else { return text }
    var kept = String.UnicodeScalarView()
    var used = em
    for scalar in text.unicodeScalars {
      used += width(of: scalar)
      if used > ems * em { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }

  /// The width of a text in twentieths of an em.
  static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// The width of a scalar in twentieths of an em. Characters of ambiguous width are wide, as they are in Chinese type.
  static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20: return 6
    case 0x25, 0x40, 0x4D, 0x57, 0x6D: return 20
    case 0x41...0x5A, 0x77: return 15
    case 0x21...0x7E: return 12
    case 0xA7, 0xA8, 0xB0, 0xB1, 0xB7, 0xD7, 0xF7, 0x2010...0x2027, 0x2030...0x205E, 0x2100...0x2BFF: return em
    default: return DisplayWidth.width(of: scalar) == 2 ? em : DisplayWidth.width(of: scalar) * 16
    }
  }

  /// Text in lines of at most so many twentieths of an em (one character at least). Chinese breaks anywhere but before
  /// closing and after opening punctuation; words of letters and digits are kept whole where they fit a line.
  static func wrap(_ text: String, units: Int) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var used = 0
    func end() {
      lines.append(String(line))
      line = String.UnicodeScalarView()
      used = 0
    }
    for piece in pieces(text) {
      let whole = piece.reduce(0) { $0 + width(of: $1) }
      if used + whole > units, !line.isEmpty { end() }
      if line.isEmpty, piece.count == 1, piece.first == " " { continue }
      for scalar in piece {
        let next = width(of: scalar)
        if whole > units, used + next > units, !line.isEmpty { end() }
        line.append(scalar)
        used += next
      }
    }
    if !line.isEmpty || lines.isEmpty { end() }
    return lines
  }

  /// The stretches that are not broken.
  private static func pieces(_ text: String) -> [String.UnicodeScalarView] {
    var pieces: [String.UnicodeScalarView] = []
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let joins = previous.map { isJoined($0, scalar) } ?? false
      if joins { pieces[pieces.count - 1].append(scalar) } else { pieces.append(String.UnicodeScalarView([scalar])) }
      previous = scalar
    }
    return pieces
  }

  private static func isJoined(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    if DisplayWidth.width(of: right) == 0 || closing.contains(right) || opening.contains(left) { return true }
    if left == " " || right == " " { return false }
    return isOfWord(left) && isOfWord(right)
  }

  /// Whether a scalar is of a word of letters: the widest of them are as wide as a Chinese character.
  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    (0x21...0x7E).contains(scalar.value) || width(of: scalar) < em
  }

  private static let closing = Set("、。，；：！？”’）》〉】〕…".unicodeScalars)
  private static let opening = Set("“‘（《〈【〔".unicodeScalars)
}

extension ArraySlice<String> {
  /// The cells without blanks at the ends.
  fileprivate var trimmingSpaces: ArraySlice<String> {
    let head = drop { $0 == " " }
    return head.prefix((head.lastIndex { $0 != " " } ?? head.startIndex - 1) - head.startIndex + 1)
  }
}

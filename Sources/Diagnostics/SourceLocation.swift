/// A place between two characters of a text file.
package struct SourcePosition: Sendable, Hashable, Comparable {
  /// The line, counted from 1. LF, CR LF and CR end a line, and nothing else does.
  package var line: Int
  /// The column, counted from 1 in Unicode code points (not bytes, not grapheme clusters); a byte order mark is not
  /// counted.
  package var column: Int

  /// Makes a position; both numbers count from 1.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The first character of a file.
  package static let start = SourcePosition(line: 1, column: 1)

  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A half-open stretch of a text file: from `start` up to, not including, `end`.
package struct SourceRange: Sendable, Hashable {
  /// Where the first character stands.
  package var start: SourcePosition
  /// Just behind the last character.
  package var end: SourcePosition

  /// Makes a range from its two ends.
  package init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = end
  }

  /// An empty range at a position.
  package init(at position: SourcePosition) {
    self.init(start: position, end: position)
  }
}

/// A stretch of a named file.
package struct SourceLocation: Sendable, Hashable {
  /// The file as the user named it: the given path, joined with `/` to what was found below it. Bytes that are no
  /// UTF-8 stand as `\xNN`. Standard input is `-`.
  package var file: String
  /// Where in the file.
  package var range: SourceRange

  /// Makes a location.
  package init(file: String, range: SourceRange) {
    self.file = file
    self.range = range
  }
}

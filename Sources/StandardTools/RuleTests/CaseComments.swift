import Diagnostics
import YAMLTree

/// Finds the comments of a YAML file that say what a case expects. A `#` within a text is no comment.
enum CaseComments {
  /// One comment.
  struct Comment {
    /// What stands behind `# expect:`.
    var text: String
    /// Where the comment stands.
    var range: SourceRange
    /// The line that it is about, from 1.
    var line: Int
  }

  /// The comments of a file, in order.
  ///
  /// - Parameter trees: the documents of the file: their texts are where no comment is.
  static func read(_ source: SourceText, _ trees: [YAMLTree]) -> [Comment] {
    let texts = trees.flatMap { tree in
      tree.nodes.indices.filter { tree.nodes[$0].kind == .scalar }.map { tree.range(of: NodeIndex($0)) }
    }
    // The scalars that a line may lie in, so that long files stay fast.
    var byLine: [Int: [SourceRange]] = [:]
    for range in texts { for line in range.start.line...range.end.line { byLine[line, default: []].append(range) } }
    var comments: [Comment] = []
    // Comments on lines of their own, which wait for the line that they are about.
    var waiting: [Int] = []
    for (index, line) in source.lines.enumerated() {
      let number = index + 1
      let scalars = Array(line.unicodeScalars)
      let start = scalars.firstIndex { $0 != " " && $0 != "\t" }
      guard let start else { continue }
      let hash = scalars.indices.first { column in
        guard scalars[column] == "#", column == 0 || scalars[column - 1] == " " || scalars[column - 1] == "\t" else {
          return false
        }
        let position = SourcePosition(line: number, column: column + 1)
        return byLine[number]?.contains { $0.start <= position && position < $0.end } != true
      }
      let isAlone = hash == start
      if !isAlone {
        for comment in waiting { comments[comment].line = number }
        waiting = []
      }
      guard let hash else { continue }
      let body = scalars[(hash + 1)...].drop { $0 == " " || $0 == "\t" }
      guard body.starts(with: "expect:".unicodeScalars) else { continue }
      let words = body.dropFirst("expect:".unicodeScalars.count)
      if isAlone { waiting.append(comments.count) }
      comments.append(
        Comment(
          text: String(String.UnicodeScalarView(words)),
          range: SourceRange(
            start: SourcePosition(line: number, column: hash + 1),
            end: SourcePosition(line: number, column: scalars.count + 1)),
          line: number))
    }
    return comments
  }
}

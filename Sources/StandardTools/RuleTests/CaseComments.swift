import Diagnostics
import YAMLTree

/// Finds the comments of a YAML file that say what a case expects. A `#` within a text is no comment.
enum CaseComments {
  /// One comment.
  struct Comment {
    /// What stands behind `# expect:`.
    var text: String
    /// What is written in the place of `expect:`, where it is only much like it.
    var misspelt: String?
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
      guard let colon = body.prefix(12).firstIndex(where: { $0 == ":" || $0 == "：" }) else { continue }
      let opening = String(String.UnicodeScalarView(body[...colon]))
      let words = body[(colon + 1)...]
      guard opening == "expect:" || isLike(opening, words) else { continue }
      if isAlone { waiting.append(comments.count) }
      comments.append(
        Comment(
          text: String(String.UnicodeScalarView(words)), misspelt: opening == "expect:" ? nil : opening,
          range: SourceRange(
            start: SourcePosition(line: number, column: hash + 1),
            end: SourcePosition(line: number, column: scalars.count + 1)),
          line: number))
    }
    return comments
  }

  /// Whether what stands before and behind a comment's colon was meant as an expectation: a word that is nearly `expect`,
  /// and a rule's id with an outcome.
  private static func isLike(_ opening: String, _ words: ArraySlice<Unicode.Scalar>) -> Bool {
    let word = String(String.UnicodeScalarView(opening.unicodeScalars.dropLast().filter { $0 != " " }))
    guard ["预期", "期望"].contains(word) || Spelling.nearest(to: word.lowercased(), among: ["expect"]) != nil else {
      return false
    }
    let parts = words.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\u{3000}" })
    return parts.contains { ["fail", "undetermined"].contains(String(String.UnicodeScalarView($0))) }
  }
}

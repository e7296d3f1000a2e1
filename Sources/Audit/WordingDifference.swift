import Diagnostics
import Inventory
import Standard

/// Explains a wrong wording by character, in the words an official would use.
enum WordingDifference {
  /// How `actual` differs from the nearest of several wordings, all in compared form:
  /// `“居委会”应写全称“居民委员会”；缺“街道”`.
  static func nearest(
    _ actual: String, _ expected: [String], _ nearMisses: [Vocabulary.NearMiss], _ language: Language
  ) -> String {
    var best: (distance: Int, text: String)?
    for wording in expected {
      let difference = explain(actual, wording, nearMisses, language)
      if best.map({ difference.distance < $0.distance }) ?? true { best = difference }
    }
    return best?.text ?? ""
  }

  /// The near miss that keeps `actual` from containing one of several wordings, all in compared form; nil where there is
  /// none.
  static func nearMiss(
    _ actual: String, within expected: [String], _ nearMisses: [Vocabulary.NearMiss], _ language: Language
  ) -> String? {
    let scalars = Array(actual.unicodeScalars)
    for miss in nearMisses {
      guard let at = CommonSubsequence.index(of: Array(miss.written.unicodeScalars), in: scalars) else { continue }
      var corrected = scalars
      corrected.replaceSubrange(at..<at + miss.written.unicodeScalars.count, with: miss.meant.unicodeScalars)
      if expected.contains(where: { CommonSubsequence.index(of: Array($0.unicodeScalars), in: corrected) != nil }) {
        return note(miss, language)
      }
    }
    return nil
  }

  private static func note(_ miss: Vocabulary.NearMiss, _ language: Language) -> String {
    language == .zh
      ? "\(miss.note.zh)：“\(miss.written)”应为“\(miss.meant)”"
      : "\(miss.note.en): \(miss.written) should be \(miss.meant)"
  }

  private static func explain(
    _ actual: String, _ expected: String, _ nearMisses: [Vocabulary.NearMiss], _ language: Language
  ) -> (distance: Int, text: String) {
    var scalars = Array(actual.unicodeScalars)
    let wanted = Array(expected.unicodeScalars)
    var notes: [String] = []
    var edits = Edit.list(scalars, wanted)
    for miss in nearMisses where miss.written.utf8.count <= actual.utf8.count {
      // Nearly no near miss is in a wording: look for it before anything is made of it.
      guard let first = miss.written.unicodeScalars.first, scalars.contains(first) else { continue }
      let written = Array(miss.written.unicodeScalars)
      let meant = Array(miss.meant.unicodeScalars)
      guard let at = CommonSubsequence.index(of: written, in: scalars) else { continue }
      var corrected = scalars
      corrected.replaceSubrange(at..<at + written.count, with: meant)
      let better = Edit.list(corrected, wanted)
      guard Edit.cost(better) < Edit.cost(edits) else { continue }
      scalars = corrected
      edits = better
      notes.append(note(miss, language))
    }
    let distance = Edit.cost(edits) + notes.count
    if edits.count > 6 {
      let text = language == .zh ? "与规定名称差别较大" : "it is far from the prescribed wording"
      return (distance, (notes + [text]).joined(separator: language == .zh ? "；" : "; "))
    }
    notes += edits.map { $0.text(language) }
    return (distance, notes.joined(separator: language == .zh ? "；" : "; "))
  }

  /// A run of characters that differs.
  enum Edit: Hashable {
    case missing(String)
    case extra(String)
    case replaced(String, with: String)

    func text(_ language: Language) -> String {
      switch (self, language) {
      case (.missing(let text), .zh): "缺“\(text)”"
      case (.missing(let text), .en): "\(text) is missing"
      case (.extra(let text), .zh): "多“\(text)”"
      case (.extra(let text), .en): "\(text) is too much"
      case (.replaced(let text, let wanted), .zh):
        text.unicodeScalars.sorted() == wanted.unicodeScalars.sorted()
          ? "“\(text)”前后颠倒，应为“\(wanted)”" : "“\(text)”应为“\(wanted)”"
      case (.replaced(let text, let wanted), .en): "\(text) should be \(wanted)"
      }
    }

    /// How many characters a list of edits touches.
    static func cost(_ edits: [Edit]) -> Int {
      edits.reduce(0) { sum, edit in
        switch edit {
        case .missing(let text), .extra(let text): sum + text.unicodeScalars.count
        case .replaced(let text, let wanted): sum + max(text.unicodeScalars.count, wanted.unicodeScalars.count)
        }
      }
    }

    /// The edits that lead from one text to another: what both begin and end with is the same, and what lies between is
    /// compared by a longest common subsequence. Texts over 200 characters are compared as a whole, since the table grows
    /// with the product of their lengths.
    static func list(_ actual: [Unicode.Scalar], _ wanted: [Unicode.Scalar]) -> [Edit] {
      if actual == wanted { return [] }
      guard actual.count <= 200, wanted.count <= 200 else {
        return [.replaced(string(actual[...]), with: string(wanted[...]))]
      }
      let shorter = min(actual.count, wanted.count)
      let head = (0..<shorter).first { actual[$0] != wanted[$0] } ?? shorter
      let tail =
        (0..<shorter - head).first { actual[actual.count - 1 - $0] != wanted[wanted.count - 1 - $0] } ?? shorter - head
      return merged(
        between(Array(actual[head..<actual.count - tail]), Array(wanted[head..<wanted.count - tail])), actual, wanted)
    }

    private static func between(_ actual: [Unicode.Scalar], _ wanted: [Unicode.Scalar]) -> [Edit] {
      if actual.isEmpty { return [.missing(string(wanted[...]))] }
      if wanted.isEmpty { return [.extra(string(actual[...]))] }
      let table = CommonSubsequence(actual, wanted)
      var edits: [Edit] = []
      var (row, column) = (0, 0)
      while row < actual.count || column < wanted.count {
        let (startRow, startColumn) = (row, column)
        while row < actual.count || column < wanted.count {
          if row < actual.count, column < wanted.count, actual[row] == wanted[column] { break }
          if column == wanted.count
            || (row < actual.count && table[row + 1, column] >= table[row, column + 1])
          {
            row += 1
          } else {
            column += 1
          }
        }
        let removed = string(actual[startRow..<row])
        let added = string(wanted[startColumn..<column])
        if removed.isEmpty, !added.isEmpty { edits.append(.missing(added)) }
        if !removed.isEmpty, added.isEmpty { edits.append(.extra(removed)) }
        if !removed.isEmpty, !added.isEmpty { edits.append(.replaced(removed, with: added)) }
        while row < actual.count, column < wanted.count, actual[row] == wanted[column] {
          row += 1
          column += 1
        }
      }
      return edits
    }

    /// One missing and one extra piece that are the same characters in another order read as one transposition.
    private static func merged(_ edits: [Edit], _ actual: [Unicode.Scalar], _ wanted: [Unicode.Scalar]) -> [Edit] {
      guard edits.count == 2, actual.count == wanted.count else { return edits }
      guard let first = actual.indices.first(where: { actual[$0] != wanted[$0] }),
        let last = actual.indices.last(where: { actual[$0] != wanted[$0] }),
        actual[first...last].sorted() == wanted[first...last].sorted(), last - first < 4
      else { return edits }
      return [.replaced(string(actual[first...last]), with: string(wanted[first...last]))]
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
  }
}

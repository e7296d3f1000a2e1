/// Finds the word that a person probably meant.
package enum Spelling {
  /// What is said of the candidate nearest to `word`: `是否想写“…”？`; nil where none is near enough.
  package static func suggestion(for word: String, among candidates: [String]) -> BilingualText? {
    nearest(to: word, among: candidates).map {
      BilingualText(zh: "是否想写“\($0)”？", en: "did you mean `\($0)`?")
    }
  }

  /// The candidate nearest to `word`, if one is near enough.
  ///
  /// Nearness is the Damerau–Levenshtein distance (optimal string alignment) over Unicode scalars: up to 1 for words of
  /// up to 4 scalars, up to 2 for up to 6, and a third of the length but no more than 3 beyond. A word of Chinese that
  /// contains a candidate, or is contained in one, is near it as well (居委会牌 and 居委会). Of several that are equally
  /// near, the first counts.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let word = Array(word.unicodeScalars)
    guard !word.isEmpty, word.count <= 64 else { return nil }
    let bound = word.count <= 4 ? 1 : word.count <= 6 ? 2 : min(3, word.count / 3 + 1)
    var best: (candidate: String, distance: Int)?
    var containing: (candidate: String, difference: Int)?
    for candidate in candidates {
      let scalars = Array(candidate.unicodeScalars)
      let difference = abs(scalars.count - word.count)
      // Words of one or two scalars are near each other only when they share one.
      if difference <= bound,
        let distance = distance(word, scalars, atMost: min(bound, max(word.count, scalars.count) - 1)),
        distance < best?.distance ?? .max
      {
        best = (candidate, distance)
      }
      if isContained(word, scalars), difference < containing?.difference ?? .max {
        containing = (candidate, difference)
      }
    }
    // A candidate that is one slip away is surer than one that is contained; two slips are not.
    if let best, best.distance <= 1 { return best.candidate }
    return containing?.candidate ?? best?.candidate
  }

  /// Whether the shorter of two words stands in the longer one, and is Chinese and long enough to mean something.
  private static func isContained(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    guard short.count >= 2, long.count <= short.count * 3,
      short.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) })
    else { return false }
    return (0...long.count - short.count).contains { long[$0...].starts(with: short) }
  }

  /// The distance between two words; nil when it is greater than `bound`.
  static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar], atMost bound: Int) -> Int? {
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for row in 0..<one.count {
      var current = [row + 1]
      for column in 0..<other.count {
        var least = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (one[row] == other[column] ? 0 : 1))
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      if current.allSatisfy({ $0 > bound }) { return nil }
      (beforeLast, last) = (last, current)
    }
    return last[other.count] <= bound ? last[other.count] : nil
  }
}

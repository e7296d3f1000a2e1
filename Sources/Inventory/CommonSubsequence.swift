/// The longest common subsequences of two texts and of all their ends: what compares wordings by character.
///
/// Time and space grow with the product of the lengths; callers bound these.
package struct CommonSubsequence {
  /// How many characters two ends have in common, row by row.
  private let lengths: [Int]
  private let width: Int

  /// Compares two texts.
  package init(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) {
    let width = right.count + 1
    var lengths = [Int](repeating: 0, count: (left.count + 1) * width)
    for row in left.indices.reversed() {
      for column in right.indices.reversed() {
        lengths[row * width + column] =
          left[row] == right[column]
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    self.lengths = lengths
    self.width = width
  }

  /// How long the longest common subsequence is of the left text from `row` on and the right one from `column` on, both
  /// from 0.
  package subscript(row: Int, column: Int) -> Int { lengths[row * width + column] }

  /// Where a part stands first in a text, from 0; nil where it does not, or is empty.
  package static func index(of part: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
    guard !part.isEmpty, text.count >= part.count else { return nil }
    return (0...text.count - part.count).first { text[$0..<$0 + part.count] == part[...] }
  }
}

/// The path of an SVG shape, from lines between points.
package struct ShapePath: Sendable, Hashable {
  private(set) var text = ""

  /// Makes an empty path.
  package init() {}

  /// Whether nothing is drawn.
  package var isEmpty: Bool { text.isEmpty }

  /// Goes to a point without drawing.
  package mutating func move(_ x: Double, _ y: Double) { append("M", x, y) }

  /// Draws a line to a point.
  package mutating func line(_ x: Double, _ y: Double) { append("L", x, y) }

  /// Draws a line back to where this stretch began.
  package mutating func close() { text += "Z" }

  private mutating func append(_ command: String, _ x: Double, _ y: Double) {
    text += command + Decimal.tenths(x) + " " + Decimal.tenths(y)
  }
}

/// Numbers as SVG writes them.
enum Decimal {
  /// A number to a tenth, without a final `.0`; 0 for what is no number.
  static func tenths(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}

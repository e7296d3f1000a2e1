import Audit
import Diagnostics

/// A sign that is to be hung on the wall: everything about it but where.
struct HangingSign {
  var spot: Elevation.Spot
  var form: Elevation.Form
  /// Whether it is of a kind that the norm shows: these are drawn large and hang next to the door.
  var isMain: Bool
  /// From the door outward, as recorded; nil: after those that are.
  var order: Double?
  var tag: String
  var words: Elevation.Words
  var ground: Elevation.Colour
  var lettering: Elevation.Colour
  var standing: Elevation.Standing
  var kind: BilingualText
  var place: BilingualText
  var numbers: [(number: Int, outcome: Outcome)] = []

  /// The sign at a place; `plate` is the plate alone, and the tag and the numbers stand where `box` has room for them.
  func hung(_ measure: SignMeasure, x: Double, y: Double) -> Elevation.HungSign {
    var numbers: [Elevation.Number] = []
    for (index, entry) in self.numbers.enumerated() {
      let place = measure.number(index)
      numbers.append(
        Elevation.Number(number: entry.number, outcome: entry.outcome, x: x + place.x, y: y + place.y))
    }
    return Elevation.HungSign(
      frame: measure.plate.moved(x, y), tagFrame: measure.tag.moved(x, y), tag: tag, form: form, words: words,
      ground: ground, lettering: lettering, standing: standing, kind: kind, place: place, numbers: numbers)
  }
}

extension Elevation.Frame {
  /// The frame moved to the right and down.
  func moved(_ x: Double, _ y: Double) -> Elevation.Frame {
    Elevation.Frame(x: self.x + x, y: self.y + y, width: width, height: height)
  }
}

/// How much room a sign takes with its tag and its numbers, all from the corner of its box. Millimetres of the
/// schematic wall.
struct SignMeasure {
  /// The plate.
  let plate: Elevation.Frame
  /// The tag.
  let tag: Elevation.Frame
  /// The whole box.
  let size: Elevation.Size
  private let firstNumber: (x: Double, y: Double)
  private let numbersPerLine: Int
  private let isVertical: Bool

  /// Across a number's disc, and from one disc to the next.
  static let disc = 230.0
  private static let pitch = 265.0
  private static let tagHeight = 210.0

  /// The measure of a plate of this size. Beside a vertical plate the numbers run down, below others across.
  init(_ sign: HangingSign, width: Double, height: Double) {
    let count = sign.numbers.count
    isVertical = sign.form == .vertical
    plate = Elevation.Frame(x: 0, y: 0, width: width, height: height)
    if isVertical {
      numbersPerLine = max(1, Int(height / Self.pitch))
      let columns = (count + numbersPerLine - 1) / numbersPerLine
      firstNumber = (width + 50 + Self.disc / 2, Self.disc / 2)
      tag = Elevation.Frame(x: -50, y: height + 20, width: width + 100, height: Self.tagHeight - 20)
      size = Elevation.Size(
        width: width + Double(columns) * Self.pitch + (columns > 0 ? 40 : 0), height: height + Self.tagHeight)
    } else {
      let tagWidth = min(width * 0.45, 520)
      numbersPerLine = max(1, Int((width - tagWidth) / Self.pitch))
      let lines = max(1, (count + numbersPerLine - 1) / numbersPerLine)
      firstNumber = (tagWidth + Self.pitch / 2, height + 40 + Self.disc / 2)
      // Without numbers, a mark's tag stands under its middle.
      let isCentred = sign.form == .mark && count == 0
      tag = Elevation.Frame(
        x: isCentred ? (width - tagWidth) / 2 : 0, y: height + 60, width: tagWidth, height: Self.tagHeight - 20)
      size = Elevation.Size(width: width, height: height + 50 + Double(lines) * Self.pitch)
    }
  }

  /// The middle of the disc of a number, by its place among the sign's numbers.
  func number(_ index: Int) -> (x: Double, y: Double) {
    let (line, step) = (Double(index / numbersPerLine), Double(index % numbersPerLine))
    return isVertical
      ? (firstNumber.x + line * Self.pitch, firstNumber.y + step * Self.pitch)
      : (firstNumber.x + step * Self.pitch, firstNumber.y + line * Self.pitch)
  }
}

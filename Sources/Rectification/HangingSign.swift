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
  /// Its width and height in millimetres, as recorded or prescribed; nil where they are not.
  var width: Double?
  var height: Double?
  /// Whether that size is its own, and not what stands for an unrecorded one.
  var isMeasured = true
  /// The sizes that are written at it.
  var widthText: String?
  var heightText: String?
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
      ground: ground, lettering: lettering, standing: standing, kind: kind, place: place,
      dimensions: measure.dimensions(x: x, y: y), numbers: numbers)
  }
}

/// How large plates of a form are drawn at a place of the wall.
struct PlateSizes {
  /// Where no size is known.
  var usual: Elevation.Size
  /// What there is room for, and what can still be read.
  var most: Elevation.Size
  var least: Elevation.Size

  /// The size of a sign's plate, in its proportions as far as `most` and `least` allow, and whether it is its own.
  func size(of sign: HangingSign) -> (size: Elevation.Size, isToScale: Bool) {
    guard sign.width != nil || sign.height != nil else { return (usual, false) }
    let width = max(1, sign.width ?? usual.width)
    let height = max(1, sign.height ?? usual.height)
    let factor = min(1, most.width / width, most.height / height)
    let size = Elevation.Size(width: max(least.width, width * factor), height: max(least.height, height * factor))
    return (size, size.width == width && size.height == height)
  }
}

extension Elevation.Frame {
  /// The frame moved to the right and down.
  func moved(_ x: Double, _ y: Double) -> Elevation.Frame {
    Elevation.Frame(x: self.x + x, y: self.y + y, width: width, height: height)
  }
}

/// How much room a sign takes with its tag, its sizes and its numbers, all from the corner of its box. Millimetres of the
/// schematic wall.
struct SignMeasure {
  /// The plate.
  let plate: Elevation.Frame
  /// The tag.
  let tag: Elevation.Frame
  /// The whole box.
  let size: Elevation.Size
  /// Whether the plate has a size of its own and is drawn so large; nil where it has none.
  let isToScale: Bool?
  private let firstNumber: (x: Double, y: Double)
  private let numbersPerLine: Int
  private let isVertical: Bool
  private let texts: (width: String?, height: String?)

  /// Across a number's disc, and from one disc to the next.
  static let disc = 230.0
  private static let pitch = 265.0
  private static let tagHeight = 210.0
  /// What a size takes beside or above its plate, and how far its line is from the plate.
  private static let dimensionRoom = 210.0
  private static let dimensionGap = 60.0

  /// The measure of a sign on a plate out of these sizes. Beside a vertical plate the numbers run down, below others
  /// across.
  init(_ sign: HangingSign, _ sizes: PlateSizes) {
    let count = sign.numbers.count
    let (plateSize, isToScale) = sizes.size(of: sign)
    let (width, height) = (plateSize.width, plateSize.height)
    let isKnown = sign.isMeasured && (sign.width != nil || sign.height != nil)
    self.isToScale = isKnown ? isToScale : nil
    texts = (sign.widthText, sign.heightText)
    let left = texts.height == nil ? 0 : Self.dimensionRoom
    let top = texts.width == nil ? 0 : Self.dimensionRoom
    isVertical = sign.form == .vertical
    plate = Elevation.Frame(x: left, y: top, width: width, height: height)
    if isVertical {
      numbersPerLine = max(1, Int(height / Self.pitch))
      let columns = (count + numbersPerLine - 1) / numbersPerLine
      firstNumber = (left + width + 50 + Self.disc / 2, top + Self.disc / 2)
      tag = Elevation.Frame(x: left - 50, y: top + height + 20, width: width + 100, height: Self.tagHeight - 20)
      size = Elevation.Size(
        width: left + width + Double(columns) * Self.pitch + (columns > 0 ? 40 : 0),
        height: top + height + Self.tagHeight)
    } else {
      // A narrow plate is given the room that two letters and a number need.
      let tagWidth = min(max(width * 0.45, 260), 520)
      numbersPerLine = max(1, Int((width - tagWidth) / Self.pitch))
      let lines = max(1, (count + numbersPerLine - 1) / numbersPerLine)
      firstNumber = (left + tagWidth + Self.pitch / 2, top + height + 40 + Self.disc / 2)
      // Without numbers, a mark's tag stands under its middle.
      let isCentred = sign.form == .mark && count == 0
      tag = Elevation.Frame(
        x: left + (isCentred ? (width - tagWidth) / 2 : 0), y: top + height + 60, width: tagWidth,
        height: Self.tagHeight - 20)
      size = Elevation.Size(
        width: left + max(width, tagWidth + (count > 0 ? Self.pitch : 0)),
        height: top + height + 50 + Double(lines) * Self.pitch)
    }
  }

  /// The middle of the disc of a number, by its place among the sign's numbers.
  func number(_ index: Int) -> (x: Double, y: Double) {
    let (line, step) = (Double(index / numbersPerLine), Double(index % numbersPerLine))
    return isVertical
      ? (firstNumber.x + line * Self.pitch, firstNumber.y + step * Self.pitch)
      : (firstNumber.x + step * Self.pitch, firstNumber.y + line * Self.pitch)
  }

  /// The sizes that are written at the plate of the box at a place.
  func dimensions(x: Double, y: Double) -> [Elevation.Dimension] {
    let plate = self.plate.moved(x, y)
    var dimensions: [Elevation.Dimension] = []
    if let text = texts.height {
      let line = Elevation.Frame(x: plate.x - Self.dimensionGap, y: plate.y, width: 0, height: plate.height)
      dimensions.append(Elevation.Dimension(isHeight: true, text: text, line: line))
    }
    if let text = texts.width {
      let line = Elevation.Frame(x: plate.x, y: plate.y - Self.dimensionGap, width: plate.width, height: 0)
      dimensions.append(Elevation.Dimension(isHeight: false, text: text, line: line))
    }
    return dimensions
  }
}

import Diagnostics

/// Hangs signs on a schematic wall so that nothing overlaps: signs → panel.
///
/// The front has the door in the middle, a bay on either side of it, the lintel over it and a band above all three;
/// each grows with what hangs there. Windows, side walls, yard walls and what is beside are added where they have signs.
/// Heights are counted upward from the ground here, and turned over in the end.
struct WallLayout {
  private static let gap = 150.0
  private static let margin = 160.0
  private static let doorBay = 2500.0
  private static let doorSize = Elevation.Size(width: 1900, height: 2450)
  /// The lower edge of the boxes beside the door, and the height they may take.
  private static let bayBottom = 260.0
  private static let bayHeight = 3560.0
  /// How far above the lower edge of a bay the lowest box hangs at most.
  private static let reach = 560.0
  /// Below the ground: the names of the sides, and that all of it is schematic.
  private static let footer = 620.0

  private let signs: [HangingSign]
  private let partLabels: [Elevation.Spot: BilingualText]

  /// Boxes put together, with the lower left corner as the origin.
  private struct Pack {
    var boxes: [(sign: HangingSign, measure: SignMeasure, x: Double, bottom: Double)] = []
    var width = 0.0
    var height = 0.0
  }

  /// Prepares to hang signs.
  ///
  /// - Parameter partLabels: what windows, walls and the place beside the building stand for.
  init(_ signs: [HangingSign], partLabels: [Elevation.Spot: BilingualText]) {
    self.signs = signs
    self.partLabels = partLabels
  }

  /// The wall with all signs.
  func panel() -> Elevation.Panel {
    let left = bay(.left)
    let right = bay(.right)
    let leftWidth = max(900, left.width + 2 * Self.gap)
    let rightWidth = max(1360, right.width + 2 * Self.gap)
    let window = region(.window, height: 2700)
    let windowWidth = window.map { $0.width + 4 * Self.gap } ?? 0
    let lintel = rows(of: .lintel, maxWidth: Self.doorBay - Self.gap)
    let middle = max(Self.doorBay, lintel.width + Self.gap)
    let frontWidth = leftWidth + middle + rightWidth + windowWidth
    let front = rows(of: .front, maxWidth: frontWidth - 2 * Self.gap)
    let lintelBottom = Self.doorSize.height + 240
    let storey = max(
      Self.bayBottom + Self.bayHeight, lintelBottom + lintel.height, Self.bayBottom + max(left.height, right.height))
    let band = max(500, front.height > 0 ? front.height + 2 * Self.gap : 0)
    let height = storey + Self.gap + band
    let gate = region(.gate, height: 2300)
    let side = region(.side, height: height - 900)
    let beside = region(.beside, height: height - 500)

    // From left to right.
    let total = height + 260 + 2 * Self.margin
    var hung: [Elevation.HungSign] = []
    var scales: [Bool] = []
    func flip(_ bottom: Double, _ height: Double) -> Double { total - Self.margin - bottom - height }
    func hang(_ pack: Pack, x: Double, bottom: Double) {
      for box in pack.boxes {
        if let isToScale = box.measure.isToScale { scales.append(isToScale) }
        hung.append(
          box.sign.hung(box.measure, x: x + box.x, y: flip(bottom + box.bottom, box.measure.size.height)))
      }
    }
    var parts: [Elevation.Part] = []
    func part(_ spot: Elevation.Spot, _ pack: Pack, x: Double, width: Double, bottom: Double, height: Double) {
      parts.append(
        Elevation.Part(
          spot: spot,
          frame: Elevation.Frame(x: x, y: flip(bottom, height), width: width, height: height),
          label: partLabels[spot] ?? BilingualText(zh: "", en: "")))
      hang(pack, x: x + (width - pack.width) / 2, bottom: bottom + (height - 260 - pack.height) / 2)
    }
    var x = Self.margin + 100
    if let gate {
      let width = max(900, gate.width + 2 * Self.gap)
      part(.gate, gate, x: x, width: width, bottom: 0, height: max(2300, gate.height + 560))
      x += width + 120
    }
    let building = Elevation.Frame(x: x, y: flip(0, height), width: frontWidth, height: height)
    // The left bay is filled from the door outward, that is from right to left.
    hang(mirrored(left), x: x + leftWidth - Self.gap - left.width, bottom: Self.bayBottom)
    let door = Elevation.Frame(
      x: x + leftWidth + (middle - Self.doorSize.width) / 2, y: flip(0, Self.doorSize.height),
      width: Self.doorSize.width,
      height: Self.doorSize.height)
    hang(lintel, x: x + leftWidth + (middle - lintel.width) / 2, bottom: lintelBottom)
    hang(right, x: x + leftWidth + middle + Self.gap, bottom: Self.bayBottom)
    hang(front, x: x + (frontWidth - front.width) / 2, bottom: storey + Self.gap)
    if let window {
      part(
        .window, window, x: x + leftWidth + middle + rightWidth, width: windowWidth - Self.gap, bottom: 700,
        height: max(2700, window.height + 560))
    }
    x += frontWidth
    if let side {
      let width = max(900, side.width + 2 * Self.gap)
      part(.side, side, x: x, width: width, bottom: 0, height: max(height - 400, side.height + 560))
      x += width
    }
    if let beside {
      let width = max(1000, beside.width + 2 * Self.gap)
      part(.beside, beside, x: x + 220, width: width, bottom: 0, height: max(2300, beside.height + 560))
      x += width + 220
    }
    return Elevation.Panel(
      size: Elevation.Size(width: x + 100 + Self.margin, height: total - Self.margin + Self.footer),
      ground: total - Self.margin, building: building, door: door, parts: parts, signs: hung,
      scale: !scales.contains(true) ? .schematic : scales.contains(false) ? .mostSigns : .signs)
  }

  /// The signs of a spot: by their recorded order, then those of the norm, then the others.
  private func signs(at spot: Elevation.Spot) -> [HangingSign] {
    signs.enumerated().filter { $0.element.spot == spot }.sorted { left, right in
      let leftKey = (left.element.order ?? .infinity, left.element.isMain ? 0 : 1, left.offset)
      let rightKey = (right.element.order ?? .infinity, right.element.isMain ? 0 : 1, right.offset)
      return leftKey < rightKey
    }.map(\.element)
  }

  // MARK: Beside the door

  /// The signs of a bay in columns from the door outward, the door being at the left.
  private func bay(_ spot: Elevation.Spot) -> Pack {
    let signs = signs(at: spot)
    let slender = signs.count { !$0.isMain && $0.form == .vertical }
    var pack = Pack()
    var column: [(sign: HangingSign, measure: SignMeasure)] = []
    func close() {
      guard !column.isEmpty else { return }
      let width = column.map(\.measure.size.width).max() ?? 0
      var top = Self.bayHeight
      let x = pack.width + (pack.width > 0 ? Self.gap : 0)
      for entry in column {
        let bottom = top - entry.measure.size.height
        pack.boxes.append((entry.sign, entry.measure, x, bottom))
        top = bottom - 90
      }
      pack.width = x + width
      column = []
    }
    for sign in signs {
      let measure = SignMeasure(sign, Self.baySizes(sign, isCrowded: slender > 3))
      let used = column.reduce(0) { $0 + $1.measure.size.height + 90 }
      let fits = used + measure.size.height <= Self.bayHeight
      if !column.isEmpty, !fits || column[0].sign.form != sign.form || sign.isMain { close() }
      column.append((sign, measure))
      if sign.isMain { close() }
    }
    close()
    // A box with many numbers may be higher than the bay; shorter plates hang within reach, not under the roof.
    let lowest = pack.boxes.map(\.bottom).min() ?? 0
    let shift = lowest < 0 ? lowest : max(0, lowest - Self.reach)
    for index in pack.boxes.indices { pack.boxes[index].bottom -= shift }
    pack.height = pack.boxes.map { $0.bottom + $0.measure.size.height }.max() ?? 0
    return pack
  }

  /// The same boxes from right to left.
  private func mirrored(_ pack: Pack) -> Pack {
    var pack = pack
    for index in pack.boxes.indices {
      pack.boxes[index].x = pack.width - pack.boxes[index].x - pack.boxes[index].measure.size.width
    }
    return pack
  }

  private static func sizes(
    _ usual: (Double, Double), most: (Double, Double), least: (Double, Double)
  ) -> PlateSizes {
    PlateSizes(
      usual: .init(width: usual.0, height: usual.1), most: .init(width: most.0, height: most.1),
      least: .init(width: least.0, height: least.1))
  }

  /// The sizes of plates beside the door.
  private static func baySizes(_ sign: HangingSign, isCrowded: Bool) -> PlateSizes {
    switch (sign.form, sign.isMain) {
    case (.vertical, true): sizes((430, 3300), most: (900, 3300), least: (200, 900))
    case (.vertical, false): sizes((360, isCrowded ? 1450 : 2300), most: (900, 3300), least: (200, 900))
    case (.horizontal, _): sizes((1000, 460), most: (2000, 1400), least: (420, 240))
    case (.mark, _): sizes((760, 760), most: (1100, 1100), least: (420, 480))
    }
  }

  // MARK: Rows

  private func measure(_ sign: HangingSign, _ spot: Elevation.Spot) -> SignMeasure {
    let isHigh = spot == .lintel || spot == .front
    let sizes =
      switch sign.form {
      case .vertical: Self.sizes((340, sign.isMain ? 1700 : 1350), most: (800, 2400), least: (200, 700))
      case .mark: Self.sizes((900, 760), most: (1200, 1100), least: (420, 480))
      case .horizontal where isHigh && sign.isMain:
        Self.sizes((2300, 520), most: (3600, 1000), least: (420, 240))
      case .horizontal: Self.sizes((1150, 440), most: (3000, 1000), least: (420, 240))
      }
    return SignMeasure(sign, sizes)
  }

  /// The signs of a spot in rows, the first at the bottom, each row in the middle.
  private func rows(of spot: Elevation.Spot, maxWidth: Double) -> Pack {
    pack(signs(at: spot).map { ($0, measure($0, spot)) }, maxWidth: maxWidth)
  }

  private func pack(_ entries: [(sign: HangingSign, measure: SignMeasure)], maxWidth: Double) -> Pack {
    var rows: [[(sign: HangingSign, measure: SignMeasure)]] = []
    var width = 0.0
    for entry in entries {
      if rows.isEmpty || width + Self.gap + entry.measure.size.width > maxWidth {
        rows.append([entry])
        width = entry.measure.size.width
      } else {
        rows[rows.count - 1].append(entry)
        width += Self.gap + entry.measure.size.width
      }
    }
    var pack = Pack()
    let widths = rows.map { row in
      row.reduce(0) { $0 + $1.measure.size.width } + Double(row.count - 1) * Self.gap
    }
    pack.width = widths.max() ?? 0
    for (row, width) in zip(rows, widths) {
      let bottom = pack.height + (pack.height > 0 ? Self.gap : 0)
      let height = row.map(\.measure.size.height).max() ?? 0
      var x = (pack.width - width) / 2
      for entry in row {
        // The plates of a row stand on one line at their tops.
        pack.boxes.append((entry.sign, entry.measure, x, bottom + height - entry.measure.size.height))
        x += entry.measure.size.width + Self.gap
      }
      pack.height = bottom + height
    }
    return pack
  }

  /// The signs of a part, as narrow as its height allows; nil where there are none.
  private func region(_ spot: Elevation.Spot, height: Double) -> Pack? {
    let entries = signs(at: spot).map { ($0, measure($0, spot)) }
    guard !entries.isEmpty else { return nil }
    var best = pack(entries, maxWidth: 0)
    var width = 1300.0
    while best.height > height - 560, width < 6000 {
      best = pack(entries, maxWidth: width)
      width += 650
    }
    return best
  }
}

internal import Audit
internal import Diagnostics
internal import Markup
internal import Rectification

/// One panel of an elevation as SVG: drawing model → nodes. User units are the model's millimetres.
///
/// Everything is styled by classes, which `ElevationStyle` and the pages' style define; only what the vocabulary paints
/// stands in attributes. There are no ids, so that many drawings may stand in one page.
struct ElevationDrawing {
  let panel: Elevation.Panel
  let elevation: Elevation
  let words: ElevationWords

  private var language: Language { words.words.language }

  /// The shapes of the panel, from its upper left corner.
  @MarkupBuilder func shapes() -> [Node] {
    building()
    for part in panel.parts { self.part(part) }
    for sign in panel.signs { self.sign(sign) }
    footer()
  }

  // MARK: The building

  @MarkupBuilder private func building() -> [Node] {
    let wall = panel.building
    let door = panel.door
    rectangle("wall", wall)
    rectangle("roof", .init(x: wall.x - 100, y: wall.y - 120, width: wall.width + 200, height: 120))
    rectangle("plinth", .init(x: wall.x, y: panel.ground - 170, width: wall.width, height: 170))
    rectangle("canopy", .init(x: door.x - 180, y: door.y - 130, width: door.width + 360, height: 90))
    rectangle("door", door)
    Element("path", [.word("class", "line"), .path(leaves(door))])
    rectangle("step", .init(x: door.x - 140, y: panel.ground - 80, width: door.width + 280, height: 80))
    Element("path", [.word("class", "ground"), .path(line(40, panel.ground, panel.size.width - 40, panel.ground))])
  }

  /// The two leaves of the door with their panes and handles.
  private func leaves(_ door: Elevation.Frame) -> ShapePath {
    let middle = door.x + door.width / 2
    var path = line(middle, door.y, middle, door.maxY - 80)
    for side in [-1.0, 1.0] {
      let outer = middle + side * (door.width / 2 - 150)
      let inner = middle + side * 150
      path.move(outer, door.y + 170)
      path.line(inner, door.y + 170)
      path.line(inner, door.maxY - 620)
      path.line(outer, door.maxY - 620)
      path.close()
      path.move(middle + side * 70, door.y + door.height * 0.48)
      path.line(middle + side * 70, door.y + door.height * 0.62)
    }
    return path
  }

  private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> ShapePath {
    var path = ShapePath()
    path.move(x1, y1)
    path.line(x2, y2)
    return path
  }

  @MarkupBuilder private func part(_ part: Elevation.Part) -> [Node] {
    let frame = part.frame
    switch part.spot {
    case .beside: rectangle("beside", frame)
    case .window:
      rectangle("window", frame)
      rectangle("line", .init(x: frame.x + 45, y: frame.y + 45, width: frame.width - 90, height: frame.height - 90))
    case .gate:
      rectangle("yard", frame)
      rectangle("roof", .init(x: frame.x - 50, y: frame.y - 80, width: frame.width + 100, height: 80))
    default:
      rectangle("turned", frame)
      rectangle("roof", .init(x: frame.x, y: frame.y - 90, width: frame.width + 60, height: 90))
    }
    let label = FittedText.block(
      part.label[language], width: frame.width - 80, height: 200, maxLines: 2, largest: 124, ems: 40)
    for (index, line) in label.lines.enumerated() {
      text(
        "part-label", line, x: frame.x + frame.width / 2, y: frame.y + 70 + Double(index + 1) * label.size * 1.1,
        size: label.size)
    }
  }

  @MarkupBuilder private func footer() -> [Node] {
    let (left, right) = ("← " + elevation.left[language], elevation.right[language] + " →")
    let room = panel.size.width - 200
    let unit = Double(FittedText.em)
    let widths = (Double(FittedText.width(of: left)) / unit, Double(FittedText.width(of: right)) / unit)
    let size = min(124, room / (widths.0 + widths.1 + 2))
    let isOneLine = size > 96
    let lineSize = isOneLine ? size : min(124, room / max(widths.0, widths.1))
    text("side-label start", left, x: 100, y: panel.ground + 190, size: lineSize)
    text("side-label end", right, x: panel.size.width - 100, y: panel.ground + (isOneLine ? 190 : 350), size: lineSize)
    let note = "\(elevation.viewpoint[language]) · \(words.scale(panel.scale))"
    let noteSize = min(116, room * unit / Double(max(1, FittedText.width(of: note))))
    text("note", note, x: panel.size.width / 2, y: panel.ground + (isOneLine ? 390 : 530), size: noteSize)
  }

  // MARK: Signs

  private func sign(_ sign: Elevation.HungSign) -> Element {
    Element("g", [.word("class", sign.standing == .outOfScope ? "faint" : "sign")]) {
      if sign.form == .mark { mark(sign) } else { plate(sign) }
      if !sign.tag.isEmpty {
        let ems = max(2, Int(sign.tagFrame.width / 128))
        let isCentred = sign.form == .vertical || (sign.form == .mark && sign.numbers.isEmpty)
        text(
          isCentred ? "tag" : "tag start", FittedText.oneLine(sign.tag, ems: ems),
          x: isCentred ? sign.tagFrame.x + sign.tagFrame.width / 2 : sign.tagFrame.x, y: sign.tagFrame.y + 150,
          size: 132)
      }
      for dimension in sign.dimensions { self.dimension(dimension) }
      for number in sign.numbers { self.number(number) }
    }
  }

  /// A line as long as the plate with a stroke across each end, and the size written outside it.
  @MarkupBuilder private func dimension(_ dimension: Elevation.Dimension) -> [Node] {
    let line = dimension.line
    Element("path", [.word("class", "dimension"), .path(Self.dimensionLine(dimension))])
    let length = max(line.width, line.height)
    let size = min(104, (length + 90) * Double(FittedText.em) / Double(max(1, FittedText.width(of: dimension.text))))
    if dimension.isHeight {
      // From bottom to top, as sizes are written beside a line that stands.
      let (x, y) = (line.x - 36, line.y + line.height / 2)
      Element(
        "text",
        [
          .word("class", "measure"), .length("font-size", size), .rotation(-90, x, y), .length("x", x),
          .length("y", y),
        ]
      ) { dimension.text }
    } else {
      text("measure", dimension.text, x: line.x + line.width / 2, y: line.y - 36, size: size)
    }
  }

  private static func dimensionLine(_ dimension: Elevation.Dimension) -> ShapePath {
    let line = dimension.line
    var path = ShapePath()
    path.move(line.x, line.y)
    path.line(line.maxX, line.maxY)
    for (x, y) in [(line.x, line.y), (line.maxX, line.maxY)] {
      path.move(x - (dimension.isHeight ? 34 : 0), y - (dimension.isHeight ? 0 : 34))
      path.line(x + (dimension.isHeight ? 34 : 0), y + (dimension.isHeight ? 0 : 34))
    }
    return path
  }

  @MarkupBuilder private func plate(_ sign: Elevation.HungSign) -> [Node] {
    Element(
      "rect", [.classes(Self.outline(sign))] + Self.corners(sign.frame) + fill(sign))
    if sign.ground == .unknown, sign.standing != .missing {
      Element("path", [.word("class", "hatch"), .path(Self.hatch(sign.frame))])
    }
    lettering(sign, in: sign.frame)
  }

  /// A ring in the place of an emblem, with the words below.
  @MarkupBuilder private func mark(_ sign: Elevation.HungSign) -> [Node] {
    let frame = sign.frame
    let radius = min(frame.width, frame.height - 240) / 2 - 10
    let (x, y) = (frame.x + frame.width / 2, frame.y + radius + 10)
    Element(
      "circle",
      [.classes(Self.outline(sign)), .length("cx", x), .length("cy", y), .length("r", radius)]
        + fill(sign))
    Element(
      "circle", [.word("class", "ring"), .length("cx", x), .length("cy", y), .length("r", radius * 0.62)])
    let height = frame.height - radius * 2 - 30
    lettering(sign, in: .init(x: frame.x, y: frame.maxY - height, width: frame.width, height: height))
  }

  @MarkupBuilder private func lettering(_ sign: Elevation.HungSign, in frame: Elevation.Frame) -> [Node] {
    let isSaid = if case .said = sign.words { true } else { false }
    let said: String? =
      switch sign.words {
      case _ where sign.standing == .missing: sign.kind[language]
      case .said(let text): text
      case .unrecorded: words.unrecordedWords
      case .none: nil
      }
    if let said {
      let classes = Self.lettering(sign, isSaid)
      let isSaid = classes.first?.description == "words"
      let paint: [Attribute] =
        if isSaid, case .paint(let colour) = sign.lettering { [.colour("fill", colour)] } else { [] }
      if sign.form == .vertical {
        let room = frame.height - 150
        let block = FittedText.columns(
          said, width: frame.width, height: room, largest: isSaid ? frame.width * 0.42 : 150)
        let middle = frame.x + frame.width / 2
        for (index, column) in block.lines.enumerated() {
          let cells = Double(max(1, FittedText.cellCount(column)))
          // Few characters stand apart, as sign makers set them.
          let spacing = isSaid && block.lines.count == 1 ? min(block.size * 0.45, room / cells - block.size) : 0
          let height = cells * (block.size + spacing) - spacing
          let offset = block.lines.count == 1 ? 0 : (index == 0 ? 0.55 : -0.55) * block.size
          let top = block.lines.count == 1 ? (frame.height - height) / 2 : (frame.height - room) / 2
          Element(
            "text",
            [
              .classes(classes + ["v"]), .length("x", middle + offset), .length("y", frame.y + top),
              .length("font-size", block.size),
            ] + (spacing >= 1 ? [.length("letter-spacing", spacing)] : []) + paint
          ) { column }
        }
      } else {
        let largest = isSaid ? frame.height * 0.62 : 150
        let block = FittedText.block(
          said, width: frame.width * 0.9, height: frame.height * 0.94, maxLines: 4, largest: largest)
        let top = frame.y + (frame.height - Double(block.lines.count) * block.size * 1.22) / 2
        for (index, line) in block.lines.enumerated() {
          Element(
            "text",
            [
              .classes(classes), .length("x", frame.x + frame.width / 2),
              .length("y", top + (Double(index) + 0.82) * block.size * 1.22), .length("font-size", block.size),
            ] + paint
          ) { line }
        }
      }
    }
  }

  @MarkupBuilder private func number(_ number: Elevation.Number) -> [Node] {
    let style: (disc: StaticString, digits: StaticString) =
      switch number.outcome {
      case .fail: ("disc", "digits")
      case .undetermined: ("disc open", "digits open")
      case .waived, .pass: ("disc waived", "digits waived")
      }
    let digits = String(number.number)
    let size = digits.utf8.count > 2 ? 104.0 : 140.0
    Element(
      "circle",
      [.word("class", style.disc), .length("cx", number.x), .length("cy", number.y), .length("r", 112)])
    text(style.digits, digits, x: number.x, y: number.y + size * 0.36, size: size)
  }

  // MARK: Shapes

  private func text(_ style: StaticString, _ text: String, x: Double, y: Double, size: Double) -> Element {
    Element("text", [.word("class", style), .length("x", x), .length("y", y), .length("font-size", size)]) { text }
  }

  private func rectangle(_ style: StaticString, _ frame: Elevation.Frame) -> Element {
    Element("rect", [.word("class", style)] + Self.corners(frame))
  }

  private static func corners(_ frame: Elevation.Frame) -> [Attribute] {
    [.length("x", frame.x), .length("y", frame.y), .length("width", frame.width), .length("height", frame.height)]
  }

  /// The classes of an outline. A class that fills is there only where nothing is painted, for it would win.
  private static func outline(_ sign: Elevation.HungSign) -> [StaticString] {
    let isPainted = if case .paint = sign.ground { true } else { false }
    let fill: [StaticString] = isPainted || sign.standing == .missing ? [] : ["blank"]
    return switch sign.standing {
    case .right, .norm, .outOfScope: ["plate"] + fill
    case .failing: ["plate", "failing"] + fill
    case .open: ["plate", "open"] + fill
    case .missing: sign.numbers.contains { $0.outcome == .fail } ? ["plate", "missing"] : ["plate", "doubtful"]
    }
  }

  /// The classes of lettering; the same.
  private static func lettering(_ sign: Elevation.HungSign, _ isSaid: Bool) -> [StaticString] {
    guard isSaid, sign.standing != .missing else { return ["said"] }
    guard case .paint = sign.lettering else { return ["words", "ink"] }
    return sign.ground == sign.lettering ? ["words", "clear"] : ["words"]
  }

  private func fill(_ sign: Elevation.HungSign) -> [Attribute] {
    if sign.standing != .missing, case .paint(let colour) = sign.ground { [.colour("fill", colour)] } else { [] }
  }

  /// Lines at 45° through a rectangle, cut at its edges.
  static func hatch(_ frame: Elevation.Frame) -> ShapePath {
    var path = ShapePath()
    var offset = 70.0
    while offset < frame.width + frame.height {
      let start = (x: frame.x + min(offset, frame.width), y: frame.y + max(0, offset - frame.width))
      let end = (x: frame.x + max(0, offset - frame.height), y: frame.y + min(offset, frame.height))
      path.move(start.x, start.y)
      path.line(end.x, end.y)
      offset += 110
    }
    return path
  }
}

/// The style of elevations.
enum ElevationStyle {
  /// For SVG that stands alone and for pages.
  static let code = EmbeddedCode(
    """
    .drawing{font-family:"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",SimHei,sans-serif}
    .drawing text{text-anchor:middle}
    .drawing .start{text-anchor:start}
    .drawing .end{text-anchor:end}
    .drawing .v{writing-mode:vertical-rl;text-orientation:upright;text-anchor:start}
    .drawing .words{font-weight:500}
    .drawing .ink{fill:#3a3732}
    .drawing .said{fill:#77726a}
    .drawing .measure{fill:#3a3732}
    .dimension{fill:none;stroke:#55514a;stroke-width:9}
    .drawing .clear{stroke:#3a3732;stroke-width:6}
    .drawing .tag{fill:#55514a}
    .drawing .note,.drawing .part-label{fill:#6b665e}
    .drawing .side-label{fill:#3a3732}
    .wall{fill:#f6f4ee;stroke:#a39d8f;stroke-width:12}
    .turned{fill:#eae7de;stroke:#a39d8f;stroke-width:12}
    .yard{fill:#f0ede5;stroke:#a39d8f;stroke-width:12}
    .window{fill:#eef1f2;stroke:#a39d8f;stroke-width:12}
    .beside{fill:none;stroke:#a39d8f;stroke-width:10;stroke-dasharray:60 50}
    .roof,.step,.canopy{fill:#dcd7ca;stroke:#a39d8f;stroke-width:10}
    .plinth{fill:#e4e0d5}
    .door{fill:#e6e9ea;stroke:#8b8577;stroke-width:16}
    .line{fill:none;stroke:#a39d8f;stroke-width:10}
    .ground{fill:none;stroke:#55514a;stroke-width:22}
    .blank{fill:#fff}
    .plate{stroke:#4a463f;stroke-width:12}
    .plate.failing{stroke:#9d2a20;stroke-width:26}
    .plate.open{stroke-dasharray:56 38;stroke-width:18}
    .plate.missing{fill:#fff;fill-opacity:.5;stroke:#9d2a20;stroke-width:18;stroke-dasharray:70 46}
    .plate.doubtful{fill:#fff;fill-opacity:.5;stroke:#6b665e;stroke-width:14;stroke-dasharray:70 46}
    .ring{fill:none;stroke:#8d887e;stroke-width:22}
    .hatch{fill:none;stroke:#d4cfc3;stroke-width:9}
    .faint{opacity:.55}
    .disc{fill:#9d2a20;stroke:#9d2a20;stroke-width:12}
    .disc.open{fill:#fff;stroke:#3a3732;stroke-dasharray:36 22}
    .disc.waived{fill:#fff;stroke:#8d887e}
    .drawing .digits{fill:#fff;font-weight:700}
    .drawing .digits.open{fill:#3a3732}
    .drawing .digits.waived{fill:#6b665e}
    .drawing .heading{fill:#211f1c;font-weight:700}
    .drawing .body{fill:#3a3732}
    .paper{fill:#fff}

    """)
}

package import Audit
package import Diagnostics
internal import Markup
package import Rectification

/// An elevation with its legend as SVG that stands alone: as it is and as it should be, side by side.
package struct ElevationSheet: Sendable {
  private let words: ElevationWords
  private let title: String

  /// Prepares to draw.
  ///
  /// - Parameter title: what the standard is called.
  package init(language: Language, title: BilingualText) {
    words = ElevationWords(words: ReportWords(language: language))
    self.title = title[language]
  }

  /// Elevations one below the other, each with the community it is of; nil for the norm. UTF-8.
  package func render(_ elevations: [(community: CommunityReport?, elevation: Elevation)]) -> [UInt8] {
    var blocks: [Block] = []
    for entry in elevations { blocks.append(block(entry.community, entry.elevation)) }
    let width = blocks.map(\.width).max() ?? 0
    let height = blocks.reduce(0) { $0 + $1.height }
    var y = 0.0
    var groups: [Element] = []
    for block in blocks {
      groups.append(
        Element("g", [.word("role", "img")]) {
          Element("title") { block.title }
          Element("desc") { block.description }
          for line in block.lines { line.element(y) }
          for panel in block.panels {
            Element(
              "svg",
              [
                .length("x", panel.x), .length("y", y + panel.y), .length("width", panel.drawing.panel.size.width),
                .length("height", panel.drawing.panel.size.height),
              ]
            ) { panel.drawing.shapes() }
          }
        })
      y += block.height
    }
    let root = Element(
      "svg",
      [
        .word("xmlns", "http://www.w3.org/2000/svg"), .word("class", "drawing"), language,
        .lengths("viewBox", [0, 0, width, height]), .number("width", Int(width * 0.09)),
        .number("height", Int(height * 0.09)),
      ]
    ) {
      Element("title") { blocks.first?.title ?? title }
      Element("style") { ElevationStyle.code }
      Element("rect", [.word("class", "paper"), .length("width", width), .length("height", height)])
      for group in groups { group }
    }
    return MarkupWriter.drawing(root)
  }

  private var language: Attribute {
    .word("xml:lang", words.words.language == .zh ? "zh-Hans" : "en")
  }

  /// One elevation with what is written round it, from its own upper left corner.
  private struct Block {
    var title: String
    var description = ""
    var width = 0.0
    var height = 0.0
    var lines: [Line] = []
    var panels: [(x: Double, y: Double, drawing: ElevationDrawing)] = []

    /// A line of text.
    struct Line {
      var style: StaticString
      var text: String
      var x: Double
      var y: Double
      var size: Double

      func element(_ top: Double) -> Element {
        Element("text", [.word("class", style), .length("x", x), .length("y", y + top), .length("font-size", size)]) {
          text
        }
      }
    }

    /// Writes a paragraph within a column, perhaps after a number or letter, and moves below it.
    mutating func write(
      _ text: String, _ style: StaticString, lead: String? = nil, x: Double, width: Double, size: Double,
      from y: inout Double
    ) {
      let indent = lead == nil ? 0 : size * 1.9
      let units = max(FittedText.em * 5, Int((width - indent) * Double(FittedText.em) / size))
      let lines = FittedText.wrap(VisibleText(text).text, units: units)
      for (index, line) in lines.prefix(12).enumerated() {
        y += size * 1.55
        if index == 0, let lead { self.lines.append(Line(style: style, text: lead, x: x, y: y, size: size)) }
        self.lines.append(Line(style: style, text: line, x: x + indent, y: y, size: size))
      }
      if lead != nil { y += size * 0.25 }
    }
  }

  private func block(_ community: CommunityReport?, _ elevation: Elevation) -> Block {
    let text = words.words
    let name =
      community.map { "\($0.district ?? "")\($0.street ?? "")\(text.name($0))" } ?? text("标准样式", "The norm")
    var block = Block(title: text("\(name)：大门示意图", "\(name): elevation of the entrance"))
    let margin = 300.0
    let gap = 400.0
    let (actual, norm) = (elevation.actual, elevation.norm)
    let panels = [actual, norm].compactMap(\.self)
    // Beside a narrow drawing there is still room for what is written.
    let columnWidths = panels.map { max($0.size.width, 5200) }
    block.width = columnWidths.reduce(2 * margin + gap * Double(panels.count - 1), +)
    var y = 180.0
    block.write(block.title, "heading start", x: margin, width: block.width - 2 * margin, size: 260, from: &y)
    block.write(
      text("依据：\(title)", "Standard: \(title)"), "body start", x: margin, width: block.width - 2 * margin, size: 140,
      from: &y)
    y += 120
    let top = y
    let bottom = panels.map(\.size.height).max() ?? 0
    var x = margin
    var lowest = y
    for (panel, width) in zip(panels, columnWidths) {
      let isNorm = panels.count == 1 || x > margin
      var y = top
      block.write(isNorm ? words.norm : words.actual, "heading start", x: x, width: width, size: 190, from: &y)
      // The grounds of both stand on one line.
      block.panels.append(
        (
          x + (width - panel.size.width) / 2, y + 100 + bottom - panel.size.height,
          ElevationDrawing(
            panel: panel, elevation: elevation, words: words)
        ))
      y += bottom + 200
      if isNorm {
        writeNorm(elevation, x, width, &y, &block)
      } else {
        writeFindings(elevation, community, x, width, &y, &block)
      }
      lowest = max(lowest, y)
      x += width + gap
    }
    y = lowest + 80
    for remark in elevation.remarks {
      block.write(
        text("注：", "Note: ") + remark[text.language], "body start", x: margin, width: block.width - 2 * margin,
        size: 140,
        from: &y)
    }
    block.height = y + 300
    block.description = zip(panels, panels.count == 1 ? [words.norm] : [words.actual, words.norm]).map {
      "\($1)：\(words.description($0, elevation))"
    }.joined(separator: " ")
    return block
  }

  private func writeNorm(
    _ elevation: Elevation, _ x: Double, _ width: Double, _ y: inout Double, _ block: inout Block
  ) {
    for sign in elevation.prescriptions {
      var line = "\(sign.kind[words.words.language])\(words.words.colon)\(words.attributes(sign))"
      if !sign.wordings.isEmpty {
        line += words.words("；", "; ") + words.wordingLead(sign)
        line += sign.wordings.map { "“\($0)”" }.joined(separator: words.or)
      }
      block.write(line, "body start", lead: sign.letter, x: x, width: width, size: 140, from: &y)
    }
  }

  private func writeFindings(
    _ elevation: Elevation, _ community: CommunityReport?, _ x: Double, _ width: Double, _ y: inout Double,
    _ block: inout Block
  ) {
    guard let community else { return }
    for callout in elevation.callouts {
      let finding = community.findings[callout.finding]
      let line = "\(words.words.word(finding))\(words.words.colon)\(finding.message)"
      block.write(line, "body start", lead: String(callout.number), x: x, width: width, size: 140, from: &y)
    }
    if elevation.callouts.isEmpty {
      block.write(
        words.words("大门口没有发现问题。", "Nothing was found at the entrance."), "body start", x: x, width: width, size: 140,
        from: &y)
    }
  }
}

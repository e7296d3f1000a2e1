internal import Campaign
internal import Diagnostics
internal import Markup

/// The findings of a street round by round: a bar for each round, made of what the street has to do, what a reviewer has
/// to do, and what is closed. The table beside it says the same in numbers.
struct StreetChart: Sendable {
  /// What a part of a bar counts, from below.
  enum Series: Int, Sendable, CaseIterable {
    case closed, review, unverified, open, rebound

    /// Its number in a round.
    func count(_ states: StateCounts) -> Int {
      switch self {
      case .closed: states.closed + states.waived
      case .review: states.reviewersTurn
      case .unverified: states.unverified
      case .open: states.open + states.returned
      case .rebound: states.rebound
      }
    }

    /// What it is called.
    func label(_ words: ReportWords) -> String {
      switch self {
      case .closed: words("已销号或已豁免", "closed or waived")
      case .review: words("待复核", "to be reviewed")
      case .unverified: words("待核实", "to be verified")
      case .open: words("待整改（含退回）", "open or returned")
      case .rebound: words("反弹待整改", "rebounds open")
      }
    }

    /// Its class in the style.
    var style: StaticString {
      switch self {
      case .closed: "bar closed"
      case .review: "bar review"
      case .unverified: "bar unverified"
      case .open: "bar open"
      case .rebound: "bar rebound"
      }
    }
  }

  /// A round.
  struct Bar: Sendable {
    /// Its number, and its day.
    var label: String
    var date: String
    /// What each series counts, in their order.
    var values: [Int]
  }

  /// What the chart shows.
  var title: String
  var words: ReportWords
  /// The rounds, oldest first.
  var bars: [Bar]

  private static let height = 180.0
  private static let top = 14.0
  private static let left = 44.0
  private static let step = 84.0
  private static let barWidth = 52.0

  /// The drawing with its legend.
  func figure() -> Element {
    Element("figure", [.word("class", "chart")]) {
      drawing()
      Element("figcaption") {
        Element("ul", [.word("class", "legend")]) {
          for series in Series.allCases {
            Element("li") {
              Element(
                "svg",
                [.word("class", "key"), .number("width", 14), .number("height", 14), .word("role", "presentation")]
              ) {
                Element(
                  "rect",
                  [
                    .word("class", series.style), .number("x", 1), .number("y", 1), .number("width", 12),
                    .number("height", 12),
                  ])
              }
              series.label(words)
            }
          }
        }
      }
    }
  }

  private func drawing() -> Element {
    let width = Self.left + Self.step * Double(max(1, bars.count)) + 8
    let total = Self.top + Self.height + 44
    let scale = Scale(maximum: bars.map { $0.values.reduce(0, +) }.max() ?? 0)
    return Element(
      "svg",
      [
        .word("class", "drawing"), .word("role", "img"), .lengths("viewBox", [0, 0, width, total]),
        .length("width", width), .length("height", total),
      ]
    ) {
      Element("title") { title }
      Element("desc") { description }
      for tick in scale.ticks {
        let y = y(tick, scale)
        Element("path", [.word("class", "tick"), .path(line(Self.left - 4, y, width, y))])
        Element(
          "text", [.word("class", "number"), .length("x", Self.left - 8), .length("y", y + 4)]
        ) { String(tick) }
      }
      for (place, bar) in bars.enumerated() { self.bar(bar, place, scale) }
    }
  }

  @MarkupBuilder private func bar(_ bar: Bar, _ place: Int, _ scale: Scale) -> [Node] {
    let x = Self.left + Self.step * (Double(place) + 0.5) - Self.barWidth / 2
    let middle = x + Self.barWidth / 2
    for series in Series.allCases {
      let below = bar.values[..<series.rawValue].reduce(0, +)
      let value = bar.values[series.rawValue]
      let (upper, lower) = (y(below + value, scale), y(below, scale))
      if value > 0 {
        Element(
          "rect",
          [
            .word("class", series.style), .length("x", x), .length("y", upper), .length("width", Self.barWidth),
            .length("height", lower - upper),
          ])
        // A part too low for its number leaves it to the table.
        if lower - upper >= 14 {
          Element(
            "text",
            [
              .word("class", series == .open || series == .rebound ? "value light" : "value"),
              .length("x", middle), .length("y", (upper + lower) / 2 + 4),
            ]
          ) { String(value) }
        }
      }
    }
    Element("text", [.word("class", "name"), .length("x", middle), .length("y", Self.top + Self.height + 18)]) {
      words("第 \(bar.label) 轮", "round \(bar.label)")
    }
    Element("text", [.word("class", "name"), .length("x", middle), .length("y", Self.top + Self.height + 36)]) {
      bar.date
    }
  }

  private var description: String {
    bars.map { bar in
      let parts = Series.allCases.filter { bar.values[$0.rawValue] > 0 }.map {
        "\($0.label(words)) \(bar.values[$0.rawValue])"
      }
      let counts = parts.isEmpty ? words("无", "none") : parts.joined(separator: words("、", ", "))
      return words("第 \(bar.label) 轮：\(counts)", "round \(bar.label): \(counts)")
    }.joined(separator: words("；", "; "))
  }

  private func line(_ x: Double, _ y: Double, _ endX: Double, _ endY: Double) -> ShapePath {
    var path = ShapePath()
    path.move(x, y)
    path.line(endX, endY)
    return path
  }

  private func y(_ value: Int, _ scale: Scale) -> Double {
    Self.top + Self.height * (1 - Double(value) / Double(scale.top))
  }

  /// The numbers beside the bars: at most six, whole, in steps of 1, 2 or 5 times a power of ten.
  private struct Scale {
    let top: Int
    let ticks: [Int]

    init(maximum: Int) {
      var step = 1
      var factors = [2, 5, 10]
      while maximum > step * 5 {
        step = step / (factors[0] == 2 ? 1 : factors[0] == 5 ? 2 : 5) * factors[0]
        factors = Array(factors[1...] + [factors[0]])
      }
      top = max(1, (maximum + step - 1) / step) * step
      ticks = Array(stride(from: 0, through: top, by: step))
    }
  }
}

/// The style of the charts. Parts differ in lightness and pattern of edge, not in hue alone.
enum ChartStyle {
  static let code = EmbeddedCode(
    """
    .chart{margin:1rem 0 1.4rem;max-width:100%;overflow-x:auto}
    .chart .drawing{max-width:none}
    .chart text{font:13px var(--hei);fill:var(--ink);text-anchor:middle}
    .chart text.number{text-anchor:end;fill:var(--soft)}
    .chart text.name{fill:var(--soft);font-size:12px}
    .chart text.light{fill:#fff}
    .tick{stroke:var(--line);stroke-width:1}
    .bar{stroke:var(--ink);stroke-width:1}
    .bar.closed{fill:#fff}
    .bar.review{fill:#d9d3c7}
    .bar.unverified{fill:#f7f5f0;stroke-dasharray:3 2}
    .bar.open{fill:#9d2a20}
    .bar.rebound{fill:#3f0f0a}
    .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem}
    .legend .key{vertical-align:-.1em;margin-right:.4em}
    .campaign td{min-width:6.5em}
    .campaign td.number,.campaign td.date{min-width:0}
    .campaign td.long{min-width:18em;max-width:34em;font-size:.9rem}
    .campaign td.id{white-space:nowrap;font-family:ui-monospace,SFMono-Regular,Consolas,monospace;font-size:.875rem}
    tr.total td{border-top:1px solid var(--ink);font-weight:700}
    @media print{.chart .drawing{max-width:100%}.chart{break-inside:avoid}.campaign .long{min-width:0}}

    """)
}

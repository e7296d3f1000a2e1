internal import Audit
internal import Diagnostics
internal import Markup
internal import Rectification

/// What every page of the HTML report has: the frame, and how text from outside, numbers and lists are shown.
struct HTMLPage {
  let report: AuditReport
  let words: ReportWords

  var language: Language { words.language }

  /// A whole page.
  ///
  /// - Parameters:
  ///   - title: what stands in the window's title, plain.
  ///   - hasScript: whether the page filters.
  func document(title: String, hasScript: Bool, @MarkupBuilder body: () -> [Node]) -> [UInt8] {
    PageFrame.document(
      language: language, title: title, styles: [HTMLStyle.code, ElevationStyle.code],
      scripts: hasScript ? [HTMLScript.code] : [], body)
  }

  /// Text from outside: apart from what stands round it, whatever its direction, and told to be Chinese in an English
  /// page.
  func outside(_ text: String) -> Node {
    .element(Element("bdi", language == .en ? [.word("lang", "zh-Hans")] : []) { text })
  }

  /// A sentence that the audit made; it may hold text from outside.
  func sentence(_ text: String) -> Node { .element(Element("bdi") { text }) }

  /// `file:line:column`.
  func place(_ location: SourceLocation) -> Element {
    Element("bdi", [.word("class", "place")]) {
      "\(location.file):\(location.range.start.line):\(location.range.start.column)"
    }
  }

  /// A section with its heading.
  func section(_ anchor: Anchor, _ title: String, @MarkupBuilder _ body: () -> [Node]) -> Element {
    let heading = Anchor("h", anchor)
    return Element("section", [.id(anchor), .reference("aria-labelledby", heading)]) {
      Element("h2", [.id(heading)]) { title }
      body()
    }
  }

  /// A fact of a list of facts.
  @MarkupBuilder func fact(_ name: String, @MarkupBuilder _ value: () -> [Node]) -> [Node] {
    Element("div") {
      Element("dt") { name }
      Element("dd", [], value)
    }
  }

  /// By what and when was audited.
  @MarkupBuilder func basis() -> [Node] {
    let standard = report.standard
    fact(words("依据", "Standard")) {
      Element("span") { language == .zh ? "《\(standard.title.zh)》" : standard.title.en }
      Element("span", [.word("class", "fine")]) {
        "\(standard.issuer[language]) · \(standard.id) · \(String(standard.digest.prefix(19)))"
      }
    }
    if !standard.deviations.isEmpty {
      fact(words("调整", "Changed")) {
        Element("ul", [.word("class", "plain")]) {
          for deviation in standard.deviations { Element("li") { sentence(deviation[language]) } }
        }
      }
    }
    fact(words("核查日期", "As of")) { sentence(report.asOf) }
  }

  /// How many communities are in which state, and how many findings there are of which kind.
  @MarkupBuilder func counts(_ summary: Summary) -> [Node] {
    Element("dl", [.word("class", "tally")]) {
      for status in CommunityStatus.allCases {
        tally(words.word(status), summary[status], isGrave: status == .noncompliant || status == .unreadable)
      }
    }
    Element("dl", [.word("class", "tally small")]) {
      tally(words.word(.error), summary.errors, isGrave: true)
      tally(words.word(.warning), summary.warnings, isGrave: false)
      tally(words.word(.advice), summary.advice, isGrave: false)
      tally(words("待核实", "undetermined"), summary.undeterminedFindings, isGrave: false)
      tally(words("已豁免", "waived"), summary.waived, isGrave: false)
      if report.hasBaseline { tally(words("基线内", "in the baseline"), summary.baselined.count, isGrave: false) }
    }
  }

  private func tally(_ name: String, _ count: Int, isGrave: Bool) -> Element {
    Element("div", [.word("class", count == 0 ? "nil" : isGrave ? "grave" : "some")]) {
      Element("dt") { name }
      Element("dd") { String(count) }
    }
  }

  /// What is to be done, in order.
  func steps(_ summary: Summary, _ streets: [StreetReport]) -> Element {
    Element("ol", [.word("class", "steps")]) {
      for step in words.nextSteps(summary, by: Superior(streets)) { Element("li") { step } }
    }
  }

  /// The state of a community as a word with a sign, never by colour alone.
  func badge(_ status: CommunityStatus, _ text: String) -> Element {
    let style: StaticString =
      switch status {
      case .compliant: "state compliant"
      case .noncompliant: "state noncompliant"
      case .undetermined: "state undetermined"
      case .unreadable: "state unreadable"
      case .missing: "state missing"
      }
    return Element("span", [.word("class", style)]) { text }
  }

  /// A table that scrolls by itself where it is wider than the page.
  func table(_ name: String, _ heads: [(text: String, isNumber: Bool)], @MarkupBuilder rows: () -> [Node]) -> Element {
    Element.scroller(words.scrolling(name)) {
      Element("table") {
        Element("thead") {
          Element("tr") {
            for head in heads {
              Element("th", [.word("scope", "col")] + (head.isNumber ? [.word("class", "number")] : [])) { head.text }
            }
          }
        }
        Element("tbody", [], rows)
      }
    }
  }

  /// A cell with a number; 0 is a dash, for it is what one need not look at.
  func number(_ value: Int) -> Element {
    Element("td", [.word("class", value == 0 ? "number none" : "number")]) { value == 0 ? "–" : String(value) }
  }

  /// A diagnostic with its place.
  func diagnostic(_ diagnostic: Diagnostic) -> Element {
    Element("li") {
      let severity = DiagnosticRenderer(language: language).word(diagnostic.severity)
      Element("b", [.word("class", "kind")]) { severity }
      " "
      sentence(diagnostic.message[language])
      if let help = diagnostic.help { Element("span", [.word("class", "fine")]) { sentence(help[language]) } }
      if let location = diagnostic.location { Element("span", [.word("class", "fine")]) { place(location) } }
    }
  }

  /// The departments that required what fails.
  func departments(_ counts: [DepartmentCount]) -> Element {
    let heads = [
      (words("部门", "Department"), false), (words("标识牌（块）", "Signs"), true), (words("场所（间）", "Rooms"), true),
      (words("涉及社区（个）", "Communities"), true),
    ]
    return table(words("要求设置的部门", "Departments"), heads) {
      for count in counts {
        Element("tr") {
          Element("th", [.word("scope", "row")]) { outside(count.department) }
          number(count.signs)
          number(count.rooms)
          number(count.communities)
        }
      }
    }
  }

  var departmentsTitle: String { words("要求设置不合规标识牌、场所的部门", "Departments that required what fails") }

  /// What stands at the foot of every page.
  func footer() -> Element {
    let superior = Superior(report.streets)
    return Element("footer") {
      Element("p") {
        words(
          "整改以\(superior.zh)为单位。社区按名册顺序列出，不排名、不打分；统计并排序的只有要求设置标识牌的部门。",
          "The \(superior.en) is who puts things right. Communities stand in the roster's order and are neither ranked nor scored; "
            + "only the departments that required signs are counted and sorted.")
      }
      Element("p") {
        words(
          "示意图按台账和标准绘制，没有标注的尺寸不代表实际。本页离线可用，不访问网络。",
          "Drawings are schematic where they give no size. This page works offline and loads nothing.")
      }
    }
  }

  /// The panels of an elevation with their captions.
  func figure(_ elevation: Elevation, name: String) -> Element {
    let elevationWords = ElevationWords(words: words)
    // Drawings that are not too wide stand side by side, at one scale, whatever room there is.
    let width = (elevation.actual?.size.width ?? 0) + elevation.norm.size.width
    return Element("figure", [.word("class", width < 15_500 ? "elevation pair" : "elevation")]) {
      Element("div", [.word("class", "panels")]) {
        if let actual = elevation.actual { panel(actual, elevation, elevationWords.actual, name) }
        panel(elevation.norm, elevation, elevationWords.norm, name)
      }
      Element("figcaption") {
        words(
          "\(elevation.viewpoint.zh)所见。\(elevationWords.scale(elevation))。",
          "Seen \(elevation.viewpoint.en). \(elevationWords.scale(elevation)).")
        for remark in elevation.remarks { words(remark.zh + "。", " " + remark.en + ".") }
      }
    }
  }

  private func panel(_ panel: Elevation.Panel, _ elevation: Elevation, _ caption: String, _ name: String) -> Element {
    let elevationWords = ElevationWords(words: words)
    let drawing = ElevationDrawing(panel: panel, elevation: elevation, words: elevationWords)
    return Element("div", [.word("class", "panel")]) {
      Element("p", [.word("class", "panel-title")]) { caption }
      Element(
        "svg",
        [
          .word("class", "drawing"), .word("role", "img"),
          .lengths("viewBox", [0, 0, panel.size.width, panel.size.height]),
          .number("width", Int(panel.size.width * 0.082)), .number("height", Int(panel.size.height * 0.082)),
        ]
      ) {
        Element("title") { words("\(name)大门示意图：\(caption)", "\(name): the entrance \(caption.lowercased())") }
        Element("desc") { elevationWords.description(panel, elevation) }
        drawing.shapes()
      }
    }
  }

  /// The signs of the norm in words: what a sign maker needs.
  func prescriptions(_ elevation: Elevation) -> Element {
    let elevationWords = ElevationWords(words: words)
    return Element("ul", [.word("class", "prescriptions")]) {
      for sign in elevation.prescriptions {
        Element("li") {
          Element("b") { sign.letter }
          Element("span") {
            "\(sign.kind[language])\(words.colon)\(elevationWords.attributes(sign))"
            if !sign.wordings.isEmpty {
              words("；", "; ") + elevationWords.wordingLead(sign)
              for (index, wording) in sign.wordings.enumerated() {
                if index > 0 { elevationWords.or }
                "“"
                Element("bdi", [.word("class", "wording")] + (language == .en ? [.word("lang", "zh-Hans")] : [])) {
                  wording
                }
                "”"
              }
            }
          }
        }
      }
    }
  }
}

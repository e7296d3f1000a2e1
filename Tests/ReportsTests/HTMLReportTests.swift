import Diagnostics
import Rectification
import Reports
import Standard
import TestSupport
import Testing

@testable import Audit

@Suite("HTML report")
struct HTMLReportTests {
  @Test("looks as it was recorded, every state and outcome", arguments: [Language.zh, .en])
  func golden(language: Language) throws {
    let pages = HTMLReport.render(SampleReport.make(language: language), norm: nil) { _ in nil }
    #expect(pages.map(\.name) == ["index.html", "street-01.html", "street-02.html"])
    for page in pages where language == .zh || page.name != "index.html" {
      try expectGolden(page.bytes, language == .zh ? page.name : "en-\(page.name)")
    }
  }

  @Test("shows entrances, clauses and departments of another standard as it was recorded")
  func drawn() throws {
    let planner = try #require(ElevationPlanner(TinyStandard.standard))
    let pages = HTMLReport.render(TinyReport.make(), norm: planner.norm()) { planner.elevation(of: $0) }
    for page in pages { try expectGolden(page.bytes, "tiny-\(page.name)") }
  }

  @Test("is the same bytes every time")
  func deterministic() throws {
    let planner = try #require(ElevationPlanner(TinyStandard.standard))
    let pages = (0..<2).map { _ in
      HTMLReport.render(TinyReport.make(), norm: planner.norm()) { planner.elevation(of: $0) }.map(\.bytes)
    }
    #expect(pages[0] == pages[1])
  }

  @Test("keeps hostile text inert in every field", arguments: [Language.zh, .en])
  func hostile(language: Language) throws {
    let planner = try #require(ElevationPlanner(Trials.standard))
    let drawn = try #require(planner.elevation(of: HostileInventory.report))
    let report = SampleReport.filled(with: SampleReport.hostile, language: language)
    for page in HTMLReport.render(report, norm: planner.norm(), drawing: { _ in drawn }) {
      let markup = Markup(page.bytes)
      #expect(markup.unknown == [])
      #expect(markup.references.allSatisfy(Markup.isHarmless), "\(markup.references)")
      for scalar in String(decoding: page.bytes, as: UTF8.self).unicodeScalars where scalar != "\n" {
        #expect(!VisibleText.isInvisible(scalar))
      }
      #expect(markup.names.count { $0 == "script" } == (page.name == "index.html" ? 0 : 1))
      #expect(markup.names.count { $0 == "style" } == 2)
      #expect(markup.isBalanced)
    }
  }
}

@Suite("Elevation sheet")
struct ElevationSheetTests {
  @Test("looks as it was recorded", arguments: [Language.zh, .en])
  func golden(language: Language) throws {
    let planner = try #require(ElevationPlanner(TinyStandard.standard))
    let community = try #require(TinyReport.make(language: language).streets.first?.communities.first)
    let elevation = try #require(planner.elevation(of: community))
    let sheet = ElevationSheet(language: language, title: TinyStandard.standard.title)
    try expectGolden(
      sheet.render([(community, elevation), (nil, planner.norm())]), "elevation.\(language.rawValue).svg")
  }

  @Test("writes sizes at the signs, as it was recorded", arguments: [Language.zh, .en])
  func sizes(language: Language) throws {
    let standard = try #require(try RulesDirectory.load("town-organs").standard)
    let planner = try #require(ElevationPlanner(standard))
    let sheet = ElevationSheet(language: language, title: standard.title)
    let drawing = sheet.render([(nil, planner.norm())])
    #expect(Markup(drawing).unknown == [])
    try expectGolden(drawing, "elevation-sizes.\(language.rawValue).svg")
  }

  @Test("keeps hostile text inert")
  func hostile() throws {
    let planner = try #require(ElevationPlanner(Trials.standard))
    let report = HostileInventory.report
    let sheet = ElevationSheet(language: .zh, title: Trials.standard.title)
    let markup = Markup(sheet.render([(report, try #require(planner.elevation(of: report)))]))
    #expect(markup.unknown == [])
    #expect(markup.references == [])
    #expect(markup.names.count { $0 == "script" } == 0)
    #expect(markup.isBalanced)
  }
}

/// Two villages by the tiny standard, put through the audit.
enum TinyReport {
  static let inventories = [
    """
    community: {district: 某县, street: 某乡, name: 柳村, code: "1"}
    survey: {viewpoint: facing-out, date: 2026-05-12, by: 乡办}
    signs:
      - {id: A, kind: hall, text: 柳村村部, place: over-door, background: odd, lettering: yellow, orientation: horizontal}
      - {id: B, kind: council, place: right-post, text: 柳村村民委员会, demanded_by: 某局}
      - {id: C, kind: map, place: yard, text: 导览}
    """,
    """
    community: {district: 某县, street: 某乡, name: 桃村}
    signs: []
    """,
  ]

  static func make(language: Language = .zh) -> AuditReport {
    let standard = TinyStandard.standard
    let settings = AuditSettings(
      standard: standard, waivers: WaiverBook([], asOf: Trials.day, standard: standard), language: language)
    let communities = inventories.map { Walls.report($0, standard, language: language) }
    var batch = Batch(settings, streets: [])
    for community in communities {
      _ = batch.add(
        InventoryResult(
          report: community, place: nil, facilityKey: "", rosterIndex: nil,
          nameLocation: SampleReport.location("", 1, 1),
          metWaivers: [], departments: community.name == "柳村" ? ["某局": (signs: 1, rooms: 0)] : [:]))
    }
    return batch.report(communities, diagnostics: [], asOf: Trials.day)
  }
}

/// A community whose every text tries to break out.
enum HostileInventory {
  static let report: CommunityReport = {
    let text = #""\"\u0301 <script>\e[31m\u202E]]>&{{x}}=cmd|\r\n::error:: %0A \uFFFE\0' --> <svg onload=x>""#
    return Walls.report(
      """
      community: {district: \(text), street: \(text), name: \(text)}
      facility: {name: \(text)}
      signs:
        - {id: \(text), kind: service-center, text: \(text), place: above-entrance}
        - {id: "a", kind: party-organization, text: \(text), place: entrance-left, orientation: vertical}
        - {id: "b", kind: other, text: \(text), place: gate, demanded_by: \(text)}
      """)
  }()
}

/// The tags and attributes of a page, read as a browser reads them.
struct Markup {
  /// The names of all start tags.
  var names: [String] = []
  /// The values of `href`, `src` and `id`.
  var references: [String] = []
  /// Tags and attributes that the program does not write.
  var unknown: [String] = []
  /// Whether every element that has an end tag has it, in order.
  var isBalanced = true

  private static let tags: Set<String> = [
    "!doctype", "?xml", "html", "head", "meta", "title", "link", "style", "body", "a", "header", "p", "h1", "h2", "h3",
    "h4", "span", "div", "nav", "ul", "ol", "li", "main", "section", "dl", "dt", "dd", "table", "thead", "tbody", "tr",
    "th", "td", "form", "label", "select", "option", "output", "button", "article", "figure", "figcaption", "svg",
    "desc",
    "g", "rect", "path", "circle", "text", "b", "bdi", "blockquote", "footer", "script",
  ]
  private static let attributes: Set<String> = [
    "lang", "xml:lang", "charset", "http-equiv", "content", "name", "rel", "href", "class", "id", "role", "aria-label",
    "aria-labelledby", "tabindex", "scope", "for", "value", "type", "hidden", "data-rule", "data-kind", "data-state",
    "viewbox", "width", "height", "x", "y", "cx", "cy", "r", "d", "fill", "font-size", "letter-spacing", "transform",
    "xmlns",
    "html",
    "version", "encoding", "?",
  ]
  private static let void: Set<String> = ["!doctype", "?xml", "meta", "link"]

  /// A link within the page, to another page, the empty icon, or an id.
  static func isHarmless(_ reference: String) -> Bool {
    let text = reference.first == "#" ? String(reference.dropFirst()) : reference
    return text == "data:,"
      || text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
      }
  }

  init(_ bytes: [UInt8]) {
    var text = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    var open: [String] = []
    while let start = text.firstIndex(of: "<") {
      text = text[text.index(after: start)...]
      guard let end = text.firstIndex(of: ">") else { break }
      let tag = text[..<end]
      text = text[text.index(after: end)...]
      let name = String(
        String.UnicodeScalarView(tag.prefix { $0 != " " && $0 != "/" || tag.first == "/" && $0 == "/" })
      )
      .lowercased()
      if tag.first == "/" {
        if open.popLast() != String(name.dropFirst()) { isBalanced = false }
        continue
      }
      names.append(name)
      if !Self.tags.contains(name) { unknown.append(name) }
      read(tag.dropFirst(name.unicodeScalars.count))
      if !Self.void.contains(name), tag.last != "/" { open.append(name) }
      // What stands in styles and scripts is no markup.
      if name == "style" || name == "script" {
        while let next = text.firstIndex(of: "<"), text[text.index(after: next)...].first != "/" {
          text = text[text.index(after: next)...]
        }
      }
    }
    if !open.isEmpty { isBalanced = false }
  }

  private mutating func read(_ rest: Substring.UnicodeScalarView) {
    var rest = rest
    while let start = rest.firstIndex(where: { $0 != " " && $0 != "/" && $0 != "\n" }) {
      rest = rest[start...]
      let name = String(String.UnicodeScalarView(rest.prefix { $0 != "=" && $0 != " " && $0 != "/" })).lowercased()
      rest = rest.dropFirst(name.unicodeScalars.count)
      if !Self.attributes.contains(name) { unknown.append("@" + name) }
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst()
      guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
        unknown.append("an unquoted value of " + name)
        return
      }
      let value = String(String.UnicodeScalarView(rest[rest.index(after: rest.startIndex)..<end]))
      if ["href", "src", "id"].contains(name) { references.append(value) }
      rest = rest[rest.index(after: end)...]
    }
  }
}

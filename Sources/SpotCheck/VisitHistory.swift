import Diagnostics
package import Inventory
package import YAMLTree

/// What is known of a community from earlier visits and audits: what the drawing of a sample takes into account.
package struct Visit: Sendable, Hashable {
  /// The day on which an inspector was there last; nil: never, as far as is known.
  package var last: CalendarDate?
  /// How many failures were found in earlier rounds.
  package var failures: Int

  /// Makes a record.
  package init(last: CalendarDate?, failures: Int) {
    self.last = last
    self.failures = failures
  }
}

/// The visits of all communities. A campaign's database can be made into one; a file of it is YAML:
///
/// ```yaml
/// visits: 1
/// entries:
///   - {district: 临江区, street: 江畔街道, community: 柳荫社区, last: 2026-03-01, failures: 2}
/// ```
package struct VisitHistory: Sendable {
  private var visits: [PlaceKey: Visit] = [:]

  /// Makes an empty history.
  package init() {}

  /// The record of a community, by its short names in compared form.
  package subscript(place: PlaceKey) -> Visit? {
    get { visits[place] }
    set { visits[place] = newValue }
  }

  private static let keys = WordTable([
    .init("district", ["区"]), .init("street", ["街道"]), .init("community", ["社区"]), .init("last", ["上次到访"]),
    .init("failures", ["不符合项"]),
  ])

  /// Reads one document of a history file; an entry with an error is left out.
  package mutating func read(_ tree: YAMLTree, _ shortNames: ShortNames, _ problems: inout Problems) {
    let what = BilingualText(zh: "到访记录", en: "the visits")
    let heads = WordTable([.init("visits", ["到访"]), .init("entries", ["条目"])])
    guard tree.nodes[Int(tree.root)].kind == .mapping else {
      problems.wrongShape(tree, tree.root, what, wanted: .mapping)
      return
    }
    for (key, value) in tree.pairs(of: tree.root) {
      switch heads.find(tree.string(key)) {
      case 0: break
      case 1:
        for entry in tree.children(of: value) { readEntry(tree, entry, shortNames, &problems) }
      default: problems.unknownKey(tree, key, in: what, known: heads.spellings)
      }
    }
  }

  private mutating func readEntry(
    _ tree: YAMLTree, _ node: NodeIndex, _ shortNames: ShortNames, _ problems: inout Problems
  ) {
    let what = BilingualText(zh: "到访记录的条目", en: "an entry of the visits")
    guard tree.nodes[Int(node)].kind == .mapping else {
      problems.wrongShape(tree, node, what, wanted: .mapping)
      return
    }
    var texts = [String](repeating: "", count: 3)
    var visit = Visit(last: nil, failures: 0)
    for (key, value) in tree.pairs(of: node) {
      let text = tree.string(value)
      switch Self.keys.find(tree.string(key)) {
      case let word? where word < 3: texts[Int(word)] = text
      case 3:
        visit.last = CalendarDate(text.utf8)
        if visit.last == nil, !tree.isAbsent(value) {
          problems.error(
            tree, value, zh: "“\(VisibleText(text).text)”不是有效日期",
            en: "`\(VisibleText(text).text)` is no date that exists")
        }
      case 4:
        let isNumber = !text.isEmpty && text.utf8.count <= 6 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        if let number = isNumber ? Int(text) : nil {
          visit.failures = number
        } else {
          problems.error(
            tree, value, zh: "“不符合项”应是数字，这里写的是“\(VisibleText(text).text)”",
            en: "`failures` must be a number, not `\(VisibleText(text).text)`")
        }
      default: problems.unknownKey(tree, key, in: what, known: Self.keys.spellings)
      }
    }
    guard !texts.contains("") else {
      problems.error(tree, node, zh: "\(what.zh)要写明区、街道、社区", en: "\(what.en) needs district, street and community")
      return
    }
    self[PlaceKey(district: texts[0], street: texts[1], community: texts[2], shortNames)] = visit
  }
}

package import Diagnostics
package import YAMLTree

/// What the district has excused: the boundary type for the waivers file.
package struct Waiver: Sendable, Hashable {
  /// The id of the rule, or a former id of it.
  package var rule: String
  /// The district, where the waiver names it.
  package var district: String?
  /// The street.
  package var street: String
  /// The community.
  package var community: String
  /// The id of the sign; nil: the rule for the whole community.
  package var sign: String?
  /// The subject, as in a finding (`room:101`).
  package var subject: String?
  /// Why.
  package var reason: String
  /// Who approved it.
  package var approvedBy: String
  /// The document that says so.
  package var document: String
  /// The last day on which it counts.
  package var expires: CalendarDate
  /// Where it stands.
  package var location: SourceLocation
}

extension Waiver {
  /// Reads one document of a waivers file; an entry with an error is left out.
  package static func read(_ tree: YAMLTree, root: NodeIndex = 0, _ problems: inout Problems) -> [Waiver] {
    // The fields of waivers are read by the same functions as those of inventories.
    var reading = Inventory()
    reading.tree = tree
    var list = noNode
    reading.eachPair(root, .waivers, &problems) { reading, key, _, value, problems in
      switch key {
      case .waivers: reading.readVersion(value, .waivers, &problems)
      case .entries: list = value
      default: break
      }
    }
    guard list != noNode else {
      problems.missingKey(tree, root, in: KeySet.waivers.what, key: .entries)
      return []
    }
    return reading.items(list, .entries, &problems).compactMap { entry(&reading, $0, &problems) }
  }

  private static func entry(_ reading: inout Inventory, _ node: NodeIndex, _ problems: inout Problems) -> Waiver? {
    var texts: [InventoryKey: TextField] = [:]
    var expires = DateField()
    var blanks: [InventoryKey: NodeIndex] = [:]
    reading.eachPair(node, .waiver, &problems) { reading, key, keyNode, value, problems in
      // Whether plain or in quotes: nothing is nothing.
      let isText = reading.tree.nodes[Int(value)].kind == .scalar
      if key == .expires {
        expires = reading.date(value, key, &problems)
        if isText, reading.tree.textRange(of: value).isEmpty { blanks[key] = keyNode }
      } else {
        let text = reading.text(value, key, &problems)
        texts[key] = text
        if isText, !text.isRecorded { blanks[key] = keyNode }
      }
    }
    for key in [InventoryKey.sign, .subject] {
      guard let blank = blanks[key] else { continue }
      problems.warning(
        reading.tree, blank, zh: "“\(key.label.zh)”是空的：这条豁免适用于该社区这条规则的全部问题",
        en: "`\(key.word.canonical)` is blank: the waiver counts for every failure of its rule in the community",
        help: BilingualText(
          zh: "只豁免一处的，填上“\(key.label.zh)”；确实全部豁免的，删去这个字段",
          en: "fill it in to waive one of them; take the key out if all are meant"))
    }
    func optional(_ key: InventoryKey) -> String? {
      guard let field = texts[key], field.isRecorded else { return nil }
      return reading.string(field)
    }
    var isWhole = true
    func missing(_ key: InventoryKey) {
      isWhole = false
      guard let blank = blanks[key] else {
        problems.missingKey(reading.tree, node, in: KeySet.waiver.what, key: key)
        return
      }
      problems.error(
        reading.tree, blank, zh: "“\(key.label.zh)”还没有填写，这一条不算豁免",
        en: "`\(key.word.canonical)` is not filled in yet, so this is no waiver",
        help: BilingualText(zh: "由区里批准后填写", en: "the district fills it in when it approves"))
    }
    func required(_ key: InventoryKey) -> String {
      guard let text = optional(key) else {
        missing(key)
        return ""
      }
      return text
    }
    let rule = required(.rule)
    let street = required(.street)
    let community = required(.community)
    let reason = required(.reason)
    let approvedBy = required(.approvedBy)
    let document = required(.document)
    if expires.node == noNode { missing(.expires) }
    guard isWhole, let date = expires.value else { return nil }
    return Waiver(
      rule: rule, district: optional(.district), street: street, community: community, sign: optional(.sign),
      subject: optional(.subject), reason: reason, approvedBy: approvedBy, document: document, expires: date,
      location: problems.location(reading.tree, texts[.rule].map(\.node) ?? node))
  }
}

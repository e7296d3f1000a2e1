import Diagnostics
import Inventory
package import Standard
package import YAMLTree

/// A part of a rule as it is written, brought to one form: words in their canonical spelling, lists of alternatives
/// without order, one word and a list of one alike. Two parts that mean the same by construction are equal.
///
/// It is made from the tree and not from the compiled rule, so that a check kind or predicate which the language gains
/// later is compared, tested and linted without a word here.
package indirect enum RuleValue: Sendable, Hashable {
  case text(String)
  /// A list whose order means nothing, sorted and without repetitions.
  case set([RuleValue])
  /// A list whose order counts.
  case list([RuleValue])
  /// Keys and values, sorted by key.
  case fields([Field])

  /// A key and its value.
  package struct Field: Sendable, Hashable {
    /// The key.
    package var key: String
    /// The value.
    package var value: RuleValue
  }

  /// The value of a key of a mapping.
  package subscript(key: String) -> RuleValue? {
    guard case .fields(let fields) = self else { return nil }
    return fields.first { $0.key == key }?.value
  }

  /// The items of a list; a text stands for a list of one.
  package var items: [RuleValue] {
    switch self {
    case .text: [self]
    case .set(let items), .list(let items): items
    case .fields: []
    }
  }

  /// The text, if it is one, or the only one of a list.
  package var text: String? {
    switch self {
    case .text(let text): text
    case .set(let items), .list(let items): items.count == 1 ? items[0].text : nil
    case .fields: nil
    }
  }

  /// The texts of a list, or the one text.
  package var texts: [String] { items.compactMap(\.text) }

  /// Every text in it that is no key, with the key under which it stands.
  package var leaves: [(key: String, text: String)] { leaves(under: "") }

  private func leaves(under key: String) -> [(key: String, text: String)] {
    switch self {
    case .text(let text): [(key, text)]
    case .set(let items), .list(let items): items.flatMap { $0.leaves(under: key) }
    case .fields(let fields): fields.flatMap { $0.value.leaves(under: $0.key) }
    }
  }

  /// Every key in it.
  package var keys: [String] {
    switch self {
    case .text: []
    case .set(let items), .list(let items): items.flatMap(\.keys)
    case .fields(let fields): fields.flatMap { [$0.key] + $0.value.keys }
    }
  }

  /// The value on one line, as it could stand in YAML; the same for equal values.
  package var line: String {
    switch self {
    case .text(let text): Self.plain(text)
    case .set(let items), .list(let items): "[" + items.map(\.line).joined(separator: ", ") + "]"
    case .fields(let fields): "{" + fields.map { "\($0.key): \($0.value.line)" }.joined(separator: ", ") + "}"
    }
  }

  private static func plain(_ text: String) -> String {
    let special = text.unicodeScalars.contains { ",:{}[]#\"'&*!|>%@`\n".unicodeScalars.contains($0) }
    guard special || text.isEmpty else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
      if scalar == "\n" { quoted += "\\n" } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "\""
  }
}

extension RuleValue {
  /// Lists whose order counts.
  private static let ordered: Set<String> = [
    "from_door", "cases", "files", "kinds", "places", "colours", "community_types", "party_organizations",
  ]
  /// Keys whose value is a word or a list of alternatives.
  private static let alternatives: Set<String> = [
    "kind", "kind_group", "place", "orientation", "mounting", "background", "lettering", "equals", "starts", "ends",
    "contains", "declared", "recognised", "fields", "clauses", "aliases", "yields_to", "also", "groups", "not_place",
  ]
  static let flags: Set<String> = ["prominent", "on_wall", "in_scope", "special", "on_entrance_floor"]

  /// The value at a node.
  ///
  /// - Parameters:
  ///   - key: the key under which it stands, which says what its words are.
  ///   - words: the vocabulary whose spellings are brought to the canonical one.
  package init(_ tree: YAMLTree, _ node: NodeIndex, under key: String, _ words: Vocabulary) {
    switch tree.nodes[Int(node)].kind {
    case .scalar:
      let text = RuleValue.text(Self.canonical(tree.string(node), under: key, words))
      self = Self.alternatives.contains(key) ? .set([text]) : text
    case .sequence:
      let items = tree.children(of: node).map { child -> RuleValue in
        guard tree.nodes[Int(child)].kind == .scalar else { return RuleValue(tree, child, under: key, words) }
        return .text(Self.canonical(tree.string(child), under: key, words))
      }
      self = Self.ordered.contains(key) ? .list(items) : .set(Self.sorted(items))
    case .mapping:
      var fields: [Field] = []
      for (keyNode, value) in tree.pairs(of: node) where !tree.isAbsent(value) {
        let name = tree.string(keyNode)
        fields.append(Field(key: name, value: RuleValue(tree, value, under: name, words)))
      }
      self = .fields(fields.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) })
    }
  }

  private static func sorted(_ items: [RuleValue]) -> [RuleValue] {
    var seen: Set<RuleValue> = []
    return items.filter { seen.insert($0).inserted }
      .sorted { Array($0.line.utf8).lexicographicallyPrecedes(Array($1.line.utf8)) }
  }

  /// A word in its canonical spelling; any other text as it is.
  private static func canonical(_ text: String, under key: String, _ words: Vocabulary) -> String {
    if let table = RuleWords.table(key, words), let index = table.find(text) { return table[index].canonical }
    if flags.contains(key) {
      switch text {
      case "true": return "yes"
      case "false": return "no"
      default: break
      }
    }
    return text
  }
}

extension Standard {
  /// Where a rule is written: its file and the mapping that is the rule. Nil where it stands in no file of the standard.
  package func written(_ rule: Rule) -> (tree: YAMLTree, node: NodeIndex)? {
    for file in files where file.name == rule.location.file {
      let tree = file.tree
      guard let list = tree.value("rules", of: tree.root), tree.nodes[Int(list)].kind == .sequence else { continue }
      for item in tree.children(of: list) {
        guard let id = tree.value("id", of: item) else { continue }
        if tree.range(of: id) == rule.location.range { return (tree, item) }
      }
    }
    return nil
  }

  /// A part of a rule as it is written, in one form; nil where the rule does not have it.
  package func written(_ rule: Rule, _ key: String) -> RuleValue? {
    guard let (tree, node) = written(rule), let value = tree.value(key, of: node), !tree.isAbsent(value) else {
      return nil
    }
    let written = RuleValue(tree, value, under: key, vocabulary)
    return key == "check" ? written.tailored(rule.check) : written
  }
}

extension RuleValue {
  /// A check with the bounds that count: a tailored standard may have changed those that are written.
  fileprivate func tailored(_ check: Check) -> RuleValue {
    let bounds: ClosedRange<Int>
    let kind: String
    switch check {
    case .formula(.count(let count)) where count.cases.isEmpty && count.hasBounds:
      (kind, bounds) = ("count", count.bounds)
    case .perFloor(_, _, let least): (kind, bounds) = ("per_floor", least...Int.max)
    default: return self
    }
    guard case .fields(let fields)? = self[kind] else { return self }
    let low = Field(key: "at_least", value: .text(String(bounds.lowerBound)))
    let high = Field(key: "at_most", value: .text(String(bounds.upperBound)))
    var changed = fields.filter { !["exactly", "at_least", "at_most"].contains($0.key) }
    if kind == "count", bounds.lowerBound == bounds.upperBound {
      changed.append(Field(key: "exactly", value: low.value))
    } else {
      if bounds.lowerBound > 0 || bounds.upperBound == .max { changed.append(low) }
      if bounds.upperBound < .max { changed.append(high) }
    }
    return .fields([
      Field(
        key: kind,
        value: .fields(changed.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }))
    ])
  }
}

extension YAMLTree {
  /// The value of a key of a mapping; nil for other nodes and unknown keys.
  package func value(_ key: String, of node: NodeIndex) -> NodeIndex? {
    pairs(of: node).first { string($0.key) == key }?.value
  }
}

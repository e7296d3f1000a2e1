package import Inventory
package import YAMLTree

/// An inventory that is made up or changed by a rule test, before it is written as YAML and read like any other.
///
/// Keys are the format's own, so that a change is made once and not in two spellings.
package struct Draft: Sendable, Hashable {
  /// The document.
  package var root: DraftFields

  /// Makes a draft.
  package init(_ root: DraftFields) { self.root = root }

  /// The inventory at a node of a tree, as far as its keys are known; absent values are left out.
  package init(_ tree: YAMLTree, _ node: NodeIndex) {
    root = DraftFields(tree, node, .inventory)
  }

  /// The signs; setting them keeps the place of the key.
  package var signs: [DraftFields] {
    get { root[.signs]?.mappings ?? [] }
    set { root[.signs] = .list(newValue.map { .fields($0) }) }
  }

  /// The facility; setting an empty one removes it.
  package var facility: DraftFields {
    get { root[.facility]?.mapping ?? DraftFields() }
    set { root[.facility] = newValue.pairs.isEmpty ? nil : .fields(newValue) }
  }

  /// The rooms; nil where they are not recorded.
  package var rooms: [DraftFields]? {
    get { facility[.rooms]?.mappings }
    set {
      var facility = facility
      facility[.rooms] = newValue.map { .list($0.map { .fields($0) }) }
      self.facility = facility
    }
  }

  /// The community.
  package var community: DraftFields {
    get { root[.community]?.mapping ?? DraftFields() }
    set { root[.community] = .fields(newValue) }
  }

  /// The survey; setting an empty one removes it.
  package var survey: DraftFields {
    get { root[.survey]?.mapping ?? DraftFields() }
    set { root[.survey] = newValue.pairs.isEmpty ? nil : .fields(newValue) }
  }

  /// The document as YAML in UTF-8: one line of flow style, every text in double quotes.
  package var yaml: [UInt8] {
    var bytes: [UInt8] = []
    DraftValue.fields(root).write(into: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }
}

/// A value of a draft.
package indirect enum DraftValue: Sendable, Hashable {
  case text(String)
  case list([DraftValue])
  case fields(DraftFields)

  /// The mapping, if it is one.
  package var mapping: DraftFields? { if case .fields(let fields) = self { fields } else { nil } }
  /// The text, if it is one.
  package var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The items of a list; a text stands for a list of one. Empty for a mapping.
  package var items: [DraftValue] {
    switch self {
    case .text: [self]
    case .list(let items): items
    case .fields: []
    }
  }
  /// The mappings of a list.
  package var mappings: [DraftFields] { items.compactMap(\.mapping) }

  fileprivate init?(_ tree: YAMLTree, _ node: NodeIndex, _ key: InventoryKey) {
    guard !tree.isAbsent(node) else { return nil }
    switch tree.nodes[Int(node)].kind {
    case .scalar: self = .text(tree.string(node))
    case .sequence: self = .list(tree.children(of: node).compactMap { DraftValue(tree, $0, key) })
    case .mapping:
      guard let keys = KeySet.below(key) else { return nil }
      self = .fields(DraftFields(tree, node, keys))
    }
  }

  fileprivate func write(into bytes: inout [UInt8]) {
    switch self {
    case .text(let text): Self.write(text, into: &bytes)
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(contentsOf: ", ".utf8) }
        item.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .fields(let fields):
      bytes.append(UInt8(ascii: "{"))
      for (index, pair) in fields.pairs.enumerated() {
        if index > 0 { bytes.append(contentsOf: ", ".utf8) }
        bytes.append(contentsOf: pair.key.word.canonical.utf8)
        bytes.append(contentsOf: ": ".utf8)
        pair.value.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// A text in double quotes. What YAML does not take as it is, is written by its number.
  private static func write(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": bytes.append(contentsOf: "\\\(scalar)".utf8)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16)
        bytes.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// The keys and values of a mapping of a draft, in order, each key once.
package struct DraftFields: Sendable, Hashable {
  /// One key and its value.
  package struct Pair: Sendable, Hashable {
    package var key: InventoryKey
    package var value: DraftValue
  }

  /// The pairs, in order.
  package private(set) var pairs: [Pair] = []

  /// Makes an empty mapping.
  package init() {}

  /// Makes a mapping; a later value of a key takes the place of an earlier one.
  package init(_ pairs: [(InventoryKey, DraftValue)]) {
    for (key, value) in pairs { self[key] = value }
  }

  fileprivate init(_ tree: YAMLTree, _ node: NodeIndex, _ keys: KeySet) {
    for (keyNode, valueNode) in tree.pairs(of: node) {
      let slice = TextSlice(offset: tree.nodes[Int(keyNode)].textOffset, count: tree.nodes[Int(keyNode)].count)
      guard let key = keys.find(tree.text, slice), let value = DraftValue(tree, valueNode, key) else { continue }
      self[key] = value
    }
  }

  /// The value of a key; setting nil removes it, setting a new one keeps its place.
  package subscript(key: InventoryKey) -> DraftValue? {
    get { pairs.first { $0.key == key }?.value }
    set {
      let index = pairs.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): pairs[index].value = value
      case (let index?, nil): pairs.remove(at: index)
      case (nil, let value?): pairs.append(Pair(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The text of a key.
  package func text(_ key: InventoryKey) -> String? { self[key]?.text }
}

extension KeySet {
  /// The keys of the mapping, or of each mapping of the list, that stands under a key of an inventory; nil for keys
  /// whose values are texts.
  package static func below(_ key: InventoryKey) -> KeySet? {
    switch key {
    case .inventory: .inventory
    case .community: .community
    case .survey: .survey
    case .facility: .facility
    case .rooms: .room
    case .signs: .sign
    case .sizeMillimetres: .size
    case .entries: .entry
    case .approval: .approval
    default: nil
    }
  }
}

package import Diagnostics
package import YAMLTree

/// Collects what is wrong with one file, with the sentences that several readers share.
package struct Problems: Sendable {
  /// The file, as it is shown.
  package let file: String
  /// What was found, in order.
  package var diagnostics: [Diagnostic] = []

  /// Starts without problems.
  package init(file: String) {
    self.file = file
  }

  /// Whether something was found that makes the document unreadable.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Reports an error at a node.
  package mutating func error(
    _ tree: YAMLTree, _ node: NodeIndex, zh: String, en: String, help: BilingualText? = nil,
    related: [Diagnostic.Related] = []
  ) {
    diagnostics.append(
      Diagnostic(
        .error, BilingualText(zh: zh, en: en), help: help ?? tree.likelyMistake(at: node),
        at: location(tree, node), related: related))
  }

  /// Reports something at a node that is probably not meant, and leaves the document readable.
  package mutating func warning(
    _ tree: YAMLTree, _ node: NodeIndex, zh: String, en: String, help: BilingualText? = nil
  ) {
    diagnostics.append(
      Diagnostic(.warning, BilingualText(zh: zh, en: en), help: help, at: location(tree, node)))
  }

  /// Where a node stands.
  package func location(_ tree: YAMLTree, _ node: NodeIndex) -> SourceLocation {
    SourceLocation(file: file, range: node == noNode ? SourceRange(at: .start) : tree.range(of: node))
  }

  /// A value has another shape than it should.
  package mutating func wrongShape(
    _ tree: YAMLTree, _ node: NodeIndex, _ what: BilingualText, wanted: Shape, help: BilingualText? = nil
  ) {
    let actual = Shape(tree.nodes[Int(node)].kind)
    error(
      tree, node, zh: "\(what.zh)应是\(wanted.text.zh)，这里写的是\(actual.text.zh)",
      en: "\(what.en) must be \(wanted.text.en), but this is \(actual.text.en)", help: help)
  }

  /// A key that a mapping does not have.
  package mutating func unknownKey(_ tree: YAMLTree, _ node: NodeIndex, in what: BilingualText, known: [String]) {
    let key = tree.string(node)
    var help = Spelling.suggestion(for: key, among: known)
    if help == nil, tree.likelyMistake(at: node) == nil {
      let list = known.joined(separator: "、")
      help = BilingualText(zh: "可用的字段：\(list)", en: "known keys: \(known.joined(separator: ", "))")
    }
    error(
      tree, node, zh: "\(what.zh)没有“\(VisibleText(key).text)”这个字段",
      en: "\(what.en) has no key `\(VisibleText(key).text)`", help: help)
  }

  /// A key that a mapping has twice, perhaps in two spellings.
  package mutating func duplicateKey(_ tree: YAMLTree, _ node: NodeIndex, first: NodeIndex, key: InventoryKey) {
    let label = key.word
    error(
      tree, node, zh: "字段“\(tree.string(node))”重复", en: "the key `\(tree.string(node))` stands here twice",
      help: BilingualText(
        zh: "“\(label.chinese[0])”和“\(label.canonical)”是同一个字段，只保留一处",
        en: "`\(label.canonical)` and \(label.chinese[0]) are one key; keep one of the two"),
      related: [
        .init(message: BilingualText(zh: "先前写在这里", en: "first written here"), location: location(tree, first))
      ])
  }

  /// A key that must be there and is not.
  package mutating func missingKey(_ tree: YAMLTree, _ node: NodeIndex, in what: BilingualText, key: InventoryKey) {
    error(
      tree, node, zh: "\(what.zh)缺少必填字段“\(key.word.chinese[0])”",
      en: "\(what.en) lacks the required key `\(key.word.canonical)`",
      help: BilingualText(
        zh: "补上“\(key.word.chinese[0])”（\(key.word.canonical)）",
        en: "add `\(key.word.canonical)` (\(key.word.chinese[0]))"))
  }

  /// A word that its vocabulary does not have.
  package mutating func unknownWord(_ tree: YAMLTree, _ node: NodeIndex, key: InventoryKey, table: WordTable) {
    let word = tree.string(node)
    var help = Spelling.suggestion(for: word, among: table.spellings)
    if help == nil {
      let zh = table.words.map(\.label.zh).joined(separator: "、")
      let en = table.words.map(\.canonical).joined(separator: ", ")
      help = BilingualText(zh: "可用的词：\(zh)", en: "known words: \(en)")
    }
    let shown = VisibleText(word).text
    error(
      tree, node, zh: "“\(key.label.zh)”没有“\(shown)”这个词", en: "`\(key.word.canonical)` has no word `\(shown)`",
      help: help)
  }
}

/// The shapes a value can have.
package enum Shape: Sendable {
  /// A text.
  case text
  /// A list.
  case list
  /// Keys and values.
  case mapping

  /// The shape of a node.
  package init(_ kind: YAMLTree.Kind) {
    switch kind {
    case .scalar: self = .text
    case .sequence: self = .list
    case .mapping: self = .mapping
    }
  }

  /// What a person calls it.
  package var text: BilingualText {
    switch self {
    case .text: BilingualText(zh: "一段文字", en: "a text")
    case .list: BilingualText(zh: "列表（每项以“- ”开头）", en: "a list (each item begins with `- `)")
    case .mapping: BilingualText(zh: "一组“字段: 值”", en: "a group of `key: value` lines")
    }
  }
}

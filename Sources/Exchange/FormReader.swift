package import Inventory
package import YAMLTree

/// Takes an inventory's keys and values from a document that was read without an error.
package enum FormReader {
  /// The form of an inventory.
  ///
  /// - Parameters:
  ///   - tree: the document; its root is the inventory.
  ///   - words: the vocabulary of the standard in force.
  package static func read(_ tree: YAMLTree, words: InventoryWords) -> FormValue {
    var form = mapping(tree, tree.root, nil, words) ?? .empty
    if case .mapping(var pairs) = form.content {
      pairs[.inventory] = nil  // the version is the writer's
      form.content = .mapping(pairs)
    }
    return form
  }

  private static let nobody = FormValue(.text(FixedWords.nobody[0].canonical))

  private static func mapping(
    _ tree: YAMLTree, _ node: NodeIndex, _ key: InventoryKey?, _ words: InventoryWords
  ) -> FormValue? {
    guard let keys = FormShape.keys(of: key) else { return nil }
    var found: [InventoryKey: FormValue] = [:]
    for pair in tree.pairs(of: node) {
      let name = tree.nodes[Int(pair.key)]
      guard let key = keys.find(tree.text, TextSlice(offset: name.textOffset, count: name.count)),
        let value = value(tree, pair.value, key, words)
      else { continue }
      found[key] = value
    }
    return FormValue(.mapping(found))
  }

  private static func value(
    _ tree: YAMLTree, _ node: NodeIndex, _ key: InventoryKey, _ words: InventoryWords
  ) -> FormValue? {
    switch tree.nodes[Int(node)].kind {
    case .scalar:
      if tree.isAbsent(node) { return nil }
      let text = tree.string(node)
      // An empty text is a value of `text` alone.
      if text.isEmpty, key != .text { return nil }
      let value = FormValue(.text(FormShape.canonical(text, key, words)))
      return key == .photo || key == .demandedBy ? FormValue(.list([value])) : value
    case .sequence:
      let items = tree.children(of: node).compactMap { value(tree, $0, inListOf: key, words) }
      // A list without departments says that nobody demanded it.
      return FormValue(.list(items.isEmpty && key == .demandedBy ? [nobody] : items))
    case .mapping:
      // A mapping without a value says nothing; but an approval of which nothing is recorded is one.
      return mapping(tree, node, key, words).flatMap { $0 == .empty && key != .approval ? nil : $0 }
    }
  }

  private static func value(
    _ tree: YAMLTree, _ node: NodeIndex, inListOf key: InventoryKey, _ words: InventoryWords
  ) -> FormValue? {
    if tree.nodes[Int(node)].kind == .mapping { return mapping(tree, node, key, words) }
    if tree.isAbsent(node) { return nil }
    let text = tree.string(node)
    return text.isEmpty ? nil : FormValue(.text(FormShape.canonical(text, key, words)))
  }
}

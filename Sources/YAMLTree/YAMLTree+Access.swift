package import Diagnostics

extension YAMLTree {
  /// Whether the document is empty: nothing but comments, or nothing at all.
  @inlinable package var isEmpty: Bool { nodes.isEmpty }

  /// The root's index; only where the tree is not empty.
  @inlinable package var root: NodeIndex { 0 }

  /// The stretch of the file where a node stands, without its line's indentation; both ends count from 1.
  package func range(of node: NodeIndex) -> SourceRange {
    let node = nodes[Int(node)]
    return SourceRange(
      start: SourcePosition(line: Int(node.line), column: Int(node.column)),
      end: SourcePosition(line: Int(node.endLine), column: Int(node.endColumn)))
  }

  /// Where the text of a scalar lies in `text`, in bytes; `text.span.extracting(…)` is the text without a copy. Empty
  /// for a collection.
  @inlinable package func textRange(of node: NodeIndex) -> Range<Int> {
    let node = nodes[Int(node)]
    guard node.kind == .scalar else { return 0..<0 }
    let start = Int(node.textOffset)
    return start..<(start &+ Int(node.count))
  }

  /// The text of a scalar; empty for a collection. It makes a string: in hot loops look at the bytes instead.
  package func string(_ node: NodeIndex) -> String {
    String(decoding: text[textRange(of: node)], as: UTF8.self)
  }

  /// Whether a scalar's text is exactly these bytes of UTF-8, however it was written.
  @inlinable package func matches(_ node: NodeIndex, _ expected: StaticString) -> Bool {
    let range = textRange(of: node)
    guard nodes[Int(node)].kind == .scalar, range.count == expected.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count where text[range.lowerBound &+ offset] != expected.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether a node is absence: a plain scalar that is empty, `~` or `null`, spelled exactly so.
  @inlinable package func isAbsent(_ node: NodeIndex) -> Bool {
    let scalar = nodes[Int(node)]
    guard scalar.kind == .scalar, scalar.style == .plain else { return false }
    return switch scalar.count {
    case 0: true
    case 1: text[Int(scalar.textOffset)] == UInt8(ascii: "~")
    case 4: matches(node, "null")
    default: false
    }
  }

  /// The children of a sequence, in order; of a mapping, keys and values in turn; of a scalar, none.
  @inlinable package func children(of node: NodeIndex) -> Children {
    Children(self, node)
  }

  /// The keys and values of a mapping, in order; of anything else, none.
  @inlinable package func pairs(of node: NodeIndex) -> Pairs {
    Pairs(self, nodes[Int(node)].kind == .mapping ? node : noNode)
  }

  /// The indices of a collection's children. It holds on to the tree's nodes; do not change them meanwhile, or they
  /// are copied.
  package struct Children: Sequence, IteratorProtocol, Sendable {
    @usableFromInline let nodes: ContiguousArray<Node>
    @usableFromInline var index: NodeIndex
    @usableFromInline let end: NodeIndex

    @inlinable init(_ tree: YAMLTree, _ node: NodeIndex) {
      nodes = tree.nodes
      index = node == noNode ? 0 : node &+ 1
      end = node == noNode ? 0 : tree.nodes[Int(node)].next
    }

    /// The next child's index.
    @inlinable package mutating func next() -> NodeIndex? {
      guard index < end else { return nil }
      defer { index = nodes[Int(index)].next }
      return index
    }
  }

  /// The pairs of a mapping, as the indices of key and value.
  package struct Pairs: Sequence, IteratorProtocol, Sendable {
    @usableFromInline var children: Children

    @inlinable init(_ tree: YAMLTree, _ node: NodeIndex) {
      children = Children(tree, node)
    }

    /// The next pair.
    @inlinable package mutating func next() -> (key: NodeIndex, value: NodeIndex)? {
      guard let key = children.next(), let value = children.next() else { return nil }
      return (key, value)
    }
  }
}

internal import Diagnostics

/// Where a node stands in `YAMLTree.nodes`.
package typealias NodeIndex = UInt32

/// The index that stands for "no node".
@inlinable package var noNode: UInt32 { .max }

/// One YAML document as a compact tree: the boundary type between bytes and everything that reads them.
///
/// Nodes lie in document order: a collection's children follow it at once, and `Node.next` is the index just behind
/// its last descendant, which is its next sibling if there is one. A mapping's children are keys and values in turn.
/// The texts of all scalars lie one after another in `text`. A tree is meant to be reused: `YAMLDocumentReader.next`
/// empties it and keeps its memory.
package struct YAMLTree: Sendable {
  /// What a node is.
  package enum Kind: UInt8, Sendable {
    /// A text.
    case scalar
    /// A list.
    case sequence
    /// Keys and values.
    case mapping

    /// Whether two kinds are the same; written out, so that other modules need no call for it.
    @inlinable @inline(__always) package static func == (left: Kind, right: Kind) -> Bool {
      switch (left, right) {
      case (.scalar, .scalar), (.sequence, .sequence), (.mapping, .mapping): true
      default: false
      }
    }
  }

  /// How a scalar was written; `plain` for collections.
  package enum Style: UInt8, Sendable {
    /// Without quotes. A plain empty scalar, `~` and `null` are absence.
    case plain
    /// In single or double quotes.
    case quoted
    /// A block scalar, `|` or `>`.
    case block
  }

  /// One key or value.
  package struct Node: Sendable {
    /// What it is.
    package var kind: Kind
    /// How a scalar was written.
    package var style: Style
    /// The index just behind the last descendant.
    package var next: NodeIndex
    /// A scalar's text: where it starts in `YAMLTree.text`, in bytes. For a collection, 0.
    package var textOffset: UInt32
    /// A scalar's length in bytes of UTF-8; a collection's number of children (twice the pairs of a mapping).
    package var count: UInt32
    /// The line of its first character, from 1.
    package var line: UInt32
    /// The column of its first character, from 1, in code points.
    package var column: UInt32
    /// The line just behind its last character, from 1.
    package var endLine: UInt32
    /// The column just behind its last character, from 1.
    package var endColumn: UInt32
  }

  /// All nodes in document order; the root is the first. Empty where the document is empty.
  package var nodes: ContiguousArray<Node>
  /// The texts of all scalars, in UTF-8, one after another. Only the first `textCount` bytes are this document's: the
  /// memory is kept, and what lies behind them is left over from earlier ones.
  package private(set) var text: ContiguousArray<UInt8>
  /// How many bytes of `text` are in use.
  package private(set) var textCount: Int

  /// Makes an empty tree.
  package init() {
    nodes = []
    text = []
    textCount = 0
  }

  /// Forgets nodes and texts, and keeps the memory.
  mutating func removeAll() {
    nodes.removeAll(keepingCapacity: true)
    textCount = 0
  }

  /// Makes room for this many bytes of text.
  mutating func reserveText(_ count: Int) {
    if count > text.count { text.append(contentsOf: repeatElement(0, count: count - text.count)) }
  }

  /// Appends a text of a reader's own behind those of the scalars, and answers where it starts.
  package mutating func append(_ bytes: [UInt8]) -> Int {
    let start = textCount
    bytes.withUnsafeBufferPointer { append(scalar: $0) }
    return start
  }

  /// Appends a scalar's text. This is done for every scalar of every inventory, and most are a few bytes long: they are
  /// copied by two moves that may overlap, without a call.
  @inline(__always)
  mutating func append(scalar bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    let start = textCount
    if start &+ count > text.count { reserveText(max(start &+ count, text.count &* 2)) }
    textCount = start &+ count
    guard count > 0, let source = UnsafeRawPointer(bytes.baseAddress) else { return }
    text.withUnsafeMutableBytes { text in
      guard let base = text.baseAddress else { return }
      let target = base + start
      switch count {
      case 8...16:
        target.storeBytes(of: source.loadUnaligned(as: UInt64.self), as: UInt64.self)
        let last = source.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
        target.storeBytes(of: last, toByteOffset: count &- 8, as: UInt64.self)
      case 4...7:
        target.storeBytes(of: source.loadUnaligned(as: UInt32.self), as: UInt32.self)
        let last = source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
        target.storeBytes(of: last, toByteOffset: count &- 4, as: UInt32.self)
      case 17...32:
        target.storeBytes(of: source.loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
        let last = source.loadUnaligned(fromByteOffset: count &- 16, as: SIMD16<UInt8>.self)
        target.storeBytes(of: last, toByteOffset: count &- 16, as: SIMD16<UInt8>.self)
      case 1...3:
        target.storeBytes(of: source.load(as: UInt8.self), as: UInt8.self)
        let middle = source.load(fromByteOffset: count >> 1, as: UInt8.self)
        target.storeBytes(of: middle, toByteOffset: count >> 1, as: UInt8.self)
        let last = source.load(fromByteOffset: count &- 1, as: UInt8.self)
        target.storeBytes(of: last, toByteOffset: count &- 1, as: UInt8.self)
      default: target.copyMemory(from: source, byteCount: count)
      }
    }
  }
}

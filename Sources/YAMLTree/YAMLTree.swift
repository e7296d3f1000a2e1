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
    @inlinable package static func == (left: Kind, right: Kind) -> Bool {
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
  /// The texts of all scalars, in UTF-8. Readers may append texts of their own behind them.
  package var text: ContiguousArray<UInt8>

  /// Makes an empty tree.
  package init() {
    nodes = []
    text = []
  }
}

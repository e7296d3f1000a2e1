/// How much of a document is read before it is refused. Every limit is inclusive: what equals it is read.
package struct YAMLLimits: Sendable, Hashable {
  /// The size of a file, in bytes.
  package var fileSize: Int
  /// How deep collections may nest; the root collection is level 1.
  package var depth: Int
  /// The number of keys and values in one document.
  package var nodes: Int
  /// The length of one scalar, in bytes of UTF-8.
  package var scalarLength: Int
  /// The length of a key, in code points.
  package var keyLength: Int
  /// The number of documents in one file.
  package var documents: Int
  /// The number of diagnostics kept for one file; the rest are counted.
  package var diagnostics: Int

  /// The limits for inventories: 4 MiB, 64 levels, 200,000 nodes, 64 KiB a scalar, 256 characters a key, 10,000
  /// documents, 100 diagnostics.
  package static let standard = YAMLLimits(
    fileSize: 4 << 20, depth: 64, nodes: 200_000, scalarLength: 64 << 10, keyLength: 256, documents: 10_000,
    diagnostics: 100)

  /// The limits for a roster, which may name every community of a country: as `standard`, with 256 MiB and 8,000,000
  /// nodes.
  package static let roster = YAMLLimits(
    fileSize: 256 << 20, depth: 64, nodes: 8_000_000, scalarLength: 64 << 10, keyLength: 256, documents: 10_000,
    diagnostics: 100)

  /// Makes limits.
  package init(
    fileSize: Int, depth: Int, nodes: Int, scalarLength: Int, keyLength: Int, documents: Int, diagnostics: Int
  ) {
    self.fileSize = fileSize
    self.depth = depth
    self.nodes = nodes
    self.scalarLength = scalarLength
    self.keyLength = keyLength
    self.documents = documents
    self.diagnostics = diagnostics
  }
}

import Diagnostics
import Inventory
import YAMLTree

/// Reads inventories for commands that want what they say, not a verdict: the documents of a file, one after another.
/// What is empty or no inventory is passed over.
enum InventoryDocuments {
  /// Reads a file and says what is wrong with it.
  ///
  /// - Parameters:
  ///   - inventory: where each document is read into; given on, so that its memory is used again.
  ///   - take: reads a document, whose tree is in the inventory, and says what is wrong with it. `isSound` is whether it
  ///     could be read as YAML without an error; for one that breaks off it is not called.
  static func each(
    of file: InputFiles.File, into inventory: inout Inventory,
    _ take: (inout Inventory, _ isSound: Bool, inout Problems) -> Void
  ) -> [Diagnostic] {
    let limits = YAMLLimits.standard
    let read = InputFiles.read(file, limit: limits.fileSize)
    guard let bytes = read.bytes else { return [InputFiles.unreadable(file, read.reason)] }
    var diagnostics: [Diagnostic] = []
    guard let source = SourceText.decode(bytes, file: file.shown, limits: limits, diagnostics: &diagnostics) else {
      return diagnostics
    }
    var reader = YAMLDocumentReader(source, policy: .plain, limits: limits)
    while true {
      var problems = Problems(file: file.shown)
      let outcome = reader.next(into: &inventory.tree, diagnostics: &problems.diagnostics)
      let isInventory =
        outcome == .document && !inventory.tree.isEmpty && !inventory.tree.isAbsent(inventory.tree.root)
        && OtherDocument.option(of: inventory.tree) == nil
      if isInventory { take(&inventory, !reader.hasErrors, &problems) }
      diagnostics += problems.diagnostics
      if outcome != .document { return diagnostics }
    }
  }
}

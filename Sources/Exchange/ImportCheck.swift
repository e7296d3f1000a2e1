package import Diagnostics
package import Inventory
internal import YAMLTree

/// Reads what was written of an inventory as every other command will, and says where a problem comes from: the cell.
package enum ImportCheck {
  /// What is wrong with an inventory that came from cells.
  package static func check(_ yaml: InventoryYAML, words: InventoryWords) -> [Diagnostic] {
    var problems = Problems(file: "")
    let limits = YAMLLimits.standard
    guard let source = SourceText.decode(yaml.bytes, file: "", limits: limits, diagnostics: &problems.diagnostics)
    else { return traced(problems.diagnostics, yaml) }
    var reader = YAMLDocumentReader(source, policy: .plain, limits: limits)
    var inventory = Inventory()
    if reader.next(into: &inventory.tree, diagnostics: &problems.diagnostics) == .document, !problems.hasErrors {
      inventory.read(root: inventory.tree.root, words: words, &problems)
    }
    return traced(problems.diagnostics, yaml)
  }

  private static func traced(_ diagnostics: [Diagnostic], _ yaml: InventoryYAML) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      var traced = diagnostic
      traced.location = nil
      traced.related = []
      if let place = place(diagnostic.location, yaml) {
        traced.message.zh = "\(place.zh)：\(diagnostic.message.zh)"
        traced.message.en = "\(place.en): \(diagnostic.message.en)"
      }
      for related in diagnostic.related {
        guard let place = place(related.location, yaml) else { continue }
        traced.message.zh += "（\(related.message.zh)：\(place.zh)）"
        traced.message.en += " (\(related.message.en): \(place.en))"
      }
      return traced
    }
  }

  /// The cell of a line; of a line that came from none, the next one that did, or the last before.
  private static func place(_ location: SourceLocation?, _ yaml: InventoryYAML) -> BilingualText? {
    guard let line = location?.range.start.line, line <= yaml.origins.count else { return nil }
    let origin =
      yaml.origins[(line - 1)...].lazy.compactMap(\.self).first
      ?? yaml.origins[..<line].lazy.compactMap(\.self).last
    return origin?.text
  }
}

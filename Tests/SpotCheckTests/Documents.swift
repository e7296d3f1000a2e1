import Diagnostics
import Inventory
import YAMLTree

/// Documents that are given as texts.
enum Documents {
  /// Hands the first document of a text on; what was said about it.
  static func first(_ text: String, _ body: (YAMLTree, inout Problems) -> Void) -> [Diagnostic] {
    var problems = Problems(file: "t.yaml")
    guard
      let source = SourceText.decode(
        Array(text.utf8), file: "t.yaml", limits: .standard, diagnostics: &problems.diagnostics)
    else { return problems.diagnostics }
    var reader = YAMLDocumentReader(source, policy: .plain, limits: .standard)
    var tree = YAMLTree()
    _ = reader.next(into: &tree, diagnostics: &problems.diagnostics)
    body(tree, &problems)
    return problems.diagnostics
  }
}

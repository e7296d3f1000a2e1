package import Diagnostics

/// The Huangshigang standard, which the build embeds from `Rules/huangshigang`.
package enum EmbeddedStandard {
  /// What stands before its files' paths in diagnostics.
  package static let directory = "Rules/huangshigang"

  /// Its files.
  package static var sources: [StandardSource] {
    embeddedStandardFiles.map { StandardSource(path: $0.path, bytes: Array($0.text.utf8)) }
  }

  /// Reads it. The diagnostics are empty unless the build embedded a standard with errors, which the tests refuse.
  ///
  /// It is read once a process: the version and the audit both want it.
  package static func load() -> (standard: Standard?, diagnostics: [Diagnostic]) { loaded }

  private static let loaded: (standard: Standard?, diagnostics: [Diagnostic]) = {
    var loader = StandardLoader(sources, directory: directory)
    let standard = loader.load()
    return (standard, loader.diagnostics)
  }()
}

package import Diagnostics
import Foundation
package import Standard

/// The standards under `Rules`, read as the program reads them with `--rules`.
package enum RulesDirectory {
  private static let rules = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Rules").path(percentEncoded: false)

  /// The directories that have a head, sorted.
  package static let names: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: rules)) ?? []
    return names.filter { FileManager.default.fileExists(atPath: "\(rules)/\($0)/standard.yaml") }.sorted()
  }()

  /// Reads a standard with every YAML file below its directory.
  package static func load(_ name: String) throws -> (standard: Standard?, diagnostics: [Diagnostic]) {
    let directory = "\(rules)/\(name)"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: directory).filter { $0.hasSuffix(".yaml") }
    let sources = try paths.sorted().map { path in
      StandardSource(path: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: "\(directory)/\(path)"))))
    }
    var loader = StandardLoader(sources, directory: "Rules/\(name)")
    return (loader.load(), loader.diagnostics)
  }
}

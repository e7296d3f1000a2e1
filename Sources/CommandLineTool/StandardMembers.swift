import Diagnostics
import StandardTools
import YAMLTree

/// The files of standards that stand among inventories: what a standard.yaml lists, and what proves the standard. None
/// of them is an inventory that anybody sent in.
struct StandardMembers {
  /// The name of a standard's head.
  static let head = Array("standard.yaml".utf8)

  /// The paths as bytes.
  private var files: Set<[UInt8]> = []
  /// What paths of cases begin with.
  private var directories: [[UInt8]] = []
  private var seen: Set<[UInt8]> = []

  /// Whether no standard was met.
  var isEmpty: Bool { directories.isEmpty }

  /// Adds the files of the standard in a directory, if there is one.
  ///
  /// - Parameter directory: as it stands before the names of its files, with the slash; empty for the working directory.
  mutating func add(_ directory: [UInt8]) {
    guard seen.insert(directory).inserted else { return }
    let path = directory + Self.head
    let read = InputFiles.read(
      InputFiles.File(path: path, shown: InputFiles.shown(path)), limit: YAMLLimits.standard.fileSize)
    var ignored: [Diagnostic] = []
    guard let bytes = read.bytes,
      let text = SourceText.decode(
        bytes, file: InputFiles.shown(path), limits: .standard, diagnostics: &ignored)
    else { return }
    var reader = YAMLDocumentReader(text, policy: .aliased, limits: .standard)
    var tree = YAMLTree()
    guard case .document = reader.next(into: &tree, diagnostics: &ignored), !tree.isEmpty,
      tree.nodes[Int(tree.root)].kind == .mapping, tree.value("standard", of: tree.root) != nil
    else { return }
    for key in ["files", "compliant"] {
      guard let value = tree.value(key, of: tree.root) else { continue }
      let names = tree.nodes[Int(value)].kind == .sequence ? Array(tree.children(of: value)) : [value]
      for name in names where tree.nodes[Int(name)].kind == .scalar {
        files.insert(directory + Array(tree.string(name).utf8))
      }
    }
    directories.append(directory + Array("cases/".utf8))
  }

  /// Adds the standards in the directories on the way to a path.
  mutating func add(above path: [UInt8]) {
    add([])
    for (index, byte) in path.enumerated() where byte == UInt8(ascii: "/") { add(Array(path[...index])) }
  }

  /// Whether a path is that of a file of one of these standards, its head aside.
  func contains(_ path: [UInt8]) -> Bool {
    files.contains(path) || directories.contains { path.starts(with: $0) }
  }
}

import Diagnostics
import Glibc
import Inventory
import YAMLTree

/// The defaults of the options in `.signaudit.yaml`, the first that is found from the working directory upward.
///
/// Paths in it are relative to its own directory. A flag on the command line wins.
struct ProjectSettings {
  /// A value with the place that it comes from.
  struct Setting: Hashable {
    var value: String
    var location: SourceLocation
  }

  /// The name of the file.
  static let fileName = ".signaudit.yaml"

  /// The settings that it may have, in the order in which they are documented.
  enum Key: String, CaseIterable {
    case rules, roster, waivers, baseline
    case failOn = "fail_on"
    case language

    /// Its Chinese spelling.
    var chinese: String {
      switch self {
      case .rules: "标准"
      case .roster: "名册"
      case .waivers: "豁免"
      case .baseline: "基线"
      case .failOn: "失败级别"
      case .language: "语言"
      }
    }

    /// Whether its value is a path.
    var isPath: Bool { self != .failOn && self != .language }

    /// The values that it may have; nil for paths.
    var values: [String]? {
      switch self {
      case .failOn: ThresholdOption.allCases.map(\.rawValue)
      case .language: LanguageOption.allCases.map(\.rawValue)
      default: nil
      }
    }
  }

  /// The file as it is seen from the working directory; nil where there is none.
  private(set) var file: String?
  /// What is wrong with the file.
  private(set) var diagnostics: [Diagnostic] = []
  private var settings: [Key: Setting] = [:]

  /// The value of a setting, if the file has it.
  subscript(key: Key) -> Setting? { settings[key] }

  /// Whether the file can be relied on.
  var isWhole: Bool { !diagnostics.contains { $0.severity == .error } }

  /// No settings.
  init() {}

  /// Looks for the file from a directory upward, and reads it.
  ///
  /// - Parameter directory: where to begin; the file's path is told from there.
  init(from directory: String) {
    guard let prefix = Self.find(from: directory) else { return }
    let path = prefix + Self.fileName
    file = path
    let onDisk = directory.isEmpty ? path : "\(directory)/\(path)"
    var problems = Problems(file: path)
    let limits = YAMLLimits.standard
    let read = InputFiles.read(InputFiles.File(path: Array(onDisk.utf8), shown: path), limit: limits.fileSize)
    guard let bytes = read.bytes else {
      diagnostics = [
        Diagnostic(
          .error, BilingualText(zh: "不能读取“\(path)”：\(read.reason.zh)", en: "cannot read `\(path)`: \(read.reason.en)"))
      ]
      return
    }
    if let source = SourceText.decode(bytes, file: path, limits: limits, diagnostics: &problems.diagnostics) {
      var reader = YAMLDocumentReader(source, policy: .plain, limits: limits)
      var tree = YAMLTree()
      while reader.next(into: &tree, diagnostics: &problems.diagnostics) == .document {
        if !reader.hasErrors, !tree.isEmpty, !tree.isAbsent(tree.root) { take(tree, prefix, &problems) }
      }
    }
    diagnostics = problems.diagnostics
  }

  /// `""`, `../`, `../../` and so on: where the file is, seen from the directory.
  private static func find(from directory: String) -> String? {
    let start = directory.isEmpty ? "." : directory
    guard let resolved = realpath(start, nil) else { return nil }
    defer { free(resolved) }
    var depth = 0
    for byte in String(cString: resolved).utf8 where byte == UInt8(ascii: "/") { depth += 1 }
    var prefix = ""
    for _ in 0...depth {
      var status = stat()
      if stat("\(start)/\(prefix)\(fileName)", &status) == 0 { return prefix }
      prefix += "../"
    }
    return nil
  }

  private mutating func take(_ tree: YAMLTree, _ prefix: String, _ problems: inout Problems) {
    let what = BilingualText(zh: "设置文件", en: "the settings file")
    guard tree.nodes[Int(tree.root)].kind == .mapping else {
      problems.wrongShape(tree, tree.root, what, wanted: .mapping)
      return
    }
    let table = WordTable(Key.allCases.map { WordTable.Word($0.rawValue, [$0.chinese]) })
    for (keyNode, node) in tree.pairs(of: tree.root) {
      guard let key = table.find(tree.string(keyNode)).map({ Key.allCases[Int($0)] }) else {
        problems.unknownKey(tree, keyNode, in: what, known: table.spellings)
        continue
      }
      if let first = settings[key] {
        problems.error(
          tree, keyNode, zh: "“\(tree.string(keyNode))”写了两次", en: "`\(tree.string(keyNode))` stands here twice",
          related: [.init(message: BilingualText(zh: "先前写在这里", en: "first written here"), location: first.location)])
        continue
      }
      guard tree.nodes[Int(node)].kind == .scalar else {
        problems.wrongShape(
          tree, node, BilingualText(zh: "“\(key.chinese)”", en: "`\(key.rawValue)`"), wanted: .text)
        continue
      }
      if tree.isAbsent(node) { continue }
      var value = tree.string(node)
      if let known = key.values, !known.contains(value) {
        problems.error(
          tree, node, zh: "“\(key.chinese)”没有“\(VisibleText(value).text)”这个值",
          en: "`\(key.rawValue)` has no value `\(VisibleText(value).text)`",
          help: Spelling.suggestion(for: value, among: known)
            ?? BilingualText(
              zh: "可用的值：\(known.joined(separator: "、"))", en: "known values: \(known.joined(separator: ", "))"))
        continue
      }
      if key.isPath, value.utf8.first != UInt8(ascii: "/") { value = StandardFiles.normalized(prefix + value) }
      settings[key] = Setting(value: value, location: problems.location(tree, node))
    }
  }
}

import Crypto
package import Diagnostics
import Inventory
import YAMLTree

/// One file of a standard's directory, before it is read.
package struct StandardSource: Sendable {
  /// The path below the standard's directory, joined with `/`.
  package var path: String
  /// The bytes.
  package var bytes: [UInt8]

  /// Makes a source.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Reads a standard: bytes → trees → declarations, all problems in one go.
package struct StandardLoader {
  /// What is wrong with the standard.
  package private(set) var diagnostics: [Diagnostic] = []

  private let directory: String
  private let sources: [String: StandardSource]
  private var files: [StandardFile] = []

  /// Prepares to read a standard.
  ///
  /// - Parameters:
  ///   - sources: every YAML file below the standard's directory.
  ///   - directory: what stands before the paths in diagnostics, such as `Rules/huangshigang`.
  package init(_ sources: [StandardSource], directory: String) {
    self.directory = directory
    self.sources = Dictionary(sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The standard, or nil where it has errors, which stand in `diagnostics`. Examples are not run here.
  package mutating func load() -> Standard? {
    guard let head = open("standard.yaml") else {
      if diagnostics.isEmpty {
        diagnostics.append(
          Diagnostic(
            .error,
            BilingualText(
              zh: "“\(directory)”里没有 standard.yaml，不是一套标准",
              en: "`\(directory)` has no standard.yaml: it is no standard"),
            help: BilingualText(
              zh: "--rules 要指向标准所在的目录（其中有 standard.yaml）", en: "--rules takes the directory that holds standard.yaml")))
      }
      return nil
    }
    var standard = Standard(
      id: "", title: .init(zh: "", en: ""), issuer: .init(zh: "", en: ""), source: .init(zh: "", en: ""),
      leftMeans: nil,
      sides: SideWords(
        left: .init(zh: "大门左侧", en: "left of the entrance"), right: .init(zh: "大门右侧", en: "right of the entrance")),
      digest: digest(), clauses: [], vocabulary: .empty, rules: [], elevation: nil, exampleCommunity: nil, files: [])
    var paths: [String] = []
    reading(head) { $0.head(&standard, &paths) }
    readParts(paths, &standard)
    standard.files = files
    let hasErrors = diagnostics.contains { $0.severity == .error }
    return hasErrors ? nil : standard
  }

  /// Clauses and vocabulary first, then the rules that speak of them, whatever the order of the files.
  private mutating func readParts(_ paths: [String], _ standard: inout Standard) {
    var parts: [Int] = []
    for path in paths {
      guard sources[path] != nil else {
        diagnostics.append(
          Diagnostic(
            .error,
            BilingualText(
              zh: "standard.yaml 列出的“\(path)”不存在", en: "standard.yaml lists `\(path)`, which does not exist"),
            at: SourceLocation(file: "\(directory)/standard.yaml", range: SourceRange(at: .start))))
        continue
      }
      if let file = open(path) { parts.append(file) }
    }
    for path in sources.keys.sorted() where path != "standard.yaml" && !paths.contains(path) {
      diagnostics.append(
        Diagnostic(
          .error,
          BilingualText(
            zh: "文件“\(path)”没有列入 standard.yaml 的 files，其中的规则不会生效",
            en: "`\(path)` is not listed under `files` in standard.yaml: its rules would not count"),
          at: SourceLocation(file: "\(directory)/\(path)", range: SourceRange(at: .start))))
    }
    for part in parts { reading(part) { $0.clausesAndWords(&standard) } }
    var pending: [PendingRule] = []
    for part in parts { reading(part) { $0.rules(standard, part, &pending) } }
    if pending.isEmpty, !diagnostics.contains(where: { $0.severity == .error }) {
      diagnostics.append(
        Diagnostic(
          .error, BilingualText(zh: "这套标准一条规则也没有", en: "the standard has no rules"),
          at: SourceLocation(file: "\(directory)/standard.yaml", range: SourceRange(at: .start))))
    }
    resolve(pending, &standard)
    // The elevation is checked against the rules: it is not, where those have errors of their own.
    let areRulesWhole = !diagnostics.contains { $0.severity == .error }
    for part in parts { reading(part) { $0.elevation(&standard, areRulesWhole: areRulesWhole) } }
  }

  /// Turns the names of other rules into indexes.
  private mutating func resolve(_ pending: [PendingRule], _ standard: inout Standard) {
    standard.rules = pending.map(\.rule)
    var first: [String: SourceLocation] = [:]
    for rule in standard.rules {
      if let location = first[rule.id] {
        diagnostics.append(
          Diagnostic(
            .error, BilingualText(zh: "规则编号“\(rule.id)”重复", en: "the rule id `\(rule.id)` is used twice"),
            at: rule.location,
            related: [.init(message: BilingualText(zh: "先前用在这里", en: "first used here"), location: location)]))
      }
      first[rule.id] = first[rule.id] ?? rule.location
    }
    for (index, entry) in pending.enumerated() {
      for (name, location) in entry.yieldsTo {
        if let other = standard.ruleIndex(name) {
          standard.rules[index].yieldsTo.append(other)
        } else {
          let help = Spelling.nearest(to: name, among: standard.rules.map(\.id)).map {
            BilingualText(zh: "是否想写“\($0)”？", en: "did you mean `\($0)`?")
          }
          diagnostics.append(
            Diagnostic(
              .error, BilingualText(zh: "没有“\(name)”这条规则", en: "there is no rule `\(name)`"), help: help, at: location))
        }
      }
    }
  }

  /// Reads a file's tree; nil, with diagnostics, where it cannot be read.
  private mutating func open(_ path: String) -> Int? {
    guard let source = sources[path] else { return nil }
    var limits = YAMLLimits.standard
    limits.nodes = 2_000_000
    guard
      let text = SourceText.decode(
        source.bytes, file: "\(directory)/\(path)", limits: limits, diagnostics: &diagnostics)
    else { return nil }
    var reader = YAMLDocumentReader(text, policy: .aliased, limits: limits)
    var tree = YAMLTree()
    let before = diagnostics.count
    let outcome = reader.next(into: &tree, diagnostics: &diagnostics)
    if tree.isEmpty {
      if diagnostics.count == before {
        diagnostics.append(
          Diagnostic(
            .error, BilingualText(zh: "文件是空的", en: "the file is empty"),
            at: SourceLocation(file: text.file, range: SourceRange(at: .start))))
      }
      return nil
    }
    guard case .document = outcome, !reader.hasErrors else { return nil }
    files.append(StandardFile(source: text, tree: tree))
    return files.count - 1
  }

  private mutating func reading(_ file: Int, _ body: (inout StandardFileReader) -> Void) {
    var reader = StandardFileReader(tree: files[file].tree, file: files[file].source.file)
    body(&reader)
    diagnostics += reader.problems.diagnostics
  }

  /// A digest over paths, lengths and bytes of all files, in the order of their paths' bytes.
  private func digest() -> String {
    var hash = SHA256()
    for path in sources.keys.sorted(by: { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }) {
      guard let source = sources[path] else { continue }
      hash.update(data: Array("\(path)\0\(source.bytes.count)\0".utf8))
      hash.update(data: source.bytes)
    }
    return "sha256:" + Hexadecimal.text(hash.finalize())
  }
}

/// Digests as people write them.
package enum Hexadecimal {
  /// Bytes in lower-case hexadecimal digits.
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// A rule whose references to other rules are names still.
struct PendingRule {
  var rule: Rule
  var yieldsTo: [(String, SourceLocation)]
}

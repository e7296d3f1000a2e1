import Audit
import Diagnostics
import Inventory
import Standard
import YAMLTree

/// Reads and audits one file after another with one set of arenas.
final class InventoryWorker {
  private let auditor: Auditor
  private let keepsLines: Bool
  private let digest: (@Sendable ([UInt8]) -> String)?
  private var inventory = Inventory()

  /// What one file gave.
  struct FileResult: Sendable {
    /// The file's index in what is audited.
    var file = 0
    var results: [InventoryResult] = []
    /// What is to be said of the file besides: documents that are no inventories.
    var diagnostics: [Diagnostic] = []
    /// The digest of the file's bytes, where it is asked for; nil where they could not be read.
    var digest: String?
  }

  /// - Parameter digest: what is to be kept of the bytes of each file; nil: nothing.
  init(_ auditor: Auditor, keepsLines: Bool, digest: (@Sendable ([UInt8]) -> String)? = nil) {
    self.auditor = auditor
    self.keepsLines = keepsLines
    self.digest = digest
  }

  func audit(_ file: InputFiles.File) -> FileResult {
    let limits = YAMLLimits.standard
    var result = FileResult()
    let read = InputFiles.read(file, limit: limits.fileSize)
    guard let bytes = read.bytes else {
      let problem = Diagnostic(
        .error,
        BilingualText(zh: "不能读取文件：\(read.reason.zh)", en: "the file cannot be read: \(read.reason.en)"),
        at: SourceLocation(file: file.shown, range: SourceRange(at: .start)))
      result.results.append(auditor.unreadable(Inventory(), file: file.shown, diagnostics: [problem]))
      return result
    }
    result.digest = digest?(bytes)
    var encoding: [Diagnostic] = []
    guard let source = SourceText.decode(bytes, file: file.shown, limits: limits, diagnostics: &encoding) else {
      result.results.append(auditor.unreadable(Inventory(), file: file.shown, diagnostics: encoding))
      return result
    }
    var reader = YAMLDocumentReader(source, policy: .plain, limits: limits)
    while true {
      var problems = Problems(file: file.shown)
      problems.diagnostics = encoding
      let outcome = reader.next(into: &inventory.tree, diagnostics: &problems.diagnostics)
      if outcome == .end {
        if result.results.isEmpty, result.diagnostics.isEmpty, !problems.hasErrors {
          result.diagnostics.append(
            Diagnostic(
              .warning,
              BilingualText(zh: "文件里没有台账，跳过", en: "skipped: the file holds no inventory"),
              help: BilingualText(
                zh: "是空文件或只有注释：补上台账，或删去文件", en: "it is empty or only comments: fill it in, or remove it"),
              at: SourceLocation(file: file.shown, range: SourceRange(at: .start))))
        }
        if problems.hasErrors {
          result.results.append(auditor.unreadable(Inventory(), file: file.shown, diagnostics: problems.diagnostics))
        }
        break
      }
      if outcome == .document, !problems.hasErrors,
        inventory.tree.isEmpty || inventory.tree.isAbsent(inventory.tree.root)
      {
        continue
      }
      if outcome == .document, !problems.hasErrors, let option = OtherDocument.option(of: inventory.tree) {
        result.diagnostics.append(
          Diagnostic(
            .note,
            BilingualText(zh: "跳过：这不是台账，用 \(option) 读取", en: "skipped: this is no inventory; \(option) reads it"),
            at: SourceLocation(file: file.shown, range: inventory.tree.range(of: inventory.tree.root))))
        continue
      }
      result.results.append(
        document(source, &problems, isBroken: outcome == .broken, omitted: reader.omittedDiagnostics))
      encoding = []  // said once
      if outcome == .broken { break }
    }
    return result
  }

  private func document(_ source: SourceText, _ problems: inout Problems, isBroken: Bool, omitted: Int)
    -> InventoryResult
  {
    if inventory.tree.isEmpty {
      var result = auditor.unreadable(Inventory(), file: source.file, diagnostics: problems.diagnostics)
      keepLines(source, &result)
      return result
    }
    // Of a document that breaks off only the names are wanted: what seems to be missing stands in the lost part.
    let found = problems.diagnostics
    inventory.read(
      root: inventory.tree.root, words: auditor.settings.standard.vocabulary.words, &problems)
    if isBroken { problems.diagnostics = found }
    var result: InventoryResult
    if problems.hasErrors {
      let diagnostics = problems.diagnostics.capped(
        at: YAMLLimits.standard.diagnostics, omitted: omitted, file: source.file)
      result = auditor.unreadable(inventory, file: source.file, diagnostics: diagnostics)
    } else {
      result = auditor.audit(inventory, file: source.file, diagnostics: problems.diagnostics)
    }
    keepLines(source, &result)
    return result
  }

  /// Keeps the lines that code frames show.
  private func keepLines(_ source: SourceText, _ result: inout InventoryResult) {
    guard keepsLines else { return }
    var numbers: Set<Int> = []
    let places =
      result.report.findings.filter { $0.outcome != .pass }.map(\.location)
      + result.report.diagnostics.compactMap(\.location)
    for place in places {
      for line in max(1, place.range.start.line - 1)...(place.range.start.line + 1) { numbers.insert(line) }
    }
    // A line longer than any person writes is not shown.
    for number in numbers {
      if let line = source.line(number), line.utf8.count <= 1 << 13 { result.report.lines[number] = line }
    }
  }
}

/// Documents that stand among inventories and are none.
enum OtherDocument {
  /// The option that reads a document, by its first key; nil for an inventory.
  static func option(of tree: YAMLTree) -> String? {
    guard tree.nodes[0].kind == .mapping, let first = tree.pairs(of: tree.root).first(where: { _ in true }) else {
      return nil
    }
    switch tree.string(first.key) {
    case "roster", "名册": return "--roster"
    case "waivers", "豁免": return "--waivers"
    case "baseline", "基线": return "--baseline"
    case "standard": return "--rules"
    default: return nil
    }
  }
}

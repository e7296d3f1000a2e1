import Audit
import Diagnostics
import Inventory
import Standard
import YAMLTree

/// Loading standards, rosters and waivers from files.
enum StandardFiles {
  /// The standard in a directory, or the one inside.
  ///
  /// A standard from a directory must prove itself: its examples are run, and one that does not hold refuses it.
  static func standard(_ directory: String?) -> (standard: Standard?, diagnostics: [Diagnostic]) {
    guard let directory else {
      let loaded = EmbeddedStandard.load()
      return (loaded.standard, loaded.diagnostics)
    }
    var path = directory
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let input = InputFiles([path])
    if input.hasMissing { return (nil, input.diagnostics) }
    var sources: [StandardSource] = []
    var diagnostics: [Diagnostic] = []
    for file in input.files {
      let read = InputFiles.read(file, limit: YAMLLimits.standard.fileSize)
      guard let bytes = read.bytes else {
        diagnostics.append(
          Diagnostic(
            .error,
            BilingualText(zh: "不能读取“\(file.shown)”：\(read.reason)", en: "cannot read `\(file.shown)`: \(read.reason)")))
        continue
      }
      sources.append(StandardSource(path: String(file.shown.dropFirst(path.count + 1)), bytes: bytes))
    }
    var loader = StandardLoader(sources, directory: path)
    let standard = loader.load()
    diagnostics += loader.diagnostics
    guard let standard, diagnostics.isEmpty else { return (nil, diagnostics) }
    diagnostics += ExampleRunner.run(standard)
    return (diagnostics.isEmpty ? standard : nil, diagnostics)
  }

  /// Reads every document of a file; reports what cannot be read.
  private static func documents(
    _ path: String, limits: YAMLLimits, _ body: (YAMLTree, inout Problems) -> Void
  ) -> [Diagnostic] {
    let input = InputFiles([path])
    var diagnostics = input.diagnostics
    for file in input.files {
      let read = InputFiles.read(file, limit: limits.fileSize)
      guard let bytes = read.bytes else {
        diagnostics.append(
          Diagnostic(
            .error,
            BilingualText(zh: "不能读取“\(file.shown)”：\(read.reason)", en: "cannot read `\(file.shown)`: \(read.reason)")))
        continue
      }
      var problems = Problems(file: file.shown)
      guard let source = SourceText.decode(bytes, file: file.shown, limits: limits, diagnostics: &problems.diagnostics)
      else {
        diagnostics += problems.diagnostics
        continue
      }
      var reader = YAMLDocumentReader(source, policy: .plain, limits: limits)
      var tree = YAMLTree()
      var count = 0
      while true {
        let outcome = reader.next(into: &tree, diagnostics: &problems.diagnostics)
        if outcome == .end { break }
        if outcome == .document, !reader.hasErrors, !tree.isEmpty, !tree.isAbsent(tree.root) {
          count += 1
          body(tree, &problems)
        }
        if outcome == .broken { break }
      }
      if count == 0, !problems.hasErrors {
        problems.diagnostics.append(
          Diagnostic(
            .error, BilingualText(zh: "文件是空的", en: "the file is empty"),
            at: SourceLocation(file: file.shown, range: SourceRange(at: .start))))
      }
      diagnostics += problems.diagnostics.capped(at: limits.diagnostics, file: file.shown)
    }
    return diagnostics
  }

  /// The roster in a file.
  static func roster(_ path: String, _ standard: Standard) -> (roster: Roster, diagnostics: [Diagnostic]) {
    var roster = Roster()
    let diagnostics = documents(path, limits: .roster) { tree, problems in
      roster.read(tree, words: standard.vocabulary.words, &problems)
    }
    return (roster, diagnostics)
  }

  /// The waivers in a file; an unknown rule is an error.
  static func waivers(_ path: String, _ standard: Standard) -> (waivers: [Waiver], diagnostics: [Diagnostic]) {
    var waivers: [Waiver] = []
    var diagnostics = documents(path, limits: .standard) { tree, problems in
      waivers += Waiver.read(tree, &problems)
    }
    for waiver in waivers where standard.ruleIndex(waiver.rule) == nil {
      let help = Spelling.nearest(to: waiver.rule, among: standard.rules.map(\.id)).map {
        BilingualText(zh: "是否想写“\($0)”？", en: "did you mean `\($0)`?")
      }
      diagnostics.append(
        Diagnostic(
          .error, BilingualText(zh: "没有“\(waiver.rule)”这条规则", en: "there is no rule `\(waiver.rule)`"), help: help,
          at: waiver.location))
    }
    return (waivers, diagnostics)
  }
}

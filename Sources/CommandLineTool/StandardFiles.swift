import Audit
import Diagnostics
import Glibc
import Inventory
import Standard
import YAMLTree

/// A standard as it could be read.
struct LoadedStandard {
  /// The standard; nil where a diagnostic is an error.
  var standard: Standard?
  /// What is left where only the elevation is wrong, for looking through the rules.
  var withWrongElevation: Standard?
  /// What is wrong with it; beside a standard, warnings.
  var diagnostics: [Diagnostic]
}

/// Loading standards, rosters, waivers and baselines from files.
enum StandardFiles {
  /// The standard in a directory, or the one inside.
  ///
  /// A standard from a directory must prove itself: its examples are run, and one that does not hold refuses it.
  static func standard(_ directory: String?) -> LoadedStandard {
    var loaded = unproved(directory)
    guard directory != nil, let standard = loaded.standard else { return loaded }
    let failures = ExampleRunner.run(standard)
    loaded.diagnostics += failures
    if !failures.isEmpty { loaded.standard = nil }
    return loaded
  }

  /// The standard in a directory, or the one inside, without running its examples.
  static func unproved(_ directory: String?) -> LoadedStandard {
    guard let directory else {
      let loaded = EmbeddedStandard.load()
      return LoadedStandard(standard: loaded.standard, diagnostics: loaded.diagnostics)
    }
    let path = normalized(directory)
    if isFile(path) {
      let holder = path.split(separator: "/").dropLast().joined(separator: "/")
      let meant = (path.hasPrefix("/") ? "/" : "") + (holder.isEmpty ? "." : holder)
      return LoadedStandard(diagnostics: [
        Diagnostic(
          .error, BilingualText(zh: "“\(path)”是文件，标准是一个目录", en: "`\(path)` is a file; a standard is a directory"),
          help: BilingualText(zh: "写它所在的目录：\(meant)", en: "name the directory that holds it: \(meant)"))
      ])
    }
    let (sources, problems) = sources(in: path)
    guard let sources else { return LoadedStandard(diagnostics: problems) }
    var diagnostics = problems
    var loader = StandardLoader(sources, directory: path, parents: parent)
    let standard = loader.load()
    diagnostics += loader.diagnostics
    let isRight = !diagnostics.contains { $0.severity == .error }
    return LoadedStandard(
      standard: isRight ? standard : nil, withWrongElevation: problems.isEmpty ? loader.withWrongElevation : nil,
      diagnostics: diagnostics)
  }

  /// Whether a path is that of a file.
  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The YAML files below a directory; nil where there is no such directory.
  private static func sources(in directory: String) -> (sources: [StandardSource]?, diagnostics: [Diagnostic]) {
    let input = InputFiles([directory])
    if input.hasMissing { return (nil, input.diagnostics) }
    var sources: [StandardSource] = []
    var diagnostics: [Diagnostic] = []
    for file in input.files {
      let read = InputFiles.read(file, limit: YAMLLimits.standard.fileSize)
      guard let bytes = read.bytes else {
        diagnostics.append(
          InputFiles.unreadable(file, read.reason))
        continue
      }
      sources.append(StandardSource(path: String(file.shown.dropFirst(directory.count + 1)), bytes: bytes))
    }
    return (sources, diagnostics)
  }

  /// The standard that another one extends: the one inside by its id, else a directory seen from the other's.
  private static func parent(
    _ reference: String, _ directory: String
  ) -> (parent: ParentStandard?, problem: BilingualText?) {
    if reference == EmbeddedStandard.load().standard?.id {
      return (ParentStandard(sources: EmbeddedStandard.sources, directory: EmbeddedStandard.directory), nil)
    }
    let path = normalized(reference.hasPrefix("/") ? reference : "\(directory)/\(reference)")
    let found = sources(in: path)
    if let sources = found.sources { return (ParentStandard(sources: sources, directory: path), nil) }
    // A directory beside this one is named by its bare name, as if that were an id.
    let beside = "../\(reference)"
    if !reference.contains("/"), isFile(normalized("\(directory)/\(beside)/standard.yaml")) {
      return (
        nil,
        BilingualText(
          zh: "找不到上级标准“\(path)”；同级目录里有一套，是否想写“\(beside)”？",
          en: "cannot find the parent `\(path)`; there is one beside this directory: did you mean `\(beside)`?")
      )
    }
    return (nil, BilingualText(zh: "找不到上级标准“\(path)”", en: "cannot find the parent `\(path)`"))
  }

  /// A path without `.`, without `..` behind a name, and without a slash at its end.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    let joined = parts.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }

  /// Reads every document of a file; reports what cannot be read.
  static func documents(
    _ path: String, limits: YAMLLimits, _ body: (YAMLTree, inout Problems) -> Void
  ) -> [Diagnostic] {
    let input = InputFiles([path])
    var diagnostics = input.diagnostics
    for file in input.files {
      let read = InputFiles.read(file, limit: limits.fileSize)
      guard let bytes = read.bytes else {
        diagnostics.append(
          InputFiles.unreadable(file, read.reason))
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
    for waiver in waivers
    where standard.ruleIndex(waiver.rule) == nil && !standard.switchedOff.contains(waiver.rule) {
      let help = Spelling.suggestion(for: waiver.rule, among: standard.rules.map(\.id))
      diagnostics.append(
        Diagnostic(
          .error, BilingualText(zh: "没有“\(waiver.rule)”这条规则", en: "there is no rule `\(waiver.rule)`"), help: help,
          at: waiver.location))
    }
    return (waivers, diagnostics)
  }

  /// The entries of a baseline; one whose fingerprint is not its own is an error.
  static func baseline(_ path: String, _ standard: Standard) -> (entries: [BaselineEntry], diagnostics: [Diagnostic]) {
    var entries: [BaselineEntry] = []
    var diagnostics = documents(path, limits: .roster) { tree, problems in
      entries += BaselineEntry.read(tree, &problems)
    }
    diagnostics += Baseline.problems(entries, standard).capped(at: YAMLLimits.standard.diagnostics, file: path)
    return (entries, diagnostics)
  }
}

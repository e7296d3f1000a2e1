import Diagnostics
import Inventory
import YAMLTree

/// The files of a standard: those that it lists, those that prove it, and those that are neither.
extension StandardLoader {
  /// Opens the files that a head lists, and reports those that are missing or not listed.
  mutating func openParts(_ paths: [(String, SourceLocation)], _ layer: Int) {
    let directory = layers[layer].directory
    var first: [String: SourceLocation] = [:]
    for (path, location) in paths {
      if let first = first.updateValue(location, forKey: path) {
        diagnostics.append(
          Diagnostic(
            .error, BilingualText(zh: "文件“\(path)”列了两次", en: "`\(path)` is listed twice"),
            help: BilingualText(zh: "只留一处", en: "keep one of the two"), at: location,
            related: [.init(message: BilingualText(zh: "先前列在这里", en: "first listed here"), location: first)]))
        continue
      }
      guard layers[layer].sources[path] != nil else {
        let meant = nearestFile(path, paths.map(\.0), layers[layer])
        if let meant { layers[layer].named.insert(meant) }
        diagnostics.append(missing("standard.yaml 列出的", "standard.yaml lists", path, meant: meant, at: location))
        isIncomplete = true
        continue
      }
      if let file = open(path, layers[layer]) {
        layers[layer].parts.append(file)
      } else {
        isIncomplete = true
      }
    }
    for path in layers[layer].sources.keys.sorted()
    where path != "standard.yaml" && first[path] == nil && !layers[layer].proofs.contains(path)
      && !layers[layer].named.contains(path)
    {
      diagnostics.append(
        Diagnostic(
          .error,
          BilingualText(
            zh: "文件“\(path)”没有列入 standard.yaml 的 files，其中的规则不会生效",
            en: "`\(path)` is not listed under `files` in standard.yaml: its rules would not count"),
          help: BilingualText(
            zh: "列入 files；是合规样板的，在 standard.yaml 里写 compliant: \(path)；是用例的，移到 cases 目录；都不是的，移出这个目录",
            en:
              "list it under `files`; the compliant inventory is named by `compliant: \(path)`; a case belongs below `cases`; anything else belongs outside this directory"
          ),
          at: SourceLocation(file: "\(directory)/\(path)", range: SourceRange(at: .start))))
    }
  }

  /// The file of a standard that a path which is none of them was probably meant to be: one that nothing else names.
  private func nearestFile(_ path: String, _ named: [String], _ layer: Layer) -> String? {
    let free = layer.sources.keys.filter { $0 != "standard.yaml" && !named.contains($0) && !layer.proofs.contains($0) }
    return Spelling.nearest(
      to: path, among: free.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
  }

  /// What is said of a path that is no file of the standard.
  private func missing(
    _ zh: String, _ en: String, _ path: String, meant: String?, at location: SourceLocation
  ) -> Diagnostic {
    let isOutside = path.hasPrefix("/") || path.split(separator: "/").contains("..")
    var help = meant.map { BilingualText(zh: "是否想写“\($0)”？", en: "did you mean `\($0)`?") }
    if isOutside {
      help = BilingualText(
        zh: "把文件放进标准所在的目录；要用别的标准的内容，写 extends",
        en: "put the file into the standard's directory; to use another standard's, write `extends`")
    }
    return Diagnostic(
      .error,
      isOutside
        ? BilingualText(
          zh: "\(zh)“\(path)”不在标准所在的目录里", en: "\(en) `\(path)`, which lies outside the standard's directory")
        : BilingualText(
          zh: "\(zh)“\(path)”不存在，或不是 YAML 文件", en: "\(en) `\(path)`, which does not exist or is no YAML file"),
      help: help
        ?? BilingualText(
          zh: "路径从标准所在的目录写起，如 rules/exterior.yaml",
          en: "a path starts at the standard's directory, as in rules/exterior.yaml"),
      at: location)
  }

  /// What proves a standard and is no part of it: the cases below `cases`, and the file under `compliant` in the head. A
  /// standard's own count, not its parent's: what proves the parent need not prove a stricter child.
  ///
  /// - Parameter listed: the paths that the head lists.
  mutating func proofs(_ head: Int, _ listed: [String], _ layer: Int) -> Standard.Proofs {
    var proofs = Standard.Proofs()
    let sources = layers[layer].sources
    let paths = sources.keys.filter { $0.hasPrefix("cases/") }
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    proofs.cases = paths.compactMap { sources[$0] }
    let tree = files[head].tree
    guard let value = tree.pairs(of: tree.root).first(where: { tree.matches($0.key, "compliant") })?.value,
      tree.nodes[Int(value)].kind == .scalar, !tree.isAbsent(value)
    else { return proofs }
    let path = tree.string(value)
    proofs.compliant = sources[path]
    if proofs.compliant == nil {
      let meant = nearestFile(path, listed, layers[layer])
      if let meant { layers[layer].named.insert(meant) }
      diagnostics.append(
        missing(
          "compliant 所写的", "`compliant` names", path, meant: meant,
          at: Problems(file: files[head].name).location(tree, value)))
    }
    return proofs
  }

  /// Reads a file's tree; nil, with diagnostics, where it cannot be read.
  mutating func open(_ path: String, _ layer: Layer) -> Int? {
    guard let source = layer.sources[path] else { return nil }
    var limits = YAMLLimits.standard
    limits.nodes = 2_000_000
    guard
      let text = SourceText.decode(
        source.bytes, file: "\(layer.directory)/\(path)", limits: limits, diagnostics: &diagnostics)
    else { return nil }
    var reader = YAMLDocumentReader(text, policy: .aliased, limits: limits)
    var tree = YAMLTree()
    let before = diagnostics.count
    let outcome = reader.next(into: &tree, diagnostics: &diagnostics)
    if tree.isEmpty {
      if diagnostics.count == before {
        diagnostics.append(
          Diagnostic(
            .error, BilingualText(zh: "文件里没有内容", en: "there is nothing in the file"),
            help: path == "standard.yaml"
              ? BilingualText(
                zh: "写标准的抬头：standard、title、issuer、source、files",
                en: "write the head of a standard: standard, title, issuer, source, files")
              : BilingualText(
                zh: "写上内容，或从 standard.yaml 的 files 里去掉这个文件",
                en: "write it, or take the file out of `files` in standard.yaml"),
            at: SourceLocation(file: text.file, range: SourceRange(at: .start))))
      }
      return nil
    }
    guard case .document = outcome, !reader.hasErrors else { return nil }
    var rest = YAMLTree()
    if reader.next(into: &rest, diagnostics: &diagnostics) != .end, !rest.isEmpty {
      diagnostics.append(
        Diagnostic(
          .error,
          BilingualText(zh: "标准的一个文件里只能有一份文档", en: "a file of a standard holds one document"),
          help: BilingualText(
            zh: "删去单独一行的“---”，或把后面的内容另存成一个文件并列入 files",
            en: "delete the line `---`, or keep what follows in a file of its own and list it under `files`"),
          at: SourceLocation(file: text.file, range: rest.range(of: rest.root))))
    }
    files.append(StandardFile(source: text, tree: tree))
    return files.count - 1
  }
}

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
///
/// A standard that extends another is read in layers, the outermost parent first: all clauses and words of all layers,
/// then layer by layer the changes to the rules so far and the new rules. So a rule of the parent counts a word that
/// a layer above adds to one of its groups.
package struct StandardLoader {
  /// What is wrong with the standard.
  package private(set) var diagnostics: [Diagnostic] = []

  /// One standard of a chain.
  private struct Layer {
    let directory: String
    let sources: [String: StandardSource]
    /// The indexes in `files` of the files that `standard.yaml` lists.
    var parts: [Int] = []
    /// The paths of the files that prove the standard and are no part of it.
    var proofs: Set<String> = []

    init(_ sources: [StandardSource], _ directory: String) {
      self.directory = directory
      self.sources = Dictionary(sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// How many standards may extend one another.
  private static let mostLayers = 8

  /// The outermost parent first.
  private var layers: [Layer]
  private let resolver: ParentResolver
  private var files: [StandardFile] = []
  /// Rules that are declared and left out, so that whoever names them is not told that there are none.
  private var brokenRules: Set<String> = []
  /// Whether a listed file could not be read.
  private var isIncomplete = false
  /// What was reported of the files' contents.
  private var said: Set<Diagnostic> = []

  /// Prepares to read a standard.
  ///
  /// - Parameters:
  ///   - sources: every YAML file below the standard's directory.
  ///   - directory: what stands before the paths in diagnostics, such as `Rules/huangshigang`.
  ///   - parents: finds the standard that this one extends.
  package init(
    _ sources: [StandardSource], directory: String,
    parents: @escaping ParentResolver = { _, _ in
      (nil, BilingualText(zh: "这里不能引用别的标准", en: "no other standard can be extended here"))
    }
  ) {
    layers = [Layer(sources, directory)]
    resolver = parents
  }

  /// The standard, or nil where it has errors, which stand in `diagnostics`. Examples are not run here.
  package mutating func load() -> Standard? {
    guard let heads = openHeads() else { return nil }
    let none = BilingualText(zh: "", en: "")
    var standard = Standard(
      id: "", title: none, issuer: none, source: none, leftMeans: nil,
      sides: SideWords(
        left: .init(zh: "大门左侧", en: "left of the entrance"), right: .init(zh: "大门右侧", en: "right of the entrance")),
      digest: "", clauses: [], vocabulary: .empty, rules: [], elevation: nil, exampleCommunity: nil, files: [])
    for (layer, head) in heads.enumerated() {
      var paths: [(String, SourceLocation)] = []
      reading(head) { $0.head(&standard, &paths) }
      standard.proofs = proofs(head, layers[layer])
      layers[layer].proofs = Set(
        (standard.proofs.cases + [standard.proofs.compliant].compactMap(\.self)).map(\.path)
      ).subtracting(paths.map(\.0))
      openParts(paths, layer)
    }
    standard.digest = digest()
    readParts(&standard)
    reading(heads[0]) { $0.checkExampleCommunity(standard.vocabulary) }
    standard.files = files
    let hasErrors = diagnostics.contains { $0.severity == .error }
    return hasErrors ? nil : standard
  }

  /// Opens the heads of the standard and of all that it extends; their files' indexes, the outermost parent first.
  private mutating func openHeads() -> [Int]? {
    var heads: [Int] = []
    while true {
      guard let head = open("standard.yaml", layers[0]) else {
        if !diagnostics.contains(where: { $0.severity == .error }) {
          let directory = layers[0].directory
          diagnostics.append(
            Diagnostic(
              .error,
              BilingualText(
                zh: "“\(directory)”里没有 standard.yaml，不是一套标准",
                en: "`\(directory)` has no standard.yaml: it is no standard"),
              help: BilingualText(
                zh: "--rules 要指向标准所在的目录（其中有 standard.yaml）", en: "--rules takes the directory that holds standard.yaml")
            ))
        }
        return nil
      }
      heads.insert(head, at: 0)
      let reader = StandardFileReader(tree: files[head].tree, file: files[head].name)
      guard let (reference, node) = reader.parentReference() else { return heads }
      let found = resolver(reference, layers[0].directory)
      var problem = found.problem
      if let parent = found.parent {
        if layers.contains(where: { $0.directory == parent.directory }) {
          problem = BilingualText(
            zh: "“\(reference)”又引用回本标准，成了循环", en: "`\(reference)` leads back to this standard: a cycle")
        } else if layers.count == Self.mostLayers {
          problem = BilingualText(
            zh: "标准最多套用 \(Self.mostLayers) 层", en: "at most \(Self.mostLayers) standards may extend one another")
        } else {
          layers.insert(Layer(parent.sources, parent.directory), at: 0)
          continue
        }
      }
      diagnostics.append(
        Diagnostic(
          .error, problem ?? BilingualText(zh: "找不到“\(reference)”", en: "cannot find `\(reference)`"),
          help: BilingualText(
            zh: "extends 写上级标准的目录（相对于本目录），或程序内置标准的编号",
            en:
              "extends takes the parent's directory, relative to this one, or the id of the standard inside the program"
          ),
          at: reader.problems.location(reader.tree, node)))
      return nil
    }
  }

  /// Opens the files that a head lists, and reports those that are missing or not listed.
  private mutating func openParts(_ paths: [(String, SourceLocation)], _ layer: Int) {
    let directory = layers[layer].directory
    for (path, location) in paths {
      guard layers[layer].sources[path] != nil else {
        diagnostics.append(
          Diagnostic(
            .error,
            BilingualText(
              zh: "standard.yaml 列出的“\(path)”不存在", en: "standard.yaml lists `\(path)`, which does not exist"),
            at: location))
        continue
      }
      if let file = open(path, layers[layer]) {
        layers[layer].parts.append(file)
      } else {
        isIncomplete = true
      }
    }
    for path in layers[layer].sources.keys.sorted()
    where path != "standard.yaml" && !paths.contains(where: { $0.0 == path }) && !layers[layer].proofs.contains(path) {
      diagnostics.append(
        Diagnostic(
          .error,
          BilingualText(
            zh: "文件“\(path)”没有列入 standard.yaml 的 files，其中的规则不会生效",
            en: "`\(path)` is not listed under `files` in standard.yaml: its rules would not count"),
          at: SourceLocation(file: "\(directory)/\(path)", range: SourceRange(at: .start))))
    }
  }

  /// What proves a standard and is no part of it: the cases below `cases`, and the file under `compliant` in the head. A
  /// standard's own count, not its parent's: what proves the parent need not prove a stricter child.
  private mutating func proofs(_ head: Int, _ layer: Layer) -> Standard.Proofs {
    var proofs = Standard.Proofs()
    let paths = layer.sources.keys.filter { $0.hasPrefix("cases/") }
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    proofs.cases = paths.compactMap { layer.sources[$0] }
    let tree = files[head].tree
    guard let value = tree.pairs(of: tree.root).first(where: { tree.matches($0.key, "compliant") })?.value,
      tree.nodes[Int(value)].kind == .scalar, !tree.isAbsent(value)
    else { return proofs }
    let path = tree.string(value)
    proofs.compliant = layer.sources[path]
    if proofs.compliant == nil {
      diagnostics.append(
        Diagnostic(
          .error,
          BilingualText(
            zh: "compliant 所写的“\(path)”不存在", en: "`compliant` names `\(path)`, which does not exist"),
          help: BilingualText(
            zh: "路径从标准所在的目录写起，如 compliant.yaml", en: "the path starts at the standard's directory, as in compliant.yaml"
          ),
          at: Problems(file: files[head].name).location(tree, value)))
    }
    return proofs
  }

  /// Clauses and vocabulary first, then the rules that speak of them, whatever the order of the files.
  private mutating func readParts(_ standard: inout Standard) {
    for (index, layer) in layers.enumerated() {
      let words = standard.vocabulary.words
      for part in layer.parts { reading(part) { $0.clausesAndWords(&standard) } }
      if index > 0 { noteWords(words, standard.vocabulary.words, layer, &standard) }
    }
    if isIncomplete, standard.clauses.isEmpty || standard.vocabulary.kinds.isEmpty {
      // Every rule would be wrong about every word: what cannot be read is said, and enough.
      diagnostics.append(
        Diagnostic(
          .warning,
          BilingualText(
            zh: "条款或词汇表没有读进来，规则这一次没有检查", en: "clauses or vocabulary could not be read; the rules were not checked"
          ),
          help: BilingualText(zh: "先改好上面的文件，再检查一次", en: "put the files above right and check again")))
      return
    }
    var pending: [PendingRule] = []
    for (index, layer) in layers.enumerated() {
      if index > 0 { tailor(&pending, layer, &standard) }
      let parents = pending.count
      for part in layer.parts { reading(part) { $0.rules(standard, part, &pending) } }
      guard index > 0 else { continue }
      for added in pending[parents...] {
        standard.deviations.append(
          Deviation(
            rule: added.rule.id, change: BilingualText(zh: "新增规则", en: "a rule of its own"),
            reason: BilingualText(zh: "", en: ""), location: added.rule.location))
      }
    }
    if pending.isEmpty, !diagnostics.contains(where: { $0.severity == .error }), let layer = layers.last {
      diagnostics.append(
        Diagnostic(
          .error, BilingualText(zh: "这套标准一条规则也没有", en: "the standard has no rules"),
          at: SourceLocation(file: "\(layer.directory)/standard.yaml", range: SourceRange(at: .start))))
    }
    resolve(pending, &standard)
    readElevation(&standard)
  }

  /// The elevation of the nearest layer that has one. It is checked against the rules as they are in the end; not, where
  /// those have errors of their own.
  private mutating func readElevation(_ standard: inout Standard) {
    let areRulesWhole = !diagnostics.contains { $0.severity == .error }
    for layer in layers.reversed() where standard.elevation == nil {
      for part in layer.parts { reading(part) { $0.elevation(&standard, areRulesWhole: areRulesWhole) } }
    }
  }

  /// Applies the changes of a layer to the rules of its parents.
  private mutating func tailor(_ pending: inout [PendingRule], _ layer: Layer, _ standard: inout Standard) {
    var tailoring = Tailoring(pending)
    for part in layer.parts {
      var changes: [RuleChange] = []
      reading(part) { changes = $0.changes(standard, part, pending) }
      for change in changes { tailoring.apply(change) }
    }
    pending = tailoring.rules
    standard.deviations += tailoring.deviations
    standard.switchedOff += tailoring.switchedOff
    diagnostics += tailoring.diagnostics
  }

  /// Notes the words that a layer adds.
  private func noteWords(_ old: InventoryWords, _ new: InventoryWords, _ layer: Layer, _ standard: inout Standard) {
    let tables: [(BilingualText, WordTable, WordTable)] = [
      (.init(zh: "类别", en: "kinds"), old.kinds, new.kinds), (.init(zh: "位置", en: "places"), old.places, new.places),
      (.init(zh: "颜色", en: "colours"), old.colours, new.colours),
      (.init(zh: "社区类型", en: "community types"), old.communityTypes, new.communityTypes),
      (.init(zh: "党组织形式", en: "forms of Party organization"), old.partyOrganizations, new.partyOrganizations),
    ]
    for (name, old, new) in tables where new.words.count > old.words.count {
      let added = new.words[old.words.count...].map(\.label)
      standard.deviations.append(
        Deviation(
          rule: nil,
          change: BilingualText(
            zh: "\(name.zh)增加\(added.map(\.zh).joined(separator: "、"))",
            en: "\(name.en) added: \(added.map(\.en).joined(separator: ", "))"),
          reason: BilingualText(zh: "", en: ""),
          location: SourceLocation(file: "\(layer.directory)/standard.yaml", range: SourceRange(at: .start))))
    }
  }

  /// Turns the names of other rules into indexes.
  private mutating func resolve(_ pending: [PendingRule], _ standard: inout Standard) {
    standard.rules = pending.map(\.rule)
    var first: [String: SourceLocation] = [:]
    for rule in standard.rules {
      for id in [rule.id] + rule.aliases {
        guard let location = first[id] else {
          first[id] = rule.location
          continue
        }
        diagnostics.append(
          Diagnostic(
            .error, BilingualText(zh: "规则编号“\(id)”重复", en: "the rule id `\(id)` is used twice"),
            help: layers.count > 1
              ? BilingualText(
                zh: "要改上级标准的规则，请写在 changes 里", en: "to change a rule of the parent, write it under `changes`") : nil,
            at: rule.location,
            related: [.init(message: BilingualText(zh: "先前用在这里", en: "first used here"), location: location)]))
      }
    }
    for (index, entry) in pending.enumerated() {
      for (name, location) in entry.yieldsTo {
        if let other = standard.ruleIndex(name) {
          standard.rules[index].yieldsTo.append(other)
        } else if !brokenRules.contains(name) {
          let help = Spelling.suggestion(for: name, among: standard.rules.map(\.id))
          diagnostics.append(
            Diagnostic(
              .error, BilingualText(zh: "没有“\(name)”这条规则", en: "there is no rule `\(name)`"), help: help, at: location))
        }
      }
    }
  }

  /// Reads a file's tree; nil, with diagnostics, where it cannot be read.
  private mutating func open(_ path: String, _ layer: Layer) -> Int? {
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
            .error, BilingualText(zh: "文件是空的", en: "the file is empty"),
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

  private mutating func reading(_ file: Int, _ body: (inout StandardFileReader) -> Void) {
    var reader = StandardFileReader(tree: files[file].tree, file: files[file].source.file)
    body(&reader)
    // What an alias repeats is read, and found wrong, at each place that names it: it is said once.
    for problem in reader.problems.diagnostics where said.insert(problem).inserted { diagnostics.append(problem) }
    brokenRules.formUnion(reader.brokenRules)
  }

  /// A digest over paths, lengths and bytes of all files but those that only prove the standard, layer by layer in the order of their paths' bytes.
  private func digest() -> String {
    var hash = SHA256()
    for layer in layers {
      for path in layer.sources.keys.sorted(by: { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
      where !layer.proofs.contains(path) {
        guard let source = layer.sources[path] else { continue }
        hash.update(data: Array("\(path)\0\(source.bytes.count)\0".utf8))
        hash.update(data: source.bytes)
      }
    }
    return "sha256:" + Hexadecimal.text(hash.finalize())
  }
}

/// A rule whose references to other rules are names still.
struct PendingRule {
  var rule: Rule
  var yieldsTo: [(String, SourceLocation)]
}

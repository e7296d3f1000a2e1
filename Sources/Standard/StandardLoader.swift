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
  package internal(set) var diagnostics: [Diagnostic] = []
  /// The standard where nothing but its elevation is wrong: fit for looking through its rules, and for nothing else.
  package private(set) var withWrongElevation: Standard?

  /// One standard of a chain.
  struct Layer {
    let directory: String
    let sources: [String: StandardSource]
    /// The indexes in `files` of the files that `standard.yaml` lists.
    var parts: [Int] = []
    /// The paths of the files that prove the standard and are no part of it.
    var proofs: Set<String> = []
    /// The paths of files that were probably meant where another name is written: nothing more is said of them.
    var named: Set<String> = []

    init(_ sources: [StandardSource], _ directory: String) {
      self.directory = directory
      self.sources = Dictionary(sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// How many standards may extend one another.
  private static let mostLayers = 8

  /// The outermost parent first.
  var layers: [Layer]
  private let resolver: ParentResolver
  var files: [StandardFile] = []
  /// Rules that are declared and left out, so that whoever names them is not told that there are none.
  private var brokenRules: Set<String> = []
  /// Whether a listed file could not be read.
  var isIncomplete = false
  /// Whether all but the elevation was read without an error.
  private var areRulesWhole = false
  /// Whether every vocabulary was read whole.
  private var knowsWords = true
  /// Whether every clause is known by its id.
  private var knowsClauses = true
  /// Whether a vocabulary has a word twice.
  private var hasDoubledWords = false
  /// The ids of rules that were switched off, and where.
  private var off: [String: SourceLocation] = [:]
  /// What was reported of the files' contents.
  private var said: Set<Diagnostic> = []

  private var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

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
      standard.proofs = proofs(head, paths.map(\.0), layer)
      layers[layer].proofs = Set(
        (standard.proofs.cases + [standard.proofs.compliant].compactMap(\.self)).map(\.path)
      ).subtracting(paths.map(\.0))
      openParts(paths, layer)
    }
    standard.digest = digest()
    readParts(&standard)
    reading(heads[0]) { $0.checkExampleCommunity(standard.vocabulary) }
    standard.files = files
    standard.layers = layers.map { layer in
      ParentStandard(sources: layer.sources.values.sorted { $0.path < $1.path }, directory: layer.directory)
    }
    if !hasErrors { return standard }
    if areRulesWhole { withWrongElevation = standard }
    return nil
  }

  /// Opens the heads of the standard and of all that it extends; their files' indexes, the outermost parent first.
  private mutating func openHeads() -> [Int]? {
    var heads: [Int] = []
    while true {
      guard let head = open("standard.yaml", layers[0]) else {
        if !hasErrors {
          let directory = layers[0].directory
          diagnostics.append(
            Diagnostic(
              .error,
              BilingualText(
                zh: "“\(directory)”里没有 standard.yaml，不是一套标准",
                en: "`\(directory)` has no standard.yaml: it is no standard"),
              help: BilingualText(
                zh: "写标准所在的目录，其中要有 standard.yaml；另写一套的，先用 signaudit rules copy 取一套来改",
                en:
                  "name the directory that holds standard.yaml; to begin a standard, `signaudit rules copy` writes one to change"
              )))
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

  /// Clauses and vocabulary first, then the rules that speak of them, whatever the order of the files.
  private mutating func readParts(_ standard: inout Standard) {
    for (index, layer) in layers.enumerated() {
      let words = standard.vocabulary.words
      let vocabulary = self.vocabulary(of: layer)
      for part in layer.parts { reading(part) { $0.clausesAndWords(&standard, vocabularyAt: vocabulary) } }
      if index == 0 { for part in layer.parts { reading(part) { $0.refuseChanges() } } }
      if index > 0 { noteWords(words, standard.vocabulary.words, layer, &standard) }
    }
    if isIncomplete, standard.vocabulary.kinds.isEmpty { knowsWords = false }
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
    if pending.isEmpty, !hasErrors, let layer = layers.last {
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
    areRulesWhole = !hasErrors
    for layer in layers.reversed() where standard.elevation == nil {
      let places = layer.parts.compactMap { part in
        StandardFileReader(tree: files[part].tree, file: files[part].name).elevationLocation()
      }
      if places.count > 1 {
        diagnostics.append(
          Diagnostic(
            .error, BilingualText(zh: "“elevation”写了两次", en: "`elevation` stands in two files"),
            help: BilingualText(zh: "一套标准只画一个大门口，请合在一处", en: "a standard draws one entrance: put the two together"),
            at: places[1],
            related: [.init(message: BilingualText(zh: "另一处在这里", en: "the other one is here"), location: places[0])]))
        return
      }
      for part in layer.parts {
        reading(part) { [areRulesWhole] in $0.elevation(&standard, areRulesWhole: areRulesWhole) }
      }
    }
  }

  /// Where a layer has its vocabulary; of several, the one that says most, which the others are told of.
  private func vocabulary(of layer: Layer) -> SourceLocation? {
    var fullest: (keys: Int, location: SourceLocation)?
    for part in layer.parts {
      let (tree, file) = (files[part].tree, files[part].name)
      guard tree.nodes[Int(tree.root)].kind == .mapping else { continue }
      for (key, value) in tree.pairs(of: tree.root) where tree.matches(key, "vocabulary") {
        let keys = tree.nodes[Int(value)].kind == .mapping ? Int(tree.nodes[Int(value)].count) : 0
        if keys > fullest?.keys ?? -1 { fullest = (keys, Problems(file: file).location(tree, value)) }
      }
    }
    return fullest?.location
  }

  /// Applies the changes of a layer to the rules of its parents.
  private mutating func tailor(_ pending: inout [PendingRule], _ layer: Layer, _ standard: inout Standard) {
    var tailoring = Tailoring(pending, off: off, brokenRules: brokenRules, isWhole: !isIncomplete)
    for part in layer.parts {
      var changes: [RuleChange] = []
      reading(part) { changes = $0.changes(standard, part, pending) }
      for change in changes { tailoring.apply(change) }
    }
    pending = tailoring.rules
    standard.deviations += tailoring.deviations
    standard.switchedOff += tailoring.switchedOff
    diagnostics += tailoring.diagnostics
    off = tailoring.off
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
    var first: [String: Rule] = [:]
    for rule in standard.rules {
      for id in [rule.id] + rule.aliases {
        guard let other = first[id] else {
          first[id] = rule
          continue
        }
        diagnostics.append(doubled(id, rule, other))
      }
    }
    for (index, entry) in pending.enumerated() {
      for (name, location) in entry.yieldsTo {
        if let other = standard.ruleIndex(name) {
          standard.rules[index].yieldsTo.append(other)
        } else if !brokenRules.contains(name), !isIncomplete {
          let help = Spelling.suggestion(for: name, among: standard.rules.map(\.id))
          diagnostics.append(
            Diagnostic(
              .error, BilingualText(zh: "没有“\(name)”这条规则", en: "there is no rule `\(name)`"), help: help, at: location))
        }
      }
    }
  }

  /// What is said of an id that two rules have, or that is a former id besides.
  private func doubled(_ id: String, _ rule: Rule, _ other: Rule) -> Diagnostic {
    let isOwn = rule.location == other.location
    let isAlias = isOwn || rule.id != id || other.id != id
    let message =
      !isAlias
      ? BilingualText(zh: "规则编号“\(id)”重复", en: "the rule id `\(id)` is used twice")
      : isOwn
        ? BilingualText(
          zh: "“\(id)”在规则的编号和曾用编号（aliases）里重复", en: "`\(id)` stands twice among the rule's id and `aliases`")
        : BilingualText(
          zh: "“\(id)”是一条规则的曾用编号（aliases），又是另一条规则的编号",
          en: "`\(id)` is a former id (`aliases`) of one rule and names another")
    var help: BilingualText? = BilingualText(
      zh: "同一条规则的，删去一处；两条规则的，改一个编号", en: "remove one if they are the same rule; else choose another id")
    if isAlias {
      help = BilingualText(
        zh: "aliases 只写已经不用的编号；从中删去“\(id)”", en: "`aliases` takes ids that are no longer in use: take `\(id)` out")
    } else if layers.count > 1 {
      help = BilingualText(
        zh: "要改上级标准的规则，请写在 changes 里", en: "to change a rule of the parent, write it under `changes`")
    }
    return Diagnostic(
      .error, message, help: help, at: rule.location,
      related: isOwn
        ? []
        : [.init(message: BilingualText(zh: "先前用在这里", en: "first used here"), location: other.location)])
  }

  private mutating func reading(_ file: Int, _ body: (inout StandardFileReader) -> Void) {
    var reader = StandardFileReader(tree: files[file].tree, file: files[file].source.file)
    reader.knowsWords = knowsWords
    reader.hasDoubledWords = hasDoubledWords
    reader.knowsClauses = knowsClauses && !isIncomplete
    body(&reader)
    knowsWords = reader.knowsWords
    hasDoubledWords = reader.hasDoubledWords
    knowsClauses = reader.knowsClauses
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

import Diagnostics
import Inventory
import Standard
import YAMLTree

/// The vocabulary: words that nothing speaks of, kinds that nothing recognises.
extension StandardLint {
  mutating func checkWords() {
    var used: [String: Set<String>] = [:]
    for reading in readings {
      for value in [reading.check, reading.when].compactMap(\.self) {
        for leaf in value.leaves { used[leaf.key, default: []].insert(leaf.text) }
      }
    }
    for file in standard.files {
      guard let vocabulary = file.tree.value("vocabulary", of: file.tree.root) else { continue }
      checkTables(file, vocabulary, used)
    }
    checkRecognition()
    checkRecognisable()
  }

  /// `recognised_kind` finds a kind by its wording alone: a kind that no wording shows is never found.
  private mutating func checkRecognisable() {
    let words = standard.vocabulary.words.kinds
    for reading in readings {
      guard case .recognisedKind(_, let recognised) = reading.rule.check else { continue }
      let hidden = words.words.indices.filter { index in
        recognised.contains(WordIndex(index)) && standard.vocabulary.kinds[index].recognition == nil
      }.map { words.words[$0].canonical }
      guard !hidden.isEmpty else { continue }
      report(
        .unrecognisableKind, zh: "这些类别没有写 recognised_by，永远认不出来：\(hidden.joined(separator: "、"))",
        en: "these kinds have no `recognised_by` and are never recognised: \(hidden.joined(separator: ", "))",
        help: BilingualText(
          zh: "在词汇表里给它们写 recognised_by，或从 recognised 里去掉",
          en: "give them `recognised_by` in the vocabulary, or take them out of `recognised`"),
        at: location(reading, "check"))
    }
  }

  private func used(_ used: [String: Set<String>], _ names: [String]) -> Set<String> {
    names.reduce(into: []) { $0.formUnion(used[$1] ?? []) }
  }

  private mutating func checkTables(
    _ file: StandardFile, _ vocabulary: NodeIndex, _ used: [String: Set<String>]
  ) {
    let tree = file.tree
    // Places and colours are there to be recorded, the wrong ones above all: no rule need name one.
    let tables: [(name: String, label: String, keys: [String])] = [
      ("kinds", "类别", ["kind", "declared", "recognised"]), ("community_types", "社区类型", ["type"]),
      ("party_organizations", "党组织形式", ["party_organization"]),
    ]
    let usesForms = readings.contains { $0.check.leaves.contains { $0.text.contains("{party_organization}") } }
    for table in tables {
      guard let list = tree.value(table.name, of: vocabulary), tree.nodes[Int(list)].kind == .sequence else { continue }
      if table.name == "party_organizations", usesForms { continue }
      let words = self.used(used, table.keys)
      let groups = used["kind_group", default: []]
      var unused: [(word: String, node: NodeIndex)] = []
      for item in tree.children(of: list) {
        guard let wordNode = tree.value("word", of: item) else { continue }
        let value = RuleValue(tree, item, under: "", standard.vocabulary)
        if words.contains(tree.string(wordNode)) || !groups.isDisjoint(with: value["groups"]?.texts ?? []) { continue }
        // A kind that the standard is not about is there to be recorded, and one that is recognised has its use.
        if let scope = value["in_scope"]?.text, scope == "no" || scope == "false" { continue }
        if value["recognised_by"] != nil { continue }
        unused.append((tree.string(wordNode), wordNode))
      }
      // A table of one word says only that there is no other.
      guard let first = unused.first, tree.nodes[Int(list)].count > 1 else { continue }
      let shown = unused.map(\.word)
      report(
        .unusedWord, zh: "\(table.label)里没有规则单独提到的词：\(shown.joined(separator: "、"))",
        en: "no rule speaks of these words of `\(table.name)`: \(shown.joined(separator: ", "))",
        help: table.name == "kinds"
          ? BilingualText(
            zh: "要由规则管的，在规则的条件里写上它或它的类别组；只为登记而设的，写 in_scope: no",
            en:
              "name it, or a group of it, in a rule's condition if a rule is to judge it; write `in_scope: no` if it is there to be recorded only"
          )
          : BilingualText(
            zh: "没有规则区别对待的词，可以删去；留着也不影响核查", en: "it may be left out where no rule tells it apart; it does no harm"),
        at: Problems(file: file.name).location(tree, first.node))
    }
  }

  /// Recognition takes the first kind that fits: a kind behind one that fits wherever it does is never recognised.
  private mutating func checkRecognition() {
    let kinds = standard.vocabulary.kinds
    for later in kinds.indices {
      guard let own = kinds[later].recognition else { continue }
      for earlier in kinds.indices where earlier < later {
        guard let first = kinds[earlier].recognition, Self.covers(first, own) else { continue }
        let table = standard.vocabulary.words.kinds
        let (hidden, hiding) = (table[WordIndex(later)].canonical, table[WordIndex(earlier)].canonical)
        report(
          .unrecognisableKind, zh: "类别 \(hidden) 永远认不出来：它的文字先被 \(hiding) 认走了",
          en: "the kind \(hidden) is never recognised: \(hiding), which stands before it, takes its wording first",
          help: BilingualText(zh: "把 \(hidden) 移到 \(hiding) 前面", en: "move \(hidden) before \(hiding)"),
          at: place(ofKind: hidden))
        break
      }
    }
  }

  private func place(ofKind word: String) -> SourceLocation {
    for file in standard.files {
      guard let vocabulary = file.tree.value("vocabulary", of: file.tree.root),
        let kinds = file.tree.value("kinds", of: vocabulary)
      else { continue }
      for item in file.tree.children(of: kinds) {
        guard let node = file.tree.value("word", of: item), file.tree.string(node) == word else { continue }
        return Problems(file: file.name).location(file.tree, node)
      }
    }
    return SourceLocation(file: standard.files.first?.name ?? "", range: SourceRange(at: .start))
  }

  /// Whether one recognition fits wherever the other does.
  private static func covers(_ first: Vocabulary.Recognition, _ other: Vocabulary.Recognition) -> Bool {
    if first.readsAsRoomNumber && !other.readsAsRoomNumber { return false }
    if !first.places.isEmpty {
      guard !other.places.isEmpty, other.places.bits & ~first.places.bits == 0 else { return false }
    }
    guard first.excludedPlaces.bits & ~other.excludedPlaces.bits == 0 else { return false }
    func all(_ options: [[UInt8]], _ holds: ([UInt8]) -> Bool) -> Bool { !options.isEmpty && options.allSatisfy(holds) }
    func isIn(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
      guard bytes.count >= part.count else { return false }
      return (0...bytes.count - part.count).contains { bytes[$0...].starts(with: part) }
    }
    func ends(_ bytes: [UInt8], _ part: [UInt8]) -> Bool { bytes.reversed().starts(with: part.reversed()) }
    let equals = other.equals
    if !first.equals.isEmpty, !all(equals, { first.equals.contains($0) }) { return false }
    if !first.ends.isEmpty {
      let fits = { (bytes: [UInt8]) in first.ends.contains { ends(bytes, $0) } }
      guard all(equals, fits) || all(other.ends, fits) else { return false }
    }
    if !first.starts.isEmpty {
      let fits = { (bytes: [UInt8]) in first.starts.contains { bytes.starts(with: $0) } }
      guard all(equals, fits) || all(other.starts, fits) else { return false }
    }
    if !first.contains.isEmpty {
      let fits = { (bytes: [UInt8]) in first.contains.contains { isIn(bytes, $0) } }
      guard all(equals, fits) || all(other.ends, fits) || all(other.starts, fits) || all(other.contains, fits) else {
        return false
      }
    }
    return true
  }
}

import Diagnostics
import Inventory
import YAMLTree

/// Reads the mappings of one file of a standard and reports what is wrong with them at their places.
struct StandardFileReader {
  /// The tree of the file.
  let tree: YAMLTree
  /// What is wrong with it.
  var problems: Problems
  /// The ids of rules that were left out because something is wrong with them: they are declared all the same.
  var brokenRules: [String] = []
  /// Whether the vocabulary was read whole. Otherwise nothing is said of words of a table that has none.
  var knowsWords = true
  /// Whether every clause was read and is known by its id. Otherwise nothing is said of clauses that are not there.
  var knowsClauses = true
  /// Whether the vocabulary has a word twice: then another is probably not there by its own name, and little is said of
  /// words that no table has.
  var hasDoubledWords = false
  /// The values of keys that must be there, which cannot be left out.
  private var requiredValues: Set<NodeIndex> = []

  init(tree: YAMLTree, file: String) {
    self.tree = tree
    problems = Problems(file: file)
  }

  /// The values of one mapping by key, all keys known.
  struct Fields {
    /// The mapping.
    let node: NodeIndex
    /// What it is, for messages.
    let what: BilingualText
    /// The values by key.
    var values: [String: NodeIndex] = [:]
    /// Whether a key was reported and left out: then nothing is said of a mapping that seems to be empty besides.
    var leavesOutKeys = false
    /// The keys that those which it does not have were probably meant to be.
    var meant: Set<String> = []

    /// The value of a key that is recorded.
    subscript(key: String) -> NodeIndex? { values[key] }
  }

  /// The fields of a construct; reports other shapes, unknown keys and missing ones. Nil where it is no mapping.
  ///
  /// - Parameters:
  ///   - construct: which mapping of the rule language it is: what it may say stands there and nowhere else.
  ///   - what: what messages call it, where that is not what they always call the construct.
  ///   - isTailored: whether the standard extends another, which may have what this one leaves out.
  ///   - example: how such a mapping is written, for whoever wrote something else.
  mutating func fields(
    _ node: NodeIndex, _ construct: Construct, as what: BilingualText? = nil, isTailored: Bool = false,
    example: String? = nil
  ) -> Fields? {
    let required = isTailored ? construct.required : construct.required + construct.inherited
    guard let fields = fields(node, what ?? construct.what, known: construct.names, required: required, example)
    else { return nil }
    for key in required {
      if let value = fields[key] {
        requiredValues.insert(value)
        continue
      }
      // Whoever misspelt it is told of the spelling.
      if fields.meant.contains(key) { continue }
      error(
        node, zh: "\(fields.what.zh)缺少“\(key)”", en: "\(fields.what.en) lacks `\(key)`",
        help: list(construct.choices(key)) ?? addition(construct, key))
    }
    return fields
  }

  /// The fields of a mapping whose keys are the reasons of a check.
  mutating func fields(_ node: NodeIndex, _ what: BilingualText, reasonsOf check: Check) -> Fields? {
    let reasons = Check.Reason.allCases.filter { check.reasons[$0] != nil }
    return fields(node, what, known: reasons.map(\.rawValue), required: [], nil)
  }

  private mutating func fields(
    _ node: NodeIndex, _ what: BilingualText, known: [String], required: [String], _ example: String?
  ) -> Fields? {
    guard tree.nodes[Int(node)].kind == .mapping else {
      var help = example.map { BilingualText(zh: "写成 \($0)", en: "write \($0)") }
      // One mapping in a list of its own is one bracket, or one dash, too many.
      if tree.nodes[Int(node)].kind == .sequence, tree.nodes[Int(node)].count == 1,
        let item = tree.children(of: node).first(where: { _ in true }), tree.nodes[Int(item)].kind == .mapping
      {
        help = BilingualText(zh: "去掉外面的方括号，或前面的“- ”", en: "take the square brackets, or the `- `, away")
      }
      problems.wrongShape(tree, node, what, wanted: .mapping, help: help)
      return nil
    }
    var fields = Fields(node: node, what: what)
    for (key, value) in tree.pairs(of: node) {
      let name = tree.string(key)
      guard known.contains(name) else {
        fields.leavesOutKeys = true
        // What a community is stands in a mapping of its own.
        if known.contains("community"), Construct.community.names.contains(name) {
          fields.meant.insert("community")
          let written = "community: {\(name): …}"
          error(
            key, zh: "\(what.zh)没有“\(name)”这个字段", en: "\(what.en) has no key `\(name)`",
            help: BilingualText(zh: "写成 \(written)", en: "write \(written)"))
          continue
        }
        unknownKey(key, in: what, known)
        if let nearest = Spelling.nearest(to: name, among: known) { fields.meant.insert(nearest) }
        continue
      }
      if !tree.isAbsent(value) {
        fields.values[name] = value
      } else if !required.contains(name) {
        // To leave it out in silence would widen a condition.
        fields.leavesOutKeys = true
        error(
          key, zh: "“\(name)”没有写内容", en: "`\(name)` has no value",
          help: BilingualText(zh: "写上内容，或删去这一项", en: "give it one, or leave the key out"))
      }
    }
    return fields
  }

  /// Reports a key that a mapping does not have.
  private mutating func unknownKey(_ key: NodeIndex, in what: BilingualText, _ known: [String]) {
    let name = tree.string(key)
    if ["colour", "color", "颜色"].contains(name), known.contains("background") {
      return error(
        key, zh: "\(what.zh)没有“\(name)”这个字段", en: "\(what.en) has no key `\(name)`",
        help: BilingualText(zh: "底色写 background，字色写 lettering", en: "write `background` or `lettering`"))
    }
    guard let word = InventoryKey.allCases.first(where: { $0.word.chinese.contains(name) })?.word.canonical,
      known.contains(word)
    else { return problems.unknownKey(tree, key, in: what, known: known) }
    error(
      key, zh: "\(what.zh)没有“\(name)”这个字段", en: "\(what.en) has no key `\(name)`",
      help: BilingualText(zh: "标准的字段用英文写：\(word)", en: "keys of a standard are in English: \(word)"))
  }

  /// Reports an error.
  mutating func error(_ node: NodeIndex, zh: String, en: String, help: BilingualText? = nil) {
    problems.error(tree, node, zh: zh, en: en, help: help)
  }

  /// A text that is not empty.
  mutating func text(_ node: NodeIndex, _ what: String) -> String? {
    guard tree.nodes[Int(node)].kind == .scalar else {
      problems.wrongShape(tree, node, BilingualText(zh: "“\(what)”", en: "`\(what)`"), wanted: .text)
      return nil
    }
    let text = tree.string(node)
    if text.isEmpty || tree.isAbsent(node) {
      let help =
        requiredValues.contains(node)
        ? BilingualText(zh: "补上内容，这一项必须写", en: "write something: it is required")
        : BilingualText(zh: "不需要这一项的，删去“\(what)”", en: "leave `\(what)` out where nothing is to stand there")
      error(node, zh: "“\(what)”不能为空", en: "`\(what)` must not be empty", help: help)
      return nil
    }
    return text
  }

  /// A text in both languages, `{zh: …, en: …}`.
  mutating func bilingual(_ node: NodeIndex, _ what: String) -> BilingualText {
    let name = BilingualText(zh: "“\(what)”", en: "`\(what)`")
    if reportsComma(node) { return BilingualText(zh: "", en: "") }
    let text = tree.nodes[Int(node)].kind == .scalar ? tree.string(node) : "…"
    let example = text.contains(",") || text.contains("{") ? "{zh: \"\(text)\", en: …}" : "{zh: \(text), en: …}"
    guard let fields = fields(node, .bilingual, as: name, example: example), let zh = fields["zh"],
      let en = fields["en"]
    else {
      return BilingualText(zh: "", en: "")
    }
    return BilingualText(zh: self.text(zh, "zh") ?? "", en: self.text(en, "en") ?? "")
  }

  /// The items of a list.
  ///
  /// - Parameter example: how an item is written, for whoever wrote something else.
  mutating func items(_ node: NodeIndex, _ what: String, example: String? = nil) -> [NodeIndex] {
    guard tree.nodes[Int(node)].kind == .sequence else {
      let help = example.map { BilingualText(zh: "每项写成 - \($0)", en: "write each item as - \($0)") }
      problems.wrongShape(tree, node, BilingualText(zh: "“\(what)”", en: "`\(what)`"), wanted: .list, help: help)
      return []
    }
    return Array(tree.children(of: node))
  }

  /// A text, or a list of texts.
  mutating func texts(_ node: NodeIndex, _ what: String) -> [String] {
    placedTexts(node, what).map(\.text)
  }

  /// A text, or a list of texts, each with its own place.
  mutating func placedTexts(_ node: NodeIndex, _ what: String) -> [(text: String, node: NodeIndex)] {
    let nodes = tree.nodes[Int(node)].kind == .scalar ? [node] : items(node, what)
    return nodes.compactMap { node in text(node, what).map { ($0, node) } }
  }

  /// A text or list of texts in compared form.
  mutating func compared(_ node: NodeIndex, _ what: String) -> [[UInt8]] {
    texts(node, what).map { ComparedText.bytes(of: $0) }
  }

  /// One of a few words; nil and reported if it is none.
  mutating func choice(_ node: NodeIndex, _ what: String, _ words: [String]) -> String? {
    guard let text = text(node, what) else { return nil }
    if words.contains(text) { return text }
    error(
      node, zh: "“\(what)”没有“\(text)”这个词", en: "`\(what)` has no word `\(text)`",
      help: suggestion(text, words))
    return nil
  }

  /// One of the words that a key of a construct takes; nil and reported if it is none.
  mutating func choice(_ node: NodeIndex, _ key: String, of construct: Construct) -> String? {
    choice(node, key, construct.choices(key))
  }

  /// A yes or no.
  mutating func flag(_ node: NodeIndex, _ what: String) -> Bool? {
    choice(node, what, Construct.flagWords).map { $0 == "yes" || $0 == "true" }
  }

  /// A whole number from 0 to 9999.
  mutating func number(_ node: NodeIndex, _ what: String) -> Int? {
    guard let text = text(node, what) else { return nil }
    let digits = text.utf8
    guard digits.count <= 4, digits.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
      error(
        node, zh: "“\(what)”应是 0 到 9999 的整数", en: "`\(what)` must be a whole number from 0 to 9999",
        help: numberAdvice(text)
          ?? (text.contains(".")
            ? BilingualText(zh: "写整数，不带小数", en: "write a whole number, without decimals")
            : BilingualText(
              zh: "写不超过 9999 的数；不设限的，不写这一项", en: "write 9999 at most; leave it out where there is no limit")))
      return nil
    }
    return number
  }

  /// Reports a word that a table does not have, unless the table itself is what is wrong.
  mutating func unknownWord(_ node: NodeIndex, _ what: String, _ word: String, _ table: WordTable) {
    if table.words.isEmpty, !knowsWords { return }
    if hasDoubledWords, Spelling.nearest(to: word, among: table.spellings) == nil { return }
    error(
      node, zh: "“\(what)”没有“\(word)”这个词", en: "`\(what)` has no word `\(word)`",
      help: suggestion(word, table.spellings))
  }

  /// Words of a table, as a set.
  mutating func wordSet(_ node: NodeIndex, _ what: String, _ table: WordTable) -> WordSet {
    var set = WordSet()
    let nodes = tree.nodes[Int(node)].kind == .scalar ? [node] : items(node, what)
    for node in nodes {
      guard let word = text(node, what) else { continue }
      if let index = table.find(word) {
        set.insert(index)
      } else {
        unknownWord(node, what, word, table)
      }
    }
    return set
  }
}

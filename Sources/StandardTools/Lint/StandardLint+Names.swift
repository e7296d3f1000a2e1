import Diagnostics
import Inventory
import Standard
import YAMLTree

/// Clauses, ids, and rules that other rules wait for.
extension StandardLint {
  mutating func checkClauses() {
    let covered = Set(standard.rules.flatMap(\.clauses))
    for rule in standard.rules where rule.clauses.isEmpty {
      report(
        .missingClause, zh: "规则 \(rule.id) 没有写依据哪个条款", en: "the rule \(rule.id) names no clause",
        help: BilingualText(zh: "在 clauses 里写条款编号", en: "name the clause under `clauses`"), at: rule.location)
    }
    for file in standard.files {
      guard let list = file.tree.value("clauses", of: file.tree.root), file.tree.nodes[Int(list)].kind == .sequence
      else { continue }
      for node in file.tree.children(of: list) {
        guard let idNode = file.tree.value("id", of: node) else { continue }
        let id = file.tree.string(idNode)
        checkWordsOfClause(file, node)
        guard !covered.contains(id), standard.clauses.first(where: { $0.id == id })?.notCheckable.isEmpty == true
        else { continue }
        report(
          .uncoveredClause, zh: "条款 \(id) 没有规则对应，也没有注明机器判断不了",
          en: "no rule covers the clause \(id), and nothing in it is marked as not checkable",
          help: BilingualText(
            zh: "写一条规则，或在 not_checkable 里注明由现场判断的字句",
            en: "write a rule, or list under `not_checkable` what an inspector judges"),
          at: Problems(file: file.name).location(file.tree, idNode))
      }
    }
  }

  /// What an inspector is to look at is quoted from the clause; `…` may leave words out.
  private mutating func checkWordsOfClause(_ file: StandardFile, _ clause: NodeIndex) {
    guard let textNode = file.tree.value("text", of: clause), let list = file.tree.value("not_checkable", of: clause)
    else { return }
    let text = ComparedText.bytes(of: file.tree.string(textNode))
    for item in file.tree.children(of: list) {
      guard let node = file.tree.value("words", of: item) else { continue }
      let words = file.tree.string(node)
      let parts = words.unicodeScalars.split(whereSeparator: { $0 == "…" || $0 == "." }).map { String($0) }
      let isQuoted = parts.allSatisfy { part in
        let bytes = ComparedText.bytes(of: part)
        return text.indices.contains { text[$0...].starts(with: bytes) } || bytes.isEmpty
      }
      if isQuoted { continue }
      report(
        .foreignWords, zh: "条款原文里没有“\(VisibleText(words).text)”这几个字",
        en: "the clause does not have the words `\(VisibleText(words).text)`",
        help: BilingualText(zh: "照抄原文的字句，略去的用“…”", en: "quote the clause; `…` stands for what is left out"),
        at: Problems(file: file.name).location(file.tree, node))
    }
  }

  mutating func checkNames() {
    checkYields()
    checkWaiting()
  }

  private mutating func checkYields() {
    var told: Set<Int> = []
    for reading in readings where !told.contains(reading.index) {
      var reached: Set<Int> = []
      var open = reading.rule.yieldsTo
      while let next = open.popLast() {
        if reached.insert(next).inserted { open += standard.rules[next].yieldsTo }
      }
      guard reached.contains(reading.index) else { continue }
      // A cycle is one problem, whichever of its rules one starts from.
      let circle = reached.filter { $0 != reading.index && yields($0, to: reading.index) }.sorted()
      told.formUnion(circle)
      let others = circle.map { standard.rules[$0].id }
      report(
        .yieldCycle,
        zh: others.isEmpty
          ? "规则 \(reading.rule.id) 的 yields_to 写了它自己"
          : "规则 \(reading.rule.id) 和 \(others.joined(separator: "、")) 的 yields_to 互相指着，同一块牌谁也不报",
        en: others.isEmpty
          ? "the rule \(reading.rule.id) yields to itself"
          : "the rules \(reading.rule.id) and \(others.joined(separator: ", ")) yield to each other: neither reports a sign",
        help: BilingualText(
          zh: others.isEmpty ? "从 yields_to 里去掉它" : "只留一个方向：由管得具体的那条报，别的让它",
          en: others.isEmpty
            ? "take it out of `yields_to`" : "keep one direction: let the others yield to the more special rule"),
        at: location(reading, "yields_to"), related: circle.map { related(standard.rules[$0]) })
    }
  }

  /// Whether a rule yields to another, by way of others too.
  private func yields(_ index: Int, to other: Int) -> Bool {
    var reached: Set<Int> = []
    var open = standard.rules[index].yieldsTo
    while let next = open.popLast() {
      if next == other { return true }
      if reached.insert(next).inserted { open += standard.rules[next].yieldsTo }
    }
    return false
  }

  private mutating func checkWaiting() {
    guard let head = standard.files.first, !readings.isEmpty else { return }
    let place = Problems(file: head.name).location(head.tree, head.tree.value("standard", of: head.tree.root) ?? noNode)
    let needed: [(kind: String, zh: String, en: String)] = [
      ("recorded", "没有登记位置的牌", "signs without a recorded place"),
      ("recognised_kind", "没有登记类别、文字又认不出的牌", "signs without a kind whose words are not recognised"),
    ]
    for need in needed where !readings.contains(where: { $0.kind == need.kind }) {
      report(
        .unreportedSigns, zh: "标准里没有 \(need.kind) 这种检查的规则：\(need.zh)不会有任何提示",
        en: "no rule has the check `\(need.kind)`: \(need.en) are reported by nobody",
        help: BilingualText(
          zh: "照内置标准（signaudit rules copy 可以取出）的 rules/record.yaml 加一条 modality: record 的规则",
          en:
            "add a rule of modality record, as rules/record.yaml of the standard inside has one (`signaudit rules copy`)"
        ),
        at: place)
    }
  }
}

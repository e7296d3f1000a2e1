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
    for reading in readings {
      var reached: Set<Int> = []
      var open = reading.rule.yieldsTo
      while let next = open.popLast() {
        if reached.insert(next).inserted { open += standard.rules[next].yieldsTo }
      }
      guard reached.contains(reading.index) else { continue }
      report(
        .yieldCycle, zh: "规则 \(reading.rule.id) 让来让去又让给了自己",
        en: "the rule \(reading.rule.id) yields, in the end, to itself",
        help: BilingualText(zh: "yields_to 只写一个方向", en: "let `yields_to` go one way only"),
        at: location(reading, "yields_to"))
    }
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
          zh: "照内置标准的 record.yaml 加一条 modality: record 的规则",
          en: "add a rule of modality record, as record.yaml of the standard inside has one"),
        at: place)
    }
  }
}

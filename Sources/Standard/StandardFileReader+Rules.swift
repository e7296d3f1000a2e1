import Diagnostics
import Inventory
import YAMLTree

/// Reading the head, the clauses and the rules.
extension StandardFileReader {
  /// The standard that the one of this head extends, and where it says so.
  func parentReference() -> (reference: String, node: NodeIndex)? {
    guard tree.nodes[Int(tree.root)].kind == .mapping else { return nil }
    for (key, value) in tree.pairs(of: tree.root) where tree.matches(key, "extends") {
      guard tree.nodes[Int(value)].kind == .scalar, !tree.isAbsent(value) else { return nil }
      return (tree.string(value), value)
    }
    return nil
  }

  /// Reads standard.yaml.
  mutating func head(_ standard: inout Standard, _ paths: inout [(String, SourceLocation)]) {
    guard let fields = fields(tree.root, .head) else { return }
    if let node = fields["extends"] { _ = text(node, "extends") }
    if let node = fields["compliant"] { _ = text(node, "compliant") }
    let isTailored = fields["extends"] != nil
    for key in ["left_means", "sides", "example_community"] where isTailored {
      guard let node = fields[key] else { continue }
      error(
        node, zh: "“\(key)”由上级标准规定，不能另写", en: "`\(key)` is the parent's: it cannot be given again",
        help: BilingualText(
          zh: "去掉这一项；沿用上级标准的规定和例子", en: "leave it out; the parent's frame and examples stay as they are"))
    }
    let parent = standard.id
    standard.id = fields["standard"].flatMap { identifier($0, "standard") } ?? ""
    if isTailored, !parent.isEmpty, standard.id == parent, let node = fields["standard"] {
      error(
        node, zh: "编号“\(parent)”是上级标准的", en: "`\(parent)` is the parent's id",
        help: BilingualText(
          zh: "另起一个编号，报告里才分得清是哪一套标准", en: "choose another one, so that reports tell the two standards apart"))
    }
    standard.title = fields["title"].map { bilingual($0, "title") } ?? standard.title
    standard.issuer = fields["issuer"].map { bilingual($0, "issuer") } ?? standard.issuer
    standard.source = fields["source"].map { bilingual($0, "source") } ?? standard.source
    for file in fields["files"].map({ placedTexts($0, "files") }) ?? [] {
      paths.append((file.text, problems.location(tree, file.node)))
    }
    guard !isTailored else { return }  // the frame and the examples' community are the parent's
    standard.leftMeans = fields["left_means"]
      .flatMap { choice($0, "left_means", of: .head) }
      .flatMap { FixedWords.viewpoint.find($0) }
    if let node = fields["sides"],
      let sides = self.fields(node, .sides),
      let left = sides["left"], let right = sides["right"]
    {
      standard.sides = SideWords(left: bilingual(left, "left"), right: bilingual(right, "right"))
    }
    if let node = fields["example_community"],
      let names = self.fields(node, .exampleCommunity)
    {
      standard.exampleCommunity = CommunityNames(
        district: names["district"].flatMap { text($0, "district") } ?? "",
        street: names["street"].flatMap { text($0, "street") } ?? "",
        name: names["name"].flatMap { text($0, "name") } ?? "",
        partyOrganization: names["party_organization"].flatMap { text($0, "party_organization") })
    }
  }

  /// Whether the examples' community is of a form that the vocabulary has; asked once all words are known.
  mutating func checkExampleCommunity(_ words: Vocabulary) {
    guard tree.nodes[Int(tree.root)].kind == .mapping else { return }
    for (key, community) in tree.pairs(of: tree.root) where tree.matches(key, "example_community") {
      guard tree.nodes[Int(community)].kind == .mapping else { return }
      for (key, form) in tree.pairs(of: community)
      where tree.matches(key, "party_organization") && !tree.isAbsent(form) {
        _ = wordSet(form, "party_organization", words.words.partyOrganizations)
      }
    }
  }

  /// The parts that a file of a standard may have.
  mutating func parts() -> Fields? {
    fields(tree.root, .part)
  }

  /// Reads what rules speak of.
  ///
  /// - Parameter location: where the standard has its vocabulary; one that stands elsewhere is one too many.
  mutating func clausesAndWords(_ standard: inout Standard, vocabularyAt location: SourceLocation?) {
    guard let parts = parts() else { return }
    if let node = parts["vocabulary"] {
      if let location, location != problems.location(tree, node) {
        problems.error(
          tree, node, zh: "词汇表写了两次", en: "the vocabulary stands in two places",
          help: BilingualText(zh: "一套标准只有一份词汇表，请合在一处", en: "a standard has one vocabulary: put the two together"),
          related: [.init(message: BilingualText(zh: "另一处在这里", en: "the other one is here"), location: location)])
      } else {
        let before = problems.diagnostics.count
        standard.vocabulary = vocabulary(node, after: standard.vocabulary)
        if problems.diagnostics.count > before { knowsWords = false }
      }
    }
    guard let list = parts["clauses"] else { return }
    for item in items(list, "clauses") {
      guard let fields = fields(item, .clause) else { continue }
      let id = fields["id"].flatMap { identifier($0, "id") } ?? ""
      if standard.clauses.contains(where: { $0.id == id }) {
        // The other clause is not known by its own id, so that whoever names that is right.
        knowsClauses = false
        error(
          fields["id"] ?? item, zh: "条款编号“\(id)”重复", en: "the clause id `\(id)` is used twice",
          help: BilingualText(
            zh: "换一个编号；上级标准的条款不用重抄", en: "choose another id; clauses of the parent are not written again"))
      }
      var clause = Clause(
        id: id, title: fields["title"].map { bilingual($0, "title") } ?? BilingualText(zh: "", en: ""),
        text: fields["text"].flatMap { text($0, "text") } ?? "", notCheckable: [])
      for remark in fields["not_checkable"].map({ items($0, "not_checkable") }) ?? [] {
        guard let remark = self.fields(remark, .notCheckable),
          let words = remark["words"].flatMap({ text($0, "words") }), let note = remark["note"]
        else { continue }
        clause.notCheckable.append(.init(words: words, note: bilingual(note, "note")))
      }
      standard.clauses.append(clause)
    }
  }

  /// Reads the changes of one file to the rules of the standards that this one extends.
  mutating func changes(_ standard: Standard, _ file: Int, _ rules: [PendingRule]) -> [RuleChange] {
    let before = problems.diagnostics
    let parts = parts()
    problems.diagnostics = before
    guard let list = parts?["changes"] else { return [] }
    return items(list, "changes").compactMap { change($0, standard, file, rules) }
  }

  /// Reports changes in a standard that extends no other: there is nothing that they could change.
  mutating func refuseChanges() {
    guard tree.nodes[Int(tree.root)].kind == .mapping else { return }
    for (key, _) in tree.pairs(of: tree.root) where tree.matches(key, "changes") {
      error(
        key, zh: "这套标准没有上级标准，“changes”无从调整", en: "this standard extends no other: there is nothing to change",
        help: BilingualText(
          zh: "要套用上级标准的，在 standard.yaml 里写 extends；要改自己的规则，直接改那条规则",
          en:
            "write `extends` in standard.yaml if it tailors another standard; change a rule of its own where it stands")
      )
    }
  }

  private mutating func change(
    _ node: NodeIndex, _ standard: Standard, _ file: Int, _ rules: [PendingRule]
  ) -> RuleChange? {
    guard let fields = fields(node, .change),
      let idNode = fields["rule"], let id = text(idNode, "rule"), let reason = fields["reason"]
    else { return nil }
    if fields.values.keys.allSatisfy(Construct.change.required.contains) {
      error(
        node, zh: "这项调整没有写改什么", en: "the change says nothing to change",
        help: BilingualText(
          zh: "写 off（停用）、modality（性质）、set（数量）、title、message、remedy、rationale、examples 或 locked",
          en: "write off, modality, set, title, message, remedy, rationale, examples or locked"))
      return nil
    }
    var change = RuleChange(rule: id, location: problems.location(tree, idNode), reason: bilingual(reason, "reason"))
    for (key, value) in fields.values { change.places[key] = problems.location(tree, value) }
    change.isOff = fields["off"].flatMap { flag($0, "off") } ?? false
    let others = Construct.change.names.filter { fields[$0] != nil && !["rule", "reason", "off"].contains($0) }
    if change.isOff, let other = others.first, let value = fields[other] {
      error(
        value, zh: "已停用的规则不能再改“\(other)”", en: "a rule that is switched off has no `\(other)` to change",
        help: BilingualText(zh: "“off”和“\(other)”只留一个", en: "keep `off` or `\(other)`"))
    }
    change.modality = fields["modality"]
      .flatMap { choice($0, "modality", of: .rule) }.flatMap { Modality(rawValue: $0) }
    change.title = fields["title"].map { bilingual($0, "title") }
    change.rationale = fields["rationale"].map { bilingual($0, "rationale") }
    if let value = fields["locked"], let isLocked = flag(value, "locked") {
      change.locks = isLocked
      if !isLocked {
        error(
          value, zh: "锁定不能由下级标准解除", en: "a lock cannot be taken off by a standard below",
          help: BilingualText(zh: "删去“locked”这一项", en: "leave `locked` out"))
      }
    }
    if let value = fields["set"],
      let set = self.fields(value, .bounds)
    {
      change.bounds = bounds(set)
    }
    if let rule = rules.first(where: { $0.rule.id == id || $0.rule.aliases.contains(id) })?.rule {
      if let value = fields["message"] { change.messages = ruleTexts(value, "message", rule.check) }
      if let value = fields["remedy"] { change.remedies = ruleTexts(value, "remedy", rule.check) }
      if let value = fields["examples"] { change.examples = examples(value, rule.check, file) }
    }
    return change
  }

  /// Reads the rules of one file.
  mutating func rules(_ standard: Standard, _ file: Int, _ rules: inout [PendingRule]) {
    // Problems with the other parts were reported when those were read.
    let before = problems.diagnostics
    let parts = parts()
    problems.diagnostics = before
    guard let list = parts?["rules"] else { return }
    for item in items(list, "rules") {
      if let rule = rule(item, standard, file) { rules.append(rule) }
    }
  }

  private mutating func rule(_ node: NodeIndex, _ standard: Standard, _ file: Int) -> PendingRule? {
    guard let fields = fields(node, .rule),
      let idNode = fields["id"], let id = identifier(idNode, "id")
    else { return nil }
    let clauses = fields["clauses"].map { placedTexts($0, "clauses") } ?? []
    for clause in clauses where knowsClauses && !standard.clauses.contains(where: { $0.id == clause.text }) {
      error(
        clause.node, zh: "没有“\(clause.text)”这个条款", en: "there is no clause `\(clause.text)`",
        help: suggestion(clause.text, standard.clauses.map(\.id)))
    }
    let modality = fields["modality"]
      .flatMap { choice($0, "modality", of: .rule) }.flatMap { Modality(rawValue: $0) }
    let condition = fields["when"].flatMap { formula($0, standard.vocabulary) }
    let check = fields["check"].flatMap { self.check($0, standard.vocabulary) }
    let yields: [(String, SourceLocation)] =
      fields["yields_to"].map { value in
        placedTexts(value, "yields_to").map { ($0.text, problems.location(tree, $0.node)) }
      } ?? []
    guard let modality, let check else {
      brokenRules.append(id)
      return nil
    }
    let rule = Rule(
      id: id, aliases: fields["aliases"].map { texts($0, "aliases") } ?? [], clauses: clauses.map(\.text),
      modality: modality,
      zone: fields["zone"].flatMap { zone($0) },
      title: fields["title"].map { bilingual($0, "title") } ?? BilingualText(zh: "", en: ""),
      condition: condition, check: check, yieldsTo: [],
      messages: ruleTexts(fields["message"], "message", check), remedies: ruleTexts(fields["remedy"], "remedy", check),
      rationale: fields["rationale"].map { bilingual($0, "rationale") } ?? BilingualText(zh: "", en: ""),
      examples: examples(fields["examples"], check, file), location: problems.location(tree, idNode),
      actions: fields["action"].map { actions($0, check) } ?? [:],
      isLocked: fields["locked"].flatMap { flag($0, "locked") } ?? false)
    return PendingRule(rule: rule, yieldsTo: yields)
  }

  /// A text for all reasons, or one by reason; reports reasons and slots that the check does not have.
  private mutating func ruleTexts(_ node: NodeIndex?, _ what: String, _ check: Check) -> RuleTexts {
    var texts = RuleTexts(common: nil, byReason: [:])
    guard let node else { return texts }
    let everywhere = ["district", "street", "community"]
    let names = tree.nodes[Int(node)].kind == .mapping ? tree.pairs(of: node).map { tree.string($0.key) } : []
    if names.contains("zh") || names.contains("en") || names.isEmpty {
      let template = TextTemplate(bilingual(node, what))
      checkSlots(node, template, everywhere + check.reasons.values.flatMap { $0 })
      texts.common = template
      return texts
    }
    guard let fields = fields(node, BilingualText(zh: "“\(what)”", en: "`\(what)`"), reasonsOf: check) else {
      return texts
    }
    for (reason, value) in fields.values.sorted(by: { $0.value < $1.value }) {
      let template = TextTemplate(bilingual(value, reason))
      checkSlots(value, template, everywhere + (Check.Reason(rawValue: reason).flatMap { check.reasons[$0] } ?? []))
      texts.byReason[reason] = template
    }
    return texts
  }

  /// What is to be done: a word for all reasons, or one by reason.
  private mutating func actions(_ node: NodeIndex, _ check: Check) -> [String: Action] {
    func action(_ node: NodeIndex, _ reader: inout StandardFileReader) -> Action? {
      reader.choice(node, "action", of: .rule).flatMap { Action(rawValue: $0) }
    }
    if tree.nodes[Int(node)].kind == .scalar { return action(node, &self).map { ["": $0] } ?? [:] }
    guard let fields = fields(node, BilingualText(zh: "“action”", en: "`action`"), reasonsOf: check) else { return [:] }
    var actions: [String: Action] = [:]
    for (reason, value) in fields.values.sorted(by: { $0.value < $1.value }) { actions[reason] = action(value, &self) }
    return actions
  }

  private mutating func checkSlots(_ node: NodeIndex, _ template: TextTemplate, _ known: [String]) {
    for (key, value) in tree.pairs(of: node) {
      var seen: Set<String> = []
      for case .slot(let slot) in tree.matches(key, "zh") ? template.zh : template.en
      where !known.contains(slot) && seen.insert(slot).inserted {
        error(
          value, zh: "这里没有“{\(slot)}”这个占位", en: "there is no slot `{\(slot)}` here",
          help: slotAdvice(slot, Array(Set(known)).sorted()))
      }
    }
  }

  private func slotAdvice(_ slot: String, _ known: [String]) -> BilingualText? {
    guard let nearest = Spelling.nearest(to: slot, among: known) else {
      return list(known.map { "{\($0)}" })
    }
    return BilingualText(zh: "是否想写“{\(nearest)}”？", en: "did you mean `{\(nearest)}`?")
  }

  private mutating func examples(_ node: NodeIndex?, _ check: Check, _ file: Int) -> [Example] {
    guard let node else { return [] }
    var examples: [Example] = []
    for item in items(node, "examples") {
      guard let example = example(item, file) else { continue }
      if let first = examples.first(where: { $0.name == example.name }), !example.name.isEmpty {
        problems.error(
          tree, item, zh: "例子“\(example.name)”重名", en: "two examples are named “\(example.name)”",
          help: BilingualText(zh: "换一个说得清的名称", en: "give it a name that tells them apart"),
          related: [
            .init(
              message: BilingualText(zh: "先前用在这里", en: "first used here"),
              location: problems.location(tree, first.node))
          ])
      }
      examples.append(example)
    }
    return examples
  }

  private mutating func example(_ node: NodeIndex, _ file: Int) -> Example? {
    guard let fields = fields(node, .example), let expect = fields["expect"]
    else { return nil }
    var inventories = fields["inventory"].map { [$0] } ?? []
    if let list = fields["inventories"] { inventories += items(list, "inventories") }
    if inventories.isEmpty {
      error(node, zh: "例子里没有台账（inventory）", en: "the example has no inventory")
      return nil
    }
    let expectation: Example.Expectation
    if tree.nodes[Int(expect)].kind == .scalar {
      guard let word = choice(expect, "expect", of: .example) else { return nil }
      expectation = .worst(word)
    } else {
      var findings: [ExpectedFinding] = []
      for item in items(expect, "expect") {
        guard let finding = self.fields(item, .finding),
          let outcome = finding["outcome"].flatMap({ choice($0, "outcome", of: .finding) })
        else { continue }
        findings.append(
          ExpectedFinding(
            outcome: outcome, sign: finding["sign"].flatMap { text($0, "sign") },
            subject: finding["subject"].flatMap { text($0, "subject") }))
      }
      expectation = .findings(findings)
    }
    return Example(
      name: fields["name"].flatMap { text($0, "name") } ?? "", expectation: expectation, inventories: inventories,
      roster: fields["roster"], file: file, node: node)
  }
}

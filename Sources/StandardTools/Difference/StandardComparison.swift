import Diagnostics
import Inventory
package import Standard
import YAMLTree

/// Compares two standards by what they mean: words by their canonical spelling, lists of alternatives without order, rules
/// by their id or former id, whatever files and lines they stand in.
package enum StandardComparison {
  /// What changed from one standard to another.
  package static func compare(_ before: Standard, _ after: Standard) -> StandardDifference {
    StandardDifference(
      before: side(before), after: side(after), head: head(before, after), clauses: clauses(before, after),
      vocabulary: VocabularyComparison.compare(before, after), rules: rules(before, after))
  }

  private static func side(_ standard: Standard) -> StandardDifference.Side {
    .init(id: standard.id, title: standard.title, digest: standard.digest)
  }

  /// The same text for both languages.
  static func plain(_ text: String) -> BilingualText { BilingualText(zh: text, en: text) }

  /// A change of one value; none where it is the same.
  static func value(
    _ field: String, _ before: BilingualText?, _ after: BilingualText?
  ) -> [StandardDifference.FieldChange] {
    if before == after { return [] }
    return [.init(field: field, removed: before.map { [$0] } ?? [], added: after.map { [$0] } ?? [])]
  }

  /// A change of a list without order; none where it has the same elements.
  static func list(_ field: String, _ before: [String], _ after: [String]) -> [StandardDifference.FieldChange] {
    list(field, before.map { Part($0) }, after.map { Part($0) })
  }

  /// An element of a list, or a value, as machines and as people read it.
  struct Part {
    var text: String
    var label: BilingualText

    init(_ text: String, _ label: BilingualText? = nil) {
      self.text = text
      self.label = label ?? plain(text)
    }
  }

  /// A change of a list without order; none where it has the same elements.
  static func list(_ field: String, _ before: [Part], _ after: [Part]) -> [StandardDifference.FieldChange] {
    let removed = before.filter { part in !after.contains { $0.text == part.text } }
    let added = after.filter { part in !before.contains { $0.text == part.text } }
    if removed.isEmpty, added.isEmpty { return [] }
    return [
      .init(
        field: field, removed: removed.map { plain($0.text) }, added: added.map { plain($0.text) },
        removedLabels: removed.map(\.label), addedLabels: added.map(\.label), isList: true)
    ]
  }

  /// A change of one value; none where it is the same.
  static func value(_ field: String, _ before: Part?, _ after: Part?) -> [StandardDifference.FieldChange] {
    if before?.text == after?.text { return [] }
    let (removed, added) = ([before].compactMap(\.self), [after].compactMap(\.self))
    return [
      .init(
        field: field, removed: removed.map { plain($0.text) }, added: added.map { plain($0.text) },
        removedLabels: removed.map(\.label), addedLabels: added.map(\.label))
    ]
  }

  /// The words of the two standards.
  struct Words {
    var before: Vocabulary
    var after: Vocabulary

    init(_ before: Standard, _ after: Standard) {
      self.before = before.vocabulary
      self.after = after.vocabulary
    }
  }

  /// A written value at a path, for machines and for people.
  private static func part(_ value: RuleValue, _ field: String, _ words: Vocabulary) -> Part {
    let key = field.utf8.split(separator: UInt8(ascii: ".")).last.map { String(Substring($0)) } ?? field
    return Part(value.line, RuleWords.said(value, under: key, words))
  }

  /// The changes within a value, each at its path.
  static func changes(
    _ field: String, _ before: RuleValue?, _ after: RuleValue?, _ words: Words
  ) -> [StandardDifference.FieldChange] {
    switch (before, after) {
    case (nil, nil): return []
    case (.fields(let old)?, .fields(let new)?):
      // Bounds are one value, however they are written.
      let (oldBounds, newBounds) = (bounds(old), bounds(new))
      if let oldBounds, let newBounds, oldBounds.text != newBounds.text {
        func rest(_ fields: [RuleValue.Field]) -> RuleValue { .fields(fields.filter { !boundKeys.contains($0.key) }) }
        return value("\(field).bounds", oldBounds, newBounds) + changes(field, rest(old), rest(new), words)
      }
      let keys = new.map(\.key) + old.map(\.key).filter { key in !new.contains { $0.key == key } }
      return keys.flatMap { changes("\(field).\($0)", before?[$0], after?[$0], words) }
    case (.set(let old)?, .set(let new)?):
      let removed = old.filter { !new.contains($0) }
      let added = new.filter { !old.contains($0) }
      // Of one condition that took the place of another only what differs is told.
      if removed.count == 1, added.count == 1, case .fields = removed[0], case .fields = added[0] {
        return changes(field, removed[0], added[0], words)
      }
      return list(
        field, removed.map { part($0, field, words.before) }, added.map { part($0, field, words.after) })
    default:
      return value(
        field, before.map { part($0, field, words.before) }, after.map { part($0, field, words.after) })
    }
  }

  private static let boundKeys: Set<String> = ["exactly", "at_least", "at_most"]

  /// The bounds of a count as reports print them; nil where the mapping has none.
  private static func bounds(_ fields: [RuleValue.Field]) -> Part? {
    func number(_ key: String) -> Int? { fields.first { $0.key == key }?.value.text.flatMap { Int($0) } }
    let range: ClosedRange<Int>
    switch (number("exactly"), number("at_least"), number("at_most")) {
    case (let exactly?, _, _): range = exactly...exactly
    case (nil, let low?, let high?) where low <= high: range = low...high
    case (nil, let low?, nil): range = low...Int.max
    case (nil, nil, let high?): range = 0...high
    default: return nil
    }
    return Part(Count.text(range), Count.label(range))
  }

  /// Items of two lists in the newer order; removed ones behind the one that they followed.
  static func merged(_ before: [String], _ after: [String]) -> [String] {
    var merged = after
    for (index, id) in before.enumerated() where !after.contains(id) {
      let previous = before[..<index].last { merged.contains($0) }
      merged.insert(id, at: previous.flatMap { merged.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
    }
    return merged
  }

  // MARK: Head and clauses

  private static func head(_ before: Standard, _ after: Standard) -> [StandardDifference.FieldChange] {
    func viewpoint(_ standard: Standard) -> BilingualText? {
      standard.leftMeans.map { FixedWords.viewpoint[$0].label }
    }
    var changes = value("standard", plain(before.id), plain(after.id))
    changes += value("title", before.title, after.title)
    changes += value("issuer", before.issuer, after.issuer)
    changes += value("source", before.source, after.source)
    changes += value("left_means", viewpoint(before), viewpoint(after))
    changes += value("sides.left", before.sides.left, after.sides.left)
    changes += value("sides.right", before.sides.right, after.sides.right)
    let common = Set(before.rules.map(\.id)).intersection(after.rules.map(\.id))
    let order = before.rules.map(\.id).filter(common.contains)
    if order != after.rules.map(\.id).filter(common.contains) {
      changes.append(
        .init(
          field: "rule_order", removed: [],
          added: [BilingualText(zh: "规则的先后有变", en: "the rules stand in another order")]))
    }
    return changes
  }

  private static func clauses(_ before: Standard, _ after: Standard) -> [StandardDifference.ItemChange] {
    merged(before.clauses.map(\.id), after.clauses.map(\.id)).compactMap { id in
      let old = before.clauses.first { $0.id == id }
      let new = after.clauses.first { $0.id == id }
      guard let clause = new ?? old, old != new else { return nil }
      var fields = value("title", old?.title, new?.title)
      fields += value("text", old.map { plain($0.text) }, new.map { plain($0.text) })
      fields += list("not_checkable", old?.notCheckable.map(\.words) ?? [], new?.notCheckable.map(\.words) ?? [])
      for remark in new?.notCheckable ?? [] {
        guard let other = old?.notCheckable.first(where: { $0.words == remark.words }) else { continue }
        fields += value("not_checkable.\(remark.words)", other.note, remark.note)
      }
      return .init(
        kind: old == nil ? .added : new == nil ? .removed : .changed, id: id, title: clause.title,
        fields: old == nil || new == nil ? [] : fields)
    }
  }

  // MARK: Rules

  private static func rules(_ before: Standard, _ after: Standard) -> [StandardDifference.ItemChange] {
    // Where the new standard calls an old rule by another name, the old name stands among the aliases.
    var newName: [String: String] = [:]
    for rule in after.rules where !before.rules.contains(where: { $0.id == rule.id }) {
      for alias in rule.aliases where before.rules.contains(where: { $0.id == alias }) {
        if !after.rules.contains(where: { $0.id == alias }) { newName[alias] = rule.id }
      }
    }
    let ids = merged(before.rules.map { newName[$0.id] ?? $0.id }, after.rules.map(\.id))
    return ids.compactMap { id in
      let new = after.rules.first { $0.id == id }
      let old = before.rules.first { (newName[$0.id] ?? $0.id) == id }
      switch (old, new) {
      case (nil, let rule?): return whole(rule, after, .added)
      case (let rule?, nil):
        var item = whole(rule, before, .removed)
        // A rule that a tailored standard switches off is gone for a reason.
        if let reason = reason(rule, before, after) { item.fields.insert(reason, at: 0) }
        return item
      case (let old?, let new?):
        var fields = fields(old, before, new, after)
        if fields.isEmpty, old.id == new.id { return nil }
        if let reason = reason(new, before, after) { fields.append(reason) }
        return .init(
          kind: .changed, id: new.id, formerID: old.id == new.id ? nil : old.id, title: new.title, fields: fields)
      case (nil, nil): return nil
      }
    }
  }

  /// A rule that is in one of the two only, with what it says in short.
  private static func whole(
    _ rule: Rule, _ standard: Standard, _ kind: StandardDifference.Kind
  ) -> StandardDifference.ItemChange {
    let words = standard.vocabulary
    func field(_ name: String, _ part: Part?) -> [StandardDifference.FieldChange] {
      kind == .added ? value(name, nil, part) : value(name, part, nil)
    }
    func field(_ name: String, _ text: BilingualText?) -> [StandardDifference.FieldChange] {
      kind == .added ? value(name, nil, text) : value(name, text, nil)
    }
    let zone = rule.zone.map { FixedWords.zone[$0.rawValue].label }
    var fields = field("modality", label(rule.modality)).map { labelled($0, rule.modality, rule.modality) }
    fields += field("clauses", plain(rule.clauses.joined(separator: ", "))) + field("zone", zone)
    fields += field("when", standard.written(rule, "when").map { part($0, "when", words) })
    fields += field("check", standard.written(rule, "check").map { part($0, "check", words) })
    return .init(kind: kind, id: rule.id, title: rule.title, fields: fields)
  }

  /// A change of modality with its words for people.
  private static func labelled(
    _ change: StandardDifference.FieldChange, _ old: Modality, _ new: Modality
  ) -> StandardDifference.FieldChange {
    var change = change
    change.removedLabels = change.removed.map { _ in old.label }
    change.addedLabels = change.added.map { _ in new.label }
    return change
  }

  /// Why the newer standard, which extends the older one or another, changes a rule or switches it off.
  private static func reason(
    _ rule: Rule, _ before: Standard, _ after: Standard
  ) -> StandardDifference.FieldChange? {
    let known = before.deviations.map(\.location)
    let names = [rule.id] + rule.aliases
    let reasons = after.deviations.filter { deviation in
      deviation.rule.map(names.contains) == true && !known.contains(deviation.location) && !deviation.reason.zh.isEmpty
    }.map(\.reason)
    guard let reason = reasons.first else { return nil }
    let isOff = after.switchedOff.contains(rule.id)
    return .init(field: isOff ? "off" : "reason", removed: [], added: [reason])
  }

  private static func label(_ modality: Modality) -> BilingualText {
    let label = modality.label
    return BilingualText(zh: "\(label.zh)（\(modality.rawValue)）", en: "\(label.en) (\(modality.rawValue))")
  }

  private static func fields(
    _ old: Rule, _ before: Standard, _ new: Rule, _ after: Standard
  ) -> [StandardDifference.FieldChange] {
    func zone(_ rule: Rule) -> BilingualText? { rule.zone.map { FixedWords.zone[$0.rawValue].label } }
    func severity(_ rule: Rule) -> BilingualText {
      let word = DiagnosticRenderer(language: .zh).word(rule.severity)
      return BilingualText(zh: word, en: rule.severity.rawValue)
    }
    func yields(_ rule: Rule, _ standard: Standard) -> [String] { rule.yieldsTo.map { standard.rules[$0].id } }
    let words = Words(before, after)
    var changes = value("modality", label(old.modality), label(new.modality))
      .map { labelled($0, old.modality, new.modality) }
    changes += value("severity", severity(old), severity(new))
    changes += list("clauses", old.clauses, new.clauses)
    changes += value("zone", zone(old), zone(new))
    changes += value("title", old.title, new.title)
    changes += self.changes("when", before.written(old, "when"), after.written(new, "when"), words)
    changes += self.changes("check", before.written(old, "check"), after.written(new, "check"), words)
    changes += list("yields_to", yields(old, before), yields(new, after))
    changes += texts("message", old.messages, new.messages)
    changes += texts("remedy", old.remedies, new.remedies)
    changes += value("rationale", old.rationale, new.rationale)
    changes += list("aliases", old.aliases, new.aliases)
    func locked(_ rule: Rule) -> Part {
      rule.isLocked
        ? Part("yes", BilingualText(zh: "是（下级只能改严）", en: "yes (standards below may only make it stricter)"))
        : Part("no", BilingualText(zh: "否", en: "no"))
    }
    changes += value("locked", locked(old), locked(new))
    changes += list("examples", examples(old), examples(new))
    return changes
  }

  private static func texts(_ field: String, _ old: RuleTexts, _ new: RuleTexts) -> [StandardDifference.FieldChange] {
    var changes = value(field, old.common?.source, new.common?.source)
    for reason in Set(old.byReason.keys).union(new.byReason.keys).sorted() {
      changes += value("\(field).\(reason)", old.byReason[reason]?.source, new.byReason[reason]?.source)
    }
    return changes
  }

  /// Examples by name and expectation.
  private static func examples(_ rule: Rule) -> [Part] {
    rule.examples.map { example in
      let outcome = example.expectation.label
      return Part(
        "\(example.name) [\(example.expectation.text)]",
        BilingualText(zh: "\(example.name)（\(outcome.zh)）", en: "\(example.name) (\(outcome.en))"))
    }
  }
}

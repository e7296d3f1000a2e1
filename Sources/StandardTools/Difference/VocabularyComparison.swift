import Diagnostics
import Standard
import YAMLTree

/// Compares the vocabularies of two standards, word by word.
enum VocabularyComparison {
  private static let tables = ["kinds", "places", "colours", "community_types", "party_organizations"]

  /// What changed.
  static func compare(_ before: Standard, _ after: Standard) -> [StandardDifference.ItemChange] {
    let (old, new) = (values(before), values(after))
    var changes: [StandardDifference.ItemChange] = []
    let vocabularies = StandardComparison.Words(before, after)
    for table in tables { changes += words(table, old[table], new[table], vocabularies) }
    let others = Set(old.keys).union(new.keys).subtracting(tables)
    for part in others.sorted() {
      let fields = StandardComparison.changes(part, old[part], new[part], vocabularies)
      guard !fields.isEmpty else { continue }
      changes.append(.init(kind: .changed, id: part, title: RuleWords.path(part), fields: fields))
    }
    return changes
  }

  /// The parts of the vocabulary by name, from whatever files they stand in: what a tailored standard writes comes to what
  /// its parents have.
  private static func values(_ standard: Standard) -> [String: RuleValue] {
    var values: [String: RuleValue] = [:]
    for file in standard.files {
      guard let node = file.tree.value("vocabulary", of: file.tree.root) else { continue }
      guard case .fields(let fields) = RuleValue(file.tree, node, under: "vocabulary", standard.vocabulary) else {
        continue
      }
      for field in fields { values[field.key] = joined(values[field.key], field.value) }
    }
    return values
  }

  private static func joined(_ parent: RuleValue?, _ own: RuleValue) -> RuleValue {
    switch (parent, own) {
    case (.list(let before)?, .list(let new)): return .list(before + new)
    case (.set(let before)?, .set(let new)): return .set(before + new.filter { !before.contains($0) })
    case (.fields(let before)?, .fields(let new)):
      var fields = before
      for field in new {
        if let index = fields.firstIndex(where: { $0.key == field.key }) {
          fields[index].value = joined(fields[index].value, field.value)
        } else {
          fields.append(field)
        }
      }
      return .fields(fields)
    default: return own
    }
  }

  private static func words(
    _ table: String, _ before: RuleValue?, _ after: RuleValue?,
    _ vocabularies: StandardComparison.Words
  ) -> [StandardDifference.ItemChange] {
    func ids(_ value: RuleValue?) -> [String] { (value?.items ?? []).compactMap { $0["word"]?.text } }
    func item(_ value: RuleValue?, _ id: String) -> RuleValue? { value?.items.first { $0["word"]?.text == id } }
    return StandardComparison.merged(ids(before), ids(after)).compactMap { id in
      let (old, new) = (item(before, id), item(after, id))
      guard old != new, let word = new ?? old else { return nil }
      let title = BilingualText(zh: word["zh"]?.text ?? id, en: word["en"]?.text ?? id)
      let kind: StandardDifference.Kind = old == nil ? .added : new == nil ? .removed : .changed
      var fields: [StandardDifference.FieldChange] = []
      if kind == .changed {
        fields = StandardComparison.changes("", old, new, vocabularies).map { change in
          var change = change
          change.field.removeFirst()
          return change
        }
      }
      return .init(kind: kind, id: "\(table)/\(id)", title: title, fields: fields)
    }
  }
}

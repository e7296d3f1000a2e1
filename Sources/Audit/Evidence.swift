import Diagnostics
import Inventory
import Standard

/// Why a condition on a sign came out as it did: what was wanted, what is recorded, what is missing, and where.
struct Evidence {
  /// What the condition wants, in canonical words: `background=white lettering=red`; nil where it speaks of no words.
  private(set) var expected: String?
  /// What is recorded, in the same form.
  private(set) var actual: String?
  /// The same for people.
  private(set) var expectedLabel = ""
  private(set) var actualLabel = ""
  /// The first value that fails.
  private(set) var failingNode: UInt32?
  /// The fields that are not recorded and matter.
  private(set) var missing: [InventoryKey] = []

  /// A value as machines and as people read it.
  private struct Value: Hashable {
    var canonical: String
    var label: BilingualText

    init(_ word: WordTable.Word) {
      canonical = word.canonical
      label = word.label
    }

    init(isProminent: Bool) {
      canonical = isProminent ? "true" : "false"
      label =
        isProminent
        ? BilingualText(zh: "醒目", en: "prominent") : BilingualText(zh: "不醒目", en: "not prominent")
    }

    init(_ text: String) {
      canonical = text
      label = BilingualText(zh: text, en: text)
    }
  }
  /// A field that the condition speaks of.
  private struct Field {
    var key: InventoryKey
    var wanted: [Value]
    var actual: Value?
  }
  private var fields: [Field] = []
  private let facts: Facts
  private let sign: SignFacts

  init(_ condition: Predicate?, _ sign: SignFacts, _ facts: Facts, _ language: Language) {
    self.facts = facts
    self.sign = sign
    if let condition { collect(condition, isNegated: false) }
    missing = missing.uniqued()
    guard !fields.isEmpty else { return }
    var expected = ""
    var actual = ""
    for field in fields {
      let key = field.key.word
      expected.append(key.canonical, after: " ")
      for (index, wanted) in field.wanted.enumerated() { expected += (index == 0 ? "=" : "|") + wanted.canonical }
      if let recorded = field.actual {
        actual.append(key.canonical, after: " ")
        actual += "=" + recorded.canonical
      }
      AttributePhrase.append(field.key, field.wanted.map(\.label), to: &expectedLabel, language)
      AttributePhrase.append(field.key, field.actual.map { [$0.label] }, to: &actualLabel, language)
    }
    self.expected = expected
    if !actual.isEmpty { self.actual = actual }
  }

  /// Walks a condition beside its nodes, which have the verdicts.
  private mutating func collect(_ whole: Predicate, isNegated: Bool) {
    collect(whole.condition, whole, node: 0, isNegated: isNegated)
  }

  private mutating func collect(_ condition: Condition, _ whole: Predicate, node: Int, isNegated: Bool) {
    let verdict = facts.evaluate(whole, sign, node: node)
    let record = facts.inventory.signs[sign.index]
    let children = whole.nodes[node].parts
    switch condition {
    case .all(let parts), .any(let parts):
      for (part, child) in zip(parts, children) { collect(part, whole, node: child, isNegated: isNegated) }
    case .not(let part): collect(part, whole, node: children.lowerBound, isNegated: !isNegated)
    case .elseUnknown(let part): collect(part, whole, node: children.lowerBound, isNegated: isNegated)
    case .assuming(let part, _):
      // What is unrecorded was not asked for.
      if facts.evaluate(whole, sign, node: children.lowerBound) != .unknown {
        collect(part, whole, node: children.lowerBound, isNegated: isNegated)
      }
    case .word(let field, let set):
      note(verdict, record[field].node, field.key, isNegated)
      if !isNegated { add(field, set, record[field]) }
    case .placeGroup(let group):
      note(verdict, record.place.node, .place, isNegated)
      let places = facts.standard.vocabulary.places
      if !isNegated {
        add(.place, WordSet(places.indices.filter { places[$0].groups & group != 0 }.map(WordIndex.init)), record.place)
      }
    case .zone: note(verdict, record.place.node, .place, isNegated)
    case .onWall:
      note(verdict, record.place.node, record.place.isRecorded ? .mounting : .place, isNegated)
    case .prominent(let wanted):
      note(verdict, record.prominent.node, .prominent, isNegated)
      // Said only where it is what fails: a colour is not wrong for being prominent.
      if verdict == (isNegated ? .holds : .fails) {
        add(.prominent, [Value(isProminent: wanted != isNegated)], record.prominent.value.map(Value.init(isProminent:)))
      }
    case .demanded: note(verdict, record.demandedBy.node, .demandedBy, isNegated)
    case .text(.isRoomNumber) where !facts.inventory.hasRooms && record.text.isRecorded:
      note(verdict, noNodeIndex, .rooms, isNegated)
    case .text: note(verdict, record.text.node, .text, isNegated)
    case .onEntranceFloor: note(verdict, record.floor.node, .floor, isNegated)
    case .approvalDocumented: note(verdict, record.approval.node, .approval, isNegated)
    case .approvalText(let field, let text):
      let value = record.approval[field]
      note(verdict, value.isRecorded ? value.node : record.approval.node, field.key, isNegated)
      add(text, field.key, value, isNegated)
    case .field(let field, let text):
      note(verdict, record[field].node, field.key, isNegated)
      add(text, field.key, record[field], isNegated)
    case .number(let field, let range):
      note(verdict, record[field].node, field.key, isNegated)
      if !isNegated {
        let unit = field == .order ? "" : "mm"
        let recorded = record[field].value.map { number in
          var value = Value(NumberRange.text(number) + unit)
          // Machines read millimetres, people the unit of the rule beside it.
          let said = range.inUnit(number)
          value.label = BilingualText(zh: said, en: said)
          return value
        }
        add(field.key, [Value(range.text)], recorded)
      }
    case .since(let days):
      note(verdict, record.since.node, .since, isNegated)
      let text = "\(days.lowerBound)..\(days.upperBound)"
      if !isNegated { add(.since, [Value(text)], record.since.value.map { Value($0.description) }) }
    default: break
    }
  }

  private mutating func note(_ verdict: Verdict, _ node: UInt32, _ key: InventoryKey, _ isNegated: Bool) {
    if verdict == .unknown { missing.append(key) }
    if verdict == (isNegated ? .holds : .fails), failingNode == nil, node != noNodeIndex { failingNode = node }
  }

  private mutating func add(_ field: Condition.SignWord, _ set: WordSet, _ actual: WordField) {
    let table: WordTable =
      switch field {
      case .place: facts.standard.vocabulary.words.places
      case .orientation: FixedWords.orientation
      case .mounting: FixedWords.mounting
      case .background, .lettering: facts.standard.vocabulary.words.colours
      }
    var wanted: [Value] = []
    for index in table.words.indices where set.contains(WordIndex(index)) { wanted.append(Value(table.words[index])) }
    add(field.key, wanted, actual.isRecorded ? Value(table[actual.word]) : nil)
  }

  private mutating func add(_ text: TextCondition, _ key: InventoryKey, _ actual: TextField, _ isNegated: Bool) {
    let options: [[UInt8]] =
      switch text {
      case .equals(let options), .starts(let options), .ends(let options), .contains(let options): options
      case .isRoomNumber, .isListedFunction: []
      }
    guard !isNegated, !options.isEmpty else { return }
    add(
      key, options.map { Value(String(decoding: $0, as: UTF8.self)) },
      actual.isRecorded ? Value(facts.inventory.string(actual)) : nil)
  }

  private mutating func add(_ key: InventoryKey, _ wanted: [Value], _ actual: Value?) {
    if let same = fields.firstIndex(where: { $0.key == key }) {
      fields[same].wanted += wanted.filter { !fields[same].wanted.contains($0) }
    } else {
      fields.append(Field(key: key, wanted: wanted, actual: actual))
    }
  }

}

extension String {
  /// Appends a part, after a separator where something stands before it.
  fileprivate mutating func append(_ part: String, after separator: String) {
    if !isEmpty { self += separator }
    self += part
  }
}

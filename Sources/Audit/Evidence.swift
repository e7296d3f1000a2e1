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
  private(set) var expectedLabel = BilingualText(zh: "", en: "")
  private(set) var actualLabel = BilingualText(zh: "", en: "")
  /// The first value that fails.
  private(set) var failingNode: UInt32?
  /// The fields that are not recorded and matter.
  private(set) var missing: [InventoryKey] = []

  private struct Word {
    var key: InventoryKey
    var wanted: [WordTable.Word]
    var actual: WordTable.Word?
  }
  private var words: [Word] = []
  private let facts: Facts
  private let sign: SignFacts

  init(_ condition: Condition?, _ sign: SignFacts, _ facts: Facts) {
    self.facts = facts
    self.sign = sign
    if let condition { collect(condition, isNegated: false) }
    missing = missing.uniqued()
    guard !words.isEmpty else { return }
    var expected = ""
    var actual = ""
    for word in words {
      let key = word.key.word
      expected.append(key.canonical, after: " ")
      for (index, wanted) in word.wanted.enumerated() { expected += (index == 0 ? "=" : "|") + wanted.canonical }
      if let recorded = word.actual {
        actual.append(key.canonical, after: " ")
        actual += "=" + recorded.canonical
      }
      append(key, word.wanted.map(\.label), to: &expectedLabel)
      append(key, [word.actual?.label ?? BilingualText(zh: "未登记", en: "unrecorded")], to: &actualLabel)
    }
    self.expected = expected
    if !actual.isEmpty { self.actual = actual }
  }

  /// Appends a field and its values, as `底色白色或银色` and `background white or silver`.
  private func append(_ key: WordTable.Word, _ values: [BilingualText], to label: inout BilingualText) {
    label.zh.append(key.label.zh, after: "、")
    label.en.append(key.label.en, after: ", ")
    for (index, value) in values.enumerated() {
      label.zh += (index == 0 ? "" : "或") + value.zh
      label.en += (index == 0 ? " " : " or ") + value.en
    }
  }

  private mutating func collect(_ condition: Condition, isNegated: Bool) {
    let verdict = facts.evaluate(condition, sign)
    let record = facts.inventory.signs[sign.index]
    switch condition {
    case .all(let parts), .any(let parts): for part in parts { collect(part, isNegated: isNegated) }
    case .not(let part): collect(part, isNegated: !isNegated)
    case .elseUnknown(let part): collect(part, isNegated: isNegated)
    case .assuming(let part, _):
      // What is unrecorded was not asked for.
      if facts.evaluate(part, sign) != .unknown { collect(part, isNegated: isNegated) }
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
    case .prominent: note(verdict, record.prominent.node, .prominent, isNegated)
    case .demanded: note(verdict, record.demandedBy.node, .demandedBy, isNegated)
    case .text(.isRoomNumber) where !facts.inventory.hasRooms && record.text.isRecorded:
      note(verdict, noNodeIndex, .rooms, isNegated)
    case .text: note(verdict, record.text.node, .text, isNegated)
    case .onEntranceFloor: note(verdict, record.floor.node, .floor, isNegated)
    case .approvalDocumented: note(verdict, record.approval.node, .approval, isNegated)
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
    var wanted: [WordTable.Word] = []
    for index in table.words.indices where set.contains(WordIndex(index)) { wanted.append(table.words[index]) }
    let word = actual.isRecorded ? table[actual.word] : nil
    if let same = words.firstIndex(where: { $0.key == field.key }) {
      words[same].wanted += wanted.filter { !words[same].wanted.contains($0) }
    } else {
      words.append(Word(key: field.key, wanted: wanted, actual: word))
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

import Diagnostics
import Inventory
import Markup
import SpotCheck

/// The fields of the page for a phone. What the script writes under which key, and how, stands in their attributes.
struct PhoneFields {
  let words: SpotCheckWords
  let vocabulary: InventoryWords

  /// The fields that one sees standing before a sign, in the order in which they are asked.
  private static let primary: [InventoryKey] = [
    .text, .kind, .place, .orientation, .mounting, .background, .lettering, .prominent, .demandedBy, .floor, .room,
    .order,
  ]

  /// A key as the page writes it.
  func spelling(_ key: InventoryKey) -> String {
    words.language == .zh ? key.word.chinese[0] : key.word.canonical
  }

  /// A word as the page writes it.
  func spelling(_ word: WordTable.Word) -> String {
    words.language == .zh ? word.chinese.first ?? word.canonical : word.canonical
  }

  /// A word that was read, as the page writes it.
  func spelling(_ value: FieldValue) -> String {
    words.language == .zh ? value.label.zh : value.canonical
  }

  // MARK: Single fields

  /// A value that is written as it is and not shown.
  ///
  /// - Parameter only: the answer with which alone it is written; nil: with each.
  func hidden(
    _ key: InventoryKey, _ value: String, shape: StaticString = "text", only: StaticString? = nil
  ) -> Element {
    Element(
      "input",
      [
        .word("type", "hidden"), .label(.key, spelling(key)), .word("data-shape", shape), .label(.value, value),
      ] + (only.map { [.word("data-only", $0)] } ?? []))
  }

  /// A line of text.
  func text(_ key: InventoryKey, _ value: FieldValue?, shape: StaticString = "text", more: [Attribute] = []) -> Element
  {
    labelled(key) {
      Element(
        "input",
        [.word("type", "text"), .label(.key, spelling(key)), .word("data-shape", shape)] + more
          + (value.map { [.label(.value, $0.canonical)] } ?? []))
    }
  }

  /// A number above zero.
  func number(_ key: InventoryKey, _ value: FieldValue?) -> Element {
    text(key, value, shape: "number", more: [.word("inputmode", "decimal")])
  }

  /// One word of a table.
  func choice(_ key: InventoryKey, _ table: WordTable, _ value: FieldValue?, more: [Attribute] = []) -> Element {
    labelled(key) {
      Element("select", [.label(.key, spelling(key)), .word("data-shape", "word")] + more) {
        Element("option", [.word("value", "")]) { words("（没看清）", "(not seen)") }
        for word in table.words {
          Element(
            "option",
            [.label(.value, spelling(word))] + (value?.canonical == word.canonical ? [.flag("selected")] : [])
          ) { word.label[words.language] }
        }
      }
    }
  }

  private func truth(_ key: InventoryKey, _ value: FieldValue?) -> Element {
    choice(key, WordTable(Array(FixedWords.truth.words.prefix(2))), value)
  }

  /// The id of a sign.
  func id(_ value: String) -> Element {
    text(.id, FieldValue(value), more: [.flag("data-id"), .flag("data-always")])
  }

  /// What a sign says, and whether it has no words.
  private func wording(_ value: FieldValue?) -> Element {
    Element("div", [.word("class", "field")]) {
      labelled(.text) {
        Element("textarea", [.label(.key, spelling(.text)), .word("data-shape", "text"), .number("rows", 2)]) {
          value?.canonical ?? ""
        }
      }
      Element("label", [.word("class", "tick")]) {
        Element(
          "input",
          [.word("type", "checkbox"), .flag("data-blank")]
            + (value?.canonical.isEmpty == true ? [.flag("checked")] : [])
        )
        words("没有文字", "no words")
      }
    }
  }

  private func departments(_ names: [String]?) -> Element {
    let nobody = spelling(FixedWords.nobody[0])
    let value = names.map { $0.isEmpty ? nobody : $0.joined(separator: "、") }
    return labelled(.demandedBy) {
      Element(
        "input",
        [
          .word("type", "text"), .label(.key, spelling(.demandedBy)), .word("data-shape", "names"),
          .label(.message("data-nobody"), nobody),
          .label(.hint, words("没有部门要求写“\(nobody)”", "\(nobody) where nobody did")),
        ] + (value.map { [.label(.value, $0)] } ?? []))
    }
  }

  private func labelled(_ key: InventoryKey, @MarkupBuilder _ body: () -> [Node]) -> Element {
    Element("label", [.word("class", "field")]) {
      Element("span") { words.label(key) }
      body()
    }
  }

  // MARK: Signs

  /// Some of the fields that one sees standing before a sign.
  @MarkupBuilder func some(of sign: DeclaredSign?, where isWanted: (InventoryKey) -> Bool) -> [Node] {
    for key in Self.primary where isWanted(key) { field(key, sign) }
  }

  private func field(_ key: InventoryKey, _ sign: DeclaredSign?) -> Element {
    let value = sign?.values[key]
    switch key {
    case .text: return wording(value)
    case .kind: return choice(key, vocabulary.kinds, value, more: [.flag("data-always")])
    case .place: return choice(key, vocabulary.places, value, more: [.word("data-here", "place")])
    case .orientation: return choice(key, FixedWords.orientation, value)
    case .mounting: return choice(key, FixedWords.mounting, value)
    case .background, .lettering: return choice(key, vocabulary.colours, value)
    case .prominent: return truth(key, value)
    case .demandedBy: return departments(sign?.demandedBy)
    case .order: return number(key, value)
    case .floor: return text(key, value, more: [.word("data-here", "floor")])
    case .room: return text(key, value, more: [.word("data-here", "room")])
    default: return text(key, value)
    }
  }

  /// The fields that a visit seldom changes.
  @MarkupBuilder func rest(of sign: DeclaredSign?) -> [Node] {
    Element(
      "div",
      [.word("class", "pair"), .label(.key, spelling(.sizeMillimetres)), .word("data-shape", "mapping")]
    ) {
      number(.width, sign?.values[.width])
      number(.height, sign?.values[.height])
    }
    text(.material, sign?.values[.material])
    text(.basis, sign?.values[.basis])
    approval(sign?.values ?? [:])
    text(.note, sign?.values[.note])
    Element(
      "div",
      [.label(.key, spelling(.entries)), .word("data-shape", "list")]
        + (sign?.entries != nil ? [.flag("data-keep")] : [])
    ) {
      for entry in sign?.entries ?? [] { self.entry(entry) }
      Element("button", [.word("type", "button"), .word("data-add", "entry")]) {
        words("＋ 牌上的一个条目", "＋ An entry of the board")
      }
    }
  }

  private func approval(_ values: [InventoryKey: FieldValue]) -> Element {
    Element("div", [.label(.key, spelling(.approval)), .word("data-shape", "mapping")]) {
      if [InventoryKey.document, .authority, .level, .date].contains(where: { values[$0] != nil }) {
        text(.document, values[.document])
        text(.authority, values[.authority])
        text(.level, values[.level])
        if let date = values[.date] { hidden(.date, date.canonical, shape: "date") }
      }
    }
  }

  /// An entry of a board; with something to take it out by, where it was added.
  func entry(_ entry: DeclaredEntry?, _ removal: Element? = nil) -> Element {
    let values = entry?.values ?? [:]
    return Element("div", [.word("class", "entry"), .flag("data-item")]) {
      text(.function, values[.function])
      Element("div", [.word("class", "pair")]) {
        text(.room, values[.room])
        text(.area, values[.area])
      }
      if let special = values[.special] { hidden(.special, spelling(special), shape: "word") }
      approval(values)
      removal
        ?? Element("button", [.word("type", "button"), .word("data-remove", "1")]) {
          words("牌上没有这个条目", "The board does not show this")
        }
    }
  }

  // MARK: Rooms

  /// A room; with something to take it out by, where it was added.
  func room(_ room: DeclaredRoom?, _ removal: Element? = nil) -> Element {
    Element("div", [.word("class", "room"), .flag("data-item")]) {
      Element("div", [.word("class", "pair")]) {
        text(.number, room.map { FieldValue($0.number) }, more: [.flag("data-number")])
        text(.floor, room?.floor.map { FieldValue($0) })
      }
      labelled(.functions) {
        Element(
          "input",
          [.word("type", "text"), .label(.key, spelling(.functions)), .word("data-shape", "names")]
            + (room?.functions != nil ? [.flag("data-keep")] : [])
            + (room?.functions.map { [.label(.value, $0.joined(separator: "、"))] } ?? []))
      }
      if let departments = room?.demandedBy { self.departments(departments) }
      removal
        ?? Element("button", [.word("type", "button"), .word("data-remove", "1")]) {
          words("没有这一间", "There is no such room")
        }
    }
  }
}

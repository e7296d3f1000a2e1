package import Inventory

/// An inventory, or a part of it, on its way between sheets and YAML: keys, texts, and the cell that each came from.
/// Words stand in their canonical spelling; what is absent is left out.
package struct FormValue: Sendable, Hashable {
  /// What it is.
  package var content: Content
  /// The cell that it was read from; nil in what came from YAML. It does not count in comparisons.
  package var origin: CellPlace?

  /// What a value can be; three levels of lists are the most.
  package indirect enum Content: Sendable, Hashable {
    /// A text, a word, a date or a number, as written.
    case text(String)
    /// A list.
    case list([FormValue])
    /// Keys and values; each key once, the order does not matter.
    case mapping([InventoryKey: FormValue])
  }

  /// Makes a value.
  package init(_ content: Content, origin: CellPlace? = nil) {
    self.content = content
    self.origin = origin
  }

  package static func == (left: FormValue, right: FormValue) -> Bool { left.content == right.content }

  package func hash(into hasher: inout Hasher) { hasher.combine(content) }

  /// Nothing yet.
  package static let empty = FormValue(.mapping([:]))

  /// The value behind keys; nil where there is none.
  package subscript(path: [InventoryKey]) -> FormValue? {
    guard let key = path.first else { return self }
    guard case .mapping(let pairs) = content else { return nil }
    return pairs[key]?[Array(path.dropFirst())]
  }

  /// Puts a value behind keys; mappings on the way are made.
  package mutating func set(_ path: [InventoryKey], _ value: FormValue) {
    guard let key = path.first else {
      self = value
      return
    }
    guard case .mapping(var pairs) = content else { return }
    var inner = pairs[key] ?? FormValue(.mapping([:]), origin: value.origin)
    inner.set(Array(path.dropFirst()), value)
    pairs[key] = inner
    content = .mapping(pairs)
  }

  /// Adds to the list behind a key, which is made.
  package mutating func append(_ key: InventoryKey, _ value: FormValue) {
    var items = self[[key]]?.items ?? []
    items.append(value)
    set([key], FormValue(.list(items)))
  }

  /// Its text; nil of lists and mappings.
  package var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  /// What a list holds; nothing of others.
  package var items: [FormValue] {
    if case .list(let items) = content { items } else { [] }
  }
}

/// Which keys a mapping of an inventory has, and what is behind each.
enum FormShape {
  /// The keys of the mapping behind a key; of the whole inventory, where the key is nil.
  static func keys(of key: InventoryKey?) -> KeySet? {
    switch key {
    case nil: .inventory
    case .community: .community
    case .survey: .survey
    case .facility: .facility
    case .rooms: .room
    case .signs: .sign
    case .entries: .entry
    case .sizeMillimetres: .size
    case .approval: .approval
    default: nil
    }
  }

  /// The words that a key takes; nil for open texts.
  static func words(_ key: InventoryKey, _ words: InventoryWords) -> WordTable? {
    switch key {
    case .kind: words.kinds
    case .place: words.places
    case .background, .lettering: words.colours
    case .type: words.communityTypes
    case .partyOrganization: words.partyOrganizations
    case .orientation: FixedWords.orientation
    case .mounting: FixedWords.mounting
    case .state: FixedWords.state
    case .viewpoint: FixedWords.viewpoint
    case .covers: FixedWords.zone
    case .prominent, .special: FixedWords.truth
    case .demandedBy: FixedWords.nobody
    default: nil
    }
  }

  /// A text as it is kept: a word in its canonical spelling.
  static func canonical(_ text: String, _ key: InventoryKey, _ words: InventoryWords) -> String {
    guard let table = self.words(key, words), let index = table.find(text) else { return text }
    // Truth has two words for each value, of which the first two are kept.
    return table[key == .prominent || key == .special ? index % 2 : index].canonical
  }
}

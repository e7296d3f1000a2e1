package import Diagnostics
package import Inventory
internal import YAMLTree

/// Writes inventories as YAML: one value a line, so that what is wrong with a value can be traced to the cell it came
/// from.
package struct InventoryYAML: Sendable {
  /// The file.
  package private(set) var bytes: [UInt8] = []
  /// The cell that each line came from, nil where none; the first is line 1.
  package private(set) var origins: [CellPlace?] = []

  private let language: Language
  private let words: InventoryWords

  /// Writes an inventory.
  ///
  /// - Parameters:
  ///   - form: the inventory.
  ///   - words: the vocabulary of the standard in force.
  ///   - language: which spellings of keys and words are written.
  package init(_ form: FormValue, words: InventoryWords, language: Language) {
    self.words = words
    self.language = language
    line(0, name(.inventory) + ": 1", nil)
    mapping(form, nil, indent: 0)
  }

  private func name(_ key: InventoryKey) -> String {
    language == .zh ? key.word.label.zh : key.word.canonical
  }

  private mutating func line(_ indent: Int, _ text: String, _ origin: CellPlace?) {
    bytes += [UInt8](repeating: UInt8(ascii: " "), count: indent)
    bytes += text.utf8
    bytes.append(0x0A)
    origins.append(origin)
  }

  /// The pairs of a mapping, in the order in which the keys are documented.
  ///
  /// - Parameters:
  ///   - key: the key whose mapping it is; nil for the whole.
  ///   - lead: what stands before the first pair instead of white space: the dash of a list.
  private mutating func mapping(_ value: FormValue, _ key: InventoryKey?, indent: Int, lead: String? = nil) {
    guard case .mapping(let pairs) = value.content, let keys = FormShape.keys(of: key)?.keys else { return }
    var lead = lead
    for key in keys {
      guard let inner = pairs[key] else { continue }
      let label = name(key) + ":"
      let start = indent - (lead == nil ? 0 : 2)
      let head = (lead ?? "") + label
      lead = nil
      switch inner.content {
      case .text(let text):
        line(start, head + " " + scalar(text, key), inner.origin)
      case .list(let items) where items.isEmpty:
        line(start, head + " []", inner.origin)
      case .list(let items) where key == .demandedBy && items.count == 1 && isNobody(items[0]):
        line(start, head + " " + scalar(items[0].text ?? "", key), items[0].origin)
      case .list(let items):
        line(start, head, inner.origin ?? items.first?.origin)
        for item in items { list(item, key, indent: indent + 2) }
      case .mapping(let pairs) where pairs.isEmpty:
        line(start, head + " {}", inner.origin)
      case .mapping:
        line(start, head, inner.origin)
        mapping(inner, key, indent: indent + 2)
      }
    }
    if let lead { line(indent - 2, lead + "{}", value.origin) }
  }

  private mutating func list(_ item: FormValue, _ key: InventoryKey, indent: Int) {
    if let text = item.text {
      line(indent, "- " + scalar(text, key), item.origin)
    } else {
      mapping(item, key, indent: indent + 2, lead: "- ")
    }
  }

  private func isNobody(_ value: FormValue) -> Bool { value.text.flatMap { FixedWords.nobody.find($0) } != nil }

  /// A value as it is written.
  private func scalar(_ text: String, _ key: InventoryKey) -> String {
    if let table = FormShape.words(key, words), let index = table.find(text) {
      let word = table[index]
      return language == .zh ? word.label.zh : word.canonical
    }
    switch key {
    case .date, .since: if CalendarDate(text.utf8) != nil { return text }
    case .order, .width, .height:
      if !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) { return text }
    default: break
    }
    return YAMLText.scalar(text)
  }
}

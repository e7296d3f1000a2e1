package import Diagnostics
import Inventory
import Standard

/// A compliant inventory, changed in one place.
package struct Mutant: Sendable {
  /// The inventories; more than one where the change is that there are two.
  package var drafts: [Draft]
  /// The communities of the roster; nil: the compliant one's.
  package var listed: [DraftFields]?
  /// What was changed, for people.
  package var change: BilingualText
  /// The ids of the signs that were changed, added or removed.
  package var signs: Set<String> = []
  /// The numbers of the rooms that were changed, added or removed.
  package var rooms: Set<String> = []

  /// A change of nothing.
  package static let none = Mutant([], BilingualText(zh: "", en: ""))

  init(_ drafts: [Draft], listed: [DraftFields]? = nil, _ change: BilingualText) {
    self.drafts = drafts
    self.listed = listed
    self.change = change
  }
}

/// What a change does, in words: keys and words of the vocabulary by their labels.
struct ChangeText: Sendable {
  /// The words whose labels are said.
  let words: Vocabulary

  /// `“文字”由“甲”改为“乙”`.
  func set(_ key: InventoryKey, _ old: DraftValue?, _ new: DraftValue) -> BilingualText {
    let (zh, en) = (key.label.zh, key.word.canonical)
    guard let old else {
      return BilingualText(zh: "补记“\(zh)”为\(shown(new, key, .zh))", en: "set `\(en)` to \(shown(new, key, .en))")
    }
    return BilingualText(
      zh: "“\(zh)”由\(shown(old, key, .zh))改为\(shown(new, key, .zh))",
      en: "change `\(en)` from \(shown(old, key, .en)) to \(shown(new, key, .en))")
  }

  /// `去掉“位置”`.
  func drop(_ key: InventoryKey) -> BilingualText {
    BilingualText(zh: "去掉“\(key.label.zh)”", en: "drop `\(key.word.canonical)`")
  }

  func sign(_ id: String, _ change: BilingualText) -> BilingualText {
    BilingualText(zh: "标识牌 \(id)：\(change.zh)", en: "sign \(id): \(change.en)")
  }

  func room(_ number: String, _ change: BilingualText) -> BilingualText {
    BilingualText(zh: "功能室 \(number)：\(change.zh)", en: "room \(number): \(change.en)")
  }

  /// A value in a few words.
  ///
  /// - Parameter key: the key under which it stands; nil where it is a mapping.
  func shown(_ value: DraftValue, _ key: InventoryKey?, _ language: Language) -> String {
    let open = language == .zh ? "“" : "`"
    let close = language == .zh ? "”" : "`"
    func label(_ text: String, _ key: InventoryKey?) -> String {
      key.map { RuleWords.label(text, under: $0.word.canonical, words)[language] } ?? text
    }
    switch value {
    case .text(let text): return open + label(text, key) + close
    case .list([]): return language == .zh ? "空" : "nothing"
    case .list(let items):
      if items.contains(where: { $0.text == nil }) {
        return language == .zh ? "\(items.count)项" : "\(items.count) items"
      }
      let texts = items.compactMap(\.text).map { label($0, key) }
      return open + texts.joined(separator: language == .zh ? "、" : ", ") + close
    case .fields(let fields):
      let parts = fields.pairs.map { pair in
        let name = language == .zh ? pair.key.label.zh : pair.key.word.canonical
        return "\(name) \(pair.value.text.map { label($0, pair.key) } ?? "…")"
      }
      return open + parts.joined(separator: language == .zh ? "，" : ", ") + close
    }
  }
}

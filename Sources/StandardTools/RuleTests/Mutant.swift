package import Diagnostics
import Inventory

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

/// What a change does, in words.
enum ChangeText {
  /// `“文字”由“甲”改为“乙”`.
  static func set(_ key: InventoryKey, _ old: DraftValue?, _ new: DraftValue) -> BilingualText {
    let label = key.word
    let (zh, en) = (label.chinese[0], label.canonical)
    guard let old else {
      return BilingualText(zh: "补记“\(zh)”为\(shown(new, .zh))", en: "set `\(en)` to \(shown(new, .en))")
    }
    return BilingualText(
      zh: "“\(zh)”由\(shown(old, .zh))改为\(shown(new, .zh))",
      en: "change `\(en)` from \(shown(old, .en)) to \(shown(new, .en))")
  }

  /// `去掉“位置”`.
  static func drop(_ key: InventoryKey) -> BilingualText {
    BilingualText(zh: "去掉“\(key.word.chinese[0])”", en: "drop `\(key.word.canonical)`")
  }

  static func sign(_ id: String, _ change: BilingualText) -> BilingualText {
    BilingualText(zh: "标识牌 \(id)：\(change.zh)", en: "sign \(id): \(change.en)")
  }

  static func room(_ number: String, _ change: BilingualText) -> BilingualText {
    BilingualText(zh: "功能室 \(number)：\(change.zh)", en: "room \(number): \(change.en)")
  }

  /// A value in a few words.
  static func shown(_ value: DraftValue, _ language: Language) -> String {
    let open = language == .zh ? "“" : "`"
    let close = language == .zh ? "”" : "`"
    switch value {
    case .text(let text): return open + text + close
    case .list([]): return language == .zh ? "空" : "nothing"
    case .list(let items):
      if items.contains(where: { $0.text == nil }) {
        return language == .zh ? "\(items.count)项" : "\(items.count) items"
      }
      return open + items.compactMap(\.text).joined(separator: language == .zh ? "、" : ", ") + close
    case .fields(let fields):
      let parts = fields.pairs.map { pair in
        let name = language == .zh ? pair.key.word.chinese[0] : pair.key.word.canonical
        return "\(name) \(pair.value.text ?? "…")"
      }
      return open + parts.joined(separator: language == .zh ? "，" : ", ") + close
    }
  }
}

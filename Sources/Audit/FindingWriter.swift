import Diagnostics
import Inventory
import Standard

/// Gives drafts their words: drafts → findings, in the language of the report.
struct FindingWriter {
  let facts: Facts
  let file: String
  let language: Language

  private var standard: Standard {
    _read { yield facts.rulebook.standard }
  }
  private let inventory: Inventory

  init(_ facts: Facts, file: String, language: Language) {
    self.facts = facts
    inventory = facts.inventory
    self.file = file
    self.language = language
  }

  func write(_ draft: Draft) -> Finding {
    let rule = standard.rules[draft.rule]
    let isSpoken = !draft.reason.isEmpty
    let message =
      isSpoken
      ? rule.messages.text(draft.reason)?.filled(language) { slot($0, draft) } ?? rule.title[language]
      : draft.outcome == .pass ? rule.title[language] : openMessage(draft, rule)
    let remedy =
      isSpoken && draft.outcome == .fail
      ? rule.remedies.text(draft.reason)?.filled(language) { slot($0, draft) } ?? ""
      : draft.outcome == .pass ? "" : openRemedy(draft)
    let signID = draft.sign.map { inventory.string(inventory.signs[$0].id) }
    return Finding(
      rule: draft.rule, outcome: draft.outcome, severity: rule.severity, sign: signID, subject: draft.subject,
      message: message, remedy: remedy, expected: draft.expected, actual: draft.actual,
      expectedLabel: draft.expectedAlone ?? draft.expectedLabel, actualLabel: draft.actualAlone ?? draft.actualLabel,
      demandedBy: departments(draft),
      location: SourceLocation(file: file, range: inventory.range(of: draft.node)),
      related: draft.related.map(related), waiver: nil,
      fingerprint: Fingerprint.of(
        rule: rule.id, inventory.placeKey, facility: inventory.comparedString(inventory.facilityName),
        sign: draft.sign.map { inventory.comparedString(inventory.signs[$0].id) }, subject: draft.subject),
      action: draft.outcome == .fail ? rule.action(draft.reason) : nil,
      about: draft.sign.map { .sign($0) } ?? draft.room.map { .room($0) } ?? .community,
      missing: draft.outcome == .undetermined ? draft.missing : [])
  }

  private func related(_ sign: Int) -> RelatedPlace {
    let record = inventory.signs[sign]
    let id = inventory.string(record.id)
    let text = record.text.isRecorded ? inventory.string(record.text) : ""
    return RelatedPlace(
      message: language == .zh ? "标识牌 \(id) \(text)" : "sign \(id) \(text)",
      location: SourceLocation(file: file, range: inventory.range(of: record.node)))
  }

  private func departments(_ draft: Draft) -> [String] {
    let list = draft.sign.map { inventory.signs[$0].demandedBy } ?? draft.room.map { inventory.rooms[$0].demandedBy }
    return list.map { inventory.names[$0.range].map { inventory.string($0) } } ?? []
  }

  /// The value of a slot.
  private func slot(_ name: String, _ draft: Draft) -> String? {
    if let slot = draft.slots.first(where: { $0.name == name }) { return slot.value }
    let unrecorded = language == .zh ? "未登记" : "unrecorded"
    switch name {
    case "district": return inventory.string(inventory.community.shortDistrict)
    case "street": return inventory.string(inventory.community.shortStreet)
    case "community": return inventory.string(inventory.community.shortName)
    case "expected": return draft.expectedLabel ?? draft.expected
    case "actual": return draft.actualLabel ?? draft.actual ?? unrecorded
    case "departments":
      let names = departments(draft)
      if !names.isEmpty { return names.joined(separator: language == .zh ? "、" : ", ") }
      let isKnown = draft.sign.map { inventory.signs[$0].demandedBy.isRecorded } ?? true
      return isKnown ? (language == .zh ? "无" : "nobody") : unrecorded
    default: break
    }
    guard let sign = draft.sign.map({ inventory.signs[$0] }) else { return nil }
    let words = standard.vocabulary.words
    switch name {
    case "sign": return inventory.string(sign.id)
    case "text":
      guard sign.text.isRecorded else { return language == .zh ? "未登记文字" : "words unrecorded" }
      return sign.text.raw.count == 0 ? (language == .zh ? "无文字" : "no words") : inventory.string(sign.text)
    case "place": return sign.place.isRecorded ? words.places[sign.place.word].label[language] : unrecorded
    case "kind":
      let kind = facts.signs.first { $0.index == draft.sign }?.kind ?? -1
      return kind >= 0 ? words.kinds[kind].label[language] : unrecorded
    default: return nil
    }
  }

  /// What is said where the inventory does not say: which fields are not recorded, of what.
  private func openMessage(_ draft: Draft, _ rule: Rule) -> String {
    let about = about(draft)
    let holder = holders(draft.holders) ?? about ?? whole
    let rest = about == holder ? nil : about
    switch language {
    case .zh:
      let fields = draft.missing.map { "“\($0.label.zh)”" }.joined(separator: "、")
      // A number and a word of Chinese stand apart.
      func spaced(_ name: String) -> String { name.utf8.last.map { $0 < 0x80 } == true ? name + " " : name }
      if fields.isEmpty { return "\(rule.title.zh)：\(spaced(about ?? whole))登记的内容不足以判断，待核实" }
      return "\(rule.title.zh)：\(spaced(holder))未登记\(fields)，\(rest.map(spaced) ?? "")待核实"
    case .en:
      let fields = draft.missing.map { "`\($0.word.canonical)`" }.joined(separator: ", ")
      if fields.isEmpty {
        return "\(rule.title.en): what \(about ?? whole) records does not decide it; to be verified"
      }
      let verb = draft.holders.count > 1 ? "do" : "does"
      return "\(rule.title.en): \(holder) \(verb) not record \(fields); "
        + (rest.map { "\($0) is to be verified" } ?? "to be verified")
    }
  }

  /// The inventory as a whole.
  private var whole: String { language == .zh ? "台账" : "the inventory" }

  /// What an open finding is about; nil: the inventory as a whole.
  private func about(_ draft: Draft) -> String? {
    let isAboutRoom = Finding.isAboutRoom(subject: draft.subject, missing: draft.missing)
    let sign = isAboutRoom ? nil : draft.sign.map { name(ofSigns: [$0]) }
    guard let label = draft.subject.map({ Finding.label(ofSubject: $0)[language] }) else { return sign }
    guard let sign else { return label }
    // An entry is one of many of its board.
    return draft.subject?.utf8.starts(with: "entry:".utf8) == true
      ? language == .zh ? "\(sign) 的\(label)" : "\(label) of \(sign)" : sign
  }

  /// What does not record what is missing; nil where that is what the finding is about.
  private func holders(_ holders: [Draft.Holder]) -> String? {
    if holders == [.inventory] { return whole }
    let signs = holders.compactMap { if case .sign(let index) = $0 { index } else { nil } }
    let rooms = holders.compactMap { if case .room(let index) = $0 { index } else { nil } }
    let parts = [signs.isEmpty ? nil : name(ofSigns: signs), rooms.isEmpty ? nil : name(ofRooms: rooms)]
    let named = parts.compactMap(\.self)
    return named.isEmpty ? nil : named.joined(separator: language == .zh ? "、" : ", ")
  }

  private func name(ofSigns signs: [Int]) -> String {
    let list = list(signs.map { inventory.string(inventory.signs[$0].id) })
    return language == .zh ? "标识牌 \(list)" : "\(signs.count > 1 ? "signs" : "sign") \(list)"
  }

  private func name(ofRooms rooms: [Int]) -> String {
    let list = list(rooms.map { inventory.string(inventory.rooms[$0].number) })
    return language == .zh ? "功能室 \(list)" : "\(rooms.count > 1 ? "rooms" : "room") \(list)"
  }

  /// Names side by side, as many as can be read.
  private func list(_ names: [String]) -> String {
    let shown = names.prefix(8).joined(separator: language == .zh ? "、" : ", ")
    if names.count <= 8 { return shown }
    return language == .zh ? "\(shown) 等 \(names.count) 处" : "\(shown) and \(names.count - 8) more"
  }

  private func openRemedy(_ draft: Draft) -> String {
    let fields = draft.missing.map { language == .zh ? "“\($0.label.zh)”" : "`\($0.word.canonical)`" }
    switch language {
    case .zh: return "到现场核实，在台账中补登\(fields.isEmpty ? "有关内容" : fields.joined(separator: "、"))。"
    case .en: return "Look on site and record \(fields.isEmpty ? "it" : fields.joined(separator: ", "))."
    }
  }
}

extension Inventory {
  /// The community by its short names in compared form.
  var placeKey: PlaceKey {
    PlaceKey(
      shortDistrict: comparedString(community.shortDistrict), shortStreet: comparedString(community.shortStreet),
      shortCommunity: comparedString(community.shortName))
  }
}

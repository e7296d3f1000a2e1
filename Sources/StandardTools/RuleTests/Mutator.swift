import Diagnostics
import Inventory
package import Standard

/// Changes a compliant inventory in every way that the format allows, one change at a time: the operators know the
/// format of inventories and the words of a standard, and nothing of its rules.
///
/// The order is from the plainest change to the farthest, so that of several that will do the first reads best.
package struct Mutator: Sendable {
  private let standard: Standard
  private let values: FieldValues
  private let said: ChangeText

  /// Makes a mutator for a standard.
  package init(_ standard: Standard, _ harvest: Harvest) {
    self.standard = standard
    values = FieldValues(standard, harvest)
    said = ChangeText(words: standard.vocabulary)
  }

  /// All single changes of a draft.
  package func mutants(of draft: Draft) -> [Mutant] {
    var mutants: [Mutant] = []
    removeSigns(draft, &mutants)
    changeSigns(draft, KeySet.sign.keys.filter { $0 != .id && $0 != .kind }, &mutants)
    changeRooms(draft, &mutants)
    changeCommunity(draft, &mutants)
    changeBatch(draft, &mutants)
    repeatSigns(draft, &mutants)
    addSigns(draft, &mutants)
    changeSigns(draft, [.kind], &mutants)
    return mutants
  }

  /// All single changes of one sign's fields and entries, and removing it.
  func mutants(of draft: Draft, sign index: Int) -> [Mutant] {
    var mutants: [Mutant] = []
    changeSigns(draft, KeySet.sign.keys.filter { $0 != .id }, only: index, &mutants)
    removeSigns(draft, only: index, &mutants)
    return mutants
  }

  /// All single changes of some fields of one sign.
  func mutants(of draft: Draft, sign index: Int, keys: [InventoryKey]) -> [Mutant] {
    var mutants: [Mutant] = []
    changeSigns(draft, keys, only: index, &mutants)
    return mutants
  }

  /// All single changes of rooms.
  func roomMutants(of draft: Draft) -> [Mutant] {
    var mutants: [Mutant] = []
    changeRooms(draft, &mutants)
    return mutants
  }

  // MARK: Signs

  /// Each field of each sign and of each of its entries: another value, a value where there was none, none.
  private func changeSigns(
    _ draft: Draft, _ keys: [InventoryKey], only: Int? = nil, _ mutants: inout [Mutant]
  ) {
    let signs = draft.signs
    for (index, sign) in signs.enumerated() where only == nil || only == index {
      let id = sign.text(.id) ?? ""
      func add(_ changed: DraftFields, _ change: BilingualText) {
        var copy = draft
        copy.signs[index] = changed
        var mutant = Mutant([copy], said.sign(id, change))
        mutant.signs = [id]
        mutants.append(mutant)
      }
      changeFields(sign, keys, draft, add)
      guard keys.contains(.entries) else { continue }
      for (size, change) in changed(sign[.sizeMillimetres]?.mapping, KeySet.size, draft) {
        var sign = sign
        sign[.sizeMillimetres] = size.pairs.isEmpty ? nil : .fields(size)
        add(sign, change)
      }
      for (approval, change) in changed(sign[.approval]?.mapping, KeySet.approval, draft) {
        var sign = sign
        sign[.approval] = approval.pairs.isEmpty ? nil : .fields(approval)
        add(sign, change)
      }
      changeEntries(sign, draft, add)
    }
  }

  private func changeEntries(_ sign: DraftFields, _ draft: Draft, _ add: (DraftFields, BilingualText) -> Void) {
    guard let entries = sign[.entries]?.mappings else { return }
    func put(_ entries: [DraftFields], _ change: BilingualText) {
      var sign = sign
      sign[.entries] = .list(entries.map { .fields($0) })
      add(sign, change)
    }
    for (index, entry) in entries.enumerated() {
      let name = entry.text(.function) ?? entry.text(.room) ?? String(index + 1)
      let what = BilingualText(zh: "条目“\(name)”", en: "entry `\(name)`")
      func replace(_ entry: DraftFields, _ change: BilingualText) {
        var copy = entries
        copy[index] = entry
        put(copy, BilingualText(zh: "\(what.zh)：\(change.zh)", en: "\(what.en): \(change.en)"))
      }
      changeFields(entry, KeySet.entry.keys, draft, replace)
      for (approval, change) in changed(entry[.approval]?.mapping, KeySet.approval, draft) {
        var entry = entry
        entry[.approval] = approval.pairs.isEmpty ? nil : .fields(approval)
        replace(entry, change)
      }
      var fewer = entries
      fewer.remove(at: index)
      put(fewer, BilingualText(zh: "去掉\(what.zh)", en: "drop the \(what.en)"))
    }
    for entry in values.newEntries(draft) {
      let shown = (
        zh: said.shown(.fields(entry), nil, .zh), en: said.shown(.fields(entry), nil, .en)
      )
      put(entries + [entry], BilingualText(zh: "增加条目\(shown.zh)", en: "add the entry \(shown.en)"))
    }
  }

  /// Every single change of some fields of a mapping.
  private func changeFields(
    _ fields: DraftFields, _ keys: [InventoryKey], _ draft: Draft, _ add: (DraftFields, BilingualText) -> Void
  ) {
    for key in keys {
      let old = fields[key]
      for value in values.alternatives(key, old, draft) where value != old {
        var changed = fields
        changed[key] = value
        add(changed, said.set(key, old, value))
      }
      guard old != nil else { continue }
      var changed = fields
      changed[key] = nil
      add(changed, said.drop(key))
    }
  }

  private func changed(_ fields: DraftFields?, _ keys: KeySet, _ draft: Draft) -> [(DraftFields, BilingualText)] {
    guard let fields else { return [] }
    var changed: [(DraftFields, BilingualText)] = []
    changeFields(fields, keys.keys, draft) { changed.append(($0, $1)) }
    return changed
  }

  // MARK: Rooms, community, survey

  private func changeRooms(_ draft: Draft, _ mutants: inout [Mutant]) {
    func add(_ rooms: [DraftFields]?, _ number: String?, _ change: BilingualText) {
      var copy = draft
      copy.rooms = rooms
      var mutant = Mutant([copy], number.map { said.room($0, change) } ?? change)
      if let number { mutant.rooms = [number] }
      mutants.append(mutant)
    }
    let rooms = draft.rooms ?? []
    for (index, room) in rooms.enumerated() {
      let number = room.text(.number) ?? ""
      changeFields(room, KeySet.room.keys, draft) { changed, change in
        var copy = rooms
        copy[index] = changed
        add(copy, number, change)
      }
      var fewer = rooms
      fewer.remove(at: index)
      add(fewer, number, BilingualText(zh: "去掉", en: "remove it"))
    }
    for room in values.newRooms(draft) {
      let number = room.text(.number) ?? ""
      let functions = (room[.functions]?.items ?? []).compactMap(\.text).joined(separator: "、")
      add(
        rooms + [room], number,
        BilingualText(zh: "新增，功能“\(functions)”", en: "add it, serving `\(functions)`"))
    }
    if draft.rooms != nil { add(nil, nil, said.drop(.rooms)) }
    changeFields(draft.facility, [.floors], draft) { facility, change in
      var copy = draft
      copy.facility = facility
      mutants.append(Mutant([copy], change))
    }
  }

  private func changeCommunity(_ draft: Draft, _ mutants: inout [Mutant]) {
    changeFields(draft.community, KeySet.community.keys, draft) { community, change in
      var copy = draft
      copy.community = community
      // The roster follows what it says of itself, save its name and code: those are what identifies it.
      let isIdentity = [InventoryKey.district, .street, .name, .code].contains { community[$0] != draft.community[$0] }
      mutants.append(Mutant([copy], listed: isIdentity ? nil : [community], change))
      if !isIdentity {
        mutants.append(
          Mutant(
            [copy],
            BilingualText(zh: "\(change.zh)（名册不变）", en: "\(change.en) (not in the roster)")))
      }
    }
    changeFields(draft.survey, KeySet.survey.keys, draft) { survey, change in
      var copy = draft
      copy.survey = survey
      mutants.append(Mutant([copy], change))
    }
  }

  // MARK: Signs, the whole of them

  private func removeSigns(_ draft: Draft, only: Int? = nil, _ mutants: inout [Mutant]) {
    let signs = draft.signs
    func keep(_ kept: [DraftFields], _ change: BilingualText) {
      var copy = draft
      copy.signs = kept
      var mutant = Mutant([copy], change)
      let ids = Set(kept.map { $0.text(.id) })
      mutant.signs = Set(signs.filter { !ids.contains($0.text(.id)) }.compactMap { $0.text(.id) })
      mutants.append(mutant)
    }
    for (index, sign) in signs.enumerated() where only == nil || only == index {
      let id = sign.text(.id) ?? ""
      var fewer = signs
      fewer.remove(at: index)
      keep(fewer, BilingualText(zh: "去掉标识牌 \(id)", en: "remove sign \(id)"))
    }
    if only != nil { return }
    // All signs of a kind, for rules that one of several satisfies.
    for kind in Set(signs.compactMap { $0.text(.kind) }).sorted() {
      let rest = signs.filter { $0.text(.kind) != kind }
      guard signs.count - rest.count > 1 else { continue }
      let label = standard.vocabulary.words.kinds.find(kind).map { standard.vocabulary.words.kinds[$0].label }
      keep(rest, BilingualText(zh: "去掉全部“\(label?.zh ?? kind)”", en: "remove every `\(kind)`"))
    }
  }

  /// More of each sign, one and then many: caps may be high.
  private func repeatSigns(_ draft: Draft, _ mutants: inout [Mutant]) {
    for copies in [1, 2, 4, 8] {
      for sign in draft.signs {
        let id = sign.text(.id) ?? ""
        let more = (0..<copies).map { number -> DraftFields in
          var copy = sign
          copy[.id] = .text("\(id)-\(number + 2)")
          return copy
        }
        var copy = draft
        copy.signs += more
        var mutant = Mutant(
          [copy],
          BilingualText(
            zh: "标识牌 \(id) 再加 \(copies) 块一样的", en: "add \(copies) more like sign \(id)"))
        mutant.signs = Set(more.compactMap { $0.text(.id) }).union([id])
        mutants.append(mutant)
      }
    }
  }

  /// A new sign of every kind at every place, demanded by nobody and by a department, and of no kind at all.
  private func addSigns(_ draft: Draft, _ mutants: inout [Mutant]) {
    for sign in values.newSigns(draft) {
      let id = sign.text(.id) ?? ""
      var copy = draft
      copy.signs.append(sign)
      func label(_ key: InventoryKey, _ table: WordTable, _ language: Language) -> String {
        sign.text(key).flatMap { table.find($0) }.map { table[$0].label[language] } ?? ""
      }
      let words = standard.vocabulary.words
      let demanded = sign[.demandedBy]?.text == nil
      var mutant = Mutant(
        [copy],
        BilingualText(
          zh: "新增标识牌 \(id)：\(label(.kind, words.kinds, .zh))，\(label(.place, words.places, .zh))"
            + (demanded ? "，由部门要求" : ""),
          en: "add sign \(id): \(label(.kind, words.kinds, .en)), \(label(.place, words.places, .en))"
            + (demanded ? ", demanded by a department" : "")))
      mutant.signs = [id]
      mutants.append(mutant)
    }
  }

  // MARK: The batch

  /// The inventory twice, and rosters that say something else.
  private func changeBatch(_ draft: Draft, _ mutants: inout [Mutant]) {
    let community = draft.community
    var other = community
    other[.name] = .text(values.otherCommunity)
    other[.code] = community[.code] == nil ? nil : .text("999999999999")
    mutants += [
      Mutant([draft, draft], BilingualText(zh: "同一社区报两份台账", en: "submit the inventory twice")),
      Mutant(
        [draft], listed: [community, other],
        BilingualText(zh: "名册多列一个社区", en: "the roster lists one more community")),
      Mutant([draft], listed: [other], BilingualText(zh: "名册没有这个社区", en: "the roster does not list it")),
    ]
  }
}

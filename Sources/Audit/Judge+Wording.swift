import Diagnostics
import Inventory
import Standard

/// Wording: what signs say.
extension Judge {
  mutating func judge(_ wording: Check.Wording, _ index: Int) {
    let kinds = wording.signs.kinds
    for position in facts.signs.indices where facts.signs[position].mayBe(kinds) {
      guard case .yes(let selected) = choose(position, wording.signs, index) else { continue }
      let signIndex = facts.signs[position].index
      let sign = inventory.signs[signIndex]
      if !sign.text.isRecorded {
        var draft = Draft(rule: index, outcome: .undetermined, reason: "", sign: signIndex, node: sign.node)
        draft.missing = [.text]
        setExpected(&draft, wordings(wording))
        add(draft)
        continue
      }
      guard sign.text.compared.count > 0 else { continue }  // a mark without words
      if isAsWritten(sign.text, wording) { continue }
      let wordings = wordings(wording)
      let arena = inventory.arena
      let isRight = wordings.contains { option in
        let bytes = ComparedText.bytes(of: option)
        return wording.comparison == .equals
          ? ArenaText.equals(arena, sign.text.compared, bytes)
          : ArenaText.contains(arena, sign.text.compared, bytes)
      }
      guard !isRight else { continue }
      var draft = Draft(
        rule: index, outcome: selected == .holds ? .fail : .undetermined, reason: selected == .holds ? "fail" : "",
        sign: signIndex, node: sign.text.node)
      setExpected(&draft, wordings)
      draft.actual = inventory.string(sign.text)
      if selected == .holds {
        let actual = inventory.comparedString(sign.text)
        let wanted = wordings.map(ComparedText.of)
        let nearMisses = standard.vocabulary.nearMisses
        let difference =
          switch wording.comparison {
          case .equals: WordingDifference.nearest(actual, wanted, nearMisses, language)
          case .contains:
            WordingDifference.nearMiss(actual, within: wanted, nearMisses, language) ?? missingWords(wordings)
          }
        draft.slots = [("difference", difference)]
      } else {
        draft.missing = [.kind]
      }
      add(draft)
    }
  }

  /// Whether a wording is as a template says, piece by piece where it lies: the usual case, without making strings. False
  /// says nothing.
  private func isAsWritten(_ text: TextField, _ wording: Check.Wording) -> Bool {
    let arena = inventory.arena
    guard wording.comparison == .equals else {
      return wording.templates.contains { segments in
        guard segments.count == 1, case .words(let words) = segments[0] else { return false }
        return ArenaText.contains(arena, text.compared, Array(words.utf8))
      }
    }
    func matches(_ segments: [TextTemplate.Segment], _ form: String) -> Bool {
      var rest = text.compared
      for segment in segments {
        let length: Int
        switch segment {
        case .slot("district"): length = starts(rest, inventory.community.shortDistrict.compared)
        case .slot("street"): length = starts(rest, inventory.community.shortStreet.compared)
        case .slot("community"): length = starts(rest, inventory.community.shortName.compared)
        case .slot: length = starts(rest, form)
        case .words(let words): length = starts(rest, words)
        }
        guard length >= 0 else { return false }
        rest = TextSlice(offset: rest.offset + UInt32(length), count: rest.count - UInt32(length))
      }
      return rest.count == 0
    }
    func starts(_ slice: TextSlice, _ part: TextSlice) -> Int {
      guard slice.count >= part.count else { return -1 }
      let head = TextSlice(offset: slice.offset, count: part.count)
      return ArenaText.same(arena, head, part) ? Int(part.count) : -1
    }
    func starts(_ slice: TextSlice, _ part: String) -> Int {
      let part = part.utf8
      guard Int(slice.count) >= part.count else { return -1 }
      return arena[Int(slice.offset)..<Int(slice.offset) + part.count].elementsEqual(part) ? part.count : -1
    }
    return wording.templates.contains { segments in partyForms.contains { matches(segments, $0) } }
  }

  private func missingWords(_ wordings: [String]) -> String {
    language == .zh
      ? "其中没有“\(wordings.joined(separator: "”或“"))”" : "it does not contain \(wordings.joined(separator: " or "))"
  }

  /// The alternatives of a wording for this community, as they are written on signs.
  func wordings(_ wording: Check.Wording) -> [String] {
    wording.templates.flatMap { segments -> [String] in
      var texts = [""]
      for segment in segments {
        switch segment {
        case .words(let words): texts = texts.map { $0 + words }
        case .slot("district"): texts = texts.map { $0 + inventory.string(inventory.community.shortDistrict) }
        case .slot("street"): texts = texts.map { $0 + inventory.string(inventory.community.shortStreet) }
        case .slot("community"): texts = texts.map { $0 + inventory.string(inventory.community.shortName) }
        case .slot: texts = texts.flatMap { text in partyForms.map { text + $0 } }
        }
      }
      return texts
    }
  }

  /// The wordings of the community's form of party organization: the recorded one, else all.
  private var partyForms: [String] {
    let form = inventory.community.partyOrganization
    return form.isRecorded ? [standard.vocabulary.partyWordings[Int(form.word)]] : standard.vocabulary.partyWordings
  }

  /// What is wanted: several wordings are alternatives, each in quotation marks of its own within a rule's.
  private func setExpected(_ draft: inout Draft, _ wordings: [String]) {
    let or = language == .zh ? "或" : " or "
    draft.expected = wordings.joined(separator: language == .zh ? " 或 " : or)
    guard wordings.count > 1 else { return }
    draft.expectedLabel = wordings.joined(separator: "”\(or)“")
    draft.expectedAlone = draft.expected
  }
}

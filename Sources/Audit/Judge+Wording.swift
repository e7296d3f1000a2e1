import Diagnostics
import Inventory
import Standard

/// Wording: what signs say.
extension Judge {
  mutating func judge(_ wording: Check.Wording, _ index: Int) {
    for position in facts.signs.indices {
      guard case .yes(let selected) = choose(position, wording.signs, index) else { continue }
      let signIndex = facts.signs[position].index
      let sign = inventory.signs[signIndex]
      if !sign.text.isRecorded {
        var draft = Draft(rule: index, outcome: .undetermined, reason: "", sign: signIndex, node: sign.node)
        draft.missing = [.text]
        draft.expected = expectedText(wording)
        add(draft)
        continue
      }
      guard sign.text.compared.count > 0 else { continue }  // a mark without words
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
      draft.expected = expectedText(wording)
      draft.actual = inventory.string(sign.text)
      if selected == .holds {
        let actual = inventory.comparedString(sign.text)
        let difference = WordingDifference.nearest(
          actual, wordings.map(ComparedText.of), standard.vocabulary.nearMisses, language)
        draft.slots = [
          ("difference", wording.comparison == .equals ? difference : missingWords(wordings))
        ]
      } else {
        draft.missing = [.kind]
      }
      add(draft)
    }
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

  private func expectedText(_ wording: Check.Wording) -> String {
    wordings(wording).joined(separator: language == .zh ? " 或 " : " or ")
  }
}

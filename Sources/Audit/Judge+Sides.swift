import Diagnostics
import Inventory
import Standard

/// Left and right of the entrance, in every frame that is left open (`standard/rules.md`, "Left and right").
extension Judge {
  private struct Plate {
    var sign: Int
    /// The side it belongs on, in the standard's frame.
    var wanted: Vocabulary.Side
    /// The side it is recorded on, in the surveyor's frame; nil: its place is at no side.
    var side: Vocabulary.Side?
    /// Whether its place is recorded, and it is surely one of the plates.
    var isKnown: Bool
  }

  mutating func judge(left: Predicate, right: Predicate, _ index: Int) {
    var plates: [Plate] = []
    for position in facts.signs.indices {
      for wanted in [Vocabulary.Side.left, .right] {
        guard facts.signs[position].mayBe(wanted == .left ? left.kinds : right.kinds),
          case .yes(let selected) = choose(position, wanted == .left ? left : right, index)
        else { continue }
        let signIndex = facts.signs[position].index
        let place = inventory.signs[signIndex].place
        plates.append(
          Plate(
            sign: signIndex, wanted: wanted,
            side: place.isRecorded ? standard.vocabulary.places[Int(place.word)].side : nil,
            isKnown: place.isRecorded && selected == .holds))
      }
    }
    guard !plates.isEmpty else { return }
    if let leftMeans = standard.leftMeans, inventory.survey.viewpoint.isRecorded {
      judge(plates, isSwapped: inventory.survey.viewpoint.word != leftMeans, index)
    } else {
      judgeBothFrames(plates, index)
    }
  }

  private func verdict(_ plate: Plate, isSwapped: Bool) -> Verdict {
    guard plate.isKnown else { return .unknown }
    guard let side = plate.side else { return .fails }
    return Verdict((isSwapped ? side.opposite : side) == plate.wanted)
  }

  private mutating func judge(_ plates: [Plate], isSwapped: Bool, _ index: Int) {
    let known = plates.filter(\.isKnown)
    let isMirrored =
      known.allSatisfy { $0.side != nil && verdict($0, isSwapped: isSwapped) == .fails }
      && known.contains { $0.wanted == .left } && known.contains { $0.wanted == .right }
    if isMirrored, known.count == plates.count {
      add(entrance(known, index, outcome: .fail, reason: "mirrored"))
      return
    }
    for plate in plates {
      let verdict = verdict(plate, isSwapped: isSwapped)
      guard verdict != .holds else { continue }
      let sign = inventory.signs[plate.sign]
      var draft = Draft(
        rule: index, outcome: verdict == .fails ? .fail : .undetermined,
        reason: verdict == .fails ? "wrong_side" : "", sign: plate.sign,
        node: sign.place.isRecorded ? sign.place.node : sign.node)
      draft.expected = plate.wanted == .left ? "left" : "right"
      draft.expectedLabel = reading(plate.wanted)
      if let side = plate.side {
        let seen = isSwapped ? side.opposite : side
        draft.actual = seen == .left ? "left" : "right"
        draft.actualLabel = reading(seen)
      } else if sign.place.isRecorded {
        let place = standard.vocabulary.words.places[sign.place.word]
        draft.actual = place.canonical
        draft.actualLabel = place.label[language]
      }
      if verdict == .unknown { draft.missing = [.place] }
      add(draft)
    }
  }

  /// Both frames are open: at most one finding.
  private mutating func judgeBothFrames(_ plates: [Plate], _ index: Int) {
    let verdicts = [false, true].map { isSwapped in
      plates.reduce(Verdict.notApplicable) { $0.and(verdict($1, isSwapped: isSwapped)) }
    }
    if verdicts == [.holds, .holds] { return }
    if verdicts == [.fails, .fails] {
      add(entrance(plates, index, outcome: .fail, reason: "both_frames"))
    } else {
      var draft = entrance(plates, index, outcome: .undetermined, reason: "")
      draft.missing = plates.contains { !$0.isKnown } ? [.place, .viewpoint] : [.viewpoint]
      add(draft)
    }
  }

  private func entrance(_ plates: [Plate], _ index: Int, outcome: Outcome, reason: String) -> Draft {
    let place = inventory.signs[plates[0].sign].place
    var draft = Draft(
      rule: index, outcome: outcome, reason: reason,
      node: place.isRecorded ? place.node : inventory.signs[plates[0].sign].node)
    draft.related = plates.map(\.sign)
    draft.slots = [("signs", list(of: plates.map(\.sign)))]
    return draft
  }

  private func reading(_ side: Vocabulary.Side) -> String {
    side == .left ? standard.sides.left[language] : standard.sides.right[language]
  }
}

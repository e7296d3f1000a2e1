import Diagnostics
import Inventory
import Standard

/// The order of signs from the door outward, and signs that came after others were taken down.
extension Judge {
  /// A sign in an order.
  private struct Placed {
    var step: Int
    var sign: Int
    /// Whether it surely belongs to the step.
    var isKnown: Bool
    /// Its position, 1 next to the door; nil where it is not recorded.
    var position: Double?
    /// Its place; -1 where it is not recorded.
    var place: WordIndex
  }

  mutating func judge(_ order: Check.Order, _ index: Int) {
    var placed: [Placed] = []
    for (step, selection) in order.steps.enumerated() {
      for position in facts.signs.indices where facts.signs[position].mayBe(selection.kinds) {
        guard case .yes(let selected) = choose(position, selection, index) else { continue }
        let sign = facts.signs[position].index
        placed.append(
          Placed(
            step: step, sign: sign, isKnown: selected == .holds, position: inventory.signs[sign].order.value,
            place: inventory.signs[sign].place.isRecorded ? inventory.signs[sign].place.word : -1))
      }
    }
    for first in placed {
      let others = placed.filter {
        $0.step > first.step && $0.sign != first.sign
          && (!order.withinPlace || $0.place == first.place || $0.place < 0 || first.place < 0)
      }
      judge(first, before: others, order, index)
    }
  }

  /// Judges whether one sign stands nearer the door than all that come after it: one finding for the sign.
  private mutating func judge(_ first: Placed, before others: [Placed], _ order: Check.Order, _ index: Int) {
    func verdict(_ other: Placed) -> Verdict {
      guard let own = first.position, let theirs = other.position else { return .unknown }
      if own < theirs { return .holds }
      let isSure = first.isKnown && other.isKnown && (!order.withinPlace || (first.place >= 0 && other.place >= 0))
      return isSure ? .fails : .unknown
    }
    let sign = inventory.signs[first.sign]
    if let other = others.first(where: { verdict($0) == .fails }) {
      var draft = Draft(
        rule: index, outcome: .fail, reason: "fail", sign: first.sign, node: sign.order.node)
      draft.expected = other.position.map { "order<\(NumberRange.text($0))" }
      draft.actual = first.position.map { "order=\(NumberRange.text($0))" }
      draft.expectedLabel = list(of: [other.sign])
      draft.actualLabel = first.position.map(NumberRange.text)
      let isChinese = language == .zh
      draft.expectedAlone = draft.expectedLabel.map { isChinese ? "在\($0)之前" : "before \($0)" }
      draft.actualAlone = draft.actualLabel.map { isChinese ? "次序\($0)" : "order \($0)" }
      draft.slots = [("before", list(of: [other.sign]))]
      draft.related = [other.sign]
      add(draft)
    } else if let other = others.first(where: { verdict($0) == .unknown }) {
      var draft = Draft(
        rule: index, outcome: .undetermined, reason: "", sign: first.sign,
        node: sign.order.value == nil ? sign.node : sign.order.node)
      draft.related = [other.sign]
      let isOrderMissing = first.position == nil || other.position == nil
      draft.missing = isOrderMissing ? [.order] : first.place < 0 || other.place < 0 ? [.place] : [.kind]
      add(draft)
    }
  }

  mutating func judge(new: Predicate, removed: Predicate, _ index: Int) {
    var takenDown: [(sign: Int, verdict: Verdict, date: CalendarDate?)] = []
    for sign in facts.removedSigns {
      let verdict = choose(removed: sign, removed, index)
      guard verdict != .fails else { continue }
      takenDown.append((sign.index, verdict, inventory.signs[sign.index].since.value))
    }
    guard !takenDown.isEmpty else { return }
    for position in facts.signs.indices where facts.signs[position].mayBe(new.kinds) {
      guard case .yes(let selected) = choose(position, new, index) else { continue }
      let sign = facts.signs[position].index
      let since = inventory.signs[sign].since
      let earlier = takenDown.filter { removed in
        guard let date = since.value, let down = removed.date else { return true }
        return down <= date
      }
      guard !earlier.isEmpty else { continue }
      let sure = earlier.filter { $0.verdict == .holds && $0.date != nil }
      let fails = selected == .holds && since.value != nil && !sure.isEmpty
      var draft = Draft(
        rule: index, outcome: fails ? .fail : .undetermined, reason: fails ? "fail" : "", sign: sign,
        node: since.value == nil ? inventory.signs[sign].node : since.node)
      let related = (fails ? sure : earlier).map(\.sign)
      draft.related = related
      draft.slots = [("removed", list(of: related)), ("since", since.value?.description ?? "")]
      draft.actual = since.value.map { "since=\($0)" }
      draft.actualLabel = since.value?.description
      let isDateMissing = since.value == nil || sure.isEmpty && earlier.contains { $0.date == nil }
      draft.missing = isDateMissing ? [.since] : [.kind]
      add(draft)
    }
  }
}

package import Audit
internal import Diagnostics
package import Inventory

/// One finding over all rounds of a campaign.
package struct FindingCourse: Sendable, Hashable {
  /// What moved it, or left it where it was.
  package enum Cause: Sendable, Hashable {
    /// A round looked for it: what it saw, nil where it was not there.
    case round(Outcome?)
    /// Somebody said something.
    case action(ReviewAction)
  }

  /// One thing that happened to it.
  package struct Step: Sendable, Hashable {
    /// The round in which, or after which, it happened.
    package var round: Int
    /// What happened.
    package var cause: Cause
    /// The state that it led to.
    package var state: FindingState
  }

  /// Its identity.
  package var fingerprint: String
  /// The finding as it was last seen.
  package var finding: RoundFinding
  /// Its rule as it was when the finding was last seen.
  package var rule: RoundRule
  /// Its community as it was when the finding was last seen.
  package var community: RoundCommunity
  /// Its community's key.
  package var key: CommunityKey
  /// Everything that happened to it, in order; at least one step.
  package var steps: [Step]
  /// Its state now.
  package var state: FindingState
  /// One change of the deadline.
  package struct Extension: Sendable, Hashable {
    /// Who moved it, when, to which day and why.
    package var action: ReviewAction
    /// The deadline before; nil where there was none.
    package var before: CalendarDate?
    /// The number of steps that had happened before.
    fileprivate var step: Int
  }

  /// By when it is to be put right: the date of the first round since it was opened, or opened again, that sets one, or
  /// the day that it was moved to since.
  package var due: CalendarDate?
  /// Every change of the deadline, in order.
  package var extensions: [Extension] = []
  /// Whether the last round still found it only because the inventory is older than what people said (台账尚未更新).
  package var isLagging: Bool
  /// The number of the last round that found it.
  package var lastSeen: Int

  /// The sign that it is about, as it was when the finding was last seen.
  package var sign: RoundSign? {
    guard let id = finding.sign else { return nil }
    return community.signs.first { $0.id == id }
  }

  /// Whether it has to be put right: what is only encouraged has no deadline and no row in the ledger.
  package var isBinding: Bool { rule.severity < .advice }

  /// The number of the round that first found it.
  package var firstSeen: Int { steps.first?.round ?? 0 }

  /// The actions on it, in order.
  package var actions: [ReviewAction] {
    steps.compactMap { if case .action(let action) = $0.cause { action } else { nil } }
  }

  /// The rounds in which it came back after closing.
  package var rebounds: [Int] {
    steps.indices.filter { steps[$0].state == .rebound && ($0 == 0 || steps[$0 - 1].state != .rebound) }
      .map { steps[$0].round }
  }

  /// The rounds in which it was there again without having been closed.
  package var reappearances: [Int] {
    steps.indices.dropFirst().filter { steps[$0 - 1].state == .gone && steps[$0].state == .open }
      .map { steps[$0].round }
  }

  /// The last claim since it was opened or opened again; nil where nobody claimed it.
  package var claim: ReviewAction? { last(of: [.claim]) }

  /// The last review since then.
  package var review: ReviewAction? { last(of: [.close, .return]) }

  /// The changes of the deadline since it was opened or opened again.
  package var currentExtensions: [Extension] {
    let opening = opening
    return extensions.filter { $0.step > opening }
  }

  /// What somebody last said of whether it is put right; nil where nobody did.
  var lastWord: ReviewAction? { actions.last { $0.kind != .extend } }

  /// Why something cannot be said of it now; nil where it can.
  func refusal(of kind: ReviewAction.Kind, due: CalendarDate?) -> BilingualText? {
    guard state.after(kind) != nil else { return state.refusal(of: kind) }
    guard kind == .extend else { return nil }
    if !isBinding {
      return BilingualText(zh: "只是建议，没有整改时限", en: "it is advice alone and has no deadline")
    }
    if let due, due == self.due {
      return BilingualText(zh: "整改时限已经是 \(due)", en: "it is due on \(due) already")
    }
    return nil
  }

  private func last(of kinds: [ReviewAction.Kind]) -> ReviewAction? {
    for step in steps[opening...].reversed() {
      if case .action(let action) = step.cause, kinds.contains(action.kind) { return action }
    }
    return nil
  }

  /// The step with which it was opened, or opened again by a round.
  private var opening: Int {
    steps.indices.last { place in
      guard case .round = steps[place].cause, steps[place].state.isStreetsTurn else { return false }
      return place == 0 || Self.isSettled(steps[place - 1].state)
    } ?? 0
  }

  /// Whether nobody has to act on it but a reviewer.
  private static func isSettled(_ state: FindingState) -> Bool {
    state == .gone || state == .closed || state == .waived
  }

  /// Its state when a round and what was said before the next were done; nil before it was found.
  package func state(afterRound number: Int) -> FindingState? {
    steps.last { $0.round <= number }?.state
  }

  /// Takes what a round saw.
  ///
  /// - Parameters:
  ///   - outcome: nil: it looked and did not find it.
  ///   - isFresh: whether it looked later than people last said something.
  mutating func take(_ outcome: Outcome?, of round: Round, isFresh: Bool) {
    let before = state
    let wasClosed = steps.contains { $0.state == .closed }
    state = before.after(outcome, isFresh: isFresh, wasClosed: wasClosed)
    let isThere = outcome == .fail || outcome == .undetermined
    isLagging = isThere && !isFresh && (before == .claimed || before == .closed)
    if state.isStreetsTurn, Self.isSettled(before) { due = nil }
    if state.isStreetsTurn, due == nil, isBinding { due = round.due }
    steps.append(Step(round: round.number, cause: .round(outcome), state: state))
  }

  /// Takes what somebody said; false where it cannot be said now.
  mutating func take(_ action: ReviewAction) -> Bool {
    guard refusal(of: action.kind, due: action.due) == nil, let next = state.after(action.kind) else { return false }
    if action.kind == .extend {
      extensions.append(Extension(action: action, before: due, step: steps.count))
      due = action.due
    } else {
      isLagging = false
    }
    state = next
    steps.append(Step(round: action.afterRound, cause: .action(action), state: next))
    return true
  }
}

internal import Audit
package import Diagnostics

/// Where a finding stands between its discovery and its closing (整改、复核、销号).
///
/// A round moves it by what the audit saw, people move it by what they say. Rows are the state before; a dash leaves it
/// as it is, a blank is refused.
///
/// |          | fails    | undetermined | waived | not found | claim   | close  | return   |
/// |----------|----------|--------------|--------|-----------|---------|--------|----------|
/// | open     | open     | –            | waived | gone      | claimed |        |          |
/// | claimed  | returned | –            | waived | gone      |         | closed | returned |
/// | gone     | open     | open         | waived | –         | –       | closed | returned |
/// | returned | –        | –            | waived | gone      | claimed |        |          |
/// | rebound  | –        | –            | waived | gone      | claimed |        |          |
/// | waived   | open     | open         | –      | gone      |         |        |          |
/// | closed   | rebound  | open         | waived | –         |         |        | returned |
///
/// - A finding that is not found any more is not closed by that: it waits for the reviewer (整改后未再发现，待复核).
/// - It was not looked for, and stays as it is, where its community has no readable inventory in the round, where the
///   zone of its rule was not surveyed, and where the standard of the round has no such rule.
/// - What people said is refuted by a later look only. In `claimed`, `closed` and (for what is not found) `returned`, a
///   round counts if the inventory was surveyed on or after the day of the action; without a date of survey, if it says
///   something else than in the round before the action. Else the inventory lags behind (台账尚未更新). What is about the
///   inventory itself is always looked at anew.
/// - Its deadline can be moved (延期) while it is the street's turn; that moves no state, and what was said before it is
///   refuted by the same looks as without it.
/// - Whatever led there: where the table says `open` for a failure, and the finding had been closed before, it is a
///   rebound.
package enum FindingState: String, Sendable, Hashable, CaseIterable {
  /// To be put right, or to be looked at where it is undetermined.
  case open
  /// The street says that it is done; a reviewer is to look.
  case claimed
  /// The last round that looked for it did not find it; a reviewer is to look.
  case gone
  /// A reviewer, or a later round, found that it is not done.
  case returned
  /// It is there again after it was closed (反弹).
  case rebound
  /// Excused by a waiver.
  case waived
  /// A reviewer found it done (销号).
  case closed

  /// What an office calls it.
  package var label: BilingualText {
    switch self {
    case .open: BilingualText(zh: "待整改", en: "open")
    case .claimed: BilingualText(zh: "已申报，待复核", en: "claimed, to be reviewed")
    case .gone: BilingualText(zh: "未再发现，待复核", en: "not found again, to be reviewed")
    case .returned: BilingualText(zh: "复核退回", en: "returned")
    case .rebound: BilingualText(zh: "反弹", en: "rebound")
    case .waived: BilingualText(zh: "已豁免", en: "waived")
    case .closed: BilingualText(zh: "已销号", en: "closed")
    }
  }

  /// Who has to act.
  package var isStreetsTurn: Bool { self == .open || self == .returned || self == .rebound }
  /// Whether a reviewer is to look.
  package var isReviewersTurn: Bool { self == .claimed || self == .gone }

  /// The state after a round; nil where a look of this round does not count.
  ///
  /// - Parameters:
  ///   - outcome: what the round saw; nil: it looked and did not find it.
  ///   - isFresh: whether it looked later than people last said something.
  ///   - wasClosed: whether the finding was closed before.
  func after(_ outcome: Outcome?, isFresh: Bool, wasClosed: Bool) -> FindingState {
    let again: FindingState = wasClosed ? .rebound : .open
    switch (self, outcome) {
    case (.closed, _) where !isFresh: return .closed
    case (.closed, .fail): return .rebound
    case (.closed, .undetermined): return .open
    case (.closed, nil), (.closed, .pass): return .closed
    case (_, .waived): return .waived
    case (.claimed, .fail): return isFresh ? .returned : .claimed
    case (.claimed, .undetermined): return .claimed
    case (.returned, nil), (.returned, .pass): return isFresh ? .gone : .returned
    case (_, nil), (_, .pass): return .gone
    case (.gone, .fail), (.waived, .fail): return again
    case (.gone, .undetermined), (.waived, .undetermined): return .open
    case (.open, .fail): return again
    case (.open, .undetermined), (.returned, _), (.rebound, _): return self
    }
  }

  /// The state after somebody said something; nil where that cannot be said now.
  func after(_ action: ReviewAction.Kind) -> FindingState? {
    switch (self, action) {
    case (.open, .claim), (.returned, .claim), (.rebound, .claim): .claimed
    case (.gone, .claim): .gone
    case (.claimed, .close), (.gone, .close): .closed
    case (.claimed, .return), (.gone, .return), (.closed, .return): .returned
    case (.open, .extend), (.returned, .extend), (.rebound, .extend): self
    default: nil
    }
  }

  /// What to do instead of an action that cannot be said now.
  func refusal(of action: ReviewAction.Kind) -> BilingualText {
    switch (self, action) {
    case (.waived, _):
      BilingualText(zh: "已豁免，不需要整改和复核", en: "it is waived: there is nothing to put right or to review")
    case (.closed, .claim), (.closed, .close), (.closed, .extend): BilingualText(zh: "已经销号", en: "it is closed already")
    case (.claimed, .claim):
      BilingualText(zh: "已经申报，等待复核", en: "it is claimed already and waits for a reviewer")
    case (_, .extend):
      BilingualText(
        zh: "正等待复核，没有整改时限要调整；复核退回后再延期",
        en: "it waits for a reviewer and has no deadline to move; extend it when it is returned")
    case (_, .close):
      BilingualText(
        zh: "最近一轮仍有这一问题，又没有申报整改：先由街道申报（campaign claim），再复核销号",
        en: "the last round still found it and nobody says it is done: the street claims first, then it is closed")
    default: BilingualText(zh: "还没有申报整改，不需要退回", en: "nobody said it is done: there is nothing to return")
    }
  }
}

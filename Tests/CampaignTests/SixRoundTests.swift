import Audit
import Campaign
import Diagnostics
import TestSupport
import Testing

@Suite("a campaign of six rounds")
struct SixRoundTests {
  let history = SixRounds.history

  private func course(_ rule: String, _ sign: String) throws -> FindingCourse {
    try #require(history.courses.first { $0.rule.id == rule && $0.finding.sign == sign })
  }

  private func states(_ course: FindingCourse) -> [FindingState?] { (1...6).map { course.state(afterRound: $0) } }

  @Test("audits what the rounds say")
  func rounds() {
    #expect(history.rounds.map { $0.communities.map(\.status) }[0] == [.noncompliant, .noncompliant, .compliant])
    #expect(history.rounds.map { $0.communities.count { !$0.isAudited } } == [0, 0, 0, 0, 0, 1])
    #expect(history.streets.map(\.name) == ["江畔街道", "柳林街道"])
  }

  @Test("closes what was taken down, and leaves it closed when its inventory cannot be read")
  func closed() throws {
    let course = try course("exterior.surplus", "W6")
    #expect(states(course) == [.open, .closed, .closed, .closed, .closed, .closed])
    #expect(course.steps.map(\.state) == [.open, .gone, .closed, .closed, .closed, .closed])
    #expect(course.due == Campaigns.day("2026-06-15"))
    #expect(course.review?.by == "王芳")
  }

  @Test("calls a rebound what is there again after closing, and lets no old inventory refute a claim")
  func rebound() throws {
    let course = try course("institution-board.off-wall", "N1")
    #expect(
      course.steps.map(\.state) == [.open, .open, .claimed, .gone, .closed, .rebound, .claimed, .claimed])
    #expect(course.rebounds == [4])
    #expect(course.isLagging)
    #expect(course.claim?.note == "再次移除")
    // The deadline of the first time is past; nobody set one since it came back.
    #expect(course.due == nil)
    #expect(course.review == nil)
  }

  @Test("does not take for gone what was not looked for")
  func uncovered() throws {
    let course = try course("award.off-wall", "N3")
    #expect(states(course) == [.open, .open, .open, .open, .gone, .gone])
    #expect(course.reappearances.isEmpty)
  }

  @Test("closes a wording that was corrected")
  func corrected() throws {
    #expect(states(try course("residents-committee.name", "W3")) == [.open, .open, .closed, .closed, .closed, .closed])
  }

  @Test("points out signs that come back, and tells them from signs that were replaced as they should be")
  func comebacks() {
    let found = history.walls.comebacks
    #expect(found.map(\.old.id) == ["W3", "W6", "N1", "W7"])
    #expect(found.map(\.new.id) == ["W13", "W7", "N1", "N2"])
    #expect(found.map(\.upIn) == [3, 3, 4, 4])
    #expect(found.map(\.downIn) == [3, 2, 3, 4])
    #expect(found.map(\.departure) == [.unlisted, .removed, .unlisted, .removed])
    #expect(found.map(\.manner) == [.renamed, .renamed, .putBack, .movedInside])
    #expect(found.map(\.conforms) == [true, false, false, false])
    #expect(found[1].rules == ["exterior.surplus"])
    #expect(found.allSatisfy { $0.likeness.isNotable && !$0.likeness.reasons.isEmpty })
    #expect(found[1].likeness.reasons.map(\.zh).contains("同一部门要求（区综治办）"))
  }

  @Test("counts what was taken down, kept and put up, only where both rounds looked")
  func comparison() throws {
    let comparison = try history.comparison(from: 1, to: 4)
    #expect(comparison.streets.map(\.street.name) == ["江畔街道", "柳林街道"])
    let first = comparison.streets[0].counts
    // 柳荫: W6 down, N2 up. 芦汀: W3 is not listed any more, W13 is new.
    #expect((first.communities, first.before, first.down, first.unlisted) == (2, 14, 2, 1))
    #expect((first.kept, first.up, first.after) == (12, 2, 14))
    let second = comparison.streets[1].counts
    #expect((second.before, second.down, second.kept, second.up) == (7, 0, 7, 0))
    #expect(comparison.total.before == 21)
    #expect(first.failures == first.settled + first.remaining)
    let last = try history.comparison(from: 5, to: 6)
    #expect(last.uncompared.compactMap(\.name) == ["柳荫社区"])
    #expect(throws: CampaignError.noRound(7, last: 6)) { _ = try history.comparison(from: 1, to: 7) }
  }

  @Test("counts every finding once, in every round")
  func progress() throws {
    for street in history.streets {
      let progress = history.progress(of: street.key)
      #expect(progress.map(\.round) == [1, 2, 3, 4, 5, 6])
      for round in progress {
        let known = history.courses(of: street.key).count { $0.firstSeen <= round.round }
        #expect(round.states.total == known)
      }
    }
    let progress = history.progress(of: history.streets[0].key)
    // It is claimed before the next round, so that no round ends with it.
    #expect(progress.map(\.rebounds) == [0, 0, 0, 1, 0, 0])
    #expect(progress.map(\.states.rebound) == [0, 0, 0, 0, 0, 0])
    #expect(progress.map(\.audited) == [2, 2, 2, 2, 2, 1])
    #expect(progress.map(\.unaudited) == [0, 0, 0, 0, 0, 1])
  }

  @Test("is late from the day after the deadline on")
  func overdue() {
    let history = Campaigns.history([.round(SixRounds.round(1))])
    #expect(history.deadlines(on: Campaigns.day("2026-06-15")).late.isEmpty)
    let late = history.deadlines(on: Campaigns.day("2026-06-16")).late
    #expect(late.contains { $0.rule.id == "exterior.surplus" })
    #expect(late.allSatisfy { $0.isBinding })
    let all = SixRounds.history
    #expect(all.deadlines(on: Campaigns.day("2026-07-01")).late.allSatisfy { $0.state.isStreetsTurn })
    #expect(all.deadlines(on: Campaigns.day("2026-07-01"), fallback: Campaigns.day("2026-06-30")).undated.isEmpty)
    #expect(Campaigns.day("2026-06-16").days(since: Campaigns.day("2024-02-28")) == 839)
    #expect(Campaigns.day("2026-01-01").days(since: Campaigns.day("2025-12-31")) == 1)
  }

  @Test("gives the same whatever else is between")
  func deterministic() {
    let again = CampaignHistory(rounds: history.rounds, actions: history.actions)
    #expect(again.courses == history.courses)
    #expect(again.walls.comebacks == history.walls.comebacks)
  }
}

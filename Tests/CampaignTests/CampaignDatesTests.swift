import Diagnostics
import Standard
import TestSupport
import Testing

@testable import Campaign

/// The days that actions may have, and the deadlines of rounds that are recorded again.
@Suite("the days of a campaign")
struct CampaignDatesTests {
  @Test("refuses days before the finding was known, after today, and reviews before what they review")
  func days() throws {
    let scratch = try Scratch()
    let store = try CampaignStore(scratch.database, for: .creating, wait: 5)
    for number in 1...2 { #expect(try store.record(SixRounds.round(number)) == .new(number)) }
    let board = SixRounds.fingerprint("institution-board.off-wall", "N1", in: 1)
    func say(_ kind: ReviewAction.Kind, _ day: String, due: String? = nil) -> String? {
      do {
        _ = try store.say(
          kind, of: [board], by: "王芳", on: Campaigns.day(day), note: nil, due: due.map(Campaigns.day),
          today: Campaigns.day("2026-06-08"))
        return nil
      } catch CampaignError.refused(let refusals) {
        return refusals.map(\.reason.zh).joined(separator: "；")
      } catch { return "\(error)" }
    }
    let early = "日期 2026-05-19 早于第 1 轮首次发现这一问题的日期（2026-05-20），请核对 --on"
    let late = "日期 2026-06-09 晚于今天（2026-06-08），请核对 --on"
    for (kind, due) in [(ReviewAction.Kind.claim, nil), (.extend, "2026-06-30")] {
      #expect(say(kind, "2026-05-19", due: due) == early)
      #expect(say(kind, "2026-06-09", due: due) == late)
    }
    #expect(try store.history().actions.isEmpty)
    // What was done between the rounds may be told later.
    #expect(say(.claim, "2026-05-25") == nil)
    for kind in [ReviewAction.Kind.close, .return] {
      #expect(say(kind, "2026-05-19") == early)
      #expect(say(kind, "2026-05-24") == "日期 2026-05-24 早于街道申报整改完成的日期（2026-05-25），请核对 --on")
      #expect(say(kind, "2026-06-09") == late)
    }
    #expect(say(.close, "2026-05-25") == nil)
  }

  @Test("stores another name or deadline of the last round, and says where a deadline stays")
  func changed() throws {
    let scratch = try Scratch()
    let store = try CampaignStore(scratch.database, for: .creating, wait: 5)
    let text = SixRounds.inventories(1)
    func record(_ name: String?, _ due: String?) throws -> CampaignStore.Recorded {
      try store.record(Campaigns.round(text, asOf: "2026-05-20", due: due, name: name))
    }
    #expect(try record(nil, nil) == .new(1))
    #expect(try record(nil, nil) == .known(1))
    #expect(try store.lastStandard()?.id == Trials.standard.id)
    let due = Campaigns.day("2026-06-30")
    #expect(try record("摸底", "2026-06-30") == .changed(1, .init(name: "摸底", due: due)))
    #expect(try record(nil, "2026-06-30") == .known(1))
    let round = try #require(try store.history().rounds.first)
    #expect(round.name == "摸底" && round.due == due)
    let board = SixRounds.fingerprint("institution-board.off-wall", "N1", in: 1)
    #expect(try store.history().courses.first { $0.fingerprint == board }?.due == due)
    let next = Campaigns.day("2026-07-10")
    #expect(try record(nil, "2026-07-10") == .changed(1, .init(due: next, dueBefore: "2026-06-30")))
    // Once a single deadline was moved, it was moved from what the round's was.
    let day = Campaigns.day("2026-05-25")
    _ = try store.say(
      .extend, of: [board], by: "区专项办", on: day, note: "等待制作", due: Campaigns.day("2026-07-31"), today: day)
    #expect(throws: CampaignError.fixedDue(number: 1, due: "2026-07-10")) { _ = try record("初查", "2026-07-31") }
    #expect(try record("初查", nil) == .changed(1, .init(name: "初查")))
    #expect(try store.record(SixRounds.round(2)) == .new(2))
    #expect(throws: CampaignError.fixedDue(number: 1, due: "2026-07-10")) { _ = try record(nil, "2026-07-31") }
    #expect(try store.history().courses.first { $0.fingerprint == board }?.extensions.first?.before == next)
  }
}

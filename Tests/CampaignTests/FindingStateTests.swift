import Audit
import Diagnostics
import Inventory
import TestSupport
import Testing

@testable import Campaign

@Suite("the states of a finding")
struct FindingStateTests {
  private static let outcomes: [Outcome?] = [.fail, .undetermined, .waived, nil]

  /// The table in the documentation of `FindingState`, row by row: what rounds do, then what people do.
  private static let table: [(FindingState, rounds: [FindingState], actions: [FindingState?])] = [
    (.open, [.open, .open, .waived, .gone], [.claimed, nil, nil, .open]),
    (.claimed, [.returned, .claimed, .waived, .gone], [nil, .closed, .returned, nil]),
    (.gone, [.open, .open, .waived, .gone], [.gone, .closed, .returned, nil]),
    (.returned, [.returned, .returned, .waived, .gone], [.claimed, nil, nil, .returned]),
    (.rebound, [.rebound, .rebound, .waived, .gone], [.claimed, nil, nil, .rebound]),
    (.waived, [.open, .open, .waived, .gone], [nil, nil, nil, nil]),
    (.closed, [.rebound, .open, .waived, .closed], [nil, nil, .returned, nil]),
  ]

  @Test("follow the table")
  func transitions() {
    #expect(Self.table.map(\.0).count == FindingState.allCases.count)
    for (state, rounds, actions) in Self.table {
      #expect(Self.outcomes.map { state.after($0, isFresh: true, wasClosed: false) } == rounds, "\(state)")
      #expect(ReviewAction.Kind.allCases.map { state.after($0) } == actions, "\(state)")
    }
  }

  @Test("keep what people said against an older look")
  func stale() {
    for outcome in [Outcome.fail, .undetermined, nil] {
      #expect(FindingState.closed.after(outcome, isFresh: false, wasClosed: true) == .closed)
    }
    #expect(FindingState.claimed.after(.fail, isFresh: false, wasClosed: false) == .claimed)
    #expect(FindingState.returned.after(nil, isFresh: false, wasClosed: false) == .returned)
  }

  @Test("are a rebound wherever a failure follows a closing")
  func rebounds() {
    for state in [FindingState.open, .gone, .waived, .closed] {
      #expect(state.after(.fail, isFresh: true, wasClosed: true) == .rebound)
    }
  }

  private static let finding = "{id: W6, text: 平安建设工作站, kind: other, place: facade, mounting: hung, demanded_by: none}"

  private static func round(_ signs: [String], _ day: String, surveyed: String? = nil) -> Campaigns.Event {
    .round(Campaigns.round(Campaigns.inventory("柳荫社区", surveyed: surveyed, signs), asOf: day))
  }

  private static func surplus(_ events: [Campaigns.Event]) -> FindingCourse? {
    Campaigns.history(events).courses.first { $0.rule.id == "exterior.surplus" }
  }

  private static func act(_ kind: ReviewAction.Kind, _ day: String) throws -> Campaigns.Event {
    let course = try #require(surplus([round([finding], "2026-05-01")]))
    return .action(ReviewAction(kind, course.fingerprint, by: "王芳", on: Campaigns.day(day)))
  }

  @Test("go by what the inventory says where it has no date of survey")
  func undated() throws {
    let before: [Campaigns.Event] = [
      Self.round([Self.finding], "2026-05-01"), try Self.act(.claim, "2026-05-02"), try Self.act(.close, "2026-05-03"),
    ]
    let same = try #require(Self.surplus(before + [Self.round([Self.finding], "2026-05-10")]))
    #expect(same.state == .closed)
    #expect(same.isLagging)
    let note = "{id: N9, kind: public-guide, text: 便民提示, place: hall, demanded_by: none}"
    let changed = try #require(Self.surplus(before + [Self.round([Self.finding, note], "2026-05-10")]))
    #expect(changed.state == .rebound)
    #expect(!changed.isLagging)
  }

  @Test("go by the day of the survey where there is one")
  func dated() throws {
    let before: [Campaigns.Event] = [
      Self.round([Self.finding], "2026-05-01"), try Self.act(.claim, "2026-05-02"), try Self.act(.close, "2026-05-03"),
    ]
    for (day, state) in [("2026-05-02", FindingState.closed), ("2026-05-03", .rebound), ("2026-05-04", .rebound)] {
      let course = try #require(Self.surplus(before + [Self.round([Self.finding], "2026-05-10", surveyed: day)]))
      #expect(course.state == state)
    }
  }

  @Test("are refuted by the same looks, whether a deadline was moved or not")
  func extended() throws {
    let returned: [Campaigns.Event] = [
      Self.round([Self.finding], "2026-05-01"), try Self.act(.claim, "2026-05-02"), try Self.act(.return, "2026-05-03"),
    ]
    let extended = returned + [try Self.act(.extend, "2026-05-20")]
    for surveyed in ["2026-05-02", "2026-05-04", nil] {
      let round = Self.round([], "2026-05-25", surveyed: surveyed)
      let plain = try #require(Self.surplus(returned + [round]))
      let moved = try #require(Self.surplus(extended + [round]))
      #expect(plain.state == moved.state && plain.isLagging == moved.isLagging)
      #expect(moved.state == (surveyed == "2026-05-02" ? .returned : .gone))
    }
  }

  @Test("say what is there again without having been closed")
  func reappeared() throws {
    let course = try #require(
      Self.surplus([
        Self.round([Self.finding], "2026-05-01"), Self.round([], "2026-05-10"),
        Self.round([Self.finding], "2026-05-20"),
      ]))
    #expect(course.steps.map(\.state) == [.open, .gone, .open])
    #expect(course.reappearances == [3])
    #expect(course.rebounds.isEmpty)
  }

  @Test("let a reviewer return what the street claimed, and what was closed by mistake")
  func returned() throws {
    let events: [Campaigns.Event] = [
      Self.round([Self.finding], "2026-05-01"), try Self.act(.claim, "2026-05-02"), try Self.act(.return, "2026-05-03"),
      try Self.act(.claim, "2026-05-04"), try Self.act(.close, "2026-05-05"), try Self.act(.return, "2026-05-06"),
    ]
    let course = try #require(Self.surplus(events))
    #expect(course.steps.map(\.state) == [.open, .claimed, .returned, .claimed, .closed, .returned])
    #expect(course.review?.kind == .return)
    // A reviewer's word stands until somebody has looked again.
    #expect(Self.surplus(events + [Self.round([Self.finding], "2026-05-10")])?.state == .returned)
    #expect(Self.surplus(events + [Self.round([], "2026-05-10", surveyed: "2026-05-05")])?.state == .returned)
    #expect(Self.surplus(events + [Self.round([], "2026-05-10", surveyed: "2026-05-07")])?.state == .gone)
  }
}

@Suite("the likeness of signs")
struct LikenessTests {
  private func sign(_ text: String?, kind: String = "other", place: String = "facade", zone: Zone = .exterior)
    -> RoundSign
  {
    RoundSign(
      id: text ?? "–", kind: RoundWord(id: kind, label: BilingualText(zh: kind, en: kind)), text: text,
      place: RoundWord(id: place, label: BilingualText(zh: place, en: place)), zone: zone, room: nil, isRemoved: false,
      demandedBy: [])
  }

  /// Wordings as a district has them.
  private let comparer = WordingComparer([
    "平安建设工作站", "平安建设服务站", "综治工作站", "禁毒工作站", "退役军人服务站", "志愿服务站", "学雷锋志愿服务站", "便民服务站", "文明实践站",
    "人民调解委员会", "物业管理委员会", "应急管理工作站", "安全生产办公室", "信访接待室", "妇女儿童之家", "社区警务室", "消防工作站", "科普工作站",
  ])

  private func likeness(_ old: RoundSign, _ new: RoundSign) -> Likeness {
    comparer.likeness(old, new, without: ["柳荫社区", "江畔街道", "临江区"])
  }

  @Test("sees through a new ending, a longer name, another place, other widths and the community's name")
  func alike() {
    for (old, new) in [
      ("平安建设工作站", "平安建设服务站"), ("志愿服务站", "学雷锋志愿服务站"), ("安全生产办公室", "安全生产工作站"), ("柳荫社区禁毒工作站", "禁毒 工作站"),
      ("ＡＢ工作室", "AB工作室"),
    ] {
      #expect(likeness(sign(old), sign(new)).isNotable, "\(old) \(new)")
    }
    #expect(likeness(sign("禁毒工作站"), sign("禁毒工作站", kind: "door-plaque", place: "room-door", zone: .interior)).isNotable)
  }

  @Test("does not take common words for likeness, nor a common place")
  func unlike() {
    for (old, new) in [
      ("综治工作站", "禁毒工作站"), ("退役军人服务站", "便民服务站"), ("人民调解委员会", "物业管理委员会"), ("柳荫社区综治工作站", "柳荫社区科普工作站"),
      ("信访接待室", "消防工作站"),
    ] {
      #expect(!likeness(sign(old), sign(new)).isNotable, "\(old) \(new)")
    }
    #expect(!likeness(sign(nil), sign(nil)).isNotable)
    #expect(!likeness(sign(""), sign("")).isNotable)
  }

  @Test("is the same both ways, from 0 to 1")
  func symmetric() {
    for (old, new) in [("平安建设工作站", "平安建设服务站"), ("", "便民服务站"), ("综治工作站", "综治工作站")] {
      let there = likeness(sign(old), sign(new))
      #expect(there.score == likeness(sign(new), sign(old)).score)
      #expect((0...1).contains(there.score))
    }
    #expect(likeness(sign("综治工作站"), sign("综治工作站")).score == 1)
  }
}

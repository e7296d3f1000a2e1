import Diagnostics
import Inventory
import Standard
import TestSupport
import Testing

@testable import Audit
@testable import SpotCheck

/// Drawing samples.
@Suite("A sample")
struct SampleTests {
  static let day = Trials.day

  static func community(_ name: String, open: Int = 0, surveyed: String? = "2026-05-20") -> CommunityReport {
    let finding = Finding(
      rule: 0, outcome: .undetermined, severity: .error, sign: nil, subject: nil, message: "", remedy: "",
      expected: nil,
      actual: nil, demandedBy: [], location: SourceLocation(file: "a", range: SourceRange(at: .start)), related: [],
      waiver: nil, fingerprint: "", action: nil, about: .community)
    return CommunityReport(
      district: "临江区", street: "江畔街道", name: name, facility: nil, code: nil, source: "a", surveyedOn: surveyed,
      surveyedBy: nil, status: .compliant, findings: Array(repeating: finding, count: open), diagnostics: [],
      signs: SignCount(), lines: [:])
  }

  static func report(_ streets: [(String, [CommunityReport])]) -> AuditReport {
    AuditReport(
      standard: Trials.standard.summary, rules: [], asOf: "2026-05-20", language: .zh, summary: Summary(),
      streets: streets.map {
        StreetReport(district: "临江区", street: $0.0, summary: Summary(), communities: $0.1)
      }, unreadable: [], departments: [], diagnostics: [])
  }

  static func draw(_ report: AuditReport, _ perStreet: Int, seed: UInt64, _ history: VisitHistory = .init()) -> Sample {
    Sampler(history: history, asOf: day, shortNames: Trials.standard.vocabulary.words.shortNames)
      .draw(report, perStreet: perStreet, seed: seed)
  }

  @Test("comes from the published numbers of SplitMix64")
  func generator() {
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
    var bounded = SplitMix64(seed: 9)
    #expect((0..<1000).allSatisfy { _ in bounded.next(below: 7) < 7 })
  }

  @Test("is the same from the same seed, whatever the order of the input and whatever other streets there are")
  func reproducible() {
    let names = (0..<20).map { "社区\($0)" }
    let communities = names.map { Self.community($0) }
    let first = Self.draw(Self.report([("江畔街道", communities)]), 5, seed: 42)
    #expect(first.streets[0].communities.count == 5)
    let again = Self.draw(Self.report([("东山街道", []), ("江畔街道", communities.reversed())]), 5, seed: 42)
    #expect(Set(again.streets[1].communities.map(\.name)) == Set(first.streets[0].communities.map(\.name)))
    #expect(again.streets[0].communities.isEmpty)
    let other = (0..<20).map { Self.draw(Self.report([("江畔街道", communities)]), 5, seed: $0).streets[0].communities }
    #expect(Set(other.map { $0.map(\.name) }).count > 10)
    // In the order of the report, never in that of drawing.
    let order = first.streets[0].communities.compactMap { names.firstIndex(of: $0.name) }
    #expect(order == order.sorted())
  }

  @Test("draws all where there are not more, and none twice")
  func all() {
    let communities = (0..<3).map { Self.community("社区\($0)") }
    let sample = Self.draw(Self.report([("江畔街道", communities)]), 5, seed: 1)
    #expect(sample.streets[0].communities.map(\.name) == ["社区0", "社区1", "社区2"])
    #expect(sample.streets[0].communities.allSatisfy { $0.weightOfStreet == 30 && $0.weight == 10 })
  }

  @Test("draws a community that has a second inventory once")
  func duplicates() {
    var second = Self.community("社区0", open: 3)
    second.source = "b"
    var broken = Self.community("社区1")
    broken.status = .unreadable
    var facility = Self.community("社区1")
    facility.facility = "二号楼"
    let communities = [Self.community("社区0"), broken, second, Self.community("社区1"), facility]
    let street = Self.draw(Self.report([("江畔街道", communities)]), 5, seed: 1).streets[0]
    #expect(street.total == 3)
    #expect(street.communities.map(\.name) == ["社区0", "社区1", "社区1"])
    #expect(street.communities.map(\.facility) == [nil, nil, "二号楼"])
    #expect(street.communities.allSatisfy { $0.source == "a" && $0.weight == 10 })
  }

  @Test("favours what is to be verified, failed before or was not visited for long, and says so")
  func weights() {
    var history = VisitHistory()
    let shortNames = Trials.standard.vocabulary.words.shortNames
    history[PlaceKey(district: "临江区", street: "江畔街道", community: "丙社区", shortNames)] = Visit(
      last: CalendarDate("2026-05-19".utf8), failures: 3)
    let communities = [
      Self.community("甲社区"), Self.community("乙社区", open: 4), Self.community("丙社区", surveyed: nil),
      Self.community("丁社区", surveyed: "2026-02-19"), Self.community("戊社区", open: 30, surveyed: nil),
    ]
    let report = Self.report([("江畔街道", communities)])
    let sample = Self.draw(report, 5, seed: 3, history)
    #expect(sample.streets[0].communities.map(\.weight) == [10, 18, 16, 13, 42])
    #expect(
      sample.streets[0].communities.map { $0.reasons.map(\.zh) } == [
        [], ["4 项待核实"], ["以往 3 项不符合"], ["90 天没有去看过"], ["30 项待核实", "没有到访记录"],
      ])
    var drawn = [Int](repeating: 0, count: 5)
    for seed in 0..<2000 {
      guard let name = Self.draw(report, 1, seed: UInt64(seed), history).streets[0].communities.first?.name,
        let index = communities.firstIndex(where: { $0.name == name })
      else { continue }
      drawn[index] += 1
    }
    // As often as the weights say, within a tenth of all draws.
    for (count, weight) in zip(drawn, [10, 18, 16, 13, 42]) { #expect(abs(count * 99 - weight * 2000) < 2000 * 10) }
  }

  @Test("reads visits from a file, and names what is wrong in it")
  func history() {
    let text = """
      visits: 1
      entries:
        - {district: 临江区, street: 江畔街道办事处, community: 柳荫居委会, last: 2026-03-01, failures: 2}
        - {区: 临江区, 街道: 江畔街道, 社区: 乙社区, 上次到访: 2026-02-30, 不符合项: x}
        - {district: 临江区, street: 江畔街道}
        - {distrct: 临江区, street: 江畔街道, community: 丙社区}
      """
    let shortNames = Trials.standard.vocabulary.words.shortNames
    var history = VisitHistory()
    let said = Documents.first(text) { history.read($0, shortNames, &$1) }
    #expect(said.map { $0.location?.range.start.line } == [4, 4, 5, 6, 6])
    let place = PlaceKey(district: "临江区", street: "江畔街道", community: "柳荫社区", shortNames)
    #expect(history[place] == Visit(last: CalendarDate("2026-03-01".utf8), failures: 2))
  }

  @Test("counts days as the calendar does")
  func days() {
    func number(_ text: String) -> Int { CalendarDate(text.utf8)?.dayNumber ?? 0 }
    #expect(number("2026-03-01") - number("2026-02-28") == 1)
    #expect(number("2024-03-01") - number("2024-02-28") == 2)
    #expect(number("2027-01-01") - number("2026-01-01") == 365)
    #expect(number("2101-01-01") - number("2100-01-01") == 365)
    #expect(number("2001-01-01") - number("2000-01-01") == 366)
  }
}

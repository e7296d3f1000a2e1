import Diagnostics
import Reports
import Standard
import StandardTools
import TestSupport
import Testing

@Suite("rules test")
struct RuleTestTests {
  static let embedded = StandardTest.run(Trials.standard, directory: EmbeddedStandard.directory)

  @Test("shows that every rule of the embedded standard notices what breaks it, and no unrelated one")
  func embedded() {
    let report = Self.embedded
    #expect(report.isSuccess)
    #expect(report.compliant == .declared("Rules/huangshigang/compliant.yaml"))
    #expect(report.rules.count == Trials.standard.rules.count)
    for rule in report.rules { #expect(rule.mutation?.change != nil, "\(rule.id)") }
    #expect(report.cases.count == 2)
  }

  static func run(_ standard: Standard) -> RuleTestReport { StandardTest.run(standard, directory: "S") }

  @Test("makes a compliant inventory of the examples where none is declared")
  func derived() throws {
    let report = Self.run(try TestStandard.load())
    #expect(report.isSuccess)
    guard case .derived(let signs, let rules) = report.compliant else {
      Issue.record("not derived: \(report.compliant)")
      return
    }
    #expect(signs >= 1)
    #expect(rules >= 4)
    let changes = Dictionary(
      report.rules.map { ($0.id, $0.mutation?.change?.en ?? "") }, uniquingKeysWith: { first, _ in first })
    #expect(changes["plate.count"]?.hasPrefix("remove sign") == true)
    #expect(changes["plate.colour"]?.contains("`background`") == true)
    #expect(report.rules.first { $0.id == "sign.placed" }?.mutation?.isFailure == false)
  }

  @Test("reports a rule that nothing can break as vacuous")
  func vacuous() throws {
    let rule = TestStandard.rule(
      "never.fails",
      check: "{each: {of: signs, where: {all: [{kind: banner}, {kind: gate-plate}]}, require: {background: red}}}",
      pass: "[]", fail: "[]")
    let report = Self.run(try TestStandard.load(TestStandard.rules + [rule]))
    #expect(!report.isSuccess)
    #expect(!report.isBroken)
    #expect(report.rules.filter { $0.mutation?.isVacuous == true }.map(\.id) == ["never.fails"])
    // Its failing example does not hold either, and that is reported at the example.
    #expect(report.rules.last?.examples.map(\.problems.isEmpty) == [false, false])
  }

  @Test("reports an unrelated rule that notices")
  func unrelated() throws {
    // A count of functions has nothing to do with the plate at the door.
    let rule = TestStandard.rule(
      "function.count", check: "{count: {of: functions, at_least: 1}}", zone: nil, pass: "[]", fail: "[]")
    let standard = try TestStandard.load(TestStandard.rules + [rule])
    let relation = RuleRelation(standard)
    let mutant = Mutant.none
    #expect(relation.reason(6, [], 0, [], mutant) == nil)
    #expect(relation.reason(1, [], 0, [], mutant) == .words([BilingualText(zh: "门牌匾", en: "gate plate")]))
  }

  @Test("refuses a declared inventory that is not compliant, with each finding at its line")
  func declared() throws {
    let compliant = """
      community: {district: 临江区, street: 江畔街道, name: 柳荫社区}
      signs:
        - {id: A, kind: gate-plate, place: door, text: 柳荫社区居民委员会, background: red}

      """
    let standard = try TestStandard.load(
      head: TestStandard.head + "compliant: good.yaml\n", more: [("good.yaml", compliant)])
    let report = Self.run(standard)
    #expect(!report.isBroken && !report.isSuccess)
    guard case .wrong(let problems) = report.compliant else {
      Issue.record("taken: \(report.compliant)")
      return
    }
    #expect(problems.map { $0.location?.file } == ["S/good.yaml"])
    #expect(problems.map { $0.location?.range.start.line } == [3])
    let right = compliant.replacing("background: red", with: "background: white")
    let good = try TestStandard.load(
      head: TestStandard.head + "compliant: good.yaml\n", more: [("good.yaml", right)])
    #expect(Self.run(good).isSuccess)
  }

  @Test("writes JUnit with a case for each example, mutant and file")
  func junit() {
    let text = String(decoding: RuleTestJUnit.render(Self.embedded, language: .zh), as: UTF8.self)
    let examples = Trials.standard.rules.reduce(0) { $0 + $1.examples.count }
    let tests = examples + Trials.standard.rules.count + 2
    #expect(text.contains("<testsuites name=\"huangshigang\" tests=\"\(tests)\" failures=\"0\">"))
    #expect(!text.contains("<failure"))
  }

  // MARK: Cases

  static func cases(_ text: String) throws -> RuleTestReport.CaseTest {
    CaseRunner.run(
      StandardSource(path: "cases/a.yaml", bytes: Array(text.utf8)), file: "S/cases/a.yaml", try TestStandard.load())
  }

  @Test("meets expectations behind a line and before one, and knows a comment from a text")
  func expectations() throws {
    let test = try Self.cases(
      """
      community: {district: 临江区, street: 江畔街道, name: 柳荫社区}
      signs:
        - id: A
          kind: gate-plate
          place: door
          text: "柳荫社区居民委员会 # expect: nothing.here fail"  # expect: plate.name fail A
          background: red  # expect: plate.colour fail
        # a remark
        # expect: banner.none fail
        - {id: B, kind: banner, place: door}

      """)
    #expect(test.problems.map(\.message.en) == [])
    #expect(test.expectations == 3)
    #expect(test.inventories == 1)
  }

  @Test("reports what nobody expected and what did not come, at their lines")
  func unmet() throws {
    let test = try Self.cases(
      """
      community: {district: 临江区, street: 江畔街道, name: 柳荫社区}
      signs:
        - {id: A, kind: gate-plate, place: door, text: 柳荫社区居民委员会, background: white} # expect: plate.colour fail
        - {id: B, kind: banner, place: door}

      """)
    #expect(test.problems.map { $0.location?.range.start.line } == [3, 4])
    #expect(!test.isUnreadable)
  }

  @Test(
    "says what differs where a rule comes out otherwise than expected, once and as it is to be written",
    arguments: [
      ("plate.colour undetermined A", "结果与预期不同：预期 plate.colour undetermined A，实际 plate.colour fail A："),
      ("plate.colour fail Z", "结果与预期不同：预期 plate.colour fail Z，实际 plate.colour fail A："),
    ])
  func different(_ written: String, _ says: String) throws {
    let test = try Self.cases(
      """
      community: {district: 临江区, street: 江畔街道, name: 柳荫社区}
      signs:
        - id: A
          kind: gate-plate
          place: door
          text: 柳荫社区居民委员会
          background: red # expect: \(written)

      """)
    #expect(test.problems.count == 1)
    #expect(test.problems.first?.message.zh.hasPrefix(says) == true)
    #expect(test.problems.first?.help?.zh == "规则没错的，改为 # expect: plate.colour fail A")
  }

  @Test(
    "takes no comment that was meant as an expectation for another one",
    arguments: [
      ("# expect：plate.count fail", "半角冒号"), ("# expct: plate.count fail", "# expect:"),
      ("# 预期: plate.count fail", "# expect:"), ("# expect: plate.count fail；banner.none fail", "半角分号"),
    ])
  func misspelt(_ comment: String, _ advises: String) throws {
    let test = try Self.cases("signs: [] \(comment)\n")
    #expect(test.isUnreadable)
    #expect(test.problems.count == 1)
    #expect(test.problems.first?.help?.zh.contains(advises) == true)
    #expect(try Self.cases("signs: [] # expect: plate.count fail\n# expected by: the office\n").problems == [])
  }

  @Test(
    "cannot read unknown rules, other words and broken inventories",
    arguments: [
      "signs: [] # expect: plate.cuont fail\n", "signs: [] # expect: plate.count wrong\n", "signs: [] # expect:\n",
      "sings: []\n", "# nothing\n", "- a\n",
    ])
  func unreadable(_ text: String) throws {
    let test = try Self.cases(text)
    #expect(test.isUnreadable)
    #expect(test.problems.allSatisfy { $0.location != nil })
    #expect(!test.problems.isEmpty)
  }
}

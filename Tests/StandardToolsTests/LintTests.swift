import Diagnostics
import Standard
import StandardTools
import TestSupport
import Testing

@Suite("rules check")
struct LintTests {
  /// The checks that find something, with the line they point at.
  static func found(_ standard: Standard) -> [String] {
    StandardLint.run(standard).filter { $0.check != .unusedWord }.map { problem in
      "\(problem.check.rawValue) \(problem.diagnostic.location?.file ?? "–"):\(problem.diagnostic.location?.range.start.line ?? 0)"
    }
  }

  static func checks(_ standard: Standard) -> [LintCheck] {
    StandardLint.run(standard).map(\.check).filter { $0 != .unusedWord }
  }

  @Test("finds nothing wrong in the embedded standard, nor in the small one")
  func sound() throws {
    #expect(Self.found(Trials.standard) == [])
    #expect(Self.found(try TestStandard.load()) == [])
  }

  @Test("names words that no rule speaks of, as a note")
  func unusedWords() throws {
    func notes(_ word: String) throws -> [LintProblem] {
      let vocabulary = TestStandard.vocabulary.replacing("  places:", with: "    - \(word)\n  places:")
      return StandardLint.run(try TestStandard.load(vocabulary: vocabulary)).filter { $0.check == .unusedWord }
    }
    // Places and colours are there to be recorded.
    #expect(StandardLint.run(try TestStandard.load()).allSatisfy { $0.check != .unusedWord })
    let found = try notes("{word: flag, zh: 旗, en: flag}")
    #expect(found.map(\.diagnostic.message.en) == ["no rule speaks of these words of `kinds`: flag"])
    #expect(found.map(\.diagnostic.severity) == [.note])
    #expect(try notes("{word: flag, zh: 旗, en: flag, in_scope: no}").isEmpty)
    #expect(try notes("{word: flag, zh: 旗, en: flag, recognised_by: {ends: [旗]}}").isEmpty)
  }

  @Test("says what belongs together once")
  func once() throws {
    func said(_ rules: [String]) throws -> [String] {
      StandardLint.run(try TestStandard.load(rules), withExamples: true).filter { $0.diagnostic.severity == .error }
        .map(\.diagnostic.message.zh)
    }
    func yielding(_ rule: String, _ other: String) -> String {
      rule.replacing("    examples:", with: "    yields_to: [\(other)]\n    examples:")
    }
    let rest = TestStandard.rules.dropFirst(2)
    #expect(
      try said(
        [yielding(TestStandard.count, "plate.colour"), yielding(TestStandard.colour, "plate.count")] + rest)
        == ["规则 plate.count 和 plate.colour 的 yields_to 互相指着，同一块牌谁也不报"])
    let ban = TestStandard.rule(
      "plate.none", check: "{none: {of: signs, where: {kind: gate-plate}}}", modality: "must-not", pass: "[]",
      fail: TestStandard.plate)
    #expect(
      try said(TestStandard.rules + [ban]) == ["规则 plate.count 要求至少1块，规则 plate.none 却不准有，没有台账能同时符合"])
    let village = TestStandard.rule(
      "plate.village", check: "{count: {of: signs, where: {kind: gate-plate}, at_most: 3}}",
      more: "when: {all: [{community: {type: community}}, {not: {community: {type: community}}}]}", pass: "[]",
      fail: "[]")
    #expect(try said(TestStandard.rules + [village]).isEmpty == false)
  }

  @Test("what an elevation has against a wrong rule follows from that")
  func elevation() throws {
    let two = TestStandard.rule(
      "plate.two", check: "{count: {of: signs, where: {kind: gate-plate}, at_least: 2}}",
      pass: "[{id: A, kind: gate-plate, place: door}, {id: B, kind: gate-plate, place: door}]", fail: "[]")
    let norm = "elevation: {signs: [{kind: gate-plate, place: door}]}\n"
    let head = TestStandard.head.replacing("rules.yaml]", with: "rules.yaml, elevation.yaml]")
    var loader = StandardLoader(
      TestStandard.sources(TestStandard.rules + [two], head: head, more: [("elevation.yaml", norm)]), directory: "S")
    #expect(loader.load() == nil)
    #expect(loader.diagnostics.map(\.message.zh) == ["规则 plate.two 要求至少2块，示意图画了1块"])
    let standard = try #require(loader.withWrongElevation)
    let said = StandardLint.run(standard, withExamples: true, reading: loader.diagnostics)
    #expect(
      said.map(\.diagnostic.message.zh) == ["规则 plate.two 要求至少2块，规则 plate.count 最多只准1块，没有台账能同时符合"])
  }

  @Test("what the reader warns of is counted")
  func readerWarnings() throws {
    let warning = Diagnostic(.warning, BilingualText(zh: "警", en: "warn"))
    let said = StandardLint.run(try TestStandard.load(), reading: [warning])
    #expect(said.map(\.check) == [.readerWarning])
  }

  /// A rule that is added to the small standard, and the check that finds it.
  static let broken: [(name: String, rule: String, check: LintCheck)] = [
    (
      "a wider count of the same signs",
      TestStandard.rule(
        "plate.some", check: "{count: {of: signs, where: {kind: [门牌匾]}, at_least: 1}}", pass: TestStandard.plate,
        fail: "[]"), .shadowedRule
    ),
    (
      "a condition that asks for less",
      TestStandard.rule(
        "plate.pale",
        check: "{each: {of: signs, where: {kind: gate-plate}, require: {background: [white, red]}}}",
        pass: "[{id: A, kind: gate-plate, place: door, background: white}]",
        fail: "[{id: A, kind: gate-plate, place: door, background: white}]"), .shadowedRule
    ),
    (
      "a narrower ban",
      TestStandard.rule(
        "banner.door", check: "{none: {of: signs, where: {kind: banner, place: door}}}", pass: "[]", fail: "[]"),
      .shadowedRule
    ),
    (
      "a total above the sum of what is allowed",
      TestStandard.rule(
        "all.many", check: "{count: {of: signs, where: {kind: [gate-plate, banner]}, at_least: 3}}", pass: "[]",
        fail: "[]"), .contradiction
    ),
    (
      "a ban on what must be there",
      TestStandard.rule(
        "all.none", check: "{none: {of: signs, where: {kind: [gate-plate, banner]}}}", pass: "[]", fail: "[]"),
      .contradiction
    ),
    (
      "two colours for one sign",
      TestStandard.rule(
        "plate.red", check: "{each: {of: signs, where: {kind: gate-plate}, require: {background: red}}}", pass: "[]",
        fail: "[]"), .contradiction
    ),
    (
      "two wordings for one sign",
      TestStandard.rule(
        "plate.other", check: "{wording: {where: {kind: gate-plate}, equals: [另一种]}}", pass: "[]", fail: "[]"),
      .contradiction
    ),
    (
      "two kinds at once",
      TestStandard.rule(
        "none.both", check: "{none: {of: signs, where: {all: [{kind: banner}, {kind: gate-plate}]}}}", pass: "[]",
        fail: "[]"), .emptySelection
    ),
    (
      "a place of the other zone",
      TestStandard.rule(
        "hall.outside", check: "{count: {of: signs, where: {place: hall}, at_most: 1}}", pass: "[]", fail: "[]"),
      .emptySelection
    ),
    (
      "a text that is not translated",
      TestStandard.rule(
        "x.text", check: "{count: {of: signs, where: {place: door}, at_most: 9}}",
        message: "{zh: 太多了, en: 太多了}", pass: "[]", fail: "[]"), .missingTranslation
    ),
    (
      "Chinese that is English",
      TestStandard.rule(
        "x.text", check: "{count: {of: signs, where: {place: door}, at_most: 9}}",
        message: "{zh: Too many of them, en: Too many}", pass: "[]", fail: "[]"), .missingTranslation
    ),
    (
      "no clause",
      TestStandard.rule(
        "x.clause", check: "{count: {of: signs, where: {place: door}, at_most: 9}}", clauses: "[]", pass: "[]",
        fail: "[]"), .missingClause
    ),
    (
      "a placeholder with a space in it",
      TestStandard.rule(
        "x.slot", check: "{wording: {where: {kind: banner}, equals: [\"{ community }欢迎您\"]}}", pass: "[]", fail: "[]"),
      .unfillablePlaceholder
    ),
    (
      "a placeholder in full-width braces, in a message",
      TestStandard.rule(
        "x.slot", check: "{count: {of: signs, where: {place: door}, at_most: 9}}",
        message: "{zh: \"｛expected｝块\", en: \"at most {expected}\"}", pass: "[]", fail: "[]"), .unfillablePlaceholder
    ),
    (
      "a text for what never happens",
      TestStandard.rule(
        "x.reason", check: "{count: {of: signs, where: {place: door}, at_most: 9}}",
        message: "{too_few: {zh: 太少, en: Too few}, too_many: {zh: 太多, en: Too many}}", pass: "[]", fail: "[]"),
      .unusedText
    ),
    (
      "a slot in one language",
      TestStandard.rule(
        "x.slots", check: "{count: {of: signs, where: {place: door}, at_most: 9}}",
        message: "{zh: \"超过{expected}块\", en: Too many}", pass: "[]", fail: "[]"), .unequalSlots
    ),
    (
      "two sizes for one sign",
      TestStandard.rule(
        "plate.wide",
        check: "{each: {of: signs, where: {kind: banner}, require: {size: {unit: cm, width: {exactly: 300}}}}}",
        pass: "[]", fail: "[]")
        + TestStandard.rule(
          "plate.narrow",
          check: "{each: {of: signs, where: {kind: banner}, require: {size: {unit: mm, width: {at_most: 2000}}}}}",
          pass: "[]", fail: "[]"), .contradiction
    ),
    (
      "two materials for one sign",
      TestStandard.rule(
        "plate.wood", check: "{each: {of: signs, where: {kind: banner}, require: {material: [木, 竹]}}}", pass: "[]",
        fail: "[]")
        + TestStandard.rule(
          "plate.brass", check: "{each: {of: signs, where: {kind: banner}, require: {material: 铜}}}", pass: "[]",
          fail: "[]"), .contradiction
    ),
    (
      "a case behind one that takes its communities",
      TestStandard.rule(
        "x.cases",
        check:
          "{count: {of: signs, where: {kind: banner}, cases: [{community: {type: community}, at_most: 4}, {community: {type: [community], party_organization: committee}, at_most: 3}]}}",
        pass: "[]", fail: "[]"), .emptySelection
    ),
    (
      "a text for what none of the cases asks",
      TestStandard.rule(
        "x.cases",
        check: "{count: {of: signs, where: {kind: banner}, cases: [{community: {type: community}, at_most: 4}]}}",
        message: "{too_few: {zh: 太少, en: Too few}, too_many: {zh: 太多, en: Too many}}", pass: "[]", fail: "[]"),
      .unusedText
    ),
    (
      "a kind to recognise that no wording shows",
      TestStandard.rule(
        "x.kind", check: "{recognised_kind: {declared: [gate-plate], recognised: [banner]}}", zone: nil, pass: "[]",
        fail: "[]"), .unrecognisableKind
    ),
    (
      "a rule that yields to itself",
      TestStandard.rule(
        "x.yield", check: "{each: {of: signs, where: {kind: banner}, require: {background: red}}}",
        more: "yields_to: [x.yield]", pass: "[]", fail: "[]"), .yieldCycle
    ),
  ]

  @Test("finds each wrong rule, and at its lines", arguments: broken.map(\.name))
  func wrongRules(_ name: String) throws {
    let broken = try #require(Self.broken.first { $0.name == name })
    // Examples are not run here, so that they need not hold.
    let standard = try TestStandard.load(TestStandard.rules + [broken.rule])
    let problems = StandardLint.run(standard).filter { $0.check != .unusedWord }
    #expect(problems.contains { $0.check == broken.check })
    let first = TestStandard.rules.joined().split(separator: "\n", omittingEmptySubsequences: false).count + 1
    for problem in problems where problem.check == broken.check && problem.check != .contradiction {
      #expect(problem.diagnostic.location?.file == "S/rules.yaml")
      #expect((problem.diagnostic.location?.range.start.line ?? 0) >= first)
    }
  }

  @Test("finds clauses that nothing covers")
  func clauses() throws {
    let more = "  - {id: c.3, title: {zh: 其他, en: Other}, text: 其他要求。}\nvocabulary:"
    let vocabulary = TestStandard.vocabulary.replacing("vocabulary:", with: more)
    #expect(Self.found(try TestStandard.load(vocabulary: vocabulary)) == ["uncovered-clause S/vocabulary.yaml:4"])
    let marked = vocabulary.replacing(
      "text: 其他要求。}", with: "text: 其他要求。, not_checkable: [{words: 要求, note: {zh: 现场看, en: On site}}]}")
    #expect(Self.found(try TestStandard.load(vocabulary: marked)) == [])
  }

  @Test("finds words that are to be quoted from a clause and are not in it")
  func foreignWords() throws {
    func found(_ words: String) throws -> [String] {
      let vocabulary = TestStandard.vocabulary.replacing(
        "text: 门口挂一块牌子。}",
        with: "text: 门口挂一块牌子。, not_checkable: [{words: \(words), note: {zh: 现场看, en: On site}}]}")
      return Self.found(try TestStandard.load(vocabulary: vocabulary))
    }
    #expect(try found("一块 牌子") == [])
    #expect(try found("门口…牌子") == [])
    #expect(try found("整洁美观") == ["foreign-words S/vocabulary.yaml:2"])
  }

  @Test("runs the examples on demand, save those of rules that are wrong themselves")
  func examples() throws {
    let wrong = TestStandard.count.replacing("expect: fail", with: "expect: pass")
    let standard = try TestStandard.load([wrong] + TestStandard.rules.dropFirst())
    #expect(StandardLint.run(standard).allSatisfy { $0.check != .failingExample })
    let problems = StandardLint.run(standard, withExamples: true).filter { $0.check == .failingExample }
    #expect(problems.map(\.diagnostic.severity) == [.error])
    #expect(problems.first?.diagnostic.message.zh.contains("例子“错”不成立") == true)
    let empty = TestStandard.rule(
      "none.both", check: "{none: {of: signs, where: {all: [{kind: banner}, {kind: gate-plate}]}}}", pass: "[]",
      fail: "[]")
    let said = StandardLint.run(try TestStandard.load(TestStandard.rules + [empty]), withExamples: true)
    #expect(said.filter { $0.diagnostic.severity == .error }.map(\.check) == [.emptySelection])
  }

  @Test("finds aliases that hide a rule")
  func aliases() throws {
    let hiding = TestStandard.banner.replacing(
      "    examples:", with: "    aliases: [old.name]\n    examples:")
    #expect(Self.checks(try TestStandard.load([TestStandard.count, hiding] + TestStandard.rules.suffix(2))) == [])
    // The loader refuses an id that is used twice, an alias among them; a rule's own id among its aliases as well.
    let sources = TestStandard.sources([
      TestStandard.count,
      TestStandard.banner.replacing("    examples:", with: "    aliases: [plate.count]\n    examples:"),
    ])
    var loader = StandardLoader(sources, directory: "S")
    #expect(loader.load() == nil)
    #expect(loader.diagnostics.contains { $0.message.en.contains("plate.count") })
  }

  @Test("finds a kind that another always hides")
  func recognition() throws {
    let vocabulary = TestStandard.vocabulary.replacing(
      "zh: 横幅, en: banner}", with: "zh: 横幅, en: banner, recognised_by: {ends: [社区居民委员会]}}")
    #expect(Self.found(try TestStandard.load(vocabulary: vocabulary)) == ["unrecognisable-kind S/vocabulary.yaml:7"])
  }

  @Test("finds that signs wait for a rule that is not there")
  func waiting() throws {
    let rules = Array(TestStandard.rules.dropLast(2)).map { $0.replacing("[c.1]", with: "[c.1, c.2]") }
    #expect(Self.checks(try TestStandard.load(rules)) == [.unreportedSigns, .unreportedSigns])
  }
}

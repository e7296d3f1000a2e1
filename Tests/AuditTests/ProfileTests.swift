import Diagnostics
import Inventory
import Standard
import Testing

@testable import Audit

/// Standards that extend another one.
@Suite struct ProfileTests {
  static let parentRules = """
    clauses:
      - {id: a.1, title: {zh: 一, en: one}, text: 外部只挂一块。}
    vocabulary:
      kinds:
        - {word: plate, zh: 牌, en: plate, groups: [plates]}
        - {word: other, zh: 其他, en: other}
      places:
        - {word: door, zh: 门口, en: door, zone: exterior}
      colours: [{word: white, zh: 白, en: white}]
      community_types: [{word: community, zh: 社区, en: community}]
      party_organizations: [{word: committee, zh: 委员会, en: committee, wording: 委员会}]
      functions: {listed: [便民服务站]}
    rules:
      - id: plates.count
        clauses: [a.1]
        modality: must
        locked: yes
        title: {zh: 牌不超过2块, en: At most two plates}
        check: {count: {of: signs, where: {kind_group: plates}, at_most: 2}}
        message: {zh: "现有{actual}块", en: "There are {actual}"}
        remedy: {zh: 拆除, en: Take down}
        rationale: {zh: 原文如此, en: The clause says so}
        examples:
          - {name: 一块, expect: pass, inventory: {signs: [{id: W1, kind: plate}]}}
          - {name: 三块, expect: fail, inventory: {signs: [{id: W1, kind: plate}, {id: W2, kind: plate}, {id: W3, kind: plate}]}}
      - id: plates.white
        clauses: [a.1]
        modality: in-principle
        yields_to: [plates.door]
        title: {zh: 牌为白底, en: Plates are white}
        check: {each: {of: signs, where: {kind: plate}, require: {background: white}}}
        message: {zh: 不是白底, en: Not white}
        remedy: {zh: 改为白底, en: Make it white}
        rationale: {zh: 原文如此, en: The clause says so}
        examples:
          - {name: 白底, expect: pass, inventory: {signs: [{id: W1, kind: plate, background: white}]}}
          - {name: 未登记, expect: undetermined, inventory: {signs: [{id: W1, kind: plate}]}}
          - {name: 无牌, expect: not-applicable, inventory: {signs: []}}
          - {name: 非白底, expect: fail, inventory: {signs: [{id: W1, kind: plate, background: COLOUR}]}}
      - id: plates.door
        clauses: [a.1]
        modality: must
        title: {zh: 牌在门口, en: Plates at the door}
        check: {count: {of: signs, where: {place: door}, at_least: 1}}
        message: {zh: 门口没有牌, en: No plate at the door}
        remedy: {zh: 补挂, en: Hang one}
        rationale: {zh: 原文如此, en: The clause says so}
        examples:
          - {name: 门口有, expect: pass, inventory: {signs: [{id: W1, kind: plate, place: door}]}}
          - {name: 没有, expect: fail, inventory: {signs: []}}
    """

  static let head = """
    title: {zh: 标准, en: A standard}
    issuer: {zh: 区, en: District}
    source: {zh: 文件, en: Document}
    files: [rules.yaml]

    """

  static let parent = [
    source(
      "standard.yaml",
      "standard: parent\nexample_community: {district: 甲区, street: 乙街道, name: 丙社区}\n" + head),
    source(
      "rules.yaml",
      parentRules.replacing(
        "colours: [{word: white, zh: 白, en: white}]",
        with: "colours: [{word: white, zh: 白, en: white}, {word: red, zh: 红, en: red}]"
      ).replacing("COLOUR", with: "red")),
  ]

  static func source(_ path: String, _ text: String) -> StandardSource {
    StandardSource(path: path, bytes: Array(text.utf8))
  }

  /// Loads a child with these changes, words and rules.
  func load(_ text: String, extends: String = "../parent") -> (standard: Standard?, diagnostics: [Diagnostic]) {
    let child = [
      Self.source("standard.yaml", "standard: child\nextends: \(extends)\n" + Self.head),
      Self.source("rules.yaml", text),
    ]
    var loader = StandardLoader(child, directory: "Rules/child") { reference, directory in
      switch reference {
      case "../parent": (ParentStandard(sources: Self.parent, directory: "Rules/parent"), nil)
      case "../child": (ParentStandard(sources: child, directory: "Rules/child"), nil)
      default: (nil, BilingualText(zh: "没有", en: "none at \(directory)"))
      }
    }
    let standard = loader.load()
    return (standard, loader.diagnostics + (standard.map { ExampleRunner.run($0) } ?? []))
  }

  func change(_ text: String) -> (standard: Standard?, diagnostics: [Diagnostic]) {
    load("changes:\n  - {reason: {zh: 本区情况, en: Our case}, \(text)}")
  }

  @Test func aChildHasTheRulesOfItsParentAndItsOwn() throws {
    let own = Self.parentRules.split(separator: "rules:\n")[1].split(separator: "  - id: plates.white")[0]
      .replacing("plates.count", with: "plates.one").replacing("locked: yes", with: "locked: no")
    let (standard, diagnostics) = load("rules:\n" + own)
    #expect(diagnostics == [])
    let loaded = try #require(standard)
    #expect(loaded.rules.map(\.id) == ["plates.count", "plates.white", "plates.door", "plates.one"])
    #expect(loaded.id == "child")
    #expect(loaded.exampleCommunity?.name == "丙社区")
    #expect(loaded.deviations.map(\.text.zh) == ["plates.one：新增规则"])
    let single = StandardLoader(Self.parent, directory: "Rules/parent")
    var parentLoader = single
    #expect(parentLoader.load()?.digest != loaded.digest)
  }

  @Test func aStandardOfOnesOwnIsTheSameAndReadsNoFileAgain() throws {
    let child = [
      Self.source("standard.yaml", "standard: child\nextends: ../parent\n" + Self.head),
      Self.source("rules.yaml", "changes:\n  - {reason: {zh: 本区情况, en: Our case}, rule: plates.door, off: yes}"),
    ]
    var isAsked = false
    var loader = StandardLoader(child, directory: "Rules/child") { _, _ in
      isAsked = true
      return (ParentStandard(sources: Self.parent, directory: "Rules/parent"), nil)
    }
    let first = loader.load()
    var loaded = try #require(first)
    isAsked = false
    loaded.switchedOff.append("another")
    let own = loaded.separate()
    #expect(!isAsked)
    #expect(own.switchedOff == ["plates.door", "another"])
    #expect(own.digest == loaded.digest)
    #expect("\(own)" == "\(loaded)")
    // Objects of its own: that is what it is for.
    guard case .each(let one) = loaded.rules[1].check, case .each(let other) = own.rules[1].check else {
      Issue.record("plates.white judges each sign")
      return
    }
    #expect(one !== other)
  }

  @Test func aRuleCanBeSwitchedOffWithAReason() throws {
    let (standard, diagnostics) = change("rule: plates.door, off: yes")
    #expect(diagnostics == [])
    let loaded = try #require(standard)
    #expect(loaded.rules.map(\.id) == ["plates.count", "plates.white"])
    #expect(loaded.rules[1].yieldsTo == [])
    #expect(loaded.switchedOff == ["plates.door"])
    #expect(loaded.deviations.map(\.text.zh) == ["plates.door：停用，理由：本区情况"])
    #expect(loaded.summary.deviations.map(\.en) == ["plates.door: switched off; because: Our case"])
  }

  @Test(arguments: [
    ("rule: plates.white, modality: must", "性质由“原则上”改为“必须”", true),
    ("rule: plates.white, modality: encouraged", "性质由“原则上”改为“提倡”", true),
    ("rule: plates.count, set: {at_most: 1}", "数量由不超过2改为不超过1", true),
    ("rule: plates.count, set: {at_most: 3}", "数量不能由不超过2放宽为不超过3", false),
    ("rule: plates.count, set: {at_least: 1}", "数量不能由不超过2放宽为至少1", false),
    ("rule: plates.count, off: yes", "不能停用", false),
    ("rule: plates.count, modality: in-principle", "性质不能由“必须”降为“原则上”", false),
    ("rule: plates.count, locked: no", "锁定不能由下级标准解除", false),
    ("rule: plates.cuont, off: yes", "上级标准没有“plates.cuont”这条规则", false),
    ("rule: plates.white, set: {at_most: 1}", "没有单独一组上下限", false),
    ("rule: plates.white", "没有写改什么", false),
    ("rule: plates.door, off: yes, modality: must", "已停用的规则不能再改“modality”", false),
    ("rule: plates.count, title: {zh: 随意, en: Any}", "文字只能随性质、数量一起改", false),
    ("rule: plates.count, set: {at_most: 2}, title: {zh: 随意, en: Any}", "文字只能随性质、数量一起改", false),
    ("rule: plates.count, set: {at_most: 1}, title: {zh: 牌不超过1块, en: One plate}", "标题改为“牌不超过1块”", true),
  ])
  func changesAreAppliedOrRefused(_ text: String, _ says: String, _ holds: Bool) {
    let (standard, diagnostics) = change(text)
    if holds {
      #expect(diagnostics == [])
      #expect(standard?.deviations.contains { $0.change.zh == says } == true)
    } else {
      #expect(standard == nil)
      #expect(diagnostics.contains { $0.message.zh.contains(says) && $0.location?.range.start.line == 2 })
    }
  }

  @Test func aRuleIsChangedInOneItemOnly() {
    let (standard, diagnostics) = load(
      "changes:\n  - {rule: plates.door, modality: in-principle, reason: {zh: 一, en: one}}\n"
        + "  - {rule: plates.door, off: yes, reason: {zh: 二, en: two}}\n")
    #expect(standard == nil)
    #expect(diagnostics.map(\.message.zh) == ["规则“plates.door”调整了两次"])
    #expect(diagnostics.first?.related.map(\.location.range.start.line) == [2])
  }

  @Test func aChangeThatChangesNothingGetsAWarning() {
    let (standard, diagnostics) = change("rule: plates.count, set: {at_most: 2}, modality: must")
    #expect(standard != nil)
    #expect(diagnostics.map(\.severity) == [.warning, .warning])
    #expect(diagnostics.map(\.message.zh).last == "“set”与上级标准相同，什么也没有改")
  }

  @Test func anIdOfTheParentIsTaken() {
    let child = [
      Self.source(
        "standard.yaml", "standard: parent\nextends: ../parent\n" + Self.head.replacing("[rules.yaml]", with: "[]"))
    ]
    var loader = StandardLoader(child, directory: "Rules/child") { _, _ in
      (ParentStandard(sources: Self.parent, directory: "Rules/parent"), nil)
    }
    #expect(loader.load() == nil)
    #expect(loader.diagnostics.map(\.message.zh) == ["编号“parent”是上级标准的"])
  }

  @Test func aRuleThatWasSwitchedOffAboveCannotBeChanged() {
    let middle = [
      Self.source("standard.yaml", "standard: middle\nextends: ../parent\n" + Self.head),
      Self.source("rules.yaml", "changes: [{rule: plates.door, off: yes, reason: {zh: 一, en: one}}]\n"),
    ]
    let child = [
      Self.source("standard.yaml", "standard: child\nextends: ../middle\n" + Self.head),
      Self.source("rules.yaml", "changes: [{rule: plates.door, modality: encouraged, reason: {zh: 二, en: two}}]\n"),
    ]
    var loader = StandardLoader(child, directory: "Rules/child") { reference, _ in
      reference == "../middle"
        ? (ParentStandard(sources: middle, directory: "Rules/middle"), nil)
        : (ParentStandard(sources: Self.parent, directory: "Rules/parent"), nil)
    }
    #expect(loader.load() == nil)
    #expect(loader.diagnostics.map(\.message.zh) == ["规则“plates.door”已由上级标准停用，不能再调整"])
    #expect(loader.diagnostics.first?.related.map(\.location.file) == ["Rules/middle/rules.yaml"])
  }

  @Test func anExampleOfTheParentThatNoLongerHoldsIsSaid() {
    let (_, diagnostics) = change("rule: plates.door, set: {at_least: 0, at_most: 5}")
    #expect(diagnostics.map(\.message.zh) == ["这项调整以后，规则 plates.door 的例子“没有”不成立：预期不符合，实际符合"])
    #expect(diagnostics.first?.location?.file == "Rules/child/rules.yaml")
    #expect(diagnostics.first?.help?.zh == "在这项调整里写 examples，代替上级标准的例子")
    #expect(diagnostics.first?.related.map(\.location.file) == ["Rules/parent/rules.yaml"])
  }

  @Test func aWordOfTheChildJoinsAGroupOfTheParent() throws {
    let (standard, diagnostics) = load(
      "vocabulary: {kinds: [{word: board, zh: 板, en: board, groups: [plates]}]}\nchanges: []\n")
    #expect(diagnostics == [])
    let loaded = try #require(standard)
    #expect(loaded.deviations.map(\.text.zh) == ["类别增加板"])
    guard case .formula(.count(let count)) = loaded.rules[0].check else {
      Issue.record("the rule counts no longer")
      return
    }
    #expect(count.selection.kinds.contains(2))
  }

  @Test func aSpellingOfTheParentCannotBeGivenAgain() {
    let (_, diagnostics) = load("vocabulary: {kinds: [{word: board, zh: 牌, en: board}]}")
    #expect(diagnostics.contains { $0.message.zh.contains("“牌”在上级标准的“kinds”里已经有了") })
  }

  @Test func missingParentsAndCyclesAreSaid() {
    #expect(load("rules: []", extends: "../nobody").diagnostics.first?.message.en == "none at Rules/child")
    #expect(load("rules: []", extends: "../child").diagnostics.first?.message.zh.contains("循环") == true)
  }
}

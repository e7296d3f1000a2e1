import Diagnostics
import Standard
import StandardTools
import Testing

/// A small standard that tests break in one place at a time.
enum TestStandard {
  static let head = """
    standard: small
    title: {zh: 小标准, en: A small standard}
    issuer: {zh: 某区, en: A district}
    source: {zh: 某文件, en: A document}
    left_means: facing-entrance
    files: [vocabulary.yaml, rules.yaml]
    example_community: {district: 临江区, street: 江畔街道, name: 柳荫社区}

    """

  static let vocabulary = """
    clauses:
      - {id: c.1, title: {zh: 外部, en: Outside}, text: 门口挂一块牌子。}
      - {id: c.2, title: {zh: 台账, en: Inventory}, text: 台账的要求。}
    vocabulary:
      kinds:
        - {word: gate-plate, zh: 门牌匾, en: gate plate, home: exterior, recognised_by: {ends: [居民委员会]}}
        - {word: banner, zh: 横幅, en: banner}
      places:
        - {word: door, zh: 门口, en: door, zone: exterior}
        - {word: hall, zh: 大厅, en: hall, zone: interior}
      colours:
        - {word: white, zh: 白, en: white}
        - {word: red, zh: 红, en: red}
      community_types: [{word: community, zh: 社区, en: community}]
      party_organizations: [{word: committee, zh: 委员会, en: committee, wording: 委员会}]
      functions: {listed: [便民服务站]}

    """

  /// A rule in YAML; `check` and what is to differ are given.
  static func rule(
    _ id: String, check: String, zone: String? = "exterior", clauses: String = "[c.1]", modality: String = "must",
    message: String = "{zh: 不符合, en: It is wrong}", more: String = "", pass: String, fail: String,
    failing: String = "fail"
  ) -> String {
    """
      - id: \(id)
        clauses: \(clauses)
        modality: \(modality)
    \(zone.map { "    zone: \($0)\n" } ?? "")    title: {zh: 标题, en: Title}
        check: \(check)
        message: \(message)
        remedy: {zh: 改正, en: Put it right}
        rationale: {zh: 原文如此, en: The text says so}
    \(more.isEmpty ? "" : "    \(more)\n")    examples:
          - {name: 对, expect: pass, inventory: {signs: \(pass)}}
          - {name: 错, expect: \(failing), inventory: {signs: \(fail)}}

    """
  }

  static let plate = "[{id: A, kind: gate-plate, place: door}]"

  static let count = rule(
    "plate.count", check: "{count: {of: signs, where: {kind: gate-plate}, exactly: 1}}", pass: plate, fail: "[]")
  static let colour = rule(
    "plate.colour",
    check: "{each: {of: signs, where: {kind: gate-plate}, require: {background: white}}}",
    pass: "[{id: A, kind: gate-plate, place: door, background: white}]",
    fail: "[{id: A, kind: gate-plate, place: door, background: red}]")
  static let wording = rule(
    "plate.name", check: "{wording: {where: {kind: gate-plate}, equals: [\"{community}居民委员会\"]}}",
    pass: "[{id: A, kind: gate-plate, place: door, text: 柳荫社区居民委员会}]",
    fail: "[{id: A, kind: gate-plate, place: door, text: 柳荫居委会}]")
  static let banner = rule(
    "banner.none", check: "{none: {of: signs, where: {kind: banner}}}", modality: "must-not", pass: plate,
    fail: "[{id: A, kind: banner, place: door}]")
  static let placed = rule(
    "sign.placed", check: "{recorded: {field: place}}", zone: nil, clauses: "[c.2]", modality: "record",
    pass: "[{id: A, kind: banner, place: hall}]", fail: "[{id: A, kind: banner}]", failing: "undetermined")
  static let recognised = rule(
    "sign.kind", check: "{recognised_kind: {declared: [banner], recognised: [gate-plate]}}", zone: nil,
    clauses: "[c.2]", modality: "record",
    pass: "[{id: A, kind: banner, place: hall, text: 欢迎}, {id: B, place: door, text: 居民委员会}]",
    fail: "[{id: A, kind: banner, place: hall, text: 居民委员会}]")

  static let rules = [count, colour, wording, banner, placed, recognised]

  /// The files of the standard with these rules.
  static func sources(
    _ rules: [String] = rules, head: String = head, vocabulary: String = vocabulary, more: [(String, String)] = []
  ) -> [StandardSource] {
    let files =
      [
        ("standard.yaml", head), ("vocabulary.yaml", vocabulary), ("rules.yaml", "rules:\n" + rules.joined()),
      ] + more
    return files.map { StandardSource(path: $0.0, bytes: Array($0.1.utf8)) }
  }

  /// The standard with these rules; what is wrong with it is an issue of the test.
  static func load(
    _ rules: [String] = rules, head: String = head, vocabulary: String = vocabulary, more: [(String, String)] = []
  ) throws -> Standard {
    var loader = StandardLoader(sources(rules, head: head, vocabulary: vocabulary, more: more), directory: "S")
    let standard = loader.load()
    #expect(loader.diagnostics.map(\.message.en) == [])
    return try #require(standard)
  }
}

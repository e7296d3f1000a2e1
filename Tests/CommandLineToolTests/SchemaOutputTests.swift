import Foundation
import TestSupport
import Testing

/// The schemas of JSON outputs, held to what the program writes.
@Suite("signaudit schema output")
struct SchemaOutputTests {
  /// Follows the keywords that these schemas use, and notes which objects were met.
  private struct Checker {
    var met: Set<String> = []
    var problems: [String] = []

    mutating func check(_ value: Any, _ schema: [String: Any], _ path: String) {
      if let choices = schema["anyOf"] as? [[String: Any]] {
        if !(value is NSNull), let last = choices.last { check(value, last, path) }
        return
      }
      if let wanted = schema["const"] as? String {
        if value as? String != wanted { problems.append("\(path): \(value), not \(wanted)") }
        return
      }
      if let words = schema["enum"] as? [Any] {
        let isThere = words.contains { word in
          word is NSNull ? value is NSNull : word as? String == value as? String && value is String
        }
        if !isThere { problems.append("\(path): \(value) is none of \(words)") }
        return
      }
      let types = schema["type"] as? [String] ?? [schema["type"] as? String ?? ""]
      guard types.contains(type(of: value, or: types)) else {
        problems.append("\(path): \(value) is none of \(types)")
        return
      }
      if let text = value as? String, schema["pattern"] != nil {
        let isDay = text.utf8.count == 10 && text.utf8.filter { $0 == UInt8(ascii: "-") }.count == 2
        if !isDay { problems.append("\(path): \(text) is no day") }
      }
      if let least = schema["minimum"] as? Int, let number = value as? Int, number < least {
        problems.append("\(path): \(number) is below \(least)")
      }
      if let object = value as? [String: Any] {
        met.insert(path)
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        let required = Set(schema["required"] as? [String] ?? [])
        if !required.isSubset(of: object.keys) || !Set(object.keys).isSubset(of: properties.keys) {
          problems.append("\(path): \(Set(object.keys).symmetricDifference(properties.keys).sorted())")
        }
        for (key, inner) in object { if let schema = properties[key] { check(inner, schema, "\(path).\(key)") } }
      }
      if let array = value as? [Any], let items = schema["items"] as? [String: Any] {
        for element in array { check(element, items, path + "[]") }
      }
    }

    private func type(of value: Any, or types: [String]) -> String {
      switch value {
      case is NSNull: return "null"
      case is String: return "string"
      case is [Any]: return "array"
      case is [String: Any]: return "object"
      case let number as NSNumber:
        // Foundation makes truth values numbers.
        let isFlag = ["c", "B"].contains(String(cString: number.objCType))
        return isFlag && types.contains("boolean") ? "boolean" : "integer"
      default: return "?"
      }
    }

    /// The objects that a schema describes.
    static func objects(_ schema: [String: Any], _ path: String) -> Set<String> {
      if let choices = schema["anyOf"] as? [[String: Any]], let last = choices.last { return objects(last, path) }
      if let items = schema["items"] as? [String: Any] { return objects(items, path + "[]") }
      guard let properties = schema["properties"] as? [String: [String: Any]] else { return [] }
      return properties.reduce(into: [path]) { $0.formUnion(objects($1.value, "\(path).\($1.key)")) }
    }
  }

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let run = try SampleTests.run(arguments)
    #expect(run.code < 3, "\(arguments)")
    return try #require(JSONSerialization.jsonObject(with: run.out) as? [String: Any], "\(arguments)")
  }

  /// Holds outputs to a schema; every object of it must be met but for those named.
  private func hold(_ name: String, _ outputs: [[String]], unmet: Set<String> = []) throws {
    let schema = try json(["schema", "output", name])
    #expect(schema["title"] as? String == "signaudit.\(name)/1")
    var checker = Checker()
    for output in outputs { checker.check(try json(output + ["--format", "json"]), schema, "") }
    #expect(checker.problems.isEmpty, "\(name): \(checker.problems.prefix(5))")
    #expect(Checker.objects(schema, "").subtracting(checker.met) == unmet, "\(name)")
  }

  @Test("describes every page of a campaign")
  func campaign() throws {
    let scratch = try Scratch()
    let database = ["--database", "\(scratch.path)/c.sqlite"]
    let sign = SixRounds.fingerprint("exterior.surplus", "W6", in: 1)
    let board = SixRounds.fingerprint("institution-board.off-wall", "N1", in: 1)
    func say(_ verb: String, _ finding: String, _ day: String, _ more: [String] = []) throws {
      let words = ["campaign", verb, finding, "--by", "王芳", "--on", day, "--as-of", "2026-07-03"]
      #expect(try SampleTests.run(words + more + database).code == 0)
    }
    for number in 1...6 {
      try scratch.put(SixRounds.inventories(number), "t.yaml")
      let due = number == 1 ? ["--due", "2026-06-15"] : []
      let run = try SampleTests.run(
        ["campaign", "record", "\(scratch.path)/t.yaml", "--as-of", SixRounds.days[number - 1]] + due + database)
      #expect(run.code == (number == 6 ? 2 : 0))
      switch number {
      case 1: try say("extend", board, "2026-05-25", ["--due", "2026-07-31", "--reason", "等待制作"])
      case 2:
        try say("close", sign, "2026-06-02")
        try say("claim", board, "2026-06-03")
      case 3: try say("close", board, "2026-06-11")
      default: break
      }
    }
    func page(_ words: String...) -> [String] { ["campaign"] + words + database }
    try hold("campaign-status", [page("status")])
    try hold(
      "campaign-due",
      [
        page("due", "--as-of", "2026-07-03"), page("due", "--as-of", "2026-07-03", "--due", "2026-07-01"),
        page("due", "--as-of", "2026-06-03", "--due", "2026-07-01"),
      ])
    try hold("campaign-comparison", [page("compare", "1", "4"), page("compare", "1", "6")])
    // Nothing is back in these rounds without having been closed.
    try hold("campaign-rebounds", [page("rebounds")], unmet: [".reappearances[]"])
    try hold("campaign-ledger", [page("ledger")])
    try hold("campaign-history", [page("history")])
  }

  @Test("describes samples and comparisons of walls")
  func visits() throws {
    let scratch = try Scratch()
    let head = "community: {district: 临江区, street: 江畔街道, name: 柳荫社区}\n"
    let declared = """
      facility: {floors: ["1"], rooms: [{number: "101", floor: "1", functions: [便民服务站]}, {number: "102"}]}
      signs:
        - {id: W1, kind: service-center, text: 柳荫社区党员群众服务中心, place: above-entrance}
        - {id: W2, kind: institution-board, text: 某制度, place: room-wall, room: "101"}
        - {id: W3, kind: pennant, text: 一面锦旗, place: hall-wall, state: removed}
        - {id: W4, kind: pennant, text: 两面锦旗, place: hall-wall, state: removed}
        - {id: W5, kind: pennant, text: 三面, place: hall-wall}

      """
    let observed = """
      survey: {date: 2026-06-01, by: 王芳}
      facility: {floors: ["1", "2"], rooms: [{number: "101", floor: "2", functions: [便民服务站]}, {number: "103"}]}
      signs:
        - {id: W1, kind: service-center, text: 柳荫社区党群服务中心, place: above-entrance, lettering: red}
        - {id: W2, kind: institution-board, text: 某制度, place: room-wall, room: "101"}
        - {id: W3, kind: pennant, text: 一面锦旗, place: hall-wall, state: removed}
        - {id: X8, kind: service-center, text: 柳荫社区党群服务中心, place: facade}
        - {id: X9, kind: pennant, text: 别的, place: facade}

      """
    let outside = "survey: {covers: [exterior]}\nsigns: []\n"
    let unrecorded = "signs: []\n"
    let rooms = "facility: {floors: [\"1\"], rooms: [{number: \"9\"}]}\nsigns: []\n"
    func reconcile(_ name: String, _ one: String, _ other: String) throws -> [String] {
      try scratch.put(head + one, "\(name).yaml")
      try scratch.put(head + other, "\(name)-seen.yaml")
      return ["spot-check", "reconcile", "\(scratch.path)/\(name).yaml", "\(scratch.path)/\(name)-seen.yaml"]
    }
    let waivers = """
      waivers: 1
      entries:
        - {rule: service-center.name, street: 江畔街道, community: 柳荫社区, reason: 甲, approved_by: 乙, document: 丙, expires: 2026-12-31}

      """
    try scratch.put(waivers, "waivers.yaml")
    let more = ["--waivers", "\(scratch.path)/waivers.yaml", "--as-of", "2026-06-02"]
    try hold(
      "reconciliation",
      [
        try reconcile("a", declared, observed) + more, try reconcile("b", declared, outside),
        try reconcile("c", unrecorded, rooms),
        try reconcile(
          "d", "facility: {rooms: [{number: \"101\", floor: \"1\"}]}\n" + unrecorded,
          "facility: {rooms: [{number: \"101\", floor: \"1\", functions: []}]}\n" + unrecorded),
        [
          "spot-check", "reconcile", "\(scratch.path)/a.yaml", "\(scratch.path)/a-seen.yaml",
          "\(scratch.path)/b-seen.yaml",
        ],
      ],
      unmet: [
        ".communities[].verdicts.diagnostics[]", ".communities[].verdicts.diagnostics[].location",
        ".diagnostics[].location",
      ])
    try hold(
      "sample",
      [["spot-check", "sample", "Samples/inventories", "--per-street", "2", "--seed", "1", "--as-of", "2026-05-20"]])
  }

  @Test("describes plans and what is said of standards")
  func plansAndStandards() throws {
    try hold("plan", [["plan", "Samples/inventories", "--as-of", "2026-05-20", "--due", "2026-06-30"]])
    try hold("rules-diff", [["rules", "diff", "Rules/huangshigang", "Rules/fuzhou"]])
    let audit = ["audit", "Samples/inventories/jiangpan", "--as-of", "2026-05-20", "--compare-rules"]
    // No rule of these standards weighs more in one than in the other, and no problem of theirs has a second place.
    try hold(
      "rules-impact", [audit + ["Rules/fuzhou"], audit + ["Rules/huangshigang", "--rules", "Rules/fuzhou"]],
      unmet: [".streets[].changed[].regraded[]"])
    try hold(
      "rules-check", [["rules", "check", "Rules/huangshigang"], ["rules", "check", "Rules/fuzhou"]],
      unmet: [".problems[].related[]", ".problems[].related[].location"])
  }

  @Test("stands in the repository as the program makes it, for every file of the samples that names one")
  func committed() throws {
    let settings = SampleTests.root.appending(path: ".schemas/settings.json")
    #expect(
      try SampleTests.run(["schema", "settings", "--draft", "7"]).out == Data(contentsOf: settings),
      "signaudit schema settings --draft 7")
    let samples = SampleTests.root.appending(path: "Samples")
    let files = try FileManager.default.subpathsOfDirectory(atPath: samples.path).filter { $0.hasSuffix(".yaml") }
    #expect(files.contains(".signaudit.yaml"))
    for name in files {
      let file = samples.appending(path: name)
      // By bytes: one sample is no UTF-8.
      let line = try Data(contentsOf: file).prefix { $0 != 0x0A && $0 != 0x0D }
      let text = String(decoding: line, as: UTF8.self)
      let head = "# yaml-language-server: $schema="
      #expect(text.hasPrefix(head), "\(name)")
      let schema = URL(filePath: String(text.dropFirst(head.count)), relativeTo: file.deletingLastPathComponent())
      #expect(FileManager.default.fileExists(atPath: schema.path), "\(name): \(text)")
    }
  }

  @Test("has a schema of the settings, with every key in both spellings")
  func settings() throws {
    let schema = try json(["schema", "settings"])
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    #expect(
      Set(properties.keys) == [
        "rules", "roster", "waivers", "baseline", "fail_on", "language", "标准", "名册", "豁免", "基线", "失败级别", "语言",
      ])
    #expect((properties["失败级别"]?["enum"] as? [Any])?.contains { $0 as? String == "warning" } == true)
    #expect(schema["additionalProperties"] as? Bool == false)
    #expect(
      try json(["schema", "settings", "--draft", "7"])["$schema"] as? String
        == "http://json-schema.org/draft-07/schema#")
    #expect(try SampleTests.run(["schema", "output", "nothing"]).code == 64)
  }
}

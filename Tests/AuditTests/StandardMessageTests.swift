import Audit
import Diagnostics
import Standard
import TestSupport
import Testing

/// What whoever writes a standard is told at once.
@Suite("A mistake in a standard is said once, with what to write instead")
struct StandardMessageTests {
  /// One change to a small standard, what is said of it, and what is advised.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var says: [String]
    var advises: String

    var testDescription: String { new }
  }

  static let mistakes = [
    Mistake(
      old: "where: {kind: hall}, exactly: 1", new: "where: hall, exactly: 1",
      says: ["条件应是一组“字段: 值”，这里写的是一段文字"], advises: "写成 {kind: …}"),
    Mistake(
      old: "where: {kind: hall}, exactly: 1", new: "where: {kind: hall}, most: 1", says: ["“count”没有“most”这个字段"],
      advises: "可用的字段：of、where、exactly、at_least、at_most、cases"),
    Mistake(
      old: "where: {kind: hall}, exactly: 1", new: "where: {knd: hall}, exactly: 1", says: ["条件没有“knd”这个字段"],
      advises: "是否想写“kind”？"),
    Mistake(
      old: "where: {kind: hall}, exactly: 1", new: "where: {any: [&a {knd: hall}, *a]}, exactly: 1",
      says: ["条件没有“knd”这个字段"], advises: "是否想写“kind”？"),
    Mistake(
      old: "where: {kind: hall}, exactly: 1", new: "where: {kind: hall}, cases: {village: 1}",
      says: ["“cases”应是列表（每项以“- ”开头），这里写的是一组“字段: 值”"],
      advises: "每项写成 - {community: {type: …}, at_most: 5}"),
    Mistake(
      old: "{background: green}", new: "{size: {unit: cm, width: 36}}", says: ["“width”应是一组“字段: 值”，这里写的是一段文字"],
      advises: "写成 {exactly: 36}"),
    Mistake(
      old: "{background: green}", new: "{size: {width: {exactly: 36}}}", says: ["“size”缺少“unit”"],
      advises: "可用：mm、cm、m"),
    Mistake(
      old: "{background: green}", new: "{material: {}}", says: ["“material”要写且只写 equals、starts、ends、contains 之一"],
      advises: "是其中之一的，直接列出：“material: [甲, 乙]”"),
    Mistake(
      old: "functions: {listed: [议事]}",
      new: "functions: {listed: [议事]}\n  short_names: {street: [{drop: 乡, add: \"\"}]}",
      says: ["“add”不能为空"], advises: "不需要这一项的，删去“add”"),
    // A key that is misspelt is not missing besides.
    Mistake(
      old: "modality: must\n    zone: exterior\n    title: {zh: 匾为",
      new: "modalty: must\n    zone: exterior\n    title: {zh: 匾为",
      says: ["规则没有“modalty”这个字段"], advises: "是否想写“modality”？"),
    Mistake(
      old: "where: {kind: hall}, exactly: 1", new: "where: {类别: hall}, exactly: 1", says: ["条件没有“类别”这个字段"],
      advises: "标准的字段用英文写：kind"),
    Mistake(
      old: "modality: must", new: "modality: 必须", says: Array(repeating: "“modality”没有“必须”这个词", count: 4),
      advises: "这里用英文写：must"),
    Mistake(
      old: "home: exterior, recognised_by: {ends: [村部]}", new: "home: 外部, recognised_by: {ends: [村部]}",
      says: ["“home”没有“外部”这个词"], advises: "这里用英文写：exterior"),
    Mistake(
      old: "where: {kind: hall}, exactly: 1", new: "where: {kind: hall}, exactly: １",
      says: ["“exactly”应是 0 到 9999 的整数"],
      advises: "用半角数字写：1"),
    Mistake(
      old: "where: {kind: hall}, exactly: 1", new: "where: {kind: hall}, exactly: -1",
      says: ["“exactly”应是 0 到 9999 的整数"],
      advises: "只写数字，如 1，不带正负号和单位"),
    Mistake(
      old: "{background: green}", new: "{size: {unit: cm, width: 240cm}}", says: ["“width”应是一组“字段: 值”，这里写的是一段文字"],
      advises: "写成 {exactly: 240}"),
    Mistake(
      old: "remedy: {zh: 挂匾, en: Hang it}", new: "remedy: {zh: 挂匾, en: \"\"}", says: ["“en”不能为空"],
      advises: "补上内容，这一项必须写"),
    Mistake(
      old: "paint: \"#225533\"", new: "paint: \"#AABBCC\"", says: ["“paint”应写成 \"#rrggbb\"，用小写的十六进制数字"],
      advises: "写成 \"#aabbcc\""),
    Mistake(
      old: "id: hall.looks", new: "id: hall looks", says: ["编号“hall looks”里不能有空格"],
      advises: "编号由字母、汉字、数字和“.”“-”“_”组成，如 hall-looks"),
    Mistake(
      old: "id: hall.looks\n", new: "id: hall.looks\n    aliases: [hall.count]\n",
      says: ["“hall.count”是一条规则的曾用编号（aliases），又是另一条规则的编号"], advises: "aliases 只写已经不用的编号；从中删去“hall.count”"),
    Mistake(
      old: "{name: b, expect: fail, inventory: {signs: []}}", new: "{name: a, expect: fail, inventory: {signs: []}}",
      says: ["例子“a”重名"], advises: "换一个说得清的名称"),
    // What a vocabulary without colours says of colours is not said again of each rule.
    Mistake(
      old: "  colours:\n", new: "  sorts:\n", says: ["词汇表没有“sorts”这个字段", "词汇表缺少“colours”"],
      advises:
        "可用的字段：kinds、places、colours、community_types、party_organizations、functions、wall_mountings、room_number_forms、short_names、near_misses"
    ),
    Mistake(
      old: "title: {zh: 匾文, en: Wording}", new: "title: {zh: 匾文, en: Wording, of the board, and more}",
      says: ["文字里有半角逗号，逗号后面被当成了另一个字段"],
      advises: "给整段文字加上引号：en: \"Wording, of the board, and more\""),
    Mistake(
      old: "title: {zh: 匾文, en: Wording}", new: "title: 匾文", says: ["“title”应是一组“字段: 值”，这里写的是一段文字"],
      advises: "写成 {zh: 匾文, en: …}"),
    Mistake(
      old: "title: {zh: 匾文, en: Wording}", new: "title: {zh: 匾文}", says: ["“title”缺少“en”"], advises: "补上“en”：英文"),
    Mistake(
      old: "check: {count: {of: signs, where: {kind: hall}, exactly: 1}}",
      new: "check: [{count: {of: signs, where: {kind: hall}, exactly: 1}}]",
      says: ["“check”应是一组“字段: 值”，这里写的是列表（每项以“- ”开头）"], advises: "去掉外面的方括号，或前面的“- ”"),
    Mistake(
      old: "where: {kind: hall}, exactly: 1}}", new: "where: {kind: hall}, exactly: 1}, none: {of: signs}}",
      says: ["“check”要写且只写一种检查"], advises: "这里写了 count、none：只留一种，其余的各写一条规则"),
    Mistake(
      old: "where: {kind: hall}, exactly: 1", new: "where: {kind: hall}, exactly: 1.5",
      says: ["“exactly”应是 0 到 9999 的整数"], advises: "写整数，不带小数"),
    Mistake(
      old: "where: {kind: hall}, exactly: 1", new: "where: {kind: hall}, at_least: 0",
      says: ["at_least: 0 没有限制什么，数目是多少都符合"], advises: "写要求的最少数目，从 1 起；要设上限的写 at_most"),
    Mistake(
      old: "where: {kind: hall}, exactly: 1", new: "where: {kind: hall}, exactly: 1, at_most: 2",
      says: ["计数要写 exactly，或 at_least、at_most"], advises: "正好几块的只写 exactly；一个范围的只写 at_least、at_most"),
    Mistake(
      old: "where: {kind: hall}, exactly: 1", new: "where: {}, exactly: 1", says: ["条件是空的"],
      advises: "写上条件，如 {kind: …}；不加条件的，删去这一项"),
    Mistake(
      old: "where: {kind: hall}, exactly: 1", new: "where: {kind: hall}, cases: [{type: village, at_most: 1}]",
      says: ["“cases”的一项没有“type”这个字段"], advises: "写成 community: {type: …}"),
    Mistake(
      old: "en: \"Should be {expected}\"", new: "en: \"Should be {expcted}\"", says: ["这里没有“{expcted}”这个占位"],
      advises: "是否想写“{expected}”？"),
    // Whoever names the word that was meant is right.
    Mistake(
      old: "word: council, zh", new: "word: grain, zh", says: ["“kinds”里“grain”用了两次"], advises: "改其中一个"),
    Mistake(
      old: "- id: hall.name", new: "- id: hall.count", says: ["规则编号“hall.count”重复"],
      advises: "同一条规则的，删去一处；两条规则的，改一个编号"),
  ]

  @Test(arguments: mistakes)
  func isSaid(_ mistake: Mistake) {
    let loaded = TinyStandard.load(replacing: mistake.old, with: mistake.new)
    #expect(loaded.standard == nil)
    #expect(loaded.diagnostics.map(\.message.zh) == mistake.says)
    #expect(loaded.diagnostics.first?.help?.zh == mistake.advises)
    #expect(loaded.diagnostics.allSatisfy { $0.location != nil })
  }

  @Test("what cannot be read is not followed by what it would have said")
  func unreadable() {
    let loaded = TinyStandard.load(replacing: "kinds:\n", with: "kinds: \"\n")
    #expect(loaded.standard == nil)
    #expect(loaded.diagnostics.map(\.severity) == [.error, .warning])
    #expect(loaded.diagnostics.last?.message.zh == "条款或词汇表没有读进来，规则这一次没有检查")
  }

  @Test("an example that does not hold says what the rule found instead")
  func example() throws {
    let loaded = TinyStandard.load(
      replacing: "{signs: [{id: A, kind: hall, text: 柳荫社区村部}]}",
      with: "{community: {district: 甲区, street: 乙街道, name: 丙社区}, signs: [{id: A, kind: hall}]}")
    let said = ExampleRunner.run(try #require(loaded.standard), only: "hall.name")
    #expect(
      said.first?.message.zh
        == "规则 hall.name 的例子“a”不成立：预期符合，实际待核实（匾文：标识牌 A 未登记“文字”，待核实）")
  }

  // MARK: Files

  /// What is said of the tiny standard with another list of files and more of them.
  private func said(files: String, more: [String: String] = [:]) -> [Diagnostic] {
    let sources = TinyStandard.files.merging(more) { $1 }.map { path, text in
      let text = path == "standard.yaml" ? text.replacing("[words.yaml, elevation.yaml]", with: files) : text
      return StandardSource(path: path, bytes: Array(text.utf8))
    }
    var loader = StandardLoader(sources, directory: "Rules/tiny")
    #expect(loader.load() == nil)
    return loader.diagnostics
  }

  @Test(
    "a file that is listed wrongly is named once, and where it probably is",
    arguments: [
      ("[word.yaml, elevation.yaml]", "standard.yaml 列出的“word.yaml”不存在，或不是 YAML 文件", "是否想写“words.yaml”？"),
      ("[words.yaml, elevation.yaml, words.yaml]", "文件“words.yaml”列了两次", "只留一处"),
      (
        "[words.yaml, elevation.yaml, ../other.yaml]", "standard.yaml 列出的“../other.yaml”不在标准所在的目录里",
        "把文件放进标准所在的目录；要用别的标准的内容，写 extends"
      ),
      (
        "[words.yaml]", "文件“elevation.yaml”没有列入 standard.yaml 的 files，其中的规则不会生效",
        "列入 files；是合规样板的，在 standard.yaml 里写 compliant: elevation.yaml；是用例的，移到 cases 目录；都不是的，移出这个目录"
      ),
    ])
  func listedFiles(_ files: String, _ says: String, _ advises: String) {
    let errors = said(files: files).filter { $0.severity == .error }
    #expect(errors.map(\.message.zh) == [says])
    #expect(errors.first?.help?.zh == advises)
  }

  @Test("a second vocabulary is one too many, whichever comes first")
  func twoVocabularies() {
    let diagnostics = said(
      files: "[more.yaml, words.yaml, elevation.yaml]", more: ["more.yaml": "vocabulary: {kinds: []}\n"])
    #expect(diagnostics.map(\.message.zh) == ["词汇表写了两次"])
    #expect(diagnostics.first?.location?.file == "Rules/tiny/more.yaml")
  }

  @Test("changes in a standard that extends no other are refused")
  func changesOfNothing() {
    let diagnostics = said(
      files: "[words.yaml, elevation.yaml, more.yaml]",
      more: ["more.yaml": "changes:\n  - {rule: hall.count, off: yes, reason: {zh: 试, en: Test}}\n"])
    #expect(diagnostics.map(\.message.zh) == ["这套标准没有上级标准，“changes”无从调整"])
    #expect(diagnostics.first?.help?.zh.contains("extends") == true)
  }

  @Test("a file in GB18030 is read, with a warning")
  func otherEncoding() throws {
    let community: [UInt8] = [0xC4, 0xB3, 0xB4, 0xE5]  // 某村
    let parts = TinyStandard.elevation.split(separator: "某村").map { Array($0.utf8) }
    #expect(parts.count == 2)
    let sources = TinyStandard.files.map { path, text in
      StandardSource(
        path: path, bytes: path == "elevation.yaml" ? parts[0] + community + parts[1] : Array(text.utf8))
    }
    var loader = StandardLoader(sources, directory: "Rules/tiny")
    let loaded = loader.load()
    let standard = try #require(loaded)
    #expect(standard.elevation?.placeholders["community"] == "某村")
    #expect(loader.diagnostics.map(\.severity) == [.warning])
    #expect(loader.diagnostics.first?.location?.file == "Rules/tiny/elevation.yaml")
  }

  @Test("where only the elevation is wrong, the rules can be looked through all the same")
  func wrongElevation() {
    func load(_ old: String, _ new: String) -> StandardLoader {
      let sources = TinyStandard.files.map { path, text in
        StandardSource(path: path, bytes: Array((path == "standard.yaml" ? text : text.replacing(old, with: new)).utf8))
      }
      var loader = StandardLoader(sources, directory: "Rules/tiny")
      #expect(loader.load() == nil)
      return loader
    }
    let loader = load(
      "kind: hall, place: over-door, wording", "kind: hall, place: over-door, background: yellow, wording")
    #expect(loader.withWrongElevation?.rules.count == 4)
    #expect(loader.diagnostics.map(\.message.zh) == ["示意图的“background”与规则 hall.looks 不符"])
    #expect(loader.diagnostics.first?.help?.zh == "规则只准：绿")
    #expect(loader.diagnostics.first?.related.map(\.message.zh) == ["规则 hall.looks"])
    #expect(load("modality: must", "modality: most").withWrongElevation == nil)
  }

  @Test("a second elevation is one too many, and nothing else is said of either")
  func twoElevations() {
    let diagnostics = said(
      files: "[words.yaml, more.yaml, elevation.yaml]", more: ["more.yaml": "elevation: {signs: []}\n"])
    #expect(diagnostics.map(\.message.zh) == ["“elevation”写了两次"])
    #expect(diagnostics.first?.location?.file == "Rules/tiny/elevation.yaml")
    #expect(diagnostics.first?.related.map(\.location.file) == ["Rules/tiny/more.yaml"])
  }

  @Test("an elevation that a change contradicts names the change")
  func changedAgainstElevation() {
    let loaded = TinyStandard.tailored(
      "changes:\n  - {rule: hall.count, set: {exactly: 2}, reason: {zh: 两门, en: Two doors}}\n")
    #expect(loaded.standard == nil)
    #expect(loaded.diagnostics.map(\.message.zh) == ["规则 hall.count 要求2块，示意图画了1块"])
    #expect(loaded.diagnostics.first?.related.map(\.message.zh) == ["规则 hall.count", "在这里调整过"])
    #expect(
      loaded.diagnostics.first?.related.map(\.location.file) == ["Rules/tiny/words.yaml", "Rules/tinier/own.yaml"])
  }

  @Test("what is only encouraged compels no drawing")
  func encouraged() {
    let bare = "elevation: {signs: []}\n"
    #expect(TinyStandard.load(elevation: bare).diagnostics.map(\.message.zh) == ["规则 hall.count 要求1块，示意图画了0块"])
    let loaded = TinyStandard.load(
      elevation: bare, replacing: "modality: must\n    zone: exterior\n    title: {zh: 匾为",
      with: "modality: encouraged\n    zone: exterior\n    title: {zh: 匾为")
    #expect(loaded.diagnostics == [])
  }
}

import Diagnostics
import Testing
import YAMLTree

@Suite struct KeyTests {
  @Test func duplicates() {
    let reading = read("名称: 1\nb: 2\n名称: 3\n")
    #expect(reading.places == ["3:1"])
    #expect(reading.diagnostics[0].related.map { place($0.location.range.start) } == ["1:1"])
    #expect(reading.messages == ["The key `名称` is repeated: it stands on line 1 already."])
    #expect(reading.outcomes == [.document, .end])
    #expect(reading.errors[0])
  }

  @Test(arguments: [
    ("Ａ: 1\nA: 2", 1), ("é: 1\ne\u{301}: 2", 1), ("①: 1\n1: 2", 1), ("ａ: 1\nb: 2", 0), ("'a': 1\na: 2", 1),
    ("a: 1\nA: 2", 0), ("x: {a: 1}\na: 2", 0), ("- a: 1\n- a: 2", 0), ("a: {a: {a: 1}}", 0),
    ("a: 1\na: 2\na: 3", 2), ("羽: 1\n\u{FA1E}: 2", 1),
  ])
  func sameness(text: String, count: Int) {
    #expect(read(text).diagnostics.count == count)
  }

  @Test func manyKeysTakeLinearTime() {
    let keys = (0..<90_000).map { "k\($0): 1\n" }.joined()
    let clock = ContinuousClock()
    var reading = Reading()
    let time = clock.measure { reading = read(keys + "k777: 2\nk89999: 3\n") }
    #expect(reading.places == ["90001:1", "90002:1"])
    #expect(reading.diagnostics.map { $0.related.first?.location.range.start.line } == [778, 90_000])
    #expect(time < .seconds(5))
  }

  @Test func collectionsAsKeys() {
    #expect(read("[a, b]: 1\n{c: d}: 2\n").places == ["1:1", "2:1"])
    #expect(read("? - a\n: 1\n").diagnostics.count == 1)
    #expect(read("? a\n: 1\n").diagnostics.isEmpty)
  }

  @Test func mergeKeys() {
    for policy in [YAMLPolicy.plain, .aliased] {
      #expect(read("b:\n  <<: {c: 1}\n", policy: policy).places == ["2:3"])
      #expect(read("'<<': 1\n", policy: policy).diagnostics.isEmpty)
    }
  }
}

@Suite struct AliasTests {
  @Test func refused() {
    let reading = read("a: &x 1\nb: *x\nc: *nix\n")
    #expect(reading.places == ["1:4", "2:4", "3:4"])
    #expect(reading.trees[0].dump() == "{a: 1, b: , c: }")
    #expect(reading.trees[0].isWellFormed)
    #expect(reading.outcomes == [.document, .end])
  }

  @Test func expanded() {
    let reading = read("a: &x {b: [1, 2]}\nc: *x\nd: &x 3\n*x : [*x, *x]\n", policy: .aliased)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.trees[0].dump() == "{a: {b: [1, 2]}, c: {b: [1, 2]}, d: 3, 3: [3, 3]}")
    #expect(reading.trees[0].isWellFormed)
  }

  @Test func undefinedAndCyclic() {
    let reading = read("a: &x [*x]\nb: *y\n", policy: .aliased)
    #expect(reading.places == ["1:8", "2:4"])
    #expect(reading.messages[0].contains("inside its own anchor"))
    #expect(reading.messages[1].contains("no anchor"))
    #expect(read("a: &x 1\n---\nb: *x\n", policy: .aliased).places == ["2:1", "3:4"].suffix(1))
  }

  @Test func keysThatAliasesMake() {
    #expect(read("- &x a\n- {*x : 1, a: 2}\n", policy: .aliased).messages.count == 1)
    #expect(read("- &x [a]\n- {*x : 1}\n", policy: .aliased).messages.count == 1)
    #expect(read("- &x '<<'\n- {*x : 1}\n", policy: .aliased).messages.isEmpty)
  }

  @Test(arguments: [YAMLPolicy.plain, .aliased])
  func billionLaughs(policy: YAMLPolicy) {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1...20 {
      let alias = "*a\(level - 1)"
      text += "a\(level): &a\(level) [" + Array(repeating: alias, count: 9).joined(separator: ",") + "]\n"
    }
    let clock = ContinuousClock()
    var reading = Reading()
    let time = clock.measure { reading = read(text, policy: policy) }
    #expect(time < .milliseconds(500))
    #expect(!reading.diagnostics.isEmpty)
    #expect(reading.trees[0].nodes.count <= YAMLLimits.standard.nodes)
    #expect(reading.trees[0].isWellFormed)
  }

  @Test func nodeBudgetOfCopies() {
    var limits = YAMLLimits.standard
    limits.nodes = 9
    #expect(read("[&x [1, 2], *x, 3, 4]", policy: .aliased, limits: limits).diagnostics.isEmpty)
    #expect(read("[&x [1, 2], *x, 3, 4, 5]", policy: .aliased, limits: limits).outcomes == [.broken, .end])
    #expect(read("[&x [1, 2], 3, 4, *x, *x]", policy: .aliased, limits: limits).outcomes == [.broken, .end])
  }

  @Test func depthOfCopies() {
    var text = "- &a0 []\n"
    for level in 1...70 { text += "- &a\(level) [*a\(level - 1)]\n" }
    let reading = read(text, policy: .aliased)
    #expect(reading.outcomes == [.broken, .end])
    #expect(reading.places == ["64:\("- &a63 [".count + 1)"])
  }

  @Test(arguments: [
    ("!!python/object:os.system x", "1:1"), ("a: !!str 1", "1:4"), ("a: ! 1", "1:4"), ("a: ! 'x'", "1:4"),
    ("a: !x {b: 1}", "1:4"), ("a: !x\n  - b", "1:4"), ("a: !", "1:4"), ("a: ! |\n  x", "1:4"), ("柳: ! 荫", "1:4"),
  ])
  func tags(text: String, place: String) {
    for policy in [YAMLPolicy.plain, .aliased] {
      #expect(read(text, policy: policy).places == [place])
    }
  }

  @Test func exclamationMarksInTexts() {
    #expect(read("a: x!\nb: '!'\nc: \"!\"\nd: |\n  !\ne:\nf!: [y!]\n# !\n").diagnostics.isEmpty)
  }
}

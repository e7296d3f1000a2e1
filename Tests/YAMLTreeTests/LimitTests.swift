import Diagnostics
import Testing
import YAMLTree

@Suite struct LimitTests {
  @Test func depth() {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(read(nested(64)).outcomes == [.document, .end])
    #expect(read(nested(64)).diagnostics.isEmpty)
    let over = read(nested(65))
    #expect(over.outcomes == [.broken, .end])
    #expect(over.places == ["1:65"])
    #expect(over.trees[0].isWellFormed && over.trees[0].nodes.count == 64)
  }

  @Test(arguments: ["[", "{a: ", "- ", "{a: [", "? "])
  func endlessNesting(piece: String) {
    var limits = YAMLLimits.standard
    limits.fileSize = 6 << 20
    let bytes = Array(String(repeating: piece, count: (5 << 20) / piece.utf8.count).utf8)
    let clock = ContinuousClock()
    var reading = Reading()
    let time = clock.measure { reading = read(bytes, limits: limits) }
    #expect(reading.outcomes == [.broken, .end])
    #expect(reading.diagnostics.count >= 1)
    #expect(reading.trees[0].isWellFormed)
    #expect(time < .milliseconds(500))  // 50 in a release build; tests are not optimised
  }

  /// The search for what a person did wrong looks at the lines before an error, and must not take them anew each time.
  @Test func manyBlankLinesBeforeAnError() {
    let text = "a：1\n" + String(repeating: "\n", count: 60_000) + "b: ]\n"
    let clock = ContinuousClock()
    var reading = Reading()
    let time = clock.measure { reading = read(text) }
    #expect(reading.places == ["1:2"])
    #expect(time < .seconds(2))
  }

  @Test func nodes() {
    var limits = YAMLLimits.standard
    limits.nodes = 5
    #expect(read("{a: 1, b: 2}", limits: limits).diagnostics.isEmpty)
    let over = read("{a: 1, b: [], c: 3}", limits: limits)
    #expect(over.outcomes == [.broken, .end])
    #expect(over.messages == ["The document has more than 5 keys and values."])
    #expect(over.places == ["1:15"])
    #expect(over.trees[0].isWellFormed)
  }

  @Test func scalarLength() {
    var limits = YAMLLimits.standard
    limits.scalarLength = 9
    #expect(read("a: 柳荫社", limits: limits).diagnostics.isEmpty)
    let over = read("a: 柳荫社x\nb: 1", limits: limits)
    #expect(over.outcomes == [.document, .end])
    #expect(over.errors[0])
    #expect(over.places == ["1:4"])
    #expect(read("a: " + String(repeating: "x", count: 64 << 10)).diagnostics.isEmpty)
    #expect(read("a: " + String(repeating: "x", count: 64 << 10 + 1)).diagnostics.count == 1)
  }

  @Test func keyLength() {
    let key = String(repeating: "键", count: 256)
    #expect(read("\(key): 1").diagnostics.isEmpty)
    let over = read("a: 1\n\(key)多: 1")
    #expect(over.places == ["2:1"])
    #expect(over.messages == ["This key has 257 characters, more than the limit of 256."])
    #expect(over.errors[0])
  }

  @Test func documents() {
    var limits = YAMLLimits.standard
    limits.documents = 3
    #expect(read("a\n---\nb\n---\nc\n", limits: limits).diagnostics.isEmpty)
    let over = read("a\n---\nb\n---\nc\n---\nd\n", limits: limits)
    #expect(over.outcomes == [.document, .document, .document, .broken, .end])
    #expect(over.places == ["6:1"])
  }

  @Test func fileSize() {
    var limits = YAMLLimits.standard
    limits.fileSize = 4
    #expect(read("a: 1", limits: limits).diagnostics.isEmpty)
    #expect(read("a: 12", limits: limits).places == ["1:1"])
    #expect(read("a: 12", limits: limits).outcomes.isEmpty)
  }

  @Test func diagnostics() {
    let list = String(repeating: "- *a\n", count: 100)
    #expect(read(list).diagnostics.count == 100)
    #expect(read(list).omitted == 0)
    #expect(read(list + "- *a\n").diagnostics.count == 100)
    #expect(read(list + "- *a\n---\n*b").omitted == 2)
    #expect(read(list + "- *a\n---\n*b").errors == [true, true, false])
  }
}

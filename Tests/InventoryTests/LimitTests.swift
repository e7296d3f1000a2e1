import Diagnostics
import Inventory
import Testing
import YAMLTree

/// The limits as they are in force, each at the limit and one over.
@Suite("An inventory is read up to a limit")
struct LimitTests {
  /// How many documents are read without an error, and what is said.
  private func read(_ text: String) -> (documents: Int, said: [String]) {
    var diagnostics: [Diagnostic] = []
    guard
      let source = SourceText.decode(Array(text.utf8), file: "f", limits: .standard, diagnostics: &diagnostics)
    else { return (0, diagnostics.map(Read.line)) }
    var reader = YAMLDocumentReader(source, policy: .plain, limits: .standard)
    var inventory = Inventory()
    var documents = 0
    while true {
      var problems = Problems(file: "f")
      let outcome = reader.next(into: &inventory.tree, diagnostics: &problems.diagnostics)
      if outcome == .end { break }
      if outcome == .document { inventory.read(root: inventory.tree.root, words: Read.words, &problems) }
      if outcome == .document, !problems.hasErrors { documents += 1 }
      diagnostics += problems.diagnostics
    }
    return (documents, diagnostics.map(Read.line))
  }

  private func check(_ isOver: Bool, _ text: String, _ said: String) {
    let result = read(text)
    #expect(result.documents == (isOver ? 0 : 1))
    #expect(result.said == (isOver ? [said] : []))
  }

  @Test("4 MiB a file", arguments: [false, true])
  func fileSize(isOver: Bool) {
    let text = Read.head + "signs: []\n#"
    let padded = text + String(repeating: "x", count: 4 << 20 - text.utf8.count + (isOver ? 1 : 0))
    let result = read(padded)
    #expect(result.documents == (isOver ? 0 : 1))
    #expect(result.said.count == (isOver ? 1 : 0))
  }

  @Test("64 levels", arguments: [false, true])
  func depth(isOver: Bool) {
    // The root, `signs` and the sign are three. No inventory nests so deep, but what is wrong with it is another thing.
    let levels = isOver ? 62 : 61
    let text =
      Read.head + "signs: [{id: A, photo: " + String(repeating: "[", count: levels)
      + String(repeating: "]", count: levels)
      + "}]\n"
    let said = read(text).said
    #expect(said.count == 1)
    #expect(said[0].contains("deeper than 64 levels") == isOver, "\(said)")
  }

  @Test("200,000 keys and values", arguments: [false, true])
  func nodes(isOver: Bool) {
    // The root, `community` with its mapping and six texts, `signs` with its list, and for each sign 3 or 5.
    let fixed = 1 + 2 + 6 + 2
    let left = 200_000 - fixed + (isOver ? 1 : 0)
    let five = left % 3 == 0 ? 0 : left % 3 == 2 ? 1 : 2
    let three = (left - 5 * five) / 3
    #expect(three * 3 + five * 5 == left)
    let signs = (0..<five).map { "{id: a\($0), kind: other}" } + (0..<three).map { "{id: b\($0)}" }
    let result = read(Read.head + "signs: [" + signs.joined(separator: ",") + "]\n")
    #expect(result.documents == (isOver ? 0 : 1))
    #expect(
      result.said.map { $0.drop { $0 != " " } }
        == (isOver ? [" The document has more than 200000 keys and values."] : []))
  }

  @Test("64 KiB a text", arguments: [false, true])
  func scalar(isOver: Bool) {
    let text = String(repeating: "甲", count: 21845) + (isOver ? "ab" : "a")
    #expect(text.utf8.count == 65536 + (isOver ? 1 : 0))
    check(
      isOver, Read.head + "signs: [{id: A, text: \(text)}]\n",
      "2:23 This text has 65537 bytes, more than the limit of 65536.")
  }

  @Test("256 characters a key", arguments: [false, true])
  func key(isOver: Bool) {
    let key = String(repeating: "键", count: isOver ? 257 : 256)
    let said = read(Read.head + "signs: []\n\(key): 1\n").said
    // A key that long is never known; only beyond the limit is its length what is said.
    #expect(said.contains { $0.contains("257 characters") } == isOver)
    #expect(said.contains { $0.hasPrefix("3:1 ") })
  }

  @Test("10,000 documents a file", arguments: [false, true])
  func documents(isOver: Bool) {
    let text = Read.head + "signs: []\n"
    let result = read(Array(repeating: text, count: isOver ? 10_001 : 10_000).joined(separator: "---\n"))
    #expect(result.documents == 10_000)
    #expect(result.said.count == (isOver ? 1 : 0))
  }
}

import Diagnostics
import Standard
import TestSupport
import Testing
import YAMLTree

@Suite("The guide to the embedded standard")
struct GuideTests {
  static let guide = Guide(Trials.standard)

  @Test("has every clause with its own words, and every rule once")
  func whole() {
    #expect(Self.guide.chapters.map(\.clause) == Trials.standard.clauses)
    let ids = Self.guide.chapters.flatMap(\.entries).map(\.id) + Self.guide.records.map(\.id)
    #expect(ids.sorted() == Trials.standard.rules.map(\.id).sorted())
  }

  @Test("leaves no slot open and no space where a sign's id stood")
  func slots() {
    for entry in Self.guide.chapters.flatMap(\.entries) + Self.guide.records {
      for remedy in entry.remedies {
        #expect(!remedy.zh.contains("{") && !remedy.en.contains("{"), "\(entry.id)")
        #expect(!remedy.zh.contains("该牌 ") && !remedy.zh.contains(" 该牌"), "\(remedy.zh)")
      }
    }
  }

  @Test("shows examples that are YAML as they stand", arguments: Self.guide.chapters.flatMap(\.entries))
  func examples(_ entry: Guide.Entry) {
    #expect(entry.examples.contains { $0.outcome == "pass" })
    for proof in entry.examples {
      var diagnostics: [Diagnostic] = []
      let source = SourceText.decode(
        Array(proof.text.utf8), file: entry.id, limits: .standard, diagnostics: &diagnostics)
      guard let source else {
        Issue.record("\(entry.id): \(proof.name)")
        continue
      }
      var reader = YAMLDocumentReader(source, policy: .plain, limits: .standard)
      var tree = YAMLTree()
      let outcome = reader.next(into: &tree, diagnostics: &diagnostics)
      #expect(outcome == .document && diagnostics == [], "\(entry.id): \(proof.name): \(proof.text)")
      #expect(tree.pairs(of: tree.root).contains { tree.matches($0.key, "signs") || tree.matches($0.key, "标识牌") })
    }
  }
}

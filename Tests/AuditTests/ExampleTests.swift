import Audit
import Diagnostics
import Standard
import TestSupport
import Testing

@Suite("The embedded standard")
struct ExampleTests {
  @Test("is read without a word")
  func loads() {
    #expect(EmbeddedStandard.load().diagnostics == [])
  }

  @Test("proves itself: every example of every rule holds", arguments: Trials.standard.rules.map(\.id))
  func examples(rule: String) {
    #expect(ExampleRunner.run(Trials.standard, only: rule).map(\.message.zh) == [])
  }

  @Test("is refused with every problem at its line")
  func broken() throws {
    var sources = EmbeddedStandard.sources
    let index = try #require(sources.firstIndex { $0.path == "rules/service-center.yaml" })
    var text = String(decoding: sources[index].bytes, as: UTF8.self)
    text.replace("modality: must\n", with: "modality: shall\n", maxReplacements: 1)
    text.replace("kind: service-center", with: "kind: service-centre", maxReplacements: 1)
    text.replace("exactly: 1", with: "at_least: 3, at_most: 1", maxReplacements: 1)
    sources[index].bytes = Array(text.utf8)
    var loader = StandardLoader(sources, directory: "Rules/x")
    #expect(loader.load() == nil)
    let messages = loader.diagnostics.map(\.message.en)
    #expect(messages.contains("`modality` has no word `shall`"))
    #expect(messages.contains("`kind` has no word `service-centre`"))
    #expect(messages.contains("at_least (3) is above at_most (1)"))
    #expect(loader.diagnostics.allSatisfy { $0.location != nil })
  }

  @Test("an empty directory is no standard")
  func empty() {
    var loader = StandardLoader([], directory: "Rules/none")
    #expect(loader.load() == nil)
    #expect(loader.diagnostics.count == 1)
  }
}

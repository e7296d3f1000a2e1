import Diagnostics
import Inventory
import Standard
import TestSupport
import Testing
import YAMLTree

@testable import Audit

/// What a baseline knows, and what is new.
@Suite struct BaselineTests {
  static func wall(_ community: String, _ signs: String) -> String {
    "community: {district: 临江区, street: 江畔街道, name: \(community)}\nsurvey: {viewpoint: facing-entrance}\n"
      + "signs:\n\(signs)\n"
  }

  /// A surplus sign outside; with a place that is not recorded it is undetermined.
  static func poster(_ id: String, place: String? = "facade") -> String {
    "  - {id: \(id), kind: display-panel, text: 展板\(place.map { ", place: \($0)" } ?? ""), demanded_by: none}"
  }

  struct Outcome {
    var batch: Batch
    var communities: [CommunityReport]

    /// The findings that a gate counts, as `rule sign`.
    var new: [String] {
      communities.flatMap(\.findings).filter { $0.outcome == .fail && !$0.isBaselined }.map {
        "\(Trials.standard.rules[$0.rule].id) \($0.sign ?? "–")"
      }
    }
  }

  static func audit(
    _ texts: [String], _ entries: [BaselineEntry]?, waivers: [Waiver] = [], roster: Roster? = nil, isWhole: Bool = true
  ) -> Outcome {
    var settings = AuditSettings(
      standard: Trials.standard, roster: roster,
      waivers: WaiverBook(waivers, asOf: Trials.day, standard: Trials.standard), language: .zh)
    settings.baseline = entries.map { Baseline($0, Trials.standard) }
    var batch = Batch(settings, streets: [], isWhole: isWhole)
    let auditor = Auditor(settings)
    var communities: [CommunityReport] = []
    for text in texts {
      var problems = Problems(file: "t.yaml")
      guard
        let source = SourceText.decode(
          Array(text.utf8), file: "t.yaml", limits: .standard, diagnostics: &problems.diagnostics)
      else { continue }
      var reader = YAMLDocumentReader(source, policy: .plain, limits: .standard)
      var inventory = Inventory()
      _ = reader.next(into: &inventory.tree, diagnostics: &problems.diagnostics)
      inventory.read(root: inventory.tree.root, words: Trials.standard.vocabulary.words, &problems)
      let result =
        problems.hasErrors
        ? auditor.unreadable(inventory, file: "t.yaml", diagnostics: problems.diagnostics)
        : auditor.audit(inventory, file: "t.yaml", diagnostics: [])
      if let report = batch.add(result) { communities.append(report) }
    }
    communities += batch.missing()
    return Outcome(batch: batch, communities: communities)
  }

  static func entries(_ texts: [String]) -> [BaselineEntry] {
    audit(texts, nil).communities.flatMap { Baseline.entries(of: $0, rules: Trials.standard.ruleSummaries) }
  }

  /// The waivers in a text.
  static func read(_ text: String) -> (waivers: [Waiver], diagnostics: [Diagnostic]) {
    var problems = Problems(file: "w.yaml")
    guard
      let source = SourceText.decode(
        Array(text.utf8), file: "w.yaml", limits: .standard, diagnostics: &problems.diagnostics)
    else { return ([], problems.diagnostics) }
    var reader = YAMLDocumentReader(source, policy: .plain, limits: .standard)
    var tree = YAMLTree()
    _ = reader.next(into: &tree, diagnostics: &problems.diagnostics)
    let waivers = Waiver.read(tree, &problems)
    return (waivers, problems.diagnostics)
  }

  /// The entries, read from what they are written as.
  static func reread(_ entries: [BaselineEntry]) -> (entries: [BaselineEntry], diagnostics: [Diagnostic]) {
    var problems = Problems(file: "b.yaml")
    guard
      let source = SourceText.decode(
        BaselineEntry.file(entries), file: "b.yaml", limits: .roster, diagnostics: &problems.diagnostics)
    else { return ([], problems.diagnostics) }
    var reader = YAMLDocumentReader(source, policy: .plain, limits: .roster)
    var tree = YAMLTree()
    _ = reader.next(into: &tree, diagnostics: &problems.diagnostics)
    let read = BaselineEntry.read(tree, &problems)
    return (read, problems.diagnostics)
  }

  @Test("knows what was found before, under other lines and wordings, and nothing else")
  func newAndKnown() {
    let before = Self.wall("柳荫社区", Self.poster("W8"))
    let entries = Self.reread(Self.entries([before])).entries
    #expect(entries.contains { $0.rule == "exterior.surplus" && $0.sign == "W8" })
    #expect(Self.audit([before], entries).new.isEmpty)
    let after = "# a line more\n" + Self.wall("柳荫社区", Self.poster("W9") + "\n" + Self.poster("W8", place: "side-wall"))
    #expect(Self.audit([after], entries).new == ["exterior.surplus W9"])
    #expect(Self.audit([before], nil).batch.summary.gateCount(from: .error, strict: true) > 0)
    #expect(Self.audit([before], entries).batch.summary.gateCount(from: .advice, strict: true) == 0)
    #expect(Self.audit([after], entries).batch.summary.gateCount(from: .error, strict: false) == 1)
    #expect(Self.audit([after], entries).communities[0].status == .noncompliant)
  }

  @Test("counts a failure as new where only a doubt was known, and a doubt as known where a failure was")
  func worse() {
    let doubt = Self.wall("柳荫社区", "  - {id: N1, kind: display-panel, text: 展板, place: hall-wall}")
    let failure = Self.wall("柳荫社区", "  - {id: N1, kind: display-panel, text: 展板, place: hall-wall, demanded_by: 某局}")
    let fromDoubt = Self.audit([failure], Self.entries([doubt]))
    #expect(fromDoubt.new == ["negative-list.wall-panels N1"])
    #expect(fromDoubt.batch.staleEntries().map(\.state) == [.worse])
    let fromFailure = Self.audit([doubt], Self.entries([failure]))
    #expect(fromFailure.new.isEmpty)
    #expect(fromFailure.batch.staleEntries().isEmpty)
    #expect(fromFailure.batch.summary.baselined.undetermined > 0)
  }

  @Test("says which entries are stale, but not of what it could not read, and of a part only of what it has")
  func stale() {
    let first = Self.wall("柳荫社区", Self.poster("W8"))
    let second = Self.wall("渡口社区", Self.poster("W8"))
    let entries = Self.entries([first, second])
    let fixed = Self.wall("柳荫社区", "  - {id: W8, state: removed}")
    let batch = Self.audit([fixed, second], entries).batch
    #expect(batch.staleEntries().map { entries[$0.entry].sign } == ["W8"])
    #expect(batch.baselineDiagnostics(.error).map(\.severity) == [.error])
    let broken = Self.wall("渡口社区", "  - {id: W8, kin: x}")
    #expect(Self.audit([fixed, broken], entries).batch.staleEntries().map { entries[$0.entry].community } == ["柳荫社区"])
    #expect(Self.audit([fixed, "a: 1\n"], entries).batch.staleEntries().isEmpty)
    #expect(!Self.audit([fixed, "a: 1\n"], entries).batch.canJudgeBaseline)
    let part = Self.audit([fixed], entries, isWhole: false).batch
    #expect(part.staleEntries().map { entries[$0.entry].community } == ["柳荫社区"])
    #expect(part.partDiagnostics().map { $0.message.en.contains("stale") } == [true])
    let gone = Self.audit([fixed], entries).batch.staleEntries()
    #expect(Set(gone.filter { !$0.isSeen }.map { entries[$0.entry].community }) == ["渡口社区"])
  }

  @Test("of a part, judges no entry of another site, and none that needs other inventories")
  func part() throws {
    let first = Self.wall("柳荫社区", Self.poster("W8"))
    let site = first.replacing("signs:", with: "facility: {name: 河东服务点}\nsigns:")
    let entries = Self.entries([first, site, first])
    #expect(entries.contains { $0.rule == "community.unique" } && entries.contains { $0.facility == "河东服务点" })
    let fixed = Self.wall("柳荫社区", "  - {id: W8, state: removed}")
    let stale = Self.audit([fixed], entries, isWhole: false).batch.staleEntries().map { entries[$0.entry] }
    #expect(stale.map(\.rule) == ["exterior.surplus"] && stale.map(\.facility) == [nil])
    #expect(Self.audit([], entries, isWhole: false).batch.staleEntries().isEmpty)
  }

  @Test("does not let an entry cover for a waiver")
  func waived() throws {
    let text = Self.wall("柳荫社区", Self.poster("W8"))
    let entries = Self.entries([text])
    let waivers = Self.read(
      """
      waivers: 1
      entries:
        - {rule: exterior.surplus, street: 江畔街道, community: 柳荫社区, sign: W8, reason: 甲, approved_by: 乙, document: 丙,
           expires: 2026-12-31}
      """)
    #expect(waivers.diagnostics.isEmpty)
    let outcome = Self.audit([text], entries, waivers: waivers.waivers)
    let index = try #require(entries.firstIndex { $0.rule == "exterior.surplus" })
    #expect(outcome.batch.staleEntries().map(\.entry) == [index])
    #expect(outcome.batch.staleEntries().map(\.state) == [.waived])
    #expect(outcome.communities.flatMap(\.findings).filter { $0.outcome == .waived }.allSatisfy { !$0.isBaselined })
  }

  @Test("knows one more inventory of a community for each entry, not all that follow")
  func repeated() {
    let text = Self.wall("柳荫社区", "  - {id: W8, state: removed}")
    let entries = Self.entries([text, text])
    #expect(entries.filter { $0.rule == "community.unique" }.count == 1)
    #expect(Self.audit([text, text], entries).new.isEmpty)
    #expect(Self.audit([text, text, text], entries).new == ["community.unique –"])
  }

  @Test("writes stubs that are no waivers until the district has filled them in", arguments: Language.allCases)
  func stubs(language: Language) {
    let stub = WaiverStub(
      rule: "exterior.surplus", district: "临江区", street: "江畔街道", community: "柳荫\"社区: #", sign: "W8", subject: nil,
      comments: ["一\n二"])
    let text = String(decoding: WaiverStub.file([stub, stub], language), as: UTF8.self)
    let read = Self.read(text)
    #expect(read.waivers.isEmpty)
    #expect(read.diagnostics.map { $0.location?.range.start.line } == [10, 11, 12, 13, 20, 21, 22, 23])
    #expect(read.diagnostics.allSatisfy { $0.message.en.contains("not filled in") })
    var filled = text
    for (empty, value) in [
      ("理由:", "甲"), ("批准人:", "乙"), ("文号:", "丙"), ("有效期至:", "2026-12-31"), ("reason:", "甲"), ("approved_by:", "乙"),
      ("document:", "丙"), ("expires:", "2026-12-31"),
    ] {
      filled.replace("\(empty)\n", with: "\(empty) \(value)\n")
    }
    #expect(Self.read(filled).diagnostics.isEmpty)
    #expect(Self.read(filled).waivers.map(\.community) == ["柳荫\"社区: #", "柳荫\"社区: #"])
  }

  @Test("is written one finding a line, sorted, and read back as it was, whatever texts hold")
  func file() {
    let hostile = "W\"\u{301}: ]}\n# \u{202E}'\\"
    let place = SourceLocation(file: "t.yaml", range: SourceRange(at: .start))
    let entries = [("b", hostile), ("a", hostile), ("a", "W1")].map { rule, sign in
      BaselineEntry(
        rule: rule, district: "临江区", street: "江畔街道", community: hostile, facility: hostile, sign: sign,
        subject: "entry:\(hostile)", isUndetermined: sign == "W1", fingerprint: "0e1", text: hostile, location: place)
    }
    let lines = String(decoding: BaselineEntry.file(entries), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 5)
    #expect(BaselineEntry.file(entries) == BaselineEntry.file(entries.reversed()))
    let read = Self.reread(entries)
    #expect(read.diagnostics.isEmpty)
    #expect(
      read.entries.map {
        var entry = $0
        entry.location = place
        return entry
      } == [entries[1], entries[2], entries[0]])
    #expect(read.entries.map(\.location.range.start.line) == [3, 4, 5])
    #expect(Self.reread([]).diagnostics.isEmpty)
  }

  @Test("refuses an entry that says something else than its fingerprint")
  func forged() {
    var entries = Self.entries([Self.wall("柳荫社区", Self.poster("W8"))])
    #expect(Baseline.problems(entries, Trials.standard).isEmpty)
    entries[0].community = "渡口社区"
    #expect(Baseline.problems(entries, Trials.standard).count == 1)
  }

  @Test("refuses unknown keys, words and missing fields with their places")
  func wrong() {
    var problems = Problems(file: "b.yaml")
    let text = """
      baseline: 1
      entries:
        - {rule: a, district: b, street: c, community: d, fingerprnt: e}
        - {rule: a, district: b, street: c, community: d, fingerprint: e, outcome: waived}
      """
    guard
      let source = SourceText.decode(
        Array(text.utf8), file: "b.yaml", limits: .standard, diagnostics: &problems.diagnostics)
    else { return }
    var reader = YAMLDocumentReader(source, policy: .plain, limits: .standard)
    var tree = YAMLTree()
    _ = reader.next(into: &tree, diagnostics: &problems.diagnostics)
    #expect(BaselineEntry.read(tree, &problems).isEmpty)
    #expect(problems.diagnostics.map { $0.location?.range.start.line } == [3, 3, 4])
    #expect(problems.diagnostics[0].help?.en.contains("fingerprint") == true)
  }
}

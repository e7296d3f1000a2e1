package import Diagnostics
package import Inventory

/// The streets that a batch is to report, and the streets that there are.
///
/// A name that no street has would leave out everything, and an empty report reads as if all were well.
package struct StreetFilter: Sendable {
  /// The streets that are asked for, as they were named and in compared short form; empty: all.
  private let asked: [(name: String, key: String)]
  private let keys: Set<String>
  private let endings: [ShortNames.Ending]
  /// The streets of the roster and of the inventories so far, as they are shown; kept only where some are asked for.
  private var known: [String] = []
  private var knownKeys: Set<String> = []

  /// - Parameters:
  ///   - names: the streets to report, in any form; empty: all.
  ///   - endings: how names are shortened.
  ///   - roster: the roster, where there is one.
  package init(_ names: [String], _ endings: [ShortNames.Ending], roster: Roster?) {
    asked = names.map { ($0, ShortNames.short(ComparedText.of($0), endings)) }
    keys = Set(asked.map(\.key))
    self.endings = endings
    for street in roster?.streets ?? [] { meet(street.street) }
  }

  /// Whether a street, in any form, is to be reported; nil, one that could not be read, may be one that is asked for.
  package func contains(_ street: String?) -> Bool {
    keys.isEmpty || street.map { keys.contains(ShortNames.short(ComparedText.of($0), endings)) } ?? true
  }

  /// The names that are asked for, in a row, as they were named.
  package func shown(_ language: Language) -> String {
    asked.map(\.name).joined(separator: language == .zh ? "、" : ", ")
  }

  /// Takes notice of the street of an inventory, in short form.
  mutating func meet(_ street: String?) {
    guard !keys.isEmpty, let street, knownKeys.insert(ComparedText.of(street)).inserted else { return }
    known.append(street)
  }

  /// What is to be said, after the last inventory, of names that no street has: each once.
  ///
  /// - Parameter isPart: whether only some inventories were listed and no roster tells of the others: then a street may
  ///   well be there, and nothing is wrong but that nothing was found.
  func diagnostics(isPart: Bool) -> [Diagnostic] {
    isPart
      ? diagnostics(of: BilingualText(zh: "清单列出的台账里", en: "the listed inventories"), .warning)
      : diagnostics(of: BilingualText(zh: "名册和台账里都", en: "the roster or the inventories"))
  }

  /// What is to be said of names that no street of the roster has, where nothing but the roster counts: each once.
  package var rosterDiagnostics: [Diagnostic] { diagnostics(of: BilingualText(zh: "名册里", en: "the roster")) }

  private func diagnostics(of source: BilingualText, _ severity: Severity = .error) -> [Diagnostic] {
    var said: Set<String> = []
    return asked.filter { !knownKeys.contains($0.key) && said.insert($0.key).inserted }.map { name, _ in
      Diagnostic(
        severity,
        BilingualText(
          zh: "\(source.zh)没有“\(name)”这个街道", en: "no street `\(name)` in \(source.en)"),
        help: Spelling.suggestion(for: name, among: known) ?? all)
    }
  }

  /// The streets that there are, as far as a line holds them.
  private var all: BilingualText? {
    guard let first = known.first else { return nil }
    let rest = known.dropFirst().prefix(11)
    let more =
      known.count > 12 ? (zh: "等 \(known.count) 个", en: " and others, \(known.count) in all") : (zh: "", en: "")
    return BilingualText(
      zh: "街道有：\(([first] + rest).joined(separator: "、"))\(more.zh)",
      en: "the streets: \(([first] + rest).joined(separator: ", "))\(more.en)")
  }
}

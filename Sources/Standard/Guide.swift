package import Diagnostics
import Inventory
import YAMLTree

/// A standard as people read it: by clause, with the rules that make it checkable and their proofs. What `rules guide`
/// prints; generated from the standard's files, never written by hand.
package struct Guide: Sendable, Hashable {
  /// The standard's id, title, issuer, source and digest.
  package var id: String
  package var title: BilingualText
  package var issuer: BilingualText
  package var source: BilingualText
  package var digest: String
  /// What it changes in the standards that it extends.
  package var deviations: [BilingualText]
  /// The clauses in order, each with the rules that name it first.
  package var chapters: [Chapter]
  /// The rules that no clause stands behind: what the inventory itself must be.
  package var records: [Entry]

  /// A clause with its rules.
  package struct Chapter: Sendable, Hashable {
    package var clause: Clause
    package var entries: [Entry]
    /// Rules that stand under another clause and name this one too: ids and titles.
    package var others: [Entry]
  }

  /// A rule.
  package struct Entry: Sendable, Hashable {
    package var id: String
    package var title: BilingualText
    package var modality: Modality
    package var rationale: BilingualText
    /// What to do, each text once; slots are filled with words that stand for any community and any sign.
    package var remedies: [BilingualText]
    /// The exact words, where the rule prescribes any.
    package var wordings: [String]
    package var examples: [Proof]
    /// How this standard changes the rule of its parent, and why.
    package var deviations: [BilingualText] = []
    /// Whether standards that extend this one may make the rule only stricter.
    package var isLocked = false
    /// Whether it is one of `deviations` that locks it.
    package var locksItself = false
  }

  /// An example.
  package struct Proof: Sendable, Hashable {
    /// What it shows.
    package var name: String
    /// pass, fail, undetermined or not-applicable.
    package var outcome: String
    /// What is judged, in the order in which it is read.
    package var parts: [Part]

    /// A roster or an inventory of an example.
    package struct Part: Sendable, Hashable {
      /// What it is; nil where the example is one inventory.
      package var label: BilingualText?
      /// As the standard's file writes it, without its indentation.
      package var text: String
    }
  }
}

extension Guide {
  /// Makes the guide of a standard.
  package init(_ standard: Standard) {
    id = standard.id
    title = standard.title
    issuer = standard.issuer
    source = standard.source
    digest = standard.digest
    deviations = standard.deviations.byChange.map(\.text)
    let entries = standard.rules.map { Entry($0, standard) }
    chapters = standard.clauses.map { clause in
      let naming = standard.rules.indices.filter { standard.rules[$0].clauses.contains(clause.id) }
      let own = naming.filter { standard.rules[$0].clauses.first == clause.id }
      return Chapter(
        clause: clause, entries: own.map { entries[$0] },
        others: naming.filter { !own.contains($0) }.map { entries[$0] })
    }
    records = standard.rules.indices.filter { standard.rules[$0].clauses.isEmpty }.map { entries[$0] }
  }
}

extension Guide.Entry {
  /// A rule of a standard.
  package init(_ rule: Rule, _ standard: Standard) {
    id = rule.id
    title = rule.title
    modality = rule.modality
    rationale = rule.rationale
    var texts: [BilingualText] = []
    let reasons = rule.remedies.byReason.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
    let slots = GuideSlots(rule, standard)
    for template in [rule.remedies.common].compactMap(\.self) + reasons.map(\.value) {
      let text = slots.filled(template)
      if !texts.contains(text) { texts.append(text) }
    }
    remedies = texts
    wordings = slots.texts
    examples = rule.examples.map { Guide.Proof($0, standard) }
    let names = [rule.id] + rule.aliases
    let changes = standard.deviations.byChange.filter { $0.rule.map(names.contains) == true }
    deviations = changes.map(\.withoutRule)
    isLocked = rule.isLocked
    locksItself = changes.contains(where: \.isLock)
  }
}

extension Guide.Proof {
  fileprivate init(_ example: Example, _ standard: Standard) {
    name = example.name
    switch example.expectation {
    case .worst(let word): outcome = word
    case .findings(let findings):
      outcome =
        findings.contains { $0.outcome == "fail" } ? "fail" : findings.isEmpty ? "pass" : "undetermined"
    }
    let file = standard.files[example.file]
    parts =
      example.roster.map { [Part(label: BilingualText(zh: "名册", en: "Roster"), text: Self.lines($0, file))] } ?? []
    let isAlone = parts.isEmpty && example.inventories.count == 1
    for (index, inventory) in example.inventories.enumerated() {
      let number = example.inventories.count == 1 ? "" : " \(index + 1)"
      let label = isAlone ? nil : BilingualText(zh: "台账\(number)", en: "Inventory\(number)")
      parts.append(Part(label: label, text: Self.lines(inventory, file)))
    }
  }

  /// The lines of a mapping, without the indentation that they share.
  private static func lines(_ node: NodeIndex, _ file: StandardFile) -> String {
    let range = file.tree.range(of: node)
    guard let first = file.source.line(range.start.line) else { return "" }
    if range.start.line == range.end.line || isFlow(first, range.start.column) {
      return flow(range, file)
    }
    let indent = range.start.column - 1
    var text = ""
    for number in range.start.line...max(range.start.line, range.end.line) {
      guard let line = file.source.line(number) else { break }
      if number == range.end.line, range.end.column <= 1 { break }
      let scalars = line.unicodeScalars
      let kept =
        scalars.prefix(indent).allSatisfy { $0 == " " || number == range.start.line }
        ? scalars.dropFirst(indent) : scalars[...]
      text += String(kept) + "\n"
    }
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }

  private static func isFlow(_ line: String, _ column: Int) -> Bool {
    line.unicodeScalars.dropFirst(column - 1).first == "{"
  }

  /// A flow mapping, from its brace to the brace that closes it.
  private static func flow(_ range: SourceRange, _ file: StandardFile) -> String {
    var text = ""
    for number in range.start.line...range.end.line {
      guard let line = file.source.line(number) else { break }
      let scalars = Array(line.unicodeScalars)
      let from = number == range.start.line ? range.start.column - 1 : 0
      let to = number == range.end.line ? min(scalars.count, range.end.column - 1) : scalars.count
      guard from <= to else { continue }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[from..<to])
      let piece = String(view)
      text += (number == range.start.line ? piece : String(piece.unicodeScalars.drop { $0 == " " })) + "\n"
    }
    return text
  }
}

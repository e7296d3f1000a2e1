package import Diagnostics
package import YAMLTree

/// A finding that was known when a baseline was written: the boundary type for the baseline file, one entry a line.
package struct BaselineEntry: Sendable, Hashable {
  /// The id of the rule, or a former id of it.
  package var rule: String
  /// The district, short form.
  package var district: String
  /// The street, short form.
  package var street: String
  /// The community, short form.
  package var community: String
  /// The name of the facility, where the community has several.
  package var facility: String?
  /// The id of the sign, as in a finding.
  package var sign: String?
  /// The subject, as in a finding (`room:101`).
  package var subject: String?
  /// Whether it was undetermined, and not a failure.
  package var isUndetermined: Bool
  /// The finding's fingerprint.
  package var fingerprint: String
  /// What was wrong, for whoever reviews the file; nothing is decided by it.
  package var text: String
  /// Where it stands.
  package var location: SourceLocation

  /// Makes an entry.
  package init(
    rule: String, district: String, street: String, community: String, facility: String?, sign: String?,
    subject: String?, isUndetermined: Bool, fingerprint: String, text: String, location: SourceLocation
  ) {
    self.rule = rule
    self.district = district
    self.street = street
    self.community = community
    self.facility = facility
    self.sign = sign
    self.subject = subject
    self.isUndetermined = isUndetermined
    self.fingerprint = fingerprint
    self.text = text
    self.location = location
  }
}

extension BaselineEntry {
  /// Reads one document of a baseline file; an entry with an error is left out.
  package static func read(_ tree: YAMLTree, root: NodeIndex = 0, _ problems: inout Problems) -> [BaselineEntry] {
    var reading = Inventory()
    reading.tree = tree
    var list = noNode
    reading.eachPair(root, .baseline, &problems) { reading, key, _, value, problems in
      switch key {
      case .baseline: reading.readVersion(value, .baseline, &problems)
      case .entries: list = value
      default: break
      }
    }
    guard list != noNode else {
      problems.missingKey(tree, root, in: KeySet.baseline.what, key: .entries)
      return []
    }
    return reading.items(list, .entries, &problems).compactMap { entry(&reading, $0, &problems) }
  }

  private static func entry(
    _ reading: inout Inventory, _ node: NodeIndex, _ problems: inout Problems
  ) -> BaselineEntry? {
    var texts: [InventoryKey: TextField] = [:]
    var outcome = WordField()
    let before = problems.diagnostics.count
    reading.eachPair(node, .baselineEntry, &problems) { reading, key, _, value, problems in
      if key == .outcome {
        outcome = reading.word(value, key, FixedWords.knownOutcome, &problems)
      } else {
        texts[key] = reading.text(value, key, &problems)
      }
    }
    func optional(_ key: InventoryKey) -> String? {
      guard let field = texts[key], field.isRecorded else { return nil }
      return reading.string(field)
    }
    func required(_ key: InventoryKey) -> String {
      guard let text = optional(key) else {
        problems.missingKey(reading.tree, node, in: KeySet.baselineEntry.what, key: key)
        return ""
      }
      return text
    }
    let entry = BaselineEntry(
      rule: required(.rule), district: required(.district), street: required(.street),
      community: required(.community), facility: optional(.facility), sign: optional(.sign),
      subject: optional(.subject), isUndetermined: outcome.word == 1, fingerprint: required(.fingerprint),
      text: optional(.text) ?? "", location: problems.location(reading.tree, node))
    return problems.diagnostics.count == before ? entry : nil
  }
}

extension BaselineEntry {
  /// The entry as one line of YAML, without a line feed.
  ///
  /// Keys and words are the canonical ones: the file is written and read by programs, and only reviewed by people.
  package var line: String {
    func pair(_ key: InventoryKey, _ value: String) -> (key: String, value: String) {
      (key.word.canonical, YAMLText.scalar(value))
    }
    var pairs = [
      pair(.rule, rule), pair(.district, district), pair(.street, street), pair(.community, community),
    ]
    if let facility { pairs.append(pair(.facility, facility)) }
    if let sign { pairs.append(pair(.sign, sign)) }
    if let subject { pairs.append(pair(.subject, subject)) }
    if isUndetermined { pairs.append(pair(.outcome, FixedWords.knownOutcome[1].canonical)) }
    pairs.append(pair(.fingerprint, fingerprint))
    if !text.isEmpty { pairs.append(pair(.text, text)) }
    return "  - " + YAMLText.mapping(pairs)
  }

  /// A baseline file: a head and one entry a line, sorted by place, rule, sign and subject, so that what a change adds
  /// or takes away is a line of its difference.
  package static func file(_ entries: [BaselineEntry]) -> [UInt8] {
    let head = "baseline: 1\n" + (entries.isEmpty ? "entries: []\n" : "entries:\n")
    let lines = entries.map { (keys: $0.sortKeys, line: $0.line) }.sorted { left, right in
      for (one, other) in zip(left.keys, right.keys) where one != other {
        return one.lexicographicallyPrecedes(other)
      }
      return false
    }
    return Array((head + lines.map { $0.line + "\n" }.joined()).utf8)
  }

  private var sortKeys: [[UInt8]] {
    [district, street, community, facility ?? "", rule, sign ?? "", subject ?? "", fingerprint].map { Array($0.utf8) }
  }
}

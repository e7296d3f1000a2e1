package import Diagnostics
package import Inventory
package import Standard

/// How a rule came out for one sign, subject or community.
package enum Outcome: String, Sendable, Hashable, CaseIterable {
  /// The rule is kept. Reported only where passes are asked for.
  case pass
  /// The rule is broken.
  case fail
  /// What is recorded does not say (待核实).
  case undetermined
  /// Broken, and excused by a waiver that counts.
  case waived
}

/// One thing that a rule says: the value that every format and every command shows.
///
/// There is one finding per rule, sign and subject. All texts are as the inventory writes them: an output makes them
/// safe for its own format.
package struct Finding: Sendable, Hashable {
  /// The index of the rule in `AuditReport.rules`.
  package var rule: Int
  /// How it came out.
  package var outcome: Outcome
  /// The severity of the rule, whatever the outcome.
  package var severity: Severity
  /// The id of the sign; nil for a finding about no single sign, and for every count.
  package var sign: String?
  /// What within the community or sign it is about, or nil: `room:101`, `floor:2`, `entry:老年书画社`.
  package var subject: String?
  /// What is wrong and why, in the language of the report.
  package var message: String
  /// What to do, in the language of the report.
  package var remedy: String
  /// What the rule wants, in canonical words, or nil: a wording, `background=white lettering=red`, `1`, `left`.
  package var expected: String?
  /// What is recorded instead, in the same form, or nil.
  package var actual: String?
  /// The same for people, in the language of the report; nil where people read it as it is.
  package var expectedLabel: String?
  package var actualLabel: String?
  /// The departments that required the sign or room.
  package var demandedBy: [String]
  /// The smallest place that shows it.
  package var location: SourceLocation
  /// Further places.
  package var related: [RelatedPlace]
  /// The waiver that excuses it, if one does.
  package var waiver: AppliedWaiver?
  /// A digest of rule, place, sign and subject: at most 64 ASCII characters, never of line or code.
  package var fingerprint: String
  /// What is to be done about it; nil unless it fails or is waived.
  package var action: Action?
  /// Whether it is about a sign, a room or neither: what departments are counted by.
  package var about: About
  /// The fields whose absence leaves it open; empty unless it is undetermined.
  package var missing: [InventoryKey] = []
  /// Whether the baseline knows it: reported as ever, and left out where a gate counts.
  package var isBaselined = false

  /// What a finding is about, as departments are counted.
  package enum About: Sendable, Hashable {
    /// A sign, by its place among all signs of the document.
    case sign(Int)
    /// A room, by its place among all rooms of the document.
    case room(Int)
    /// The community as a whole.
    case community
  }
}

extension Finding {
  /// Whether what it lacks is recorded of a room, its subject, also where a sign brought it up.
  package var isAboutRoom: Bool { Self.isAboutRoom(subject: subject, missing: missing) }

  /// The same of what a finding is made of.
  static func isAboutRoom(subject: String?, missing: [InventoryKey]) -> Bool {
    guard let subject, subject.utf8.starts(with: "room:".utf8), !missing.isEmpty else { return false }
    return missing.allSatisfy { $0 == .functions || $0 == .floor }
  }

  /// A subject as people call it: `room:101` is 功能室 101.
  package static func label(ofSubject subject: String) -> BilingualText {
    let parts = subject.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1)
    guard parts.count == 2 else { return BilingualText(zh: subject, en: subject) }
    let name = String(Substring(parts[1]))
    switch String(Substring(parts[0])) {
    case "room": return BilingualText(zh: "功能室 \(name)", en: "room \(name)")
    case "floor": return BilingualText(zh: "楼层 \(name)", en: "floor \(name)")
    case "entry": return BilingualText(zh: "条目“\(name)”", en: "entry “\(name)”")
    default: return BilingualText(zh: subject, en: subject)
    }
  }
}

/// A second place that explains a finding, in the language of the report.
package struct RelatedPlace: Sendable, Hashable {
  /// What is to be seen there.
  package var message: String
  /// Where it is.
  package var location: SourceLocation
}

/// A waiver as it stands in a report.
package struct AppliedWaiver: Sendable, Hashable {
  /// Why.
  package var reason: String
  /// Who approved it.
  package var approvedBy: String
  /// The document that says so.
  package var document: String
  /// The last day on which it counts, `YYYY-MM-DD`.
  package var expires: String
  /// Where it stands.
  package var location: SourceLocation
}

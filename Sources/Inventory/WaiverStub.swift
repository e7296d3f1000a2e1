package import Diagnostics
import YAMLTree

/// An entry of waivers that is still to be approved: what an audit knows is filled in, what only the district can say is
/// empty, and the reader of waivers refuses the entry until it is there.
package struct WaiverStub: Sendable, Hashable {
  /// As in a waiver.
  package var rule: String
  package var district: String?
  package var street: String
  package var community: String
  package var sign: String?
  package var subject: String?
  /// What stands above it as comments, for whoever decides.
  package var comments: [String]

  /// Makes an entry.
  package init(
    rule: String, district: String?, street: String, community: String, sign: String?, subject: String?,
    comments: [String]
  ) {
    self.rule = rule
    self.district = district
    self.street = street
    self.community = community
    self.sign = sign
    self.subject = subject
    self.comments = comments
  }

  /// A waivers file with these entries. Keys are Chinese where the language is.
  package static func file(_ stubs: [WaiverStub], _ language: Language) -> [UInt8] {
    func key(_ key: InventoryKey) -> String { language == .zh ? key.word.chinese[0] : key.word.canonical }
    var lines = [
      YAMLText.comment(
        language == .zh
          ? "由区里填写每条的理由、批准人、文号和有效期；留空的条目不算豁免。"
          : "The district fills in reason, approved_by, document and expires; an entry without them is no waiver."),
      "\(key(.waivers)): 1", "\(key(.entries)):",
    ]
    for stub in stubs {
      lines += stub.comments.map { "  \(YAMLText.comment($0))" }
      let pairs: [(InventoryKey, String?)] = [
        (.rule, stub.rule), (.district, stub.district), (.street, stub.street), (.community, stub.community),
        (.sign, stub.sign), (.subject, stub.subject),
      ]
      var lead = "  - "
      for case (let name, let value?) in pairs {
        lines.append("\(lead)\(key(name)): \(YAMLText.scalar(value))")
        lead = "    "
      }
      for blank in [InventoryKey.reason, .approvedBy, .document, .expires] { lines.append("    \(key(blank)):") }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}

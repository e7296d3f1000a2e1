import Audit
import Inventory
import Standard

/// The exact words that a standard wants on the signs of one community.
struct CommunityWording {
  private let standard: Standard
  /// The names of the community by slot; nil where none is meant.
  private let known: [String: String]?
  private let partyOrganization: WordIndex?
  /// What stands for names where no community is meant, by the name of the slot.
  private let placeholders: [String: String]

  init(
    _ standard: Standard, _ community: CommunityReport?, _ record: CommunityRecord?, placeholders: [String: String]
  ) {
    self.standard = standard
    known = community.map { community in
      ["district": community.district, "street": community.street, "community": community.name].compactMapValues(\.self)
    }
    partyOrganization = record?.partyOrganization
    self.placeholders = placeholders
  }

  /// The words for a community that is known by its names alone.
  init(
    _ standard: Standard, district: String, street: String, community: String, partyOrganization: WordIndex?
  ) {
    self.standard = standard
    known = ["district": district, "street": street, "community": community]
    self.partyOrganization = partyOrganization
    placeholders = [:]
  }

  /// The texts of all alternatives of a wording.
  func texts(_ wording: Check.Wording) -> [String] { wording.templates.flatMap(texts) }

  /// The texts of a template: several, where the community's form of party organization is not recorded.
  private func texts(_ template: [TextTemplate.Segment]) -> [String] {
    template.reduce([""]) { texts, segment in
      switch segment {
      case .words(let words): texts.map { $0 + words }
      case .slot(let slot): texts.flatMap { text in names(slot).map { text + $0 } }
      }
    }
  }

  private func names(_ slot: String) -> [String] {
    let placeholder = [placeholders[slot] ?? "{\(slot)}"]
    guard let known else { return placeholder }
    switch slot {
    case "district", "street", "community": return known[slot].map { [$0] } ?? placeholder
    default:
      let forms = standard.vocabulary.partyWordings
      return partyOrganization.map { [forms[Int($0)]] } ?? forms
    }
  }
}

import Audit
import Inventory
import Standard

/// The exact words that a standard wants on the signs of one community.
struct CommunityWording {
  private let standard: Standard
  private let community: CommunityReport?
  private let record: CommunityRecord?
  /// What stands for names where no community is meant, by the name of the slot.
  private let placeholders: [String: String]

  init(
    _ standard: Standard, _ community: CommunityReport?, _ record: CommunityRecord?, placeholders: [String: String]
  ) {
    self.standard = standard
    self.community = community
    self.record = record
    self.placeholders = placeholders
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
    guard let community else { return placeholder }
    switch slot {
    case "district": return community.district.map { [$0] } ?? placeholder
    case "street": return community.street.map { [$0] } ?? placeholder
    case "community": return community.name.map { [$0] } ?? placeholder
    default:
      let forms = standard.vocabulary.partyWordings
      return record?.partyOrganization.map { [forms[Int($0)]] } ?? forms
    }
  }
}

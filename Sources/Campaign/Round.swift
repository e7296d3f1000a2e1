package import Audit
package import Diagnostics
package import Inventory
package import Standard

/// One round of a campaign: an audit as it is stored. The boundary type between audits and campaigns.
///
/// It holds everything that later reports need, so that neither the inventories nor the standard of that day have to be
/// kept.
package struct Round: Sendable, Hashable {
  /// Its number, from 1; 0 before it is stored.
  package var number: Int
  /// What people call it, such as 第一轮; nil where it has no name.
  package var name: String?
  /// The day it stands for.
  package var asOf: CalendarDate
  /// By when what is open after it is to be put right; nil where it sets no date.
  package var due: CalendarDate?
  /// The standard it was audited by.
  package var standard: RoundStandard
  /// The version of the program.
  package var tool: String
  /// The digest of everything that went in: two rounds with one are the same round.
  package var input: String
  /// The digests of the roster and the waivers as files; nil where there was none.
  package var roster: String?
  package var waivers: String?
  /// The communities, street by street in the order of the audit; inventories of unknown communities last.
  package var communities: [RoundCommunity]
}

/// A standard as a round remembers it.
package struct RoundStandard: Sendable, Hashable {
  /// Its id.
  package var id: String
  /// Its title.
  package var title: BilingualText
  /// `sha256:` and the digest of its files.
  package var digest: String
  /// Its rules, in its order.
  package var rules: [RoundRule]
}

/// A rule as a round remembers it.
package struct RoundRule: Sendable, Hashable {
  /// Its id.
  package var id: String
  /// What is right, in a few words.
  package var title: BilingualText
  /// Its clauses, as people quote them: title and id.
  package var clauses: [BilingualText]
  /// The severity of a failure.
  package var severity: Severity
  /// Whether it is about the inventory itself, not about a wall.
  package var isAboutRecords: Bool
  /// The zone whose signs it sees; nil: both.
  package var zone: Zone?
}

/// A street by its names, in compared form.
package struct StreetKey: Sendable, Hashable {
  /// The district.
  package var district: String
  /// The street.
  package var street: String

  /// Makes a key from names in any width and spacing.
  package init(district: String, street: String) {
    self.district = ComparedText.of(district)
    self.street = ComparedText.of(street)
  }
}

/// A community, and where it has several its facility, by their names in compared form.
package struct CommunityKey: Sendable, Hashable {
  /// The street.
  package var street: StreetKey
  /// The community.
  package var community: String
  /// The facility; empty where the inventory names none.
  package var facility: String

  /// Makes a key from names in any width and spacing.
  package init(district: String, street: String, community: String, facility: String?) {
    self.street = StreetKey(district: district, street: street)
    self.community = ComparedText.of(community)
    self.facility = ComparedText.of(facility ?? "")
  }
}

/// A community of a round.
package struct RoundCommunity: Sendable, Hashable {
  /// Its names in short form; nil where they could not be read.
  package var district: String?
  package var street: String?
  package var name: String?
  /// The name of the facility, where a community has several.
  package var facility: String?
  /// The file; nil for a community without an inventory.
  package var source: String?
  /// The SHA-256 of the file, in hexadecimal.
  package var fileDigest: String?
  /// The SHA-256 of what the document says; nil where it could not be audited.
  package var digest: String?
  /// When it was surveyed, if recorded.
  package var surveyedOn: CalendarDate?
  /// Its state.
  package var status: CommunityStatus
  /// Whether each zone was surveyed.
  package var coversExterior: Bool
  package var coversInterior: Bool
  /// Its signs, those that were taken down behind those in place.
  package var signs: [RoundSign]
  /// What failed, was undetermined or waived; in the order of the audit, each fingerprint once.
  package var findings: [RoundFinding]

  /// Its key; nil where its names could not be read.
  package var key: CommunityKey? {
    guard let district, let street, let name else { return nil }
    return CommunityKey(district: district, street: street, community: name, facility: facility)
  }

  /// Whether an inventory of it was audited, so that what is not found is not there.
  package var isAudited: Bool { digest != nil }
}

/// A word of a standard's vocabulary as a round remembers it.
package struct RoundWord: Sendable, Hashable {
  /// The canonical spelling.
  package var id: String
  /// What people read.
  package var label: BilingualText
}

/// A sign of a round.
package struct RoundSign: Sendable, Hashable {
  /// Its id in the inventory.
  package var id: String
  /// Its kind, declared or recognised; nil where it is neither.
  package var kind: RoundWord?
  /// Its words as written; nil where they are not recorded.
  package var text: String?
  /// Its place; nil where it is not recorded.
  package var place: RoundWord?
  /// The zone of its place.
  package var zone: Zone?
  /// The room it belongs to, if recorded.
  package var room: String?
  /// Whether it was taken down.
  package var isRemoved: Bool
  /// The departments that required it.
  package var demandedBy: [String]
}

/// A finding of a round.
package struct RoundFinding: Sendable, Hashable {
  /// Its identity across rounds.
  package var fingerprint: String
  /// The id of its rule.
  package var rule: String
  /// `fail`, `undetermined` or `waived`.
  package var outcome: Outcome
  /// The id of the sign, or nil.
  package var sign: String?
  /// What within the community or sign it is about, or nil.
  package var subject: String?
  /// What is wrong, in the language of the audit.
  package var message: String
  /// What to do, in the language of the audit.
  package var remedy: String
  /// The step that puts it right; nil for what is undetermined, and in rounds stored before it was kept.
  package var action: Action?
  /// The departments that required the sign or room.
  package var demandedBy: [String]
  /// Where it stood: `file:line:column`.
  package var location: String
  /// Why it is excused: reason, document and last day; nil where it is not.
  package var waiver: String?
}

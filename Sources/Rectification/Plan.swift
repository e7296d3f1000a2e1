package import Audit
package import Diagnostics
package import Standard

/// The rectification schedule (整改计划) that follows from a report: the boundary type between what was found and what
/// people are told to do. All texts are in the language of the report, as the inventories write them.
package struct Plan: Sendable, Hashable {
  /// The standard's title.
  package var standard: BilingualText
  /// Its clauses, in order, for formats that quote them.
  package var clauses: [ClauseSummary]
  /// Its id and digest.
  package var standardID: String
  package var digest: String
  /// The day of the audit, `YYYY-MM-DD`.
  package var asOf: String
  /// The day until which the work is to be done, `YYYY-MM-DD`; nil where none was set.
  package var due: String?
  /// The language of its texts.
  package var language: Language
  /// The streets that have something to do, in the report's order.
  package var streets: [StreetPlan]
  /// How many inventories were audited: of the others nothing is known.
  package var audited: Int
  /// The inventories that could not be read and have no place in the plan, in the report's order.
  package var unreadable: [UnreadInventory]

  /// All work, in order.
  package var items: [WorkItem] { streets.flatMap { $0.communities.flatMap(\.items) } }
}

/// An inventory that could not be read: nobody knows what there is to do in its community.
package struct UnreadInventory: Sendable, Hashable {
  /// The names, short forms; nil where they could not be read either.
  package var district: String?
  package var street: String?
  package var name: String?
  /// The file.
  package var source: String?
}

/// What one street has to do.
package struct StreetPlan: Sendable, Hashable {
  /// The district and the street, short forms.
  package var district: String
  package var street: String
  /// Its communities with work or with something to verify, in the report's order.
  package var communities: [CommunityPlan]
  /// What the sign maker has to make, in the order of kinds, then of communities.
  package var materials: [Material]
}

/// What is to be done for one community.
package struct CommunityPlan: Sendable, Hashable {
  /// The community, short form, and the facility where it has several.
  package var name: String
  package var facility: String?
  /// Its code, if one is recorded.
  package var code: String?
  /// The work, in the order in which it is done.
  package var items: [WorkItem]
  /// What must be looked at on site first.
  package var checks: [SiteCheck]
}

/// One piece of work: what is to be done about one sign, one room, or one thing that is missing.
package struct WorkItem: Sendable, Hashable {
  /// A stable id of ASCII letters and digits: the same in every run for the same community and sign or subject.
  package var id: String
  /// The steps, each once, the weightiest first.
  package var actions: [Action]
  /// The sign, where it is about one.
  package var sign: SignDescription?
  /// What else it is about: `room:101`, or nil.
  package var subject: String?
  /// What is wrong, a sentence each.
  package var problems: [String]
  /// What to do, a sentence each.
  package var measures: [String]
  /// What the new or corrected sign is to be; nil where nothing is made or moved.
  package var specification: Specification?
  /// The ids of the rules and of their clauses, each once.
  package var rules: [String]
  package var clauses: [String]
  /// The weightiest severity of what is wrong.
  package var severity: Severity
  /// The departments that required the sign or room.
  package var demandedBy: [String]
  /// Who sees to it: the street, never the community.
  package var responsible: String
  /// The deadline, `YYYY-MM-DD`; nil where none was set.
  package var due: String?
  /// Where it shows in the inventory.
  package var locations: [SourceLocation]
  /// The fingerprints of the findings that it settles.
  package var fingerprints: [String]

  /// The office's opinion: 保留, 规范, 整合 or 取消. That of the first step.
  package var opinion: BilingualText { (actions.first ?? .record).opinion }
}

/// A sign as people find it: all texts are for people; nil where the inventory does not record it.
package struct SignDescription: Sendable, Hashable {
  package var id: String
  /// What it says; empty for a mark without words.
  package var text: String?
  package var kind: String?
  package var place: String?
}

/// What a sign is to be.
package struct Specification: Sendable, Hashable {
  /// The kind.
  package var kind: String
  /// The exact wording, or the alternatives where the community's form of party organization is not recorded.
  package var wordings: [String]
  /// Whether the wording must only stand on it, with other words allowed.
  package var isPart: Bool
  /// Where it hangs; nil where the standard leaves it open.
  package var place: String?
  package var orientation: String?
  package var background: String?
  package var lettering: String?
  /// The ids of the rules that speak of what is nil here, by the field.
  package var rules: [Condition.SignWord: [String]] = [:]
  /// Width and height as the standard writes them, `36cm±1cm`; nil where it prescribes none.
  package var width: String?
  package var height: String?
}

/// One line of what a sign maker makes.
package struct Material: Sendable, Hashable {
  /// The work item it belongs to.
  package var item: String
  /// The community it is for.
  package var community: String
  /// What is made, always one piece.
  package var specification: Specification
  /// Whether an old sign is replaced or altered by it; false: a new one.
  package var replaces: Bool
}

/// One thing to look at on site.
package struct SiteCheck: Sendable, Hashable {
  /// The sign, where it is about one.
  package var sign: SignDescription?
  /// What else it is about: `room:101`, or nil.
  package var subject: String?
  /// What is open, a sentence.
  package var question: String
  /// What to do, a sentence.
  package var measure: String
  /// The rule.
  package var rule: String
  /// The ids of its clauses.
  package var clauses: [String]
}

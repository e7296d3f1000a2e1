package import Diagnostics

/// A mapping of the rule language: what it is, which keys it may have, and what stands under each.
///
/// The one table that both sides go by: the reader of standards knows no keys but these, and the JSON Schema of standards
/// is made from them. A key that is added here is accepted and stands in the schema at once; the code that reads it is
/// all that is to be written besides.
package struct Construct: Sendable {
  /// What schemas call it.
  package let name: Name
  /// What messages call it.
  package let what: BilingualText
  /// Its keys, in the order in which they are documented.
  package let keys: [Key]
  /// How many of its keys are written, besides those that must be there. The reader says what is wrong with a mapping
  /// that has too few or too many in words that fit it.
  package let quantity: Quantity
  /// The names of all keys.
  package let names: [String]
  /// The names of the keys that must be there.
  package let required: [String]
  /// The names of the keys that must be there in a standard that extends no other.
  let inherited: [String]

  init(_ name: Name, zh: String, en: String, quantity: Quantity = .any, _ keys: [Key]) {
    self.name = name
    what = BilingualText(zh: zh, en: en)
    self.keys = keys
    self.quantity = quantity
    names = keys.map(\.name)
    required = keys.filter { $0.presence == .required }.map(\.name)
    inherited = keys.filter { $0.presence == .inherited }.map(\.name)
  }

  /// The words of the rule language that a key takes; none where it takes others.
  func choices(_ key: String) -> [String] {
    keys.first { $0.name == key }?.value.choices ?? []
  }

  /// A key.
  package struct Key: Sendable {
    /// Its name.
    package let name: String
    /// Whether it must be there.
    package let presence: Presence
    /// What stands under it.
    package let value: Value
    /// What it says, for whoever writes a standard; nil where the construct under it says so.
    package let note: BilingualText?

    /// A key that must be there.
    static func required(_ name: String, _ value: Value, _ zh: String? = nil, _ en: String? = nil) -> Key {
      Key(name: name, presence: .required, value: value, note: note(zh, en))
    }

    /// A key that may be left out.
    static func optional(_ name: String, _ value: Value, _ zh: String? = nil, _ en: String? = nil) -> Key {
      Key(name: name, presence: .optional, value: value, note: note(zh, en))
    }

    /// A key that may be left out where the standard that is extended has it.
    static func inherited(_ name: String, _ value: Value, _ zh: String? = nil, _ en: String? = nil) -> Key {
      Key(name: name, presence: .inherited, value: value, note: note(zh, en))
    }

    private static func note(_ zh: String?, _ en: String?) -> BilingualText? {
      if let zh, let en { BilingualText(zh: zh, en: en) } else { nil }
    }
  }

  /// How yes and no are written.
  package static let flagWords = ["yes", "no", "true", "false"]

  /// Whether a key must be there.
  package enum Presence: Sendable, Hashable {
    /// It must.
    case required
    /// It must in a standard that extends no other.
    case inherited
    /// It may be left out.
    case optional
  }

  /// How many keys of a mapping are written.
  package enum Quantity: Sendable, Hashable {
    /// None, or any number.
    case any
    /// One at least.
    case some
    /// One, and no more.
    case one
    /// One of these at least.
    case someOf([String])
    /// One of these, and no more.
    case oneOf([String])
  }

  /// What stands under a key.
  package indirect enum Value: Sendable {
    /// A text that is not empty.
    case text
    /// An id: letters, digits and `.`, `-`, `_`.
    case identifier
    /// A text, or a list of texts.
    case texts
    /// A day, `2026-05-20`.
    case date
    /// Yes or no.
    case flag
    /// A whole number from 0 to 9999.
    case whole
    /// A number from 0 to 999999 with at most three decimals.
    case decimal
    /// A colour, `"#rrggbb"`.
    case paint
    /// One of these words of the rule language.
    case choice([String])
    /// A word of the vocabulary in any spelling.
    case word(Words)
    /// Words of the vocabulary: one, or a list.
    case words(Words)
    /// A group that places of the vocabulary have.
    case placeGroup
    /// Groups that kinds of the vocabulary have: one, or a list.
    case kindGroups
    /// Ids of clauses of the standard: one, or a list.
    case clauseIDs
    /// A mapping.
    case of(Name)
    /// A list of such values.
    case list(Value)
    /// A condition on what the key `of` beside it says: for each of its words the construct.
    case byCollection([(of: String, condition: Name)])
    /// One of these shapes.
    case either([Value])
    /// A value for each reason of the rule's check that is named.
    case byReason(Value)
    /// An inventory whose community may be left out.
    case inventory
    /// A roster.
    case roster

    /// The words of the rule language that may stand here.
    package var choices: [String] {
      switch self {
      case .choice(let words): words
      case .list(let item): item.choices
      case .either(let values): values.flatMap(\.choices)
      default: []
      }
    }
  }

  /// The tables of words.
  package enum Words: String, Sendable, CaseIterable {
    case kinds, places, colours, communityTypes, partyOrganizations, orientations, mountings
  }

  /// The names of all constructs.
  package enum Name: String, Sendable, CaseIterable {
    case head, sides, exampleCommunity = "example-community", part, bilingual
    case clause, notCheckable = "not-checkable", vocabulary, kind, recognition, place, colour
    case communityType = "community-type", partyOrganization = "party-organization", functions
    case wallMountings = "wall-mountings", roomNumberForms = "room-number-forms", shortNames = "short-names", ending
    case nearMiss = "near-miss", rule, change, bounds, example, finding
    case elevation, elevationSign = "elevation-sign", placeholders
    case check, formula, count, countCase = "count-case", community
    case checkEach = "check-each", checkNone = "check-none", checkWording = "check-wording", checkSides = "check-sides"
    case checkOrder = "check-order", checkSinceRemoval = "check-none-since-removal", checkPerFloor = "check-per-floor"
    case checkEntriesCover = "check-entries-cover", checkMapMatches = "check-map-matches"
    case checkDoorNumbers = "check-door-numbers", checkRecognisedKind = "check-recognised-kind"
    case checkRecorded = "check-recorded", checkInFacility = "check-in-facility", nothing
    case signCondition = "sign-condition", roomCondition = "room-condition", entryCondition = "entry-condition"
    case functionCondition = "function-condition", atLeast = "at-least"
    case signText = "sign-text", functionText = "function-text", openText = "open-text"
    case size, range, position, since, approval
  }

  /// The construct of a name.
  package static func named(_ name: Name) -> Construct {
    switch name {
    case .head: head
    case .sides: sides
    case .exampleCommunity: exampleCommunity
    case .part: part
    case .bilingual: bilingual
    case .clause: clause
    case .notCheckable: notCheckable
    case .vocabulary: vocabulary
    case .kind: kind
    case .recognition: recognition
    case .place: place
    case .colour: colour
    case .communityType: communityType
    case .partyOrganization: partyOrganization
    case .functions: functions
    case .wallMountings: wallMountings
    case .roomNumberForms: roomNumberForms
    case .shortNames: shortNames
    case .ending: ending
    case .nearMiss: nearMiss
    case .rule: rule
    case .change: change
    case .bounds: bounds
    case .example: example
    case .finding: finding
    case .elevation: elevation
    case .elevationSign: elevationSign
    case .placeholders: placeholders
    case .check: check
    case .formula: formula
    case .count: count
    case .countCase: countCase
    case .community: community
    case .checkEach: checkEach
    case .checkNone: checkNone
    case .checkWording: checkWording
    case .checkSides: checkSides
    case .checkOrder: checkOrder
    case .checkSinceRemoval: checkSinceRemoval
    case .checkPerFloor: checkPerFloor
    case .checkEntriesCover: checkEntriesCover
    case .checkMapMatches: checkMapMatches
    case .checkDoorNumbers: checkDoorNumbers
    case .checkRecognisedKind: checkRecognisedKind
    case .checkRecorded: checkRecorded
    case .checkInFacility: checkInFacility
    case .nothing: nothing
    case .signCondition: signCondition
    case .roomCondition: roomCondition
    case .entryCondition: entryCondition
    case .functionCondition: functionCondition
    case .atLeast: atLeast
    case .signText: signText
    case .functionText: functionText
    case .openText: openText
    case .size: size
    case .range: range
    case .position: position
    case .since: since
    case .approval: approval
    }
  }
}

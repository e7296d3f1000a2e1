package import Inventory

/// What a rule checks: the closed set of check kinds. `Rules/README.md` is their reference.
package enum Check: Sendable {
  /// Counts.
  case formula(Formula)
  /// Each element that is selected must satisfy a condition.
  case each(Each)
  /// Each selected sign has a wording.
  case wording(Wording)
  /// Signs belong on the two sides of the entrance.
  case sides(left: Predicate, right: Predicate)
  /// Signs stand in this order from the door outward.
  case order(Order)
  /// No sign was put up since a like one was taken down.
  case noneSinceRemoval(new: Predicate, removed: Predicate)
  /// Each floor with certain rooms has enough of certain signs.
  case perFloor(Predicate, floorsWith: Predicate, atLeast: Int)
  /// Each listed function that a room serves stands on a board.
  case entriesCover(boards: Predicate)
  /// Each map shows the function rooms of its floor and nothing else.
  case mapMatches(Predicate)
  /// Each of certain rooms has its number at its door.
  case doorNumbers(plates: Predicate, rooms: Predicate)
  /// A declared kind agrees with the kind that the wording is recognised as.
  case recognisedKind(declared: WordSet, recognised: WordSet)
  /// A field is recorded; the one place where its absence is reported.
  case recorded(InventoryKey, Predicate)
  /// The room and floor written on a sign are the facility's.
  case inFacility
  /// The community stands in the roster as the inventory says.
  case listedInRoster
  /// Every community of the roster has an inventory.
  case inventorySubmitted
  /// No community and facility has two inventories.
  case inventoryUnique

  /// Each selected element must satisfy a condition.
  ///
  /// A class like `Predicate`, of which it has three.
  package final class Each: Sendable {
    /// What is judged.
    package let collection: Collection
    /// The signs: those judged, or whose entries are.
    package let signs: Predicate
    /// Which rooms or entries; for signs it is part of `signs`.
    package let selection: Predicate
    /// What they must satisfy; nil: there must be none.
    package let requirement: Predicate?

    /// Makes a check of what the parameters say.
    package init(collection: Collection, signs: Predicate, selection: Predicate, requirement: Predicate?) {
      self.collection = collection
      self.signs = signs
      self.selection = selection
      self.requirement = requirement
    }

    /// What can be judged one by one.
    package enum Collection: String, Sendable, CaseIterable {
      case signs, rooms, entries
    }
  }

  /// An order of signs, from the door outward (`order` of the inventory).
  package struct Order: Sendable {
    /// Which signs come first, second and so on; signs of one step stand in any order.
    package var steps: [Predicate]
    /// Whether only signs at one place are compared with each other.
    package var withinPlace: Bool
  }

  /// A wording that signs must have.
  package struct Wording: Sendable {
    /// Which signs.
    package var signs: Predicate
    /// How it is compared.
    package var comparison: Comparison
    /// The alternatives.
    package var templates: [[TextTemplate.Segment]]

    /// How a wording is compared.
    package enum Comparison: String, Sendable, CaseIterable {
      case equals, contains
    }
  }

  /// Why a check fails or is left undetermined: the keys by which `message`, `remedy` and `action` may be told apart, in
  /// the order in which schemas and messages list them.
  package enum Reason: String, Sendable, CaseIterable {
    case fail
    case tooFew = "too_few", tooMany = "too_many"
    case wrongSide = "wrong_side", bothFrames = "both_frames", mirrored
    case missingRoom = "missing_room", extraEntry = "extra_entry"
    case wrongNumber = "wrong_number", noPlate = "no_plate"
    case unrecognised, noWords = "no_words", unrecorded
    case room, floor
    case notListed = "not_listed", otherName = "other_name", otherCode = "other_code", otherParty = "other_party"
  }

  /// The reasons of this check, and the slots that the texts of each may use.
  package var reasons: [Reason: [String]] {
    let sign = ["sign", "kind", "text", "place", "departments", "expected", "actual"]
    switch self {
    case .formula(.count):
      return [.tooFew: ["expected", "actual", "signs"], .tooMany: ["expected", "actual", "signs"]]
    case .formula: return [.fail: ["signs"]]
    case .each(let each):
      switch each.collection {
      case .signs: return [.fail: sign]
      case .rooms: return [.fail: ["room", "departments"]]
      case .entries: return [.fail: sign + ["entry", "function", "room"]]
      }
    case .wording: return [.fail: sign + ["difference"]]
    case .sides: return [.wrongSide: sign, .bothFrames: ["signs"], .mirrored: ["signs"]]
    case .order: return [.fail: sign + ["before"]]
    case .noneSinceRemoval: return [.fail: sign + ["removed", "since"]]
    case .perFloor: return [.fail: ["floor"]]
    case .entriesCover: return [.fail: ["sign", "function", "rooms"]]
    case .mapMatches: return [.missingRoom: ["sign", "room", "floor"], .extraEntry: ["sign", "entry", "floor"]]
    case .doorNumbers: return [.wrongNumber: ["sign", "room", "actual"], .noPlate: ["room"]]
    case .recognisedKind:
      return [
        .fail: sign + ["recognised"], .unrecognised: ["sign", "text", "rules"], .noWords: ["sign", "rules"],
      ]
    case .recorded: return [.unrecorded: ["sign", "kind", "text", "rules"]]
    case .inFacility: return [.room: ["sign", "room"], .floor: ["sign", "floor"]]
    case .listedInRoster:
      return [
        .notListed: [], .otherName: ["expected", "actual"], .otherCode: ["expected", "actual"],
        .otherParty: ["expected", "actual"],
      ]
    case .inventorySubmitted, .inventoryUnique: return [.fail: []]
    }
  }

  /// Whether a rule with this check can fail; one that cannot needs an example that is undetermined.
  package var canFail: Bool {
    if case .recorded = self { return false }
    return true
  }
}

package import Diagnostics
package import YAMLTree

/// One community's signs as its inventory records them: the boundary type between files and the audit.
///
/// Texts are stretches of `tree.text`, words are indexes into the tables of `FixedWords` and `InventoryWords`, and every
/// field knows the node it was read from. Nothing in it is a string or a reference, so that reading a document
/// allocates nothing once the arrays have grown: an inventory is filled again and again by `InventoryDecoder`.
package struct Inventory: Sendable {
  /// The document: positions and texts.
  package var tree = YAMLTree()
  /// The mapping that is the inventory (the root; below the root in a rule's example).
  package var root: NodeIndex = noNode
  /// Names that occur, as small integers.
  package var symbols = SymbolTable()

  /// Who it is about.
  package var community = Community()
  /// How it was taken.
  package var survey = Survey()
  /// `facility.name`.
  package var facilityName = TextField()
  /// The key `facility`, or `noNode`.
  package var facilityNode: NodeIndex = noNode
  /// `facility.floors`; nil where it is not recorded.
  package var floors: [TextField]?
  /// The key `facility.rooms`, or `noNode` where it is not recorded.
  package var roomsNode: NodeIndex = noNode
  /// `facility.rooms`; empty also where not recorded.
  package var rooms: ContiguousArray<Room> = []
  /// The key `signs`, where a missing sign is reported.
  package var signsNode: NodeIndex = noNode
  /// All signs in document order, those taken down included.
  package var signs: ContiguousArray<Sign> = []
  /// The entries of all signs, in document order; `Sign.entries` says which are whose.
  package var entries: ContiguousArray<Entry> = []
  /// Names in lists: the functions of rooms, the departments of signs and rooms.
  package var names: ContiguousArray<TextField> = []

  /// Makes an empty inventory, to be filled.
  package init() {}

  /// The bytes that all text fields are stretches of.
  @inlinable
  package var arena: ContiguousArray<UInt8> {
    _read { yield tree.text }
  }

  /// Whether `facility.rooms` is recorded.
  package var hasRooms: Bool { roomsNode != noNode }

  /// A text field as it was written.
  package func string(_ field: TextField) -> String {
    ArenaText.string(tree.text, field.raw)
  }

  /// A text field as it is compared: after NFKC, without white space.
  package func comparedString(_ field: TextField) -> String {
    ArenaText.string(tree.text, field.compared)
  }

  /// Where a node stands; the start of the document for `noNode`.
  package func range(of node: NodeIndex) -> SourceRange {
    node == noNode ? SourceRange(at: .start) : tree.range(of: node)
  }
}

/// A text as it was written and as it is compared.
package struct TextField: Sendable {
  /// The value's node; `noNode` where it is not recorded.
  package var node: NodeIndex = noNode
  /// As written.
  package var raw = TextSlice.empty
  /// After NFKC, without white space. Often the same stretch.
  package var compared = TextSlice.empty
  /// The compared text as a small integer, for fields that are names; 0 for others.
  package var symbol: Symbol = 0

  /// Makes an unrecorded field.
  package init() {}

  /// Whether anything is recorded.
  package var isRecorded: Bool { node != noNode }
}

/// A word of a vocabulary.
package struct WordField: Sendable {
  /// The value's node; `noNode` where it is not recorded.
  package var node: NodeIndex = noNode
  /// The index in the word's table, -1 where it is not recorded.
  package var word: WordIndex = -1

  /// Makes an unrecorded field.
  package init() {}

  /// Whether anything is recorded.
  package var isRecorded: Bool { word >= 0 }
}

/// A truth value.
package struct FlagField: Sendable {
  /// The value's node; `noNode` where it is not recorded.
  package var node: NodeIndex = noNode
  /// The value; nil where it is not recorded.
  package var value: Bool?

  /// Makes an unrecorded field.
  package init() {}
}

/// A number: a position from the door (`order`), or millimetres (`size_mm`).
package struct NumberField: Sendable {
  /// The value's node; `noNode` where it is not recorded.
  package var node: NodeIndex = noNode
  /// The value; nil where it is not recorded.
  package var value: Double?

  /// Makes an unrecorded field.
  package init() {}
}

/// A calendar date.
package struct DateField: Sendable {
  /// The value's node; `noNode` where it is not recorded.
  package var node: NodeIndex = noNode
  /// The value; nil where it is not recorded.
  package var value: CalendarDate?

  /// Makes an unrecorded field.
  package init() {}
}

/// A stretch of one of the inventory's lists.
package struct ListSlice: Sendable {
  /// The node of the list (of the text, where one text stands for a list); `noNode` where it is not recorded.
  package var node: NodeIndex = noNode
  /// Which elements.
  package var range: Range<Int> = 0..<0

  /// Makes an unrecorded list.
  package init() {}

  /// Whether it is recorded; a recorded list may be empty.
  package var isRecorded: Bool { node != noNode }
}

/// Who required a sign or a room. Recorded without departments means: nobody (`none`, 无).
package typealias DemandField = ListSlice

/// The community an inventory is about.
package struct Community: Sendable {
  /// The names as written.
  package var district = TextField()
  package var street = TextField()
  package var name = TextField()
  /// The short official names: what reports show and wording is built from.
  package var shortDistrict = TextField()
  package var shortStreet = TextField()
  package var shortName = TextField()
  /// The statistical code, a text.
  package var code = TextField()
  /// A word of `InventoryWords.communityTypes`.
  package var type = WordField()
  /// A word of `InventoryWords.partyOrganizations`.
  package var partyOrganization = WordField()

  /// Makes an unrecorded community.
  package init() {}

  /// Whether district, street and name could be read: enough to stand in a report.
  package var isNamed: Bool { district.isRecorded && street.isRecorded && name.isRecorded }
}

/// How an inventory was taken.
package struct Survey: Sendable {
  package var date = DateField()
  package var by = TextField()
  /// A word of `FixedWords.viewpoint`.
  package var viewpoint = WordField()
  /// Whether each zone was surveyed, by `Zone`; both where `covers` is absent.
  package var coversExterior = true
  package var coversInterior = true

  /// Makes an unrecorded survey.
  package init() {}

  /// Whether a zone was surveyed.
  package func covers(_ zone: Zone) -> Bool {
    switch zone {
    case .exterior: coversExterior
    case .interior: coversInterior
    }
  }
}

/// A room of the facility.
package struct Room: Sendable {
  /// The mapping.
  package var node: NodeIndex = noNode
  package var number = TextField()
  package var floor = TextField()
  /// Stretch of `Inventory.names`.
  package var functions = ListSlice()
  /// Stretch of `Inventory.names`; absent is nobody.
  package var demandedBy = DemandField()

  /// Makes an empty room.
  package init() {}
}

/// A sign.
package struct Sign: Sendable {
  /// The mapping.
  package var node: NodeIndex = noNode
  package var id = TextField()
  /// The declared kind, a word of `InventoryWords.kinds`.
  package var kind = WordField()
  /// What it says; recorded and empty is a mark without words.
  package var text = TextField()
  /// A word of `InventoryWords.places`.
  package var place = WordField()
  package var orientation = WordField()
  package var mounting = WordField()
  /// Words of `InventoryWords.colours`.
  package var background = WordField()
  package var lettering = WordField()
  package var prominent = FlagField()
  /// Whether it was taken down.
  package var isRemoved = false
  package var since = DateField()
  /// Position from the door outward, 1 next to it.
  package var order = NumberField()
  package var floor = TextField()
  package var room = TextField()
  /// Millimetres.
  package var width = NumberField()
  package var height = NumberField()
  package var material = TextField()
  /// Stretch of `Inventory.entries`.
  package var entries = ListSlice()
  /// Stretch of `Inventory.names`.
  package var demandedBy = DemandField()
  package var basis = TextField()
  package var approval = Approval()
  package var note = TextField()

  /// Makes an empty sign.
  package init() {}
}

/// An entry of an index board, an insert-card board or a floor map.
package struct Entry: Sendable {
  /// The mapping.
  package var node: NodeIndex = noNode
  package var function = TextField()
  package var room = TextField()
  package var area = TextField()
  package var special = FlagField()
  package var approval = Approval()

  /// Makes an empty entry.
  package init() {}
}

/// An approval that is cited.
package struct Approval: Sendable {
  /// The mapping; `noNode` where none is recorded, which means there is none.
  package var node: NodeIndex = noNode
  package var document = TextField()
  package var authority = TextField()
  package var level = TextField()
  package var date = DateField()

  /// Makes no approval.
  package init() {}
}

import Inventory

/// A finding before it has words: what a check found, in indexes and nodes.
struct Draft {
  /// The index of the rule.
  var rule: Int
  /// How it came out.
  var outcome: Outcome
  /// Which of the rule's texts says it; empty: the engine's sentence about what is not recorded.
  var reason: String
  /// The sign it is about, by its index in `Inventory.signs`.
  var sign: Int?
  /// The room it is about, by its index in `Inventory.rooms`, where it is about a room and no sign.
  var room: Int?
  /// The subject.
  var subject: String?
  /// Where the subject stands among its like.
  var order = 0
  /// The smallest place that shows it.
  var node: UInt32
  /// What is wanted and what is recorded, in canonical words.
  var expected: String?
  var actual: String?
  /// The same for people; nil where it is the same.
  var expectedLabel: String?
  var actualLabel: String?
  /// The same for people where it stands alone, not within a sentence of the rule; nil where it is the same.
  var expectedAlone: String?
  var actualAlone: String?
  /// Further slots of the rule's texts.
  var slots: [(name: String, value: String)] = []
  /// The fields that are not recorded.
  var missing: [InventoryKey] = []
  /// What does not record them, where that is not what the finding is about.
  var holders: [Holder] = []
  /// Signs that are shown as related places.
  var related: [Int] = []

  /// Something that does not record what it should.
  enum Holder: Hashable {
    /// A sign, by its index in `Inventory.signs`.
    case sign(Int)
    /// A room, by its index in `Inventory.rooms`.
    case room(Int)
    /// The inventory as a whole: its list of rooms or of floors.
    case inventory
  }
}

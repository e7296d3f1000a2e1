package import Inventory

/// A condition made ready for evaluating: flat, and of numbers only.
///
/// A condition is looked at for every sign of every inventory. As the enum that the reader makes, each look copies a
/// part of it and counts references, which costs more than the comparison itself. A class, so that whoever holds a
/// check holds one reference.
package final class Predicate: Sendable {
  /// The condition.
  package let condition: Condition
  /// The kinds of which a sign may be for it not to fail.
  package let kinds: WordSet
  /// Its nodes, the root first; the parts of a combination stand one behind the other, in their order.
  package let nodes: [Node]
  /// What its nodes compare wordings with.
  package let patterns: TextPatterns

  /// A node: a case of `Condition`, with indices of `nodes` for its parts.
  package enum Node: Sendable {
    case all(Range<Int>)
    case any(Range<Int>)
    case not(Int)
    case elseUnknown(Int)
    case assuming(Int, holds: Bool)
    case kind(WordSet)
    case word(Condition.SignWord, WordSet)
    case placeGroup(UInt64)
    case zone(Zone)
    case onWall(Bool)
    case prominent(Bool)
    case inScope(Bool)
    case onEntranceFloor
    case demanded(Bool)
    case text(TextTest)
    case recorded(InventoryKey, Bool)
    case functionCount(Int)
    case function(TextTest)
    case special(Bool)
    case roomServesFunction
    case approvalDocumented
    case approvalText(Condition.ApprovalText, TextTest)
    case field(Condition.SignText, TextTest)
    case number(Condition.SignNumber, ClosedRange<Double>)
    case since(ClosedRange<CalendarDate>)
    case roomCount(Int)

    /// The indices of its parts; empty for a leaf.
    package var parts: Range<Int> {
      switch self {
      case .all(let parts), .any(let parts): parts
      case .not(let part), .elseUnknown(let part), .assuming(let part, _): part..<part + 1
      default: 0..<0
      }
    }
  }

  /// A case of `TextCondition`, with indices of `patterns`.
  package enum TextTest: Sendable {
    case equals(Range<Int>)
    case starts(Range<Int>)
    case ends(Range<Int>)
    case contains(Range<Int>)
    case isRoomNumber
    case isListedFunction
  }

  /// Makes a condition ready.
  package init(_ condition: Condition) {
    var patterns = TextPatterns()
    var nodes: [Node] = []
    // Breadth first: the parts of a node get consecutive indices when their whole is reached.
    var waiting: [Condition] = [condition]
    var next = 0
    func parts(_ conditions: [Condition]) -> Range<Int> {
      let start = waiting.count
      waiting += conditions
      return start..<waiting.count
    }
    while next < waiting.count {
      nodes.append(Self.node(waiting[next], parts, &patterns))
      next += 1
    }
    self.condition = condition
    kinds = condition.possibleKinds
    self.nodes = nodes
    self.patterns = patterns
  }

  private static func node(
    _ condition: Condition, _ parts: ([Condition]) -> Range<Int>, _ patterns: inout TextPatterns
  ) -> Node {
    switch condition {
    case .all(let conditions): .all(parts(conditions))
    case .any(let conditions): .any(parts(conditions))
    case .not(let part): .not(parts([part]).lowerBound)
    case .elseUnknown(let part): .elseUnknown(parts([part]).lowerBound)
    case .assuming(let part, let holds): .assuming(parts([part]).lowerBound, holds: holds)
    case .kind(let kinds): .kind(kinds)
    case .word(let field, let words): .word(field, words)
    case .placeGroup(let group): .placeGroup(group)
    case .zone(let zone): .zone(zone)
    case .onWall(let wanted): .onWall(wanted)
    case .prominent(let wanted): .prominent(wanted)
    case .inScope(let wanted): .inScope(wanted)
    case .onEntranceFloor: .onEntranceFloor
    case .demanded(let wanted): .demanded(wanted)
    case .text(let text): .text(test(text, &patterns))
    case .recorded(let key, let wanted): .recorded(key, wanted)
    case .functionCount(let least): .functionCount(least)
    case .function(let text): .function(test(text, &patterns))
    case .special(let wanted): .special(wanted)
    case .roomServesFunction: .roomServesFunction
    case .approvalDocumented: .approvalDocumented
    case .approvalText(let field, let text): .approvalText(field, test(text, &patterns))
    case .field(let field, let text): .field(field, test(text, &patterns))
    case .number(let field, let range): .number(field, range.bounds)
    case .since(let days): .since(days)
    case .roomCount(let least): .roomCount(least)
    }
  }

  private static func test(_ condition: TextCondition, _ patterns: inout TextPatterns) -> TextTest {
    switch condition {
    case .equals(let texts): .equals(patterns.add(texts))
    case .starts(let texts): .starts(patterns.add(texts))
    case .ends(let texts): .ends(patterns.add(texts))
    case .contains(let texts): .contains(patterns.add(texts))
    case .isRoomNumber: .isRoomNumber
    case .isListedFunction: .isListedFunction
    }
  }
}

/// Texts to compare wordings with, in compared form, in one piece of memory.
package struct TextPatterns: Sendable {
  private var bytes: ContiguousArray<UInt8> = []
  private var slices: [TextSlice] = []

  /// Makes none.
  package init() {}

  /// Adds texts; their indices.
  package mutating func add(_ texts: [[UInt8]]) -> Range<Int> {
    let start = slices.count
    for text in texts {
      slices.append(TextSlice(offset: UInt32(bytes.count), count: UInt32(text.count)))
      bytes += text
    }
    return start..<slices.count
  }

  /// Whether a stretch of an arena is one of these texts.
  package func equal(_ range: Range<Int>, _ arena: ContiguousArray<UInt8>, _ text: TextSlice) -> Bool {
    for index in range where ArenaText.equals(arena, text, bytes, slices[index]) { return true }
    return false
  }

  /// Whether a stretch of an arena begins with one of these texts.
  package func start(_ range: Range<Int>, _ arena: ContiguousArray<UInt8>, _ text: TextSlice) -> Bool {
    for index in range where ArenaText.starts(arena, text, with: bytes, slices[index]) { return true }
    return false
  }

  /// Whether a stretch of an arena ends with one of these texts.
  package func end(_ range: Range<Int>, _ arena: ContiguousArray<UInt8>, _ text: TextSlice) -> Bool {
    for index in range where ArenaText.ends(arena, text, with: bytes, slices[index]) { return true }
    return false
  }

  /// Whether one of these texts stands somewhere in a stretch of an arena; the empty text stands everywhere.
  package func stand(_ range: Range<Int>, _ arena: ContiguousArray<UInt8>, in text: TextSlice) -> Bool {
    for index in range where ArenaText.contains(arena, text, bytes, slices[index]) { return true }
    return false
  }
}

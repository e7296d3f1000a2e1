import Inventory
import Testing

@testable import Standard

@Suite("A condition made ready")
struct PredicateTests {
  @Test("has the parts of each node one behind the other, in their order")
  func nodes() throws {
    let condition = Condition.all([
      .not(.kind(WordSet(bits: 1))), .any([.inScope(true), .special(false), .assuming(.onEntranceFloor, holds: true)]),
      .roomCount(3),
    ])
    let nodes = Predicate(condition).nodes
    #expect(nodes.count == 9)
    #expect(nodes[0].parts == 1..<4)
    guard case .not(let negated) = nodes[1], case .kind(let kinds) = nodes[negated] else {
      Issue.record("the first part is the negation of a kind")
      return
    }
    #expect(kinds.bits == 1)
    guard case .any(let parts) = nodes[2], case .special(false) = nodes[parts.lowerBound + 1],
      case .assuming(let assumed, holds: true) = nodes[parts.lowerBound + 2], case .onEntranceFloor = nodes[assumed]
    else {
      Issue.record("the second part is the disjunction")
      return
    }
    guard case .roomCount(3) = nodes[3] else {
      Issue.record("the last part is a leaf")
      return
    }
    #expect(nodes[3].parts.isEmpty)
  }

  @Test("compares wordings as the texts of the condition do", arguments: ["党群", "党群服务中心", "服务中心", "心", "", "中"])
  func patterns(_ text: String) {
    let arena = ContiguousArray("前\(text)后".utf8)
    let slice = TextSlice(offset: 3, count: UInt32(text.utf8.count))
    var patterns = TextPatterns()
    let first = patterns.add([Array("党群".utf8), Array("服务".utf8)])
    let second = patterns.add([Array("中心".utf8)])
    #expect(patterns.equal(first, arena, slice) == ["党群", "服务"].contains(text))
    #expect(patterns.start(first, arena, slice) == (text.hasPrefix("党群") || text.hasPrefix("服务")))
    #expect(patterns.end(second, arena, slice) == text.hasSuffix("中心"))
    #expect(patterns.stand(second, arena, in: slice) == text.contains("中心"))
    #expect(!patterns.stand(first.upperBound..<first.upperBound, arena, in: slice))
  }
}

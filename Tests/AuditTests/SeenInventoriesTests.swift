import Diagnostics
import Inventory
import Testing

@testable import Audit

@Suite("Inventories that a batch has met")
struct SeenInventoriesTests {
  private static func place(_ name: String) -> PlaceKey {
    PlaceKey(shortDistrict: "江城", shortStreet: "某", shortCommunity: name)
  }

  private static func location(_ file: String, _ line: Int) -> Diagnostics.SourceLocation {
    Diagnostics.SourceLocation(
      file: file,
      range: SourceRange(
        start: SourcePosition(line: line, column: 3), end: SourcePosition(line: line, column: 7 + line)))
  }

  @Test("are found again with the place of the first, however many there are")
  func many() {
    var seen = SeenInventories { "file \($0)" }
    for number in 0..<5000 {
      let first = seen.insert(
        Self.place("\(number)"), facility: "", at: Self.location("file \(number)", number + 1), file: number)
      #expect(first == nil)
    }
    for number in 0..<5000 {
      let again = seen.insert(Self.place("\(number)"), facility: "", at: Self.location("other", 1), file: 7)
      #expect(again == Self.location("file \(number)", number + 1))
    }
  }

  @Test("are told apart by district, street, community and facility, and by where one name ends and the next begins")
  func apart() {
    var seen = SeenInventories { _ in "" }
    let keys: [(PlaceKey, String)] = [
      (PlaceKey(shortDistrict: "甲", shortStreet: "乙", shortCommunity: "丙"), ""),
      (PlaceKey(shortDistrict: "甲乙", shortStreet: "", shortCommunity: "丙"), ""),
      (PlaceKey(shortDistrict: "甲", shortStreet: "乙丙", shortCommunity: ""), ""),
      (PlaceKey(shortDistrict: "甲", shortStreet: "乙", shortCommunity: ""), "丙"),
      (PlaceKey(shortDistrict: "甲", shortStreet: "乙", shortCommunity: "丙"), "东"),
      (PlaceKey(shortDistrict: "甲", shortStreet: "乙", shortCommunity: "丙"), "西"),
    ]
    for (place, facility) in keys {
      #expect(seen.insert(place, facility: facility, at: Self.location("a", 1), file: nil) == nil)
    }
  }

  @Test("keep the names of files that have no number")
  func names() {
    var seen = SeenInventories { _ in "numbered" }
    for (index, file) in ["a", "a", "b", "a"].enumerated() {
      _ = seen.insert(Self.place("\(index)"), facility: "", at: Self.location(file, 1), file: nil)
    }
    _ = seen.insert(Self.place("numbered"), facility: "", at: Self.location("c", 1), file: 4)
    let found = ["0", "1", "2", "3", "numbered"].map {
      seen.insert(Self.place($0), facility: "", at: Self.location("x", 1), file: nil)?.file
    }
    #expect(found == ["a", "a", "b", "a", "numbered"])
  }
}

import Foundation
import Inventory
import Testing

/// The compared form has a short way for usual texts; it must end where the long way does.
@Suite("Compared texts")
struct ComparedTextTests {
  /// The definition: NFKC, without white space.
  private func defined(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars where !scalar.properties.isWhitespace {
      scalars.append(scalar)
    }
    return String(scalars)
  }

  @Test("every character alone, and between two others, is brought to the form that is defined")
  func everyCharacter() {
    var wrong: [UInt32] = []
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [String(scalar), "社\(scalar)A", "A\(scalar)\u{301}"]
      where !ComparedText.of(text).utf8.elementsEqual(defined(text).utf8)
        || ComparedText.bytes(of: text) != Array(defined(text).utf8)
      {
        wrong.append(value)
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test(
    "what offices type is brought to one form",
    arguments: [
      ("胜阳港 社区　居民委员会", "胜阳港社区居民委员会"), ("“红色”管家（试点）", "“红色”管家(试点)"), ("ＡＢｃ１２３～", "ABc123~"), ("一·二—三", "一·二—三"),
      ("①号", "1号"), ("㎡", "m2"), ("\u{FE0F}", "\u{FE0F}"), ("", ""), ("\t\n", ""),
    ])
  func usual(text: String, compared: String) {
    #expect(ComparedText.of(text) == compared)
    #expect(ComparedText.of(ComparedText.of(text)) == compared)
  }

  @Test("keys of places are the same if their bytes are, and have the same hash then")
  func keys() {
    func key(_ community: String) -> PlaceKey {
      PlaceKey(shortDistrict: "甲", shortStreet: "乙", shortCommunity: community)
    }
    #expect(key("丙") == key("丙"))
    #expect(key("丙") != key("丁"))
    #expect(Set([key("丙"), key("丁"), key("丙")]).count == 2)
    #expect(
      PlaceKey(shortDistrict: "甲", shortStreet: "乙丙", shortCommunity: "丁")
        != PlaceKey(shortDistrict: "甲", shortStreet: "乙", shortCommunity: "丙丁"))
  }
}

import Testing

@testable import YAMLTree

@Suite("What one pass over a file finds")
struct UTF8ScanTests {
  private static func scan(_ bytes: [UInt8]) -> UTF8Scan { bytes.withUnsafeBufferPointer { UTF8Scan($0) } }

  @Test("is well-formed exactly where the standard library says so, whatever stands beside it")
  func validity() {
    let edges: [UInt8] = [0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBB, 0xBF, 0xC0]
    let before: [[UInt8]] = [[], Array("字".utf8), Array("a字".utf8)]
    let behind: [[UInt8]] = [[], Array("牌子".utf8), Array("牌子挂在门口ab".utf8)]
    for lead in UInt8(0xE0)...0xEF {
      for second in edges {
        for third in edges {
          for start in before {
            for end in behind {
              let bytes = start + [lead, second, third] + end
              let isValid = String(validating: bytes, as: UTF8.self) != nil
              let invalid = Self.scan(bytes).firstInvalid
              #expect((invalid == nil) == isValid)
              if let invalid { #expect(invalid == start.count) }
            }
          }
        }
      }
    }
  }

  @Test(
    "tells what is looked for apart from its neighbours, at every place",
    arguments: ["\u{2028}", "\u{2029}", "\u{85}", "\u{FEFF}", "\u{2027}", "\u{202A}", "，", "“", "字"])
  func lookedFor(_ character: String) {
    for place in 0..<9 {
      for text in ["社区居民委员会挂牌", "abc社区，d委员会"] {
        var characters = Array(text.unicodeScalars)
        characters.insert(contentsOf: character.unicodeScalars, at: min(place, characters.count))
        var string = ""
        string.unicodeScalars.append(contentsOf: characters)
        let scan = Self.scan(Array(string.utf8))
        #expect(scan.firstInvalid == nil)
        #expect(scan.hasForeignBreaks == ["\u{2028}", "\u{2029}", "\u{85}"].contains(character))
        #expect(scan.hasByteOrderMark == (character.unicodeScalars.first?.value == 0xFEFF))
      }
    }
  }

  @Test("ends at the first byte that is no UTF-8, also behind a sound character")
  func end() {
    for count in 0..<9 {
      let sound = Array(String(repeating: "牌", count: count).utf8)
      #expect(Self.scan(sound + [0xE7]).firstInvalid == sound.count)
      #expect(Self.scan(sound + [0xE7, 0x89]).firstInvalid == sound.count)
      #expect(Self.scan(sound + [0xFF] + sound).firstInvalid == sound.count)
    }
  }
}

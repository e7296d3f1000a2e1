import Diagnostics
import Inventory
import Testing

/// Blank inventories, written and read again.
@Suite("A blank inventory")
struct BlankInventoryTests {
  static let hostile = [
    "柳荫社区", "\"\u{301}柳", "a: b", "# c", "- d", "{e", "0101", "no", "~", "null", " f ", "g\nh",
    "\u{202E}i\u{1B}[m\u{0}", "'", "\\x41",
    "\u{FEFF}\u{2028}", "@", "%j", "&k *k !k", "=1+1", "</script>",
  ]

  @Test("is read back with the names it was written with, whatever they hold, and with nothing recorded")
  func roundTrip() {
    for (index, text) in Self.hostile.enumerated() {
      let other = Self.hostile[(index + 7) % Self.hostile.count]
      let blank = BlankInventory(
        head: [text, other], district: text, street: other, name: text, code: other,
        partyOrganization: Read.words.partyOrganizations[1],
        rows: [
          .init(id: "W1", kind: Read.words.kinds[0], comments: [text]),
          .init(id: text, kind: Read.words.kinds[1], comments: [other]),
        ], further: [text])
      for language in Language.allCases {
        let read = Read.inventory(String(decoding: blank.file(language), as: UTF8.self))
        #expect(read.said.isEmpty, "\(text)")
        let inventory = read.inventory
        #expect(inventory.string(inventory.community.district) == text)
        #expect(inventory.string(inventory.community.street) == other)
        #expect(inventory.string(inventory.community.code) == other)
        #expect(inventory.community.partyOrganization.word == 1)
        #expect(inventory.signs.map { inventory.string($0.id) } == ["W1", text])
        #expect(inventory.signs.map(\.kind.word) == [0, 1])
        #expect(inventory.signs.allSatisfy { !$0.text.isRecorded && !$0.place.isRecorded && !$0.demandedBy.isRecorded })
        #expect(!inventory.survey.date.node.isRecorded && !inventory.survey.viewpoint.isRecorded)
      }
    }
  }

  @Test("may expect nothing")
  func empty() {
    let blank = BlankInventory(
      head: [], district: "a", street: "b", name: "c", code: nil, partyOrganization: nil, rows: [], further: ["d"])
    #expect(Read.inventory(String(decoding: blank.file(.en), as: UTF8.self)).said.isEmpty)
  }
}

extension UInt32 {
  fileprivate var isRecorded: Bool { self != .max }
}

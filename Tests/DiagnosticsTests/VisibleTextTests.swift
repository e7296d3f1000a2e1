import Diagnostics
import Testing

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("柳荫社区 ok", "柳荫社区 ok"), ("\u{1B}[31m", "␛[31m"), ("\0\u{7F}", "␀␡"), ("a\u{9B}b", "a\\u{9B}b"),
    ("a\u{202E}b", "a\\u{202E}b"), ("\u{2066}\u{2069}\u{200E}\u{200F}", "\\u{2066}\\u{2069}\\u{200E}\\u{200F}"),
    ("\u{2028}\u{2029}\u{FEFF}", "\\u{2028}\\u{2029}\\u{FEFF}"), ("\u{FFFE}\u{1FFFF}", "\\u{FFFE}\\u{1FFFF}"),
    ("a\r\nb", "a␍␊b"), ("e\u{301}", "e\u{301}"),
  ])
  func showsWhatWouldSteer(raw: String, visible: String) {
    #expect(VisibleText(raw).text.unicodeScalars.elementsEqual(visible.unicodeScalars))
  }

  @Test func keepsNewlinesOnRequest() {
    #expect(VisibleText("a\nb\r\n", keepingNewlines: true).text.unicodeScalars.elementsEqual("a\nb␍\n".unicodeScalars))
  }

  /// A control behind a combining mark is one Character with nothing, but a base of its own to a scalar.
  @Test func looksAtScalars() {
    #expect(VisibleText("\u{1B}\u{301}").text.unicodeScalars.first == "␛")
  }
}

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("abc", 3), ("柳荫", 4), ("：", 2), ("ｱ", 1), ("Ａ", 2), ("e\u{301}", 1), ("\u{200B}", 0), ("한글", 4),
    ("\u{1100}\u{1161}", 2), ("😀", 2), ("𠀀", 2), ("é", 1), ("“", 1), ("\u{1B}", 0), ("、〇", 4), ("①", 1), ("", 0),
  ])
  func measures(text: String, width: Int) {
    #expect(DisplayWidth.width(of: text) == width)
  }

  @Test func truncatesWithinTheColumns() {
    #expect(DisplayWidth.truncate("柳荫社区", to: 8) == "柳荫社区")
    #expect(DisplayWidth.truncate("柳荫社区", to: 7) == "柳荫社…")
    #expect(DisplayWidth.truncate("柳荫社区", to: 6) == "柳荫…")
    #expect(DisplayWidth.truncate("柳荫社区", to: 1) == "…")
    #expect(DisplayWidth.truncate("柳荫社区", to: 0) == "")
    #expect(DisplayWidth.truncate("ae\u{301}bc", to: 3) == "ae\u{301}…")
  }

  @Test func pads() {
    #expect(DisplayWidth.pad("柳荫", to: 6) == "柳荫  ")
    #expect(DisplayWidth.pad("7", to: 3, .right) == "  7")
    #expect(DisplayWidth.pad("柳荫社", to: 4) == "柳荫社")
  }
}

@Suite struct SpellingTests {
  static let words = ["residents-committee", "kind", "text", "place", "居委会", "标识牌", "索引牌", "便民服务站", "白", "红"]

  @Test(arguments: [
    ("knid", "kind"), ("kimd", "kind"), ("plcae", "place"), ("residents-comittee", "residents-committee"),
    ("居委会牌", "居委会"), ("标志牌", "标识牌"), ("便民服务", "便民服务站"), ("社区便民服务站", "便民服务站"), ("tex", "text"),
  ])
  func findsTheNearest(word: String, nearest: String) {
    #expect(Spelling.nearest(to: word, among: Self.words) == nearest)
  }

  @Test(arguments: ["zzzz", "", "黄", "x", "锦旗", "completely-different"])
  func staysSilentWhenNothingIsNear(word: String) {
    #expect(Spelling.nearest(to: word, among: Self.words) == nil)
  }

  @Test func tiesGoToTheFirst() {
    #expect(Spelling.nearest(to: "bat", among: ["cat", "hat"]) == "cat")
    #expect(Spelling.nearest(to: "bat", among: ["hat", "cat"]) == "hat")
  }

  @Test func aTurnedPairIsOneSlip() {
    #expect(Spelling.nearest(to: "ba", among: ["ab"]) == "ab")
    // The ending that all communities have is no likeness.
    #expect(Spelling.nearest(to: "没有社区", among: ["柳荫社区", "渡口社区"]) == nil)
    #expect(Spelling.nearest(to: "柳阴社区", among: ["渡口社区", "柳荫社区"]) == "柳荫社区")
    #expect(Spelling.nearest(to: "abc", among: ["acd"]) == nil)
  }
}

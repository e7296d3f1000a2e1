import Diagnostics
import Foundation
import Testing
import YAMLTree

private let sample = "# 台账\ncommunity:\n  名称: 柳荫社区\n  note: 文字\n"
private let gb18030 = String.Encoding(rawValue: 0x8000_0632)

private func encoded(_ text: String, _ encoding: String.Encoding) -> [UInt8] {
  Array(text.data(using: encoding)!)
}

@Suite struct EncodingTests {
  private func decode(_ bytes: [UInt8]) -> (SourceText?, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let text = SourceText.decode(bytes, file: "f", limits: .standard, diagnostics: &diagnostics)
    return (text, diagnostics)
  }

  @Test func utf16WithAMark() {
    for (bytes, encoding) in [
      ([0xFF, 0xFE] + encoded(sample + "𠀀", .utf16LittleEndian), SourceText.Encoding.utf16LittleEndian),
      ([0xFE, 0xFF] + encoded(sample + "𠀀", .utf16BigEndian), .utf16BigEndian),
    ] {
      let (text, diagnostics) = decode(bytes)
      #expect(text?.bytes == Array((sample + "𠀀").utf8))
      #expect(text?.encoding == encoding)
      #expect(diagnostics.isEmpty)
    }
  }

  @Test func damagedUTF16() {
    for tail: [UInt8] in [[0x41], [0x00, 0xD8], [0x00, 0xDC, 0x41, 0x00], [0x00, 0xD8, 0x41, 0x00]] {
      let (text, diagnostics) = decode([0xFF, 0xFE] + encoded("甲\n", .utf16LittleEndian) + tail)
      #expect(text == nil)
      #expect(diagnostics.first?.location?.range.start.line == 2)
      #expect(diagnostics.first?.message.en.contains("byte 7 ") == true)
    }
  }

  @Test(arguments: [
    encoded(sample, .utf16LittleEndian), encoded(sample, .utf16BigEndian), encoded("a: 1\n", .utf16LittleEndian),
    encoded(sample, .utf32LittleEndian), encoded(sample, .utf32BigEndian), encoded("a: 1\n", .utf32BigEndian),
    [0xFF, 0xFE, 0, 0] + encoded(sample, .utf32LittleEndian), [0, 0, 0xFE, 0xFF] + encoded(sample, .utf32BigEndian),
  ])
  func refusedEncodings(bytes: [UInt8]) {
    let (text, diagnostics) = decode(bytes)
    #expect(text == nil)
    #expect(diagnostics.map(\.severity) == [.error])
    #expect(diagnostics[0].message.en.contains("UTF-"))
    #expect(diagnostics[0].location != nil)
  }

  @Test func gb18030WithAWarning() {
    let (text, diagnostics) = decode(encoded(sample, gb18030))
    #expect(text?.bytes == Array(sample.utf8))
    #expect(text?.encoding == .gb18030)
    #expect(diagnostics.map(\.severity) == [.warning])
  }

  @Test func gb18030OfFourBytes() {
    let (text, _) = decode(encoded("名称: 𠀀社区\n", gb18030))
    #expect(text?.bytes == Array("名称: 𠀀社区\n".utf8))
  }

  /// AA A1 is U+E000 in every version of the standard; 0xFF never stands in it.
  @Test(arguments: [[0xAA, 0xA1], [0xFF], [0x80], [0xD6], [0xB0, 0x20]] as [[UInt8]])
  func strictness(tail: [UInt8]) {
    let (text, diagnostics) = decode(encoded("a: 柳荫\nb: ", gb18030) + tail)
    #expect(text == nil)
    #expect(diagnostics.map(\.severity) == [.error])
  }

  @Test func damagedUTF8IsNotTakenForGB18030() {
    var bytes = Array((sample + sample).utf8)
    let (line, offset) = (3, bytes.firstIndex(of: UInt8(ascii: "y"))! + 4)
    bytes[offset] = 0xFF
    bytes[offset + 1] = 0xFE
    let (text, diagnostics) = decode(bytes)
    #expect(text == nil)
    #expect(diagnostics.map(\.location?.range.start.line) == [line])
    #expect(diagnostics[0].message.en.contains("byte \(offset + 1) (0xFF), on line 3"))
    // A character cut in half, of which GB18030 could make sense.
    let (cut, _) = decode(Array(sample.utf8) + [0xE6, 0x9F])
    #expect(cut == nil)
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC2],
      [0xE4, 0xB8], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func malformedUTF8(tail: [UInt8]) {
    let (text, diagnostics) = decode(Array("甲乙丙丁戊己庚辛\r\n".utf8) + tail)
    #expect(text == nil)
    #expect(diagnostics.first?.location?.range.start == SourcePosition(line: 2, column: 1))
  }

  @Test(arguments: [("\0", "NUL"), ("\u{1B}", "ESC"), ("\u{7F}", "DEL"), ("\u{9B}", "U+009B"), ("\u{FFFE}", "U+FFFE")])
  func rawControls(raw: String, name: String) {
    let reading = read("# 台账\r\na: 柳\nb: 荫\(raw)x\nc: d\n")
    #expect(reading.places == ["3:5"])
    #expect(reading.messages[0].contains(name))
    #expect(reading.outcomes == [.broken, .end])
  }

  @Test func offsetsCountTheMark() {
    let (_, diagnostics) = decode([0xEF, 0xBB, 0xBF] + Array("甲乙丙".utf8) + [0xFF])
    #expect(diagnostics[0].message.en.contains("byte 13 (0xFF)"))
  }
}

import Testing

@testable import Reports

@Suite("Vertical writing")
struct FittedTextTests {
  private func lines(_ text: String) -> [String] {
    FittedText.columns(text, width: 360, height: 1000, largest: 150).lines
  }

  @Test(
    "goes on in a second column where a line may break, never within a word of letters",
    arguments: [
      ("新时代文明实践站居务监督委员会", ["新时代文明实践站", "居务监督委员会"]),
      ("新时代文明实践New居务监督委", ["新时代文明实践", "New居务监督委"]),
      ("文明New Era站居务监督", ["文明New", "Era站居务监督"]),
      ("新时代文明实（居务监督委员）", ["新时代文明实（居", "务监督委员）"]),
      ("新时代文明实践，居务监督委员", ["新时代文明实践，", "居务监督委员"]),
    ])
  func breaks(_ text: String, _ columns: [String]) {
    #expect(lines(text) == columns)
    #expect(columns.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test("stays in one column where there is no place to break, or no need to")
  func oneColumn() {
    #expect(lines("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ["ABCDEFGHIJKLMNOPQRSTUVWXYZ"])
    #expect(lines("居民委员会") == ["居民委员会"])
    #expect(lines("") == [""])
    #expect(lines("  ") == ["  "])
  }

  @Test("keeps both columns within the height")
  func height() {
    for text in ["文明NewEraStationOfTheDistrict站居", "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸"] {
      let block = FittedText.columns(text, width: 360, height: 1000, largest: 150)
      for line in block.lines { #expect(Double(FittedText.cellCount(line)) * block.size <= 1000.001) }
    }
  }
}

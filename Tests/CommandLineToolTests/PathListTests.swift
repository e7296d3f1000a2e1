import Testing

@testable import CommandLineTool

@Suite("A list of paths")
struct PathListTests {
  @Test("is sorted by bytes, a path that begins another first, and has each once")
  func sorted() {
    var list = PathList()
    for path in ["b/a", "甲", "b", "", "b/a", "a", "b/ab", "\u{7F}"] { list.append(Array(path.utf8)) }
    list.append(Array("b/".utf8), Array("a".utf8))
    list.sort()
    #expect(list.map(\.shown) == ["", "a", "b", "b/a", "b/ab", "\u{7F}", "甲"])
    list.filter { $0 != 1 && $0 != 6 }
    #expect(list.map(\.shown) == ["", "b", "b/a", "b/ab", "\u{7F}"])
  }

  @Test("is empty without paths")
  func empty() {
    var list = PathList()
    list.sort()
    #expect(list.isEmpty)
  }
}

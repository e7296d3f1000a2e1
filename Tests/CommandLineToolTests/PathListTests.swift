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

  @Test("is sorted as the whole paths are, however they fall into directories and names")
  func directories() {
    let paths = [
      "a/b/c", "a/b", "a/b/", "a/b.yaml", "a/b/c/d", "a!/x", "a/", "a", "ab/c", "a/b/c.yaml", "a//b", "/a", "/", "-",
      "a/b!/c", "a/bc", "甲/乙", "甲乙", "甲/", "a/b/c",
    ]
    // Every path in every split at a slash, so that directories stand in the list under many names.
    var list = PathList()
    for path in paths {
      let bytes = Array(path.utf8)
      list.append(bytes)
      for slash in bytes.indices where bytes[slash] == UInt8(ascii: "/") {
        list.append(bytes[...slash], bytes[(slash + 1)...])
      }
      list.append([], bytes)
    }
    list.sort()
    let expected = Set(paths.map { Array($0.utf8) }).sorted { $0.lexicographicallyPrecedes($1) }
    #expect(list.indices.map { list.path($0) } == expected)
  }

  @Test("is empty without paths")
  func empty() {
    var list = PathList()
    list.sort()
    #expect(list.isEmpty)
  }
}

import Diagnostics
import Glibc
import Testing

@testable import CommandLineTool

/// What is said of files that are passed over.
@Suite("Files that are passed over")
struct InputFilesTests {
  @Test("are told in the order of the bytes of their paths, whatever order the directory has")
  func sorted() throws {
    let scratch = try Scratch()
    let names = ["丙", "b", "a", "Z", "甲", "乙", "0", "é", "a b"] + (0..<40).map { "n\($0 * 7 % 40)" }
    for name in names { #expect(symlink("nowhere", "\(scratch.path)/\(name).yaml") == 0) }
    try scratch.put("a: 1", "real.yaml")
    let files = InputFiles([scratch.path + "/nothing", scratch.path])
    let shown = (names + ["nothing"]).map { $0 == "nothing" ? "\(scratch.path)/\($0)" : "\(scratch.path)/\($0).yaml" }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(files.diagnostics.count == shown.count)
    for (diagnostic, path) in zip(files.diagnostics, shown) { #expect(diagnostic.message.en.contains("`\(path)`")) }
    #expect(files.hasMissing)
    #expect(files.files.map(\.shown) == ["\(scratch.path)/real.yaml"])
  }
}

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

  @Test("are those of a standard, whatever it lists, save where they are named themselves")
  func standards() throws {
    let scratch = try Scratch()
    let head = "standard: s\nfiles: [words.yaml, rules/a.yaml]\ncompliant: good.yaml\n"
    let files = [
      "s/standard.yaml": head, "s/words.yaml": "", "s/rules/a.yaml": "", "s/good.yaml": "", "s/cases/b.yaml": "",
      "s/inventory.yaml": "", "words.yaml": "",
    ]
    for directory in ["s", "s/rules", "s/cases"] { #expect(mkdir("\(scratch.path)/\(directory)", 0o755) == 0) }
    for (path, text) in files { try scratch.put(text, path) }
    func shown(_ files: InputFiles) -> [String] {
      files.files.map { String($0.shown.dropFirst(scratch.path.count + 1)) }
    }
    #expect(shown(InputFiles([scratch.path])) == files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let left = InputFiles([scratch.path], skippingStandards: true)
    #expect(shown(left) == ["s/inventory.yaml", "s/standard.yaml", "words.yaml"])
    #expect(left.diagnostics.isEmpty)
    let named = InputFiles(["\(scratch.path)/s/good.yaml", "\(scratch.path)/s/cases"], skippingStandards: true)
    #expect(shown(named) == ["s/cases/b.yaml", "s/good.yaml"])
    // A list of changed files names none of them by itself.
    let changed = ["s/words.yaml", "s/inventory.yaml"].map { Array("\(scratch.path)/\($0)".utf8) }
    #expect(shown(InputFiles([], listed: changed, skippingStandards: true)) == ["s/inventory.yaml"])
  }

  @Test("are told in the reader's language, the system's words too")
  func systemWords() {
    #expect(SystemError.words(ENOENT).zh == "没有这个文件或目录")
    #expect(SystemError.words(ENOENT).en == "No such file or directory")
    #expect(SystemError.words(ENOTRECOVERABLE).zh.contains("系统错误"))
    let missing = InputFiles(["/nowhere/at/all"]).diagnostics.first?.message
    #expect(missing?.zh == "找不到“/nowhere/at/all”：没有这个文件或目录")
  }
}

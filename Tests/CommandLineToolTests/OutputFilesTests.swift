import Foundation
import Glibc
import Synchronization
import Testing

@testable import CommandLineTool

/// Lets the n-th call to the system fail, of those that are counted.
private final class Fault: Sendable {
  private let number: Int
  private let code: Int32
  private let state = Mutex((count: 0, name: String?.none))

  init(at number: Int, code: Int32) {
    self.number = number
    self.code = code
  }

  /// The call that failed; nil where there were fewer calls.
  var name: String? { state.withLock { $0.name } }

  private func isHere(_ name: String) -> Bool {
    state.withLock { state in
      state.count += 1
      guard state.count == number else { return false }
      state.name = name
      errno = code
      return true
    }
  }

  /// The system's calls, with the fault in them. Data that is written goes in pieces of seven bytes.
  var calls: FileCalls {
    let system = FileCalls.system
    return FileCalls(
      open: { self.isHere("open") ? -1 : system.open($0, $1, $2) },
      write: { descriptor, bytes in
        self.isHere("write") ? -1 : system.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(7)))
      },
      sync: { self.isHere("sync") ? -1 : system.sync($0) },
      // A descriptor is free after a close that fails, too.
      close: { descriptor in
        let code = system.close(descriptor)
        return self.isHere("close") ? -1 : code
      },
      rename: { self.isHere("rename") ? -1 : system.rename($0, $1) },
      makeDirectory: { self.isHere("makeDirectory") ? -1 : system.makeDirectory($0) })
  }
}

/// A directory of its own for a test, gone afterwards.
final class Scratch {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "signaudit-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: "\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
  }

  func put(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }

  /// Every file below, hidden ones too.
  var names: Set<String> { Set((FileManager.default.subpaths(atPath: path) ?? []).filter { !isDirectory($0) }) }

  private func isDirectory(_ name: String) -> Bool {
    var status = stat()
    return stat("\(path)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

@Suite("writing files")
struct OutputFilesTests {
  private func write(_ scratch: Scratch, _ calls: FileCalls) throws(Output.Failure) {
    let files = OutputFiles(calls)
    try files.write(Array("new report".utf8), "\(scratch.path)/a.json")
    let entries = ["index.md", "street-01.md"].map { (name: $0, bytes: Array("new \($0)".utf8)) }
    try files.write(entries, directory: "\(scratch.path)/x/md")
    try files.write(Array("fresh".utf8), "\(scratch.path)/b.csv")
    try files.append(Array(" and more".utf8), toEndOf: "\(scratch.path)/summary.md")
    try files.commit()
  }

  private static let new = [
    "a.json": "new report", "b.csv": "fresh", "x/md/index.md": "new index.md", "x/md/street-01.md": "new street-01.md",
    "summary.md": "before and more",
  ]

  /// The last number is beyond all calls, so that the loop is known to have seen every one.
  @Test("leaves the old report, and nothing beside it, whichever call fails")
  func everyFault() throws {
    var seen: Set<String> = []
    for number in 1... {
      let scratch = try Scratch()
      try scratch.put("old report", "a.json")
      try scratch.put("before", "summary.md")
      let fault = Fault(at: number, code: ENOSPC)
      var failure: Output.Failure?
      do { try write(scratch, fault.calls) } catch { failure = error }
      #expect(scratch.names.allSatisfy { !$0.contains("signaudit") }, "\(number) \(fault.name ?? "")")
      guard let name = fault.name else {
        #expect(failure == nil)
        for (name, text) in Self.new { #expect(scratch.text(name) == text) }
        #expect(number > 30)
        break
      }
      seen.insert(name)
      if failure == nil {
        // What may fail unharmed: to open a directory for syncing and to close it, when everything is in place.
        #expect(name == "open" || name == "close")
        for (name, text) in Self.new { #expect(scratch.text(name) == text) }
        continue
      }
      #expect(failure?.code == ENOSPC)
      for (file, text) in Self.new {
        let old = ["a.json": "old report", "summary.md": "before"][file]
        let now = scratch.text(file)
        if name == "rename" || name == "sync" {
          #expect(now == old || now == text, "\(file)")
        } else {
          #expect(now == old || (file == "summary.md" && name == "close"), "\(file) \(name)")
        }
      }
    }
    #expect(seen == ["open", "write", "sync", "close", "rename", "makeDirectory"])
  }

  @Test("goes on after an interruption")
  func interrupted() throws {
    let scratch = try Scratch()
    try scratch.put("before", "summary.md")
    let fault = Fault(at: 2, code: EINTR)
    try write(scratch, fault.calls)
    #expect(fault.name == "write")
    for (name, text) in Self.new { #expect(scratch.text(name) == text) }
  }

  @Test("keeps links and permissions")
  func linksAndPermissions() throws {
    let scratch = try Scratch()
    try scratch.put("old", "real.json")
    #expect(chmod("\(scratch.path)/real.json", 0o640) == 0)
    #expect(symlink("real.json", "\(scratch.path)/link.json") == 0)
    let files = OutputFiles()
    try files.write(Array("new".utf8), "\(scratch.path)/link.json")
    try files.commit()
    #expect(scratch.text("real.json") == "new")
    var status = stat()
    #expect(lstat("\(scratch.path)/link.json", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat("\(scratch.path)/real.json", &status) == 0 && status.st_mode & 0o777 == 0o640)
  }

  @Test("puts nothing in place of what was not committed")
  func abandoned() throws {
    let scratch = try Scratch()
    try scratch.put("old", "a.json")
    do {
      let files = OutputFiles()
      try files.write(Array("new".utf8), "\(scratch.path)/a.json")
      #expect(scratch.names.count == 2)
    }
    #expect(scratch.names == ["a.json"])
    #expect(scratch.text("a.json") == "old")
  }

  @Test("takes names as long as the file system does")
  func longNames() throws {
    let scratch = try Scratch()
    let name = String(repeating: "荫", count: 85)
    let files = OutputFiles()
    try files.write(Array("new".utf8), "\(scratch.path)/\(name)")
    try files.commit()
    #expect(scratch.text(name) == "new")
  }

  @Test("refuses a directory, and a directory that is a file")
  func wrongKinds() throws {
    let scratch = try Scratch()
    try scratch.put("old", "a.json")
    #expect(throws: Output.Failure(scratch.path, EISDIR)) { try OutputFiles().write([], scratch.path) }
    #expect(throws: Output.Failure("\(scratch.path)/a.json", ENOTDIR)) {
      try OutputFiles().write([], directory: "\(scratch.path)/a.json")
    }
  }
}

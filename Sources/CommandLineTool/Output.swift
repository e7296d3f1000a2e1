import Diagnostics
import Glibc

/// Everything the program writes goes through here and through `OutputFiles`, so that a full disk or a closed pipe is
/// noticed.
enum Output {
  /// An output that could not be written.
  struct Failure: Error, Hashable {
    var name: String
    /// The system's error number.
    var code: Int32

    init(_ name: String, _ code: Int32 = errno) {
      self.name = name
      self.code = code
    }

    /// Whether nobody reads any more: no reason to complain, only to stop.
    var isClosedPipe: Bool { code == EPIPE }
    /// Why: the system's words, or our own.
    var reason: BilingualText {
      switch code {
      case Self.isInput:
        BilingualText(
          zh: "它是这次要读的文件，写上去就没有了；换一个文件名", en: "this run reads it, and would destroy it; choose another name")
      case Self.isDoubled:
        BilingualText(zh: "有两个结果要写到这里；各写各的文件", en: "two results are to be written there; give each a file of its own")
      default: SystemError.words(code)
      }
    }

    /// In place of a system's error number: the file was read by this run.
    static let isInput: Int32 = -1
    /// In place of a system's error number: another result of this run stands there.
    static let isDoubled: Int32 = -2
  }

  /// Writes to standard output. A closed pipe is a failure like others; whoever catches it says nothing.
  static func standardOutput(_ bytes: [UInt8]) throws(Failure) {
    try write(bytes, to: 1, name: "stdout")
  }

  /// Writes a line to standard error; nothing can be done if that fails.
  static func standardError(_ text: String) {
    try? write(Array((text + "\n").utf8), to: 2, name: "stderr")
  }

  /// Writes to a descriptor, all of it.
  static func write(
    _ bytes: [UInt8], to descriptor: Int32, name: String, _ calls: FileCalls = .system
  ) throws(Failure) {
    var position = 0
    while position < bytes.count {
      let count = bytes.withUnsafeBytes { calls.write(descriptor, UnsafeRawBufferPointer(rebasing: $0[position...])) }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(name)
      }
      // POSIX does not let a file take nothing; a driver that does must not hold the program up.
      if count == 0 { throw Failure(name, EIO) }
      position += count
    }
  }
}

/// The calls to the system by which files are written, so that a test can let each of them fail. They return what the
/// system's do: a negative number, with `errno` set, where they fail.
struct FileCalls: Sendable {
  var open: @Sendable (_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32
  var write: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int
  var sync: @Sendable (_ descriptor: Int32) -> Int32
  var close: @Sendable (_ descriptor: Int32) -> Int32
  var rename: @Sendable (_ from: String, _ to: String) -> Int32
  var makeDirectory: @Sendable (_ path: String) -> Int32

  /// The system's own.
  static let system = FileCalls(
    open: { Glibc.open($0, $1, $2) },
    write: { Glibc.write($0, $1.baseAddress, $1.count) },
    sync: { Glibc.fsync($0) },
    close: { Glibc.close($0) },
    rename: { Glibc.rename($0, $1) },
    makeDirectory: { Glibc.mkdir($0, 0o777) })
}

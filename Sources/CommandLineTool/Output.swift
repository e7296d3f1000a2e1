import Diagnostics
import Foundation

/// Everything the program writes goes through here, so that a full disk or a closed pipe is noticed.
enum Output {
  /// An output that could not be written.
  struct Failure: Error {
    var name: String
    var reason: String
  }

  /// Writes to standard output. A closed pipe ends the program quietly.
  static func standardOutput(_ bytes: [UInt8]) throws(Failure) {
    try write(bytes, to: 1, name: "stdout")
  }

  /// Writes a line to standard error; nothing can be done if that fails.
  static func standardError(_ text: String) {
    try? write(Array((text + "\n").utf8), to: 2, name: "stderr")
  }

  /// Writes to a descriptor, all of it.
  static func write(_ bytes: [UInt8], to descriptor: Int32, name: String) throws(Failure) {
    var position = 0
    while position < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + position, bytes.count - position) }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { exit(0) }
        throw Failure(name: name, reason: String(cString: strerror(errno)))
      }
      position += count
    }
  }

  /// Writes a file beside, syncs and renames it: a failing write leaves the old file as it was. What is no regular file
  /// (`/dev/null`, a FIFO) is written to as it is: a rename would put a file in its place.
  static func file(_ bytes: [UInt8], _ path: String) throws(Failure) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Failure(name: path, reason: String(cString: strerror(errno))) }
      defer { close(descriptor) }
      try write(bytes, to: descriptor, name: path)
      return
    }
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Failure(name: path, reason: "\(error.localizedDescription)")
    }
  }

  /// Writes several files into a directory, which is made if it is not there.
  static func directory(_ files: [(name: String, bytes: [UInt8])], _ path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(name: path, reason: "\(error.localizedDescription)")
    }
    for file in files { try self.file(file.bytes, "\(path)/\(file.name)") }
  }
}

import Glibc

/// The files that one run writes: each is written beside its place and synced, and all are put in place together, when
/// everything has been written. Until then, and if anything fails, what stood there before is as it was.
///
/// What is no regular file (`/dev/null`, a FIFO) is written to as it is, at once: a rename would put a file in its place.
/// A class, because it owns files: those that were not put in place are removed when it goes.
final class OutputFiles {
  /// A file that is being written.
  struct Handle {
    fileprivate var index: Int
  }

  private struct File {
    /// The path as it was given.
    var name: String
    /// What the finished file replaces; nil for what is written to directly.
    var target: String?
    /// The file beside, until it is in place.
    var temporary: String?
    /// -1 once it is closed.
    var descriptor: Int32
    /// Whether it was a pipe that nobody reads any more.
    var isClosed = false
    /// What is to stand behind what is there already, instead of replacing it.
    var addition: [UInt8]?
  }

  private let calls: FileCalls
  private var files: [File] = []
  /// The paths behind all links that something is to be put at.
  private var targets: Set<String> = []
  /// The tries to find a name that is not taken.
  private static let tries = 1000
  private static let standardOutput: Int32 = 1

  /// Makes a set of no files.
  init(_ calls: FileCalls = .system) {
    self.calls = calls
  }

  deinit {
    for file in files {
      if file.descriptor > OutputFiles.standardOutput { _ = calls.close(file.descriptor) }
      if let temporary = file.temporary { TemporaryFiles.remove(temporary) }
    }
  }

  /// Starts a file.
  func open(_ path: String) throws(Output.Failure) -> Handle {
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      let descriptor = calls.open(path, O_WRONLY | O_CLOEXEC, 0)
      guard descriptor >= 0 else { throw Output.Failure(path) }
      files.append(File(name: path, target: nil, temporary: nil, descriptor: descriptor))
      return Handle(index: files.count - 1)
    }
    // A link stays a link: the file it leads to is replaced.
    let target = exists ? OutputFiles.resolved(path) : path
    let place = exists ? target : OutputFiles.resolvedPlace(of: path)
    guard targets.insert(place).inserted else { throw Output.Failure(path, Output.Failure.isDoubled) }
    let (temporary, descriptor) = try openBeside(target, name: path)
    files.append(File(name: path, target: target, temporary: temporary, descriptor: descriptor))
    // Who may read the old report may read the new one, and nobody else.
    if exists, fchmod(descriptor, status.st_mode & 0o777) != 0 { throw Output.Failure(path) }
    return Handle(index: files.count - 1)
  }

  /// Standard output as one of the files; it is written to at once and stays open.
  func standardOutput() -> Handle {
    files.append(File(name: "stdout", target: nil, temporary: nil, descriptor: OutputFiles.standardOutput))
    return Handle(index: files.count - 1)
  }

  /// Whether every file that was begun is a pipe that nobody reads any more.
  var isAbandoned: Bool { files.allSatisfy(\.isClosed) }

  /// Appends to a file. Of a pipe that nobody reads any more nothing is heard.
  func append(_ bytes: [UInt8], to handle: Handle) throws(Output.Failure) {
    let file = files[handle.index]
    if file.isClosed { return }
    do {
      try Output.write(bytes, to: file.descriptor, name: file.name, calls)
    } catch {
      guard error.isClosedPipe else { throw error }
      files[handle.index].isClosed = true
    }
  }

  /// Writes a whole file.
  func write(_ bytes: [UInt8], _ path: String) throws(Output.Failure) {
    try append(bytes, to: open(path))
  }

  /// Writes files into a directory, which is made if it is not there.
  func write(_ entries: [(name: String, bytes: [UInt8])], directory path: String) throws(Output.Failure) {
    try makeDirectory(path)
    for entry in entries { try write(entry.bytes, "\(path)/\(entry.name)") }
  }

  /// Appends to what stands in a file already, or makes it; where that fails, the file is cut back to what it was.
  ///
  /// For a file that belongs to somebody else, who has it open: it stays the same file.
  func append(_ bytes: [UInt8], toEndOf path: String) throws(Output.Failure) {
    let descriptor = calls.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Output.Failure(path) }
    files.append(File(name: path, target: nil, temporary: nil, descriptor: descriptor, addition: bytes))
  }

  /// Syncs every file, then puts each in place. The renames come last, when nothing needs space any more.
  func commit() throws(Output.Failure) {
    // Not when a file is begun: a stream is begun before anything is read.
    for file in files {
      var status = stat()
      guard let target = file.target, stat(target, &status) == 0 else { continue }
      if ReadFiles.contains(status) { throw Output.Failure(file.name, Output.Failure.isInput) }
    }
    for file in files {
      guard let addition = file.addition else { continue }
      var status = stat()
      guard fstat(file.descriptor, &status) == 0 else { throw Output.Failure(file.name) }
      do {
        try Output.write(addition, to: file.descriptor, name: file.name, calls)
      } catch {
        if status.st_mode & S_IFMT == S_IFREG { ftruncate(file.descriptor, status.st_size) }
        throw error
      }
    }
    for index in files.indices {
      let file = files[index]
      if file.target != nil, calls.sync(file.descriptor) != 0 { throw Output.Failure(file.name) }
      files[index].descriptor = -1
      if file.descriptor == OutputFiles.standardOutput { continue }
      // The place a full disk on another machine is heard of.
      if calls.close(file.descriptor) != 0 { throw Output.Failure(file.name) }
    }
    var directories: [(path: String, name: String)] = []
    for index in files.indices {
      guard let temporary = files[index].temporary, let target = files[index].target else { continue }
      guard TemporaryFiles.rename(temporary, to: target, calls) == 0 else { throw Output.Failure(files[index].name) }
      files[index].temporary = nil
      let directory = OutputFiles.directory(of: target)
      if directories.last?.path != directory { directories.append((directory, files[index].name)) }
    }
    for directory in directories { try sync(directory: directory.path, name: directory.name) }
  }

  private func sync(directory: String, name: String) throws(Output.Failure) {
    let descriptor = calls.open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
    // A directory may be written to and not read, and some file systems cannot sync one.
    guard descriptor >= 0 else { return }
    let code = calls.sync(descriptor) == 0 ? 0 : errno
    _ = calls.close(descriptor)
    if code == EIO || code == ENOSPC || code == EDQUOT { throw Output.Failure(name, code) }
  }

  private func openBeside(_ target: String, name: String) throws(Output.Failure) -> (path: String, descriptor: Int32) {
    let directory = OutputFiles.directory(of: target)
    for number in 0..<OutputFiles.tries {
      // A short name of its own: the target's with something behind it may be longer than a name can be.
      let path = "\(directory)/.signaudit-\(getpid())-\(files.count + number).tmp"
      let descriptor = TemporaryFiles.create(path, calls)
      if descriptor >= 0 { return (path, descriptor) }
      if errno != EEXIST { break }
    }
    throw Output.Failure(name)
  }

  private func makeDirectory(_ path: String) throws(Output.Failure) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw Output.Failure(path, ENOTDIR) }
      return
    }
    let parent = OutputFiles.directory(of: path)
    if parent != path, parent != "." { try makeDirectory(parent) }
    if calls.makeDirectory(path) != 0, errno != EEXIST { throw Output.Failure(path) }
  }

  /// The directory that a path's last part stands in.
  static func directory(of path: String) -> String {
    let bytes = Array(path.utf8)
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
  }

  /// The path of a file that is not there yet, behind all links on the way to it.
  private static func resolvedPlace(of path: String) -> String {
    let bytes = Array(path.utf8)
    let name = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes[($0 + 1)...] } ?? bytes[...]
    return resolved(directory(of: path)) + "/" + String(decoding: name, as: UTF8.self)
  }

  /// The path behind all links.
  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

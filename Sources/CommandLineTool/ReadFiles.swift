import Glibc
import Synchronization

/// What the system knows a file by, whatever path leads to it.
struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64

  /// - Parameter status: what `stat` says of it.
  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}

/// The files that this run has read and that its command line names: what it has read it must not write over.
///
/// `--output 豁免.yaml` behind `--waivers 豁免.yaml`, or a report on the campaign's own file, would destroy what cannot be
/// had again. Only what stands on the command line can be an output, so that only that is watched, whatever else is read.
enum ReadFiles {
  /// The files that stood under a path of the command line when the first file was read.
  private static let named: Set<FileIdentity> = {
    var named: Set<FileIdentity> = []
    func add(_ path: Substring) {
      var status = stat()
      if !path.isEmpty, stat(String(path), &status) == 0, status.st_mode & S_IFMT == S_IFREG {
        named.insert(FileIdentity(status))
      }
    }
    for argument in CommandLine.arguments.dropFirst() {
      add(argument[...])
      // `--output=PATH`, `json=PATH` and `--format=json=PATH`.
      var rest = argument[...]
      while let sign = rest.firstIndex(of: "=") {
        rest = rest[rest.index(after: sign)...]
        add(rest)
      }
    }
    return named
  }()
  private static let read = Mutex<Set<FileIdentity>>([])

  /// Takes notice of a file that is read.
  static func note(_ status: stat) {
    let identity = FileIdentity(status)
    if !named.isEmpty, named.contains(identity) { read.withLock { _ = $0.insert(identity) } }
  }

  /// The same by its path, for what others open; nothing where there is no such file.
  static func note(_ path: String) {
    var status = stat()
    if stat(path, &status) == 0 { note(status) }
  }

  /// Lets a file that was read be replaced: it is what the command is there to rewrite.
  static func mayReplace(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    let identity = FileIdentity(status)
    read.withLock { _ = $0.remove(identity) }
  }

  /// Whether a file was read.
  static func contains(_ status: stat) -> Bool {
    let identity = FileIdentity(status)
    return read.withLock { $0.contains(identity) }
  }
}

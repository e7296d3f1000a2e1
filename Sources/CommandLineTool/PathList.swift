import Glibc

/// Files to read, with all their paths in one piece of memory: as arrays and strings of their own, a hundred thousand
/// paths are several hundred thousand small objects, which is most of what an audit of them would hold. What files of
/// one directory have in common stands there once.
///
/// A file, with the path as it is shown, is made when it is asked for.
struct PathList: RandomAccessCollection, Sendable {
  /// The bytes of all directories and names, in the order in which they were appended.
  private var bytes: [UInt8] = []
  /// The directories, with their final slashes. One may stand here several times.
  private var directories: [Stretch] = []
  /// The files, in the order of the list.
  private var files: [Entry] = []

  /// A part of `bytes`, which is never as long as 4 GiB.
  private struct Stretch {
    var start: UInt32
    var count: UInt32
    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  private struct Entry {
    /// An index of `directories`.
    var directory: UInt32
    /// What follows the directory.
    var name: Stretch
  }

  var startIndex: Int { 0 }
  var endIndex: Int { files.count }

  subscript(index: Int) -> InputFiles.File {
    let path = path(index)
    return InputFiles.File(path: path, shown: InputFiles.shown(path))
  }

  /// The path of a file as bytes, without a final NUL.
  func path(_ index: Int) -> [UInt8] {
    let file = files[index]
    return Array(bytes[directories[Int(file.directory)].range] + bytes[file.name.range])
  }

  /// Appends a path.
  mutating func append(_ path: [UInt8]) {
    let slash = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    append(path[..<slash], path[slash...])
  }

  /// Appends a path that is given in parts: a directory, with its final slash, and a name.
  mutating func append(_ directory: some Collection<UInt8>, _ name: some Collection<UInt8>) {
    if directories.last.map({ bytes[$0.range].elementsEqual(directory) }) != true {
      directories.append(stretch(directory))
    }
    files.append(Entry(directory: UInt32(directories.count - 1), name: stretch(name)))
  }

  private mutating func stretch(_ part: some Collection<UInt8>) -> Stretch {
    let start = UInt32(bytes.count)
    bytes += part
    return Stretch(start: start, count: UInt32(bytes.count) - start)
  }

  /// Sorts the paths by their bytes and leaves each once.
  mutating func sort() {
    bytes.withUnsafeBytes { bytes in
      func part(_ range: Range<Int>) -> Slice<UnsafeRawBufferPointer> { bytes[range] }
      func order(_ left: Entry, _ right: Entry) -> Int {
        if left.directory == right.directory { return Self.order(part(left.name.range), part(right.name.range)) }
        return Self.order(
          part(directories[Int(left.directory)].range), part(left.name.range),
          part(directories[Int(right.directory)].range), part(right.name.range))
      }
      files.sort { order($0, $1) < 0 }
      var kept = 0
      for index in files.indices where kept == 0 || order(files[kept - 1], files[index]) != 0 {
        files[kept] = files[index]
        kept += 1
      }
      files.removeLast(files.count - kept)
    }
  }

  private typealias Bytes = Slice<UnsafeRawBufferPointer>

  /// Which of two texts comes first: negative for the left one, zero where they are the same.
  private static func order(_ left: Bytes, _ right: Bytes) -> Int {
    let order = beginning(left, right)
    return order != 0 ? order : left.count - right.count
  }

  /// The same for texts that are given in two parts each.
  private static func order(_ left: Bytes, _ leftRest: Bytes, _ right: Bytes, _ rightRest: Bytes) -> Int {
    if left.count > right.count { return -order(right, rightRest, left, leftRest) }
    let first = beginning(left, right)
    if first != 0 { return first }
    // The right one's first part goes on where the left one's second part begins.
    let middle = right.dropFirst(left.count)
    let second = beginning(leftRest, middle)
    if second != 0 { return second }
    return leftRest.count < middle.count ? -1 : order(leftRest.dropFirst(middle.count), rightRest)
  }

  /// How two texts compare as far as both go.
  private static func beginning(_ left: Bytes, _ right: Bytes) -> Int {
    let count = Swift.min(left.count, right.count)
    guard count > 0, let leftBase = left.base.baseAddress, let rightBase = right.base.baseAddress else { return 0 }
    return Int(memcmp(leftBase + left.startIndex, rightBase + right.startIndex, count))
  }

  /// Takes out what is not to be kept; the index is that before anything was taken out, in ascending order.
  mutating func filter(_ isKept: (Int) -> Bool) {
    var index = -1
    files.removeAll { _ in
      index += 1
      return !isKept(index)
    }
  }
}

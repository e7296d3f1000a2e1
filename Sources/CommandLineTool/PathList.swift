import Glibc

/// Files to read, with all their paths in one piece of memory: as arrays and strings of their own, a hundred thousand
/// paths are several hundred thousand small objects, which is most of what an audit of them would hold.
///
/// A file, with the path as it is shown, is made when it is asked for.
struct PathList: RandomAccessCollection, Sendable {
  /// The bytes of all paths, one behind the other, in the order in which they were appended.
  private var bytes: [UInt8] = []
  /// Where each path stands in `bytes`, in the order of the list.
  private var places: [Place] = []

  private struct Place {
    var start: Int
    var count: Int
  }

  var startIndex: Int { 0 }
  var endIndex: Int { places.count }

  subscript(index: Int) -> InputFiles.File {
    let path = path(index)
    return InputFiles.File(path: path, shown: InputFiles.shown(path))
  }

  /// The path of a file as bytes, without a final NUL.
  func path(_ index: Int) -> [UInt8] {
    let place = places[index]
    return Array(bytes[place.start..<place.start + place.count])
  }

  /// Appends a path that is given in parts: a directory, with its final slash, and a name.
  mutating func append(_ directory: some Collection<UInt8>, _ name: some Collection<UInt8> = EmptyCollection()) {
    let start = bytes.count
    bytes += directory
    bytes += name
    places.append(Place(start: start, count: bytes.count - start))
  }

  /// Sorts the paths by their bytes and leaves each once.
  mutating func sort() {
    bytes.withUnsafeBufferPointer { bytes in
      func order(_ left: Place, _ right: Place) -> Int32 {
        guard let base = bytes.baseAddress else { return 0 }
        let order = memcmp(base + left.start, base + right.start, Swift.min(left.count, right.count))
        return order != 0 ? order : left.count < right.count ? -1 : left.count == right.count ? 0 : 1
      }
      places.sort { order($0, $1) < 0 }
      var kept = 0
      for index in places.indices where kept == 0 || order(places[kept - 1], places[index]) != 0 {
        places[kept] = places[index]
        kept += 1
      }
      places.removeLast(places.count - kept)
    }
  }

  /// Takes out what is not to be kept; the index is that before anything was taken out, in ascending order.
  mutating func filter(_ isKept: (Int) -> Bool) {
    var index = -1
    places.removeAll { _ in
      index += 1
      return !isKept(index)
    }
  }
}

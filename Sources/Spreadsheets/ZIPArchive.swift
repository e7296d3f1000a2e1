internal import CZlib

/// Looks through a ZIP archive as office programs read it.
enum ZIPArchive {
  /// A member.
  struct Member {
    /// Its name.
    var name: [UInt8]
    /// What it holds; nil where that is not what the archive says it is.
    var contents: [UInt8]?
  }

  /// Whether every member is there as the archive says, and is XML that ends: its last tag closes its first.
  static func isWholeXML(_ archive: [UInt8]) -> Bool {
    guard let members = members(archive), !members.isEmpty else { return false }
    return members.allSatisfy { $0.contents.map(isClosed) ?? false }
  }

  /// The members; nil where the directory at the end cannot be read.
  static func members(_ archive: [UInt8]) -> [Member]? {
    // The end record has no comment here: libxlsxwriter writes none.
    let end = archive.count - 22
    guard end >= 0, number(archive, end, 4) == 0x0605_4B50 else { return nil }
    var place = number(archive, end + 16, 4)
    var members: [Member] = []
    for _ in 0..<number(archive, end + 10, 2) {
      guard place + 46 <= end, number(archive, place, 4) == 0x0201_4B50 else { return nil }
      let nameLength = number(archive, place + 28, 2)
      let length = 46 + nameLength + number(archive, place + 30, 2) + number(archive, place + 32, 2)
      guard place + length <= end else { return nil }
      let name = Array(archive[place + 46..<place + 46 + nameLength])
      members.append(Member(name: name, contents: contents(archive, place, end)))
      place += length
    }
    return place == end ? members : nil
  }

  /// What the member with the directory entry at `entry` holds.
  private static func contents(_ archive: [UInt8], _ entry: Int, _ end: Int) -> [UInt8]? {
    let packed = number(archive, entry + 20, 4)
    let size = number(archive, entry + 24, 4)
    let local = number(archive, entry + 42, 4)
    guard local + 30 <= end, number(archive, local, 4) == 0x0403_4B50 else { return nil }
    let start = local + 30 + number(archive, local + 26, 2) + number(archive, local + 28, 2)
    guard start + packed <= end else { return nil }
    let data = Array(archive[start..<start + packed])
    let contents = number(archive, entry + 10, 2) == 0 ? data : inflate(data, size: size)
    guard let contents, contents.count == size, checksum(contents) == number(archive, entry + 16, 4) else { return nil }
    return contents
  }

  private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
    guard place >= 0, place + count <= bytes.count else { return -1 }
    return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { Int(crc32(0, $0.baseAddress, uInt($0.count))) }
  }

  private static func inflate(_ data: [UInt8], size: Int) -> [UInt8]? {
    var stream = z_stream()
    guard signaudit_inflate_init(&stream) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var data = data
    var code = Z_OK
    // One byte more than is promised, so that an archive which holds more is noticed.
    let contents = [UInt8](unsafeUninitializedCapacity: size + 1) { output, initialized in
      data.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = uInt(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(output.count)
        code = CZlib.inflate(&stream, Z_FINISH)
      }
      initialized = output.count - Int(stream.avail_out)
    }
    return code == Z_STREAM_END ? contents : nil
  }

  /// Whether XML ends with the tag that closes its first element.
  private static func isClosed(_ xml: [UInt8]) -> Bool {
    var place = xml.startIndex
    while place + 1 < xml.count, xml[place] != UInt8(ascii: "<") || xml[place + 1] == UInt8(ascii: "?") { place += 1 }
    guard place + 1 < xml.count else { return false }
    let name = xml[(place + 1)...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    let end = xml.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
    if xml[..<end].suffix(name.count + 3).elementsEqual(Array("</".utf8) + name + [UInt8(ascii: ">")]) { return true }
    // An element without content is its own end.
    let rest = xml[place..<end]
    return rest.suffix(2).elementsEqual("/>".utf8) && rest.count { $0 == UInt8(ascii: "<") } == 1
  }
}

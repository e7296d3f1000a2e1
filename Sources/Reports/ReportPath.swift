/// A file's path as the formats of other tools want it: without `.` and empty parts, `..` resolved where that can be
/// seen from the path alone.
///
/// A report shows a file as the user named it. Tools that put findings beside source lines look for the path below a
/// root, and to them `./a//b.yaml` and `a/b.yaml` are two files.
struct ReportPath: Sendable, Hashable {
  /// The path, parts joined with `/`; absolute if the file was named so.
  let text: String

  /// Makes a path of a file as a report shows it.
  init(_ file: String) {
    let bytes = Array(file.utf8)
    let isAbsolute = bytes.first == UInt8(ascii: "/")
    var parts: [ArraySlice<UInt8>] = []
    for part in bytes.split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        let isUp = parts.last.map { $0.elementsEqual("..".utf8) } ?? true
        if !isUp {
          parts.removeLast()
          continue
        }
        if isAbsolute { continue }
      }
      parts.append(part)
    }
    let joined = Array(parts.joined(separator: [UInt8(ascii: "/")]))
    text = String(decoding: (isAbsolute ? [UInt8(ascii: "/")] : []) + joined, as: UTF8.self)
  }

  /// Whether it begins at the root of the file system.
  var isAbsolute: Bool { text.utf8.first == UInt8(ascii: "/") }

  /// The path as a URI (RFC 3986): relative, or with the scheme `file`. What is not unreserved is percent-encoded by
  /// its bytes; a byte that is no UTF-8, which a report shows as `\xNN`, becomes `%NN`, so that the URI names the file.
  var uri: String {
    var encoded: [UInt8] = isAbsolute ? Array("file://".utf8) : []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if let byte = shownByte(bytes, index) {
        encoded += ReportPath.percent(byte)
        index += 4
        continue
      }
      let byte = bytes[index]
      if ReportPath.isUnreserved(byte) || byte == UInt8(ascii: "/") {
        encoded.append(byte)
      } else {
        encoded += ReportPath.percent(byte)
      }
      index += 1
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// The byte that `\xNN` at `index` stands for; only bytes from 0x80 on are shown so.
  private func shownByte(_ bytes: [UInt8], _ index: Int) -> UInt8? {
    guard index + 3 < bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "x"),
      let high = ReportPath.digit(bytes[index + 2]), let low = ReportPath.digit(bytes[index + 3]), high >= 8
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// `%NN`.
  static func percent(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }
}

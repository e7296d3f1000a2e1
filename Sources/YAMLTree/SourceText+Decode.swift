package import Diagnostics
internal import Foundation

extension SourceText {
  /// Decodes the bytes of a file: UTF-8, UTF-16 with a byte order mark, or GB18030 (with a warning).
  ///
  /// Anything else is nil with one error that names the byte and its line, and so is a file over `limits.fileSize`.
  package static func decode(
    _ bytes: [UInt8], file: String, limits: YAMLLimits, diagnostics: inout [Diagnostic]
  ) -> SourceText? {
    var decoder = SourceDecoder(file: file, diagnostics: [])
    let text = bytes.count > limits.fileSize ? decoder.tooLarge(bytes.count, limits.fileSize) : decoder.decode(bytes)
    diagnostics += decoder.diagnostics
    return text
  }
}

/// The decoding of one file.
private struct SourceDecoder {
  let file: String
  var diagnostics: [Diagnostic]

  mutating func tooLarge(_ size: Int, _ limit: Int) -> SourceText? {
    refuse(
      BilingualText(
        zh: "文件有 \(size) 字节，超过了 \(limit) 字节的上限，没有读取。",
        en: "The file has \(size) bytes, more than the limit of \(limit); it was not read."),
      help: BilingualText(
        zh: "请确认选对了文件；内容确实这么多时，请拆成几个文件。",
        en: "Check that this is the right file; if it really holds that much, split it into several."))
  }

  mutating func decode(_ bytes: [UInt8]) -> SourceText? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return unknownEncoding("UTF-32")
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, low: 0, .utf16LittleEndian) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, low: 1, .utf16BigEndian) }
    if let name = wideEncoding(bytes) { return unknownEncoding(name) }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let scan = text.withUnsafeBufferPointer { UTF8Scan($0) }
    guard let invalid = scan.firstInvalid else {
      return SourceText(file: file, bytes: text, encoding: .utf8, scan: scan)
    }
    return gb18030(bytes) ?? invalidUTF8(text, at: invalid, offset: invalid + bytes.count - text.count)
  }

  /// UTF-16 or UTF-32 without a byte order mark, told by the zero bytes that its ASCII characters leave in the first
  /// kilobyte: always on the same side. A single raw NUL is no sign of either.
  private func wideEncoding(_ bytes: [UInt8]) -> String? {
    var zeros = [0, 0, 0, 0]
    let head = bytes.prefix(1024)
    for (offset, byte) in head.enumerated() where byte == 0 { zeros[offset & 3] += 1 }
    let quarter = head.count / 4
    guard quarter > 0 else { return nil }
    if [(0, 1), (2, 3)].contains(where: { min(zeros[$0.0], zeros[$0.1]) * 10 >= quarter * 9 }) { return "UTF-32" }
    let even = zeros[0] + zeros[2]
    let odd = zeros[1] + zeros[3]
    let threshold = max(2, head.count / 20)
    return odd >= threshold && even * 8 < odd || even >= threshold && odd * 8 < even ? "UTF-16" : nil
  }

  private mutating func unknownEncoding(_ name: String) -> SourceText? {
    refuse(
      BilingualText(
        zh: name == "UTF-32" ? "文件的编码是 UTF-32，读不了。" : "文件看来是没有 BOM 的 UTF-16 编码，无法可靠读取。",
        en: name == "UTF-32"
          ? "The file is encoded in UTF-32, which cannot be read."
          : "The file seems to be UTF-16 without a byte order mark, which cannot be read reliably."),
      help: saveAsUTF8)
  }

  private mutating func utf16(_ bytes: [UInt8], low: Int, _ encoding: SourceText.Encoding) -> SourceText? {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3 / 2)
    var at = 2
    func unit(_ at: Int) -> UInt32? {
      at + 1 < bytes.count ? UInt32(bytes[at + low]) | UInt32(bytes[at + 1 - low]) << 8 : nil
    }
    while at < bytes.count {
      guard let first = unit(at) else { return invalidUTF16(bytes, text, at: at) }
      var value = first
      at += 2
      if first & 0xFC00 == 0xD800 {
        guard let second = unit(at), second & 0xFC00 == 0xDC00 else { return invalidUTF16(bytes, text, at: at - 2) }
        value = 0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)
        at += 2
      }
      guard let scalar = Unicode.Scalar(value) else { return invalidUTF16(bytes, text, at: at - 2) }
      text.append(contentsOf: UTF8.encode(scalar)!)
    }
    return SourceText(
      file: file, bytes: text, encoding: encoding, scan: text.withUnsafeBufferPointer { UTF8Scan($0) })
  }

  private mutating func invalidUTF16(_ bytes: [UInt8], _ text: [UInt8], at offset: Int) -> SourceText? {
    refuse(
      BilingualText(
        zh: "文件是 UTF-16 编码，但第 \(offset + 1) 个字节（0x\(hex(bytes[offset]))）处不是完整的字符，文件可能已损坏。",
        en:
          "The file is UTF-16, but byte \(offset + 1) (0x\(hex(bytes[offset]))) begins no character: it may be damaged."
      ),
      help: saveAsUTF8, at: place(text.count, in: text))
  }

  /// The text, if the bytes are GB18030 beyond doubt: decoded strictly, without characters for private use (which
  /// would mean that the file comes from a system with characters of its own), and not UTF-8 with a few bad bytes.
  private mutating func gb18030(_ bytes: [UInt8]) -> SourceText? {
    let census = bytes.withUnsafeBufferPointer { UTF8Scan.census($0) }
    guard census.sequences < census.strays * 2, isGB18030(bytes),
      let decoded = String(data: Data(bytes), encoding: String.Encoding(rawValue: 0x8000_0632))
    else { return nil }
    for scalar in decoded.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .privateUse, .unassigned: return nil
      case .control where scalar.value >= 0x7F: return nil
      default: if scalar.value == 0xFFFD { return nil }
      }
    }
    diagnostics.append(
      Diagnostic(
        .warning,
        BilingualText(
          zh: "文件是 GB18030（GBK）编码，已转换后读取。",
          en: "The file is encoded in GB18030 (GBK); it was converted and read."),
        help: saveAsUTF8, at: SourceLocation(file: file, range: SourceRange(at: .start))))
    let text = Array(decoded.utf8)
    return SourceText(file: file, bytes: text, encoding: .gb18030, scan: text.withUnsafeBufferPointer { UTF8Scan($0) })
  }

  /// Whether the bytes have the structure of GB18030. Decoders are laxer: the byte 0x80 alone, say, is a euro sign to
  /// them. Raw NUL is not let through here, because binary files have it.
  private func isGB18030(_ bytes: [UInt8]) -> Bool {
    func holds(_ at: Int, _ range: ClosedRange<UInt8>) -> Bool { at < bytes.count && range.contains(bytes[at]) }
    var at = 0
    while at < bytes.count {
      if holds(at, 0x01...0x7F) {
        at += 1
      } else if holds(at, 0x81...0xFE), holds(at + 1, 0x40...0x7E) || holds(at + 1, 0x80...0xFE) {
        at += 2
      } else if holds(at, 0x81...0xFE), holds(at + 1, 0x30...0x39), holds(at + 2, 0x81...0xFE),
        holds(at + 3, 0x30...0x39)
      {
        at += 4
      } else {
        return false
      }
    }
    return true
  }

  private mutating func invalidUTF8(_ text: [UInt8], at: Int, offset: Int) -> SourceText? {
    let place = place(at, in: text)
    return refuse(
      BilingualText(
        zh: "文件既不是 UTF-8 编码，也不是 GB18030 编码：第 \(offset + 1) 个字节（0x\(hex(text[at]))，"
          + "在第 \(place.line) 行）不构成字符。",
        en: "The file is neither UTF-8 nor GB18030: byte \(offset + 1) (0x\(hex(text[at]))), on line \(place.line), "
          + "belongs to no character."),
      help: saveAsUTF8, at: place)
  }

  private var saveAsUTF8: BilingualText {
    BilingualText(
      zh: "请用编辑器打开文件，“另存为”时编码选“UTF-8”。",
      en: "Open the file in an editor and save it with the encoding UTF-8.")
  }

  private func place(_ offset: Int, in text: [UInt8]) -> SourcePosition {
    text.withUnsafeBufferPointer { LineMap($0).position(offset: offset, in: $0) }
  }

  private func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }

  private mutating func refuse(
    _ message: BilingualText, help: BilingualText, at place: SourcePosition = .start
  ) -> SourceText? {
    let location = SourceLocation(file: file, range: SourceRange(at: place))
    diagnostics.append(Diagnostic(.error, message, help: help, at: location))
    return nil
  }
}

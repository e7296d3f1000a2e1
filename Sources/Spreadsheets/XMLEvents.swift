internal import CExpat
internal import Diagnostics

/// What an XML document holds, as it goes by. A document type is refused, and with it every entity of a document's own:
/// nothing is looked up and nothing grows.
final class XMLEvents {
  /// The start of an element: its name and its attributes, without name spaces.
  var onStart: (_ name: String, _ attributes: [String: String]) throws(SpreadsheetFailure) -> Void = { _, _ in }
  /// The end of an element.
  var onEnd: (_ name: String) throws(SpreadsheetFailure) -> Void = { _ in }
  /// A piece of text.
  var onText: (UnsafeBufferPointer<UInt8>) -> Void = { _ in }

  private let parser: XML_Parser
  private let part: String
  private let limit: Int
  private var depth = 0
  private var failure: SpreadsheetFailure?

  private static let separator = UInt8(ascii: "|")

  /// Starts a document.
  ///
  /// - Parameters:
  ///   - part: what messages call it.
  ///   - depth: how deep elements may nest.
  init(part: String, depth: Int) throws(SpreadsheetFailure) {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(bitPattern: XMLEvents.separator)) else {
      throw SpreadsheetFailure(BilingualText(zh: "内存不足", en: "out of memory"))
    }
    self.parser = parser
    self.part = part
    limit = depth
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in XMLEvents.from(data)?.start(name, attributes) },
      { data, name in XMLEvents.from(data)?.end(name) })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let events = XMLEvents.from(data), let text, events.failure == nil else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        events.onText(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let events = XMLEvents.from(data) else { return }
      events.stop(
        SpreadsheetFailure(
          BilingualText(
            zh: "“\(events.part)”含有文档类型声明，表格文件不应有，未读取",
            en: "`\(events.part)` has a document type, which no spreadsheet needs; not read")))
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Parses a member of an archive to its end.
  func parse(_ archive: ZIPReader, _ member: String) throws(SpreadsheetFailure) {
    try archive.read(member) { piece, isLast in
      let status = XML_Parse(
        parser, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count), isLast ? 1 : 0)
      if status != XML_STATUS_OK, failure == nil {
        let line = XML_GetCurrentLineNumber(parser)
        failure = SpreadsheetFailure(
          BilingualText(
            zh: "“\(part)”第 \(line) 行不是有效的 XML，文件可能已损坏",
            en: "`\(part)` is no valid XML on line \(line): the file may be damaged"),
          help: BilingualText(zh: "用表格软件打开后另存一次", en: "open it in an office program and save it again"))
      }
      return failure == nil
    }
    if let failure { throw failure }
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> XMLEvents? {
    data.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stop(_ reason: SpreadsheetFailure) {
    if failure == nil { failure = reason }
    XML_StopParser(parser, 0)
  }

  private func start(
    _ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard let name, failure == nil else { return }
    depth += 1
    guard depth <= limit else {
      return stop(.limit(zh: "“\(part)”嵌套超过 \(limit) 层", en: "`\(part)` nests more than \(limit) deep"))
    }
    var found: [String: String] = [:]
    var place = 0
    while let attributes, let key = attributes[place], let value = attributes[place + 1] {
      found[XMLEvents.local(key)] = String(cString: value)
      place += 2
    }
    do throws(SpreadsheetFailure) {
      try onStart(XMLEvents.local(name), found)
    } catch {
      stop(error)
    }
  }

  private func end(_ name: UnsafePointer<XML_Char>?) {
    guard let name, failure == nil else { return }
    depth -= 1
    do throws(SpreadsheetFailure) {
      try onEnd(XMLEvents.local(name))
    } catch {
      stop(error)
    }
  }

  /// A name without its name space.
  private static func local(_ name: UnsafePointer<XML_Char>) -> String {
    let whole = String(cString: name)
    guard let bar = whole.utf8.lastIndex(of: separator) else { return whole }
    return String(whole[whole.utf8.index(after: bar)...])
  }
}

internal import CLibYAML
internal import Diagnostics

extension TreeBuilder {
  /// Says what a person did wrong where libyaml gave up.
  @inline(never)
  mutating func explainSyntaxError(_ parser: UnsafeMutablePointer<yaml_parser_t>) {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "out of memory"
    if parser.pointee.error == YAML_READER_ERROR {
      explainReaderError(parser.pointee.problem_offset, parser.pointee.problem_value, problem)
      return
    }
    let context = parser.pointee.context.map { String(cString: $0) }
    let error = SyntaxError(
      problem: problem, context: context ?? "",
      at: place(parser.pointee.problem_mark),
      opened: context == nil ? nil : place(parser.pointee.context_mark))
    var explained =
      flowMistake(error) ?? humanMistake(error) ?? layoutMistake(error)
      ?? error.explained(by: byte(at: error.at), precededBy: byte(before: error.at))
    if let unclosed = runawayQuote(error) ?? runawayBracket(error) { explained = unclosed }
    var help = YAMLMessages.restNotRead
    if let advice = explained.help {
      help = BilingualText(zh: advice.zh + help.zh, en: advice.en + " " + help.en)
    }
    report(
      explained.message, help: help, at: SourceRange(at: explained.place),
      related: explained.related.map { Diagnostic.Related(message: $0.0, location: location(SourceRange(at: $0.1))) })
  }

  private mutating func place(_ mark: yaml_mark_t) -> SourcePosition {
    lines().position(index: mark.index)
  }

  /// A reader error has no mark, only an offset in bytes.
  private mutating func explainReaderError(_ offset: Int, _ value: Int32, _ problem: String) {
    let place = lines().position(offset: offset, in: bytes)
    let name = SyntaxError.name(ofScalar: value)
    report(
      BilingualText(
        zh: "这里有一个不允许出现的控制字符 \(name)。",
        en: "There is a control character, \(name), which is not allowed."),
      help: BilingualText(
        zh: "请删去它；这种看不见的字符多半是从别的程序粘贴时带进来的。" + YAMLMessages.restNotRead.zh,
        en: "Delete it; such characters usually come along when text is pasted. " + YAMLMessages.restNotRead.en),
      at: SourceRange(at: place))
  }

  /// A mistake of the hand on the line of the error, the line before it or the line where its context began.
  private mutating func humanMistake(_ error: SyntaxError) -> SyntaxError.Explanation? {
    if error.isInsideQuotes { return nil }
    var candidates = [error.at.line]
    let lines = lines()
    let before = (1..<max(1, error.at.line)).reversed().first {
      !isBlank(bytes[lines.start(ofLine: $0)..<lines.start(ofLine: $0 + 1)])
    }
    if let before {
      candidates.insert(before, at: error.problem.hasPrefix("found") ? 1 : 0)
    }
    if let opened = error.opened, error.context == "while scanning a simple key" {
      candidates.insert(opened.line, at: 0)
    }
    for line in candidates {
      guard let range = lineRange(line, in: bytes),
        let (mistake, offset) = HumanMistake.first(in: UnsafeBufferPointer(rebasing: bytes[range]))
      else { continue }
      let place = lines.position(offset: range.lowerBound + offset, in: bytes)
      // What is harmless elsewhere is no explanation of an error that stands before it.
      guard place.line < error.at.line || mistake != .noSpaceAfterColon else { continue }
      let related: [(BilingualText, SourcePosition)] =
        place.line == error.at.line
        ? [] : [(BilingualText(zh: "读到这里才发现有误", en: "noticed only here"), error.at)]
      return SyntaxError.Explanation(message: mistake.message, help: mistake.advice, place: place, related: related)
    }
    return nil
  }

  /// A quote that was closed lines later, by what was meant to open the next quoted text.
  private func runawayQuote(_ error: SyntaxError) -> SyntaxError.Explanation? {
    guard !error.isInsideQuotes, let last = tree.nodes.last, last.kind == .scalar, last.style == .quoted,
      last.endLine > last.line, error.at.line == Int(last.endLine)
    else { return nil }
    return SyntaxError.unclosedQuote(
      SourcePosition(line: Int(last.line), column: Int(last.column)), noticed: error.at)
  }

  /// A bracket that is still open where the text ends or a value is missing lines later.
  private func runawayBracket(_ error: SyntaxError) -> SyntaxError.Explanation? {
    guard error.problem == "did not find expected node content", error.context == "while parsing a flow node",
      top.node != noNode
    else { return nil }
    let opened = SourcePosition(
      line: Int(tree.nodes[Int(top.node)].line), column: Int(tree.nodes[Int(top.node)].column))
    let isAtEnd = byte(at: error.at) == nil
    guard let bracket = byte(at: opened), error.at.line > opened.line || isAtEnd else { return nil }
    if let start = offset(of: opened), let mistake = swallowed(from: start, opened, error) { return mistake }
    return error.unclosedBracket(isSquare: bracket == UInt8(ascii: "["), opened, isAtEnd: isAtEnd)
  }

  /// Whether a line says nothing: it is empty or a comment.
  func isBlank(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let first = line.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    return first == nil || first == UInt8(ascii: "#")
  }

  private func byte(at place: SourcePosition) -> UInt8? {
    offset(of: place).map { bytes[$0] }
  }

  private func byte(before place: SourcePosition) -> UInt8? {
    guard place.column > 1 else { return nil }
    return byte(at: SourcePosition(line: place.line, column: place.column - 1))
  }

  /// Where a place of the text lies in bytes; nil behind the end of its line.
  func offset(of place: SourcePosition) -> Int? {
    guard let range = lineRange(place.line, in: bytes) else { return nil }
    var column = 0
    for offset in range where bytes[offset] & 0xC0 != 0x80 {
      column += 1
      if column == place.column { return offset }
    }
    return nil
  }
}

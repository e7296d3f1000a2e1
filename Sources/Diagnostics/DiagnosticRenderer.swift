/// Diagnostics as text for a terminal, in the shape that compilers have made familiar:
///
/// ```
/// 错误：“名称”重复：第 3 行已经写过。
///   --> 台账/柳荫.yaml:7:3
///   |
/// 7 |   名称: 柳荫社区
///   |   ^^^^
///   = 办法：请只保留一处。
/// ```
package struct DiagnosticRenderer: Sendable {
  /// The language of the sentences.
  package var language: Language
  /// How code frames are laid out; its colours are used for everything else too.
  package var frame: CodeFrame

  /// Makes a renderer.
  package init(language: Language, frame: CodeFrame = CodeFrame()) {
    self.language = language
    self.frame = frame
  }

  /// The text of a diagnostic, each line of it ending with a line feed.
  ///
  /// - Parameters:
  ///   - diagnostic: What is to be said.
  ///   - line: The text of a line (counted from 1) of a file, without its end; nil where it is not at hand. Without
  ///     lines there is no frame.
  package func render(_ diagnostic: Diagnostic, line: (String, Int) -> String? = { _, _ in nil }) -> String {
    let style = frame.style
    let severity = style.paint(word(diagnostic.severity), .severity(diagnostic.severity))
    let message = style.paint(printable(diagnostic.message), .message)
    var text = severity + (language == .zh ? "：" : ": ") + message + "\n"
    var elsewhere = diagnostic.related
    if let location = diagnostic.location {
      text += "  " + style.paint("-->", .gutter) + " " + place(location) + "\n"
      var marks = [CodeFrame.Mark(location.range)]
      let near = elsewhere.filter {
        $0.location.file == location.file && line($0.location.file, $0.location.range.start.line) != nil
      }
      marks += near.map { CodeFrame.Mark($0.location.range, label: $0.message[language], isPrimary: false) }
      let frame = frame.render(marks, severity: diagnostic.severity) { line(location.file, $0) }
      text += frame
      // What the frame labels need not be said again.
      if !frame.isEmpty { elsewhere.removeAll(where: near.contains) }
    }
    for related in elsewhere {
      let message = style.paint(printable(related.message), .related)
      text +=
        "  " + style.paint("=", .gutter) + " " + message + (language == .zh ? "：" : ": ") + place(related.location)
        + "\n"
    }
    if let help = diagnostic.help {
      let word = style.paint(language == .zh ? "办法：" : "help: ", .help)
      text += "  " + style.paint("=", .gutter) + " " + word + printable(help) + "\n"
    }
    return text
  }

  /// The word for a severity.
  package func word(_ severity: Severity) -> String {
    switch (severity, language) {
    case (.error, .zh): "错误"
    case (.warning, .zh): "警告"
    case (.advice, .zh): "建议"
    case (.note, .zh): "说明"
    case (_, .en): severity.rawValue
    }
  }

  /// `file:line:column`, with line and column counted from 1.
  private func place(_ location: SourceLocation) -> String {
    "\(VisibleText(location.file)):\(location.range.start.line):\(location.range.start.column)"
  }

  /// Messages quote what files say; that must not steer the terminal.
  private func printable(_ text: BilingualText) -> String {
    VisibleText(text[language]).text
  }
}

extension [Diagnostic] {
  /// At most `limit` diagnostics of one file, and a note that counts the rest, among them `omitted` that were never
  /// made.
  package func capped(at limit: Int, omitted: Int = 0, file: String) -> [Diagnostic] {
    let more = Swift.max(0, count - limit) + omitted
    guard more > 0 else { return self }
    let note = Diagnostic(
      .note,
      BilingualText(zh: "这个文件还有 \(more) 处问题没有列出。", en: "There are \(more) more problems in this file."),
      at: SourceLocation(file: file, range: self.prefix(limit).last?.location?.range ?? SourceRange(at: .start)))
    return prefix(limit) + [note]
  }
}

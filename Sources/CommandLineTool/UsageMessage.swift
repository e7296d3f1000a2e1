import Diagnostics

/// What the argument parser says of a command line, in Chinese before its own English.
///
/// The parser has no translations, so its closed list of sentences is recognised here; one that is not known is left as
/// it is.
enum UsageMessage {
  /// What is wrong with a command line, how the command is written, and where there is more.
  ///
  /// - Parameter text: what the parser prints.
  static func error(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let wantsCommand = lines.contains { $0.hasPrefix("Usage: ") && $0.hasSuffix(" <subcommand>") }
    for index in lines.indices {
      let line = lines[index]
      if let rest = line.removing(prefix: "Error: ") {
        lines[index] = "错误：\(problem(rest, wantsCommand: wantsCommand))"
      } else if let rest = line.removing(prefix: "Help:  ") {
        lines[index] = "说明：\(rest)"
      } else if let rest = line.removing(prefix: "Usage: ") {
        lines[index] = "用法：\(rest)"
      } else if let match = line.wholeMatch(of: #/  See '(.+)' for more information\./#) {
        lines[index] = "详见：\(match.1)"
      }
    }
    return lines.joined(separator: "\n")
  }

  /// What is wrong after the command line was read: there the way the command is written is no help.
  ///
  /// - Parameter message: what is wrong, in both languages already.
  static func problem(afterReading message: String) -> String { "错误：\(message)" }

  /// The screen that `--help` prints.
  static func help(_ text: String) -> String {
    var text = text
    for (english, chinese) in headings {
      if text.hasPrefix(english) { text = chinese + text.dropFirst(english.count) }
      text.replace("\n" + english, with: "\n" + chinese)
    }
    text.replace("  Show help information.", with: "  显示帮助。Show help information.")
    text.replace("  Show the version.", with: "  显示版本。Show the version.")
    text.replace("(default: ", with: "(默认 default: ")
    text.replace("(values: ", with: "(可写 values: ")
    text.replace("; default: ", with: "; 默认 default: ")
    text.replace(#/  See '(.+)' for detailed help\./#) { "  看子命令的帮助：\($0.1). See it for detailed help." }
    return text
  }

  private static let headings = [
    ("OVERVIEW: ", "说明 · OVERVIEW: "), ("USAGE: ", "用法 · USAGE: "), ("ARGUMENTS:", "参数 · ARGUMENTS:"),
    ("OPTIONS:", "选项 · OPTIONS:"), ("SUBCOMMANDS:", "子命令 · SUBCOMMANDS:"),
  ]

  /// One of the parser's sentences behind the same in Chinese.
  ///
  /// - Parameter wantsCommand: whether a subcommand should have been named.
  private static func problem(_ english: String, wantsCommand: Bool) -> String {
    // The first of the words that are left over is the one that was meant to be a command.
    if wantsCommand, let match = english.wholeMatch(of: #/(?:Unexpected argument|\d+ unexpected arguments:) '(.*?)'.*/#)
    {
      let word = String(match.1)
      let near = Spelling.suggestion(for: word, among: SignAudit.commandNames)
      return "没有子命令“\(word)”\(near.map { "，\($0.zh)" } ?? "。")There is no subcommand `\(word)`"
        + (near.map { "; \($0.en)" } ?? ".")
    }
    return chinese(english).map { "\($0)。\(english)" } ?? english
  }

  private static func chinese(_ text: String) -> String? {
    if let match = text.wholeMatch(of: #/Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/#) {
      return "没有选项 \(match.1)" + (match.2.map { "，是否想写 \($0)" } ?? "")
    }
    if let match = text.wholeMatch(of: #/Missing value for '(\S+)(?: <.+>)?'/#) { return "选项 \(match.1) 后面没有写内容" }
    if let match = text.wholeMatch(of: #/The option '(.+)' does not take any value, but '(.*)' was specified\./#) {
      return "选项 \(match.1) 后面不写内容，去掉“=\(match.2)”"
    }
    if let match = text.wholeMatch(of: #/Unexpected argument '(.*)'/#) { return "“\(match.1)”是多余的" }
    if let match = text.wholeMatch(of: #/(\d+) unexpected arguments: (.*)/#) { return "有 \(match.1) 处是多余的" }
    if let match = text.wholeMatch(of: #/Value to be set with (.+) had already been set with (.+)/#) {
      func name(_ option: Substring) -> String { String(option).replacing("flag ", with: "").replacing("'", with: "") }
      return "\(name(match.2)) 和 \(name(match.1)) 只能写一个"
    }
    if let match = text.wholeMatch(of: #/Missing expected argument '(.+)'/#) { return "缺少 \(match.1)" }
    if let match = text.wholeMatch(of: #/Missing one of: (.+)/#) { return "要写其中一个：\(match.1)" }
    if let match = text.wholeMatch(of: #/The value '(.*?)' is invalid for '(.+?)'(.*)/#.dotMatchesNewlines()) {
      let option = match.2.split(separator: " ").first ?? match.2
      return "\(option) 不能写“\(match.1)”" + (values(match.3).map { "，可写 \($0)" } ?? "")
    }
    if text == "Missing required subcommand." { return "没有写子命令" }
    return nil
  }

  /// The values that are allowed, of `. Please provide one of 'a', 'b' or 'c'.`
  private static func values(_ text: Substring) -> String? {
    guard text.hasPrefix(". Please provide one of") else { return nil }
    let quoted = text.matches(of: #/'([^']+)'/#).map { String($0.1) }
    let listed = quoted.isEmpty ? text.matches(of: #/\n  - (\S+)/#).map { String($0.1) } : quoted
    return listed.isEmpty ? nil : listed.joined(separator: "、")
  }
}

extension String {
  fileprivate func removing(prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}

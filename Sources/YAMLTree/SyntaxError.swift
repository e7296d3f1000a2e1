internal import Diagnostics

/// What libyaml says about a syntax error, and what is said to the person who has to put it right.
struct SyntaxError {
  /// libyaml's English words for what is wrong.
  var problem: String
  /// libyaml's English words for what it was doing; empty when it does not say.
  var context: String
  /// Where it noticed.
  var at: SourcePosition
  /// Where what it was doing began.
  var opened: SourcePosition?

  /// The words for people.
  struct Explanation {
    var message: BilingualText
    var help: BilingualText?
    var place: SourcePosition
    var related: [(BilingualText, SourcePosition)] = []
  }

  /// The text ended, or a document did, before a closing quote.
  var isInsideQuotes: Bool {
    context == "while scanning a quoted scalar" && problem.hasPrefix("found unexpected")
  }

  /// Explains the error by libyaml's words, the byte where it was noticed and the byte before it.
  func explained(by byte: UInt8?, precededBy before: UInt8?) -> Explanation {
    if isInsideQuotes { return SyntaxError.unclosedQuote(opened ?? at, noticed: at) }
    if problem.hasPrefix("did not find expected ',' or") {
      return unclosedBracket(isSquare: problem.contains("]"), opened ?? at, isAtEnd: byte == nil)
    }
    if before == UInt8(ascii: "\"") || before == UInt8(ascii: "'"), problem.hasPrefix("did not find expected") {
      return textAfterQuote()
    }
    let (message, help) = plain(byte) ?? general()
    var explanation = Explanation(message: message, help: help, place: at)
    let startsThere = ["an anchor", "an alias", "a directive", "a tag"].contains { context == "while scanning " + $0 }
    if startsThere || problem == "could not find expected ':'", let opened { explanation.place = opened }
    if problem == "did not find expected key" || problem == "did not find expected '-' indicator", let opened {
      explanation.related = [(BilingualText(zh: "同级的第一项在这里", en: "its first sibling is here"), opened)]
    }
    return explanation
  }

  /// A quote without its pair.
  static func unclosedQuote(_ opened: SourcePosition, noticed: SourcePosition) -> Explanation {
    Explanation(
      message: BilingualText(
        zh: "第 \(opened.line) 行的引号没有配对，后面的内容都被当成了引号里的文字。",
        en: "The quote on line \(opened.line) is not closed, so that what follows was taken as quoted text."),
      help: BilingualText(
        zh: "请在第 \(opened.line) 行文字的末尾补上同样的引号。",
        en: "Put the same quote at the end of the text on line \(opened.line)."),
      place: opened,
      related: [(BilingualText(zh: "读到这里才发现有误", en: "noticed only here"), noticed)])
  }

  /// A bracket without its pair, or something in between that should be a comma.
  func unclosedBracket(isSquare: Bool, _ opened: SourcePosition, isAtEnd: Bool) -> Explanation {
    let (open, close) = isSquare ? ("[", "]") : ("{", "}")
    var explanation = Explanation(
      message: BilingualText(
        zh: "第 \(opened.line) 行的“\(open)”没有与它配对的“\(close)”，或者其中两项之间缺少逗号。",
        en: "The `\(open)` on line \(opened.line) has no `\(close)`, or a comma is missing between two of its items."),
      help: BilingualText(
        zh: "请补上“\(close)”；各项之间用半角逗号“,”隔开。",
        en: "Add the `\(close)`; items are separated by `,`."),
      place: opened,
      related: [(BilingualText(zh: "读到这里才发现有误", en: "noticed only here"), at)])
    if opened.line == at.line, !isAtEnd {
      explanation.place = at
      explanation.related = [(BilingualText(zh: "“\(open)”在这里", en: "the `\(open)` is here"), opened)]
    }
    return explanation
  }

  private func textAfterQuote() -> Explanation {
    Explanation(
      message: BilingualText(
        zh: "引号已经结束，后面却还有文字。", en: "There is text behind the closing quote."),
      help: BilingualText(
        zh: "引号要把整段文字括起来；文字里本身有引号时，外层换用另一种引号（' 或 \"），或把里面的改成中文引号“”。",
        en: "Quotes enclose the whole text; where the text has quotes itself, use the other kind (' or \") around it."),
      place: at)
  }

  private func general() -> (BilingualText, BilingualText?) {
    (
      BilingualText(
        zh: "这里不符合 YAML 的写法（libyaml：\(problem)）。", en: "This is not valid YAML (libyaml: \(problem))."),
      nil
    )
  }

  /// The words for the problems that people meet.
  private func plain(_ byte: UInt8?) -> (BilingualText, BilingualText?)? {
    if context.hasPrefix("while scanning an a") { return reserved(context.hasSuffix("alias") ? "*" : "&") }
    if context.hasPrefix("while scanning a directive") || context.hasPrefix("while scanning a %") {
      return reserved("%")
    }
    if context.contains("tag") || problem == "found undefined tag handle" { return reserved("!") }
    switch problem {
    case "found character that cannot start any token":
      return reserved(byte.map { String(Unicode.Scalar($0)) } ?? "")
    case "mapping values are not allowed in this context":
      return (
        BilingualText(zh: "这里不应再出现冒号：一行只能有一个“名称: 内容”。", en: "A second `: ` is not allowed here."),
        BilingualText(
          zh: "文字里有“: ”时，请给整段文字加上引号；一行里写了两个字段的，各写一行；不是这样的，检查这一行的缩进。",
          en:
            "If the text contains `: `, put it in quotes; if the line has two keys, write each on a line of its own; else check how the line is indented."
        )
      )
    case "could not find expected ':'":
      return (
        BilingualText(zh: "这一行缺少冒号，不是“名称: 内容”。", en: "This line has no `: `, so that it is no key and value."),
        BilingualText(
          zh: "请写成“名称: 内容”，冒号用半角，后面加一个空格；如果是上一行文字的延续，请多缩进几格。",
          en: "Write `key: value`; if it continues the text above, indent it further.")
      )
    case "did not find expected key":
      return (
        BilingualText(
          zh: "这一行没有与同级的项对齐，或者不是“名称: 内容”。",
          en: "This line is not aligned with its siblings, or is no key and value."),
        BilingualText(zh: "请让同级各行的行首空格一样多。", en: "Indent siblings by the same number of spaces.")
      )
    case "did not find expected '-' indicator", "block sequence entries are not allowed in this context":
      return (
        BilingualText(zh: "列表在这里写得不对：各项没有对齐，或不该有短横线。", en: "The list is wrong here: its items are not aligned."),
        BilingualText(
          zh: "列表的每一项另起一行，以“- ”开头，行首空格一样多。",
          en: "Each item of a list has a line of its own that begins with `- `, all indented alike.")
      )
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return (
        BilingualText(
          zh: "双引号里的反斜杠“\\”后面不能跟这个字符。", en: "In double quotes this must not follow a backslash."),
        BilingualText(
          zh: "文字里有“\\”时，请改用单引号，或把“\\”写成“\\\\”。",
          en: "Use single quotes for a text with `\\`, or write `\\\\`.")
      )
    case "did not find expected <document start>":
      return (
        BilingualText(
          zh: "前面的内容到此已经完整，这里却还有别的内容。", en: "What stands before this is complete; nothing may follow it."),
        BilingualText(
          zh: "请检查行首空格；如果是另一份文档，请在它前面单独写一行“---”。",
          en: "Check the indentation; if another document begins here, put a line `---` before it.")
      )
    case "found incompatible YAML document", "found duplicate %YAML directive":
      return (
        BilingualText(zh: "这里的 %YAML 声明不能识别。", en: "This %YAML directive is not understood."),
        BilingualText(zh: "请删去以 %YAML 开头的这一行。", en: "Delete the line that begins with %YAML.")
      )
    case "did not find expected node content":
      return (
        BilingualText(zh: "这里缺少内容。", en: "A value is missing here."),
        BilingualText(zh: "请补上内容，或删去多余的标点。", en: "Write it, or delete the punctuation that asks for it.")
      )
    case "did not find expected comment or line break":
      return (
        BilingualText(zh: "“|”或“>”后面不能直接写文字。", en: "No text may follow `|` or `>` on the same line."),
        BilingualText(
          zh: "请把文字写到下一行并缩进；如果文字本来就以它开头，请加上引号。",
          en: "Write the text on the next line, indented; if it begins with that character, put it in quotes.")
      )
    default: return nil
    }
  }

  private func reserved(_ character: String) -> (BilingualText, BilingualText?) {
    (
      BilingualText(
        zh: "文字不能以“\(VisibleText(character))”开头，它在 YAML 里另有用途。",
        en: "A text must not begin with `\(VisibleText(character))`, which YAML uses otherwise."),
      BilingualText(zh: "请给这段文字加上引号。", en: "Put the text in quotes.")
    )
  }

  /// A scalar by its number, and by its name where people know it: `U+001B（ESC）`.
  static func name(ofScalar value: Int32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    switch value {
    case 0x00: return number + " (NUL)"
    case 0x08: return number + " (BS)"
    case 0x0C: return number + " (FF)"
    case 0x1B: return number + " (ESC)"
    case 0x7F: return number + " (DEL)"
    default: return number
    }
  }
}

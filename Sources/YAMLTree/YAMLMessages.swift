internal import Diagnostics

/// What is said about things that libyaml accepts and this tool refuses.
enum YAMLMessages {
  static let restNotRead = BilingualText(
    zh: "这个文件从这里往后的内容没有读取。", en: "The rest of this file was not read.")

  static func tooDeep(_ limit: Int) -> BilingualText {
    BilingualText(
      zh: "嵌套超过了 \(limit) 层。", en: "The nesting is deeper than \(limit) levels.")
  }

  static func tooManyNodes(_ limit: Int) -> BilingualText {
    BilingualText(
      zh: "一份文档里的项目超过了 \(limit) 个的上限。", en: "The document has more than \(limit) keys and values.")
  }

  static func tooManyDocuments(_ limit: Int) -> BilingualText {
    BilingualText(
      zh: "一个文件里的文档超过了 \(limit) 份的上限。", en: "The file has more than \(limit) documents.")
  }

  static func scalarTooLong(_ length: Int, limit: Int) -> BilingualText {
    BilingualText(
      zh: "这段文字有 \(length) 字节，超过了 \(limit) 字节的上限。",
      en: "This text has \(length) bytes, more than the limit of \(limit).")
  }

  static func keyTooLong(_ length: Int, limit: Int) -> BilingualText {
    BilingualText(
      zh: "冒号前的名称有 \(length) 个字，超过了 \(limit) 个字的上限。",
      en: "This key has \(length) characters, more than the limit of \(limit).")
  }

  static func tag(_ tag: String) -> BilingualText {
    BilingualText(
      zh: "不能使用 YAML 标签“\(VisibleText(tag))”。", en: "The YAML tag `\(VisibleText(tag))` is not allowed.")
  }

  static let tagHelp = BilingualText(
    zh: "请删去标签，直接写内容；如果文字本来就以“!”开头，请给它加上引号。",
    en: "Delete the tag and write the value alone; if it is a text that begins with `!`, put it in quotes.")

  static func anchor(_ name: String) -> BilingualText {
    BilingualText(
      zh: "不能使用锚点“&\(VisibleText(name))”。", en: "The anchor `&\(VisibleText(name))` is not allowed here.")
  }

  static func anchorHelp(_ name: String) -> BilingualText {
    BilingualText(
      zh: "请删去锚点，把引用它的地方也写成完整的内容；如果文字本来就以“&”开头，请给它加上引号。",
      en: "Delete it and write the value out wherever it is used; if it is a text that begins with `&`, quote it.")
  }

  static func alias(_ name: String) -> BilingualText {
    BilingualText(
      zh: "不能使用引用“*\(VisibleText(name))”。", en: "The alias `*\(VisibleText(name))` is not allowed here.")
  }

  static func undefinedAlias(_ name: String) -> BilingualText {
    BilingualText(
      zh: "引用“*\(VisibleText(name))”没有对应的锚点“&\(VisibleText(name))”。",
      en: "The alias `*\(VisibleText(name))` has no anchor `&\(VisibleText(name))` before it.")
  }

  static func cyclicAlias(_ name: String) -> BilingualText {
    BilingualText(
      zh: "引用“*\(VisibleText(name))”在它自己的锚点里面，内容会没有尽头。",
      en: "The alias `*\(VisibleText(name))` stands inside its own anchor, so that it would never end.")
  }

  static func aliasHelp(_ name: String) -> BilingualText {
    BilingualText(
      zh: "请在这里写出完整的内容；如果文字本来就以“*”开头，请给它加上引号。",
      en: "Write the value out here; if it is a text that begins with `*`, put it in quotes.")
  }

  static let mergeKey = BilingualText(
    zh: "不能使用合并键“<<”。", en: "The merge key `<<` is not allowed.")

  static let mergeKeyHelp = BilingualText(
    zh: "请在这里写出完整的内容。", en: "Write the value out here.")

  static let collectionAsKey = BilingualText(
    zh: "冒号前的名称只能是文字，不能是列表或一组“名称: 内容”。",
    en: "A key must be a text, not a list or a mapping.")

  static let collectionAsKeyHelp = BilingualText(
    zh: "请改成普通的名称；如果文字本来就以“[”或“{”开头，请给它加上引号。",
    en: "Write a plain key; if it is a text that begins with `[` or `{`, put it in quotes.")

  static func duplicateKey(_ key: String, asWritten first: String, line: Int) -> BilingualText {
    let key = VisibleText(key)
    let same = key.text.utf8.elementsEqual(VisibleText(first).text.utf8)
    return BilingualText(
      zh: same ? "“\(key)”重复：第 \(line) 行已经写过。" : "“\(key)”与第 \(line) 行的“\(VisibleText(first))”是同一个名称，重复了。",
      en: same
        ? "The key `\(key)` is repeated: it stands on line \(line) already."
        : "The key `\(key)` is the same as `\(VisibleText(first))` on line \(line).")
  }

  static let duplicateKeyHelp = BilingualText(
    zh: "请只保留一处，或改成另一个名称。", en: "Keep one of them, or give one another name.")

  static let firstKey = BilingualText(zh: "第一次写在这里", en: "first written here")
}

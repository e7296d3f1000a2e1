package import Diagnostics

/// A mistake that people make when they write YAML by hand, and that YAML takes for something else.
enum HumanMistake {
  /// A tab among the spaces that indent a line.
  case tab
  /// U+FEFF inside a file.
  case joinedFiles
  /// `名称：x`
  case fullWidthColon
  /// U+3000 or U+00A0 behind a colon.
  case wideSpaceAfterColon
  /// U+3000 or U+00A0 at the start of a line, behind a dash or before a colon.
  case wideSpace
  /// `id:W1`
  case noSpaceAfterColon
  /// `-W1`
  case noSpaceAfterDash

  /// The first mistake of a line or of a plain scalar, and its offset in bytes. Quoted text and comments are left
  /// aside; a proper `: ` ends the search, because what follows it is a value. Only the first kilobyte is looked at.
  static func first(in line: UnsafeBufferPointer<UInt8>) -> (mistake: HumanMistake, offset: Int)? {
    let line = UnsafeBufferPointer(rebasing: line.prefix(1024))
    func byte(_ at: Int) -> UInt8 { at < line.count ? line[at] : 0x0A }
    func holds(_ bytes: [UInt8], _ at: Int) -> Bool { line.dropFirst(at).starts(with: bytes) }
    func isWideSpace(_ at: Int) -> Bool { holds([0xE3, 0x80, 0x80], at) || holds([0xC2, 0xA0], at) }
    func isBlank(_ at: Int) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte(at)) }

    var at = 0
    var weak: (mistake: HumanMistake, offset: Int)?
    while byte(at) == 0x20 { at += 1 }
    if byte(at) == 0x09, byte(at + 1) != 0x0A { return (.tab, at) }
    if holds([0xEF, 0xBB, 0xBF], at) { return (.joinedFiles, at) }
    while byte(at) == UInt8(ascii: "-") {
      if isWideSpace(at + 1) { return (.wideSpace, at + 1) }
      guard isBlank(at + 1) else {
        if byte(at + 1) != UInt8(ascii: "-") { weak = (.noSpaceAfterDash, at) }
        break
      }
      at += 1
      while byte(at) == 0x20 { at += 1 }
    }
    if isWideSpace(at) { return (.wideSpace, at) }
    while at < line.count {
      switch byte(at) {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let quote = byte(at)
        let opensText =
          at == 0 || [0x20, UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ",")].contains(line[at - 1])
        if opensText {
          at += 1
          while at < line.count, line[at] != quote { at += 1 }
        }
      case UInt8(ascii: "#") where at > 0 && isBlank(at - 1): return weak
      case UInt8(ascii: ":"):
        if isBlank(at + 1) { return isWideSpaceBefore(at, line) ?? weak }
        if isWideSpace(at + 1) { return (.wideSpaceAfterColon, at + 1) }
        if weak == nil, at > 0 { weak = (.noSpaceAfterColon, at) }
      case 0xEF where holds([0xEF, 0xBC, 0x9A], at): return (.fullWidthColon, at)
      default: break
      }
      at += 1
    }
    return weak ?? isWideSpaceBefore(line.count, line)
  }

  private static func isWideSpaceBefore(
    _ at: Int, _ line: UnsafeBufferPointer<UInt8>
  ) -> (mistake: HumanMistake, offset: Int)? {
    if line[..<at].suffix(3).elementsEqual([0xE3, 0x80, 0x80]) { return (.wideSpace, at - 3) }
    if line[..<at].suffix(2).elementsEqual([0xC2, 0xA0]) { return (.wideSpace, at - 2) }
    return nil
  }

  /// What is wrong.
  var message: BilingualText {
    switch self {
    case .tab:
      BilingualText(zh: "行首的缩进里有制表符（Tab）。", en: "There is a tab in the indentation of this line.")
    case .joinedFiles:
      BilingualText(
        zh: "文件中间又出现了 BOM（U+FEFF），多半是两个文件被直接拼在了一起。",
        en: "There is a byte order mark (U+FEFF) inside the file: two files were probably joined.")
    case .fullWidthColon:
      BilingualText(
        zh: "这里用了全角冒号“：”，它不能把名称和内容分开。", en: "A full-width colon (：) does not separate a key from its value.")
    case .wideSpaceAfterColon:
      BilingualText(
        zh: "冒号后面是全角空格或不换行空格，不是普通空格。",
        en: "The colon is followed by an ideographic or no-break space, not by an ordinary one.")
    case .wideSpace:
      BilingualText(
        zh: "这里用了全角空格或不换行空格，它不算空格，而算文字。",
        en: "An ideographic or no-break space counts as text here, not as a space.")
    case .noSpaceAfterColon:
      BilingualText(zh: "冒号后面缺一个空格。", en: "A space is missing behind the colon.")
    case .noSpaceAfterDash:
      BilingualText(zh: "短横线后面缺一个空格。", en: "A space is missing behind the dash.")
    }
  }

  /// What to write instead.
  var advice: BilingualText {
    switch self {
    case .tab:
      BilingualText(zh: "只能用空格缩进：请把制表符换成空格，每级两个。", en: "Indent with spaces only, two for each level.")
    case .joinedFiles:
      BilingualText(
        zh: "请把拼在一起的文件分开，或删去这个看不见的字符，并在两份内容之间单独写一行“---”。",
        en: "Keep the files apart, or delete this invisible character and put a line `---` between the two.")
    case .fullWidthColon:
      BilingualText(
        zh: "如果是“名称: 内容”，请把全角冒号“：”改成半角冒号加一个空格“: ”。",
        en: "If this is a key and its value, write a colon and a space (`: `) instead of `：`.")
    case .wideSpaceAfterColon:
      BilingualText(
        zh: "请把冒号后面的全角空格或不换行空格换成一个普通（半角）空格。",
        en: "Replace the ideographic or no-break space behind the colon by an ordinary space.")
    case .wideSpace:
      BilingualText(
        zh: "请删去全角空格或不换行空格，需要空格的地方用普通（半角）空格。",
        en: "Delete the ideographic or no-break space, and use an ordinary one where a space is needed.")
    case .noSpaceAfterColon:
      BilingualText(zh: "如果是“名称: 内容”，请在冒号后面加一个空格。", en: "If this is a key and its value, put a space behind the colon.")
    case .noSpaceAfterDash:
      BilingualText(zh: "如果是列表的一项，请在短横线后面加一个空格。", en: "If this is an item of a list, put a space behind the dash.")
    }
  }
}

extension YAMLTree {
  /// What its writer probably did wrong where a plain scalar stands in the place of something else (a mapping, a known
  /// key): a full-width colon, a space that is none, a second byte order mark. It is advice, fit for a diagnostic's
  /// help; nil where nothing is to be seen.
  package func likelyMistake(at node: NodeIndex) -> BilingualText? {
    guard nodes[Int(node)].kind == .scalar, nodes[Int(node)].style == .plain else { return nil }
    let range = textRange(of: node)
    return text.withUnsafeBufferPointer {
      HumanMistake.first(in: UnsafeBufferPointer(rebasing: $0[range]))?.mistake.advice
    }
  }
}

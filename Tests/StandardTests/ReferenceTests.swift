import Foundation
import Standard
import Testing

@Suite("The reference of the rule language, and the table of its constructs")
struct ReferenceTests {
  /// `Rules/README.md` by the numbers of its sections.
  static let sections: [Int: Section] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Rules/README.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "\n## ").dropFirst().reduce(into: [:]) { sections, text in
      guard let number = Int(text.prefix { $0.isNumber }) else { return }
      sections[number] = Section(text: text)
    }
  }()

  /// Every word that the reference prints as code.
  static let words = Set(sections.values.flatMap(\.words))

  /// The section that documents a construct.
  static func section(of name: Construct.Name) -> Int {
    switch name {
    case .part, .bilingual: 1
    case .head, .sides, .exampleCommunity: 2
    case .clause, .notCheckable: 3
    case .vocabulary, .kind, .recognition, .place, .colour, .communityType, .partyOrganization, .functions,
      .wallMountings, .roomNumberForms, .shortNames, .ending, .nearMiss:
      4
    case .rule: 5
    case .signCondition, .roomCondition, .entryCondition, .functionCondition, .atLeast, .signText, .functionText,
      .openText, .size, .range, .position, .since, .approval, .formula, .count, .countCase, .community:
      8
    case .check, .checkEach, .checkNone, .checkWording, .checkSides, .checkOrder, .checkSinceRemoval, .checkPerFloor,
      .checkEntriesCover, .checkMapMatches, .checkDoorNumbers, .checkRecognisedKind, .checkRecorded, .checkInFacility,
      .nothing:
      9
    case .example, .finding: 11
    case .change, .bounds: 12
    case .elevation, .elevationSign, .placeholders: 13
    }
  }

  @Test("documents every key where its construct is explained", arguments: Construct.Name.allCases)
  func documented(_ name: Construct.Name) throws {
    let number = Self.section(of: name)
    let section = try #require(Self.sections[number])
    for key in Construct.named(name).names {
      let isDocumented = section.writesKey(key)
      #expect(isDocumented, "section \(number) does not say what `\(key)` is")
    }
  }

  @Test("documents every word that a key takes", arguments: Construct.Name.allCases)
  func words(_ name: Construct.Name) {
    for key in Construct.named(name).keys {
      for word in key.value.choices {
        let isDocumented = Self.words.contains(word)
        #expect(isDocumented, "\(name.rawValue), \(key.name): \(word)")
      }
    }
  }

  @Test("has no key in its tables that the language does not have", arguments: [2, 4, 5, 8, 11, 12, 13])
  func tables(_ number: Int) throws {
    let section = try #require(Self.sections[number])
    let known = Construct.Name.allCases.filter { Self.section(of: $0) == number }
      .flatMap { Construct.named($0).names }
    #expect(section.tabulatedKeys.count > 2)
    for key in section.tabulatedKeys { #expect(known.contains(key), "section \(number) knows `\(key)`") }
  }

  @Test("explains each check kind once")
  func checks() throws {
    let section = try #require(Self.sections[9])
    #expect(section.emphasizedKeys.sorted() == Construct.check.names.sorted())
  }
}

extension ReferenceTests {
  /// A section of the reference, read as far as its code goes.
  struct Section {
    /// Its lines outside examples.
    private let lines: [String]
    /// What is printed as code: in a line, or a line of an example.
    private let code: [String]

    init(text: String) {
      let blocks = text.components(separatedBy: "\n```")
      let examples = stride(from: 1, to: blocks.count, by: 2).map { blocks[$0] }
      lines = stride(from: 0, to: blocks.count, by: 2).flatMap { blocks[$0].components(separatedBy: "\n") }
      code = lines.flatMap { Self.spans($0).map(\.code) } + examples.flatMap { $0.components(separatedBy: "\n") }
    }

    /// All words of the code.
    var words: Set<String> {
      Set(code.flatMap { $0.split { !Self.isName($0) && $0 != "-" && !$0.isNumber }.map(String.init) })
    }

    /// Whether a key stands in the code: alone, or with a value behind it.
    func writesKey(_ key: String) -> Bool {
      code.contains { code in
        code == key
          || code.ranges(of: key + ":").contains { range in
            range.lowerBound == code.startIndex || !Self.isName(code[code.index(before: range.lowerBound)])
          }
      }
    }

    /// The keys in those columns of tables that list keys: the headings say so, or there is none.
    var tabulatedKeys: [String] {
      var keys: [String] = []
      var columns: [Int] = []
      for (line, next) in zip(lines, lines.dropFirst() + [""]) {
        guard line.hasPrefix("|") else {
          columns = []
          continue
        }
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().map(String.init)
        if next.hasPrefix("|---") {
          columns = cells.indices.filter { index in
            let heading = cells[index].trimmingCharacters(in: .whitespaces)
            return ["key", "about ", "table"].contains { heading.contains($0) } || heading.isEmpty && index == 0
          }
        } else {
          keys += columns.filter(cells.indices.contains).flatMap { Self.keys(in: cells[$0]) }
        }
      }
      return keys
    }

    /// What is printed as bold code at the beginning of a paragraph, or of a sentence in it.
    var emphasizedKeys: [String] {
      lines.flatMap { line in
        line.components(separatedBy: "**").enumerated().filter { $0.offset % 2 == 1 }
          .flatMap { Self.spans($0.element).flatMap { $0.code.components(separatedBy: ", ") } }
      }
    }

    /// The keys of a cell. What follows a key with its value, after a comma, is a further value.
    private static func keys(in cell: String) -> [String] {
      var keys: [String] = []
      var hasValue = false
      for (before, code) in spans(cell) {
        let isNext = before.isEmpty || before.hasSuffix(";") || (before == "," || before == ", or") && !hasValue
        guard isNext else { continue }
        hasValue = code.contains(":")
        keys.append(String(code.prefix(while: isName)))
      }
      return keys.filter { !$0.isEmpty }
    }

    /// The pieces of code in a line, each with the text before it.
    private static func spans(_ line: String) -> [(before: String, code: String)] {
      let pieces = line.components(separatedBy: "`")
      return stride(from: 1, to: pieces.count, by: 2).map { index in
        (pieces[index - 1].trimmingCharacters(in: .whitespaces), pieces[index])
      }
    }

    private static func isName(_ character: Character) -> Bool {
      character.isASCII && character.isLowercase || character == "_"
    }
  }
}

import ArgumentParser
import Audit
import Diagnostics
import Glibc
import Inventory
import Rectification
import Schemas
import Standard

/// `signaudit init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "按名册为每个社区生成空白台账。Write a blank inventory for each community of a roster.",
    discussion: """
      每个街道一个目录，每个社区一份；应有的标识牌各占一项，规范要求的文字写在注释里，现场看到什么登记什么。
      已有的文件不改动。
      A directory for each street, a file for each community. What the standard wants stands in comments; what hangs there
      is to be filled in. A file that exists is left as it is.
      """)

  @Option(help: "社区名册。The roster.") var roster: String?
  @Option(help: "写到这个目录。The directory to write into.") var output: String
  @Option(help: "标准所在目录，默认用内置标准。A standard's directory.") var rules: String?
  @Option(help: "只为这个街道生成，可重复。This street only, repeatable.") var street: [String] = []
  @Option(help: "zh 或 en：字段和词语用哪种语言。The language of keys and words.") var language: LanguageOption?
  @Flag(help: "只输出错误。Nothing but errors.") var quiet = false

  func run() throws {
    let context = try CommandContext(language: language, isQuiet: quiet)
    let (language, voice) = (context.language, context.voice)
    guard let rosterPath = roster ?? context.project[.roster]?.value else {
      throw ValidationError("写明名册：--roster 文件。--roster is needed.")
    }
    let standard = try context.standard(rules)
    let read = StandardFiles.roster(rosterPath, standard)
    voice.say(read.diagnostics)
    if read.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(2) }

    let streets = StreetFilter(street, standard.vocabulary.words.shortNames.street, roster: read.roster)
    let unknown = streets.rosterDiagnostics
    let files = InventoryFiles(read.roster).files.filter { file in
      streets.contains(read.roster.communities[file.community].street)
    }
    if !unknown.isEmpty || files.isEmpty {
      voice.say(unknown)
      let isKnown = unknown.isEmpty
      voice.say([
        Diagnostic(
          .error,
          BilingualText(
            zh: isKnown ? "名册里没有社区，什么也没写" : "什么也没写",
            en: isKnown ? "the roster has no community there; nothing was written" : "nothing was written"),
          help: isKnown ? BilingualText(zh: "在名册里写上社区再生成", en: "add the communities to the roster") : nil)
      ])
      throw ExitCode(2)
    }
    let maker = BlankInventoryMaker(standard, language)
    var kept = 0
    do {
      var out = OutputFiles()
      if !Self.exists("\(output)/.schemas/inventory.json") {
        try out.write(
          [("inventory.json", InventorySchema(standard, draft: .seven).inventory.document)],
          directory: "\(output)/.schemas")
      }
      for (index, file) in files.enumerated() {
        // Files stay open until they are put in place, and a process may have a thousand or so.
        if index % 200 == 199 {
          try out.commit()
          out = OutputFiles()
        }
        if Self.exists("\(output)/\(file.directory)/\(file.name)") {
          kept += 1
          continue
        }
        let depth = file.directory.utf8.split(separator: UInt8(ascii: "/")).count
        let schema = String(repeating: "../", count: depth) + ".schemas/inventory.json"
        let blank = maker.blank(read.roster.communities[file.community], schema: schema)
        try out.write([(file.name, blank.file(language))], directory: "\(output)/\(file.directory)")
      }
      try out.commit()
    } catch {
      voice.say([error.diagnostic])
      throw ExitCode(2)
    }
    voice.tell(
      BilingualText(
        zh: "写出空白台账 \(files.count - kept) 份" + (kept > 0 ? "；已有 \(kept) 份，没有改动" : ""),
        en: "\(files.count - kept) blank inventories written"
          + (kept > 0 ? "; \(kept) existed and are as they were" : "")))
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}

/// Makes blank inventories by a standard.
struct BlankInventoryMaker {
  private let standard: Standard
  private let language: Language
  private let required: RequiredSigns

  init(_ standard: Standard, _ language: Language) {
    self.standard = standard
    self.language = language
    required = RequiredSigns(standard)
  }

  /// The blank inventory of a community.
  ///
  /// - Parameter schema: the JSON Schema for editors, seen from the file.
  func blank(_ community: Roster.Community, schema: String) -> BlankInventory {
    let words = standard.vocabulary.words
    let signs = required.signs(
      district: community.district, street: community.street, community: community.name, type: nil,
      partyOrganization: community.partyOrganization)
    var counts: [String: Int] = [:]
    var rows: [BlankInventory.Row] = []
    for sign in signs {
      for _ in 0..<min(sign.count, 20) {
        let letter = sign.zone == .interior ? "N" : "W"
        counts[letter, default: 0] += 1
        rows.append(
          BlankInventory.Row(
            id: "\(letter)\(counts[letter] ?? 0)", kind: words.kinds[sign.kind],
            comments: sign.description(standard, language)))
      }
    }
    let titles = required.interiorTitles.map { $0[language] }
    return BlankInventory(
      head: [
        "yaml-language-server: $schema=\(schema)",
        language == .zh
          ? "\(community.street)\(community.name)：空白台账，现场看到什么登记什么。注释是《\(standard.title.zh)》的要求。"
          : "\(community.street)\(community.name): a blank inventory. Record what hangs there; comments say what the standard wants (\(standard.title.en)).",
        language == .zh
          ? "没有这块牌的，删去这一项；另有别的牌，照样添加。没看清的留空，留空表示待核实。"
          : "Delete a sign that is not there, add every other one. What stays empty is to be verified.",
      ], district: community.district, street: community.street, name: community.name, code: community.code,
      partyOrganization: community.partyOrganization.map { words.partyOrganizations[$0] }, rows: rows,
      further: titles.isEmpty
        ? []
        : [language == .zh ? "内部标识牌按实登记，规范要求：" : "Signs inside, as they are; the standard wants:"]
          + titles.map { "- \($0)" })
  }
}

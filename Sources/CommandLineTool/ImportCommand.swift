import ArgumentParser
import Diagnostics
import Exchange
import Inventory
import Spreadsheets
import Standard
import YAMLTree

/// The options of the commands that turn inventories into sheets and back.
struct ExchangeOptions: ParsableArguments {
  @Option(help: "标准所在目录，默认用内置标准。A standard's directory.") var rules: String?
  @Option(help: "zh 或 en：字段和词语用哪种语言。The language of keys and words.") var language: LanguageOption?
  @Flag(help: "只输出错误。Nothing but errors.") var quiet = false
  @Flag(help: "也说明没有读取的列和行。Say also which columns and rows were not read.") var verbose = false

  /// What the options and the project's settings come to; ends the program with 2, with the reason said, where they cannot
  /// be relied on.
  func resolve() throws -> (standard: Standard, language: Language, voice: Voice) {
    let context = try CommandContext(language: language, isQuiet: quiet, isVerbose: verbose)
    return (try context.standard(rules), context.language, context.voice)
  }
}

/// `signaudit import`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "把表格（xlsx、CSV）转成台账，每个社区一份。Make inventories of spreadsheets, one for each community.",
    discussion: """
      标题行、两行表头、合并的单元格、空行、合计行、多余的列和各种叫法的表头都能读；看不准的内容报出文件、表和单元格，不作猜测。
      有错的社区不写出，其余照写，退出码为 2。
      Titles, heads of two rows, merged cells, blank rows, sums, further columns and other names of heads are read. What is
      wrong is told with its file, sheet and cell; such a community is not written, the others are, and the exit code is 2.
      """)

  @Argument(help: "xlsx 或 CSV 文件（UTF-8、GB18030）。xlsx or CSV files.") var files: [String]
  @Option(help: "写到这个目录。The directory to write into.") var output: String
  @Option(help: "表格没有写区时，用这个区。The district, where the sheets name none.") var district: String?
  @Flag(help: "覆盖内容不同的已有文件。Replace files that exist with other contents.") var force = false
  @OptionGroup var options: ExchangeOptions

  func validate() throws {
    if let district, district.allSatisfy(\.isWhitespace) {
      throw ValidationError("--district 后面没有写区的名称。--district names no district.")
    }
  }

  func run() throws {
    let (standard, language, voice) = try options.resolve()
    let words = standard.vocabulary.words
    let input = InputFiles(files)
    voice.say(input.diagnostics)
    var isWhole = !input.hasMissing
    var importer = InventoryImporter(words: words, district: district)
    for file in input.files {
      do throws(SpreadsheetFailure) {
        importer.add(try Self.sheets(file, voice), file: file.shown)
      } catch {
        isWhole = false
        let name = VisibleText(file.shown).text
        voice.say([
          Diagnostic(
            .error, BilingualText(zh: "\(name)：\(error.message.zh)", en: "\(name): \(error.message.en)"),
            help: error.help)
        ])
      }
    }
    let imported = importer.finish()
    var diagnostics = importer.diagnostics
    // Those with errors too: the others' files are named the same without them.
    var written: [(community: InventoryFiles.Community, bytes: [UInt8]?)] = []
    for inventory in imported {
      let yaml = InventoryYAML(inventory.form, words: words, language: language)
      let problems = ImportCheck.check(yaml, words: words)
      diagnostics += problems
      let isWrong = inventory.hasErrors || problems.contains { $0.severity == .error }
      written.append((Self.community(inventory.form, words), isWrong ? nil : yaml.bytes))
    }
    voice.say(diagnostics.capped(at: YAMLLimits.standard.diagnostics * 5, file: files[0]))
    isWhole = isWhole && !diagnostics.contains { $0.severity == .error }
    if written.isEmpty {
      voice.say([Self.nothing])
      throw ExitCode(2)
    }
    do {
      guard try write(written, voice) else { throw ExitCode(2) }
    } catch let error as Output.Failure {
      voice.say([error.diagnostic])
      throw ExitCode(2)
    }
    let failed = written.count { $0.bytes == nil }
    voice.tell(
      BilingualText(
        zh: "写出台账 \(written.count - failed) 份" + (failed > 0 ? "；\(failed) 个社区的表格有错，没有写出" : ""),
        en: "\(written.count - failed) inventories written" + (failed > 0 ? "; \(failed) have errors and were not" : "")
      ))
    if !isWhole { throw ExitCode(2) }
  }

  /// Said where no sheet names a community: an import that succeeds without a file reads as if all were done.
  private static let nothing = Diagnostic(
    .error, BilingualText(zh: "没有可以导入的内容，什么也没写", en: "there was nothing to import; nothing was written"),
    help: BilingualText(
      zh: "每块标识牌填一行，写明街道和社区，再导入；空白样表用 signaudit export --template 生成",
      en: "write a row for each sign, with street and community; signaudit export --template makes a blank sheet"))

  /// The sheets of a file, by what it holds, not by its name.
  private static func sheets(_ file: InputFiles.File, _ voice: Voice) throws(SpreadsheetFailure) -> [SheetGrid] {
    let limits = SpreadsheetLimits.standard
    let read = InputFiles.read(file, limit: limits.fileSize)
    guard let bytes = read.bytes else {
      throw SpreadsheetFailure(BilingualText(zh: "不能读取：\(read.reason.zh)", en: "cannot be read: \(read.reason.en)"))
    }
    if XLSXReader.isArchive(bytes) { return try XLSXReader.read(bytes, limits: limits) }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw SpreadsheetFailure(
        BilingualText(zh: "是旧的 .xls 文件或加密的文件", en: "this is an old .xls file, or an encrypted one"),
        help: BilingualText(zh: "用表格软件另存为不加密的 .xlsx", en: "save it as .xlsx, without a password"))
    }
    var encoding = YAMLLimits.standard
    encoding.fileSize = limits.fileSize
    var diagnostics: [Diagnostic] = []
    let source = SourceText.decode(bytes, file: file.shown, limits: encoding, diagnostics: &diagnostics)
    // GB18030 is what office programs write as CSV: nothing to warn of.
    voice.say(diagnostics.filter { $0.severity == .error })
    guard let source else {
      throw SpreadsheetFailure(BilingualText(zh: "没有读取", en: "it was not read"))
    }
    return [try CSVReader.read(source.bytes, limits: limits)]
  }

  /// The names that a file is named by.
  private static func community(_ form: FormValue, _ words: InventoryWords) -> InventoryFiles.Community {
    func short(_ key: InventoryKey, _ endings: [ShortNames.Ending]) -> String {
      ShortNames.short(ComparedText.of(form[[.community, key]]?.text ?? ""), endings)
    }
    return InventoryFiles.Community(
      district: short(.district, words.shortNames.district), street: short(.street, words.shortNames.street),
      name: short(.name, words.shortNames.community), code: form[[.community, .code]]?.text)
  }

  /// Writes the inventories, all or none; whether no file with other contents stood in the way.
  private func write(
    _ inventories: [(community: InventoryFiles.Community, bytes: [UInt8]?)], _ voice: Voice
  ) throws(Output.Failure) -> Bool {
    var streets: [InventoryFiles.Street] = []
    for inventory in inventories {
      let street = InventoryFiles.Street(district: inventory.community.district, street: inventory.community.street)
      if !streets.contains(street) { streets.append(street) }
    }
    let places = InventoryFiles(inventories.map(\.community), streets: streets).files
    var changed: [(directory: String, name: String, bytes: [UInt8])] = []
    var taken: [String] = []
    for place in places {
      guard let bytes = inventories[place.community].bytes else { continue }
      let path = "\(output)/\(place.directory)/\(place.name)"
      let old = InputFiles.read(InputFiles.File(path: Array(path.utf8), shown: path), limit: 1 << 26).bytes
      if old == bytes { continue }
      if old != nil, !force { taken.append(path) }
      changed.append(("\(output)/\(place.directory)", place.name, bytes))
    }
    if !taken.isEmpty {
      let list = taken.map { VisibleText($0).text }
      voice.say([
        Diagnostic(
          .error,
          BilingualText(
            zh: "已有内容不同的文件，什么也没写：\(list.joined(separator: "、"))",
            en: "files with other contents exist, nothing was written: \(list.joined(separator: ", "))"),
          help: BilingualText(zh: "确实要覆盖时加 --force，或写到另一个目录", en: "use --force to replace them, or another directory"))
      ])
      return false
    }
    var out = OutputFiles()
    for (index, file) in changed.enumerated() {
      // Files stay open until they are put in place, and a process may have a thousand or so.
      if index % 200 == 199 {
        try out.commit()
        out = OutputFiles()
      }
      try out.write([(file.name, file.bytes)], directory: file.directory)
    }
    try out.commit()
    return true
  }
}

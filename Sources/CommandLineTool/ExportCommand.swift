import ArgumentParser
import Diagnostics
import Exchange
import Inventory
import Spreadsheets
import Standard
import YAMLTree

/// `signaudit export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "把台账转成表格（xlsx），或生成空白样表。Write inventories, or an empty template, as a spreadsheet.",
    discussion: """
      社区、功能室、标识牌、条目各一张表；词语从下拉列表中选，每列的表头有填写说明。填好后用 signaudit import 读回。
      A sheet each for communities, rooms, signs and entries, with drop-downs and a note on each head. signaudit import
      reads it back.
      """)

  @Argument(help: "台账文件或目录。Inventory files or directories.") var paths: [String] = []
  @Flag(help: "生成空白样表。An empty template.") var template = false
  @Option(help: "写到这个文件，扩展名 .xlsx。The file to write.") var output: String
  @OptionGroup var options: ExchangeOptions

  func validate() throws {
    if template != paths.isEmpty {
      throw ValidationError("写明台账，或用 --template 生成空白样表，二者取一。Name inventories, or use --template: one of the two.")
    }
    // What is in the file would not be what its name says; a device has no extension.
    let name = output.split(separator: "/").last ?? ""
    if let dot = name.lastIndex(of: "."), name[dot...].lowercased() != ".xlsx" {
      throw ValidationError(
        "只能写成 .xlsx，不能写成“\(name)”；要 CSV 的，用表格软件打开后另存。Only .xlsx is written, not `\(name)`; for CSV, save it as such with an office program."
      )
    }
  }

  func run() throws {
    let (standard, language, voice) = try options.resolve()
    let words = standard.vocabulary.words
    let input = InputFiles(paths, skippingStandards: true)
    voice.say(input.diagnostics)
    var isWhole = !input.hasMissing
    var sources: [FormBook.Source] = []
    for file in input.files {
      let read = Self.read(file, words)
      sources += read.sources
      voice.say(read.diagnostics)
      isWhole = isWhole && !read.diagnostics.contains { $0.severity == .error }
    }
    if !template, sources.isEmpty {
      voice.say([
        Diagnostic(
          .error, BilingualText(zh: "没有可以写出的台账，什么也没写", en: "there is no inventory to write; nothing was written"))
      ])
      throw ExitCode(2)
    }
    let book = FormBook(sources, words: words, language: language)
    voice.say(book.diagnostics)
    // A workbook that would be read as something else is none.
    if book.diagnostics.contains(where: { $0.severity == .error }) {
      voice.say([
        Diagnostic(
          .error, BilingualText(zh: "表格没有写出，\(output) 没有改动", en: "nothing was written; \(output) is as it was"),
          help: BilingualText(
            zh: "改正上面的问题再写；同一社区有两份台账的，只留一份，或者分别写成两个文件",
            en: "mend what is said above; of two inventories of one community keep one, or export them one by one"))
      ])
      throw ExitCode(2)
    }
    let title = language == .zh ? "标识牌台账" : "Inventory of signs"
    let workbook = FormWorkbook(book.sheets, wordSheet: FormBook.wordSheet, title: title, created: 1_767_225_600)
    try voice.write { files throws(Output.Failure) in
      let bytes: [UInt8]
      do throws(Workbook.Failure) {
        bytes = try workbook.render()
      } catch {
        throw Output.Failure(output, error.code)
      }
      try files.write(bytes, output)
      return []
    }
    if !isWhole {
      voice.say([
        Diagnostic(
          .warning,
          BilingualText(
            zh: "\(output) 里只有读得出来的 \(sources.count) 份台账，上面有错的没有写进去",
            en: "\(output) has the \(sources.count) inventories that could be read, and none of those with errors above"
          ))
      ])
      throw ExitCode(2)
    }
  }

  /// The inventories of a file.
  private static func read(
    _ file: InputFiles.File, _ words: InventoryWords
  ) -> (sources: [FormBook.Source], diagnostics: [Diagnostic]) {
    var inventory = Inventory()
    var sources: [FormBook.Source] = []
    let diagnostics = InventoryDocuments.each(of: file, into: &inventory) { inventory, isSound, problems in
      // What is wrong with the YAML is said alone.
      guard isSound else { return }
      inventory.read(root: inventory.tree.root, words: words, &problems)
      if !problems.hasErrors {
        sources.append(FormBook.Source(form: FormReader.read(inventory.tree, words: words), file: file.shown))
      }
    }
    return (sources, diagnostics.capped(at: YAMLLimits.standard.diagnostics, file: file.shown))
  }
}

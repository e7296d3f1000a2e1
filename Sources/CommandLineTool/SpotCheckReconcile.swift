import ArgumentParser
import Audit
import Diagnostics
import Inventory
import Reports
import SpotCheck
import Standard

extension SpotCheckCommand {
  /// The formats of a comparison.
  enum ReconcileFormat: String, OutputFormat {
    case text, markdown, html, json
  }

  /// `signaudit spot-check reconcile`.
  struct Reconcile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "比对登记的台账和现场记录，再按规范判定现场。Compare what is declared with what was observed.",
      discussion: """
        编号变了、错了一个字、挪了位置的牌，仍能认出是同一块，并说明理由。
        有出入或现场不符合规范时以 1 退出，有台账读不出、没有比对时以 2 退出。
        A sign is found again under another id, with a misspelt word or at another place, and the reason is told. Exits with
        1 where anything differs or fails, with 2 where anything cannot be read or was not compared.
        """)
    @Argument(help: "登记的台账：文件或目录。What is declared: a file or directory.") var declared: String
    @Argument(help: "现场记录：文件或目录，可多个。What was observed: files or directories.") var observed: [String]
    @OptionGroup var options: AuditOptions
    @Option(
      name: .long,
      help: ArgumentHelp("text、markdown、html、json，可写 F=路径，可重复。Formats, repeatable, F=PATH.", valueName: "format[=path]")
    )
    var format: [FormatOption<ReconcileFormat>] = []
    @Option(help: "标准输出改写到文件。Where standard output is written.") var output: String?

    func validate() throws {
      if observed.isEmpty { throw ValidationError("写明现场记录。Name what was observed.") }
      if options.filesFrom != nil {
        throw ValidationError("reconcile 不用 --files-from。reconcile takes no --files-from.")
      }
      if let problem = FormatOption.problem(format, output: output) { throw ValidationError(problem) }
    }

    func run() async throws {
      let session = try AuditSession(options)
      let standard = session.standard
      let declaredFiles = try session.input([declared])
      let declared = InventoryReading(declaredFiles.files, standard)
      session.voice.say(declared.diagnostics)
      let observedFiles = try session.input(observed)
      let seen = InventoryReading(observedFiles.files, standard)
      let collected = try await session.collect(observed)
      session.voice.say(seen.diagnostics)
      let visited = try inStreets(seen.inventories, session)
      let entries = visited.map { inventory in
        let verdicts = collected.communities.first { report in
          report.source == inventory.source && report.name == inventory.name && report.facility == inventory.facility
        }
        return (inventory: inventory, verdicts: verdicts)
      }
      // What is compared is what was visited: communities that were not stand in nobody's way.
      let shortNames = standard.vocabulary.words.shortNames
      func place(_ inventory: DeclaredInventory) -> PlaceKey {
        PlaceKey(
          district: inventory.district, street: inventory.street, community: inventory.name, shortNames)
      }
      let places = Set(entries.map { place($0.inventory) })
      let declaredThere = declared.inventories.filter { places.contains(place($0)) }
      var result = Reconciler(standard).reconcile(declaredThere, entries)
      result.diagnostics += sameFiles(result)
      try write(result, session)
      let isWhole = !declaredFiles.hasMissing && !observedFiles.hasMissing && declared.isWhole && seen.isWhole
      if !isWhole || result.hasUncompared { throw ExitCode(2) }
      if !result.isClean { throw ExitCode(1) }
    }

    /// What was observed in the streets that are asked for; says so and ends the program with 2 where it is nothing.
    private func inStreets(_ inventories: [DeclaredInventory], _ session: AuditSession) throws -> [DeclaredInventory] {
      guard !options.street.isEmpty else { return inventories }
      let streets = session.streets
      let chosen = inventories.filter { streets.contains($0.street) }
      guard chosen.isEmpty else { return chosen }
      session.voice.say([
        Diagnostic(
          .error,
          BilingualText(
            zh: "现场记录里没有“\(streets.shown(.zh))”的社区，没有比对",
            en: "nothing was observed in \(streets.shown(.en)): nothing was compared"),
          help: BilingualText(zh: "核对 --street 和现场记录的路径", en: "check --street and the paths of what was observed"))
      ])
      throw ExitCode(2)
    }

    /// What is to be said where a file was compared with itself.
    private func sameFiles(_ result: Reconciliation) -> [Diagnostic] {
      result.communities.compactMap { community in
        guard let declared = community.declaredSource, let observed = community.observedSource,
          InputFiles.isOneFile(declared, observed)
        else { return nil }
        return Diagnostic(
          .warning,
          BilingualText(
            zh: "\(community.name)的登记和现场是同一个文件“\(observed)”，比对不出什么",
            en: "of \(community.name), declared and observed are one file (\(observed)): that compares nothing"),
          help: BilingualText(zh: "第二个路径应是现场记录", en: "the second path is to be what was observed"))
      }
    }

    private func write(_ result: Reconciliation, _ session: AuditSession) throws {
      try session.voice.write(format, or: .text, output: output) { format, _ in
        switch format {
        case .text: ReconciliationText(session.language).render(result)
        case .markdown: ReconciliationPage.markdown(result, session.language)
        case .html: ReconciliationPage.html(result, session.language)
        case .json: ReconciliationJSON.render(result, rules: session.standard.ruleSummaries, session.language)
        }
      }
    }
  }
}

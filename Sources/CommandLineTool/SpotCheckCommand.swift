import ArgumentParser
import Audit
import Campaign
import Diagnostics
import Inventory
import Reports
import SpotCheck
import Standard
import YAMLTree

/// `signaudit spot-check`.
struct SpotCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spot-check",
    abstract: "现场抽查：抽社区、出核对表、比对现场。Choose, print and compare an inspector's visit.",
    discussion: """
      signaudit spot-check sample 台账 --roster 名册.yaml --per-street 2 --format json --output 抽查.json
      signaudit spot-check sheet 台账 --sample 抽查.json --output 核对表
      signaudit spot-check reconcile 台账 现场记录
      """,
    subcommands: [Sample.self, Sheet.self, Reconcile.self])

  /// What a sample is drawn by.
  struct DrawingOptions: ParsableArguments {
    @Option(help: "每个街道抽几个社区。How many communities of each street.") var perStreet: Int?
    @Option(help: "抽取的种子；不写则随机取一个并写在结果里。The seed; a random one is taken and told.") var seed: UInt64?
    @Option(help: "以往到访和问题的记录（YAML）。Earlier visits and failures.") var history: String?
    @Option(help: "专项文件：以往各轮的问题和采集日期。A campaign's file, for the same.") var database: String?

    func validate() throws {
      if let perStreet, !(1...10_000).contains(perStreet) {
        throw ValidationError("--per-street 应在 1 到 10000 之间。--per-street must be 1 to 10000.")
      }
    }

    /// Draws a sample of a report.
    func draw(_ report: AuditReport, _ session: AuditSession) throws -> SpotCheck.Sample {
      let shortNames = session.standard.vocabulary.words.shortNames
      var visits = VisitHistory()
      if let database {
        do throws(CampaignError) {
          ReadFiles.note(database)
          visits = try Self.visits(CampaignStore(database, for: .reading, wait: 10).history(), report, shortNames)
        } catch {
          session.voice.say(error.diagnostics)
          throw ExitCode(2)
        }
      }
      if let history {
        let diagnostics = StandardFiles.documents(history, limits: .roster) { tree, problems in
          visits.read(tree, shortNames, &problems)
        }
        session.voice.say(diagnostics)
        if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(2) }
      }
      var system = SystemRandomNumberGenerator()
      let seed = seed ?? UInt64.random(in: 0...999_999_999, using: &system)
      return Sampler(history: visits, asOf: session.day, shortNames: shortNames)
        .draw(report, perStreet: perStreet ?? 1, seed: seed)
    }

    /// What a campaign's rounds say of each community: when it was surveyed last, and which failures of earlier rounds
    /// this audit does not find any more.
    private static func visits(
      _ history: CampaignHistory, _ report: AuditReport, _ shortNames: ShortNames
    ) -> VisitHistory {
      var visits = VisitHistory()
      func note(_ community: RoundCommunity, _ change: (inout Visit) -> Void) {
        guard let district = community.district, let street = community.street, let name = community.name else {
          return
        }
        let place = PlaceKey(district: district, street: street, community: name, shortNames)
        var visit = visits[place] ?? Visit(last: nil, failures: 0)
        change(&visit)
        visits[place] = visit
      }
      for community in history.rounds.flatMap(\.communities) {
        guard let date = community.surveyedOn else { continue }
        note(community) { $0.last = max($0.last ?? date, date) }
      }
      let present = Set(
        report.streets.flatMap(\.communities).flatMap(\.findings).filter { $0.outcome == .fail }.map(\.fingerprint))
      for course in history.courses where !present.contains(course.fingerprint) {
        let hasFailed = course.steps.contains { step in
          if case .round(let outcome) = step.cause { outcome == .fail } else { false }
        }
        if hasFailed { note(course.community) { $0.failures += 1 } }
      }
      return visits
    }
  }

  /// The formats of a sample.
  enum SampleFormat: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
  }

  struct Sample: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "按街道抽社区，说明抽中的原因。Draw communities street by street, and say why.")
    @Argument(help: "台账文件或目录。Inventory files or directories.") var paths: [String] = []
    @OptionGroup var options: AuditOptions
    @OptionGroup var drawing: DrawingOptions
    @Option(help: "text、markdown、json。The format.") var format: SampleFormat = .text
    @Option(help: "写到文件，默认标准输出。Where to write.") var output: String?

    func validate() throws {
      if let problem = options.problem(with: paths) { throw ValidationError(problem) }
      if drawing.perStreet == nil { throw ValidationError("写明每个街道抽几个：--per-street N。--per-street is needed.") }
    }

    func run() async throws {
      let session = try AuditSession(options)
      var collected = try await session.collect(paths)
      let report = session.report(&collected)
      if report.streets.isEmpty {
        session.voice.say(
          [
            Diagnostic(
              .error, BilingualText(zh: "没有可以抽的社区", en: "there is no community to draw from"),
              help: BilingualText(zh: "核对 --street、台账路径和名册", en: "check --street, the paths and the roster"))
          ] + report.unreadable.flatMap(\.diagnostics))
        throw ExitCode(2)
      }
      let sample = try drawing.draw(report, session)
      let bytes =
        switch format {
        case .text: SampleReport.text(sample, session.language)
        case .markdown: SampleReport.markdown(sample, session.language)
        case .json: SampleReport.json(sample, session.language)
        }
      try session.voice.write(bytes, to: output)
      session.voice.say(report.unreadable.flatMap(\.diagnostics))
      if collected.hasMissingInput || !report.unreadable.isEmpty { throw ExitCode(2) }
    }
  }
}

/// Reads inventories as values, without auditing them.
struct InventoryReading {
  /// What was read, in input order.
  private(set) var inventories: [DeclaredInventory] = []
  /// What is wrong with the files.
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether everything could be read.
  var isWhole: Bool { !diagnostics.contains { $0.severity == .error } }

  /// Reads files one after another. Documents that are no inventories are passed over.
  init(_ files: PathList, _ standard: Standard) {
    var inventory = Inventory()
    for file in files {
      diagnostics += InventoryDocuments.each(of: file, into: &inventory) { inventory, isSound, problems in
        inventory.read(root: inventory.tree.root, words: standard.vocabulary.words, &problems)
        if isSound, !problems.hasErrors {
          inventories.append(DeclaredInventory(inventory, source: file.shown, standard))
        }
      }
    }
  }
}

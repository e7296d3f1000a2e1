import ArgumentParser
import Audit
import Diagnostics
import Foundation
import Inventory
import Reports
import SpotCheck
import Standard

extension SpotCheckCommand {
  /// `signaudit spot-check sheet`.
  struct Sheet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "为抽中的社区出核对表和手机记录页。Sheets to print and pages for a phone.",
      discussion: """
        每个社区一份打印用的核对表（HTML、Markdown）和一个手机记录页：离线可用，记完存成 YAML 台账。
        A sheet to print (HTML, Markdown) and a page for a phone for each community; the page works offline and saves an
        inventory in YAML.
        """)
    @Argument(help: "台账文件或目录。Inventory files or directories.") var paths: [String] = []
    @OptionGroup var options: AuditOptions
    @OptionGroup var drawing: DrawingOptions
    @Option(help: "spot-check sample --format json 的结果。A sample in JSON.") var sample: String?
    @Option(help: "不抽，指定社区，可重复。These communities, repeatable.") var community: [String] = []
    @Option(help: "写到这个目录。The directory to write into.") var output: String

    func validate() throws {
      if let problem = options.problem(with: paths) { throw ValidationError(problem) }
      let ways = [sample != nil, !community.isEmpty, drawing.perStreet != nil].count { $0 }
      if ways != 1 {
        throw ValidationError(
          "写明是哪些社区：--sample 抽查.json、--community 名称 或 --per-street N --seed S，三者选一。Choose by one of --sample, --community, --per-street."
        )
      }
    }

    /// A community that is wanted, and why.
    private struct Wanted {
      var place: PlaceKey
      var facility: String?
      var reasons: [BilingualText]
      /// Whether it had an inventory when it was drawn.
      var hasInventory = false

      /// Its name, with the street.
      var name: String { place.street + place.community + (facility.map { "（\($0)）" } ?? "") }
    }

    /// A sample in JSON, as far as it matters here.
    private struct SampleFile: Decodable {
      struct Community: Decodable {
        var name: String
        var facility: String?
        var source: String?
        var reasons: [String]?
      }
      struct Street: Decodable {
        var district: String
        var street: String
        var communities: [Community]
      }
      var schema: String
      var streets: [Street]
    }

    func run() async throws {
      let session = try AuditSession(options)
      var collected = try await session.collect(paths)
      let report = session.report(&collected)
      let standard = session.standard
      let wanted = try self.wanted(report, session)
      let reading = InventoryReading(try session.input(paths).files, standard)
      let maker = SheetMaker(standard, session.language)
      let shortNames = standard.vocabulary.words.shortNames
      var sheets: [SpotCheck.Sheet] = []
      var missing: [String] = []
      for want in wanted {
        let found = report.streets.flatMap(\.communities).first { community in
          guard let district = community.district, let street = community.street, let name = community.name else {
            return false
          }
          return PlaceKey(district: district, street: street, community: name, shortNames) == want.place
            && community.facility.map(ComparedText.of) == want.facility.map(ComparedText.of)
        }
        // A sheet without what is declared is only for a community that has declared nothing.
        guard let found, !want.hasInventory || found.status != .missing else {
          missing.append(want.name)
          continue
        }
        let declared = reading.inventories.first { inventory in
          inventory.source == found.source && inventory.facility == found.facility && inventory.name == found.name
        }
        sheets.append(
          maker.sheet(
            declared, found, partyOrganization: form(want.place, declared, session), reasons: want.reasons))
      }
      if sheets.isEmpty || !missing.isEmpty {
        session.voice.say([missing.isEmpty ? Self.nobody : Self.notFound(missing)])
        throw ExitCode(2)
      }
      try write(sheets, session)
      session.voice.tell(
        BilingualText(
          zh: "写出 \(sheets.count) 个社区的核对表，从 \(output)/index.html 打开",
          en: "sheets for \(sheets.count) communities; begin at \(output)/index.html"))
      if collected.hasMissingInput || !reading.isWhole {
        session.voice.say(reading.diagnostics)
        throw ExitCode(2)
      }
    }

    private static let nobody = Diagnostic(
      .error, BilingualText(zh: "没有抽中任何社区", en: "no community was chosen"))

    private static func notFound(_ names: [String]) -> Diagnostic {
      Diagnostic(
        .error,
        BilingualText(
          zh: "没有找到这些社区的台账：\(names.joined(separator: "、"))",
          en: "the inventories of these communities were not found: \(names.joined(separator: ", "))"),
        help: BilingualText(
          zh: "给出抽取时用的全部台账和名册", en: "name all inventories, and the roster, that the sample was drawn from"))
    }

    /// The form of party organization that counts: the roster's, else the inventory's.
    private func form(_ place: PlaceKey, _ declared: DeclaredInventory?, _ session: AuditSession) -> WordIndex? {
      if let roster = session.settings.roster, let index = roster.index(place),
        let form = roster.communities[index].partyOrganization
      {
        return form
      }
      let words = session.standard.vocabulary.words
      return declared?.partyOrganization.flatMap { words.partyOrganizations.find($0.canonical) }
    }

    private func wanted(_ report: AuditReport, _ session: AuditSession) throws -> [Wanted] {
      let shortNames = session.standard.vocabulary.words.shortNames
      if let sample {
        guard let data = FileManager.default.contents(atPath: sample),
          let file = try? JSONDecoder().decode(SampleFile.self, from: data), file.schema == "signaudit.sample/1"
        else {
          session.voice.say([
            Diagnostic(
              .error,
              BilingualText(
                zh: "“\(sample)”不是抽查名单（spot-check sample --format json）",
                en: "`\(sample)` is no sample (spot-check sample --format json)"))
          ])
          throw ExitCode(2)
        }
        let asked = session.streets
        let streets = file.streets.filter { asked.contains($0.street) }
        if streets.isEmpty, !file.streets.isEmpty {
          session.voice.say([
            Diagnostic(
              .error,
              BilingualText(
                zh: "抽查名单里没有“\(asked.shown(.zh))”", en: "the sample has no street \(asked.shown(.en))"),
              help: BilingualText(zh: "核对 --street", en: "check --street"))
          ])
          throw ExitCode(2)
        }
        return streets.flatMap { street in
          street.communities.map { community in
            Wanted(
              place: PlaceKey(
                district: street.district, street: street.street, community: community.name, shortNames),
              facility: community.facility,
              reasons: (community.reasons ?? []).map { BilingualText(zh: $0, en: $0) },
              hasInventory: community.source != nil)
          }
        }
      }
      if !community.isEmpty {
        let names = community.map { ShortNames.short(ComparedText.of($0), shortNames.community) }
        let all = report.streets.flatMap(\.communities)
        if let unknown = zip(community, names).first(where: { _, name in
          !all.contains { $0.name.map(ComparedText.of) == name }
        }) {
          let nearest = Spelling.nearest(to: unknown.0, among: all.compactMap(\.name))
          throw ValidationError(
            "没有“\(unknown.0)”这个社区" + (nearest.map { "，是否想写“\($0)”？" } ?? "。") + " There is no such community.")
        }
        var seen: Set<String> = []
        return all.filter { $0.name.map { names.contains(ComparedText.of($0)) } ?? false }.map { community in
          Wanted(
            place: PlaceKey(
              district: community.district ?? "", street: community.street ?? "", community: community.name ?? "",
              shortNames), facility: community.facility, reasons: [])
          // A second inventory of a community is no second community.
        }.filter { seen.insert($0.place.district + $0.name).inserted }
      }
      let sample = try drawing.draw(report, session)
      session.voice.tell(BilingualText(zh: "种子 \(sample.seed)", en: "seed \(sample.seed)"))
      return sample.streets.flatMap { street in
        street.communities.map { community in
          Wanted(
            place: PlaceKey(district: street.district, street: street.street, community: community.name, shortNames),
            facility: community.facility, reasons: community.reasons)
        }
      }
    }

    private func write(_ sheets: [SpotCheck.Sheet], _ session: AuditSession) throws {
      func number(_ index: Int) -> String {
        let digits = String(index + 1)
        return index + 1 < 10 ? "0\(digits)" : digits
      }
      do {
        // Files stay open until they are put in place.
        for start in stride(from: 0, to: sheets.count, by: 60) {
          let files = OutputFiles()
          for index in start..<min(sheets.count, start + 60) {
            let sheet = sheets[index]
            let isPlain = sheet.declared.code.map { code in
              !code.isEmpty && code.utf8.count <= 32
                && code.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
            }
            let file = "observed-\(isPlain == true ? sheet.declared.code ?? "" : number(index)).yaml"
            try files.write(
              [
                ("phone-\(number(index)).html", PhonePage.render(sheet, session.standard, file: file)),
                ("sheet-\(number(index)).html", SheetReport.html(sheet)),
                ("sheet-\(number(index)).md", SheetReport.markdown(sheet)),
              ], directory: output)
          }
          if start == 0 {
            try files.write([("index.html", SheetReport.index(sheets, session.language))], directory: output)
          }
          try files.commit()
        }
      } catch {
        session.voice.say([error.diagnostic])
        throw ExitCode(2)
      }
    }
  }
}

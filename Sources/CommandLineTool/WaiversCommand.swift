import ArgumentParser
import Audit
import Diagnostics
import Inventory
import Standard

/// `signaudit waivers`.
struct WaiversCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waivers", abstract: "准备豁免清单。Prepare waivers.", subcommands: [Stub.self])

  struct Stub: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "为选定的问题写出豁免条目，理由、批准人、文号、期限留空，由区里填写。Write entries for chosen failures; the district fills them in.",
      discussion: """
        signaudit waivers stub 台账 --rule institution-board.off-wall --community 柳荫社区
        留空的条目不算豁免：用 --waivers 读取时会指出哪一处还没有填写。
        """)
    @Argument(help: "台账文件或目录。Inventory files or directories.") var paths: [String] = []
    @OptionGroup var options: AuditOptions
    @Option(help: "只选这条规则的问题，可重复。Failures of this rule, repeatable.") var rule: [String] = []
    @Option(help: "只选这个社区的问题，可重复。Failures of this community, repeatable.") var community: [String] = []
    @Option(help: "只选这个指纹的问题（可只写开头，不少于8位），可重复。The failure with this fingerprint, repeatable.")
    var fingerprint: [String] = []
    @Option(help: "写到文件，默认标准输出。Where to write.") var output: String?

    func validate() throws {
      if let problem = options.problem(with: paths) { throw ValidationError(problem) }
      if rule.isEmpty, community.isEmpty, fingerprint.isEmpty, options.street.isEmpty {
        throw ValidationError(
          "写明要豁免哪些问题：--rule、--street、--community 或 --fingerprint。Choose failures by --rule, --street, --community or --fingerprint."
        )
      }
      if let short = fingerprint.first(where: { $0.utf8.count < 8 }) {
        throw ValidationError("指纹“\(short)”太短，至少写 8 位。A fingerprint needs 8 characters or more.")
      }
    }

    func run() async throws {
      let session = try AuditSession(options)
      let standard = session.standard
      var rules: Set<Int> = []
      for id in rule {
        guard let index = standard.ruleIndex(id) else {
          let nearest = Spelling.nearest(to: id, among: standard.rules.map(\.id))
          throw ValidationError(
            "没有“\(id)”这条规则" + (nearest.map { "，是否想写“\($0)”？" } ?? "。用 signaudit rules list 查看。")
              + " There is no rule `\(id)`.")
        }
        rules.insert(index)
      }
      var collected = try await session.collect(paths)
      let endings = standard.vocabulary.words.shortNames.community
      let names = Set(community.map { ShortNames.short(ComparedText.of($0), endings) })
      let reports = collected.communities + collected.batch.missing()
      let chosen = reports.flatMap { report in
        report.findings.filter { finding in
          finding.outcome == .fail && (rules.isEmpty || rules.contains(finding.rule))
            && (names.isEmpty || report.name.map { names.contains(ComparedText.of($0)) } ?? false)
            && (fingerprint.isEmpty || fingerprint.contains { Self.begins(finding.fingerprint, $0) })
        }.map { (report, $0) }
      }
      let unreadable = collected.communities.filter { $0.status == .unreadable }
      session.voice.say(unreadable.flatMap(\.diagnostics))
      let vain = inVain(chosen, known: reports.compactMap(\.name), endings)
      guard vain.isEmpty else {
        session.voice.say(vain)
        session.voice.say([Diagnostic(.error, BilingualText(zh: "什么也没写", en: "nothing was written"))])
        throw ExitCode(2)
      }
      guard !chosen.isEmpty else {
        session.voice.say([
          Diagnostic(
            .error, BilingualText(zh: "没有符合条件的不符合项，什么也没写", en: "no failure was chosen; nothing was written"),
            help: Self.onlyFailures)
        ])
        throw ExitCode(2)
      }
      let stubs = chosen.map { community, finding in
        let rule = standard.rules[finding.rule]
        return WaiverStub(
          rule: rule.id, district: community.district, street: community.street ?? "", community: community.name ?? "",
          sign: finding.sign, subject: finding.subject, comments: [rule.title[session.language], finding.message])
      }
      try session.voice.write(WaiverStub.file(stubs, session.language), to: output)
      session.voice.tell(
        BilingualText(
          zh: "写出 \(chosen.count) 条；填好理由、批准人、文号和有效期后才算数",
          en: "\(chosen.count) entries; they count once reason, approver, document and expiry are filled in"))
      if collected.hasMissingInput || !unreadable.isEmpty { throw ExitCode(2) }
    }

    /// What is said of communities and fingerprints that choose nothing: beside one that does, nobody would notice that a
    /// failure was left out.
    private func inVain(
      _ chosen: [(CommunityReport, Finding)], known: [String], _ endings: [ShortNames.Ending]
    ) -> [Diagnostic] {
      var diagnostics: [Diagnostic] = []
      for name in community {
        let key = ShortNames.short(ComparedText.of(name), endings)
        let shown = VisibleText(name).text
        if !known.contains(where: { ComparedText.of($0) == key }) {
          diagnostics.append(
            Diagnostic(
              .error, BilingualText(zh: "台账里没有“\(shown)”这个社区", en: "no inventory is of a community `\(shown)`"),
              help: Spelling.suggestion(for: name, among: known)))
        } else if !chosen.contains(where: { $0.0.name.map(ComparedText.of) == key }) {
          diagnostics.append(
            Diagnostic(
              .error,
              BilingualText(
                zh: "“\(shown)”没有符合条件的不符合项", en: "`\(shown)` has no failure of those that are asked for"),
              help: Self.onlyFailures))
        }
      }
      for start in fingerprint where !chosen.contains(where: { Self.begins($0.1.fingerprint, start) }) {
        let shown = VisibleText(start).text
        diagnostics.append(
          Diagnostic(
            .error,
            BilingualText(
              zh: "没有指纹为“\(shown)”的不符合项，或者它不在选定的范围内",
              en: "no failure has the fingerprint `\(shown)`, or it is not among those that are asked for"),
            help: Self.onlyFailures))
      }
      return diagnostics
    }

    private static let onlyFailures = BilingualText(
      zh: "待核实的内容不能豁免；用 signaudit audit 查看有哪些问题",
      en: "what is undetermined cannot be waived; `signaudit audit` shows what fails")

    private static func begins(_ fingerprint: String, _ start: String) -> Bool {
      Array(fingerprint.utf8).starts(with: Array(start.utf8))
    }
  }
}

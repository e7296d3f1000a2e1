import ArgumentParser
import Audit
import Diagnostics
import Foundation
import Inventory
import Standard
import YAMLTree

/// `signaudit baseline`.
struct BaselineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline", abstract: "维护基线：已知问题的清单。Keep the baseline: the list of known findings.",
    discussion: """
      signaudit baseline write 台账 --roster 名册.yaml --output 基线.yaml
      signaudit audit 台账 --baseline 基线.yaml              已知的照常报告，只有新问题使核查失败
      signaudit baseline prune 基线.yaml 台账                删去已经整改的条目
      signaudit baseline prune 台账                          基线在 .signaudit.yaml 里
      """,
    subcommands: [Write.self, Prune.self])

  struct Write: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "把现有问题写成基线，一行一条。Write what is found now as a baseline, one finding a line.")
    @Argument(help: "台账文件或目录。Inventory files or directories.") var paths: [String]
    @OptionGroup var options: AuditOptions
    @Option(help: "写到文件，默认标准输出。Where to write.") var output: String?

    func run() async throws {
      let session = try AuditSession(options)
      var collected = try await session.collect(paths)
      let communities = collected.communities + collected.batch.missing()
      session.voice.say(collected.batch.waiverDiagnostics() + collected.batch.partDiagnostics())
      let rules = session.standard.ruleSummaries
      let entries = communities.flatMap { Baseline.entries(of: $0, rules: rules) }
      try session.voice.write(BaselineEntry.file(entries), to: output)
      session.voice.tell(
        BilingualText(zh: "基线共 \(entries.count) 条", en: "the baseline has \(entries.count) entries"))
      let unreadable = communities.filter { $0.status == .unreadable }
      for community in unreadable {
        session.voice.say(community.diagnostics)
      }
      if !unreadable.isEmpty {
        session.voice.say([
          Diagnostic(
            .error,
            BilingualText(
              zh: "有 \(unreadable.count) 份台账无法读取，其中的问题没有列入基线",
              en: "\(unreadable.count) inventories could not be read; what is wrong in them is not in the baseline"))
        ])
      }
      if collected.hasMissingInput || !unreadable.isEmpty { throw ExitCode(2) }
    }
  }

  struct Prune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "从基线里删去已不再出现的条目，不添加新条目。Take out of a baseline what is not found any more; nothing is added.")
    @Argument(
      help: """
        基线文件（默认用 .signaudit.yaml 里的），然后是台账文件或目录。The baseline, by default that of .signaudit.yaml, then \
        inventory files or directories.
        """)
    var paths: [String]
    @OptionGroup var options: AuditOptions
    @Option(help: "写到别的文件，默认改写原文件。Where to write; the file itself by default.") var output: String?

    func run() async throws {
      let named = paths.first.flatMap { Self.isInventories($0) ? nil : $0 }
      let inventories = Array(paths.dropFirst(named == nil ? 0 : 1))
      let session = try AuditSession(options, baseline: named, usesBaseline: true)
      guard let file = named ?? session.context.project[.baseline]?.value else {
        throw ValidationError(
          "没有说基线是哪个文件：写在台账之前，或者写进 .signaudit.yaml。Name the baseline before the inventories, or in .signaudit.yaml.")
      }
      if inventories.isEmpty, options.filesFrom == nil {
        throw ValidationError("没有说台账在哪里。Name the inventories.")
      }
      if !session.isWhole {
        throw ValidationError("只核查一部分台账时不能判断基线哪些条目已经过时：给出全部台账。prune needs all inventories.")
      }
      var collected = try await session.collect(inventories)
      _ = collected.batch.missing()
      if collected.hasMissingInput || !collected.batch.canJudgeBaseline {
        session.voice.say(
          collected.batch.baselineDiagnostics(.warning)
            + collected.communities.filter { $0.status == .unreadable }.flatMap(\.diagnostics)
            + [
              Diagnostic(
                .error,
                BilingualText(
                  zh: "台账不全，没有改动基线", en: "not everything could be read; the baseline is as it was"))
            ])
        throw ExitCode(2)
      }
      let entries = session.settings.baseline?.entries ?? []
      let stale = Set(collected.batch.staleEntries().map(\.entry))
      // What could not be read keeps its entries, and must be known of.
      let unread = collected.communities.filter { $0.status == .unreadable }
      session.voice.say(unread.flatMap(\.diagnostics) + collected.batch.baselineDiagnostics(.note))
      let kept = entries.indices.filter { !stale.contains($0) }.map { entries[$0] }
      let dropped = stale.sorted().map { entries[$0] }
      if !dropped.isEmpty || output != nil {
        let bytes = Self.rewritten(file, entries, kept, dropped)
        ReadFiles.mayReplace(file)
        try session.voice.write(bytes, to: output ?? file)
      }
      session.voice.tell(
        BilingualText(
          zh: "删去 \(dropped.count) 条，还有 \(kept.count) 条",
          en: "\(dropped.count) entries taken out, \(kept.count) left"))
      if !unread.isEmpty { throw ExitCode(2) }
    }

    /// Whether a path is of inventories: a directory, standard input, or a file that begins as no baseline does. What is
    /// not there or cannot be read is taken for the baseline, so that a misspelt name is an error.
    private static func isInventories(_ path: String) -> Bool {
      if path == "-" { return true }
      var isDirectory: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue { return true }
      var isInventory = false
      _ = StandardFiles.documents(path, limits: .roster) { tree, _ in
        if OtherDocument.option(of: tree) == nil { isInventory = true }
      }
      return isInventory
    }

    /// The file without the lines of the dropped entries, so that comments stay; written anew where entries share lines.
    private static func rewritten(
      _ path: String, _ entries: [BaselineEntry], _ kept: [BaselineEntry], _ dropped: [BaselineEntry]
    ) -> [UInt8] {
      var lineCounts: [Int: Int] = [:]
      for entry in entries {
        for line in entry.location.range.start.line...entry.location.range.end.line {
          lineCounts[line, default: 0] += 1
        }
      }
      let isLineWise =
        !kept.isEmpty && lineCounts.values.allSatisfy { $0 == 1 }
        && entries.allSatisfy { $0.location.range.start.line == $0.location.range.end.line }
      let read = InputFiles.read(
        InputFiles.File(path: Array(path.utf8), shown: path), limit: YAMLLimits.roster.fileSize)
      guard isLineWise, let bytes = read.bytes, String(validating: bytes, as: UTF8.self) != nil else {
        return BaselineEntry.file(kept)
      }
      let lines = Set(dropped.map(\.location.range.start.line))
      var result: [UInt8] = []
      var number = 1
      for byte in bytes {
        if !lines.contains(number) { result.append(byte) }
        if byte == UInt8(ascii: "\n") { number += 1 }
      }
      return result
    }
  }
}

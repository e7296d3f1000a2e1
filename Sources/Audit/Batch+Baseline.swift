package import Diagnostics
import Inventory
import Standard

/// What a batch says of its baseline when all has been audited.
extension Batch {
  /// An entry of the baseline that no finding needs any more.
  package struct StaleEntry: Sendable, Hashable {
    /// The index of the entry.
    package var entry: Int
    /// Why: nil where no finding met it, else what became of it.
    package var state: Baseline.State?
    /// Whether its community has an inventory at all.
    package var isSeen: Bool
  }

  /// The entries that no finding needs any more, in the order of the file: of a part of the inventories, those of what
  /// one of them says by itself.
  ///
  /// An entry about a community whose inventory could not be read, or about a street that is not asked for, is not
  /// stale: nobody knows. So is every one where the whole holds an inventory of an unknown community.
  package func staleEntries() -> [StaleEntry] {
    guard canJudgeBaseline || !isWhole, let baseline = settings.baseline else { return [] }
    let shortNames = settings.standard.vocabulary.words.shortNames
    return baseline.entries.enumerated().compactMap { index, entry in
      let place = PlaceKey(entry, shortNames)
      guard entryStates[index] != .known, !unreadablePlaces.contains(place),
        isReported(entry.street), isWhole || isJudgedAlone(entry, place)
      else { return nil }
      return StaleEntry(entry: index, state: entryStates[index], isSeen: seenBaselinePlaces[place] != nil)
    }
  }

  /// Whether an entry is about an inventory of this part, and a rule that needs no other to be judged.
  private func isJudgedAlone(_ entry: BaselineEntry, _ place: PlaceKey) -> Bool {
    guard seenBaselinePlaces[place]?.contains(entry.facility.map(ComparedText.of) ?? "") == true else { return false }
    switch settings.standard.rules.first(where: { $0.id == entry.rule || $0.aliases.contains(entry.rule) })?.check {
    case .inventoryUnique, .inventorySubmitted: return false
    default: return true
    }
  }

  /// Whether the batch has all that the baseline speaks of: the whole, and no inventory whose community is unknown.
  package var canJudgeBaseline: Bool { isWhole && !hasUnplacedInventory }

  /// What is to be said of the baseline, after the last result.
  ///
  /// - Parameter severity: how grave an entry is that is not needed any more: `error` where a gate refuses it.
  package func baselineDiagnostics(_ severity: Severity) -> [Diagnostic] {
    guard let baseline = settings.baseline else { return [] }
    if isWhole, hasUnplacedInventory {
      return [
        Diagnostic(
          .note,
          BilingualText(
            zh: "有台账读不出是哪个社区，没有判断基线里哪些条目已经过时",
            en: "an inventory's community could not be read, so stale entries of the baseline were not judged"))
      ]
    }
    let stale = staleEntries()
    let limit = 100
    var diagnostics = stale.prefix(limit).map { stale in
      let entry = baseline.entries[stale.entry]
      let about = [entry.sign, entry.subject].compactMap(\.self).map { " \($0)" }.joined()
      let what = "\(entry.rule)（\(entry.street)\(entry.community)\(about)）"
      let reason =
        switch stale.state {
        case nil, .known:
          stale.isSeen
            ? BilingualText(zh: "已不再出现", en: "is not found any more")
            : BilingualText(zh: "所在社区这次没有台账", en: "is about a community that has no inventory now")
        case .waived: BilingualText(zh: "已获豁免", en: "is waived now")
        case .worse: BilingualText(zh: "原为待核实，现为不符合，按新问题计", en: "was undetermined and fails now, which is new")
        }
      return Diagnostic(
        severity,
        BilingualText(
          zh: "基线里的 \(what)\(reason.zh)", en: "\(what), which the baseline names, \(reason.en)"),
        help: BilingualText(
          zh: "用 signaudit baseline prune 从基线里删去", en: "take it out with `signaudit baseline prune`"),
        at: entry.location)
    }
    if stale.count > limit {
      diagnostics.append(
        Diagnostic(
          severity,
          BilingualText(
            zh: "基线里另有 \(stale.count - limit) 条也已过时，没有逐条列出",
            en: "\(stale.count - limit) more entries of the baseline are stale")))
    }
    return diagnostics
  }

  /// What a part of the inventories does not show: said once, so that nobody takes silence for a pass.
  package func partDiagnostics() -> [Diagnostic] {
    guard !isWhole else { return [] }
    var zh: [String] = []
    var en: [String] = []
    if settings.roster != nil {
      zh.append("哪些社区没有登记（community.submitted）")
      en.append("which communities have no inventory (community.submitted)")
    }
    if !settings.waivers.waivers.isEmpty {
      zh.append("哪些豁免没有对应到问题")
      en.append("which waivers met nothing")
    }
    if settings.baseline != nil {
      zh.append("未列出的台账在基线里的条目是否过时")
      en.append("whether the baseline's entries of other inventories are stale")
    }
    zh.append("与未列出的台账是否重复（community.unique）")
    en.append("whether a community has another inventory besides (community.unique)")
    return [
      Diagnostic(
        .note,
        BilingualText(
          zh: "只核查了 --files-from 列出的台账，没有判断：\(zh.joined(separator: "；"))",
          en: "only the inventories of --files-from were audited; not judged: \(en.joined(separator: "; "))"),
        help: BilingualText(
          zh: "给出台账目录即核查全部；清单就是全部台账的，加 --whole",
          en: "name the directory to audit everything, or say --whole where the list is everything"))
    ]
  }
}

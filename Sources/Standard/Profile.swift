package import Diagnostics

/// Where a tailored standard departs from the one it extends; every report of it lists these.
package struct Deviation: Sendable, Hashable {
  /// The rule's id; nil for a change of the vocabulary.
  package var rule: String?
  /// What is changed, in a few words: `停用`, `性质由“必须”改为“原则上”`.
  package var change: BilingualText
  /// Why; empty for what is only added.
  package var reason: BilingualText
  /// Where the change is declared.
  package var location: SourceLocation
  /// Whether it locks the rule.
  package var isLock = false
  /// Whether it switches the rule off.
  package var isSwitchOff = false
  /// Further ids of the rule that is switched off.
  package var names: [String] = []

  /// The deviation as one line.
  package var text: BilingualText {
    let said = withoutRule
    guard let rule else { return said }
    return BilingualText(zh: "\(rule)：\(said.zh)", en: "\(rule): \(said.en)")
  }

  /// The deviation as one line beside its rule.
  package var withoutRule: BilingualText {
    BilingualText(
      zh: change.zh + (reason.zh.isEmpty ? "" : "，理由：\(reason.zh)"),
      en: change.en + (reason.en.isEmpty ? "" : "; because: \(reason.en)"))
  }
}

extension [Deviation] {
  /// The deviations with what one change does to a rule in one, for people: its reason is told once.
  package var byChange: [Deviation] {
    reduce(into: []) { merged, next in
      guard let last = merged.indices.last, merged[last].rule != nil, merged[last].rule == next.rule,
        merged[last].location == next.location, merged[last].reason == next.reason
      else { return merged.append(next) }
      merged[last].change.zh += "；" + next.change.zh
      merged[last].change.en += "; " + next.change.en
      merged[last].isLock = merged[last].isLock || next.isLock
    }
  }
}

/// The files of a standard that another one extends.
package struct ParentStandard: Sendable {
  /// Every YAML file below its directory.
  package var sources: [StandardSource]
  /// What stands before their paths in diagnostics.
  package var directory: String

  /// Makes the files of a parent.
  package init(sources: [StandardSource], directory: String) {
    self.sources = sources
    self.directory = directory
  }
}

/// Finds the standard that `extends` names, seen from the directory that names it; or says why there is none.
package typealias ParentResolver =
  (_ reference: String, _ directory: String) -> (parent: ParentStandard?, problem: BilingualText?)

/// A change that a tailored standard makes to a rule of its parent.
struct RuleChange {
  var rule: String
  /// The id's place.
  var location: SourceLocation
  /// Where each of its keys has its value.
  var places: [String: SourceLocation] = [:]
  var isOff = false
  var modality: Modality?
  var bounds: ClosedRange<Int>?
  var title: BilingualText?
  var messages: RuleTexts?
  var remedies: RuleTexts?
  var rationale: BilingualText?
  var examples: [Example]?
  var locks = false
  var reason: BilingualText
}

extension Modality {
  /// How much a failure weighs: more is stricter.
  var weight: Int {
    switch severity {
    case .error: 2
    case .warning: 1
    default: 0
    }
  }
}

extension Check {
  /// The one pair of bounds that a check has, if it has one: of a count without cases, or `at_least` of `per_floor`.
  var bounds: ClosedRange<Int>? {
    get {
      switch self {
      case .formula(.count(let count)) where count.cases.isEmpty: count.bounds
      case .perFloor(_, _, let least): least...Int.max
      default: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .formula(.count(var count)):
        count.bounds = newValue
        self = .formula(.count(count))
      case .perFloor(let signs, let rooms, _): self = .perFloor(signs, floorsWith: rooms, atLeast: newValue.lowerBound)
      default: break
      }
    }
  }
}

/// Applies the changes of a tailored standard to the rules of its parents.
struct Tailoring {
  var rules: [PendingRule]
  var deviations: [Deviation] = []
  var switchedOff: [String] = []
  var diagnostics: [Diagnostic] = []
  /// The ids that were switched off, above or here, and where.
  private(set) var off: [String: SourceLocation]
  /// The rules that were changed already, and where.
  private var changed: [String: SourceLocation] = [:]
  /// Rules that are declared and could not be read: nothing is said about changes to them.
  private let brokenRules: Set<String>
  /// Whether every file of rules could be read: otherwise nothing is said about changes to rules that are not there.
  private let isWhole: Bool

  /// - Parameters:
  ///   - off: the ids of rules that standards above have switched off, and where.
  ///   - brokenRules: the ids of rules that are declared and could not be read.
  ///   - isWhole: whether every file of rules could be read.
  init(_ rules: [PendingRule], off: [String: SourceLocation], brokenRules: Set<String>, isWhole: Bool) {
    self.rules = rules
    self.isWhole = isWhole
    self.off = off
    self.brokenRules = brokenRules
  }

  mutating func apply(_ change: RuleChange) {
    if let place = changed[change.rule] { return refuseTwice(change, place) }
    guard let index = rules.firstIndex(where: { $0.rule.id == change.rule || $0.rule.aliases.contains(change.rule) })
    else { return refuseUnknown(change) }
    let rule = rules[index].rule
    if let place = changed[rule.id] { return refuseTwice(change, place) }
    for id in [rule.id] + rule.aliases { changed[id] = change.location }
    if change.isOff { return switchOff(index, change) }
    let bounds = rule.check.bounds
    let said = diagnostics.count
    if let modality = change.modality, modality == rule.modality {
      sayUnchanged(change, "modality")
    } else if let modality = change.modality {
      if rule.isLocked, modality.weight < rule.modality.weight {
        refuseWeaker(
          change, "modality", rule, zh: "性质不能由“\(rule.modality.label.zh)”降为“\(modality.label.zh)”",
          en: "its modality cannot go down from \(rule.modality.label.en) to \(modality.label.en)")
      } else {
        rules[index].rule.modality = modality
        note(
          change, zh: "性质由“\(rule.modality.label.zh)”改为“\(modality.label.zh)”",
          en: "modality \(modality.label.en) instead of \(rule.modality.label.en)")
      }
    }
    if let bounds = change.bounds { set(bounds, index, change) }
    // What a locked rule says follows what it asks for: its words change with that, or not at all.
    let isChanged = rules[index].rule.modality != rule.modality || rules[index].rule.check.bounds != bounds
    let isRefused = diagnostics[said...].contains { $0.severity == .error }
    if rule.isLocked, !isChanged, !isRefused,
      let key = ["title", "message", "remedy", "rationale"].first(where: { change.places[$0] != nil })
    {
      refuseWeaker(
        change, key, rule, zh: "文字只能随性质、数量一起改", en: "its words change only along with its modality or bounds")
    } else {
      replaceTexts(index, change)
    }
    if change.locks, !rule.isLocked {
      rules[index].rule.isLocked = true
      note(change, zh: "锁定，下级标准只能改严", en: "locked: standards below may only make it stricter")
      deviations[deviations.count - 1].isLock = true
    }
  }

  private mutating func refuseUnknown(_ change: RuleChange) {
    if brokenRules.contains(change.rule) { return }
    guard let place = off[change.rule] else {
      if !isWhole { return }
      let help = Spelling.suggestion(for: change.rule, among: rules.map(\.rule.id))
      refuse(
        change, zh: "上级标准没有“\(change.rule)”这条规则", en: "the parent has no rule `\(change.rule)`", help: help)
      return
    }
    refuse(
      change, zh: "规则“\(change.rule)”已由上级标准停用，不能再调整",
      en: "the parent has switched `\(change.rule)` off: there is nothing to change",
      help: BilingualText(
        zh: "删去这一项；本级仍要管的，另写一条规则", en: "leave this out; write a rule of your own if it is to count here"),
      related: [.init(message: BilingualText(zh: "在这里停用", en: "switched off here"), location: place)])
  }

  private mutating func refuseTwice(_ change: RuleChange, _ place: SourceLocation) {
    refuse(
      change, zh: "规则“\(change.rule)”调整了两次", en: "`\(change.rule)` is changed twice",
      help: BilingualText(zh: "合成一项", en: "write one change with all of it"),
      related: [.init(message: BilingualText(zh: "先前写在这里", en: "first written here"), location: place)])
  }

  /// Says that a change leaves everything as it is.
  private mutating func sayUnchanged(_ change: RuleChange, _ key: String) {
    diagnostics.append(
      Diagnostic(
        .warning,
        BilingualText(
          zh: "“\(key)”与上级标准相同，什么也没有改", en: "`\(key)` is what the parent has: nothing is changed"),
        help: BilingualText(zh: "删去“\(key)”，或改成要的内容", en: "leave `\(key)` out, or write what is meant"),
        at: change.places[key] ?? change.location))
  }

  private mutating func switchOff(_ index: Int, _ change: RuleChange) {
    let rule = rules[index].rule
    if rule.isLocked {
      refuseWeaker(change, "off", rule, zh: "不能停用", en: "it cannot be switched off")
      return
    }
    rules.remove(at: index)
    for other in rules.indices { rules[other].yieldsTo.removeAll { $0.0 == rule.id || rule.aliases.contains($0.0) } }
    switchedOff += [rule.id] + rule.aliases
    for id in [rule.id] + rule.aliases { off[id] = change.location }
    note(change, zh: "停用", en: "switched off")
    deviations[deviations.count - 1].isSwitchOff = true
    deviations[deviations.count - 1].names = [rule.id] + rule.aliases
  }

  private mutating func set(_ bounds: ClosedRange<Int>, _ index: Int, _ change: RuleChange) {
    let rule = rules[index].rule
    guard let old = rule.check.bounds else {
      refuse(
        change, "set", zh: "规则“\(rule.id)”的检查没有单独一组上下限，不能用 set 调整",
        en: "the check of `\(rule.id)` has no single pair of bounds that `set` could change",
        help: BilingualText(
          zh: "停用这条规则，另写一条", en: "switch the rule off and write one of your own"))
      return
    }
    guard bounds != old else { return sayUnchanged(change, "set") }
    if rule.isLocked, bounds.lowerBound < old.lowerBound || bounds.upperBound > old.upperBound {
      refuseWeaker(
        change, "set", rule, zh: "数量不能由\(Count.label(old).zh)放宽为\(Count.label(bounds).zh)",
        en: "its bounds cannot be widened from \(Count.label(old).en) to \(Count.label(bounds).en)")
      return
    }
    rules[index].rule.check.bounds = bounds
    note(
      change, zh: "数量由\(Count.label(old).zh)改为\(Count.label(bounds).zh)",
      en: "\(Count.label(bounds).en) instead of \(Count.label(old).en)")
  }

  private mutating func replaceTexts(_ index: Int, _ change: RuleChange) {
    let rule = rules[index].rule
    if let title = change.title { rules[index].rule.title = title }
    if let messages = change.messages { rules[index].rule.messages = messages }
    if let remedies = change.remedies { rules[index].rule.remedies = remedies }
    if let rationale = change.rationale { rules[index].rule.rationale = rationale }
    if let examples = change.examples { rules[index].rule.examples = examples }
    if let title = change.title, title != rule.title {
      note(change, zh: "标题改为“\(title.zh)”", en: "its title is “\(title.en)”")
    }
    var texts: [BilingualText] = []
    if change.messages != nil { texts.append(BilingualText(zh: "说法", en: "message")) }
    if change.remedies != nil { texts.append(BilingualText(zh: "改法", en: "remedy")) }
    if change.rationale != nil { texts.append(BilingualText(zh: "规则的理由", en: "rationale")) }
    guard !texts.isEmpty else { return }
    note(
      change, zh: "改写了\(texts.map(\.zh).joined(separator: "、"))",
      en: "other wording of its \(texts.map(\.en).joined(separator: ", "))")
  }

  private mutating func note(_ change: RuleChange, zh: String, en: String) {
    deviations.append(
      Deviation(
        rule: change.rule, change: BilingualText(zh: zh, en: en), reason: change.reason, location: change.location))
  }

  private mutating func refuse(
    _ change: RuleChange, _ key: String = "rule", zh: String, en: String, help: BilingualText? = nil,
    related: [Diagnostic.Related] = []
  ) {
    diagnostics.append(
      Diagnostic(
        .error, BilingualText(zh: zh, en: en), help: help, at: change.places[key] ?? change.location, related: related))
  }

  private mutating func refuseWeaker(_ change: RuleChange, _ key: String, _ rule: Rule, zh: String, en: String) {
    diagnostics.append(
      Diagnostic(
        .error,
        BilingualText(
          zh: "规则“\(rule.id)”由上级标准锁定，\(zh)", en: "`\(rule.id)` is locked by the parent: \(en)"),
        help: BilingualText(
          zh: "锁定的规则只能改严，不能改松；确需放宽的，请制定上级标准的单位修改",
          en: "a locked rule may be made stricter, never weaker; to weaken it, ask whoever issues the parent"),
        at: change.places[key] ?? change.location,
        related: [
          .init(message: BilingualText(zh: "规则在这里", en: "the rule stands here"), location: rule.location)
        ]))
  }
}

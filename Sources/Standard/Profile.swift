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

  init(_ rules: [PendingRule]) {
    self.rules = rules
  }

  mutating func apply(_ change: RuleChange) {
    guard let index = rules.firstIndex(where: { $0.rule.id == change.rule || $0.rule.aliases.contains(change.rule) })
    else {
      let help = Spelling.suggestion(for: change.rule, among: rules.map(\.rule.id))
      refuse(
        change, zh: "上级标准没有“\(change.rule)”这条规则", en: "the parent has no rule `\(change.rule)`", help: help)
      return
    }
    let rule = rules[index].rule
    if change.isOff { return switchOff(index, change) }
    if let modality = change.modality, modality != rule.modality {
      if rule.isLocked, modality.weight < rule.modality.weight {
        refuseWeaker(
          change, rule, zh: "性质不能由“\(rule.modality.label.zh)”降为“\(modality.label.zh)”",
          en: "its modality cannot go down from \(rule.modality.label.en) to \(modality.label.en)")
      } else {
        rules[index].rule.modality = modality
        note(
          change, zh: "性质由“\(rule.modality.label.zh)”改为“\(modality.label.zh)”",
          en: "modality \(modality.label.en) instead of \(rule.modality.label.en)")
      }
    }
    if let bounds = change.bounds { set(bounds, index, change) }
    replaceTexts(index, change)
    if change.locks, !rule.isLocked {
      rules[index].rule.isLocked = true
      note(change, zh: "锁定，下级标准只能改严", en: "locked: standards below may only make it stricter")
      deviations[deviations.count - 1].isLock = true
    }
  }

  private mutating func switchOff(_ index: Int, _ change: RuleChange) {
    let rule = rules[index].rule
    if rule.isLocked {
      refuseWeaker(change, rule, zh: "不能停用", en: "it cannot be switched off")
      return
    }
    rules.remove(at: index)
    for other in rules.indices { rules[other].yieldsTo.removeAll { $0.0 == rule.id || rule.aliases.contains($0.0) } }
    switchedOff += [rule.id] + rule.aliases
    note(change, zh: "停用", en: "switched off")
    deviations[deviations.count - 1].isSwitchOff = true
    deviations[deviations.count - 1].names = [rule.id] + rule.aliases
  }

  private mutating func set(_ bounds: ClosedRange<Int>, _ index: Int, _ change: RuleChange) {
    let rule = rules[index].rule
    guard let old = rule.check.bounds else {
      refuse(
        change, zh: "规则“\(rule.id)”的检查没有单独一组上下限，不能用 set 调整",
        en: "the check of `\(rule.id)` has no single pair of bounds that `set` could change")
      return
    }
    guard bounds != old else { return }
    if rule.isLocked, bounds.lowerBound < old.lowerBound || bounds.upperBound > old.upperBound {
      refuseWeaker(
        change, rule, zh: "数量不能由\(Count.label(old).zh)放宽为\(Count.label(bounds).zh)",
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
    if change.rationale != nil { texts.append(BilingualText(zh: "理由", en: "rationale")) }
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

  private mutating func refuse(_ change: RuleChange, zh: String, en: String, help: BilingualText? = nil) {
    diagnostics.append(Diagnostic(.error, BilingualText(zh: zh, en: en), help: help, at: change.location))
  }

  private mutating func refuseWeaker(_ change: RuleChange, _ rule: Rule, zh: String, en: String) {
    diagnostics.append(
      Diagnostic(
        .error,
        BilingualText(
          zh: "规则“\(rule.id)”由上级标准锁定，\(zh)", en: "`\(rule.id)` is locked by the parent: \(en)"),
        help: BilingualText(
          zh: "锁定的规则只能改严，不能改松；确需放宽的，请制定上级标准的单位修改",
          en: "a locked rule may be made stricter, never weaker; to weaken it, ask whoever issues the parent"),
        at: change.location,
        related: [
          .init(message: BilingualText(zh: "规则在这里", en: "the rule stands here"), location: rule.location)
        ]))
  }
}

package import Diagnostics

/// What is to be done about a failure, as work is planned: one word for the step, where `remedy` says it in a sentence.
package enum Action: String, Sendable, Hashable, CaseIterable {
  case takeDown = "take-down"
  case merge
  case handbook
  case displayCase = "display-case"
  case make
  case reword
  case repaint
  case refit
  case move
  case amend
  case askApproval = "ask-approval"
  case rearrange
  case record

  /// What the step is called.
  package var label: BilingualText {
    switch self {
    case .takeDown: .init(zh: "拆除", en: "take down")
    case .merge: .init(zh: "合并", en: "merge into one")
    case .handbook: .init(zh: "取下，内容编入手册", en: "take down, move the content into the handbook")
    case .displayCase: .init(zh: "取下，放入陈列柜", en: "take down, put in the display case")
    case .make: .init(zh: "制作安装", en: "make and hang")
    case .reword: .init(zh: "更换文字", en: "reword")
    case .repaint: .init(zh: "更换颜色", en: "repaint")
    case .refit: .init(zh: "改装", en: "refit")
    case .move: .init(zh: "移位", en: "move")
    case .amend: .init(zh: "补正内容", en: "amend the content")
    case .askApproval: .init(zh: "补办批准或撤下", en: "get approval, or take it off")
    case .rearrange: .init(zh: "统筹场所", en: "rearrange rooms")
    case .record: .init(zh: "更正台账", en: "correct the inventory")
    }
  }

  /// The office's opinion, in the four words of rectification ledgers: 保留, 规范, 整合, 取消.
  package var opinion: BilingualText {
    switch self {
    case .takeDown: .init(zh: "取消", en: "abolish")
    case .merge, .handbook, .rearrange: .init(zh: "整合", en: "merge")
    case .askApproval, .record: .init(zh: "保留", en: "keep")
    default: .init(zh: "规范", en: "standardise")
    }
  }

  /// The order in which work is done: first what comes off the wall, then what is made, then what is moved or written.
  package var phase: Int {
    switch self {
    case .takeDown, .merge, .handbook, .displayCase: 1
    case .make, .reword, .repaint, .refit: 2
    case .move: 3
    case .amend, .askApproval, .rearrange: 4
    case .record: 5
    }
  }

  /// Whether the sign leaves its place for good, so that nothing else need be done about it.
  package var endsSign: Bool { phase == 1 }

  /// Whether a sign maker has to make something.
  package var needsMaking: Bool { phase == 2 }
}

extension Rule {
  /// What is to be done about a failure for this reason: as the rule declares it, else as its check suggests.
  package func action(_ reason: String) -> Action { actions[reason] ?? actions[""] ?? check.usualAction(reason) }
}

extension Check {
  /// The step that a failure of such a check usually asks for.
  func usualAction(_ reason: String) -> Action {
    switch self {
    case .formula(.count(let count)):
      switch count.collection {
      case .rooms, .functions: .rearrange
      case .signs, .removedSigns: reason == "too_many" ? .takeDown : .make
      }
    case .formula, .perFloor: .make
    case .each(let each):
      switch each.collection {
      case .rooms: .rearrange
      case .entries: .amend
      case .signs: each.requirement?.condition.usualAction ?? .takeDown
      }
    case .wording: .reword
    case .sides, .order: .move
    case .noneSinceRemoval: .takeDown
    case .entriesCover, .mapMatches: .amend
    case .doorNumbers: reason == "no_plate" ? .make : .reword
    case .recognisedKind, .recorded, .inFacility, .listedInRoster, .inventorySubmitted, .inventoryUnique: .record
    }
  }
}

extension Condition {
  /// The step that makes a sign satisfy the condition: the weightiest of those that its parts ask for.
  fileprivate var usualAction: Action {
    let steps = requirementSteps
    let weights: [Action] = [.takeDown, .reword, .repaint, .move, .refit, .askApproval, .amend]
    return weights.first { steps.contains($0) } ?? .takeDown
  }

  private var requirementSteps: Set<Action> {
    switch self {
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.requirementSteps) }
    case .not(let part), .elseUnknown(let part), .assuming(let part, _): part.requirementSteps
    case .word(let field, _):
      switch field {
      case .background, .lettering: [.repaint]
      case .place: [.move]
      case .orientation, .mounting: [.refit]
      }
    case .text: [.reword]
    case .placeGroup, .zone, .prominent, .onEntranceFloor: [.move]
    case .number(let field, _): field == .order ? [.move] : [.refit]
    case .field(let field, _): field == .material ? [.refit] : [.askApproval]
    case .approvalDocumented, .approvalText: [.askApproval]
    case .onWall: [.takeDown]
    default: []
    }
  }
}

import Audit
import Diagnostics
import Inventory
package import Standard

/// Looks, for every rule, for the change of a compliant inventory that the rule notices and the fewest others do.
package struct MutationRun: Sendable {
  private let trial: Trial
  private let compliant: Draft
  private let mutator: Mutator
  private let harvest: Harvest
  private let relation: RuleRelation
  /// Each rule's state in the compliant inventory.
  private let base: [RuleState]
  /// How many changes a rule's search may build upon, and how many it may try, where one change is not enough.
  private static let firstSteps = 6
  private static let secondSteps = 4_000

  private struct Best {
    var mutant: Mutant
    var companions: [RuleTestReport.Companion]
    /// Unrelated companions, failing ones, all: the smaller, the better.
    var score: [Int]
  }

  /// Prepares a run.
  ///
  /// - Parameter compliant: an inventory in which no rule is broken or open.
  package init(_ standard: Standard, compliant: Draft) {
    self.compliant = compliant
    trial = Trial(standard, community: compliant.community)
    harvest = Harvest(standard, community: compliant.community)
    mutator = Mutator(standard, harvest)
    relation = RuleRelation(standard)
    base = trial.run([compliant])?.states ?? []
  }

  /// The result for every rule, in the standard's order.
  package func run() -> [RuleTestReport.MutationTest] {
    let rules = trial.standard.rules
    var best = [Best?](repeating: nil, count: rules.count)
    // The changes after which a rule's state is another one, but not yet the one that is looked for.
    var stirred = [[Draft]](repeating: [], count: rules.count)
    var tried = 0
    for mutant in mutator.mutants(of: compliant) {
      tried += 1
      consider(mutant, &best, &stirred)
    }
    for index in rules.indices where best[index].map({ $0.score[0] > 0 }) ?? true {
      for mutant in grafts(of: index) {
        tried += 1
        consider(mutant, &best, &stirred)
      }
    }
    for index in rules.indices where best[index].map({ $0.score[0] > 0 }) ?? true {
      var left = Self.secondSteps
      search: for draft in stirred[index].prefix(Self.firstSteps) {
        for mutant in mutator.mutants(of: draft) {
          tried += 1
          left -= 1
          consider(mutant, &best, &stirred, only: index)
          if best[index]?.score[0] == 0 || left == 0 { break search }
        }
      }
    }
    return rules.indices.map { index in
      RuleTestReport.MutationTest(
        change: best[index]?.mutant.change, isFailure: rules[index].check.canFail,
        companions: best[index]?.companions ?? [], tried: tried, location: rules[index].location)
    }
  }

  /// The state that a rule is to come to.
  private func wanted(_ rule: Int) -> RuleState {
    trial.standard.rules[rule].check.canFail ? .fail : .undetermined
  }

  private func consider(
    _ mutant: Mutant, _ best: inout [Best?], _ stirred: inout [[Draft]], only: Int? = nil
  ) {
    guard let result = trial.run(mutant.drafts, listed: mutant.listed) else { return }
    for index in base.indices where only == nil || only == index {
      let state = result.states[index]
      guard state == wanted(index) else {
        if only == nil, state != base[index], mutant.drafts.count == 1, stirred[index].count < Self.firstSteps {
          stirred[index].append(mutant.drafts[0])
        }
        continue
      }
      let others = result.states.indices.filter { $0 != index && result.states[$0] > .pass }
      let failing = others.count { result.states[$0] == .fail }
      // Most changes are worse than what is known already: then nobody asks who is related.
      if let known = best[index], known.score[0] == 0, [0, failing, others.count] >= known.score { continue }
      let broken = result.findings.filter { $0.rule == index }
      let companions = others.map { other in
        RuleTestReport.Companion(
          id: trial.standard.rules[other].id, isFailure: result.states[other] == .fail,
          reason: relation.reason(
            other, result.findings.filter { $0.rule == other }, index, broken, mutant))
      }
      let score = [companions.count { $0.reason == nil }, failing, others.count]
      if let known = best[index], score >= known.score { continue }
      best[index] = Best(mutant: mutant, companions: companions, score: score)
    }
  }

  /// The compliant inventory with parts of a rule's failing examples in it: what the rule's author knows to break it.
  private func grafts(of rule: Int) -> [Mutant] {
    var mutants: [Mutant] = []
    for example in harvest.examples where example.rule == rule && !example.passes {
      let signs = example.draft.signs.enumerated().map { index, sign -> DraftFields in
        var sign = sign
        sign[.id] = .text("X\(index + 1)")
        return sign
      }
      func add(_ draft: Draft, _ zh: String, _ en: String) {
        var mutant = Mutant([draft], BilingualText(zh: zh, en: en))
        mutant.signs = Set(signs.compactMap { $0.text(.id) })
        mutants.append(mutant)
      }
      for sign in signs {
        var draft = compliant
        draft.signs.append(sign)
        add(draft, "加入不通过例子里的一块牌", "add a sign of a failing example")
      }
      var draft = compliant
      draft.signs += signs
      add(draft, "加入不通过例子里的牌", "add the signs of a failing example")
      let kinds = Set(signs.map { $0.text(.kind) })
      draft.signs = compliant.signs.filter { !kinds.contains($0.text(.kind)) } + signs
      add(draft, "换成不通过例子里的牌", "exchange signs for those of a failing example")
      for key in [InventoryKey.community, .survey, .facility] {
        guard let value = example.draft.root[key] else { continue }
        draft.root[key] = value
        if key == .community {
          draft.community = merged(compliant.community, example.draft.community)
        }
      }
      add(draft, "换成不通过例子里的牌和场所", "exchange signs and facility for those of a failing example")
      draft.signs = signs
      add(draft, "只留不通过例子里的内容", "keep nothing but a failing example")
    }
    return mutants
  }

  private func merged(_ fields: DraftFields, _ others: DraftFields) -> DraftFields {
    var merged = fields
    for pair in others.pairs { merged[pair.key] = pair.value }
    return merged
  }
}

private func >= (left: [Int], right: [Int]) -> Bool { !left.lexicographicallyPrecedes(right) }

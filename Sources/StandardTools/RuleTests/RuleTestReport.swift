package import Diagnostics

/// What `rules test` found: the boundary type between testing a standard and showing the result.
package struct RuleTestReport: Sendable {
  /// The standard's id and title.
  package var standard: String
  package var title: BilingualText
  /// Where the compliant inventory comes from.
  package var compliant: Compliant
  /// Every rule, in the standard's order.
  package var rules: [RuleTest]
  /// Every case file, in the order of their paths.
  package var cases: [CaseTest]

  /// The compliant inventory that mutants are made from.
  package enum Compliant: Sendable, Hashable {
    /// The standard declares it, in this file.
    case declared(String)
    /// It was made from the standard's examples; so many signs, so many rules that are kept in it.
    case derived(signs: Int, rules: Int)
    /// The standard declares it, and it is not compliant: what was found in it.
    case wrong([Diagnostic])
    /// There is none; why.
    case none([Diagnostic])
  }

  /// One rule's tests.
  package struct RuleTest: Sendable {
    /// Its id.
    package var id: String
    /// Its title.
    package var title: BilingualText
    /// Its examples, in order.
    package var examples: [ExampleTest]
    /// What came of the mutants; nil where there was no compliant inventory to make them from.
    package var mutation: MutationTest?
  }

  /// One example.
  package struct ExampleTest: Sendable {
    /// What it shows.
    package var name: String
    /// What is wrong; empty where it holds.
    package var problems: [Diagnostic]
  }

  /// How a rule took a change that was made to break it.
  package struct MutationTest: Sendable {
    /// The change; nil where none was found.
    package var change: BilingualText?
    /// What the rule makes of it: a failure, or undetermined for one that never fails.
    package var isFailure: Bool
    /// The other rules that notice it.
    package var companions: [Companion]
    /// How many changes were tried.
    package var tried: Int
    /// Where the rule stands.
    package var location: SourceLocation

    /// Whether the rule was shown to notice, and no unrelated one did.
    package var isShown: Bool { change != nil && companions.allSatisfy { $0.reason != nil } }
    /// Whether no change at all makes the rule notice anything.
    package var isVacuous: Bool { change == nil }
  }

  /// Another rule that notices a change.
  package struct Companion: Sendable, Hashable {
    /// Its id.
    package var id: String
    /// Whether it fails; else it is undetermined.
    package var isFailure: Bool
    /// Why it may; nil: it is unrelated.
    package var reason: RuleRelation.Reason?
  }

  /// One case file.
  package struct CaseTest: Sendable {
    /// The file, as diagnostics name it.
    package var file: String
    /// How many expectations stand in it, and how many inventories.
    package var expectations: Int
    package var inventories: Int
    /// What is wrong: findings that nobody expected, expectations that nothing met.
    package var problems: [Diagnostic]
    /// Whether it could not be read.
    package var isUnreadable: Bool
  }

  /// Whether something could not be tested at all.
  package var isBroken: Bool {
    if case .none = compliant { return true }
    return cases.contains(where: \.isUnreadable)
  }

  /// Whether everything that was tested holds.
  package var isSuccess: Bool {
    if case .wrong = compliant { return false }
    return !isBroken && cases.allSatisfy(\.problems.isEmpty)
      && rules.allSatisfy { rule in
        rule.examples.allSatisfy(\.problems.isEmpty) && rule.mutation?.isShown != false
      }
  }
}

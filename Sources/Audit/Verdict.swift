/// A value of the three-valued logic, and "not applicable", which conjunctions and disjunctions leave out.
enum Verdict: Sendable, Hashable {
  case holds, fails, unknown, notApplicable

  /// A truth value as a verdict.
  @inline(__always)
  init(_ value: Bool) { self = value ? .holds : .fails }

  /// Kleene's negation.
  var negated: Verdict {
    switch self {
    case .holds: .fails
    case .fails: .holds
    case .unknown: .unknown
    case .notApplicable: .notApplicable
    }
  }

  /// Kleene's conjunction of two. Of nothing but what is not applicable, not applicable.
  func and(_ other: Verdict) -> Verdict {
    switch (self, other) {
    case (.notApplicable, _): other
    case (_, .notApplicable): self
    case (.fails, _), (_, .fails): .fails
    case (.unknown, _), (_, .unknown): .unknown
    default: .holds
    }
  }

  /// Kleene's disjunction of two. Of nothing but what is not applicable, not applicable.
  func or(_ other: Verdict) -> Verdict {
    switch (self, other) {
    case (.notApplicable, _): other
    case (_, .notApplicable): self
    case (.holds, _), (_, .holds): .holds
    case (.unknown, _), (_, .unknown): .unknown
    default: .fails
    }
  }
}

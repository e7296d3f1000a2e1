/// How much a diagnostic or a rule's failure matters. The order is from grave to slight.
package enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// It must be put right; for the tool's own voice: something could not be read.
  case error
  /// It should be put right.
  case warning
  /// The standard encourages otherwise.
  case advice
  /// Said for information only; no rule has this severity.
  case note

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .advice: 2
    case .note: 3
    }
  }
}

/// One thing that is said about a place in a file, by the tool itself: a syntax error, an unknown key, a waiver that
/// has expired. What a rule says is a `Finding`; both share their locations and labels.
package struct Diagnostic: Sendable, Hashable {
  /// A second place that explains the first.
  package struct Related: Sendable, Hashable {
    /// What is to be seen there.
    package var message: BilingualText
    /// Where it is.
    package var location: SourceLocation

    /// Makes a related place.
    package init(message: BilingualText, location: SourceLocation) {
      self.message = message
      self.location = location
    }
  }

  /// How grave it is.
  package var severity: Severity
  /// What is wrong and why, in one sentence.
  package var message: BilingualText
  /// What to do about it, where there is something to do.
  package var help: BilingualText?
  /// The smallest place that shows it; nil where it concerns no file.
  package var location: SourceLocation?
  /// Further places.
  package var related: [Related]

  /// Makes a diagnostic.
  package init(
    _ severity: Severity, _ message: BilingualText, help: BilingualText? = nil, at location: SourceLocation? = nil,
    related: [Related] = []
  ) {
    self.severity = severity
    self.message = message
    self.help = help
    self.location = location
    self.related = related
  }
}

internal import Audit
package import Inventory

/// Where the findings of a street stand, counted.
package struct StateCounts: Sendable, Hashable {
  /// To be looked at: open, and not known to fail.
  package var unverified = 0
  /// Encouraged only: open.
  package var advice = 0
  /// To be put right: open.
  package var open = 0
  /// To be put right: a reviewer, or a later round, found it not done.
  package var returned = 0
  /// To be put right: it came back after closing.
  package var rebound = 0
  /// To be reviewed: claimed.
  package var claimed = 0
  /// To be reviewed: not found any more.
  package var gone = 0
  /// Excused.
  package var waived = 0
  /// Closed.
  package var closed = 0

  /// What the street has to do; what is only encouraged is not part of it.
  package var streetsTurn: Int { unverified + open + returned + rebound }
  /// What a reviewer has to do.
  package var reviewersTurn: Int { claimed + gone }
  /// All.
  package var total: Int { streetsTurn + advice + reviewersTurn + waived + closed }

  mutating func add(_ state: FindingState, isVerified: Bool, isBinding: Bool) {
    switch state {
    case .open where !isVerified: unverified += 1
    case .open where !isBinding: advice += 1
    case .open: open += 1
    case .returned: returned += 1
    case .rebound: rebound += 1
    case .claimed: claimed += 1
    case .gone: gone += 1
    case .waived: waived += 1
    case .closed: closed += 1
    }
  }
}

/// A street at the end of a round: with what was said before the next.
package struct StreetProgress: Sendable, Hashable {
  /// The round.
  package var round: Int
  /// The communities that it audited.
  package var audited: Int
  /// The communities that it could not audit: unreadable or without an inventory.
  package var unaudited: Int
  /// The signs in place in the communities that it audited.
  package var signs: Int
  /// The failures that it found.
  package var failures: Int
  /// The findings that came back in it after closing.
  package var rebounds: Int
  /// Where the findings stand.
  package var states: StateCounts
}

extension CampaignHistory {
  /// Where the findings of a street stand now; of all streets where none is given.
  package func states(of street: StreetKey?) -> StateCounts {
    states(of: street.map { courses(of: $0) } ?? courses, afterRound: rounds.count)
  }

  /// A street round by round.
  package func progress(of street: StreetKey) -> [StreetProgress] {
    let courses = courses(of: street)
    return rounds.map { round in
      let communities = round.communities.filter { $0.key?.street == street }
      let audited = walls.audited(in: round.number).filter { $0.street == street }
      return StreetProgress(
        round: round.number, audited: audited.count, unaudited: communities.count { !$0.isAudited },
        signs: audited.reduce(0) { $0 + (walls.count($1, in: round.number) ?? 0) },
        failures: communities.reduce(0) { $0 + $1.findings.count { $0.outcome == .fail } },
        rebounds: courses.count { $0.rebounds.contains(round.number) },
        states: states(of: courses, afterRound: round.number))
    }
  }

  private func states(of courses: [FindingCourse], afterRound number: Int) -> StateCounts {
    var counts = StateCounts()
    for course in courses {
      guard let state = course.state(afterRound: number) else { continue }
      counts.add(state, isVerified: course.isVerified(afterRound: number), isBinding: course.isBinding)
    }
    return counts
  }

  /// What the street has to do, by deadline: late on a day, not late yet, and without a deadline. What is only encouraged
  /// is none of them, and neither is what waits for a reviewer.
  ///
  /// - Parameter fallback: the deadline of what no round gave one.
  package func deadlines(
    on day: CalendarDate, fallback: CalendarDate? = nil
  ) -> (late: [FindingCourse], coming: [FindingCourse], undated: [FindingCourse]) {
    let waiting = courses.filter { $0.state.isStreetsTurn && $0.isBinding }.map { course in
      var course = course
      course.due = course.due ?? fallback
      return course
    }
    return (
      waiting.filter { $0.due.map { $0 < day } ?? false }, waiting.filter { $0.due.map { $0 >= day } ?? false },
      waiting.filter { $0.due == nil }
    )
  }
}

extension FindingCourse {
  /// Whether it is known to fail, not only undetermined, when a round was done.
  package func isVerified(afterRound number: Int) -> Bool {
    for step in steps.reversed() where step.round <= number {
      switch step.cause {
      case .round(.undetermined): return false
      case .round(.fail), .round(.waived): return true
      default: continue
      }
    }
    return true
  }

  /// Whether it was ever known to fail: then it stands in the ledger.
  package var everFailed: Bool {
    steps.contains { $0.cause == .round(.fail) || $0.cause == .round(.waived) }
  }
}

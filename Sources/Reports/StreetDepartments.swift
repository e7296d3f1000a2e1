internal import Audit

extension StreetReport {
  /// The departments whose demands fail in this street, in the order in which the report names them. Signs and rooms
  /// count once each, however many findings they have.
  func departments(of report: AuditReport) -> [DepartmentCount] {
    report.departments.compactMap { entry in
      var count = entry
      (count.signs, count.rooms, count.communities) = (0, 0, 0)
      for community in communities {
        var seen: Set<Finding.About> = []
        for finding in community.findings where finding.outcome == .fail {
          guard finding.about != .community, finding.demandedBy.contains(entry.department),
            seen.insert(finding.about).inserted
          else { continue }
          if case .sign = finding.about { count.signs += 1 } else { count.rooms += 1 }
        }
        if !seen.isEmpty { count.communities += 1 }
      }
      return count.communities > 0 ? count : nil
    }
  }
}

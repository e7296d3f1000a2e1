import Diagnostics
import Inventory
import Standard
import TestSupport
import Testing

@testable import Audit

@Suite("What a batch takes")
struct AdmissionTests {
  private static let inventory = """
    community: {district: 临江区, street: 江畔街道, name: 甲社区}
    survey: {viewpoint: facing-entrance}
    signs:
      - {id: W1, kind: display-panel, text: 展板, place: facade, demanded_by: 区民政局}
      - {id: W2, kind: other, text: 别的}
      - {id: W3, kind: other, text: 旧的, state: removed}
    """
  private static let others = [
    inventory,  // once more
    inventory.replacing("甲社区", with: "乙社区").replacing("江畔街道", with: "湖滨街道"),
    inventory.replacing("甲社区", with: "丙社区").replacing("id: W2", with: "id: W1"),  // unreadable
  ]

  private static func batch(streets: [String] = [], without rule: String? = nil) -> (Batch, [InventoryResult]) {
    var standard = Trials.standard
    standard.rules.removeAll { $0.id == rule }
    let settings = AuditSettings(
      standard: standard, waivers: WaiverBook([], asOf: Trials.day, standard: standard), language: .zh)
    return (
      Batch(settings, streets: streets),
      ([inventory] + others).flatMap { Trials.audit($0, standard: standard) }
    )
  }

  @Test("counts the same whether or not the findings were let go of")
  func released() {
    var (whole, results) = Self.batch()
    var (lean, _) = Self.batch()
    for var result in results {
      let communities = whole.add(result)
      let findings = result.report.findings
      result.release()
      #expect(result.report.findings.isEmpty)
      switch lean.admit(result, file: nil) {
      case .leftOut: Issue.record("every street is asked for")
      case .taken: #expect(communities?.findings == findings)
      case .repeated(let report): #expect(communities?.findings == report.findings)
      }
    }
    #expect(lean.summary == whole.summary)
    #expect(lean.departmentCounts() == whole.departmentCounts())
    #expect(lean.summary.communities == 4)
    #expect(lean.summary.unreadable == 1)
    #expect(lean.summary.errors > 2)
    #expect(lean.summary.signs == SignCount(inPlace: 4, removed: 2))
  }

  @Test("knows a second inventory, also where no rule forbids it", arguments: [nil, "community.unique"])
  func repeated(_ rule: String?) throws {
    var (batch, results) = Self.batch(without: rule)
    _ = batch.admit(results[0], file: 0)
    guard case .repeated(let report) = batch.admit(results[1], file: 1) else {
      Issue.record("the same community has an inventory already")
      return
    }
    #expect(report.findings.count == (rule == nil ? 1 : 0))
    #expect(report.signs == SignCount())
  }

  @Test("leaves out what lies in streets that are not asked for")
  func leftOut() {
    var (batch, results) = Self.batch(streets: ["湖滨街道办事处"])
    let isLeftOut = results.map { result in
      if case .leftOut = batch.admit(result, file: nil) { true } else { false }
    }
    #expect(isLeftOut == [true, true, false, true])
    #expect(batch.summary.communities == 1)
  }
}

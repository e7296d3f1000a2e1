import Campaign
import Diagnostics
import Rectification
import Spreadsheets
import Standard
import TestSupport
import Testing

@testable import Reports

/// One office reads the ledger of an audit, the schedule of a plan and the ledger of a campaign side by side.
@Suite("the same finding in every ledger")
struct LedgerAgreementTests {
  /// Every opinion once: 取消, 整合, 规范 and 保留; something to verify; a sign with two failures; a department.
  private static let text =
    Campaigns.inventory(
      "柳荫社区", surveyed: "2026-05-20",
      [
        "{id: W6, kind: other, text: 平安建设工作站, place: facade, mounting: hung, demanded_by: [区综治办, 区司法局]}",
        "{id: N1, kind: institution-board, text: 档案管理制度, place: room-wall, room: \"101\", demanded_by: none}",
        "{id: N2, kind: door-plaque, place: room-door, room: \"101\"}",
        "{id: N3, kind: pennant, text: 服务为民, place: hall-wall, demanded_by: none}",
        "{id: N4, kind: residents-committee, text: 柳荫社区党员群众服务中心, place: interior-other}",
      ]
    ).replacing(
      "{id: W3, kind: residents-committee, text: 临江区江畔街道柳荫社区居民委员会",
      with: "{id: W3, kind: residents-committee, text: 临江区江畔街道柳荫社区居委会"
    ).replacing("background: white, lettering: black", with: "background: red, lettering: black", maxReplacements: 1)

  /// The rows of a table by community and problem, each as a dictionary by heading.
  private func rows(_ csv: [UInt8]?, _ language: Language) throws -> [[String: String]] {
    let fields = try CellDump.parse(try #require(csv))
    return fields.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(fields[0], $0)) }
  }

  @Test("has the same opinion, measure, clause and department in all of them", arguments: [Language.zh, .en])
  func agreement(_ language: Language) throws {
    let report = Plans.report(Self.text, language: language)
    let plan = Plans.plan(Self.text, due: Campaigns.day("2026-06-30"), language: language)
    var round = Campaigns.round(Self.text, asOf: "2026-05-20", due: "2026-06-30", language: language)
    round.number = 1
    let history = CampaignHistory(rounds: [round], actions: [])
    let audited = try rows(CSVReport.render(report), language)
    let settled = try rows(
      CampaignSpreadsheet.csv(CampaignPages(history, language: language).ledger(streets: [])), language)
    let planned = try rows(PlanCSV.render(plan), language)
    let (problem, opinion, measure) =
      language == .zh ? ("存在问题", "处理意见", "整改措施") : ("Problem", "Opinion", "What to do")
    let shared =
      language == .zh
      ? ["街道", "社区", "类别", "要求部门", "存在问题", "标准条款", "处理意见", "整改措施", "责任单位"]
      : [
        "Street", "Community", "Kind", "Required by", "Problem", "Clause", "Opinion", "What to do", "Responsible unit",
      ]

    // The campaign's ledger leaves out what is only advice, and what never failed.
    #expect(settled.count > 5)
    for row in settled {
      let other = try #require(audited.first { $0[problem] == row[problem] })
      for column in shared { #expect(row[column] == other[column] && row[column] != nil, "\(column)") }
    }
    var opinions: Set<String> = []
    for (row, item) in zip(planned, plan.items) {
      let others = audited.filter { item.problems.contains($0[problem] ?? "") }
      #expect(others.count == Set(item.problems).count)
      if let other = others.first, others.count == 1 {
        for column in shared where !["类别", "Kind"].contains(column) {
          #expect(row[column] == other[column], "\(column)")
        }
        opinions.insert(row[opinion] ?? "")
      } else {
        // Of a sign with several failures: the opinion of what is done first, and the measures of all.
        #expect(others.contains { $0[opinion] == row[opinion] })
        for other in others { #expect(row[measure]?.contains(other[measure] ?? "?") == true) }
      }
    }
    #expect(opinions.count >= 3)
    let known = Set(Action.allCases.map { $0.opinion[language] })
    let open = language == .zh ? "待核实" : "undetermined"
    #expect(Set(audited.compactMap { $0[opinion] }).isSubset(of: known.union([open])))
    #expect(audited.contains { $0[opinion] == open })
  }

  @Test("has the columns of the audit's ledger in the campaign's", arguments: [Language.zh, .en])
  func columns(_ language: Language) throws {
    let audited = LedgerTable.make(ReportTables(Plans.report(Self.text, language: language)))
    let settled = CampaignPages(SixRounds.history, language: language).ledger(streets: []).table?.forPeople
    #expect(settled?.columns.map(\.title) == audited.columns.map(\.title))
  }

  @Test("has the claim's note as a remark, and no opinion where the round did not keep the step")
  func remarks() throws {
    var round = SixRounds.round(1)
    round.number = 1
    for community in round.communities.indices {
      for finding in round.communities[community].findings.indices {
        round.communities[community].findings[finding].action = nil
      }
    }
    let board = SixRounds.fingerprint("institution-board.off-wall", "N1", in: 1)
    let claim = ReviewAction(
      .claim, board, by: "李明", on: Campaigns.day("2026-06-03"), note: "移入服务手册", number: 1, afterRound: 1)
    let page = CampaignPages(CampaignHistory(rounds: [round], actions: [claim]), language: .zh).ledger(streets: [])
    let table = try rows(CampaignSpreadsheet.csv(page), .zh)
    #expect(!table.isEmpty && table.allSatisfy { $0["处理意见"] == "" && $0["整改措施"] != "" })
    #expect(table.filter { $0["备注"]?.contains("申报情况：移入服务手册") == true }.count == 1)
    #expect(table.allSatisfy { $0["整改措施"]?.contains("移入服务手册") != true })
    let json = String(decoding: CampaignJSON.render(page), as: UTF8.self)
    #expect(json.contains("\"claim_note\": \"移入服务手册\"") && json.contains("\"opinion\": null"))
  }
}

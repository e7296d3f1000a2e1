import Campaign
import Diagnostics
import Inventory
import Reports
import TestSupport
import Testing

@Suite("a campaign in every format")
struct CampaignReportTests {
  private func pages(_ language: Language, _ history: CampaignHistory = SixRounds.history) throws -> [(
    String, CampaignPage
  )] {
    let pages = CampaignPages(history, language: language)
    return [
      ("status", pages.status(streets: [], states: [])),
      ("due", pages.due(on: Campaigns.day("2026-07-03"), fallback: nil, streets: [])),
      ("compare", try pages.compare(1, history.rounds.count)), ("rebounds", pages.rebounds(streets: [])),
      ("ledger", pages.ledger(streets: [])), ("history", pages.history(of: [])),
    ]
  }

  @Test("looks as it was recorded", arguments: [Language.zh, .en])
  func goldens(_ language: Language) throws {
    let suffix = language == .zh ? "" : ".en"
    var text = ""
    var markdown: [UInt8] = []
    var json: [UInt8] = []
    for (_, page) in try pages(language) {
      text += CampaignText(style: .plain).render(page) + "\n"
      markdown += CampaignMarkdown.render(page)
      json += CampaignJSON.render(page)
    }
    try expectGolden(Array(text.utf8), "campaign\(suffix).txt")
    try expectGolden(markdown, "campaign\(suffix).md")
    try expectGolden(json, "campaign\(suffix).json")
    for (name, page) in try pages(language) where ["history", "rebounds"].contains(name) {
      try expectGolden(CampaignHTML.render(page), "campaign-\(name)\(suffix).html")
    }
    let ledger = CampaignPages(SixRounds.history, language: language).ledger(streets: [])
    try expectGolden(CampaignSpreadsheet.csv(ledger) ?? [], "campaign-ledger\(suffix).csv")
  }

  @Test("shows a deadline that was moved in the status, the deadlines, the ledger and the history")
  func extensions() throws {
    let sign = SixRounds.fingerprint("exterior.surplus", "W6", in: 1)
    func extend(_ day: String, _ due: String) -> Campaigns.Event {
      .action(
        ReviewAction(
          .extend, sign, by: "区专项办", on: Campaigns.day(day), note: "等待制作", due: Campaigns.day(due)))
    }
    let history = Campaigns.history([
      .round(SixRounds.round(1)), extend("2026-06-01", "2026-07-31"), extend("2026-06-02", "2026-07-15"),
    ])
    let words = "2026-06-01 延期至 2026-07-31，原时限 2026-06-15（区专项办，理由：等待制作）"
    let again = "2026-06-02 时限提前至 2026-07-15，原时限 2026-07-31（区专项办，理由：等待制作）"
    for (name, page) in try pages(.zh, history) where ["status", "due", "ledger"].contains(name) {
      let text = CampaignText(style: .plain).render(page)
      #expect(text.contains(words) && text.contains(again) && text.contains("2026-07-15"), "\(name) \(text)")
    }
    let page = CampaignPages(history, language: .zh).history(of: [])
    let text = String(decoding: CampaignJSON.render(page), as: UTF8.self)
    for words in [
      "\"before\": \"2026-06-15\"", "\"before\": \"2026-07-31\"", "\"due\": \"2026-07-15\"", "\"by\": \"区专项办\"",
      "\"on\": \"2026-06-02\"", "\"reason\": \"等待制作\"", "\"after_round\": 1",
    ] { #expect(text.contains(words), "\(words)") }
  }

  @Test("says of states that no finding is in them, and never that everything is closed")
  func states() {
    let history = Campaigns.history([.round(SixRounds.round(1))])
    func text(_ states: [FindingState], _ language: Language = .zh) -> String {
      CampaignText(style: .plain).render(CampaignPages(history, language: language).status(streets: [], states: states))
    }
    #expect(text([.closed]).contains("没有状态为“已销号”的问题"))
    #expect(text([.closed, .rebound]).contains("没有状态为“已销号”、“反弹”的问题"))
    #expect(text([.closed], .en).contains("No finding is in the state `closed`."))
    #expect(!text([.closed]).contains("没有未销号的问题"))
    let nowhere = StreetKey(district: "临江区", street: "别处街道")
    let page = CampaignPages(history, language: .zh).status(streets: [nowhere], states: [])
    #expect(CampaignText(style: .plain).render(page).contains("没有未销号的问题。"))
  }

  @Test("names the communities whose inventories the last round could not read")
  func unreadable() throws {
    func lines(_ streets: [StreetKey]) throws -> [String] {
      let page = CampaignPages(SixRounds.history, language: .zh).status(streets: streets, states: [])
      let text = CampaignText(style: .plain).render(page)
      let start = try #require(text.firstRange(of: "── 最近一轮未能核查的社区\n"))
      return text[start.upperBound...].split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    }
    #expect(try lines([]).dropFirst() == ["街道 社区 台账", "江畔街道 柳荫社区 t.yaml"])
    let street = try #require(SixRounds.history.street(named: "柳林街道"))
    #expect(try lines([street.key]) == ["无"])
  }

  @Test("warns where two rounds were judged by different standards, or by two versions of one")
  func standards() throws {
    var second = SixRounds.round(2)
    func caution() throws -> String {
      let history = Campaigns.history([.round(SixRounds.round(1)), .round(second)])
      return CampaignText(style: .plain).render(try CampaignPages(history, language: .zh).compare(1, 2))
    }
    #expect(try !caution().contains("注意"))
    second.standard.digest = "sha256:other"
    #expect(try caution().contains("注意：两轮之间《"))
    second.standard.id = "elsewhere"
    second.standard.title.zh = "别处的规范"
    #expect(try caution().contains("和《别处的规范》），问题的增减不能说明整改情况"))
  }

  @Test("has the ledger's columns as offices have them")
  func columns() throws {
    let table = try #require(CampaignPages(SixRounds.history, language: .zh).ledger(streets: []).table?.forPeople)
    #expect(
      table.columns.map(\.title) == [
        "序号", "街道", "社区", "牌子名称", "类别", "位置", "要求部门", "存在问题", "标准条款", "处理意见", "整改措施", "整改时限", "责任单位", "责任人",
        "完成日期", "复核人", "复核日期", "销号情况", "备注",
      ])
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    #expect(table.rows.map(\.first) == table.rows.indices.map { .number($0 + 1) })
  }

  @Test("shows a street alone where it is asked for")
  func oneStreet() throws {
    let history = SixRounds.history
    let street = try #require(history.street(named: "柳林街道"))
    #expect(history.street(named: "临江区柳林街道") == street)
    #expect(history.street(named: "柳林") == nil)
    let pages = CampaignPages(history, language: .zh)
    let shown = [
      pages.status(streets: [street.key], states: []), pages.rebounds(streets: [street.key]),
      pages.ledger(streets: [street.key]), pages.history(of: [street.key]),
      pages.due(on: Campaigns.day("2026-07-03"), fallback: nil, streets: [street.key]),
    ]
    for page in shown { #expect(!CampaignText(style: .plain).render(page).contains("江畔街道")) }
  }

  @Test("makes the same workbook twice, and none of a page that is no table")
  func workbook() throws {
    let pages = CampaignPages(SixRounds.history, language: .zh)
    let written = try CampaignSpreadsheet.xlsx(pages.ledger(streets: []))
    let bytes = try #require(written)
    #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    #expect(try CampaignSpreadsheet.xlsx(pages.ledger(streets: [])) == bytes)
    #expect(try CampaignSpreadsheet.xlsx(pages.status(streets: [], states: [])) == nil)
    #expect(CampaignSpreadsheet.csv(pages.history(of: [])) == nil)
  }

  @Test("keeps hostile text inert in every format")
  func hostile() throws {
    for text in [
      "<script>alert(1)</script>", "a\u{202E}b", "|x|", "\u{0301} onmouseover=1", "]]>", "=cmd|' /C calc'!A0", "＝1+1",
      "\t=1",
      "a\",\"b", "@x", "a\nb", "\"\u{0301},=1",
    ] {
      func round(_ id: String, _ day: String) -> Round {
        let quoted = "\"" + text.unicodeScalars.map(Self.escaped).joined() + "\""
        return Campaigns.round(
          """
          community: {district: \(quoted), street: \(quoted), name: \(quoted)}
          signs: [{id: \(id), kind: other, text: \(quoted), place: facade, demanded_by: \(quoted)}]
          """, asOf: day, name: text)
      }
      var first = round("A", "2026-05-01")
      first.number = 1
      let finding = try #require(first.communities.first?.findings.first?.fingerprint)
      let history = Campaigns.history([
        .round(first),
        .action(ReviewAction(.claim, finding, by: text, on: Campaigns.day("2026-05-02"), note: text)),
        .round(round("B", "2026-05-03")),
      ])
      for (name, page) in try pages(.zh, history) {
        let markup = Markup(CampaignHTML.render(page))
        #expect(markup.unknown == [], "\(name) \(text)")
        #expect(markup.references.allSatisfy(Markup.isHarmless))
        #expect(!markup.names.contains("script"))
        let plain = CampaignText(style: .plain).render(page)
        let markdown = String(decoding: CampaignMarkdown.render(page), as: UTF8.self)
        for scalar in (plain + markdown).unicodeScalars where scalar != "\n" {
          #expect(!VisibleText.isInvisible(scalar))
        }
        #expect(!markdown.contains("<script>"))
      }
      let ledger = CampaignPages(history, language: .zh).ledger(streets: [])
      let rows = try #require(CampaignSpreadsheet.csv(ledger).flatMap(Self.parse))
      #expect(rows.count == (ledger.table?.rows.count ?? 0) + 1)
      for row in rows {
        #expect(row.count == 19)
        for cell in row {
          let first = cell.unicodeScalars.first
          #expect(!["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"].contains(first), "\(cell)")
        }
      }
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    default: String(scalar)
    }
  }

  /// Reads CSV as RFC 4180 says, byte by byte; nil where it is none.
  private static func parse(_ bytes: [UInt8]) -> [[String]]? {
    guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var place = 3
    while place < bytes.count {
      let byte = bytes[place]
      let next = place + 1 < bytes.count ? bytes[place + 1] : 0
      switch (byte, isQuoted) {
      case (0x22, true) where next == 0x22:
        cell.append(byte)
        place += 1
      case (0x22, _): isQuoted.toggle()
      case (0x2C, false), (0x0D, false):
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
        if byte == 0x0D {
          guard next == 0x0A else { return nil }
          rows.append(row)
          row = []
          place += 1
        }
      default: cell.append(byte)
      }
      place += 1
    }
    return isQuoted || !row.isEmpty || !cell.isEmpty ? nil : rows
  }
}

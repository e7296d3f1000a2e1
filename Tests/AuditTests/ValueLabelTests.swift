import Audit
import Diagnostics
import Standard
import TestSupport
import Testing

/// `expected` and `actual` of findings, for machines and for people.
@Suite struct ValueLabelTests {
  private static func finding(
    _ rule: String, of signs: String, _ standard: Standard, _ language: Language = .zh
  ) throws -> Finding {
    let text = "community: {district: 临江区, street: 江畔街道, name: 柳荫社区}\nsigns: [\(signs)]\n"
    let report = try #require(Trials.audit(text, standard: standard, language: language).first).report
    return try #require(report.findings.first { standard.rules[$0.rule].id == rule && $0.outcome == .fail })
  }

  private static func sized() throws -> Standard {
    let loaded = TinyStandard.load(
      replacing: "{orientation: horizontal}", with: "{size: {unit: cm, width: {exactly: 240, tolerance: 1}}}")
    return try #require(loaded.standard, "\(loaded.diagnostics.map(\.message.zh))")
  }

  @Test("print a recorded size in the unit of the rule for people, and in millimetres for machines")
  func unit() throws {
    let sign = "{id: A, kind: hall, background: green, lettering: yellow, size_mm: {width: 2455, height: 600}}"
    let zh = try Self.finding("hall.looks", of: sign, try Self.sized())
    #expect(zh.expected == "background=green lettering=yellow width=240cm±1cm")
    #expect(zh.actual == "background=green lettering=yellow width=2455mm")
    #expect(zh.expectedLabel == "绿底黄字、宽240cm±1cm" && zh.actualLabel == "绿底黄字、宽245.5cm")
    let en = try Self.finding("hall.looks", of: sign, try Self.sized(), .en)
    #expect(en.actualLabel == "green ground, yellow lettering, width 245.5cm")
  }

  @Test("give a count both as bounds and in words")
  func count() throws {
    let finding = try Self.finding("hall.count", of: "", TinyStandard.standard)
    #expect(finding.expected == "1" && finding.expectedLabel == "1" && finding.actualLabel == "0")
    let loaded = TinyStandard.load(replacing: "exactly: 1", with: "at_most: 1")
    let most = try #require(loaded.standard, "\(loaded.diagnostics.map(\.message.zh))")
    let many = try Self.finding(
      "hall.count", of: "{id: A, kind: hall, place: over-door}, {id: B, kind: hall, place: yard}", most)
    #expect(many.expected == "<=1" && many.expectedLabel == "不超过1" && many.actualLabel == "2")
    #expect(many.message == "应为1块")
  }
}

import Inventory
import Rectification
import Standard
import TestSupport
import Testing

/// What a standard wants in every community.
@Suite struct RequiredSignsTests {
  static func describe(_ sign: RequiredSign, _ standard: Standard) -> String {
    let words = standard.vocabulary.words
    let parts = [
      words.kinds[sign.kind].canonical, String(sign.count),
      sign.places.map { words.places[$0].canonical }.joined(separator: "|"),
      sign.orientation.map { FixedWords.orientation[$0].canonical } ?? "-",
      sign.background.map { words.colours[$0].canonical } ?? "-",
      sign.lettering.map { words.colours[$0].canonical } ?? "-",
      (sign.isPart ? "…" : "") + sign.wordings.joined(separator: "|"),
    ]
    return parts.joined(separator: " ")
  }

  @Test("are the five of the entrance, with the community's own words")
  func entrance() {
    let signs = RequiredSigns(Trials.standard).signs(
      district: "临江区", street: "江畔街道", community: "柳荫社区", type: nil, partyOrganization: 2)
    #expect(
      signs.map { Self.describe($0, Trials.standard) } == [
        "service-center 1 above-entrance|facade horizontal - red 柳荫社区党员群众服务中心",
        "party-organization 1 entrance-left vertical white red 中国共产党临江区江畔街道柳荫社区支部委员会",
        "residents-committee 1 entrance-right vertical white black 临江区江畔街道柳荫社区居民委员会",
        "supervision-committee 1 entrance-right vertical white black 临江区江畔街道柳荫社区居务监督委员会",
        "civilization-station 1 \(Self.exterior) - - - …新时代文明实践站",
      ])
    let open = RequiredSigns(Trials.standard).signs(
      district: "临江区", street: "江畔街道", community: "柳荫社区", type: nil, partyOrganization: nil)
    #expect(open[1].wordings.count == 3)
  }

  /// The mark may hang anywhere outside.
  static var exterior: String {
    guard let kind = Trials.standard.vocabulary.words.kinds.find("civilization-station") else { return "" }
    let required = RequiredSigns(Trials.standard).signs(
      district: "", street: "", community: "", type: nil, partyOrganization: nil)
    let places = required.first { $0.kind == kind }?.places ?? []
    let isOutside = places.allSatisfy { Trials.standard.vocabulary.places[Int($0)].zone == .exterior }
    return isOutside ? places.map { Trials.standard.vocabulary.words.places[$0].canonical }.joined(separator: "|") : "?"
  }

  @Test("follow the rules of another standard")
  func tiny() {
    let signs = RequiredSigns(TinyStandard.standard).signs(
      district: "临江区", street: "江畔街道", community: "柳荫社区", type: 0, partyOrganization: nil)
    #expect(signs.map { Self.describe($0, TinyStandard.standard) } == ["hall 1  horizontal green yellow 柳荫社区村部"])
  }
}

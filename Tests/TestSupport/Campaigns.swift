package import Campaign
package import Diagnostics
package import Inventory

/// Campaigns of made-up communities, without files.
package enum Campaigns {
  /// A day.
  package static func day(_ text: String) -> CalendarDate { CalendarDate(text.utf8) ?? Trials.day }

  /// A round of the inventories in a text, yet without a number.
  package static func round(
    _ text: String, asOf: String, due: String? = nil, name: String? = nil, tool: String = "1",
    language: Language = .zh
  ) -> Round {
    Round(
      Round.Source(
        report: Plans.report(text, language: language), standard: Trials.standard,
        fileDigests: ["t.yaml": FileDigest.of(Array(text.utf8))],
        roster: nil, waivers: nil, tool: tool, streets: []),
      asOf: day(asOf), name: name, due: due.map(day))
  }

  /// An inventory whose five exterior signs are as they should be, with further signs, each a line of flow YAML.
  package static func inventory(
    _ community: String, street: String = "江畔街道", surveyed: String?, covers: String = "[exterior, interior]",
    _ further: [String] = []
  ) -> String {
    let name = "临江区\(street)\(community)"
    let signs =
      [
        "{id: W1, kind: service-center, text: \(community)党员群众服务中心, place: above-entrance, orientation: horizontal, lettering: red, prominent: true, mounting: hung}",
        "{id: W2, kind: party-organization, text: 中国共产党\(name)委员会, place: entrance-left, orientation: vertical, background: white, lettering: red, mounting: hung}",
        "{id: W3, kind: residents-committee, text: \(name)居民委员会, place: entrance-right, orientation: vertical, background: white, lettering: black, mounting: hung}",
        "{id: W4, kind: supervision-committee, text: \(name)居务监督委员会, place: entrance-right, orientation: vertical, background: white, lettering: black, mounting: hung}",
        "{id: W5, kind: civilization-station, text: 新时代文明实践站, place: facade, prominent: true, mounting: hung}",
      ] + further
    let date = surveyed.map { "date: \($0), " } ?? ""
    return """
      ---
      community: {district: 临江区, street: \(street), name: \(community), party_organization: committee}
      survey: {\(date)viewpoint: facing-entrance, covers: \(covers)}
      facility: {floors: ["1"], rooms: [{number: "101", floor: "1", functions: [便民服务站]}]}
      signs:
      \(signs.map { "  - \($0)" }.joined(separator: "\n"))
        - {id: N101, kind: room-number, text: "101", place: room-door, room: "101", floor: "1"}

      """
  }

  /// The rounds and actions of a history, numbered as a file would number them.
  package static func history(_ events: [Event]) -> CampaignHistory {
    var rounds: [Round] = []
    var actions: [ReviewAction] = []
    for event in events {
      switch event {
      case .round(var round):
        round.number = rounds.count + 1
        rounds.append(round)
      case .action(var action):
        action.number = actions.count + 1
        action.afterRound = rounds.count
        actions.append(action)
      }
    }
    return CampaignHistory(rounds: rounds, actions: actions)
  }

  /// Something that happens in a campaign.
  package enum Event: Sendable {
    case round(Round)
    case action(ReviewAction)
  }
}

/// A campaign of six rounds in two streets, with rebounds, signs that come back, and one inventory that breaks.
package enum SixRounds {
  private static let surplus = "kind: other, place: facade, mounting: hung, demanded_by: 区综治办"
  private static let board =
    "{id: N1, kind: institution-board, text: 档案管理制度, place: room-wall, room: \"101\", demanded_by: none}"

  /// 柳荫社区 in each round.
  private static let liuyin: [[String]] = [
    ["{id: W6, text: 平安建设工作站, \(surplus)}", board],
    ["{id: W6, text: 平安建设工作站, \(surplus), state: removed}", board],
    ["{id: W6, text: 平安建设工作站, \(surplus), state: removed}", "{id: W7, text: 平安建设服务站, \(surplus)}"],
    [
      "{id: W7, text: 平安建设服务站, \(surplus), state: removed}", board,
      "{id: N2, kind: door-plaque, text: 平安建设服务站, place: room-door, room: \"101\", demanded_by: 区综治办}",
    ],
  ]

  /// 芦汀社区: the residents' committee's sign has a wrong wording until round 3, where it is made anew.
  private static func luting(_ round: Int, _ day: String) -> String {
    Campaigns.inventory("芦汀社区", surveyed: day).replacing(
      "{id: W3, kind: residents-committee, text: 临江区江畔街道芦汀社区居民委员会",
      with: round < 3
        ? "{id: W3, kind: residents-committee, text: 临江区江畔街道芦汀社区居委会"
        : "{id: W13, kind: residents-committee, text: 临江区江畔街道芦汀社区居民委员会")
  }

  /// 桑园社区 of another street: a pennant on the wall, which is not surveyed in rounds 2 and 3.
  private static func sangyuan(_ round: Int, _ day: String) -> String {
    let pennant = "{id: N3, kind: pennant, text: 服务为民, place: hall-wall, demanded_by: none}"
    switch round {
    case 2, 3: return Campaigns.inventory("桑园社区", street: "柳林街道", surveyed: day, covers: "[exterior]")
    case 1, 4: return Campaigns.inventory("桑园社区", street: "柳林街道", surveyed: day, [pennant])
    default: return Campaigns.inventory("桑园社区", street: "柳林街道", surveyed: day)
    }
  }

  /// The days of the rounds.
  package static let days = ["2026-05-20", "2026-06-01", "2026-06-10", "2026-06-20", "2026-06-25", "2026-07-01"]

  /// The inventories of a round, from 1.
  package static func inventories(_ round: Int) -> String {
    let day = days[round - 1]
    // In round 5 nobody surveyed 柳荫社区 again; in round 6 its inventory cannot be read.
    let first =
      switch round {
      case 5: Campaigns.inventory("柳荫社区", surveyed: days[3], liuyin[3])
      case 6: "---\ncommunity: {district: 临江区, street: 江畔街道, name: 柳荫社区}\nsigns: [{id: W1, kindd: other}]\n"
      default: Campaigns.inventory("柳荫社区", surveyed: day, liuyin[round - 1])
      }
    return luting(round, day) + sangyuan(round, day) + first
  }

  /// A round, from 1.
  package static func round(_ number: Int) -> Round {
    Campaigns.round(
      inventories(number), asOf: days[number - 1], due: number == 1 ? "2026-06-15" : nil,
      name: number == 1 ? "摸底" : nil)
  }

  /// The finding of a rule about a sign in a round.
  package static func fingerprint(_ rule: String, _ sign: String, in round: Int) -> String {
    let findings = self.round(round).communities.flatMap(\.findings)
    return findings.first { $0.rule == rule && $0.sign == sign }?.fingerprint ?? "none"
  }

  /// The whole campaign.
  package static let history: CampaignHistory = {
    let sign = fingerprint("exterior.surplus", "W6", in: 1)
    let board = fingerprint("institution-board.off-wall", "N1", in: 1)
    let wording = fingerprint("residents-committee.name", "W3", in: 1)
    func act(_ kind: ReviewAction.Kind, _ fingerprint: String, _ day: String, _ note: String? = nil) -> Campaigns.Event
    {
      .action(ReviewAction(kind, fingerprint, by: kind == .claim ? "李明" : "王芳", on: Campaigns.day(day), note: note))
    }
    return Campaigns.history([
      .round(round(1)), .round(round(2)), act(.close, sign, "2026-06-02"),
      act(.claim, board, "2026-06-03", "移入服务手册"), .round(round(3)), act(.close, board, "2026-06-11", "墙面已清理"),
      act(.close, wording, "2026-06-11"), .round(round(4)), act(.claim, board, "2026-06-21", "再次移除"), .round(round(5)),
      .round(round(6)),
    ])
  }()
}

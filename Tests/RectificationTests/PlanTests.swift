import Audit
import Diagnostics
import Inventory
import Rectification
import Standard
import TestSupport
import Testing

@Suite("The plan of the embedded standard")
struct PlanTests {
  static let head = """
    community: {district: 临江区, street: 江畔街道, name: 柳荫社区, party_organization: committee}
    survey: {viewpoint: facing-entrance, covers: [exterior]}

    """
  static let center =
    "{id: W1, kind: service-center, text: 柳荫社区党员群众服务中心, place: above-entrance, orientation: horizontal, lettering: red, prominent: true, mounting: hung}"
  static let party =
    "{id: W2, kind: party-organization, text: 中国共产党临江区江畔街道柳荫社区委员会, place: entrance-left, orientation: vertical, background: white, lettering: red, mounting: hung}"
  static let residents =
    "{id: W3, kind: residents-committee, text: 临江区江畔街道柳荫社区居民委员会, place: entrance-right, orientation: vertical, background: white, lettering: black, mounting: hung}"
  static let supervision =
    "{id: W4, kind: supervision-committee, text: 临江区江畔街道柳荫社区居务监督委员会, place: entrance-right, orientation: vertical, background: white, lettering: black, mounting: hung}"
  static let station =
    "{id: W5, kind: civilization-station, text: 新时代文明实践站, place: facade, prominent: true, mounting: hung}"

  /// An inventory of the exterior with these signs.
  static func inventory(_ signs: String...) -> String {
    head + (signs.isEmpty ? "signs: []\n" : "signs:\n" + signs.map { "  - \($0)\n" }.joined())
  }

  /// The work as `steps about`, in order.
  static func work(_ text: String) -> [String] {
    Plans.plan(text).items.map { item in
      "\(item.actions.map(\.rawValue).joined(separator: "+")) \(item.sign?.id ?? item.subject ?? item.rules[0])"
    }
  }

  @Test("has nothing to do for an entrance as it should be")
  func nothing() {
    let plan = Plans.plan(Self.inventory(Self.center, Self.party, Self.residents, Self.supervision, Self.station))
    #expect(plan.streets == [])
  }

  @Test("makes what is missing, with the exact words, colours and place")
  func missing() throws {
    let plan = Plans.plan(Self.inventory(Self.center, Self.party, Self.residents, Self.station))
    let item = try #require(plan.items.first)
    #expect(plan.items.count == 1)
    #expect(item.actions == [.make])
    #expect(item.opinion.zh == "规范")
    #expect(item.responsible == "江畔街道")
    let wanted = try #require(item.specification)
    #expect(wanted.wordings == ["临江区江畔街道柳荫社区居务监督委员会"])
    #expect(
      [wanted.kind, wanted.place, wanted.orientation, wanted.background, wanted.lettering]
        == ["居务监督委员会", "大门右侧", "竖", "白", "黑"])
    #expect(plan.streets[0].materials.map(\.item) == [item.id])
    #expect(plan.streets[0].materials[0].replaces == false)
  }

  @Test("names a side only where a rule prescribes it")
  func sides() throws {
    let ningxia = try #require(try RulesDirectory.load("ningxia").standard)
    let plan = Plans.plan(
      "community: {district: 河畔区, street: 沙枣街道, name: 白杨社区}\nsigns: []\n", ningxia)
    let places = plan.items.compactMap(\.specification).map { "\($0.kind) \($0.place ?? "–")" }
    #expect(places.contains("党组织 大门左侧或大门右侧"))
    let norm = try #require(ElevationPlanner(ningxia)).norm()
    #expect(norm.prescriptions.contains { $0.place.zh == "大门左侧或大门右侧" })
    // Nothing at all is said of the hall's place, and the drawing shows it over the door.
    let entrance = "elevation: {signs: [{kind: hall, place: left-post}]}\n"
    let village = try #require(TinyStandard.load(elevation: entrance).standard)
    let hall = Plans.plan("community: {district: 某县, street: 某乡, name: 柳村}\nsigns: []\n", village).items
    #expect(hall.compactMap(\.specification).map(\.place) == [nil])
    #expect(
      ElevationPlanner(village)?.norm().prescriptions.map(\.place.zh) == ["左柱（左右不作规定）"])
  }

  @Test("makes one piece of work of all that is wrong with a sign")
  func together() throws {
    let sign = Self.residents.replacing("居民委员会", with: "居委会").replacing("lettering: black", with: "lettering: red")
      .replacing("vertical", with: "horizontal")
    let plan = Plans.plan(Self.inventory(Self.center, Self.party, sign, Self.supervision, Self.station))
    #expect(plan.items.map(\.actions) == [[.reword, .repaint, .refit]])
    #expect(plan.items[0].problems.count == 3)
    #expect(plan.items[0].specification?.wordings == ["临江区江畔街道柳荫社区居民委员会"])
    #expect(plan.streets[0].materials.map(\.replaces) == [true])
  }

  @Test("takes down the one that is worse where there are two, and asks nothing else of it")
  func surplus() {
    let worse = Self.residents.replacing("W3", with: "W9").replacing("居民委员会", with: "居委会")
    for signs in [[Self.residents, worse], [worse, Self.residents]] {
      let text = Self.inventory(Self.center, Self.party, signs[0], signs[1], Self.supervision, Self.station)
      #expect(Self.work(text) == ["take-down W9"])
      #expect(Plans.plan(text).streets[0].materials == [])
    }
  }

  @Test("first takes down, then makes, then moves, and corrects the inventory last")
  func order() {
    let text =
      Self.head + """
        signs:
          - \(Self.center)
          - \(Self.party.replacing("entrance-left", with: "entrance-right"))
          - \(Self.residents.replacing("entrance-right", with: "entrance-left"))
          - \(Self.station)
          - {id: W7, kind: other, text: 某某协会, place: side-wall, mounting: hung}
          - {id: W8, kind: notice-board, text: 公开栏, place: facade, floor: "9"}
        facility: {floors: ["1"]}
        """
    #expect(Self.work(text).map { $0.split(separator: " ")[0] } == ["take-down", "make", "move", "record"])
  }

  @Test("waits where a record contradicts itself")
  func contradiction() {
    let misrecorded = Self.supervision.replacing("kind: supervision-committee", with: "kind: residents-committee")
    let text = Self.inventory(Self.center, Self.party, Self.residents, misrecorded, Self.station)
    #expect(Self.work(text) == ["record W4", "record supervision-committee.count"])
    #expect(Plans.plan(text).items.last?.measures.first == "先核对标识牌 W4 的类别并更正台账，更正后再定")
  }

  @Test("lists what is to be verified apart from the work")
  func checks() {
    let open = Self.residents.replacing("lettering: black", with: "note: 字色看不清")
    let plan = Plans.plan(Self.inventory(Self.center, Self.party, open, Self.supervision, Self.station))
    #expect(plan.items == [])
    #expect(plan.streets[0].communities[0].checks.map(\.rule) == ["residents-committee.colours"])
    #expect(plan.streets[0].communities[0].checks[0].sign?.id == "W3")
  }

  @Test("names every form of the Party organization where the form is not recorded")
  func forms() {
    let text = Self.inventory(Self.center, Self.residents, Self.supervision, Self.station)
      .replacing(", party_organization: committee", with: "")
    let wordings = Plans.plan(text).items[0].specification?.wordings ?? []
    #expect(wordings.count == Trials.standard.vocabulary.partyWordings.count)
    #expect(wordings.first == "中国共产党临江区江畔街道柳荫社区委员会")
  }

  @Test("gives a piece of work the same id whatever else is wrong, and different ones to different communities")
  func ids() {
    let wrong = Self.residents.replacing("居民委员会", with: "居委会")
    let one = Plans.plan(Self.inventory(Self.center, Self.party, wrong, Self.supervision, Self.station))
    let two = Plans.plan(Self.inventory(Self.center.replacing("red", with: "blue"), wrong))
    let other = Plans.plan(
      Self.inventory(Self.center, Self.party, wrong, Self.supervision, Self.station)
        .replacing("name: 柳荫社区", with: "name: 渡口社区"))
    #expect(two.items.contains { $0.id == one.items[0].id })
    #expect(!other.items.contains { $0.id == one.items[0].id })
    #expect(Set(two.items.map(\.id)).count == two.items.count)
    #expect(one.items[0].id.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("sets the deadline that was given, and none of its own")
  func due() {
    let text = Self.inventory(Self.center)
    #expect(Plans.plan(text).items.allSatisfy { $0.due == nil })
    let dated = Plans.plan(text, due: CalendarDate("2026-06-30".utf8))
    #expect(dated.items.allSatisfy { $0.due == "2026-06-30" })
  }

  @Test("settles every failure, each once or for every sign it names")
  func everyFailureIsInThePlan() {
    let text = Self.inventory(Self.center.replacing("red", with: "blue"), Self.residents)
    let report = Plans.report(text)
    let failures = Set(
      report.streets.flatMap(\.communities).flatMap(\.findings).filter { $0.outcome == .fail }.map(\.fingerprint))
    #expect(Set(Plans.plan(text).items.flatMap(\.fingerprints)) == failures)
  }
}

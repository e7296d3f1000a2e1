import Audit
import Diagnostics
import Inventory

/// What is to be found out, by where one looks for it: open findings → one look for one fact, however many rules wait
/// for it.
struct SheetLooks {
  /// Where one looks.
  enum Spot: Hashable {
    /// The community as a whole, its survey and its building.
    case community
    /// A room, by the subject of a finding: `room:101`.
    case room(String)
    /// A sign, by its place among all signs of the document.
    case sign(Int)
  }

  private var looks: [Spot: [Look]] = [:]
  private let language: Language

  /// Sorts the open findings of a community.
  init(_ findings: [Finding], _ language: Language) {
    self.language = language
    let open = findings.filter { $0.outcome == .undetermined }
    for finding in open {
      for key in finding.missing where !Self.isLoose(key, finding) { add(key, finding) }
    }
    // What a sign or a room lacks is looked for there; a finding about all of them asks for nothing more.
    let asked = Set(looks.values.joined().compactMap(\.key))
    for finding in open {
      if finding.missing.isEmpty { add(Look(key: nil, question: finding.message), at: Self.spot(of: finding)) }
      for key in finding.missing where Self.isLoose(key, finding) && !asked.contains(key) { add(key, finding) }
    }
  }

  /// The looks at a spot, in the order of the findings.
  func at(_ spot: Spot) -> [Look] { looks[spot] ?? [] }

  /// The looks at a room.
  func at(room number: String) -> [Look] { at(.room("room:\(number)")) }

  /// Fields of the building, its survey and the community, which many signs may wait for.
  private static let shared: Set<InventoryKey> = [.rooms, .floors, .viewpoint, .covers, .type, .partyOrganization]

  private static func spot(of finding: Finding) -> Spot {
    if let subject = finding.subject, subject.utf8.starts(with: "room:".utf8),
      finding.isAboutRoom || finding.sign == nil
    {
      return .room(subject)
    }
    if case .sign(let index) = finding.about { return .sign(index) }
    return .community
  }

  /// Whether a finding lacks a field of signs or rooms and does not say of which.
  private static func isLoose(_ key: InventoryKey, _ finding: Finding) -> Bool {
    switch spot(of: finding) {
    case .community: !shared.contains(key)
    case .sign: key == .functions
    case .room: false
    }
  }

  private mutating func add(_ key: InventoryKey, _ finding: Finding) {
    let spot = Self.shared.contains(key) ? Spot.community : Self.spot(of: finding)
    if case .room = spot, !finding.isAboutRoom {
      // A room that waits for a field of a sign: the finding says best what to look for.
      return add(Look(key: nil, question: finding.message), at: spot)
    }
    let question = language == .zh ? "“\(key.label.zh)”没有登记" : "`\(key.word.canonical)` is not recorded"
    add(Look(key: key, question: question), at: spot)
  }

  private mutating func add(_ look: Look, at spot: Spot) {
    if !at(spot).contains(look) { looks[spot, default: []].append(look) }
  }
}

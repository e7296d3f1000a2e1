package import Audit
package import Diagnostics
package import Inventory
import Rectification
package import Standard

/// Makes sheets: what is declared and what was found in it → what to look at, in the order of the way. Pure.
package struct SheetMaker: Sendable {
  private let standard: Standard
  private let language: Language
  private let required: RequiredSigns

  /// Prepares to make sheets by a standard.
  package init(_ standard: Standard, _ language: Language) {
    self.standard = standard
    self.language = language
    required = RequiredSigns(standard)
  }

  /// The sheet of a community.
  ///
  /// - Parameters:
  ///   - declared: its inventory; nil where it has none that can be read.
  ///   - report: what the audit says of it.
  ///   - partyOrganization: the form of party organization that counts, a word of its table.
  package func sheet(
    _ declared: DeclaredInventory?, _ report: CommunityReport, partyOrganization: WordIndex?,
    reasons: [BilingualText] = []
  ) -> Sheet {
    let inventory = declared ?? Self.empty(report)
    let wanted = required.signs(
      district: inventory.district, street: inventory.street, community: inventory.name, type: nil,
      partyOrganization: partyOrganization)
    var problems: [String] = []
    var problemsOfSign: [Int: [String]] = [:]
    for finding in report.findings where finding.outcome == .fail {
      if case .sign(let index) = finding.about {
        problemsOfSign[index, default: []].append(finding.message)
      } else {
        problems.append(finding.message)
      }
    }
    let looks = SheetLooks(report.findings, language)
    let signs = inventory.signs.filter { !$0.isRemoved }.map { sign in
      SheetSign(
        sign: sign, looks: looks.at(.sign(sign.index)), problems: problemsOfSign[sign.index] ?? [],
        wanted: wanted.first { $0.kind == sign.kind }?.description(standard, language) ?? [])
    }
    let interior = standard.rules.filter { $0.zone == .interior && $0.modality != .record }
    return Sheet(
      declared: inventory, reasons: reasons, looks: looks.at(.community),
      removed: inventory.signs.filter(\.isRemoved), stops: stops(signs, inventory, looks),
      wantedOutside: wanted.map { $0.description(standard, language).joined(separator: language == .zh ? "；" : "; ") },
      wantedInside: interior.map { $0.title[language] },
      judgedOnSite: standard.clauses.flatMap(\.notCheckable).map {
        JudgedWords(words: $0.words, note: $0.note[language])
      },
      problems: problems, language: language)
  }

  private static func empty(_ report: CommunityReport) -> DeclaredInventory {
    DeclaredInventory(
      district: report.district ?? "", street: report.street ?? "", name: report.name ?? "",
      facility: report.facility, code: report.code, coversExterior: true, coversInterior: true, signs: [],
      source: report.source ?? "")
  }

  // MARK: The way

  private func stops(_ signs: [SheetSign], _ inventory: DeclaredInventory, _ looks: SheetLooks) -> [Stop] {
    var byPlace: [Stop.Place: [SheetSign]] = [:]
    for sign in signs { byPlace[place(sign.sign, inventory), default: []].append(sign) }
    var removed: [Stop.Place: [DeclaredSign]] = [:]
    for sign in inventory.signs where sign.isRemoved { removed[place(sign, inventory), default: []].append(sign) }
    for place in removed.keys where byPlace[place] == nil { byPlace[place] = [] }
    // Every room is passed, also one where nothing is declared.
    for room in inventory.rooms ?? [] where byPlace[.room(room.number)] == nil { byPlace[.room(room.number)] = [] }
    // A sign that nobody declared may hang outside and in the hall as well.
    for place in [Stop.Place.door, .front, .hall] where byPlace[place] == nil { byPlace[place] = [] }
    let floors = floorOrder(inventory)
    let rooms = (inventory.rooms ?? []).map { ComparedText.of($0.number) }
    func rank(_ place: Stop.Place) -> (Int, Int, Int, String) {
      func floor(_ name: String?) -> Int { name.flatMap { floors.firstIndex(of: ComparedText.of($0)) } ?? floors.count }
      switch place {
      case .door: return (0, 0, 0, "")
      case .front: return (1, 0, 0, "")
      case .hall: return (2, 0, 0, "")
      case .floor(let name): return (3, floor(name), 0, name ?? "\u{10FFFF}")
      case .room(let number):
        let index = rooms.firstIndex(of: ComparedText.of(number))
        let name = index.flatMap { inventory.rooms?[$0].floor }
        return (3, floor(name), 1 + (index ?? rooms.count), number)
      case .unknown: return (4, 0, 0, "")
      }
    }
    let ranked = byPlace.map { place, signs in
      var stop = Stop(place: place, signs: signs, removed: removed[place] ?? [])
      stop.spots = spots(at: place)
      switch place {
      case .room(let number):
        stop.looks = looks.at(room: number)
        stop.floor = inventory.rooms?.first { $0.number == number }?.floor
      case .floor(let name): stop.floor = name
      case .door, .front, .hall, .unknown: break
      }
      return (rank: rank(place), stop: stop)
    }
    return ranked.sorted { left, right in
      let (one, other) = (left.rank, right.rank)
      if (one.0, one.1, one.2) != (other.0, other.1, other.2) {
        return (one.0, one.1, one.2) < (other.0, other.1, other.2)
      }
      return Array(one.3.utf8).lexicographicallyPrecedes(Array(other.3.utf8))
    }.map(\.stop)
  }

  private func floorOrder(_ inventory: DeclaredInventory) -> [String] {
    var floors: [String] = []
    for floor in inventory.floors ?? (inventory.rooms ?? []).compactMap(\.floor) {
      let name = ComparedText.of(floor)
      if !floors.contains(name) { floors.append(name) }
    }
    return floors
  }

  private func place(_ sign: DeclaredSign, _ inventory: DeclaredInventory) -> Stop.Place {
    let home = sign.kind.flatMap { standard.vocabulary.kinds[Int($0)].home }
    guard let word = sign.place else {
      if let room = sign.room { return .room(self.room(room, inventory)) }
      return home == .exterior ? .door : sign.floor.map { .floor($0) } ?? .unknown
    }
    if let stop = stop(of: word) { return stop }
    if let room = sign.room { return .room(self.room(room, inventory)) }
    return .floor(sign.floor)
  }

  /// The part of the way that a place belongs to by itself; nil where it depends on the floor and the room.
  private func stop(of place: WordIndex) -> Stop.Place? {
    let known = standard.vocabulary.places[Int(place)]
    if known.zone == .exterior { return known.side != nil || known.spot == .lintel ? .door : .front }
    let hall = standard.vocabulary.placeGroups.firstIndex(of: "hall").map { UInt64(1) << UInt64($0) } ?? 0
    return known.groups & hall != 0 ? .hall : nil
  }

  /// The places of a part of the way: of a room, where its number hangs.
  private func spots(at stop: Stop.Place) -> [WordIndex] {
    let vocabulary = standard.vocabulary
    switch stop {
    case .door, .front, .hall:
      return vocabulary.places.indices.map { WordIndex($0) }.filter { self.stop(of: $0) == stop }
    case .room:
      return vocabulary.kinds.compactMap(\.recognition).filter(\.readsAsRoomNumber).compactMap(\.places.only).uniqued()
    case .floor, .unknown: return []
    }
  }

  /// The number of a room as the facility writes it.
  private func room(_ number: String, _ inventory: DeclaredInventory) -> String {
    let compared = ComparedText.of(number)
    return inventory.rooms?.first { ComparedText.of($0.number) == compared }?.number ?? number
  }
}

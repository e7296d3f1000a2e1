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
    var looks: [Look] = []
    var problems: [String] = []
    var bySign: [Int: (looks: [Look], problems: [String])] = [:]
    for finding in report.findings {
      switch (finding.outcome, finding.about) {
      case (.fail, .sign(let index)): bySign[index, default: ([], [])].problems.append(finding.message)
      case (.fail, _): problems.append(finding.message)
      case (.undetermined, .sign(let index)): add(finding, to: &bySign[index, default: ([], [])].looks)
      case (.undetermined, _): add(finding, to: &looks)
      case (.pass, _), (.waived, _): break
      }
    }
    let signs = inventory.signs.filter { !$0.isRemoved }.map { sign in
      let known = bySign[sign.index] ?? ([], [])
      return SheetSign(
        sign: sign, looks: known.looks, problems: known.problems,
        wanted: wanted.first { $0.kind == sign.kind }?.description(standard, language) ?? [])
    }
    let interior = standard.rules.filter { $0.zone == .interior && $0.modality != .record }
    return Sheet(
      declared: inventory, reasons: reasons, looks: looks,
      removed: inventory.signs.filter(\.isRemoved), stops: stops(signs, inventory),
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

  /// One look for one fact, however many rules wait for it.
  private func add(_ finding: Finding, to looks: inout [Look]) {
    guard !finding.missing.isEmpty else {
      if !looks.contains(where: { $0.question == finding.message }) {
        looks.append(Look(key: nil, question: finding.message))
      }
      return
    }
    for key in finding.missing where !looks.contains(where: { $0.key == key }) {
      looks.append(
        Look(
          key: key,
          question: language == .zh ? "“\(key.label.zh)”没有登记" : "`\(key.word.canonical)` is not recorded"))
    }
  }

  // MARK: The way

  private func stops(_ signs: [SheetSign], _ inventory: DeclaredInventory) -> [Stop] {
    var byPlace: [Stop.Place: [SheetSign]] = [:]
    for sign in signs { byPlace[place(sign.sign, inventory), default: []].append(sign) }
    var removed: [Stop.Place: [DeclaredSign]] = [:]
    for sign in inventory.signs where sign.isRemoved { removed[place(sign, inventory), default: []].append(sign) }
    for place in removed.keys where byPlace[place] == nil { byPlace[place] = [] }
    // Every room is passed, also one where nothing is declared.
    for room in inventory.rooms ?? [] where byPlace[.room(room.number)] == nil { byPlace[.room(room.number)] = [] }
    for place in [Stop.Place.door, .hall] where byPlace[place] == nil { byPlace[place] = [] }
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
    let ranked = byPlace.map {
      (rank: rank($0.key), stop: Stop(place: $0.key, signs: $0.value, removed: removed[$0.key] ?? []))
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
    let known = standard.vocabulary.places[Int(word)]
    if known.zone == .exterior { return known.side != nil || known.spot == .lintel ? .door : .front }
    let hall = standard.vocabulary.placeGroups.firstIndex(of: "hall").map { UInt64(1) << UInt64($0) } ?? 0
    if known.groups & hall != 0 { return .hall }
    if let room = sign.room { return .room(self.room(room, inventory)) }
    return .floor(sign.floor)
  }

  /// The number of a room as the facility writes it.
  private func room(_ number: String, _ inventory: DeclaredInventory) -> String {
    let compared = ComparedText.of(number)
    return inventory.rooms?.first { ComparedText.of($0.number) == compared }?.number ?? number
  }
}

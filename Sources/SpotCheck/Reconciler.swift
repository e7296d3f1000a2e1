package import Audit
import Diagnostics
import Inventory
package import Standard

/// Compares walls with inventories: declared and observed → reconciliation. Pure.
package struct Reconciler: Sendable {
  private let standard: Standard

  /// Prepares to compare.
  package init(_ standard: Standard) { self.standard = standard }

  /// More signs than this on a side are compared in the order of the inventory, not all with all.
  private static let limit = 600

  /// Compares inventories community by community, facility by facility.
  ///
  /// - Parameters:
  ///   - declared: what the inventories say.
  ///   - observed: what was seen.
  ///   - verdicts: the audit of what was seen, one for each of `observed`.
  package func reconcile(
    _ declared: [DeclaredInventory], _ observed: [(inventory: DeclaredInventory, verdicts: CommunityReport?)]
  ) -> Reconciliation {
    var result = Reconciliation(communities: [], diagnostics: [])
    var waiting: [Identity: Int] = [:]
    for (index, entry) in observed.enumerated() {
      let identity = identity(entry.inventory)
      if let first = waiting[identity] {
        result.diagnostics.append(repeated(entry.inventory, observed[first].inventory))
        result.hasUncompared = true
      } else {
        waiting[identity] = index
      }
    }
    var seen: [Identity: DeclaredInventory] = [:]
    for inventory in declared {
      let identity = identity(inventory)
      if let first = seen[identity] {
        result.diagnostics.append(repeated(inventory, first))
        result.hasUncompared = true
        continue
      }
      seen[identity] = inventory
      let index = waiting.removeValue(forKey: identity)
      if let index, let diagnostic = early(observed[index].inventory, inventory) {
        result.diagnostics.append(diagnostic)
      }
      result.communities.append(compare(inventory, index.map { observed[$0] }))
    }
    for (index, entry) in observed.enumerated() where waiting[identity(entry.inventory)] == index {
      result.communities.append(only(entry.inventory, entry.verdicts))
    }
    return result
  }

  private struct Identity: Hashable {
    var place: PlaceKey
    var facility: String
  }

  private func identity(_ inventory: DeclaredInventory) -> Identity {
    Identity(
      place: PlaceKey(
        district: inventory.district, street: inventory.street, community: inventory.name,
        standard.vocabulary.words.shortNames),
      facility: inventory.facility.map { ComparedText.of($0) } ?? "")
  }

  private func repeated(_ inventory: DeclaredInventory, _ first: DeclaredInventory) -> Diagnostic {
    Diagnostic(
      .warning,
      BilingualText(
        zh: "\(inventory.name)有两份（“\(first.source)”“\(inventory.source)”），只比对第一份",
        en: "\(inventory.name) has two inventories (\(first.source), \(inventory.source)); the first is compared"))
  }

  /// What is to be said of a visit that was before the inventory was taken: it cannot tell whether the inventory is right.
  private func early(_ observed: DeclaredInventory, _ declared: DeclaredInventory) -> Diagnostic? {
    guard let visit = observed.date.flatMap({ CalendarDate($0.utf8) }),
      let survey = declared.date.flatMap({ CalendarDate($0.utf8) }), visit < survey
    else { return nil }
    return Diagnostic(
      .warning,
      BilingualText(
        zh: "\(declared.name)的现场查看日期 \(visit) 早于台账采集日期 \(survey)（“\(observed.source)”“\(declared.source)”）",
        en: "\(declared.name) was visited on \(visit), before its inventory was taken on \(survey) "
          + "(\(observed.source), \(declared.source))"),
      help: BilingualText(
        zh: "核对两个日期，以及登记和现场有没有写反", en: "check both dates, and whether declared and observed were confused"))
  }

  private func blank(_ inventory: DeclaredInventory) -> ReconciledCommunity {
    ReconciledCommunity(
      district: inventory.district, street: inventory.street, name: inventory.name, facility: inventory.facility,
      matches: [], undeclared: [], absent: [], notLookedAt: [])
  }

  private func only(_ observed: DeclaredInventory, _ verdicts: CommunityReport?) -> ReconciledCommunity {
    var community = blank(observed)
    community.observedSource = observed.source
    community.observedOn = observed.date
    community.observedBy = observed.by
    community.undeclared = observed.signs.filter { !$0.isRemoved }
    community.rooms.added = observed.rooms ?? []
    community.verdicts = verdicts
    return community
  }

  private func compare(
    _ declared: DeclaredInventory, _ entry: (inventory: DeclaredInventory, verdicts: CommunityReport?)?
  ) -> ReconciledCommunity {
    var community = blank(declared)
    community.declaredSource = declared.source
    guard let (visit, verdicts) = entry else { return community }
    community.isTurned = Self.isTurned(declared, visit)
    let observed = community.isTurned ? turned(visit) : visit
    community.observedSource = observed.source
    community.observedOn = observed.date
    community.observedBy = observed.by
    community.verdicts = verdicts
    let hanging = declared.signs.filter { !$0.isRemoved }
    let found = observed.signs.filter { !$0.isRemoved }
    let first = assign(hanging, found)
    var rest = found.indices.filter { !first.contains($0) }.map { found[$0] }
    // What is declared as taken down may hang there all the same.
    let removed = declared.signs.filter(\.isRemoved)
    let second = assign(removed, rest)
    let again = pairs(removed, rest, second)
    let stillThere = pairs(hanging, found, first)
    let rooms = RoomReconciler(declared, observed, pairs: stillThere + again).reconcile()
    community.rooms = rooms
    let renumbered = Dictionary(
      rooms.matches.filter { $0.differences.contains { $0.key == .number } }.map {
        (ComparedText.of($0.declared.number), ComparedText.of($0.observed.number))
      }, uniquingKeysWith: { one, _ in one })
    let matches =
      stillThere.map { match($0.declared, $0.observed, wasRemoved: false, renumbered) }
      + again.map { match($0.declared, $0.observed, wasRemoved: true, renumbered) }
    community.matches = matches.sorted { $0.declared.index < $1.declared.index }
    rest = rest.indices.filter { !second.contains($0) }.map { rest[$0] }
    community.undeclared = rest
    let gone = zip(removed, second).filter { $0.1 == nil }.map(\.0)
    let noted = observed.signs.filter(\.isRemoved)
    community.takenDown = zip(gone, assign(gone, noted)).map { sign, index in
      TakenDownSign(declared: sign, observed: index.map { noted[$0] })
    }
    for (sign, index) in zip(hanging, first) where index == nil {
      if isLookedAt(sign, observed) { community.absent.append(sign) } else { community.notLookedAt.append(sign) }
    }
    return community
  }

  /// Whether both record how their surveyors stood, and one faced the entrance and the other out.
  private static func isTurned(_ declared: DeclaredInventory, _ observed: DeclaredInventory) -> Bool {
    guard let one = declared.viewpoint, let other = observed.viewpoint else { return false }
    return one != other
  }

  /// An inventory with left and right of the entrance as who stands the other way records them.
  private func turned(_ inventory: DeclaredInventory) -> DeclaredInventory {
    let vocabulary = standard.vocabulary
    var turned = inventory
    for index in turned.signs.indices {
      guard let place = turned.signs[index].place, let side = vocabulary.places[Int(place)].side else { continue }
      let others = vocabulary.places.indices.filter { vocabulary.places[$0].side == side.opposite }
      guard others.count == 1, let other = others.first.map({ WordIndex($0) }) else { continue }
      turned.signs[index].place = other
      turned.signs[index].values[.place] = FieldValue(vocabulary.words.places[other])
    }
    return turned
  }

  private func pairs(
    _ declared: [DeclaredSign], _ observed: [DeclaredSign], _ assigned: [Int?]
  ) -> [(declared: DeclaredSign, observed: DeclaredSign)] {
    zip(declared, assigned).compactMap { sign, index in index.map { (sign, observed[$0]) } }
  }

  /// Whether the visit covered the zone of a sign; one whose zone is not known is looked for wherever one looked.
  private func isLookedAt(_ sign: DeclaredSign, _ observed: DeclaredInventory) -> Bool {
    let kinds = standard.vocabulary.kinds
    let zone =
      sign.place.map { standard.vocabulary.places[Int($0)].zone } ?? sign.kind.flatMap { kinds[Int($0)].home }
    switch zone {
    case .exterior: return observed.coversExterior
    case .interior: return observed.coversInterior
    case nil: return observed.coversExterior || observed.coversInterior
    }
  }

  /// The observed sign that each declared one is.
  private func assign(_ declared: [DeclaredSign], _ observed: [DeclaredSign]) -> [Int?] {
    if declared.count <= Self.limit, observed.count <= Self.limit {
      return Assignment.best(rows: declared.count, columns: observed.count) { row, column in
        SignLikeness(declared[row], observed[column], standard).score
      }
    }
    // A wall of that size is no wall; what has kept its id and its words is found, and nothing is lost.
    var byID: [String: Int] = [:]
    for (index, sign) in observed.enumerated() { byID[ComparedText.of(sign.id)] = index }
    return declared.map { sign in
      byID[ComparedText.of(sign.id)].flatMap { SignLikeness(sign, observed[$0], standard).score > 0 ? $0 : nil }
    }
  }

  // MARK: What differs

  private static let compared: [InventoryKey] = [
    .kind, .text, .place, .orientation, .mounting, .background, .lettering, .prominent, .floor, .room, .order, .width,
    .height, .material,
  ]

  /// - Parameter renumbered: the numbers of rooms that have another one now, with that: a sign in such a room has not
  ///   moved.
  private func match(
    _ declared: DeclaredSign, _ observed: DeclaredSign, wasRemoved: Bool, _ renumbered: [String: String]
  ) -> SignMatch {
    let likeness = SignLikeness(declared, observed, standard)
    var fields = FieldComparison()
    func compare(_ key: InventoryKey, _ one: FieldValue?, _ other: FieldValue?) {
      fields.compare(key, one, other) { Self.form($0.canonical) == Self.form($1.canonical) }
    }
    for key in Self.compared { compare(key, declared.values[key], observed.values[key]) }
    if let one = declared.room, let other = observed.room, renumbered[ComparedText.of(one)] == ComparedText.of(other) {
      fields.differences.removeAll { $0.key == .room }
    }
    compare(
      .demandedBy, declared.demandedBy.map(FieldValue.init(names:)), observed.demandedBy.map(FieldValue.init(names:)))
    compare(.entries, declared.entries.map(Self.entries), observed.entries.map(Self.entries))
    return SignMatch(
      declared: declared, observed: observed, likeness: likeness.score,
      reason: reason(declared, observed, likeness, fields.differences), wasRemoved: wasRemoved,
      differences: fields.differences, additions: fields.additions)
  }

  private static func form(_ text: String) -> String { VisibleText(ComparedText.of(text)).text }

  private static func entries(_ entries: [DeclaredEntry]) -> FieldValue {
    let lines = entries.map { entry in
      [InventoryKey.function, .room, .area].compactMap { entry.values[$0]?.canonical }.joined(separator: " ")
    }
    return FieldValue(lines.joined(separator: "；"))
  }

  private func reason(
    _ declared: DeclaredSign, _ observed: DeclaredSign, _ likeness: SignLikeness, _ differences: [FieldDifference]
  ) -> BilingualText {
    var zh: [String] = []
    var en: [String] = []
    if ComparedText.of(declared.id) == ComparedText.of(observed.id) {
      zh.append("编号相同")
      en.append("same id")
    } else {
      zh.append("编号由 \(declared.id) 改为 \(observed.id)")
      en.append("id \(declared.id) is \(observed.id)")
    }
    switch likeness.wording {
    case 100?:
      let isBlank = declared.text?.isEmpty == true
      zh.append(isBlank ? "都没有文字" : "文字相同")
      en.append(isBlank ? "both without words" : "same words")
    case let share? where share < 50:
      zh.append("文字不同")
      en.append("other words")
    case let share?:
      zh.append("文字相近（\(share)%）")
      en.append("words alike (\(share)%)")
    case nil:
      zh.append("文字没有登记")
      en.append("words not recorded")
    }
    if declared.kind != nil, declared.kind == observed.kind {
      zh.append("类别相同")
      en.append("same kind")
    }
    if differences.contains(where: { $0.key == .place }) {
      zh.append("位置不同")
      en.append("moved")
    } else if declared.place != nil, declared.place == observed.place {
      zh.append("位置相同")
      en.append("same place")
    }
    return BilingualText(zh: zh.joined(separator: "，"), en: en.joined(separator: ", "))
  }
}

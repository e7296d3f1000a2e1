import Diagnostics
import Inventory

/// Compares the rooms that an inventory declares with those that were seen. Pure.
struct RoomReconciler {
  private let declared: DeclaredInventory
  private let observed: DeclaredInventory
  /// For each room in which a sign hung that was found again (its number in compared form): how many of them hang in
  /// which room now.
  private var moves: [String: [String: Int]] = [:]

  /// Prepares to compare.
  ///
  /// - Parameter pairs: the signs that were found again, as declared and as observed.
  init(
    _ declared: DeclaredInventory, _ observed: DeclaredInventory,
    pairs: [(declared: DeclaredSign, observed: DeclaredSign)]
  ) {
    self.declared = declared
    self.observed = observed
    for pair in pairs {
      guard let one = pair.declared.room, let other = pair.observed.room else { continue }
      moves[ComparedText.of(one), default: [:]][ComparedText.of(other), default: 0] += 1
    }
  }

  /// More rooms than this on a side are compared by their numbers alone.
  private static let limit = 300

  /// What differs. Where one of the two does not record its rooms, none of them is missing.
  func reconcile() -> ReconciledRooms {
    var result = ReconciledRooms()
    guard observed.coversInterior else {
      result.notLookedAt = declared.rooms ?? []
      return result
    }
    var floors = FieldComparison()
    Self.compare(.floors, declared.floors, observed.floors, &floors)
    result.differences = floors.differences
    result.additions = floors.additions
    guard let seen = observed.rooms else { return result }
    guard let known = declared.rooms else {
      result.added = seen
      return result
    }
    let assigned = assign(known, seen)
    result.matches = zip(known, assigned).compactMap { room, index in index.map { match(room, seen[$0]) } }
    result.absent = zip(known, assigned).filter { $0.1 == nil }.map(\.0)
    let found = Set(assigned.compactMap(\.self))
    result.undeclared = seen.indices.filter { !found.contains($0) }.map { seen[$0] }
    return result
  }

  /// The observed room that each declared one is.
  private func assign(_ known: [DeclaredRoom], _ seen: [DeclaredRoom]) -> [Int?] {
    if known.count <= Self.limit, seen.count <= Self.limit {
      return Assignment.best(rows: known.count, columns: seen.count) { likeness(known[$0], seen[$1]).score }
    }
    var byNumber: [String: Int] = [:]
    for (index, room) in seen.enumerated() { byNumber[ComparedText.of(room.number)] = index }
    return known.map { byNumber[ComparedText.of($0.number)] }
  }

  private func likeness(_ room: DeclaredRoom, _ other: DeclaredRoom) -> RoomLikeness {
    let from = moves[ComparedText.of(room.number)] ?? [:]
    return RoomLikeness(
      room, other,
      signs: .init(count: from[ComparedText.of(other.number)] ?? 0, total: from.values.reduce(0, +)))
  }

  // MARK: What differs

  private func match(_ declared: DeclaredRoom, _ observed: DeclaredRoom) -> RoomMatch {
    let likeness = likeness(declared, observed)
    var fields = FieldComparison()
    func compare(_ key: InventoryKey, _ one: String?, _ other: String?) {
      fields.compare(key, one.map { FieldValue($0) }, other.map { FieldValue($0) }) {
        ComparedText.of($0.canonical) == ComparedText.of($1.canonical)
      }
    }
    compare(.number, declared.number, observed.number)
    compare(.floor, declared.floor, observed.floor)
    Self.compare(.functions, declared.functions, observed.functions, &fields)
    // A room of which no department is recorded is one that nobody required.
    Self.compare(.demandedBy, declared.demandedBy ?? [], observed.demandedBy, &fields)
    return RoomMatch(
      declared: declared, observed: observed, likeness: likeness.score,
      reason: reason(declared, observed, likeness), differences: fields.differences, additions: fields.additions)
  }

  /// Compares names, in whatever order they are.
  private static func compare(
    _ key: InventoryKey, _ declared: [String]?, _ observed: [String]?, _ fields: inout FieldComparison
  ) {
    func set(_ names: [String]?) -> Set<String>? { names.map { Set($0.map(ComparedText.of)) } }
    let isSame = set(declared) == set(observed)
    fields.compare(key, declared.map(FieldValue.init(names:)), observed.map(FieldValue.init(names:))) { _, _ in isSame }
  }

  private func reason(_ declared: DeclaredRoom, _ observed: DeclaredRoom, _ likeness: RoomLikeness) -> BilingualText {
    var zh: [String] = []
    var en: [String] = []
    if likeness.hasSameNumber {
      zh.append("房号相同")
      en.append("same number")
    } else {
      zh.append("房号由 \(declared.number) 改为 \(observed.number)")
      en.append("number \(declared.number) is \(observed.number)")
    }
    switch likeness.functions {
    case 100?:
      zh.append("功能相同")
      en.append("same functions")
    case let share? where share > 0:
      zh.append("功能相近（\(share)%）")
      en.append("functions alike (\(share)%)")
    case _?:
      zh.append("功能不同")
      en.append("other functions")
    case nil: break
    }
    if let floor = declared.floor, let second = observed.floor {
      let isSame = ComparedText.of(floor) == ComparedText.of(second)
      zh.append(isSame ? "楼层相同" : "楼层不同")
      en.append(isSame ? "same floor" : "other floor")
    }
    if likeness.signs.count > 0 {
      zh.append("室内和门口的牌有 \(likeness.signs.count) 块是原来的")
      en.append("\(likeness.signs.count) of its signs are the same")
    }
    return BilingualText(zh: zh.joined(separator: "，"), en: en.joined(separator: ", "))
  }
}

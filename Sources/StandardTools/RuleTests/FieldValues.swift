import Inventory
import Standard

/// The values that a field of an inventory can be changed to.
struct FieldValues: Sendable {
  private let words: InventoryWords
  private let harvest: Harvest
  /// A function that the standard does not list, and words that nobody's rules ask for.
  private static let otherFunction = "临时接待处"
  private static let otherText = "示例文字"
  private static let department = "某局"
  private static let otherRoom = "999"
  private static let otherFloor = "99"
  /// The name of a community that is not the one at hand.
  let otherCommunity = "另一社区"

  init(_ standard: Standard, _ harvest: Harvest) {
    words = standard.vocabulary.words
    self.harvest = harvest
  }

  /// The values for a field, in a fixed order; empty where changing it alone means nothing.
  func alternatives(_ key: InventoryKey, _ old: DraftValue?, _ draft: Draft) -> [DraftValue] {
    switch key {
    case .kind: return all(words.kinds)
    case .place: return all(words.places)
    case .background, .lettering: return all(words.colours)
    case .orientation: return all(FixedWords.orientation)
    case .mounting: return all(FixedWords.mounting)
    case .viewpoint: return all(FixedWords.viewpoint)
    case .type: return all(words.communityTypes)
    case .partyOrganization: return all(words.partyOrganizations)
    case .state: return [.text("removed")]
    case .prominent, .special: return [.text("false"), .text("true")]
    case .demandedBy: return [.list([.text(Self.department)]), .text("none")]
    case .covers: return [.list([.text("exterior")]), .list([.text("interior")])]
    case .text: return texts(old?.text, draft)
    case .function: return (harvest.functions + [Self.otherFunction] + harvest.texts).map { .text($0) }
    case .functions: return functions(old)
    case .room, .number:
      let numbers = (draft.rooms ?? []).compactMap { $0.text(.number) }
      return (numbers + [Self.otherRoom]).map { .text($0) }
    case .floor:
      let floors = (draft.rooms ?? []).compactMap { $0.text(.floor) }
      return (unique(floors) + [Self.otherFloor]).map { .text($0) }
    case .floors:
      return old.map { [.list($0.items + [.text(Self.otherFloor)]), .list(Array($0.items.dropLast()))] } ?? []
    case .area: return [.text(Self.otherText)]
    case .order: return ["1", "2", "3", "9"].map { .text($0) }
    case .width, .height: return numbers(old)
    case .since, .date: return ["1999-01-01", "2024-06-30", "2039-12-31"].map { .text($0) }
    case .material, .basis, .document, .authority, .level:
      return ([Self.otherText] + harvest.texts).map { .text($0) }
    case .approval:
      return [
        .fields(DraftFields([(.document, .text("某办〔2026〕1号")), (.date, .text("2026-01-01"))])),
        .fields(DraftFields([(.document, .text("某办〔2026〕1号"))])),
      ]
    case .entries: return old == nil ? [.list([])] : [.list([])]
    case .name, .district, .street, .code: return old == nil ? [] : [.text(otherCommunity)]
    case .sizeMillimetres:
      return old == nil
        ? [.fields(DraftFields([(.width, .text("1")), (.height, .text("1"))]))] : []
    default: return []
    }
  }

  private func all(_ table: WordTable) -> [DraftValue] { table.words.map { .text($0.canonical) } }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  /// What a sign may say instead: one character less, one more, nothing, what rules ask for, what other signs say.
  private func texts(_ old: String?, _ draft: Draft) -> [DraftValue] {
    var texts: [String] = []
    if let old, !old.isEmpty {
      texts.append(String(String.UnicodeScalarView(old.unicodeScalars.dropLast())))
      texts.append(old + "分部")
    }
    texts += [Self.otherText, ""]
    texts += harvest.texts
    texts += draft.signs.compactMap { $0.text(.text) }
    texts += (draft.rooms ?? []).compactMap { $0.text(.number) }
    return unique(texts).map { .text($0) }
  }

  private func functions(_ old: DraftValue?) -> [DraftValue] {
    let now = (old?.items ?? []).compactMap(\.text)
    var lists: [[String]] = [[]]
    if now.count > 1 {
      lists += now.indices.map { index in now.enumerated().filter { $0.offset != index }.map(\.element) }
    }
    lists += harvest.functions.filter { !now.contains($0) }.map { now + [$0] }
    lists.append(now + [Self.otherFunction])
    lists += harvest.functions.map { [$0] }
    lists.append([Self.otherFunction])
    return lists.map { .list($0.map { .text($0) }) }
  }

  /// A little and a lot less and more, in whole millimetres.
  private func numbers(_ old: DraftValue?) -> [DraftValue] {
    guard let number = old?.text.flatMap({ Double($0) }), number.isFinite, number > 0, number < 1e6 else {
      return [.text("1"), .text("100000")]
    }
    return [number + 1, number - 1, number * 1.1, number * 0.9, number * 2, number / 2].map { value in
      .text(String(max(1, Int(value))))
    }
  }

  // MARK: New elements

  /// Entries that a board may have besides: of a listed and of another function, special work, places that are wrong.
  func newEntries(_ draft: Draft) -> [DraftFields] {
    let room = draft.rooms?.first?.text(.number) ?? Self.otherRoom
    var entries: [DraftFields] = []
    for function in harvest.functions.prefix(1) + [Self.otherFunction] + harvest.texts {
      entries.append(DraftFields([(.function, .text(function)), (.room, .text(room))]))
      entries.append(DraftFields([(.function, .text(function)), (.area, .text(Self.otherText))]))
    }
    entries.append(
      DraftFields([(.function, .text(Self.otherFunction)), (.area, .text(Self.otherText)), (.special, .text("true"))]))
    entries.append(DraftFields([(.room, .text(Self.otherRoom))]))
    entries.append(DraftFields([(.room, .text(room))]))
    return entries
  }

  /// Rooms that the facility may have besides.
  func newRooms(_ draft: Draft) -> [DraftFields] {
    let floor = draft.rooms?.first?.text(.floor)
    let floors = [floor ?? "1", Self.otherFloor]
    return floors.flatMap { floor in
      (harvest.functions.prefix(1) + [Self.otherFunction]).flatMap { function in
        [DraftValue?.none, .list([.text(Self.department)])].map { demanded in
          var room = DraftFields([
            (.number, .text(Self.otherRoom)), (.floor, .text(floor)), (.functions, .list([.text(function)])),
          ])
          room[.demandedBy] = demanded
          return room
        }
      }
    }
  }

  /// Signs that may hang there besides, each fully recorded.
  func newSigns(_ draft: Draft) -> [DraftFields] {
    var signs: [DraftFields] = []
    let room = draft.rooms?.first?.text(.number)
    for demanded in [DraftValue.text("none"), .list([.text(Self.department)])] {
      for kind in words.kinds.words {
        for place in words.places.words {
          var sign = DraftFields([
            (.id, .text("X1")), (.kind, .text(kind.canonical)), (.text, .text(Self.otherText)),
            (.place, .text(place.canonical)), (.orientation, .text("horizontal")), (.mounting, .text("hung")),
            (.prominent, .text("true")), (.demandedBy, demanded),
          ])
          if let room { sign[.room] = .text(room) }
          signs.append(sign)
        }
      }
    }
    return signs
  }
}

import Audit
import Diagnostics
import Inventory
import Standard

/// The entrance of a community as its inventory records it, with the findings about it.
struct RecordedWall {
  private let standard: Standard
  private let declared: ElevationNorm
  private let community: CommunityReport
  private let record: CommunityRecord
  /// The signs that are drawn: those recorded, then those that are missing.
  private(set) var signs: [HangingSign] = []
  /// The findings that are shown.
  private(set) var callouts: [Elevation.Callout] = []

  /// The recorded signs, in the order of the first of `signs`.
  private var recorded: [RecordedSign] = []
  /// Where in `signs` a missing sign is, by its place in the norm.
  private var missingSigns: [Int: Int] = [:]

  init(_ standard: Standard, _ declared: ElevationNorm, _ community: CommunityReport, _ record: CommunityRecord) {
    self.standard = standard
    self.declared = declared
    self.community = community
    self.record = record
    recorded = record.signs.filter(isOutside)
    signs = recorded.map(hanging)
  }

  /// A sign is drawn where its place is outside, or where it has none and its kind belongs outside.
  private func isOutside(_ sign: RecordedSign) -> Bool {
    if let place = sign.place { return standard.vocabulary.places[Int(place)].zone == .exterior }
    return sign.kind.map { standard.vocabulary.kinds[Int($0)].home == .exterior } ?? false
  }

  private func hanging(_ sign: RecordedSign) -> HangingSign {
    let words = standard.vocabulary.words
    let item = declared.signs.first { $0.kind == sign.kind }
    let isInScope = sign.kind.map { standard.vocabulary.kinds[Int($0)].inScope } ?? true
    func colour(_ word: WordIndex?) -> Elevation.Colour {
      word.flatMap { standard.vocabulary.paints[Int($0)] }.map { .paint($0.hex) } ?? .unknown
    }
    // What the standard leaves free need not be recorded, and is no gap.
    let isFree = item.map { $0.background == nil } ?? true
    return HangingSign(
      spot: ElevationPlanner.spot(standard, sign.place, isSwapped: record.viewpoint == 1),
      form: ElevationPlanner.form(
        item?.shape, sign.orientation ?? item?.orientation, sign.place, standard),
      isMain: item != nil, order: sign.order, tag: sign.id,
      words: sign.text.map { $0.unicodeScalars.isEmpty ? .none : .said($0) } ?? .unrecorded,
      ground: sign.background == nil && isFree ? .free : colour(sign.background),
      lettering: sign.lettering == nil && item.map({ $0.lettering == nil }) ?? true ? .free : colour(sign.lettering),
      standing: isInScope ? .right : .outOfScope,
      kind: sign.kind.map { words.kinds[$0].label } ?? BilingualText(zh: "类别未登记", en: "kind unrecorded"),
      place: sign.place.map { words.places[$0].label } ?? BilingualText(zh: "位置未登记", en: "place unrecorded"),
      // Where no size is recorded, it is drawn as what it should be, as the orientation is.
      width: sign.width ?? (sign.height == nil ? item?.width?.drawn : nil),
      height: sign.height ?? (sign.width == nil ? item?.height?.drawn : nil),
      isMeasured: sign.width != nil || sign.height != nil)
  }

  /// Numbers the findings about what is drawn, in the order of the report, and adds the signs that are missing.
  mutating func callOut() {
    for (index, finding) in community.findings.enumerated() where finding.outcome != .pass {
      let targets = targets(of: finding)
      guard !targets.isEmpty else { continue }
      let number = callouts.count + 1
      callouts.append(Elevation.Callout(number: number, finding: index))
      for target in targets {
        signs[target].numbers.append((number, finding.outcome))
        switch (signs[target].standing, finding.outcome) {
        case (.missing, _), (.outOfScope, _), (_, .waived), (_, .pass): break
        case (_, .fail): signs[target].standing = .failing
        case (.failing, .undetermined): break
        case (_, .undetermined): signs[target].standing = .open
        }
      }
    }
  }

  /// The drawn signs that a finding is about.
  private mutating func targets(of finding: Finding) -> [Int] {
    if case .sign(let sign) = finding.about { return recorded.indices.filter { recorded[$0].index == sign } }
    let starts = finding.related.map(\.location.range.start)
    let related = recorded.indices.filter { starts.contains(recorded[$0].range.start) }
    guard case .formula(.count(let count)) = standard.rules[finding.rule].check,
      case .kind(let kinds) = count.selection.condition
    else { return related }
    let missing = missing(kinds)
    if !missing.isEmpty { return missing }
    // An open count without a related place is about the signs that it counts.
    return related.isEmpty ? recorded.indices.filter { kinds.contains(recorded[$0].kind ?? -1) } : related
  }

  /// Hangs the signs of these kinds that the norm shows and the inventory does not have; those hung already count.
  private mutating func missing(_ kinds: WordSet) -> [Int] {
    var targets: [Int] = []
    var drawn = recorded.indices.map { recorded[$0].kind }
    for (index, item) in declared.signs.enumerated() where kinds.contains(item.kind) {
      if let found = drawn.firstIndex(of: item.kind) {
        drawn.remove(at: found)
        continue
      }
      if let known = missingSigns[index] {
        targets.append(known)
        continue
      }
      let label = standard.vocabulary.words.kinds[item.kind].label
      let sign = HangingSign(
        spot: ElevationPlanner.spot(standard, item.place, isSwapped: standard.leftMeans == 1),
        form: ElevationPlanner.form(item.shape, item.orientation, item.place, standard), isMain: true,
        tag: "", words: .none, ground: .free, lettering: .free, standing: .missing, kind: label,
        place: standard.vocabulary.words.places[item.place].label, width: item.width?.drawn,
        height: item.height?.drawn, isMeasured: false)
      missingSigns[index] = signs.count
      targets.append(signs.count)
      signs.append(sign)
    }
    return targets
  }
}

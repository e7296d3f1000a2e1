package import Audit
import Diagnostics
import Inventory
package import Standard

/// Draws elevations by a standard: what is recorded and what was found → drawing model. Pure.
package struct ElevationPlanner: Sendable {
  private let standard: Standard
  private let declared: ElevationNorm

  /// Makes a planner; nil where the standard declares no elevation.
  package init?(_ standard: Standard) {
    guard let declared = standard.elevation else { return nil }
    self.standard = standard
    self.declared = declared
  }

  private var words: InventoryWords { standard.vocabulary.words }
  private var isFacingOut: Bool { standard.leftMeans == 1 }

  /// The norm alone, with placeholders for the names.
  package func norm() -> Elevation {
    elevation(nil, nil)
  }

  /// The entrance of a community, beside the norm with its names; nil where nothing was recorded of it.
  package func elevation(of community: CommunityReport) -> Elevation? {
    guard let record = community.record else { return nil }
    return elevation(community, record)
  }

  private func elevation(_ community: CommunityReport?, _ record: CommunityRecord?) -> Elevation {
    let prescriptions = self.prescriptions(community, record)
    var elevation = Elevation(
      actual: nil, norm: panel(normSigns(prescriptions)), prescriptions: prescriptions, callouts: [],
      left: isFacingOut ? standard.sides.right : standard.sides.left,
      right: isFacingOut ? standard.sides.left : standard.sides.right,
      viewpoint: FixedWords.viewpoint[0].label, remarks: remarks(record))
    guard let community, let record, record.coversExterior else { return elevation }
    var wall = RecordedWall(standard, declared, community, record)
    wall.callOut()
    elevation.callouts = wall.callouts
    elevation.actual = panel(wall.signs)
    return elevation
  }

  private func remarks(_ record: CommunityRecord?) -> [BilingualText] {
    var remarks: [BilingualText] = []
    if standard.leftMeans == nil {
      remarks.append(
        BilingualText(
          zh: "标准没有写明从哪一面看左右，示意图按面向大门绘制",
          en: "The standard leaves open whose left it means; drawn as one faces the entrance"))
    }
    if let record, record.coversExterior, record.viewpoint == nil {
      remarks.append(
        BilingualText(
          zh: "台账没有登记采集视角，现状按面向大门绘制，待核实",
          en: "The inventory does not record the viewpoint; drawn as one faces the entrance, to be verified"))
    }
    if record?.coversExterior == false {
      remarks.append(BilingualText(zh: "本次没有采集外部，只画应有的样子", en: "The exterior was not surveyed; only the norm is drawn"))
    }
    return remarks
  }

  private func names(_ community: CommunityReport?, _ record: CommunityRecord?) -> CommunityWording {
    CommunityWording(standard, community, record, placeholders: declared.placeholders)
  }

  // MARK: The norm

  private func prescriptions(_ community: CommunityReport?, _ record: CommunityRecord?) -> [Elevation.Prescription] {
    declared.signs.enumerated().map { index, item in
      var isPart = false
      var wordings: [String] = []
      if let rule = item.wording, case .wording(let wording) = standard.rules[rule].check {
        isPart = wording.comparison == .contains
        wordings = names(community, record).texts(wording)
      }
      let look = PrescribedLook(item, standard)
      return Elevation.Prescription(
        letter: Self.letter(index), kind: words.kinds[item.kind].label,
        place: PrescribedPlace(item.kind, shown: item.place, standard).inDrawing, orientation: look.orientation,
        background: look.background, lettering: look.lettering, rules: look.rules, width: item.width?.text,
        height: item.height?.text, wordings: wordings, isPart: isPart)
    }
  }

  /// A, B, … Z, AA, …
  private static func letter(_ index: Int) -> String {
    let last = String(Unicode.Scalar(UInt8(65 + index % 26)))
    return index < 26 ? last : letter(index / 26 - 1) + last
  }

  private func normSigns(_ prescriptions: [Elevation.Prescription]) -> [HangingSign] {
    zip(declared.signs, prescriptions).map { item, prescription in
      HangingSign(
        spot: Self.spot(standard, item.place, isSwapped: isFacingOut),
        form: Self.form(item.shape, item.orientation, item.place, standard), isMain: true, order: nil,
        tag: prescription.letter, words: prescription.wordings.first.map { .said($0) } ?? .none,
        ground: colour(item.background), lettering: colour(item.lettering), standing: .norm, kind: prescription.kind,
        place: words.places[item.place].label, width: item.width?.drawn, height: item.height?.drawn,
        widthText: item.width?.nominal, heightText: item.height?.nominal)
    }
  }

  private func colour(_ word: WordIndex?) -> Elevation.Colour {
    guard let word else { return .free }
    return standard.vocabulary.paints[Int(word)].map { .paint($0.hex) } ?? .unknown
  }

  private func panel(_ signs: [HangingSign]) -> Elevation.Panel {
    var labels: [Elevation.Spot: BilingualText] = [:]
    for spot in Elevation.Spot.allCases {
      var places: [BilingualText] = []
      for sign in signs where sign.spot == spot && !places.contains(sign.place) { places.append(sign.place) }
      labels[spot] = BilingualText(
        zh: places.map(\.zh).joined(separator: "、"), en: places.map(\.en).joined(separator: ", "))
    }
    return WallLayout(signs, partLabels: labels).panel()
  }

  // MARK: Where and how

  /// Where a place is shown, as one faces the entrance.
  ///
  /// - Parameter isSwapped: whether left and right were written looking out.
  static func spot(_ standard: Standard, _ place: WordIndex?, isSwapped: Bool) -> Elevation.Spot {
    guard let place else { return .beside }
    let known = standard.vocabulary.places[Int(place)]
    if let side = known.side { return (isSwapped ? side.opposite : side) == .left ? .left : .right }
    switch known.spot {
    case .lintel: return .lintel
    case .front: return .front
    case .window: return .window
    case .side: return .side
    case .gate: return .gate
    case nil: return .beside
    }
  }

  /// How a sign is drawn; where the orientation is unknown, as plates at its place usually are.
  static func form(
    _ shape: ElevationNorm.Shape?, _ orientation: WordIndex?, _ place: WordIndex?, _ standard: Standard
  ) -> Elevation.Form {
    if shape == .mark { return .mark }
    if let orientation { return orientation == 1 ? .vertical : .horizontal }
    let isAtSide = place.map { standard.vocabulary.places[Int($0)].side != nil } ?? false
    return isAtSide ? .vertical : .horizontal
  }
}

import Audit
package import Diagnostics
package import Inventory
package import Standard

/// A kind of sign of which a standard wants one or more in every community, and what it is to be there.
package struct RequiredSign: Sendable, Hashable {
  /// The kind.
  package var kind: WordIndex
  /// The least number of them.
  package var count: Int
  /// Where the rule that wants it looks.
  package var zone: Zone?
  /// The id of the rule that wants it.
  package var rule: String
  /// What it says: any of these; empty where no wording is prescribed.
  package var wordings: [String]
  /// Whether the words need only be part of what it says.
  package var isPart: Bool
  /// The places that the rules leave possible; empty where they leave all.
  package var places: [WordIndex]
  /// Words of their tables, where the rules leave only one.
  package var orientation: WordIndex?
  package var background: WordIndex?
  package var lettering: WordIndex?
}

extension RequiredSign {
  /// What it is to be, in words: its wording, then where it hangs and how it looks.
  package func description(_ standard: Standard, _ language: Language) -> [String] {
    let words = standard.vocabulary.words
    let isChinese = language == .zh
    let kind = words.kinds[self.kind].label[language]
    var lines = [kind]
    if !wordings.isEmpty {
      let texts = wordings.map { "“\($0)”" }.joined(separator: isChinese ? "或" : " or ")
      lines = [
        isChinese
          ? "\(kind)：文字\(isPart ? "应含" : "应为")\(texts)" : "\(kind): \(isPart ? "says, among others," : "says") \(texts)"
      ]
    }
    let looks = [
      places.isEmpty || places.count > 4
        ? nil : places.map { words.places[$0].label[language] }.joined(separator: isChinese ? "或" : " or "),
      orientation.map { FixedWords.orientation[$0].label[language] + (isChinese ? "式" : "") },
      background.map { words.colours[$0].label[language] + (isChinese ? "底" : " ground") },
      lettering.map { words.colours[$0].label[language] + (isChinese ? "字" : " lettering") },
    ].compactMap(\.self)
    if !looks.isEmpty { lines.append(looks.joined(separator: isChinese ? "，" : ", ")) }
    return lines
  }
}

/// Finds in the rules of a standard what every community must have: rules → required signs. Pure.
package struct RequiredSigns: Sendable {
  private let standard: Standard

  /// Prepares to read a standard.
  package init(_ standard: Standard) { self.standard = standard }

  /// The required signs of a community, in the order of the rules; only rules that hold without a condition and whose
  /// failure is an error count.
  ///
  /// - Parameters:
  ///   - type: a word of `InventoryWords.communityTypes`, where it is known.
  ///   - partyOrganization: a word of `InventoryWords.partyOrganizations`, where it is known.
  package func signs(
    district: String, street: String, community: String, type: WordIndex?, partyOrganization: WordIndex?
  ) -> [RequiredSign] {
    let names = CommunityWording(
      standard, district: district, street: street, community: community, partyOrganization: partyOrganization)
    return standard.rules.compactMap { rule in
      guard rule.severity == .error, rule.condition == nil, case .formula(.count(let count)) = rule.check,
        count.collection == .signs, let kind = count.selection.kinds.only
      else { return nil }
      let least = Self.bounds(count, type, partyOrganization).lowerBound
      guard least > 0 else { return nil }
      var sign = RequiredSign(
        kind: kind, count: least, zone: rule.zone, rule: rule.id, wordings: [], isPart: false, places: [],
        orientation: nil, background: nil, lettering: nil)
      if sign.zone != .interior {
        let prescription = KindPrescription(kind, standard)
        sign.orientation = prescription.orientations.only
        sign.background = prescription.backgrounds.only
        sign.lettering = prescription.letterings.only
        sign.places = prescription.placesLeft ?? []
      }
      if let wording = wording(kind) {
        sign.wordings = names.texts(wording)
        sign.isPart = wording.comparison == .contains
      }
      return sign
    }
  }

  /// What is right inside, in a few words each: the rules that want signs by room, by floor or by choice, which no row
  /// can be written for before the rooms are known.
  package var interiorTitles: [BilingualText] {
    standard.rules.compactMap { rule in
      guard rule.zone == .interior, rule.modality != .record else { return nil }
      switch rule.check {
      case .doorNumbers, .perFloor: return rule.title
      case .formula(.count(let count)) where count.collection == .signs && count.bounds.lowerBound > 0:
        return rule.title
      default: return nil
      }
    }
  }

  private static func bounds(_ count: Count, _ type: WordIndex?, _ form: WordIndex?) -> ClosedRange<Int> {
    func holds(_ words: WordSet?, _ word: WordIndex?) -> Bool { words?.contains(word ?? -1) ?? true }
    let met = count.cases.first {
      holds($0.community.types, type) && holds($0.community.partyOrganizations, form)
    }
    return met?.bounds ?? (count.hasBounds ? count.bounds : 0...Int.max)
  }

  /// The wording that every sign of a kind must have.
  private func wording(_ kind: WordIndex) -> Check.Wording? {
    for rule in standard.rules where rule.severity == .error && rule.condition == nil {
      if case .wording(let wording) = rule.check, case .kind(let kinds) = wording.signs.condition, kinds.contains(kind)
      {
        return wording
      }
    }
    return nil
  }
}

package import Audit
package import Diagnostics
package import Inventory

/// The communities drawn for a spot check: the boundary type between the drawing and what is made of it.
package struct Sample: Sendable, Hashable {
  /// What the drawing starts from: with it, the same inventories and the same day, the sample can be drawn again.
  package var seed: UInt64
  /// The day on which it was drawn for, `YYYY-MM-DD`.
  package var asOf: String
  /// How many were to be drawn in each street.
  package var perStreet: Int
  /// The streets, in the order of the report.
  package var streets: [SampledStreet]
}

/// What was drawn in one street.
package struct SampledStreet: Sendable, Hashable {
  /// The short names.
  package var district: String
  package var street: String
  /// How many communities there were to draw from.
  package var total: Int
  /// What was drawn, in the order of the report.
  package var communities: [SampledCommunity]
}

/// A community that was drawn.
package struct SampledCommunity: Sendable, Hashable {
  /// Its short name.
  package var name: String
  /// The facility, where the community has several.
  package var facility: String?
  /// Its code.
  package var code: String?
  /// Its inventory; nil where it has none.
  package var source: String?
  /// Its weight, in parts of `weightOfStreet`.
  package var weight: Int
  /// The sum of the weights in its street.
  package var weightOfStreet: Int
  /// Why it had more weight than others; empty where it had the least.
  package var reasons: [BilingualText]
}

/// Draws samples. Pure: the same report, history, day and seed give the same sample, whatever the order of the input.
///
/// Each street is drawn for itself, from the seed and its name, so that a street more or less changes no other's sample.
/// A community's weight is 10, and
/// - 2 for each matter that is to be verified, up to 20;
/// - 2 for each failure that this audit or an earlier round found, up to 20;
/// - 1 for each 30 days since the last visit, up to 12; 12 where no visit is known;
/// - 10 where there is no inventory, or none that can be read.
package struct Sampler: Sendable {
  private let history: VisitHistory
  private let asOf: CalendarDate
  private let shortNames: ShortNames

  /// Prepares to draw.
  package init(history: VisitHistory, asOf: CalendarDate, shortNames: ShortNames) {
    self.history = history
    self.asOf = asOf
    self.shortNames = shortNames
  }

  /// Draws up to `perStreet` communities in each street of a report.
  package func draw(_ report: AuditReport, perStreet: Int, seed: UInt64) -> Sample {
    let streets = report.streets.map { street in
      let candidates = distinct(street.communities).map { weigh($0, in: street) }
      let total = candidates.reduce(0) { $0 + $1.weight }
      // The order of drawing goes by names, not by that of the input.
      var order = candidates.indices.sorted { left, right in
        Self.key(candidates[left]).lexicographicallyPrecedes(Self.key(candidates[right]))
      }
      var generator = SplitMix64(seed: seed ^ Self.hash(street.district + "\0" + street.street))
      var drawn: Set<Int> = []
      while drawn.count < perStreet, !order.isEmpty {
        let rest = order.reduce(0) { $0 + candidates[$1].weight }
        var point = Int(generator.next(below: UInt64(rest)))
        let place = order.firstIndex { index in
          point -= candidates[index].weight
          return point < 0
        }
        guard let place else { break }
        drawn.insert(order.remove(at: place))
      }
      return SampledStreet(
        district: street.district, street: street.street, total: candidates.count,
        communities: candidates.indices.filter(drawn.contains).map { index in
          var community = candidates[index]
          community.weightOfStreet = total
          return community
        })
    }
    return Sample(seed: seed, asOf: asOf.description, perStreet: perStreet, streets: streets)
  }

  /// Each community once, and each facility of it, by its first inventory that can be read: a second inventory is a
  /// finding, and no second community.
  private func distinct(_ communities: [CommunityReport]) -> [CommunityReport] {
    struct Identity: Hashable {
      var place: PlaceKey
      var facility: String
    }
    var places: [Identity: Int] = [:]
    var kept: [CommunityReport] = []
    for community in communities {
      let identity = Identity(
        place: PlaceKey(
          district: community.district ?? "", street: community.street ?? "", community: community.name ?? "",
          shortNames), facility: community.facility.map(ComparedText.of) ?? "")
      if let place = places[identity] {
        if kept[place].status == .unreadable { kept[place] = community }
      } else {
        places[identity] = kept.count
        kept.append(community)
      }
    }
    return kept
  }

  private func weigh(_ community: CommunityReport, in street: StreetReport) -> SampledCommunity {
    let name = community.name ?? ""
    let place = PlaceKey(district: street.district, street: street.street, community: name, shortNames)
    let visit = history[place]
    var weight = 10
    var reasons: [BilingualText] = []
    if community.status == .missing || community.status == .unreadable {
      weight += 10
      reasons.append(
        community.status == .missing
          ? BilingualText(zh: "没有台账", en: "no inventory")
          : BilingualText(zh: "台账无法读取", en: "its inventory cannot be read"))
    }
    let open = community.findings.count { $0.outcome == .undetermined }
    if open > 0 {
      weight += min(20, 2 * open)
      reasons.append(BilingualText(zh: "\(open) 项待核实", en: "\(open) to verify"))
    }
    let failing = community.status == .missing ? 0 : community.findings.count { $0.outcome == .fail }
    let failures = failing + (visit?.failures ?? 0)
    if failures > 0 {
      weight += min(20, 2 * failures)
      if failing > 0 { reasons.append(BilingualText(zh: "台账有 \(failing) 项不符合", en: "\(failing) failures recorded")) }
      if let earlier = visit?.failures, earlier > 0 {
        reasons.append(BilingualText(zh: "以往 \(earlier) 项不符合", en: "\(earlier) earlier failures"))
      }
    }
    let surveyed = community.surveyedOn.flatMap { CalendarDate($0.utf8) }
    let last = [visit?.last, surveyed].compactMap(\.self).max()
    if let last {
      let days = max(0, asOf.dayNumber - last.dayNumber)
      weight += min(12, days / 30)
      if days >= 30 {
        reasons.append(BilingualText(zh: "\(days) 天没有去看过", en: "not visited for \(days) days"))
      }
    } else {
      weight += 12
      reasons.append(BilingualText(zh: "没有到访记录", en: "no visit is known"))
    }
    return SampledCommunity(
      name: name, facility: community.facility, code: community.code, source: community.source, weight: weight,
      weightOfStreet: weight, reasons: reasons)
  }

  private static func key(_ community: SampledCommunity) -> [UInt8] {
    Array("\(community.name)\0\(community.facility ?? "")".utf8)
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

extension CalendarDate {
  /// The days since 1 March of the year 0, in the Gregorian calendar reckoned back.
  var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (months * 306 + 5) / 10 + day - 1
  }
}

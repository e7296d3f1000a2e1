import Diagnostics
package import Inventory
package import Standard

/// The district's waivers, and the one function that decides whether a waiver counts.
package struct WaiverBook: Sendable {
  /// All waivers, in the order of the file.
  package let waivers: [Waiver]
  /// The day on which they are judged.
  package let asOf: CalendarDate
  private let byPlace: [PlaceKey: [Int]]
  private let rules: [Int?]

  /// Makes a book. A waiver that names no district counts in every district of the batch.
  package init(_ waivers: [Waiver], asOf: CalendarDate, standard: Standard) {
    self.waivers = waivers
    self.asOf = asOf
    rules = waivers.map { standard.ruleIndex($0.rule) }
    var byPlace: [PlaceKey: [Int]] = [:]
    for (index, waiver) in waivers.enumerated() {
      let key = PlaceKey(
        district: "", street: waiver.street, community: waiver.community, standard.vocabulary.words.shortNames)
      byPlace[key, default: []].append(index)
    }
    self.byPlace = byPlace
  }

  /// The waiver that counts for a failure, if one does; and every waiver that names it, expired or not.
  func match(_ finding: Finding, _ place: PlaceKey, _ shortNames: ShortNames) -> (counts: Int?, met: [Int]) {
    guard !waivers.isEmpty, finding.outcome == .fail else { return (nil, []) }
    var key = place
    key.district = ""
    var met: [Int] = []
    var counts: Int?
    for index in byPlace[key] ?? [] where rules[index] == finding.rule {
      let waiver = waivers[index]
      if let district = waiver.district,
        ShortNames.short(ComparedText.of(district), shortNames.district) != place.district
      {
        continue
      }
      if let sign = waiver.sign, finding.sign.map(ComparedText.of) != ComparedText.of(sign) { continue }
      if let subject = waiver.subject, finding.subject.map(ComparedText.of) != ComparedText.of(subject) { continue }
      met.append(index)
      if counts == nil, asOf <= waiver.expires { counts = index }
    }
    return (counts, met)
  }

  /// A waiver as a report shows it.
  func applied(_ index: Int) -> AppliedWaiver {
    let waiver = waivers[index]
    return AppliedWaiver(
      reason: waiver.reason, approvedBy: waiver.approvedBy, document: waiver.document,
      expires: waiver.expires.description, location: waiver.location)
  }
}

import Diagnostics
import Inventory
import Standard

/// Rules that cannot be kept together, conditions that nothing satisfies, rules that say nothing new.
extension StandardLint {
  // MARK: Selections

  mutating func checkSelections() {
    for reading in readings {
      checkCases(reading)
      for part in ["check", "when"] {
        guard let value = part == "check" ? reading.check : reading.when else { continue }
        check(value, reading, part)
      }
    }
  }

  /// Of the cases of a count the first that holds counts: one behind another that holds wherever it does never counts.
  private mutating func checkCases(_ reading: Reading) {
    guard case .formula(.count(let count)) = reading.rule.check else { return }
    func covers(_ first: WordSet?, _ second: WordSet?) -> Bool {
      guard let first else { return true }
      return second.map { $0.bits & ~first.bits == 0 } ?? false
    }
    for (position, later) in count.cases.enumerated() {
      let earlier = count.cases[..<position].firstIndex { first in
        covers(first.community.types, later.community.types)
          && covers(first.community.partyOrganizations, later.community.partyOrganizations)
      }
      guard let earlier else { continue }
      report(
        .emptySelection, zh: "规则 \(reading.rule.id) 的 cases 第 \(position + 1) 项轮不到：第 \(earlier + 1) 项已经包括它",
        en: "case \(position + 1) of \(reading.rule.id) never counts: case \(earlier + 1) holds wherever it does",
        help: BilingualText(
          zh: "只有最先成立的一项算数：删去一项，或把窄的写在前面", en: "the first that holds counts: remove one, or put the narrower first"),
        at: location(reading, "check"))
    }
  }

  private mutating func check(_ value: RuleValue, _ reading: Reading, _ part: String) {
    switch value {
    case .text: return
    case .set(let items), .list(let items): for item in items { check(item, reading, part) }
    case .fields(let fields):
      for field in fields { check(field.value, reading, part) }
      let conjunction = Conjunction(value)
      func fail(_ zh: String, _ en: String) {
        report(
          .emptySelection, zh: "规则 \(reading.rule.id) 的条件永远不成立：\(zh)",
          en: "a condition of \(reading.rule.id) can never hold: \(en)",
          help: BilingualText(zh: "改条件，或删去这条规则", en: "change the condition, or remove the rule"),
          at: location(reading, part))
      }
      if let key = conjunction.contradiction {
        fail("同时要求两种不同的“\(RuleWords.key(key).zh)”", "it asks for two different values of `\(key)` at once")
        return
      }
      guard let zone = reading.rule.zone else { return }
      let own = FixedWords.zone[zone.rawValue].canonical
      let label = FixedWords.zone[zone.rawValue].label.zh
      func said(_ part: RuleValue.Field) -> String {
        RuleWords.said(part.value, under: part.key, standard.vocabulary).zh
      }
      for part in conjunction.parts where part.key == "zone" && part.value.text != own {
        fail("规则只看\(label)的牌，条件却要求\(said(part))", "the rule sees \(own) signs only")
      }
      for part in conjunction.parts where part.key == "place" {
        let places = standard.vocabulary.words.places
        let zones = part.value.texts.compactMap { places.find($0) }.map { standard.vocabulary.places[Int($0)].zone }
        if !zones.isEmpty, !zones.contains(zone) {
          fail(
            "规则只看\(label)的牌，这些位置都不在其中：\(said(part))",
            "the rule sees \(own) signs only, and none of these places is there: "
              + part.value.texts.joined(separator: ", "))
        }
      }
    }
  }

  // MARK: Contradictions

  /// So many signs of some kinds in a zone, whatever the inventory.
  private struct Constraint {
    var reading: Reading
    var kinds: Set<String>
    var zone: String?
    var bounds: Bounds
  }

  mutating func checkContradictions() {
    let constraints = self.constraints()
    for total in constraints {
      checkMaximum(total, constraints)
      checkMinimum(total, constraints)
    }
    checkRequirements()
  }

  private func constraints() -> [Constraint] {
    readings.compactMap { reading in
      guard reading.when == nil, reading.parameters["of"]?.text == "signs",
        let (kinds, zone) = Conjunction(reading.parameters["where"]).kinds(standard.vocabulary)
      else { return nil }
      let own = reading.rule.zone.map { FixedWords.zone[$0.rawValue].canonical }
      let bounds: Bounds
      switch reading.kind {
      case "count":
        guard let written = Bounds(reading.parameters) else { return nil }
        bounds = written
      case "none" where reading.parameters["require"] == nil: bounds = Bounds(low: 0, high: 0)
      default: return nil
      }
      return Constraint(reading: reading, kinds: kinds, zone: own ?? zone, bounds: bounds)
    }
  }

  /// A lower bound above the sum of what other rules allow of its kinds.
  private mutating func checkMaximum(_ total: Constraint, _ constraints: [Constraint]) {
    guard total.bounds.low > 0 else { return }
    var chosen: [Constraint] = []
    var open = total.kinds
    let caps = constraints.filter {
      $0.reading.index != total.reading.index && $0.bounds.high < .max && ($0.zone == nil || $0.zone == total.zone)
    }.sorted { ($0.bounds.high, $0.reading.index) < ($1.bounds.high, $1.reading.index) }
    for cap in caps where !open.isDisjoint(with: cap.kinds) {
      chosen.append(cap)
      open.subtract(cap.kinds)
    }
    let sum = chosen.reduce(0) { $0 + $1.bounds.high }
    guard open.isEmpty, sum < total.bounds.low else { return }
    let (id, others) = (total.reading.rule.id, chosen.map(\.reading.rule.id))
    for cap in chosen { contradicted.insert([cap.reading.index, total.reading.index]) }
    let allowed =
      others.count == 1
      ? BilingualText(
        zh: "规则 \(others[0]) \(sum == 0 ? "却不准有" : "最多只准\(sum)块")",
        en: "\(others[0]) \(sum == 0 ? "forbids them" : "allows \(sum)")")
      : BilingualText(
        zh: "规则 \(others.joined(separator: "、")) 合计最多只准\(sum)块",
        en: "\(others.joined(separator: ", ")) allow \(sum) in all")
    report(
      .contradiction, zh: "规则 \(id) 要求至少\(total.bounds.low)块，\(allowed.zh)，没有台账能同时符合",
      en: "\(id) asks for at least \(total.bounds.low) signs, while \(allowed.en): no inventory keeps both",
      help: BilingualText(zh: "核对各条规则的数量和类别", en: "look at the numbers and kinds of these rules"),
      at: location(total.reading, "check"), related: chosen.map { related($0.reading.rule) })
  }

  /// An upper bound below the sum of what other rules demand of its kinds.
  private mutating func checkMinimum(_ total: Constraint, _ constraints: [Constraint]) {
    guard total.bounds.high < .max else { return }
    var chosen: [Constraint] = []
    var taken: Set<String> = []
    // Rules over more kinds than one may be met by the same signs as others; disjoint ones add up.
    let demands = constraints.filter {
      $0.reading.index != total.reading.index && $0.bounds.low > 0 && $0.kinds.isSubset(of: total.kinds)
        && (total.zone == nil || $0.zone == total.zone)
    }.sorted { ($0.kinds.count, -$0.bounds.low, $0.reading.index) < ($1.kinds.count, -$1.bounds.low, $1.reading.index) }
    for demand in demands {
      let keys = Set(demand.kinds.map { "\(demand.zone ?? "") \($0)" })
      guard taken.isDisjoint(with: keys),
        demand.zone != nil || !chosen.contains(where: { !$0.kinds.isDisjoint(with: demand.kinds) })
      else { continue }
      chosen.append(demand)
      taken.formUnion(keys)
    }
    let sum = chosen.reduce(0) { $0 + $1.bounds.low }
    guard sum > total.bounds.high else { return }
    // With one demand only, the other side reports it too where it is the stricter one; say it once.
    if chosen.count == 1, chosen[0].bounds.high < .max || chosen[0].kinds == total.kinds,
      chosen[0].kinds == total.kinds, chosen[0].zone == total.zone
    {
      return
    }
    // The other side has said it of one that demands more by itself.
    if chosen.contains(where: { contradicted.contains([total.reading.index, $0.reading.index]) }) { return }
    let id = total.reading.rule.id
    let others = chosen.map(\.reading.rule.id)
    let most = total.bounds.high
    let demanded = BilingualText(
      zh: "规则 \(others.joined(separator: "、")) \(others.count > 1 ? "合计" : "")要求至少\(sum)块",
      en: "\(others.joined(separator: ", ")) \(others.count > 1 ? "demand" : "demands") \(sum)")
    report(
      .contradiction,
      zh: "规则 \(id) \(most == 0 ? "不准有" : "最多准\(most)块")，\(demanded.zh)，没有台账能同时符合",
      en:
        "\(id) \(most == 0 ? "forbids signs" : "allows at most \(most) signs"), while \(demanded.en): no inventory keeps both",
      help: BilingualText(zh: "核对各条规则的数量和类别", en: "look at the numbers and kinds of these rules"),
      at: location(total.reading, "check"), related: chosen.map { related($0.reading.rule) })
  }

  /// Two rules that ask of the same signs for values or wordings that exclude each other.
  private mutating func checkRequirements() {
    for (position, reading) in readings.enumerated() where reading.when == nil {
      for other in readings[(position + 1)...]
      where other.when == nil && other.kind == reading.kind && isTogether(reading, other) {
        guard let (one, zone) = Conjunction(reading.parameters["where"]).kinds(standard.vocabulary),
          let (two, otherZone) = Conjunction(other.parameters["where"]).kinds(standard.vocabulary),
          !one.isDisjoint(with: two), zone == nil || otherZone == nil || zone == otherZone
        else { continue }
        let what: String
        if reading.kind == "each", reading.parameters["of"]?.text == "signs", other.parameters["of"]?.text == "signs",
          let key = Conjunction(reading.parameters["require"]).conflict(with: Conjunction(other.parameters["require"]))
            ?? Self.conflict(reading.rule.check, other.rule.check)
        {
          what = key
        } else if reading.kind == "wording", let first = reading.parameters["equals"],
          let second = other.parameters["equals"], Set(first.texts).isDisjoint(with: second.texts)
        {
          what = "text"
        } else {
          continue
        }
        let (first, second) = (reading.rule.id, other.rule.id)
        report(
          .contradiction, zh: "规则 \(second) 和 \(first) 对同一类牌要求不同的“\(RuleWords.path(what).zh)”，没有牌能同时符合",
          en: "\(second) and \(first) ask the same signs for different values of `\(what)`: no sign keeps both",
          help: BilingualText(zh: "保留一条，或用 where 分开各自管的牌", en: "keep one, or part their signs with `where`"),
          at: location(other, "check"), related: [related(reading.rule)])
      }
    }
  }

  /// The number or open text for which two checks ask values that exclude each other, as rules call it.
  private static func conflict(_ one: Check, _ two: Check) -> String? {
    guard case .each(let one) = one, case .each(let two) = two else { return nil }
    func parts(_ condition: Condition?) -> [Condition] {
      if case .all(let inner)? = condition { return inner.flatMap { parts($0) } }
      return condition.map { [$0] } ?? []
    }
    for first in parts(one.requirement?.condition) {
      for second in parts(two.requirement?.condition) {
        switch (first, second) {
        case (.number(let field, let range), .number(let other, let otherRange)) where field == other:
          if !range.bounds.overlaps(otherRange.bounds) { return field == .order ? "order" : "size.\(field)" }
        case (.field(let key, .equals(let texts)), .field(let other, .equals(let otherTexts))) where key == other:
          if Set(texts).isDisjoint(with: otherTexts) { return key.key.word.canonical }
        default: continue
        }
      }
    }
    return nil
  }

  private func isTogether(_ one: Reading, _ two: Reading) -> Bool {
    one.rule.zone == nil || two.rule.zone == nil || one.rule.zone == two.rule.zone
  }
}

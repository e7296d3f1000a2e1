import Diagnostics
import Inventory
import YAMLTree

/// Reading what an entrance should look like, and checking it against the rules.
extension StandardFileReader {
  /// Reads the value of `elevation`, if this file has one.
  ///
  /// - Parameter areRulesWhole: whether all rules could be read; otherwise nothing is said about rules.
  mutating func elevation(_ standard: inout Standard, areRulesWhole: Bool) {
    // Problems with the other parts were reported when those were read.
    let before = problems.diagnostics
    let parts = parts()
    problems.diagnostics = before
    guard let node = parts?["elevation"] else { return }
    if standard.elevation != nil {
      error(node, zh: "“elevation”写了两次", en: "`elevation` stands in two files")
      return
    }
    guard let fields = fields(node, .elevation)
    else { return }
    var norm = ElevationNorm(signs: [], placeholders: placeholders(fields["placeholders"]))
    for item in fields["signs"].map({ items($0, "signs") }) ?? [] {
      if let sign = elevationSign(item, norm, standard, areRulesWhole) { norm.signs.append(sign) }
    }
    if areRulesWhole { checkCounts(norm, at: fields["signs"] ?? node, standard) }
    standard.elevation = norm
  }

  private mutating func placeholders(_ node: NodeIndex?) -> [String: String] {
    guard let node, let fields = fields(node, .placeholders) else { return [:] }
    return fields.values.reduce(into: [:]) { $0[$1.key] = text($1.value, $1.key) }
  }

  private mutating func elevationSign(
    _ node: NodeIndex, _ norm: ElevationNorm, _ standard: Standard, _ areRulesWhole: Bool
  ) -> ElevationNorm.Item? {
    let words = standard.vocabulary.words
    guard let fields = fields(node, .elevationSign),
      let kindNode = fields["kind"], let kind = word(kindNode, "kind", words.kinds),
      let placeNode = fields["place"], let place = word(placeNode, "place", words.places)
    else { return nil }
    if standard.vocabulary.places[Int(place)].zone != .exterior {
      error(placeNode, zh: "示意图只画外部，这个位置在内部", en: "an elevation shows the exterior; this place is inside")
    }
    var item = ElevationNorm.Item(kind: kind, place: place, shape: .plate)
    item.orientation = fields["orientation"].flatMap { word($0, "orientation", FixedWords.orientation) }
    item.background = fields["background"].flatMap { word($0, "background", words.colours) }
    item.lettering = fields["lettering"].flatMap { word($0, "lettering", words.colours) }
    if let shape = fields["shape"].flatMap({ choice($0, "shape", of: .elevationSign) }) {
      item.shape = ElevationNorm.Shape(rawValue: shape) ?? .plate
    }
    guard areRulesWhole else { return item }
    if let node = fields["wording"] { item.wording = wordingRule(node, kind, norm, standard) }
    let rules = KindPrescription(kind, standard)
    func check(_ key: String, _ word: WordIndex?, _ allowed: WordSet) -> WordIndex? {
      guard let word else { return allowed.only }
      if !allowed.contains(word) { contradicts(fields[key] ?? node, key, rules.rules[key]) }
      return word
    }
    _ = check("place", place, rules.places)
    item.orientation = check("orientation", item.orientation, rules.orientations)
    item.background = check("background", item.background, rules.backgrounds)
    item.lettering = check("lettering", item.lettering, rules.letterings)
    item.width = rules.width
    item.height = rules.height
    if let side = rules.side, standard.vocabulary.places[Int(place)].side != side {
      contradicts(placeNode, "place", rules.rules["side"])
    }
    return item
  }

  /// Says that the elevation shows what a rule does not allow.
  private mutating func contradicts(_ node: NodeIndex, _ key: String, _ rule: String?) {
    let rule = rule ?? ""
    error(
      node, zh: "示意图的“\(key)”与规则 \(rule) 不符", en: "the elevation's `\(key)` contradicts the rule \(rule)",
      help: BilingualText(zh: "示意图画的必须是规则允许的", en: "an elevation shows only what the rules allow"))
  }

  /// The rule whose texts a sign bears: one with the check `wording`, about signs of this kind.
  private mutating func wordingRule(
    _ node: NodeIndex, _ kind: WordIndex, _ norm: ElevationNorm, _ standard: Standard
  ) -> Int? {
    guard let name = text(node, "wording"), !standard.switchedOff.contains(name) else { return nil }
    let known = standard.rules.filter { if case .wording = $0.check { true } else { false } }.map(\.id)
    guard let index = standard.ruleIndex(name), case .wording(let wording) = standard.rules[index].check,
      wording.signs.kinds.contains(kind)
    else {
      error(
        node, zh: "“\(name)”不是规定这类标识牌文字的规则", en: "`\(name)` is no rule about the wording of this kind",
        help: suggestion(name, known))
      return nil
    }
    for case .slot(let slot) in wording.templates.flatMap(\.self) where norm.placeholders[slot] == nil {
      error(
        node, zh: "规则 \(name) 的文字用到“{\(slot)}”，“placeholders”里没有写",
        en: "the wording of \(name) has `{\(slot)}`, for which `placeholders` has nothing")
    }
    return index
  }

  /// Reports rules about the number of signs of a kind that the elevation does not keep.
  private mutating func checkCounts(_ norm: ElevationNorm, at node: NodeIndex, _ standard: Standard) {
    for rule in standard.rules where rule.zone == .exterior && rule.condition == nil {
      guard case .formula(.count(let count)) = rule.check, count.collection == .signs,
        case .kind(let kinds) = count.selection
      else { continue }
      let drawn = norm.signs.count { kinds.contains($0.kind) }
      guard !count.bounds.contains(drawn) else { continue }
      error(
        node, zh: "规则 \(rule.id) 要求 \(count.boundsText) 处，示意图画了 \(drawn) 处",
        en: "the rule \(rule.id) asks for \(count.boundsText), the elevation shows \(drawn)")
    }
  }

  /// One word of a table.
  private mutating func word(_ node: NodeIndex, _ what: String, _ table: WordTable) -> WordIndex? {
    guard let text = text(node, what) else { return nil }
    if let index = table.find(text) { return index }
    error(
      node, zh: "“\(what)”没有“\(text)”这个词", en: "`\(what)` has no word `\(text)`",
      help: suggestion(text, table.spellings))
    return nil
  }
}

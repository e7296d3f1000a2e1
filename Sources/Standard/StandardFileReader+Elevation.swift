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
    let isOutside = standard.vocabulary.places[Int(place)].zone == .exterior
    if !isOutside {
      error(
        placeNode, zh: "示意图只画外部，这个位置在内部", en: "an elevation shows the exterior; this place is inside",
        help: BilingualText(zh: "换成外部的位置，或去掉这一块", en: "choose a place outside, or leave this sign out"))
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
    func check(_ key: String, _ word: WordIndex?, _ allowed: WordSet, _ table: WordTable) -> WordIndex? {
      guard let word else { return allowed.only }
      guard !allowed.contains(word) else { return word }
      let labels = table.words.indices.filter { allowed.contains(WordIndex($0)) }.map { table.words[$0].label }
      let words = BilingualText(
        zh: labels.map(\.zh).joined(separator: "、"), en: labels.map(\.en).joined(separator: ", "))
      contradicts(fields[key] ?? node, key, rules.rules[key], words, standard)
      return word
    }
    if isOutside { _ = check("place", place, rules.places, words.places) }
    item.orientation = check("orientation", item.orientation, rules.orientations, FixedWords.orientation)
    item.background = check("background", item.background, rules.backgrounds, words.colours)
    item.lettering = check("lettering", item.lettering, rules.letterings, words.colours)
    item.width = rules.width
    item.height = rules.height
    if isOutside, let side = rules.side, standard.vocabulary.places[Int(place)].side != side {
      let words = side == .left ? standard.sides.left : standard.sides.right
      contradicts(placeNode, "place", rules.rules["side"], words, standard)
    }
    return item
  }

  /// Says that the elevation shows what a rule does not allow.
  private mutating func contradicts(
    _ node: NodeIndex, _ key: String, _ rule: String?, _ allowed: BilingualText, _ standard: Standard
  ) {
    let rule = rule ?? ""
    problems.error(
      tree, node, zh: "示意图的“\(key)”与规则 \(rule) 不符", en: "the elevation's `\(key)` contradicts the rule \(rule)",
      help: allowed.zh.isEmpty
        ? BilingualText(
          zh: "规则互相矛盾，没有可画的：先改好规则", en: "the rules contradict each other and leave nothing: put them right first")
        : BilingualText(zh: "规则只准：\(allowed.zh)", en: "the rules allow: \(allowed.en)"),
      related: related(rule, standard))
  }

  /// Where a rule stands, and where this standard or one above changes it: the change may be what it contradicts.
  private func related(_ rule: String, _ standard: Standard) -> [Diagnostic.Related] {
    guard let index = standard.ruleIndex(rule) else { return [] }
    let found = standard.rules[index]
    let names = [found.id] + found.aliases
    let changes = standard.deviations.filter { deviation in
      deviation.rule.map(names.contains) == true && deviation.location != found.location && !deviation.isLock
    }.map(\.location).uniqued()
    return [.init(message: BilingualText(zh: "规则 \(rule)", en: "the rule \(rule)"), location: found.location)]
      + changes.map {
        .init(message: BilingualText(zh: "在这里调整过", en: "changed here"), location: $0)
      }
  }

  /// The rule whose texts a sign bears: one with the check `wording`, about signs of this kind.
  private mutating func wordingRule(
    _ node: NodeIndex, _ kind: WordIndex, _ norm: ElevationNorm, _ standard: Standard
  ) -> Int? {
    guard let name = text(node, "wording"), !standard.switchedOff.contains(name) else { return nil }
    // Those about this kind are what is meant.
    let known = standard.rules.filter { rule in
      if case .wording(let wording) = rule.check { wording.signs.kinds.contains(kind) } else { false }
    }.map(\.id)
    guard let index = standard.ruleIndex(name), case .wording(let wording) = standard.rules[index].check,
      wording.signs.kinds.contains(kind)
    else {
      error(
        node, zh: "“\(name)”不是规定这类标识牌文字的规则", en: "`\(name)` is no rule about the wording of this kind",
        help: suggestion(name, known)
          ?? BilingualText(
            zh: "没有规则规定这类标识牌的文字，删去“wording”", en: "no rule is about the wording of this kind: leave `wording` out"))
      return nil
    }
    for case .slot(let slot) in wording.templates.flatMap(\.self) where norm.placeholders[slot] == nil {
      error(
        node, zh: "规则 \(name) 的文字用到“{\(slot)}”，“placeholders”里没有写",
        en: "the wording of \(name) has `{\(slot)}`, for which `placeholders` has nothing",
        help: BilingualText(
          zh: "在 placeholders 里补上 \(slot): …，写图上代替名称的字样",
          en: "add \(slot): … to `placeholders`: what stands for the name in the drawing"))
    }
    return index
  }

  /// Reports rules about the number of signs of a kind that the elevation does not keep.
  private mutating func checkCounts(_ norm: ElevationNorm, at node: NodeIndex, _ standard: Standard) {
    // What is only encouraged compels nobody to have a sign, nor a drawing to show it.
    for rule in standard.rules
    where rule.zone == .exterior && rule.condition == nil && rule.modality != .encouraged {
      guard case .formula(.count(let count)) = rule.check, count.collection == .signs,
        case .kind(let kinds) = count.selection.condition
      else { continue }
      let drawn = norm.signs.count { kinds.contains($0.kind) }
      guard !count.bounds.contains(drawn) else { continue }
      let label = Count.label(count.bounds)
      problems.error(
        tree, node, zh: "规则 \(rule.id) 要求\(label.zh)块，示意图画了\(drawn)块",
        en: "the rule \(rule.id) asks for \(label.en), the elevation shows \(drawn)",
        help: drawn < count.bounds.lowerBound
          ? BilingualText(zh: "在“signs”下补上这类标识牌，或改规则", en: "add such signs under `signs`, or change the rule")
          : BilingualText(zh: "在“signs”下去掉多画的，或改规则", en: "take what is too much out of `signs`, or change the rule"),
        related: related(rule.id, standard))
    }
  }

  /// Where this file has an elevation.
  func elevationLocation() -> SourceLocation? {
    guard tree.nodes[Int(tree.root)].kind == .mapping else { return nil }
    for (key, _) in tree.pairs(of: tree.root) where tree.matches(key, "elevation") {
      return problems.location(tree, key)
    }
    return nil
  }

  /// One word of a table.
  private mutating func word(_ node: NodeIndex, _ what: String, _ table: WordTable) -> WordIndex? {
    guard let text = text(node, what) else { return nil }
    if let index = table.find(text) { return index }
    unknownWord(node, what, text, table)
    return nil
  }
}

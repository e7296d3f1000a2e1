import Diagnostics
import Inventory
import YAMLTree

extension Vocabulary {
  /// No words at all; what a standard without a vocabulary is read with, so that its other problems are found too.
  static var empty: Vocabulary {
    let none = WordTable([])
    return Vocabulary(
      words: InventoryWords(
        kinds: none, places: none, colours: none, communityTypes: none, partyOrganizations: none,
        shortNames: ShortNames()),
      kinds: [], places: [], placeGroups: [], wallMountings: WordSet(), offWallMountings: WordSet(),
      paints: [], partyWordings: [], listedFunctions: [], furtherFunctions: [], numberPrefixes: [], numberSuffixes: [],
      nearMisses: [], recognisableKinds: WordSet())
  }
}

/// Reading the vocabulary.
extension StandardFileReader {
  /// Reads the value of `vocabulary`: the words that it adds to those of the standard that this one extends.
  mutating func vocabulary(_ node: NodeIndex, after parent: Vocabulary) -> Vocabulary {
    var words = parent
    let isFirst = parent.kinds.isEmpty
    guard let fields = fields(node, .vocabulary, isTailored: !isFirst) else {
      return words
    }
    // Places first: kinds are recognised by them.
    readPlaces(fields["places"], &words)
    readKinds(fields["kinds"], &words)
    readColours(fields["colours"], &words)
    words.words.communityTypes = table(
      fields["community_types"], "community_types", .communityType, after: words.words.communityTypes)
    readPartyOrganizations(fields["party_organizations"], &words)
    if let functions = fields["functions"].flatMap({ self.fields($0, .functions, isTailored: !isFirst) }) {
      words.listedFunctions += functions["listed"].map { texts($0, "listed").map(ComparedText.of) } ?? []
      words.furtherFunctions += functions["further"].map { texts($0, "further").map(ComparedText.of) } ?? []
    }
    readMountings(fields["wall_mountings"], &words)
    if let forms = fields["room_number_forms"].flatMap({ self.fields($0, .roomNumberForms) }) {
      words.numberPrefixes += forms["before"].map { compared($0, "before") } ?? []
      words.numberSuffixes += forms["after"].map { compared($0, "after") } ?? []
    }
    readShortNames(fields["short_names"], &words)
    readNearMisses(fields["near_misses"], &words)
    return words
  }

  /// A list of words, each `{word, zh, also, en}` and what its construct allows; calls `body` for each.
  private mutating func table(
    _ node: NodeIndex?, _ name: String, _ construct: Construct, after parent: WordTable,
    _ body: (inout StandardFileReader, Fields) -> Void = { _, _ in }
  ) -> WordTable {
    guard let node else { return parent }
    var words = parent.words
    var seen: [String: NodeIndex] = [:]
    let above = Set(parent.spellings)
    for item in items(node, name) {
      guard let fields = fields(item, construct) else { continue }
      let canonical = fields["word"].flatMap { text($0, "word") } ?? ""
      let chinese = fields["zh"].flatMap { text($0, "zh") } ?? ""
      let also = fields["also"].map { texts($0, "also") } ?? []
      let english = fields["en"].flatMap { text($0, "en") }
      for (spelling, node) in spellings(fields) where !spelling.isEmpty {
        if above.contains(spelling) {
          hasDoubledWords = true
          error(
            node, zh: "“\(spelling)”在上级标准的“\(name)”里已经有了", en: "the parent's `\(name)` has `\(spelling)` already",
            help: BilingualText(
              zh: "是同一个词的，不用再写；不是的，换一个写法", en: "leave it out if it is the same word; else spell it otherwise"))
        } else if let first = seen.updateValue(node, forKey: spelling) {
          hasDoubledWords = true
          problems.error(
            tree, node, zh: "“\(name)”里“\(spelling)”用了两次", en: "`\(name)` has the spelling `\(spelling)` twice",
            help: BilingualText(zh: "改其中一个", en: "change one of the two"),
            related: [
              .init(
                message: BilingualText(zh: "先前用在这里", en: "first used here"), location: problems.location(tree, first))
            ])
        }
      }
      words.append(WordTable.Word(canonical, [chinese] + also, english: english))
      body(&self, fields)
    }
    if words.count > 64 {
      error(
        node, zh: "“\(name)”有 \(words.count) 个词，最多 64 个", en: "`\(name)` has \(words.count) words, of at most 64",
        help: BilingualText(
          zh: "合并相近的词，别的写法写在 also 里", en: "make one word of like ones, with their spellings under `also`"))
      words.removeLast(words.count - 64)
    }
    return WordTable(words)
  }

  /// All spellings of a word, each with its place.
  private func spellings(_ fields: Fields) -> [(String, NodeIndex)] {
    ["word", "zh", "also"].compactMap { fields[$0] }.flatMap { node in
      tree.nodes[Int(node)].kind == .sequence ? Array(tree.children(of: node)) : [node]
    }.filter { tree.nodes[Int($0)].kind == .scalar }.map { (tree.string($0), $0) }
  }

  private mutating func readPlaces(_ node: NodeIndex?, _ words: inout Vocabulary) {
    var places = words.places
    var groups = words.placeGroups
    words.words.places = table(node, "places", .place, after: words.words.places) { reader, fields in
      let zone = fields["zone"].flatMap { reader.zone($0) } ?? .exterior
      let side = fields["side"].flatMap { reader.choice($0, "side", of: .place) }
      let wall = fields["wall"].flatMap { reader.choice($0, "wall", of: .place) }
      var bits: UInt64 = 0
      for group in fields["groups"].map({ reader.texts($0, "groups") }) ?? [] {
        if !groups.contains(group) { groups.append(group) }
        bits |= 1 << UInt64(groups.firstIndex(of: group) ?? 0)
      }
      places.append(
        Vocabulary.Place(
          zone: zone, side: side.map { $0 == "left" ? .left : .right },
          wall: wall == "yes" ? .yes : wall == "by-mounting" ? .byMounting : .no, groups: bits,
          spot: reader.spot(fields)))
    }
    if groups.count > 64, let node {
      error(node, zh: "位置最多分 64 个组", en: "places have at most 64 groups")
    }
    words.places = places
    words.placeGroups = Array(groups.prefix(64))
  }

  /// Where an elevation shows a place; only outside, and not where `side` says it.
  private mutating func spot(_ fields: Fields) -> Vocabulary.Spot? {
    guard let node = fields["spot"] else { return nil }
    if fields["side"] != nil || fields["zone"].map({ tree.string($0) }) != "exterior" {
      error(
        node, zh: "“spot”只用于外部、没有写 side 的位置", en: "`spot` belongs to exterior places without `side` only")
    }
    return choice(node, "spot", of: .place).flatMap { Vocabulary.Spot(rawValue: $0) }
  }

  private mutating func readColours(_ node: NodeIndex?, _ words: inout Vocabulary) {
    var paints = words.paints
    words.words.colours = table(node, "colours", .colour, after: words.words.colours) { reader, fields in
      let written = fields["paint"].flatMap { node in reader.text(node, "paint").map { (node, $0) } }
      let paint = written.flatMap { Vocabulary.Paint($0.1) }
      if let written, paint == nil {
        reader.error(
          written.0, zh: "“paint”应写成 \"#rrggbb\"，用小写的十六进制数字", en: "`paint` must be \"#rrggbb\" in lower-case digits",
          help: Vocabulary.Paint(written.1.lowercased()).map { _ in
            BilingualText(zh: "写成 \"\(written.1.lowercased())\"", en: "write \"\(written.1.lowercased())\"")
          })
      }
      paints.append(paint)
    }
    words.paints = paints
  }

  private mutating func readKinds(_ node: NodeIndex?, _ words: inout Vocabulary) {
    var kinds = words.kinds
    let places = words.words.places
    words.words.kinds = table(node, "kinds", .kind, after: words.words.kinds) { reader, fields in
      kinds.append(
        Vocabulary.Kind(
          home: fields["home"].flatMap { reader.zone($0, "home") },
          inScope: fields["in_scope"].flatMap { reader.flag($0, "in_scope") } ?? true,
          groups: fields["groups"].map { reader.texts($0, "groups") } ?? [],
          recognition: fields["recognised_by"].flatMap { reader.recognition($0, places) }))
    }
    words.kinds = kinds
    for (index, kind) in kinds.enumerated() where kind.recognition != nil {
      words.recognisableKinds.insert(WordIndex(index))
    }
  }

  private mutating func recognition(_ node: NodeIndex, _ places: WordTable) -> Vocabulary.Recognition? {
    guard let fields = fields(node, .recognition) else { return nil }
    var recognition = Vocabulary.Recognition()
    recognition.equals = fields["equals"].map { compared($0, "equals") } ?? []
    recognition.starts = fields["starts"].map { compared($0, "starts") } ?? []
    recognition.ends = fields["ends"].map { compared($0, "ends") } ?? []
    recognition.contains = fields["contains"].map { compared($0, "contains") } ?? []
    recognition.places = fields["place"].map { wordSet($0, "place", places) } ?? WordSet()
    recognition.excludedPlaces = fields["not_place"].map { wordSet($0, "not_place", places) } ?? WordSet()
    recognition.readsAsRoomNumber =
      fields["reads_as"].flatMap { choice($0, "reads_as", of: .recognition) } == "room-number"
    let lists = [recognition.equals, recognition.starts, recognition.ends, recognition.contains]
    if lists.allSatisfy(\.isEmpty), !recognition.readsAsRoomNumber {
      if fields.leavesOutKeys, fields.values.isEmpty { return nil }
      error(
        node, zh: "“recognised_by”没有写凭什么文字识别", en: "`recognised_by` says no words to recognise it by",
        help: BilingualText(
          zh: "写 equals、starts、ends、contains 之一，如 ends: 居民委员会；房号牌写 reads_as: room-number",
          en: "write one of equals, starts, ends, contains, or reads_as: room-number"))
      return nil
    }
    return recognition
  }

  private mutating func readPartyOrganizations(_ node: NodeIndex?, _ words: inout Vocabulary) {
    var wordings = words.partyWordings
    words.words.partyOrganizations = table(
      node, "party_organizations", .partyOrganization, after: words.words.partyOrganizations
    ) { reader, fields in
      wordings.append(fields["wording"].flatMap { reader.text($0, "wording") } ?? "")
    }
    words.partyWordings = wordings
  }

  private mutating func readMountings(_ node: NodeIndex?, _ words: inout Vocabulary) {
    guard let node, let fields = fields(node, .wallMountings) else { return }
    let onWall = fields["on_wall"].map { wordSet($0, "on_wall", FixedWords.mounting) } ?? WordSet()
    let offWall = fields["off_wall"].map { wordSet($0, "off_wall", FixedWords.mounting) } ?? WordSet()
    // A tailored standard decides anew of the mountings that it names.
    words.wallMountings = WordSet(bits: words.wallMountings.bits & ~offWall.bits | onWall.bits)
    words.offWallMountings = WordSet(bits: words.offWallMountings.bits & ~onWall.bits | offWall.bits)
  }

  private mutating func readShortNames(_ node: NodeIndex?, _ words: inout Vocabulary) {
    guard let node, let fields = fields(node, .shortNames) else { return }
    words.words.shortNames.district += endings(fields["district"])
    words.words.shortNames.street += endings(fields["street"])
    words.words.shortNames.community += endings(fields["community"])
  }

  private mutating func endings(_ node: NodeIndex?) -> [ShortNames.Ending] {
    guard let node else { return [] }
    return items(node, "short_names").compactMap { item in
      guard let fields = fields(item, .ending),
        let drop = fields["drop"].flatMap({ text($0, "drop") })
      else { return nil }
      return ShortNames.Ending(drop: drop, add: fields["add"].flatMap { text($0, "add") } ?? "")
    }
  }

  private mutating func readNearMisses(_ node: NodeIndex?, _ words: inout Vocabulary) {
    guard let node else { return }
    words.nearMisses += items(node, "near_misses").compactMap { item in
      guard let fields = fields(item, .nearMiss),
        let written = fields["written"].flatMap({ text($0, "written") }),
        let meant = fields["meant"].flatMap({ text($0, "meant") }), let note = fields["note"]
      else { return nil }
      return Vocabulary.NearMiss(
        written: ComparedText.of(written), meant: ComparedText.of(meant), note: bilingual(note, "note"))
    }
  }
}

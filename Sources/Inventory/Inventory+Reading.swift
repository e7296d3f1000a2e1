import Diagnostics
package import YAMLTree

/// The names that stand for a community where a document may leave it out: in the examples of a standard.
package struct CommunityNames: Sendable, Hashable {
  /// The district.
  package var district: String
  /// The street.
  package var street: String
  /// The community.
  package var name: String
  /// The canonical word of the form of its party organization, if recorded.
  package var partyOrganization: String?

  /// Makes names.
  package init(district: String, street: String, name: String, partyOrganization: String? = nil) {
    self.district = district
    self.street = street
    self.name = name
    self.partyOrganization = partyOrganization
  }
}

extension Inventory {
  /// Reads the document in `tree` into the typed fields, all problems in one go.
  ///
  /// - Parameters:
  ///   - root: the mapping that is the inventory.
  ///   - words: the vocabulary of the standard in force.
  ///   - defaults: the community of a document that names none; nil where it must.
  ///   - problems: where to report; an error makes the document unreadable, but the names of the community are read
  ///     as far as they can be, so that it can stand in its street.
  package mutating func read(
    root: NodeIndex, words: InventoryWords, defaults: CommunityNames? = nil, _ problems: inout Problems
  ) {
    reset(root)
    guard tree.nodes[Int(root)].kind == .mapping else {
      problems.wrongShape(tree, root, KeySet.inventory.what, wanted: .mapping)
      return
    }
    var communityNode = noNode
    eachPair(root, .inventory, &problems) { inventory, key, keyNode, node, problems in
      switch key {
      case .inventory: inventory.readVersion(node, .inventory, &problems)
      case .community:
        communityNode = node
        inventory.readCommunity(node, words, &problems)
      case .survey: inventory.readSurvey(node, &problems)
      case .facility:
        inventory.facilityNode = keyNode
        inventory.readFacility(node, &problems)
      case .signs:
        inventory.signsNode = keyNode
        inventory.readSigns(node, words, &problems)
      default: break
      }
    }
    if communityNode == noNode {
      if let defaults {
        assume(defaults, words)
      } else {
        problems.missingKey(tree, root, in: KeySet.inventory.what, key: .community)
      }
    }
    if signsNode == noNode {
      problems.missingKey(tree, root, in: KeySet.inventory.what, key: .signs)
    }
  }

  /// Forgets everything but the tree, and keeps the memory.
  private mutating func reset(_ root: NodeIndex) {
    self.root = root
    symbols.removeAll()
    community = Community()
    survey = Survey()
    facilityName = TextField()
    facilityNode = noNode
    floors = nil
    roomsNode = noNode
    rooms.removeAll(keepingCapacity: true)
    signsNode = noNode
    signs.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
  }

  /// Calls `body` for each pair of a mapping whose key is known and stands there for the first time; reports the
  /// others, and a node that is no mapping.
  @inline(__always)
  mutating func eachPair(
    _ mapping: NodeIndex, _ keys: KeySet, _ problems: inout Problems,
    _ body: (inout Inventory, InventoryKey, _ keyNode: NodeIndex, _ value: NodeIndex, inout Problems) -> Void
  ) {
    guard tree.nodes[Int(mapping)].kind == .mapping else {
      if !tree.isAbsent(mapping) { problems.wrongShape(tree, mapping, keys.what, wanted: .mapping) }
      return
    }
    var seen: UInt64 = 0
    let end = tree.nodes[Int(mapping)].next
    var keyNode = mapping + 1
    while keyNode < end {
      let written = tree.nodes[Int(keyNode)]
      let value = written.next
      guard value < end else { break }  // a broken document may end behind a key
      defer { keyNode = tree.nodes[Int(value)].next }
      guard written.kind == .scalar else { continue }  // reported with the tree
      guard let key = keys.find(tree.text, TextSlice(offset: written.textOffset, count: written.count)) else {
        problems.unknownKey(tree, keyNode, in: keys.what, known: keys.spellings)
        continue
      }
      let bit: UInt64 = 1 << UInt64(key.rawValue)
      if seen & bit != 0 {
        reportDuplicate(keyNode, key, in: mapping, keys, &problems)
        continue
      }
      seen |= bit
      body(&self, key, keyNode, value, &problems)
    }
  }

  /// Reports a key in a second spelling; the same spelling twice was reported with the tree.
  private func reportDuplicate(
    _ node: NodeIndex, _ key: InventoryKey, in mapping: NodeIndex, _ keys: KeySet, _ problems: inout Problems
  ) {
    var first = mapping + 1
    while first < node {
      let written = tree.nodes[Int(first)]
      if keys.find(tree.text, TextSlice(offset: written.textOffset, count: written.count)) == key { break }
      first = tree.nodes[Int(written.next)].next
    }
    guard tree.string(first) != tree.string(node) else { return }
    problems.duplicateKey(tree, node, first: first, key: key)
  }

  mutating func readVersion(_ node: NodeIndex, _ key: InventoryKey, _ problems: inout Problems) {
    guard let version = slice(node, key, &problems), version.count > 0 else { return }
    if !ArenaText.equals(tree.text, version, [UInt8(ascii: "1")]) {
      problems.error(
        tree, node, zh: "不认识的格式版本“\(tree.string(node))”", en: "unknown format version `\(tree.string(node))`",
        help: BilingualText(zh: "目前只有版本 1", en: "there is only version 1"))
    }
  }

  private mutating func readCommunity(_ node: NodeIndex, _ words: InventoryWords, _ problems: inout Problems) {
    eachPair(node, .community, &problems) { inventory, key, _, value, problems in
      switch key {
      case .district: inventory.community.district = inventory.name(value, key, &problems)
      case .street: inventory.community.street = inventory.name(value, key, &problems)
      case .name: inventory.community.name = inventory.name(value, key, &problems)
      case .code: inventory.community.code = inventory.name(value, key, &problems)
      case .type: inventory.community.type = inventory.word(value, key, words.communityTypes, &problems)
      case .partyOrganization:
        inventory.community.partyOrganization = inventory.word(value, key, words.partyOrganizations, &problems)
      default: break
      }
    }
    let required: [(TextField, InventoryKey)] = [
      (community.district, .district), (community.street, .street), (community.name, .name),
    ]
    for (field, key) in required where !field.isRecorded {
      problems.missingKey(tree, node, in: KeySet.community.what, key: key)
    }
    community.shortDistrict = short(community.district, words.shortNames.district)
    community.shortStreet = short(community.street, words.shortNames.street)
    community.shortName = short(community.name, words.shortNames.community)
  }

  private mutating func readSurvey(_ node: NodeIndex, _ problems: inout Problems) {
    eachPair(node, .survey, &problems) { inventory, key, _, value, problems in
      switch key {
      case .date: inventory.survey.date = inventory.date(value, key, &problems)
      case .by: inventory.survey.by = inventory.text(value, key, &problems)
      case .viewpoint: inventory.survey.viewpoint = inventory.word(value, key, FixedWords.viewpoint, &problems)
      case .covers: inventory.readCovers(value, &problems)
      default: break
      }
    }
  }

  private mutating func readCovers(_ node: NodeIndex, _ problems: inout Problems) {
    if tree.isAbsent(node) { return }
    let list = tree.nodes[Int(node)]
    guard list.kind == .sequence else {
      problems.wrongShape(tree, node, InventoryKey.covers.quoted, wanted: .list)
      return
    }
    survey.coversExterior = false
    survey.coversInterior = false
    let known = problems.diagnostics.count
    var child = node + 1
    while child < list.next {
      switch Zone(rawValue: word(child, .covers, FixedWords.zone, &problems).word) {
      case .exterior: survey.coversExterior = true
      case .interior: survey.coversInterior = true
      case nil: break
      }
      child = tree.nodes[Int(child)].next
    }
    // An item may be absent, also as `""`; a word that is no zone has been said.
    if !survey.coversExterior, !survey.coversInterior, problems.diagnostics.count == known {
      problems.error(
        tree, node, zh: "“范围”是空的，等于什么都没有采集", en: "`covers` is empty: nothing was surveyed",
        help: BilingualText(zh: "写“外部”“内部”，或者去掉这个字段（表示都采集了）", en: "name exterior, interior, or leave the key out"))
    }
  }

  private mutating func readFacility(_ node: NodeIndex, _ problems: inout Problems) {
    eachPair(node, .facility, &problems) { inventory, key, keyNode, value, problems in
      switch key {
      case .name: inventory.facilityName = inventory.name(value, key, &problems)
      case .floors:
        let list = inventory.nameList(value, key, &problems)
        if list.isRecorded { inventory.floors = Array(inventory.names[list.range]) }
      case .rooms: inventory.readRooms(value, keyNode, &problems)
      default: break
      }
    }
  }

  private mutating func readRooms(_ node: NodeIndex, _ keyNode: NodeIndex, _ problems: inout Problems) {
    if tree.isAbsent(node) { return }
    let list = tree.nodes[Int(node)]
    guard list.kind == .sequence else {
      problems.wrongShape(tree, node, InventoryKey.rooms.quoted, wanted: .list)
      return
    }
    roomsNode = keyNode
    var numbers = FirstSeen()
    var child = node + 1
    while child < list.next {
      var room = Room()
      room.node = child
      eachPair(child, .room, &problems) { inventory, key, _, value, problems in
        switch key {
        case .number: room.number = inventory.name(value, key, &problems)
        case .floor: room.floor = inventory.name(value, key, &problems)
        case .functions: room.functions = inventory.nameList(value, key, &problems)
        case .demandedBy: room.demandedBy = inventory.demand(value, &problems)
        default: break
        }
      }
      if !room.number.isRecorded {
        problems.missingKey(tree, child, in: KeySet.room.what, key: .number)
      } else if let first = numbers.insert(room.number) {
        reportRepeated(room.number, first: first, .number, &problems)
      }
      rooms.append(room)
      child = tree.nodes[Int(child)].next
    }
  }

  /// Reports that two things of a document carry one name.
  func reportRepeated(_ field: TextField, first: NodeIndex, _ key: InventoryKey, _ problems: inout Problems) {
    let text = VisibleText(string(field)).text
    problems.error(
      tree, field.node, zh: "\(key.quoted.zh)“\(text)”重复", en: "the \(key.word.canonical) `\(text)` stands here twice",
      help: BilingualText(zh: "同一份台账里每个\(key.label.zh)只能用一次", en: "each must be used once in a document"),
      related: [
        .init(
          message: BilingualText(zh: "先前用在这里", en: "first used here"), location: problems.location(tree, first))
      ])
  }

  /// The short official form of a name; the same stretch of text where it is short already.
  private mutating func short(_ field: TextField, _ endings: [ShortNames.Ending]) -> TextField {
    guard field.isRecorded else { return field }
    // Nearly every name is short already, and then nothing is to be made.
    if field.raw.offset == field.compared.offset, field.raw.count == field.compared.count,
      !endings.contains(where: { ArenaText.ends(tree.text, field.raw, with: $0.dropBytes) })
    {
      return field
    }
    var short = field
    let raw = string(field)
    let shortRaw = ShortNames.short(raw, endings)
    let compared = comparedString(field)
    let shortCompared = ShortNames.short(compared, endings)
    if shortRaw == raw, shortCompared == compared { return field }
    short.compared = ComparedText.append(Array(shortCompared.utf8), to: &tree)
    short.raw = shortRaw == raw ? short.compared : ComparedText.append(Array(shortRaw.utf8), to: &tree)
    short.symbol = symbols.intern(short.compared, in: tree.text)
    return short
  }

  private mutating func assume(_ names: CommunityNames, _ words: InventoryWords) {
    func field(_ text: String, _ inventory: inout Inventory) -> TextField {
      var field = TextField()
      field.node = inventory.root
      field.raw = ComparedText.append(Array(text.utf8), to: &inventory.tree)
      field.compared = ComparedText.of(field.raw, in: &inventory.tree)
      field.symbol = inventory.symbols.intern(field.compared, in: inventory.tree.text)
      return field
    }
    community.district = field(names.district, &self)
    community.street = field(names.street, &self)
    community.name = field(names.name, &self)
    community.shortDistrict = short(community.district, words.shortNames.district)
    community.shortStreet = short(community.street, words.shortNames.street)
    community.shortName = short(community.name, words.shortNames.community)
    if let form = names.partyOrganization.flatMap({ words.partyOrganizations.find($0) }) {
      community.partyOrganization.node = root
      community.partyOrganization.word = form
    }
  }
}

/// Where each name of a list was first seen: finds the second of two.
struct FirstSeen {
  private var nodes: [NodeIndex] = []

  /// Records a name; the node where it stood before, if it did.
  mutating func insert(_ field: TextField) -> NodeIndex? {
    let index = Int(field.symbol)
    if nodes.isEmpty { nodes.reserveCapacity(64) }
    while nodes.count <= index { nodes.append(noNode) }
    if nodes[index] != noNode { return nodes[index] }
    nodes[index] = field.node
    return nil
  }
}

package import Diagnostics
package import YAMLTree

/// The communities that a district has, in its own order: the boundary type for the roster file.
package struct Roster: Sendable {
  /// One community.
  package struct Community: Sendable {
    /// The short names of district, street and community, as they are shown.
    package var district: String
    package var street: String
    package var name: String
    /// The statistical code as written, if recorded.
    package var code: String?
    /// The index of its form of party organization in `InventoryWords.partyOrganizations`, if recorded.
    package var partyOrganization: WordIndex?
    /// Where it stands.
    package var location: SourceLocation
  }

  /// A street of the roster.
  package struct Street: Sendable, Hashable {
    /// The short names, as they are shown.
    package var district: String
    package var street: String
  }

  /// All communities in roster order.
  package private(set) var communities: [Community] = []
  /// All streets in roster order, those without communities included.
  package private(set) var streets: [Street] = []

  private var byCode: [String: Int] = [:]
  private var byName: [PlaceKey: Int] = [:]

  /// Makes an empty roster.
  package init() {}

  /// The index of the community with this code.
  package func index(code: String) -> Int? { byCode[ComparedText.of(code)] }

  /// The index of the community of this name in this street and district; all short and in compared form.
  package func index(_ key: PlaceKey) -> Int? { byName[key] }

  /// Whether the roster has a community, by code where both sides have one, else by names.
  package func match(_ key: PlaceKey, code: String?) -> Int? {
    if let code, let index = index(code: code) { return index }
    guard let index = byName[key] else { return nil }
    return code != nil && communities[index].code != nil ? nil : index
  }
}

/// A community by its names, in short and compared form; what fingerprints and look-ups go by.
package struct PlaceKey: Sendable, Hashable {
  /// The district.
  package var district: String
  /// The street.
  package var street: String
  /// The community; empty where a street is meant.
  package var community: String

  /// Makes a key from names in any form.
  package init(district: String, street: String, community: String, _ shortNames: ShortNames) {
    self.district = ShortNames.short(ComparedText.of(district), shortNames.district)
    self.street = ShortNames.short(ComparedText.of(street), shortNames.street)
    self.community = ShortNames.short(ComparedText.of(community), shortNames.community)
  }

  /// Makes a key from names that are short and in compared form already.
  package init(shortDistrict: String, shortStreet: String, shortCommunity: String) {
    district = shortDistrict
    street = shortStreet
    community = shortCommunity
  }

  /// Whether two keys are the same. Names in compared form are the same if their bytes are; `String` would bring them
  /// to a normal form first.
  package static func == (left: PlaceKey, right: PlaceKey) -> Bool {
    left.community.utf8.elementsEqual(right.community.utf8) && left.street.utf8.elementsEqual(right.street.utf8)
      && left.district.utf8.elementsEqual(right.district.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for name in [district, street, community] {
      var name = name
      name.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      hasher.combine(name.utf8.count)
    }
  }
}

extension Roster {
  /// Reads one document of a roster file and adds what it lists.
  ///
  /// Reports unknown keys and words, missing names, and a community or code that is listed twice.
  package mutating func read(_ tree: YAMLTree, root: NodeIndex = 0, words: InventoryWords, _ problems: inout Problems) {
    // The fields of rosters are read by the same functions as those of inventories.
    var reading = Inventory()
    reading.tree = tree
    var district = TextField()
    var streetsNode = noNode
    reading.eachPair(root, .roster, &problems) { reading, key, _, value, problems in
      switch key {
      case .roster: reading.readVersion(value, .roster, &problems)
      case .district: district = reading.text(value, key, &problems)
      case .streets: streetsNode = value
      default: break
      }
    }
    if !district.isRecorded { problems.missingKey(tree, root, in: KeySet.roster.what, key: .district) }
    guard streetsNode != noNode else {
      problems.missingKey(tree, root, in: KeySet.roster.what, key: .streets)
      return
    }
    let shortDistrict = ShortNames.short(reading.string(district), words.shortNames.district)
    for street in reading.items(streetsNode, .streets, &problems) {
      var name = TextField()
      var list = noNode
      reading.eachPair(street, .rosterStreet, &problems) { reading, key, _, value, problems in
        switch key {
        case .name: name = reading.text(value, key, &problems)
        case .communities: list = value
        default: break
        }
      }
      guard name.isRecorded else {
        problems.missingKey(reading.tree, street, in: KeySet.rosterStreet.what, key: .name)
        continue
      }
      let shortStreet = ShortNames.short(reading.string(name), words.shortNames.street)
      streets.append(Street(district: shortDistrict, street: shortStreet))
      guard list != noNode else { continue }
      for node in reading.items(list, .communities, &problems) {
        add(node, &reading, shortDistrict, shortStreet, words, &problems)
      }
    }
  }

  private mutating func add(
    _ node: NodeIndex, _ reading: inout Inventory, _ district: String, _ street: String, _ words: InventoryWords,
    _ problems: inout Problems
  ) {
    var name = TextField()
    var code = TextField()
    var form = WordField()
    reading.eachPair(node, .rosterCommunity, &problems) { reading, key, _, value, problems in
      switch key {
      case .name: name = reading.text(value, key, &problems)
      case .code: code = reading.text(value, key, &problems)
      case .type: _ = reading.word(value, key, words.communityTypes, &problems)
      case .partyOrganization: form = reading.word(value, key, words.partyOrganizations, &problems)
      default: break
      }
    }
    guard name.isRecorded else {
      problems.missingKey(reading.tree, node, in: KeySet.rosterCommunity.what, key: .name)
      return
    }
    let shortName = ShortNames.short(reading.string(name), words.shortNames.community)
    let community = Community(
      district: district, street: street, name: shortName, code: code.isRecorded ? reading.string(code) : nil,
      partyOrganization: form.isRecorded ? form.word : nil, location: problems.location(reading.tree, node))
    let key = PlaceKey(district: district, street: street, community: shortName, words.shortNames)
    if let first = byName[key] {
      report(reading.tree, name.node, "\(street)\(shortName)", first: first, &problems)
      return
    }
    if let code = community.code.map(ComparedText.of), let first = byCode[code] {
      report(reading.tree, node, code, first: first, &problems)
      return
    }
    byName[key] = communities.count
    if let code = community.code { byCode[ComparedText.of(code)] = communities.count }
    communities.append(community)
  }

  private func report(
    _ tree: YAMLTree, _ node: NodeIndex, _ what: String, first: Int, _ problems: inout Problems
  ) {
    problems.error(
      tree, node, zh: "名册里“\(what)”列了两次", en: "the roster lists `\(what)` twice",
      related: [
        .init(message: BilingualText(zh: "先前列在这里", en: "first listed here"), location: communities[first].location)
      ])
  }
}

extension Inventory {
  /// The items of a list, none where it is absent; reports a node that is no list.
  mutating func items(_ node: NodeIndex, _ key: InventoryKey, _ problems: inout Problems) -> [NodeIndex] {
    if tree.isAbsent(node) { return [] }
    let list = tree.nodes[Int(node)]
    guard list.kind == .sequence else {
      problems.wrongShape(tree, node, key.quoted, wanted: .list)
      return []
    }
    var items: [NodeIndex] = []
    items.reserveCapacity(Int(list.count))
    var child = node + 1
    while child < list.next {
      items.append(child)
      child = tree.nodes[Int(child)].next
    }
    return items
  }
}

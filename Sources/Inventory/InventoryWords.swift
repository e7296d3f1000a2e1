/// What the inventory reader needs to know of a standard: the words that are the standard's own.
package struct InventoryWords: Sendable {
  /// The kinds of signs.
  package var kinds: WordTable
  /// The places where signs hang.
  package var places: WordTable
  /// The colours of grounds and letterings.
  package var colours: WordTable
  /// The types of communities (社区, elsewhere 村).
  package var communityTypes: WordTable
  /// The forms of a party organization (委员会, 总支部委员会, 支部委员会).
  package var partyOrganizations: WordTable
  /// How the names of official lists are brought to their short form.
  package var shortNames: ShortNames

  /// Makes the words.
  package init(
    kinds: WordTable, places: WordTable, colours: WordTable, communityTypes: WordTable, partyOrganizations: WordTable,
    shortNames: ShortNames
  ) {
    self.kinds = kinds
    self.places = places
    self.colours = colours
    self.communityTypes = communityTypes
    self.partyOrganizations = partyOrganizations
    self.shortNames = shortNames
  }
}

/// The endings that official lists add to names, and what a name ends in without them: 磁湖居委会 is 磁湖社区,
/// 江畔街道办事处 is 江畔街道, and a 管理区 stays what it is.
package struct ShortNames: Sendable, Hashable {
  /// One ending and what takes its place.
  package struct Ending: Sendable, Hashable {
    /// The ending that is dropped.
    package let drop: String
    /// The same in bytes.
    package let dropBytes: [UInt8]
    /// What is added after that, unless the rest already ends in it; may be empty.
    package var add: String

    /// Makes an ending.
    package init(drop: String, add: String) {
      self.drop = drop
      dropBytes = Array(drop.utf8)
      self.add = add
    }
  }

  /// For districts; the first ending that fits is dropped, once.
  package var district: [Ending]
  /// For streets.
  package var street: [Ending]
  /// For communities.
  package var community: [Ending]

  /// Makes the endings.
  package init(district: [Ending] = [], street: [Ending] = [], community: [Ending] = []) {
    self.district = district
    self.street = street
    self.community = community
  }

  /// The short form of a name. A name that is nothing but an ending stays.
  package static func short(_ name: String, _ endings: [Ending]) -> String {
    for ending in endings {
      let name = Array(name.utf8)
      let drop = Array(ending.drop.utf8)
      let add = Array(ending.add.utf8)
      guard name.count > drop.count, name.suffix(drop.count) == drop[...] else { continue }
      let rest = name.dropLast(drop.count)
      let short = rest.suffix(add.count) == add[...] ? Array(rest) : rest + add
      return String(decoding: short, as: UTF8.self)
    }
    return name
  }
}

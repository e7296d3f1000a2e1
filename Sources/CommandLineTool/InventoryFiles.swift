import Inventory

/// Where the inventory of each community lies: a directory for each street, a file for each community.
///
/// Names come from codes (a street's is what the codes of its communities begin with, nine digits) or are
/// percent-encoded, so that they are the same on every system.
struct InventoryFiles {
  /// The file of one community.
  struct File: Hashable {
    /// The index in the list of communities.
    var community: Int
    /// The directory, below the output.
    var directory: String
    /// The name.
    var name: String
  }

  /// What names a file: the short names and the code of a community.
  struct Community: Hashable {
    var district: String
    var street: String
    var name: String
    var code: String?
  }

  /// A street of a district.
  struct Street: Hashable {
    var district: String
    var street: String
  }

  /// The files, in the order of the communities.
  let files: [File]

  /// Files for the communities of a roster.
  init(_ roster: Roster) {
    self.init(
      roster.communities.map {
        Community(district: $0.district, street: $0.street, name: $0.name, code: $0.code)
      }, streets: roster.streets.map { Street(district: $0.district, street: $0.street) })
  }

  /// Files for communities; two that would have one name get numbers.
  init(_ communities: [Community], streets: [Street]) {
    var members: [Street: [Int]] = [:]
    for (index, community) in communities.enumerated() {
      members[Street(district: community.district, street: community.street), default: []].append(index)
    }
    var files: [File] = []
    var taken: Set<String> = []
    let hasDistricts = Set(streets.map(\.district)).count > 1
    let codes = members.mapValues { Self.streetCode($0.map { Self.code(communities[$0].code) }) }
    var times: [String: Int] = [:]
    for code in codes.values { if let code { times[code, default: 0] += 1 } }
    for (number, street) in streets.enumerated() {
      guard let indexes = members.removeValue(forKey: street) else {
        continue
      }
      var directory = Self.encoded(street.street, or: "street-\(number + 1)")
      if hasDistricts { directory = "\(Self.encoded(street.district, or: "district"))/\(directory)" }
      let code = codes[street].flatMap(\.self)
      if let code, times[code] == 1 { directory = code }
      for (place, index) in indexes.enumerated() {
        let stem =
          Self.code(communities[index].code)
          ?? Self.encoded(communities[index].name, or: "community-\(place + 1)")
        var name = stem
        var number = 1
        while !taken.insert("\(directory)/\(name)").inserted {
          number += 1
          // Behind the first also where files are read in the order of their paths, so that a second import gives each
          // its name again.
          name = "\(stem)_\(number)"
        }
        files.append(File(community: index, directory: directory, name: "\(name).yaml"))
      }
    }
    self.files = files.sorted { $0.community < $1.community }
  }

  /// A code that can be a file's name as it is.
  private static func code(_ code: String?) -> String? {
    guard let code, !code.isEmpty, code.utf8.count <= 32,
      code.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) })
    else { return nil }
    return code
  }

  /// The code of a street: the first nine of the twelve digits that all its communities share.
  private static func streetCode(_ codes: [String?]) -> String? {
    let prefixes = Set(codes.map { code in code.flatMap { $0.utf8.count == 12 ? String($0.prefix(9)) : nil } })
    guard prefixes.count == 1, let first = prefixes.first else { return nil }
    return first
  }

  /// A name in unreserved characters (RFC 3986); another where it would be too long for a file's name.
  private static func encoded(_ name: String, or other: String) -> String {
    var text = ""
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text.utf8.count <= 200 ? text : other
  }
}

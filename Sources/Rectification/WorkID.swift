import Crypto

/// Short ids of work: stable, and easy to read out on the telephone.
enum WorkID {
  private static let digits = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)  // without 0, 1, I and O

  /// The id of work about something in a community: `ZG-` and eight digits of a digest.
  static func of(_ place: [String?], _ about: String) -> String {
    let text = place.map { $0 ?? "" }.joined(separator: "\u{0}") + "\u{0}" + about
    let digest = Array(SHA256.hash(data: Array(text.utf8)))
    let bits = digest.prefix(5).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let scalars = (0..<8).map { digits[Int(bits >> (5 * UInt64($0)) & 31)] }
    return "ZG-" + String(decoding: scalars, as: UTF8.self)
  }
}

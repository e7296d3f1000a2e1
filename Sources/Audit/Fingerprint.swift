internal import Crypto
package import Diagnostics
internal import Inventory
internal import Standard

/// The identity of a finding across runs, files and lines.
package enum Fingerprint {
  /// The SHA-256 of rule, district, street, community, facility, sign and subject, in hexadecimal: 64 characters.
  static func of(rule: String, _ place: PlaceKey, facility: String, sign: String?, subject: String?) -> String {
    var hash = SHA256()
    let subject = subject.map { ComparedText.of($0) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    bytes.append(contentsOf: rule.utf8)
    for part in [place.district, place.street, place.community, facility, sign ?? "\u{1}", subject ?? "\u{1}"] {
      bytes.append(0)
      bytes.append(contentsOf: part.utf8)
    }
    hash.update(data: bytes)
    return Hexadecimal.text(hash.finalize())
  }

  /// The same for what the tool itself says of a file: of the file and the English message, never of the line.
  package static func of(_ diagnostic: Diagnostic) -> String {
    var hash = SHA256()
    hash.update(data: Array([diagnostic.location?.file ?? "", diagnostic.message.en].joined(separator: "\0").utf8))
    return Hexadecimal.text(hash.finalize())
  }
}

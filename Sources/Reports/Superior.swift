internal import Audit
internal import Diagnostics

/// What the office over communities is called: a street (街道) in a town, a township (乡镇) in the country. It is who puts
/// things right, and is called what it is.
struct Superior: Sendable, Hashable {
  /// `街道`, `乡镇` or `街道（乡镇）`.
  var zh: String
  /// `street`, `township` or `street or township`.
  var en: String

  /// What the offices with these names are together; a street where no name is known.
  init(_ names: [String]) {
    let townships = names.count { Self.isTownship($0) }
    switch (townships, names.count) {
    case (0, _): (zh, en) = ("街道", "street")
    case (names.count, _): (zh, en) = ("乡镇", "township")
    default: (zh, en) = ("街道（乡镇）", "street or township")
    }
  }

  /// What the offices of these streets are together.
  init(_ streets: [StreetReport]) { self.init(streets.map(\.street)) }

  /// By the ending of its name, a township's word for itself is 镇 or 乡.
  private static func isTownship(_ name: String) -> Bool {
    name.unicodeScalars.last.map { $0 == "镇" || $0 == "乡" } ?? false
  }

  /// How a letter to one office calls it: `你街道`, `你镇`, `你乡`.
  static func addressed(_ name: String) -> String {
    guard isTownship(name), let last = name.unicodeScalars.last else { return "你街道" }
    return "你\(last)"
  }
}

import Diagnostics
import Inventory

/// The inventories that a batch has met: of which facility of which community, and where the first of each stands.
///
/// It must not grow with the inventories by more than it has to, so an inventory is a digest, a number for its file and
/// four numbers for its place: about fifty bytes, where its names would be five times that. The digest has 128 bits and
/// a key that is drawn anew for each run, so that two identities among a million are taken for one with a probability
/// of less than 10⁻²⁶, and nobody can make two that are.
struct SeenInventories: Sendable {
  private var digests: [Digest] = []
  private var places: [Place] = []
  /// Where the inventories of a digest stand, by open addressing: an index of `digests` plus one; 0 is free. Its size is
  /// a power of two, and at most three quarters of it are taken.
  private var slots: [UInt32] = Array(repeating: 0, count: 1 << 6)
  /// The files that have no number of their own.
  private var names: [String] = []
  /// The name of a file by its number.
  private let fileName: @Sendable (Int) -> String

  private struct Digest: Equatable {
    var low: UInt64
    var high: UInt64
  }

  /// Where an inventory names its community. A file has at most so many lines and columns as bytes, and a limit on these.
  private struct Place {
    /// The number of the file; negative: the complement of an index of `names`.
    var file: Int32
    var startLine: UInt32
    var startColumn: UInt32
    var endLine: UInt32
    var endColumn: UInt32
  }

  /// - Parameter fileName: the name of a file, as locations give it, by the number with which `insert` gets it.
  init(fileName: @escaping @Sendable (Int) -> String) { self.fileName = fileName }

  /// Takes an inventory; where the first one of the same facility stands, if there was one.
  ///
  /// - Parameters:
  ///   - facility: its name in compared form.
  ///   - location: where it names its community.
  ///   - file: the number of the file of `location`; nil: it has none, and its name is kept.
  mutating func insert(
    _ place: PlaceKey, facility: String, at location: SourceLocation, file: Int?
  ) -> SourceLocation? {
    let digest = Self.digest(place, facility)
    let slot = slot(of: digest)
    if slots[slot] != 0 { return self.location(places[Int(slots[slot]) - 1]) }
    digests.append(digest)
    places.append(self.place(location, file))
    slots[slot] = UInt32(digests.count)
    if digests.count * 4 > slots.count * 3 { widen() }
    return nil
  }

  private mutating func widen() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (index, digest) in digests.enumerated() {
      slots[slot(of: digest)] = UInt32(index + 1)
    }
  }

  /// The slot that a digest has, or the free one that it is to have.
  private func slot(of digest: Digest) -> Int {
    var slot = Int(truncatingIfNeeded: digest.low) & (slots.count - 1)
    while slots[slot] != 0, digests[Int(slots[slot]) - 1] != digest { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func place(_ location: SourceLocation, _ file: Int?) -> Place {
    var number = file.flatMap { Int32(exactly: $0) }
    if number == nil {
      if names.last != location.file { names.append(location.file) }
      number = ~Int32(truncatingIfNeeded: names.count - 1)
    }
    let range = location.range
    return Place(
      file: number ?? 0, startLine: UInt32(clamping: range.start.line),
      startColumn: UInt32(clamping: range.start.column), endLine: UInt32(clamping: range.end.line),
      endColumn: UInt32(clamping: range.end.column))
  }

  private func location(_ place: Place) -> SourceLocation {
    SourceLocation(
      file: place.file < 0 ? names[Int(~place.file)] : fileName(Int(place.file)),
      range: SourceRange(
        start: SourcePosition(line: Int(place.startLine), column: Int(place.startColumn)),
        end: SourcePosition(line: Int(place.endLine), column: Int(place.endColumn))))
  }

  /// Two hashes with one secret key, over different texts.
  private static func digest(_ place: PlaceKey, _ facility: String) -> Digest {
    func hash(_ first: UInt8) -> UInt64 {
      var hasher = Hasher()
      hasher.combine(first)
      hasher.combine(place)
      var facility = facility
      facility.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      return UInt64(bitPattern: Int64(hasher.finalize()))
    }
    return Digest(low: hash(1), high: hash(2))
  }
}

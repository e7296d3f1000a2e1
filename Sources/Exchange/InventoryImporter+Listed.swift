internal import Diagnostics
internal import Inventory
internal import Spreadsheets

/// Communities that the file's own sheet of communities does not have.
///
/// A slip in a name would give an inventory of its own, and would leave the community that was meant without what the row
/// says.
extension InventoryImporter {
  /// What a row says of whose it is, by the column's path.
  typealias Identity = [[InventoryKey]: (value: SheetGrid.Value, place: CellPlace)]

  /// The paths of a community's names, from the one that is most often mistaken.
  static let names: [[InventoryKey]] = [
    [.community, .name], [.community, .street], [.community, .district],
  ]

  /// What is to be said of names that no row of the sheet of communities has.
  struct Unlisted {
    /// The name that is probably wrong.
    var path: [InventoryKey]
    /// What is wrong with it.
    var message: BilingualText
    /// What to do.
    var help: BilingualText
    /// The documents of those that were probably meant.
    var meant: [Int] = []
  }

  /// Says that the sheet of communities does not have the one that a row names. The one that was probably meant is not
  /// to be written either: something of it is missing.
  ///
  /// - Parameters:
  ///   - identity: what the row says of whose it is.
  ///   - row: the row.
  ///   - written: the text that the row has for each of `names`; nil where it has none.
  mutating func refuseUnlisted(_ identity: Identity, _ row: CellPlace, written: [String?]) {
    // Whole sheets are of one spelling.
    let found = unlisted[written] ?? findUnlisted(written)
    unlisted[written] = found
    for index in found.meant { documents[index].hasErrors = true }
    let place = identity[found.path]?.place ?? identity[[.community, .name]]?.place ?? row
    error(place.text, zh: found.message.zh, en: found.message.en, help: found.help)
  }

  private func findUnlisted(_ written: [String?]) -> Unlisted {
    let listed = documents.indices.filter { documents[$0].described != nil }
    let asked = zip(written, Self.names).map { text, path in text.map { compared($0, path) } }
    let shown = VisibleText((written.first ?? nil) ?? "").text
    let sheet = BilingualText(zh: "“\(Section.community.title.zh)”表", en: "the sheet of communities")
    let message = BilingualText(zh: "\(sheet.zh)里没有“\(shown)”", en: "\(sheet.en) does not have `\(shown)`")
    for (position, path) in Self.names.enumerated() {
      // Those that differ in this name alone; a district that is not written differs from none.
      let others = listed.filter { index in
        Self.names.indices.allSatisfy { other in
          let recorded = documents[index].form[Self.names[other]]?.text.map { compared($0, Self.names[other]) }
          if other == position { return recorded != asked[other] }
          return recorded == asked[other] || other == 2 && (recorded == nil || asked[other] == nil)
        }
      }
      let recorded = others.map { documents[$0].form[path]?.text ?? "" }
      let keys = recorded.map { compared($0, path) }
      let nearest = asked[position].flatMap { Spelling.nearest(to: $0, among: keys) }
      guard let first = recorded.first, nearest != nil || position > 0 else { continue }
      let meant = others.indices.filter { nearest == nil || keys[$0] == nearest }
      let name = VisibleText(meant.first.map { recorded[$0] } ?? first).text
      let label = (SheetColumn.columns(of: .community).first { $0.path == path })?.label ?? sheet
      let inOther =
        asked[position] == nil
        ? BilingualText(zh: "“\(shown)”没有写\(label.zh)", en: "`\(shown)` stands here without a \(label.en)")
        : BilingualText(
          zh: "\(sheet.zh)里，这个\(label.zh)没有“\(shown)”",
          en: "\(sheet.en) does not have `\(shown)` in this \(label.en)")
      return Unlisted(
        path: path, message: position == 0 ? message : inOther,
        help: nearest != nil
          ? BilingualText(zh: "是否想写“\(name)”？", en: "did you mean `\(name)`?")
          : BilingualText(
            zh: "\(sheet.zh)里的“\(shown)”，\(label.zh)是“\(name)”；改成一致",
            en: "there `\(shown)` has the \(label.en) `\(name)`; make them agree"),
        meant: meant.map { others[$0] })
    }
    return Unlisted(
      path: [.community, .name], message: message,
      help: BilingualText(zh: "改正名称，或者在\(sheet.zh)里加上这个社区", en: "correct the name, or add the community there"))
  }

  /// A name without its ending, as names are compared.
  private func compared(_ name: String, _ path: [InventoryKey]) -> String {
    let endings = words.shortNames
    return switch path {
    case [.community, .district]: ShortNames.short(ComparedText.of(name), endings.district)
    case [.community, .street]: ShortNames.short(ComparedText.of(name), endings.street)
    default: ShortNames.short(ComparedText.of(name), endings.community)
    }
  }
}

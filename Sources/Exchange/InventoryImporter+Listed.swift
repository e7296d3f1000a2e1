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

  /// Says that the sheet of communities does not have the one that a row names. The one that was probably meant is not
  /// to be written either: something of it is missing.
  ///
  /// - Parameters:
  ///   - identity: what the row says of whose it is.
  ///   - row: the row.
  ///   - written: the text that the row has for each of `names`; nil where it has none.
  mutating func refuseUnlisted(_ identity: Identity, _ row: CellPlace, written: [String?]) {
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
      let nearest = asked[position].flatMap { asked in
        Spelling.nearest(to: asked, among: recorded.map { compared($0, path) })
      }
      guard let first = recorded.first, nearest != nil || position > 0 else { continue }
      let meant = others.filter { nearest == nil || compared(documents[$0].form[path]?.text ?? "", path) == nearest }
      for index in meant { documents[index].hasErrors = true }
      let name = VisibleText(meant.first.flatMap { documents[$0].form[path]?.text } ?? first).text
      let place = identity[path]?.place ?? identity[[.community, .name]]?.place ?? row
      let label = (SheetColumn.columns(of: .community).first { $0.path == path })?.label ?? sheet
      let problem =
        position == 0
        ? message
        : asked[position] == nil
          ? BilingualText(zh: "“\(shown)”没有写\(label.zh)", en: "`\(shown)` stands here without a \(label.en)")
          : BilingualText(
            zh: "\(sheet.zh)里，这个\(label.zh)没有“\(shown)”",
            en: "\(sheet.en) does not have `\(shown)` in this \(label.en)")
      error(
        place.text, zh: problem.zh, en: problem.en,
        help: nearest != nil
          ? BilingualText(zh: "是否想写“\(name)”？", en: "did you mean `\(name)`?")
          : BilingualText(
            zh: "\(sheet.zh)里的“\(shown)”，\(label.zh)是“\(name)”；改成一致",
            en: "there `\(shown)` has the \(label.en) `\(name)`; make them agree"))
      return
    }
    error(
      (identity[[.community, .name]]?.place ?? row).text, zh: message.zh, en: message.en,
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

internal import Diagnostics
internal import Inventory
internal import Spreadsheets

/// Whose row it is.
extension InventoryImporter {
  /// A row of the sheet of communities.
  mutating func describe(
    _ identity: [[InventoryKey]: (value: SheetGrid.Value, place: CellPlace)],
    _ values: [(column: SheetColumn, value: SheetGrid.Value, place: CellPlace)], _ place: CellPlace,
    _ last: inout [[InventoryKey]: (value: SheetGrid.Value, place: CellPlace)]
  ) {
    var filled = identity
    // District and street stand for the rows below; the rest is the community's own.
    for path in [[InventoryKey.community, .district], [.community, .street]] where filled[path] == nil {
      filled[path] = last[path]
    }
    last = filled
    if filled[[.community, .name]] == nil {
      error(place.text, zh: "没有写社区", en: "the row names no community", help: nil)
      return
    }
    guard let index = document(of: filled, place, isDescription: true) else { return }
    if let other = documents[index].described {
      documents[index].hasErrors = true
      error(
        place.text, zh: "社区重复，先前在 \(other.text.zh)", en: "the community stands here twice, first in \(other.text.en)",
        help: BilingualText(zh: "一个社区有两处场所时，用“场所名称”区分", en: "two sites of a community are told apart by facility_name"))
      return
    }
    documents[index].described = place
    for (column, value, place) in values {
      if let content = content(value, column, place, index) {
        documents[index].form.set(column.path, FormValue(content, origin: place))
      }
    }
  }

  /// The document of the community that a row names, a new one where there is none; nil where it could be several.
  mutating func document(
    of identity: [[InventoryKey]: (value: SheetGrid.Value, place: CellPlace)], _ place: CellPlace,
    isDescription: Bool = false
  ) -> Int? {
    func name(_ path: [InventoryKey]) -> String? {
      guard let found = identity[path], case .text(let text) = found.value, !isNoSite(path, found.value),
        let column = SheetColumn.columns(of: .community).first(where: { $0.path == path })
      else { return nil }
      return CellText.quoted(text, column) ?? CellReader.trimmed(text)
    }
    let endings = words.shortNames
    func key(_ path: [InventoryKey], _ endings: [ShortNames.Ending]) -> String? {
      name(path).map { ShortNames.short(ComparedText.of($0), endings) }
    }
    let district = key([.community, .district], endings.district)
    let site = name([.facility, .name]).map { ComparedText.of($0) }
    let names = [
      key([.community, .street], endings.street) ?? "", key([.community, .name], endings.community) ?? "",
    ]
    let known = byName[names] ?? []
    var candidates = known.filter { index in
      district == nil || documents[index].district == nil || districtKey(index) == district
    }
    let isUnlisted =
      mustBeListed && name([.community, .name]) != nil && !candidates.contains { documents[$0].described != nil }
    if isUnlisted {
      let written = InventoryImporter.names.map(name)
      refuseUnlisted(identity, place, written: written)
    }
    if let site {
      candidates = candidates.filter { documents[$0].site == site || (!isDescription && documents[$0].site == nil) }
      let exact = candidates.filter { documents[$0].site == site }
      if !exact.isEmpty { candidates = exact }
    } else if isDescription || candidates.count > 1 {
      candidates = candidates.filter { documents[$0].site == nil }
      if candidates.isEmpty, !known.isEmpty, !isDescription {
        error(
          place.text, zh: "这个社区有几处场所，没有写是哪一处", en: "the community has several sites; the row does not say which",
          help: BilingualText(zh: "填上“场所名称”", en: "fill in facility_name"))
        return nil
      }
    }
    if candidates.count > 1 {
      error(
        place.text, zh: "几个区都有这个社区，没有写是哪个区", en: "several districts have this community; the row does not say which",
        help: BilingualText(zh: "填上“区”", en: "fill in the district"))
      return nil
    }
    let index: Int
    if let found = candidates.first {
      index = found
    } else {
      index = documents.count
      documents.append(Document())
      documents[index].site = site
      byName[names, default: []].append(index)
    }
    // A sheet that is hidden may be one that is not meant to count.
    if isUnlisted || isHidden { documents[index].hasErrors = true }
    if documents[index].district == nil { documents[index].district = name([.community, .district]) }
    for path in InventoryImporter.order where path != [.id] {
      guard let found = identity[path], !isNoSite(path, found.value),
        let column = SheetColumn.columns(of: .community).first(where: { $0.path == path }),
        let content = content(found.value, column, found.place, index)
      else { continue }
      let value = FormValue(content, origin: found.place)
      guard let recorded = documents[index].form[path] else {
        documents[index].form.set(path, value)
        continue
      }
      if path == [.community, .code], recorded != value, let first = recorded.origin {
        documents[index].hasErrors = true
        error(
          found.place.text, zh: "同一社区的代码和 \(first.text.zh) 不一样", en: "the code differs from that in \(first.text.en)",
          help: nil)
      }
    }
    return index
  }

  func districtKey(_ index: Int) -> String? {
    documents[index].district.map { ShortNames.short(ComparedText.of($0), words.shortNames.district) }
  }

  /// Whether a row says that it belongs to the community's inventory without a site: 无 in the column of sites.
  func isNoSite(_ path: [InventoryKey], _ value: SheetGrid.Value) -> Bool {
    guard path == [.facility, .name], case .text(let text) = value else { return false }
    return FixedWords.nobody.find(CellReader.trimmed(text)) != nil
  }
}

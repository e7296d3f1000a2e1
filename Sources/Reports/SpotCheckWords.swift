internal import Audit
internal import Diagnostics
internal import Inventory
internal import SpotCheck

/// The words of sheets and comparisons that several pages share.
struct SpotCheckWords: Sendable {
  let words: ReportWords

  var language: Language { words.language }

  init(_ language: Language) { words = ReportWords(language: language) }

  func callAsFunction(_ zh: String, _ en: String) -> String { words(zh, en) }

  /// A part of the way.
  func place(_ place: Stop.Place) -> String {
    switch place {
    case .door: self("大门", "At the door")
    case .front: self("外墙、院墙", "Front and yard")
    case .hall: self("大厅", "Hall")
    case .floor(let name?): self("\(name)层：楼层入口、楼梯间、走廊", "Floor \(name): entrance, stairs, corridor")
    case .floor(nil): self("楼层没有登记的地方", "Floor not recorded")
    case .room(let number): room(number)
    case .unknown: self("位置没有登记的标识牌", "Place not recorded")
    }
  }

  /// What a look is about; nil of the community as a whole.
  func about(_ about: Sheet.About) -> String? {
    switch about {
    case .community: nil
    case .place(let place): self.place(place)
    case .sign(let sign): "\(sign.id) \(wording(sign))"
    }
  }

  /// A room by its number: 101室; what is no bare number stays as it is written.
  func room(_ number: String) -> String {
    let isBare = number.unicodeScalars.last.map { $0.isASCII || (0xFF10...0xFF19).contains($0.value) } ?? true
    return isBare ? self("\(number)室", "Room \(number)") : self(number, "Room \(number)")
  }

  /// A room in one line: number, functions and floor.
  func brief(_ room: DeclaredRoom) -> String {
    let particulars = particulars(room)
    return self.room(room.number) + (particulars.isEmpty ? "" : self("，", ", ") + particulars)
  }

  /// What is recorded of a room besides its number: functions and floor.
  func particulars(_ room: DeclaredRoom) -> String {
    var parts: [String] = []
    if let functions = room.functions {
      parts.append(functions.isEmpty ? self("没有功能", "no functions") : functions.joined(separator: self("、", ", ")))
    }
    if let floor = room.floor { parts.append("\(label(.floor)) \(floor)") }
    return parts.joined(separator: self("，", ", "))
  }

  /// A field's name.
  func label(_ key: InventoryKey) -> String {
    language == .zh ? key.label.zh : key.word.canonical.replacing("_", with: " ")
  }

  /// A value as people read it.
  func value(_ value: FieldValue?) -> String {
    guard let value else { return self("没有登记", "not recorded") }
    return value.canonical.isEmpty ? self("没有文字", "no words") : value.label[language]
  }

  /// District, street and community.
  func name(_ district: String, _ street: String, _ name: String, _ facility: String?) -> String {
    let community = facility.map { self("\(name)（\($0)）", "\(name) (\($0))") } ?? name
    return self("\(district)\(street)\(community)", "\(district) \(street) \(community)")
  }

  /// What a sign says, in quotes.
  func wording(_ sign: DeclaredSign) -> String {
    switch sign.text {
    case nil: self("文字没有登记", "words not recorded")
    case "": self("没有文字", "no words")
    case let text?: "“\(text)”"
    }
  }

  /// What is recorded of a sign besides its words: kind, place, looks, who required it.
  func particulars(_ sign: DeclaredSign) -> String {
    let keys: [InventoryKey] = [
      .kind, .place, .orientation, .mounting, .background, .lettering, .prominent, .order, .width, .height, .material,
    ]
    var parts = keys.compactMap { key in sign.values[key].map { "\(label(key)) \(value($0))" } }
    if let departments = sign.demandedBy {
      let names = departments.isEmpty ? self("无", "nobody") : departments.joined(separator: self("、", ", "))
      parts.append("\(label(.demandedBy)) \(names)")
    }
    return parts.joined(separator: self("；", "; "))
  }

  /// An entry of a board.
  func entry(_ entry: DeclaredEntry) -> String {
    [InventoryKey.function, .room, .area].compactMap { entry.values[$0].map { value($0) } }.joined(separator: " ")
  }

  /// That a sign is declared as taken down, and since when.
  func removed(_ sign: DeclaredSign) -> String {
    guard let since = sign.values[.since] else {
      return self("登记为已拆除，看是否确实拆了", "Declared as taken down: see whether it is gone")
    }
    return self(
      "登记为 \(since.canonical) 拆除，看是否确实拆了", "Declared as taken down on \(since.canonical): see whether it is gone")
  }

  /// A sign in one line: id, words, kind and place, with the room or floor.
  func brief(_ sign: DeclaredSign) -> String {
    let inside = sign.room.map(room) ?? sign.floor.map { "\(label(.floor)) \($0)" }
    let parts = [sign.values[.kind].map(value), sign.values[.place].map(value), inside].compactMap(\.self)
    return "\(sign.id) \(wording(sign))" + parts.map { self("，", ", ") + $0 }.joined()
  }

  /// A difference: what, from what, to what.
  func difference(_ difference: FieldDifference) -> String {
    let name = label(difference.key)
    let (declared, observed) = (value(difference.declared), value(difference.observed))
    return self("\(name)：登记“\(declared)”，现场“\(observed)”", "\(name): declared “\(declared)”, there “\(observed)”")
  }
}

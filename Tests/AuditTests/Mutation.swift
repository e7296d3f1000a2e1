import Testing

/// A compliant inventory, changed, and every finding that the standard makes of the change.
///
/// What is expected was derived by hand from the standard's text and its reading in the rules, never from what the
/// program printed.
struct Mutation: Sendable, CustomTestStringConvertible {
  /// What is changed, in words.
  var name: String
  /// The changes, one after another.
  var edits: [Edit]
  /// All findings but passes, as `rule outcome sign subject`; what is null at the end is left out, before it it is `–`.
  var expected: [String]

  var testDescription: String { name }

  /// One change to the text.
  enum Edit: Sendable {
    /// In the line of a sign.
    case sign(String, String, String)
    /// In the line of a room.
    case room(String, String, String)
    /// In the whole text, where it stands once.
    case text(String, String)
    /// In the whole text, wherever it stands, but at least once.
    case everywhere(String, String)
    /// Takes out the line of a sign.
    case drop(String)
    /// Adds a sign at the end.
    case add(String)
  }

  /// A change that makes findings.
  static func breaks(_ name: String, _ edits: Edit..., finds: String...) -> Mutation {
    Mutation(name: name, edits: edits, expected: finds)
  }

  /// A change that the standard does not mind.
  static func keeps(_ name: String, _ edits: Edit...) -> Mutation {
    Mutation(name: name, edits: edits, expected: [])
  }

  /// A change that did not find what it changes: the table is wrong.
  struct Misfit: Error {
    var edit: Edit
  }

  /// The changed text of an inventory.
  func applied(to inventory: String) throws -> String {
    var lines = inventory.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    for edit in edits {
      func replace(in mark: String, _ old: String, _ new: String) throws {
        guard let index = lines.firstIndex(where: { $0.contains(mark) }), lines[index].ranges(of: old).count == 1
        else { throw Misfit(edit: edit) }
        lines[index] = lines[index].replacing(old, with: new)
      }
      switch edit {
      case .sign(let id, let old, let new): try replace(in: "{id: \(id),", old, new)
      case .room(let number, let old, let new): try replace(in: "{number: \"\(number)\",", old, new)
      case .text(let old, let new), .everywhere(let old, let new):
        let text = lines.joined(separator: "\n")
        let count = text.ranges(of: old).count
        if case .text = edit, count != 1 { throw Misfit(edit: edit) }
        guard count > 0 else { throw Misfit(edit: edit) }
        lines = text.replacing(old, with: new).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      case .drop(let id):
        guard let index = lines.firstIndex(where: { $0.contains("{id: \(id),") }) else { throw Misfit(edit: edit) }
        lines.remove(at: index)
      case .add(let sign): lines.append("  - {\(sign)}")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A community with nothing to find: W are the signs outside, N those inside. Two floors, four rooms, of which 202
  /// serves nothing.
  static let compliant = """
    community: {district: 临江区, street: 江畔街道, name: 柳荫社区, code: "990001001001", party_organization: committee}
    survey: {date: 2026-05-12, viewpoint: facing-entrance}
    facility:
      floors: ["1", "2"]
      rooms:
        - {number: "101", floor: "1", functions: [便民服务站, 退役军人服务站]}
        - {number: "102", floor: "1", functions: [居民议事厅]}
        - {number: "201", floor: "2", functions: [综合文化服务中心]}
        - {number: "202", floor: "2", functions: []}
    signs:
      - {id: W1, kind: service-center, text: 柳荫社区党员群众服务中心, place: above-entrance, orientation: horizontal, mounting: hung, background: white, lettering: red, prominent: true}
      - {id: W2, kind: party-organization, text: 中国共产党临江区江畔街道柳荫社区委员会, place: entrance-left, orientation: vertical, mounting: hung, background: white, lettering: red}
      - {id: W3, kind: residents-committee, text: 临江区江畔街道柳荫社区居民委员会, place: entrance-right, orientation: vertical, mounting: hung, background: white, lettering: black}
      - {id: W4, kind: supervision-committee, text: 临江区江畔街道柳荫社区居务监督委员会, place: entrance-right, orientation: vertical, mounting: hung, background: white, lettering: black}
      - {id: W5, kind: civilization-station, text: 新时代文明实践站, place: facade, mounting: mounted, prominent: true}
      - {id: W6, kind: notice-board, text: 居务公开栏, place: gate}
      - {id: N1, kind: index-board, place: hall, mounting: hung, entries: [{function: 便民服务站, room: "101"}, {function: 退役军人服务站, room: "101"}, {function: 居民议事厅, room: "102"}, {function: 综合文化服务中心, room: "201"}, {function: 老年书画社, area: 二楼东侧, special: true, approval: {document: 临办〔2026〕3号, date: 2026-03-01}}]}
      - {id: N2, kind: floor-map, place: floor-entrance, floor: "1", entries: [{room: "101"}, {room: "102"}]}
      - {id: N3, kind: floor-map, place: stairwell, floor: "2", entries: [{room: "201"}]}
      - {id: N4, kind: room-number, text: "101", place: room-door, room: "101"}
      - {id: N5, kind: room-number, text: 102室, place: room-door}
      - {id: N6, kind: room-number, text: "201", place: room-door, room: "201"}
      - {id: N7, kind: institution-board, text: 居民公约, place: handbook, demanded_by: none}
      - {id: N8, kind: award-plaque, text: 先进社区, place: display-case, mounting: standing, demanded_by: none}

    """
}

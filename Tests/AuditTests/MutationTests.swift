import Audit
import Standard
import TestSupport
import Testing

@Suite("A compliant inventory, changed")
struct MutationTests {
  @Test("is compliant as it is")
  func asItIs() {
    #expect(Trials.findings(Mutation.compliant) == [])
    #expect(Trials.audit(Mutation.compliant).map(\.report.status) == [.compliant])
  }

  static let tables: [Mutation] = [
    Mutation.serviceCenter, Mutation.partyOrganization, Mutation.committees, Mutation.knownFrame, Mutation.openFrame,
    Mutation.exterior, Mutation.boards, Mutation.entries, Mutation.floorMaps, Mutation.rooms, Mutation.walls,
    Mutation.negativeList, Mutation.record,
  ].flatMap { $0 }

  @Test("has exactly the findings that the standard makes of the change", arguments: tables)
  func mutated(_ mutation: Mutation) throws {
    let text = try mutation.applied(to: Mutation.compliant)
    #expect(Trials.findings(text).sorted() == mutation.expected.sorted())
  }

  @Test("breaks every rule in at least one of the changes")
  func everyRule() {
    let changes = Self.tables.map(\.expected) + (BatchMutationTests.listing + BatchMutationTests.waived).map(\.expected)
    let words = Set(changes.joined().flatMap { $0.split(separator: " ").map(String.init) })
    #expect(Trials.standard.rules.map(\.id).filter { !words.contains($0) } == [])
  }

  @Test("is changed in no two places that are told apart by nothing")
  func names() {
    #expect(Set(Self.tables.map(\.name)).count == Self.tables.count)
  }

  @Test("reads the same with CR LF, with a byte order mark and in UTF-16")
  func encodings() {
    let crlf = Mutation.compliant.replacing("\n", with: "\r\n")
    let utf16: [UInt8] = [0xFF, 0xFE] + Mutation.compliant.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [Array(crlf.utf8), [0xEF, 0xBB, 0xBF] + Array(Mutation.compliant.utf8), utf16] {
      #expect(Trials.audit(bytes).map(\.report.status) == [.compliant])
    }
  }

  @Test("gives the same findings every time")
  func deterministic() {
    let text = Mutation.compliant.replacing("lettering: black", with: "lettering: red")
    let once = Trials.audit(text).map(\.report.findings)
    #expect(once == Trials.audit(text).map(\.report.findings))
  }
}

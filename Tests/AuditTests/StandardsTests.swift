import Audit
import Diagnostics
import Foundation
import Inventory
import Standard
import TestSupport
import Testing

/// Every standard under `Rules`, read as the program reads it with `--rules`.
@Suite("The standards under Rules")
struct StandardsTests {
  /// A whole inventory beside this file.
  static func inventory(_ name: String) throws -> String {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Standards/\(name).yaml")
    return try String(contentsOf: file, encoding: .utf8)
  }

  @Test("are all there")
  func areAllThere() {
    #expect(RulesDirectory.names == ["fuzhou", "huangshigang", "ningxia", "town-organs"])
  }

  @Test("are read without a word, and prove themselves", arguments: RulesDirectory.names)
  func holds(_ name: String) throws {
    let (standard, diagnostics) = try RulesDirectory.load(name)
    #expect(diagnostics == [])
    let loaded = try #require(standard)
    #expect(ExampleRunner.run(loaded).map(\.message.zh) == [])
  }

  @Test("have the rules that report what others wait for, and the roster's", arguments: RulesDirectory.names)
  func isWhole(_ name: String) throws {
    let standard = try #require(try RulesDirectory.load(name).standard)
    func has(_ isWanted: (Check) -> Bool) -> Bool { standard.rules.contains { isWanted($0.check) } }
    #expect(has { if case .recorded(.place, _) = $0 { true } else { false } })
    #expect(has { if case .recognisedKind = $0 { true } else { false } })
    #expect(has { if case .listedInRoster = $0 { true } else { false } })
    #expect(has { if case .inventorySubmitted = $0 { true } else { false } })
    #expect(has { if case .inventoryUnique = $0 { true } else { false } })
  }

  @Test("find nothing in a compliant inventory", arguments: ["fuzhou", "ningxia", "town-organs"])
  func compliant(_ name: String) throws {
    let standard = try #require(try RulesDirectory.load(name).standard)
    let text = try Self.inventory("\(name).compliant")
    #expect(Trials.audit(text, standard: standard).map(\.report.status) == [.compliant])
    #expect(Trials.findings(text, standard: standard) == [])
  }

  static let failures: [(String, [String])] = [
    (
      "fuzhou",
      [
        "marks.cap fail",
        "plaques.cap fail",
        "mechanisms.cap fail",
        "signs.none-since-removal fail W8",
        "sign.kind-consistent fail N6",
      ]
    ),
    (
      "ningxia",
      [
        "committee.count fail",
        "plates.vertical fail W1",
        "plates.vertical undetermined W4",
        "plates.place fail W1",
        "china-community.count fail",
        "service-center.name fail W5",
        "guide-board.count fail",
        "exterior.approved fail W6",
        "regulations.off-wall fail N2",
        "awards.off-wall fail N3",
        "awards.off-wall undetermined N5",
        "sign.placed undetermined N4",
      ]
    ),
    (
      "town-organs",
      [
        "entrance-plate.vertical fail P2",
        "entrance-plate.size fail P1",
        "entrance-plate.size undetermined P3",
        "party-committee.colours fail P1",
        "other-organs.colours undetermined P3",
        "party-committee.name fail P1",
        "government.name fail P2",
        "party-committee.nearest fail P1",
        "entrance-plate.order fail P1",
        "office-plate.size fail P7",
        "office-plate.look fail P7",
        "section-plate.size fail N1",
        "entrance-plate.material fail P2",
        "entrance-plate.mounting fail P2",
      ]
    ),
  ]

  @Test("find exactly what is wrong in a failing inventory", arguments: StandardsTests.failures)
  func failing(_ name: String, _ expected: [String]) throws {
    let standard = try #require(try RulesDirectory.load(name).standard)
    #expect(Trials.findings(try Self.inventory("\(name).failing"), standard: standard) == expected)
  }

  @Test("explain a long name where a short one must be contained")
  func nearMiss() throws {
    let standard = try #require(try RulesDirectory.load("ningxia").standard)
    let findings = Trials.audit(try Self.inventory("ningxia.failing"), standard: standard).flatMap(\.report.findings)
    let wording = try #require(findings.first { standard.rules[$0.rule].id == "service-center.name" })
    #expect(wording.message.hasSuffix("：用了全称：“党员群众服务中心”应为“党群服务中心”"))
  }
}

import Inventory
package import Standard
import YAMLTree

/// What a standard itself says that an inventory could say: the texts, numbers and functions that its rules speak of,
/// and the signs, rooms and communities of its examples.
package struct Harvest: Sendable {
  /// Wordings and parts of wordings that rules ask for or about, with the community's names in their placeholders.
  package private(set) var texts: [String] = []
  /// The functions of the vocabulary, the listed ones first.
  package private(set) var functions: [String] = []
  /// The inventories of all examples: the rule, the outcome that is expected, the draft.
  package private(set) var examples: [Case] = []

  /// One inventory of an example.
  package struct Case: Sendable {
    /// The rule's index.
    package var rule: Int
    /// Whether the rule is kept in it.
    package var passes: Bool
    /// The inventory.
    package var draft: Draft
  }

  /// Reads a standard for a community's names.
  package init(_ standard: Standard, community: DraftFields) {
    let names = Names(standard, community)
    var seen: Set<String> = []
    func add(_ text: String) {
      for filled in names.fill(text) where seen.insert(filled).inserted { texts.append(filled) }
    }
    for (index, rule) in standard.rules.enumerated() {
      for key in ["check", "when"] {
        for leaf in standard.written(rule, key)?.leaves ?? [] where leaf.text.unicodeScalars.contains(where: Self.isHan)
        {
          add(leaf.text)
        }
      }
      for example in rule.examples {
        let tree = standard.files[example.file].tree
        let passes =
          switch example.expectation {
          case .worst(let word): word == "pass"
          case .findings(let findings): findings.isEmpty
          }
        for node in example.inventories {
          examples.append(Case(rule: index, passes: passes, draft: Draft(tree, node)))
        }
      }
    }
    for miss in standard.vocabulary.nearMisses { add(miss.written) }
    functions = standard.vocabulary.listedFunctions + standard.vocabulary.furtherFunctions
  }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x3400...0x9FFF).contains(scalar.value) }

  /// The names that placeholders of wordings stand for.
  private struct Names {
    var values: [String: [String]]

    init(_ standard: Standard, _ community: DraftFields) {
      let endings = standard.vocabulary.words.shortNames
      func short(_ key: InventoryKey, _ endings: [ShortNames.Ending]) -> [String] {
        [ShortNames.short(community.text(key) ?? "", endings)]
      }
      let form = community.text(.partyOrganization).flatMap { standard.vocabulary.words.partyOrganizations.find($0) }
      values = [
        "district": short(.district, endings.district), "street": short(.street, endings.street),
        "community": short(.name, endings.community),
        "party_organization": form.map { [standard.vocabulary.partyWordings[Int($0)]] }
          ?? standard.vocabulary.partyWordings,
      ]
    }

    /// A text with its placeholders filled, once for every way to fill them.
    func fill(_ text: String) -> [String] {
      TextTemplate.cut(text).reduce([""]) { texts, segment in
        switch segment {
        case .words(let words): texts.map { $0 + words }
        case .slot(let name): (values[name] ?? []).flatMap { value in texts.map { $0 + value } }
        }
      }
    }
  }
}

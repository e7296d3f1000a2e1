import Diagnostics
import Inventory
import Standard
import TestSupport
import YAMLTree

/// Reading texts as inventories, rosters and waivers, with the words of the embedded standard.
enum Read {
  static let words = Trials.standard.vocabulary.words

  /// A community, so that the rest can be tried alone.
  static let head = "community: {district: 临江区, street: 江畔街道, name: 柳荫社区}\n"

  /// The first document of a text as an inventory; what was said, as `line:column message`.
  static func inventory(_ text: String) -> (inventory: Inventory, said: [String]) {
    let read = diagnosed(text)
    return (read.inventory, read.diagnostics.map(line))
  }

  static func diagnosed(_ text: String) -> (inventory: Inventory, diagnostics: [Diagnostic]) {
    var inventory = Inventory()
    let diagnostics = tree(text) { tree, problems in
      inventory.tree = tree
      inventory.read(root: tree.root, words: words, &problems)
    }
    return (inventory, diagnostics)
  }

  /// An inventory with one sign that has these fields besides its id.
  static func sign(_ fields: String) -> (sign: Sign, inventory: Inventory, said: [String]) {
    let read = inventory(head + "signs: [{id: A, \(fields)}]\n")
    return (read.inventory.signs.first ?? Sign(), read.inventory, read.said)
  }

  static func roster(_ text: String) -> (roster: Roster, said: [String]) {
    var roster = Roster()
    let said = tree(text) { roster.read($0, words: words, &$1) }
    return (roster, said.map(line))
  }

  static func waivers(_ text: String) -> (waivers: [Waiver], said: [String]) {
    var waivers: [Waiver] = []
    let said = tree(text) { waivers = Waiver.read($0, &$1) }
    return (waivers, said.map(line))
  }

  private static func tree(_ text: String, _ body: (YAMLTree, inout Problems) -> Void) -> [Diagnostic] {
    var problems = Problems(file: "f.yaml")
    guard
      let source = SourceText.decode(
        Array(text.utf8), file: "f.yaml", limits: .standard, diagnostics: &problems.diagnostics)
    else { return problems.diagnostics }
    var reader = YAMLDocumentReader(source, policy: .plain, limits: .standard)
    var tree = YAMLTree()
    if reader.next(into: &tree, diagnostics: &problems.diagnostics) == .document { body(tree, &problems) }
    return problems.diagnostics
  }

  static func line(_ diagnostic: Diagnostic) -> String {
    guard let start = diagnostic.location?.range.start else { return diagnostic.message.en }
    return "\(start.line):\(start.column) \(diagnostic.message.en)"
  }
}

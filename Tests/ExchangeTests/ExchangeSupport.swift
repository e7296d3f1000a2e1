import Diagnostics
import Exchange
import Foundation
import Inventory
import Spreadsheets
import Standard
import Testing
import YAMLTree

/// What the tests of this module share.
enum Support {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
  static let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Samples/inventories")

  static func words() throws -> InventoryWords {
    try #require(EmbeddedStandard.load().standard).vocabulary.words
  }

  static func fixture(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: fixtures.appending(path: name)))
  }

  /// The sheets of a fixture, xlsx or CSV.
  static func sheets(_ name: String, limits: SpreadsheetLimits = .standard) throws -> [SheetGrid] {
    let bytes = try fixture(name)
    if name.hasSuffix(".xlsx") { return try XLSXReader.read(bytes, limits: limits) }
    var diagnostics: [Diagnostic] = []
    let source = SourceText.decode(bytes, file: name, limits: .standard, diagnostics: &diagnostics)
    return [try CSVReader.read(try #require(source).bytes, limits: limits)]
  }

  /// What sheets come to: inventories as YAML, and everything that is said, in Chinese.
  struct Result {
    var forms: [FormValue] = []
    var yaml: [String] = []
    var said: [String] = []
    var errors: [String] = []
    /// The warnings, which are said without being asked for.
    var warnings: [Diagnostic] = []
    /// What to do about the errors.
    var helps: [String] = []
    /// Whether an inventory is not to be written, in the order of `forms`.
    var isRefused: [Bool] = []
  }

  static func imported(
    _ grids: [SheetGrid], file: String = "台账.xlsx", district: String? = "临江区", language: Language = .zh
  ) throws -> Result {
    let words = try words()
    var importer = InventoryImporter(words: words, district: district)
    importer.add(grids, file: file)
    var result = Result()
    var diagnostics: [Diagnostic] = []
    for inventory in importer.finish() {
      let yaml = InventoryYAML(inventory.form, words: words, language: language)
      diagnostics += ImportCheck.check(yaml, words: words)
      result.forms.append(inventory.form)
      result.isRefused.append(inventory.hasErrors)
      result.yaml.append(String(decoding: yaml.bytes, as: UTF8.self))
    }
    diagnostics = importer.diagnostics + diagnostics
    result.said = diagnostics.map(\.message.zh)
    result.errors = diagnostics.filter { $0.severity == .error }.map(\.message.zh)
    result.helps = diagnostics.filter { $0.severity == .error }.compactMap(\.help?.zh)
    result.warnings = diagnostics.filter { $0.severity == .warning }
    return result
  }

  /// A sheet of texts, `|` between cells; a row of nothing is left out.
  static func sheet(_ name: String?, _ rows: [String]) -> SheetGrid {
    var grid = SheetGrid(name: name)
    for (number, row) in rows.enumerated() {
      let cells = row.split(separator: "|", omittingEmptySubsequences: false).enumerated().compactMap { column, text in
        text.isEmpty ? nil : SheetGrid.Cell(column: column + 1, value: .text(String(text)))
      }
      if !cells.isEmpty { grid.rows.append(SheetGrid.Row(number: number + 1, cells: cells)) }
    }
    return grid
  }

  /// The inventories of a document, which must be readable.
  static func forms(_ bytes: [UInt8], file: String) throws -> [FormValue] {
    var problems = Problems(file: file)
    let source = try #require(
      SourceText.decode(bytes, file: file, limits: .standard, diagnostics: &problems.diagnostics))
    var reader = YAMLDocumentReader(source, policy: .plain, limits: .standard)
    var inventory = Inventory()
    var forms: [FormValue] = []
    while reader.next(into: &inventory.tree, diagnostics: &problems.diagnostics) == .document {
      inventory.read(root: inventory.tree.root, words: try words(), &problems)
      if problems.hasErrors { return [] }
      forms.append(FormReader.read(inventory.tree, words: try words()))
    }
    return forms
  }
}

import Audit
import Diagnostics
import Inventory
import Standard

/// Makes a compliant inventory out of a standard's passing examples, for a standard that declares none.
///
/// It climbs: a room or sign of an example, completed with what other examples record of its kind, is taken where it
/// leaves fewer findings, or as many and more rules are kept; then what is still open is put right value by value. Every
/// step is judged by the audit itself, and the order is fixed, so the same standard gives the same inventory.
struct CompliantSearch {
  private let standard: Standard
  private let harvest: Harvest
  private let mutator: Mutator
  private let trial: Trial
  private var draft: Draft
  private var now: Trial.Result
  /// How many inventories may be audited before the search gives up.
  private var budget = 60_000

  /// Searches.
  ///
  /// - Parameter directory: what stands before paths in diagnostics.
  static func run(
    _ standard: Standard, directory: String
  ) throws(CompliantInventory.Failure) -> CompliantInventory.Found {
    guard var search = CompliantSearch(standard) else {
      throw CompliantInventory.Failure(diagnostics: [notFound(standard, [], directory)])
    }
    search.climb()
    if !search.now.findings.isEmpty {
      throw CompliantInventory.Failure(diagnostics: [notFound(standard, search.now.findings, directory)])
    }
    return CompliantInventory.Found(
      draft: search.draft, origin: .derived(signs: search.draft.signs.count, rules: search.now.passCount))
  }

  private init?(_ standard: Standard) {
    self.standard = standard
    let community = Self.community(standard)
    harvest = Harvest(standard, community: community)
    mutator = Mutator(standard, harvest)
    trial = Trial(standard, community: community)
    let viewpoint = FixedWords.viewpoint[standard.leftMeans ?? 0].canonical
    draft = Draft(
      DraftFields([
        (.community, .fields(community)), (.survey, .fields(DraftFields([(.viewpoint, .text(viewpoint))]))),
        (.signs, .list([])),
      ]))
    guard let first = trial.run([draft]) else { return nil }
    now = first
  }

  /// The community of the examples; a made-up one where the standard gives none.
  private static func community(_ standard: Standard) -> DraftFields {
    let names = standard.exampleCommunity
    var community = DraftFields([
      (.district, .text(names?.district ?? "示例区")), (.street, .text(names?.street ?? "示例街道")),
      (.name, .text(names?.name ?? "示例社区")),
    ])
    let words = standard.vocabulary.words
    community[.type] = words.communityTypes.words.first.map { .text($0.canonical) }
    let form = names?.partyOrganization ?? words.partyOrganizations.words.first?.canonical
    community[.partyOrganization] = form.map { .text($0) }
    return community
  }

  private mutating func climb() {
    let rooms = roomAdditions()
    let signs = signAdditions()
    for _ in 0..<3 {
      let before = draft
      for room in rooms where draft.rooms?.contains(where: { $0.text(.number) == room.text(.number) }) != true {
        var next = draft
        next.rooms = (draft.rooms ?? []) + [room]
        take(next)
      }
      for sign in signs {
        var next = draft
        next.signs.append(named(sign))
        if !take(next), !now.findings.isEmpty { take(repaired: next) }
      }
      repair()
      if draft == before { break }
    }
  }

  private func named(_ sign: DraftFields) -> DraftFields {
    var sign = sign
    let used = Set(draft.signs.compactMap { $0.text(.id) })
    var number = draft.signs.count + 1
    while used.contains("S\(number)") { number += 1 }
    sign[.id] = .text("S\(number)")
    return sign
  }

  private mutating func audit(_ draft: Draft) -> Trial.Result? {
    guard budget > 0 else { return nil }
    budget -= 1
    return trial.run([draft])
  }

  /// Takes a step where it leaves less open, or as much and more rules are kept.
  @discardableResult
  private mutating func take(_ next: Draft) -> Bool {
    guard let result = audit(next),
      (result.findings.count, -result.passCount) < (now.findings.count, -now.passCount)
    else { return false }
    (draft, now) = (next, result)
    return true
  }

  /// Takes an added sign where one changed value makes it a step up.
  private mutating func take(repaired next: Draft) {
    guard let result = audit(next), result.findings.count <= now.findings.count + 1 else { return }
    for mutant in mutator.mutants(of: next, sign: next.signs.count - 1) where take(mutant.drafts[0]) { return }
  }

  /// Changes what is open, finding by finding, as long as that leaves less open.
  private mutating func repair() {
    var hasChanged = true
    while hasChanged, !now.findings.isEmpty, budget > 0 {
      hasChanged = false
      let ids = Set(now.findings.compactMap(\.sign))
      for index in draft.signs.indices where ids.contains(draft.signs[index].text(.id) ?? "") {
        for mutant in mutator.mutants(of: draft, sign: index) where take(mutant.drafts[0]) {
          hasChanged = true
          break
        }
        if hasChanged { break }
      }
      if hasChanged { continue }
      for mutant in mutator.roomMutants(of: draft) where take(mutant.drafts[0]) {
        hasChanged = true
        break
      }
      if hasChanged { continue }
      // Two values at once: a colour of the ground alone does not settle what ground and lettering are asked for.
      for index in draft.signs.indices where ids.contains(draft.signs[index].text(.id) ?? "") {
        if takePair(index) {
          hasChanged = true
          break
        }
      }
    }
  }

  private mutating func takePair(_ index: Int) -> Bool {
    let keys: [InventoryKey] = [.background, .lettering, .place, .orientation, .mounting, .prominent]
    for (position, key) in keys.enumerated() {
      for first in mutator.mutants(of: draft, sign: index, keys: [key]) {
        for second in mutator.mutants(of: first.drafts[0], sign: index, keys: Array(keys[(position + 1)...]))
        where take(second.drafts[0]) { return true }
      }
    }
    return false
  }

  /// The rooms of passing examples, each number once, those with functions first.
  private func roomAdditions() -> [DraftFields] {
    var rooms: [String: DraftFields] = [:]
    var order: [String] = []
    for example in harvest.examples where example.passes {
      for room in example.draft.rooms ?? [] {
        guard let number = room.text(.number), let functions = room[.functions]?.items, !functions.isEmpty else {
          continue
        }
        if rooms[number] == nil { order.append(number) }
        var merged = room
        for pair in rooms[number]?.pairs ?? [] { merged[pair.key] = pair.value }
        rooms[number] = merged
      }
    }
    return order.compactMap { number in
      guard var room = rooms[number] else { return nil }
      if room[.floor] == nil { room[.floor] = .text("1") }
      return room
    }
  }

  /// The signs of passing examples, each once, completed with what the passing examples record of their kind.
  private func signAdditions() -> [DraftFields] {
    var ofKind: [String: DraftFields] = [:]
    let passing = harvest.examples.filter(\.passes).flatMap(\.draft.signs)
      .filter { $0.text(.state) == nil }
    for sign in passing {
      guard let kind = sign.text(.kind) else { continue }
      var merged = ofKind[kind] ?? DraftFields()
      for pair in sign.pairs where merged[pair.key] == nil { merged[pair.key] = pair.value }
      ofKind[kind] = merged
    }
    var seen: Set<DraftFields> = []
    var signs: [DraftFields] = []
    for sign in passing {
      var completed = sign
      let others = sign.text(.kind).flatMap { ofKind[$0] } ?? DraftFields()
      for pair in others.pairs where completed[pair.key] == nil { completed[pair.key] = pair.value }
      completed[.id] = nil
      if seen.insert(completed).inserted { signs.append(completed) }
    }
    return signs
  }

  private static func notFound(_ standard: Standard, _ findings: [Finding], _ directory: String) -> Diagnostic {
    var seen: Set<Int> = []
    let open = findings.map(\.rule).filter { seen.insert($0).inserted }.map { standard.rules[$0].id }
    return Diagnostic(
      .error,
      BilingualText(
        zh: "从例子里拼不出一份合规的台账，这些规则总有不符合或待核实：\(open.joined(separator: "、"))",
        en: "no compliant inventory can be made from the examples; these rules stay broken or open: "
          + open.joined(separator: ", ")),
      help: BilingualText(
        zh: "写一份合规的台账放在标准的目录里，在 standard.yaml 里写 compliant: compliant.yaml",
        en: "write a compliant inventory beside the rules, and name it in standard.yaml: compliant: compliant.yaml"),
      at: SourceLocation(file: "\(directory)/standard.yaml", range: SourceRange(at: .start)))
  }
}

internal import Audit
internal import Diagnostics
internal import Markup

/// What was found in a street by clause and rule: the clause in its own words, and what is to be done where.
struct HTMLRules {
  let page: HTMLPage
  let street: StreetReport
  /// The rules that have findings, in the standard's order.
  let indexes: [Int]
  private let findings: [Int: [Entry]]

  /// A finding with its community.
  private struct Entry {
    var community: Int
    var finding: Finding
  }

  private var words: ReportWords { page.words }

  init(page: HTMLPage, street: StreetReport) {
    self.page = page
    self.street = street
    var findings: [Int: [Entry]] = [:]
    for (index, community) in street.communities.enumerated() {
      for finding in community.findings where finding.outcome != .pass {
        findings[finding.rule, default: []].append(Entry(community: index, finding: finding))
      }
    }
    self.findings = findings
    indexes = page.report.rules.indices.filter { findings[$0] != nil }
  }

  @MarkupBuilder func render() -> [Node] {
    let groups = groups()
    page.section(Anchor("rules"), words("按条款和规则", "By clause and rule")) {
      if groups.isEmpty { Element("p") { words("没有发现问题。", "Nothing was found.") } } else { work() }
      for (position, group) in groups.enumerated() {
        Element("section", [.word("class", "clause"), .reference("aria-labelledby", Anchor("k", position + 1))]) {
          Element("h3", [.id(Anchor("k", position + 1))]) {
            group.clause?.title[page.language] ?? words("未列条款", "No clause")
          }
          if let clause = group.clause {
            Element("blockquote", page.language == .en ? [.word("lang", "zh-Hans")] : []) {
              for paragraph in clause.text.split(separator: "\n") { Element("p") { String(paragraph) } }
            }
          }
          for rule in group.rules { self.rule(rule) }
        }
      }
    }
  }

  /// What there is to do by rule: how many matters in how many communities, in the standard's order.
  private func work() -> Element {
    let heads = [
      (words("按规则", "By rule"), false), (words("涉及社区（个）", "Communities"), true), (words("整改（项）", "To put right"), true),
      (words("待核实（项）", "To verify"), true),
    ]
    return page.table(words("要做的事，按规则", "What to do, by rule"), heads) {
      for index in indexes {
        let open = (findings[index] ?? []).filter { $0.finding.outcome != .waived }
        if !open.isEmpty {
          Element("tr") {
            Element("th", [.word("scope", "row")]) {
              Element("a", [.href(Anchor("r", index))]) { page.report.rules[index].title[page.language] }
            }
            page.number(Set(open.map(\.community)).count)
            page.number(open.count { $0.finding.outcome == .fail })
            page.number(open.count { $0.finding.outcome == .undetermined })
          }
        }
      }
    }
  }

  /// The rules with findings under the first clause that each cites, in the standard's order of clauses.
  private func groups() -> [(clause: ClauseSummary?, rules: [Int])] {
    let clauses = page.report.standard.clauses
    var rest = indexes
    var groups: [(clause: ClauseSummary?, rules: [Int])] = []
    for clause in clauses {
      let rules = rest.filter { page.report.rules[$0].clauses.first == clause.id }
      guard !rules.isEmpty else { continue }
      rest.removeAll { rules.contains($0) }
      groups.append((clause, rules))
    }
    if !rest.isEmpty { groups.append((nil, rest)) }
    return groups
  }

  private func rule(_ index: Int) -> Element {
    let rule = page.report.rules[index]
    return Element("div", [.word("class", "rule"), .id(Anchor("r", index))]) {
      Element("h4") { rule.title[page.language] }
      Element("p", [.word("class", "fine")]) {
        "\(words.modality(rule.modality)) · \(rule.id)"
        if rule.clauses.count > 1 {
          words("，另据 ", "; also ") + rule.clauses.dropFirst().joined(separator: words("、", ", "))
        }
      }
      Element("p", [.word("class", "rationale")]) { rule.rationale[page.language] }
      Element("ul", [.word("class", "list")]) {
        for entry in findings[index] ?? [] { item(entry, index) }
      }
    }
  }

  @MarkupBuilder private func item(_ entry: Entry, _ rule: Int) -> [Node] {
    if let kind = FindingKind(entry.finding) {
      Element(
        "li",
        [
          .number("data-rule", rule), .word("data-kind", kind.word),
          .word("data-state", street.communities[entry.community].status.attribute),
        ]
      ) {
        Element("a", [.href(Anchor("c", entry.community + 1))]) {
          page.outside(words.name(street.communities[entry.community]))
        }
        if let sign = entry.finding.sign {
          " "
          page.outside(sign)
        }
        words.colon
        if kind != .mustFix {
          Element("b", [.word("class", "kind")]) { kind.label(words) }
          " "
        }
        page.sentence(entry.finding.remedy.isEmpty ? entry.finding.message : entry.finding.remedy)
      }
    }
  }
}

extension ReportWords {
  /// How binding a rule is, by the word of its modality.
  func modality(_ word: String) -> String {
    switch word {
    case "must": self("必须", "prescribed")
    case "must-not": self("不得", "forbidden")
    case "in-principle": self("原则上", "in principle")
    case "encouraged": self("提倡", "encouraged")
    default: self("台账要求", "about the inventory")
    }
  }
}

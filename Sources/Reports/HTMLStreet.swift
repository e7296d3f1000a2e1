internal import Audit
internal import Diagnostics
internal import Markup
internal import Rectification

/// The page of one street: what was audited, what the street has to do, what was found by community and by rule, what is
/// to be verified, what is waived, and which departments required what fails.
struct HTMLStreet {
  let page: HTMLPage
  let street: StreetReport

  private var words: ReportWords { page.words }
  private var report: AuditReport { page.report }
  private var superior: Superior { Superior([street]) }

  /// The page.
  func render(_ drawing: (CommunityReport) -> Elevation?) -> [UInt8] {
    let title = words("社区标识牌核查报告", "Audit of community signs")
    let open = communities { $0.outcome == .undetermined }
    let waived = communities { $0.outcome == .waived }
    let departments = street.departments(of: report)
    let rules = HTMLRules(page: page, street: street)
    return page.document(title: "\(words.place(street)) \(title)", hasScript: true) {
      Element("header", [.word("class", "masthead")]) {
        Element("p", [.word("class", "crumb")]) {
          Element("a", [.href(PageName("index"))]) { words("汇总", "Summary") }
          " / "
          page.outside(street.district)
        }
        Element("h1") {
          page.outside(street.street)
          Element("span") { words("", " ") + title }
        }
      }
      Element("div", [.word("class", "columns")]) {
        contents(hasOpen: !open.isEmpty, hasWaived: !waived.isEmpty, hasDepartments: !departments.isEmpty)
        Element("main", [.id(Anchor("main"))]) {
          overview()
          page.section(Anchor("steps"), words("\(superior.zh)要做的事", "What the \(superior.en) has to do")) {
            page.steps(street.summary, [street])
            if !rules.indexes.isEmpty {
              Element("p", [.word("class", "fine")]) {
                words("逐项见“", "One by one under “")
                Element("a", [.href(Anchor("communities"))]) { words("各社区情况", "Community by community") }
                words("”和“", "” and “")
                Element("a", [.href(Anchor("rules"))]) { words("按条款和规则", "By clause and rule") }
                words("”。", "”.")
              }
            }
          }
          states()
          filter(rules)
          page.section(Anchor("communities"), words("各社区情况", "Community by community")) {
            for (index, community) in street.communities.enumerated() {
              HTMLCommunity(page: page, community: community, index: index).render(drawing(community))
            }
          }
          rules.render()
          if !open.isEmpty { verification(open) }
          if !waived.isEmpty { waivers(waived) }
          if !departments.isEmpty {
            page.section(Anchor("departments"), page.departmentsTitle) { page.departments(departments) }
          }
        }
      }
      page.footer()
    }
  }

  /// The communities that have such findings, with their indexes.
  private func communities(_ isWanted: (Finding) -> Bool) -> [(
    index: Int, community: CommunityReport, findings: [Finding]
  )] {
    street.communities.enumerated().compactMap { index, community in
      let findings = community.findings.filter(isWanted)
      return findings.isEmpty ? nil : (index, community, findings)
    }
  }

  private func contents(hasOpen: Bool, hasWaived: Bool, hasDepartments: Bool) -> Element {
    func link(_ anchor: Anchor, _ title: String) -> Element { Element("a", [.href(anchor)]) { title } }
    return Element("nav", [.label(.aria, words("目录", "Contents"))]) {
      Element("ul") {
        Element("li") { link(Anchor("overview"), words("本次核查", "This audit")) }
        Element("li") { link(Anchor("steps"), words("\(superior.zh)要做的事", "What to do")) }
        Element("li") { link(Anchor("states"), words("社区一览", "Communities")) }
        Element("li") {
          link(Anchor("communities"), words("各社区情况", "Community by community"))
          Element("ul", [.word("class", "deep")]) {
            for (index, community) in street.communities.enumerated() {
              Element("li") {
                Element("a", [.href(Anchor("c", index + 1))]) { page.outside(words.name(community)) }
              }
            }
          }
        }
        Element("li") { link(Anchor("rules"), words("按条款和规则", "By clause and rule")) }
        if hasOpen { Element("li") { link(Anchor("open"), words("待核实", "To be verified")) } }
        if hasWaived { Element("li") { link(Anchor("waivers"), words("豁免", "Waivers")) } }
        if hasDepartments { Element("li") { link(Anchor("departments"), words("要求设置的部门", "Departments")) } }
      }
    }
  }

  private func overview() -> Element {
    let dates = street.communities.compactMap(\.surveyedOn).sorted {
      Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
    }
    let surveyors = street.communities.compactMap(\.surveyedBy).reduce(into: [String]()) { list, name in
      if !list.contains(name) { list.append(name) }
    }
    let inventories = street.communities.count { $0.source != nil }
    return page.section(Anchor("overview"), words("本次核查", "This audit")) {
      Element("dl", [.word("class", "facts")]) {
        page.basis()
        page.fact(words("采集", "Surveyed")) {
          if let first = dates.first, let last = dates.last {
            page.sentence(first == last ? first : words("\(first) 至 \(last)", "\(first) to \(last)"))
          } else {
            words("日期未登记", "date unrecorded")
          }
          for name in surveyors.prefix(20) {
            words("，", ", ")
            page.outside(name)
          }
        }
        page.fact(words("台账", "Inventories")) {
          words(
            "\(inventories) 份，\(words.communities(street.summary.communities))",
            "\(words.count(inventories, "inventory", "inventories")), \(words.communities(street.summary.communities))")
        }
        page.fact(words("标识牌", "Signs")) { words.signs(street.summary.signs) }
      }
      page.counts(street.summary)
    }
  }

  /// The communities in roster order with their states.
  private func states() -> Element {
    let heads = [
      (words("社区", "Community"), false), (words("状态", "State"), false), (words("采集日期", "Surveyed on"), false),
      (words.word(.error), true), (words.word(.warning), true), (words.word(.advice), true),
      (words("待核实", "undetermined"), true), (words("已豁免", "waived"), true),
    ]
    return page.section(Anchor("states"), words("社区一览", "Communities")) {
      page.table(words("社区一览", "Communities"), heads) {
        for (index, community) in street.communities.enumerated() {
          let counts = Self.counts(community)
          Element("tr") {
            Element("th", [.word("scope", "row")]) {
              Element("a", [.href(Anchor("c", index + 1))]) { page.outside(words.name(community)) }
            }
            Element("td") { page.badge(community.status, words.word(community.status)) }
            Element("td", [.word("class", "date")]) { page.sentence(community.surveyedOn ?? "–") }
            for count in counts { page.number(count) }
          }
        }
      }
    }
  }

  /// Failures by severity, undetermined, waived.
  private static func counts(_ community: CommunityReport) -> [Int] {
    var summary = Summary()
    summary.add(community)
    return [summary.errors, summary.warnings, summary.advice, summary.undeterminedFindings, summary.waived]
  }

  /// The filters; hidden until the script shows them.
  private func filter(_ rules: HTMLRules) -> Element {
    Element(
      "form", [.id(Anchor("filter")), .word("class", "filter"), .label(.aria, words("筛选", "Filter")), .flag("hidden")]
    ) {
      selection(Anchor("by-rule"), words("规则", "Rule")) {
        for rule in rules.indexes {
          Element("option", [.number("value", rule)]) { report.rules[rule].title[page.language] }
        }
      }
      selection(Anchor("by-kind"), words("类别", "Kind")) {
        for kind in FindingKind.allCases { Element("option", [.word("value", kind.word)]) { kind.label(words) } }
      }
      selection(Anchor("by-state"), words("社区状态", "State")) {
        for status in CommunityStatus.allCases {
          Element("option", [.word("value", status.attribute)]) { words.word(status) }
        }
      }
      Element("p", [.word("class", "filter-end")]) {
        Element("output", [.word("for", "by-rule by-kind by-state")]) {
          Element("span", [.id(Anchor("shown"))]) { "" }
          words(" 项", " findings")
        }
        Element("button", [.word("type", "reset")]) { words("全部显示", "Show all") }
      }
    }
  }

  private func selection(_ anchor: Anchor, _ title: String, @MarkupBuilder _ options: () -> [Node]) -> Element {
    Element("p") {
      Element("label", [.reference("for", anchor)]) { title }
      Element("select", [.id(anchor)]) {
        Element("option", [.word("value", "")]) { words("全部", "all") }
        options()
      }
    }
  }

  private func verification(_ open: [(index: Int, community: CommunityReport, findings: [Finding])]) -> Element {
    page.section(Anchor("open"), words("待核实", "To be verified")) {
      Element("p", [.word("class", "lead")]) {
        words(
          "台账没有登记，还不能判断。到现场看清后补记到台账里，再核查一次。",
          "The inventory does not say. Look on site, record what is there, and audit again.")
      }
      for entry in open {
        Element("div", [.word("class", "group")]) {
          Element("h3") {
            Element("a", [.href(Anchor("c", entry.index + 1))]) { page.outside(words.name(entry.community)) }
          }
          Element("ul", [.word("class", "list boxes")]) {
            for finding in entry.findings { Element("li") { page.sentence(finding.message) } }
          }
        }
      }
    }
  }

  private func waivers(_ waived: [(index: Int, community: CommunityReport, findings: [Finding])]) -> Element {
    page.section(Anchor("waivers"), words("豁免", "Waivers")) {
      for entry in waived {
        for finding in entry.findings {
          Element("div", [.word("class", "group")]) {
            Element("h3") {
              Element("a", [.href(Anchor("c", entry.index + 1))]) { page.outside(words.name(entry.community)) }
            }
            Element("p") { page.sentence(finding.message) }
            if let waiver = finding.waiver {
              Element("dl", [.word("class", "facts tight")]) {
                page.fact(words("理由", "Reason")) { page.outside(waiver.reason) }
                page.fact(words("批准人", "Approved by")) { page.outside(waiver.approvedBy) }
                page.fact(words("文号", "Document")) { page.outside(waiver.document) }
                page.fact(words("有效期至", "Until")) { page.sentence(waiver.expires) }
              }
            }
          }
        }
      }
    }
  }
}

import Diagnostics
import Markup
package import Rectification
import Standard

/// The plan as one self-contained page: street by street and community by community, printable on A4.
package enum PlanHTML {
  /// The page in UTF-8.
  package static func render(_ plan: Plan) -> [UInt8] {
    let page = PlanPage(plan: plan)
    let words = page.words
    return PageFrame.document(language: plan.language, title: words.title, styles: [HTMLStyle.code, PlanStyle.code]) {
      Element("header", [.word("class", "masthead")]) {
        Element("h1") { words.title }
        Element("dl", [.word("class", "facts tight")]) {
          page.fact(words("依据", "Standard"), words.standard(plan))
          page.fact(words("核查日期", "As of"), plan.asOf)
          page.fact(words("整改时限", "Due"), plan.due ?? words.none)
          page.fact(
            words("内容", "Content"),
            words.counts(plan.items.count, plan.streets.flatMap(\.communities).reduce(0) { $0 + $1.checks.count }))
        }
      }
      Element("main", [.id(Anchor("main")), .word("class", "single")]) {
        for note in words.notes(plan) { Element("p", [.word("class", "lead")]) { page.sentence(note) } }
        for (index, street) in plan.streets.enumerated() { page.street(street, index + 1) }
      }
      Element("footer") { Element("p") { words.foot(plan) } }
    }
  }
}

/// What the plan's page and the notices have in common.
struct PlanPage {
  let plan: Plan

  var words: PlanWords { PlanWords(language: plan.language) }

  /// A fact of a list of facts.
  @MarkupBuilder func fact(_ name: String, _ value: String) -> [Node] {
    Element("div") {
      Element("dt") { name }
      Element("dd") { sentence(value) }
    }
  }

  /// Text that may hold words from inventories.
  func sentence(_ text: String) -> Element { Element("bdi") { text } }

  /// A street with its communities and the sign maker's list.
  func street(_ street: StreetPlan, _ number: Int) -> Element {
    let heading = Anchor("street", number)
    return Element("section", [.reference("aria-labelledby", heading)]) {
      Element("h2", [.id(heading)]) { sentence(words.place(street)) }
      for (index, community) in street.communities.enumerated() {
        Element("article", [.word("class", "community")]) {
          Element("h3") { sentence(words.name(community)) }
          Element("p", [.word("class", "fine")]) { words.counts(community.items.count, community.checks.count) }
          if !community.items.isEmpty { items(street.communities, index, of: street) }
          if !community.checks.isEmpty { checks(community) }
        }
      }
      if !street.materials.isEmpty {
        Element("h3", [.word("class", "after")]) { words.materialsTitle }
        materials(street.materials, of: street)
      }
    }
  }

  /// What a table of one community is called: unlike any other of the page, also where a community stands there twice.
  private func label(
    _ title: String, _ communities: [CommunityPlan], _ index: Int, of street: StreetPlan
  ) -> String {
    let name = words.name(communities[index])
    let earlier = communities[..<index].count { words.name($0) == name }
    let whole = words("\(words.place(street))\(name)\(title)", "\(title), \(name), \(words.place(street))")
    return earlier == 0 ? whole : words("\(whole)（之\(earlier + 1)）", "\(whole) (\(earlier + 1))")
  }

  /// The work of one of the communities of a page, a row each.
  func items(_ communities: [CommunityPlan], _ index: Int, of street: StreetPlan) -> Element {
    table(
      "items", label(words.itemsTitle, communities, index, of: street),
      [
        words("编号", "Id"), words("处理意见", "Opinion"), words("整改措施", "Steps"), words("对象", "What"),
        words("存在问题", "Problem"), words("怎么做", "How"), words("时限", "Due"),
      ]
    ) {
      for item in communities[index].items {
        Element("tr") {
          Element("th", [.word("scope", "row"), .word("class", "id")]) { item.id }
          Element("td", [.word("class", "short")]) { item.opinion[plan.language] }
          Element("td", [.word("class", "steps-cell")]) { words.steps(item) }
          Element("td") {
            sentence(words.about(item))
            if let setting = item.sign.flatMap(words.setting) {
              Element("span", [.word("class", "fine block")]) { sentence(setting) }
            }
            if !item.demandedBy.isEmpty {
              Element("span", [.word("class", "fine block")]) {
                words("要求部门", "Required by") + words.colon
                sentence(item.demandedBy.joined(separator: words.comma))
              }
            }
          }
          Element("td") { for problem in item.problems { Element("p") { sentence(problem) } } }
          Element("td") {
            for measure in item.measures { Element("p") { sentence(measure) } }
            if let specification = item.specification {
              Element("p", [.word("class", "exact")]) {
                words("应为", "To be") + words.colon
                sentence(words.specification(specification))
              }
            }
          }
          Element("td", [.word("class", "date")]) { item.due ?? words.none }
        }
      }
    }
  }

  /// What is to be verified, with a box to tick.
  @MarkupBuilder func checks(_ community: CommunityPlan) -> [Node] {
    Element("h4") { words.checksTitle }
    Element("ul", [.word("class", "boxes list")]) {
      for check in community.checks {
        Element("li") {
          sentence(check.question)
          Element("span", [.word("class", "fine block")]) { sentence(check.measure) }
        }
      }
    }
  }

  /// The sign maker's list.
  func materials(_ materials: [Material], of street: StreetPlan) -> Element {
    table(
      "materials",
      words("\(words.place(street))\(words.materialsTitle)", "\(words.materialsTitle), \(words.place(street))"),
      [
        words("编号", "Id"), words("社区", "Community"), words("类别", "Kind"), words("文字", "Wording"),
        words("样式", "Make"), words("挂在", "Place"), words("数量", "Pieces"), words("新制或更换", "New or replaced"),
      ]
    ) {
      for material in materials {
        let specification = material.specification
        Element("tr") {
          Element("th", [.word("scope", "row"), .word("class", "id")]) { material.item }
          Element("td") { sentence(material.community) }
          Element("td") { specification.kind }
          Element("td", [.word("class", "exact")]) { sentence(words.wordings(specification) ?? "—") }
          Element("td") { words.attributes(specification) ?? "—" }
          Element("td") { specification.place ?? "—" }
          Element("td", [.word("class", "number")]) { "1" }
          Element("td", [.word("class", "short")]) {
            material.replaces ? words("更换", "replace") : words("新制", "new")
          }
        }
      }
    }
  }

  private func table(
    _ kind: StaticString, _ name: String, _ heads: [String], @MarkupBuilder _ rows: () -> [Node]
  ) -> Element {
    Element.scroller(name) {
      Element("table", [.classes(["work", kind])]) {
        Element("thead") {
          Element("tr") { for head in heads { Element("th", [.word("scope", "col")]) { head } } }
        }
        Element("tbody", [], rows)
      }
    }
  }
}

/// What the plan's page needs besides the style of all pages.
enum PlanStyle {
  static let code = EmbeddedCode(
    """
    .id{font-family:ui-monospace,"DejaVu Sans Mono",Consolas,monospace;font-size:.85rem;white-space:nowrap}
    .short{white-space:nowrap}
    .steps-cell{font-weight:700;min-width:6em}
    .block{display:block}
    .work td{vertical-align:top}
    @media (min-width:60rem){.items{table-layout:fixed}
    .items th:nth-child(1){width:7.5em}.items th:nth-child(2){width:4.6em}.items th:nth-child(3){width:7em}.items th:nth-child(4){width:19%}.items th:nth-child(7){width:6.4em}}
    .work th{vertical-align:top}
    .work td p+p{margin-top:.3rem}
    .work td{min-width:4.5em}
    .exact{font-family:var(--song);font-weight:700}
    .community h4{margin-top:1rem}
    h3.after{margin:2rem 0 .6rem}
    @media print{
    @page{size:A4;margin:16mm 14mm}
    .work{font-size:8pt}
    .items,.materials{table-layout:fixed}
    .items th:nth-child(1){width:14%}.items th:nth-child(2){width:7%}.items th:nth-child(3){width:10%}.items th:nth-child(4){width:17%}.items th:nth-child(7){width:11%}
    .materials th:nth-child(1){width:14%}.materials th:nth-child(4){width:26%}.materials th:nth-child(7){width:6%}.materials th:nth-child(8){width:9%}
    .work .id{font-size:7pt}
    .work td,.work th{padding-right:.5rem;white-space:normal}
    .work .id,.work .date{white-space:nowrap}
    article{break-inside:auto}
    }

    """)
}

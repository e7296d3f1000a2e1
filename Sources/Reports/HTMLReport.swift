package import Audit
internal import Diagnostics
internal import Markup
package import Rectification

/// The report as HTML pages: an index of the district and a page per street, which is who puts things right. They need no
/// network, and no script to be read; they may be printed.
package enum HTMLReport {
  /// The files: `index.html`, then `street-01.html` and so on in the order of the streets; UTF-8. Names are numbers, for
  /// a street may be called anything.
  ///
  /// - Parameters:
  ///   - norm: the elevation that the standard wants, for the index; nil where it declares none.
  ///   - drawing: the elevation of a community; nil where there is none.
  package static func render(
    _ report: AuditReport, norm: Elevation?, drawing: (CommunityReport) -> Elevation?
  ) -> [(name: String, bytes: [UInt8])] {
    let page = HTMLPage(report: report, words: ReportWords(language: report.language))
    let names = report.streets.indices.map { PageName("street", $0 + 1) }
    var files = [(name: PageName("index").text, bytes: index(page, names, norm))]
    for (name, street) in zip(names, report.streets) {
      files.append((name.text, HTMLStreet(page: page, street: street).render(drawing)))
    }
    return files
  }

  private static func index(_ page: HTMLPage, _ names: [PageName], _ norm: Elevation?) -> [UInt8] {
    let (report, words) = (page.report, page.words)
    let title = words("社区标识牌核查汇总", "Audit of community signs")
    let districts = report.streets.map(\.district).reduce(into: [String]()) { list, district in
      if !list.contains(district) { list.append(district) }
    }
    return page.document(title: title, hasScript: false) {
      Element("header", [.word("class", "masthead")]) {
        Element("p", [.word("class", "crumb")]) {
          for (index, district) in districts.prefix(3).enumerated() {
            if index > 0 { words("、", ", ") }
            page.outside(district)
          }
        }
        Element("h1") { title }
      }
      Element("main", [.id(Anchor("main")), .word("class", "single")]) {
        page.section(Anchor("overview"), words("本次核查", "This audit")) {
          Element("dl", [.word("class", "facts")]) {
            page.basis()
            page.fact(words("社区", "Communities")) { words.communities(report.summary.communities) }
            page.fact(words("标识牌", "Signs")) { words.signs(report.summary.signs) }
          }
          page.counts(report.summary)
        }
        page.section(Anchor("steps"), words("下一步", "What comes next")) { page.steps(report.summary, report.streets) }
        if !report.streets.isEmpty { streets(page, names) }
        if !report.departments.isEmpty {
          page.section(Anchor("departments"), page.departmentsTitle) { page.departments(report.departments) }
        }
        if !report.unreadable.isEmpty { unreadable(page) }
        if !report.diagnostics.isEmpty {
          page.section(Anchor("notes"), words("本次核查的提示", "Notes on this audit")) {
            Element("ul", [.word("class", "list")]) {
              for diagnostic in report.diagnostics { page.diagnostic(diagnostic) }
            }
          }
        }
        if let norm {
          page.section(Anchor("norm"), words("大门口应有的样子", "What an entrance should look like")) {
            page.figure(norm, name: words("标准样式：", "The norm"))
            page.prescriptions(norm)
          }
        }
      }
      page.footer()
    }
  }

  private static func streets(_ page: HTMLPage, _ names: [PageName]) -> Element {
    let words = page.words
    let states = CommunityStatus.allCases
    let heads =
      [(words("街道", "Street"), false), (words("社区", "Communities"), true)] + states.map { (words.word($0), true) }
    return page.section(Anchor("streets"), words("各街道", "Streets")) {
      page.table(words("各街道", "Streets"), heads) {
        for (name, street) in zip(names, page.report.streets) {
          Element("tr") {
            Element("th", [.word("scope", "row")]) {
              Element("a", [.href(name)]) { page.outside(words.place(street)) }
            }
            page.number(street.summary.communities)
            for state in states { page.number(street.summary[state]) }
          }
        }
      }
    }
  }

  private static func unreadable(_ page: HTMLPage) -> Element {
    page.section(Anchor("unreadable"), page.words("社区不明的台账", "Inventories of unknown communities")) {
      for community in page.report.unreadable {
        Element("h3") { page.outside(page.words.name(community)) }
        Element("ul", [.word("class", "list")]) {
          for diagnostic in community.diagnostics { page.diagnostic(diagnostic) }
        }
      }
    }
  }
}

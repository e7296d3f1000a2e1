import Diagnostics
import Markup
package import Rectification
import Standard

/// Rectification notices (整改通知) as pages to print: one for each street, and one for each of its communities, always
/// addressed to the street.
///
/// The layout is that of GB/T 9704-2012 on A4: margins of 37, 26, 35 and 28 mm, 22 lines of 28 characters of size 3
/// (16 pt), a title of size 2 (22 pt), page numbers between dashes at the outer edge. There is no red head and no seal:
/// those are the office's to put on. Where a typeface of the standard is missing, the next of its kind takes its place.
package enum NoticeHTML {
  /// The pages by their file names: `notice-01.html` of a street, `notice-01-02.html` of its second community.
  ///
  /// - Parameter issuer: who signs; nil leaves room for a name.
  package static func render(_ plan: Plan, issuer: String?) -> [(name: String, bytes: [UInt8])] {
    var pages: [(name: String, bytes: [UInt8])] = []
    for (index, street) in plan.streets.enumerated() {
      let notice = Notice(plan: plan, street: street, issuer: issuer)
      let number = padded(index + 1)
      pages.append(("notice-\(number).html", notice.render(street.communities, street.materials, about: nil)))
      for (position, community) in street.communities.enumerated() {
        let ids = Set(community.items.map(\.id))
        let bytes = notice.render(
          [community], street.materials.filter { ids.contains($0.item) }, about: community)
        pages.append(("notice-\(number)-\(padded(position + 1)).html", bytes))
      }
    }
    return pages
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

/// One notice.
private struct Notice {
  let plan: Plan
  let street: StreetPlan
  let issuer: String?

  private var page: PlanPage { PlanPage(plan: plan) }
  private var words: PlanWords { page.words }
  private var superior: Superior { Superior([street.street]) }
  /// How it calls whom it is addressed to.
  private var you: String { Superior.addressed(street.street) }

  func render(_ communities: [CommunityPlan], _ materials: [Material], about community: CommunityPlan?) -> [UInt8] {
    let subject = community.map { street.street + words.name($0) } ?? street.street
    let title = words("关于整改\(subject)标识牌的通知", "Notice to put the signs of \(subject) in order")
    var attachments: [(title: String, body: [Node])] = []
    let work = communities.filter { !$0.items.isEmpty }
    if !work.isEmpty { attachments.append((words("标识牌整改清单", "Schedule of work"), workList(work))) }
    if !materials.isEmpty {
      attachments.append(
        (words("标识牌制作清单", "List for the sign maker"), [.element(page.materials(materials, of: street))]))
    }
    let checks = communities.filter { !$0.checks.isEmpty }
    if !checks.isEmpty { attachments.append((words("待核实清单", "Checklist to verify on site"), checkList(checks))) }
    return PageFrame.document(language: plan.language, title: title, styles: [NoticeStyle.code]) {
      Element("main", [.id(Anchor("main"))]) {
        Element("article", [.word("class", "sheet")]) {
          Element("h1") { page.sentence(title) }
          Element("p", [.word("class", "to")]) { page.sentence(street.street + words("：", ":")) }
          body(communities, attachments.map(\.title))
          enclosure(attachments.map(\.title))
          Element("div", [.word("class", "closing")]) {
            Element("p", [.word("class", "sign")]) { page.sentence(issuer ?? "　　　　　　　　") }
            Element("p", [.word("class", "sign")]) { date(plan.asOf) }
          }
        }
        for (index, attachment) in attachments.enumerated() {
          Element("section", [.word("class", "attachment")]) {
            Element("p", [.word("class", "mark")]) {
              attachments.count == 1 ? words("附件", "Attachment") : words("附件 \(index + 1)", "Attachment \(index + 1)")
            }
            Element("h2") { attachment.title }
            attachment.body
          }
        }
      }
    }
  }

  @MarkupBuilder private func body(_ communities: [CommunityPlan], _ attachments: [String]) -> [Node] {
    let items = communities.reduce(0) { $0 + $1.items.count }
    let checks = communities.reduce(0) { $0 + $1.checks.count }
    let one = communities.count == 1 ? communities.first : nil
    let whom =
      one.map { words("\(you)\(words.name($0))", "\(words.name($0))") }
      ?? words("\(you) \(communities.count) 个社区", "\(communities.count) communities of your \(superior.en)")
    Element("p") {
      page.sentence(
        words(
          "根据\(words.standard(plan))，经 \(date(plan.asOf))核查，\(whom)的标识牌\(needs(items, checks))。现将有关事项通知如下。",
          "By \(words.standard(plan)), the audit of \(plan.asOf) found for \(whom): \(words.counts(items, checks)). "
            + "Please see to the following."))
    }
    if items > 0 {
      point(
        "一", "1", "整改内容", "The work",
        words(
          "需整改的标识牌和整改措施见附件。由\(you)组织实施，所需文字、颜色、位置以附件为准，不摊派给社区。",
          "The signs and the measures stand in the attachment. The \(superior.en) carries them out; wording, colours and places are "
            + "those of the attachment. Nothing of it falls to the communities."))
      point(
        "二", "2", "整改顺序", "The order",
        words(
          "先拆除、取下不应设置的标识牌，再制作、更换应有的标识牌，然后移位、补正内容，最后更正台账。",
          "First take down what must not hang, then make and replace what must, then move and amend, and correct the "
            + "inventory last."))
      point(
        "三", "3", "整改时限", "The deadline",
        plan.due.map {
          words("请于 \(date($0))前完成，完成后更新台账，以备复核。", "Please finish by \($0) and update the inventory for the review.")
        } ?? words("完成时限另行通知。", "The deadline follows separately."))
    }
    if checks > 0 {
      point(
        items > 0 ? "四" : "一", items > 0 ? "4" : "1", "核实事项", "To verify",
        words(
          "台账没有登记、需要到现场核实的内容见附件，请核实后补记台账。未核实前不作为问题处理。",
          "What the inventory does not record stands in the attachment; please look on site and record it. Until then it is "
            + "not held against anybody."))
    }
  }

  @MarkupBuilder private func point(
    _ chinese: String, _ english: String, _ zh: String, _ en: String, _ text: String
  ) -> [Node] {
    Element("p") {
      Element("b", [.word("class", "hei")]) { words("\(chinese)、\(zh)。", "\(english). \(en). ") }
      page.sentence(text)
    }
  }

  @MarkupBuilder private func enclosure(_ titles: [String]) -> [Node] {
    if titles.count == 1 {
      Element("p", [.word("class", "enclosure")]) { words("附件：\(titles[0])", "Attachment: \(titles[0])") }
    } else if titles.count > 1 {
      Element("div", [.word("class", "enclosure list")]) {
        Element("span") { words("附件：", "Attachments: ") }
        Element("ol") { for title in titles { Element("li") { title } } }
      }
    }
  }

  @MarkupBuilder private func workList(_ communities: [CommunityPlan]) -> [Node] {
    for (index, community) in communities.enumerated() {
      Element("h3") { page.sentence(words.name(community)) }
      page.items(communities, index, of: street)
    }
  }

  @MarkupBuilder private func checkList(_ communities: [CommunityPlan]) -> [Node] {
    for community in communities {
      Element("h3") { page.sentence(words.name(community)) }
      Element("ul", [.word("class", "boxes")]) {
        for check in community.checks { Element("li") { page.sentence(check.question) } }
      }
    }
  }

  /// `需整改 4 项，另有 2 项需现场核实`.
  private func needs(_ items: Int, _ checks: Int) -> String {
    if items == 0 { return "有 \(checks) 项内容需现场核实" }
    return "需整改 \(items) 项" + (checks > 0 ? "，另有 \(checks) 项内容需现场核实" : "")
  }

  /// `2026年5月20日`: official documents write days and months without leading zeros.
  private func date(_ iso: String) -> String {
    let parts = iso.utf8.split(separator: UInt8(ascii: "-")).compactMap { Int(String(Substring($0))) }
    guard plan.language == .zh, parts.count == 3 else { return iso }
    return "\(parts[0])年\(parts[1])月\(parts[2])日"
  }
}

/// The layout of official documents (GB/T 9704-2012): body of size 3 with 28 characters a line and 22 lines a page.
enum NoticeStyle {
  static let code = EmbeddedCode(
    """
    :root{--fang:"FZFangSong-Z02","仿宋_GB2312",FangSong,STFangsong,"Noto Serif CJK SC","Source Han Serif SC",serif;
    --hei:"FZHei-B01",SimHei,STHeiti,"Noto Sans CJK SC","Source Han Sans SC",sans-serif;
    --kai:"楷体_GB2312",KaiTi,STKaiti,"Noto Serif CJK SC",serif;
    --biaosong:"方正小标宋简体","FZXiaoBiaoSong-B05",STZhongsong,"Noto Serif CJK SC","Source Han Serif SC",serif}
    *{box-sizing:border-box}
    body{margin:0;background:#fff;color:#000;font:16pt/29pt var(--fang);letter-spacing:-.21pt;line-break:strict;overflow-wrap:anywhere}
    .skip{position:absolute;left:-100rem;top:0;background:#fff;padding:.5rem 1rem}
    .skip:focus{left:0}
    p,h1,h2,h3,ul,ol{margin:0;padding:0}
    main{max-width:156mm;margin:37mm auto 35mm}
    h1{font:400 22pt/33pt var(--biaosong);text-align:center;margin:0 0 29pt;letter-spacing:0}
    .sheet p{text-indent:2em;text-align:justify}
    .sheet p.to{text-indent:0}
    .hei{font-family:var(--hei);font-weight:400}
    .enclosure{margin-top:29pt}
    .enclosure.list{display:flex;padding-left:2em}
    .enclosure ol{list-style:decimal;padding-left:1.4em}
    .sheet .sign{text-align:right;text-indent:0;padding-right:4em}
    .closing{margin-top:29pt;break-inside:avoid}
    .attachment{margin-top:37mm}
    .mark{font:16pt/29pt var(--hei)}
    .attachment h2{font:400 22pt/33pt var(--biaosong);text-align:center;margin:0 0 14pt;letter-spacing:0}
    .attachment h3{font:400 14pt/24pt var(--kai);margin:10pt 0 4pt}
    table{border-collapse:collapse;width:100%;font:9.5pt/14pt var(--fang);letter-spacing:0}
    th,td{border:.5pt solid #000;padding:2pt 3pt;text-align:left;vertical-align:top;font-weight:400}
    thead th{font-family:var(--hei);text-align:center}
    .fine{font-size:8.5pt}
    .block{display:block}
    .exact{font-family:var(--hei)}
    .id{white-space:nowrap;font-family:"Times New Roman",Tinos,"Liberation Serif",serif;font-size:8pt}
    .date{white-space:nowrap;font-size:8.5pt}
    .short{white-space:nowrap}
    .number{text-align:center}
    .boxes{list-style:none;font-size:12pt;line-height:20pt}
    .boxes li{padding-left:1.6em;text-indent:-1.6em}
    .boxes li::before{content:"";display:inline-block;width:.8em;height:.8em;margin-right:.8em;border:.75pt solid #000}
    .scroller{overflow-x:auto}
    .items,.materials{table-layout:fixed}
    .items th:nth-child(1){width:13%}.items th:nth-child(2){width:7%}.items th:nth-child(3){width:11%}.items th:nth-child(4){width:18%}
    .items th:nth-child(7),.items td:nth-child(7){display:none}
    .materials th:nth-child(1){width:13%}.materials th:nth-child(2){width:12%}.materials th:nth-child(3){width:13%}.materials th:nth-child(4){width:27%}.materials th:nth-child(7){width:6%}.materials th:nth-child(8){width:8%}
    @page{size:A4;margin:37mm 26mm 35mm 28mm}
    @page :right{@bottom-right{content:"— " counter(page) " —";font:14pt "Times New Roman",SimSun,"Noto Serif CJK SC",serif;margin-bottom:21mm;padding-right:14pt}}
    @page :left{@bottom-left{content:"— " counter(page) " —";font:14pt "Times New Roman",SimSun,"Noto Serif CJK SC",serif;margin-bottom:21mm;padding-left:14pt}}
    @media print{
    main{max-width:none;margin:0}
    .skip{display:none}
    .attachment{break-before:page;margin-top:0}
    tr,li{break-inside:avoid}
    h3{break-after:avoid}
    thead{display:table-header-group}
    .scroller{overflow:visible}
    }
    @media screen and (max-width:44rem){
    main{margin:1.5rem 1rem}
    body{font-size:1.1rem;line-height:1.9}
    h1,.attachment h2{font-size:1.4rem;line-height:1.4}
    .attachment{margin-top:3rem}
    }

    """)
}

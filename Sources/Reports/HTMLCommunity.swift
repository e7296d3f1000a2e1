internal import Audit
internal import Diagnostics
internal import Markup
internal import Rectification

/// What a finding asks for, as the filters name it.
enum FindingKind: CaseIterable {
  case mustFix, shouldFix, advice, undetermined, waived

  /// Nil for a pass.
  init?(_ finding: Finding) {
    switch (finding.outcome, finding.severity) {
    case (.pass, _): return nil
    case (.undetermined, _): self = .undetermined
    case (.waived, _): self = .waived
    case (.fail, .error): self = .mustFix
    case (.fail, .warning): self = .shouldFix
    case (.fail, _): self = .advice
    }
  }

  /// The value of the attribute that the filters look at.
  var word: StaticString {
    switch self {
    case .mustFix: "must"
    case .shouldFix: "should"
    case .advice: "advice"
    case .undetermined: "open"
    case .waived: "waived"
    }
  }

  func label(_ words: ReportWords) -> String {
    switch self {
    case .mustFix: words.word(.error)
    case .shouldFix: words.word(.warning)
    case .advice: words.word(.advice)
    case .undetermined: words("待核实", "undetermined")
    case .waived: words("已豁免", "waived")
    }
  }
}

extension CommunityStatus {
  /// The value of the attribute that the filters look at.
  var attribute: StaticString {
    switch self {
    case .compliant: "compliant"
    case .noncompliant: "noncompliant"
    case .undetermined: "undetermined"
    case .unreadable: "unreadable"
    case .missing: "missing"
    }
  }
}

/// A community in the page of its street: its state, its entrance, and what was found.
struct HTMLCommunity {
  let page: HTMLPage
  let community: CommunityReport
  /// Its place in the street, from 0.
  let index: Int

  private var words: ReportWords { page.words }

  func render(_ elevation: Elevation?) -> Element {
    let heading = Anchor("t", index + 1)
    return Element(
      "article",
      [
        .id(Anchor("c", index + 1)), .reference("aria-labelledby", heading),
        .word("data-state", community.status.attribute),
      ]
    ) {
      Element("h3", [.id(heading)]) {
        page.outside(words.name(community))
        " "
        page.badge(community.status, words.state(community))
      }
      facts()
      if !community.diagnostics.isEmpty {
        Element("ul", [.word("class", "list")]) {
          for diagnostic in community.diagnostics { page.diagnostic(diagnostic) }
        }
      }
      if let elevation {
        page.figure(elevation, name: words.name(community))
        if !elevation.callouts.isEmpty { page.prescriptions(elevation) }
      }
      findings(elevation)
    }
  }

  private func facts() -> Element {
    Element("p", [.word("class", "fine")]) {
      if let code = community.code {
        words("代码 ", "code ")
        page.outside(code)
        words("；", "; ")
      }
      if community.surveyedOn != nil || community.surveyedBy != nil {
        words("采集 ", "surveyed ")
        page.outside([community.surveyedOn, community.surveyedBy].compactMap { $0 }.joined(separator: " "))
        words("；", "; ")
      }
      if let source = community.source {
        words("台账 ", "inventory ")
        page.outside(source)
      } else {
        words("没有台账", "no inventory")
      }
    }
  }

  @MarkupBuilder private func findings(_ elevation: Elevation?) -> [Node] {
    let shown = community.findings.enumerated().filter { $0.element.outcome != .pass }
    if shown.isEmpty {
      if community.status == .compliant { Element("p") { words("没有发现问题。", "Nothing was found.") } }
    } else {
      let numbers = Dictionary(
        (elevation?.callouts ?? []).map { ($0.finding, $0.number) }, uniquingKeysWith: { first, _ in first })
      Element("ol", [.word("class", numbers.isEmpty ? "findings" : "findings numbered")]) {
        for (position, finding) in shown { item(finding, numbers[position]) }
      }
    }
  }

  @MarkupBuilder private func item(_ finding: Finding, _ number: Int?) -> [Node] {
    if let kind = FindingKind(finding) {
      Element(
        "li",
        [.word("class", Self.style(kind)), .number("data-rule", finding.rule), .word("data-kind", kind.word)]
      ) {
        Element("p", [.word("class", "problem")]) {
          if let number {
            Element("span", [.word("class", "no")]) {
              Element("span", [.word("class", "unseen")]) { words("图中第", "no. ") }
              String(number)
              Element("span", [.word("class", "unseen")]) { words("项 ", " ") }
            }
          }
          Element("b", [.word("class", "kind")]) {
            kind.label(words)
            if finding.isBaselined { words.baselineMark }
          }
          " "
          page.sentence(finding.message)
          values(finding)
        }
        if !finding.remedy.isEmpty {
          Element("p", [.word("class", "remedy")]) {
            Element("b") { words("整改", "To do") }
            " "
            page.sentence(finding.remedy)
          }
        }
        Element("p", [.word("class", "fine")]) {
          Element("a", [.href(Anchor("r", finding.rule))]) { page.report.rules[finding.rule].title[page.language] }
          if let sign = finding.sign {
            words("；标识牌 ", "; sign ")
            page.outside(sign)
          }
          if !finding.demandedBy.isEmpty {
            words("；要求设置：", "; required by ")
            page.outside(finding.demandedBy.joined(separator: words("、", ", ")))
          }
          words("；", "; ")
          page.place(finding.location)
        }
      }
    }
  }

  /// Values in the inventory's words.
  @MarkupBuilder private func values(_ finding: Finding) -> [Node] {
    let (expected, actual) = finding.untoldValues
    if let expected {
      Element("span", [.word("class", "value")]) {
        words("应为：", "expected: ")
        page.outside(expected)
      }
    }
    if let actual {
      Element("span", [.word("class", "value")]) {
        words("现为：", "actual: ")
        page.outside(actual)
      }
    }
  }

  private static func style(_ kind: FindingKind) -> StaticString {
    switch kind {
    case .mustFix: "finding must"
    case .shouldFix, .advice: "finding should"
    case .undetermined: "finding open"
    case .waived: "finding waived"
    }
  }
}

internal import Audit
package import Diagnostics
package import StandardTools

/// What another standard would change, by street: text, Markdown and JSON.
package struct ImpactReport: Sendable {
  private let impact: RulesImpact
  private let language: Language
  private var words: ReportWords { ReportWords(language: language) }

  /// Makes a report.
  package init(_ impact: RulesImpact, language: Language) {
    self.impact = impact
    self.language = language
  }

  private var changed: [RulesImpact.Community] { impact.streets.flatMap(\.changed) }
  private var restated: Int { changed.count { $0.before != $0.after } }

  private func state(_ status: CommunityStatus?) -> String { status.map { words.word($0) } ?? words("不在其中", "absent") }

  private func word(_ item: RulesImpact.Item) -> String {
    switch item.outcome {
    case .pass: words("符合", "pass")
    case .undetermined: words("待核实", "undetermined")
    case .waived: words("已豁免", "waived")
    case .fail:
      item.formerSeverity.map { "\(words.word($0)) → \(words.word(item.severity))" } ?? words.word(item.severity)
    }
  }

  private func about(_ item: RulesImpact.Item) -> String {
    [item.rule, item.sign, item.subject].compactMap(\.self).joined(separator: " ")
  }

  /// The findings of a community with the sign that says what becomes of them.
  private func items(_ community: RulesImpact.Community) -> [(sign: String, item: RulesImpact.Item)] {
    community.appearing.map { ("+", $0) } + community.disappearing.map { ("-", $0) }
      + community.regraded.map { ("~", $0) }
  }

  /// Why an inventory cannot be read, each reason once: where it shows first, and at how many places more.
  private func problems(_ community: RulesImpact.Community) -> [(place: String, reason: String)] {
    let reasons = community.problems.map { $0.message[language] }
    return reasons.uniqued().map { reason in
      let first = community.problems.first { $0.message[language] == reason }?.location?.shortText ?? ""
      let more = reasons.count { $0 == reason } - 1
      return (first, more == 0 ? reason : reason + words("（另有 \(more) 处）", " (and \(more) more)"))
    }
  }

  private var summary: String {
    let communities = impact.streets.reduce(0) { $0 + $1.communities }
    let appearing = changed.reduce(0) { $0 + $1.appearing.count }
    let disappearing = changed.reduce(0) { $0 + $1.disappearing.count }
    let regraded = changed.reduce(0) { $0 + $1.regraded.count }
    return words(
      "\(communities) 个社区中，\(restated) 个的结论会变；问题新增 \(appearing)、消失 \(disappearing)、定级改变 \(regraded)",
      "of \(words.communities(communities)) \(restated) would change state; \(appearing) findings appear, \(disappearing) disappear, \(regraded) change severity"
    )
  }

  private func counts(_ rule: RulesImpact.RuleImpact) -> String {
    var parts: [String] = []
    if rule.appearing > 0 { parts.append("+\(rule.appearing)") }
    if rule.disappearing > 0 { parts.append("-\(rule.disappearing)") }
    if rule.regraded > 0 { parts.append("~\(rule.regraded)") }
    return parts.joined(separator: " ")
  }

  // MARK: Text

  /// The text for a terminal.
  package func text(style: TerminalStyle) -> String {
    func name(_ standard: StandardSummary) -> String {
      VisibleText("\(standard.title[language]) (\(standard.id), \(standard.digest.prefix(19)))").text
    }
    var text =
      "\(words("现行", "present"))  \(name(impact.current))\n\(words("拟用", "proposed"))  \(name(impact.proposed))\n"
    for street in impact.streets {
      let place = street.street.isEmpty ? words("社区不明", "unknown community") : street.district + street.street
      text += "\n" + style.paint(VisibleText(place).text, .message) + words("：", ": ") + states(street) + "\n"
      for community in street.changed {
        let change =
          community.before == community.after
          ? state(community.after) : "\(state(community.before)) → \(state(community.after))"
        text += "  \(VisibleText(community.name).text)\(words("：", ": "))\(change)\n"
        for (place, reason) in problems(community) {
          text += "    \(style.paint("!", .severity(.error))) \(VisibleText(place).text)  "
          text += VisibleText(reason).text + "\n"
        }
        for (sign, item) in items(community) {
          let role: TerminalStyle.Role = sign == "-" ? .help : .severity(item.severity)
          text +=
            "    \(style.paint(sign, role)) \(VisibleText(about(item)).text)  \(word(item))  "
            + VisibleText(item.message).text + "\n"
        }
      }
    }
    if !impact.rules.isEmpty {
      text += "\n" + style.paint(words("按规则", "By rule"), .message) + "\n"
      let width = impact.rules.map { DisplayWidth.width(of: $0.id) }.max() ?? 0
      for rule in impact.rules {
        text +=
          "  \(DisplayWidth.pad(rule.id, to: width))  \(DisplayWidth.pad(counts(rule), to: 10))  "
          + VisibleText(rule.title[language]).text + "\n"
      }
    }
    return text + "\n" + (impact.isEmpty ? words("没有变化", "nothing would change") : summary) + "\n"
  }

  /// The communities of a street by state, before and after.
  private func states(_ street: RulesImpact.Street) -> String {
    let (before, after) = (words.states(street.before), words.states(street.after))
    let count = words.communities(street.communities)
    return before == after ? "\(count)\(words("，", ", "))\(after)" : "\(count)\(words("，", ", "))\(before) → \(after)"
  }

  // MARK: Markdown

  /// The Markdown for a page.
  package func markdown() -> String {
    func name(_ standard: StandardSummary) -> String {
      MarkdownText.escape("\(standard.title[language]) (\(standard.id), \(standard.digest))")
    }
    var text = "# " + words("换用标准的影响", "What another standard would change") + "\n\n"
    text += "- \(words("现行", "Present"))\(words.colon)\(name(impact.current))\n"
    text += "- \(words("拟用", "Proposed"))\(words.colon)\(name(impact.proposed))\n\n"
    text += (impact.isEmpty ? words("没有变化。", "Nothing would change.") : summary) + "\n"
    for street in impact.streets {
      let place = street.street.isEmpty ? words("社区不明", "Unknown community") : street.district + street.street
      text += "\n## \(MarkdownText.escape(place))\n\n\(states(street))\n"
      guard !street.changed.isEmpty else { continue }
      text +=
        "\n"
        + MarkdownReport.row([
          words("社区", "Community"), words("结论", "State"), words("变化", "Change"), words("规则", "Rule"),
          words("说明", "Message"),
        ])
      text += MarkdownReport.row(["---", "---", "---", "---", "---"])
      for community in street.changed {
        let change =
          community.before == community.after
          ? state(community.after) : "\(state(community.before)) → \(state(community.after))"
        let rows = items(community)
        for (place, reason) in problems(community) {
          text += MarkdownReport.row([
            MarkdownText.escape(community.name), change, words.word(.unreadable), MarkdownText.escape(place),
            MarkdownText.escape(reason),
          ])
        }
        if rows.isEmpty, community.problems.isEmpty {
          text += MarkdownReport.row([MarkdownText.escape(community.name), change, "", "", ""])
        }
        for (sign, item) in rows {
          let what = sign == "+" ? words("新增", "appears") : sign == "-" ? words("消失", "disappears") : word(item)
          text += MarkdownReport.row([
            MarkdownText.escape(community.name), change, what, MarkdownText.escape(about(item)),
            MarkdownText.escape(item.message),
          ])
        }
      }
    }
    guard !impact.rules.isEmpty else { return text }
    text += "\n## " + words("按规则", "By rule") + "\n\n"
    text += MarkdownReport.row([
      words("规则", "Rule"), words("内容", "Title"), words("新增", "Appear"), words("消失", "Disappear"),
      words("改级", "Regraded"),
    ])
    text += MarkdownReport.row(["---", "---", "---:", "---:", "---:"])
    for rule in impact.rules {
      text += MarkdownReport.row([
        MarkdownText.escape(rule.id), MarkdownText.escape(rule.title[language]), "\(rule.appearing)",
        "\(rule.disappearing)", "\(rule.regraded)",
      ])
    }
    return text
  }

  // MARK: JSON

  /// The JSON for machines, schema `signaudit.rules-impact/1`.
  package func json() -> [UInt8] {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.key("schema")
      writer.string("signaudit.rules-impact/1")
      for (key, standard) in [("current", impact.current), ("proposed", impact.proposed)] {
        writer.key(key)
        writer.object(inLine: true) { writer in
          for (name, text) in [
            ("id", standard.id), ("title", standard.title[language]), ("digest", standard.digest),
          ] {
            writer.key(name)
            writer.string(text)
          }
        }
      }
      writer.key("streets")
      writer.array(impact.streets) { writer, street in
        writer.object { writer in
          writer.key("district")
          writer.string(street.district)
          writer.key("street")
          writer.string(street.street)
          writer.key("communities")
          writer.number(street.communities)
          for (key, summary) in [("before", street.before), ("after", street.after)] {
            writer.key(key)
            writer.object(inLine: true) { writer in
              for status in CommunityStatus.allCases {
                writer.key(status.rawValue)
                writer.number(summary[status])
              }
            }
          }
          writer.key("changed")
          writer.array(street.changed) { community($1, &$0) }
        }
      }
      writer.key("rules")
      writer.array(impact.rules) { writer, rule in
        writer.object(inLine: true) { writer in
          writer.key("rule")
          writer.string(rule.id)
          for (name, count) in [
            ("appearing", rule.appearing), ("disappearing", rule.disappearing), ("regraded", rule.regraded),
          ] {
            writer.key(name)
            writer.number(count)
          }
        }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private func community(_ community: RulesImpact.Community, _ writer: inout JSONWriter) {
    writer.object { writer in
      for (name, text) in [
        ("name", community.name), ("source", community.source), ("before", community.before?.rawValue),
        ("after", community.after?.rawValue),
      ] {
        writer.key(name)
        writer.string(text)
      }
      writer.key("problems")
      writer.array(community.problems) { $0.remark($1.message[language], at: $1.location) }
      for (name, items) in [
        ("appearing", community.appearing), ("disappearing", community.disappearing), ("regraded", community.regraded),
      ] {
        writer.key(name)
        writer.array(items) { writer, item in
          writer.object(inLine: true) { writer in
            for (name, text) in [
              ("rule", item.rule), ("outcome", item.outcome.rawValue), ("severity", item.severity.rawValue),
              ("former_severity", item.formerSeverity?.rawValue), ("sign", item.sign), ("subject", item.subject),
              ("message", item.message),
            ] {
              writer.key(name)
              writer.string(text)
            }
          }
        }
      }
    }
  }
}

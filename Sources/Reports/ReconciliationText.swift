internal import Audit
package import Diagnostics
internal import Inventory
package import SpotCheck

/// A comparison of walls with inventories, for a terminal.
package struct ReconciliationText: Sendable {
  private let words: SpotCheckWords

  /// Makes the layout.
  package init(_ language: Language) { words = SpotCheckWords(language) }

  /// The text, each line of it ending with a line feed.
  package func render(_ result: Reconciliation) -> [UInt8] {
    var text = ""
    for community in result.communities { text += render(community) + "\n" }
    let renderer = DiagnosticRenderer(language: words.language)
    for diagnostic in result.diagnostics { text += renderer.render(diagnostic) + "\n" }
    return Array(text.utf8)
  }

  private func render(_ community: ReconciledCommunity) -> String {
    var lines = ["── " + words.name(community.district, community.street, community.name, community.facility)]
    lines += ReconciliationLines(words).head(community).map { "  " + $0 }
    for section in ReconciliationLines(words).sections(community) {
      lines.append("  \(section.title)")
      for line in section.lines { lines += ["    - " + line.text] + line.more.map { "        " + $0 } }
    }
    return lines.map { VisibleText($0).text + "\n" }.joined()
  }
}

/// What the text, the Markdown and the page of a comparison have in common: its sections, line by line.
struct ReconciliationLines {
  /// A line with what belongs to it.
  struct Line {
    var text: String
    var more: [String] = []
  }

  /// A heading with its lines.
  struct Section {
    var title: String
    var lines: [Line]
  }

  private let words: SpotCheckWords

  init(_ words: SpotCheckWords) { self.words = words }

  /// The files, the visit and the verdict.
  func head(_ community: ReconciledCommunity) -> [String] {
    var lines = [
      words("登记：", "declared: ") + (community.declaredSource ?? words("没有台账", "no inventory")),
      words("现场：", "observed: ") + (community.observedSource ?? words("没有记录", "no notes")),
    ]
    let visit = [community.observedOn, community.observedBy].compactMap(\.self)
    if !visit.isEmpty { lines.append(words("查看：", "visited: ") + visit.joined(separator: words("，", ", "))) }
    if community.isTurned {
      lines.append(
        words(
          "左右：登记和现场的视角相反，以下现场位置已按登记的视角换算",
          "left and right: recorded standing the other way; what was observed is told as the inventory would have it"))
    }
    if community.isComplete {
      let differing = community.matches.count { !$0.differences.isEmpty || $0.wasRemoved }
      lines.append(
        words(
          "对上 \(community.matches.count) 块，其中 \(differing) 块有出入；台账未登记 \(community.undeclared.count) 块；现场未见 \(community.absent.count) 块",
          "\(community.matches.count) found again, \(differing) of them differ; \(community.undeclared.count) not declared; \(community.absent.count) not there"
        ))
      if let line = roomCount(community.rooms) { lines.append(line) }
    }
    if let verdicts = community.verdicts {
      lines.append(words("按现场判定：", "verdict on what was observed: ") + words.words.state(verdicts))
    }
    return lines
  }

  /// What differs, what the visit adds, and what the standard says of it.
  func sections(_ community: ReconciledCommunity) -> [Section] {
    guard community.observedSource != nil else { return [] }
    var sections: [Section] = []
    func add(_ title: String, _ lines: [Line]) {
      if !lines.isEmpty {
        sections.append(Section(title: words("\(title)（\(lines.count)）", "\(title) (\(lines.count))"), lines: lines))
      }
    }
    add(
      words("现场有、台账没有登记", "On the wall, not declared"), community.undeclared.map { Line(text: words.brief($0)) })
    add(words("台账有、现场没有", "Declared, not there"), community.absent.map { Line(text: words.brief($0)) })
    add(
      words("登记为已拆除、现场仍在", "Declared as taken down, still there"),
      community.matches.filter(\.wasRemoved).map { match in
        Line(text: words.brief(match.observed), more: match.differences.map(words.difference) + [reason(match)])
      })
    add(
      words("有出入", "Different"),
      community.matches.filter { !$0.differences.isEmpty && !$0.wasRemoved }.map { match in
        Line(text: words.brief(match.declared), more: match.differences.map(words.difference) + [reason(match)])
      })
    add(
      words("现场补上的", "Found out on site"),
      community.matches.filter { !$0.additions.isEmpty }.map { match in
        Line(
          text: words.brief(match.declared),
          more: match.additions.map { words.label($0.key) + words("：", ": ") + words.value($0.observed) })
      })
    let renamed = community.matches.filter { match in
      match.differences.isEmpty && !match.wasRemoved && match.declared.id != match.observed.id
    }
    add(
      words("只是编号不同", "Under another id only"),
      renamed.map { Line(text: words.brief($0.observed), more: [reason($0)]) })
    add(
      words("登记为已拆除、现场确已不在", "Declared as taken down, seen to be gone"),
      community.takenDown.filter { $0.observed != nil }.map { sign in
        let note = sign.observed?.values[.note].map { words.label(.note) + words("：", ": ") + words.value($0) }
        return Line(text: words.brief(sign.declared), more: note.map { [$0] } ?? [])
      })
    add(
      words("登记为已拆除、现场记录没有提到", "Declared as taken down, not mentioned by the visit"),
      community.takenDown.filter { $0.observed == nil }.map { Line(text: words.brief($0.declared)) })
    for (title, lines) in rooms(community.rooms) { add(title, lines) }
    add(
      words("这次没有看的部分", "Not looked at this time"),
      community.notLookedAt.map { Line(text: words.brief($0)) }
        + community.rooms.notLookedAt.map { Line(text: words.brief($0)) })
    let findings = (community.verdicts?.findings ?? []).filter { $0.outcome != .pass }
    add(
      words("按规范判定现场", "What the standard says of it"),
      findings.map { finding in
        let line = words.words.word(finding) + words("：", ": ") + finding.message
        return Line(text: line, more: finding.remedy.isEmpty ? [] : [words("整改：", "fix: ") + finding.remedy])
      })
    return sections
  }

  // MARK: Rooms

  /// How many rooms were found again; nil where none were compared.
  private func roomCount(_ rooms: ReconciledRooms) -> String? {
    guard !rooms.matches.isEmpty || !rooms.undeclared.isEmpty || !rooms.absent.isEmpty else { return nil }
    let differing = rooms.matches.count { !$0.differences.isEmpty }
    return words(
      "功能室：对上 \(rooms.matches.count) 间，其中 \(differing) 间有出入；台账未登记 \(rooms.undeclared.count) 间；现场未见 \(rooms.absent.count) 间",
      "rooms: \(rooms.matches.count) found again, \(differing) of them differ; \(rooms.undeclared.count) not declared; \(rooms.absent.count) not there"
    )
  }

  private func rooms(_ rooms: ReconciledRooms) -> [(title: String, lines: [Line])] {
    func added(_ difference: FieldDifference) -> String {
      words.label(difference.key) + words("：", ": ") + words.value(difference.observed)
    }
    let additions =
      rooms.additions.map { Line(text: added($0)) }
      + rooms.added.map { Line(text: words.brief($0)) }
      + rooms.matches.filter { !$0.additions.isEmpty }.map { match in
        Line(text: words.brief(match.declared), more: match.additions.map(added))
      }
    return [
      (
        words("现场有、台账没有登记的功能室", "Rooms that are there, not declared"),
        rooms.undeclared.map { Line(text: words.brief($0)) }
      ),
      (words("台账有、现场没有的功能室", "Declared rooms that are not there"), rooms.absent.map { Line(text: words.brief($0)) }),
      (
        words("有出入的楼层和功能室", "Floors and rooms that differ"),
        rooms.differences.map { Line(text: words.difference($0)) }
          + rooms.matches.filter { !$0.differences.isEmpty }.map { match in
            Line(
              text: words.brief(match.declared),
              more: match.differences.map(words.difference) + [reason(match.reason, match.likeness)])
          }
      ),
      (words("现场补上的楼层和功能室", "Floors and rooms found out on site"), additions),
    ]
  }

  private func reason(_ reason: BilingualText, _ likeness: Int) -> String {
    words(
      "认作同一间：\(reason.zh)（相似度 \(likeness)/1000）",
      "taken for the same: \(reason.en) (likeness \(likeness) of 1000)")
  }

  private func reason(_ match: SignMatch) -> String {
    words(
      "认作同一块：\(match.reason.zh)（相似度 \(match.likeness)/1000）",
      "taken for the same: \(match.reason.en) (likeness \(match.likeness) of 1000)")
  }
}

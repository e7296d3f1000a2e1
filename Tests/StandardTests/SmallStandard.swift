import Diagnostics
import Standard
import Testing

/// A standard of three files and three rules, whole and right, to be broken.
enum SmallStandard {
  static let head = """
    standard: small
    title: {zh: 小标准, en: Small standard}
    issuer: {zh: 某区, en: Some district}
    source: {zh: 某文件, en: Some document}
    left_means: facing-entrance
    sides: {left: {zh: 左, en: left}, right: {zh: 右, en: right}}
    files: [words.yaml, rules.yaml]
    example_community: {district: 临江区, street: 江畔街道, name: 柳荫社区}

    """

  static let words = """
    clauses:
      - id: c.1
        title: {zh: 第一条, en: First}
        text: 大门上方悬挂一处标识。
        not_checkable: [{words: 合适, note: {zh: 看位置, en: look at the place}}]
    vocabulary:
      kinds:
        - {word: center, zh: 中心牌, en: center sign, home: exterior, recognised_by: {ends: [中心]}}
        - {word: door, zh: 门牌, en: door sign, also: [房门牌], recognised_by: {place: [room-door], reads_as: room-number}}
        - {word: board, zh: 公告牌, en: board, in_scope: no}
      places:
        - {word: above-entrance, zh: 大门上方, en: above the entrance, zone: exterior}
        - {word: entrance-left, zh: 大门左侧, en: left, zone: exterior, side: left}
        - {word: hall, zh: 大厅, en: hall, zone: interior, wall: by-mounting, groups: [hall]}
        - {word: room-door, zh: 门口, en: door, zone: interior, wall: yes}
      wall_mountings: {on_wall: [hung], off_wall: [standing]}
      colours: [{word: white, zh: 白, en: white}]
      community_types: [{word: community, zh: 社区, en: community}]
      party_organizations: [{word: committee, zh: 委员会, en: committee, wording: 委员会}]
      functions: {listed: [便民服务站], further: []}
      room_number_forms: {before: [房号], after: [室]}
      short_names: {community: [{drop: 居委会, add: 社区}]}
      near_misses: [{written: 中共, meant: 中国共产党, note: {zh: 简称, en: short}}]

    """

  static let rules = """
    rules:
      - id: center.count
        aliases: [centre.count]
        clauses: [c.1]
        modality: must
        zone: exterior
        title: {zh: 一处, en: One}
        check: {count: {of: signs, where: {kind: center}, exactly: 1}}
        message: {zh: "应为{expected}", en: "Should be {expected}"}
        remedy: {too_few: {zh: 补上, en: Add it}, too_many: {zh: "多出{signs}", en: "Too many: {signs}"}}
        rationale: {zh: 原文, en: The clause}
        examples:
          - {name: 有, expect: pass, inventory: {signs: [{id: W1, kind: center, place: above-entrance}]}}
          - {name: 无, expect: fail, inventory: {signs: []}}
      - id: center.name
        clauses: [c.1]
        modality: must
        zone: exterior
        title: {zh: 名称, en: Name}
        when: {count: {of: rooms, where: {functions: {at_least: 1}}, at_least: 0, at_most: 9}}
        check: {wording: {where: {kind: center}, equals: ["{community}中心"]}}
        message: {zh: "{difference}", en: "{difference}"}
        remedy: {zh: 更换, en: Replace it}
        rationale: {zh: 原文, en: The clause}
        examples:
          - {name: 对, expect: pass, inventory: {facility: {rooms: []}, signs: [{id: W1, kind: center, place: above-entrance, text: 柳荫社区中心}]}}
          - name: 错
            expect: [{outcome: fail, sign: W1}]
            inventory: {facility: {rooms: []}, signs: [{id: W1, kind: center, place: above-entrance, text: 柳荫中心}]}
      - id: center.colours
        clauses: [c.1]
        modality: in-principle
        title: {zh: 颜色, en: Colours}
        check: {each: {of: signs, where: {kind: center}, require: {all: [{background: white}, {not: {text: {contains: 牌}}}]}}}
        yields_to: [center.count]
        message: {fail: {zh: "{sign}", en: "{sign}"}}
        remedy: {zh: 更换, en: Replace it}
        rationale: {zh: 原文, en: The clause}
        examples:
          - {name: 对, expect: pass, inventory: {signs: [{id: W1, kind: center, text: 中心, background: white}]}}
          - {name: 错, expect: fail, inventory: {signs: [{id: W1, kind: center, background: white, text: 中心牌, place: hall}]}}

    """

  static let files = ["standard.yaml": head, "words.yaml": words, "rules.yaml": rules]

  /// Reads some files as a standard; what was said, as `file:line:column message`, in the order in which it was said.
  static func load(_ files: [String: String]) -> (standard: Standard?, said: [String]) {
    // In an order that is never the one of the head.
    let sources = files.sorted { $0.key < $1.key }.map { StandardSource(path: $0.key, bytes: Array($0.value.utf8)) }
    var loader = StandardLoader(sources, directory: "Rules/small")
    let standard = loader.load()
    return (standard, loader.diagnostics.map(line))
  }

  static func line(_ diagnostic: Diagnostic) -> String {
    guard let location = diagnostic.location else { return diagnostic.message.en }
    let start = location.range.start
    let file = location.file.replacing("Rules/small/", with: "")
    return "\(file):\(start.line):\(start.column) \(diagnostic.message.en)"
  }

  /// The files with one change; records an issue where the change does not fit.
  static func changed(_ file: String, _ old: String, _ new: String) -> [String: String] {
    var files = files
    guard let text = files[file], text.ranges(of: old).count >= 1, let first = text.firstRange(of: old) else {
      Issue.record("\(file) has no `\(old)`")
      return files
    }
    files[file] = text.replacingCharacters(in: first, with: new)
    return files
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
    var text = self
    text.replaceSubrange(range, with: new)
    return text
  }
}

package import Diagnostics
package import Standard

/// A standard of another place, small enough to read whole: a village hall with one board over its door and a plate at
/// either post, whose left is that of who looks out.
package enum TinyStandard {
  /// The standard; a broken one stops every test that needs it.
  package static let standard: Standard = {
    let loaded = load()
    guard let standard = loaded.standard else { fatalError("\(loaded.diagnostics.map(\.message.en))") }
    return standard
  }()

  /// Reads it with another text in the place of its elevation, or of some of its words.
  package static func load(
    elevation: String = elevation, replacing old: String = "", with new: String = ""
  ) -> (standard: Standard?, diagnostics: [Diagnostic]) {
    var text = words
    if !old.isEmpty { text.replace(old, with: new) }
    var loader = StandardLoader(sources(text, elevation), directory: "Rules/tiny")
    return (loader.load(), loader.diagnostics)
  }

  /// Reads a standard that extends it and has one file more, with this text.
  package static func tailored(_ text: String) -> (standard: Standard?, diagnostics: [Diagnostic]) {
    let head =
      "standard: tinier\nextends: tiny\ntitle: {zh: 甲, en: A}\nissuer: {zh: 乙, en: B}\n"
      + "source: {zh: 丙, en: C}\nfiles: [own.yaml]\n"
    let own = [
      StandardSource(path: "standard.yaml", bytes: Array(head.utf8)),
      StandardSource(path: "own.yaml", bytes: Array(text.utf8)),
    ]
    var loader = StandardLoader(own, directory: "Rules/tinier") { _, _ in
      (ParentStandard(sources: sources(words, elevation), directory: "Rules/tiny"), nil)
    }
    return (loader.load(), loader.diagnostics)
  }

  /// Its files by their paths.
  package static let files = ["standard.yaml": head, "words.yaml": words, "elevation.yaml": elevation]

  private static func sources(_ words: String, _ elevation: String) -> [StandardSource] {
    [
      StandardSource(path: "standard.yaml", bytes: Array(head.utf8)),
      StandardSource(path: "words.yaml", bytes: Array(words.utf8)),
      StandardSource(path: "elevation.yaml", bytes: Array(elevation.utf8)),
    ]
  }

  private static let head = """
    standard: tiny
    title: {zh: 村部挂牌办法, en: Signs of village halls}
    issuer: {zh: 某乡, en: A township}
    source: {zh: 乡办文件, en: A document}
    left_means: facing-out
    sides: {left: {zh: 出门左手, en: left on leaving}, right: {zh: 出门右手, en: right on leaving}}
    files: [words.yaml, elevation.yaml]
    """

  private static let words = """
    clauses:
      - {id: "1", title: {zh: 门口, en: The door}, text: 门楣挂匾，左柱挂牌。}
    vocabulary:
      kinds:
        - {word: hall, zh: 村部匾, en: hall board, home: exterior, recognised_by: {ends: [村部]}}
        - {word: council, zh: 村民委员会牌, en: council plate, home: exterior, recognised_by: {ends: [村民委员会]}}
        - {word: grain, zh: 粮站牌, en: granary plate, home: exterior}
        - {word: poster, zh: 招贴, en: poster}
        - {word: map, zh: 导览图, en: map, in_scope: no}
      places:
        - {word: over-door, zh: 门楣, en: over the door, zone: exterior, spot: lintel}
        - {word: left-post, zh: 左柱, en: left post, zone: exterior, side: left}
        - {word: right-post, zh: 右柱, en: right post, zone: exterior, side: right}
        - {word: yard, zh: 院墙, en: yard wall, zone: exterior, spot: gate}
        - {word: inside, zh: 屋内, en: inside, zone: interior}
      colours:
        - {word: green, zh: 绿, en: green, paint: "#225533"}
        - {word: yellow, zh: 黄, en: yellow, paint: "#eecc22"}
        - {word: odd, zh: 杂色, en: an odd colour}
      community_types: [{word: village, zh: 村, en: village}]
      party_organizations: [{word: branch, zh: 支部, en: branch, wording: 支部}]
      functions: {listed: [议事]}
    rules:
      - id: hall.count
        clauses: ["1"]
        modality: must
        zone: exterior
        title: {zh: 匾为1块, en: One board}
        check: {count: {of: signs, where: {kind: hall}, exactly: 1}}
        message: {zh: "应为{expected}块", en: "Should be {expected}"}
        remedy: {zh: 挂匾, en: Hang it}
        rationale: {zh: 原文如此, en: So says the text}
        examples:
          - {name: a, expect: pass, inventory: {signs: [{id: A, kind: hall, place: over-door}]}}
          - {name: b, expect: fail, inventory: {signs: []}}
      - id: hall.name
        clauses: ["1"]
        modality: must
        zone: exterior
        title: {zh: 匾文, en: Wording}
        check: {wording: {where: {kind: hall}, equals: ["{community}村部"]}}
        message: {zh: "{sign} 应为“{expected}”", en: "{sign} should read {expected}"}
        remedy: {zh: 改写, en: Write it anew}
        rationale: {zh: 原文如此, en: So says the text}
        examples:
          - {name: a, expect: pass, inventory: {signs: [{id: A, kind: hall, text: 柳荫社区村部}]}}
          - {name: b, expect: fail, inventory: {signs: [{id: A, kind: hall, text: 村部}]}}
      - id: hall.looks
        clauses: ["1"]
        modality: must
        zone: exterior
        title: {zh: 绿底黄字，横式, en: "Yellow on green, horizontal"}
        check: {each: {of: signs, where: {kind: hall}, require: {all: [{background: green}, {lettering: yellow}, {orientation: horizontal}]}}}
        message: {zh: "{sign} 颜色不符", en: "{sign} has other colours"}
        remedy: {zh: 重漆, en: Paint it}
        rationale: {zh: 原文如此, en: So says the text}
        examples:
          - {name: a, expect: pass, inventory: {signs: [{id: A, kind: hall, background: green, lettering: yellow, orientation: horizontal}]}}
          - {name: b, expect: fail, inventory: {signs: [{id: A, kind: hall, background: odd}]}}
      - id: posts
        clauses: ["1"]
        modality: must
        zone: exterior
        title: {zh: 左右, en: Sides}
        check: {sides: {left: {kind: council}, right: {kind: grain}}}
        message:
          wrong_side: {zh: "{sign} 应在{expected}", en: "{sign} belongs {expected}"}
          mirrored: {zh: 左右相反, en: Mirrored}
          both_frames: {zh: 左右不符, en: Wrong sides}
        remedy: {zh: 移挂, en: Move it}
        rationale: {zh: 原文如此, en: So says the text}
        examples:
          - {name: a, expect: pass, inventory: {survey: {viewpoint: facing-out}, signs: [{id: A, kind: council, place: left-post}]}}
          - {name: b, expect: fail, inventory: {survey: {viewpoint: facing-out}, signs: [{id: A, kind: council, place: right-post}]}}
    """

  /// Its elevation as it is written.
  package static let elevation = """
    elevation:
      signs:
        - {kind: hall, place: over-door, wording: hall.name}
        - {kind: council, place: left-post}
        - {kind: grain, place: right-post, orientation: vertical, shape: plate}
      placeholders: {community: 某村}
    """
}

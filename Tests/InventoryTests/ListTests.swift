import Diagnostics
import Inventory
import Testing

@Suite("The roster")
struct RosterTests {
  static let text = """
    roster: 1
    district: 临江区
    streets:
      - name: 江畔街道办事处
        communities:
          - {name: 柳荫社区居委会, code: "990001001001", party_organization: committee, type: community}
          - {name: 渡口社区}
      - {名称: 柳林街道, 各社区: [{名称: 梅坞社区, 代码: 7, 党组织形式: 党总支, 类型: 社区}]}
      - name: 石桥街道

    """

  @Test("is read in its order, names brought to the short form")
  func read() {
    let (roster, said) = Read.roster(Self.text)
    #expect(said == [])
    #expect(roster.streets.map(\.street) == ["江畔街道", "柳林街道", "石桥街道"])
    #expect(roster.communities.map(\.name) == ["柳荫社区", "渡口社区", "梅坞社区"])
    #expect(roster.communities.map(\.street) == ["江畔街道", "江畔街道", "柳林街道"])
    #expect(roster.communities.map(\.district) == ["临江区", "临江区", "临江区"])
    #expect(roster.communities.map(\.code) == ["990001001001", nil, "7"])
    #expect(roster.communities.map(\.partyOrganization) == [0, nil, 1])
    #expect(roster.communities.map(\.location.range.start.line) == [6, 7, 8])
  }

  @Test(
    "matches by code where both sides have one, else by street and name",
    arguments: [
      ("江畔街道", "柳荫社区", nil, 0), ("江畔街道", "柳荫居委会", "990001001001", 0), ("别的街道", "别的社区", "990001001001", 0),
      ("江畔街道", "柳荫社区", "1", nil), ("江畔街道", "渡口社区", "1", 1), ("江畔街道", "渡口社区", nil, 1),
      ("柳林街道", "梅坞社区", "７", 2), ("柳林街道", "梅坞社区", "07", nil), ("江畔街道", "梅坞社区", nil, nil), ("江畔街道办事处", "渡口社区", nil, 1),
    ])
  func match(_ street: String, _ name: String, _ code: String?, _ index: Int?) {
    let roster = Read.roster(Self.text).roster
    let key = PlaceKey(district: "临江区", street: street, community: name, Read.words.shortNames)
    #expect(roster.match(key, code: code) == index)
  }

  @Test(
    "says what is wrong with it",
    arguments: [
      ("roster: 2\ndistrict: 甲\nstreets: []\n", ["1:9 unknown format version `2`"]),
      ("roster: 1\nstreets: []\n", ["1:1 the roster lacks the required key `district`"]),
      ("roster: 1\ndistrict: 甲\n", ["1:1 the roster lacks the required key `streets`"]),
      ("roster: 1\ndistrict: 甲\nstreet: []\nstreets: []\n", ["3:1 the roster has no key `street`"]),
      (
        "district: 甲\nstreets: {a: b}\n",
        ["2:10 `streets` must be a list (each item begins with `- `), but this is a group of `key: value` lines"]
      ),
      ("district: 甲\nstreets: [{communities: []}]\n", ["2:11 a street of the roster lacks the required key `name`"]),
      (
        "district: 甲\nstreets: [{name: 乙, communities: [{code: 1}, {name: 丙, party_organization: comittee}]}]\n",
        [
          "2:35 a community of the roster lacks the required key `name`",
          "2:76 `party_organization` has no word `comittee`",
        ]
      ),
      (
        "district: 甲\nstreets: [{name: 乙, communities: [{name: 丙社区}, {name: 丙居委会}]}]\n",
        ["2:55 the roster lists `乙丙社区` twice"]
      ),
      (
        "district: 甲\nstreets: [{name: 乙, communities: [{name: 丙, code: 1}, {name: 丁, code: １}]}]\n",
        ["2:55 the roster lists `1` twice"]
      ),
      ("district: 甲\nstreets: [{name: 乙, communities: [{name: 丙, 名称: 丙}]}]\n", ["2:45 the key `名称` stands here twice"]),
    ])
  func wrong(_ text: String, _ said: [String]) {
    #expect(Read.roster(text).said == said)
  }
}

@Suite("The waivers")
struct WaiverTests {
  static let entry =
    "rule: a.b, street: 江畔街道, community: 柳荫社区, reason: 一, approved_by: 二, document: 三, expires: 2026-12-31"

  @Test("are read in both spellings")
  func read() throws {
    let (waivers, said) = Read.waivers(
      """
      豁免: 1
      条目:
        - {规则: a.b, 区: 临江区, 街道: 江畔街道, 社区: 柳荫社区, 标识: N7, 对象: "room:101", 理由: 一, 批准人: 二, 文号: 三, 有效期至: 2026-12-31}
        - {\(Self.entry)}

      """)
    #expect(said == [])
    #expect(waivers.map(\.rule) == ["a.b", "a.b"])
    #expect(waivers.map(\.district) == ["临江区", nil])
    #expect(waivers.map(\.street) == ["江畔街道", "江畔街道"])
    #expect(waivers.map(\.community) == ["柳荫社区", "柳荫社区"])
    #expect(waivers.map(\.sign) == ["N7", nil])
    #expect(waivers.map(\.subject) == ["room:101", nil])
    #expect(waivers.map(\.reason) == ["一", "一"] && waivers.map(\.approvedBy) == ["二", "二"])
    #expect(waivers.map(\.document) == ["三", "三"])
    #expect(waivers.map(\.expires.description) == ["2026-12-31", "2026-12-31"])
    #expect(waivers.map(\.location.range.start.line) == [3, 4])
  }

  @Test(
    "need all but district, sign and subject",
    arguments: ["rule", "street", "community", "reason", "approved_by", "document", "expires"])
  func required(_ key: String) {
    let fields = Self.entry.split(separator: ", ").filter { !$0.hasPrefix(key + ":") }.joined(separator: ", ")
    let (waivers, said) = Read.waivers("waivers: 1\nentries: [{\(fields)}]\n")
    #expect(waivers.isEmpty)
    #expect(said == ["2:11 a waiver lacks the required key `\(key)`"])
  }

  @Test(
    "with an error are left out, and it is said where",
    arguments: [
      ("expires: 2026-12-31", "expires: 2026-02-30", ["2:103 `2026-02-30` is no date that exists"]),
      (
        "reason: 一", "reason: [一]",
        [
          "2:62 `reason` must be a text, but this is a list (each item begins with `- `)",
          "2:11 a waiver lacks the required key `reason`",
        ]
      ),
      ("reason: 一", "reason: 一, signs: N7", ["2:65 a waiver has no key `signs`"]),
    ])
  func wrong(_ old: String, _ new: String, _ said: [String]) {
    #expect(Read.waivers("waivers: 1\nentries: [{\(Self.entry.replacing(old, with: new))}]\n").said == said)
  }

  @Test("that are none are said to be")
  func none() {
    #expect(Read.waivers("waivers: 1\n").said == ["1:1 the waivers lacks the required key `entries`"])
    #expect(Read.waivers("waivers: 1\nentries: []\n").said == [])
    #expect(Read.waivers("waivers: 3\nentries: []\n").said == ["1:10 unknown format version `3`"])
  }
}

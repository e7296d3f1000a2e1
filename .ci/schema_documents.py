"""The documents that conformance-schemas.py starts from."""

from schema_variants import read

# MARK: Inventories written out: name, document, what is expected

head = "community: {district: 临江区, street: 江畔街道, name: 柳荫社区}\n"
# What is expected: the schema and the program refuse it; the program alone does; neither does.
sees, overlooks, fine = "refuses", "accepts", "reads"
examples = [
    ("unknown key", head + "signs: []\ncolour: red\n", sees),
    ("unknown key of a sign", head + "signs: [{id: W1, 颜色: 红}]\n", sees),
    ("unknown kind", head + "signs: [{id: W1, kind: residents-comittee}]\n", sees),
    ("unknown place", head + "signs: [{id: W1, 位置: 屋顶}]\n", sees),
    ("unknown colour", head + "signs: [{id: W1, background: pink}]\n", sees),
    ("a key in two spellings", head + "signs: [{id: W1, kind: other, 类别: 其他}]\n", sees),
    ("a required key in two spellings", head + "signs: []\n标识牌: []\n", sees),
    ("no signs", head, sees),
    ("signs is a mapping", head + "signs: {id: W1}\n", sees),
    ("signs is nothing", head + "signs:\n", sees),
    ("no id", head + "signs: [{kind: other}]\n", sees),
    ("an empty id", head + 'signs: [{id: ""}]\n', sees),
    ("no community", "signs: []\n", sees),
    ("no street", "community: {district: 临江区, name: 柳荫社区}\nsigns: []\n", sees),
    ("a street without a name", "community: {district: 临江区, street:, name: 柳荫社区}\nsigns: []\n", sees),
    ("community is a text", "community: 柳荫社区\nsigns: []\n", sees),
    ("a date in another form", head + 'survey: {date: "2026/5/1"}\nsigns: []\n', sees),
    ("a date in Chinese", head + "survey: {date: 二〇二六年}\nsigns: []\n", sees),
    ("a thirteenth month", head + "survey: {date: 2026-13-01}\nsigns: []\n", sees),
    ("a date that does not exist", head + "survey: {date: 2026-02-30}\nsigns: []\n", overlooks),
    ("prominent is a word", head + "signs: [{id: W1, prominent: 有点}]\n", sees),
    ("order is a word", head + "signs: [{id: W1, order: 第一}]\n", sees),
    ("order is no whole number", head + "signs: [{id: W1, order: 1.5}]\n", sees),
    ("a negative size", head + "signs: [{id: W1, size_mm: {width: -5}}]\n", sees),
    ("a size with its unit", head + "signs: [{id: W1, size_mm: {width: 36cm}}]\n", sees),
    ("entries is a text", head + "signs: [{id: W1, entries: 便民服务站}]\n", sees),
    ("covers is empty", head + "survey: {covers: []}\nsigns: []\n", sees),
    ("covers an unknown zone", head + "survey: {covers: [roof]}\nsigns: []\n", sees),
    ("a room without number", head + "facility: {rooms: [{floor: '1'}]}\nsigns: []\n", sees),
    ("rooms is a text", head + "facility: {rooms: 没有}\nsigns: []\n", sees),
    ("an unknown version", "inventory: 2\n" + head + "signs: []\n", sees),
    ("a list", "- " + head, sees),
    ("text is a list", head + "signs: [{id: W1, text: [甲, 乙]}]\n", sees),
    ("two signs with one id", head + "signs: [{id: W1}, {id: W1}]\n", overlooks),
    ("a key of a room in Chinese and English", head + "场所: {功能室: [{房号: '1', number: '1'}]}\nsigns: []\n", sees),
    # What YAML takes for something else is text; what is empty is absent.
    ("numbers as texts", head + "signs: [{id: 0101, text: 8:30, room: 0o17, note: 1e3, floor: 1}]\n", fine),
    ("truth values as texts", head + "signs: [{id: no, text: on, material: yes, note: True}]\n", fine),
    ("dates as texts", head + "signs: [{id: W1, text: 2024-01-01, photo: 2024-01-01}]\n", fine),
    ("nothing as texts", head + "signs: [{id: W1, text: ~, material: null, note: , basis: ''}]\n", fine),
    ("empty words", head + "signs: [{id: W1, kind: '', place: , state: ~, prominent: '', order: '', since: ''}]\n", fine),
    ("an empty version", 'inventory: ""\n' + head + "signs: []\n", fine),
    ("quoted numbers", head + "signs: [{id: W1, order: '1', size_mm: {width: '36.5', height: 220}}]\n", fine),
    ("empty items", head + "facility: {floors: [1, ], rooms: }\nsigns: [{id: W1, entries: [~], approval: }]\n", fine),
    ("truth values in every spelling", head + "signs: [{id: W1, prominent: yes}, {id: W2, 醒目: 是}, {id: W3, 显著: no}]\n", fine),
    ("nobody and departments", head + "signs: [{id: W1, demanded_by: 无}, {id: W2, demanded_by: [某局, 某办]}]\n", fine),
]

# MARK: Files as complete as can be, of which variants are made

inventory = read("""
inventory: 1
community: {district: 甲, street: 乙, name: 丙, code: "1", type: community, party_organization: committee}
survey: {date: 2026-05-12, by: 甲, viewpoint: facing-entrance, covers: [exterior, interior]}
facility: {name: 甲, floors: ["1"], rooms: [{number: "101", floor: "1", functions: [甲], demanded_by: 某局}]}
signs:
  - id: W1
    kind: index-board
    text: 甲
    place: hall
    orientation: horizontal
    mounting: hung
    background: white
    lettering: red
    prominent: yes
    state: in-place
    since: 2026-03-01
    order: 1
    floor: "1"
    room: "101"
    size_mm: {width: 2400, height: 600}
    material: 木
    entries: [{function: 甲, room: "101", area: 东, special: yes, approval: {document: 甲, date: 2026-03-01}}]
    demanded_by: [某局]
    basis: 甲
    approval: {document: 甲, authority: 甲, level: 甲, date: 2026-03-01}
    photo: [w1.jpg]
    note: 甲
""")
# § is another number in each variant, so that no two list the same community.
roster = read("""
roster: 1
district: 甲§
streets:
  - {name: 乙§, communities: [{name: 丙§, code: "1§", type: community, party_organization: committee}]}
""")
waivers = read("""
waivers: 1
entries:
  - {rule: service-center.count, district: 甲, street: 乙, community: 丙, sign: W1, subject: "room:1", reason: 丁,
     approved_by: 戊, document: 己, expires: 2026-12-31}
""")

# The files of a small standard.
small = {
    "standard.yaml": """
standard: small
title: {zh: 甲, en: a}
issuer: {zh: 甲, en: a}
source: {zh: 甲, en: a}
files: [clauses.yaml, vocabulary.yaml, rules.yaml, elevation.yaml]
left_means: facing-out
sides: {left: {zh: 甲, en: a}, right: {zh: 乙, en: b}}
example_community: {district: 甲, street: 乙, name: 丙, party_organization: branch}
""",
    "clauses.yaml": """
clauses: [{id: c, title: {zh: 甲, en: a}, text: 甲, not_checkable: [{words: 甲, note: {zh: 甲, en: a}}]}]
""",
    "vocabulary.yaml": """
vocabulary:
  kinds:
    - {word: plate, zh: 牌, en: plate}
    - word: mark
      zh: 标
      en: mark
      also: [标志]
      home: exterior
      in_scope: yes
      groups: [plates]
      recognised_by:
        {equals: [子], starts: 丑, ends: [寅], contains: 卯, place: gate, not_place: [gate], reads_as: room-number}
  places:
    - {word: gate, zh: 院门, en: gate, zone: exterior}
    - {word: door, zh: 大门, en: door, also: 门口, zone: exterior, side: left, wall: by-mounting, groups: [doors]}
    - {word: window, zh: 窗, en: window, zone: exterior, spot: window}
  colours: [{word: red, zh: 红, en: red}, {word: white, zh: 白, en: white, also: [白色], paint: "#ffffff"}]
  community_types: [{word: village, zh: 村, en: village, also: [行政村]}]
  party_organizations:
    - {word: branch, zh: 支部, en: branch, wording: 支部}
    - {word: committee, zh: 委员会, en: committee, also: [党委], wording: 委员会}
  functions: {listed: [子], further: [丑]}
  wall_mountings: {on_wall: [hung], off_wall: [standing]}
  room_number_forms: {before: [房号], after: [室]}
  short_names: {district: [{drop: 子, add: 丑}], street: [{drop: 子, add: 丑}], community: [{drop: 子, add: 丑}]}
  near_misses: [{written: 子, meant: 丑, note: {zh: 甲, en: a}}]
""",
    "rules.yaml": """
rules:
  - id: plates
    clauses: [c]
    modality: must
    title: {zh: 甲, en: a}
    check: {count: {of: signs, where: {kind: plate}, at_most: 1}}
    message: {zh: 甲, en: a}
    remedy: {zh: 甲, en: a}
    rationale: {zh: 甲, en: a}
    examples: [{name: 子, expect: pass, inventory: {signs: []}}, {name: 丑, expect: fail, inventory: {signs: []}}]
""",
    "elevation.yaml": """
elevation:
  signs: [{kind: mark, place: gate, orientation: vertical, background: red, lettering: red, shape: plate}]
  placeholders: {district: 甲, street: 乙, community: 丙, party_organization: 丁}
""",
}
# The files of one that extends it.
child = {
    "standard.yaml": """
standard: child
extends: ../small
title: {zh: 甲, en: a}
issuer: {zh: 甲, en: a}
source: {zh: 甲, en: a}
files: [changes.yaml]
""",
    "changes.yaml": """
changes:
  - rule: plates
    reason: {zh: 甲, en: a}
    modality: in-principle
    off: no
    set: {at_least: 0, at_most: 2}
    title: {zh: 甲, en: a}
    message: {too_many: {zh: 甲, en: a}}
    remedy: {zh: 甲, en: a}
    examples: [{name: 子, expect: pass, inventory: {signs: []}}, {name: 丑, expect: fail, inventory: {signs: []}}]
    locked: yes
""",
}

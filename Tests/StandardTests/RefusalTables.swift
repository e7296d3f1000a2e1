enum RefusalTables {
  /// The head, and the files.
  static let head: [Refusal] = [
    Refusal(
      "no id", in: "standard", "standard: small\n", "", "standard.yaml:1:1 the head of the standard lacks `standard`"),
    Refusal(
      "an id that is nothing", in: "standard", "standard: small", "standard: ~",
      "standard.yaml:1:1 the head of the standard lacks `standard`"),
    Refusal(
      "an id that is empty", in: "standard", "standard: small", "standard: \"\"",
      "standard.yaml:1:11 `standard` must not be empty"),
    Refusal(
      "an unknown field of the head", in: "standard", "left_means", "left_mean",
      "standard.yaml:5:1 the head of the standard has no key `left_mean`"),
    Refusal(
      "an unknown frame", in: "standard", "facing-entrance", "facing-in",
      "standard.yaml:5:13 `left_means` has no word `facing-in`"),
    Refusal(
      "a title in one language", in: "standard", "{zh: 小标准, en: Small standard}", "{zh: 小标准}",
      "standard.yaml:2:8 `title` lacks `en`"),
    Refusal(
      "a title that is a text", in: "standard", "{zh: 小标准, en: Small standard}", "小标准",
      "standard.yaml:2:8 `title` must be a group of `key: value` lines, but this is a text"),
    Refusal(
      "one side", in: "standard", "{left: {zh: 左, en: left}, right: {zh: 右, en: right}}", "{left: {zh: 左, en: left}}",
      "standard.yaml:6:8 `sides` lacks `right`"),
    Refusal(
      "a file that is not there", in: "standard", "[words.yaml, rules.yaml]", "[words.yaml, rules.yaml, more.yaml]",
      "standard.yaml:7:33 standard.yaml lists `more.yaml`, which does not exist or is no YAML file"),
    Refusal(
      "a file that is not listed", in: "standard", "[words.yaml, rules.yaml]", "[words.yaml]",
      "rules.yaml:1:1 `rules.yaml` is not listed under `files` in standard.yaml: its rules would not count"),
    Refusal(
      "an example community without a name", in: "standard", ", name: 柳荫社区", "",
      "standard.yaml:8:20 `example_community` lacks `name`"),
    Refusal(
      "a key twice", in: "standard", "left_means", "title: {zh: 二, en: two}\nleft_means",
      "standard.yaml:5:1 The key `title` is repeated: it stands on line 2 already."),
    Refusal(
      "a merge key", in: "standard", "sides: {", "sides: {<<: {}, ",
      "standard.yaml:6:9 The merge key `<<` is not allowed."),
    Refusal(
      "a tag", in: "standard", "standard: small", "standard: !x small",
      "standard.yaml:1:11 The YAML tag `!x` is not allowed."),
    Refusal(
      "a file without rules", in: "rules", SmallStandard.rules, "rules: []\n",
      "standard.yaml:1:1 the standard has no rules"),
    Refusal(
      "an empty file", in: "rules", SmallStandard.rules, "# nothing\n", "rules.yaml:1:1 there is nothing in the file"),
    Refusal(
      "two documents in a file", in: "rules", SmallStandard.rules, SmallStandard.rules + "---\nrules: []\n",
      "rules.yaml:43:1 a file of a standard holds one document"),
    Refusal(
      "a form of the example community that is none", in: "standard", "name: 柳荫社区}",
      "name: 柳荫社区, party_organization: comittee}", "standard.yaml:8:82 `party_organization` has no word `comittee`"),
    Refusal(
      "a file that is a list", in: "rules", "rules:\n", "- rules:\n",
      "rules.yaml:1:1 a file of the standard must be a group of `key: value` lines, but this is a list (each item begins with `- `)"
    ),
    Refusal(
      "an unknown part", in: "rules", "rules:\n", "rule:\n", "rules.yaml:1:1 a file of the standard has no key `rule`"),
    Refusal(
      "a file that breaks off", in: "rules", "aliases: [centre.count]", "aliases: [centre.count",
      "rules.yaml:3:14 The `[` on line 3 has no `]`, or a comma is missing between two of its items."),
  ]

  /// Clauses and vocabulary.
  static let words: [Refusal] = [
    Refusal(
      "a clause without a text", in: "words", "    text: 大门上方悬挂一处标识。\n", "", "words.yaml:2:5 a clause lacks `text`"),
    Refusal(
      "a clause twice", in: "words", "clauses:\n", "clauses:\n  - {id: c.1, title: {zh: 一, en: one}, text: 一}\n",
      "words.yaml:3:9 the clause id `c.1` is used twice"),
    Refusal(
      "an unknown field of a clause", in: "words", "not_checkable", "notcheckable",
      "words.yaml:5:5 a clause has no key `notcheckable`"),
    Refusal(
      "a remark without a note", in: "words", ", note: {zh: 看位置, en: look at the place}", "",
      "words.yaml:5:21 `not_checkable` lacks `note`"),
    Refusal(
      "no kinds", in: "words", "  kinds:\n", "  sorts:\n", "words.yaml:7:3 the vocabulary has no key `sorts`",
      "words.yaml:7:3 the vocabulary lacks `kinds`"),
    Refusal(
      "a kind without a Chinese word", in: "words", "zh: 中心牌, ", "", "words.yaml:8:7 a word of `kinds` lacks `zh`"),
    Refusal(
      "an unknown field of a kind", in: "words", "home: exterior", "hone: exterior",
      "words.yaml:8:48 a word of `kinds` has no key `hone`"),
    Refusal(
      "an unknown zone", in: "words", "home: exterior", "home: outside", "words.yaml:8:54 `home` has no word `outside`"),
    Refusal(
      "a spelling that is nothing", in: "words", "also: [房门牌]", "also: [房门牌, ~]",
      "words.yaml:9:55 `also` must not be empty"),
    Refusal(
      "a spelling twice", in: "words", "also: [房门牌]", "also: [中心牌]",
      "words.yaml:9:50 `kinds` has the spelling `中心牌` twice"),
    Refusal(
      "a kind recognised by nothing", in: "words", "{ends: [中心]}", "{place: [hall]}",
      "words.yaml:8:79 `recognised_by` says no words to recognise it by"),
    Refusal(
      "a kind recognised by an unknown way", in: "words", "{ends: [中心]}", "{matches: 中心}",
      "words.yaml:8:80 `recognised_by` has no key `matches`"),
    Refusal(
      "a kind recognised at an unknown place", in: "words", "place: [room-door]", "place: [room-dor]",
      "words.yaml:9:80 `place` has no word `room-dor`"),
    Refusal(
      "in scope: maybe", in: "words", "in_scope: no", "in_scope: maybe",
      "words.yaml:10:51 `in_scope` has no word `maybe`"),
    Refusal(
      "a place without a zone", in: "words", "zone: exterior, side: left", "side: left",
      "words.yaml:13:7 a word of `places` lacks `zone`"),
    Refusal(
      "an unknown side", in: "words", "side: left", "side: middle", "words.yaml:13:71 `side` has no word `middle`"),
    Refusal(
      "a wall that is perhaps one", in: "words", "wall: by-mounting", "wall: perhaps",
      "words.yaml:14:60 `wall` has no word `perhaps`"),
    Refusal(
      "an unknown mounting", in: "words", "off_wall: [standing]", "off_wall: [stood]",
      "words.yaml:16:48 `off_wall` has no word `stood`"),
    Refusal(
      "a form of Party organization without a wording", in: "words", ", wording: 委员会", "",
      "words.yaml:19:25 a word of `party_organizations` lacks `wording`"),
    Refusal(
      "functions without a list", in: "words", "listed: [便民服务站], ", "", "words.yaml:20:14 `functions` lacks `listed`"),
    Refusal(
      "functions that are no list", in: "words", "[便民服务站]", "{a: b}",
      "words.yaml:20:23 `listed` must be a list (each item begins with `- `), but this is a group of `key: value` lines"
    ),
    Refusal(
      "an ending without what it drops", in: "words", "drop: 居委会, ", "", "words.yaml:22:29 an ending lacks `drop`"),
    Refusal(
      "a near miss without what is meant", in: "words", "meant: 中国共产党, ", "",
      "words.yaml:23:17 a near miss lacks `meant`"),
    Refusal(
      "65 colours", in: "words", "[{word: white, zh: 白, en: white}]",
      "[{word: white, zh: 白, en: white}, "
        + (1...64).map { "{word: c\($0), zh: 色\($0), en: c\($0)}" }.joined(separator: ", ") + "]",
      "words.yaml:17:12 `colours` has 65 words, of at most 64"),
    Refusal(
      "65 groups of places", in: "words", "groups: [hall]",
      "groups: [hall, " + (1...64).map { "g\($0)" }.joined(separator: ", ") + "]",
      "words.yaml:12:5 places have at most 64 groups"),
  ]

  /// What every rule says.
  static let rules: [Refusal] = [
    Refusal(
      "a rule without an id", in: "rules", "  - id: center.count\n    aliases", "  - aliases",
      "rules.yaml:2:5 a rule lacks `id`", "rules.yaml:34:17 there is no rule `center.count`"),
    Refusal(
      "an id twice", in: "rules", "id: center.name", "id: center.count",
      "rules.yaml:15:9 the rule id `center.count` is used twice"),
    Refusal(
      "an id that is another rule's former id", in: "rules", "id: center.name", "id: centre.count",
      "rules.yaml:15:9 `centre.count` is a former id (`aliases`) of one rule and names another"),
    Refusal(
      "an unknown field of a rule", in: "rules", "    modality: must\n    zone",
      "    modality: must\n    severity: error\n    zone", "rules.yaml:6:5 a rule has no key `severity`"),
    Refusal(
      "an unknown modality", in: "rules", "modality: must", "modality: shall",
      "rules.yaml:5:15 `modality` has no word `shall`"),
    Refusal(
      "an unknown clause", in: "rules", "clauses: [c.1]", "clauses: [c.2]", "rules.yaml:4:15 there is no clause `c.2`"),
    Refusal(
      "an unknown zone of a rule", in: "rules", "zone: exterior", "zone: exteriour",
      "rules.yaml:6:11 `zone` has no word `exteriour`"),
    Refusal(
      "a rule to yield to that is not there", in: "rules", "[center.count]", "[center.counts]",
      "rules.yaml:35:17 there is no rule `center.counts`"),
    Refusal(
      "a former id twice", in: "rules", "    clauses: [c.1]\n    modality: in-principle",
      "    aliases: [center.name]\n    clauses: [c.1]\n    modality: in-principle",
      "rules.yaml:30:9 `center.name` is a former id (`aliases`) of one rule and names another"),
    Refusal(
      "a second clause that is unknown, on its own line", in: "rules", "clauses: [c.1]",
      "clauses:\n      - c.1\n      - c.9", "rules.yaml:6:9 there is no clause `c.9`"),
    Refusal(
      "a slot that is unknown in English", in: "rules", "{zh: \"应为{expected}\", en: \"Should be {expected}\"}",
      "\n      zh: 应为{expected}\n      en: Should be {actuel}, {actuel}",
      "rules.yaml:11:11 there is no slot `{actuel}` here"),
    Refusal(
      "a rule that names a broken one: nothing is said of the name", in: "rules", "modality: must", "modality: most",
      "rules.yaml:5:15 `modality` has no word `most`"),
    Refusal(
      "no rationale", in: "rules", "    rationale: {zh: 原文, en: The clause}\n", "",
      "rules.yaml:2:5 a rule lacks `rationale`"),
    Refusal(
      "no examples", in: "rules",
      """
          examples:
            - {name: 有, expect: pass, inventory: {signs: [{id: W1, kind: center, place: above-entrance}]}}
            - {name: 无, expect: fail, inventory: {signs: []}}

      """, "", "rules.yaml:2:5 a rule lacks `examples`"),
    Refusal(
      "an example that expects a wish", in: "rules", "expect: pass", "expect: good",
      "rules.yaml:13:27 `expect` has no word `good`"),
    Refusal(
      "an example without an inventory", in: "rules", ", inventory: {signs: []}", "",
      "rules.yaml:14:9 the example has no inventory"),
    Refusal(
      "an example that expects a pass of a sign", in: "rules", "[{outcome: fail, sign: W1}]",
      "[{outcome: pass, sign: W1}]", "rules.yaml:28:28 `outcome` has no word `pass`"),
    Refusal(
      "an unknown field of what is expected", in: "rules", "[{outcome: fail, sign: W1}]", "[{outcome: fail, sing: W1}]",
      "rules.yaml:28:34 an expected finding has no key `sing`"),
    Refusal(
      "a message with a slot that is not there", in: "rules", "应为{expected}", "应为{expect}",
      "rules.yaml:9:19 there is no slot `{expect}` here"),
    Refusal(
      "a remedy for a reason that is not there", in: "rules", "too_few:", "too_little:",
      "rules.yaml:10:14 `remedy` has no key `too_little`"),
    Refusal(
      "a slot of another reason", in: "rules", "fail: {zh: \"{sign}\"", "fail: {zh: \"{difference}\"",
      "rules.yaml:36:26 there is no slot `{difference}` here"),
  ]
}

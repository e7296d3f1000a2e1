extension RefusalTables {
  /// Checks, conditions and formulas.
  static let checks: [Refusal] = [
    Refusal(
      "an unknown check", in: "rules", "check: {count:", "check: {counts:",
      "rules.yaml:8:13 `check` has no key `counts`"),
    Refusal(
      "two checks", in: "rules", "exactly: 1}}", "exactly: 1}, in_facility: {fields: [room, floor]}}",
      "rules.yaml:8:12 `check` takes exactly one check kind"),
    Refusal(
      "no check", in: "rules", "check: {count: {of: signs, where: {kind: center}, exactly: 1}}", "check: {}",
      "rules.yaml:8:12 `check` takes exactly one check kind"),
    Refusal(
      "a check that is a word", in: "rules", "check: {count: {of: signs, where: {kind: center}, exactly: 1}}",
      "check: count", "rules.yaml:8:12 `check` must be a group of `key: value` lines, but this is a text"),
    Refusal(
      "min above max", in: "rules", "at_least: 0, at_most: 9", "at_least: 10, at_most: 9",
      "rules.yaml:20:19 at_least (10) is above at_most (9)"),
    Refusal(
      "exactly and at least", in: "rules", "exactly: 1", "exactly: 1, at_least: 1",
      "rules.yaml:8:20 a count takes exactly, or at_least and at_most"),
    Refusal(
      "a count without bounds", in: "rules", ", exactly: 1", "",
      "rules.yaml:8:20 a count takes exactly, or at_least and at_most"),
    Refusal(
      "a negative bound", in: "rules", "exactly: 1", "exactly: -1",
      "rules.yaml:8:64 `exactly` must be a whole number from 0 to 9999"),
    Refusal(
      "a full-width bound", in: "rules", "exactly: 1", "exactly: １",
      "rules.yaml:8:64 `exactly` must be a whole number from 0 to 9999"),
    Refusal(
      "a bound of five digits", in: "rules", "exactly: 1", "exactly: 10000",
      "rules.yaml:8:64 `exactly` must be a whole number from 0 to 9999"),
    Refusal(
      "a count of what cannot be counted", in: "rules", "{of: signs", "{of: sings",
      "rules.yaml:8:25 `of` has no word `sings`"),
    Refusal(
      "a word outside the vocabulary", in: "rules", "where: {kind: center}", "where: {kind: centre}",
      "rules.yaml:8:46 `kind` has no word `centre`"),
    Refusal(
      "two words outside the vocabulary", in: "rules", "where: {kind: center}", "where: {kind: [centre, dor]}",
      "rules.yaml:8:47 `kind` has no word `centre`", "rules.yaml:8:55 `kind` has no word `dor`"),
    Refusal(
      "an unknown key of a condition", in: "rules", "where: {kind: center}", "where: {sort: center}",
      "rules.yaml:8:40 the condition has no key `sort`"),
    Refusal(
      "an empty condition", in: "rules", "where: {kind: center}", "where: {}", "rules.yaml:8:39 the condition is empty"),
    Refusal(
      "a condition on rooms about signs", in: "rules", "where: {kind: center}", "where: {functions: {at_least: 1}}",
      "rules.yaml:8:40 the condition has no key `functions`"),
    Refusal(
      "a key of a condition without a value", in: "rules", "where: {kind: center}", "where: {kind: center, place: }",
      "rules.yaml:8:54 `place` has no value"),
    Refusal(
      "an unknown place group", in: "rules", "where: {kind: center}", "where: {place_group: halls}",
      "rules.yaml:8:53 `place_group` has no word `halls`"),
    Refusal(
      "an unknown colour", in: "rules", "background: white", "background: whit",
      "rules.yaml:34:83 `background` has no word `whit`"),
    Refusal(
      "an unknown field to be recorded", in: "rules", "{background: white}", "{recorded: colour}",
      "rules.yaml:34:81 `recorded` has no word `colour`"),
    Refusal(
      "who demanded it", in: "rules", "{background: white}", "{demanded_by: someone}",
      "rules.yaml:34:84 `demanded_by` has no word `someone`"),
    Refusal(
      "a text with two comparisons", in: "rules", "text: {contains: 牌}", "text: {contains: 牌, ends: 牌}",
      "rules.yaml:34:104 `text` takes exactly one of equals, starts, ends, contains, is"),
    Refusal(
      "a text without a comparison", in: "rules", "text: {contains: 牌}", "text: {}",
      "rules.yaml:34:104 `text` takes exactly one of equals, starts, ends, contains, is"),
    Refusal(
      "a text with a regular expression", in: "rules", "text: {contains: 牌}", "text: {matches: .*}",
      "rules.yaml:34:105 `text` has no key `matches`"),
    Refusal(
      "a formula of two", in: "rules", "when: {count:", "when: {any: [], count:",
      "rules.yaml:20:11 a formula is exactly one of count, community, all, any, not"),
    Refusal(
      "a wording compared two ways", in: "rules", "equals: [\"{community}中心\"]", "equals: 甲, contains: 乙",
      "rules.yaml:21:22 wording takes one of equals, contains"),
    Refusal(
      "a wording without a text", in: "rules", ", equals: [\"{community}中心\"]", "",
      "rules.yaml:21:22 wording takes one of equals, contains"),
    Refusal(
      "an unknown placeholder", in: "rules", "{community}中心", "{village}中心",
      "rules.yaml:21:55 wordings have no placeholder `{village}`"),
    Refusal(
      "each without what it requires", in: "rules",
      ", require: {all: [{background: white}, {not: {text: {contains: 牌}}}]}", "",
      "rules.yaml:34:19 the check `each` lacks `require`"),
    Refusal(
      "each of nothing known", in: "rules", "each: {of: signs", "each: {of: doors",
      "rules.yaml:34:24 `of` has no word `doors`"),
    Refusal(
      "on, where no entries are judged", in: "rules", "each: {of: signs", "each: {on: {kind: center}, of: signs",
      "rules.yaml:34:24 `on` belongs to checks of entries only"),
    Refusal(
      "all that is no list", in: "rules", "{all: [{background: white}, {not: {text: {contains: 牌}}}]}",
      "{all: {background: white}}",
      "rules.yaml:34:69 `all` must be a list (each item begins with `- `), but this is a group of `key: value` lines"),
    Refusal(
      "a side missing", in: "rules", "check: {count: {of: signs, where: {kind: center}, exactly: 1}}",
      "check: {sides: {left: {kind: center}}}", "rules.yaml:8:20 the check `sides` lacks `right`"),
    Refusal(
      "a floor without a number", in: "rules", "check: {count: {of: signs, where: {kind: center}, exactly: 1}}",
      "check: {per_floor: {of: signs, floors_with: {functions: {at_least: 1}}}}",
      "rules.yaml:8:24 the check `per_floor` lacks `at_least`"),
    Refusal(
      "a field that cannot be asked for", in: "rules", "check: {count: {of: signs, where: {kind: center}, exactly: 1}}",
      "check: {recorded: {field: text}}", "rules.yaml:9:19 there is no slot `{expected}` here",
      "rules.yaml:9:39 there is no slot `{expected}` here", "rules.yaml:10:14 `remedy` has no key `too_few`",
      "rules.yaml:10:45 `remedy` has no key `too_many`"),
    Refusal(
      "a check without parameters, with one", in: "rules",
      "check: {count: {of: signs, where: {kind: center}, exactly: 1}}", "check: {inventory_unique: {of: signs}}",
      "rules.yaml:8:32 the check `inventory_unique` has no key `of`",
      "rules.yaml:9:19 there is no slot `{expected}` here", "rules.yaml:9:39 there is no slot `{expected}` here",
      "rules.yaml:10:14 `remedy` has no key `too_few`", "rules.yaml:10:45 `remedy` has no key `too_many`"),
    Refusal(
      "boards without what they cover", in: "rules", "check: {count: {of: signs, where: {kind: center}, exactly: 1}}",
      "check: {entries_cover: {on: {kind: board}, functions: all}}", "rules.yaml:8:59 `functions` has no word `all`"),
    Refusal(
      "a reference to what is none", in: "rules", "check: {count: {of: signs, where: {kind: center}, exactly: 1}}",
      "check: {in_facility: {fields: [room, wing]}}", "rules.yaml:8:42 `fields` has no word `wing`",
      "rules.yaml:9:19 there is no slot `{expected}` here", "rules.yaml:9:39 there is no slot `{expected}` here",
      "rules.yaml:10:14 `remedy` has no key `too_few`", "rules.yaml:10:45 `remedy` has no key `too_many`"),
  ]

  /// Sizes, days, approvals, communities and groups.
  static let values: [Refusal] = [
    Refusal(
      "a size without a unit", in: "rules", "{background: white}", "{size: {width: {exactly: 1}}}",
      "rules.yaml:34:77 `size` lacks `unit`"),
    Refusal(
      "a size in inches", in: "rules", "{background: white}", "{size: {unit: inch, width: {exactly: 1}}}",
      "rules.yaml:34:84 `unit` has no word `inch`"),
    Refusal(
      "a size of nothing", in: "rules", "{background: white}", "{size: {unit: cm}}",
      "rules.yaml:34:77 `size` takes width, height or both"),
    Refusal(
      "a size without bounds", in: "rules", "{background: white}", "{size: {unit: cm, width: {tolerance: 1}}}",
      "rules.yaml:34:95 `width` takes exactly, or at_least and at_most"),
    Refusal(
      "a tolerance without a middle", in: "rules", "{background: white}",
      "{size: {unit: cm, width: {at_least: 1, tolerance: 1}}}", "rules.yaml:34:95 `tolerance` goes with `exactly` only"),
    Refusal(
      "a least width above the most", in: "rules", "{background: white}",
      "{size: {unit: cm, width: {at_least: 2.5, at_most: 2}}}", "rules.yaml:34:95 at_least (2.5) is above at_most (2)"),
    Refusal(
      "a width of four decimals", in: "rules", "{background: white}", "{size: {unit: m, width: {exactly: 1.2345}}}",
      "rules.yaml:34:104 `exactly` must be a number from 0 to 999999 with at most three decimals"),
    Refusal(
      "a day that does not exist", in: "rules", "{background: white}", "{since: {from: 2026-02-30}}",
      "rules.yaml:34:85 `from` is no date that exists"),
    Refusal(
      "days the wrong way round", in: "rules", "{background: white}", "{since: {from: 2026-02-02, until: 2026-02-01}}",
      "rules.yaml:34:78 from (2026-02-02) is after until (2026-02-01)"),
    Refusal(
      "no days", in: "rules", "{background: white}", "{since: {}}", "rules.yaml:34:78 `since` takes from, until or both"
    ),
    Refusal(
      "an approval of nothing", in: "rules", "{background: white}", "{approval: {}}",
      "rules.yaml:34:81 `approval` takes at least one of documented, level, authority"),
    Refusal(
      "an approval by an unknown word", in: "rules", "{background: white}", "{approval: signed}",
      "rules.yaml:34:81 `approval` has no word `signed`"),
    Refusal(
      "a group of kinds that is none", in: "rules", "{background: white}", "{kind_group: five}",
      "rules.yaml:34:83 there is no group of kinds `five`"),
    Refusal(
      "a community of nothing", in: "rules",
      "when: {count: {of: rooms, where: {functions: {at_least: 1}}, at_least: 0, at_most: 9}}", "when: {community: {}}",
      "rules.yaml:20:23 `community` takes type, party_organization or both"),
    Refusal(
      "a community of an unknown type", in: "rules",
      "when: {count: {of: rooms, where: {functions: {at_least: 1}}, at_least: 0, at_most: 9}}",
      "when: {community: {type: village}}", "rules.yaml:20:30 `type` has no word `village`"),
    Refusal(
      "an unknown action", in: "rules", "    rationale:", "    action: burn\n    rationale:",
      "rules.yaml:11:13 `action` has no word `burn`"),
    Refusal(
      "a lock that is perhaps one", in: "rules", "    rationale:", "    locked: perhaps\n    rationale:",
      "rules.yaml:11:13 `locked` has no word `perhaps`"),
  ]
}

import Inventory

/// The constructs of the files of a standard: head, clauses, vocabulary, rules, changes, elevation.
extension Construct {
  static let head = Construct(
    .head, zh: "标准的抬头", en: "the head of the standard",
    [
      .required("standard", .identifier, "标准的编号", "the standard's id"),
      .required("title", .of(.bilingual), "标准的名称", "its name"),
      .required("issuer", .of(.bilingual), "由谁发布", "who issued it"),
      .required("source", .of(.bilingual), "原文出处", "where its text was published"),
      .required("files", .texts, "其余文件，按报告中规则的顺序", "the other files, in the order of rules in reports"),
      .optional("extends", .text, "套用哪套标准：目录或内置标准的编号", "the standard that it extends: a directory or a built-in id"),
      .optional(
        "left_means", .choice(FixedWords.viewpoint.words.map(\.canonical)), "原文的左右从哪里看；不写表示原文没有说",
        "from where the text sees left and right; left out: the text does not say"),
      .optional("sides", .of(.sides), "报告怎样写大门左右两侧", "how reports print the two sides of the entrance"),
      .optional("example_community", .of(.exampleCommunity), "例子不写社区时用的社区", "the community of examples that name none"),
      .optional("compliant", .text, "完全符合本标准的一份台账，供 rules test 使用", "a compliant inventory, for `rules test`"),
    ])

  static let sides = Construct(
    .sides, zh: "“sides”", en: "`sides`",
    [
      .required("left", .of(.bilingual), "左侧怎么写", "the left side"),
      .required("right", .of(.bilingual), "右侧怎么写", "the right side"),
    ])

  static let exampleCommunity = Construct(
    .exampleCommunity, zh: "“example_community”", en: "`example_community`",
    [
      .required("district", .text, "区", "the district"), .required("street", .text, "街道", "the street"),
      .required("name", .text, "社区", "the community"),
      .optional("party_organization", .word(.partyOrganizations), "党组织形式", "the form of the Party organization"),
    ])

  static let part = Construct(
    .part, zh: "标准文件", en: "a file of the standard",
    [
      .optional("clauses", .list(.of(.clause)), "条款原文", "the published text"),
      .optional("vocabulary", .of(.vocabulary), "词汇表", "the words"),
      .optional("changes", .list(.of(.change)), "对上级标准的调整", "changes to the standard that is extended"),
      .optional("rules", .list(.of(.rule)), "规则", "the rules"),
      .optional("elevation", .of(.elevation), "示意图", "what an entrance should look like"),
    ])

  /// A text in both languages.
  static let bilingual = Construct(
    .bilingual, zh: "中英文两种文字", en: "a text in both languages",
    [.required("zh", .text, "中文", "Chinese"), .required("en", .text, "英文", "English")])

  // MARK: Clauses and words

  static let clause = Construct(
    .clause, zh: "条款", en: "a clause",
    [
      .required("id", .identifier, "条款编号", "the clause's id"), .required("title", .of(.bilingual), "条款标题", "its title"),
      .required("text", .text, "原文，一字不改", "the original words, verbatim"),
      .optional(
        "not_checkable", .list(.of(.notCheckable)), "机器判断不了、要到现场看的字句", "words that no machine can judge"),
    ])

  static let notCheckable = Construct(
    .notCheckable, zh: "“not_checkable”", en: "`not_checkable`",
    [
      .required("words", .text, "原文的字句", "the original words"),
      .required("note", .of(.bilingual), "检查人员看什么", "what an inspector looks at"),
    ])

  static let vocabulary = Construct(
    .vocabulary, zh: "词汇表", en: "the vocabulary",
    [
      .inherited(
        "kinds", .list(.of(.kind)), "标识牌的类别；按先后识别，先写特殊的", "the kinds of signs, the special before the general"),
      .inherited("places", .list(.of(.place)), "位置", "the places"),
      .inherited("colours", .list(.of(.colour)), "颜色", "the colours"),
      .inherited("community_types", .list(.of(.communityType)), "社区类型", "the types of communities"),
      .inherited(
        "party_organizations", .list(.of(.partyOrganization)), "党组织形式", "the forms of a Party organization"),
      .inherited("functions", .of(.functions), "功能", "the functions"),
      .optional("wall_mountings", .of(.wallMountings), "哪些安装方式算上墙", "which mountings put a sign on the wall"),
      .optional("room_number_forms", .of(.roomNumberForms), "房号牌上房号前后可有的字", "what may stand round a room's number"),
      .optional("short_names", .of(.shortNames), "正式名称怎样取短", "how official names are shortened"),
      .optional("near_misses", .list(.of(.nearMiss)), "易错写法", "wordings that people write by mistake"),
    ])

  private static let word: [Key] = [
    .required("word", .text, "英文规范词，规则里用它", "the canonical word, which rules use"),
    .required("zh", .text, "中文写法，也是中文报告里的名称", "the Chinese spelling and label"),
    .required("en", .text, "英文报告里的名称", "the English label"),
    .optional("also", .texts, "其他可用的写法", "further accepted spellings"),
  ]

  private static let zones = Value.choice(FixedWords.zone.words.map(\.canonical))

  static let kind = Construct(
    .kind, zh: "“kinds”的词", en: "a word of `kinds`",
    word + [
      .optional("home", zones, "位置未登记时归哪个区域", "the zone that judges one without a place"),
      .optional("in_scope", .flag, "是否属于本标准的管理范围", "whether the standard is about it"),
      .optional("groups", .texts, "所属的类别组", "its groups"),
      .optional("recognised_by", .of(.recognition), "没有登记类别时凭什么识别", "by what it is recognised"),
    ])

  static let recognition = Construct(
    .recognition, zh: "“recognised_by”", en: "`recognised_by`",
    quantity: .someOf(["equals", "starts", "ends", "contains", "reads_as"]),
    [
      .optional("equals", .texts, "文字就是这些之一", "the wording is one of these"),
      .optional("starts", .texts, "以这些之一开头", "it starts with one of these"),
      .optional("ends", .texts, "以这些之一结尾", "it ends with one of these"),
      .optional("contains", .texts, "含有这些之一", "it contains one of these"),
      .optional("place", .words(.places), "位置是这些之一", "the place is one of these"),
      .optional("not_place", .words(.places), "位置不是这些", "the place is none of these"),
      .optional("reads_as", .choice(["room-number"]), "文字是一个房号", "it reads as a room's number"),
    ])

  static let place = Construct(
    .place, zh: "“places”的词", en: "a word of `places`",
    word + [
      .required("zone", zones, "外部还是内部", "outside or inside"),
      .optional("side", .choice(["left", "right"]), "大门的哪一侧", "the side of the entrance"),
      .optional("wall", .choice(["yes", "no", "by-mounting"]), "是否算在墙上", "whether a sign there is on a wall"),
      .optional("groups", .texts, "所属的位置组", "its groups"),
      .optional(
        "spot", .choice(Vocabulary.Spot.allCases.map(\.rawValue)), "示意图上画在哪里", "where drawings show it"),
    ])

  static let colour = Construct(
    .colour, zh: "“colours”的词", en: "a word of `colours`",
    word + [.optional("paint", .paint, "示意图上用的颜色", "the colour that drawings use")])

  static let communityType = Construct(
    .communityType, zh: "“community_types”的词", en: "a word of `community_types`", word)

  static let partyOrganization = Construct(
    .partyOrganization, zh: "“party_organizations”的词", en: "a word of `party_organizations`",
    word + [.required("wording", .text, "牌上怎么写", "what `{party_organization}` stands for")])

  static let functions = Construct(
    .functions, zh: "“functions”", en: "`functions`",
    [
      .inherited("listed", .texts, "原文列出的功能", "the functions that the text lists"),
      .optional("further", .texts, "本区增列的功能", "further ones of the district"),
    ])

  static let wallMountings = Construct(
    .wallMountings, zh: "“wall_mountings”", en: "`wall_mountings`",
    [
      .required("on_wall", .words(.mountings), "算上墙的安装方式", "these put it on the wall"),
      .required("off_wall", .words(.mountings), "不算上墙的安装方式", "these do not"),
    ])

  static let roomNumberForms = Construct(
    .roomNumberForms, zh: "“room_number_forms”", en: "`room_number_forms`",
    [
      .optional("before", .texts, "可写在房号前的字", "before the number"),
      .optional("after", .texts, "可写在房号后的字", "behind the number"),
    ])

  static let shortNames = Construct(
    .shortNames, zh: "“short_names”", en: "`short_names`",
    [
      .optional("district", .list(.of(.ending)), "区名的词尾", "endings of districts"),
      .optional("street", .list(.of(.ending)), "街道名的词尾", "endings of streets"),
      .optional("community", .list(.of(.ending)), "社区名的词尾", "endings of communities"),
    ])

  static let ending = Construct(
    .ending, zh: "名称词尾", en: "an ending",
    [
      .required("drop", .text, "去掉的词尾", "the ending that is taken off"),
      .optional("add", .text, "补上的词尾", "what is put on instead"),
    ])

  static let nearMiss = Construct(
    .nearMiss, zh: "易错写法", en: "a near miss",
    [
      .required("written", .text, "误写", "what people write"), .required("meant", .text, "应写", "what is meant"),
      .required("note", .of(.bilingual), "错在哪里", "what is wrong with it"),
    ])

  // MARK: Rules, changes and examples

  /// A text for all reasons, or one by reason.
  private static let ruleTexts = Value.either([.of(.bilingual), .byReason(.of(.bilingual))])
  private static let modalities = Value.choice(Modality.allCases.map(\.rawValue))
  private static let actions = Value.choice(Action.allCases.map(\.rawValue))

  static let rule = Construct(
    .rule, zh: "规则", en: "a rule",
    [
      .required("id", .identifier, "规则编号", "the rule's id"),
      .required("clauses", .clauseIDs, "依据的条款", "the clauses that it makes checkable"),
      .required("modality", modalities, "原文的约束力；级别由它决定", "how binding the text is; the severity follows"),
      .required("title", .of(.bilingual), "怎样才对，一句话", "what is right, in a few words"),
      .required("check", .of(.check), "检查什么", "what is checked"),
      .required("message", ruleTexts, "错在哪里", "what is wrong"),
      .required("remedy", ruleTexts, "怎么改", "what to do"),
      .required("rationale", .of(.bilingual), "为什么；原文未尽之处写明是本标准的理解", "why; say where it is a reading"),
      .required("examples", .list(.of(.example)), "例子：至少一个通过、一个不通过", "its proofs: one that passes, one that fails"),
      .optional("aliases", .texts, "从前的编号", "former ids"),
      .optional("zone", zones, "只看外部或内部的牌", "the zone whose signs it sees"),
      .optional("when", .of(.formula), "成立时才适用", "only where this holds is it applicable"),
      .optional("yields_to", .texts, "这些规则已报的，本规则不重报", "rules whose failures it does not repeat"),
      .optional("locked", .flag, "下级标准只能加严", "a standard that extends this one may only make it stricter"),
      .optional("action", .either([actions, .byReason(actions)]), "整改计划里做什么", "which step of work it asks for"),
    ])

  static let change = Construct(
    .change, zh: "调整（changes 的一项）", en: "a change",
    [
      .required("rule", .text, "改哪条规则", "the rule that is changed"),
      .required("reason", .of(.bilingual), "为什么改", "why"),
      .optional("off", .flag, "停用", "switches it off"), .optional("modality", modalities, "性质", "its modality"),
      .optional("set", .of(.bounds), "数量", "its bounds"), .optional("title", .of(.bilingual), "标题", "its title"),
      .optional("message", ruleTexts, "说法", "its message"), .optional("remedy", ruleTexts, "改法", "its remedy"),
      .optional("rationale", .of(.bilingual), "规则的理由", "its rationale"),
      .optional("examples", .list(.of(.example)), "例子", "its examples"),
      .optional("locked", .flag, "锁定", "locks it"),
    ])

  static let example = Construct(
    .example, zh: "例子", en: "an example", quantity: .someOf(["inventory", "inventories"]),
    [
      .required("name", .text, "说明什么", "what it shows"),
      .required(
        "expect",
        .either([.choice(["pass", "fail", "undetermined", "not-applicable"]), .list(.of(.finding))]),
        "应得的结果", "what must come out"),
      .optional("inventory", .inventory, "一份台账，社区可不写", "an inventory; the community may be left out"),
      .optional("inventories", .list(.inventory), "几份台账", "several inventories"),
      .optional("roster", .roster, "名册", "a roster"),
    ])

  static let finding = Construct(
    .finding, zh: "预期结果", en: "an expected finding",
    [
      .required("outcome", .choice(["fail", "undetermined"]), "不符合还是待核实", "what comes out"),
      .optional("sign", .text, "标识牌编号", "the sign's id"), .optional("subject", .text, "对象", "the subject"),
    ])

  // MARK: The elevation

  static let elevation = Construct(
    .elevation, zh: "“elevation”", en: "`elevation`",
    [
      .required("signs", .list(.of(.elevationSign)), "应有的标识牌，自大门向外", "the signs, from the door outward"),
      .optional("placeholders", .of(.placeholders), "不画具体社区时名称写什么", "what stands for names"),
    ])

  static let elevationSign = Construct(
    .elevationSign, zh: "示意图上的标识牌", en: "a sign of the elevation",
    [
      .required("kind", .word(.kinds), "类别", "its kind"), .required("place", .word(.places), "外部位置", "its place"),
      .optional("orientation", .word(.orientations), "规则没有定的方向", "only where the rules leave it open"),
      .optional("background", .word(.colours), "规则没有定的底色", "only where the rules leave it open"),
      .optional("lettering", .word(.colours), "规则没有定的字色", "only where the rules leave it open"),
      .optional("wording", .text, "规定文字的规则", "the rule whose texts it bears"),
      .optional("shape", .choice(ElevationNorm.Shape.allCases.map(\.rawValue)), "怎样画", "how it is drawn"),
    ])

  /// The names that wordings may leave open.
  static let placeholders = Construct(
    .placeholders, zh: "“placeholders”", en: "`placeholders`",
    [
      .optional("district", .text, "区", "the district"), .optional("street", .text, "街道", "the street"),
      .optional("community", .text, "社区", "the community"),
      .optional("party_organization", .text, "党组织形式", "the form of the Party organization"),
    ])
}

import Diagnostics
import Rectification
import Standard

/// The words of a plan that every format of it uses.
struct PlanWords {
  let language: Language

  func callAsFunction(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  var title: String { self("社区标识牌整改计划", "Rectification schedule for community signs") }
  var colon: String { self("：", ": ") }
  var comma: String { self("、", ", ") }
  var none: String { self("未定", "not set") }

  /// `《黄石港区…规范》`.
  func standard(_ plan: Plan) -> String {
    language == .zh ? "《\(plan.standard.zh)》" : plan.standard.en
  }

  /// `临江区江畔街道`.
  func place(_ street: StreetPlan) -> String {
    self(street.district + street.street, "\(street.district) \(street.street)")
  }

  /// The community, with the facility where it has several.
  func name(_ community: CommunityPlan) -> String {
    community.facility.map { self("\(community.name)（\($0)）", "\(community.name) (\($0))") } ?? community.name
  }

  /// `整改 5 项，待核实 2 项`.
  func counts(_ items: Int, _ checks: Int) -> String {
    var parts: [String] = []
    if items > 0 { parts.append(self("整改 \(items) 项", items == 1 ? "1 piece of work" : "\(items) pieces of work")) }
    if checks > 0 { parts.append(self("待核实 \(checks) 项", "\(checks) to verify")) }
    return parts.isEmpty ? self("无", "nothing") : parts.joined(separator: self("，", ", "))
  }

  /// The steps: `更换文字、更换颜色`.
  func steps(_ item: WorkItem) -> String { item.actions.map { $0.label[language] }.joined(separator: comma) }

  /// What it is about: `W3“江畔街道柳荫居委会”`, `功能室 101`.
  func about(_ item: WorkItem) -> String { about(item.sign, item.subject) }

  func about(_ check: SiteCheck) -> String { about(check.sign, check.subject) }

  private func about(_ sign: SignDescription?, _ subject: String?) -> String {
    guard let sign else { return subject.map(subjectText) ?? self("本社区", "the community") }
    var text = sign.id
    if let words = sign.text { text += words.isEmpty ? self("（无文字）", " (no words)") : "“\(words)”" }
    return subject.map { "\(text) \(subjectText($0))" } ?? text
  }

  /// `room:101` as people say it.
  func subjectText(_ subject: String) -> String { ReportWords(language: language).subject(subject) }

  /// Kind and place of a sign: `居民委员会，大门右侧`.
  func setting(_ sign: SignDescription) -> String? {
    let parts = [sign.kind, sign.place].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: self("，", ", "))
  }

  /// The exact words, or the alternatives.
  func wordings(_ specification: Specification) -> String? {
    guard !specification.wordings.isEmpty else { return nil }
    return specification.wordings.map { "“\($0)”" }.joined(separator: self(" 或 ", " or "))
  }

  /// Orientation, colours and size: `竖式，白底黑字，宽 36cm±1cm`.
  func attributes(_ specification: Specification) -> String? {
    let parts = [orientation(specification), colours(specification), size(specification)].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: self("，", ", "))
  }

  /// `竖式`.
  func orientation(_ specification: Specification) -> String? {
    specification.orientation.map { self("\($0)式", $0) }
  }

  /// What is said of a field that is not prescribed of every sign of the kind: the rules that speak of it, if any do.
  func open(_ field: Condition.SignWord, _ specification: Specification) -> String {
    let rules = specification.rules[field] ?? []
    if rules.isEmpty { return self("不作规定", "not prescribed") }
    let list = rules.joined(separator: self("、", ", "))
    return self("见规则 \(list)", "see the rule\(rules.count == 1 ? "" : "s") \(list)")
  }

  /// `白底黑字`; what is left open is said; nil where both colours are.
  func colours(_ specification: Specification) -> String? {
    func any(_ name: String, _ field: Condition.SignWord) -> String {
      (specification.rules[field] ?? []).isEmpty ? "any \(name)" : "\(name): \(open(field, specification))"
    }
    return switch (specification.background, specification.lettering) {
    case (let ground?, let letters?): self("\(ground)底\(letters)字", "\(letters) on \(ground)")
    case (let ground?, nil):
      self("\(ground)底，字色\(open(.lettering, specification))", "\(ground) ground, \(any("lettering", .lettering))")
    case (nil, let letters?):
      self("\(letters)字，底色\(open(.background, specification))", "\(letters) lettering, \(any("ground", .background))")
    case (nil, nil): nil
    }
  }

  /// `宽 36cm±1cm，高 220cm±2cm`.
  func size(_ specification: Specification) -> String? {
    let parts = [
      specification.width.map { self("宽 \($0)", "width \($0)") },
      specification.height.map { self("高 \($0)", "height \($0)") },
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: self("，", ", "))
  }

  /// Everything about what is made, in one sentence.
  func specification(_ specification: Specification) -> String {
    var parts = [specification.kind]
    if let wordings = wordings(specification) {
      parts.append((specification.isPart ? self("写明", "with the words ") : self("文字", "reading ")) + wordings)
    }
    if let attributes = attributes(specification) { parts.append(attributes) }
    if let place = specification.place { parts.append(self("挂\(place)", "hung \(place)")) }
    return parts.joined(separator: self("，", ", "))
  }

  /// What must be known of what stands in the plan and what does not: inventories that could not be read, that nobody was
  /// audited, or that there is nothing to do. Without it an empty plan would read as if all were well.
  func notes(_ plan: Plan) -> [String] {
    var notes: [String] = []
    if !plan.unreadable.isEmpty {
      let count = plan.unreadable.count
      let shown = plan.unreadable.prefix(20).map(name).joined(separator: comma)
      let more = count > 20 ? self(" 等", " and others") : ""
      notes.append(
        self(
          "有 \(count) 份台账无法读取，未列入本计划：\(shown)\(more)。改好台账后重新制订。",
          "\(count == 1 ? "1 inventory" : "\(count) inventories") could not be read, and the plan leaves out: "
            + "\(shown)\(more). Correct what is wrong there, then plan again."))
    }
    if plan.audited == 0 {
      notes.append(self("没有核查任何社区。", "No community was audited."))
    } else if plan.streets.isEmpty {
      notes.append(
        plan.unreadable.isEmpty
          ? self("没有需要整改或核实的内容。", "There is nothing to do or to verify.")
          : self("已核查的社区没有需要整改或核实的内容。", "In the communities that were audited there is nothing to do or to verify."))
    }
    return notes
  }

  /// An inventory that could not be read: its community, as far as it is known, and its file.
  private func name(_ inventory: UnreadInventory) -> String {
    let place = [inventory.street, inventory.name].compactMap(\.self).joined(separator: self("", " "))
    guard let source = inventory.source else { return place }
    return place.isEmpty ? source : self("\(place)（\(source)）", "\(place) (\(source))")
  }

  var itemsTitle: String { self("整改清单", "Schedule of work") }
  var materialsTitle: String { self("制作清单", "For the sign maker") }
  var checksTitle: String { self("待核实清单", "To be verified on site") }

  /// What the plan does not say of itself.
  func foot(_ plan: Plan) -> String {
    let superior = Superior(plan.streets.map(\.street))
    return self(
      "整改由\(superior.zh)负责，不摊派给社区。已豁免的问题不列入。标准没有规定的尺寸、工艺由\(superior.zh)酌定。",
      "The \(superior.en) sees to the work; none of it falls to the communities. What is waived is not listed. Sizes and "
        + "make that the standard leaves open are for the \(superior.en) to decide.")
  }
}

internal import Audit
internal import Diagnostics
internal import Rectification
internal import Standard

/// What is said beside and about elevations, in the report's language.
struct ElevationWords: Sendable {
  let words: ReportWords

  var actual: String { words("现状", "As it is") }
  var norm: String { words("应有的样子", "As it should be") }

  /// What of a panel is to scale.
  func scale(_ scale: Elevation.Scale) -> String {
    switch scale {
    case .schematic: words("示意，不代表实际尺寸", "Schematic; not to scale")
    case .signs: words("有尺寸的标识牌按比例绘制，其余为示意", "Signs with a size are to scale; the rest is schematic")
    case .mostSigns:
      words("有尺寸的标识牌大体按比例绘制，其余为示意", "Signs with a size are roughly to scale; the rest is schematic")
    }
  }

  /// What of both panels is to scale: of the signs with a size, what holds for all.
  func scale(_ elevation: Elevation) -> String {
    let scales = [elevation.actual?.scale, elevation.norm.scale]
    return scale([.mostSigns, .signs].first { scales.contains($0) } ?? .schematic)
  }

  /// What a sign of the norm is, in one sentence: place, orientation, colours.
  func attributes(_ prescription: Elevation.Prescription) -> String {
    var parts = [prescription.place[words.language]]
    let (ground, lettering) = (prescription.background, prescription.lettering)
    /// Nothing is called free of which some rule speaks.
    func free(_ name: String, _ fields: Condition.SignWord...) -> String {
      let rules = fields.map { prescription.rules[$0] ?? [] }
      let named = rules.reduce(into: [String]()) { all, more in all += more.filter { !all.contains($0) } }
      if named.isEmpty { return name + words("不作规定", " not prescribed") }
      let list = named.joined(separator: words("、", ", "))
      return name + words("见规则 \(list)", ": see the rule\(named.count == 1 ? "" : "s") \(list)")
    }
    /// Whether both colours are left to the same rules, if to any.
    let isOneColour = prescription.rules[.background] ?? [] == prescription.rules[.lettering] ?? []
    switch words.language {
    case .zh:
      parts.append(prescription.orientation.map { "\($0.zh)式" } ?? free("方向", .orientation))
      switch (ground, lettering) {
      case (let ground?, let lettering?): parts.append("\(ground.zh)底\(lettering.zh)字")
      case (nil, let lettering?): parts.append("\(lettering.zh)字，" + free("底色", .background))
      case (let ground?, nil): parts.append("\(ground.zh)底，" + free("字色", .lettering))
      case (nil, nil) where isOneColour: parts.append(free("颜色", .background, .lettering))
      case (nil, nil): parts += [free("底色", .background), free("字色", .lettering)]
      }
      if let width = prescription.width { parts.append("宽 \(width)") }
      if let height = prescription.height { parts.append("高 \(height)") }
      return parts.joined(separator: "，")
    case .en:
      parts.append(prescription.orientation?.en ?? free("orientation", .orientation))
      switch (ground, lettering) {
      case (let ground?, let lettering?): parts.append("\(lettering.en) on \(ground.en)")
      case (nil, let lettering?): parts.append("\(lettering.en) lettering, " + free("ground", .background))
      case (let ground?, nil): parts.append("\(ground.en) ground, " + free("lettering", .lettering))
      case (nil, nil) where isOneColour: parts.append(free("colours", .background, .lettering))
      case (nil, nil): parts += [free("ground", .background), free("lettering", .lettering)]
      }
      if let width = prescription.width { parts.append("width \(width)") }
      if let height = prescription.height { parts.append("height \(height)") }
      return parts.joined(separator: ", ")
    }
  }

  /// What stands before the wordings of a sign of the norm.
  func wordingLead(_ prescription: Elevation.Prescription) -> String {
    prescription.isPart ? words("文字含：", "wording contains: ") : words("文字：", "wording: ")
  }

  /// Between alternatives.
  var or: String { words(" 或 ", " or ") }

  /// Where nothing of the inventory is known.
  var unrecordedWords: String { words("文字未登记", "words unrecorded") }

  /// A panel in words, for those who do not see it.
  func description(_ panel: Elevation.Panel, _ elevation: Elevation) -> String {
    var text = words(
      "\(elevation.viewpoint.zh)所见，\(scale(panel.scale))。",
      "Seen \(elevation.viewpoint.en). \(scale(panel.scale)). ")
    let sentences = panel.signs.map(sentence)
    text += sentences.isEmpty ? words("没有标识牌。", "No signs.") : sentences.joined(separator: words("；", "; "))
    return text + (sentences.isEmpty ? "" : words("。", "."))
  }

  private func sentence(_ sign: Elevation.HungSign) -> String {
    let language = words.language
    var parts = [sign.kind[language], sign.place[language]]
    if sign.standing == .missing {
      parts.append(words("缺", "missing"))
    } else {
      parts.append(words.form(sign.form))
      switch sign.words {
      case .said(let text): parts.append("“\(FittedText.oneLine(text, ems: 60))”")
      case .none: parts.append(words("没有文字", "no words"))
      case .unrecorded: parts.append(unrecordedWords)
      }
    }
    for dimension in sign.dimensions {
      parts.append(
        dimension.isHeight
          ? words("高 \(dimension.text)", "height \(dimension.text)")
          : words("宽 \(dimension.text)", "width \(dimension.text)"))
    }
    if sign.standing == .outOfScope { parts.append(words("不在本标准范围", "outside the standard's scope")) }
    if !sign.numbers.isEmpty {
      let numbers = sign.numbers.map { String($0.number) }.joined(separator: words("、", ", "))
      parts.append(words("图中第 \(numbers) 项", "no. \(numbers)"))
    }
    let tag = sign.tag.isEmpty ? "" : FittedText.oneLine(sign.tag, ems: 10) + " "
    return tag + parts.joined(separator: words("，", ", "))
  }
}

extension ReportWords {
  fileprivate func form(_ form: Elevation.Form) -> String {
    switch form {
    case .vertical: self("竖式", "vertical")
    case .horizontal: self("横式", "horizontal")
    case .mark: self("标识", "a mark")
    }
  }
}

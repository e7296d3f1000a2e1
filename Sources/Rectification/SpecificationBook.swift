import Audit
import Diagnostics
import Inventory
import Standard

/// What a standard wants of the signs of each kind: from its declared entrance, and from its rules.
struct SpecificationBook {
  private let standard: Standard
  private let language: Language
  private let sizes: [WordIndex: (width: String?, height: String?)]

  init(_ standard: Standard, _ language: Language) {
    self.standard = standard
    self.language = language
    sizes = Self.sizes(standard)
  }

  /// The exact words of a wording for a community.
  func texts(_ wording: Check.Wording, _ community: CommunityReport) -> [String] {
    CommunityWording(standard, community, community.record, placeholders: [:]).texts(wording)
  }

  /// What a sign of a kind is to be for a community; `wordings` are the words that a finding asks for, if any.
  func specification(_ kind: WordIndex, _ community: CommunityReport, wordings: [String]) -> Specification {
    let words = standard.vocabulary.words
    var specification = Specification(
      kind: words.kinds[kind].label[language], wordings: wordings, isPart: false, place: nil, orientation: nil,
      background: nil, lettering: nil, width: sizes[kind]?.width, height: sizes[kind]?.height)
    guard let item = standard.elevation?.signs.first(where: { $0.kind == kind }) else { return specification }
    specification.place = PrescribedPlace(kind, shown: item.place, standard).toHang?[language]
    let look = PrescribedLook(item, standard)
    specification.orientation = look.orientation?[language]
    specification.background = look.background?[language]
    specification.lettering = look.lettering?[language]
    specification.rules = look.rules
    if let rule = item.wording, case .wording(let wording) = standard.rules[rule].check {
      specification.isPart = wording.comparison == .contains
      if wordings.isEmpty { specification.wordings = texts(wording, community) }
    }
    return specification
  }

  /// The sizes that rules about one kind prescribe.
  private static func sizes(_ standard: Standard) -> [WordIndex: (width: String?, height: String?)] {
    var sizes: [WordIndex: (width: String?, height: String?)] = [:]
    for rule in standard.rules {
      guard case .each(let each) = rule.check, each.collection == .signs, let requirement = each.requirement else {
        continue
      }
      let ranges = ranges(requirement.condition)
      guard !ranges.isEmpty else { continue }
      for kind in 0..<WordIndex(standard.vocabulary.kinds.count) where each.signs.kinds.contains(kind) {
        for (dimension, range) in ranges {
          if dimension == .width { sizes[kind, default: (nil, nil)].width = range.text }
          if dimension == .height { sizes[kind, default: (nil, nil)].height = range.text }
        }
      }
    }
    return sizes
  }

  private static func ranges(_ condition: Condition) -> [(Condition.SignNumber, NumberRange)] {
    switch condition {
    case .all(let parts): parts.flatMap(ranges)
    case .assuming(let part, _), .elseUnknown(let part): ranges(part)
    case .number(let number, let range) where number != .order: [(number, range)]
    default: []
    }
  }
}

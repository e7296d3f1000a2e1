package import Diagnostics
package import Inventory
package import YAMLTree

/// A standard, read, checked and compiled: the boundary type between a standard's YAML and the audit.
package struct Standard: Sendable {
  /// Its id, `huangshigang`.
  package var id: String
  /// What it is called.
  package var title: BilingualText
  /// Who issued it.
  package var issuer: BilingualText
  /// Where its text is published.
  package var source: BilingualText
  /// From where left and right are seen: an index in `FixedWords.viewpoint`; nil where the text leaves it open.
  package var leftMeans: WordIndex?
  /// How reports print the two sides of the entrance.
  package var sides: SideWords
  /// `sha256:` and the digest of all its files.
  package var digest: String
  /// The clauses in order.
  package var clauses: [Clause]
  /// Its words.
  package var vocabulary: Vocabulary
  /// Its rules in order.
  package var rules: [Rule]
  /// What an entrance should look like; nil where the standard declares no elevation.
  package var elevation: ElevationNorm?
  /// The community of examples that name none.
  package var exampleCommunity: CommunityNames?
  /// What it changes in the standards that it extends, in the order of its files.
  package var deviations: [Deviation] = []
  /// The ids of rules of those standards that it switched off; waivers may still name them.
  package var switchedOff: [String] = []
  /// The files it was read from, for examples and for showing places in them.
  package var files: [StandardFile]
  /// The directories it was read from, the outermost parent's first and its own last.
  var layers: [ParentStandard] = []
  /// What proves it besides its examples. It says nothing that an audit needs.
  package var proofs = Proofs()

  /// The inventories that stand beside a standard to prove it.
  package struct Proofs: Sendable {
    /// The file that the head names under `compliant`: an inventory that satisfies every rule.
    package var compliant: StandardSource?
    /// The whole-inventory cases: every YAML file below `cases`, in the order of their paths' bytes.
    package var cases: [StandardSource] = []
  }

  /// The index of a rule by its id or a former id.
  package func ruleIndex(_ id: String) -> Int? {
    rules.firstIndex { $0.id == id } ?? rules.firstIndex { $0.aliases.contains(id) }
  }
}

/// One file of a standard.
package struct StandardFile: Sendable {
  /// Its text.
  package var source: SourceText
  /// Its tree.
  package var tree: YAMLTree

  /// The file as diagnostics name it.
  package var name: String { source.file }
}

/// How reports print the two sides of an entrance, in both readings at once.
package struct SideWords: Sendable, Hashable {
  /// The left side in the standard's frame.
  package var left: BilingualText
  /// The right side in the standard's frame.
  package var right: BilingualText
}

/// A clause of the published text.
package struct Clause: Sendable, Hashable {
  /// Its id, `signage.1`.
  package var id: String
  /// Its title.
  package var title: BilingualText
  /// Its original words.
  package var text: String
  /// Words in it that no machine can judge; they stand on the inspector's sheet.
  package var notCheckable: [Remark]

  /// Words of a clause with a note.
  package struct Remark: Sendable, Hashable {
    /// The original words.
    package var words: String
    /// What an inspector looks at.
    package var note: BilingualText
  }
}

/// How binding the text's own words are; the severity of a failure follows from it (`standard/rules.md`).
package enum Modality: String, Sendable, Hashable, CaseIterable {
  /// Prescribed (名称为…, 悬挂在…).
  case must
  /// Forbidden (不得).
  case mustNot = "must-not"
  /// In principle (原则上不, 一般不).
  case inPrinciple = "in-principle"
  /// Encouraged (提倡, 有条件的…可).
  case encouraged
  /// Not of the text: about the inventory itself.
  case record

  /// The severity of a failure.
  package var severity: Severity {
    switch self {
    case .must, .mustNot, .record: .error
    case .inPrinciple: .warning
    case .encouraged: .advice
    }
  }

  /// What a reader calls it.
  package var label: BilingualText {
    switch self {
    case .must: .init(zh: "必须", en: "prescribed")
    case .mustNot: .init(zh: "不得", en: "forbidden")
    case .inPrinciple: .init(zh: "原则上", en: "in principle")
    case .encouraged: .init(zh: "提倡", en: "encouraged")
    case .record: .init(zh: "台账要求", en: "about the inventory")
    }
  }
}

/// One rule.
package struct Rule: Sendable {
  /// Its id, unique in the standard.
  package var id: String
  /// Former ids, which waivers may still name.
  package var aliases: [String]
  /// The ids of the clauses it makes checkable.
  package var clauses: [String]
  /// How binding it is.
  package var modality: Modality
  /// The zone whose signs it sees; nil: all.
  package var zone: Zone?
  /// What is right, in a few words.
  package var title: BilingualText
  /// Only if this holds is the rule applicable.
  package var condition: Formula?
  /// What is checked.
  package var check: Check
  /// The indexes of rules whose failures about a sign are not reported again by this one.
  package var yieldsTo: [Int]
  /// What is wrong, by reason.
  package var messages: RuleTexts
  /// What to do, by reason.
  package var remedies: RuleTexts
  /// Why.
  package var rationale: BilingualText
  /// Proofs.
  package var examples: [Example]
  /// Where it stands.
  package var location: SourceLocation
  /// What is to be done about failures, by reason; under the empty reason, for all reasons without one of their own.
  package var actions: [String: Action] = [:]
  /// Whether a standard that extends this one may make the rule only stricter.
  package var isLocked = false

  /// The severity of its failures.
  package var severity: Severity { modality.severity }
}

/// A rule's texts by reason. A rule with one text uses it for every reason.
package struct RuleTexts: Sendable, Hashable {
  /// The text for reasons that have none of their own; empty where every reason has one.
  package var common: TextTemplate?
  /// The texts by reason.
  package var byReason: [String: TextTemplate]

  /// The text for a reason.
  package func text(_ reason: String) -> TextTemplate? { byReason[reason] ?? common }

  /// Some text of it, for readers who want to know what the rule says in general.
  package var any: TextTemplate? {
    common ?? byReason.sorted { $0.key < $1.key }.first?.value
  }
}

/// An inventory, or several with a roster, and what one rule says of it.
package struct Example: Sendable {
  /// What it shows.
  package var name: String
  /// What must come out.
  package var expectation: Expectation
  /// The mappings that are inventories, in the tree of the file.
  package var inventories: [NodeIndex]
  /// The mapping that is the roster.
  package var roster: NodeIndex?
  /// The index in `Standard.files`.
  package var file: Int
  /// The mapping that is the example.
  package var node: NodeIndex

  /// What must come out.
  package enum Expectation: Sendable, Hashable {
    /// The worst outcome of the rule, by its word: pass, fail, undetermined, not-applicable.
    case worst(String)
    /// Exactly these findings of the rule.
    case findings([ExpectedFinding])

    /// The expectation in a few words: `pass`, `fail W3, undetermined room:101`.
    package var text: String {
      switch self {
      case .worst(let word): word
      case .findings(let findings):
        findings.map { [$0.outcome, $0.sign, $0.subject].compactMap(\.self).joined(separator: " ") }
          .joined(separator: ", ")
      }
    }

    /// The same for people: `符合`, `不符合 W3，待核实 room:101`.
    package var label: BilingualText {
      switch self {
      case .worst(let word): return Self.label(word)
      case .findings([]): return Self.label("pass")
      case .findings(let findings):
        func list(_ language: Language) -> String {
          findings.map { finding in
            [Self.label(finding.outcome)[language], finding.sign, finding.subject].compactMap(\.self)
              .joined(separator: " ")
          }.joined(separator: language == .zh ? "，" : ", ")
        }
        return BilingualText(zh: list(.zh), en: list(.en))
      }
    }

    /// An outcome by its word: pass, fail, undetermined, not-applicable.
    package static func label(_ outcome: String) -> BilingualText {
      switch outcome {
      case "pass": .init(zh: "符合", en: "passes")
      case "fail": .init(zh: "不符合", en: "fails")
      case "undetermined": .init(zh: "待核实", en: "to be verified")
      default: .init(zh: "不适用", en: "not applicable")
      }
    }
  }
}

/// A finding that an example expects.
package struct ExpectedFinding: Sendable, Hashable {
  /// fail or undetermined.
  package var outcome: String
  /// The sign's id.
  package var sign: String?
  /// The subject.
  package var subject: String?

  /// Makes an expectation.
  package init(outcome: String, sign: String?, subject: String?) {
    self.outcome = outcome
    self.sign = sign
    self.subject = subject
  }
}

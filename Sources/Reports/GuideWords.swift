import Diagnostics
import Standard

/// The words of the guide that both of its formats use.
struct GuideWords {
  let language: Language

  func callAsFunction(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  func title(_ guide: Guide) -> String {
    self("\(guide.title.zh)：挂牌指南", "\(guide.title.en): the guide")
  }

  var checklist: String { self("一、挂牌拆牌对照表", "1. Checklist for hanging and taking down") }
  var reference: String { self("二、条文与规则", "2. Clauses and rules") }
  var records: String { self("三、对台账的要求", "3. What the inventory itself must be") }
  var lead: String {
    self(
      "挂牌、换牌、拆牌之前逐项对照。每项后面是不符合时的改法；编号对应第二部分的规则。",
      "Go through it before you hang, change or take down a sign. Each line says what to do where it does not hold; the ids "
        + "are those of the rules in part 2.")
  }
  var original: String { self("原文", "The clause's own words") }
  var onSite: String { self("机器判断不了、要到现场看的", "What no machine can judge, to be seen on site") }
  var examples: String { self("例子", "Examples") }
  var also: String { self("另见", "See also") }
  var noRules: String { self("本条没有可由台账判断的规则。", "No rule of this clause can be judged from an inventory.") }
  var foot: String {
    self(
      "本指南由标准的文件生成。例子是标准自带的，每次载入标准时都重新验证。",
      "Generated from the standard's files. The examples are its own and are proved again whenever it is loaded.")
  }

  /// `必须（不符合须整改）`.
  func modality(_ entry: Guide.Entry) -> String {
    let severity: (String, String) =
      switch entry.modality.severity {
      case .error: ("不符合的必须整改", "a failure must be put right")
      case .warning: ("不符合的原则上应整改", "a failure should be put right")
      default: ("只作建议", "advice only")
      }
    return self("\(entry.modality.label.zh)，\(severity.0)", "\(entry.modality.label.en); \(severity.1)")
  }

  func outcome(_ word: String) -> String { Example.Expectation.label(word)[language] }

  /// What stands before a change of a rule of the parent.
  var changed: String { self("调整：", "Changed: ") }
  /// What is said of a locked rule.
  var locked: String { self("已锁定：下级标准只能改严，不能改松。", "Locked: standards below may make it stricter, never weaker.") }
}

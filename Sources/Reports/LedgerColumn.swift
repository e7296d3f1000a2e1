internal import Diagnostics

/// The columns of a ledger, as offices have them and in their order: those of an audit (整改台账) and of a campaign
/// (销号台账) alike. The raw value is the name for programs.
enum LedgerColumn: String, CaseIterable {
  case number
  case street
  case community
  case signText = "sign_text"
  case kind
  case place
  case demandedBy = "demanded_by"
  case problem
  case clauses
  case opinion
  case measure
  case due
  case responsibleUnit = "responsible_unit"
  case responsiblePerson = "responsible_person"
  case completedOn = "completed_on"
  case reviewer
  case reviewedOn = "reviewed_on"
  case settlement
  case remark

  /// The heading.
  var title: BilingualText {
    switch self {
    case .number: BilingualText(zh: "序号", en: "No.")
    case .street: BilingualText(zh: "街道", en: "Street")
    case .community: BilingualText(zh: "社区", en: "Community")
    case .signText: BilingualText(zh: "牌子名称", en: "Sign")
    case .kind: BilingualText(zh: "类别", en: "Kind")
    case .place: BilingualText(zh: "位置", en: "Place")
    case .demandedBy: BilingualText(zh: "要求部门", en: "Required by")
    case .problem: BilingualText(zh: "存在问题", en: "Problem")
    case .clauses: BilingualText(zh: "标准条款", en: "Clause")
    case .opinion: BilingualText(zh: "处理意见", en: "Opinion")
    case .measure: BilingualText(zh: "整改措施", en: "What to do")
    case .due: BilingualText(zh: "整改时限", en: "Due")
    case .responsibleUnit: BilingualText(zh: "责任单位", en: "Responsible unit")
    case .responsiblePerson: BilingualText(zh: "责任人", en: "Responsible person")
    case .completedOn: BilingualText(zh: "完成日期", en: "Done on")
    case .reviewer: BilingualText(zh: "复核人", en: "Checked by")
    case .reviewedOn: BilingualText(zh: "复核日期", en: "Checked on")
    case .settlement: BilingualText(zh: "销号情况", en: "Closed")
    case .remark: BilingualText(zh: "备注", en: "Remarks")
    }
  }

  /// Whether it holds sentences or lists, each item on a line of its own.
  var isLong: Bool { [.problem, .clauses, .measure, .remark].contains(self) }
}

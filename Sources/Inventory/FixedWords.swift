/// The words that belong to the format itself and are the same under every standard. Kinds, places, colours, forms and
/// functions are the standard's and stand in its YAML.
package enum FixedWords {
  /// `orientation`, in the order of `Orientation`.
  package static let orientation = WordTable([.init("horizontal", ["横"]), .init("vertical", ["竖"])])

  /// `mounting`, in the order of `Mounting`.
  package static let mounting = WordTable([
    .init("hung", ["悬挂"]), .init("pasted", ["张贴"]), .init("mounted", ["镶嵌"]), .init("painted", ["喷绘"]),
    .init("standing", ["立式"]), .init("insert-card", ["插卡"], english: "insert card"), .init("electronic", ["电子"]),
  ])

  /// `survey.viewpoint`: 0 facing the entrance, 1 with the back to it.
  package static let viewpoint = WordTable([
    .init("facing-entrance", ["面向大门"], english: "facing the entrance"),
    .init("facing-out", ["背向大门"], english: "facing out, back to the entrance"),
  ])

  /// `survey.covers`, and the zone of a place and of a rule: the order of `Zone`.
  package static let zone = WordTable([.init("exterior", ["外部"]), .init("interior", ["内部"])])

  /// `state`: 0 in place, 1 removed.
  package static let state = WordTable([
    .init("in-place", ["在用"], english: "in place"), .init("removed", ["已拆除"], english: "removed"),
  ])

  /// The truth values of `prominent` and `special`: even indexes are false, odd ones true.
  package static let truth = WordTable([
    .init("false", ["否"]), .init("true", ["是"]), .init("no", []), .init("yes", []),
  ])

  /// `outcome` of a baseline's entry: 0 a failure, 1 undetermined.
  package static let knownOutcome = WordTable([.init("fail", ["不符合"]), .init("undetermined", ["待核实"])])

  /// What `demanded_by` says when nobody demanded the sign.
  package static let nobody = WordTable([.init("none", ["无"], english: "nobody")])

  /// What people write there instead when they do not mean a department.
  package static let noDepartment = WordTable([
    .init("nobody", ["没有", "没有部门", "无部门", "无人", "无要求", "否"]),
    .init("unknown", ["不详", "不明", "不清楚", "未知", "待核实", "未登记"]), .init("n/a", ["/", "-", "—", "——", "?", "？"]),
  ])
}

/// Outside the building or in it.
package enum Zone: WordIndex, Sendable, Hashable, CaseIterable {
  /// What hangs outside: at the entrance, on the front, on the yard wall.
  case exterior
  /// What hangs inside.
  case interior

  /// Whether two zones are the same; written out, so that other modules need no call for it: every rule asks of every
  /// sign.
  @inlinable @inline(__always) package static func == (left: Zone, right: Zone) -> Bool {
    switch (left, right) {
    case (.exterior, .exterior), (.interior, .interior): true
    default: false
    }
  }
}

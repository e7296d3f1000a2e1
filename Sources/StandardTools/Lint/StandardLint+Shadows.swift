import Diagnostics
import Standard

/// Rules that say nothing new: whoever keeps another rule keeps them too.
extension StandardLint {
  mutating func checkShadows() {
    for weak in readings {
      for strong in readings where strong.index != weak.index {
        guard strong.rule.severity <= weak.rule.severity, implies(strong, weak) else { continue }
        // Of two that say the same, the first one stays.
        if implies(weak, strong), strong.rule.severity == weak.rule.severity, strong.index > weak.index { continue }
        let isSame = strong.check == weak.check
        report(
          .shadowedRule,
          zh: isSame
            ? "规则 \(weak.rule.id) 与 \(strong.rule.id) 查的是同一件事，每个问题会报两次"
            : "规则 \(weak.rule.id) 没有作用：符合 \(strong.rule.id) 的都符合它",
          en: isSame
            ? "\(weak.rule.id) checks what \(strong.rule.id) checks: every finding is reported twice"
            : "\(weak.rule.id) adds nothing: whoever keeps \(strong.rule.id) keeps it too",
          help: BilingualText(zh: "删去一条，或用 where 分开各自管的内容", en: "remove one, or part what they are about with `where`"),
          at: weak.rule.location, related: [related(strong.rule)])
        break
      }
    }
  }

  /// Whether keeping one rule means keeping the other, as far as what is written shows it.
  private func implies(_ strong: Reading, _ weak: Reading) -> Bool {
    guard strong.kind == weak.kind, strong.when == nil || strong.when == weak.when else { return false }
    guard strong.rule.zone == nil || strong.rule.zone == weak.rule.zone else { return false }
    let (one, two) = (strong.parameters, weak.parameters)
    if strong.check == weak.check {
      // A count of fewer signs says nothing of a count of more.
      return strong.rule.zone == weak.rule.zone || strong.kind != "count"
    }
    // What the weaker rule selects the stronger one must select as well.
    func selects(_ key: String) -> Bool { Conjunction(two[key]).implies(Conjunction(one[key])) }
    switch strong.kind {
    case "count":
      guard strong.rule.zone == weak.rule.zone, one["of"] == two["of"], one["where"] == two["where"],
        let inner = Bounds(one), let outer = Bounds(two)
      else { return false }
      return outer.low <= inner.low && inner.high <= outer.high
    case "none":
      return one["of"] == two["of"] && one["on"] == two["on"] && one["require"] == two["require"] && selects("where")
    case "each":
      return one["of"] == two["of"] && one["on"] == two["on"] && selects("where")
        && Conjunction(one["require"]).implies(Conjunction(two["require"]))
    case "wording":
      guard selects("where") else { return false }
      func texts(_ value: RuleValue, _ key: String) -> [String]? { value[key]?.texts }
      if let inner = texts(one, "equals"), let outer = texts(two, "equals") { return Set(inner).isSubset(of: outer) }
      guard let outer = texts(two, "contains"), let inner = texts(one, "equals") ?? texts(one, "contains") else {
        return false
      }
      return inner.allSatisfy { text in outer.contains { Array(text.utf8).contains(part: Array($0.utf8)) } }
    default: return false
    }
  }
}

extension [UInt8] {
  /// Whether these bytes stand in it, one after another.
  fileprivate func contains(part: [UInt8]) -> Bool {
    guard count >= part.count else { return false }
    return (0...count - part.count).contains { self[$0...].starts(with: part) }
  }
}

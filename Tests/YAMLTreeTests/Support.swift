import Diagnostics
import YAMLTree

/// What reading a file came to.
struct Reading {
  var outcomes: [YAMLDocumentOutcome] = []
  var trees: [YAMLTree] = []
  var errors: [Bool] = []
  var diagnostics: [Diagnostic] = []
  var omitted = 0

  /// The messages in English.
  var messages: [String] { diagnostics.map(\.message.en) }
  /// The places of the diagnostics, as `line:column`.
  var places: [String] { diagnostics.map { $0.location.map { place($0.range.start) } ?? "-" } }
}

func place(_ position: SourcePosition) -> String { "\(position.line):\(position.column)" }

func read(
  _ bytes: [UInt8], policy: YAMLPolicy = .plain, limits: YAMLLimits = .standard
) -> Reading {
  var reading = Reading()
  guard let source = SourceText.decode(bytes, file: "f.yaml", limits: limits, diagnostics: &reading.diagnostics) else {
    return reading
  }
  var reader = YAMLDocumentReader(source, policy: policy, limits: limits)
  var tree = YAMLTree()
  while true {
    let outcome = reader.next(into: &tree, diagnostics: &reading.diagnostics)
    reading.outcomes.append(outcome)
    reading.errors.append(reader.hasErrors)
    reading.omitted = reader.omittedDiagnostics
    if outcome == .end { break }
    reading.trees.append(tree)
  }
  return reading
}

func read(_ text: String, policy: YAMLPolicy = .plain, limits: YAMLLimits = .standard) -> Reading {
  read(Array(text.utf8), policy: policy, limits: limits)
}

extension YAMLTree {
  /// The tree as one line: `{a: [b, "c"]}`.
  func dump(_ node: NodeIndex = 0) -> String {
    guard !isEmpty else { return "" }
    switch nodes[Int(node)].kind {
    case .scalar:
      return nodes[Int(node)].style == .plain ? string(node) : "\"\(string(node))\""
    case .sequence:
      return "[" + children(of: node).map { dump($0) }.joined(separator: ", ") + "]"
    case .mapping:
      return "{" + pairs(of: node).map { "\(dump($0.key)): \(dump($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  /// The places of all nodes, as `start-end`.
  var places: [String] {
    nodes.indices.map {
      let range = range(of: NodeIndex($0))
      return place(range.start) + "-" + place(range.end)
    }
  }

  /// Whether every node's `next` and `count` are as the tree promises.
  var isWellFormed: Bool {
    guard !isEmpty else { return true }
    return nodes[0].next == nodes.count
      && nodes.indices.allSatisfy { index in
        let node = nodes[index]
        if node.kind == .scalar {
          return Int(node.next) == index + 1 && textRange(of: NodeIndex(index)).upperBound <= text.count
        }
        let children = Array(children(of: NodeIndex(index)))
        return children.count == Int(node.count) && (node.kind == .sequence || children.count % 2 == 0)
          && children.allSatisfy { nodes[Int($0)].next <= node.next }
      }
  }
}

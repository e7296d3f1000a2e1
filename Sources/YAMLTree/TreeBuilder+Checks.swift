internal import CLibYAML
internal import Diagnostics

// What is refused although libyaml lets it pass. None of it happens in a file that is well written, so each check is
// kept out of the loop.
extension TreeBuilder {
  /// Says what is wrong with a stretch of this file.
  mutating func report(
    _ message: BilingualText, help: BilingualText? = nil, at range: SourceRange, related: [Diagnostic.Related] = []
  ) {
    guard diagnostics.count < limits.diagnostics else {
      omitted += 1
      return
    }
    diagnostics.append(Diagnostic(.error, message, help: help, at: location(range), related: related))
  }

  func location(_ range: SourceRange) -> SourceLocation {
    SourceLocation(file: source.file, range: range)
  }

  mutating func range(_ event: UnsafeMutablePointer<yaml_event_t>) -> SourceRange {
    let start = position(event.pointee.start_mark)
    let end = position(event.pointee.end_mark)
    return SourceRange(
      start: SourcePosition(line: Int(start.line), column: Int(start.column)),
      end: SourcePosition(line: Int(end.line), column: Int(end.column)))
  }

  /// The first `count` characters of a node's event.
  private mutating func start(_ event: UnsafeMutablePointer<yaml_event_t>, count: Int) -> SourceRange {
    var range = range(event)
    range.end = range.start
    range.end.column += count
    return range
  }

  // MARK: Limits

  @inline(never)
  mutating func tooDeep(_ event: UnsafeMutablePointer<yaml_event_t>) -> YAMLDocumentOutcome {
    report(YAMLMessages.tooDeep(limits.depth), help: YAMLMessages.restNotRead, at: start(event, count: 1))
    return .broken
  }

  @inline(never)
  mutating func tooManyNodes(_ event: UnsafeMutablePointer<yaml_event_t>) -> YAMLDocumentOutcome {
    report(YAMLMessages.tooManyNodes(limits.nodes), help: YAMLMessages.restNotRead, at: start(event, count: 1))
    return .broken
  }

  @inline(never)
  mutating func tooManyDocuments(_ event: UnsafeMutablePointer<yaml_event_t>) -> YAMLDocumentOutcome {
    report(YAMLMessages.tooManyDocuments(limits.documents), help: YAMLMessages.restNotRead, at: start(event, count: 1))
    return .broken
  }

  @inline(never)
  mutating func tooLong(_ length: Int) {
    report(YAMLMessages.scalarTooLong(length, limit: limits.scalarLength), at: tree.range(of: lastNode))
  }

  @inline(never)
  mutating func longKey(_ key: UnsafeBufferPointer<UInt8>) {
    let length = key.count { $0 & 0xC0 != 0x80 }
    guard length > limits.keyLength else { return }
    report(
      YAMLMessages.keyTooLong(length, limit: limits.keyLength), help: tree.likelyMistake(at: lastNode),
      at: tree.range(of: lastNode))
  }

  private var lastNode: NodeIndex {
    NodeIndex(tree.nodes.count - 1)
  }

  // MARK: Tags, anchors, aliases, merge keys

  @inline(never)
  mutating func properties(
    _ event: UnsafeMutablePointer<yaml_event_t>, tag: UnsafeMutablePointer<yaml_char_t>?,
    anchor: UnsafeMutablePointer<yaml_char_t>?
  ) {
    if let tag { report(YAMLMessages.tag(text(tag)), help: YAMLMessages.tagHelp, at: start(event, count: 1)) }
    guard let anchor else { return }
    let name = text(anchor)
    switch policy.aliases {
    case .refused:
      let range = start(event, count: name.unicodeScalars.count + 1)
      report(YAMLMessages.anchor(name), help: YAMLMessages.anchorHelp(name), at: range)
    case .expanded:
      let isOpen = event.pointee.type != YAML_SCALAR_EVENT
      if isOpen { top.anchor = anchors.count }
      anchorNames[name] = anchors.count
      anchors.append(Anchor(node: isOpen ? top.node : lastNode, isOpen: isOpen))
    }
  }

  /// Finds the tag `!` in front of a scalar, which libyaml does not hand on: it stands where the event starts.
  @inline(never)
  mutating func bareTag(_ event: UnsafeMutablePointer<yaml_event_t>) {
    let offset = cursor.offset(of: event.pointee.start_mark.index, in: bytes)
    guard event.pointee.end_mark.index > event.pointee.start_mark.index, offset < bytes.count,
      bytes[offset] == UInt8(ascii: "!")
    else { return }
    report(YAMLMessages.tag("!"), help: YAMLMessages.tagHelp, at: start(event, count: 1))
  }

  @inline(never)
  mutating func mergeKey() {
    report(YAMLMessages.mergeKey, help: YAMLMessages.mergeKeyHelp, at: tree.range(of: lastNode))
  }

  /// Puts a copy of what an alias names into the tree, or an absent scalar where that is refused.
  @inline(never)
  mutating func alias(_ event: UnsafeMutablePointer<yaml_event_t>) -> YAMLDocumentOutcome? {
    let name = text(event.pointee.data.alias.anchor)
    let isKey = top.isMapping && top.count & 1 == 0
    let end = position(event.pointee.end_mark)
    guard tree.nodes.count < limits.nodes else { return tooManyNodes(event) }
    guard let found = target(of: name, event) else {
      appendAbsent(from: position(event.pointee.start_mark), to: end)
      return nil
    }
    let size = tree.nodes[Int(found)].next - found
    guard tree.nodes.count + Int(size) <= limits.nodes else { return tooManyNodes(event) }
    guard stack.count + levels(of: found) <= limits.depth else { return tooDeep(event) }
    let copy = NodeIndex(tree.nodes.count)
    for node in found..<found + size {
      var node = tree.nodes[Int(node)]
      node.next += copy - found
      tree.nodes.append(node)
    }
    top.count += 1
    lastEnd = end
    guard isKey else { return nil }
    let node = tree.nodes[Int(copy)]
    if node.kind == .scalar {
      // The key is copied because what checks it may report, and that needs the tree.
      Array(tree.text[tree.textRange(of: copy)]).withUnsafeBufferPointer { key($0, node.style) }
    } else {
      collectionAsKey(event)
    }
    return nil
  }

  /// The node that an alias stands for; nil, with a diagnostic, where there is none or it must not be used.
  private mutating func target(of name: String, _ event: UnsafeMutablePointer<yaml_event_t>) -> NodeIndex? {
    let range = range(event)
    guard policy.aliases == .expanded else {
      report(YAMLMessages.alias(name), help: YAMLMessages.aliasHelp(name), at: range)
      return nil
    }
    guard let index = anchorNames[name] else {
      report(YAMLMessages.undefinedAlias(name), help: YAMLMessages.aliasHelp(name), at: range)
      return nil
    }
    guard !anchors[index].isOpen else {
      report(YAMLMessages.cyclicAlias(name), help: YAMLMessages.aliasHelp(name), at: range)
      return nil
    }
    return anchors[index].node
  }

  /// How many levels of collections a node spans: 0 for a scalar.
  private func levels(of root: NodeIndex) -> Int {
    var ends: [NodeIndex] = []
    var deepest = 0
    for index in root..<tree.nodes[Int(root)].next {
      while let end = ends.last, end <= index { ends.removeLast() }
      guard tree.nodes[Int(index)].kind != .scalar else { continue }
      ends.append(tree.nodes[Int(index)].next)
      deepest = max(deepest, ends.count)
    }
    return deepest
  }

  private func text(_ name: UnsafeMutablePointer<yaml_char_t>) -> String {
    String(cString: name)
  }

  // MARK: Keys

  @inline(never)
  mutating func collectionAsKey(_ event: UnsafeMutablePointer<yaml_event_t>) {
    report(YAMLMessages.collectionAsKey, help: YAMLMessages.collectionAsKeyHelp, at: start(event, count: 1))
  }

  @inline(never)
  mutating func byteOrderMark(_ value: UnsafeBufferPointer<UInt8>) {
    guard value.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    report(HumanMistake.joinedFiles.message, help: HumanMistake.joinedFiles.advice, at: tree.range(of: lastNode))
  }

  /// Whether the keys of a small mapping are surely distinct: they are simple texts, and no two have the same bytes.
  private func areDistinct(_ mapping: NodeIndex, children: UInt32) -> Bool {
    tree.text.withUnsafeBufferPointer { text in
      var index = mapping + 1
      for _ in 0..<children / 2 {
        let node = tree.nodes[Int(index)]
        let key = UnsafeBufferPointer(rebasing: text[Int(node.textOffset)..<Int(node.textOffset + node.count)])
        if node.kind != .scalar || !KeyText.isSimple(key) { return false }
        var other = mapping + 1
        while other < index {
          let earlier = tree.nodes[Int(other)]
          if earlier.count == node.count,
            text[Int(earlier.textOffset)..<Int(earlier.textOffset + earlier.count)].elementsEqual(key)
          {
            return false
          }
          other = tree.nodes[Int(earlier.next)].next
        }
        index = tree.nodes[Int(node.next)].next
      }
      return true
    }
  }

  /// Compares all keys of a mapping whose keys may not be unique.
  @inline(never)
  mutating func reportDuplicateKeys(of mapping: NodeIndex, children: UInt32) {
    if children <= 48, areDistinct(mapping, children: children) { return }
    var keys = KeySet(capacity: Int(children / 2))
    var index = mapping + 1
    var pairs: [(NodeIndex, NodeIndex)] = []
    tree.text.withUnsafeBufferPointer { text in
      for _ in 0..<children / 2 {
        if tree.nodes[Int(index)].kind == .scalar {
          let key = UnsafeBufferPointer(rebasing: text[tree.textRange(of: index)])
          if let first = keys.insert(key, node: index) { pairs.append((first, index)) }
        }
        // A key's next is its value; the value's next is the following key.
        index = tree.nodes[Int(tree.nodes[Int(index)].next)].next
      }
    }
    if pairs.count > 1, pairs[0].0 == mapping + 1, let item = forgottenItem(of: mapping, pairs[0]) {
      report(item.message, help: item.help, at: tree.range(of: pairs[0].1), related: item.related)
      return
    }
    for (first, second) in pairs {
      guard diagnostics.count < limits.diagnostics else {
        omitted += 1
        continue
      }
      let line = Int(tree.nodes[Int(first)].line)
      report(
        YAMLMessages.duplicateKey(tree.string(second), asWritten: tree.string(first), line: line),
        help: YAMLMessages.duplicateKeyHelp, at: tree.range(of: second),
        related: [Diagnostic.Related(message: YAMLMessages.firstKey, location: location(tree.range(of: first)))])
    }
  }

  /// What is said where an item of a list has its first key once more and others too: a new item lacks its dash.
  private func forgottenItem(
    of mapping: NodeIndex, _ pair: (first: NodeIndex, second: NodeIndex)
  ) -> (message: BilingualText, help: BilingualText, related: [Diagnostic.Related])? {
    let start = SourcePosition(line: Int(tree.nodes[Int(mapping)].line), column: Int(tree.nodes[Int(mapping)].column))
    guard let offset = offset(of: start), offset >= 2, bytes[offset - 2] == UInt8(ascii: "-"), bytes[offset - 1] == 0x20
    else { return nil }
    let (line, first) = (Int(tree.nodes[Int(pair.second)].line), Int(tree.nodes[Int(pair.first)].line))
    let key = VisibleText(tree.string(pair.second)).text
    return (
      BilingualText(
        zh: "“\(key)”等几个名称重复：第 \(first) 行起已经写过。",
        en: "`\(key)` and other keys are repeated: they stand from line \(first) on."),
      BilingualText(
        zh: "第 \(line) 行如果是新的一项，它前面缺“- ”。", en: "If a new item begins on line \(line), it lacks its `- `."),
      [Diagnostic.Related(message: YAMLMessages.firstKey, location: location(tree.range(of: pair.first)))]
    )
  }
}

internal import CLibYAML
internal import Diagnostics

/// The building of one document's tree from libyaml's events. What is rare is in `TreeBuilder+Checks.swift`, out of the
/// way of the loop.
struct TreeBuilder {
  /// An open collection.
  struct Frame {
    /// Its index in the tree.
    var node: NodeIndex
    /// How many children it has so far.
    var count: UInt32
    var isMapping: Bool
    /// Two of its keys may be the same: they have to be compared.
    var isSuspicious = false
    /// A bit for each key, by its length and its ends; a bit that is met again makes the mapping suspicious.
    var keys: UInt64 = 0
    /// Its place in `anchors`; -1 when it has no anchor.
    var anchor: Int = -1
  }

  /// Something that an alias may name.
  struct Anchor {
    var node: NodeIndex
    /// Not all of it has been read, so that an alias to it would contain itself.
    var isOpen: Bool
  }

  let source: SourceText
  let policy: YAMLPolicy
  let limits: YAMLLimits
  var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  var tree = YAMLTree()
  var stack: ContiguousArray<Frame>
  var top: Frame
  var anchors: [Anchor] = []
  /// Where the anchor of each name stands in `anchors`; the last one of a name counts.
  var anchorNames: [String: Int] = [:]
  var diagnostics: [Diagnostic] = []
  var omitted = 0
  private(set) var lineMap: LineMap?
  var cursor = CodePointCursor()
  /// Just behind the node that was completed last.
  var lastEnd: (line: UInt32, column: UInt32) = (1, 1)

  init(source: SourceText, policy: YAMLPolicy, limits: YAMLLimits, stack: ContiguousArray<Frame>) {
    self.source = source
    self.policy = policy
    self.limits = limits
    self.stack = stack
    top = TreeBuilder.outermost
  }

  /// Stands for the document, of which the root is the only child.
  private static let outermost = Frame(node: noNode, count: 0, isMapping: false)

  /// Reads up to the end of the next document.
  mutating func read(_ parser: UnsafeMutablePointer<yaml_parser_t>, documents: inout Int) -> YAMLDocumentOutcome {
    stack.removeAll(keepingCapacity: true)
    top = TreeBuilder.outermost
    // The texts are no longer than the file, but for escapes; those of a large file may be few.
    tree.reserveText(min(bytes.count, 1 << 16))
    let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    defer { event.deallocate() }
    while true {
      guard yaml_parser_parse(parser, event) == 1 else {
        explainSyntaxError(parser)
        return .broken
      }
      var outcome: YAMLDocumentOutcome?
      switch event.pointee.type {
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
        close(event)
        continue  // it owns no memory
      case YAML_SCALAR_EVENT: outcome = scalar(event)
      case YAML_MAPPING_START_EVENT: outcome = open(event, .mapping)
      case YAML_SEQUENCE_START_EVENT: outcome = open(event, .sequence)
      case YAML_ALIAS_EVENT: outcome = alias(event)
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents > limits.documents { outcome = tooManyDocuments(event) }
      case YAML_DOCUMENT_END_EVENT: outcome = .document
      case YAML_STREAM_END_EVENT: outcome = .end
      default: break
      }
      yaml_event_delete(event)
      if let outcome { return outcome }
    }
  }

  /// Closes what is still open, and takes the root away when it is no more than an empty document.
  mutating func finish() {
    while !stack.isEmpty {
      if top.isMapping, top.count % 2 == 1 { appendAbsent(from: lastEnd, to: lastEnd) }
      closeTop()
      setEnd(of: closed)
    }
    if tree.nodes.count == 1, tree.nodes[0].kind == .scalar, tree.nodes[0].style == .plain, tree.nodes[0].count == 0 {
      tree.nodes.removeAll(keepingCapacity: true)
    }
  }

  /// The collection that `closeTop` closed last.
  private var closed: NodeIndex = 0

  @inline(__always)
  private mutating func closeTop() {
    closed = top.node
    if top.isSuspicious { reportDuplicateKeys(of: top.node, children: top.count) }
    if top.anchor >= 0 { anchors[top.anchor].isOpen = false }
    tree.nodes[Int(top.node)].count = top.count
    tree.nodes[Int(top.node)].next = NodeIndex(truncatingIfNeeded: tree.nodes.count)
    top = stack.removeLast()
  }

  @inline(__always)
  private mutating func scalar(_ event: UnsafeMutablePointer<yaml_event_t>) -> YAMLDocumentOutcome? {
    let length = event.pointee.data.scalar.length
    let value = UnsafeBufferPointer<UInt8>(start: event.pointee.data.scalar.value, count: length)
    let style: YAMLTree.Style =
      switch event.pointee.data.scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
      case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
      default: .plain
      }
    let isKey = top.isMapping && top.count & 1 == 0
    guard append(.scalar, style, count: UInt32(truncatingIfNeeded: length), event) else { return tooManyNodes(event) }
    tree.append(scalar: value)
    if event.pointee.data.scalar.tag != nil || event.pointee.data.scalar.anchor != nil {
      properties(event, tag: event.pointee.data.scalar.tag, anchor: event.pointee.data.scalar.anchor)
    } else if source.scan.hasExclamationMark {
      bareTag(event)
    }
    if isKey { key(value, style) }
    if length > limits.scalarLength { tooLong(length) }
    if source.scan.hasByteOrderMark, style == .plain { byteOrderMark(value) }
    return nil
  }

  @inline(__always)
  mutating func key(_ key: UnsafeBufferPointer<UInt8>, _ style: YAMLTree.Style) {
    let length = key.count
    var hash = UInt64(truncatingIfNeeded: length)
    if length >= 8, let base = key.baseAddress {
      let start = UnsafeRawPointer(base)
      hash ^= start.loadUnaligned(as: UInt64.self)
      hash ^= (start + (length - 8)).loadUnaligned(as: UInt64.self) &* 31
    } else {
      for byte in key { hash = hash << 8 ^ UInt64(byte) }
    }
    let bit: UInt64 = 1 << ((hash &* 0x9E37_79B9_7F4A_7C15) >> 58)
    if top.keys & bit != 0 || !KeyText.isSimple(key) { top.isSuspicious = true }
    top.keys |= bit
    if length > limits.keyLength { longKey(key) }
    if length == 2, style == .plain, key[0] == UInt8(ascii: "<"), key[1] == UInt8(ascii: "<") { mergeKey() }
  }

  @inline(__always)
  private mutating func open(
    _ event: UnsafeMutablePointer<yaml_event_t>, _ kind: YAMLTree.Kind
  ) -> YAMLDocumentOutcome? {
    let isKey = top.isMapping && top.count & 1 == 0
    let node = NodeIndex(truncatingIfNeeded: tree.nodes.count)
    guard stack.count < limits.depth else { return tooDeep(event) }
    guard append(kind, .plain, count: 0, event) else { return tooManyNodes(event) }
    if isKey { collectionAsKey(event) }
    stack.append(top)
    top = Frame(node: node, count: 0, isMapping: kind == .mapping)
    // The properties of both kinds of collection lie at the same place of the union.
    let start = event.pointee.data.mapping_start
    if start.tag != nil || start.anchor != nil { properties(event, tag: start.tag, anchor: start.anchor) }
    return nil
  }

  @inline(__always)
  private mutating func close(_ event: UnsafeMutablePointer<yaml_event_t>) {
    closeTop()
    // A flow collection ends behind its bracket; a block collection, whose end has no width, behind its last child.
    if event.pointee.end_mark.index > event.pointee.start_mark.index { lastEnd = position(event.pointee.end_mark) }
    setEnd(of: closed)
  }

  @inline(__always)
  private mutating func setEnd(of node: NodeIndex) {
    tree.nodes[Int(node)].endLine = lastEnd.line
    tree.nodes[Int(node)].endColumn = lastEnd.column
  }

  /// Appends a node without children, behind which `lastEnd` is then; false when there would be too many.
  @inline(__always)
  private mutating func append(
    _ kind: YAMLTree.Kind, _ style: YAMLTree.Style, count: UInt32, _ event: UnsafeMutablePointer<yaml_event_t>
  ) -> Bool {
    let index = tree.nodes.count
    guard index < limits.nodes else { return false }
    let isEmpty = kind == .scalar && count == 0
    let start = position(event.pointee.start_mark, isEmpty: isEmpty)
    let end = position(event.pointee.end_mark, isEmpty: isEmpty)
    top.count &+= 1
    tree.nodes.append(
      YAMLTree.Node(
        kind: kind, style: style, next: NodeIndex(truncatingIfNeeded: index &+ 1),
        textOffset: kind == .scalar ? UInt32(truncatingIfNeeded: tree.textCount) : 0, count: count,
        line: start.line, column: start.column, endLine: end.line, endColumn: end.column))
    lastEnd = end
    return true
  }

  /// Appends a scalar that says nothing, for something that could not be read.
  mutating func appendAbsent(from start: (line: UInt32, column: UInt32), to end: (line: UInt32, column: UInt32)) {
    top.count &+= 1
    tree.nodes.append(
      YAMLTree.Node(
        kind: .scalar, style: .plain, next: NodeIndex(tree.nodes.count + 1), textOffset: UInt32(tree.textCount),
        count: 0, line: start.line, column: start.column, endLine: end.line, endColumn: end.column))
    lastEnd = end
  }

  /// The place of a mark, as an editor counts.
  @inline(__always)
  mutating func position(_ mark: yaml_mark_t, isEmpty: Bool = false) -> (line: UInt32, column: UInt32) {
    // A text that does not end with a line feed has one more line to libyaml, and what is missing at the end is put
    // there. That is the only reason for something without width to stand at the start of a line.
    if source.scan.hasForeignBreaks || mark.column == 0 && isEmpty { return mappedPosition(mark) }
    return (UInt32(truncatingIfNeeded: mark.line &+ 1), UInt32(truncatingIfNeeded: mark.column &+ 1))
  }

  /// The place of a mark where libyaml counts other lines than an editor: by its index.
  @inline(never)
  private mutating func mappedPosition(_ mark: yaml_mark_t) -> (line: UInt32, column: UInt32) {
    let place = lines().position(index: mark.index)
    return (UInt32(truncatingIfNeeded: place.line), UInt32(truncatingIfNeeded: place.column))
  }

  /// The lines of the text, counted when they are first needed.
  mutating func lines() -> LineMap {
    if let lineMap { return lineMap }
    let made = LineMap(bytes)
    lineMap = made
    return made
  }
}

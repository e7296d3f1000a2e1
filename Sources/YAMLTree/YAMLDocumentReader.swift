internal import CLibYAML
package import Diagnostics

/// Reads the documents of one file, one after another, by libyaml's events.
///
/// It owns a libyaml parser, reads the text where it lies and makes no string unless something is wrong. After a
/// document with errors it goes on, so that all problems are reported together; after a syntax error or a limit the
/// rest of the file is given up.
package struct YAMLDocumentReader: ~Copyable {
  /// Whether the document that was just read has errors, so that it must not be relied on.
  package private(set) var hasErrors = false
  /// How many diagnostics were left out because there were more than `YAMLLimits.diagnostics`.
  package private(set) var omittedDiagnostics = 0

  private let source: SourceText
  private let policy: YAMLPolicy
  private let limits: YAMLLimits
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var consumed = 0
  private var documents = 0
  private var kept = 0
  private var ended = false
  private var stack: ContiguousArray<TreeBuilder.Frame> = []

  /// Makes a reader for a text.
  package init(_ source: SourceText, policy: YAMLPolicy, limits: YAMLLimits) {
    self.source = source
    self.policy = policy
    self.limits = limits
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else { fatalError("out of memory") }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    // The handler is set here; where the text lies is said anew at every call of `next`.
    yaml_parser_set_input_string(parser, [], 0)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// Empties `tree`, keeping its memory, reads the next document into it and appends what is to be said about it.
  package mutating func next(into tree: inout YAMLTree, diagnostics: inout [Diagnostic]) -> YAMLDocumentOutcome {
    tree.removeAll()
    hasErrors = false
    guard !ended else { return .end }

    let source = source
    if stack.capacity == 0 { stack.reserveCapacity(16) }
    var builder = TreeBuilder(source: source, policy: policy, limits: limits, stack: stack)
    stack = []
    swap(&builder.tree, &tree)
    let outcome = source.bytes.withUnsafeBufferPointer { bytes in
      // libyaml keeps pointers into the text between calls; they are valid only in here.
      let start = bytes.baseAddress
      parser.pointee.input.string.start = start
      parser.pointee.input.string.current = start.map { $0 + consumed }
      parser.pointee.input.string.end = start.map { $0 + bytes.count }
      builder.bytes = bytes
      let outcome = builder.read(parser, documents: &documents)
      consumed = start.map { parser.pointee.input.string.current - $0 } ?? 0
      builder.finish()
      builder.bytes = UnsafeBufferPointer(start: nil, count: 0)
      return outcome
    }
    swap(&builder.tree, &tree)
    swap(&builder.stack, &stack)
    ended = outcome != .document
    if !builder.diagnostics.isEmpty || builder.omitted > 0 {
      hasErrors = true
      keep(builder.diagnostics, in: &diagnostics)
    }
    omittedDiagnostics += builder.omitted
    return outcome
  }

  private mutating func keep(_ new: [Diagnostic], in diagnostics: inout [Diagnostic]) {
    let room = max(0, limits.diagnostics - kept)
    diagnostics += new.prefix(room)
    kept += min(room, new.count)
    omittedDiagnostics += max(0, new.count - room)
  }
}

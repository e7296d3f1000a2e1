/// What a kind of file may use of YAML. Merge keys (`<<`) and tags are refused under every policy.
package struct YAMLPolicy: Sendable, Hashable {
  /// What happens to anchors and aliases.
  package enum Aliases: Sendable, Hashable {
    /// Each is an error: the value is to be written out.
    case refused
    /// An alias is replaced by a copy of what it names; the copies count against `YAMLLimits.nodes`.
    case expanded
  }

  /// What happens to anchors and aliases.
  package var aliases: Aliases

  /// For inventories, rosters and waivers, which people write and others check: everything stands where it is read.
  package static let plain = YAMLPolicy(aliases: .refused)
  /// For standards, which repeat themselves.
  package static let aliased = YAMLPolicy(aliases: .expanded)

  /// Makes a policy.
  package init(aliases: Aliases) {
    self.aliases = aliases
  }
}

/// What became of one document.
package enum YAMLDocumentOutcome: Sendable, Hashable {
  /// The tree is whole; `YAMLDocumentReader.hasErrors` says whether errors were found in it all the same.
  case document
  /// A syntax error or a limit: the tree holds what was read before it, and nothing of the file follows.
  case broken
  /// There are no more documents; the tree is empty.
  case end
}

/// A style or a script that the program carries: it is written as it is, so only the program's own text may be one.
package struct EmbeddedCode: Sendable {
  /// The code.
  package let source: StaticString

  /// Takes code of the program. It must hold no `</`.
  package init(_ source: StaticString) { self.source = source }

  /// Its bytes, for a digest.
  package var bytes: [UInt8] { Array(source.description.utf8) }
}

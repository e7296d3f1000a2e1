import ArgumentParser
import Diagnostics

/// What the tool says on standard error.
struct Voice: Sendable {
  let language: Language
  let style: TerminalStyle
  let isQuiet: Bool
  let isVerbose: Bool

  /// The voice of a command that reads no settings.
  static let plain = Voice(language: .zh, style: .plain, isQuiet: false, isVerbose: false)

  /// Says diagnostics: errors always, warnings unless quiet, notes if verbose.
  func say(_ diagnostics: [Diagnostic]) {
    let renderer = DiagnosticRenderer(language: language, frame: CodeFrame(style: style))
    let lines = SourceLines()
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: break
      case .note: guard isVerbose else { continue }
      default: guard !isQuiet else { continue }
      }
      // Errors are few, and whoever must mend them wants to see the line.
      let shown =
        diagnostic.severity == .error ? renderer.render(diagnostic, line: lines.line) : renderer.render(diagnostic)
      Output.standardError(shown)
    }
  }
}

extension Voice {
  /// Says a line about what was done, unless quiet.
  func tell(_ message: BilingualText) {
    if !isQuiet { Output.standardError(VisibleText(message[language]).text) }
  }

  /// Writes a set of outputs: files, which are put in place together, and then standard output. Says so and ends the
  /// program with 2 where that fails; where nobody reads any more it stops quietly, and what the command found decides
  /// the exit code.
  ///
  /// - Parameter make: writes the files and returns what standard output gets.
  func write(_ make: (OutputFiles) throws(Output.Failure) -> [UInt8]) throws {
    do throws(Output.Failure) {
      let files = OutputFiles()
      let standardOutput = try make(files)
      try files.commit()
      try Output.standardOutput(standardOutput)
    } catch {
      if error.isClosedPipe { return }
      say([error.diagnostic])
      throw ExitCode(2)
    }
  }

  /// Writes a text to standard output.
  func write(_ text: String) throws { try write(Array(text.utf8), to: nil) }

  /// Writes what a command made, to a path or to standard output.
  func write(_ bytes: [UInt8], to path: String?) throws {
    try write { files throws(Output.Failure) in
      guard let path else { return bytes }
      try files.write(bytes, path)
      return []
    }
  }

  /// Writes what a command made in the formats that were asked for.
  ///
  /// - Parameters:
  ///   - formats: the formats that were asked for.
  ///   - usual: the format where none was.
  ///   - output: where standard output is written instead.
  ///   - more: writes the files that belong to the set besides.
  ///   - render: makes the bytes of a format; the path is where they go, nil for standard output.
  func write<Format>(
    _ formats: [FormatOption<Format>], or usual: Format, output: String?,
    more: (OutputFiles) throws(Output.Failure) -> Void = { _ in },
    render: (_ format: Format, _ path: String?) throws(Output.Failure) -> [UInt8]
  ) throws {
    try write { files throws(Output.Failure) in
      var standardOutput: [UInt8] = []
      for target in formats.isEmpty ? [FormatOption(usual)] : formats {
        let path = target.path ?? output
        let bytes = try render(target.format, path)
        if let path { try files.write(bytes, path) } else { standardOutput += bytes }
      }
      try more(files)
      return standardOutput
    }
  }
}

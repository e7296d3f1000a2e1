package import Diagnostics
package import StandardTools

/// The result of `rules check`: text with code frames, and JSON.
package enum LintReport {
  /// The text for people: every problem at its line, then what was counted.
  ///
  /// - Parameter line: the text of a line of a file, for code frames.
  package static func text(
    _ problems: [LintProblem], language: Language, style: TerminalStyle, line: @escaping (String, Int) -> String?
  ) -> String {
    let words = ReportWords(language: language)
    let renderer = DiagnosticRenderer(language: language, frame: CodeFrame(style: style))
    var text = problems.map { renderer.render($0.diagnostic, line: line) + "\n" }.joined()
    let (errors, warnings, notes) = counts(problems)
    text +=
      problems.isEmpty
      ? words("没有发现问题", "nothing was found")
      : words(
        "错误 \(errors)、警告 \(warnings)、说明 \(notes)",
        "\(words.count(errors, "error", "errors")), \(words.count(warnings, "warning", "warnings")), \(words.count(notes, "note", "notes"))"
      )
    return text + "\n"
  }

  /// The JSON for machines, schema `signaudit.rules-check/1`.
  package static func json(_ problems: [LintProblem], standard: String, language: Language) -> [UInt8] {
    var writer = JSONWriter(.pretty)
    let (errors, warnings, notes) = counts(problems)
    writer.object { writer in
      writer.key("schema")
      writer.string("signaudit.rules-check/1")
      writer.key("standard")
      writer.string(standard)
      writer.key("summary")
      writer.object(inLine: true) { writer in
        for (name, count) in [("errors", errors), ("warnings", warnings), ("notes", notes)] {
          writer.key(name)
          writer.number(count)
        }
      }
      writer.key("problems")
      writer.array(problems) { writer, problem in
        writer.object { writer in
          let diagnostic = problem.diagnostic
          writer.key("check")
          writer.string(problem.check.rawValue)
          writer.key("severity")
          writer.string(diagnostic.severity.rawValue)
          writer.key("message")
          writer.string(diagnostic.message[language])
          writer.key("help")
          writer.string(diagnostic.help?[language])
          writer.key("location")
          writer.location(diagnostic.location)
          writer.key("related")
          writer.array(diagnostic.related) { $0.remark($1.message[language], at: $1.location) }
        }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private static func counts(_ problems: [LintProblem]) -> (errors: Int, warnings: Int, notes: Int) {
    func count(_ severity: Severity) -> Int { problems.count { $0.diagnostic.severity == severity } }
    return (count(.error), count(.warning), count(.note))
  }
}

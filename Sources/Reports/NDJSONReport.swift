package import Audit
package import Diagnostics

/// The stream of an audit for programs: a line per inventory as it is audited, then a summary. A line is the object of
/// the JSON report, with its district and street.
package struct NDJSONReport: Sendable {
  private let body: JSONBody

  /// Makes the writer of a stream.
  ///
  /// - Parameters:
  ///   - rules: The rules that the indices of the findings stand for.
  ///   - language: The language of the diagnostics.
  package init(rules: [RuleSummary], language: Language) {
    body = JSONBody(rules: rules, language: language)
  }

  /// Appends the line of a community, with its line feed.
  package func line(_ community: CommunityReport, into output: inout [UInt8]) {
    var writer = JSONWriter(.compact, appendingTo: &output)
    body.community(community, withPlace: true, &writer)
    writer.finishLine(into: &output)
  }

  /// Appends the last line of the stream, with its line feed.
  package func summaryLine(_ summary: Summary, into output: inout [UInt8]) {
    var writer = JSONWriter(.compact, appendingTo: &output)
    writer.object { writer in
      writer.key("summary")
      body.summary(summary, &writer)
    }
    writer.finishLine(into: &output)
  }
}

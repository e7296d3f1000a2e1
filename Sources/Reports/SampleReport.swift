package import Diagnostics
package import SpotCheck

/// A sample as text, Markdown and JSON (`signaudit.sample/1`). Communities stand in the order of the report; the weight
/// says how likely one was to be drawn and ranks nothing.
package enum SampleReport {
  /// For a terminal.
  package static func text(_ sample: Sample, _ language: Language) -> [UInt8] {
    let words = SpotCheckWords(language)
    var text = head(sample, words) + "\n"
    for street in sample.streets {
      text += "\n" + VisibleText(title(street, words)).text + "\n"
      for community in street.communities {
        text += "  " + VisibleText(line(community, words)).text + "\n"
      }
    }
    return Array(text.utf8)
  }

  /// For a file that people read.
  package static func markdown(_ sample: Sample, _ language: Language) -> [UInt8] {
    let words = SpotCheckWords(language)
    var text = "# " + words("抽查名单", "Spot check") + "\n\n" + MarkdownText.escape(head(sample, words)) + "\n"
    for street in sample.streets {
      text += "\n## " + MarkdownText.escape(title(street, words)) + "\n\n"
      for community in street.communities { text += "- " + MarkdownText.escape(line(community, words)) + "\n" }
    }
    return Array(text.utf8)
  }

  /// For programs, and for `spot-check sheet --sample`.
  package static func json(_ sample: Sample, _ language: Language) -> [UInt8] {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.key("schema")
      writer.string("signaudit.sample/1")
      writer.key("seed")
      // Seeds have 64 bits, more than a number of JSON is sure to hold.
      writer.string(String(sample.seed))
      writer.key("as_of")
      writer.string(sample.asOf)
      writer.key("per_street")
      writer.number(sample.perStreet)
      writer.key("streets")
      writer.array(sample.streets) { writer, street in
        writer.object { writer in
          writer.key("district")
          writer.string(street.district)
          writer.key("street")
          writer.string(street.street)
          writer.key("total")
          writer.number(street.total)
          writer.key("communities")
          writer.array(street.communities) { writer, community in
            writer.object { writer in
              writer.key("name")
              writer.string(community.name)
              writer.key("facility")
              writer.string(community.facility)
              writer.key("code")
              writer.string(community.code)
              writer.key("source")
              writer.string(community.source)
              writer.key("weight")
              writer.number(community.weight)
              writer.key("weight_of_street")
              writer.number(community.weightOfStreet)
              writer.key("reasons")
              writer.array(community.reasons) { $0.string($1[language]) }
            }
          }
        }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private static func head(_ sample: Sample, _ words: SpotCheckWords) -> String {
    words(
      "每个街道抽 \(sample.perStreet) 个社区；日期 \(sample.asOf)；种子 \(sample.seed)（用 --seed \(sample.seed) 可重抽出同样的结果）",
      "\(sample.perStreet) communities of each street; as of \(sample.asOf); seed \(sample.seed) (--seed \(sample.seed) draws the same again)"
    )
  }

  private static func title(_ street: SampledStreet, _ words: SpotCheckWords) -> String {
    words(
      "\(street.district)\(street.street)（\(street.total) 个社区中抽 \(street.communities.count) 个）",
      "\(street.district) \(street.street) (\(street.communities.count) of \(street.total))")
  }

  private static func line(_ community: SampledCommunity, _ words: SpotCheckWords) -> String {
    let name =
      community.facility.map { words("\(community.name)（\($0)）", "\(community.name) (\($0))") } ?? community.name
    let reasons =
      community.reasons.isEmpty
      ? words("普通抽取", "drawn as any other")
      : community.reasons.map { $0[words.language] }.joined(separator: words("，", ", "))
    return words(
      "\(name)：\(reasons)；权重 \(community.weight)/\(community.weightOfStreet)",
      "\(name): \(reasons); weight \(community.weight) of \(community.weightOfStreet)")
  }
}

import Diagnostics
package import Rectification
import Standard

/// The plan for machines, `signaudit.plan/1`: words of vocabularies in the language of the plan, steps by their ids.
package enum PlanJSON {
  /// The document in UTF-8, ending with a line feed.
  package static func render(_ plan: Plan) -> [UInt8] {
    let words = PlanWords(language: plan.language)
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      pair("schema", "signaudit.plan/1", &writer)
      writer.key("standard")
      writer.object(inLine: true) { writer in
        pair("id", plan.standardID, &writer)
        pair("title", plan.standard[plan.language], &writer)
        pair("digest", plan.digest, &writer)
      }
      pair("as_of", plan.asOf, &writer)
      pair("due", plan.due, &writer)
      writer.key("audited")
      writer.number(plan.audited)
      writer.key("unreadable")
      writer.array(plan.unreadable) { writer, inventory in
        writer.object(inLine: true) { writer in
          pair("district", inventory.district, &writer)
          pair("street", inventory.street, &writer)
          pair("name", inventory.name, &writer)
          pair("source", inventory.source, &writer)
        }
      }
      writer.key("streets")
      writer.array(plan.streets) { writer, street in
        writer.object { writer in
          pair("district", street.district, &writer)
          pair("street", street.street, &writer)
          writer.key("communities")
          writer.array(street.communities) { community(&$0, $1, words) }
          writer.key("materials")
          writer.array(street.materials) { writer, material in
            writer.object(inLine: true) { writer in
              pair("item", material.item, &writer)
              pair("community", material.community, &writer)
              writer.key("replaces")
              writer.bool(material.replaces)
              writer.key("specification")
              specification(&writer, material.specification)
            }
          }
        }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private static func community(_ writer: inout JSONWriter, _ community: CommunityPlan, _ words: PlanWords) {
    writer.object { writer in
      pair("name", community.name, &writer)
      pair("facility", community.facility, &writer)
      pair("code", community.code, &writer)
      writer.key("items")
      writer.array(community.items) { item(&$0, $1, words) }
      writer.key("checks")
      writer.array(community.checks) { writer, check in
        writer.object { writer in
          pair("rule", check.rule, &writer)
          writer.key("sign")
          sign(&writer, check.sign)
          pair("subject", check.subject, &writer)
          pair("question", check.question, &writer)
          pair("measure", check.measure, &writer)
        }
      }
    }
  }

  private static func item(_ writer: inout JSONWriter, _ item: WorkItem, _ words: PlanWords) {
    writer.object { writer in
      pair("id", item.id, &writer)
      writer.key("actions")
      writer.strings(item.actions.map(\.rawValue))
      pair("opinion", item.opinion[words.language], &writer)
      writer.key("sign")
      sign(&writer, item.sign)
      pair("subject", item.subject, &writer)
      writer.key("problems")
      writer.strings(item.problems)
      writer.key("measures")
      writer.strings(item.measures)
      writer.key("specification")
      if let wanted = item.specification { specification(&writer, wanted) } else { writer.null() }
      writer.key("rules")
      writer.strings(item.rules)
      writer.key("clauses")
      writer.strings(item.clauses)
      pair("severity", item.severity.rawValue, &writer)
      writer.key("demanded_by")
      writer.strings(item.demandedBy)
      pair("responsible", item.responsible, &writer)
      pair("due", item.due, &writer)
      writer.key("locations")
      writer.array(item.locations) { $0.location($1) }
      writer.key("fingerprints")
      writer.strings(item.fingerprints)
    }
  }

  private static func sign(_ writer: inout JSONWriter, _ sign: SignDescription?) {
    guard let sign else { return writer.null() }
    writer.object(inLine: true) { writer in
      pair("id", sign.id, &writer)
      pair("text", sign.text, &writer)
      pair("kind", sign.kind, &writer)
      pair("place", sign.place, &writer)
    }
  }

  private static func specification(_ writer: inout JSONWriter, _ wanted: Specification) {
    writer.object(inLine: true) { writer in
      pair("kind", wanted.kind, &writer)
      writer.key("wordings")
      writer.strings(wanted.wordings)
      writer.key("is_part")
      writer.bool(wanted.isPart)
      pair("place", wanted.place, &writer)
      pair("orientation", wanted.orientation, &writer)
      pair("background", wanted.background, &writer)
      pair("lettering", wanted.lettering, &writer)
      pair("width", wanted.width, &writer)
      pair("height", wanted.height, &writer)
    }
  }

  private static func pair(_ key: String, _ value: String?, _ writer: inout JSONWriter) {
    writer.key(key)
    writer.string(value)
  }
}

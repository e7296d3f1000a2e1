package import Audit
package import Diagnostics
internal import Inventory
package import SpotCheck

/// A comparison of walls with inventories as JSON, `signaudit.reconciliation/1`. Values are canonical words.
package enum ReconciliationJSON {
  /// The report as UTF-8, ending with a line feed.
  ///
  /// - Parameter rules: the rules that the findings of the verdicts are of.
  package static func render(_ result: Reconciliation, rules: [RuleSummary], _ language: Language) -> [UInt8] {
    let body = JSONBody(rules: rules, language: language)
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.key("schema")
      writer.string("signaudit.reconciliation/1")
      writer.key("communities")
      writer.array(result.communities) { community($1, body, language, &$0) }
      writer.key("diagnostics")
      writer.array(result.diagnostics) { body.diagnostic($1, &$0) }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private static func community(
    _ community: ReconciledCommunity, _ body: JSONBody, _ language: Language, _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.key("district")
      writer.string(community.district)
      writer.key("street")
      writer.string(community.street)
      writer.key("name")
      writer.string(community.name)
      writer.key("facility")
      writer.string(community.facility)
      writer.key("declared")
      writer.string(community.declaredSource)
      writer.key("observed")
      writer.string(community.observedSource)
      writer.key("visited")
      writer.object(inLine: true) { writer in
        writer.key("date")
        writer.string(community.observedOn)
        writer.key("by")
        writer.string(community.observedBy)
      }
      writer.key("turned")
      writer.bool(community.isTurned)
      writer.key("matches")
      writer.array(community.matches) { match($1, language, &$0) }
      writer.key("undeclared")
      writer.array(community.undeclared) { sign($1, &$0) }
      writer.key("absent")
      writer.array(community.absent) { sign($1, &$0) }
      writer.key("not_looked_at")
      writer.array(community.notLookedAt) { sign($1, &$0) }
      writer.key("taken_down")
      writer.array(community.takenDown) { takenDown($1, &$0) }
      writer.key("rooms")
      rooms(community.rooms, language, &writer)
      writer.key("verdicts")
      if let verdicts = community.verdicts { body.community(verdicts, &writer) } else { writer.null() }
    }
  }

  private static func takenDown(_ sign: TakenDownSign, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("declared")
      self.sign(sign.declared, &writer)
      writer.key("observed")
      if let observed = sign.observed { self.sign(observed, &writer) } else { writer.null() }
    }
  }

  private static func rooms(_ rooms: ReconciledRooms, _ language: Language, _ writer: inout JSONWriter) {
    writer.object { writer in
      fields(rooms.differences, rooms.additions, &writer)
      writer.key("matches")
      writer.array(rooms.matches) { writer, match in
        writer.object { writer in
          writer.key("declared")
          room(match.declared, &writer)
          writer.key("observed")
          room(match.observed, &writer)
          likeness(match.likeness, match.reason[language], &writer)
          fields(match.differences, match.additions, &writer)
        }
      }
      writer.key("undeclared")
      writer.array(rooms.undeclared) { room($1, &$0) }
      writer.key("absent")
      writer.array(rooms.absent) { room($1, &$0) }
      writer.key("added")
      writer.array(rooms.added) { room($1, &$0) }
      writer.key("not_looked_at")
      writer.array(rooms.notLookedAt) { room($1, &$0) }
    }
  }

  private static func room(_ room: DeclaredRoom, _ writer: inout JSONWriter) {
    func names(_ names: [String]?, _ writer: inout JSONWriter) {
      guard let names else { return writer.null() }
      writer.strings(names)
    }
    writer.object(inLine: true) { writer in
      writer.key("number")
      writer.string(room.number)
      writer.key("floor")
      writer.string(room.floor)
      writer.key("functions")
      names(room.functions, &writer)
      writer.key("demanded_by")
      names(room.demandedBy, &writer)
      writer.key("file")
      writer.string(room.location.file)
      writer.key("line")
      writer.number(room.location.range.start.line)
    }
  }

  private static func match(_ match: SignMatch, _ language: Language, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("declared")
      sign(match.declared, &writer)
      writer.key("observed")
      sign(match.observed, &writer)
      likeness(match.likeness, match.reason[language], &writer)
      writer.key("was_removed")
      writer.bool(match.wasRemoved)
      fields(match.differences, match.additions, &writer)
    }
  }

  /// Why two are the same.
  private static func likeness(_ likeness: Int, _ reason: String, _ writer: inout JSONWriter) {
    writer.key("likeness")
    writer.number(likeness)
    writer.key("reason")
    writer.string(reason)
  }

  /// What differs, and what was not recorded before.
  private static func fields(
    _ differences: [FieldDifference], _ additions: [FieldDifference], _ writer: inout JSONWriter
  ) {
    writer.key("differences")
    writer.array(differences) { field($1, &$0) }
    writer.key("additions")
    writer.array(additions) { field($1, &$0) }
  }

  private static func field(_ difference: FieldDifference, _ writer: inout JSONWriter) {
    writer.object(inLine: true) { writer in
      writer.key("field")
      writer.string(difference.key.word.canonical)
      writer.key("declared")
      writer.string(difference.declared?.canonical)
      writer.key("observed")
      writer.string(difference.observed?.canonical)
    }
  }

  private static func sign(_ sign: DeclaredSign, _ writer: inout JSONWriter) {
    writer.object(inLine: true) { writer in
      writer.key("id")
      writer.string(sign.id)
      writer.key("kind")
      writer.string(sign.values[.kind]?.canonical)
      writer.key("text")
      writer.string(sign.text)
      writer.key("place")
      writer.string(sign.values[.place]?.canonical)
      writer.key("floor")
      writer.string(sign.floor)
      writer.key("room")
      writer.string(sign.room)
      writer.key("file")
      writer.string(sign.location.file)
      writer.key("line")
      writer.number(sign.location.range.start.line)
    }
  }
}

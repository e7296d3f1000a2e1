/// The JSON Schema of the JSON report, for consumers and editors.
package enum ReportSchema {
  /// The schema (draft 2020-12) as text, ending with a line feed. It requires every key of the report and allows others,
  /// for keys may be added.
  package static let json = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "signaudit.report/1",
      "description": "The JSON report of signaudit. Keys are stable; new ones may be added.",
      "type": "object",
      "required": [
        "schema",
        "standard",
        "rules",
        "as_of",
        "summary",
        "streets",
        "unreadable",
        "departments",
        "diagnostics"
      ],
      "properties": {
        "schema": {"const": "signaudit.report/1"},
        "standard": {"$ref": "#/$defs/standard"},
        "rules": {"type": "array", "items": {"$ref": "#/$defs/rule"}},
        "as_of": {"type": "string"},
        "summary": {"$ref": "#/$defs/summary"},
        "streets": {"type": "array", "items": {"$ref": "#/$defs/street"}},
        "unreadable": {"type": "array", "items": {"$ref": "#/$defs/community"}},
        "departments": {"type": "array", "items": {"$ref": "#/$defs/department"}},
        "diagnostics": {"type": "array", "items": {"$ref": "#/$defs/diagnostic"}}
      },
      "$defs": {
        "standard": {
          "description": "The standard audited by.",
          "type": "object",
          "required": ["id", "title", "digest", "deviations"],
          "properties": {
            "id": {"type": "string"},
            "title": {"type": "string"},
            "digest": {"type": "string"},
            "deviations": {"type": "array", "items": {"type": "string"}}
          }
        },
        "rule": {
          "description": "A rule of the standard.",
          "type": "object",
          "required": ["id", "clauses", "modality", "severity", "title"],
          "properties": {
            "id": {"type": "string"},
            "clauses": {"type": "array", "items": {"type": "string"}},
            "modality": {"enum": ["must", "must-not", "in-principle", "encouraged", "record"]},
            "severity": {"enum": ["error", "warning", "advice"]},
            "title": {"type": "string"}
          }
        },
        "summary": {
          "description": "Communities by state, findings by severity, signs.",
          "type": "object",
          "required": [
            "communities",
            "compliant",
            "noncompliant",
            "undetermined",
            "unreadable",
            "missing",
            "findings",
            "signs",
            "baselined"
          ],
          "properties": {
            "communities": {"type": "integer", "minimum": 0},
            "compliant": {"type": "integer", "minimum": 0},
            "noncompliant": {"type": "integer", "minimum": 0},
            "undetermined": {"type": "integer", "minimum": 0},
            "unreadable": {"type": "integer", "minimum": 0},
            "missing": {"type": "integer", "minimum": 0},
            "findings": {
              "description": "Failures by severity, then the undetermined and the waived.",
              "type": "object",
              "required": ["error", "warning", "advice", "undetermined", "waived"],
              "properties": {
                "error": {"type": "integer", "minimum": 0},
                "warning": {"type": "integer", "minimum": 0},
                "advice": {"type": "integer", "minimum": 0},
                "undetermined": {"type": "integer", "minimum": 0},
                "waived": {"type": "integer", "minimum": 0}
              }
            },
            "signs": {"$ref": "#/$defs/signs"},
            "baselined": {
              "description": "Those of the failures and of the undetermined that the baseline knows.",
              "type": "object",
              "required": ["error", "warning", "advice", "undetermined"],
              "properties": {
                "error": {"type": "integer", "minimum": 0},
                "warning": {"type": "integer", "minimum": 0},
                "advice": {"type": "integer", "minimum": 0},
                "undetermined": {"type": "integer", "minimum": 0}
              }
            }
          }
        },
        "signs": {
          "description": "Signs in place and taken down.",
          "type": "object",
          "required": ["in_place", "removed"],
          "properties": {
            "in_place": {"type": "integer", "minimum": 0},
            "removed": {"type": "integer", "minimum": 0}
          }
        },
        "street": {
          "description": "A street and its communities, in roster order.",
          "type": "object",
          "required": ["district", "street", "summary", "communities"],
          "properties": {
            "district": {"type": "string"},
            "street": {"type": "string"},
            "summary": {"$ref": "#/$defs/summary"},
            "communities": {"type": "array", "items": {"$ref": "#/$defs/community"}}
          }
        },
        "community": {
          "description": "An inventory's result, or a community of the roster without one.",
          "type": "object",
          "required": [
            "name",
            "code",
            "source",
            "status",
            "findings",
            "diagnostics",
            "facility",
            "survey",
            "signs"
          ],
          "properties": {
            "name": {"type": ["string", "null"]},
            "code": {"type": ["string", "null"]},
            "source": {"type": ["string", "null"]},
            "status": {"enum": ["compliant", "noncompliant", "undetermined", "unreadable", "missing"]},
            "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
            "diagnostics": {"type": "array", "items": {"$ref": "#/$defs/diagnostic"}},
            "facility": {"type": ["string", "null"]},
            "survey": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/survey"}]},
            "signs": {"$ref": "#/$defs/signs"}
          }
        },
        "survey": {
          "description": "When and by whom it was surveyed.",
          "type": "object",
          "required": ["date", "by"],
          "properties": {"date": {"type": ["string", "null"]}, "by": {"type": ["string", "null"]}}
        },
        "finding": {
          "description": "What a rule says: one for each rule, sign and subject.",
          "type": "object",
          "required": [
            "rule",
            "outcome",
            "severity",
            "clauses",
            "sign",
            "subject",
            "message",
            "remedy",
            "expected",
            "actual",
            "demanded_by",
            "location",
            "related",
            "waiver",
            "fingerprint",
            "baselined"
          ],
          "properties": {
            "rule": {"type": "string"},
            "outcome": {"enum": ["pass", "fail", "undetermined", "waived"]},
            "severity": {"enum": ["error", "warning", "advice"]},
            "clauses": {"type": "array", "items": {"type": "string"}},
            "sign": {"type": ["string", "null"]},
            "subject": {"type": ["string", "null"]},
            "message": {"type": "string"},
            "remedy": {"type": "string"},
            "expected": {"type": ["string", "null"]},
            "actual": {"type": ["string", "null"]},
            "demanded_by": {"type": "array", "items": {"type": "string"}},
            "location": {"$ref": "#/$defs/location"},
            "related": {"type": "array", "items": {"$ref": "#/$defs/related"}},
            "waiver": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/waiver"}]},
            "fingerprint": {"type": "string", "maxLength": 64},
            "baselined": {"type": "boolean"}
          }
        },
        "location": {
          "description": "A place in a file; line and column count from 1, columns in code points.",
          "type": "object",
          "required": ["file", "line", "column"],
          "properties": {
            "file": {"type": "string"},
            "line": {"type": "integer", "minimum": 1},
            "column": {"type": "integer", "minimum": 1}
          }
        },
        "related": {
          "description": "A further place.",
          "type": "object",
          "required": ["message", "location"],
          "properties": {"message": {"type": "string"}, "location": {"$ref": "#/$defs/location"}}
        },
        "waiver": {
          "description": "Why a failure is excused.",
          "type": "object",
          "required": ["reason", "approved_by", "document", "expires", "location"],
          "properties": {
            "reason": {"type": "string"},
            "approved_by": {"type": "string"},
            "document": {"type": "string"},
            "expires": {"type": "string"},
            "location": {"$ref": "#/$defs/location"}
          }
        },
        "department": {
          "description": "How often a department required what fails.",
          "type": "object",
          "required": ["department", "signs", "rooms", "communities"],
          "properties": {
            "department": {"type": "string"},
            "signs": {"type": "integer", "minimum": 0},
            "rooms": {"type": "integer", "minimum": 0},
            "communities": {"type": "integer", "minimum": 0}
          }
        },
        "diagnostic": {
          "description": "What the tool itself says.",
          "type": "object",
          "required": ["severity", "message", "location", "help"],
          "properties": {
            "severity": {"enum": ["error", "warning", "advice", "note"]},
            "message": {"type": "string"},
            "location": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/location"}]},
            "help": {"type": ["string", "null"]}
          }
        }
      }
    }

    """#
}

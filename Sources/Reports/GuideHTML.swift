package import Diagnostics
import Markup
package import Standard

/// The guide to a standard as one self-contained page: a checklist to print and a reference.
package enum GuideHTML {
  /// The page in UTF-8.
  package static func render(_ guide: Guide, _ language: Language) -> [UInt8] {
    let page = GuidePage(words: GuideWords(language: language))
    let words = page.words
    return PageFrame.document(language: language, title: words.title(guide), styles: [HTMLStyle.code, GuideStyle.code])
    {
      Element("header", [.word("class", "masthead")]) {
        Element("h1") { page.text(words.title(guide)) }
        Element("dl", [.word("class", "facts tight")]) {
          page.fact(words("发布", "Issued by"), guide.issuer[language])
          page.fact(words("出处", "Source"), guide.source[language])
          page.fact(words("版本", "Version"), "\(guide.id) · \(String(guide.digest.prefix(19)))")
        }
        if !guide.deviations.isEmpty {
          Element("dl", [.word("class", "facts tight")]) {
            Element("div", [.word("class", "whole")]) {
              Element("dt") { words("对上级标准的调整", "Changes to the standard above") }
              Element("dd") {
                Element("ul", [.word("class", "plain")]) {
                  for deviation in guide.deviations { Element("li") { page.text(deviation[language]) } }
                }
              }
            }
          }
        }
      }
      Element("div", [.word("class", "columns")]) {
        page.contents(guide)
        Element("main", [.id(Anchor("main"))]) {
          page.checklist(guide)
          Element("section", [.reference("aria-labelledby", Anchor("reference"))]) {
            Element("h2", [.id(Anchor("reference"))]) { words.reference }
            for (index, chapter) in guide.chapters.enumerated() { page.chapter(chapter, index + 1) }
          }
          if !guide.records.isEmpty {
            Element("section", [.reference("aria-labelledby", Anchor("records"))]) {
              Element("h2", [.id(Anchor("records"))]) { words.records }
              for entry in guide.records { page.entry(entry) }
            }
          }
        }
      }
      Element("footer") { Element("p") { words.foot } }
    }
  }
}

private struct GuidePage {
  let words: GuideWords

  var language: Language { words.language }

  func text(_ text: String) -> Element { Element("bdi") { text } }

  @MarkupBuilder func fact(_ name: String, _ value: String) -> [Node] {
    Element("div") {
      Element("dt") { name }
      Element("dd") { text(value) }
    }
  }

  func contents(_ guide: Guide) -> Element {
    Element("nav", [.label(.aria, words("目录", "Contents"))]) {
      Element("ul") {
        Element("li") { Element("a", [.href(Anchor("checklist"))]) { words.checklist } }
        Element("li") {
          Element("a", [.href(Anchor("reference"))]) { words.reference }
          Element("ul", [.word("class", "deep")]) {
            for (index, chapter) in guide.chapters.enumerated() {
              Element("li") {
                Element("a", [.href(Anchor("clause", index + 1))]) { text(chapter.clause.title[language]) }
              }
            }
          }
        }
        if !guide.records.isEmpty {
          Element("li") { Element("a", [.href(Anchor("records"))]) { words.records } }
        }
      }
    }
  }

  func checklist(_ guide: Guide) -> Element {
    Element("section", [.reference("aria-labelledby", Anchor("checklist"))]) {
      Element("h2", [.id(Anchor("checklist"))]) { words.checklist }
      Element("p", [.word("class", "lead")]) { words.lead }
      for chapter in guide.chapters where !chapter.entries.isEmpty {
        Element("div", [.word("class", "group")]) {
          Element("h3") { text(chapter.clause.title[language]) }
          Element("ul", [.word("class", "boxes list")]) {
            for entry in chapter.entries {
              Element("li") {
                Element("b") { text(entry.title[language]) }
                Element("span", [.word("class", "fine")]) { " \(entry.modality.label[language]) · \(entry.id)" }
                if !entry.wordings.isEmpty {
                  Element("span", [.word("class", "block wording")]) {
                    text(entry.wordings.map { "“\($0)”" }.joined(separator: words(" 或 ", " or ")))
                  }
                }
                for remedy in entry.remedies {
                  Element("span", [.word("class", "block fine")]) { text(remedy[language]) }
                }
                for deviation in entry.deviations {
                  Element("span", [.word("class", "block changed")]) {
                    words.changed
                    text(deviation[language])
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  func chapter(_ chapter: Guide.Chapter, _ number: Int) -> Element {
    Element("article", [.reference("aria-labelledby", Anchor("clause", number))]) {
      Element("h3", [.id(Anchor("clause", number))]) {
        text(chapter.clause.title[language])
        Element("span", [.word("class", "fine")]) { " \(chapter.clause.id)" }
      }
      Element("blockquote", language == .en ? [.word("lang", "zh-Hans")] : []) {
        for line in chapter.clause.text.utf8.split(separator: UInt8(ascii: "\n")) {
          Element("p") { text(String(Substring(line))) }
        }
      }
      if !chapter.clause.notCheckable.isEmpty {
        Element("h4") { words.onSite }
        Element("ul", [.word("class", "boxes list")]) {
          for remark in chapter.clause.notCheckable {
            Element("li") {
              text("“\(remark.words)”\(words("：", ": "))\(remark.note[language])")
            }
          }
        }
      }
      if chapter.entries.isEmpty, chapter.others.isEmpty { Element("p") { words.noRules } }
      for item in chapter.entries { entry(item) }
      if !chapter.others.isEmpty {
        Element("p", [.word("class", "fine")]) {
          words.also + words("：", ": ")
          text(chapter.others.map { "\($0.title[language])（\($0.id)）" }.joined(separator: words("、", ", ")))
        }
      }
    }
  }

  func entry(_ entry: Guide.Entry) -> Element {
    Element("div", [.word("class", "rule")]) {
      Element("h4") { text(entry.title[language]) }
      Element("p", [.word("class", "fine")]) { "\(entry.id) · \(words.modality(entry))" }
      for deviation in entry.deviations {
        Element("p", [.word("class", "changed")]) {
          words.changed
          text(deviation[language])
        }
      }
      if entry.isLocked, !entry.locksItself { Element("p", [.word("class", "fine")]) { words.locked } }
      Element("p", [.word("class", "rationale")]) { text(entry.rationale[language]) }
      Element("details") {
        Element("summary") { "\(words.examples)（\(entry.examples.count)）" }
        for proof in entry.examples {
          Element("figure", [.word("class", "proof")]) {
            Element("figcaption") {
              Element("b", [.word("class", proof.outcome == "fail" ? "outcome grave" : "outcome")]) {
                words.outcome(proof.outcome)
              }
              " "
              text(proof.name)
            }
            for part in proof.parts {
              if let label = part.label { Element("p", [.word("class", "fine")]) { label[language] } }
              Element("pre", [.number("tabindex", 0)]) {
                Element("code") {
                  for line in part.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                    .dropLast()
                  { Element("span", [.word("class", "block")]) { String(Substring(line)) } }
                }
              }
            }
          }
        }
      }
    }
  }
}

/// What the guide needs besides the style of all pages.
enum GuideStyle {
  static let code = EmbeddedCode(
    """
    .block{display:block}
    code .block:empty{min-height:1.6em}
    .facts>.whole{grid-column:1/-1}
    .wording{font-family:var(--song);font-weight:700}
    .boxes li>.block,.boxes li>.fine{text-indent:0}
    .boxes li{margin:.5rem 0}
    .changed{border-left:3px solid var(--accent);padding-left:.6rem;margin:.4rem 0;font-size:.95rem;text-indent:0}
    .rule h4{margin-top:.6rem}
    blockquote p+p{margin-top:.3rem}
    details{margin-top:.6rem}
    summary{cursor:pointer;color:var(--soft);font-size:.95rem;min-height:2rem}
    .proof{margin:.8rem 0}
    figcaption .outcome{color:var(--ink)}
    figcaption .grave{color:var(--accent)}
    pre{margin:.3rem 0 0;padding:.7rem 1rem;background:var(--tint);overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere;font:400 .85rem/1.6 ui-monospace,"DejaVu Sans Mono",Consolas,"Noto Sans Mono CJK SC",monospace}
    @media print{
    .boxes li,.proof{break-inside:avoid}
    }

    """)
}

import Crypto
import Diagnostics
import Foundation
import Markup

/// The frame of every page that the program writes: self-contained, allowed to load nothing, with its styles and scripts
/// named by digest.
enum PageFrame {
  /// A whole page.
  ///
  /// - Parameters:
  ///   - title: what stands in the window's title, plain.
  ///   - body: the content; it must hold an element with the anchor `main`.
  static func document(
    language: Language, title: String, styles: [EmbeddedCode], scripts: [EmbeddedCode] = [],
    @MarkupBuilder _ body: () -> [Node]
  ) -> [UInt8] {
    let policy = ContentPolicy(styles: styles.map(digest), scripts: scripts.map(digest))
    let root = Element("html", [.word("lang", language == .zh ? "zh-Hans" : "en")]) {
      Element("head") {
        Element("meta", [.word("charset", "utf-8")])
        Element("meta", [.word("http-equiv", "Content-Security-Policy"), .policy(policy)])
        Element("meta", [.word("name", "viewport"), .word("content", "width=device-width, initial-scale=1")])
        Element("meta", [.word("name", "robots"), .word("content", "noindex")])
        Element("title") { title }
        Element("link", [.word("rel", "icon"), .word("href", "data:,")])
        for style in styles { Element("style") { style } }
      }
      Element("body") {
        Element("a", [.word("class", "skip"), .href(Anchor("main"))]) {
          language == .zh ? "跳到正文" : "Skip to the content"
        }
        body()
        for script in scripts { Element("script") { script } }
      }
    }
    return MarkupWriter.document(root)
  }

  private static func digest(_ code: EmbeddedCode) -> String {
    Data(SHA256.hash(data: code.bytes)).base64EncodedString()
  }
}

extension Element {
  /// What scrolls by itself where it is wider than the page: a table, with what it is called for those who cannot see it.
  static func scroller(_ label: String, @MarkupBuilder _ content: () -> [Node]) -> Element {
    Element(
      "div", [.word("class", "scroller"), .word("role", "region"), .label(.aria, label), .number("tabindex", 0)],
      content)
  }
}

extension ReportWords {
  /// What a table that scrolls is called.
  func scrolling(_ name: String) -> String {
    self("\(name)（表格，可左右滚动）", "\(name) (a table that scrolls sideways)")
  }
}

internal import Diagnostics

/// Writes nodes as HTML or as XML, in UTF-8. The one place where text is escaped.
///
/// Escaping goes scalar by scalar. Characters that would steer, turn the direction of the text or be seen by nobody are
/// made visible (`VisibleText`); what is left is allowed in HTML and in XML 1.0.
package struct MarkupWriter: Sendable {
  /// What is written.
  package enum Syntax: Sendable {
    /// HTML: void elements have no end tag; others always have one.
    case html
    /// XML, for SVG that stands alone.
    case xml
  }

  /// What has been written.
  package private(set) var bytes: [UInt8] = []
  private let syntax: Syntax

  /// Starts with nothing.
  package init(_ syntax: Syntax) {
    self.syntax = syntax
    bytes.reserveCapacity(1 << 16)
  }

  /// Writes a whole HTML document: `<!DOCTYPE html>` and the root element.
  package static func document(_ root: Element) -> [UInt8] {
    var writer = MarkupWriter(.html)
    writer.raw("<!DOCTYPE html>\n")
    writer.write(root)
    writer.raw("\n")
    return writer.bytes
  }

  /// Writes a whole SVG document.
  package static func drawing(_ root: Element) -> [UInt8] {
    var writer = MarkupWriter(.xml)
    writer.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    writer.write(root)
    writer.raw("\n")
    return writer.bytes
  }

  /// Writes a node.
  package mutating func write(_ node: Node) {
    switch node {
    case .element(let element): write(element)
    case .text(let text): escape(text)
    case .group(let nodes): for node in nodes { write(node) }
    case .code(let code): raw(code.source)
    }
  }

  /// Writes an element.
  package mutating func write(_ element: Element) {
    // Lines end before what is a block, so that people and tools that compare lines can read it.
    if !bytes.isEmpty, Self.isBlock(element.name), bytes.last != UInt8(ascii: "\n") { raw("\n") }
    raw("<")
    raw(element.name)
    for attribute in element.attributes {
      raw(" ")
      raw(attribute.name)
      switch attribute.value {
      case .none: if syntax == .xml { raw("=\"\"") }
      case .word(let word):
        raw("=\"")
        escape(word.description)
        raw("\"")
      case .text(let text):
        raw("=\"")
        escape(text)
        raw("\"")
      }
    }
    if element.children.isEmpty, syntax == .xml {
      raw("/>")
      return
    }
    raw(">")
    if syntax == .html, Self.isVoid(element.name) { return }
    for child in element.children { write(child) }
    raw("</")
    raw(element.name)
    raw(">")
  }

  /// Escapes text: markup becomes references, what is not seen becomes visible.
  private mutating func escape(_ text: String) {
    let source = text.unicodeScalars
    if source.contains(where: VisibleText.isInvisible) {
      for scalar in VisibleText(text).text.unicodeScalars { escape(scalar) }
    } else {
      for scalar in source { escape(scalar) }
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": raw("&amp;")
    case "<": raw("&lt;")
    case ">": raw("&gt;")
    case "\"": raw("&quot;")
    case "'": raw("&#39;")
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  private mutating func raw(_ text: StaticString) {
    bytes.append(contentsOf: text.description.utf8)
  }

  private static func isVoid(_ name: StaticString) -> Bool {
    switch name.description {
    case "meta", "link", "br", "hr", "input", "col", "img": true
    default: false
    }
  }

  private static func isBlock(_ name: StaticString) -> Bool {
    switch name.description {
    case "html", "head", "body", "header", "main", "footer", "nav", "section", "article", "div", "figure", "table",
      "thead", "tbody", "tr", "ul", "ol", "li", "dl", "dt", "h1", "h2", "h3", "h4", "p", "form", "svg", "g", "meta",
      "title", "link", "style", "script", "details", "blockquote", "caption", "figcaption", "text", "rect", "path",
      "circle", "line", "desc", "template", "fieldset":
      true
    default: false
    }
  }
}

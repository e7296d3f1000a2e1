/// A piece of HTML or SVG, as a value: an element, or text that the writer escapes. There is no other way to put
/// anything into a page, so that nothing can reach it unescaped.
package enum Node: Sendable {
  /// An element with its children.
  case element(Element)
  /// Text; also one that came from outside.
  case text(String)
  /// Several pieces in a row.
  case group([Node])
  /// A style or script of the program itself.
  case code(EmbeddedCode)
}

/// An element of HTML or SVG.
package struct Element: Sendable {
  /// Its name, one that the program writes.
  package var name: StaticString
  /// Its attributes, in the order in which they are written.
  package var attributes: [Attribute]
  /// What is in it.
  package var children: [Node]

  /// Makes an element.
  package init(_ name: StaticString, _ attributes: [Attribute] = [], @MarkupBuilder _ children: () -> [Node] = { [] }) {
    self.name = name
    self.attributes = attributes
    self.children = children()
  }
}

/// An attribute. Names are the program's own, and so are the values that a browser acts on: classes, ids, references.
/// Only `text` and `number` take a value that was made, and they are for attributes that are read or measured.
package struct Attribute: Sendable {
  /// What stands after the equals sign.
  enum Value: Sendable {
    case none
    case word(StaticString)
    case text(String)
  }

  let name: StaticString
  let value: Value

  /// An attribute without a value, such as `hidden`.
  package static func flag(_ name: StaticString) -> Attribute { Attribute(name: name, value: .none) }

  /// An attribute whose value the program writes.
  package static func word(_ name: StaticString, _ value: StaticString) -> Attribute {
    Attribute(name: name, value: .word(value))
  }

  /// An attribute that people or screen readers read: it may hold text from outside, which is escaped.
  package static func label(_ name: Label, _ value: String) -> Attribute {
    let attribute: StaticString =
      switch name {
      case .description: "content"
      case .aria: "aria-label"
      case .alternative: "alt"
      case .value: "value"
      case .hint: "placeholder"
      case .key: "data-key"
      case .file: "data-file"
      case .store: "data-store"
      case .message(let name): name
      }
    return Attribute(name: attribute, value: .text(value))
  }

  /// The attributes that hold text for people, or that a script of the program reads as text.
  package enum Label: Sendable {
    case description, aria, alternative
    /// What a field of a form holds, and what it shows while it is empty.
    case value, hint
    /// The key that a field is written under, the name of the file that a page saves, and what it keeps its notes under.
    case key, file, store
    /// What a script of the program says; the attribute's name begins with `data-`.
    case message(StaticString)
  }

  /// An attribute that holds a number: a length, an index.
  package static func number(_ name: StaticString, _ value: Int) -> Attribute {
    Attribute(name: name, value: .text(String(value)))
  }

  /// An attribute that holds a length, to a tenth.
  package static func length(_ name: StaticString, _ value: Double) -> Attribute {
    Attribute(name: name, value: .text(Decimal.tenths(value)))
  }

  /// A turn by so many degrees, clockwise, about a point.
  package static func rotation(_ degrees: Int, _ x: Double, _ y: Double) -> Attribute {
    Attribute(name: "transform", value: .text("rotate(\(degrees) \(Decimal.tenths(x)) \(Decimal.tenths(y)))"))
  }

  /// An attribute that holds lengths, such as `viewBox`.
  package static func lengths(_ name: StaticString, _ values: [Double]) -> Attribute {
    Attribute(name: name, value: .text(values.map(Decimal.tenths).joined(separator: " ")))
  }

  /// An attribute that holds a colour; anything but `#rrggbb` becomes black.
  package static func colour(_ name: StaticString, _ value: String) -> Attribute {
    let bytes = Array(value.utf8)
    let isColour =
      bytes.count == 7 && bytes[0] == UInt8(ascii: "#")
      && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    return Attribute(name: name, value: .text(isColour ? value : "#000000"))
  }

  /// The path of an SVG shape.
  package static func path(_ path: ShapePath) -> Attribute {
    Attribute(name: "d", value: .text(path.text))
  }

  /// Several classes, of which the program writes each.
  package static func classes(_ names: [StaticString]) -> Attribute {
    Attribute(name: "class", value: .text(names.map(\.description).joined(separator: " ")))
  }

  /// What a link or a label points to within the page, and the id that it points to.
  package static func id(_ anchor: Anchor) -> Attribute { Attribute(name: "id", value: .text(anchor.text)) }

  /// A link within the page.
  package static func href(_ anchor: Anchor) -> Attribute {
    Attribute(name: "href", value: .text("#" + anchor.text))
  }

  /// A link to another page of the report.
  package static func href(_ page: PageName) -> Attribute { Attribute(name: "href", value: .text(page.text)) }

  /// A reference by id: `for`, `aria-labelledby`, `aria-controls`.
  package static func reference(_ name: StaticString, _ anchor: Anchor) -> Attribute {
    Attribute(name: name, value: .text(anchor.text))
  }

  /// The Content-Security-Policy of a page, from the digests of its style and script.
  package static func policy(_ policy: ContentPolicy) -> Attribute {
    Attribute(name: "content", value: .text(policy.text))
  }
}

/// A place in a page: a word that the program writes, with numbers. Never made from text.
package struct Anchor: Sendable, Hashable {
  let text: String

  /// Makes `word`, `word-3` or `word-3-1`.
  package init(_ word: StaticString, _ numbers: Int...) {
    text = ([word.description] + numbers.map(String.init)).joined(separator: "-")
  }

  /// Makes `word-other`: what belongs to another place, such as its heading.
  package init(_ word: StaticString, _ other: Anchor) { text = "\(word)-\(other.text)" }
}

/// The name of a page's file. Never made from text.
package struct PageName: Sendable, Hashable {
  /// The name, such as `street-01.html`.
  package let text: String

  /// Makes `word.html`, or `word-01.html` with a number of at least two digits.
  package init(_ word: StaticString, _ number: Int? = nil) {
    let digits = number.map { ($0 < 10 ? "-0" : "-") + String($0) } ?? ""
    text = "\(word)\(digits).html"
  }
}

/// A Content-Security-Policy that lets a page do nothing but show itself: its one style and its one script by their
/// digests, no other resource, no form, no base.
package struct ContentPolicy: Sendable, Hashable {
  let text: String

  /// Makes the policy.
  ///
  /// - Parameters:
  ///   - styles: the SHA-256 of each style in Base64.
  ///   - scripts: the SHA-256 of each script in Base64.
  package init(styles: [String], scripts: [String]) {
    func sources(_ digests: [String]) -> String {
      digests.isEmpty ? "'none'" : digests.map { "'sha256-\($0)'" }.joined(separator: " ")
    }
    text =
      "default-src 'none'; style-src \(sources(styles)); script-src \(sources(scripts)); img-src data:; "
      + "base-uri 'none'; form-action 'none'"
  }
}

/// Puts pieces together in the order in which they are written.
@resultBuilder
package enum MarkupBuilder {
  package static func buildExpression(_ element: Element) -> [Node] { [.element(element)] }
  package static func buildExpression(_ node: Node) -> [Node] { [node] }
  package static func buildExpression(_ nodes: [Node]) -> [Node] { nodes }
  package static func buildExpression(_ code: EmbeddedCode) -> [Node] { [.code(code)] }
  package static func buildExpression(_ text: String) -> [Node] { [.text(text)] }
  package static func buildBlock(_ parts: [Node]...) -> [Node] { parts.flatMap(\.self) }
  package static func buildOptional(_ part: [Node]?) -> [Node] { part ?? [] }
  package static func buildEither(first part: [Node]) -> [Node] { part }
  package static func buildEither(second part: [Node]) -> [Node] { part }
  package static func buildArray(_ parts: [[Node]]) -> [Node] { parts.flatMap(\.self) }
}

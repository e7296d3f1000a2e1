import Diagnostics
import Testing

@testable import Markup

@Suite("Markup")
struct MarkupTests {
  private func html(_ element: Element) -> String {
    var writer = MarkupWriter(.html)
    writer.write(element)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("escapes scalar by scalar, so that no combining mark hides a quote")
  func escaping() {
    let element = Element("span", [.label(.aria, "\"\u{301} onclick=x")]) { "<b>\u{301}&amp;'\"\u{301}" }
    #expect(
      html(element)
        == "<span aria-label=\"&quot;\u{301} onclick=x\">&lt;b&gt;\u{301}&amp;amp;&#39;&quot;\u{301}</span>")
  }

  @Test("makes visible what steers, turns or hides")
  func visible() {
    let text = html(Element("span") { "\0\u{1B}\u{7F}\u{9B}\u{202E}\u{2066}\u{FEFF}\u{FFFE}\u{2028}\r\n\t" })
    for scalar in text.unicodeScalars { #expect(!VisibleText.isInvisible(scalar)) }
    #expect(text.unicodeScalars.contains("\u{241B}"))
  }

  @Test("ends elements as HTML and as XML want it")
  func syntax() {
    let element = Element("p") {
      Element("input", [.flag("hidden")])
      Element("i")
    }
    #expect(html(element) == "<p><input hidden><i></i></p>")
    var writer = MarkupWriter(.xml)
    writer.write(Element("g", [.flag("hidden")]) { Element("circle", [.length("r", 1.25)]) })
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "<g hidden=\"\">\n<circle r=\"1.3\"/></g>")
  }

  @Test("takes colours that are colours, and numbers that are numbers")
  func values() {
    #expect(html(Element("i", [.colour("fill", "#a1b2c3")])) == "<i fill=\"#a1b2c3\"></i>")
    #expect(html(Element("i", [.colour("fill", "red\" onload=")])) == "<i fill=\"#000000\"></i>")
    for (value, text) in [
      (0.0, "0"), (-0.04, "0"), (-1.25, "-1.3"), (12, "12"), (.nan, "0"), (.infinity, "0"), (1e300, "0"),
    ] {
      #expect(Decimal.tenths(value) == text)
    }
  }

  @Test("makes ids, references and names from numbers alone")
  func references() {
    #expect(
      html(Element("a", [.id(Anchor("c", 3)), .href(Anchor("r", 1, 2))])) == "<a id=\"c-3\" href=\"#r-1-2\"></a>")
    #expect(html(Element("a", [.href(PageName("street", 7))])) == "<a href=\"street-07.html\"></a>")
    #expect(PageName("street", 123).text == "street-123.html")
    #expect(PageName("index").text == "index.html")
    #expect(Anchor("h", Anchor("c", 3)).text == "h-c-3")
  }

  @Test("lets a page load nothing but its own style and script")
  func policy() {
    let policy = ContentPolicy(styles: ["AA", "BB"], scripts: []).text
    #expect(
      policy
        == "default-src 'none'; style-src 'sha256-AA' 'sha256-BB'; script-src 'none'; img-src data:; base-uri 'none'; "
        + "form-action 'none'")
  }
}

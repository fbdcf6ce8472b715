import HTML
import Testing

@Suite("HTML")
struct HTMLTests {
  @Test("text is escaped between tags and in attributes")
  func escapes() {
    let name = "Ana & <b>\"Bo\"</b> 'C'"
    let html: HTML = "<p title=\"\(name)\">\(name)</p>"
    let text = "Ana &amp; &lt;b&gt;&quot;Bo&quot;&lt;/b&gt; &#39;C&#39;"
    #expect(html.text == "<p title=\"\(text)\">\(text)</p>")
  }

  @Test("markup and sequences of markup pass through, and an absent piece is nothing")
  func passesThrough() {
    let pieces = ["a", "<"].map { word -> HTML in "<li>\(word)</li>" }
    let absent: HTML? = nil
    let html: HTML = "<ul>\(pieces)</ul>\(absent)\(HTML.empty)\(3)"
    #expect(html.text == "<ul><li>a</li><li>&lt;</li></ul>3")
  }

  @Test(
    "relative, http, https and mailto addresses stay",
    arguments: ["/compare", "#part", "?on=2026-12-15", "words", "https://example.org/a:b", "HTTP://x", "mailto:a@b"])
  func keeps(address: String) {
    let html: HTML = "\(url: address)"
    #expect(html.text == address)
  }

  @Test(
    "other schemes, and addresses that hide one, become #",
    arguments: [
      "javascript:alert(1)", "JaVaScript:x", "data:text/html,x", " javascript:x", "java\tscript:x", "\u{1}x:y",
      // A mark that a letter carries, on the colon: to a browser it is a colon all the same.
      "javascript:\u{301}x",
    ])
  func drops(address: String) {
    let html: HTML = "\(url: address)"
    #expect(html.text == "#")
  }

  @Test("an address is escaped too")
  func escapesAddress() {
    let html: HTML = "<a href=\"\(url: "/a?b=1&c=\"2")\">"
    #expect(html.text == "<a href=\"/a?b=1&amp;c=&quot;2\">")
  }

  @Test("a raw string is taken as it is")
  func raw() {
    #expect(HTML.unsafeRaw("<hr>") + "<br>" == "<hr><br>")
  }
}

import HTML
import Vocabulary

extension ChooserPage.Column {
  func html(_ language: Language) -> HTML {
    let id = "\(credential.body)-\(credential.designation)"
    let plan = Phrase("Plan this", "Planificar")[language]
    let why = Phrase("See why", "Ver por qué")[language]
    let reason: HTML =
      verdict.target.map {
        "<a class=\"btn small plain\" href=\"\(url: $0.address(language))\">\(why)<span class=\"vh\">: \(name)</span></a>"
      } ?? ""
    return """
      <article aria-labelledby="\(id)"><div class="head"><h2 id="\(id)">\(name)</h2><p class="fine">\(about)</p></div>
      <dl><div class="verdict-row"><dt>\(question)</dt><dd>\(verdict.html(language))\(remark.map { "<p>\($0)</p>" as HTML })\
      </dd></div>
      \(rows.map { $0.html(language) })</dl>
      <div class="acts"><a class="btn small second" href="\(url: Address(.roadmap(credential), language).text)">\(plan)\
      <span class="vh">: \(name)</span></a>\(reason)</div></article>

      """
  }
}

extension ChooserPage.Row {
  func html(_ language: Language) -> HTML {
    let main = [day?.html, text.isEmpty ? nil : "\(text)", link?.html(language)].compactMap(\.self)
    let second = [fine.map { "\($0)" as HTML }, grade?.html(language)].compactMap(\.self)
    let lines: [HTML] = [
      amount.map { "<p class=\"big-num\">\($0)</p>" } ?? "",
      main.isEmpty ? "" : "<p>\(spaced(main))</p>",
      second.isEmpty ? "" : "<p class=\"fine\">\(spaced(second))</p>",
    ]
    return "<div><dt>\(term)</dt><dd>\(lines)</dd></div>\n"
  }
}

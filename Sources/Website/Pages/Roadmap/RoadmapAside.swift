import HTML
import Vocabulary

/// The column beside the steps: what if, the other routes, the sum, what other guides miss.
struct RoadmapAside {
  let value: RoadmapPage.Value
  let language: Language

  var html: HTML {
    "<aside class=\"stack stay\">\(whatIfs)\(doors)\(total)\(missed)</aside>\n"
  }

  private var whatIfs: HTML {
    guard !value.whatIfs.isEmpty else { return "" }
    let items = value.whatIfs.map { item -> HTML in
      let title: HTML =
        item.target.map { "<a class=\"link\" href=\"\(url: $0.address(language))\">\(item.title)</a>" }
        ?? "<strong>\(item.title)</strong>"
      return "<li>\(title)<p class=\"fine\">\(item.text)</p></li>\n"
    }
    return card(Phrase("What if?", "¿Y si…?"), "<ul class=\"list\">\(items)</ul>")
  }

  private var doors: HTML {
    guard !value.otherDoors.isEmpty else { return "" }
    let title = Phrase("The other routes", "Las otras vías")
    return card(title, factList(value.otherDoors, language, tight: true))
  }

  private var total: HTML {
    guard let total = value.total else { return "" }
    return card(
      Phrase("Total", "Total"), "<p class=\"figure-num\">\(total.amount)</p>\n<p class=\"fine\">\(total.text)</p>")
  }

  private var missed: HTML {
    guard !value.missed.isEmpty else { return "" }
    return card(
      Phrase("What other guides miss", "Lo que otras guías no dicen"), factList(value.missed, language, tight: true))
  }

  private func card(_ title: Phrase, _ content: HTML) -> HTML {
    "<section class=\"card\"><h2>\(title[language])</h2>\(content)</section>\n"
  }
}

import HTML
import Vocabulary

/// An entry of a list to pick from.
public struct Pick: Sendable, Hashable {
  public let value: String
  public let text: String

  public init(_ value: String, _ text: String) {
    self.value = value
    self.text = text
  }
}

/// The lists and the day above every page about states.
struct StateFilters {
  let language: Language

  /// A list to pick from.
  func list(_ name: String, _ label: Phrase, _ picks: [Pick], chosen: String?, wide: Bool = false) -> HTML {
    let options = picks.map { pick -> HTML in
      let mark: HTML = pick.value == chosen ? " selected" : ""
      return "<option value=\"\(pick.value)\"\(mark)>\(pick.text)</option>"
    }
    let look: HTML = wide ? "field wider" : "field"
    return """
      <div class="\(look)"><label for="pick-\(name)">\(label[language])</label>\
      <select id="pick-\(name)" name="\(name)">\(options)</select></div>

      """
  }

  func day(_ label: Phrase, _ day: CivilDate) -> HTML {
    """
    <div class="field"><label for="pick-on">\(label[language])</label>\
    <input id="pick-on" name="on" type="date" value="\(day.description)"></div>

    """
  }

  func holder(_ picks: [Pick], _ holder: StateQuestion.Holder) -> HTML {
    list("with", Phrase("For somebody who holds", "Para quien tiene"), picks, chosen: holder.text)
  }

  func form(_ route: Route, _ fields: [HTML]) -> HTML {
    let show = Phrase("Show", "Mostrar")[language]
    return """
      <form class="card mt-5 filters no-print" method="get" action="\(url: Address(route, language).text)">
      \(fields)<button class="btn small" type="submit">\(show)</button></form>

      """
  }
}

import HTML
import Vocabulary

/// "Put first what matters to me": three lists and a button. Weights are no facts, so they travel in the address.
struct ChooserWeights {
  let weights: Weights
  let order: String
  let language: Language

  var html: HTML {
    let title = Phrase("Put first what matters to me", "Primero lo que me importa")[language]
    let sort = Phrase("Sort", "Ordenar")[language]
    let fair = Phrase(
      "We favor none, and nobody can pay to be first.",
      "No favorecemos a ninguna y nadie puede pagar por ser la primera.")
    let lists: [HTML] = [
      list("get", Phrase("Cost to get", "Costo de obtenerla"), weights.get),
      list("keep", Phrase("Cost to keep", "Costo de mantenerla"), weights.keep),
      list("date", Phrase("Soonest date", "Fecha más próxima"), weights.date),
    ]
    return """
      <form class="card mt-5 no-print" method="get" action="\(url: Address(.compare, language).text)">
      <fieldset><legend class="label">\(title)</legend><div class="filters">\(lists)\
      <button class="btn small second" type="submit">\(sort)</button></div></fieldset>
      <p class="fine mt-2">\(order) \(fair[language])</p></form>

      """
  }

  private func list(_ name: StaticString, _ label: Phrase, _ chosen: Weights.Weight) -> HTML {
    let options = [Weights.Weight.counts, .double, .ignore].map { weight -> HTML in
      let mark: HTML = weight == chosen ? " selected" : ""
      return "<option value=\"\(weight.rawValue)\"\(mark)>\(weight.word[language])</option>"
    }
    let name = name.description
    return """
      <div class="field"><label for="weight-\(name)">\(label[language])</label>\
      <select id="weight-\(name)" name="\(name)">\(options)</select></div>
      """
  }
}

extension Weights.Weight {
  var word: Phrase {
    switch self {
    case .ignore: Phrase("Ignore", "No cuenta")
    case .counts: Phrase("Counts", "Cuenta")
    case .double: Phrase("Counts double", "Cuenta doble")
    }
  }
}

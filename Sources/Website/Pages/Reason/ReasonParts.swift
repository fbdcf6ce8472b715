import HTML
import Vocabulary

/// The cards of the page of reasons.
struct ReasonParts {
  let value: ReasonPage.Value
  let language: Language
  /// See `ReasonPage.own`.
  var own: WalletRoute?

  var days: HTML {
    guard !value.spans.isEmpty else { return "" }
    let title = Phrase("The answer, day by day", "La respuesta, día por día")[language]
    let heads = [Phrase("Days", "Días"), Phrase("Verdict", "Veredicto"), Phrase("What it means", "Qué significa")]
    let caption = Phrase("Spans of days and their verdicts", "Tramos de días y sus veredictos")[language]
    let rows = value.spans.map { span -> HTML in
      """
      <tr><th scope="row">\(span.days)</th><td>\(span.verdict.html(language))</td><td>\(span.meaning)</td></tr>

      """
    }
    let head = heads.map { "<th scope=\"col\">\($0[language])</th>" as HTML }
    return """
      <section class="card" aria-labelledby="days"><h2 id="days">\(title)</h2>
      \(value.strap?.html)<div class="scroll mt-4" tabindex="0" role="region" aria-label="\(caption)">\
      <table class="folds"><caption class="vh">\(caption)</caption><thead><tr>\(head)</tr></thead>
      <tbody>\(rows)</tbody></table></div></section>

      """
  }

  var tree: HTML {
    let title = Phrase("Why: the whole rule", "Por qué: la regla completa")[language]
    let count: HTML = value.count.map { "<span class=\"fine\">\($0)</span>" } ?? ""
    return """
      <section class="card" aria-labelledby="tree"><div class="row apart"><h2 id="tree">\(title)</h2>\(count)</div>
      \(value.tree.tree(language))</section>

      """
  }

  var conflicts: HTML {
    "\(value.conflicts.enumerated().map { conflict($0.element, id: "conflict-\($0.offset + 1)") })"
  }

  private func conflict(_ conflict: ReasonPage.Conflict, id: String) -> HTML {
    let chip = Chip(.conflict, Sign.conflict.word[language]).html(language)
    let readings = conflict.readings.map { reading -> HTML in
      """
      <div class="leaf"><p class="label">\(reading.name)</p><p>\(reading.sign.icon.html) \(reading.text)</p>\
      \(reading.citation.html(language))</div>

      """
    }
    return """
      <section class="card" aria-labelledby="\(id)"><div class="row apart"><h2 id="\(id)">\(conflict.title)</h2>\(chip)</div>
      <p>\(conflict.text)</p><div class="grid mt-3">\(readings)</div></section>

      """
  }

  var flips: HTML {
    let label = Phrase("Smallest change", "El cambio más pequeño")[language]
    let other = Phrase("Another change", "Otro cambio")[language]
    let cards = value.flips.enumerated().map { index, flip -> HTML in
      if index == 0 { return flip.narrow("\(Icon.flip.html) \(label)", id: "flip", language) }
      let link: HTML = flip.action.map { "<p class=\"mt-3\">\($0.html(language))</p>" } ?? ""
      return """
        <section class="card"><p class="label">\(other)</p><h3>\(flip.title)</h3><p class="fine">\(flip.text)</p>\(link)\
        </section>

        """
    }
    return "\(cards)"
  }

  var facts: HTML {
    let title = Phrase("This answer", "Esta respuesta")[language]
    let label = Phrase("Ask for another day", "Preguntar por otro día")[language]
    let show = Phrase("Show", "Mostrar")[language]
    let place =
      own == nil
      ? Route.reason(value.credential, rule: value.rule, on: nil)
      : .member(.wallet(.reason(value.credential, rule: value.rule, WalletDay())))
    let action = Address(place, language).text
    return """
      <section class="card"><h2>\(title)</h2>\(factList(value.facts, language, tight: true))
      <form class="field mt-3" method="get" action="\(url: action)"><label for="on">\(label)</label>\
      <div class="row keep"><input id="on" name="on" type="date" value="\(value.day.description)">\
      <button class="btn second small" type="submit">\(show)</button></div></form></section>

      """
  }

  var paper: HTML {
    guard own == nil else { return "" }
    let all = Phrase("All on one page, to print", "Todo en una página, para imprimir")[language]
    return """
      <p class="row"><a class="link" href="\(url: Address(.print, language).text)">\(Icon.print.html) \(all)</a></p>

      """
  }
}

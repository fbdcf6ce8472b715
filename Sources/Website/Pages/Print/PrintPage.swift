import HTML
import Vocabulary

/// Everything on one page, for paper: the answers, then the comparison.
struct PrintPage {
  let answers: AnswersPage.Value
  let chooser: ChooserPage.Value
  /// The day it was made, ready to read.
  let made: String
  let language: Language

  func page() -> Page {
    let title = Phrase("All on one page", "Todo en una página")[language]
    let how = Phrase("Use the print command of your browser.", "Use la orden de imprimir de su navegador.")[language]
    let told = Phrase("What you told us", "Lo que nos dijo")[language]
    let day = Phrase("Answers for", "Respuestas para el")[language]
    let rows = answers.told.map { "<div><dt>\($0.term)</dt><dd>\($0.text)</dd></div>\n" as HTML }
    let list: HTML =
      rows.isEmpty ? "" : "<section class=\"card mt-5\"><h2>\(told)</h2><dl class=\"facts\">\(rows)</dl></section>\n"
    let compared = ChooserPage(value: chooser, weights: Weights(), language: language)
    return Page(
      title: title, address: Address(.print, language), isSample: chooser.isSample, isPersonal: true,
      body: """
        <div class="no-print">\(crumb(Phrase("Your answers", "Sus respuestas")[language], .answers, language))</div>
        <h1>\(title)</h1><p class="lead">\(day) \(made)</p><p class="fine no-print">\(how)</p>
        \(list)\(compared.columns)\(compared.legend)
        """)
  }
}

import HTML
import Vocabulary

/// Everything the person told us, and the file to keep it in.
public struct AnswersPage: Sendable {
  /// What the page shows.
  public struct Value: Sendable, Hashable {
    /// Every answer in words, in the order of the questions.
    public let told: [Told]
    /// What the answers are taken to be the whole list of.
    public let lists: [List]
    /// Whether a question is still open.
    public let hasOpenQuestion: Bool

    public init(told: [Told], lists: [List] = [], hasOpenQuestion: Bool) {
      self.told = told
      self.lists = lists
      self.hasOpenQuestion = hasOpenQuestion
    }
  }

  /// A list that is taken as the whole one.
  public struct List: Sendable, Hashable {
    /// "program: 1".
    public let text: String
    /// The question for one more; nil where one more would change no answer.
    public let another: Link?

    public init(text: String, another: Link? = nil) {
      self.text = text
      self.another = another
    }
  }

  let value: Value
  /// Whether the answers soon no longer fit the browser's cookie.
  let isNearlyFull: Bool
  var errors: [FormError] = []
  let language: Language

  func page() -> Page {
    let title = Phrase("Your answers", "Sus respuestas")[language]
    return Page(
      title: title, address: Address(.answers, language), section: .become, isCompact: true, isPersonal: true,
      body: """
        \(crumb(Phrase("Start", "Inicio")[language], .start, language))\(errorSummary(errors, language))<h1>\(title)</h1>
        \(full)<div class="beside near mt-5"><div class="stack">\(told)\(actions)\(lists)</div>
        <aside class="stack">\(keep)\(load)\(forget)</aside></div>

        """)
  }

  private var full: HTML {
    guard isNearlyFull else { return "" }
    let title = Phrase(
      "Your answers nearly fill the space a browser gives us.", "Sus respuestas casi llenan el espacio disponible.")
    let text = Phrase("Keep them in a file, so that none is lost.", "Guárdelas en un archivo para no perder ninguna.")
    let note = Note(sign: .due, title: title[language], text: text[language])
    return "<div class=\"mt-4\">\(note.html(language))</div>\n"
  }

  private var told: HTML {
    guard value.told.isEmpty else {
      return "<dl class=\"facts card\">\(value.told.map { $0.html(language) })</dl>"
    }
    let text = Phrase(
      "No answers yet. The first question takes a minute.",
      "Todavía no hay respuestas. La primera pregunta lleva un minuto.")
    return "<div class=\"empty\">\(Icon.document.html)<p>\(text[language])</p></div>"
  }

  private var lists: HTML {
    guard !value.lists.isEmpty else { return "" }
    let title = Phrase("Taken as your whole list", "Se toma como su lista completa")[language]
    let text = Phrase(
      "What you did not tell counts as not there. Add only what can change an answer.",
      "Lo que no indicó cuenta como que no existe. Añada solo lo que puede cambiar una respuesta.")[language]
    let items = value.lists.map { list -> HTML in
      let link: HTML = list.another.map { " \($0.html(language))" } ?? ""
      return "<li class=\"row apart\"><span>\(list.text)</span>\(link)</li>\n"
    }
    return """
      <section class="card stack tight"><h2>\(title)</h2><p class="fine">\(text)</p><ul class="list">\(items)</ul></section>

      """
  }

  private var actions: HTML {
    let ask =
      value.told.isEmpty
      ? Phrase("Begin with the first question", "Empezar con la primera pregunta")
      : Phrase("Answer the next question", "Contestar la pregunta siguiente")
    let next: HTML =
      value.hasOpenQuestion || value.told.isEmpty
      ? Link(ask[language], .page(.question(nil))).button(language, "btn fill") : ""
    let compare = Link(Phrase("See what they lead to", "Ver a qué llevan")[language], .page(.compare))
    let look: String = next.isEmpty ? "btn fill" : "btn second fill"
    return "<div class=\"row\">\(next)\(value.told.isEmpty ? "" : compare.button(language, look))</div>"
  }

  private var keep: HTML {
    guard !value.told.isEmpty else { return "" }
    let title = Phrase("Keep them in a file", "Guárdelas en un archivo")[language]
    let text = Phrase(
      "The browser forgets them after 12 hours. The file is plain text and stays on your device.",
      "El navegador las olvida a las 12 horas. El archivo es texto simple y se queda en su dispositivo.")[language]
    let save = Link(Phrase("Save the file", "Guardar el archivo")[language], .page(.keptAnswers))
    let paper = Link(Phrase("All on one page, to print", "Todo en una página, para imprimir")[language], .page(.print))
    return """
      <section class="card stack tight"><h2>\(title)</h2><p class="fine">\(text)</p>\(save.button(language, "btn second"))
      <p>\(paper.html(language))</p></section>

      """
  }

  private var load: HTML {
    let title = Phrase("Load a file you kept", "Cargar un archivo guardado")[language]
    let label = Phrase("The file", "El archivo")[language]
    let button = Phrase("Load these answers", "Cargar estas respuestas")[language]
    let note = Phrase("It replaces the answers in this browser.", "Sustituye las respuestas de este navegador.")[
      language]
    let error = errors.first { $0.field == "kept" }
    let (look, state): (HTML, HTML) =
      error == nil ? ("field", "") : ("field bad", " aria-invalid=\"true\" aria-describedby=\"kept-error\"")
    return """
      <section class="card"><h2>\(title)</h2>
      <form class="stack tight" action="\(url: Address(.answers, language).text)" method="post" \
      enctype="multipart/form-data"><div class="\(look)"><label for="kept">\(label)</label>\(errorMessage(error))\
      <input id="kept" name="kept" type="file" accept=".txt,text/plain"\(state)></div>
      <p class="fine">\(note)</p><button class="btn second" type="submit">\(button)</button></form></section>

      """
  }

  private var forget: HTML {
    guard !value.told.isEmpty else { return "" }
    let button = Phrase("Forget all my answers", "Olvidar todas mis respuestas")[language]
    return """
      <form action="\(url: Address(.answersRemoval, language).text)" method="post">\
      <button class="btn plain" type="submit">\(button)</button></form>

      """
  }
}

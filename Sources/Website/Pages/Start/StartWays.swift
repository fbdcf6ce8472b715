import HTML
import Vocabulary

/// The ways in, as cards: answer questions, compare, load a kept file.
struct StartWays {
  let value: StartPage.Value
  let answered: Int
  let language: Language

  var html: HTML {
    let most = value.questionsAtMost
    let names = value.credentials.joined(separator: ", ")
    let begin =
      answered == 0
      ? Phrase("I want to become certified", "Quiero obtener la certificación")
      : Phrase("Go on with my answers", "Seguir con mis respuestas")
    let beginText =
      answered == 0
      ? Phrase(
        "\(most) questions or fewer. “I do not know” is an answer. No account.",
        "\(most) preguntas o menos. «No lo sé» es una respuesta. Sin cuenta.")
      : Phrase("Questions answered so far: \(answered).", "Preguntas contestadas hasta ahora: \(answered).")
    return "\(way(.question(nil), .learn, begin, beginText))\(compare(names))\(states)\(worth)\(keep)\(know)"
  }

  private func compare(_ names: String) -> HTML {
    way(
      .compare, .card, Phrase("Compare the credentials", "Comparar las credenciales"),
      Phrase("\(names), side by side, for your facts.", "\(names), lado a lado, con sus datos."))
  }

  private var states: HTML {
    way(
      .states(StateQuestion()), .pin, Phrase("What the states say", "Lo que dicen los estados"),
      Phrase(
        "Injections, vaccines, blood draws and more in 50 states and DC, and what a move takes.",
        "Inyecciones, vacunas, extracciones y más en 50 estados y DC, y lo que pide una mudanza."))
  }

  private var worth: HTML {
    way(
      .worth, .why, WorthPage.title,
      Phrase(
        "Published wages and outlook, each with its year, beside what each credential costs.",
        "Salarios y perspectivas publicados, cada uno con su año, junto a lo que cuesta cada credencial."))
  }

  private var keep: HTML {
    way(
      .answers, .document, Phrase("Your answers", "Sus respuestas"),
      Phrase(
        "See them, change one, keep them in a file, or load the file you kept.",
        "Véalas, cambie una, guárdelas en un archivo o cargue el archivo que guardó."))
  }

  private var know: HTML {
    way(
      .howWeKnow, .source, Phrase("How we know", "Cómo lo sabemos"),
      Phrase(
        "Every rule with its source, its dates, and what nobody could tell us.",
        "Cada regla con su fuente, sus fechas y lo que nadie nos supo decir."))
  }

  private func way(_ route: Route, _ icon: Icon, _ title: Phrase, _ text: Phrase) -> HTML {
    """
    <li class="card link-card row keep top"><span>\(icon.big)</span><div class="stack tight measure">\
    <h2><a href="\(url: Address(route, language).text)">\(title[language])</a></h2>\
    <p class="fine">\(text[language])</p></div></li>

    """
  }
}

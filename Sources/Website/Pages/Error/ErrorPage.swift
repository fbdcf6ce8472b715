import HTML
import Vocabulary

/// A page for what could not be shown: what happened, and the way on.
struct ErrorPage {
  enum Kind: Sendable, Hashable {
    case notFound
    case badRequest
    case tooLarge
    /// A form that did not come from a page of ours.
    case refused
    /// Who asks has to show a token.
    case unknownCaller
    case wrongMethod
    case failed
    /// No answer in time, or no room for the request now.
    case unavailable

    /// The status of HTTP.
    var status: Int {
      switch self {
      case .notFound: 404
      case .badRequest: 400
      case .tooLarge: 413
      case .refused: 403
      case .unknownCaller: 401
      case .wrongMethod: 405
      case .failed: 500
      case .unavailable: 503
      }
    }
  }

  let kind: Kind
  /// Which language, and where the other language leads.
  let address: Address

  var status: Int { kind.status }

  func page() -> Page {
    let language = address.language
    let start = Link(Phrase("Go to the start", "Ir al inicio")[language], .page(.start))
    let answers = Link(Phrase("See my answers", "Ver mis respuestas")[language], .page(.answers))
    return Page(
      title: title[language], address: address, isCompact: true,
      body: """
        <div class="stack measure"><h1>\(title[language])</h1><p class="lead">\(text[language])</p>
        <div class="row mt-5">\(start.button(language))\(answers.button(language, "btn second"))</div></div>

        """)
  }

  private var title: Phrase {
    switch kind {
    case .notFound: Phrase("There is no such page", "Esa página no existe")
    case .badRequest: Phrase("This form cannot be read", "Este formulario no se puede leer")
    case .tooLarge: Phrase("This is too large", "Esto es demasiado grande")
    case .refused: Phrase("This form came from another site", "Este formulario vino de otro sitio")
    case .unknownCaller: Phrase("This page is not open to everybody", "Esta página no está abierta a todos")
    case .wrongMethod: Phrase("This address works another way", "Esta dirección funciona de otra manera")
    case .failed: Phrase("Something broke on our side", "Algo falló de nuestro lado")
    case .unavailable: Phrase("This takes too long right now", "Esto tarda demasiado ahora")
    }
  }

  private var text: Phrase {
    switch kind {
    case .notFound:
      Phrase(
        "The address may be mistyped, or the page has moved.",
        "Puede que la dirección esté mal escrita o que la página se haya movido.")
    case .badRequest:
      Phrase(
        "Nothing was changed. Go back and send it once more.", "No se cambió nada. Vuelva atrás y envíelo otra vez.")
    case .tooLarge:
      Phrase(
        "A form or a file has 64 kB at most. Nothing was changed.",
        "Un formulario o un archivo tiene 64 kB como máximo. No se cambió nada.")
    case .refused:
      Phrase(
        "Nothing was changed. Open the page here and send the form from it.",
        "No se cambió nada. Abra la página aquí y envíe el formulario desde ella.")
    case .unknownCaller:
      Phrase("It is for those who run this server.", "Es para quienes administran este servidor.")
    case .wrongMethod:
      Phrase(
        "Nothing was changed. Open the page and use its buttons.",
        "No se cambió nada. Abra la página y use sus botones.")
    case .failed:
      Phrase(
        "Your answers are still in this browser. Try again in a minute.",
        "Sus respuestas siguen en este navegador. Inténtelo de nuevo en un minuto.")
    case .unavailable:
      Phrase(
        "Many people may be asking at once. Your answers are still in this browser. Try again in a minute.",
        "Puede que mucha gente pregunte a la vez. Sus respuestas siguen en este navegador. Inténtelo en un minuto.")
    }
  }
}

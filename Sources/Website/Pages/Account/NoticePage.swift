import HTML
import Services
import Vocabulary

/// One thing to say, and the ways on.
struct NoticePage {
  let route: MemberRoute
  let title: Phrase
  let text: Phrase
  var links: [Link] = []

  func page(_ language: Language) -> Page {
    let buttons = links.enumerated().map { $1.button(language, $0 == 0 ? "btn" : "btn second") }
    return Page(
      title: title[language], address: Address(.member(route), language), isCompact: true, isPersonal: true,
      body: """
        <div class="stack measure"><h1>\(title[language])</h1><p class="lead">\(text[language])</p>
        <div class="row mt-5">\(buttons)</div></div>

        """)
  }

  /// Why something cannot be done.
  static func refused(_ refusal: Refusal, _ language: Language) -> Page {
    let account = Link(Phrase("Your account", "Su cuenta")[language], .page(.member(.account)))
    let factor = Link(
      Phrase("Turn on sign-in with a code", "Activar el inicio de sesión con código")[language],
      .page(.member(.factor)))
    return NoticePage(
      route: .account, title: Phrase("This cannot be done", "Esto no se puede hacer"),
      text: RefusalWording.text(refusal), links: refusal == .secondFactorNeeded ? [factor, account] : [account]
    ).page(language)
  }

  /// A link of a mail that is worth nothing any more.
  static func linkEnded(_ route: MemberRoute, next: Link, _ language: Language) -> Page {
    NoticePage(
      route: route, title: Phrase("This link has ended", "Este enlace ya no sirve"),
      text: Phrase(
        "It was used before, it is too old, or a newer one was sent.",
        "Ya se usó, es demasiado antiguo, o se envió uno más nuevo."), links: [next]
    ).page(language)
  }

  /// "Look into your mail."
  static func mailed(_ language: Language) -> Page {
    NoticePage(
      route: .mailed, title: Phrase("Look into your mail", "Mire su correo"),
      text: Phrase(
        "We have sent a mail with a link. It can take some minutes. If none comes, look at the address again, and among unwanted mail.",
        "Enviamos un correo con un enlace. Puede tardar unos minutos. Si no llega, revise la dirección y el correo no deseado."
      ),
      links: [Link(Phrase("Go to the start", "Ir al inicio")[language], .page(.start))]
    ).page(language)
  }
}

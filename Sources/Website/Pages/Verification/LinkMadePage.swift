import HTML
import Services
import Vocabulary

/// A link that was just made: its address and the same as a QR code. It is shown this once.
struct LinkMadePage {
  /// The whole address, as others type it.
  let address: String
  let until: String

  func page(_ language: Language) -> Page {
    let once = Phrase(
      "Copy it or print this page now: it is not shown again. \(until)",
      "Cópielo o imprima esta página ahora: no se muestra otra vez. \(until)")
    let label = Phrase("QR code of the address", "Código QR de la dirección")[language]
    let back = Link(VerificationPage.title[language], .page(.member(.verification)))
    return memberPage(
      Phrase("Your link", "Su enlace"), .verification, lead: once,
      body: """
        <p class="card address" id="link">\(address)</p>
        \(QRCode(address)?.html(label: label))<p>\(back.html(language))</p>

        """, language)
  }
}

import HTML
import Services
import Vocabulary

/// Attempts and clocks: what can be used until when, attempts and what is left of them, and what to look at before applying.
struct ClocksPage {
  /// Something that runs out.
  struct Loss {
    let text: String
    let isOver: Bool
  }

  /// A way, or something that runs.
  struct Line {
    let text: String
    let chip: Chip
    let details: [String]
  }

  /// A page of the body itself.
  struct Source {
    let key: String
    let link: Link
    let detail: String?
    /// "You looked at it on Nov 22, 2026", and the entry that says so.
    let looked: (text: String, sequence: Int)?
  }

  struct Card {
    /// `aama/cma`.
    let credential: String
    /// "CMA (AAMA)".
    let name: String
    let phase: String
    let running: [Line]
    let ways: [Line]
    /// The title over the ways.
    let waysTitle: String
    /// The sittings on record, in words.
    let sittings: [String]
    let attempts: [Fact]
    /// What each source says of the limits.
    let accounts: [String]
    let closes: [String]
    let links: [Link]
    let sources: [Source]
  }

  let losses: [Loss]
  let cards: [Card]
  let token: String?
  /// Nil: looks cannot be kept.
  var entry: LookEntry?
  /// As a form takes it.
  let today: CivilDate
  var errors: [FormError] = []

  static let title = Phrase("Attempts and clocks", "Intentos y plazos")

  func page(_ language: Language) -> Page {
    let lead = Phrase(
      "What the published rules leave open to you, and until when, by what is in your record.",
      "Lo que las reglas publicadas le dejan abierto, y hasta cuándo, según lo que hay en su expediente.")
    return Page(
      title: Self.title[language], address: Address(.member(.wallet(.clocks)), language), isCompact: true,
      isPersonal: true,
      body: """
        \(crumb(StatusPage.title[language], .member(.wallet(.status(WalletDay()))), language))\
        <div class="stack measure">\(errorSummary(errors, language))<h1>\(Self.title[language])</h1>\
        <p class="lead">\(lead[language])</p>\(lost(language))\(cards.isEmpty ? none(language) : "")\
        \(cards.map { ClockCard(card: $0, page: self).html(language) })\
        <p class="fine">\(VerdictWording.notice[language])</p></div>

        """)
  }

  private func lost(_ language: Language) -> HTML {
    guard !losses.isEmpty else { return "" }
    let title = Phrase("Use it or lose it", "Úselo o piérdalo")[language]
    let hint = Phrase(
      "What runs out, the most urgent first. It is read as if your record was whole.",
      "Lo que se acaba, lo más urgente primero. Se lee como si su expediente estuviera completo.")[language]
    let lines = losses.map { loss -> HTML in
      let icon = loss.isOver ? Icon.unmet : Icon.due
      return "<li>\(icon.html) \(loss.text)</li>\n"
    }
    return """
      <section class="card stack tight" aria-labelledby="losses"><h2 id="losses">\(title)</h2><p class="hint">\(hint)</p>\
      <ol class="list">\(lines)</ol></section>

      """
  }

  private func none(_ language: Language) -> HTML {
    let text = Phrase(
      "Your record names no credential yet. Add what you hold, an application or an attempt, and its clocks stand here.",
      "Su expediente aún no nombra una credencial. Agregue lo que tiene, una solicitud o un intento, y aquí verá sus plazos."
    )
    let link = Link(
      Phrase("Add to your record", "Agregar a su expediente")[language], .page(.member(.wallet(.record(.record)))))
    return "<p>\(text[language])</p><p>\(link.html(language))</p>\n"
  }
}

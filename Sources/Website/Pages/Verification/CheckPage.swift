import HTML
import Services
import Vocabulary

/// A record of somebody, and the form for what its issuer said.
struct CheckPage {
  struct Value {
    let organization: Organization.ID
    let person: PersonID
    let record: RecordID
    /// The entry that says what stands here.
    let seen: Int
    let who: String
    let what: String
    let facts: [Fact]
    let issuer: IssuerPart
    let isIssuerKnown: Bool
    let chip: Chip
    /// What the last check said; nil: there is none.
    let last: String?
    let policy: String
  }

  let value: Value
  let token: String?
  /// What the form was sent with; nil: it is new. The day of looking is never filled in by us.
  var entry: CheckEntry?
  var errors: [FormError] = []

  func page(_ language: Language) -> Page {
    let title = Phrase("Note what the issuer says", "Anotar lo que dice quien la emite")
    let last: HTML = value.last.map { "<p>\($0)</p>" } ?? ""
    let route = MemberRoute.check(value.organization, value.person, value.record)
    let back = Link(ChecksPage.title[language], .page(.member(.checks(value.organization))))
    let form = MemberForm(
      action: route, token: token, button: Phrase("Note it", "Anotarlo"), look: "btn big fill",
      hidden: [("seen", String(value.seen))], fields: fields(language))
    return memberPage(
      title, route, errors: errors, lead: Phrase("\(value.what), \(value.who)", "\(value.what), \(value.who)"),
      body: """
        <p>\(back.html(language))</p>
        <section class="card stack tight"><h2>\(Phrase("What the record says", "Lo que dice el expediente")[language])</h2>\
        \(factList(value.facts, language, tight: true))<p>\(value.chip.html(language))</p>\(last)</section>
        <section class="card stack tight"><h2>\(Phrase("Whom to ask", "A quién preguntar")[language])</h2>\
        \(value.issuer.html(language))<p class="fine">\(value.policy)</p></section>
        <section class="stack"><h2>\(Phrase("What the issuer said", "Lo que dijo quien la emite")[language])</h2>\
        <p>\(Self.noCopy[language])</p>\(form.html(language))</section>

        """, language)
  }

  static let noCopy = Phrase(
    "A copy of a card or certificate is no source, whoever shows it. What is noted here is never changed; a later look is a further note.",
    "La copia de una tarjeta o un certificado no es una fuente, la muestre quien la muestre. Lo que se anota aquí no se cambia; otra consulta es otra nota."
  )

  private func fields(_ language: Language) -> [HTML] {
    let entry = entry ?? CheckEntry()
    let answers = [
      Choice("confirms", Phrase("It confirms the record", "Confirma el expediente")[language]),
      Choice("differs", Phrase("It says something else", "Dice otra cosa")[language]),
      Choice("nothing-found", Phrase("It found nothing", "No encontró nada")[language]),
      Choice("revoked", Phrase("It was taken back", "Fue retirada")[language]),
    ]
    let error = errors.first { $0.field == "answer" }
    let methods = SourceCheck.Method.allCases.map { (value: $0.rawValue, text: CheckWording.text($0)[language]) }
    let none = (value: "", text: Phrase("Pick one", "Elija una opción")[language])
    return [
      """
      <fieldset class="\(error == nil ? "" : "bad")"><legend>\(Phrase("Its answer", "Su respuesta")[language])</legend>\
      \(errorMessage(error))\(choiceLines(answers, picking: .one, entered: [entry.answer]))</fieldset>

      """,
      date(
        Phrase("First day that the source shows", "Primer día que muestra la fuente"), "begins-", entry.begins, language
      ),
      date(
        Phrase(
          "Last day that the source shows, or the day it was taken back",
          "Último día que muestra la fuente, o el día en que fue retirada"), "ends-", entry.ends, language),
      Field(
        name: "said", label: Phrase("What it says, if something else", "Qué dice, si es otra cosa"), kind: .lines,
        value: entry.said, errors: errors
      ).html(language),
      Field(
        name: "shown-name", label: Phrase("Name that the source shows", "Nombre que muestra la fuente"),
        hint: Phrase(
          "As it stands there. It is compared with the names in the record.",
          "Tal como está ahí. Se compara con los nombres del expediente."), value: entry.name, errors: errors
      ).html(language),
      Picker(
        name: "method", label: Phrase("How you asked", "Cómo preguntó"), options: [none] + methods, picked: entry.method
      ).html(language),
      errorMessage(errors.first { $0.field == "method" }),
      Field(
        name: "source", label: Phrase("Who answered", "Quién respondió"),
        hint: value.isIssuerKnown
          ? Phrase("Empty: the issuer named above.", "Vacío: quien la emite, arriba.") : nil,
        value: entry.source, errors: errors
      ).html(language),
      date(Phrase("Day on which you looked", "Día en que miró"), "", entry.stated, language),
      Field(
        name: "evidence",
        label: Phrase("SHA-256 of a file that you keep (not needed)", "SHA-256 de un archivo que guarda (opcional)"),
        hint: Phrase(
          "64 letters and digits: sha256sum FILE shows them. The file stays with you.",
          "64 letras y cifras: sha256sum ARCHIVO las muestra. El archivo se queda con usted."),
        value: entry.evidence, errors: errors
      ).html(language),
    ]
  }

  private func date(_ legend: Phrase, _ prefix: String, _ entered: Entered, _ language: Language) -> HTML {
    let fields = DateFields(
      prefix: prefix, month: entered.month, day: entered.day, year: entered.year, errors: errors, describedBy: nil)
    return """
      <fieldset class="stack tight"><legend>\(legend[language])</legend>\(fields.html(language))</fieldset>

      """
  }
}

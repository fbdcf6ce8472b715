import HTML
import Services
import Vocabulary

/// The form for one more paper.
struct PaperNewPage {
  /// A thing of the record that a paper can belong to.
  struct Place {
    let id: RecordID
    let name: String
  }

  let places: [Place]
  let token: String?
  let limits: PaperLimits
  var kind: String = ""
  var record: String = ""
  /// Whether more pages follow.
  var isPage = false
  var errors: [FormError] = []

  static let title = Phrase("Add a paper", "Agregar un documento")

  func page(_ language: Language) -> Page {
    let crumbs = crumb(PapersPage.title[language], .member(.papers), language)
    return Page(
      title: Self.title[language], address: Address(.member(.paperNew), language), isCompact: true, isPersonal: true,
      body: """
        \(crumbs)<div class="stack measure">\(errorSummary(errors, language))<h1>\(Self.title[language])</h1>
        \(form(language))</div>
        <script src="\(url: Assets.papers.address)" defer></script>

        """)
  }

  private func form(_ language: Language) -> HTML {
    let more = choiceLine(
      Choice(
        "1", Phrase("More pages follow, as photos", "Siguen más páginas, como fotos")[language],
        hint: Phrase(
          "Then you put them in order, and they become one paper.",
          "Después las ordena y se vuelven un solo documento.")[language]),
      name: "more", id: "more", picking: .several, checked: isPage, soft: true)
    return PhotoForm(
      token: token, limits: limits, button: Phrase("Add it", "Agregarlo"), errors: errors,
      fields: [more, kinds(language), belongs(language)]
    ).html(language)
  }

  private func kinds(_ language: Language) -> HTML {
    let error = errors.first { $0.field == "answer" }
    let choices = PaperKind.allCases.map { Choice($0.rawValue, PaperWording.kind($0)[language]) }
    let legend = Phrase("Which document is this?", "¿Qué documento es?")
    return """
      <fieldset class="stack tight"><legend>\(legend[language])</legend>\(errorMessage(error))\
      \(choiceLines(choices, picking: .one, entered: [kind]))</fieldset>

      """
  }

  private func belongs(_ language: Language) -> HTML {
    places.isEmpty ? "" : Self.picker(places, record, errors, language)
  }

  /// What a paper belongs to, as a list to pick from.
  static func picker(_ places: [Place], _ picked: String, _ errors: [FormError], _ language: Language) -> HTML {
    let none = Phrase("Nothing in my record", "Nada de mi expediente")
    let list = Picker(
      name: "record", label: Phrase("A thing of my record", "Algo de mi expediente"),
      options: [("", none[language])] + places.map { ($0.id.text, $0.name) }, picked: picked)
    return "\(errorMessage(errors.first { $0.field == "record" }))\(list.html(language))"
  }
}

import HTML
import Services
import Vocabulary

/// The form for one more paper. A script of ours sends the file in pieces; without it the form sends it whole.
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
    let proof: HTML = token.map { "<input type=\"hidden\" name=\"form\" value=\"\($0)\">" } ?? ""
    let failed = Phrase(
      "The upload did not work. Open this page again and try once more.",
      "No se pudo enviar. Abra esta página otra vez e inténtelo de nuevo.")
    let waiting = Phrase(
      "No connection. It goes on by itself as soon as there is one.",
      "Sin conexión. Continuará por sí solo en cuanto la haya.")
    let sending = Phrase("Sending…", "Enviando…")
    return """
      <form class="stack" id="paper-form" action="\(url: Address(.member(.paperNew), language).text)" method="post" \
      enctype="multipart/form-data" novalidate data-uploads="\(url: Address(.member(.uploads), language).text)" \
      data-piece="\(limits.piece)" data-failed="\(failed[language])" data-waiting="\(waiting[language])" \
      data-sending="\(sending[language])">\(proof)\(files(language))\(kinds(language))\(belongs(language))
      <div id="paper-progress" class="note" hidden><div class="stack tight"><progress max="1" value="0"></progress>\
      <output></output></div></div>
      <button class="btn big fill" type="submit">\(Phrase("Add it", "Agregarlo")[language])</button></form>

      """
  }

  private func files(_ language: Language) -> HTML {
    let error = errors.first { $0.field == "photo" }
    let hint = Phrase(
      "Lay it flat in good light, all four corners in the picture. Up to \(limits.largest >> 20) MB. Place and camera are taken out.",
      "Póngalo plano y con buena luz, con las cuatro esquinas en la imagen. Hasta \(limits.largest >> 20) MB. Se quitan el lugar y la cámara."
    )
    let (photo, file) = (
      Phrase("Take a photo", "Tomar una foto"),
      Phrase("Or pick a photo or PDF", "O elegir una foto o un PDF")
    )
    let state: HTML = error == nil ? "" : " aria-invalid=\"true\""
    let marks = error == nil ? "photo-hint" : "photo-error photo-hint"
    return """
      <div class="\(error == nil ? "field" : "field bad")"><label for="photo">\(photo[language])</label>\
      <span class="hint" id="photo-hint">\(hint[language])</span>\(errorMessage(error))\
      <input id="photo" name="photo" type="file" accept="image/*" capture="environment" aria-describedby="\(marks)"\(state)></div>
      <div class="field"><label for="file">\(file[language])</label>\
      <input id="file" name="file" type="file" accept="\(Self.taken)"></div>

      """
  }

  private static let taken = "image/jpeg,image/png,image/heic,image/heif,application/pdf,.heic,.pdf"

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

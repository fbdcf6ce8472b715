import HTML
import Services
import Vocabulary

/// A form with photos or a PDF. A script of ours sends each in pieces; without it the form sends them whole.
struct PhotoForm {
  /// The paper whose pages they are; nil: a new paper.
  var draft: PaperID?
  let token: String?
  let limits: PaperLimits
  let button: Phrase
  var errors: [FormError] = []
  var fields: [HTML] = []

  func html(_ language: Language) -> HTML {
    let proof: HTML = token.map { "<input type=\"hidden\" name=\"form\" value=\"\($0)\">" } ?? ""
    let carried: HTML = draft.map { "<input type=\"hidden\" name=\"draft\" value=\"\($0.text)\">" } ?? ""
    let failed = Phrase(
      "The upload did not work. Open this page again and try once more.",
      "No se pudo enviar. Abra esta página otra vez e inténtelo de nuevo.")
    let waiting = Phrase(
      "No connection. It goes on by itself as soon as there is one.",
      "Sin conexión. Continuará por sí solo en cuanto la haya.")
    let sending = Phrase("Sending…", "Enviando…")
    let photo = Phrase("Photo", "Foto")
    let rest = Phrase("Go on with the photos that are here", "Seguir con las fotos que ya están")
    return """
      <form class="stack" id="paper-form" action="\(url: Address(.member(.paperNew), language).text)" method="post" \
      enctype="multipart/form-data" novalidate data-uploads="\(url: Address(.member(.uploads), language).text)" \
      data-piece="\(limits.piece)" data-failed="\(failed[language])" data-waiting="\(waiting[language])" \
      data-sending="\(sending[language])" data-photo="\(photo[language])">\(proof)\(carried)\(files(language))\(fields)
      <div id="paper-progress" class="note" hidden><div class="stack tight"><progress max="1" value="0"></progress>\
      <output></output> <a class="btn second small" id="paper-rest" href="#paper-form" hidden>\(rest[language])</a></div></div>
      <button class="btn big fill" type="submit">\(button[language])</button></form>

      """
  }

  private func files(_ language: Language) -> HTML {
    let error = errors.first { $0.field == "photo" }
    let hint = Phrase(
      """
      Lay it flat in good light, all four corners in the picture. Up to \(limits.largest >> 20) MB. Place and camera are taken out.
      """,
      """
      Póngalo plano y con buena luz, con las cuatro esquinas en la imagen. Hasta \(limits.largest >> 20) MB. Se quitan el lugar y \
      la cámara.
      """)
    let pick =
      draft == nil
      ? Phrase("Or pick photos in their order, or a PDF", "O elegir fotos en su orden, o un PDF")
      : Phrase("Or pick photos in their order", "O elegir fotos en su orden")
    let state: HTML = error == nil ? "" : " aria-invalid=\"true\""
    let marks = error == nil ? "photo-hint" : "photo-error photo-hint"
    let label = Phrase("Take a photo", "Tomar una foto")
    return """
      <div class="\(error == nil ? "field" : "field bad")"><label for="photo">\(label[language])</label>\
      <span class="hint" id="photo-hint">\(hint[language])</span>\(errorMessage(error))\
      <input id="photo" name="photo" type="file" accept="image/*" capture="environment" aria-describedby="\(marks)"\(state)></div>
      <div class="field"><label for="file">\(pick[language])</label>\
      <input id="file" name="file" type="file" multiple accept="\(draft == nil ? Self.photos + Self.pdf : Self.photos)"></div>

      """
  }

  private static let photos = "image/jpeg,image/png,image/heic,image/heif,.heic"
  private static let pdf = ",application/pdf,.pdf"
}

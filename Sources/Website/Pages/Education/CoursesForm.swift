import Continuing
import HTML
import Services
import Vocabulary

/// The form that asks which courses are enough: the catalog, and whether the cheapest or the shortest set.
struct CoursesForm {
  var request = CoursesRequest()
  let token: String?
  var errors: [FormError] = []
  /// The head of the part; the page of the answer has its own.
  var title: Phrase? = CoursesPage.title

  func html(_ language: Language) -> HTML {
    let head: HTML = title.map { "<h2>\($0[language])</h2>" } ?? ""
    let proof: HTML = token.map { "<input type=\"hidden\" name=\"form\" value=\"\($0)\">" } ?? ""
    let button = Phrase("Find the courses", "Buscar los cursos")[language]
    return """
      <section class="stack mt-5">\(head)<p>\(Self.lead[language])</p>\
      <form class="stack" action="\(url: Address(.member(.courses), language).text)" method="post" \
      enctype="multipart/form-data" novalidate>\(proof)\(catalog(language))\(file(language))\(least(language))\
      <button class="btn" type="submit">\(button)</button></form></section>

      """
  }

  private static let lead = Phrase(
    "One list of courses that is enough for every certification in your record, and holds no course that is not needed.",
    "Una sola lista de cursos que alcanza para todas las certificaciones de su expediente, sin ningún curso de más.")

  private func catalog(_ language: Language) -> HTML {
    let sample = Choice(
      CoursesRequest.sample, Phrase("Sample catalog", "Catálogo de muestra")[language],
      hint: Phrase(
        "400 courses to try it with. Every provider, course and price is made up.",
        "400 cursos para probar. Todos los proveedores, cursos y precios son inventados.")[language])
    let own = Choice(
      CoursesRequest.own, Phrase("My own catalog", "Mi propio catálogo")[language],
      hint: Phrase("The file below", "El archivo de abajo")[language])
    return lines(
      Phrase("Which catalog?", "¿Qué catálogo?"), CoursesRequest.Field.catalog, [sample, own],
      request.isOwn ? own.id : sample.id, language)
  }

  private func least(_ language: Language) -> HTML {
    lines(
      Phrase("Which list?", "¿Qué lista?"), CoursesRequest.Field.least,
      [
        Choice(CourseAim.cost.rawValue, Phrase("The cheapest", "La más barata")[language]),
        Choice(CourseAim.hours.rawValue, Phrase("The shortest", "La más corta")[language]),
      ], request.least.rawValue, language)
  }

  private func lines(
    _ legend: Phrase, _ name: String, _ choices: [Choice], _ picked: String, _ language: Language
  ) -> HTML {
    let lines = choices.map { choice in
      choiceLine(choice, name: name, id: "\(name)-\(choice.id)", picking: .one, checked: choice.id == picked)
    }
    return "<fieldset class=\"stack tight\"><legend>\(legend[language])</legend>\(lines)</fieldset>\n"
  }

  private func file(_ language: Language) -> HTML {
    let limits = CatalogReader.Limits.page
    let hint = Phrase(
      "CSV (UTF-8), up to \(limits.size), \(limits.rows) courses and \(CatalogReader.columns) columns, headers in the first row. It is read and forgotten.",
      "CSV (UTF-8), hasta \(limits.size), \(limits.rows) cursos y \(CatalogReader.columns) columnas, encabezados en la primera fila. Se lee y se olvida."
    )[language]
    let columns = Phrase(
      "Columns: \(CatalogReader.headers.joined(separator: ", ")). A date is 2027-03-14, or “on demand”.",
      "Columnas: \(CatalogReader.headers.joined(separator: ", ")). Una fecha es 2027-03-14, u “on demand” (en cualquier momento)."
    )[language]
    let again = Phrase(
      "Your last file is used again unless you pick another.",
      "Se usa otra vez su último archivo si no elige otro.")[language]
    let kept: HTML =
      request.sheet.isEmpty
      ? ""
      : "<input type=\"hidden\" name=\"\(CoursesRequest.Field.kept)\" value=\"\(SheetText.text(request.sheet))\"><p class=\"hint\">\(again)</p>"
    let id = CoursesRequest.Field.file
    let error = errors.first { $0.field == id }
    let marks: HTML = error == nil ? "" : " aria-invalid=\"true\""
    let described = (error == nil ? [] : ["\(id)-error"]) + ["\(id)-hint"]
    return """
      <div class="\(error == nil ? "field" : "field bad")"><label for="\(id)">\(Phrase("Your catalog", "Su catálogo")[language])</label>\
      <span class="hint" id="\(id)-hint">\(hint) \(columns)</span>\(errorMessage(error))\
      <input id="\(id)" name="\(id)" type="file" accept=".csv,text/csv" \
      aria-describedby="\(described.joined(separator: " "))"\(marks)>\(kept)</div>

      """
  }
}

import HTML
import Vocabulary

/// A sheet of people against a requirement set: the form, how the sheet was read, and each row, worst first.
public struct RosterPage: Sendable {
  /// What the page shows.
  public struct Value: Sendable, Hashable {
    public let request: RosterRequest
    public let sets: [Set]
    public let states: [Pick]
    /// What a column can hold.
    public let fields: [Pick]
    /// The columns of the sheet that was sent.
    public let columns: [Column]
    /// Why the sheet was refused, one line a fault.
    public let errors: [String]
    public let result: Result?

    public init(
      request: RosterRequest, sets: [Set], states: [Pick], fields: [Pick], columns: [Column] = [],
      errors: [String] = [], result: Result? = nil
    ) {
      self.request = request
      self.sets = sets
      self.states = states
      self.fields = fields
      self.columns = columns
      self.errors = errors
      self.result = result
    }
  }

  /// A requirement set to pick.
  public struct Set: Sendable, Hashable {
    public let id: String
    public let title: String
    public let about: String
    public let isSample: Bool

    public init(id: String, title: String, about: String, isSample: Bool) {
      self.id = id
      self.title = title
      self.about = about
      self.isSample = isSample
    }
  }

  /// A column and what it is read as.
  public struct Column: Sendable, Hashable {
    public let number: Int
    public let header: String
    public let field: String
    /// "Month first (row 5: 03/25/2027)".
    public let note: String

    public init(number: Int, header: String, field: String, note: String) {
      self.number = number
      self.header = header
      self.field = field
      self.note = note
    }
  }

  /// The answers.
  public struct Result: Sendable, Hashable {
    public let title: String
    public let summary: String
    public let notes: [String]
    public let rows: [Row]
    /// How many rows are only in the file.
    public let more: Int
    public let notice: String

    public init(title: String, summary: String, notes: [String], rows: [Row], more: Int, notice: String) {
      self.title = title
      self.summary = summary
      self.notes = notes
      self.rows = rows
      self.more = more
      self.notice = notice
    }
  }

  /// One person of the sheet.
  public struct Row: Sendable, Hashable {
    public let number: Int
    public let name: String
    public let answer: Chip
    public let reason: String
    /// "Employer: no from Mar 10, 2027", one a layer.
    public let layers: [String]

    public init(number: Int, name: String, answer: Chip, reason: String, layers: [String]) {
      self.number = number
      self.name = name
      self.answer = answer
      self.reason = reason
      self.layers = layers
    }
  }

  let value: Value
  let language: Language

  func page() -> Page {
    let title = Phrase("Check a roster", "Comprobar una lista de personal")[language]
    let lead = Phrase(
      "Send a sheet. See who meets a set of requirements on every day of the work, and who does not, from which day and why.",
      "Envíe una hoja. Vea quién cumple un conjunto de requisitos cada día del trabajo, y quién no, desde qué día y por qué."
    )
    let kept = Phrase(
      "The sheet is read in memory and forgotten. Nothing is stored.",
      "La hoja se lee en memoria y se olvida. No se guarda nada.")
    let errors = value.errors.map { FormError(field: "sheet", message: $0) }
    return Page(
      title: title, address: Address(.roster, language),
      isSample: value.sets.contains { $0.isSample && $0.id == value.request.set }, isPersonal: true,
      body: """
        \(crumb(Phrase("Start", "Inicio")[language], .start, language))\(errorSummary(errors, language))<h1>\(title)</h1>
        <p class="lead">\(lead[language])</p><p class="fine mt-2">\(kept[language])</p>
        \(value.result.map { result($0) })\(RosterForm(value: value, language: language).html)
        """)
  }

  private func result(_ result: Result) -> HTML {
    let notes: HTML =
      result.notes.isEmpty
      ? ""
      : """
      <h3>\(Phrase("To look at", "Por revisar")[language])</h3><ul class="list">\(result.notes.map { "<li>\($0)</li>" as HTML })</ul>

      """
    let more = Phrase(
      "\(result.more) more rows are in the file.", "Hay \(result.more) filas más en el archivo.")[language]
    let rest: HTML = result.more > 0 ? "<p class=\"fine\">\(more)</p>" : ""
    return """
      <section class="section stack" aria-labelledby="answers"><h2 id="answers">\(result.title)</h2>\
      <p><strong>\(result.summary)</strong></p>\(notes)\(table(result.rows))\(rest)\
      <p class="fine">\(result.notice)</p></section>

      """
  }

  private func table(_ rows: [Row]) -> HTML {
    let caption = Phrase("Rows of the sheet, worst first", "Filas de la hoja, la peor primero")[language]
    let heads = [
      Phrase("Name", "Nombre"), Phrase("Answer", "Respuesta"), Phrase("Why", "Por qué"), Phrase("By layer", "Por capa"),
    ].map { $0[language] }
    let lines = rows.map { row -> HTML in
      let place = Phrase("row \(row.number)", "fila \(row.number)")[language]
      let layers = row.layers.map { "<li>\($0)</li>" as HTML }
      return """
        <tr><th scope="row">\(row.name) <span class="fine">(\(place))</span></th>\
        <td data-is="\(heads[1])">\(row.answer.html(language))</td>\
        <td data-is="\(heads[2])">\(row.reason.isEmpty ? "–" : row.reason)</td>\
        <td data-is="\(heads[3])"><ul class="fine">\(layers)</ul></td></tr>

        """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table class="folds">\
      <caption class="vh">\(caption)</caption><thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead>
      <tbody>\(lines)</tbody></table></div>

      """
  }
}

import FoundationEssentials
import Knowledge
import Rules
import Services
import Vocabulary

/// The page for rosters, filled from the services. Nothing of a sheet is kept.
extension LiveService {
  /// How many rows a page shows; the file has all.
  private static let shown = 200
  /// How many rows are answered here; the command line takes more.
  private static let rows = 5_000

  public func roster(_ request: RosterRequest, _ visit: Visit) async throws -> RosterPage.Value {
    guard !request.sheet.isEmpty || !request.set.isEmpty else { return page(request, visit) }
    do {
      let result = try check(request, visit)
      return page(request, visit, columns: columns(result, visit.language), result: answers(result, visit.language))
    } catch let refusal as SheetRefusal {
      return page(request, visit, columns: proposed(request), errors: refusal.lines(visit.language))
    }
  }

  public func rosterFile(_ request: RosterRequest, _ visit: Visit) async throws -> String? {
    do {
      return RosterCSV(visit.language).render(try check(request, visit))
    } catch is SheetRefusal {
      return nil
    }
  }

  private func check(_ request: RosterRequest, _ visit: Visit) throws -> RosterResult {
    guard let set = base.requirementSet(request.set) else {
      throw SheetRefusal(Phrase("pick a set of requirements", "elija un conjunto de requisitos"))
    }
    guard !request.sheet.isEmpty else { throw SheetRefusal(Phrase("pick a sheet", "elija una hoja")) }
    guard request.sheet.count <= RosterRequest.largest else {
      throw SheetRefusal(Phrase("the sheet is larger than 3 MB", "la hoja tiene más de 3 MB"))
    }
    guard !request.isMisnamed else {
      throw SheetRefusal(
        Phrase(
          "the name of a sheet ends with .csv or .txt for text, and with .xlsx for a workbook; this one does not fit",
          "el nombre de una hoja termina en .csv o .txt si es texto, y en .xlsx si es un libro; este no corresponde"))
    }
    var options = RosterOptions(asOf: visit.today, state: request.state.isEmpty ? nil : request.state)
    if let from = request.from, let to = request.to {
      guard from <= to else {
        throw SheetRefusal(
          Phrase("the last day of work lies before the first", "el último día de trabajo es anterior al primero"))
      }
      options.days = DayInterval(from, to)
    }
    options.dates = DateOrder(rawValue: request.dates)
    options.century = Int(request.century).flatMap { [1900, 2000].contains($0) ? $0 : nil }
    options.numbered = request.columns.compactMapValues { RosterField(rawValue: $0) }
    options.rows = LiveService.rows
    return try RosterChecker(base, set).check(try Sheets.read(Data(request.sheet)), options)
  }

  private func page(
    _ request: RosterRequest, _ visit: Visit, columns: [RosterPage.Column] = [], errors: [String] = [],
    result: RosterPage.Result? = nil
  ) -> RosterPage.Value {
    let language = visit.language
    return RosterPage.Value(
      request: request,
      sets: base.requirementSets.map {
        RosterPage.Set(id: $0.id, title: $0.title[language], about: $0.about[language], isSample: $0.isSample)
      },
      states: base.jurisdictions.map { Pick($0.id, $0.name[language]) },
      fields: RosterField.allCases.map { Pick($0.rawValue, $0.title[language]) }, columns: columns, errors: errors,
      result: result)
  }

  /// What the headers of a refused sheet could mean, as far as they can be read.
  private func proposed(_ request: RosterRequest) -> [RosterPage.Column] {
    guard let sheet = try? Sheets.read(Data(request.sheet)) else { return [] }
    var headers: [String] = []
    try? sheet.forEachRow { row in
      headers = row.cells
      return false
    }
    return RosterMapping.proposal(headers).map { column in
      let field = request.columns[column.number] ?? column.field.rawValue
      return RosterPage.Column(number: column.number, header: column.header, field: field, note: "")
    }
  }

  private func columns(_ result: RosterResult, _ language: Language) -> [RosterPage.Column] {
    result.columns.map { column in
      var note = column.order?.title[language] ?? ""
      if let proof = column.proof { note += Phrase(" (row \(proof))", " (fila \(proof))")[language] }
      return RosterPage.Column(
        number: column.column.number, header: column.column.header, field: column.column.field.rawValue, note: note)
    }
  }

  private func answers(_ result: RosterResult, _ language: Language) -> RosterPage.Result {
    let words = RosterWording(language)
    let rows = result.answers.prefix(LiveService.shown).map { answer in
      RosterPage.Row(
        number: answer.row, name: answer.name, answer: Chip(sign(answer), words.headline(answer)),
        reason: words.reason(answer),
        layers: answer.layers.map { layer in
          let gate = layer.gate == .preferred ? Phrase(" (preferred)", " (preferido)")[language] : ""
          return layer.name.title[language] + gate + ": " + words.layer(layer)
        })
    }
    return RosterPage.Result(
      title: result.set.title[language], summary: words.summary(result), notes: result.notes.map { $0.text[language] },
      rows: rows, more: result.answers.count - rows.count, notice: VerdictWording.notice[language])
  }

  private func sign(_ answer: RosterAnswer) -> Sign {
    let finding =
      answer.reason?.finding
      ?? answer.layers.filter { $0.gate == .required }.map(\.finding).reduce(Finding(.met), Finding.all)
    return Sign(rawValue: VerdictWording.look(finding).rawValue) ?? .unknown
  }
}

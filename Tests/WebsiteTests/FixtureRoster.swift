import Vocabulary

@testable import Website

/// Made-up values for the page of rosters.
extension Fixtures {
  static func roster(_ language: Language, _ request: RosterRequest) -> RosterPage.Value {
    roster(language, request, errors: [], result: nil)
  }

  private static func roster(
    _ language: Language, _ request: RosterRequest, errors: [String], result: RosterPage.Result?
  ) -> RosterPage.Value {
    let name = Phrase("Name", "Nombre")[language]
    return RosterPage.Value(
      request: request,
      sets: [
        .init(
          id: "sample-clinic", title: Phrase("Sample clinic", "Clínica de muestra")[language],
          about: Phrase("A sample that we invented.", "Una muestra que inventamos.")[language], isSample: true)
      ],
      states: [Pick("us-wa", "Washington")],
      fields: [Pick("name", name), Pick("ignore", Phrase("Not used", "No se usa")[language])],
      columns: request.sheet.isEmpty ? [] : [.init(number: 1, header: "Name", field: "name", note: "")], errors: errors,
      result: result)
  }

  private static let request = RosterRequest(
    set: "sample-clinic", from: day(2027, 1, 4), to: day(2027, 4, 4), sheet: Array("Name\nAna Example\n".utf8))

  static func rosterAnswer(_ language: Language) -> RosterPage.Value {
    let breaks = Phrase("Breaks on Mar 11, 2027 (week 10)", "Se rompe el 11 de marzo de 2027 (semana 10)")[language]
    let row = RosterPage.Row(
      number: 2, name: "Ana Example", answer: Chip(.unmet, breaks),
      reason: Phrase("Employer: A BLS card that is in force", "Empleador: Una tarjeta BLS vigente")[language],
      layers: [Phrase("Employer: no from Mar 11, 2027", "Empleador: no desde el 11 de marzo de 2027")[language]])
    let result = RosterPage.Result(
      title: Phrase("Sample clinic", "Clínica de muestra")[language],
      summary: Phrase("1 row: 1 breaks.", "1 fila: 1 se rompe.")[language],
      notes: [Phrase("Rows 2 and 3 have the same name.", "Las filas 2 y 3 tienen el mismo nombre.")[language]],
      rows: [row], more: 3, notice: Phrase("Not legal advice.", "No es asesoría legal.")[language])
    return roster(language, request, errors: [], result: result)
  }

  static func rosterRefused(_ language: Language) -> RosterPage.Value {
    let error = Phrase(
      "row 2, column B (BLS expires): expected a day", "fila 2, columna B (BLS expires): se esperaba un día")
    return roster(language, request, errors: [error[language]], result: nil)
  }
}

import Vocabulary

@testable import Website

/// Made-up values for the pages about programs.
extension Fixtures {
  static func programs(_ language: Language) -> ProgramsPage.Value {
    ProgramsPage.Value(
      question: ProgramQuestion(text: "sample", state: "oh"), states: [Pick("oh", "Ohio"), Pick("tx", "Texas")],
      rows: [
        ProgramsPage.Row(
          id: "dapip-1-23-3", school: "Sample College", place: "Dayton, OH", accreditor: "ABHES",
          accreditation: [Phrase("Dec 1, 2010 to Jun 28, 2013", "del 1 al 28 de junio de 2013")[language]])
      ], found: 2, all: 9, notice: Phrase("Sample source.", "Fuente de muestra.")[language])
  }

  static func program(_ language: Language, isPicked: Bool = false) -> ProgramPage.Value {
    ProgramPage.Value(
      id: "dapip-1-23-3", school: "Sample College",
      facts: [Fact(Phrase("Address", "Dirección")[language], "1 Main St, Dayton, OH 45402")],
      today: Note(sign: .unknown, title: Phrase("Today: not known.", "Hoy: no se sabe.")[language], text: "ABHES"),
      days: [
        ProgramPage.Day(days: "2010 – 2013", text: Phrase("on record", "consta")[language], grade: .stated),
        ProgramPage.Day(days: "2013 –", text: Phrase("not known", "no se sabe")[language], grade: nil),
      ], records: ["2010 – 2013"], notice: Phrase("Sample source.", "Fuente de muestra.")[language],
      isPicked: isPicked)
  }
}

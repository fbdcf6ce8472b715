import Vocabulary

@testable import Website

extension Fixtures {
  static func chooser(_ language: Language) -> ChooserPage.Value {
    ChooserPage.Value(
      basis: Phrase(
        "Sample person: 600 class hours, 160 practicum hours, finished Jun 12, 2026 (5 months ago).",
        "Persona de muestra: 600 horas de clase, 160 de práctica, terminó el 12 de junio de 2026 (hace 5 meses).")[
          language],
      order: Phrase("Now in alphabetical order.", "Ahora en orden alfabético.")[language],
      columns: [
        column(
          "nha", "ccma", "CCMA (NHA)", .likely, Phrase("Likely eligible now", "Es probable que reúna los requisitos"),
          .reported, language),
        column("aama", "cma", "CMA (AAMA)", .due, Phrase("One paper short", "Falta un documento"), .presumed, language),
        column("ncct", "ncma", "NCMA (NCCT)", .unknown, Phrase("Not known", "No se sabe"), .reported, language),
        column(
          "amt", "rma", "RMA (AMT)", .unlikely, Phrase("Likely not eligible", "Es probable que no los reúna"),
          .reported, language),
      ],
      footnote: Phrase(
        "Yearly cost = renewal fees over 10 years, divided by 10.", "Costo anual = cuotas de 10 años, divididas por 10."
      )[language],
      isSample: true)
  }

  private static func column(
    _ body: String, _ letters: String, _ name: String, _ sign: Sign, _ verdict: Phrase, _ grade: Grade,
    _ language: Language
  ) -> ChooserPage.Column {
    ChooserPage.Column(
      credential: credential(body, letters), name: name,
      about: Phrase("Clinical and office work.", "Trabajo clínico y de oficina.")[language],
      question: Phrase("Eligible for the exam today?", "¿Reúne hoy los requisitos del examen?")[language],
      verdict: Chip(sign, verdict[language], reason(body, letters)),
      remark: Phrase("Ask the body.", "Pregunte al organismo.")[language],
      rows: [
        ChooserPage.Row(
          Phrase("The door stays open until", "La puerta sigue abierta hasta")[language],
          day: DayText(
            day(2031, 6, 12), Phrase("Jun 12, 2031", "12 de junio de 2031")[language],
            distance: Phrase("in 4 years", "en 4 años")[language]),
          fine: Phrase("Program finished in the last 5 years.", "Programa terminado en los últimos 5 años.")[language],
          grade: grade),
        ChooserPage.Row(
          Phrase("What is missing", "Qué falta")[language],
          text: Phrase("Is your school authorized by NCCT?", "¿Está su escuela autorizada por NCCT?")[language],
          link: Link(Phrase("Answer this", "Contestar")[language], .page(.question("school-authorized")))),
        ChooserPage.Row(
          Phrase("To get it", "Obtenerla")[language], amount: "$165",
          fine: Phrase("Exam fee (sample).", "Cuota del examen (muestra).")[language], grade: grade),
        ChooserPage.Row(
          Phrase("To keep it", "Mantenerla")[language], amount: Phrase("about $93 a year", "unos $93 al año")[language],
          fine: Phrase("Courses not counted.", "Sin contar cursos.")[language], grade: grade),
        ChooserPage.Row(
          Phrase("After a failed attempt", "Tras un intento fallido")[language],
          text: Phrase("Four attempts, 45 days between.", "Cuatro intentos, con 45 días entre ellos.")[language],
          grade: grade),
      ])
  }
}

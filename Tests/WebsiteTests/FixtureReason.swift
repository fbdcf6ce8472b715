import Vocabulary

@testable import Website

extension Fixtures {
  static func reasonPage(_ language: Language) -> ReasonPage.Value {
    func text(_ english: String, _ spanish: String) -> String { Phrase(english, spanish)[language] }
    return ReasonPage.Value(
      credential: cma, rule: "eligibility",
      question: text(
        "Eligible for the CMA (AAMA) exam on Dec 15, 2026?",
        "¿Reúne los requisitos del examen CMA (AAMA) el 15 de diciembre de 2026?"),
      banner: Banner(
        .due, text("Not yet: one paper short", "Todavía no: falta un documento"),
        text: text("The signed attestation from the school is missing.", "Falta la constancia firmada de la escuela."),
        grade: .stated),
      strap: Strap(
        from: day(2026, 10, 1),
        spans: [
          Strap.Span(.due, through: day(2026, 12, 31)), Strap.Span(.likely, through: day(2027, 3, 31)),
          Strap.Span(.met, through: day(2027, 6, 30)), Strap.Span(.unlikely, through: day(2027, 8, 31)),
          Strap.Span(.unmet, through: day(2027, 10, 31)), Strap.Span(.unknown, through: day(2027, 12, 31)),
          Strap.Span(.conflict, through: day(2028, 2, 28)),
        ],
        today: today,
        label: text(
          "Seven spans of days; the table below says the same.", "Siete tramos de días; la tabla dice lo mismo.")),
      spans: [
        ReasonPage.Span(
          days: text("To Dec 31, 2026", "Hasta el 31 de diciembre de 2026"),
          verdict: Chip(.due, text("One paper short", "Falta un documento"), .part("tree")),
          meaning: text("The paper can still be added.", "El documento aún se puede añadir.")),
        ReasonPage.Span(
          days: text("From Jan 1, 2027", "Desde el 1 de enero de 2027"),
          verdict: Chip(.likely, text("Likely met", "Es probable que se cumpla"), .part("tree")),
          meaning: text("By a rule of unknown date.", "Según una regla sin fecha conocida.")),
      ],
      tree: tree(language), count: text("1 of 3 parts is met", "1 de 3 partes se cumple"),
      conflicts: [
        ReasonPage.Conflict(
          title: text("Two sources disagree", "Dos fuentes no coinciden"),
          text: text("Both readings, and what each means:", "Ambas lecturas y qué significa cada una:"),
          readings: [
            ReasonPage.Reading(
              name: text("Reading A: three months", "Lectura A: tres meses"), sign: .met,
              text: text("Until Mar 31, 2027", "Hasta el 31 de marzo de 2027"), citation: Citation("AAMA, Apr 12, 2018")
            ),
            ReasonPage.Reading(
              name: text("Reading B: 90 days", "Lectura B: 90 días"), sign: .unmet,
              text: text("Until Mar 30, 2027", "Hasta el 30 de marzo de 2027"), citation: Citation("AAMA, Jan 1, 2020")),
          ])
      ],
      flips: [
        NextStep(
          title: text(
            "The attestation, dated by Dec 31, 2026", "La constancia, con fecha hasta el 31 de diciembre de 2026"),
          text: text("With it the answer is likely met.", "Con ella es probable que se cumpla."),
          fine: text(
            "Checked: we ran the rule again with this one change.",
            "Comprobado: repetimos la regla con este único cambio."),
          action: Link(text("Change this answer", "Cambiar esta respuesta"), .page(.question("attestation")))),
        NextStep(
          title: text("A program with ABHES", "Un programa con ABHES"),
          text: text("Another route opens.", "Se abre otra vía.")),
      ],
      facts: [
        Fact(
          text("For the day", "Para el día"),
          day: DayText(day(2026, 12, 15), text("Dec 15, 2026", "15 de diciembre de 2026"))),
        Fact(text("Weakest rule", "Regla más débil"), grade: .presumed),
      ],
      day: day(2026, 12, 15))
  }

  private static func tree(_ language: Language) -> ReasonNode {
    func text(_ english: String, _ spanish: String) -> String { Phrase(english, spanish)[language] }
    let citation = Citation(
      "AAMA, Eligibility. Undated page, read Nov 20, 2026.", grade: .presumed, url: "https://www.aama-ntl.org/")
    return ReasonNode(
      .due, text("Not met yet", "Todavía no se cumple"), text("Category 4: all of these", "Categoría 4: todo esto"),
      grade: .stated,
      isOpen: true,
      parts: [
        ReasonNode(
          .met, text("600 of 560", "600 de 560"), text("560 class hours", "560 horas de clase"),
          leaf: ReasonNode.Leaf(
            evidence: [text("600 class hours, your own word.", "600 horas de clase, según usted.")],
            version: "aama/cma/eligibility, category-4.hours",
            sources: [ReasonNode.Source(.quoted("at least 560 clock hours", language: "en"), citation)])),
        ReasonNode(
          .due, text("120 of 160", "120 de 160"), text("160 practicum hours", "160 horas de práctica"), isOpen: true,
          leaf: ReasonNode.Leaf(
            evidence: [text("120 hours, your own word.", "120 horas, según usted.")],
            version: "aama/cma/eligibility, category-4.practicum",
            sources: [
              ReasonNode.Source(.paraphrased(text("160 hours of practicum.", "160 horas de práctica.")), citation)
            ],
            progress: ReasonNode.Progress(
              share: 0.75,
              text: text("120 of 160. The dashed end is missing.", "120 de 160. Falta el extremo a trazos.")))),
        ReasonNode(
          .unknown, text("Not known", "No se sabe"), text("Signed attestation", "Constancia firmada"),
          leaf: ReasonNode.Leaf(
            evidence: [], version: "aama/cma/eligibility, category-4.attestation", sources: [],
            ask: Link(text("Answer this question", "Contestar esta pregunta"), .page(.question("attestation"))))),
      ])
  }
}

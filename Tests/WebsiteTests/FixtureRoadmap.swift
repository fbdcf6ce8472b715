import Vocabulary

@testable import Website

extension Fixtures {
  static func roadmap(_ language: Language) -> RoadmapPage.Value {
    RoadmapPage.Value(
      credential: cma, name: "CMA (AAMA)",
      summary: Phrase(
        "Sample person: with this plan, certified from Jun 14, 2027 (in 6 months).",
        "Persona de muestra: con este plan, con certificación desde el 14 de junio de 2027 (en 6 meses).")[language],
      next: NextStep(
        title: Phrase(
          "Ask your school to confirm its ABHES dates", "Pida a su escuela que confirme sus fechas de ABHES")[language],
        text: Phrase("Your plan rests on your own word for it.", "Su plan se basa en lo que usted nos dijo.")[language],
        action: Link(Phrase("Change this answer", "Cambiar esta respuesta")[language], .page(.question("accreditor")))),
      steps: steps(language), drawing: drawing(language),
      whatIfs: [
        RoadmapPage.WhatIf(
          title: Phrase("The first attempt fails", "El primer intento falla")[language],
          text: Phrase("Two attempts left.", "Quedan dos intentos.")[language], target: reason("aama", "cma"))
      ],
      otherDoors: [
        Fact(
          Phrase("RMA (AMT), 4 years after the end", "RMA (AMT), 4 años después del final")[language],
          day: DayText(day(2031, 6, 4), Phrase("Jun 4, 2031", "4 de junio de 2031")[language]), grade: .stated)
      ],
      total: RoadmapPage.Total(
        amount: "$4,025",
        text: Phrase("$3,900 program (sample) and $125 exam fee.", "$3,900 de programa (muestra) y $125 de examen.")[
          language]),
      hasCalendar: true, isSample: true)
  }

  private static func steps(_ language: Language) -> [RoadmapPage.Step] {
    let when = Phrase("When", "Cuándo")[language]
    func date(_ iso: CivilDate, _ text: Phrase) -> Fact { Fact(when, day: DayText(iso, text[language])) }
    return [
      RoadmapPage.Step(
        short: Phrase("Diploma", "Diploma")[language], title: Phrase("Diploma or GED", "Diploma o GED")[language],
        isDone: true,
        chip: Chip(.met, Phrase("Done, nothing to renew", "Hecho, nada que renovar")[language], reason("aama", "cma")),
        facts: [date(day(2026, 6, 5), Phrase("Jun 5, 2026", "5 de junio de 2026"))]),
      RoadmapPage.Step(
        short: Phrase("Program", "Programa")[language],
        title: Phrase("Accredited program", "Programa acreditado")[language], isDone: false,
        chip: Chip(
          .going, Phrase("Under way until Jun 4, 2027", "En curso hasta el 4 de junio de 2027")[language],
          reason("aama", "cma")),
        facts: [date(day(2027, 6, 4), Phrase("Jun 4, 2027", "4 de junio de 2027"))]),
      RoadmapPage.Step(
        short: Phrase("Clinical hours", "Horas clínicas")[language],
        title: Phrase("Clinical hours", "Horas clínicas")[language], isDone: false,
        chip: Chip(.unknown, Phrase("Site not known yet", "Lugar aún no conocido")[language], reason("aama", "cma")),
        facts: [date(day(2027, 5, 28), Phrase("May 28, 2027", "28 de mayo de 2027"))]),
      RoadmapPage.Step(
        short: Phrase("Exam", "Examen")[language], title: Phrase("Exam", "Examen")[language], isDone: false,
        chip: Chip(
          .due, Phrase("Plan: apply by Apr 12, 2027", "Plan: solicitar antes del 12 de abril de 2027")[language],
          reason("aama", "cma")),
        facts: [date(day(2027, 6, 14), Phrase("Jun 14, 2027", "14 de junio de 2027"))],
        notes: [
          Note(
            sign: .due,
            title: Phrase("A door closes on Jun 4, 2028.", "Una puerta se cierra el 4 de junio de 2028.")[language],
            text: Phrase(
              "After that day a transcript is asked for (sample).", "Después se pide un expediente (muestra).")[
                language],
            citation: Citation("AAMA, Candidate handbook", grade: .stated))
        ]),
      RoadmapPage.Step(
        short: Phrase("Stay certified", "Mantenerla")[language],
        title: Phrase("Stay certified", "Mantener la certificación")[language],
        isDone: false,
        chip: Chip(
          .going, Phrase("Planned: through Jun 30, 2032", "Previsto: hasta el 30 de junio de 2032")[language],
          reason("aama", "cma")),
        facts: [date(day(2032, 6, 30), Phrase("Jun 30, 2032", "30 de junio de 2032"))]),
    ]
  }

  static func drawing(_ language: Language) -> RoadmapDrawing {
    func text(_ english: String, _ spanish: String) -> String { Phrase(english, spanish)[language] }
    typealias Bar = RoadmapDrawing.Bar
    return RoadmapDrawing(
      today: DayText(today, text("Nov 22, 2026", "22 de nov. de 2026")), from: day(2026, 5, 20),
      through: day(2028, 8, 15),
      lanes: [
        RoadmapDrawing.Lane(
          name: text("1 Diploma", "1 Diploma"),
          bars: [
            Bar(
              .done, from: day(2026, 6, 5), through: day(2026, 6, 5),
              label: text("Jun 5, 2026, done", "5 de junio de 2026, hecho"))
          ]),
        RoadmapDrawing.Lane(
          name: text("2 Program", "2 Programa"),
          bars: [
            Bar(
              .plan, from: day(2026, 9, 8), through: day(2027, 6, 4),
              label: text("ends Jun 4, 2027", "termina el 4 de junio de 2027"))
          ]),
        RoadmapDrawing.Lane(
          name: text("3 Clinical hours", "3 Horas clínicas"),
          bars: [
            Bar(
              .plan, from: day(2027, 4, 5), through: day(2027, 5, 28),
              label: text("160 hours, Apr 5 to May 28", "160 horas, del 5 de abril al 28 de mayo"))
          ]),
        RoadmapDrawing.Lane(
          name: text("4 Exam", "4 Examen"),
          bars: [
            Bar(
              .window, from: day(2027, 5, 5), through: day(2028, 6, 4),
              label: text("opens May 5, 2027", "abre el 5 de mayo de 2027")),
            Bar(
              .mark, from: day(2027, 6, 14), through: day(2027, 6, 14),
              label: text("Your exam, Jun 14, 2027", "Su examen, 14 de junio de 2027")),
            Bar(
              .deadline, from: day(2028, 6, 4), through: day(2028, 6, 4),
              label: text("closes Jun 4, 2028", "cierra el 4 de junio de 2028")),
          ]),
        RoadmapDrawing.Lane(
          name: text("5 Stay certified", "5 Mantenerla"),
          bars: [
            Bar(
              .certified, from: day(2027, 6, 14), through: day(2032, 6, 30),
              label: text("through Jun 30, 2032", "hasta el 30 de junio de 2032"))
          ]),
      ],
      links: [
        RoadmapDrawing.Link(from: 2, to: 3, done: day(2027, 5, 28), begins: day(2027, 6, 14)),
        RoadmapDrawing.Link(from: 3, to: 4, done: day(2027, 6, 14), begins: day(2027, 6, 14)),
      ],
      linkText: text(
        "The arrows: Clinical hours, then Exam; Exam, then Stay certified.",
        "Las flechas: Horas clínicas, luego Examen; Examen, luego Mantenerla."))
  }
}

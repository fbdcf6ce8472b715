import Vocabulary

@testable import Website

/// Made-up values for the pages about states. What they say is an illustration and no rule.
extension Fixtures {
  static let stateQuestion = StateQuestion(task: "venipuncture", on: today)

  static func holders(_ language: Language) -> [Pick] {
    [Pick("aama/cma", "CMA (AAMA)"), Pick("none", Phrase("None", "Ninguna")[language])]
  }

  static let statePicks = [Pick("tx", "Texas"), Pick("wa", "Washington")]

  static func stateChip(_ code: String, _ sign: Sign, _ text: String) -> Chip {
    Chip(sign, text, .page(.stateTask(code, task: "venipuncture", StateQuestion(on: today))))
  }

  static func whom(_ language: Language) -> String {
    Phrase("For a holder of CMA (AAMA).", "Para quien tiene CMA (AAMA).")[language]
  }

  static func stateNotice(_ language: Language) -> String {
    Phrase("It is not legal advice. The board decides.", "No es asesoría legal. Decide la junta.")[language]
  }

  static func states(_ language: Language) -> StatesPage.Value {
    let chips = [
      stateChip("tx", .met, Phrase("Rule covers it", "La regla lo cubre")[language]),
      stateChip("wa", .due, Phrase("Needs more", "Pide algo más")[language]),
    ]
    return StatesPage.Value(
      question: stateQuestion, task: Phrase("Draw blood", "Sacar sangre")[language],
      tasks: [Pick("venipuncture", Phrase("Draw blood", "Sacar sangre")[language])], holders: holders(language),
      day: today, dayText: "2026-11-22", whom: whom(language),
      rows: [
        StatesPage.Row(
          code: "tx", name: "Texas", answer: chips[0], text: Phrase("Sample words", "Palabras de muestra")[language],
          source: Phrase("Sample code, 1", "Código de muestra, 1")[language], grade: .stated),
        StatesPage.Row(
          code: "wa", name: "Washington", answer: chips[1],
          text: Phrase("Sample words", "Palabras de muestra")[language],
          source: "", grade: nil),
      ],
      legend: chips.map { Chip($0.sign, "\($0.text): 1") }, notice: stateNotice(language), isPersonal: false)
  }

  static func stateStatement(_ language: Language) -> StatePage.Statement {
    StatePage.Statement(
      text: Phrase("Sample: a physician is in the building.", "Muestra: hay un médico en el edificio.")[language],
      grade: .presumed, citations: [Citation(Phrase("Sample code, 2", "Código de muestra, 2")[language])])
  }

  static func state(_ language: Language) -> StatePage.Value {
    StatePage.Value(
      code: "wa", name: "Washington", question: stateQuestion.about(nil), holders: holders(language), day: today,
      dayText: "2026-11-22", whom: whom(language),
      tasks: [
        StatePage.Task(
          name: Phrase("Draw blood", "Sacar sangre")[language], detail: Phrase("Venipuncture", "Venopunción")[language],
          answer: stateChip("wa", .due, Phrase("Needs more", "Pide algo más")[language]))
      ],
      topics: [
        StatePage.Topic(
          id: "supervision", name: Phrase("Supervision", "Supervisión")[language],
          statements: [stateStatement(language)])
      ],
      unknown: [Phrase("Age", "Edad")[language]],
      boards: [
        StatePage.Board(name: Phrase("Sample board", "Junta de muestra")[language], url: "https://board.example")
      ],
      notice: stateNotice(language), isPersonal: false)
  }

  static func stateTask(_ language: Language) -> StateTaskPage.Value {
    StateTaskPage.Value(
      code: "wa", state: "Washington", taskID: "venipuncture", task: Phrase("Draw blood", "Sacar sangre")[language],
      question: stateQuestion.about(nil), holders: holders(language), day: today, whom: whom(language),
      banner: Banner(
        .cond, Phrase("Needs proof", "Pide prueba")[language],
        text: Phrase("The rule asks for proof.", "La regla pide una prueba.")[language]),
      statements: [
        StatePage.Topic(
          id: "supervision", name: Phrase("Supervision", "Supervisión")[language],
          statements: [stateStatement(language)])
      ],
      tree: ReasonNode(
        .unknown, Phrase("Not known yet", "Aún no se sabe")[language],
        Phrase("Trained in it", "Capacitación en ello")[language], isOpen: true),
      notice: stateNotice(language), isPersonal: false)
  }

  static func stateComparison(_ language: Language) -> StateComparisonPage.Value {
    StateComparisonPage.Value(
      question: stateQuestion.about(nil), states: statePicks, holders: holders(language), day: today,
      whom: whom(language), picked: statePicks,
      tasks: [
        StateComparisonPage.Row(
          name: Phrase("Draw blood", "Sacar sangre")[language],
          cells: states(language).rows.map { StateComparisonPage.Cell(answer: $0.answer) })
      ],
      topics: [
        StateComparisonPage.Row(
          name: Phrase("Age", "Edad")[language],
          cells: [
            StateComparisonPage.Cell(text: Phrase("Sample: 18", "Muestra: 18")[language], grade: .stated),
            StateComparisonPage.Cell(text: Phrase("Not known", "No se sabe")[language]),
          ])
      ],
      notice: stateNotice(language), isPersonal: false)
  }

  static func move(_ language: Language) -> MovePage.Value {
    let chips = states(language).rows.map(\.answer)
    return MovePage.Value(
      move: Move(from: "tx", to: "wa", on: today), states: statePicks, holders: holders(language), day: today,
      whom: whom(language),
      plan: MovePage.Plan(
        title: Phrase("Texas to Washington", "De Texas a Washington")[language],
        lead: Phrase("Needed by then.", "Se necesita para entonces.")[language],
        steps: [
          MovePage.Step(
            title: Phrase("State credential", "Credencial del estado")[language],
            answer: Chip(.unknown, Phrase("Not known yet", "Aún no se sabe")[language]),
            statements: [stateStatement(language)], counts: [Phrase("Sample school", "Escuela de muestra")[language]],
            missing: [Phrase("Sample exam", "Examen de muestra")[language]]),
          MovePage.Step(
            title: Phrase("First day in Washington", "Primer día en Washington")[language],
            when: DayText(today, "2026-11-22")),
        ],
        changes: [
          MovePage.Change(task: Phrase("Draw blood", "Sacar sangre")[language], before: chips[0], after: chips[1])
        ]), notice: stateNotice(language), isPersonal: false)
  }
}

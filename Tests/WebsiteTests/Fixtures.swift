import Cryptography
import Vocabulary

@testable import Website

/// Made-up values for every page, in both languages. Figures and dates are illustrations and no rules.
enum Fixtures {
  static let seal = Site.answersSeal(NumberedKeys(SecretKey(Array(repeating: 7, count: 32))!))
  static let today = day(2026, 11, 22)
  static let cma = credential("aama", "cma")

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day)!
  }

  static func credential(_ body: String, _ designation: String) -> CredentialPath {
    CredentialPath(body, designation)!
  }

  static func reason(_ body: String, _ designation: String) -> Target {
    .page(.reason(credential(body, designation), rule: "eligibility", on: nil))
  }

  static func edition(_ language: Language) -> Edition {
    Edition(name: "2026.11", read: DayText(day(2026, 11, 20), Phrase("Nov 20, 2026", "20 de nov. de 2026")[language]))
  }

  static func told(_ language: Language) -> [Told] {
    [
      Told(
        fact: "diploma", term: Phrase("High-school diploma or GED", "Diploma de secundaria o GED")[language],
        text: Phrase("Yes, in 2019", "Sí, en 2019")[language]),
      Told(
        fact: "program", term: Phrase("Program", "Programa")[language],
        text: Phrase("Certificate, 600 class hours", "Certificado, 600 horas de clase")[language]),
      Told(
        fact: "accreditor", term: Phrase("Accredited by CAAHEP or ABHES", "Acreditado por CAAHEP o ABHES")[language],
        text: Phrase("Not known", "No se sabe")[language]),
    ]
  }

  static func start(_ language: Language) -> StartPage.Value {
    StartPage.Value(
      questionsAtMost: 12, credentials: ["CCMA (NHA)", "CMA (AAMA)", "NCMA (NCCT)", "RMA (AMT)"],
      surprises: [
        StartPage.Surprise(
          tag: Phrase("Two sources disagree", "Dos fuentes no coinciden")[language], sign: .conflict,
          title: Phrase("Renewing late closes a door", "Renovar tarde cierra una puerta")[language],
          text: Phrase("Sample text about a late renewal.", "Texto de muestra sobre una renovación tardía.")[language],
          citations: [Citation("AAMA, Apr 12, 2018", grade: .stated, url: "https://www.aama-ntl.org/")]),
        StartPage.Surprise(
          tag: Phrase("Attempts", "Intentos")[language],
          title: Phrase("Attempts run out", "Los intentos se acaban")[language],
          text: Phrase("Sample text about attempts.", "Texto de muestra sobre los intentos.")[language],
          citations: [Citation("College page quoting NCCT", grade: .reported)]),
      ],
      figures: [
        StartPage.Figure(
          number: "$45,690",
          text: Phrase("a year: the middle wage (sample)", "al año: el salario mediano (muestra)")[language],
          citation: Citation("Bureau of Labor Statistics, OEWS, May 2025."))
      ])
  }

  static func question(_ language: Language, kind: QuestionPage.Kind, answer: String? = nil) -> QuestionPage.Value {
    QuestionPage.Value(
      fact: "program-completed",
      ask: Phrase(
        "When did you finish your medical assistant program?", "¿Cuándo terminó su programa de asistente médico?")[
          language],
      hint: Phrase(
        "The day all classes and the practicum were done.", "El día en que terminaron las clases y la práctica.")[
          language],
      kind: kind, number: 5, atMost: 12,
      why: QuestionPage.Why(
        text: Phrase("Some routes close as time goes by.", "Algunas vías se cierran con el tiempo.")[language],
        rules: [
          Fact(
            "CCMA (NHA)",
            Phrase("Program finished in the last 5 years", "Programa terminado en los últimos 5 años")[language],
            grade: .reported),
          Fact(
            "RMA (AMT)", Phrase("Graduated in the last 4 years", "Se graduó en los últimos 4 años")[language],
            grade: .stated),
        ],
        sources: Link(Phrase("See the sources", "Ver las fuentes")[language], .page(.howWeKnow))),
      told: told(language), previous: "accreditor", answer: answer,
      readAs: answer == nil
        ? nil : Phrase("Jun 12, 2026 (5 months ago)", "12 de junio de 2026 (hace 5 meses)")[language])
  }

  static func answers(_ language: Language) -> AnswersPage.Value {
    AnswersPage.Value(
      told: told(language),
      lists: [
        .init(
          text: Phrase("work: 1", "trabajo: 1")[language],
          another: Link(Phrase("Add another job", "Añadir otro empleo")[language], .page(.question("work_2")))),
        .init(text: Phrase("diploma or GED: 1", "diploma o GED: 1")[language]),
      ], hasOpenQuestion: true)
  }

  static func sources(_ language: Language) -> SourcesPage.Value {
    SourcesPage.Value(
      groups: [
        SourcesPage.Group(
          name: "CMA (AAMA)",
          rules: [
            SourcesPage.Rule(
              id: "aama/cma/eligibility",
              title: Phrase("Who can sit the exam", "Quién puede presentar el examen")[language],
              coverage: [
                Fact("category-1", Phrase("from Jan 1, 2020", "desde el 1 de enero de 2020")[language], grade: .stated),
                Fact("category-4", Phrase("undated copy", "copia sin fecha")[language], grade: .presumed),
              ],
              sources: [
                Citation("AAMA, Eligibility. Read Nov 20, 2026.", grade: .presumed, url: "https://www.aama-ntl.org/")
              ],
              reviewBy: DayText(day(2027, 5, 20), Phrase("May 20, 2027", "20 de mayo de 2027")[language]), isStale: true
            )
          ])
      ],
      gaps: [Phrase("The limit in force before 2020.", "El límite vigente antes de 2020.")[language]])
  }
}
